//! Why can X see this?

use leadroom::error::Code;

use super::{Noun, person};
use crate::operation::on;
use crate::schema::{Member, Schema, boolean, constant, has, id, map, may, named, object, one_of, shown, shown_list, time, word};

fn because(mut more: Vec<Member>) -> Schema {
    let via = one_of(vec![
        object(vec![has("type", word(["team", "book"])), has("id", id()), has("name", shown().or_null().example("North"))]),
        object(vec![has("type", constant("role")), has("name", shown().example("admin"))]),
    ]);
    let mut all = vec![
        has(
            "source",
            word(["team_share", "owner", "role", "collaborator", "share", "everyone_share", "book_share", "pool"])
                .about("Where it comes from."),
        ),
        has("id", id().or_null().about("Of the grant.")),
        has("via", via.or_null().about("Through what it reaches the person.")),
        has("granted_by", person().or_null()),
        has("since", time().or_null()),
        has("expires_at", time().mostly_null()),
        has("reason", shown().mostly_null()),
    ];
    all.append(&mut more);
    object(all)
}

pub fn access() -> Noun {
    let permissions = map(object(vec![has("granted", boolean()), has("because", shown_list(named("Because")))]))
        .example(serde_json::json!({"read": {"granted": true, "because": [{"$example": "Because"}]}}))
        .about("Every permission: whether it is granted, and everything that grants it.");
    let remedy = object(vec![
        has(
            "action",
            word([
                "request_to_collaborate",
                "approve_request",
                "become_collaborator",
                "claim",
                "renew",
                "restore",
                "change_role",
                "reactivate",
            ]),
        ),
        may("id", id().or_null().about("Of the grant to renew, or of the request that waits.")),
        may("retry_at", time().absent().about("After a denial: from when on it may be asked again.")),
        has("who", shown_list(person()).about("Who can do it.")),
    ]);
    let explanation = object(vec![
        has("user", person()),
        has("visible", boolean()),
        has("permissions", permissions),
        has("cut_by_role", shown_list(named("Permission")).about("Granted, and cut by the ceiling of the person's role.")),
        has("expired", shown_list(because(vec![has("permissions", shown_list(named("Permission")))])).about("Grants that have ended.")),
        has("remedy", shown_list(remedy).about("What would help, and who can do it.")),
    ]);
    let access = object(vec![
        has("user", person()),
        has("permissions", shown_list(named("Permission"))),
        has("sources", shown_list(named("Because"))),
    ]);
    Noun {
        name: "Access",
        about: "Why can somebody see a record? Computed by the code that enforces it.",
        schemas: vec![("Because", because(vec![]).about("A reason.")), ("Access", access), ("AccessExplanation", explanation)],
        operations: vec![
            on("GET", "/v1/R/{id}/access", "list{Kind}Access", "Everyone with access to a {kind}")
                .about("Takes the permission `share`, owning the {kind}, or the capability `view_all`.")
                .pages("Access")
                .refuses(&[Code::Forbidden, Code::RecordDeleted]),
            on("GET", "/v1/R/{id}/access/{user_id}", "explain{Kind}Access", "Why a person can see a {kind}, or cannot")
                .about("`me` for oneself, always. Others: takes the permission `share`, owning the {kind}, or the capability `view_all`.")
                .gives(200, named("AccessExplanation"), "The explanation.")
                .refuses(&[Code::Forbidden, Code::RecordDeleted]),
        ],
    }
}
