//! SQL in, model out; one file per noun, noun first in every name. Row structs stay private. Every statement that reads
//! returns one column of JSON text, parsed here.

pub mod book;
pub mod explain;
pub mod grant;
pub mod hanging;
pub mod idempotency;
pub mod job;
pub mod letter;
pub mod list;
pub mod live;
pub mod mail;
pub mod notice;
pub mod org;
pub mod person;
pub mod record;
pub mod request;
pub mod rule;
pub mod session;
pub mod source;
pub mod webhook;
pub mod work;

use serde_json::Value as Json;

use crate::error::{Error, Refusal, StoreError};
use crate::show;
use crate::sql::{Column, Rows, read};

/// One row's text as a struct.
fn parse<T: Column>(row: &str) -> Result<T, StoreError> {
    fit(json(row)?)
}

fn json(row: &str) -> Result<Json, StoreError> {
    show::parse(row.as_bytes()).map_err(|error| StoreError::Corrupt(format!("a row is no JSON: {error}")))
}

fn fit<T: Column>(value: Json) -> Result<T, StoreError> {
    read(value).ok_or_else(|| misfit(std::any::type_name::<T>()))
}

/// What must be there is not.
pub fn gone(what: &str) -> StoreError {
    StoreError::Corrupt(format!("{what} is not there"))
}

fn misfit(name: &str) -> StoreError {
    StoreError::Corrupt(format!("a row is no {name}"))
}

/// All rows, as one list.
fn list(rows: &Rows) -> Result<Json, StoreError> {
    let mut list = Vec::with_capacity(rows.len());
    for row in rows {
        list.push(json(row)?);
    }
    Ok(Json::Array(list))
}

/// The first row, or null.
fn first_of(rows: &Rows) -> Result<Json, StoreError> {
    rows.first().map_or(Ok(Json::Null), |row| json(row))
}

/// All rows.
fn all<T: Column>(rows: &Rows) -> Result<Vec<T>, StoreError> {
    fit(list(rows)?)
}

/// The first row, if there is one.
fn first<T: Column>(rows: &Rows) -> Result<Option<T>, StoreError> {
    fit(first_of(rows)?)
}

/// The results of a batch, taken one by one in the order of its statements.
pub struct Results(std::vec::IntoIter<Rows>);

impl Results {
    /// Over the results of a batch.
    pub fn new(results: Vec<Rows>) -> Self {
        Self(results.into_iter())
    }

    /// The next statement's rows.
    pub fn take(&mut self) -> Result<Rows, StoreError> {
        self.0.next().ok_or_else(|| StoreError::Corrupt("a batch returned fewer results than it has statements".to_owned()))
    }

    /// The next statement's rows as structs.
    pub fn all<T: Column>(&mut self) -> Result<Vec<T>, StoreError> {
        all(&self.take()?)
    }

    /// The next statement's first row, or `404`. Boxed, as what is moved about should be.
    pub fn found<T: Column>(&mut self) -> Result<Box<T>, Error> {
        self.row()?.ok_or_else(|| Refusal::not_found().into())
    }

    /// The next statement's first row, which must be there: what was just written, and who calls.
    pub fn sure<T: Column>(&mut self, what: &str) -> Result<Box<T>, StoreError> {
        self.row()?.ok_or_else(|| gone(what))
    }

    fn row<T: Column>(&mut self) -> Result<Option<Box<T>>, StoreError> {
        fit(first_of(&self.take()?)?)
    }

    /// The next statement's first row as a struct.
    pub fn first<T: Column>(&mut self) -> Result<Option<T>, StoreError> {
        first(&self.take()?)
    }
}
