//! Sending webhooks by Standard Webhooks (<https://www.standardwebhooks.com>): signed, again and again until the receiver
//! takes it, under one `webhook-id`.
//!
//! A webhook acts as whoever made or changed it last: at every attempt it is asked anew whether they are active, may have
//! webhooks and see the record; what they may not hear is dropped. Where a name leads is asked before every attempt, too.
//! A delivery is taken up for a minute at most before it is sent, so that a message that comes twice sends once, and what a
//! crash left is sent again by the sweep, under the id that it had (`tests/webhooks.rs`).

use serde_json::Value as Json;

use super::{Outgoing, Outside, Ports};
use crate::capture::Inbound;
use crate::capture::standard_webhooks::SCHEME;
use crate::error::StoreError;
use crate::id::WebhookDeliveryId;
use crate::job::Job;
use crate::show;
use crate::store::Results;
use crate::store::webhook::{Attempt, Open, webhook_delivery_take, webhook_delivery_told, webhook_disable};
use crate::target::{Target, is_public, target};
use crate::time::{HOUR, MINUTE, SECOND, Timestamp};

/// How long after an attempt in vain the next one comes: after the first, the second, …. After the last there is none.
pub const PAUSES: &[i64] = &[5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];
/// How long an attempt may take at most: asking for the name twice, and sending.
const LEASE: i64 = MINUTE;
/// How far ahead the queue takes messages. What is due later, the sweep sends.
const QUEUE_AHEAD: i64 = 12 * HOUR;

/// The headers of Standard Webhooks for `body`, sent at `now`. Each secret adds its signature.
pub fn signed<'a>(id: &str, body: &str, secrets: impl Iterator<Item = &'a str>, now: Timestamp) -> Vec<(&'static str, String)> {
    let time = now.0.div_euclid(SECOND).to_string();
    let headers = [("webhook-id".to_owned(), id.to_owned())];
    let outbound = Inbound { method: "POST", url: "", headers: &headers, body: body.as_bytes() };
    let signatures: Vec<String> = secrets.filter_map(|secret| SCHEME.sign(&outbound, secret, &time)).collect();
    vec![("webhook-id", id.to_owned()), ("webhook-timestamp", time), ("webhook-signature", signatures.join(" "))]
}

/// Sends a delivery that is due; does nothing when it is not, or when somebody else does.
pub async fn send(ports: Ports<'_>, outside: &Outside<'_>, delivery: &WebhookDeliveryId) -> Result<(), StoreError> {
    let now = ports.now;
    let mut results = Results::new(ports.db.batch(webhook_delivery_take(delivery, now.plus(LEASE), now).into()).await?);
    if results.take()?.is_empty() {
        return Ok(());
    }
    let open = *results.sure::<Open>("a delivery that was just taken up")?;
    let mut attempt = match hindrance(&open) {
        Some((status, error)) => Attempt { status, error: Some(error), ..Attempt::default() },
        None => deliver(ports, outside, delivery, &open).await,
    };
    attempt.number = open.attempts;
    let mut pause = None;
    if attempt.status == "pending" {
        pause = usize::try_from(open.attempts - 1).ok().and_then(|index| PAUSES.get(index)).copied();
        match pause {
            Some(pause) => attempt.due = Some(now.plus(attempt.millis.unwrap_or(0) + pause)),
            None => attempt.status = "failed",
        }
    }
    let mut statements = vec![webhook_delivery_told(delivery, &attempt)];
    if attempt.error == Some(GONE) {
        statements.push(webhook_disable(delivery, GONE, now));
    }
    ports.db.batch(statements).await?;
    if let Some(pause) = pause.filter(|pause| *pause <= QUEUE_AHEAD) {
        // What is lost here, the sweep sends again.
        let _ = outside.queue.send(vec![Job::Webhook { delivery: delivery.clone() }], pause / SECOND).await;
    }
    Ok(())
}

/// What the receiver says that wants no more.
const GONE: &str = "gone";

/// Why nothing is sent, and what becomes of the delivery.
fn hindrance(open: &Open) -> Option<(&'static str, &'static str)> {
    match (open.enabled, open.entitled, open.visible) {
        (0, _, _) => Some(("failed", "webhook_disabled")),
        (_, 0, _) => Some(("dropped", "not_entitled")),
        (_, _, 0) => Some(("dropped", "not_visible")),
        _ => None,
    }
}

/// One attempt.
async fn deliver(ports: Ports<'_>, outside: &Outside<'_>, delivery: &WebhookDeliveryId, open: &Open) -> Attempt {
    let vain = |error| Attempt { status: "pending", error: Some(error), ..Attempt::default() };
    match target(&open.url) {
        Some(Target::Here) if outside.setup.webhooks_here => {}
        Some(Target::Name(host)) => {
            let mut known = false;
            for kind in ["A", "AAAA"] {
                let url = format!("{}?name={host}&type={kind}", outside.setup.dns_url);
                let headers = vec![("accept", "application/dns-json".to_owned())];
                let answer = outside.fetch.fetch(&Outgoing { method: "GET", url, headers, body: String::new() }).await;
                let answer = answer.ok().filter(|answer| answer.status == 200).and_then(|answer| show::parse(&answer.body).ok());
                let Some(addresses) = answer.as_ref().and_then(addresses) else { return vain("name_not_resolved") };
                if !addresses.iter().all(|address| is_public(address)) {
                    return vain("private_address");
                }
                known |= !addresses.is_empty();
            }
            if !known {
                return vain("name_not_resolved");
            }
        }
        _ => return vain("private_address"),
    }
    let previous = open.previous.iter().filter(|(_, until)| *until > ports.now).map(|(secret, _)| secret.as_str());
    let mut headers = signed(delivery.as_str(), &open.body, std::iter::once(open.secret.as_str()).chain(previous), ports.now);
    headers.extend([("content-type", "application/json".to_owned()), ("user-agent", "Leadroom".to_owned())]);
    let request = Outgoing { method: "POST", url: open.url.clone(), headers, body: open.body.clone() };
    let (answer, millis) = outside.fetch.timed(&request).await;
    let (status, error) = match answer {
        Err(_) => ("pending", Some("no_answer")),
        Ok(200..300) => ("delivered", None),
        Ok(300..400) => ("pending", Some("redirect")),
        Ok(410) => ("failed", Some(GONE)),
        Ok(_) => ("pending", Some("refused")),
    };
    Attempt { status, response: answer.ok().map(i64::from), millis: Some(millis), error, ..Attempt::default() }
}

/// The addresses in an answer of the resolver; nothing when it could not tell. That there is no such name (3) is an answer.
fn addresses(answer: &Json) -> Option<Vec<&str>> {
    if !matches!(answer["Status"].as_i64(), Some(0 | 3)) {
        return None;
    }
    let records = answer["Answer"].as_array().into_iter().flatten();
    // 1 is A, 28 is AAAA; the names on the way are none.
    Some(
        records
            .filter(|record| matches!(record["type"].as_i64(), Some(1 | 28)))
            .map(|record| record["data"].as_str().unwrap_or_default())
            .collect(),
    )
}
