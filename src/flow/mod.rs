//! Use cases over ports: what happens, in which order, in how many calls. No HTTP here, and no platform.

pub mod bulk;
pub mod bury;
pub mod capture;
pub mod create;
pub mod delivery;
pub mod dispatch;
pub mod identity;
pub mod letterhead;
pub mod live;
pub mod mail;
pub mod mailing;
pub mod notify;
pub mod once;
pub mod room;
pub mod rule;
pub mod sign_in;
pub mod webhook;

use std::future::poll_fn;
use std::task::Poll;

use crate::error::Error;
use crate::id::{Entropy, RecordId, Shard, UserId};
use crate::job::Job;
use crate::jwt::Jwk;
use crate::sql::{Db, Later};
use crate::time::Timestamp;
use crate::wire;

/// The queue. Sending is a nudge: what is lost here, the sweep sends again.
pub trait Queue {
    /// Sends at most a hundred messages, to arrive after `delay` seconds; the words of a failure go to the log.
    fn send(&self, jobs: Vec<Job>, delay: i64) -> Later<'_, Result<(), String>>;
}

/// What a use case works with.
#[derive(Clone, Copy)]
pub struct Ports<'a> {
    /// The organisation's database.
    pub db: &'a dyn Db,
    /// Randomness.
    pub entropy: &'a dyn Entropy,
    /// The time of this request.
    pub now: Timestamp,
}

/// What a room answered.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomReply {
    /// The HTTP status.
    pub status: i64,
    /// The record's version or that of what was written, where it has one.
    pub version: Option<i64>,
    /// JSON, or nothing.
    pub body: String,
}

wire!(struct RoomReply: status, version, body);

/// The rooms of records.
pub trait Rooms {
    /// Has `act` done in the room of its record.
    fn act<'a>(&'a self, act: &'a room::Act) -> Later<'a, Result<RoomReply, Error>>;
    /// Has a room where people sit look at its record again: those who do not know the event `seq` are told of it, and with
    /// 0 it is looked at who may still sit there.
    fn look<'a>(&'a self, record: &'a RecordId, seq: i64) -> Later<'a, Result<(), String>>;
}

/// A request to somebody else's server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// The method, upper case.
    pub method: &'static str,
    /// The absolute address.
    pub url: String,
    /// Headers, names in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// The body; empty for none.
    pub body: String,
}

/// Its answer. A redirect is not followed: it is an answer like any other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The status.
    pub status: u16,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, of at most a megabyte.
    pub body: Vec<u8>,
}

/// Other people's servers.
pub trait Fetch {
    /// Asks one. The words of a failure (no connection, too slow, too large) go to the log.
    fn fetch<'a>(&'a self, request: &'a Outgoing) -> Later<'a, Result<Incoming, String>>;
    /// Asks one of whose answer only the status counts, and tells how long it took in milliseconds.
    fn timed<'a>(&'a self, request: &'a Outgoing) -> Later<'a, (Result<u16, String>, i64)>;
}

/// The inboxes of people who are connected now. Best effort: the feed in the database is the truth.
pub trait Inboxes {
    /// Pushes messages, JSON each, to whatever `user` has open. None at all has it look who may still listen.
    fn push<'a>(&'a self, user: &'a UserId, messages: Vec<String>) -> Later<'a, Result<(), String>>;
}

/// Outgoing mail.
pub trait Mail {
    /// Hands a letter over to whoever delivers it.
    fn send<'a>(&'a self, letter: &'a mail::Letter) -> Later<'a, Result<(), mail::MailFailure>>;
}

/// A shard, by what use cases need of it.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// Which.
    pub shard: Shard,
    /// Its database.
    pub db: &'a dyn Db,
    /// The queue, for messages about it.
    pub queue: &'a dyn Queue,
}

/// The other shards.
pub trait Shards {
    /// The `index`th of those beside the request's own.
    fn other(&self, index: usize) -> Option<Place<'_>>;
}

impl<'a> Outside<'a> {
    /// Every shard, beginning with the request's own, `here`.
    pub fn everywhere(&self, here: Shard, db: &'a dyn Db) -> impl Iterator<Item = Place<'a>> + use<'a> {
        let (here, shards) = (Place { shard: here, db, queue: self.queue }, self.shards);
        [here].into_iter().chain((0..).map_while(|index| shards.other(index)))
    }
}

/// Waits for all of these at once.
pub async fn together<T>(these: Vec<Later<'_, T>>) {
    let mut under_way: Vec<Option<Later<'_, T>>> = these.into_iter().map(Some).collect();
    poll_fn(|context| {
        for one in &mut under_way {
            if one.as_mut().is_some_and(|work| work.as_mut().poll(context).is_ready()) {
                *one = None;
            }
        }
        if under_way.iter().all(Option::is_none) { Poll::Ready(()) } else { Poll::Pending }
    })
    .await;
}

/// What is set up from outside for whatever leaves Leadroom.
#[derive(Clone, Debug, Default)]
pub struct Setup {
    /// Where names are looked up: DNS over HTTPS that answers JSON.
    pub dns_url: String,
    /// Whether webhooks may be sent to this very machine: for local work.
    pub webhooks_here: bool,
    /// Where links in mails lead; where the organisation was made when not said.
    pub public_url: Option<String>,
    /// The shard of the database that is worked on.
    pub shard: Shard,
}

/// What requests are counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Reading.
    Reads,
    /// Writing.
    Writes,
    /// Signing in.
    SignIn,
    /// What forms deliver.
    Capture,
}

impl Gate {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Reads, Self::Writes, Self::SignIn, Self::Capture];

    /// Its name.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Reads => "reads",
            Self::Writes => "writes",
            Self::SignIn => "sign_in",
            Self::Capture => "capture",
        }
    }
}

/// What the platform does before anybody is known.
pub trait Guard {
    /// Counts a request of `whose` at a gate; whether it passes. A gate that nobody set up lets everything through.
    fn passes<'a>(&'a self, gate: Gate, whose: &'a str) -> Later<'a, bool>;
    /// Whether `signature` is this key's over these bytes. With a key that is none, it is not.
    fn verifies<'a>(&'a self, key: &'a Jwk, signed: &'a [u8], signature: &'a [u8]) -> Later<'a, bool>;
    /// Passes a moment, for others to get on: fifty milliseconds.
    fn pause(&self) -> Later<'_, ()>;
}

/// What use cases work with besides [`Ports`].
#[derive(Clone, Copy)]
pub struct Outside<'a> {
    /// The queue.
    pub queue: &'a dyn Queue,
    /// The rooms of records.
    pub rooms: &'a dyn Rooms,
    /// Other people's servers.
    pub fetch: &'a dyn Fetch,
    /// Outgoing mail.
    pub mail: &'a dyn Mail,
    /// Who is connected now.
    pub inboxes: &'a dyn Inboxes,
    /// The other shards.
    pub shards: &'a dyn Shards,
    /// What is set up from outside.
    pub setup: &'a Setup,
    /// What is done before anybody is known.
    pub guard: &'a dyn Guard,
}
