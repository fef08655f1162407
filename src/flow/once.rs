//! A request that may come twice is done once, whenever a Worker stops.
//!
//! The core reads no clock and makes no randomness: what a request does follows from its text, its time, its random bytes and what the
//! database says. So a [`Journal`] stands before the database while a request with a key is done. With each batch that writes it
//! commits, in the same transaction, the time, where the random bytes came from, and what the database said so far and says with
//! this batch. Whoever does the same request after a crash is told the same again instead of writing, and comes to the same answer
//! (`tests/idempotency.rs`). That the step is the first of its number is held by its key: of two who do the same request at
//! the same time one alone commits.
//!
//! A batch that reads what it changed (`RETURNING`) cannot be told again by the database itself, so it is part of the step
//! that comes after it: such a batch must do no harm when it comes twice.

use std::cell::{Cell, RefCell};

use hmac::{Hmac, Mac as _};
use serde_json::Value as Json;
use sha2::Sha256;

use crate::error::StoreError;
use crate::id::Entropy;
use crate::show;
use crate::sql::{Db, Later, Rows, Stmt, read};
use crate::store::idempotency::{step_insert, step_read};
use crate::time::Timestamp;
use crate::wire;

/// The most of what the database said that is kept with a step, in bytes: it keeps values of two megabytes.
const MOST_BEFORE: usize = 1_000_000;

/// What goes along with a request that is to be done once, into rooms, too.
#[derive(Clone, Debug, PartialEq)]
pub struct Once {
    /// The request, as the database knows it.
    pub id: String,
    /// Told to nobody: what its random bytes are made from.
    pub seed: String,
    /// What the seed was made with.
    pub nonce: String,
    /// How far it got before: a list of `[place, at, nonce, before, reads]`.
    pub steps: Json,
}

wire!(struct Once: id, seed, nonce, steps);

fn mac(key: &str, parts: &[&[u8]]) -> [u8; 32] {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else { return [0; 32] };
    for part in parts {
        mac.update(&u64::try_from(part.len()).unwrap_or(0).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// A secret made from a secret, for one purpose.
pub fn derived(secret: &str, parts: &[&str]) -> String {
    use base64::Engine as _;
    let parts: Vec<&[u8]> = parts.iter().map(|part| part.as_bytes()).collect();
    base64::engine::general_purpose::STANDARD.encode(mac(secret, &parts))
}

/// Bytes that only whoever knows the seed can tell, and always the same.
pub struct Stream {
    seed: String,
    next: Cell<u64>,
}

impl Stream {
    /// From its beginning.
    pub fn new(seed: String) -> Self {
        Self { seed, next: Cell::new(0) }
    }
}

impl Entropy for Stream {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let number = self.next.get();
            self.next.set(number + 1);
            chunk.copy_from_slice(&mac(&self.seed, &[&number.to_be_bytes()])[..chunk.len()]);
        }
    }
}

/// The database of a request that is done once.
pub struct Journal<'a> {
    db: &'a dyn Db,
    once: &'a Once,
    place: &'a str,
    at: Timestamp,
    known: RefCell<std::vec::IntoIter<Json>>,
    said: RefCell<Vec<Json>>,
    steps: Cell<i64>,
    wrote: Cell<bool>,
    beaten: Cell<bool>,
}

impl<'a> Journal<'a> {
    /// Over the database, at a place: in a record's room, or empty for none.
    pub fn new(db: &'a dyn Db, once: &'a Once, place: &'a str, now: Timestamp) -> Self {
        let (mut known, mut at, mut steps) = (Vec::new(), None, 0);
        for step in once.steps.as_array().into_iter().flatten().filter(|step| step[0] == place) {
            at = at.or_else(|| step[1].as_i64().map(Timestamp));
            known.extend(step[3].as_array().cloned().unwrap_or_default());
            known.push(crate::json!({"reads": step[4]}));
            steps += 1;
        }
        Self {
            db,
            once,
            place,
            at: at.unwrap_or(now),
            known: RefCell::new(known.into_iter()),
            said: RefCell::default(),
            steps: Cell::new(steps),
            wrote: Cell::new(false),
            beaten: Cell::new(false),
        }
    }

    /// The time that the request is done at: the same whenever it is done again.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// Whether it wrote something just now.
    pub fn wrote(&self) -> bool {
        self.wrote.get()
    }

    /// Whether somebody else did the same request meanwhile.
    pub fn beaten(&self) -> bool {
        self.beaten.get()
    }

    async fn live(&self, statements: Vec<Stmt>) -> Result<Vec<Rows>, StoreError> {
        let before = show::text(&Json::Array(self.said.borrow().clone()));
        let steps = statements.iter().any(Stmt::writes) && !statements.iter().any(Stmt::tells) && before.len() <= MOST_BEFORE;
        let Once { id, nonce, .. } = self.once;
        let seq = self.steps.get() + 1;
        let mut all = Vec::new();
        if steps {
            all.push(step_insert(id, self.place, seq, self.at, nonce, &before));
        }
        let mut own = Vec::new();
        for statement in statements {
            let reads = (steps && !statement.writes()).then(|| step_read(id, self.place, seq, &statement));
            own.push(all.len());
            all.push(statement);
            all.extend(reads);
        }
        match self.db.batch(all).await {
            Ok(mut results) => {
                let results: Vec<Rows> = own.iter().filter_map(|index| results.get_mut(*index).map(std::mem::take)).collect();
                if steps {
                    self.steps.set(seq);
                    self.wrote.set(true);
                    self.said.borrow_mut().clear();
                } else {
                    self.said.borrow_mut().push(results.iter().map(|rows| Json::from(rows.as_slice())).collect());
                }
                Ok(results)
            }
            Err(StoreError::Conflict(key)) => {
                if key.contains("idempotency_step") {
                    self.beaten.set(true);
                } else {
                    self.said.borrow_mut().push(Json::from(key.as_str()));
                }
                Err(StoreError::Conflict(key))
            }
            Err(error) => Err(error),
        }
    }
}

/// What the database said, once more.
fn again(said: Json, statements: &[Stmt]) -> Result<Vec<Rows>, StoreError> {
    let misfit = || StoreError::Corrupt("a request that is done again does not ask what it asked before".to_owned());
    match said {
        Json::String(key) => Err(StoreError::Conflict(key)),
        Json::Object(mut step) => {
            let reads: Vec<Rows> = step.remove("reads").and_then(read).ok_or_else(misfit)?;
            let mut reads = reads.into_iter();
            let all = statements.iter().map(|statement| if statement.writes() { Some(Vec::new()) } else { reads.next() });
            all.collect::<Option<Vec<Rows>>>().ok_or_else(misfit)
        }
        said => read(said).ok_or_else(misfit),
    }
}

impl Db for Journal<'_> {
    fn batch(&self, statements: Vec<Stmt>) -> Later<'_, Result<Vec<Rows>, StoreError>> {
        let known = self.known.borrow_mut().next();
        match known {
            Some(said) => Box::pin(async move { again(said, &statements) }),
            None => Box::pin(self.live(statements)),
        }
    }
}
