//! Notes, tasks and communications: who may, whom they reach, what the timeline tells, and where they go with the record.

mod support;

use serde_json::{Value as Json, json};
use support::{App, User};

struct Scene {
    app: App,
    owner: User,
    ann: User,
    bob: User,
    cara: User,
    lead: String,
}

/// Ann's lead, on which Bob collaborates and Cara looks.
fn scene() -> Scene {
    let app = App::default();
    let owner = app.organization("Acme");
    let [ann, bob, cara] = ["Ann", "Bob", "Cara"].map(|name| app.person(&owner, name, "agent"));
    let lead = app.lead(&ann, "Lead");
    app.put(&ann, &format!("/v1/leads/{lead}/collaborators/{}", bob.id), json!({})).expect(201);
    let with = json!({"with": {"type": "user", "id": cara.id}, "permissions": ["read"]});
    app.post(&ann, &format!("/v1/leads/{lead}/shares"), with).expect(201);
    Scene { app, owner, ann, bob, cara, lead }
}

impl Scene {
    fn on(&self, rest: &str) -> String {
        format!("/v1/leads/{}/{rest}", self.lead)
    }

    /// The data of the last timeline entry.
    fn last(&self) -> Json {
        let entry = self.app.get(&self.ann, &self.on("timeline?limit=1")).expect(200).body["data"][0].clone();
        json!([entry["type"], entry["actor"]["name"], entry["data"]])
    }
}

#[test]
fn a_note_is_kept_as_written_and_tells_whom_it_does_not_reach() {
    let s = scene();
    let dan = s.app.person(&s.owner, "Dan", "agent");
    let eve = s.app.person(&s.owner, "Eve", "agent");
    s.app.patch(&s.owner, &format!("/v1/users/{}", eve.id), json!({"active": false})).expect(200);
    let body = "  # Call\n\n<script>alert(1)</script> \\*as is\\* \u{1f600} & \"quoted\"\r\n\ttrailing  ";
    let mentions = json!([s.ann.id, s.cara.id, dan.id, eve.id, dan.id]);
    let made = s.app.post(&s.bob, &s.on("notes"), json!({"body": body, "mentions": mentions})).expect(201);
    assert_eq!(made.calls, 3);
    assert_eq!(made.body["body"], body);
    assert_eq!(made.body["author"], json!({"id": s.bob.id, "name": "Bob"}));
    assert_eq!(made.body["mentions"], json!([s.ann.id, s.cara.id, dan.id, eve.id]));
    assert_eq!(made.body["unreachable_mentions"], json!([dan.id, eve.id]));
    assert_eq!((made.header("etag"), made.body["version"].clone()), (Some("\"1\""), json!(1)));
    let path = format!("/v1/notes/{}", made.id());
    assert_eq!(made.header("location"), Some(path.as_str()));
    let data = json!({"note_id": made.id(), "mentions": [s.ann.id, s.cara.id, dan.id, eve.id]});
    assert_eq!(s.last(), json!(["note_added", "Bob", data]));
    let read = s.app.get(&s.cara, &path).expect(200);
    assert_eq!((read.calls, read.header("etag"), read.body["body"].clone()), (1, Some("\"1\""), json!(body)));
    let at = leadroom::time::Timestamp(s.app.now.get() - 2);
    assert_eq!(read.body["created_at"], at.to_text());
    let list = s.app.get(&s.cara, &s.on("notes")).expect(200);
    assert_eq!((list.calls, list.body["data"][0]["id"].clone()), (1, json!(made.id())));
    let unknown = json!({"body": "x", "mentions": [s.ann.id, "0193b0c0-0000-7000-8000-00000000ffff"]});
    let wrong = s.app.post(&s.bob, &s.on("notes"), unknown).refused(422, "validation_failed");
    assert_eq!(wrong.body["errors"][0]["field"], "mentions.1");
}

