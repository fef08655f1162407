//! Leads, contacts and deals.

use leadroom::error::Code;
use leadroom::model::{Keep, Kind, Level};
use leadroom::record::fields::MOST_FIELDS;
use leadroom::store::list::Sort;
use serde_json::json;

use super::{ACT, Noun, person};
use crate::operation::{Operation, on};
use crate::schema::{
    Member, Schema, anything, body, boolean, count, email_or_blank, has, id, integer, list, map, may, name, named, object, one_of, set,
    shown, shown_list, text, time, word,
};

const LARGEST: i64 = (1 << 53) - 1;

fn amount() -> Schema {
    integer(-LARGEST, LARGEST).example(1_250_000).about("In minor units of `currency`.")
}

fn custom() -> Schema {
    map(anything()).example(json!({"budget": "2026"}))
}

/// The fields that people write. `status`: a change cannot clear it.
fn fields(status: Member) -> Vec<Member> {
    vec![
        may("name", text(200).example("Müller GmbH")),
        may("company", text(200).example("Müller")),
        may("title", text(200).example("Head of Purchasing")),
        may("email", email_or_blank().example("info@mueller.example")),
        may("phone", text(50).example("+49 30 1234567")),
        may("website", text(500).example("https://mueller.example")),
        status,
        may("source", text(100).example("Trade fair")),
        may("amount", amount()),
        may("currency", text(3).pattern("^[A-Za-z]{3}$").example("EUR").about("ISO 4217.")),
        may("tags", list(name(50).example("vip"), 50)),
        may(
            "fields",
            custom().keys(100, MOST_FIELDS).about("Custom fields, at most 16 KB of JSON. A change merges into them; null clears one."),
        ),
    ]
}

fn status() -> Schema {
    text(200).absent().about("One of those that the settings name for the kind; the first of them when it is not said.")
}

fn new_fields() -> Vec<Member> {
    fields(may("status", status()))
}

fn record() -> Schema {
    let text = |example: &str| shown().or_null().example(example);
    object(vec![
        has("id", id()),
        has("kind", named("Kind")),
        has("name", text("Müller GmbH")),
        has("company", text("Müller")),
        has("title", text("Head of Purchasing")),
        has("email", text("info@mueller.example")),
        has("phone", text("+49 30 1234567")),
        has("website", text("https://mueller.example")),
        has("status", shown().example("new")),
        has("source", text("Trade fair")),
        has("amount", amount().or_null()),
        has("currency", text("EUR").about("ISO 4217.")),
        has("tags", shown_list(shown().example("vip"))),
        has("fields", custom().about("Custom fields.")),
        has("owner", person().or_null().about("Null: nobody, it is in the pool.")),
        has(
            "collaborators",
            shown_list(object(vec![has("id", id()), has("name", shown().example("Bob Best")), has("level", named("Level"))]))
                .about("The first five."),
        ),
        has("collaborator_count", count()),
        has("permissions", shown_list(named("Permission")).about("What the caller may do with it.")),
        has("version", named("VersionNumber")),
        has("created_at", time()),
        has("updated_at", time().about("When it last changed in any way that it shows.")),
        has("last_activity_at", time().about("When somebody last did something about it.")),
        has("deleted_at", time().mostly_null().about("When it went to the trash, where it stays for 30 days.")),
        has("contact_id", id().mostly_null().about("The contact that a converted lead became.")),
        has("deal_id", id().mostly_null().about("The deal that a converted lead became.")),
    ])
}

/// The filters of a list of records.
fn filtered(operation: Operation) -> Operation {
    operation
        .query("owner", shown().example("me,none").about("`me`, `none`, `inactive` or ids, with commas between."))
        .query("collaborator", shown().example("me").about("`me` or an id."))
        .query("shared", word(["with_me", "by_me"]))
        .query("status", shown().example("new,working").about("One or several, with commas between."))
        .query("source", shown().example("Trade fair"))
        .query("tag", shown().example("vip"))
        .query("q", shown().example("mull").about("Words, or their beginnings, in name, company, e-mail address and phone number."))
        .query("created_after", time())
        .query("created_before", time())
        .query("updated_after", time())
        .query("updated_before", time())
        .query("deleted", boolean().example(false).about("The trash instead of what is there."))
}

/// What a hand-over says beside the new owner.
pub fn hand_over() -> Vec<Member> {
    vec![
        may("note", text(2000).example("Yours from now on")),
        may(
            "keep_previous_owner",
            word(Keep::ALL.iter().map(|keep| keep.text()))
                .example("view")
                .about("What the previous owner keeps. The settings decide when nothing is said."),
        ),
        may("keep_collaborators", boolean().about("Whether collaborators stay. The settings decide when nothing is said.")),
        may("move_open_tasks", boolean().about("Whether the previous owner's open tasks become the new owner's.")),
    ]
}

