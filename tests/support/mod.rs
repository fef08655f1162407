//! The core on `SQLite` in memory: the same migrations and SQL as production, under workerd's limits, with a clock and
//! randomness that a test holds in its hands.

#![allow(dead_code, clippy::needless_pass_by_value, reason = "each test program uses its part, and bodies are written in place")]

pub mod guard;
mod live;
mod native;

use std::cell::{Cell, RefCell};

use leadroom::api::{self, Config, Reply, Request};
use leadroom::error::{Error, StoreError};
use leadroom::flow::mail::{Letter, MailFailure};
use leadroom::flow::room::Act;
use leadroom::flow::{Fetch, Inboxes, Incoming, Mail, Outgoing, Outside, Place, Ports, Queue, RoomReply, Rooms, Setup, Shards, dispatch};
use leadroom::id::{Entropy, RecordId, UserId};
use leadroom::job::Job;
use leadroom::sql::{Db, Later, Rows, Stmt, Value};
use leadroom::time::Timestamp;
use rusqlite::limits::Limit;
use serde_json::{Value as Json, json};

use self::guard::Counted;
pub use self::native::run;
use self::native::text;

/// 2026-05-01T09:30:00.000Z, when every test's world begins.
pub const START: i64 = 1_777_627_800_000;
pub const SETUP_TOKEN: &str = "test-setup-token";

/// `SQLite` with workerd's limits.
pub struct Database {
    pub connection: RefCell<rusqlite::Connection>,
    pub calls: Cell<usize>,
    /// Runs before the next batch that writes an event: what somebody else does in between.
    pub interference: RefCell<Option<String>>,
    /// The Worker dies when this many more batches were done.
    pub dies_after: Cell<Option<usize>>,
    /// The answer of the batch before is lost, too: it is done, and looks as if it had failed.
    pub loses_answer: Cell<bool>,
    /// After how many calls every one fails, and how.
    pub broken: RefCell<Option<(usize, StoreError)>>,
}

impl Database {
    pub fn new() -> Self {
        Self::grown(|_| String::new())
    }

