//! Book shares of the demo: people who share all that they own, now and later.

use super::cast::{AYLIN, ELODIE, JONAS, NORTH_WEST, OSKAR, PRIYA, SIGNE, TOM, Who};
use super::story::With;

/// Somebody shares all that they own.
pub struct Book {
    /// When, in days ago.
    pub days_ago: i64,
    /// Who.
    pub owner: Who,
    /// With whom.
    pub with: With,
    /// Which records.
    pub kinds: &'static [&'static str],
    /// What is ticked: never all that a collaborator may, so that there is still something to ask for.
    pub permissions: &'static [&'static str],
    /// For how many days.
    pub days: Option<i64>,
    /// Why.
    pub reason: &'static str,
}

/// All that are ever made.
pub const BOOKS: &[Book] = &[
    Book {
        days_ago: 118,
        owner: JONAS,
        with: With::Person(AYLIN),
        kinds: &["lead", "contact", "deal"],
        permissions: &["read", "update", "note", "task", "create"],
        days: Some(19),
        reason: "Holiday cover until I'm back from the Alps.",
    },
    Book {
        days_ago: 74,
        owner: ELODIE,
        with: With::Team(NORTH_WEST),
        kinds: &["contact"],
        permissions: &["read", "note"],
        days: None,
        reason: "Invite whomever you know to the open day.",
    },
    Book {
        days_ago: 41,
        owner: SIGNE,
        with: With::Person(OSKAR),
        kinds: &["lead", "deal"],
        permissions: &["read", "update", "note", "communicate"],
        days: None,
        reason: "We work the north together.",
    },
    Book {
        days_ago: 9,
        owner: TOM,
        with: With::Person(PRIYA),
        kinds: &["lead", "contact", "deal"],
        permissions: &["read", "update", "note", "task", "create"],
        days: Some(38),
        reason: "Paternity leave. Call me only if the roof falls in.",
    },
];

/// Whether somebody ever shares their book.
pub fn shares_book(who: Who) -> bool {
    BOOKS.iter().any(|book| book.owner == who)
}
