//! What people are told.

use leadroom::error::Code;
use leadroom::notice::{Email, Notice};

use super::{Noun, record_brief};
use crate::operation::on;
use crate::schema::{Member, Schema, body, boolean, count, has, id, list, may, named, object, shown, shown_list, text, time, word};

const MOST_READ: usize = 1000;

fn web_page() -> Schema {
    shown().example("<!doctype html>…")
}

/// What a mail program sends for its reader.
fn click() -> Schema {
    object(vec![may("List-Unsubscribe", shown().example("One-Click"))])
}

pub fn notices() -> Noun {
    let kinds = || word(Notice::ALL.iter().map(|notice| notice.text()));
    let email = || word(Email::ALL.iter().map(|email| email.text())).example("instant");
    let notification = object(vec![
        has("id", id()),
        has("type", kinds()),
        has(
            "lead",
            record_brief()
                .or_null()
                .about("The record, whatever its kind. Null where it is about many, and for whoever may not see it any more."),
        ),
        has("actor", named("Actor")),
        has(
            "summary",
            shown()
                .example("Ann Able assigned Müller GmbH to you")
                .about("Plain text. It quotes nothing of a record that one may not see any more."),
        ),
        has("count", count().about("About how many records: more than one only in a summary of one action on many.")),
        has("created_at", time()),
        has("read_at", time().mostly_null()),
    ]);
    let unread = || count().about("How many are unread, counted up to 10,000.");
    let page = object(vec![
        has("data", shown_list(named("Notification"))),
        has("next_cursor", text(1000).mostly_null().about("The cursor of the next page; null on the last one.")),
        has("unread", unread()),
    ]);
    let preference = || object(vec![has("in_app", boolean()), has("email", email())]);
    let all = |member: fn(&'static str) -> Member| Notice::ALL.iter().map(|notice| member(notice.text())).collect::<Vec<_>>();
    let wish = |text| {
        let preference =
            body(vec![may("in_app", boolean()), may("email", word(Email::ALL.iter().map(|email| email.text())).example("digest"))]);
        // One is enough of an example.
        may(text, if text == Notice::NoteAdded.text() { preference } else { preference.absent() })
    };
    let mark = |put: bool, path, operation, summary, about: &'static str| {
        on(if put { "PUT" } else { "DELETE" }, path, operation, summary).about(about).gives_nothing(204, "It is so.")
    };
    Noun {
        name: "Notifications",
        about: "What people are told, once for each act, whatever number of reasons there are. The act's author is not told, nor is whoever is \
            inactive or cannot see the record at the moment of telling; only what ends somebody's own access, or their own request, they hear all the same.",
        schemas: vec![
            ("Notification", notification),
            ("Notifications", page),
            ("NotificationPreference", preference()),
            ("NotificationPreferences", object(all(|text| has(text, named("NotificationPreference"))))),
        ],
        operations: vec![
            on("GET", "/v1/notifications", "listNotifications", "What one was told, newest first")
                .query("unread", boolean().about("Only those that are unread, or only those that are read."))
                .query("limit", named("Limit"))
                .query("cursor", named("Cursor"))
                .answers(200, Some(("application/json", named("Notifications"))), "A page.", vec!["Link"])
                .refuses(&[Code::InvalidCursor]),
            on("POST", "/v1/notifications/read", "readNotifications", "Mark as read")
                .about("Either those with these ids or all. What is no notification of the caller's is passed over.")
                .takes(body(vec![may("ids", list(id(), MOST_READ)), may("all", boolean().absent())]))
                .gives(200, object(vec![has("unread", unread())]), "They are read."),
            on("GET", "/v1/me/notification_preferences", "getNotificationPreferences", "How one is told, by type").gives(
                200,
                named("NotificationPreferences"),
                "All types.",
            ),
            on("PUT", "/v1/me/notification_preferences", "putNotificationPreferences", "Say how one wants to be told")
                .about("What is not named stays as it is, and null is as usual again. Who wants something neither in the app nor by e-mail is told the next reason there is, if any.")
                .takes(body(Notice::ALL.iter().map(|notice| wish(notice.text())).collect()))
                .gives(200, named("NotificationPreferences"), "All types, as they are now."),
            mark(true, "/v1/R/{id}/watch", "watch{Kind}", "Hear of what goes on around a {kind}", "As its owner and its collaborators do, for as long as one may see it."),
            mark(false, "/v1/R/{id}/watch", "unwatch{Kind}", "Hear no more of it than one's part in it brings", ""),
            mark(
                true,
                "/v1/R/{id}/mute",
                "mute{Kind}",
                "Hear nothing of what goes on around a {kind}",
                "What is meant for oneself in particular (an assignment, a mention, a task, a request) is told all the same.",
            ),
            mark(false, "/v1/R/{id}/mute", "unmute{Kind}", "Hear of it again", ""),
            on("GET", "/v1/unsubscribe/{token}", "askToUnsubscribe", "The page behind the link in every mail")
                .about("It asks for a click. To look at it ends nothing.")
                .answers(200, Some(("text/html", web_page())), "The page.", vec![])
                .refuses(&[Code::NotFound]),
            on("POST", "/v1/unsubscribe/{token}", "unsubscribe", "End the mail to a person with one click")
                .about(
                    "For every type of notification (RFC 8058); the person's preferences turn it on again. Codes to sign in are still sent. The \
                     address is all that it takes: what a mail program sends along is not looked at.",
                )
                .takes_any(vec![("application/x-www-form-urlencoded", click()), ("multipart/form-data", click())])
                .optional()
                .answers(200, Some(("text/html", web_page())), "They get no more mail.", vec![])
                .refuses(&[Code::NotFound]),
        ],
    }
}

pub fn letters() -> Noun {
    let letter = object(vec![
        has("id", id()),
        has(
            "job",
            shown()
                .example("events")
                .about("What was to be done: `events` and `bulk` tell people of what happened, `due` reminds of a task, …"),
        ),
        has("subject_id", id().or_null().about("What it was about.")),
        has("code", word(["unavailable", "internal_error", "unreadable", "crashed"]).about("Why it failed the last time.")),
        has("deaths", count().about("How often it came to this.")),
        has("created_at", time()),
        has("died_at", time()),
    ]);
    Noun {
        name: "Dead letters",
        about: "What follows a change is done in the background, and tried again for a quarter of an hour when it fails. What failed all the same stands here. \
            For whoever has the capability `manage_settings`.",
        schemas: vec![("DeadLetter", letter)],
        operations: vec![
            on("GET", "/v1/dead_letters", "listDeadLetters", "What could not be done, newest first")
                .pages("DeadLetter")
                .refuses(&[Code::Forbidden]),
            on("GET", "/v1/dead_letters/{id}", "getDeadLetter", "One of them")
                .gives(200, named("DeadLetter"), "It.")
                .refuses(&[Code::Forbidden]),
            on("POST", "/v1/dead_letters/{id}/replay", "replayDeadLetter", "Have it tried again")
                .about("It is no dead letter any more, unless it comes to that again.")
                .gives_nothing(204, "It is under way.")
                .refuses(&[Code::Forbidden]),
            on("DELETE", "/v1/dead_letters/{id}", "dropDeadLetter", "Leave it undone")
                .gives_nothing(204, "It is gone.")
                .refuses(&[Code::Forbidden]),
        ],
    }
}