#[test]
fn a_note_is_changed_by_its_author_or_by_whoever_may_delete_the_record() {
    let s = scene();
    let id = s.app.post(&s.bob, &s.on("notes"), json!({"body": "one"})).expect(201).id();
    let path = format!("/v1/notes/{id}");
    let carl = s.app.person(&s.owner, "Carl", "agent");
    s.app.get(&carl, &path).refused(404, "not_found");
    s.app.patch(&carl, &path, json!({"body": "x"})).refused(404, "not_found");
    for (method, body) in [("PATCH", Some(json!({"body": "x"}))), ("DELETE", None)] {
        let refused = s.app.send(&App::request(Some(&s.cara.key), method, &path, body.as_ref())).refused(403, "forbidden");
        assert_eq!(refused.body["missing"], "delete");
    }
    assert_eq!(s.app.post(&s.cara, &s.on("notes"), json!({"body": "x"})).refused(403, "forbidden").body["missing"], "note");
    let changed = s.app.patch_if(&s.bob, &path, 1, json!({"body": "two", "mentions": [s.ann.id]})).expect(200);
    assert_eq!((changed.body["body"].clone(), changed.body["version"].clone(), changed.calls), (json!("two"), json!(2), 3));
    assert_eq!(s.last(), json!(["note_changed", "Bob", {"note_id": id, "mentions": [s.ann.id]}]));
    let stale = s.app.patch_if(&s.bob, &path, 1, json!({"body": "three"})).refused(412, "edit_conflict");
    assert_eq!((stale.body["current"]["body"].clone(), stale.body["version"].clone()), (json!("two"), json!(2)));
    let before = s.app.history(&s.ann, &s.lead).len();
    assert_eq!(s.app.patch(&s.bob, &path, json!({"body": "two"})).expect(200).body["version"], 2);
    assert_eq!(s.app.history(&s.ann, &s.lead).len(), before, "what changes nothing is no entry");
    s.app.patch(&s.ann, &path, json!({"body": "three"})).expect(200);
    assert_eq!(s.last(), json!(["note_changed", "Ann", {"note_id": id}]));
    s.app.delete(&s.ann, &path).expect(204);
    assert_eq!(s.last(), json!(["note_deleted", "Ann", {"note_id": id}]));
    s.app.get(&s.bob, &path).refused(404, "not_found");
    s.app.delete(&s.bob, &path).refused(404, "not_found");
}

#[test]
fn an_assignee_has_access_or_is_given_it() {
    let s = scene();
    let dan = s.app.person(&s.owner, "Dan", "agent");
    let eve = s.app.person(&s.owner, "Eve", "agent");
    s.app.patch(&s.owner, &format!("/v1/users/{}", eve.id), json!({"active": false})).expect(200);
    let task = |who: &User, body: Json| s.app.post(who, &s.on("tasks"), body);
    let refused = task(&s.bob, json!({"title": "Call", "assignee_id": dan.id})).refused(422, "assignee_without_access");
    assert_eq!(refused.body["errors"][0]["field"], "assignee_id");
    task(&s.bob, json!({"title": "Call", "assignee_id": eve.id})).refused(422, "assignee_inactive");
    task(&s.bob, json!({"title": "Call", "assignee_id": "0193b0c0-0000-7000-8000-00000000ffff"})).refused(422, "validation_failed");
    let no_share = task(&s.bob, json!({"title": "Call", "assignee_id": dan.id, "add_collaborator": true})).refused(403, "forbidden");
    assert_eq!(no_share.body["missing"], "share");
    assert_eq!(task(&s.cara, json!({"title": "Call"})).refused(403, "forbidden").body["missing"], "task");
    s.app.get(&dan, &format!("/v1/leads/{}", s.lead)).expect(404);
    let due = "2026-06-01T08:00:00.500Z";
    let made = task(&s.ann, json!({"title": "Call", "assignee_id": dan.id, "due_at": due, "add_collaborator": true})).expect(201);
    assert_eq!(made.calls, 3);
    assert_eq!((made.body["assignee"].clone(), made.body["due_at"].clone()), (json!({"id": dan.id, "name": "Dan"}), json!(due)));
    let history = s.app.history(&s.ann, &s.lead);
    assert_eq!(history[history.len() - 2..], ["collaborator_added", "task_added"]);
    let data = json!({"task_id": made.id(), "title": "Call", "assignee": {"id": dan.id, "name": "Dan"}, "due_at": due});
    assert_eq!(s.last(), json!(["task_added", "Ann", data]));
    assert_eq!(s.app.get(&dan, "/v1/tasks?assignee=me&status=open").expect(200).ids(), [made.id()]);
    assert_eq!(s.app.get(&s.ann, "/v1/tasks?assignee=me").expect(200).ids(), Vec::<String>::new());
    assert_eq!(s.app.get(&s.ann, &format!("/v1/tasks?assignee={}", dan.id)).expect(200).ids(), [made.id()]);
    let carl = s.app.person(&s.owner, "Carl", "agent");
    assert_eq!(s.app.get(&carl, &format!("/v1/tasks?assignee={}", dan.id)).expect(200).ids(), Vec::<String>::new());
    s.app.get(&carl, "/v1/tasks?assignee=nobody").refused(400, "invalid_parameter");
}

