//! Lists of records: what a person may see, filtered and sorted, a page for the price of a page.
//!
//! A list is driven by principals. Each is a range of an index that is already in the list's order, so a page merges
//! ranges and stops: at most four groups of five ranges (SQLite compares at most five terms, and merges them lazily only
//! next to each other), and whatever principals are left over each give their first page by themselves. Somebody with
//! `view_all` reads the organisation's own index instead. Filters that no index serves are tried on a bounded number of
//! records; then the page ends early and its cursor goes on from there. The plans are golden files
//! (`tests/golden/plans.txt`), the rows counted in `tests/runtime/counts.test.mjs`.

mod filter;
mod scan;

use serde_json::Value as Json;

pub use self::filter::{Filter, Key, Owners, Place, Shared, Sort, Whose};
use self::scan::Builder;
use super::parse;
use super::person::{Credential, WHO_LISTS, Who};
use super::record::{RECORD_LISTED, record_row};
use crate::error::StoreError;
use crate::model::{Grant, Kind, Record};
use crate::sql::{Rows, Stmt, Value};
use crate::time::Timestamp;

/// How many records a page may try against filters that no index serves.
pub const SCAN: i64 = 450;
/// Where counting stops.
pub const COUNT: i64 = 10_000;

/// A list to read.
#[derive(Clone, Debug)]
pub struct List<'a> {
    /// Who asks.
    pub credential: &'a Credential,
    /// Of which kind.
    pub kind: Kind,
    /// Narrowed to what.
    pub filter: &'a Filter,
    /// In which order.
    pub sort: Sort,
    /// From where on.
    pub after: Option<&'a Place>,
    /// At what time.
    pub now: Timestamp,
}

/// A page of a list.
pub struct Page {
    /// Its records with the access rows the view needs, at most the limit.
    pub records: Vec<(Record, Vec<Grant>)>,
    /// Where the next page begins.
    pub next: Option<Place>,
}

fn builder<'a>(list: &'a List<'a>) -> Builder<'a> {
    Builder { list, params: list.credential.params(list.now) }
}

/// A page of a list, and who calls.
pub fn list_page(list: &List<'_>, limit: i64) -> Stmt {
    let mut builder = builder(list);
    let (with, tests, bound) = builder.scan(limit + 1, SCAN);
    let column = list.sort.key.column();
    // Without tests the scan tells whether there is more than the page. With tests one record more does, and where the scan
    // left off is where to go on from a page that they have made short.
    let (more, edge, take) = if tests.is_empty() {
        (format!("(SELECT json_array_length(nums) > {} FROM scan)", builder.bind(limit)), "NULL".to_owned(), limit)
    } else {
        let edge = format!(
            "json((SELECT json_array(r.{column}, r.id) FROM scan CROSS JOIN record r ON r.num = scan.nums ->> '$[#-1]'
             WHERE json_array_length(scan.nums) >= {bound}))"
        );
        ("NULL".to_owned(), edge, limit + 1)
    };
    let tests: String = tests.iter().flat_map(|test| [" AND ", test.as_str()]).collect();
    let take = builder.bind(take);
    // The order is that of the scan: the loops run from left to right.
    let sql = format!(
        "{with} SELECT json_array(json({WHO_LISTS}), {more}, {edge}) UNION ALL SELECT * FROM (
           SELECT {RECORD_LISTED} FROM scan CROSS JOIN json_each(scan.nums) e CROSS JOIN record r ON r.num = e.value
           WHERE r.org_id = (SELECT org_id FROM viewer){tests} LIMIT {take})"
    );
    Stmt::new(sql, builder.params)
}

/// What [`list_page`] returned: who calls, and the page.
pub fn list_paged(rows: &Rows, sort: Sort, limit: i64) -> Result<(Who, Page), StoreError> {
    let Some((head, rest)) = rows.split_first() else { return Err(StoreError::Corrupt("a list without a head".to_owned())) };
    let (who, more, edge): (Who, Option<i64>, Option<(Json, String)>) = parse(head)?;
    let mut records = rest.iter().map(|row| record_row(row)).collect::<Result<Vec<_>, _>>()?;
    let full = usize::try_from(limit).unwrap_or(usize::MAX);
    let next = if records.len() > full || more == Some(1) {
        records.truncate(full);
        records.last().map(|(record, _)| sort.place(record))
    } else {
        edge.map(|(key, id)| Place {
            key: key.as_i64().map_or_else(|| Value::Text(key.as_str().unwrap_or_default().to_owned()), Value::Int),
            id,
        })
    };
    Ok((who, Page { records, next }))
}

/// How many records a list has, up to [`COUNT`].
pub fn list_count(list: &List<'_>) -> Stmt {
    let mut builder = builder(list);
    let (with, tests, bound) = builder.scan(COUNT + 1, COUNT + 1);
    let tests: String = tests.iter().flat_map(|test| [" AND ", test.as_str()]).collect();
    let count = if tests.is_empty() {
        "(SELECT json_array_length(nums) FROM scan)".to_owned()
    } else {
        format!(
            "(SELECT count(*) FROM scan CROSS JOIN json_each(scan.nums) e CROSS JOIN record r ON r.num = e.value
              WHERE r.org_id = (SELECT org_id FROM viewer){tests})"
        )
    };
    let sql = format!(
        "{with} SELECT json_array(min(coalesce({count}, 0), {COUNT}), coalesce((SELECT json_array_length(nums) FROM scan), 0) < {bound})"
    );
    Stmt::new(sql, builder.params)
}

/// Of the next [`COUNT`] records of a list their numbers, as a list in text, how many there are, and where to go on where that is not
/// all: `[numbers, how many, place]`. The list goes by when they were made.
pub fn list_pick(list: &List<'_>) -> Stmt {
    let mut builder = builder(list);
    let (with, tests, bound) = builder.scan(COUNT, COUNT);
    let tests: String = tests.iter().flat_map(|test| [" AND ", test.as_str()]).collect();
    let sql = format!(
        "{with} SELECT json_array(t.nums || '', json_array_length(t.nums), json((
           SELECT json_array(r.created_at, r.id) FROM scan CROSS JOIN record r ON r.num = scan.nums ->> '$[#-1]' WHERE json_array_length(scan.nums) >= {bound})))
         FROM (SELECT json_group_array(r.num) AS nums FROM scan CROSS JOIN json_each(scan.nums) e CROSS JOIN record r ON r.num = e.value
           WHERE r.org_id = (SELECT org_id FROM viewer){tests}) t"
    );
    Stmt::new(sql, builder.params)
}

/// What [`list_count`] returned: how many, and whether that is all.
pub fn list_counted(rows: &Rows) -> Result<(i64, bool), StoreError> {
    let (count, exact): (i64, i64) = super::first(rows)?.unwrap_or((0, 1));
    Ok((count, exact == 1))
}
