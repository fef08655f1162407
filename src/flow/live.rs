//! Live rooms: who sits where, what each is told, and who has to go. The sockets are the platform's; here is what is said.
//!
//! Whoever sits in a room is told every event of the record once and in order. Who they are and up to where they know the
//! record stands with each socket ([`Seat`]), so an object that slept, or was told nothing of a write, catches up from the
//! database. Access is looked up for all of them at once, and nobody is told what happened after theirs ended.

use std::rc::Rc;

use serde_json::Value as Json;

use super::{Outside, Ports};
use crate::error::StoreError;
use crate::id::{OrgId, RecordId, UserId};
use crate::job::Job;
use crate::record::work::Named;
use crate::show::{self, Show as _};
use crate::store::Results;
use crate::store::live::{credential_live, inbox_sync, live_end, live_record, seat_rooms, seat_sync};
use crate::store::person::{Credential, user_active};
pub use crate::store::record::Entry;
use crate::store::record::event_after;
use crate::store::request::request_waiting;
use crate::store::work::work_people;
use crate::time::{MINUTE, Timestamp};
use crate::wire::Wire as _;
use crate::{json, wire};

/// The credential has ended.
pub const CREDENTIAL_ENDED: u16 = 4401;
/// The access has ended.
pub const ACCESS_ENDED: u16 = 4403;
/// The record is in the trash, or gone.
pub const RECORD_DELETED: u16 = 4404;

/// How long a room relies on being told when somebody's access ends: then it looks by itself.
const TRUST: i64 = MINUTE;
/// How many events are read at once.
const PAGE: i64 = 500;
/// More events than a record has.
const EVERY: i64 = 1 << 52;
/// How many rooms are asked to look before the queue asks the others.
const AT_ONCE: usize = 20;
/// How many rooms one change asks.
const MOST_ROOMS: i64 = 2000;

/// Somebody at an open socket. It stands with the socket, where it outlives the object's sleep.
#[derive(Clone, Debug, PartialEq)]
pub struct Seat {
    /// Who.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// What they came in with: they go when it ends.
    pub credential: Credential,
    /// The last event that they know.
    pub seq: i64,
}

wire!(struct Seat: user, name, credential, seq);

impl Seat {
    /// A new seat, for whoever knows the events up to `since`, or wants none but new ones.
    pub fn new(user: UserId, credential: Credential, since: Option<i64>) -> Self {
        Self { user, name: String::new(), credential, seq: since.unwrap_or(EVERY) }
    }
}

/// Where a connection goes on.
#[derive(Clone, Debug, PartialEq)]
pub enum Door {
    /// The room of a record.
    Room(RecordId),
    /// Somebody's inbox.
    Inbox(UserId),
}

/// What one socket is told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Word {
    /// The messages, in order.
    pub messages: Vec<Rc<str>>,
    /// With which code it is closed then.
    pub close: Option<u16>,
}

/// What a look at a room brought.
#[derive(Debug)]
pub struct Looked {
    /// What each socket is told, in the order of the seats.
    pub words: Vec<Word>,
    /// When to look again.
    pub next: Option<Timestamp>,
}

fn message(value: &Json) -> Rc<str> {
    show::text(value).into()
}

fn event(entry: &Entry) -> Rc<str> {
    message(&json!({"type": "event", "event": entry}))
}

/// The ids of those who sit there, each once, and as the persons that a caller sees.
fn present<'a>(seats: impl Iterator<Item = &'a Seat>) -> (Vec<&'a str>, Json) {
    let (mut ids, mut persons) = (Vec::new(), Vec::new());
    for seat in seats {
        if !ids.contains(&seat.user.as_str()) {
            ids.push(seat.user.as_str());
            persons.push(json!({"id": seat.user, "name": seat.name}));
        }
    }
    (ids, Json::Array(persons))
}

/// Whether what happened may end somebody's access.
fn loud(kind: &str) -> bool {
    kind.starts_with("share") || kind.starts_with("collaborator") || matches!(kind, "assigned" | "claimed" | "deleted" | "merged")
}