#[test]
fn a_task_is_changed_done_and_opened_again_each_told_once() {
    let s = scene();
    let id = s.app.post(&s.ann, &s.on("tasks"), json!({"title": "Call", "assignee_id": s.bob.id})).expect(201).id();
    let path = format!("/v1/tasks/{id}");
    s.app.patch(&s.ann, &path, json!({"title": "Ring", "assignee_id": s.cara.id, "due_at": "2026-06-01T08:00:00Z"})).expect(200);
    let changes = json!({
        "title": {"from": "Call", "to": "Ring"},
        "assignee": {"from": {"id": s.bob.id, "name": "Bob"}, "to": {"id": s.cara.id, "name": "Cara"}},
        "due_at": {"from": null, "to": "2026-06-01T08:00:00.000Z"},
    });
    assert_eq!(s.last(), json!(["task_changed", "Ann", {"task_id": id, "title": "Ring", "changes": changes}]));
    let done = s.app.patch_if(&s.bob, &path, 2, json!({"status": "done"})).expect(200);
    assert_eq!((done.body["status"].clone(), done.body["version"].clone()), (json!("done"), json!(3)));
    assert!(done.body["done_at"].is_string());
    assert_eq!(s.last()[0], "task_done");
    assert_eq!(s.app.get(&s.cara, "/v1/tasks?status=open").expect(200).ids(), Vec::<String>::new());
    let open = s.app.patch(&s.bob, &path, json!({"status": "open", "assignee_id": null, "due_at": null})).expect(200);
    assert_eq!((&open.body["done_at"], &open.body["assignee"], &open.body["due_at"]), (&Json::Null, &Json::Null, &Json::Null));
    assert_eq!(s.last()[0], "task_changed");
    s.app.patch(&s.bob, &path, json!({"status": null})).refused(422, "validation_failed");
    s.app.delete(&s.bob, &path).expect(204);
    assert_eq!(s.last()[2]["changes"], json!({"status": {"from": "open", "to": "deleted"}}));
    s.app.get(&s.bob, &path).refused(404, "not_found");
}

#[test]
fn a_communication_is_its_callers_own_and_moves_the_records_clock() {
    let s = scene();
    let before = s.app.get(&s.ann, &format!("/v1/leads/{}", s.lead)).expect(200).str("/last_activity_at");
    let body = json!({"channel": "call", "direction": "out", "summary": "Agreed", "body": "- a\n", "occurred_at": "2026-04-30T10:00:00Z", "duration_s": 60});
    let made = s.app.post(&s.bob, &s.on("communications"), body).expect(201);
    assert_eq!((made.str("/author/id"), made.str("/body"), made.header("etag")), (s.bob.id.clone(), "- a\n".to_owned(), None));
    assert_eq!((made.str("/occurred_at"), made.body["duration_s"].clone()), ("2026-04-30T10:00:00.000Z".to_owned(), json!(60)));
    let data = json!({"communication_id": made.id(), "channel": "call", "direction": "out", "summary": "Agreed"});
    assert_eq!(s.last(), json!(["communication_added", "Bob", data]));
    assert!(s.app.get(&s.ann, &format!("/v1/leads/{}", s.lead)).expect(200).str("/last_activity_at") > before);
    assert_eq!(s.app.get(&s.cara, &format!("/v1/communications/{}", made.id())).expect(200).body["summary"], "Agreed");
    assert_eq!(
        s.app.post(&s.cara, &s.on("communications"), json!({"channel": "chat", "direction": "in", "summary": "x"})).expect(403).body["missing"],
        "communicate"
    );
    let forged = json!({"channel": "call", "direction": "out", "summary": "x", "author_id": s.ann.id});
    s.app.post(&s.bob, &s.on("communications"), forged).refused(422, "validation_failed");
    let said = s.app.post(&s.bob, &s.on("communications"), json!({"channel": "chat", "direction": "in", "summary": "x"})).expect(201);
    assert_eq!(said.body["occurred_at"], said.body["created_at"]);
}

