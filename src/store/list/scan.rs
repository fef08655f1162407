//! Where a list begins: from its filter to the SQL that names the records to look at, in order and bounded.

use super::filter::{Owners, Shared, Whose};
use super::{List, SCAN};
use crate::access::{CALLER, SEES_TRASH, sees};
use crate::record::words;
use crate::show::{self, Show as _};
use crate::sql::Value;

/// What drives a list.
enum Drive {
    /// What the caller holds, or the whole organisation with `view_all`.
    Held,
    /// The principals that this SQL names, which the caller holds.
    Names(String),
    /// The principals that this SQL names, where the caller holds them all or sees the whole organisation; what the caller holds
    /// otherwise. So what is looked at is never more than what the caller sees: where a page leaves off would tell of the rest.
    NamesHeld(String),
    /// The shares that reach the caller, of records that somebody else owns.
    Received,
    /// The shares that the caller gave.
    Given,
    /// What the caller owns, in the trash, or all of the trash with `view_all`.
    Trash,
}

/// A statement being written: its parameters are bound as its text grows.
pub(super) struct Builder<'a> {
    pub(super) list: &'a List<'a>,
    pub(super) params: Vec<Value>,
}

const LIVE: &str = "(expires_at IS NULL OR expires_at > ?3)";
const ME: &str = "(SELECT id FROM viewer)";