    /// The migrations, each followed by what `rows` says.
    pub fn grown(rows: impl Fn(&str) -> String) -> Self {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        connection.pragma_update(None, "foreign_keys", true).unwrap();
        // The same statements come thousands of times: planning them once is most of a test's speed.
        connection.set_prepared_statement_cache_capacity(4000);
        connection.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true).unwrap();
        let mut files: Vec<_> =
            std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations")).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for file in files {
            let name = file.file_name().unwrap().to_str().unwrap();
            for sql in [std::fs::read_to_string(&file).unwrap(), rows(name)] {
                connection.execute_batch(&sql).unwrap_or_else(|error| panic!("{name}: {error}"));
            }
        }
        for (limit, value) in [
            (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 100),
            (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
            (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 5),
            (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
            (Limit::SQLITE_LIMIT_COLUMN, 100),
            (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
            (Limit::SQLITE_LIMIT_FUNCTION_ARG, 32),
            (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
            (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        ] {
            connection.set_limit(limit, value).unwrap();
        }
        Self {
            connection: RefCell::new(connection),
            calls: Cell::new(0),
            interference: RefCell::new(None),
            dies_after: Cell::new(None),
            loses_answer: Cell::new(false),
            broken: RefCell::new(None),
        }
    }

    /// Nothing in any table, as at the beginning, and every statement still planned.
    pub fn wipe(&self) {
        let connection = self.connection.borrow();
        let mut left = self.ask(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' AND name NOT LIKE 'record~_search%' ESCAPE '~'",
        );
        // Switching foreign keys off would have every statement planned anew; so children go before their parents.
        while !left.is_empty() {
            let before = left.len();
            left.retain(|table| connection.execute(&format!("DELETE FROM {table}"), []).is_err());
            assert!(left.len() < before, "cannot empty {left:?}");
        }
        connection.execute("INSERT INTO record_search (record_search) VALUES ('delete-all')", []).unwrap();
        self.interference.take();
    }

    /// The rows of a query, columns joined by `|`.
    pub fn ask(&self, sql: &str) -> Vec<String> {
        let connection = self.connection.borrow();
        let mut statement = connection.prepare(sql).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        let mut all = Vec::new();
        while let Some(row) = rows.next().unwrap() {
            let texts: Vec<String> = (0..columns).map(|column| text(row.get_ref(column).unwrap())).collect();
            all.push(texts.join("|"));
        }
        all
    }

    pub fn execute(&self, sql: &str) {
        self.connection.borrow().execute_batch(sql).unwrap();
    }

    fn run(&self, statements: &[Stmt]) -> Result<Vec<Rows>, rusqlite::Error> {
        if statements.iter().any(|statement| statement.sql.starts_with("INSERT INTO event"))
            && let Some(sql) = self.interference.take()
        {
            self.execute(&sql);
        }
        let mut connection = self.connection.borrow_mut();
        let transaction = connection.transaction()?;
        let mut results = Vec::new();
        for statement in statements {
            let mut prepared = transaction.prepare_cached(&statement.sql)?;
            for (index, value) in statement.params.iter().enumerate() {
                match value {
                    Value::Null => prepared.raw_bind_parameter(index + 1, rusqlite::types::Null)?,
                    // D1 binds every number as a double.
                    #[expect(clippy::cast_precision_loss, reason = "as D1 does")]
                    Value::Int(number) => prepared.raw_bind_parameter(index + 1, *number as f64)?,
                    Value::Text(text) => prepared.raw_bind_parameter(index + 1, text)?,
                }
            }
            let mut rows = prepared.raw_query();
            let mut texts = Vec::new();
            while let Some(row) = rows.next()? {
                texts.push(text(row.get_ref(0)?));
            }
            results.push(texts);
        }
        transaction.commit()?;
        Ok(results)
    }
}

impl Db for Database {
    fn batch(&self, statements: Vec<Stmt>) -> Later<'_, Result<Vec<Rows>, StoreError>> {
        self.calls.set(self.calls.get() + 1);
        if let Some((left, error)) = self.broken.borrow_mut().as_mut() {
            let failure = error.clone();
            if *left == 0 {
                return Box::pin(async move { Err(failure) });
            }
            *left -= 1;
        }
        let gone = || Err(StoreError::Unavailable("the Worker died".to_owned()));
        match self.dies_after.get() {
            Some(0) => return Box::pin(async move { gone() }),
            Some(left) => self.dies_after.set(Some(left - 1)),
            None => {}
        }
        let lost = self.dies_after.get() == Some(0) && self.loses_answer.get();
        let result = self.run(&statements).map_err(|error| {
            let text = error.to_string();
            if text.contains("UNIQUE constraint failed") {
                StoreError::Conflict(text)
            } else {
                StoreError::Corrupt(format!(
                    "{text}\n{}",
                    statements.iter().map(|statement| statement.sql.as_ref()).collect::<Vec<_>>().join(";\n")
                ))
            }
        });
        Box::pin(async move { if lost { gone() } else { result } })
    }
}

/// A seeded stream of bytes (`SplitMix64`).
pub struct Seeded(Cell<u64>);

impl Seeded {
    pub fn new(seed: u64) -> Self {
        Self(Cell::new(seed))
    }

    pub fn next(&self) -> u64 {
        native::split_mix(&self.0)
    }

    /// A number below `bound`.
    pub fn below(&self, bound: usize) -> usize {
        usize::try_from(self.next() % bound as u64).unwrap()
    }

    pub fn pick<'a, T>(&self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    pub fn chance(&self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

impl Entropy for Seeded {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.next().to_le_bytes()[..chunk.len()]);
        }
    }
}

