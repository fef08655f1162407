//! Collaborators, shares and books.

use leadroom::access::Permissions;
use leadroom::error::Code;
use serde_json::json;

use super::{ACT, GIVE, Noun, end, person, reason, record_brief};
use crate::operation::on;
use crate::schema::{Member, Schema, body, boolean, has, id, list, may, named, object, set, shown, shown_list, time, word};

const LONGEST_REASON: usize = 1000;

pub fn collaborators() -> Noun {
    let collaborator = object(vec![
        has("user", person()),
        has("level", named("Level")),
        has("permissions", shown_list(named("Permission")).about("What they may do, cut by their role's ceiling.")),
        has("until", time().mostly_null().about("When it ends.")),
        has("added_by", person().or_null()),
        has("added_at", time()),
    ]);
    let put = body(vec![
        may("level", named("Level").about("Left out: the present one, or `collaborator`.")),
        may("notify", boolean().usual(true).about("Whether they are told.")),
    ]);
    Noun {
        name: "Collaborators",
        about: "Who works on a record beside its owner. Adding and removing takes the permission `share`, or owning the record.",
        schemas: vec![("Collaborator", collaborator)],
        operations: vec![
            on("GET", "/v1/R/{id}/collaborators", "list{Kind}Collaborators", "Who works on a {kind}").pages("Collaborator"),
            on("PUT", "/v1/R/{id}/collaborators/me", "join{Kind}", "Become a collaborator")
                .about("For whoever may assign the {kind}. Everybody else is told to ask: `remedy` is `request_to_collaborate`.")
                .gives(201, named("Collaborator"), "You are.")
                .gives(200, named("Collaborator"), "You were already.")
                .refuses(ACT)
                .refuses(GIVE)
                .refuses(&[Code::AlreadyOwner]),
            on("DELETE", "/v1/R/{id}/collaborators/me", "leave{Kind}", "Stop being a collaborator")
                .about("Always works.")
                .gives_nothing(204, "You are not.")
                .refuses(ACT),
            on("PUT", "/v1/R/{id}/collaborators/{user_id}", "put{Kind}Collaborator", "Add a collaborator, or change their level")
                .about("A repeat that changes nothing tells nobody and logs nothing.")
                .may_take(put)
                .gives(201, named("Collaborator"), "They are one now.")
                .gives(200, named("Collaborator"), "They were one before.")
                .refuses(ACT)
                .refuses(GIVE)
                .refuses(&[Code::AlreadyOwner, Code::RecipientCannotSee]),
            on("DELETE", "/v1/R/{id}/collaborators/{user_id}", "remove{Kind}Collaborator", "Remove a collaborator")
                .gives_nothing(204, "They are none.")
                .refuses(ACT),
        ],
    }
}

/// Whom a share is for, in a request.
pub fn to_whom() -> Schema {
    body(vec![has("type", word(["user", "team", "everyone"]).example("team")), may("id", id().about("Of the person or team."))])
        .example(json!({"type": "team", "id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"}))
}

/// Permissions to tick.
pub fn ticked() -> Schema {
    list(named("Permission"), 20).filled().example(json!(["read", "note"])).about("`read` is always among what is given.")
}

fn book_words() -> Schema {
    word(Permissions::ALL.names().chain(["create"]))
}

fn given(mut own: Vec<Member>) -> Schema {
    let mut all = vec![has("id", id())];
    all.append(&mut own);
    all.extend([
        has(
            "effective",
            shown_list(named("Permission"))
                .about("What of it reaches the recipient: a role's ceiling cuts, and nothing reaches the inactive."),
        ),
        has("expires_at", time().mostly_null()),
        has("reason", shown().mostly_null()),
        has("granted_by", person().or_null()),
        has("created_at", time()),
    ]);
    object(all)
}

