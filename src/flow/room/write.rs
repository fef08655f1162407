//! What was decided becomes one batch: events, record, access rows, requests, and reading back what the caller gets to see.

use super::super::Ports;
use super::Fresh;
use super::act::{Act, By};
use crate::error::StoreError;
use crate::id::{BulkId, GrantId, RecordId, RequestId, UserId, WorkId};
use crate::model::{Actor, ActorType, Record, Work};
use crate::record::event::Event;
use crate::sql::{Rows, Stmt};
use crate::store::grant::{collaborator_get, grant_effects, share_on};
use crate::store::person::Credential;
use crate::store::record::{Entry, RECORD, event_insert, record_get, record_got, record_update};
use crate::store::request::{request_effects, request_get};
use crate::store::work::work_on;
use crate::store::{Results, gone};
use crate::time::Timestamp;

/// What to read back.
#[derive(Clone, Debug)]
pub(super) enum Read {
    Record,
    Records(Vec<RecordId>),
    Collaborator(UserId),
    Share(GrantId),
    Request(RequestId),
    Work(Work, WorkId, Option<i64>, Option<Vec<UserId>>),
    Nothing,
}

/// What is to be written.
pub(super) struct Decision {
    /// What happens.
    pub(super) events: Vec<Event>,
    /// What the caller gets to see.
    pub(super) read: Read,
    /// Whether something comes to be.
    pub(super) created: bool,
    /// Whether people are told.
    pub(super) notify: bool,
    /// What is written beside, before the record.
    pub(super) more: Vec<Stmt>,
}

impl Decision {
    pub(super) fn new(events: Vec<Event>, read: Read) -> Self {
        Self { events, read, created: false, notify: true, more: Vec::new() }
    }

    pub(super) fn created(self, created: bool) -> Self {
        Self { created, ..self }
    }
}

/// The statements that write `events` and what they do to the record, its access rows and its requests. `told`: whether people are
/// told, and the action on many records that they are part of.
pub(super) fn commit(record: &mut Record, events: &[Event], actor: &Actor, told: (bool, Option<&BulkId>), now: Timestamp) -> Vec<Stmt> {
    let user = (actor.kind == ActorType::User).then_some(actor.id.as_deref()).flatten();
    let mut statements = Vec::new();
    let before = record.clone();
    for event in events {
        event.apply(record, now);
        statements.push(event_insert(record, before.version + 1, event, actor, told, now));
    }
    if !events.is_empty() {
        // The record first: access rows copy its sort keys.
        statements.push(record_update(&before, record));
        statements.extend(events.iter().flat_map(|event| grant_effects(record, event, user, now)));
        statements.extend(events.iter().filter_map(|event| request_effects(record, event, user, now)));
    }
    statements
}

fn credential(act: &Act) -> Option<Credential> {
    match &act.by {
        By::User(user) | By::Bulk { user, .. } => Some(Credential::User(user.clone())),
        By::Source { .. } | By::Rule(_) => None,
    }
}

/// Writes a decision. What was read comes back, and what is new on the timeline.
pub(super) async fn write(
    ports: Ports<'_>,
    act: &Act,
    actor: &Actor,
    before: &Record,
    decision: &Decision,
) -> Result<(Fresh, Vec<Entry>), StoreError> {
    let now = ports.now;
    let mut record = before.clone();
    // What the act makes beside the record comes first: the record may point to it.
    let mut statements = decision.more.clone();
    let bulk = act.bulk();
    statements.extend(commit(&mut record, &decision.events, actor, (decision.notify, bulk.as_ref()), now));
    let reads: Vec<Stmt> = match (&decision.read, credential(act)) {
        (Read::Record, Some(credential)) => vec![record_get(&credential, &record.id, None, RECORD, now)],
        (Read::Records(ids), Some(credential)) => ids.iter().map(|id| record_get(&credential, id, None, RECORD, now)).collect(),
        (Read::Collaborator(id), _) => vec![collaborator_get(&record.id, id)],
        (Read::Share(id), _) => vec![share_on(&record.id, id)],
        (Read::Work(work, id, ..), _) => vec![work_on(*work, &record.id, id)],
        (Read::Request(id), Some(credential)) => vec![request_get(&credential, id, now)],
        _ => Vec::new(),
    };
    let writes = statements.len();
    statements.extend(reads);
    let results = if statements.is_empty() { Vec::new() } else { ports.db.batch(statements).await? };
    let fresh = fresh(&decision.read, results.into_iter().skip(writes).collect())?;
    let entry =
        |(event, seq): (&Event, i64)| Entry { seq, kind: event.kind().to_owned(), at: now, actor: actor.clone(), data: event.data() };
    Ok((fresh, decision.events.iter().zip(before.version + 1..).map(entry).collect()))
}

fn fresh(read: &Read, rows: Vec<Rows>) -> Result<Fresh, StoreError> {
    const WRITTEN: &str = "what was just written";
    let record = |rows: &Rows| record_got(rows)?.1.ok_or_else(|| gone(WRITTEN));
    let mut results = Results::new(rows);
    Ok(match read {
        Read::Record => Fresh::Record(Box::new(record(&results.take()?)?)),
        Read::Records(ids) => {
            let mut found = Vec::new();
            for _ in ids {
                found.push(record(&results.take()?)?);
            }
            Fresh::Records(found)
        }
        Read::Collaborator(_) => Fresh::Collaborator(results.sure(WRITTEN)?),
        Read::Share(_) => Fresh::Share(results.sure(WRITTEN)?),
        Read::Request(_) => Fresh::Request(results.sure(WRITTEN)?),
        Read::Work(_, _, version, unreachable) => {
            Fresh::Work { text: results.take()?.pop().ok_or_else(|| gone(WRITTEN))?, version: *version, unreachable: unreachable.clone() }
        }
        Read::Nothing => Fresh::Nothing,
    })
}
