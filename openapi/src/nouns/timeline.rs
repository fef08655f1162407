//! What happened to records.

use leadroom::model::{ActorType, Occasion};
use serde_json::json;

use super::{Noun, person};
use crate::operation::on;
use crate::schema::{
    Member, Schema, anything, boolean, constant, has, id, integer, map, may, named, null, object, one_of, shown, shown_list, time, word,
};

fn changes() -> Schema {
    map(object(vec![has("from", anything().example("new")), has("to", anything().example("working"))]))
        .example(json!({"status": {"from": "new", "to": "working"}}))
        .about("By field; a custom field is `fields.<key>`.")
}

/// A timeline entry of one of these types.
fn entry(kinds: &[&'static str], data: Vec<Member>) -> Schema {
    object(vec![
        has("seq", integer(1, 1 << 52).about("Its number: 1, 2, 3, … without gaps.")),
        has("type", if let [kind] = kinds { constant(kind) } else { word(kinds.iter().copied()) }),
        has("at", time()),
        has("actor", named("Actor")),
        has("data", object(data)),
    ])
}

/// What happens to a record and to who may see it.
fn record_entries() -> Vec<Schema> {
    let level = || named("Level");
    let share = |mut more: Vec<Member>| {
        let mut all = vec![
            has("share_id", id()),
            has("with", named("Recipient")),
            has("permissions", shown_list(named("Permission"))),
            has("expires_at", time().mostly_null()),
            has("reason", shown().mostly_null()),
        ];
        all.append(&mut more);
        all
    };
    let request = |mut more: Vec<Member>| {
        let mut all = vec![has("request_id", id()), has("requester", person()), has("level", level()), has("until", time().mostly_null())];
        all.append(&mut more);
        all
    };
    let words = || shown().mostly_null();
    let cause = |causes: &[&'static str]| {
        may(
            "cause",
            word(causes.iter().copied()).absent().about("Where it was done to all at once that hung on a team or on a share of a book."),
        )
    };
    vec![
        entry(&["updated"], vec![has("changes", changes())]),
        entry(&["created"], vec![has("changes", changes()), has("owner", person().or_null())]),
        entry(
            &["assigned"],
            vec![
                has("from", person().or_null()),
                has("to", person().or_null()),
                has("note", words()),
                may("moved_tasks", shown_list(id())),
            ],
        ),
        entry(&["claimed"], vec![has("from", null()), has("to", person())]),
        entry(&["collaborator_added"], vec![has("user", person()), has("level", level()), has("until", time().mostly_null())]),
        entry(
            &["collaborator_changed"],
            vec![has("user", person()), has("from", level()), has("to", level()), has("until", time().mostly_null())],
        ),
        entry(
            &["collaborator_removed"],
            vec![has("user", person()), has("level", level()), has("cause", word(["removed", "left", "became_owner", "handed_over"]))],
        ),
        entry(&["shared"], share(vec![])),
        entry(
            &["share_changed"],
            share(vec![
                has("from", object(vec![has("permissions", shown_list(named("Permission"))), has("expires_at", time().mostly_null())])),
                cause(&["book_share_changed"]),
            ]),
        ),
        entry(&["share_ended"], share(vec![cause(&["team_deleted", "book_share_changed", "book_share_ended"])])),
        entry(&["request_created"], request(vec![has("reason", words()), has("expires_at", time())])),
        entry(&["request_approved", "request_denied"], request(vec![has("note", words())])),
        entry(&["request_canceled", "request_expired", "request_superseded"], request(vec![])),
        entry(&["converted"], vec![has("changes", changes()), has("contact_id", id()), has("deal_id", id().mostly_null())]),
    ]
}

/// What happens to a record by itself.
fn automatic_entries() -> Vec<Schema> {
    vec![
        entry(
            &["captured"],
            vec![
                has("source", shown().example("Website")),
                has("delivery_id", id()),
                has("answers", map(anything()).about("What the submission said that the record says otherwise, or has no room for.")),
                may(
                    "submitted",
                    boolean().only(false).absent().about("The vendor told more of an earlier submission, as that a meeting is off."),
                ),
            ],
        ),
        entry(
            &["rule_applied"],
            vec![
                has("rule", object(vec![has("id", id()), has("name", shown().example("Web leads go round"))])),
                has("on", word(Occasion::ALL.iter().map(|on| on.text()))),
                has("event_seq", integer(1, 1 << 52).about("The entry that the rule waited for.")),
                has(
                    "skipped",
                    shown_list(object(vec![
                        has("type", shown().example("assign")),
                        has("code", shown().example("already_owned")),
                        may("id", id()),
                    ]))
                    .about("What of it could not be done, and why."),
                ),
            ],
        ),
    ]
}

/// What happens on a record.
fn work_entries() -> Vec<Schema> {
    vec![
        entry(&["deleted", "restored"], vec![]),
        entry(&["note_added"], vec![has("note_id", id()), has("mentions", shown_list(id()))]),
        entry(&["note_changed", "note_deleted"], vec![has("note_id", id()), may("mentions", shown_list(id()))]),
        entry(
            &["task_added"],
            vec![has("task_id", id()), has("title", shown()), has("assignee", person().or_null()), has("due_at", time().or_null())],
        ),
        entry(&["task_changed", "task_done"], vec![has("task_id", id()), has("title", shown()), has("changes", changes())]),
        entry(
            &["communication_added"],
            vec![has("communication_id", id()), has("channel", shown()), has("direction", shown()), has("summary", shown())],
        ),
    ]
}

pub fn timeline() -> Noun {
    let entries = one_of(record_entries().into_iter().chain(automatic_entries()).chain(work_entries()).collect());
    let actor = object(vec![
        has("id", id().or_null().about("Null for what no person did.")),
        has("name", shown().example("Ann Able")),
        has("type", word(ActorType::ALL.iter().map(|kind| kind.text()))),
    ]);
    Noun {
        name: "Timeline",
        about: "Everything that ever happened to a record, numbered without gaps.",
        schemas: vec![("TimelineEntry", entries), ("Actor", actor.about("Who or what did something."))],
        operations: vec![
            on("GET", "/v1/R/{id}/timeline", "list{Kind}Timeline", "What happened to a {kind}, newest first").pages("TimelineEntry"),
        ],
    }
}
