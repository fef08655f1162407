//! Requests to collaborate.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::{Call, Reply, records, view};
use crate::access;
use crate::error::Error;
use crate::flow::room::Action;
use crate::id::RequestId;
use crate::model::{Level, Request, RequestStatus, Viewer};
use crate::request::{Approval, Ask};
use crate::store::request::{request_get, request_page};

const LONGEST_NOTE: usize = 2000;

/// `POST /v1/leads/{id}/collaboration_requests`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let level = body.choice("level", Level::ALL, Level::text).unwrap_or(Level::Collaborator);
    let reason = body.text("reason", LONGEST_NOTE);
    let until = body.future("until", call.ports.now);
    body.finish()?;
    records::act(call, Action::Ask(Ask { level, reason, until })).await
}

/// `GET /v1/collaboration_requests`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let incoming = query.choice("box", &[true, false], |incoming| if incoming { "incoming" } else { "outgoing" })?.unwrap_or(true);
    let status = query.choice("status", RequestStatus::ALL, RequestStatus::text)?;
    let limit = query.limit()?;
    let list = if incoming { "requests:incoming" } else { "requests:outgoing" };
    let before = query.cursor_id(list, RequestId::parse)?;
    query.finish()?;
    let credential = call.credential()?;
    let now = call.ports.now;
    let (_, mut results) =
        call.ask(&credential, vec![request_page(&credential, incoming, status, before.as_ref(), limit + 1, now)]).await?;
    let (rows, next) = view::cut(results.all::<Request>()?, limit, list, |row| vec![Json::from(row.id.as_str())]);
    let data: Vec<Json> = rows.iter().map(|row| view::request(row, now)).collect();
    Ok(view::page(call.request, &data, next))
}

/// The request that the path names and who calls.
async fn known(call: &Call<'_>) -> Result<(Box<Viewer>, Box<Request>), Error> {
    let credential = call.credential()?;
    let id = call.id(0, RequestId::parse)?;
    let now = call.ports.now;
    let (viewer, mut results) = call.ask(&credential, vec![request_get(&credential, &id, now)]).await?;
    let request = results.found::<Request>()?;
    Ok((viewer, request))
}

/// `GET /v1/collaboration_requests/{id}`: for its requester, and for whoever manages the record's collaborators.
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let (viewer, request) = known(call).await?;
    if request.requester_id != viewer.id {
        let about = call.about(&request.record, request.kind);
        let (seen, _) = records::stand(&about, &call.credential()?, &request.record, Vec::new()).await?;
        if access::may_decide(&seen.standing, &seen.record).is_err() {
            access::may_manage_collaborators(&seen.standing)?;
        }
    }
    Ok(Reply::json(200, &view::request(&request, call.ports.now)))
}

/// `POST /v1/collaboration_requests/{id}/approve`
pub async fn approve(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let level = body.choice("level", Level::ALL, Level::text);
    let until = body.time("until");
    let note = body.text("note", LONGEST_NOTE);
    body.finish()?;
    let (viewer, request) = known(call).await?;
    let action = Action::Approve { request: request.id, requester: request.requester_id, approval: Approval { level, until, note } };
    records::send(call, &viewer, request.record, false, action).await
}

/// `POST /v1/collaboration_requests/{id}/deny`
pub async fn deny(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let note = body.required_text("note", LONGEST_NOTE);
    body.finish()?;
    let (viewer, request) = known(call).await?;
    records::send(call, &viewer, request.record, false, Action::Deny { request: request.id, note }).await
}

/// `POST /v1/collaboration_requests/{id}/cancel`
pub async fn cancel(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    Fields::read(call.request)?.finish()?;
    let (viewer, request) = known(call).await?;
    records::send(call, &viewer, request.record, false, Action::Cancel { request: request.id }).await
}