impl Builder<'_> {
    pub(super) fn bind(&mut self, value: impl Into<Value>) -> String {
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
            let ids = self.bind(show::text(&owners.users.show()));
            names.push(format!(
                "SELECT 'book:' || u.id AS name FROM json_each({ids}) j CROSS JOIN user u ON u.id = j.value AND u.org_id = (SELECT org_id FROM viewer)"
            ));
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
            let ids = self.bind(show::text(&owners.users.show()));
            any.push(format!("r.owner_id IN (SELECT value FROM json_each({ids}))"));
        }
        format!("({})", any.join(" OR "))
    }

    /// The conditions on `r` that the drive does not already hold, and the drive, which alone proves that the caller sees what it yields.
    fn narrow(&mut self) -> (Drive, Vec<String>) {
        let list = self.list;
        let filter = list.filter;
        let searching = !filter.terms.is_empty();
        let mut tests = Vec::new();
        // The trash is driven by itself: what others have in it is nobody's to see.
        let mut drive = if filter.deleted { Drive::Trash } else { Drive::Held };
        // The most selective condition drives; when the search index may drive instead, every condition is also a test.
        if let Some(whose) = &filter.collaborator {
            let id = self.whose(whose);
            let free = matches!(drive, Drive::Held);
            if free {
                drive = match whose {
                    Whose::Me => Drive::Names(format!("SELECT 'collab:' || {id} AS name")),
                    Whose::User(_) => Drive::NamesHeld(format!(
                        "SELECT 'collab:' || u.id AS name FROM user u WHERE u.id = {id} AND u.org_id = (SELECT org_id FROM viewer)"
                    )),
                };
            }
            if !matches!(drive, Drive::Names(_)) || searching {
                tests.push(format!(
                    "EXISTS (SELECT 1 FROM access f WHERE f.record_id = r.id AND f.principal = 'collab:' || {id} AND (f.expires_at IS NULL OR f.expires_at > ?3))"
                ));
            }
        }
        if let Some(owners) = &filter.owners {
            let free = matches!(drive, Drive::Held);
            let only_me = *owners == Owners { me: true, ..Owners::default() };
            if free {
                let names = self.owner_names(owners);
                drive = if only_me { Drive::Names(names) } else { Drive::NamesHeld(names) };
            }
            if !free || !only_me || searching {
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
                        tests.push(format!("r.owner_id IS NOT {ME}"));
                    }
                }
                Shared::ByMe => {
                    if free {
                        drive = Drive::Given;
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
            tests.push(SEES_TRASH.to_owned());
        } else if searching {
            tests.push(sees(list.kind));
        }
        self.plain_tests(&mut tests);
        (drive, tests)
    }

    fn plain_tests(&mut self, tests: &mut Vec<String>) {
        let list = self.list;
        let filter = list.filter;
        if !filter.statuses.is_empty() {
            let statuses = self.bind(show::text(&filter.statuses.show()));
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

    /// `WITH … scan (nums)`: one row with at most so many records in the list's order, and the tests that are still owed on them;
    /// where there are some, it is `tried` that bounds.
    pub(super) fn scan(&mut self, bound: i64, tried: i64) -> (String, Vec<String>, i64) {
        let (drive, tests) = self.narrow();
        let bound = if tests.is_empty() { bound } else { tried };
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
        let listed = |sql: &str| format!("(SELECT json_group_array(name) FROM ({sql}))");
        let held = format!("SELECT DISTINCT name FROM principal WHERE kinds & {}", list.kind.bit());
        let names = match &drive {
            Drive::Held => listed(&held),
            Drive::Names(sql) => listed(sql),
            Drive::NamesHeld(sql) => format!(
                "CASE WHEN capabilities & 1 OR NOT EXISTS (SELECT 1 FROM ({sql}) WHERE name NOT IN ({held})) THEN {} ELSE {} END",
                listed(sql),
                listed(&held)
            ),
            Drive::Received => listed("SELECT name FROM own"),
            Drive::Given => "NULL".to_owned(),
            Drive::Trash => listed(&format!("SELECT 'book:' || {ME} AS name")),
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
        let mut ways = Vec::new();
        if question.is_some() {
            let rows = format!(
                "SELECT r.{column} AS k, r.id, r.num FROM hits h CROSS JOIN record r ON r.num = h.num
                 WHERE r.org_id = s.org AND r.shelf = {board} AND (r.{column}, r.id) {before} ({key}, {id}) AND {}",
                tests.join(" AND ")
            );
            ways.push(format!("WHEN NOT s.many THEN {}", nums(&rows)));
        }
        if matches!(drive, Drive::Held | Drive::Trash) {
            let rows = format!(
                "SELECT {column} AS k, id, num FROM record WHERE org_id = s.whole AND shelf = {board} AND ({column}, id) {before} ({key}, {id})"
            );
            ways.push(format!("WHEN s.whole IS NOT NULL THEN {}", nums(&rows)));
        }
        if matches!(drive, Drive::Given) {
            let rows = format!(
                "SELECT DISTINCT {column} AS k, record_id AS id, num FROM access WHERE source = 'share' AND granted_by = s.me AND shelf = {board}
                 AND ({column}, record_id) {before} ({key}, {id}) AND {LIVE}
                 AND EXISTS (SELECT 1 FROM record r WHERE r.num = access.num AND {})",
                sees(list.kind)
            );
            ways.push(format!("WHEN 1 THEN {}", nums(&rows)));
        }
        let few: Vec<String> = (0..5).map(|slot| range(&format!("(s.names ->> {slot})"))).collect();
        ways.push(format!("WHEN json_array_length(s.names) <= 5 THEN {}", nums(&few.join(" UNION "))));
        // Beyond twenty principals each gives its first page by itself: dearer by the row, and as bounded.
        let rest = format!(
            "SELECT e.value ->> 0 AS k, e.value ->> 1 AS id, e.value ->> 2 AS num FROM (SELECT value AS name FROM json_each(s.names) WHERE key >= 20) p
             CROSS JOIN json_each((SELECT json_group_array(json_array(k, id, num)) FROM ({} {order} LIMIT {limit}))) e",
            range("p.name")
        );
        let terms: Vec<String> = [0, 5, 10, 15].into_iter().map(group).chain([rest]).collect();
        ways.push(format!("ELSE {}", nums(&terms.join(" UNION "))));
        let ways = ways.join(" ");
        // What the ranges need to know of the caller comes in one row `s` that they refer to: naming the tables of `CALLER` in
        // each of them would have SQLite plan those tables as often, which took ten times as long as running the list.
        let sql = format!(
            "{CALLER}{hits}, slot (names, whole, me, org, low, high, many) AS MATERIALIZED (
               SELECT CASE {instead}ELSE {names} END, iif(capabilities & 1, org_id, NULL), id, org_id,
                 iif(capabilities & 1, 'collab:', ''), iif(capabilities & 1, 'collab;', '~'), {many} FROM viewer),
             scan (nums, low, high) AS MATERIALIZED (SELECT CASE {ways} END, s.low, s.high FROM slot s)"
        );
        (sql, tests, bound)
    }
}
