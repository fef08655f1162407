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
            fn read(cells: &mut Cells) -> Self {
                Self::known(cells.text())
            }
        }
        impl crate::show::Show for crate::id::$name {
            fn show(&self) -> Json {
                self.as_str().show()
            }
        }
        impl crate::wire::Wire for crate::id::$name {
            fn write(&self) -> Json {
                Json::from(self.as_str())
            }
        }
    )*};
}
text_values!(
    OrgId,
    UserId,
    RoleId,
    TeamId,
    KeyId,
    RecordId,
    GrantId,
    RequestId,
    SourceId,
    DeliveryId,
    WorkId,
    CodeId,
    RuleId,
    NoticeId,
    BulkId,
    LetterId,
    MailId,
    WebhookId,
    WebhookDeliveryId,
    JobId
);

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

    /// Whether it changes anything.
    pub fn writes(&self) -> bool {
        ["INSERT ", "UPDATE ", "DELETE FROM "].iter().any(|word| self.sql.contains(word))
    }

    /// Whether it tells what it changed.
    pub fn tells(&self) -> bool {
        self.sql.contains(" RETURNING ")
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
    /// Reads the next cell. When it is of another type, the cells are [spoilt](Cells::spoil) and what comes back means nothing:
    /// whoever reads many cells asks once, at the end.
    fn read(cells: &mut Cells) -> Self;
}

/// What a JSON value reads as; `None` when it is of another type.
pub fn read<T: Column>(value: Json) -> Option<T> {
    let mut cells = Cells { cells: vec![value].into_iter(), spoilt: false };
    let found = T::read(&mut cells);
    if cells.spoilt { None } else { Some(found) }
}

/// The cells of a row, to be read in their order.
pub struct Cells {
    cells: std::vec::IntoIter<Json>,
    spoilt: bool,
}

impl Cells {
    /// The next cell. That there is none spoils them.
    #[inline(never)]
    pub fn take(&mut self) -> Json {
        self.cells.next().unwrap_or_else(|| {
            self.spoilt = true;
            Json::Null
        })
    }

    /// The next cell, which stays.
    pub fn peek(&self) -> Option<&Json> {
        self.cells.as_slice().first()
    }

    /// Notes that a cell was not what it should be.
    pub fn spoil(&mut self) {
        self.spoilt = true;
    }

    /// What `found` is, or, spoiling the cells, something that means nothing.
    pub fn or_spoil<T>(&mut self, found: Option<T>, nothing: T) -> T {
        found.unwrap_or_else(|| {
            self.spoilt = true;
            nothing
        })
    }

    /// The cells of the next cell, which is a list. To be given back to [`Self::close`].
    #[inline(never)]
    #[must_use]
    pub fn open(&mut self) -> Self {
        match self.take() {
            Json::Array(list) => Self { cells: list.into_iter(), spoilt: false },
            _ => Self { cells: Vec::new().into_iter(), spoilt: true },
        }
    }

    /// Takes over whether the cells inside were spoilt.
    pub fn close(&mut self, inner: &Self) {
        self.spoilt |= inner.spoilt;
    }

    /// What the next cell, an object, says under these names, in their order; null for what it does not say.
    #[inline(never)]
    #[must_use]
    pub fn named(&mut self, names: &[&str]) -> Self {
        match self.take() {
            Json::Object(mut map) => {
                let cells: Vec<Json> = names.iter().map(|name| map.remove(*name).unwrap_or(Json::Null)).collect();
                Self { cells: cells.into_iter(), spoilt: false }
            }
            _ => Self { cells: Vec::new().into_iter(), spoilt: true },
        }
    }

    /// The next cell, or what is usual when it is null.
    pub fn or<T: Column>(&mut self, usual: T) -> T {
        Option::<T>::read(self).unwrap_or(usual)
    }

    /// The next cell as text.
    #[inline(never)]
    pub fn text(&mut self) -> String {
        match self.take() {
            Json::String(text) => text,
            _ => {
                self.spoilt = true;
                String::new()
            }
        }
    }

    /// The next cell as a whole number.
    #[inline(never)]
    pub fn int(&mut self) -> i64 {
        let found = self.take().as_i64();
        self.or_spoil(found, 0)
    }
}

impl Column for Json {
    fn read(cells: &mut Cells) -> Self {
        cells.take()
    }
}
impl Column for String {
    fn read(cells: &mut Cells) -> Self {
        cells.text()
    }
}
impl Column for i64 {
    fn read(cells: &mut Cells) -> Self {
        cells.int()
    }
}
impl Column for bool {
    fn read(cells: &mut Cells) -> Self {
        let found = cells.take().as_bool();
        cells.or_spoil(found, false)
    }
}
impl Column for Timestamp {
    fn read(cells: &mut Cells) -> Self {
        Self(cells.int())
    }
}
impl<T: Column> Column for Option<T> {
    fn read(cells: &mut Cells) -> Self {
        if cells.peek().is_some_and(|value| !value.is_null()) {
            Some(T::read(cells))
        } else {
            cells.take();
            None
        }
    }
}
impl<T: Column> Column for Box<T> {
    fn read(cells: &mut Cells) -> Self {
        Self::new(T::read(cells))
    }
}
impl<T: Column> Column for Vec<T> {
    fn read(cells: &mut Cells) -> Self {
        let mut inner = cells.open();
        let mut list = Self::new();
        while inner.peek().is_some() {
            list.push(T::read(&mut inner));
        }
        cells.close(&inner);
        list
    }
}
impl<T: Column> Column for BTreeMap<String, T> {
    fn read(cells: &mut Cells) -> Self {
        let mut map = Self::new();
        let Json::Object(given) = cells.take() else {
            cells.spoil();
            return map;
        };
        let (names, values): (Vec<String>, Vec<Json>) = given.into_iter().unzip();
        let mut inner = Cells { cells: values.into_iter(), spoilt: false };
        for name in names {
            map.insert(name, T::read(&mut inner));
        }
        cells.close(&inner);
        map
    }
}
macro_rules! tuple_columns {
    ($($name:ident)*) => {
        impl<$($name: Column),*> Column for ($($name,)*) {
            fn read(cells: &mut Cells) -> Self {
                let mut inner = cells.open();
                let found = ($($name::read(&mut inner),)*);
                cells.close(&inner);
                found
            }
        }
    };
}
tuple_columns!(A);
tuple_columns!(A B);
tuple_columns!(A B C);

/// `stored!(Type: a, b)` stores `Type { a, b }` as a JSON object, and reads what it does not say as its default.
#[macro_export]
macro_rules! stored {
    ($name:ty: $($field:ident),* $(,)?) => {
        $crate::shown!($name: $($field),*);
        impl $crate::sql::Column for $name {
            fn read(cells: &mut $crate::sql::Cells) -> Self {
                let usual = Self::default();
                let mut inner = cells.named(&[$(stringify!($field)),*]);
                let found = Self { $($field: inner.or(usual.$field),)* };
                cells.close(&inner);
                found
            }
        }
    };
}

/// `columns!(Type: a, b, c)` reads `Type { a, b, c }` from a JSON array in this order.
#[macro_export]
macro_rules! columns {
    ($name:ty: $($field:ident),* $(,)?) => {
        impl $crate::sql::Column for $name {
            fn read(cells: &mut $crate::sql::Cells) -> Self {
                let mut inner = cells.open();
                let found = Self { $($field: $crate::sql::Column::read(&mut inner),)* };
                cells.close(&inner);
                found
            }
        }
    };
}
