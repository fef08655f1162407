//! Rules: what follows by itself.

use leadroom::error::Code;
use leadroom::model::Occasion;

use super::Noun;
use crate::operation::on;
use crate::schema::{
    Member, Schema, body, boolean, constant, has, id, integer, list, may, name, named, object, one_of, set, shown, shown_list, text, word,
};

/// What stands in the way of a rule.
const GIVEN: &[Code] =
    &[Code::Forbidden, Code::NameTaken, Code::AssigneeInactive, Code::RecipientInactive, Code::RecipientWithoutLeadAccess];

/// What a rule does, with what is read of it or shown of it.
fn actions(object: fn(Vec<Member>) -> Schema, ids: fn(Schema) -> Schema) -> Schema {
    let kind = |word: &'static str| has("type", constant(word));
    let reassign = || {
        may("reassign", boolean().example(false).about(
            "Whether the record is taken from an owner who is active. When not said: yes, but not on `captured`, where a customer's owner stays.",
        ))
    };
    one_of(vec![
        object(vec![kind("assign"), has("user_id", id()), reassign()]),
        object(vec![kind("assign"), has("round_robin_team_id", id()), reassign()]),
        object(vec![kind("add_collaborators"), has("user_ids", ids(id())), may("level", named("Level"))]),
        object(vec![
            kind("share"),
            has("with", super::sharing::to_whom()),
            has("permissions", ids(named("Permission"))),
            may("expires_at", super::end()),
            may("reason", super::reason(1000)),
        ]),
        object(vec![kind("add_tags"), has("tags", ids(name(50).example("web")))]),
    ])
}

pub fn rules() -> Noun {
    let occasion = || {
        word(Occasion::ALL.iter().map(|on| on.text())).example("captured").about(
            "`created`: a record came to be, in whatever way. `captured`: a form was submitted, by somebody new or again. `status_changed`: a record's status changed.",
        )
    };
    let when = |object: fn(Vec<Member>) -> Schema, more: fn(Schema) -> Schema| {
        object(vec![
            may("kind", more(named("Kind"))),
            may("source", more(text(100).example("Website"))),
            may("status", more(text(50).example("new")).about("The status that the occasion brought.")),
            may("tag", more(text(50).example("web"))),
            may("source_id", more(id()).about("The capture source that it came by, or came by again.")),
        ])
        .about("All that are said must hold.")
    };
    let position =
        || integer(1, 100).example(1).about("Its place in the order in which rules run: each finds what the one before has left.");
    let rule = super::stored(vec![
        has("name", shown().example("Web leads go round")),
        has("on", occasion()),
        has("when", when(object, |one| one)),
        has("then", shown_list(actions(object, shown_list))),
        has("enabled", boolean()),
        has("position", position()),
        has(
            "problems",
            shown_list(object(vec![
                has("field", shown().example("then.0.user_id")),
                has("id", id()),
                has("code", word(["not_found", "recipient_inactive", "recipient_without_lead_access", "nobody_active"])),
            ]))
            .about("What it names and cannot use now. Such an action is skipped; the others are done."),
        ),
    ]);
    let fields = |new: bool| {
        let needed = if new { has } else { set };
        vec![
            needed("name", name(100).example("Web leads go round")),
            needed("on", occasion()),
            may("when", when(body, Schema::or_null)),
            needed("then", list(actions(body, |one| list(one, 20).filled()), 10).filled()),
            may("enabled", boolean().example(true)),
            may("position", position()),
        ]
    };
    Noun {
        name: "Rules",
        about: "What follows by itself when a record comes to be, is captured or moves on; told on its timeline by the rule's name. All of it takes the capability `manage_settings`. A rule does nothing about what happened before it was made, and rules never set each other off.",
        schemas: vec![("Rule", rule)],
        operations: vec![
            on("GET", "/v1/rules", "listRules", "Rules, in the order in which they run").pages("Rule").refuses(&[Code::Forbidden]),
            on("POST", "/v1/rules", "createRule", "Make a rule")
                .takes(body(fields(true)))
                .gives_versioned(201, named("Rule"), "The new rule.")
                .refuses(GIVEN),
            on("GET", "/v1/rules/{id}", "getRule", "One rule").gives_versioned(200, named("Rule"), "The rule.").refuses(&[Code::Forbidden]),
            on("PATCH", "/v1/rules/{id}", "changeRule", "Change a rule, or its place")
                .takes(body(fields(false)))
                .gives_versioned(200, named("Rule"), "The rule as it is now.")
                .matches()
                .refuses(GIVEN),
            on("DELETE", "/v1/rules/{id}", "deleteRule", "Delete a rule")
                .gives_nothing(204, "It does nothing any more. What it did stays.")
                .refuses(&[Code::Forbidden]),
        ],
    }
}
