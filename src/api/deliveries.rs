//! What sources have delivered: every verified delivery with what became of it and its raw body, secrets removed.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::sources::{known, manager};
use super::{Call, Reply, view};
use crate::error::{Code, Error, Refusal};
use crate::flow::delivery::take;
use crate::id::DeliveryId;
use crate::json;
use crate::store::Results;
use crate::store::source::{DeliveryRow, Status, delivery_get, delivery_page, delivery_replay};

/// How much of each body a list shows, in characters.
const SHOWN: i64 = 4000;

fn shown(row: &DeliveryRow) -> Json {
    let shown = row.body.as_ref().map_or(0, |body| body.chars().count());
    json!({
        "id": row.id,
        "source_id": row.source_id,
        "status": row.status,
        "code": row.code,
        "record_id": row.record_id,
        "received_at": row.received_at,
        "content_type": row.content_type,
        "body": row.body,
        "body_encoding": if row.base64 == 1 { "base64" } else { "text" },
        "body_truncated": row.length.is_some_and(|length| usize::try_from(length).is_ok_and(|length| length > shown)),
    })
}

/// `GET /v1/sources/{id}/deliveries`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let status = query.choice("status", Status::ALL, Status::text)?;
    let before = query.cursor_id("deliveries", DeliveryId::parse)?;
    query.finish()?;
    let (_, _, mut results) = known(call, |id| Some(delivery_page(id, status, before.as_ref(), SHOWN, limit + 1))).await?;
    let (rows, next) = view::cut(results.all::<DeliveryRow>()?, limit, "deliveries", |row| vec![Json::from(row.id.as_str())]);
    let data: Vec<Json> = rows.iter().map(shown).collect();
    Ok(view::page(call.request, &data, next))
}

/// `GET /v1/deliveries/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let id = call.id(0, DeliveryId::parse)?;
    let (_, mut results) = manager(call, vec![delivery_get(&call.credential()?, &id, call.ports.now)]).await?;
    Ok(Reply::json(200, &shown(&*results.found::<DeliveryRow>()?)))
}

/// `POST /v1/deliveries/{id}/replay`: what failed is taken up again, as its source is now.
pub async fn replay(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    Fields::read(call.request)?.finish()?;
    let id = call.id(0, DeliveryId::parse)?;
    let (_, mut results) = manager(call, vec![delivery_get(&credential, &id, call.ports.now)]).await?;
    results.first::<DeliveryRow>()?.ok_or_else(Refusal::not_found)?;
    if call.ports.db.batch(delivery_replay(&id, call.ports.now).into()).await?.concat().is_empty() {
        return Err(Refusal::new(Code::NotFailed, "Only a failed delivery whose body is still kept can be replayed.").into());
    }
    take(call.ports, &call.outside, &id).await?;
    let rows = call.ports.db.batch(vec![delivery_get(&credential, &id, call.ports.now)]).await?;
    Ok(Reply::json(200, &shown(&Results::new(rows).first::<DeliveryRow>()?.ok_or_else(Refusal::not_found)?)))
}
