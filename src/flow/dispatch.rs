//! What follows a commit: the consumer takes events that were committed and fans them out, the sweep finds those that a
//! crash or a lost message left behind.
//!
//! Everything here may run twice, late and out of order. The mark `dispatched_at` is set in the batch that writes what
//! the fan-out produced.

use super::{Outside, Ports, Queue, bulk, delivery, mailing, notify, room, rule, sign_in, webhook};
use crate::error::{Error, StoreError};
use crate::id::{BulkId, CodeId, DeliveryId, JobId, MailId, RecordId, WebhookDeliveryId, WorkId};
use crate::job::Job;
use crate::show::{self, Show as _};
use crate::store::Results;
use crate::store::idempotency::request_purge;
use crate::store::job::{job_forget, job_overdue};
use crate::store::mail::{mail_forget, mail_open_digests, mail_overdue};
use crate::store::notice::{event_nudged, event_overdue, former_purge};
use crate::store::record::record_purge;
use crate::store::request::request_overdue;
use crate::store::session::{code_overdue, session_purge};
use crate::store::source::{delivery_forget, delivery_overdue};
use crate::store::webhook::{webhook_delivery_forget, webhook_delivery_overdue};
use crate::store::work::task_overdue;
use crate::time::{DAY, MINUTE, Timestamp};

/// How long an event may wait for its message before the sweep sends another.
pub const OVERDUE: i64 = MINUTE;
/// How long the sweep leaves an event to the message that it sent again: longer than that is tried.
pub const PATIENCE: i64 = 20 * MINUTE;
/// How many events one sweep looks at.
const SWEEP: i64 = 1000;
/// How long a record lies in the trash, and how long the raw body of a delivery is kept.
pub const TRASH: i64 = 30 * DAY;
/// How many records one sweep removes for good.
const PURGE: i64 = 200;
/// How many messages go to the queue at once (the platform's limit).
const AT_ONCE: usize = 100;

/// Does what one message asks for.
pub async fn work(ports: Ports<'_>, outside: &Outside<'_>, job: &Job) -> Result<(), StoreError> {
    match job {
        Job::Events { record, from, seq } => {
            rule::follow(ports, outside, record, *from, *seq).await?;
            notify::fan_out(ports, outside, job).await
        }
        // Of what one action does to many records a new status alone is an occasion of rules: the fan-out sees to that.
        Job::Bulk { .. } => notify::fan_out(ports, outside, job).await,
        Job::Run { job, turn } => bulk::run(ports, outside, job, *turn).await,
        Job::SignInCode { code } => sign_in::send_code(ports, outside.mail, code).await,
        Job::Requests { record } => room::tick(ports, record).await.map(|_| ()),
        Job::Look { record } => outside.rooms.look(record, 0).await.map_err(StoreError::Unavailable),
        Job::Due { task } => notify::remind(ports, outside, task).await,
        Job::Delivery { delivery } => delivery::take(ports, outside, delivery).await.map_err(|error| retried(&error)),
        Job::Mail { mail } => mailing::send(ports, outside, mail).await,
        Job::Webhook { delivery } => webhook::send(ports, outside, delivery).await,
    }
}

/// A job that failed is tried again, whatever it was.
pub(super) fn retried(error: &Error) -> StoreError {
    StoreError::Unavailable(error.cause().unwrap_or(&error.refusal().detail).to_owned())
}

/// The messages for events that wait: one for each record, from its first to its last, and one for each action on many.
fn waiting(events: Vec<(RecordId, i64, Option<BulkId>)>) -> Vec<Job> {
    let mut jobs: Vec<Job> = Vec::new();
    for (record, seq, bulk) in events {
        let job = match bulk {
            Some(bulk) => Job::Bulk { bulk },
            None => Job::Events { record, from: seq, seq },
        };
        let known = jobs.iter_mut().find(|known| match (&**known, &job) {
            (Job::Events { record: known, .. }, Job::Events { record, .. }) => known == record,
            (known, job) => known == job,
        });
        match (known, job) {
            (Some(Job::Events { from, seq: last, .. }), Job::Events { seq, .. }) => {
                *from = seq.min(*from);
                *last = seq.max(*last);
            }
            (None, job) => jobs.push(job),
            _ => {}
        }
    }
    jobs
}

