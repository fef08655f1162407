//! What was only received is taken up: answers that the vendor keeps are asked for, and the submission becomes a lead or lands
//! on the one that its person has.
//!
//! Everything here may run twice and at the same time: the delivery's status is changed in the batch that writes what became
//! of it, and only from `received`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::capture::{Prepared, id_key, provider_of};
use super::room::{Act, Action, By, VERSION};
use super::{Outgoing, Outside, Ports};
use crate::capture::{Content, Inbound, PROVIDERS, Provider, Submission, answers, json};
use crate::columns;
use crate::error::{Error, StoreError};
use crate::id::{DeliveryId, RecordId};
use crate::job::Job;
use crate::record::fields::Patch;
use crate::store::Results;
use crate::store::source::{
    Content as Kept, Found, Status, delivery_end, delivery_open, delivery_record, delivery_take, delivery_told, delivery_wait,
    record_open_alike,
};
use crate::time::SECOND;

/// How long to wait before answers are asked for again, in seconds: after the first time, the second, ….
const PAUSES: &[i64] = &[2, 10, 60, 300, 1800, 7200, 21_600];
/// How often a submission is decided again when another writer was first.
const ATTEMPTS: usize = 12;

/// What a delivery that was only received still needs.
struct Open {
    found: Found,
    content: Kept,
    emptied: i64,
    part: i64,
    attempts: i64,
}

columns!(Open: found, content, emptied, part, attempts);

