//! What a room answers: an act done, as HTTP. Runs in the record's room, and renders there what was read in the same
//! batch that wrote.

use crate::json;

use super::idempotency::in_use;
use super::{Reply, problem, view};
use crate::error::{Code, Error, StoreError};
use crate::flow::Ports;
use crate::flow::RoomReply;
use crate::flow::once::{Journal, Stream, derived};
use crate::flow::room::{Act, By, Done, Fresh, VERSION, perform};
use crate::job::Job;
use crate::model::Kind;
use crate::store::person::Credential;
use crate::store::record::{Entry, RECORD, record_get, record_got};
use crate::time::Timestamp;

/// What the room says to the Worker: the answer for the caller, and for the log the cause of a failure.
pub struct Answered {
    /// The answer.
    pub reply: RoomReply,
    /// The messages that nudge the consumer, when anything happened.
    pub nudges: Vec<Job>,
    /// The cause of a failure on our side.
    pub cause: Option<String>,
    /// When the room must look after the record again, if that is new.
    pub wake: Option<Timestamp>,
    /// What is new on the timeline, for those who sit in the room.
    pub entries: Vec<Entry>,
}

/// Does an act and renders the answer; with a key, once.
pub async fn answer(ports: Ports<'_>, act: &Act) -> Answered {
    let Some(once) = &act.once else { return act_on(ports, act).await };
    let journal = Journal::new(ports.db, once, act.record.as_str(), ports.now);
    let stream = Stream::new(derived(&once.seed, &[act.record.as_str()]));
    let mut answered = act_on(Ports { db: &journal, entropy: &stream, now: journal.at() }, act).await;
    if journal.beaten() {
        answered = refused(ports, act, in_use()).await;
    }
    if !journal.wrote() {
        // Whoever sits here was told when it was done.
        answered.entries.clear();
    }
    answered
}

async fn act_on(ports: Ports<'_>, act: &Act) -> Answered {
    let result = if act.version == VERSION {
        perform(ports, act).await
    } else {
        Err(StoreError::Unavailable(format!("an act of version {} in a room of version {VERSION}", act.version)).into())
    };
    match result {
        Ok(done) => rendered(ports, done),
        Err(error) => refused(ports, act, error).await,
    }
}

fn rendered(ports: Ports<'_>, done: Done) -> Answered {
    let status = if done.created { 201 } else { 200 };
    let (version, reply) = match (&done.fresh, &done.viewer) {
        (Fresh::Record(found), Some(viewer)) => {
            let (record, grants) = &**found;
            // Somebody who gave their own sight away sees for this last time what they did.
            (Some(record.version), Reply::json(status, &view::record(viewer, record, grants, ports.now)))
        }
        (Fresh::Records(found), Some(viewer)) => {
            let view = |kind: Kind| {
                let one = found.iter().find(|(record, _)| record.kind == kind);
                one.map(|(record, grants)| view::record(viewer, record, grants, ports.now))
            };
            let body = json!({"lead": view(Kind::Lead), "contact": view(Kind::Contact), "deal": view(Kind::Deal)});
            (None, Reply::json(status, &body))
        }
        (Fresh::Collaborator(row), _) => (None, Reply::json(status, &view::collaborator(row))),
        (Fresh::Share(row), _) => (None, Reply::json(status, &view::share(row))),
        (Fresh::Request(request), _) => (None, Reply::json(status, &view::request(request, ports.now))),
        (Fresh::Work { text, version, unreachable }, _) => {
            let mut text = text.clone();
            if let Some(unreachable) = unreachable {
                text.pop();
                text.push_str(",\"unreachable_mentions\":");
                text.push_str(&json!(unreachable).to_string());
                text.push('}');
            }
            (*version, Reply::text(status, text))
        }
        (Fresh::Changed(true), _) => (None, Reply::text(200, String::new())),
        (Fresh::Record(_) | Fresh::Records(_), None) | (Fresh::Changed(false) | Fresh::Nothing, _) => (None, Reply::empty()),
    };
    Answered {
        reply: RoomReply { status: i64::from(reply.status), version, body: reply.body },
        nudges: done.nudges,
        cause: None,
        wake: done.wake,
        entries: done.entries,
    }
}

async fn refused(ports: Ports<'_>, act: &Act, mut error: Error) -> Answered {
    if let By::User(user) = &act.by
        && error.code() == Code::EditConflict
        && !error.refusal().extensions.contains_key("current")
    {
        // What the editor needs to choose: the record as it is now.
        let statement = record_get(&Credential::User(user.clone()), &act.record, None, RECORD, ports.now);
        if let Ok(mut rows) = ports.db.batch(vec![statement]).await
            && let Ok((who, Some((record, grants)))) = record_got(&rows.pop().unwrap_or_default())
            && let Ok(viewer) = who.viewer()
        {
            let view = view::record(&viewer, &record, &grants, ports.now);
            error.refusal_mut().extensions.insert("current".to_owned(), view);
        }
    }
    let reply = problem::reply(&error, &act.request_id);
    Answered {
        reply: RoomReply { status: i64::from(reply.status), version: None, body: reply.body },
        nudges: Vec::new(),
        cause: reply.cause,
        wake: None,
        entries: Vec::new(),
    }
}

/// A room's answer as the Worker's.
pub fn reply(answer: RoomReply) -> Reply {
    let status = u16::try_from(answer.status).unwrap_or(Code::Internal.status());
    let mut reply = Reply { status, headers: Vec::new(), body: answer.body, cause: None };
    if status == Code::Unavailable.status() {
        reply = reply.with("retry-after", problem::RETRY_AFTER);
    }
    if status >= 400 {
        return reply.with("content-type", "application/problem+json");
    }
    if !reply.body.is_empty() {
        reply = reply.with("content-type", "application/json");
    }
    match answer.version {
        Some(version) => reply.tagged(version),
        None => reply,
    }
}
