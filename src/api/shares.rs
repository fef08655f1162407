//! Shares of a record with a person, a team or everyone.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::{Call, Reply, records, view};
use crate::error::{Error, Refusal};
use crate::flow::room::Action;
use crate::id::{GrantId, RecordId, TeamId, UserId};
use crate::model::{Recipient, Update, Viewer};
use crate::record::decide::ShareAsk;
use crate::store::grant::{ShareRow, share_get, share_mine, share_page};
use crate::time::Timestamp;

const LONGEST_REASON: usize = 1000;

/// Reads `with` and what it names.
pub fn recipient(body: &mut Fields) -> Option<Recipient> {
    let Some(mut with) = body.object("with") else {
        if !body.errors.iter().any(|error| error.field == "with") {
            body.wrong("with", "required", "is required: {\"type\": \"user\" | \"team\" | \"everyone\", \"id\"}");
        }
        return None;
    };
    let kind = with.choice("type", &["user", "team", "everyone"], |word| word);
    let missing_id = |with: &mut Fields| {
        if with.errors.is_empty() {
            with.wrong("id", "required", "is required");
        }
    };
    let found = match kind {
        Some("user") => with.id("id", UserId::parse).map(|id| Recipient::User { id }).or_else(|| {
            missing_id(&mut with);
            None
        }),
        Some("team") => with.id("id", TeamId::parse).map(|id| Recipient::Team { id }).or_else(|| {
            missing_id(&mut with);
            None
        }),
        Some(_) => {
            if with.rest().get("id").is_some_and(Json::is_null) {
                with.take("id");
            }
            Some(Recipient::Everyone)
        }
        None => {
            if with.errors.is_empty() {
                with.wrong("type", "required", "is required");
            }
            with.take("id");
            None
        }
    };
    body.close(with);
    found
}

fn answer(call: &Call<'_>, rows: Vec<ShareRow>, limit: i64, list: &str) -> Reply {
    let (rows, next) = view::cut(rows, limit, list, |row| vec![Json::from(row.id.as_str())]);
    let data: Vec<Json> = rows.iter().map(view::share).collect();
    view::page(call.request, &data, next)
}

/// `GET /v1/leads/{id}/shares`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let before = query.cursor_id("shares", GrantId::parse)?;
    query.finish()?;
    let id = call.id(0, RecordId::parse)?;
    let (_, mut results) = records::see(call, &id, vec![share_page(&id, before.as_ref(), limit + 1, call.ports.now)]).await?;
    Ok(answer(call, results.all()?, limit, "shares"))
}

/// `GET /v1/shares`
pub async fn mine(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let given = query.choice("direction", &[true, false], |given| if given { "given" } else { "received" })?.unwrap_or(true);
    let limit = query.limit()?;
    let list = if given { "shares:given" } else { "shares:received" };
    let before = query.cursor_id(list, GrantId::parse)?;
    query.finish()?;
    let credential = call.credential()?;
    let now = call.ports.now;
    let (_, mut results) = call.ask(&credential, vec![share_mine(&credential, given, before.as_ref(), limit + 1, now)]).await?;
    Ok(answer(call, results.all()?, limit, list))
}

/// A share's terms; nothing when they are wrong, which is noted.
pub fn terms(body: &mut Fields, now: Timestamp) -> Option<ShareAsk> {
    let before = body.errors.len();
    let with = recipient(body);
    let wrong = body.errors.len();
    let permissions = body.permissions("permissions");
    if permissions.is_none() && body.errors.len() == wrong {
        body.wrong("permissions", "required", "is required");
    }
    let expires_at = body.future("expires_at", now);
    let reason = body.text("reason", LONGEST_REASON);
    let ask = ShareAsk { with: with?, permissions: permissions?, expires_at, reason };
    (body.errors.len() == before).then_some(ask)
}

/// `POST /v1/leads/{id}/shares`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let ask = terms(&mut body, call.ports.now);
    body.finish()?;
    let Some(ask) = ask else { return Err(Refusal::field("with", "required", "is required").into()) };
    records::act(call, Action::Share(ask)).await
}

/// The share that the path names and who calls.
async fn known(call: &Call<'_>) -> Result<(Box<Viewer>, Box<ShareRow>), Error> {
    let credential = call.credential()?;
    let id = call.id(0, GrantId::parse)?;
    let now = call.ports.now;
    let (viewer, mut results) = call.ask(&credential, vec![share_get(&credential, &id, now)]).await?;
    let row = results.found::<ShareRow>()?;
    Ok((viewer, row))
}

/// `GET /v1/shares/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let (viewer, row) = known(call).await?;
    // Whoever sees the record sees its shares; a giver sees what they gave.
    if row.granted_by.as_ref() != Some(&viewer.id) {
        records::see(&call.about(&row.record, row.kind), &row.record, Vec::new()).await?;
    }
    Ok(Reply::json(200, &view::share(&row)))
}

/// `PATCH /v1/shares/{id}`
pub async fn change(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let now = call.ports.now;
    let mut body = Fields::read(call.request)?;
    if body.has("permissions") && body.rest().get("permissions").is_some_and(Json::is_null) {
        body.wrong("permissions", "required", "cannot be cleared; delete the share to end it");
    }
    let permissions = body.permissions("permissions");
    let expires_at = Update::of(body.has("expires_at"), body.future("expires_at", now));
    let reason = Update::of(body.has("reason"), body.text("reason", LONGEST_REASON));
    body.finish()?;
    let (viewer, row) = known(call).await?;
    records::send(call, &viewer, row.record, false, Action::ChangeShare { share: row.id, permissions, expires_at, reason }).await
}

/// `DELETE /v1/shares/{id}`
pub async fn end(call: &Call<'_>) -> Result<Reply, Error> {
    let (viewer, row) = known(call).await?;
    records::send(call, &viewer, row.record, false, Action::EndShare { share: row.id }).await
}
