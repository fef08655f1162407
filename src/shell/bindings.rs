//! Every binding, variable and secret, named once.

use worker::{Date, Env, ObjectNamespace};

use super::database::{D1, Stats};
use crate::api;
use crate::error::{Error, StoreError};
use crate::flow::room::Act;
use crate::flow::{Queue, RoomReply};
use crate::id::Entropy;
use crate::job::Job;
use crate::sql::Later;
use crate::time::Timestamp;
use crate::wire;

/// The database.
pub const DB: &str = "DB";
/// The queue of events to fan out.
const EVENTS: &str = "EVENTS";
/// The rooms.
const ROOM: &str = "ROOM";
/// Secret: lets `POST /v1/setup` make an organisation.
const SETUP_TOKEN: &str = "SETUP_TOKEN";
/// Variable: `on` shows the cost of every response.
const SERVER_TIMING: &str = "SERVER_TIMING";

/// What is set up from outside.
pub struct Config {
    /// What the API needs of it.
    pub api: api::Config,
    /// Whether responses tell their cost.
    pub server_timing: bool,
}

/// Reads what is set up from outside.
pub fn config(env: &Env) -> Config {
    let setup_token = env.secret(SETUP_TOKEN).ok().map(|secret| secret.to_string()).filter(|token| !token.is_empty());
    let server_timing = env.var(SERVER_TIMING).is_ok_and(|value| value.to_string() == "on");
    Config { api: api::Config { setup_token }, server_timing }
}

/// The time.
pub fn now() -> Timestamp {
    Timestamp(i64::try_from(Date::now().as_millis()).unwrap_or(0))
}

/// The platform's random bytes.
pub struct Randomness;

impl Entropy for Randomness {
    fn fill(&self, bytes: &mut [u8]) {
        // Without randomness there are no ids and no secrets: nothing could go on.
        getrandom::fill(bytes).expect("the platform has randomness");
    }
}

/// The queue of events to fan out.
pub struct Events<'a>(&'a Env);

impl<'a> Events<'a> {
    /// Over the binding.
    pub fn new(env: &'a Env) -> Self {
        Self(env)
    }
}

impl Queue for Events<'_> {
    fn send(&self, jobs: Vec<Job>) -> Later<'_, Result<(), String>> {
        Box::pin(async move {
            let texts: Vec<String> = jobs.iter().map(wire::text).collect();
            let queue = self.0.queue(EVENTS).map_err(|error| error.to_string())?;
            queue.send_batch(texts).await.map_err(|error| error.to_string())
        })
    }
}

/// The rooms of records. What they cost is added to the request's cost.
pub struct Rooms<'a> {
    rooms: worker::Result<ObjectNamespace>,
    database: &'a D1,
}

impl<'a> Rooms<'a> {
    /// Over the binding.
    pub fn new(env: &Env, database: &'a D1) -> Self {
        Self { rooms: env.durable_object(ROOM), database }
    }

    async fn ask(&self, act: &Act) -> Result<RoomReply, String> {
        let rooms = self.rooms.as_ref().map_err(ToString::to_string)?;
        let room = rooms.get_by_name(act.record.as_str()).map_err(|error| error.to_string())?;
        // Not the SDK's own init, which brings along everything that an image may be resized by.
        let init = web_sys::RequestInit::new();
        let body = wire::text(act);
        init.set_method("POST");
        init.set_body(&body.into());
        let request = web_sys::Request::new_with_str_and_init("https://room/", &init).map_err(|error| format!("{error:?}"))?.into();
        let mut response = room.fetch_with_request(request).await.map_err(|error| error.to_string())?;
        let text = response.text().await.map_err(|error| error.to_string())?;
        let (reply, stats): (RoomReply, Stats) = wire::parse(&text).ok_or("a room answered what is no answer")?;
        self.database.add(&stats);
        Ok(reply)
    }
}

impl crate::flow::Rooms for Rooms<'_> {
    fn act<'b>(&'b self, act: &'b Act) -> Later<'b, Result<RoomReply, Error>> {
        Box::pin(async move { self.ask(act).await.map_err(|cause| StoreError::Unavailable(cause).into()) })
    }
}