#[test]
fn pages_of_notes_go_on_where_they_stopped() {
    let s = scene();
    let mut ids: Vec<String> =
        (0..5).map(|index| s.app.post(&s.ann, &s.on("notes"), json!({"body": format!("{index}")})).expect(201).id()).collect();
    ids.reverse();
    let first = s.app.get(&s.ann, &s.on("notes?limit=3")).expect(200);
    let next = s.app.get(&s.ann, &s.on(&format!("notes?limit=3&cursor={}", first.str("/next_cursor")))).expect(200);
    assert_eq!([first.ids(), next.ids()].concat(), ids);
    assert_eq!(next.body["next_cursor"], Json::Null);
    s.app.get(&s.ann, &s.on(&format!("tasks?cursor={}", first.str("/next_cursor")))).refused(400, "invalid_cursor");
}

#[test]
fn what_belongs_to_a_record_goes_to_the_trash_and_comes_back_with_it() {
    let s = scene();
    let note = s.app.post(&s.ann, &s.on("notes"), json!({"body": "x"})).expect(201).id();
    let task = s.app.post(&s.ann, &s.on("tasks"), json!({"title": "x", "assignee_id": s.ann.id})).expect(201).id();
    s.app.delete(&s.ann, &format!("/v1/leads/{}", s.lead)).expect(204);
    for path in [format!("/v1/notes/{note}"), format!("/v1/tasks/{task}"), s.on("notes"), s.on("tasks"), s.on("communications")] {
        for who in [&s.ann, &s.bob, &s.owner] {
            s.app.get(who, &path).refused(404, "not_found");
        }
    }
    s.app.patch(&s.ann, &format!("/v1/notes/{note}"), json!({"body": "y"})).refused(404, "not_found");
    s.app.post(&s.ann, &s.on("notes"), json!({"body": "y"})).refused(409, "record_deleted");
    assert_eq!(s.app.get(&s.ann, "/v1/tasks").expect(200).ids(), Vec::<String>::new());
    s.app.post(&s.ann, &s.on("restore"), json!({})).expect(200);
    assert_eq!(s.app.get(&s.bob, &format!("/v1/notes/{note}")).expect(200).body["body"], "x");
    assert_eq!(s.app.get(&s.ann, "/v1/tasks").expect(200).ids(), [task]);
    s.app.delete(&s.ann, &format!("/v1/leads/{}", s.lead)).expect(204);
    s.app.pass(31 * 86_400_000);
    s.app.sweep();
    assert_eq!(s.app.db.ask("SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM task)"), ["0"]);
}

#[test]
fn a_converted_lead_hands_on_its_notes_and_what_is_still_to_be_done() {
    let s = scene();
    let note = s.app.post(&s.bob, &s.on("notes"), json!({"body": "Likes tea", "mentions": [s.ann.id]})).expect(201);
    let open = s.app.post(&s.ann, &s.on("tasks"), json!({"title": "Call", "assignee_id": s.bob.id})).expect(201).id();
    let done = s.app.post(&s.ann, &s.on("tasks"), json!({"title": "Done"})).expect(201).id();
    s.app.patch(&s.ann, &format!("/v1/tasks/{done}"), json!({"status": "done"})).expect(200);
    let made = s.app.post(&s.ann, &s.on("convert"), json!({"deal": {}})).expect(201);
    let (contact, deal) = (format!("/v1/contacts/{}", made.str("/contact/id")), format!("/v1/deals/{}", made.str("/deal/id")));
    for path in [&contact, &deal] {
        let notes = s.app.get(&s.bob, &format!("{path}/notes")).expect(200).body["data"].clone();
        assert_eq!((notes[0]["body"].clone(), notes[0]["author"]["name"].clone()), (json!("Likes tea"), json!("Bob")));
        assert_eq!((&notes[0]["created_at"], &notes[0]["mentions"]), (&note.body["created_at"], &note.body["mentions"]));
        let tasks = s.app.get(&s.bob, &format!("{path}/tasks")).expect(200).body["data"].clone();
        assert_eq!(tasks.as_array().unwrap().len(), 1);
        assert_eq!((tasks[0]["title"].clone(), tasks[0]["assignee"]["name"].clone()), (json!("Call"), json!("Bob")));
    }
    assert_eq!(s.app.get(&s.ann, &format!("{contact}/tasks")).expect(200).ids(), [open]);
    assert_eq!(s.app.get(&s.ann, &s.on("tasks")).expect(200).ids(), [done]);
    assert_eq!(s.app.get(&s.ann, &s.on("notes")).expect(200).ids(), [note.id()]);
}

