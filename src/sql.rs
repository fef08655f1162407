//! The database as the core sees it: statements with parameters in, rows of JSON text out, one batch a call.
//!
//! Every statement that reads returns one column of JSON text per row, so a row crosses from the platform once, as one
//! string, and becomes a struct with serde. A batch is one transaction and one round trip.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use serde_json::Value as Json;

use crate::error::StoreError;
use crate::time::Timestamp;

/// A boxed future that stays on its thread: Workers have one.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// A bound parameter.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// SQL `NULL`.
    Null,
    /// An integer; beyond 2^53 it would be rounded on its way, so nothing in the schema goes there.
    Int(i64),
    /// Text.
    Text(String),
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}
impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Int(i64::from(value))
    }
}
impl From<Timestamp> for Value {
    fn from(value: Timestamp) -> Self {
        Self::Int(value.0)
    }
}
impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}
macro_rules! text_values {
    ($($name:ident),*) => {$(
        impl From<&crate::id::$name> for Value {
            fn from(value: &crate::id::$name) -> Self {
                Self::Text(value.as_str().to_owned())
            }
        }
        impl Column for crate::id::$name {
            fn read(value: Json) -> Option<Self> {
                value.as_str().and_then(Self::parse)
            }
        }
        impl crate::wire::Wire for crate::id::$name {
            fn write(&self) -> Json {
                Json::from(self.as_str())
            }
        }
    )*};
}
text_values!(OrgId, UserId, RoleId, TeamId, KeyId, RecordId, GrantId, RequestId, SourceId, DeliveryId);

/// Parameters for [`Stmt::new`], each through `Into<Value>`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { vec![$($crate::sql::Value::from($value)),*] };
}

/// A statement and its parameters (`?1`, `?2`, …). The text is made of constants only; data goes by parameter.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// The SQL.
    pub sql: Cow<'static, str>,
    /// What is bound to `?1`, `?2`, ….
    pub params: Vec<Value>,
}

impl Stmt {
    /// A statement with its parameters.
    pub fn new(sql: impl Into<Cow<'static, str>>, params: Vec<Value>) -> Self {
        Self { sql: sql.into(), params }
    }
}

/// What one statement returned: the first column of each row, which is JSON text.
pub type Rows = Vec<String>;

/// A database. One organisation's data is reached through one `Db`, chosen once per request.
pub trait Db {
    /// Runs the statements as one transaction, in one round trip. Either all take effect or none.
    fn batch(&self, statements: Vec<Stmt>) -> Later<'_, Result<Vec<Rows>, StoreError>>;
}

/// A value as a column of a row, which crosses from the database as JSON. Derived readers for every row would make up a
/// quarter of the Worker; this is one small function per type, and a row is its columns in order (see [`columns!`]).
pub trait Column: Sized {
    /// Reads the column; `None` when it is of another type.
    fn read(value: Json) -> Option<Self>;
}

impl Column for Json {
    fn read(value: Json) -> Option<Self> {
        Some(value)
    }
}
impl Column for String {
    fn read(value: Json) -> Option<Self> {
        if let Json::String(text) = value { Some(text) } else { None }
    }
}
impl Column for i64 {
    fn read(value: Json) -> Option<Self> {
        value.as_i64()
    }
}
impl Column for bool {
    fn read(value: Json) -> Option<Self> {
        value.as_bool()
    }
}
impl Column for Timestamp {
    fn read(value: Json) -> Option<Self> {
        value.as_i64().map(Self)
    }
}
impl<T: Column> Column for Option<T> {
    fn read(value: Json) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::read(value).map(Some) }
    }
}
impl<T: Column> Column for Vec<T> {
    fn read(value: Json) -> Option<Self> {
        if let Json::Array(list) = value { list.into_iter().map(T::read).collect() } else { None }
    }
}
impl Column for BTreeMap<String, Json> {
    fn read(value: Json) -> Option<Self> {
        if let Json::Object(map) = value { Some(map.into_iter().collect()) } else { None }
    }
}
impl<A: Column> Column for (A,) {
    fn read(value: Json) -> Option<Self> {
        let mut columns = cells(value)?;
        Some((A::read(columns.next()?)?,))
    }
}
impl<A: Column, B: Column> Column for (A, B) {
    fn read(value: Json) -> Option<Self> {
        let mut columns = cells(value)?;
        Some((A::read(columns.next()?)?, B::read(columns.next()?)?))
    }
}

impl<A: Column, B: Column, C: Column> Column for (A, B, C) {
    fn read(value: Json) -> Option<Self> {
        let mut columns = cells(value)?;
        Some((A::read(columns.next()?)?, B::read(columns.next()?)?, C::read(columns.next()?)?))
    }
}

/// The cells of a row that is a JSON array.
pub fn cells(value: Json) -> Option<std::vec::IntoIter<Json>> {
    if let Json::Array(list) = value { Some(list.into_iter()) } else { None }
}

/// `columns!(Type: a, b, c)` reads `Type { a, b, c }` from a JSON array in this order.
#[macro_export]
macro_rules! columns {
    ($name:ty: $($field:ident),* $(,)?) => {
        impl $crate::sql::Column for $name {
            fn read(value: serde_json::Value) -> Option<Self> {
                let mut columns = $crate::sql::cells(value)?;
                Some(Self { $($field: $crate::sql::Column::read(columns.next()?)?,)* })
            }
        }
    };
}
