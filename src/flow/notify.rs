//! Fanning out: committed events become what people are told, in one batch with the mark that they were.
//!
//! Whom an event calls is read from the event (`notice::calls`); whom that reaches is worked out by the database in the batch
//! that tells them, so access, activity, muting and preferences are those of the moment of sending, and events that were
//! fanned out by then call nobody. What is pushed to those who are connected comes after, and may be lost: the feed is the
//! truth.

use serde_json::Value as Json;

use super::dispatch::post;
use super::mailing::GATHER;
use super::{Outside, Ports, rule, together};
use crate::error::StoreError;
use crate::id::{JobId, MailId, NoticeId, RecordId, UserId, WebhookDeliveryId, WorkId};
use crate::job::Job;
use crate::json;
use crate::model::Actor;
use crate::notice::{Call, Cause, Happened, Notice, To, Told, calls};
use crate::show::{self, Show as _};
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::job::{Task, job_told};
use crate::store::mail::mail_open;
use crate::store::notice::{event_dispatched, event_of_bulk, event_waiting, notice_announce, notice_insert, task_to_remind};
use crate::store::webhook::{webhook_delivery_fan_out, webhook_delivery_of_job};
use crate::store::work::task_reminded;
use crate::time::{SECOND, Timestamp};

/// How many events are fanned out at once.
const AT_ONCE: usize = 200;
/// How many times that one message does before another goes on.
const ROUNDS: usize = 20;
/// How many of those who are connected hear of something at once; the others see it when they look.
const MOST_PUSHED: i64 = 200;

/// Fans out the events that `job` is about.
pub async fn fan_out(ports: Ports<'_>, outside: &Outside<'_>, job: &Job) -> Result<(), StoreError> {
    let most = i64::try_from(AT_ONCE + 1).unwrap_or(i64::MAX);
    let waiting = match job {
        Job::Events { record, from, seq } => event_waiting(record, *from, *seq, most),
        Job::Bulk { bulk } => event_of_bulk(bulk, most),
        _ => return Ok(()),
    };
    let read = async || -> Result<Vec<Happened>, StoreError> { Results::new(ports.db.batch(vec![waiting.clone()]).await?).all() };
    let mut followed: Vec<[Json; 2]> = Vec::new();
    for _ in 0..ROUNDS {
        let mut events = read().await?;
        // What rules make of it is told with it: a record counts once.
        let moved = |event: &&Happened| event.bulk.is_some() && !event.data["changes"]["status"].is_null();
        let new: Vec<&Happened> = events.iter().filter(moved).filter(|event| !followed.contains(&place(event))).collect();
        if let Some(one) = new.first() {
            let bulk = one.bulk.clone().map(|bulk| (bulk, one.notify));
            let places: Vec<[Json; 2]> = new.iter().map(|event| place(event)).collect();
            rule::follow_all(ports, outside, &show::text(&places.show()), bulk).await?;
            followed.extend(places);
            events = read().await?;
        }
        let more = events.len() > AT_ONCE;
        if more {
            // Of many records' events one record's stay together, so that it counts once.
            events.truncate(AT_ONCE);
            let last = events.last().map(|last| last.record.clone());
            let whole = events.iter().take_while(|event| Some(&event.record) != last.as_ref()).count();
            events.truncate(if whole > 0 { whole } else { AT_ONCE });
        }
        if events.is_empty() {
            return Ok(());
        }
        tell(ports, outside, &events, !more || events[0].bulk.is_none()).await?;
        if !more {
            return Ok(());
        }
    }
    outside.queue.send(vec![job.clone()], 0).await.map_err(StoreError::Unavailable)
}

/// An event as the database is asked for it.
fn place(event: &Happened) -> [Json; 2] {
    [event.record.show(), event.seq.show()]
}

/// Tells people of `events`, and marks them as fanned out.
async fn tell(ports: Ports<'_>, outside: &Outside<'_>, events: &[Happened], announce: bool) -> Result<(), StoreError> {
    let mut rows: Vec<(Cause, Call)> = Vec::new();
    for event in events.iter().filter(|event| event.notify == 1) {
        rows.extend(calls(event).into_iter().map(|call| (Cause::of(event), call)));
    }
    let done: Vec<[Json; 2]> = events.iter().map(place).collect();
    // Whatever else follows from events (`events` has all of them, also those of which nobody is told) is written in the same
    // batch, before the mark.
    let done = show::text(&done.show());
    let rest = vec![webhook_delivery_fan_out(&done, ports.now, ports.entropy), event_dispatched(&done, ports.now)];
    write(ports, outside, &rows, rest, announce).await
}