/// A whole Leadroom in this process.
pub struct App {
    pub db: Database,
    pub entropy: Seeded,
    pub now: Cell<i64>,
    /// The queue: what arrives at once.
    pub nudges: RefCell<Vec<Job>>,
    /// The queue: what arrives later, and when.
    pub delayed: RefCell<Vec<(i64, Job)>>,
    /// The mails that were sent.
    pub letters: RefCell<Vec<Letter>>,
    /// What their provider says to each.
    pub post: RefCell<Box<Post>>,
    /// What was pushed, and to whom.
    pub pushed: RefCell<Vec<(String, String)>>,
    /// Who is connected to the rooms.
    pub sockets: RefCell<Vec<live::Socket>>,
    /// How other people's servers answer.
    pub server: RefCell<Box<Server>>,
    pub setup: Setup,
    /// What the platform counted and checked.
    pub counted: Counted,
    pub config: Config,
}

/// Somebody who calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    pub id: String,
    pub key: String,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Json,
    pub text: String,
    /// Round trips to the database.
    pub calls: usize,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Self {
        let this = self.expect(status);
        assert_eq!(this.body["code"], code, "{}", this.text);
        assert_eq!(this.header("content-type"), Some("application/problem+json"));
        this
    }

    #[track_caller]
    pub fn str(&self, pointer: &str) -> String {
        self.body.pointer(pointer).and_then(Json::as_str).unwrap_or_else(|| panic!("no {pointer} in {}", self.text)).to_owned()
    }

    pub fn id(&self) -> String {
        self.str("/id")
    }

    /// The ids of a list.
    pub fn ids(&self) -> Vec<String> {
        self.body["data"]
            .as_array()
            .unwrap_or_else(|| panic!("no list: {}", self.text))
            .iter()
            .map(|one| one["id"].as_str().unwrap().to_owned())
            .collect()
    }
}

/// Answers of a mail provider.
pub type Post = dyn Fn(&Letter) -> Result<(), MailFailure>;

/// Answers for other people's servers.
pub type Server = dyn Fn(&Outgoing) -> Result<Incoming, String>;

impl Queue for App {
    fn send(&self, jobs: Vec<Job>, delay: i64) -> Later<'_, Result<(), String>> {
        assert!(jobs.len() <= 100, "the platform takes at most a hundred messages at once");
        if delay == 0 {
            self.nudges.borrow_mut().extend(jobs);
        } else {
            let due = self.now.get() + delay * 1000;
            self.delayed.borrow_mut().extend(jobs.into_iter().map(|job| (due, job)));
        }
        Box::pin(async { Ok(()) })
    }
}

impl Fetch for App {
    fn fetch<'a>(&'a self, request: &'a Outgoing) -> Later<'a, Result<Incoming, String>> {
        let answer = self.server.borrow()(request);
        Box::pin(async { answer })
    }

    /// Everything takes 7 milliseconds.
    fn timed<'a>(&'a self, request: &'a Outgoing) -> Later<'a, (Result<u16, String>, i64)> {
        let answer = self.server.borrow()(request).map(|answer| answer.status);
        Box::pin(async { (answer, 7) })
    }
}

/// There is one shard.
impl Shards for App {
    fn other(&self, _: usize) -> Option<Place<'_>> {
        None
    }
}

impl Mail for App {
    fn send<'a>(&'a self, letter: &'a Letter) -> Later<'a, Result<(), MailFailure>> {
        self.letters.borrow_mut().push(letter.clone());
        let answer = self.post.borrow()(letter);
        Box::pin(async { answer })
    }
}

impl Inboxes for App {
    fn push<'a>(&'a self, user: &'a UserId, messages: Vec<String>) -> Later<'a, Result<(), String>> {
        self.pushed.borrow_mut().extend(messages.into_iter().map(|message| (user.to_string(), message)));
        Box::pin(async { Ok(()) })
    }
}

