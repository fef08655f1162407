//! Outgoing webhooks: where they send, what they ask for, and what became of each delivery. All of it takes the capability
//! `manage_settings`. A secret is shown once, when it is made, and never again.
//!
//! All that reads is one function, and all that writes another: each differs in its statements only.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::work::{json, one, page};
use super::{Call, Reply, records};
use crate::access::Capabilities;
use crate::capture::standard_webhooks::SCHEME;
use crate::error::{Code, Error, Refusal, StoreError};
use crate::id::{WebhookDeliveryId, WebhookId};
use crate::job::Job;
use crate::model::Viewer;
use crate::show;
use crate::sql::{Stmt, read as read_value};
use crate::store::Results;
use crate::store::webhook::{
    STATUSES, Terms, event_words, webhook_delete, webhook_delivery_get, webhook_delivery_page, webhook_delivery_replay, webhook_get,
    webhook_insert, webhook_page, webhook_rotate, webhook_update,
};
use crate::target::{Target, target};
use crate::time::HOUR;

/// How long the secret before signs, too, when a webhook gets another.
const OVERLAP: i64 = 24 * HOUR;
/// The most webhooks of an organisation: every event is held against each.
pub const MOST: i64 = 50;
/// The longest address.
pub const LONGEST_URL: usize = 2000;
/// How often a change is made again when another one was first.
const ATTEMPTS: usize = 5;

/// Who calls, if they may manage webhooks, and what `statements` read.
async fn manager(call: &Call<'_>, statements: Vec<Stmt>) -> Result<(Box<Viewer>, Results), Error> {
    let (viewer, results) = call.ask(&call.credential()?, statements).await?;
    if viewer.capabilities.has(Capabilities::MANAGE_SETTINGS) {
        return Ok((viewer, results));
    }
    Err(Refusal::forbidden("manage_settings", "ask_admin", "Your role lacks the capability `manage_settings`.").into())
}

/// `GET /v1/webhooks`, `…/{id}`, `…/{id}/deliveries`, `GET /v1/webhook_deliveries/{id}`
pub async fn read(call: &Call<'_>) -> Result<Reply, Error> {
    let (credential, now) = (call.credential()?, call.ports.now);
    let mut query = Query::read(&call.request.query);
    let path = call.trace.route.get();
    let (list, limit) = match path {
        "/v1/webhooks" => ("webhooks", query.limit()?),
        "/v1/webhooks/{id}/deliveries" => ("webhook_deliveries", query.limit()?),
        _ => ("", 0),
    };
    let statements = match (path, list) {
        (_, "webhooks") => vec![webhook_page(&credential, query.cursor_id(list, WebhookId::parse)?.as_ref(), limit + 1, now)],
        (_, "webhook_deliveries") => {
            let status = query.choice("status", STATUSES, |status| status)?;
            let before = query.cursor_id(list, WebhookDeliveryId::parse)?;
            let id = call.id(0, WebhookId::parse)?;
            let page = webhook_delivery_page(&credential, &id, status, before.as_ref(), limit + 1, now);
            vec![page, webhook_get(&credential, &id, now)]
        }
        ("/v1/webhooks/{id}", _) => vec![webhook_get(&credential, &call.id(0, WebhookId::parse)?, now)],
        _ => vec![webhook_delivery_get(&credential, &call.id(0, WebhookDeliveryId::parse)?, now)],
    };
    query.finish()?;
    let (_, mut results) = manager(call, statements).await?;
    let mut rows = results.take()?;
    if list.is_empty() {
        return Ok(one(rows.pop().ok_or_else(Refusal::not_found)?));
    }
    if list != "webhooks" && results.take()?.is_empty() {
        return Err(Refusal::not_found().into());
    }
    Ok(page(call, rows, limit, list))
}

/// What a request does.
enum Change {
    Make,
    Edit,
    Delete,
    Rotate,
    Replay(WebhookDeliveryId),
}

/// What a body says of a webhook.
#[derive(Clone, Default)]
struct Draft {
    url: Option<String>,
    events: Option<Vec<String>>,
    enabled: Option<bool>,
}

/// Reads the body of `change` strictly.
fn draft(call: &Call<'_>, change: &Change) -> Result<Draft, Refusal> {
    let (mut body, mut draft) = (Fields::read(call.request)?, Draft::default());
    let new = matches!(change, Change::Make);
    if !new && !matches!(change, Change::Edit) {
        return body.finish().map(|()| draft);
    }
    if new || body.has("url") {
        let before = body.errors.len();
        let url = body.required_text("url", LONGEST_URL);
        let fine = match target(&url) {
            Some(Target::Name(_)) => true,
            Some(Target::Here) => call.outside.setup.webhooks_here,
            None => false,
        };
        if !fine && body.errors.len() == before {
            body.wrong(
                "url",
                "invalid_url",
                "must be an https address with a public name, without a user, and with port 443 or one above 1023",
            );
        }
        draft.url = Some(url);
    }
    if new || body.has("events") {
        let before = body.errors.len();
        let words = event_words();
        let known: Vec<&str> = words.iter().map(String::as_str).collect();
        let asked = body.filled_set("events", "event", known.len(), &known, |word| words.iter().position(|known| known == word));
        if asked.is_none() && body.errors.len() == before {
            body.wrong("events", "required", "is required");
        }
        let mut asked = asked.unwrap_or_default();
        asked.sort_unstable();
        asked.dedup();
        draft.events = Some(asked.into_iter().map(|index| words[index].clone()).collect());
    }
    if body.has("enabled") {
        let before = body.errors.len();
        draft.enabled = body.boolean("enabled");
        if draft.enabled.is_none() && body.errors.len() == before {
            body.wrong("enabled", "required", "must be true or false");
        }
    }
    body.finish().map(|()| draft)
}

