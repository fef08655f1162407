//! Notes, tasks and communications on a record.

use leadroom::error::Code;
use serde_json::json;

use super::{ACT, GIVE, Noun, person, record_brief};
use crate::operation::on;
use crate::schema::{Member, Schema, body, boolean, has, id, integer, list, may, named, object, set, shown, shown_list, text, time, word};

const LONGEST_TITLE: usize = 500;
const LONGEST_BODY: usize = 50_000;
const LONGEST_DURATION: i64 = 31 * 24 * 3600;

fn of_record(mut own: Vec<Member>) -> Schema {
    let mut all = vec![has("id", id()), has("lead", record_brief().about("The record, whatever its kind.")), has("author", person())];
    all.append(&mut own);
    all.push(has("created_at", time()));
    object(all)
}

fn markdown() -> Schema {
    text(LONGEST_BODY).example("They want **two** offers.").about("Markdown, kept as it was written. Render it without trusting it.")
}

pub fn notes() -> Noun {
    let mentions = || list(id(), 50).about("People who are told.");
    let unreachable = || shown_list(id()).example(json!([])).about("Who was mentioned and cannot see the record: they hear nothing.");
    let note = |more: Vec<Member>| {
        let mut all = vec![
            has("body", shown().example("They want **two** offers.")),
            has("mentions", shown_list(id())),
            has("version", named("VersionNumber")),
            has("updated_at", time()),
        ];
        all.extend(more);
        of_record(all)
    };
    Noun {
        name: "Notes",
        about: "What people write about a record. Writing takes the permission `note`.",
        schemas: vec![("Note", note(vec![])), ("WrittenNote", note(vec![may("unreachable_mentions", unreachable())]))],
        operations: vec![
            on("GET", "/v1/R/{id}/notes", "list{Kind}Notes", "The notes of a {kind}, newest first").pages("Note"),
            on("POST", "/v1/R/{id}/notes", "create{Kind}Note", "Write a note")
                .takes(body(vec![has("body", markdown().filled_text()), may("mentions", mentions())]))
                .gives_versioned(201, named("WrittenNote"), "The new note.")
                .refuses(ACT),
            on("GET", "/v1/notes/{id}", "getNote", "One note").gives_versioned(200, named("Note"), "The note."),
            on("PATCH", "/v1/notes/{id}", "changeNote", "Change a note")
                .about("For its author, and for whoever has the permission `delete`.")
                .takes(body(vec![set("body", markdown().filled_text()), may("mentions", mentions())]))
                .gives_versioned(200, named("WrittenNote"), "The note as it is now.")
                .matches()
                .refuses(ACT),
            on("DELETE", "/v1/notes/{id}", "deleteNote", "Delete a note")
                .about("For its author, and for whoever has the permission `delete`.")
                .gives_nothing(204, "It is gone.")
                .matches()
                .refuses(ACT),
        ],
    }
}

pub fn tasks() -> Noun {
    let task = of_record(vec![
        has("title", shown().example("Send the offer")),
        has("status", named("TaskStatus")),
        has("assignee", person().or_null()),
        has("due_at", time().or_null()),
        has("done_at", time().mostly_null()),
        has("version", named("VersionNumber")),
        has("updated_at", time()),
    ]);
    let title = || text(LONGEST_TITLE).filled_text().example("Send the offer");
    let rest = || {
        vec![
            may("assignee_id", id()),
            may("due_at", time().about("When the assignee is reminded, once.")),
            may(
                "add_collaborator",
                boolean().example(false).about("Whether an assignee without access becomes a collaborator, if the caller may do that."),
            ),
        ]
    };
    let mut new = vec![has("title", title())];
    new.extend(rest());
    let mut change = vec![set("title", title()), set("status", named("TaskStatus"))];
    change.extend(rest());
    let refused: &[Code] = &[Code::AssigneeInactive, Code::AssigneeWithoutAccess, Code::AlreadyOwner, Code::RecipientCannotSee];
    Noun {
        name: "Tasks",
        about: "What is to be done about a record. Changes take the permission `task`.",
        schemas: vec![("Task", task), ("TaskStatus", word(["open", "done"]))],
        operations: vec![
            on("GET", "/v1/R/{id}/tasks", "list{Kind}Tasks", "The tasks of a {kind}, newest first").pages("Task"),
            on("POST", "/v1/R/{id}/tasks", "create{Kind}Task", "Make a task")
                .takes(body(new))
                .gives_versioned(201, named("Task"), "The new task.")
                .refuses(ACT)
                .refuses(GIVE)
                .refuses(refused),
            on("GET", "/v1/tasks", "listTasks", "Tasks over all records, newest first")
                .query("assignee", shown().example("me").about("`me`, which is what it is when nothing is said, or a person's id."))
                .query("status", named("TaskStatus"))
                .pages("Task"),
            on("GET", "/v1/tasks/{id}", "getTask", "One task").gives_versioned(200, named("Task"), "The task."),
            on("PATCH", "/v1/tasks/{id}", "changeTask", "Change a task, or finish it")
                .takes(body(change))
                .gives_versioned(200, named("Task"), "The task as it is now.")
                .matches()
                .refuses(ACT)
                .refuses(GIVE)
                .refuses(refused),
            on("DELETE", "/v1/tasks/{id}", "deleteTask", "Delete a task").gives_nothing(204, "It is gone.").matches().refuses(ACT),
        ],
    }
}

pub fn communications() -> Noun {
    let channel = || word(["call", "email", "sms", "meeting", "chat"]);
    let direction = || word(["in", "out"]);
    let communication = of_record(vec![
        has("channel", channel()),
        has("direction", direction()),
        has("summary", shown().example("Asked for an offer")),
        has("body", shown().mostly_null()),
        has("duration_s", integer(0, LONGEST_DURATION).or_null().about("Seconds.")),
        has("occurred_at", time()),
    ]);
    let new = body(vec![
        has("channel", channel()),
        has("direction", direction()),
        has("summary", text(LONGEST_TITLE).filled_text().example("Asked for an offer")),
        may("body", text(LONGEST_BODY).example("They want two offers.")),
        may("occurred_at", time().about("Left out: now.")),
        may("duration_s", integer(0, LONGEST_DURATION).example(300).about("Seconds.")),
    ]);
    Noun {
        name: "Communications",
        about: "Calls, mails, meetings and chats about a record. Logging takes the permission `communicate`; the author is the caller.",
        schemas: vec![("Communication", communication)],
        operations: vec![
            on("GET", "/v1/R/{id}/communications", "list{Kind}Communications", "The communications about a {kind}, newest first")
                .pages("Communication"),
            on("POST", "/v1/R/{id}/communications", "create{Kind}Communication", "Log a communication")
                .takes(new)
                .answers(201, Some(("application/json", named("Communication"))), "It is logged.", vec!["Location"])
                .refuses(ACT),
            on("GET", "/v1/communications/{id}", "getCommunication", "One communication").gives(
                200,
                named("Communication"),
                "The communication.",
            ),
        ],
    }
}