/// Hands on what was just written, if that can end nobody's access and everybody knows all that was before. Otherwise
/// nothing: look.
pub fn tell(entries: &[Entry], seats: &mut [Seat]) -> Option<Vec<Word>> {
    let (first, last) = (entries.first()?.seq, entries.last()?.seq);
    if entries.iter().any(|entry| loud(&entry.kind)) || seats.iter().any(|seat| seat.seq + 1 != first) {
        return None;
    }
    let messages: Vec<Rc<str>> = entries.iter().map(event).collect();
    let tell = |seat: &mut Seat| {
        seat.seq = last;
        Word { messages: messages.clone(), close: None }
    };
    Some(seats.iter_mut().map(tell).collect())
}

/// Somebody left; those who stay are told, unless the same person sits there still.
pub fn leave(seats: &[Seat], gone: &Seat) -> Vec<Word> {
    let stays = seats.iter().any(|seat| seat.user == gone.user);
    let presence = message(&json!({"type": "presence", "viewers": present(seats.iter()).1}));
    let told = Word { messages: if stays { Vec::new() } else { vec![presence] }, close: None };
    vec![told; seats.len()]
}

fn credentials(seats: &[Seat]) -> String {
    let list: Vec<Json> = seats.iter().map(|seat| seat.credential.write()).collect();
    show::text(&Json::Array(list))
}

/// Those that have not ended, and when the next of them does.
struct Live(Vec<(String, String, Option<Timestamp>)>);

impl Live {
    fn has(&self, credential: &Credential) -> bool {
        let credential = credential.write();
        self.0.iter().any(|(kind, value, _)| credential[0] == kind.as_str() && credential[1] == value.as_str())
    }

    fn next(&self, others: Option<Timestamp>, now: Timestamp) -> Timestamp {
        let ends = self.0.iter().filter_map(|(_, _, end)| *end).chain(others);
        ends.fold(now.plus(TRUST), Timestamp::min)
    }
}

/// Looks at what happened to a record and at who may still sit in its room: one call. With `joins` the last seat is new.
pub async fn look(ports: Ports<'_>, record: &RecordId, seats: &mut [Seat], joins: bool) -> Result<Looked, StoreError> {
    let now = ports.now;
    let (users, _) = present(seats.iter());
    let since = seats.iter().map(|seat| seat.seq).min().unwrap_or(EVERY);
    let mut statements = vec![
        live_record(record),
        event_after(record, since, PAGE),
        work_people(record, &users, now),
        credential_live(&credentials(seats), now),
        live_end(record, now),
    ];
    statements.extend(seat_sync(record, &show::text(&users.show()), now));
    let mut results = Results::new(ports.db.batch(statements).await?);
    let state = results.first::<(i64, i64)>()?;
    let mut entries: Vec<Entry> = results.all()?;
    let people: Vec<Named> = results.all()?;
    let live = Live(results.all()?);
    let end = results.first::<(Option<Timestamp>,)>()?.and_then(|(end,)| end);
    let mut read = entries.len();
    while let Some(last) = entries.last().filter(|_| i64::try_from(read) == Ok(PAGE)) {
        let more: Vec<Entry> = Results::new(ports.db.batch(vec![event_after(record, last.seq, PAGE)]).await?).all()?;
        read = more.len();
        entries.extend(more);
    }

    let before = present(seats[..seats.len() - usize::from(joins)].iter()).0.join(",");
    let version = entries.last().map(|entry| entry.seq).or(state.map(|(version, _)| version)).unwrap_or(0);
    let told: Vec<(i64, Rc<str>)> = entries.iter().map(|entry| (entry.seq, event(entry))).collect();
    let mut words = Vec::new();
    for seat in seats.iter_mut() {
        let person = people.iter().find(|(person, _)| person.id == seat.user);
        let mut word = Word::default();
        if let Some((person, _)) = person {
            seat.name.clone_from(&person.name);
        }
        if person.is_none_or(|(person, sees)| person.active == 0 || *sees == 0) && state.is_some() {
            word = Word { messages: vec![message(&json!({"type": "revoked"}))], close: Some(ACCESS_ENDED) };
        } else if !live.has(&seat.credential) {
            word.close = Some(CREDENTIAL_ENDED);
        } else {
            word.messages = told.iter().filter(|(seq, _)| *seq > seat.seq).map(|(_, text)| Rc::clone(text)).collect();
            word.close = state.is_none_or(|(_, deleted)| deleted == 1).then_some(RECORD_DELETED);
            seat.seq = version;
        }
        words.push(word);
    }
    let stay = || seats.iter().zip(&words).filter(|(_, word)| word.close.is_none()).map(|(seat, _)| seat);
    let (ids, viewers) = present(stay());
    let next = stay().next().map(|_| live.next(end, now));
    if ids.join(",") != before {
        let presence = message(&json!({"type": "presence", "viewers": viewers}));
        let newcomer = if joins { words.len().checked_sub(1) } else { None };
        for (index, word) in words.iter_mut().enumerate() {
            if word.close.is_none() && Some(index) != newcomer {
                word.messages.push(Rc::clone(&presence));
            }
        }
    }
    if let Some(word) = words.last_mut().filter(|word| joins && word.close.is_none()) {
        word.messages.insert(0, message(&json!({"type": "hello", "version": version, "viewers": viewers})));
    }
    Ok(Looked { words, next })
}

