//! How `SQLite` runs every list: a golden file, and no full scan of a table. A list of the store that is missing here fails.

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use leadroom::id::{
    BulkId, GrantId, JobId, LetterId, MailId, NoticeId, OrgId, RecordId, SourceId, TeamId, UserId, WebhookDeliveryId, WebhookId, WorkId,
};
use leadroom::model::{Kind, Work};
use leadroom::sql::Stmt;
use leadroom::store::book::{Which, book_page};
use leadroom::store::explain::explain_page;
use leadroom::store::grant::{collaborator_page, share_mine, share_page};
use leadroom::store::job::{
    job_forget, job_get, job_item_changed, job_item_forbid, job_item_open, job_item_page, job_item_told, job_known, job_made, job_overdue,
    job_page, job_take,
};
use leadroom::store::letter::letter_page;
use leadroom::store::list::{Filter, Key, List, Owners, Shared, Sort, Whose, list_count, list_page, list_pick};
use leadroom::store::live::seat_rooms;
use leadroom::store::mail::{mail_forget, mail_open, mail_open_digests, mail_overdue, mail_take, mail_wait};
use leadroom::store::notice::{
    event_dispatched, event_left, event_of_bulk, event_overdue, event_waiting, former_purge, notice_announce, notice_insert, notice_page,
    notice_read, notice_unread, preference_list,
};
use leadroom::store::person::{Credential, UserFilter, key_page, member_page, people_named, role_list, team_page, teams_named, user_page};
use leadroom::store::record::{event_after, event_page, record_alike, record_purge};
use leadroom::store::request::{request_overdue, request_page, request_waiting};
use leadroom::store::rule::{rule_count, rule_due, rule_due_of, rule_page};
use leadroom::store::source::{self, delivery_forget, delivery_overdue, delivery_page, source_page};
use leadroom::store::webhook::{
    webhook_delivery_fan_out, webhook_delivery_forget, webhook_delivery_of_job, webhook_delivery_overdue, webhook_delivery_page,
    webhook_delivery_take, webhook_page,
};
use leadroom::store::work::{task_overdue, task_page, work_get, work_page};
use leadroom::time::Timestamp;
use support::{Database, Seeded};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/plans.txt");

/// Tables that grow with the organisation, by every name that the statements give them.
const GROWING: &[&str] = &[
    "record",
    "access",
    "event",
    "request",
    "user",
    "team_member",
    "r",
    "a",
    "f",
    "q",
    "u",
    "i",
    "o",
    "c",
    "m",
    "w",
    "e",
    "n",
    "l",
    "notification",
    "record_search",
    "webhook_delivery",
    "d",
    "mail",
    "job",
    "job_item",
];

fn plan(db: &Database, statement: &Stmt) -> Vec<String> {
    let connection = db.connection.borrow();
    let mut prepared = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", statement.sql)).unwrap();
    for index in 1..=prepared.parameter_count() {
        prepared.raw_bind_parameter(index, rusqlite::types::Null).unwrap();
    }
    let mut rows = prepared.raw_query();
    let (mut lines, mut depth) = (Vec::new(), std::collections::HashMap::from([(0_i64, 0_usize)]));
    while let Some(row) = rows.next().unwrap() {
        let (id, parent, text): (i64, i64, String) = (row.get(0).unwrap(), row.get(1).unwrap(), row.get(3).unwrap());
        let level = depth.get(&parent).copied().unwrap_or(0);
        depth.insert(id, level + 1);
        lines.push(format!("{}{text}", "  ".repeat(level)));
    }
    lines
}

