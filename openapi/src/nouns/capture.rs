//! Sources, what they have delivered, and where it comes in.

use leadroom::capture::PROVIDERS;
use leadroom::error::Code;
use leadroom::model::Kind;
use leadroom::store::source::{OnDuplicate, Status};
use serde_json::json;

use super::Noun;
use crate::operation::on;
use crate::schema::{
    Member, Schema, anything, body, boolean, constant, has, id, list, map, may, name, named, object, one_of, origin, set, shown,
    shown_list, text, time, uri, word,
};

fn field_map() -> Schema {
    map(shown().example("company"))
        .example(json!({"Firm": "company"}))
        .about("Question id, reference, key or label → lead field, or `fields.<key>`.")
}

fn provider() -> Schema {
    word(PROVIDERS.iter().map(|provider| provider.name)).about("Whose format and signature it is.")
}

fn on_duplicate() -> Schema {
    word(OnDuplicate::ALL.iter().map(|one| one.text()))
        .about("What happens when there is an open lead with the same e-mail address or phone number.")
}

fn source(mut more: Vec<Member>) -> Schema {
    let defaults = object(vec![
        has("status", shown().mostly_null()),
        has("tags", shown_list(shown().example("web"))),
        has("source", shown().mostly_null()),
        has("kind", named("Kind").or_null()),
    ]);
    let mut all = vec![
        has("name", shown().example("Website")),
        has("provider", provider()),
        has("has_secret", boolean().example(false)),
        has("field_map", field_map()),
        has("defaults", defaults.about("What a new lead starts with.")),
        has(
            "owner",
            one_of(vec![constant("none"), object(vec![has("user_id", id())]), object(vec![has("round_robin_team_id", id())])])
                .about("Who owns what comes: a person, the active members of a team by turns, or nobody."),
        ),
        has("collaborators", shown_list(id()).about("Who works on what comes, too.")),
        has("on_duplicate", on_duplicate()),
        has("allowed_origins", shown_list(origin()).about("Where a browser may be redirected to.")),
        has("has_turnstile_secret", boolean().example(false)),
        has("has_verify_token", boolean().example(false)),
        has(
            "readback",
            object(vec![
                has("base_url", shown().or_null().example("https://graph.facebook.com/v23.0")),
                has("has_access_token", boolean()),
            ])
            .or_null()
            .about("Where answers are asked for that the vendor keeps."),
        ),
    ];
    all.append(&mut more);
    super::stored(all)
}

/// What a source decides.
fn config() -> Vec<Member> {
    let defaults = body(vec![
        may("status", text(50).example("new")),
        may("tags", list(name(50).example("web"), 50)),
        may("source", text(100).example("Website")),
        may("kind", word(Kind::ALL.iter().map(|kind| kind.text()))),
    ]);
    vec![
        may("secret", text(500).absent().about("What the vendor signs with, where it signs.")),
        may("field_map", field_map().keys(500, 200)),
        may("defaults", defaults.about("What a new lead starts with.")),
        may(
            "owner",
            one_of(vec![constant("none"), body(vec![has("user_id", id())]), body(vec![has("round_robin_team_id", id())])])
                .about("Who owns what comes: a person, the active members of a team by turns; `none` is the pool."),
        ),
        may("collaborators", list(id(), 20).about("Who works on what comes, too.")),
        may("on_duplicate", on_duplicate()),
        may("allowed_origins", list(origin(), 50).about("Where a browser may be redirected to.")),
        may("turnstile_secret", text(500).example("0x4AAA").about("Checks that a person sent the form: the secret of a Turnstile widget.")),
        may("verify_token", text(500).example("a long random text").about("What a vendor repeats when the address is set up.")),
        may(
            "readback",
            body(vec![
                may("base_url", text(500).example("https://graph.facebook.com/v23.0").about("Another address than the vendor's own.")),
                may("access_token", text(500).example("EAAB…").about("What answers are asked for with.")),
            ])
            .about("For vendors whose deliveries have but the ids of leads."),
        ),
    ]
}

fn tested(more: Vec<Member>) -> Schema {
    let mut all = vec![
        has("status", word(["created", "updated", "ignored", "queued", "failed"])),
        may("code", shown().example("no_contact_details").about("Why it would be ignored, or fail.")),
        may("lead", map(anything()).about("The fields of the lead it would become.")),
        may("record_id", id().or_null().about("Whose open lead it would land on.")),
        may("answers", map(anything()).about("What that lead has no room for: it would stand on the timeline.")),
    ];
    all.extend(more);
    object(all)
}

