//! Lists of records: what a person may see, filtered and sorted, a page for the price of a page.
//!
//! A list is driven by principals. Each is a range of an index that is already in the list's order, so a page merges
//! ranges and stops: at most four groups of five ranges (SQLite compares at most five terms, and merges them lazily only
//! next to each other), and whatever principals are left over each give their first page by themselves. Somebody with
//! `view_all` reads the organisation's own index instead. Filters that no index serves are tried on a bounded number of
//! records; then the page ends early and its cursor goes on from there. The plans are golden files
//! (`tests/golden/plans.txt`), the rows counted in `tests/runtime/counts.test.mjs`.

use serde_json::Value as Json;

use super::parse;
use super::person::{Credential, WHO_LISTS, Who};
use super::record::{RECORD_LISTED, record_row};
use crate::access::{CALLER, SEES_TRASH, sees};
use crate::error::StoreError;
use crate::id::UserId;
use crate::model::{Grant, Kind, Record};
use crate::record::words;
use crate::sql::{Rows, Stmt, Value};
use crate::time::Timestamp;

/// How many records a page may try against filters that no index serves.
pub const SCAN: i64 = 450;
/// Where counting stops.
pub const COUNT: i64 = 10_000;

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
    const fn column(self) -> &'static str {
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

    fn start(self) -> Place {
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

/// What drives a list.
enum Drive {
    /// What the caller holds, or the whole organisation with `view_all`.
    Held,
    /// The principals that this SQL names.
    Names(String),
    /// The shares that reach the caller, of records that somebody else owns.
    Received,
    /// The shares that the caller gave.
    Given,
    /// What the caller owns, in the trash, or all of the trash with `view_all`.
    Trash,
}

struct Builder<'a> {
    list: &'a List<'a>,
    params: Vec<Value>,
}

const LIVE: &str = "(expires_at IS NULL OR expires_at > ?3)";
const ME: &str = "(SELECT id FROM viewer)";

