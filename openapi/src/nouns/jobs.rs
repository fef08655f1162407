//! Many records at once, and the jobs that do it.

use leadroom::error::Code;
use leadroom::store::job::{MOST, OUTCOMES, STATUSES};
use serde_json::json;

use super::records::hand_over;
use super::{GIVE, Noun, person};
use crate::operation::{Operation, on};
use crate::schema::{
    Member, Schema, body, boolean, constant, count, has, id, list, may, name, named, object, one_of, shown, shown_list, text, time, word,
};

/// The most ids that a body of a megabyte has room for are fewer.
fn most() -> usize {
    usize::try_from(MOST).unwrap_or(usize::MAX)
}

fn filter() -> Schema {
    let several = |example: &str| one_of(vec![text(4000).example(example), list(text(200).example(example), 100)]);
    body(vec![
        may("owner", several("me")),
        may("collaborator", text(100).example("me")),
        may("shared", word(["with_me", "by_me"]).absent()),
        may("status", several("new").absent()),
        may("source", text(500).absent()),
        may("tag", text(500).absent()),
        may("q", text(500).absent()),
        may("created_after", time().absent()),
        may("created_before", time().absent()),
        may("updated_after", time().absent()),
        may("updated_before", time().absent()),
        may("deleted", boolean().absent()),
    ])
    .example(json!({"owner": "me"}))
    .about("The filters of the list, with the same words. Without any it is all that you may see.")
}

fn actions() -> Schema {
    let kind = |word: &'static str| has("type", constant(word));
    let with = |word: &'static str, mut more: Vec<Member>| {
        more.insert(0, kind(word));
        body(more)
    };
    let tags = || vec![has("tags", list(name(50).example("vip"), 50).filled())];
    let people = || vec![has("user_ids", list(id(), 20).filled()), may("level", named("Level"))];
    let mut assign = vec![has("owner_id", id().or_null().about("Null gives them to the pool."))];
    assign.extend(hand_over());
    one_of(vec![
        with("add_tags", tags()),
        with("remove_tags", tags()),
        with("assign", assign),
        with("add_collaborators", people()),
        with("remove_collaborators", people()),
        with(
            "share",
            vec![
                has("with", super::sharing::to_whom()),
                has("permissions", super::sharing::ticked()),
                may("expires_at", super::end()),
                may("reason", super::reason(1000)),
            ],
        ),
        with("set_status", vec![has("status", name(200).example("working").about("One of those that the settings name for the kind."))]),
        with("delete", vec![]),
    ])
}

fn starts(operation: Operation, about: &str) -> Operation {
    operation.answers(202, Some(("application/json", named("Job"))), about, vec!["Location"])
}

pub fn jobs() -> Noun {
    let ids =
        list(id(), most()).filled().about("Each counts once. One that is not there, or not for you to see, comes out as `not_found`.");
    let asked = body(vec![
        has("select", one_of(vec![body(vec![has("ids", ids)]), body(vec![has("filter", filter())])])),
        has("action", actions()),
        may(
            "notify",
            word(["summary", "none"])
                .usual("summary")
                .about("Each person is told once of all of it when the job ends, or nobody of anything."),
        ),
        may("dry_run", boolean().usual(false).about("Find out what would come of it: nothing is written, and nobody is told.")),
    ])
    .example(json!({"select": {"ids": ["0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"]}, "action": {"type": "add_tags", "tags": ["vip"]}}));
    let outcomes = || object(OUTCOMES.iter().map(|outcome| has(outcome, count())).collect());
    let job = object(vec![
        has("id", id()),
        has("kind", named("Kind")),
        has("action", shown().example("assign").about("The `type` of the action, or `undo`.")),
        has("status", word(STATUSES.iter().copied()).example("running").about("`failed`: it could not go on; what it did stays.")),
        has("total", count().about("How many records it is about.")),
        has("done", count().about("How many of them something came of.")),
        has("outcomes", outcomes()),
        has("notify", word(["summary", "none"])),
        has("dry_run", boolean()),
        has("undoes", id().mostly_null().about("The job that it undoes.")),
        has("undone_by", id().mostly_null().about("The job that undoes it.")),
        has("created_by", person().about("Who made it, and as whom it acts.")),
        has("created_at", time()),
        has("finished_at", time().mostly_null()),
    ]);
    let result = object(vec![
        has("record_id", id()),
        has(
            "outcome",
            word(OUTCOMES.iter().copied())
                .example("changed")
                .about("`changed`, or would be. `unchanged`: it was so already. The others tell why not, with a `code`."),
        ),
        may(
            "code",
            shown().absent().about(
                "The code that the same action on one record would have been refused with. `owner_changed`: what is to be undone is somebody else's by now.",
            ),
        ),
        may(
            "errors",
            shown_list(object(vec![
                has("field", shown().example("tags")),
                has("code", shown().example("too_many")),
                has("detail", shown().example("a record has at most 50 tags")),
            ]))
            .absent(),
        ),
    ]);
    Noun {
        name: "Jobs",
        about: "One action on up to 100,000 records, as a job. Which records it is about is settled when it is made. Each is authorised and done by itself, as \
                if you did it, at that moment: one refusal stops no other, and each is done once, whatever crashes. People are told in one summary \
                each when the job ends; webhooks hear of every record then, live connections at once. Jobs are kept for thirty days, and seen by whoever \
                made them and by holders of `view_all`.",
        schemas: vec![("BulkAction", asked), ("Job", job), ("JobResult", result)],
        operations: vec![
            starts(
                on("POST", "/v1/R/bulk", "bulk{Kinds}", "Do the same with many {kinds}")
                    .about("Takes the capability `bulk`, and for each {kind} what the action takes.")
                    .takes(named("BulkAction"))
                    .refuses(&[Code::Forbidden, Code::AssigneeInactive])
                    .refuses(GIVE),
                "The job, which goes on by itself.",
            ),
            on("GET", "/v1/jobs", "listJobs", "Jobs, newest first").pages("Job"),
            on("GET", "/v1/jobs/{id}", "getJob", "How far a job is").gives(200, named("Job"), "The job."),
            on("GET", "/v1/jobs/{id}/results", "listJobResults", "What came of a job's records")
                .about("Of those that it has got to.")
                .query("outcome", word(OUTCOMES.iter().copied()))
                .pages("JobResult"),
            on("POST", "/v1/jobs/{id}/cancel", "cancelJob", "Stop a job")
                .about("What is not done yet is not done any more. For whoever made it, and for whoever sees it and has `bulk`.")
                .may_take(body(vec![]))
                .gives(200, named("Job"), "The job as far as it came.")
                .refuses(&[Code::Forbidden, Code::JobFinished]),
            starts(
                on("POST", "/v1/jobs/{id}/undo", "undoJob", "Give back what a job has assigned")
                    .about(
                        "To whoever owned it before, where the owner is still the one that the job gave it to, with the tasks that went along; whom it took away from the \
                         collaborators is one again. Once, and after its end. For whoever made the job, \
                         also where it cost them the sight of a record, and for holders of `assign_any`.",
                    )
                    .may_take(body(vec![]))
                    .refuses(&[Code::Forbidden, Code::JobNotFinished, Code::NotUndoable, Code::AlreadyUndone]),
                "A job of its own.",
            ),
        ],
    }
}