fn filters() -> Vec<(&'static str, Filter)> {
    let user = leadroom::id::UserId::parse("0193b0c0-0000-7000-8000-000000000001").unwrap();
    let none = Filter::default;
    vec![
        ("everything", none()),
        ("owner=me", Filter { owners: Some(Owners { me: true, ..Owners::default() }), ..none() }),
        ("owner=none", Filter { owners: Some(Owners { none: true, ..Owners::default() }), ..none() }),
        ("owner=inactive", Filter { owners: Some(Owners { inactive: true, ..Owners::default() }), ..none() }),
        ("owner=<id>", Filter { owners: Some(Owners { users: vec![user.clone()], ..Owners::default() }), ..none() }),
        ("collaborator=me", Filter { collaborator: Some(Whose::Me), ..none() }),
        ("collaborator=<id>", Filter { collaborator: Some(Whose::User(user)), ..none() }),
        ("shared=with_me", Filter { shared: Some(Shared::WithMe), ..none() }),
        ("shared=by_me", Filter { shared: Some(Shared::ByMe), ..none() }),
        ("status", Filter { statuses: vec!["new".to_owned()], ..none() }),
        ("tag", Filter { tag: Some("vip".to_owned()), ..none() }),
        ("created_after", Filter { created_after: Some(Timestamp(1)), ..none() }),
        ("q", Filter { terms: vec!["ann".to_owned()], ..none() }),
        ("q of a single letter", Filter { terms: vec!["a".to_owned()], ..none() }),
        ("q, owner=me", Filter { terms: vec!["ann".to_owned()], owners: Some(Owners { me: true, ..Owners::default() }), ..none() }),
        ("deleted=true", Filter { deleted: true, ..none() }),
    ]
}

/// The lines that walk over a table that grows.
fn scanned(lines: &[String]) -> impl Iterator<Item = &str> {
    lines.iter().map(|line| line.trim()).filter(|line| {
        let table = line.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
        table.is_some_and(|table| GROWING.contains(&table)) && !line.contains("VIRTUAL TABLE INDEX")
    })
}

/// A list by the name of the function that makes it, and what is special about this one.
macro_rules! listed {
    ($($list:ident($($argument:expr),* $(,)?) $what:literal,)*) => { vec![$((stringify!($list), $what, $list($($argument),*))),*] };
}

