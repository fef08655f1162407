//! A whole Leadroom in this process: the real core on a local file, at whatever time it is told that it is.

use std::cell::{Cell, RefCell};

use leadroom::api::{self, Config, Reply, Request};
use leadroom::error::{Error, StoreError};
use leadroom::flow::mail::{Letter, MailFailure};
use leadroom::flow::room::Act;
use leadroom::flow::{
    Fetch, Gate, Guard, Inboxes, Incoming, Mail, Outgoing, Outside, Place, Ports, Queue, RoomReply, Rooms, Setup, Shards, dispatch,
};
use leadroom::id::{Entropy, RecordId, UserId};
use leadroom::job::Job;
use leadroom::jwt::Jwk;
use leadroom::sql::Later;
use leadroom::time::Timestamp;
use serde_json::Value as Json;

use crate::Failure;
use crate::database::Database;
use crate::native::run;
use crate::random::Seeded;

const SETUP_TOKEN: &str = "in-this-process-only";

/// What ids and secrets are made from: ids from the seed, so that the same organisation comes out; the secrets of keys
/// from the system, so that nobody else's demo has the same.
struct Ids<'a>(&'a Seeded);

/// The bytes of an id; a secret takes more.
const ID: usize = 10;

impl Entropy for Ids<'_> {
    fn fill(&self, bytes: &mut [u8]) {
        if bytes.len() <= ID || getrandom::fill(bytes).is_err() {
            self.0.fill(bytes);
        }
    }
}

/// The core on a file, its clock and its queue.
pub struct Local<'a> {
    database: &'a Database,
    entropy: Ids<'a>,
    now: Cell<i64>,
    jobs: RefCell<Vec<Job>>,
    setup: Setup,
    config: Config,
}

impl Rooms for Local<'_> {
    fn act<'b>(&'b self, act: &'b Act) -> Later<'b, Result<RoomReply, Error>> {
        Box::pin(async move {
            let answered = api::room::answer(self.ports(), act).await;
            self.jobs.borrow_mut().extend(answered.nudges);
            match answered.cause {
                None => Ok(answered.reply),
                Some(cause) => Err(StoreError::Corrupt(cause).into()),
            }
        })
    }

    fn look<'b>(&'b self, _: &'b RecordId, _: i64) -> Later<'b, Result<(), String>> {
        Box::pin(async { Ok(()) })
    }
}

/// What is due later is left to the sweep.
impl Queue for Local<'_> {
    fn send(&self, jobs: Vec<Job>, delay: i64) -> Later<'_, Result<(), String>> {
        if delay == 0 {
            self.jobs.borrow_mut().extend(jobs);
        }
        Box::pin(async { Ok(()) })
    }
}

/// There is nobody else in this process.
impl Fetch for Local<'_> {
    fn fetch<'b>(&'b self, _: &'b Outgoing) -> Later<'b, Result<Incoming, String>> {
        Box::pin(async { Err("there is no network here".to_owned()) })
    }

    fn timed<'b>(&'b self, _: &'b Outgoing) -> Later<'b, (Result<u16, String>, i64)> {
        Box::pin(async { (Err("there is no network here".to_owned()), 0) })
    }
}

/// Mails go nowhere.
impl Shards for Local<'_> {
    fn other(&self, _: usize) -> Option<Place<'_>> {
        None
    }
}

impl Mail for Local<'_> {
    fn send<'b>(&'b self, _: &'b Letter) -> Later<'b, Result<(), MailFailure>> {
        Box::pin(async { Ok(()) })
    }
}

/// Nobody is counted, and nobody comes with a token.
impl Guard for Local<'_> {
    fn passes<'b>(&'b self, _: Gate, _: &'b str) -> Later<'b, bool> {
        Box::pin(async { true })
    }

    fn verifies<'b>(&'b self, _: &'b Jwk, _: &'b [u8], _: &'b [u8]) -> Later<'b, bool> {
        Box::pin(async { false })
    }

    fn pause(&self) -> Later<'_, ()> {
        Box::pin(async {})
    }
}