impl Rooms for App {
    fn act<'b>(&'b self, act: &'b Act) -> Later<'b, Result<RoomReply, Error>> {
        Box::pin(async move {
            // As it travels: what does not survive the message would not survive in production.
            let act: Act = leadroom::wire::parse(&leadroom::wire::text(act)).unwrap();
            let answered = api::room::answer(self.ports(), &act).await;
            assert!(
                answered.cause.is_none() || self.db.dies_after.get().is_some() || self.db.broken.borrow().is_some(),
                "a room failed: {:?}",
                answered.cause
            );
            self.nudges.borrow_mut().extend(answered.nudges);
            self.told(&act.record, &answered.entries);
            Ok(answered.reply)
        })
    }

    fn look<'a>(&'a self, record: &'a RecordId, seq: i64) -> Later<'a, Result<(), String>> {
        self.looked(record, seq);
        Box::pin(async { Ok(()) })
    }
}

impl Default for App {
    fn default() -> Self {
        Self::new(1)
    }
}

impl App {
    pub fn new(seed: u64) -> Self {
        Self::with(Database::new(), seed)
    }

    /// A whole Leadroom on this database.
    pub fn with(db: Database, seed: u64) -> Self {
        Self {
            db,
            entropy: Seeded::new(seed),
            now: Cell::new(START),
            nudges: RefCell::default(),
            delayed: RefCell::default(),
            letters: RefCell::default(),
            post: RefCell::new(Box::new(|_| Ok(()))),
            pushed: RefCell::default(),
            sockets: RefCell::default(),
            server: RefCell::new(Box::new(|request| panic!("nobody answers at {}", request.url))),
            setup: Setup { dns_url: "https://dns.test/query".to_owned(), webhooks_here: false, ..Setup::default() },
            counted: Counted::default(),
            config: Config { setup_token: Some(SETUP_TOKEN.to_owned()), ..Config::default() },
        }
    }