/// Looks at who may still listen at somebody's inbox.
pub async fn attend(ports: Ports<'_>, user: &UserId, seats: &[Seat]) -> Result<Looked, StoreError> {
    let now = ports.now;
    let statements = vec![user_active(user), credential_live(&credentials(seats), now), inbox_sync(user, true, now)];
    let mut results = Results::new(ports.db.batch(statements).await?);
    let active = results.first::<(i64,)>()?.is_some_and(|(active,)| active == 1);
    let live = Live(results.all()?);
    let ended = |seat: &Seat| (!active || !live.has(&seat.credential)).then_some(CREDENTIAL_ENDED);
    let words: Vec<Word> = seats.iter().map(|seat| Word { messages: Vec::new(), close: ended(seat) }).collect();
    let next = words.iter().any(|word| word.close.is_none()).then(|| live.next(None, now));
    if next.is_none() {
        vacate(ports, user).await?;
    }
    Ok(Looked { words, next })
}

/// Nobody listens at somebody's inbox any more.
pub async fn vacate(ports: Ports<'_>, user: &UserId) -> Result<(), StoreError> {
    ports.db.batch(vec![inbox_sync(user, false, ports.now)]).await.map(|_| ())
}

/// Has the rooms look in which somebody of the organisation sits, or this one person, and the person's inbox: after a write
/// beside the rooms that may have ended an access or a credential. What is not reached looks by itself within a minute. And where
/// they wait for a decision, has it looked whether they still need one.
pub async fn loosened(ports: Ports<'_>, outside: &Outside<'_>, org: &OrgId, user: Option<&UserId>) -> Result<(), StoreError> {
    let statements = vec![seat_rooms(org, user, MOST_ROOMS), request_waiting(org, user, MOST_ROOMS)];
    let mut results = Results::new(ports.db.batch(statements).await?);
    let rooms: Vec<(RecordId,)> = results.all()?;
    let mut later: Vec<Job> = results.all::<(RecordId,)>()?.into_iter().map(|(record,)| Job::Requests { record }).collect();
    for (index, (record,)) in rooms.into_iter().enumerate() {
        if index >= AT_ONCE || outside.rooms.look(&record, 0).await.is_err() {
            later.push(Job::Look { record });
        }
    }
    for some in later.chunks(100) {
        outside.queue.send(some.to_vec(), 0).await.map_err(StoreError::Unavailable)?;
    }
    if let Some(user) = user {
        let _ = outside.inboxes.push(user, Vec::new()).await;
    }
    Ok(())
}
