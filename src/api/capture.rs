//! Where forms are delivered. No person calls here: the key in the address names the source, and its provider knows a
//! delivery from a forgery.

use serde_json::Value as Json;

use super::{Call, MOST_CAPTURE, Reply, keys};
use crate::capture::{Inbound, PROVIDERS};
use crate::error::{Code, Error, Refusal};
use crate::flow::capture::{Arrival, Outcome, capture};
use crate::id::OrgId;
use crate::json;

/// What every key in an address is at most as long as.
const LONGEST_KEY: usize = 200;

fn outcome(outcome: &Outcome) -> Json {
    let mut body = json!({"status": outcome.status, "delivery_id": outcome.delivery});
    if let Some(code) = outcome.code {
        body["code"] = Json::from(code);
    }
    body
}

/// `POST /v1/capture/{key}`
pub async fn receive(call: &Call<'_>) -> Result<Reply, Error> {
    let request = call.request;
    let body = request.body.as_deref().filter(|body| body.len() <= MOST_CAPTURE);
    let body = body.ok_or_else(|| Refusal::new(Code::TooLarge, "A delivery may have at most 256 KB."))?;
    let key = call.params.first().filter(|key| key.len() <= LONGEST_KEY).ok_or_else(Refusal::not_found)?;
    let query = if request.query.is_empty() { String::new() } else { format!("?{}", request.query) };
    let url = format!("{}{}{query}", request.origin, request.path);
    let inbound = Inbound { method: &request.method, url: &url, headers: &request.headers, body };
    let found = |org: &OrgId, origins: &[String]| call.trace.note(org, origins);
    let arrival =
        Arrival { providers: PROVIDERS, key, key_hash: &keys::hash(key), inbound: &inbound, request_id: call.request_id, found: &found };
    let captured = capture(call.ports, call.outside.rooms, &arrival).await?;
    if let Some(address) = captured.redirect {
        return Ok(Reply { status: 303, ..Reply::empty() }.with("location", address));
    }
    let all: Vec<Json> = captured.outcomes.iter().map(outcome).collect();
    let mut body = all.first().cloned().unwrap_or_default();
    if all.len() > 1 {
        body["submissions"] = Json::from(all);
    }
    // Exactly `200`: one vendor shows its visitor an error on anything else.
    Ok(Reply::json(200, &body))
}
