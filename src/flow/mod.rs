//! Use cases over ports: what happens, in which order, in how many calls. No HTTP here, and no platform.

pub mod capture;
pub mod create;
pub mod dispatch;
pub mod room;

use crate::error::Error;
use crate::id::Entropy;
use crate::job::Job;
use crate::sql::{Db, Later};
use crate::time::Timestamp;
use crate::wire;

/// The queue. Sending is a nudge: what is lost here, the sweep sends again.
pub trait Queue {
    /// Sends messages; the words of a failure go to the log.
    fn send(&self, jobs: Vec<Job>) -> Later<'_, Result<(), String>>;
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
}