impl Inboxes for Local<'_> {
    fn push<'b>(&'b self, _: &'b UserId, _: Vec<String>) -> Later<'b, Result<(), String>> {
        Box::pin(async { Ok(()) })
    }
}

impl<'a> Local<'a> {
    /// On this file, ids from this seed, beginning at `now` (milliseconds).
    pub fn new(database: &'a Database, seed: &'a Seeded, now: i64) -> Self {
        Self {
            database,
            entropy: Ids(seed),
            now: Cell::new(now),
            jobs: RefCell::default(),
            setup: Setup::default(),
            config: Config { setup_token: Some(SETUP_TOKEN.to_owned()), ..Config::default() },
        }
    }

    fn ports(&self) -> Ports<'_> {
        Ports { db: self.database, entropy: &self.entropy, now: Timestamp(self.now.get()) }
    }

    fn outside(&self) -> Outside<'_> {
        Outside { queue: self, rooms: self, fetch: self, mail: self, inboxes: self, shards: self, setup: &self.setup, guard: self }
    }

    /// What time it is, in milliseconds.
    pub fn now(&self) -> i64 {
        self.now.get()
    }

    /// Moves the clock to `at`, at least by a millisecond: it never stands still.
    pub fn advance_to(&self, at: i64) {
        self.now.set(at.max(self.now.get() + 1));
    }

    /// Sends a request; anything but a `2xx` is a failure with the answer in it.
    pub fn send(&self, key: &str, method: &str, target: &str, body: &Json) -> Result<Json, Failure> {
        self.advance_to(0);
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let request = Request {
            method: method.to_owned(),
            origin: "https://leadroom.example".to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers: vec![
                ("authorization".to_owned(), format!("Bearer {key}")),
                ("content-type".to_owned(), "application/json".to_owned()),
            ],
            body: Some(if body.is_null() { Vec::new() } else { body.to_string().into_bytes() }),
        };
        let (Reply { status, body: text, cause, .. }, trace) =
            run(api::answer(self.ports(), self.outside(), &self.config, &request, "local"));
        self.jobs.borrow_mut().extend(trace.nudges.take());
        self.work()?;
        if !(200..300).contains(&status) {
            return Err(format!("{method} {target} {body} answered {status}: {text} {}", cause.unwrap_or_default()).into());
        }
        Ok(if text.is_empty() { Json::Null } else { serde_json::from_str(&text)? })
    }

    /// Makes an organisation and its owner: the answer of `POST /v1/setup`.
    pub fn set_up(&self, body: &Json) -> Result<Json, Failure> {
        self.send(SETUP_TOKEN, "POST", "/v1/setup", body)
    }

    /// Does what waits in the queue, and what comes of it.
    fn work(&self) -> Result<(), Failure> {
        loop {
            let jobs = self.jobs.take();
            if jobs.is_empty() {
                return Ok(());
            }
            for job in jobs {
                run(dispatch::work(self.ports(), &self.outside(), &job)).map_err(|error| format!("{job:?} failed: {error:?}"))?;
            }
        }
    }

    /// Does what the queue and the scheduled sweep do in the minutes after a write.
    pub fn settle(&self) -> Result<(), Failure> {
        self.advance_to(self.now() + 2 * dispatch::OVERDUE);
        loop {
            let found = run(dispatch::sweep(self.ports(), self)).map_err(|error| format!("the sweep failed: {error:?}"))?;
            if found == 0 {
                return Ok(());
            }
            self.work()?;
        }
    }
}

/// Text at a JSON pointer of an answer.
pub fn text(answer: &Json, pointer: &str) -> Result<String, Failure> {
    Ok(answer.pointer(pointer).and_then(Json::as_str).ok_or_else(|| format!("no {pointer} in {answer}"))?.to_owned())
}