/// Why there is no submission to go on with.
enum Stuck {
    /// There never will be one.
    End(Status, &'static str),
    /// There may be one later.
    Later(&'static str),
}

/// Takes up a delivery; does nothing when somebody has.
pub async fn take(ports: Ports<'_>, outside: &Outside<'_>, delivery: &DeliveryId) -> Result<(), Error> {
    let Some(open) = Results::new(ports.db.batch(vec![delivery_open(delivery)]).await?).first::<Open>()? else { return Ok(()) };
    let provider = provider_of(PROVIDERS, &open.found.source)?;
    let stuck = match submission(outside, &open, provider).await {
        Ok(submission) => match land(ports, outside, &open, &submission, delivery).await? {
            None => return Ok(()),
            Some(stuck) => stuck,
        },
        Err(stuck) => stuck,
    };
    match stuck {
        Stuck::End(status, code) => ports.db.batch(vec![delivery_end(delivery, status, code)]).await?,
        Stuck::Later(code) => {
            let pause = usize::try_from(open.attempts).ok().and_then(|attempts| PAUSES.get(attempts));
            let Some(pause) = pause else {
                ports.db.batch(vec![delivery_end(delivery, Status::Failed, code)]).await?;
                return Ok(());
            };
            let waits = ports.db.batch(vec![delivery_wait(delivery, code, ports.now.plus(pause * SECOND))]).await?;
            // What is lost here, the sweep sends again.
            let _ = outside.queue.send(vec![Job::Delivery { delivery: delivery.clone() }], *pause).await;
            waits
        }
    };
    Ok(())
}

/// The submission, read again from what was kept, with the answers that the vendor keeps.
async fn submission(outside: &Outside<'_>, open: &Open, provider: &Provider) -> Result<Submission, Stuck> {
    let failed = |code| Stuck::End(Status::Failed, code);
    if open.emptied == 1 {
        return Err(failed("body_gone"));
    }
    let body = match open.content.base64 {
        1 => STANDARD.decode(&open.content.body).unwrap_or_default(),
        _ => open.content.body.clone().into_bytes(),
    };
    let mut headers = open.content.headers.clone();
    headers.push(("content-type".to_owned(), open.content.content_type.clone()));
    let inbound = Inbound { method: "POST", url: "", headers: &headers, body: &body };
    let all = match (provider.parse)(&inbound) {
        Ok(parsed) => match parsed.content {
            Content::Submissions(all) => all,
            Content::Ignored(why) => return Err(Stuck::End(Status::Ignored, why)),
        },
        Err(_) => return Err(failed("validation_failed")),
    };
    let part = usize::try_from(open.part).unwrap_or(usize::MAX);
    let mut submission = all.into_iter().nth(part).ok_or_else(|| failed("validation_failed"))?;
    if let Some(reference) = &submission.reference {
        let answered = read_back(outside, open, provider, reference).await?;
        submission.answers.extend(answered.answers);
        submission.attribution.extend(answered.attribution);
    }
    Ok(submission)
}

/// Asks the vendor for the answers.
async fn read_back(outside: &Outside<'_>, open: &Open, provider: &Provider, reference: &str) -> Result<Submission, Stuck> {
    let config = &open.found.source.config;
    let failed = |code| Stuck::End(Status::Failed, code);
    let (Some(readback), Some(token)) = (provider.readback, &config.readback_token) else { return Err(failed("readback_not_set_up")) };
    let base = config.readback_url.as_deref().unwrap_or(readback.base_url).trim_end_matches('/');
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let mapped: Vec<&str> = config.field_map.keys().map(String::as_str).collect();
    let mut url = format!("{base}{}", (readback.path)(&encoded(reference), &mapped));
    let mut headers = vec![("accept", "application/json".to_owned())];
    if readback.token_in_query {
        url = format!("{url}?access_token={}", encoded(token));
    } else {
        headers.push(("authorization", format!("Bearer {token}")));
    }
    let answer = outside.fetch.fetch(&Outgoing { method: "GET", url, headers, body: String::new() }).await;
    match answer {
        Ok(answer) if answer.status == 200 => {
            let body = json(&answer.body).ok();
            body.as_ref().and_then(readback.parse).ok_or_else(|| failed("readback_unreadable"))
        }
        // What the vendor refuses it will refuse again, until somebody mends the token or the address and has it replayed.
        Ok(answer) if answer.status < 500 && ![408, 425, 429].contains(&answer.status) => Err(failed("readback_refused")),
        _ => Err(Stuck::Later("readback_unavailable")),
    }
}

/// Makes a lead of a submission, or tells the one that its person has.
async fn land(
    ports: Ports<'_>,
    outside: &Outside<'_>,
    open: &Open,
    submission: &Submission,
    delivery: &DeliveryId,
) -> Result<Option<Stuck>, Error> {
    let found = &open.found;
    let source = &found.source;
    if let Some(earlier) = &submission.adds_to {
        let patch = answers::patch(submission, &source.config.field_map);
        let statements =
            [Some(delivery_record(&source.id, &id_key(earlier))), found.alike(&patch).map(|alike| record_open_alike(&source.org, &alike))];
        let rows = ports.db.batch(statements.into_iter().flatten().collect()).await?.concat();
        let Some((record,)) = Results::new(vec![rows]).first::<(RecordId,)>()? else {
            return Ok(Some(Stuck::End(Status::Ignored, "no_lead")));
        };
        let told = tell(outside, found, record, patch, delivery, false).await?;
        return Ok((!told).then_some(Stuck::End(Status::Ignored, "no_lead")));
    }
    for _ in 0..ATTEMPTS {
        let Prepared { patch, record, statements, .. } = match found.prepare(ports, submission, delivery) {
            Ok(prepared) => prepared,
            Err(code) => return Ok(Some(Stuck::End(Status::Failed, code))),
        };
        let alike = found.alike(&patch);
        let mut batch = vec![delivery_take(delivery, &source.org, alike.as_ref())];
        batch.extend(statements);
        batch.push(delivery_told(delivery));
        batch.extend(alike.as_ref().map(|alike| record_open_alike(&source.org, alike)));
        let there = if alike.is_some() { 2 } else { 1 };
        let skip = batch.len() - there;
        let mut results = Results::new(ports.db.batch(batch).await?.into_iter().skip(skip).collect());
        match results.first::<(DeliveryId, Status)>()? {
            Some((_, Status::Received)) => {}
            Some((_, Status::Created)) => {
                // What is lost here, the sweep sends again.
                let _ = outside.queue.send(vec![Job::Events { record: record.id, from: 1, seq: record.version }], 0).await;
                return Ok(None);
            }
            _ => return Ok(None),
        }
        let Some((present,)) = results.first::<(RecordId,)>()? else { continue };
        if tell(outside, found, present, patch, delivery, true).await? {
            return Ok(None);
        }
    }
    Err(StoreError::Unavailable("the same person's record is being written elsewhere".to_owned()).into())
}

/// Has a submission land on a record; whether it did.
async fn tell(
    outside: &Outside<'_>,
    found: &Found,
    record: RecordId,
    patch: Patch,
    delivery: &DeliveryId,
    fill: bool,
) -> Result<bool, Error> {
    let source = &found.source;
    let act = Act {
        version: VERSION,
        request_id: delivery.to_string(),
        org: source.org.clone(),
        record,
        kind: None,
        by: By::Source { id: source.id.to_string(), name: source.name.clone() },
        action: Action::Submit { patch, delivery: delivery.clone(), fill },
        once: None,
    };
    let reply = outside.rooms.act(&act).await?;
    match reply.status {
        200..=299 => Ok(true),
        // It went to the trash in between.
        400..=499 => Ok(false),
        status => Err(StoreError::Unavailable(format!("a room answered {status}")).into()),
    }
}