#[test]
fn open_tasks_of_the_previous_owner_go_to_the_new_one_when_asked() {
    let s = scene();
    let task = |who: Option<&User>| {
        s.app.post(&s.ann, &s.on("tasks"), json!({"title": "x", "assignee_id": who.map(|who| &who.id)})).expect(201).id()
    };
    let (own, nobodys, bobs, done) = (task(Some(&s.ann)), task(None), task(Some(&s.bob)), task(Some(&s.ann)));
    s.app.patch(&s.ann, &format!("/v1/tasks/{done}"), json!({"status": "done"})).expect(200);
    let assign = |who: &User, body: Json| s.app.post(who, &s.on("assign"), body).expect(200);
    assign(&s.ann, json!({"owner_id": s.cara.id, "keep_previous_owner": "edit"}));
    let of = |who: &User| {
        let mut ids = s.app.get(&s.cara, &format!("/v1/tasks?assignee={}", who.id)).expect(200).ids();
        ids.sort();
        ids
    };
    assert_eq!(of(&s.ann), [own.clone(), done.clone()], "not asked for");
    assign(&s.cara, json!({"owner_id": s.ann.id, "keep_previous_owner": "edit"}));
    let moved = assign(&s.ann, json!({"owner_id": s.cara.id, "move_open_tasks": true, "keep_previous_owner": "edit"}));
    assert_eq!(moved.calls, 3);
    assert_eq!((of(&s.cara), of(&s.ann), of(&s.bob)), (vec![own.clone(), nobodys.clone()], vec![done], vec![bobs]));
    let entries = s.app.get(&s.ann, &s.on("timeline")).expect(200).body["data"].clone();
    let assigned = entries.as_array().unwrap().iter().find(|entry| entry["type"] == "assigned").unwrap();
    assert_eq!(assigned["data"]["moved_tasks"], json!([own, nobodys]));
}

#[test]
fn a_due_task_is_found_once_for_each_due_date() {
    let s = scene();
    let due = |hours: i64| leadroom::time::Timestamp(s.app.now.get() + hours * 3_600_000).to_text();
    let id = s.app.post(&s.ann, &s.on("tasks"), json!({"title": "x", "assignee_id": s.bob.id, "due_at": due(1)})).expect(201).id();
    let done = s.app.post(&s.ann, &s.on("tasks"), json!({"title": "x", "due_at": due(1)})).expect(201).id();
    s.app.patch(&s.ann, &format!("/v1/tasks/{done}"), json!({"status": "done"})).expect(200);
    let reminded = || s.app.db.ask("SELECT id FROM task WHERE reminded_at IS NOT NULL");
    let sweep = || {
        s.app.sweep();
        s.app.drain();
    };
    sweep();
    assert_eq!(reminded(), Vec::<String>::new(), "not before it is due");
    s.app.pass(3_600_000);
    sweep();
    assert_eq!(reminded(), std::slice::from_ref(&id));
    s.app.patch(&s.ann, &format!("/v1/tasks/{id}"), json!({"title": "y"})).expect(200);
    assert_eq!(reminded(), std::slice::from_ref(&id));
    s.app.patch(&s.ann, &format!("/v1/tasks/{id}"), json!({"due_at": due(1)})).expect(200);
    assert_eq!(reminded(), Vec::<String>::new());
    s.app.pass(3_600_000);
    sweep();
    assert_eq!(reminded(), [id]);
}

#[test]
fn the_author_of_a_note_changes_and_deletes_it_also_where_only_reading_is_left() {
    let s = scene();
    let note = format!("/v1/notes/{}", s.app.post(&s.bob, &s.on("notes"), json!({"body": "n"})).expect(201).id());
    s.app.delete(&s.ann, &s.on(&format!("collaborators/{}", s.bob.id))).expect(204);
    s.app.patch(&s.bob, &note, json!({"body": "m"})).refused(404, "not_found");
    let with = json!({"with": {"type": "user", "id": s.bob.id}, "permissions": ["read"]});
    s.app.post(&s.ann, &s.on("shares"), with).expect(201);
    s.app.patch(&s.bob, &note, json!({"body": "m"})).expect(200);
    s.app.delete(&s.cara, &note).refused(403, "forbidden");
    s.app.delete(&s.bob, &note).expect(204);
}
