//! What a list is narrowed to, and what it goes by.

use crate::id::UserId;
use crate::model::Record;
use crate::record::words;
use crate::sql::Value;
use crate::time::Timestamp;

/// What a list goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// When it last changed.
    Updated,
    /// When it was made.
    Created,
    /// Its name, folded.
    Name,
    /// Its amount; none counts as the least.
    Amount,
}

impl Key {
    pub(super) const fn column(self) -> &'static str {
        match self {
            Self::Updated => "updated_at",
            Self::Created => "created_at",
            Self::Name => "name_key",
            Self::Amount => "amount_key",
        }
    }
}

/// What a list goes by, and which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub key: Key,
    /// The greatest first.
    pub descending: bool,
}

impl Sort {
    /// The words of the API.
    pub const WORDS: &'static [&'static str] =
        &["-updated_at", "updated_at", "-created_at", "created_at", "name", "-name", "-amount", "amount"];

    /// From the word of the API.
    pub fn parse(word: &str) -> Option<Self> {
        let (descending, key) = word.strip_prefix('-').map_or((false, word), |key| (true, key));
        let key = match key {
            "updated_at" => Key::Updated,
            "created_at" => Key::Created,
            "name" => Key::Name,
            "amount" => Key::Amount,
            _ => return None,
        };
        Some(Self { key, descending })
    }

    /// Where `record` stands in this order.
    pub fn place(self, record: &Record) -> Place {
        let key = match self.key {
            Key::Updated => Value::Int(record.updated_at.0),
            Key::Created => Value::Int(record.created_at.0),
            Key::Name => Value::Text(words::name_key(record)),
            Key::Amount => Value::Int(record.amount.unwrap_or(-(1 << 53))),
        };
        Place { key, id: record.id.to_string() }
    }

    pub(super) fn start(self) -> Place {
        let key = match (self.key, self.descending) {
            (Key::Name, true) => Value::Text("\u{10ffff}".to_owned()),
            (Key::Name, false) => Value::Text(String::new()),
            (_, true) => Value::Int(1 << 53),
            (_, false) => Value::Int(-(1 << 53)),
        };
        Place { key, id: if self.descending { "~" } else { "" }.to_owned() }
    }
}

/// A place in a list: the sort key and the id that breaks ties.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The sort key.
    pub key: Value,
    /// The record's id.
    pub id: String,
}

/// A person of a filter.
#[derive(Clone, Debug, PartialEq)]
pub enum Whose {
    /// The caller.
    Me,
    /// This person.
    User(UserId),
}

/// Owners of a filter, any of which will do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Owners {
    /// The caller.
    pub me: bool,
    /// Nobody.
    pub none: bool,
    /// Whoever is inactive.
    pub inactive: bool,
    /// These people.
    pub users: Vec<UserId>,
}

/// Which way something is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// With the caller, by a share with them, a team of theirs or everyone.
    WithMe,
    /// By the caller.
    ByMe,
}

/// What a list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Owned by any of these.
    pub owners: Option<Owners>,
    /// With this collaborator.
    pub collaborator: Option<Whose>,
    /// Shared this way.
    pub shared: Option<Shared>,
    /// In any of these statuses.
    pub statuses: Vec<String>,
    /// From this source.
    pub source: Option<String>,
    /// With this tag.
    pub tag: Option<String>,
    /// With words beginning with each of these.
    pub terms: Vec<String>,
    /// Made after.
    pub created_after: Option<Timestamp>,
    /// Made before.
    pub created_before: Option<Timestamp>,
    /// Changed after.
    pub updated_after: Option<Timestamp>,
    /// Changed before.
    pub updated_before: Option<Timestamp>,
    /// In the trash.
    pub deleted: bool,
}
