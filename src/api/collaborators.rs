//! Collaborators of a record.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::{Call, Reply, records, view};
use crate::error::{Error, Refusal};
use crate::flow::room::Action;
use crate::id::{RecordId, UserId};
use crate::model::Level;
use crate::store::grant::{CollaboratorRow, collaborator_page};

/// `GET /v1/leads/{id}/collaborators`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let after = match query.cursor::<2>("collaborators")? {
        None => None,
        Some([at, id]) => Some(at.as_i64().zip(id.as_str().and_then(UserId::parse)).ok_or_else(Refusal::cursor)?),
    };
    query.finish()?;
    let id = call.id(0, RecordId::parse)?;
    let (_, mut results) = records::see(call, &id, vec![collaborator_page(&id, after.as_ref(), limit + 1, call.ports.now)]).await?;
    let rows = results.all::<CollaboratorRow>()?;
    let (rows, next) = view::cut(rows, limit, "collaborators", |row| vec![Json::from(row.added_at.0), Json::from(row.id.as_str())]);
    let data: Vec<Json> = rows.iter().map(view::collaborator).collect();
    Ok(view::page(call.request, &data, next))
}

/// `PUT /v1/leads/{id}/collaborators/{user_id}`
pub async fn put(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let level = body.choice("level", Level::ALL, Level::text);
    let notify = body.boolean("notify").unwrap_or(true);
    body.finish()?;
    let viewer = call.viewer().await?;
    let record = call.id(0, RecordId::parse)?;
    let user = call.id(1, UserId::parse)?;
    records::send(call, &viewer, record, true, Action::PutCollaborator { user, level, notify }).await
}

/// `PUT /v1/leads/{id}/collaborators/me`: become a collaborator.
pub async fn join(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    Fields::read(call.request)?.finish()?;
    records::act(call, Action::Join).await
}

/// `DELETE /v1/leads/{id}/collaborators/{user_id}`
pub async fn remove(call: &Call<'_>) -> Result<Reply, Error> {
    let user = call.id(1, UserId::parse)?;
    records::act(call, Action::RemoveCollaborator { user }).await
}

/// `DELETE /v1/leads/{id}/collaborators/me`: leave.
pub async fn leave(call: &Call<'_>) -> Result<Reply, Error> {
    let viewer = call.viewer().await?;
    let record = call.id(0, RecordId::parse)?;
    let user = viewer.id.clone();
    records::send(call, &viewer, record, true, Action::RemoveCollaborator { user }).await
}
