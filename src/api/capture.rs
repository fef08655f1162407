//! Where forms are delivered. No person calls here: the key in the address names the source, and its provider knows a
//! delivery from a forgery.

use serde_json::Value as Json;

use super::query::Query;
use super::{Call, MOST_CAPTURE, Reply, keys};
use crate::capture::signature::same;
use crate::capture::{Inbound, PROVIDERS};
use crate::error::{Code, Error, Refusal};
use crate::flow::capture::{Arrival, Outcome, capture, source_at};
use crate::json;
use crate::store::source::{Found, Status};

/// What every key in an address is at most as long as.
const LONGEST_KEY: usize = 200;

fn told(outcome: &Outcome, code: Option<&str>) -> Json {
    let status = if outcome.status == Status::Received { "queued" } else { outcome.status.text() };
    let mut body = json!({"status": status, "delivery_id": outcome.delivery});
    if let (Some(code), Status::Failed | Status::Ignored) = (code, outcome.status) {
        body["code"] = Json::from(code);
    }
    body
}

/// The key in the path, and the source whose it is.
async fn found<'a>(call: &'a Call<'_>) -> Result<(&'a str, Found), Error> {
    let key = call.params.first().filter(|key| key.len() <= LONGEST_KEY).ok_or_else(Refusal::not_found)?;
    let found = source_at(call.ports, &keys::hash(key)).await?;
    call.trace.note(&found.source.org, &found.source.config.allowed_origins);
    Ok((key, found))
}

/// `POST /v1/capture/{key}`
pub async fn receive(call: &Call<'_>) -> Result<Reply, Error> {
    let request = call.request;
    let body = request.body.as_deref().filter(|body| body.len() <= MOST_CAPTURE);
    let body = body.ok_or_else(|| Refusal::new(Code::TooLarge, "A delivery may have at most 256 KB."))?;
    let query = if request.query.is_empty() { String::new() } else { format!("?{}", request.query) };
    let url = format!("{}{}{query}", request.origin, request.path);
    let inbound = Inbound { method: &request.method, url: &url, headers: &request.headers, body };
    let (key, found) = found(call).await?;
    let arrival = Arrival { providers: PROVIDERS, key, inbound: &inbound, turnstile_url: &call.config.turnstile_url };
    let captured = capture(call.ports, &call.outside, &found, &arrival).await?;
    if let Some(address) = captured.redirect {
        return Ok(Reply { status: 303, ..Reply::empty() }.with("location", address));
    }
    let all: Vec<Json> = captured.outcomes.iter().map(|outcome| told(outcome, captured.code)).collect();
    let mut body = all.first().cloned().unwrap_or_default();
    if all.len() > 1 {
        body["submissions"] = Json::from(all);
    }
    // Exactly `200`: one vendor shows its visitor an error on anything else.
    Ok(Reply::json(200, &body))
}

/// `GET /v1/capture/{key}`: a vendor that is being set up asks to have its challenge repeated, and shows that it knows the token.
pub async fn challenge(call: &Call<'_>) -> Result<Reply, Error> {
    let (_, found) = found(call).await?;
    let mut query = Query::read(&call.request.query);
    let (mode, token, challenge) = (query.text("hub.mode")?, query.text("hub.verify_token")?, query.text("hub.challenge")?);
    let expected = found.source.config.verify_token.as_deref().unwrap_or_default();
    if mode.as_deref() != Some("subscribe") || !same(expected, token.as_deref().unwrap_or_default()) {
        return Err(Refusal::not_found().into());
    }
    Ok(Reply { status: 200, body: challenge.unwrap_or_default(), ..Reply::empty() }.with("content-type", "text/plain; charset=utf-8"))
}
