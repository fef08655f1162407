//! D1 as the core's database.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use worker::Env;
use worker::js_sys::{Array, Error as JsError, Function, Object, Reflect};

use super::bindings::database;
use super::guard::call;
use crate::error::StoreError;
use crate::id::Shard;
use crate::sql::{Db, Later, Rows, Stmt, Value};
use crate::wire;

/// What a request cost so far.
#[derive(Clone, Debug, Default)]
pub struct Stats {
    /// Round trips; a batch is one.
    pub calls: i64,
    /// Rows that were read.
    pub rows_read: i64,
    /// Rows that were written, of indexes too.
    pub rows_written: i64,
    /// The time it took by the database's own clock, in milliseconds.
    pub duration: i64,
    /// How new the database was when it was last asked; empty before.
    pub bookmark: String,
}

wire!(struct Stats: calls, rows_read, rows_written, duration, bookmark);

/// How a session begins: never at a replica, which may not know yet whose access ended.
const PRIMARY: &str = "first-primary";

/// D1, and what it cost. A session of its own: whatever comes later in it is at least as new as what came before, also where
/// replicas answer.
pub struct D1 {
    database: worker::D1Database,
    session: JsValue,
    shard: Shard,
    stats: RefCell<Stats>,
}

impl D1 {
    /// Over the binding.
    pub fn new(env: &Env, shard: Shard) -> worker::Result<Self> {
        let database = env.d1(&database(shard))?;
        let begin: Function = Reflect::get(database.as_ref(), &"withSession".into())?.dyn_into()?;
        let session = begin.call1(database.as_ref(), &PRIMARY.into())?;
        Ok(Self { database, session, shard, stats: RefCell::default() })
    }

    /// Which shard it is.
    pub fn shard(&self) -> Shard {
        self.shard
    }

    /// What it cost so far.
    pub fn stats(&self) -> Stats {
        self.stats.borrow().clone()
    }

    /// Adds what a room cost.
    pub fn add(&self, other: &Stats) {
        let mut stats = self.stats.borrow_mut();
        stats.calls += other.calls;
        stats.rows_read += other.rows_read;
        stats.rows_written += other.rows_written;
        stats.duration += other.duration;
        // They are made to be compared as text.
        if other.bookmark > stats.bookmark {
            stats.bookmark.clone_from(&other.bookmark);
        }
    }

    async fn run(&self, statements: &[Stmt]) -> Result<Vec<Rows>, JsValue> {
        let prepared = Array::new();
        for statement in statements {
            let bound: Vec<JsValue> = statement.params.iter().map(value).collect();
            let bound =
                self.database.prepare(statement.sql.as_ref()).bind(&bound).map_err(|error| JsValue::from_str(&error.to_string()))?;
            prepared.push(bound.inner());
        }
        self.stats.borrow_mut().calls += 1;
        let results: Array = call(&self.session, "batch", &[prepared.into()]).await?.dyn_into()?;
        let bookmark: Function = Reflect::get(&self.session, &"getBookmark".into())?.dyn_into()?;
        let bookmark = bookmark.call0(&self.session)?.as_string().unwrap_or_default();
        self.add(&Stats { bookmark, ..Stats::default() });
        results.iter().map(|result| self.rows(&result)).collect()
    }

    /// The first column of each row: the only one that the core's statements have.
    fn rows(&self, result: &JsValue) -> Result<Rows, JsValue> {
        let meta = Reflect::get(result, &"meta".into())?;
        let number = |name: &str| Reflect::get(&meta, &name.into()).ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
        {
            let mut stats = self.stats.borrow_mut();
            #[expect(clippy::cast_possible_truncation, reason = "counts of rows, far below 2^53")]
            {
                stats.rows_read += number("rows_read") as i64;
                stats.rows_written += number("rows_written") as i64;
                stats.duration += number("duration") as i64;
            }
        }
        let Ok(rows) = Reflect::get(result, &"results".into())?.dyn_into::<Array>() else { return Ok(Vec::new()) };
        Ok(rows.iter().filter_map(|row| Object::values(row.unchecked_ref::<Object>()).get(0).as_string()).collect())
    }
}

#[expect(clippy::cast_precision_loss, reason = "no integer of the schema is beyond 2^53")]
fn value(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Int(number) => JsValue::from_f64(*number as f64),
        Value::Text(text) => JsValue::from_str(text),
    }
}

/// D1 tells errors apart only by their text.
fn failure(error: &JsValue) -> StoreError {
    let text = error.dyn_ref::<JsError>().map_or_else(|| error.as_string().unwrap_or_default(), |error| String::from(error.message()));
    if text.contains("UNIQUE constraint failed") {
        StoreError::Conflict(text)
    } else if ["constraint failed", "SQLITE_ERROR", "no such", "syntax error", "datatype mismatch"].iter().any(|sign| text.contains(sign)) {
        StoreError::Corrupt(text)
    } else {
        StoreError::Unavailable(text)
    }
}

impl Db for D1 {
    fn batch(&self, statements: Vec<Stmt>) -> Later<'_, Result<Vec<Rows>, StoreError>> {
        Box::pin(async move { self.run(&statements).await.map_err(|error| failure(&error)) })
    }
}