    pub fn ports(&self) -> Ports<'_> {
        Ports { db: &self.db, entropy: &self.entropy, now: Timestamp(self.now.get()) }
    }

    /// The queue, the rooms, the mail and the servers of this process.
    pub fn outside(&self) -> Outside<'_> {
        Outside { queue: self, rooms: self, fetch: self, mail: self, inboxes: self, shards: self, setup: &self.setup, guard: self }
    }

    /// Does what waits in the queue, and what comes of it, until nothing does; what is due later stays.
    pub fn drain(&self) {
        loop {
            let jobs = self.nudges.take();
            if jobs.is_empty() {
                return;
            }
            for job in jobs {
                run(dispatch::work(self.ports(), &self.outside(), &job)).unwrap();
            }
        }
    }

    pub fn pass(&self, millis: i64) {
        self.now.set(self.now.get() + millis);
    }

    /// Time goes by, and what is due comes.
    pub fn elapse(&self, millis: i64) {
        self.pass(millis);
        let now = self.now.get();
        let (due, later) = self.delayed.take().into_iter().partition(|(due, _)| *due <= now);
        self.delayed.replace(later);
        self.nudges.borrow_mut().extend(due.into_iter().map(|(_, job): (i64, Job)| job));
        self.drain();
    }

    /// What the clock does every minute. How many messages it sent.
    pub fn sweep(&self) -> usize {
        run(dispatch::sweep(self.ports(), self)).unwrap()
    }

    /// The same, and what its messages set off.
    pub fn sweep_up(&self) {
        self.sweep();
        self.drain();
    }

    /// Sends a request. Every request takes a millisecond.
    pub fn send(&self, request: &Request) -> Answer {
        self.pass(1);
        let before = self.db.calls.get();
        let (Reply { status, headers, body: text, cause }, trace) =
            run(api::answer(self.ports(), self.outside(), &self.config, request, "test-request"));
        let calls = self.db.calls.get() - before;
        if self.db.dies_after.get().is_none() {
            assert_eq!(cause, None, "{} {}", request.method, request.path);
            run(api::afterwards(self.ports(), &self.outside(), &trace)).unwrap();
        }
        let page = headers.iter().any(|(_, value)| value.starts_with("text/html"));
        let body = if text.is_empty() || page { Json::Null } else { serde_json::from_str(&text).unwrap() };
        Answer { status, headers, body, text, calls }
    }

    pub fn request(key: Option<&str>, method: &str, target: &str, body: Option<&Json>) -> Request {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let mut headers = Vec::new();
        if let Some(key) = key {
            headers.push(("authorization".to_owned(), format!("Bearer {key}")));
        }
        if body.is_some() {
            headers.push(("content-type".to_owned(), "application/json".to_owned()));
        }
        Request {
            method: method.to_owned(),
            origin: "https://leads.test".to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers,
            body: Some(body.map(|body| body.to_string().into_bytes()).unwrap_or_default()),
        }
    }

    pub fn get(&self, who: &User, target: &str) -> Answer {
        self.send(&Self::request(Some(&who.key), "GET", target, None))
    }

    pub fn post(&self, who: &User, target: &str, body: Json) -> Answer {
        self.send(&Self::request(Some(&who.key), "POST", target, Some(&body)))
    }

    pub fn patch(&self, who: &User, target: &str, body: Json) -> Answer {
        self.send(&Self::request(Some(&who.key), "PATCH", target, Some(&body)))
    }

    pub fn patch_if(&self, who: &User, target: &str, version: i64, body: Json) -> Answer {
        let mut request = Self::request(Some(&who.key), "PATCH", target, Some(&body));
        request.headers.push(("if-match".to_owned(), format!("\"{version}\"")));
        self.send(&request)
    }

    pub fn put(&self, who: &User, target: &str, body: Json) -> Answer {
        self.send(&Self::request(Some(&who.key), "PUT", target, Some(&body)))
    }

    pub fn delete(&self, who: &User, target: &str) -> Answer {
        self.send(&Self::request(Some(&who.key), "DELETE", target, None))
    }

    /// A new organisation and its owner.
    pub fn organization(&self, name: &str) -> User {
        let email = format!("owner@{}.test", name.to_lowercase());
        let body = json!({"organization": {"name": name}, "owner": {"name": format!("{name} Owner"), "email": email}});
        let answer = self.send(&Self::request(Some(SETUP_TOKEN), "POST", "/v1/setup", Some(&body))).expect(201);
        User { id: answer.str("/user/id"), key: answer.str("/api_key/secret") }
    }

    /// A new person with a key.
    pub fn person(&self, owner: &User, name: &str, role: &str) -> User {
        let email = format!("{}@people.test", name.to_lowercase().replace(' ', "."));
        let id = self.post(owner, "/v1/users", json!({"name": name, "email": email, "role": role})).expect(201).id();
        let key = self.post(owner, &format!("/v1/users/{id}/api_keys"), json!({"name": "test"})).expect(201).str("/secret");
        User { id, key }
    }

    /// A new team with these members.
    pub fn team(&self, owner: &User, name: &str, members: &[&User]) -> String {
        let id = self.post(owner, "/v1/teams", json!({"name": name})).expect(201).id();
        for member in members {
            self.put(owner, &format!("/v1/teams/{id}/members/{}", member.id), json!({})).expect(204);
        }
        id
    }

    /// A new lead of `who`.
    pub fn lead(&self, who: &User, name: &str) -> String {
        self.post(who, "/v1/leads", json!({"name": name})).expect(201).id()
    }

    /// The timeline's types, oldest first; numbered without gaps.
    pub fn history(&self, who: &User, record: &str) -> Vec<String> {
        let answer = self.get(who, &format!("/v1/leads/{record}/timeline?limit=200")).expect(200);
        let mut entries = answer.body["data"].as_array().unwrap().clone();
        entries.reverse();
        for (index, entry) in entries.iter().enumerate() {
            assert_eq!(entry["seq"], index + 1, "{}", answer.text);
        }
        entries.iter().map(|entry| entry["type"].as_str().unwrap().to_owned()).collect()
    }
}