impl Builder<'_> {
    fn bind(&mut self, value: impl Into<Value>) -> String {
        self.params.push(value.into());
        format!("?{}", self.params.len())
    }

    fn whose(&mut self, whose: &Whose) -> String {
        match whose {
            Whose::Me => ME.to_owned(),
            Whose::User(id) => self.bind(id),
        }
    }

    fn owner_names(&mut self, owners: &Owners) -> String {
        let mut names = Vec::new();
        if owners.me {
            names.push(format!("SELECT 'book:' || {ME} AS name"));
        }
        if owners.none {
            names.push("SELECT 'pool:' || org_id AS name FROM viewer".to_owned());
        }
        if owners.inactive {
            names.push(
                "SELECT 'book:' || u.id AS name FROM user u WHERE u.org_id = (SELECT org_id FROM viewer) AND u.active = 0".to_owned(),
            );
        }
        if !owners.users.is_empty() {
            let ids = self.bind(serde_json::to_string(&owners.users).unwrap_or_default());
            names.push(format!("SELECT 'book:' || value AS name FROM json_each({ids})"));
        }
        names.join(" UNION ")
    }

    fn owner_is(&mut self, owners: &Owners) -> String {
        let mut any = Vec::new();
        if owners.me {
            any.push(format!("r.owner_id = {ME}"));
        }
        if owners.none {
            any.push("r.owner_id IS NULL".to_owned());
        }
        if owners.inactive {
            any.push("EXISTS (SELECT 1 FROM user i WHERE i.id = r.owner_id AND i.active = 0)".to_owned());
        }
        if !owners.users.is_empty() {
            let ids = self.bind(serde_json::to_string(&owners.users).unwrap_or_default());
            any.push(format!("r.owner_id IN (SELECT value FROM json_each({ids}))"));
        }
        format!("({})", any.join(" OR "))
    }

    /// The conditions on `r` that the drive does not already hold, and the drive.
    fn narrow(&mut self) -> (Drive, Vec<String>) {
        let list = self.list;
        let filter = list.filter;
        let searching = !filter.terms.is_empty();
        let mut tests = Vec::new();
        let mut drive = Drive::Held;
        let mut held = true; // whether the drive alone proves that the caller sees what it yields
        // The most selective condition drives; when the search index may drive instead, every condition is also a test.
        if let Some(whose) = &filter.collaborator {
            let id = self.whose(whose);
            drive = Drive::Names(format!("SELECT 'collab:' || {id} AS name"));
            held = *whose == Whose::Me;
            if searching {
                tests.push(format!(
                    "EXISTS (SELECT 1 FROM access f WHERE f.record_id = r.id AND f.principal = 'collab:' || {id} AND (f.expires_at IS NULL OR f.expires_at > ?3))"
                ));
            }
        }
        if let Some(owners) = &filter.owners {
            if matches!(drive, Drive::Held) {
                let only_me = Owners { me: true, ..Owners::default() };
                held = *owners == only_me;
                drive = Drive::Names(self.owner_names(owners));
                if searching {
                    tests.push(self.owner_is(owners));
                }
            } else {
                tests.push(self.owner_is(owners));
            }
        }
        if let Some(shared) = filter.shared {
            let free = matches!(drive, Drive::Held);
            match shared {
                Shared::WithMe => {
                    if free {
                        drive = Drive::Received;
                    }
                    if !free || searching {
                        tests.push(
                            "EXISTS (SELECT 1 FROM access f WHERE f.record_id = r.id AND f.source = 'share' AND (f.expires_at IS NULL OR f.expires_at > ?3)
                             AND +f.principal IN (SELECT name FROM principal))"
                                .to_owned(),
                        );
                    }
                    if !free || searching {
                        tests.push(format!("r.owner_id IS NOT {ME}"));
                    }
                }
                Shared::ByMe => {
                    if free {
                        drive = Drive::Given;
                        held = false;
                    }
                    if !free || searching {
                        tests.push(format!(
                            "EXISTS (SELECT 1 FROM access f WHERE f.record_id = r.id AND f.source = 'share' AND f.granted_by = {ME} AND (f.expires_at IS NULL OR f.expires_at > ?3))"
                        ));
                    }
                }
            }
        }
        if filter.deleted {
            if matches!(drive, Drive::Held) {
                drive = Drive::Trash;
            }
            tests.push(SEES_TRASH.to_owned());
        } else if !held || searching {
            tests.push(sees(list.kind));
        }
        self.plain_tests(&mut tests);
        (drive, tests)
    }

    fn plain_tests(&mut self, tests: &mut Vec<String>) {
        let list = self.list;
        let filter = list.filter;
        if !filter.statuses.is_empty() {
            let statuses = self.bind(serde_json::to_string(&filter.statuses).unwrap_or_default());
            tests.push(format!("r.status IN (SELECT value FROM json_each({statuses}))"));
        }
        if let Some(source) = &filter.source {
            let source = self.bind(source.as_str());
            tests.push(format!("r.source = {source}"));
        }
        if let Some(tag) = &filter.tag {
            let tag = self.bind(tag.as_str());
            tests.push(format!("EXISTS (SELECT 1 FROM json_each(r.tags) t WHERE t.value = {tag})"));
        }
        for term in &filter.terms {
            let term = self.bind(format!(" {term}"));
            tests.push(format!("instr(r.search, {term}) > 0"));
        }
        let times = [
            (filter.created_after, "r.created_at >"),
            (filter.created_before, "r.created_at <"),
            (filter.updated_after, "r.updated_at >"),
            (filter.updated_before, "r.updated_at <"),
        ];
        for (time, test) in times {
            if let Some(time) = time {
                let time = self.bind(time);
                tests.push(format!("{test} {time}"));
            }
        }
    }

    /// `WITH … scan (nums)`: one row with at most `bound` records in the list's order, and the tests that are still owed on them.
    fn scan(&mut self, bound: impl Fn(bool) -> i64) -> (String, Vec<String>, i64) {
        let (drive, tests) = self.narrow();
        let bound = bound(!tests.is_empty());
        let list = self.list;
        let column = list.sort.key.column();
        let (before, order) = if list.sort.descending { ("<", "ORDER BY 1 DESC, 2 DESC, 3") } else { (">", "ORDER BY 1, 2, 3 DESC") };
        let start = list.sort.start();
        let after = list.after.unwrap_or(&start).clone();
        let key = self.bind(after.key);
        let id = self.bind(after.id);
        let board = self.bind(if list.filter.deleted { format!("{}:trash", list.kind.text()) } else { list.kind.text().to_owned() });
        let limit = self.bind(bound);

        let question = words::index_question(&list.filter.terms);
        let (mut hits, mut many) = (String::new(), "NULL".to_owned());
        if let Some(question) = &question {
            let question = self.bind(question.as_str());
            // The words carry their organisation in front, which only the database knows before it has told who calls.
            hits = format!(
                ", hits AS MATERIALIZED (SELECT rowid AS num FROM record_search
                   WHERE record_search MATCH coalesce((SELECT replace({question}, '@', 'o' || substr(org_id, -12)) FROM viewer), '\"@\"') LIMIT {SCAN} + 1)"
            );
            many = format!("(SELECT count(*) FROM hits) > {SCAN}");
        }
        let names = match &drive {
            Drive::Held => format!("SELECT DISTINCT name FROM principal WHERE kinds & {}", list.kind.bit()),
            Drive::Names(sql) => sql.clone(),
            Drive::Received => "SELECT name FROM own".to_owned(),
            Drive::Given => "SELECT NULL AS name WHERE 0".to_owned(),
            Drive::Trash => format!("SELECT 'book:' || {ME} AS name"),
        };
        // Whoever reads the whole organisation's index needs no ranges of principals, and does not have them looked up.
        let instead = if matches!(drive, Drive::Held | Drive::Trash) { "WHEN capabilities & 1 THEN '[]' " } else { "WHEN 0 THEN NULL " };
        let not_mine = if matches!(drive, Drive::Received) {
            " AND NOT EXISTS (SELECT 1 FROM access o WHERE o.record_id = access.record_id AND o.principal = 'book:' || s.me)"
        } else {
            ""
        };
        let range = |principal: &str| {
            format!(
                "SELECT {column} AS k, record_id AS id, num FROM access WHERE principal = {principal} AND shelf = {board} AND ({column}, record_id) {before} ({key}, {id}) AND {LIVE}{not_mine}"
            )
        };
        let group = |first: usize| {
            let ranges: Vec<String> = (first..first + 5).map(|slot| range(&format!("(s.names ->> {slot})"))).collect();
            format!("SELECT k, id, num FROM ({} {order} LIMIT {limit})", ranges.join(" UNION "))
        };
        let nums = |rows: &str| format!("(SELECT json_group_array(num) FROM ({rows} {order} LIMIT {limit}))");
        // One of these ways is gone, the cheapest that will do: nobody pays for merging what they do not hold.
        let mut ways = String::new();
        if question.is_some() {
            let rows = format!(
                "SELECT r.{column} AS k, r.id, r.num FROM hits h CROSS JOIN record r ON r.num = h.num
                 WHERE r.org_id = s.org AND r.shelf = {board} AND (r.{column}, r.id) {before} ({key}, {id}) AND {}",
                tests.join(" AND ")
            );
            ways += &format!("WHEN NOT s.many THEN {} ", nums(&rows));
        }
        if matches!(drive, Drive::Held | Drive::Trash) {
            let rows = format!(
                "SELECT {column} AS k, id, num FROM record WHERE org_id = s.whole AND shelf = {board} AND ({column}, id) {before} ({key}, {id})"
            );
            ways += &format!("WHEN s.whole IS NOT NULL THEN {} ", nums(&rows));
        }
        if matches!(drive, Drive::Given) {
            let rows = format!(
                "SELECT DISTINCT {column} AS k, record_id AS id, num FROM access WHERE source = 'share' AND granted_by = s.me AND shelf = {board}
                 AND ({column}, record_id) {before} ({key}, {id}) AND {LIVE}"
            );
            ways += &format!("WHEN 1 THEN {} ", nums(&rows));
        }
        let few: Vec<String> = (0..5).map(|slot| range(&format!("(s.names ->> {slot})"))).collect();
        ways += &format!("WHEN json_array_length(s.names) <= 5 THEN {} ", nums(&few.join(" UNION ")));
        // Beyond twenty principals each gives its first page by itself: dearer by the row, and as bounded.
        let rest = format!(
            "SELECT e.value ->> 0 AS k, e.value ->> 1 AS id, e.value ->> 2 AS num FROM (SELECT value AS name FROM json_each(s.names) WHERE key >= 20) p
             CROSS JOIN json_each((SELECT json_group_array(json_array(k, id, num)) FROM ({} {order} LIMIT {limit}))) e",
            range("p.name")
        );
        let terms: Vec<String> = [0, 5, 10, 15].into_iter().map(group).chain([rest]).collect();
        ways += &format!("ELSE {}", nums(&terms.join(" UNION ")));
        // What the ranges need to know of the caller comes in one row `s` that they refer to: naming the tables of `CALLER` in
        // each of them would have SQLite plan those tables as often, which took ten times as long as running the list.
        let sql = format!(
            "{CALLER}{hits}, slot (names, whole, me, org, low, high, many) AS MATERIALIZED (
               SELECT CASE {instead}ELSE (SELECT json_group_array(name) FROM ({names})) END, iif(capabilities & 1, org_id, NULL), id, org_id,
                 iif(capabilities & 1, 'book:', ''), iif(capabilities & 1, 'collab;', '~'), {many} FROM viewer),
             scan (nums, low, high) AS MATERIALIZED (SELECT CASE {ways} END, s.low, s.high FROM slot s)"
        );
        (sql, tests, bound)
    }
}

fn builder<'a>(list: &'a List<'a>) -> Builder<'a> {
    Builder { list, params: list.credential.params(list.now) }
}

/// A page of a list, and who calls.
pub fn list_page(list: &List<'_>, limit: i64) -> Stmt {
    let mut builder = builder(list);
    let (with, tests, bound) = builder.scan(|tested| if tested { SCAN } else { limit + 1 });
    let column = list.sort.key.column();
    // Without tests the scan tells whether there is more than the page. With tests one record more does, and where the scan
    // left off is where to go on from a page that they have made short.
    let (more, edge, take) = if tests.is_empty() {
        (format!("(SELECT json_array_length(nums) > {limit} FROM scan)"), "NULL".to_owned(), limit)
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
    let (with, tests, bound) = builder.scan(|_| COUNT + 1);
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

/// What [`list_count`] returned: how many, and whether that is all.
pub fn list_counted(rows: &Rows) -> Result<(i64, bool), StoreError> {
    let (count, exact): (i64, i64) = super::first(rows)?.unwrap_or((0, 1));
    Ok((count, exact == 1))
}