/// Every other list of the store.
fn others() -> Vec<(&'static str, &'static str, Stmt)> {
    let id = "0193b0c0-0000-7000-8000-000000000001";
    let (record, work, user, team) =
        (RecordId::parse(id).unwrap(), WorkId::parse(id).unwrap(), UserId::parse(id).unwrap(), TeamId::parse(id).unwrap());
    let (org, source) = (OrgId::parse(id).unwrap(), SourceId::parse(id).unwrap());
    let (webhook, grant, notice) = (WebhookId::parse(id).unwrap(), GrantId::parse(id).unwrap(), NoticeId::parse(id).unwrap());
    let (bulk, letter) = (BulkId::parse(id).unwrap(), LetterId::parse(id).unwrap());
    let (mail, delivery, entropy) = (MailId::parse(id).unwrap(), WebhookDeliveryId::parse(id).unwrap(), Seeded::new(1));
    let (me, now) = (Credential::Key(String::new()), Timestamp(0));
    let people = |team| UserFilter { terms: vec!["ann".to_owned()], active: Some(true), team, after: None, limit: 50 };
    let job = JobId::parse(id).unwrap();
    let [taken, open] = webhook_delivery_take(&delivery, now, now);
    let mut all = listed![
        work_page(Work::Note, &record, Some(&work), 50) "notes",
        work_page(Work::Task, &record, None, 50) "tasks",
        work_page(Work::Communication, &record, None, 50) "communications",
        work_get(&me, Work::Note, &work, now) "one note",
        task_page(&me, None, Some("open"), None, 50, now) "of me",
        task_page(&me, Some(&user), None, Some(&work), 50, now) "of somebody",
        task_overdue(now, 50) "all",
        book_page(&me, Which::Given, None, None, 50, now) "given",
        book_page(&me, Which::Given, Some(&user), Some(&grant), 50, now) "of somebody",
        book_page(&me, Which::Received, None, None, 50, now) "received",
        explain_page(&record, None, 50, now) "first page",
        collaborator_page(&record, None, 50, now) "first page",
        share_page(&record, Some(&grant), 50, now) "of a record",
        share_mine(&me, true, None, 50, now) "given",
        share_mine(&me, false, Some(&grant), 50, now) "received",
        seat_rooms(&org, None, 50) "of an organisation",
        seat_rooms(&org, Some(&user), 50) "of somebody",
        event_page(&record, None, 50) "first page",
        event_after(&record, 7, 50) "since an entry",
        event_waiting(&record, 1, 9, 50) "of a record",
        event_of_bulk(&bulk, 50) "all",
        event_overdue(now, now, 50) "all",
        event_left(&record) "of a record",
        notice_page(&me, None, None, 50, now) "all",
        notice_page(&me, Some(true), Some(&notice), 50, now) "unread",
        notice_page(&me, Some(false), None, 50, now) "read",
        notice_unread(&me, now) "how many",
        notice_read(&me, Some(std::slice::from_ref(&notice)), now) "some",
        notice_read(&me, None, now) "all",
        notice_insert("[]", now) "all",
        notice_announce("[]", now, 50) "all",
        event_dispatched("[]", now) "all",
        letter_page(&me, Some(&letter), 50, now) "dead letters",
        mail_open_digests(now, 50, now, &entropy) "all",
        mail_overdue(now, 50) "all",
        mail_forget(now, 50) "all",
        former_purge(now, 50) "all",
        preference_list(&me, now) "all",
        user_page(&me, &people(None), now) "by name",
        user_page(&me, &people(Some(team.clone())), now) "of a team",
        people_named(&me, std::slice::from_ref(&user), now) "of some",
        role_list(&me, None, 50, now) "all",
        team_page(&me, None, 50, now) "by name",
        teams_named(&me, std::slice::from_ref(&team), now) "of some",
        member_page(&me, &team, Some(&user), 50, now) "of a team",
        key_page(&me, &user, None, 50, now) "of somebody",
        record_alike(&me, Kind::Lead, Some("ann@example.com"), Some("+4930123456"), now) "by e-mail address and phone number",
        record_purge(now, 50) "all",
        request_page(&me, true, None, None, 50, now) "incoming",
        request_page(&me, false, None, None, 50, now) "outgoing",
        request_overdue(now, 50) "all",
        request_waiting(&org, None, 50) "of an organisation",
        request_waiting(&org, Some(&user), 50) "of somebody",
        rule_page(&me, 0, 50, now) "all",
        rule_count(&me, now) "all",
        source_page(&me, None, 50, now) "all",
        delivery_page(&source, None, None, 100, 50) "of a source",
        delivery_page(&source, Some(source::Status::Failed), None, 100, 50) "of a source, failed",
        delivery_overdue(now, 50) "all",
        delivery_forget(now, 50) "all",
        webhook_page(&me, None, 50, now) "all",
        webhook_delivery_page(&me, &webhook, None, None, 50, now) "of a webhook",
        webhook_delivery_page(&me, &webhook, Some("failed"), None, 50, now) "of a webhook, failed",
        webhook_delivery_overdue(now, 50) "all",
        webhook_delivery_forget(now, 50) "all",
        webhook_delivery_fan_out("[]", now, &entropy) "all",
        mail_open("[]", now, now, &entropy) "all",
        job_page(&me, None, 50, now) "all",
        job_get(&me, &job, now) "one",
        job_known(&me, &job, now) "one",
        job_item_page(&job, None, ("", ""), 50) "of a job",
        job_item_page(&job, Some("changed"), ("", ""), 50) "of a job, changed",
        job_item_told(&job, "[]") "of a job",
        job_item_forbid(&job, "forbidden", 50) "of a job",
        job_item_open(&job, &record) "of a job",
        job_made(&job) "of a job",
        job_overdue(now, 50, now) "all",
        webhook_delivery_of_job(&job, now, &entropy) "of a job",
        rule_due(&record, 1, 9) "of a record",
        rule_due_of("[]") "of many records",
    ];
    all.extend([("webhook_delivery_take", "the delivery", taken), ("webhook_delivery_take", "what sending it takes", open)]);
    all.extend(job_take(&job, 0, 50, now).into_iter().map(|statement| ("job_take", "what is next", statement)));
    all.extend(job_item_changed(&job, &record, None).into_iter().map(|statement| ("job_item_changed", "in the room", statement)));
    all.extend(job_forget(now, 50).into_iter().map(|statement| ("job_forget", "all", statement)));
    all.push(("mail_wait", "what sending it takes", mail_wait(&mail, now, now, now)));
    all.extend(mail_take(&mail, "", 50, now, now).into_iter().map(|statement| ("mail_take", "what sending it takes", statement)));
    all
}