pub fn shares() -> Noun {
    let share = given(vec![
        has("lead", record_brief().about("The record, whatever its kind.")),
        has("with", named("Recipient")),
        has("permissions", shown_list(named("Permission"))),
    ]);
    let recipient = object(vec![
        has("type", word(["user", "team", "everyone"])),
        may("id", id().about("Of the person or team.")),
        has("name", shown().or_null().example("Bob Best")),
    ]);
    let new =
        body(vec![has("with", to_whom()), has("permissions", ticked()), may("expires_at", end()), may("reason", reason(LONGEST_REASON))]);
    let change = body(vec![set("permissions", ticked()), may("expires_at", end()), may("reason", reason(LONGEST_REASON))]);
    Noun {
        name: "Shares",
        about: "A record shared with a person, a team or everyone. Sharing takes the permission `share` on the record, and the capability `share` (its owner) \
                or `reshare` (anybody else). A re-share is no wider and no longer than the grant it hangs on, and ends with it.",
        schemas: vec![("Recipient", recipient.about("Whom a share reaches.")), ("Share", share)],
        operations: vec![
            on("GET", "/v1/R/{id}/shares", "list{Kind}Shares", "With whom a {kind} is shared").pages("Share"),
            on("POST", "/v1/R/{id}/shares", "share{Kind}", "Share a {kind}")
                .about("One share per recipient: sharing again replaces.")
                .takes(new)
                .gives(201, named("Share"), "It is shared.")
                .gives(200, named("Share"), "It was shared with them before; this replaces it.")
                .refuses(ACT)
                .refuses(GIVE)
                .refuses(&[Code::AlreadyOwner, Code::OwnGrant]),
            on("GET", "/v1/shares", "listShares", "What I gave or received, over all records")
                .query("direction", word(["given", "received"]).usual("given"))
                .pages("Share"),
            on("GET", "/v1/shares/{id}", "getShare", "One share").gives(200, named("Share"), "The share."),
            on("PATCH", "/v1/shares/{id}", "changeShare", "Widen, narrow, lengthen or shorten a share")
                .takes(change)
                .gives(200, named("Share"), "The share as it is now.")
                .refuses(ACT)
                .refuses(GIVE)
                .refuses(&[Code::OwnGrant]),
            on("DELETE", "/v1/shares/{id}", "endShare", "End a share")
                .about("The giver always may.")
                .gives_nothing(204, "It is over, and what hung on it.")
                .refuses(ACT),
        ],
    }
}

pub fn books() -> Noun {
    let book = {
        let mut book = vec![
            has("owner", person().about("Whose records they are.")),
            has("with", named("Recipient")),
            has("kinds", shown_list(named("Kind"))),
            has("permissions", shown_list(book_words())),
        ];
        book.push(has("version", named("VersionNumber")));
        given(book)
    };
    let kinds = || list(named("Kind"), 10).filled().about("Left out: all of them.");
    let words = || {
        list(book_words(), 20)
            .filled()
            .example(json!(["read", "create"]))
            .about("`create` lets the recipient make records that the book's owner owns.")
    };
    let new = body(vec![
        has("with", to_whom()),
        may("kinds", kinds()),
        has("permissions", words()),
        may("expires_at", end()),
        may("reason", reason(LONGEST_REASON)),
        may("owner_id", id().about("Whose book; left out: the caller's own. Somebody else's takes `assign_any`.")),
    ]);
    let change =
        body(vec![set("kinds", kinds()), set("permissions", words()), may("expires_at", end()), may("reason", reason(LONGEST_REASON))]);
    Noun {
        name: "Books",
        about: "All records of one owner, now and later, shared as a whole. Everybody with the capability `share` shares their own book; `assign_any` shares anyone's.",
        schemas: vec![("BookShare", book)],
        operations: vec![
            on("GET", "/v1/book_shares", "listBookShares", "The books that I gave or received")
                .query("direction", word(["given", "received"]).usual("given"))
                .query("owner_id", id().about("Only this person's book."))
                .pages("BookShare"),
            on("POST", "/v1/book_shares", "shareBook", "Share a book")
                .takes(new)
                .gives_versioned(201, named("BookShare"), "It is shared.")
                .gives_versioned(200, named("BookShare"), "It was shared with them before; this replaces it.")
                .refuses(GIVE)
                .refuses(&[Code::Forbidden, Code::AlreadyOwner, Code::OwnGrant]),
            on("GET", "/v1/book_shares/{id}", "getBookShare", "One book share").gives_versioned(200, named("BookShare"), "The book share."),
            on("PATCH", "/v1/book_shares/{id}", "changeBookShare", "Widen, narrow, lengthen or shorten a book share")
                .takes(change)
                .gives_versioned(200, named("BookShare"), "The book share as it is now.")
                .matches()
                .refuses(&[Code::Forbidden, Code::OwnGrant]),
            on("DELETE", "/v1/book_shares/{id}", "endBookShare", "End a book share")
                .about("For the owner, the giver, the person it is for, and whoever has `assign_any`.")
                .gives_nothing(204, "It is over.")
                .refuses(&[Code::Forbidden]),
        ],
    }
}
