//! What happens in a record's room: load, authorise, decide, write, in that order and one act at a time.
//!
//! The room's mutex gives order and fairness. The event key is the last word: a batch that was decided on an older
//! version fails on it as a whole, and the act is decided again on what is there now.

mod act;
mod consequence;
mod convert;
mod decide;
mod load;
mod many;
mod rule;
mod share;
mod submit;
mod work;
mod write;

pub use self::act::{Act, Action, By, VERSION};

use super::Ports;
use crate::error::{Error, StoreError};
use crate::id::{RecordId, UserId};
use crate::job::Job;
use crate::model::{Actor, ActorType, Grant, Record, Request, Viewer};
use crate::record::event::Event;
use crate::request;
use crate::store::Results;
use crate::store::explain::explain_requesters;
use crate::store::grant::{CollaboratorRow, ShareRow};
use crate::store::notice::event_left;
use crate::store::record::{Entry, record_plain, record_row};
use crate::store::request::{request_next_end, request_pending, request_ran_out};
use crate::time::{SECOND, Timestamp};

use self::consequence::needless;
use self::load::decide_for;
use self::rule::follow;
use self::submit::submit;
use self::write::{commit, write};

/// How often an act is decided again when another writer was first.
const ATTEMPTS: usize = 12;
/// The keys that another writer may have had first.
const DECIDED_AGAIN: &[&str] = &["event.", "request.", "delivery.", "rule_once", "turn.", "job_item."];

/// What the caller gets to see afterwards.
#[derive(Clone, Debug)]
pub enum Fresh {
    /// The record.
    Record(Box<(Record, Vec<Grant>)>),
    /// The record and what it became.
    Records(Vec<(Record, Vec<Grant>)>),
    /// A collaborator.
    Collaborator(Box<CollaboratorRow>),
    /// A share.
    Share(Box<ShareRow>),
    /// A request.
    Request(Box<Request>),
    /// A note, a task or a communication, as callers see it.
    Work {
        /// The JSON.
        text: String,
        /// Its version, if it has one.
        version: Option<i64>,
        /// Whom a note mentions in vain.
        unreachable: Option<Vec<UserId>>,
    },
    /// Of a job: whether anything changed, or would.
    Changed(bool),
    /// Nothing.
    Nothing,
}

/// An act that was done.
#[derive(Debug)]
pub struct Done {
    /// Who did it, when a person did.
    pub viewer: Option<Box<Viewer>>,
    /// What the caller gets to see.
    pub fresh: Fresh,
    /// Whether something came to be.
    pub created: bool,
    /// The messages that nudge the consumer, when anything happened.
    pub nudges: Vec<Job>,
    /// When the room must look after the record again, if that is new.
    pub wake: Option<Timestamp>,
    /// What is new on the timeline.
    pub entries: Vec<Entry>,
}

impl Done {
    fn of_job(viewer: Option<Box<Viewer>>, changed: bool, entries: Vec<Entry>) -> Self {
        Self { viewer, fresh: Fresh::Changed(changed), created: false, nudges: Vec::new(), wake: None, entries }
    }
}

/// Does `act`, in one call to load and one to write; a second round only when a writer outside the room was first.
pub async fn perform(ports: Ports<'_>, act: &Act) -> Result<Done, Error> {
    let mut last = StoreError::Unavailable("the record is being written from elsewhere".to_owned());
    for _ in 0..ATTEMPTS {
        let (actor, viewer, record, decision) = match &act.by {
            By::User(user) | By::Bulk { user, .. } => {
                let (scene, decision) = decide_for(ports, act, user).await?;
                (scene.viewer.actor(), Some(scene.viewer), scene.record, decision)
            }
            By::Source { id, name } => {
                let (record, decision) = submit(ports, act, name).await?;
                (Actor { id: Some(id.clone()), name: name.clone(), kind: ActorType::Source }, None, record, decision)
            }
            By::Rule(rule) => {
                let (actor, record, decision) = follow(ports, act, rule).await?;
                (actor, None, record, decision)
            }
        };
        if let By::Bulk { dry_run, .. } = &act.by
            && (*dry_run || decision.events.is_empty())
        {
            return Ok(Done::of_job(viewer, !decision.events.is_empty(), Vec::new()));
        }
        match write(ports, act, &actor, &record, &decision).await {
            // Its events wait for the end of the job: of all of them a person is told once.
            Ok((_, entries)) if matches!(act.by, By::Bulk { .. }) => return Ok(Done::of_job(viewer, true, entries)),
            Ok((fresh, entries)) => {
                let mut nudges: Vec<Job> = Vec::new();
                if let (Some(first), Some(last), None) = (entries.first(), entries.last(), act.bulk()) {
                    nudges.push(Job::Events { record: record.id.clone(), from: first.seq, seq: last.seq });
                }
                if let Fresh::Records(all) = &fresh {
                    let made = all.iter().filter(|(made, _)| made.id != record.id);
                    nudges.extend(made.map(|(made, _)| Job::Events { record: made.id.clone(), from: 1, seq: made.version }));
                }
                let wake = decision.events.iter().find_map(|event| match event {
                    Event::RequestCreated { expires_at, .. } => Some(*expires_at),
                    _ => None,
                });
                return Ok(Done { viewer, fresh, created: decision.created, nudges, wake, entries });
            }
            Err(StoreError::Conflict(key)) if DECIDED_AGAIN.iter().any(|table| key.contains(table)) => {
                last = StoreError::Unavailable(key);
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(last.into())
}

/// Looks after a record when nobody asks: closes the requests that ran out undecided, and those whose makers have what they
/// asked for by what was done outside of the room, and finds events whose message was lost. Returns the message that nudges the consumer, and when to look again.
pub async fn tick(ports: Ports<'_>, id: &RecordId) -> Result<(Option<Job>, Option<Timestamp>), StoreError> {
    let now = ports.now;
    let statements = vec![
        record_plain(id, None),
        request_ran_out(id, now),
        request_next_end(id, now),
        event_left(id),
        request_pending(id, now),
        explain_requesters(id, now),
    ];
    let mut results = Results::new(ports.db.batch(statements).await?);
    let Some(row) = results.take()?.into_iter().next() else { return Ok((None, None)) };
    let (mut record, _) = record_row(&row)?;
    let mut events: Vec<Event> = results.all::<Request>()?.iter().map(request::expire).collect();
    let next = results.first::<(Option<Timestamp>,)>()?.and_then(|(next,)| next);
    let left = results.first::<(Option<i64>, Option<i64>)>()?.and_then(|(from, seq)| Some((from?, seq?)));
    let job = |from: i64, seq: i64| Some(Job::Events { record: id.clone(), from, seq });
    let pending = results.all::<Request>()?;
    events.extend(needless(&[], &record, &pending, results.all()?, now));
    if events.is_empty() {
        return Ok((left.and_then(|(from, seq)| job(from, seq)), next));
    }
    let from = left.map_or(record.version + 1, |(from, _)| from);
    let actor = Actor::system();
    let statements = commit(&mut record, &events, &actor, (true, None), now);
    match ports.db.batch(statements).await {
        Ok(_) => Ok((job(from, record.version), next)),
        // Somebody was writing: a moment later it is as true.
        Err(StoreError::Conflict(_)) => Ok((None, Some(now.plus(SECOND)))),
        Err(error) => Err(error),
    }
}
