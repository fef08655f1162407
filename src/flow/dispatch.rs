//! What follows a commit: the consumer takes events that were committed and fans them out, the sweep finds those that a
//! crash or a lost message left behind.
//!
//! Everything here may run twice, late and out of order. The mark `dispatched_at` is set in the batch that writes what
//! the fan-out produced; notifications will be further statements of that batch.

use super::{Ports, Queue};
use crate::error::StoreError;
use crate::id::RecordId;
use crate::job::Job;
use crate::store::Results;
use crate::store::record::{event_dispatched, event_overdue};
use crate::time::{MINUTE, Timestamp};

/// How long an event may wait for its message before the sweep sends another.
pub const OVERDUE: i64 = MINUTE;
/// How many events one sweep looks at.
const SWEEP: i64 = 1000;
/// How many messages go to the queue at once (the platform's limit).
const AT_ONCE: usize = 100;

/// Does what one message asks for.
pub async fn work(ports: Ports<'_>, job: &Job) -> Result<(), StoreError> {
    match job {
        Job::Events { record, seq } => fan_out(ports, record, *seq).await,
    }
}

/// Fans out the events of `record` up to `seq`.
async fn fan_out(ports: Ports<'_>, record: &RecordId, seq: i64) -> Result<(), StoreError> {
    ports.db.batch(vec![event_dispatched(record, seq, ports.now)]).await?;
    Ok(())
}

/// Sends the messages for events that have waited too long. Returns how many records had such.
pub async fn sweep(ports: Ports<'_>, queue: &dyn Queue) -> Result<usize, StoreError> {
    let before = Timestamp(ports.now.0 - OVERDUE);
    let overdue: Vec<(RecordId, i64)> = Results::new(ports.db.batch(vec![event_overdue(before, SWEEP)]).await?).all()?;
    let jobs: Vec<Job> = overdue.into_iter().map(|(record, seq)| Job::Events { record, seq }).collect();
    for some in jobs.chunks(AT_ONCE) {
        queue.send(some.to_vec()).await.map_err(StoreError::Unavailable)?;
    }
    Ok(jobs.len())
}