pub fn records() -> Noun {
    let alike = one_of(vec![
        object(vec![has("visible", boolean().only(true)), has("lead", named("Record"))]),
        object(vec![
            has("visible", boolean().only(false).example(false)),
            has("owner", object(vec![has("name", shown().example("Ann Able"))]).or_null()),
            has("lead_id", id().or_null()),
        ]),
    ]);
    let mut new = new_fields();
    new.push(may(
        "owner_id",
        id().about("Left out: the caller. Null: the pool, which takes `assign_any`. Somebody else takes `assign_any`, or their book shared with `create`."),
    ));
    let mut assign = vec![has("owner_id", id().or_null().about("Null gives it to the pool."))];
    assign.extend(hand_over());
    let converted = object(vec![has("lead", named("Record")), has("contact", named("Record")), has("deal", named("Record").or_null())]);
    let kept = "A {kind} needs a name, an e-mail address or a phone number.";
    Noun {
        name: "Records",
        about: "Leads, contacts and deals: one set of rules for the three. What the caller may not see is not there: it answers `404` like what does not \
                exist, and neither lists, counts, search nor cursors tell of it.",
        schemas: vec![
            ("Kind", word(Kind::ALL.iter().map(|kind| kind.text()))),
            ("Level", word(Level::ALL.iter().map(|level| level.text())).example("collaborator").about(
                "`viewer` reads; `collaborator` also updates, writes notes, tasks and communications; `co_owner`, where the settings allow it, does everything but assign.",
            )),
            ("Record", record().about("A lead, contact or deal.")),
            ("NewRecord", body(new).about("A name, an e-mail address or a phone number is needed.")),
            ("RecordChange", body(fields(set("status", name(200).absent().about("One of those that the settings name for the kind.")))).about(
                "A merge patch (RFC 7396): what is left out stays, what is null goes.",
            )),
        ],
        operations: vec![
            filtered(on("GET", "/v1/R", "list{Kinds}", "The {kinds} that I may see"))
                .query("sort", word(Sort::WORDS.iter().copied()).usual("-updated_at"))
                .pages("Record"),
            on("POST", "/v1/R", "create{Kind}", "Make a {kind}")
                .about(kept)
                .query("on_duplicate", word(["refuse", "create"]).usual("create").about("Whether to refuse when there is one with the same e-mail address or phone number."))
                .takes(named("NewRecord"))
                .gives_versioned(201, named("Record"), "The new {kind}.")
                .refuses(&[Code::Forbidden, Code::PossibleDuplicate, Code::AssigneeInactive, Code::RecipientWithoutLeadAccess]),
            filtered(on("GET", "/v1/R/count", "count{Kinds}", "How many {kinds} a list has")).gives(
                200,
                object(vec![has("count", count().example(42)), has("exact", boolean().about("False when the count stopped early."))]),
                "The count.",
            ),
            on("GET", "/v1/R/duplicates", "find{Kind}Duplicates", "{Kinds} with this e-mail address or phone number")
                .about("What it says of one that the caller cannot see depends on the setting `reveal_existence`. At least one of the two is needed.")
                .query("email", shown().example("info@mueller.example"))
                .query("phone", shown().example("+49 30 1234567"))
                .gives(200, object(vec![has("data", shown_list(alike))]), "Those that there are."),
            on("GET", "/v1/R/{id}", "get{Kind}", "One {kind}").gives_versioned(200, named("Record"), "The {kind}."),
            on("PATCH", "/v1/R/{id}", "change{Kind}", "Change a {kind}")
                .about(
                    "With `If-Match`, an edit merges when the fields that it touches were not changed since that version, and is refused with `edit_conflict` \
                     otherwise. Without, it applies to what is there now. An edit that changes nothing keeps the version.",
                )
                .takes(named("RecordChange"))
                .gives_versioned(200, named("Record"), "The {kind} as it is now.")
                .matches()
                .refuses(ACT),
            on("DELETE", "/v1/R/{id}", "delete{Kind}", "Put a {kind} into the trash")
                .about("It can be restored for 30 days.")
                .gives_nothing(204, "It is in the trash.")
                .refuses(ACT),
            on("POST", "/v1/R/{id}/restore", "restore{Kind}", "Take a {kind} out of the trash")
                .gives_versioned(200, named("Record"), "The {kind}.")
                .refuses(&[Code::Forbidden, Code::NotDeleted]),
            on("POST", "/v1/R/{id}/assign", "assign{Kind}", "Give a {kind} to another owner, or to the pool")
                .about("For whoever has `assign_any`, and for its owner with `transfer_own`.")
                .takes(body(assign))
                .gives_versioned(200, named("Record"), "The {kind} as it is now.")
                .refuses(ACT)
                .refuses(&[Code::AssigneeInactive, Code::RecipientWithoutLeadAccess]),
            on("POST", "/v1/R/{id}/claim", "claim{Kind}", "Take a {kind} from the pool")
                .about("There is one winner.")
                .gives_versioned(200, named("Record"), "It is yours.")
                .refuses(ACT)
                .refuses(&[Code::AlreadyOwned, Code::RecipientWithoutLeadAccess]),
            on("POST", "/v1/leads/{id}/convert", "convertLead", "Make a contact of a lead, and perhaps a deal")
                .about("Owner, collaborators, shares, notes and open tasks carry over. The lead's status becomes `converted`.")
                .may_take(body(vec![may("deal", body(new_fields()).about("Describes the deal; without it there will be none."))]))
                .gives(201, converted, "All of them.")
                .refuses(ACT)
                .refuses(&[Code::AlreadyConverted]),
        ],
    }
}
