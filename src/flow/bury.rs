//! The end of a message that failed however often it was tried: it is tried this once more, to learn why, and then recorded
//! for somebody to look into.
//!
//! It must never be lost, and never go on for ever: what it is about waits no more, so the sweep sends no other message for it.

use super::{Outside, Ports, dispatch};
use crate::error::StoreError;
use crate::id::LetterId;
use crate::job::Job;
use crate::store::Results;
use crate::store::letter::{letter_cause, letter_delete, letter_insert, letter_subject};

/// Records a message that died: its text, and what it asked for if that can be read.
pub async fn bury(ports: Ports<'_>, outside: &Outside<'_>, text: &str, job: Option<&Job>) -> Result<(), StoreError> {
    let (code, cause) = if job.is_some() { ("crashed", "it ended the process") } else { ("unreadable", "no message of this version") };
    let id = LetterId::mint(ports.now, ports.entropy);
    let mut results = Results::new(ports.db.batch(vec![letter_insert(&id, text, code, cause, ports.now)]).await?);
    let deaths = results.first::<(i64,)>()?.map_or(1, |(deaths,)| deaths);
    let Some(job) = job else { return Ok(()) };
    let mut rest = Vec::new();
    // What is recorded already either ended the process the last time, or waits for somebody: it is not tried again.
    if deaths == 1 {
        let (code, cause) = match dispatch::work(ports, outside, job).await {
            Ok(()) => return ports.db.batch(vec![letter_delete(text)]).await.map(|_| ()),
            Err(StoreError::Corrupt(cause)) => ("internal_error", cause),
            Err(StoreError::Conflict(cause) | StoreError::Unavailable(cause)) => ("unavailable", cause),
        };
        rest.push(letter_cause(text, code, &cause));
    }
    rest.extend(letter_subject(job, ports.now, false));
    if rest.is_empty() { Ok(()) } else { ports.db.batch(rest).await.map(|_| ()) }
}