impl Draft {
    /// What it makes of a webhook as callers see it.
    fn over(self, before: &Json) -> Terms {
        Terms {
            url: self.url.or_else(|| read_value(before["url"].clone())).unwrap_or_default(),
            events: self.events.or_else(|| read_value(before["events"].clone())).unwrap_or_default(),
            enabled: self.enabled.or_else(|| before["enabled"].as_bool()).unwrap_or(true),
        }
    }
}

/// `POST /v1/webhooks`, `PATCH` and `DELETE /v1/webhooks/{id}`, `POST …/{id}/rotate_secret`,
/// `POST /v1/webhook_deliveries/{id}/replay`
pub async fn write(call: &Call<'_>) -> Result<Reply, Error> {
    let (credential, now, entropy) = (call.credential()?, call.ports.now, call.ports.entropy);
    let change = match (call.request.method.as_str(), call.trace.route.get()) {
        ("DELETE", _) => Change::Delete,
        ("PATCH", _) => Change::Edit,
        (_, "/v1/webhooks") => Change::Make,
        (_, "/v1/webhooks/{id}/rotate_secret") => Change::Rotate,
        _ => Change::Replay(call.id(0, WebhookDeliveryId::parse)?),
    };
    let new = matches!(change, Change::Make);
    let id = if new { WebhookId::mint(now, entropy) } else { call.id(0, WebhookId::parse)? };
    let seen = if matches!(change, Change::Edit) { records::if_match(call)? } else { None };
    let draft = if matches!(change, Change::Delete) { Draft::default() } else { draft(call, &change)? };
    let secret = SCHEME.mint(entropy);
    let present = || match &change {
        Change::Replay(delivery) => webhook_delivery_get(&credential, delivery, now),
        _ => webhook_get(&credential, &id, now),
    };
    for _ in 0..ATTEMPTS {
        let (viewer, mut results) = manager(call, vec![present()]).await?;
        let before = results.take()?.pop().map(|text| json(&text));
        if before.is_none() && !new {
            return Err(Refusal::not_found().into());
        }
        let before = before.unwrap_or_default();
        let version = before["version"].as_i64().unwrap_or(0);
        let statement = match &change {
            Change::Make => webhook_insert(&id, &viewer.org, &viewer.id, &draft.clone().over(&before), &secret, MOST, now),
            Change::Edit => {
                records::as_seen(seen, version, "webhook", || before.clone())?;
                let (terms, present) = (draft.clone().over(&before), Draft::default().over(&before));
                if terms == present && before["acts_as"]["id"] == viewer.id.as_str() {
                    return Ok(Reply::json(200, &before).tagged(version));
                }
                webhook_update(&id, &viewer.id, &terms, version, now)
            }
            Change::Delete => webhook_delete(&id),
            Change::Rotate => webhook_rotate(&id, &secret, now.plus(OVERLAP), now),
            Change::Replay(delivery) => webhook_delivery_replay(delivery, now),
        };
        let mut results = Results::new(call.ports.db.batch(vec![statement, present()]).await?);
        let done = !results.take()?.is_empty();
        let after = results.take()?.pop().unwrap_or_default();
        match change {
            Change::Edit if !done => continue,
            Change::Make if !done => {
                return Err(Refusal::new(Code::LimitReached, format!("An organisation has at most {MOST} webhooks.")).into());
            }
            Change::Replay(_) if !done => {
                return Err(Refusal::new(Code::NotFailed, "Only a delivery that failed or was dropped can be replayed.").into());
            }
            // What is lost here, the sweep sends again.
            Change::Replay(delivery) => _ = call.outside.queue.send(vec![Job::Webhook { delivery }], 0).await,
            Change::Delete => return Ok(Reply::empty()),
            Change::Make | Change::Rotate => {
                let mut shown = json(&after);
                shown["secret"] = Json::from(secret);
                let mut reply = one(show::text(&shown));
                if new {
                    reply.status = 201;
                    reply = reply.with("location", format!("/v1/webhooks/{id}"));
                }
                return Ok(reply);
            }
            Change::Edit => {}
        }
        return Ok(one(after));
    }
    Err(StoreError::Unavailable("the webhook is being changed elsewhere".to_owned()).into())
}