pub fn sources() -> Noun {
    let address = || uri().example("https://leads.example.com/v1/capture/2f7c…").about("Where the vendor delivers. Shown this once.");
    let made = source(vec![
        has("capture_url", address()),
        may("secret", named("Secret").about("What deliveries are to be signed with, when Leadroom made it. Shown this once.")),
    ]);
    let rotated =
        source(vec![has("capture_url", address()), has("previous_key_valid_until", time().about("Until when the address before works."))]);
    let delivery = object(vec![
        has("id", id()),
        has("source_id", id()),
        has("status", named("DeliveryStatus")),
        has("code", shown().mostly_null().about("Why it was ignored, or failed.")),
        has("record_id", id().or_null()),
        has("received_at", time()),
        has("content_type", shown().or_null().example("application/json")),
        has("body", shown().or_null().example("{\"name\":\"Ann\"}").about("As it came, without secrets.")),
        has("body_encoding", word(["text", "base64"])),
        has("body_truncated", boolean().example(false)),
    ]);
    let mut new = vec![has("name", name(100).example("Website")), may("provider", provider())];
    new.extend(config());
    let mut change = vec![set("name", name(100).example("Website"))];
    change.extend(config());
    Noun {
        name: "Sources",
        about: "Where leads come from, how each maps what it says, and what it has delivered. All of it takes the capability `manage_sources`.",
        schemas: vec![
            ("Source", source(vec![])),
            ("NewSource", made),
            ("RotatedSource", rotated),
            ("DeliveryStatus", word(Status::ALL.iter().map(|status| status.text()))),
            ("Delivery", delivery),
            ("TestedSubmission", tested(vec![])),
            (
                "TestedBody",
                tested(vec![may("submissions", shown_list(named("TestedSubmission")).about("Each of them, when there are several."))]),
            ),
        ],
        operations: vec![
            on("GET", "/v1/sources", "listSources", "Sources, newest first").pages("Source").refuses(&[Code::Forbidden]),
            on("POST", "/v1/sources", "createSource", "Make a source")
                .takes(body(new))
                .gives_versioned(201, named("NewSource"), "The new source.")
                .refuses(&[Code::Forbidden, Code::NameTaken, Code::AssigneeInactive, Code::RecipientWithoutLeadAccess]),
            on("GET", "/v1/sources/{id}", "getSource", "One source")
                .gives_versioned(200, named("Source"), "The source.")
                .refuses(&[Code::Forbidden]),
            on("PATCH", "/v1/sources/{id}", "changeSource", "Change a source")
                .takes(body(change))
                .gives_versioned(200, named("Source"), "The source as it is now.")
                .matches()
                .refuses(&[Code::Forbidden, Code::NameTaken, Code::AssigneeInactive, Code::RecipientWithoutLeadAccess]),
            on("DELETE", "/v1/sources/{id}", "deleteSource", "Delete a source")
                .gives_nothing(204, "It takes no deliveries any more.")
                .refuses(&[Code::Forbidden]),
            on("POST", "/v1/sources/{id}/rotate_key", "rotateSourceKey", "Give a source another address")
                .about("The address before works for another 24 hours.")
                .gives_versioned(200, named("RotatedSource"), "The source with its new address.")
                .refuses(&[Code::Forbidden]),
            on("POST", "/v1/sources/{id}/test", "testSource", "What a body would become")
                .about("Sent as the vendor would send it, but without a signature. Nothing is stored.")
                .takes_any(vec![
                    ("application/json", anything()),
                    ("application/x-www-form-urlencoded", map(anything())),
                    ("multipart/form-data", map(anything())),
                ])
                .gives(200, named("TestedBody"), "What it would become.")
                .refuses(&[Code::Forbidden]),
            on("GET", "/v1/sources/{id}/deliveries", "listDeliveries", "What a source has delivered, newest first")
                .query("status", named("DeliveryStatus"))
                .pages("Delivery")
                .refuses(&[Code::Forbidden]),
            on("GET", "/v1/deliveries/{id}", "getDelivery", "One delivery, whole")
                .gives(200, named("Delivery"), "The delivery.")
                .refuses(&[Code::Forbidden]),
            on("POST", "/v1/deliveries/{id}/replay", "replayDelivery", "Take a failed delivery up again")
                .about("As its source is now: after its field map or its token was mended.")
                .gives(200, named("Delivery"), "What became of it.")
                .refuses(&[Code::Forbidden, Code::NotFailed]),
        ],
    }
}

pub fn capture() -> Noun {
    let outcome = |more: Vec<Member>| {
        let mut all = vec![
            has("status", word(["created", "updated", "duplicate", "ignored", "queued", "failed"])),
            has("delivery_id", id()),
            may("code", shown().example("no_contact_details").about("Why it was ignored, or failed.")),
        ];
        all.extend(more);
        object(all)
    };
    let form = || map(anything()).example(json!({"name": "Ann Able", "email": "ann@example.com", "message": "Call me"}));
    Noun {
        name: "Capture",
        about: "Where forms are delivered. The key in the address names the source, and its provider knows a delivery from a forgery.",
        schemas: vec![
            ("CaptureOutcome", outcome(vec![])),
            (
                "Captured",
                outcome(vec![may("submissions", shown_list(named("CaptureOutcome")).about("Each of them, when a delivery has several."))]),
            ),
        ],
        operations: vec![
            on("GET", "/v1/capture/{key}", "captureChallenge", "Repeat a vendor's challenge")
                .query("hub.mode", constant("subscribe"))
                .query("hub.verify_token", shown().example("a long random text"))
                .query("hub.challenge", shown().example("1158201444"))
                .answers(200, Some(("text/plain", shown().example("1158201444"))), "The challenge.", vec![])
                .refuses(&[Code::InvalidParameter]),
            on("POST", "/v1/capture/{key}", "capture", "Deliver a form")
                .about("A body of at most 256 KB in the format of the source's provider. A repeat of a delivery changes nothing.")
                .takes_any(vec![
                    ("application/json", form()),
                    ("application/x-www-form-urlencoded", form()),
                    ("multipart/form-data", form()),
                ])
                .gives(200, named("Captured"), "Taken.")
                .answers(303, None, "Taken; a browser that sent a form with `_redirect` goes there.", vec!["Location"])
                .refuses(&[Code::InvalidSignature, Code::StaleTimestamp]),
        ],
    }
}