/// Sends messages, however many, to arrive after `delay` seconds.
pub async fn post(queue: &dyn Queue, jobs: &[Job], delay: i64) -> Result<(), StoreError> {
    for some in jobs.chunks(AT_ONCE) {
        queue.send(some.to_vec(), delay).await.map_err(StoreError::Unavailable)?;
    }
    Ok(())
}

/// Sends the messages for events that have waited too long, for requests that ran out and for tasks that are due, empties the trash
/// of what has lain there for thirty days, and forgets sessions and codes that ended. Returns how many messages it sent.
pub async fn sweep(ports: Ports<'_>, queue: &dyn Queue) -> Result<usize, StoreError> {
    let before = Timestamp(ports.now.0 - OVERDUE);
    let trash = Timestamp(ports.now.0 - TRASH);
    let mut statements = vec![
        event_overdue(before, ports.now.plus(-PATIENCE), SWEEP),
        request_overdue(ports.now, SWEEP),
        task_overdue(ports.now, SWEEP),
        code_overdue(before, ports.now, SWEEP),
        delivery_overdue(before, SWEEP),
        webhook_delivery_overdue(before, SWEEP),
        mail_overdue(before, SWEEP),
        job_overdue(ports.now.plus(PATIENCE), SWEEP, ports.now),
        mail_open_digests(mailing::morning(ports.now), SWEEP, ports.now, ports.entropy),
        mail_forget(trash, SWEEP),
        webhook_delivery_forget(trash, SWEEP),
        delivery_forget(trash, PURGE),
        record_purge(trash, PURGE),
        former_purge(trash, SWEEP),
    ];
    statements.extend(session_purge(ports.now, SWEEP));
    statements.push(request_purge(ports.now, SWEEP));
    statements.extend(job_forget(trash, SWEEP));
    let mut results = Results::new(ports.db.batch(statements).await?);
    let events: Vec<(RecordId, i64, Option<BulkId>)> = results.all()?;
    let requests: Vec<(RecordId,)> = results.all()?;
    let tasks: Vec<(WorkId,)> = results.all()?;
    let codes: Vec<(CodeId,)> = results.all()?;
    let deliveries: Vec<(DeliveryId,)> = results.all()?;
    let webhooks: Vec<(WebhookDeliveryId,)> = results.all()?;
    let mut mails: Vec<(MailId,)> = results.all()?;
    let running: Vec<(JobId, i64)> = results.all()?;
    mails.extend(results.all::<(MailId,)>()?);
    let overdue = show::text(&events.iter().map(|(record, seq, _)| [record.show(), seq.show()]).collect::<Vec<_>>().show());
    let nudged = !events.is_empty();
    let jobs: Vec<Job> = waiting(events)
        .into_iter()
        .chain(requests.into_iter().map(|(record,)| Job::Requests { record }))
        .chain(tasks.into_iter().map(|(task,)| Job::Due { task }))
        .chain(codes.into_iter().map(|(code,)| Job::SignInCode { code }))
        .chain(deliveries.into_iter().map(|(delivery,)| Job::Delivery { delivery }))
        .chain(webhooks.into_iter().map(|(delivery,)| Job::Webhook { delivery }))
        .chain(mails.into_iter().map(|(mail,)| Job::Mail { mail }))
        .chain(running.into_iter().map(|(job, turn)| Job::Run { job, turn }))
        .collect();
    post(queue, &jobs, 0).await?;
    if nudged {
        ports.db.batch(vec![event_nudged(&overdue, ports.now)]).await?;
    }
    Ok(jobs.len())
}
