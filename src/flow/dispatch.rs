//! What follows a commit: the consumer takes events that were committed and fans them out, the sweep finds those that a
//! crash or a lost message left behind.
//!
//! Everything here may run twice, late and out of order. The mark `dispatched_at` is set in the batch that writes what
//! the fan-out produced; notifications will be further statements of that batch.

use super::{Outside, Ports, Queue, delivery, room, sign_in};
use crate::error::{Error, StoreError};
use crate::id::{CodeId, DeliveryId, RecordId, WorkId};
use crate::job::Job;
use crate::store::Results;
use crate::store::idempotency::request_purge;
use crate::store::record::{event_dispatched, event_overdue, record_purge};
use crate::store::request::request_overdue;
use crate::store::session::{code_overdue, session_purge};
use crate::store::source::{delivery_forget, delivery_overdue};
use crate::store::work::{task_overdue, task_reminded};
use crate::time::{DAY, MINUTE, Timestamp};

/// How long an event may wait for its message before the sweep sends another.
pub const OVERDUE: i64 = MINUTE;
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
        Job::Events { record, seq } => fan_out(ports, record, *seq).await,
        Job::SignInCode { code } => sign_in::send_code(ports, outside.mail, code).await,
        Job::Requests { record } => room::tick(ports, record).await.map(|_| ()),
        Job::Look { record } => outside.rooms.look(record, 0).await.map_err(StoreError::Unavailable),
        Job::Due { task } => ports.db.batch(vec![task_reminded(task, ports.now)]).await.map(|_| ()),
        Job::Delivery { delivery } => delivery::take(ports, outside, delivery).await.map_err(|error| retried(&error)),
    }
}

/// A job that failed is tried again, whatever it was.
fn retried(error: &Error) -> StoreError {
    StoreError::Unavailable(error.cause().unwrap_or(&error.refusal().detail).to_owned())
}

/// Fans out the events of `record` up to `seq`.
async fn fan_out(ports: Ports<'_>, record: &RecordId, seq: i64) -> Result<(), StoreError> {
    ports.db.batch(vec![event_dispatched(record, seq, ports.now)]).await?;
    Ok(())
}

/// Sends the messages for events that have waited too long, for requests that ran out and for tasks that are due, empties the trash
/// of what has lain there for thirty days, and forgets sessions and codes that ended. Returns how many messages it sent.
pub async fn sweep(ports: Ports<'_>, queue: &dyn Queue) -> Result<usize, StoreError> {
    let before = Timestamp(ports.now.0 - OVERDUE);
    let trash = Timestamp(ports.now.0 - TRASH);
    let mut statements = vec![
        event_overdue(before, SWEEP),
        request_overdue(ports.now, SWEEP),
        task_overdue(ports.now, SWEEP),
        code_overdue(before, ports.now, SWEEP),
        delivery_overdue(before, SWEEP),
        delivery_forget(trash, PURGE),
        record_purge(trash, PURGE),
    ];
    statements.extend(session_purge(ports.now, SWEEP));
    statements.push(request_purge(ports.now, SWEEP));
    let mut results = Results::new(ports.db.batch(statements).await?);
    let events: Vec<(RecordId, i64)> = results.all()?;
    let requests: Vec<(RecordId,)> = results.all()?;
    let tasks: Vec<(WorkId,)> = results.all()?;
    let codes: Vec<(CodeId,)> = results.all()?;
    let deliveries: Vec<(DeliveryId,)> = results.all()?;
    let jobs: Vec<Job> = events
        .into_iter()
        .map(|(record, seq)| Job::Events { record, seq })
        .chain(requests.into_iter().map(|(record,)| Job::Requests { record }))
        .chain(tasks.into_iter().map(|(task,)| Job::Due { task }))
        .chain(codes.into_iter().map(|(code,)| Job::SignInCode { code }))
        .chain(deliveries.into_iter().map(|(delivery,)| Job::Delivery { delivery }))
        .collect();
    for some in jobs.chunks(AT_ONCE) {
        queue.send(some.to_vec(), 0).await.map_err(StoreError::Unavailable)?;
    }
    Ok(jobs.len())
}
