//! Live connections: who may have one is looked up here, before it goes on in a record's room or in somebody's inbox.

use super::query::{self, Query};
use super::{Call, Reply, Request, records};
use crate::access;
use crate::error::{Code, Error, Refusal};
use crate::flow::live::{Door, Seat};
use crate::id::{RecordId, hash, secret};
use crate::json;
use crate::store::Results;
use crate::store::live::{ticket_insert, ticket_take};
use crate::store::person::Credential;
use crate::time::MINUTE;
use crate::wire;

/// How long a ticket waits for its connection.
const TICKET_LIFE: i64 = MINUTE;
/// What every ticket begins with.
pub const PREFIX: &str = "lt_";
/// Entries of a timeline have smaller numbers.
const MOST: i64 = 1 << 52;

/// The ticket that a connection is asked for with, as it stands in the address.
pub fn ticket_of(request: &Request) -> Option<&str> {
    request.query.split('&').find_map(|pair| pair.strip_prefix("ticket="))
}

/// `POST /v1/live_tickets`: what a browser app of another origin, which cannot send headers along, opens a connection with.
pub async fn ticket(call: &Call<'_>) -> Result<Reply, Error> {
    super::body::Fields::read(call.request)?.finish()?;
    let credential = call.credential()?;
    call.viewer().await?;
    let ticket = format!("{PREFIX}{}{}", call.config.shard.tag(), secret(32, call.ports.entropy));
    let until = call.ports.now.plus(TICKET_LIFE);
    let statements = ticket_insert(&hash(&ticket), &wire::text(&credential), until, call.ports.now);
    call.ports.db.batch(statements.into()).await?;
    Ok(Reply::json(201, &json!({"ticket": ticket, "expires_at": until})))
}

/// What the connection is asked for with: a ticket, which is used up, or what any request proves itself with.
async fn credential(call: &Call<'_>, ticket: Option<String>) -> Result<Credential, Error> {
    let Some(ticket) = ticket else { return Ok(call.credential()?) };
    let refused = || Refusal::new(Code::Unauthenticated, "The ticket is unknown, used up or too old. Ask for another one.");
    let rows = call.ports.db.batch(vec![ticket_take(&hash(&ticket), call.ports.now)]).await?.pop().unwrap_or_default();
    Ok(Results::new(vec![rows]).first()?.ok_or_else(refused)?)
}

fn entered(call: &Call<'_>, door: Door, seat: Seat) -> Result<Reply, Error> {
    let upgrade = call.request.header("upgrade").is_some_and(|value| value.eq_ignore_ascii_case("websocket"));
    if !upgrade || call.request.method != "GET" {
        return Err(Refusal::new(Code::UpgradeRequired, "Connect with a WebSocket.").into());
    }
    *call.trace.upgrade.borrow_mut() = Some((door, seat));
    Ok(Reply { status: 101, ..Reply::empty() })
}

/// `GET /v1/leads/{id}/live`
pub async fn record(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let ticket = query.text("ticket")?;
    let number = |text: String| text.parse().ok().filter(|seq| (0..MOST).contains(seq));
    let since = match query.text("since")? {
        None => None,
        Some(text) => Some(number(text).ok_or_else(|| query::refuse("since", "must be the number of a timeline entry"))?),
    };
    query.finish()?;
    let credential = credential(call, ticket).await?;
    let id = call.id(0, RecordId::parse)?;
    let (seen, _) = records::stand(call, &credential, &id, Vec::new()).await?;
    access::may_see(&seen.standing)?;
    if seen.standing.deleted {
        return Err(Refusal::not_found().into());
    }
    entered(call, Door::Room(id), Seat::new(seen.viewer.id, credential, since))
}

/// `GET /v1/me/live`
pub async fn me(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let ticket = query.text("ticket")?;
    query.finish()?;
    let credential = credential(call, ticket).await?;
    let (viewer, _) = call.ask(&credential, Vec::new()).await?;
    entered(call, Door::Inbox(viewer.id.clone()), Seat::new(viewer.id, credential, None))
}
