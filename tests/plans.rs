//! How `SQLite` runs every kind of list: a golden file, and no full scan of a table that grows.

mod support;

use std::fmt::Write as _;

use leadroom::id::{BulkId, LetterId, MailId, NoticeId, RecordId, WebhookDeliveryId, WebhookId, WorkId};
use leadroom::model::{Kind, Work};
use leadroom::sql::Stmt;
use leadroom::store::letter::letter_page;
use leadroom::store::list::{Filter, Key, List, Owners, Shared, Sort, Whose, list_count, list_page};
use leadroom::store::mail::{mail_forget, mail_open, mail_open_digests, mail_overdue, mail_take};
use leadroom::store::notice::{
    event_dispatched, event_of_bulk, event_overdue, event_waiting, notice_announce, notice_insert, notice_page, notice_read, notice_unread,
};
use leadroom::store::person::Credential;
use leadroom::store::webhook::{
    webhook_delivery_fan_out, webhook_delivery_forget, webhook_delivery_overdue, webhook_delivery_page, webhook_delivery_take, webhook_page,
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

fn work() -> Vec<(&'static str, Stmt)> {
    let id = "0193b0c0-0000-7000-8000-000000000001";
    let (record, work) = (RecordId::parse(id).unwrap(), WorkId::parse(id).unwrap());
    let (credential, now) = (Credential::Key(String::new()), Timestamp(0));
    vec![
        ("page of notes", work_page(Work::Note, &record, Some(&work), 50)),
        ("page of tasks", work_page(Work::Task, &record, None, 50)),
        ("page of communications", work_page(Work::Communication, &record, None, 50)),
        ("one note", work_get(&credential, Work::Note, &work, now)),
        ("tasks of me", task_page(&credential, None, Some("open"), None, 50, now)),
        ("tasks that are due", task_overdue(now, 50)),
    ]
}

fn notices() -> Vec<(&'static str, Stmt)> {
    let id = "0193b0c0-0000-7000-8000-000000000001";
    let (record, bulk, notice, letter) =
        (RecordId::parse(id).unwrap(), BulkId::parse(id).unwrap(), NoticeId::parse(id).unwrap(), LetterId::parse(id).unwrap());
    let (credential, now) = (Credential::Key(String::new()), Timestamp(0));
    vec![
        ("feed", notice_page(&credential, None, Some(&notice), 50, now)),
        ("unread feed", notice_page(&credential, Some(true), None, 50, now)),
        ("number of unread", notice_unread(&credential, now)),
        ("reading some", notice_read(&credential, Some(std::slice::from_ref(&notice)), now)),
        ("reading all", notice_read(&credential, None, now)),
        ("events that wait", event_waiting(&record, 1, 2, 50)),
        ("events of an action on many records", event_of_bulk(&bulk, 50)),
        ("events that are overdue", event_overdue(now, now, 50)),
        ("marking as fanned out", event_dispatched("[]", now)),
        ("telling", notice_insert("[]", now)),
        ("announcing", notice_announce("[]", now, 50)),
        ("dead letters", letter_page(&credential, Some(&letter), 50, now)),
    ]
}

fn outgoing() -> Vec<(&'static str, Stmt)> {
    let id = "0193b0c0-0000-7000-8000-000000000001";
    let (webhook, delivery, mail) = (WebhookId::parse(id).unwrap(), WebhookDeliveryId::parse(id).unwrap(), MailId::parse(id).unwrap());
    let (credential, now, entropy) = (Credential::Key(String::new()), Timestamp(0), Seeded::new(1));
    let [taken, open] = webhook_delivery_take(&delivery, now, now);
    let letters = mail_take(&mail, "", 50, now, now).into_iter().map(|statement| ("taking up a mail", statement));
    let mut all = vec![
        ("webhooks", webhook_page(&credential, Some(&webhook), 50, now)),
        ("deliveries of a webhook", webhook_delivery_page(&credential, &webhook, None, None, 50, now)),
        ("its failed deliveries", webhook_delivery_page(&credential, &webhook, Some("failed"), Some(&delivery), 50, now)),
        ("deliveries that follow from events", webhook_delivery_fan_out("[]", now, &entropy)),
        ("taking up a delivery", taken),
        ("what sending it takes", open),
        ("deliveries that are overdue", webhook_delivery_overdue(now, 50)),
        ("deliveries to forget", webhook_delivery_forget(now, 50)),
        ("opening mails", mail_open("[]", now, now, &entropy)),
        ("opening digests", mail_open_digests(now, 50, now, &entropy)),
        ("mails that are overdue", mail_overdue(now, 50)),
        ("mails to forget", mail_forget(now, 50)),
    ];
    all.extend(letters);
    all
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
                for (what, statement) in [("page", list_page(&list, 50)), ("count", list_count(&list))] {
                    let lines = plan(&db, &statement);
                    scans.extend(scanned(&lines).map(|line| format!("{what} of {name}, {sort:?}: {line}")));
                    // One order of each key shows how the others run.
                    if descending && (key == Key::Updated || what == "page" && name == "everything") {
                        let _ = write!(text, "\n## {what} of {name}, {key:?}\n{}\n", lines.join("\n"));
                    }
                }
            }
        }
    }
    for (name, statement) in work().into_iter().chain(notices()).chain(outgoing()) {
        let lines = plan(&db, &statement);
        scans.extend(scanned(&lines).map(|line| format!("{name}: {line}")));
        let _ = write!(text, "\n## {name}\n{}\n", lines.join("\n"));
    }
    assert_eq!(scans, Vec::<String>::new());
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(std::path::Path::new(GOLDEN).parent().unwrap()).unwrap();
        std::fs::write(GOLDEN, &text).unwrap();
    }
    let golden = std::fs::read_to_string(GOLDEN).unwrap_or_default();
    assert!(golden == text, "the plans changed: look at them with UPDATE_GOLDEN=1 and git diff");
}
