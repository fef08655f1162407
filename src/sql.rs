//! The database as the core sees it: statements with parameters in, rows of JSON text out, one batch a call.
//!
//! Every statement that reads returns one column of JSON text per row, so a row crosses from the platform once, as one
//! string, and becomes a struct with serde. A batch is one transaction and one round trip.

use std::borrow::Cow;
use std::future::Future;
use std::pin::Pin;

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