/// What a statement holds in its hand while it runs, its own and the parameters that are lists: not tables.
const AT_HAND: &[&str] =
    &["CONSTANT", "caller", "viewer", "v", "principal", "p", "own", "j", "t", "hit", "alike", "call", "reached", "fit", "credential"];

/// The same where the name is a table's elsewhere: by the list, the candidates (`k`) who are asked about and what is known of them (`c`),
/// and the names (`n`) that a rule's actions speak of.
const AT_HAND_IN: &[(&str, &str)] = &[
    ("explain_page", "k"),
    ("explain_page", "c"),
    ("notice_announce", "k"),
    ("notice_insert", "k"),
    ("webhook_delivery_take", "k"),
    ("mail_take", "k"),
    ("rule_page", "n"),
];

/// The names of the store's functions that make a list: those that take a limit, and those whose name says so.
fn lists_of(folder: &Path, names: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            lists_of(&entry, names);
            continue;
        }
        let text = std::fs::read_to_string(&entry).unwrap();
        for (signature, _) in text.split("\npub fn ").skip(1).filter_map(|rest| rest.split_once(" {\n")) {
            let name = signature.split(['(', '<']).next().unwrap();
            let is_list = signature.contains(" limit: i64") || ["_page", "_list", "_mine", "_count"].iter().any(|end| name.ends_with(end));
            if is_list && signature.ends_with("-> Stmt") {
                names.insert(name.to_owned());
            }
        }
    }
}

#[test]
fn every_list_of_the_store_stands_here() {
    let mut lists = BTreeSet::new();
    lists_of(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/store")), &mut lists);
    assert!(lists.len() > 30, "the lists are not found where they were: {lists:?}");
    for (name, ..) in others() {
        lists.remove(name);
    }
    // These two have every filter and every order.
    for name in ["list_page", "list_count"] {
        assert!(lists.remove(name), "{name} is gone");
    }
    assert_eq!(lists, BTreeSet::new(), "lists that no plan is known of");
}

#[test]
fn no_list_scans_a_table_that_grows() {
    let db = Database::new();
    let credential = Credential::Key(String::new());
    let mut text = String::from("# How SQLite runs the lists. UPDATE_GOLDEN=1 cargo test --test plans rewrites this file.\n");
    let mut scans = Vec::new();
    for key in [Key::Updated, Key::Created, Key::Name, Key::Amount] {
        for descending in [true, false] {
            let sort = Sort { key, descending };
            for (name, filter) in filters() {
                let list = List { credential: &credential, kind: Kind::Lead, filter: &filter, sort, after: None, now: Timestamp(0) };
                let pick = (key == Key::Created && descending).then(|| ("pick", list_pick(&list)));
                for (what, statement) in [("page", list_page(&list, 50)), ("count", list_count(&list))].into_iter().chain(pick) {
                    let lines = plan(&db, &statement);
                    scans.extend(scanned(&lines).map(|line| format!("{what} of {name}, {sort:?}: {line}")));
                    // One order of each key shows how the others run.
                    if descending && (key == Key::Updated || what != "count" && name == "everything") {
                        let _ = write!(text, "\n## {what} of {name}, {key:?}\n{}\n", lines.join("\n"));
                    }
                }
            }
        }
    }
    for (name, what, statement) in others() {
        let lines = plan(&db, &statement);
        let tables = lines.iter().map(|line| line.trim()).filter(|line| {
            let table = line.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
            table.is_some_and(|table| !table.starts_with('(') && !AT_HAND.contains(&table) && !AT_HAND_IN.contains(&(name, table)))
                && !line.contains("VIRTUAL TABLE INDEX")
        });
        scans.extend(tables.map(|line| format!("{name}, {what}: {line}")));
        let _ = write!(text, "\n## {name}, {what}\n{}\n", lines.join("\n"));
    }
    assert_eq!(scans, Vec::<String>::new());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(std::path::Path::new(GOLDEN).parent().unwrap()).unwrap();
        std::fs::write(GOLDEN, &text).unwrap();
    }
    let golden = std::fs::read_to_string(GOLDEN).unwrap_or_default();
    assert!(golden == text, "the plans changed: look at them with UPDATE_GOLDEN=1 and git diff");
}
