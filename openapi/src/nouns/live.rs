//! Live connections.

use leadroom::error::Code;

use super::Noun;
use crate::operation::on;
use crate::schema::{has, integer, object, shown, text, time};

const LONGEST_TICKET: usize = 200;

pub fn live() -> Noun {
    let ticket =
        || text(LONGEST_TICKET).example("lt_5Jm0…").about("A ticket, for whoever cannot send a header along: it opens one connection.");
    Noun {
        name: "Live",
        about: "WebSockets. Text frames carry JSON objects with a `type`; `ping` is answered with `pong`. A connection is closed with 4401 when the credential \
            that it was opened with ends, with 4403 when the access ends, and with 4404 when the record is deleted.",
        schemas: vec![],
        operations: vec![
            on("GET", "/v1/R/{id}/live", "open{Kind}Live", "Hear what happens to a {kind}, and who looks at it")
                .about(
                    "`hello` comes first, with the record's `version` and its `viewers`; then every entry of the timeline as an `event`, once and in order, and \
                    `presence` when somebody comes or goes. `revoked` comes before the close when the access ends.",
                )
                .query("since", integer(0, 1 << 52).about("The last `seq` that is known: what came after it is heard first."))
                .query("ticket", ticket())
                .answers(101, None, "The connection is open.", vec![])
                .refuses(&[Code::UpgradeRequired]),
            on("GET", "/v1/me/live", "openInbox", "Hear what is new for oneself")
                .about("`notification`, `unread` and `job`, as they come.")
                .query("ticket", ticket())
                .answers(101, None, "The connection is open.", vec![])
                .refuses(&[Code::UpgradeRequired]),
            on("POST", "/v1/live_tickets", "createLiveTicket", "Get a ticket for one connection")
                .about("For browser apps of other origins. It is used up by the first connection, and lives a minute.")
                .may_take(object(vec![]))
                .gives(201, object(vec![has("ticket", shown().example("lt_5Jm0…")), has("expires_at", time())]), "The ticket, shown this once."),
        ],
    }
}