/// Reminds of a due task, once for each time that it is due at: its assignee, or whoever made it.
pub async fn remind(ports: Ports<'_>, outside: &Outside<'_>, task: &WorkId) -> Result<(), StoreError> {
    let mut results = Results::new(ports.db.batch(vec![task_to_remind(task, ports.now)]).await?);
    let Some((record, title, (user, due))) = results.first::<(RecordId, String, (UserId, Timestamp))>()? else { return Ok(()) };
    let actor = Actor::system();
    let cause = Cause { record: Some(record), seq: None, source: format!("due:{task}:{}", due.0), bulk: None, actor };
    let call = Call { notice: Notice::TaskDue, to: To::User(user.to_string()), facts: json!({"title": title}) };
    let rest = vec![webhook_delivery_fan_out("[]", ports.now, ports.entropy), task_reminded(task, ports.now)];
    write(ports, outside, &[(cause, call)], rest, true).await
}

/// Tells whoever made a job that it is over, and webhooks; once. Of one that only tried out what it would do nobody hears.
pub async fn job_finished(ports: Ports<'_>, outside: &Outside<'_>, job: &JobId, task: &Task) -> Result<(), StoreError> {
    let actor = Actor::system();
    let cause = Cause { record: None, seq: None, source: format!("job:{job}"), bulk: None, actor };
    let shown = &task.shown;
    let facts = json!({"kind": task.kind, "status": task.status, "total": shown["total"], "changed": shown["outcomes"]["changed"]});
    let call = Call { notice: Notice::JobFinished, to: To::User(task.user.to_string()), facts };
    let rest = vec![webhook_delivery_of_job(job, ports.now, ports.entropy), job_told(job, ports.now)];
    let rows = [(cause, call)];
    write(ports, outside, if task.dry_run == 1 { &[] } else { &rows }, rest, true).await
}

/// Writes what the calls come to, with the `rest`, whose first reads the webhook deliveries that are to be sent; has those sent, and
/// pushes to those who are connected what they are told.
async fn write(ports: Ports<'_>, outside: &Outside<'_>, rows: &[(Cause, Call)], rest: Vec<Stmt>, announce: bool) -> Result<(), StoreError> {
    let mut statements = Vec::new();
    let mut sources: Vec<&str> = Vec::new();
    for (cause, _) in rows {
        if !sources.contains(&cause.source.as_str()) {
            sources.push(&cause.source);
        }
    }
    if !rows.is_empty() {
        // What happened later stands further up.
        let mut bases: Vec<NoticeId> = sources.iter().map(|_| NoticeId::mint(ports.now, ports.entropy)).collect();
        bases.sort();
        let base = |cause: &Cause| sources.iter().position(|known| *known == cause.source).map_or("", |place| bases[place].as_str());
        let list: Vec<Json> = rows.iter().map(|(cause, call)| call.row(cause, base(cause))).collect();
        statements.push(notice_insert(&show::text(&list.show()), ports.now));
    }
    let place = statements.len();
    statements.extend(rest);
    statements.push(mail_open(&show::text(&sources.show()), ports.now.plus(GATHER), ports.now, ports.entropy));
    let announce = announce && !rows.is_empty();
    if announce {
        statements.push(notice_announce(&show::text(&sources.show()), ports.now, MOST_PUSHED));
    }
    let mut results = Results::new(ports.db.batch(statements).await?.split_off(place));
    let deliveries: Vec<(WebhookDeliveryId,)> = results.all()?;
    let jobs: Vec<Job> = deliveries.into_iter().map(|(delivery,)| Job::Webhook { delivery }).collect();
    results.take()?;
    let mails: Vec<(MailId,)> = results.all()?;
    let letters: Vec<Job> = mails.into_iter().map(|(mail,)| Job::Mail { mail }).collect();
    // What is lost here, the sweep sends again.
    let _ = post(outside.queue, &jobs, 0).await;
    let _ = post(outside.queue, &letters, GATHER / SECOND).await;
    if announce {
        push(outside, results.all()?).await;
    }
    Ok(())
}

/// Pushes to everybody at once what they were told and how many they have not read.
async fn push(outside: &Outside<'_>, told: Vec<(UserId, i64, Told)>) {
    let mut inboxes: Vec<(UserId, Vec<String>)> = Vec::new();
    for (user, unread, told) in told {
        let message = show::text(&json!({"type": "notification", "notification": told}));
        match inboxes.last_mut().filter(|(known, _)| *known == user) {
            // The number comes last, once.
            Some((_, messages)) => messages.insert(messages.len() - 1, message),
            None => inboxes.push((user, vec![message, unread_message(unread)])),
        }
    }
    together(inboxes.iter().map(|(user, messages)| outside.inboxes.push(user, messages.clone())).collect()).await;
}

/// What an inbox is told of the number of unread notifications.
pub fn unread_message(unread: i64) -> String {
    show::text(&json!({"type": "unread", "count": unread}))
}
