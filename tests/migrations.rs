//! Migrations run on databases that are in use: after each come rows as a database of its day had them
//! (`tests/data/migrations`), and at the end everything fits, and the app reads it.

mod support;

use std::path::Path;

use serde_json::json;
use support::{App, Database, User};

const ORG: &str = "01980000-0000-7000-8000-000000000001";
const LEAD: &str = "01980000-0000-7000-8000-000000000051";
const OWNER: &str = "01980000-0000-7000-8000-000000000021";

/// Applies the migrations one by one, each followed by its sample rows.
fn grown() -> App {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let samples = root.join("tests/data/migrations");
    let database = Database::grown(|name| {
        std::fs::read_to_string(samples.join(name)).unwrap_or_else(|_| {
            panic!(
                "migrations/{name} has no sample rows: add tests/data/migrations/{name} with a few rows for each table and column that it adds, as a \
                 database of that day would have them, so that the migrations to come are tried on rows"
            )
        })
    });
    let mut app = App::new(1);
    app.db = database;
    app
}

#[test]
fn every_migration_runs_on_a_database_in_use_and_every_table_had_rows() {
    let app = grown();
    assert_eq!(app.db.ask("PRAGMA foreign_key_check"), Vec::<String>::new());
    assert_eq!(app.db.ask("PRAGMA integrity_check"), ["ok"]);
    let tables = app.db.ask(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'record_search%' ORDER BY name",
    );
    let empty: Vec<&String> = tables.iter().filter(|table| app.db.ask(&format!("SELECT count(*) FROM \"{table}\"")) == ["0"]).collect();
    assert!(
        empty.is_empty(),
        "no sample rows for {empty:?}: add some to the file in tests/data/migrations of the migration that adds the table"
    );
    let orphans = |folder: &str, other: &str| -> Vec<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let names = std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| !root.join(other).join(name).exists()).collect()
    };
    assert_eq!(orphans("tests/data/migrations", "migrations"), Vec::<String>::new(), "sample rows of no migration");
}

#[test]
fn what_the_schema_derives_is_right_on_rows_from_before() {
    let app = grown();
    let owners = app.db.ask(
        "SELECT r.id FROM record r LEFT JOIN user u ON u.id = r.owner_id
         WHERE r.owner_name IS NOT u.name
         OR (SELECT count(*) FROM access a WHERE a.record_id = r.id AND a.source IN ('owner', 'pool')
             AND a.principal = coalesce('book:' || r.owner_id, 'pool:' || r.org_id)) <> 1",
    );
    assert_eq!(owners, Vec::<String>::new(), "owners");
    let keys = app.db.ask(
        "SELECT a.record_id, a.principal FROM access a JOIN record r ON r.id = a.record_id
         WHERE (a.num, a.shelf, a.updated_at, a.created_at, a.name_key, a.amount_key) IS NOT (r.num, r.shelf, r.updated_at, r.created_at, r.name_key, r.amount_key)",
    );
    assert_eq!(keys, Vec::<String>::new(), "sort keys");
    let people = app.db.ask(
        "SELECT a.principal FROM access a JOIN user u ON a.principal = 'collab:' || u.id WHERE a.person IS NOT u.name OR a.active IS NOT u.active",
    );
    assert_eq!(people, Vec::<String>::new(), "collaborators");
    assert_eq!(app.db.ask("SELECT count(*) FROM record"), app.db.ask("SELECT count(*) FROM record_search"));
}

#[test]
fn the_app_reads_and_changes_rows_from_before() {
    let app = grown();
    let olga = User { id: OWNER.to_owned(), key: "lr_sample".to_owned() };
    assert_eq!(app.get(&olga, "/v1/me").expect(200).str("/organization/id"), ORG);
    assert_eq!(app.get(&olga, "/v1/leads").expect(200).ids().len(), 3);
    assert_eq!(app.get(&olga, "/v1/leads?q=muller").expect(200).ids(), [LEAD]);
    assert_eq!(app.get(&olga, "/v1/leads?deleted=true").expect(200).ids().len(), 1);
    let lead = app.get(&olga, &format!("/v1/leads/{LEAD}")).expect(200);
    assert_eq!((lead.str("/owner/name"), lead.str("/collaborators/0/name")), ("Ann Able".to_owned(), "Olga Owner".to_owned()));
    for rest in ["timeline", "collaborators", "shares", "notes", "tasks", "communications", "access"] {
        app.get(&olga, &format!("/v1/leads/{LEAD}/{rest}")).expect(200);
    }
    for list in [
        "users",
        "teams",
        "roles",
        "shares",
        "book_shares",
        "collaboration_requests",
        "sources",
        "rules",
        "tasks",
        "contacts",
        "deals",
        "organization",
    ] {
        app.get(&olga, &format!("/v1/{list}")).expect(200);
    }
    let edited = app.patch(&olga, &format!("/v1/leads/{LEAD}"), json!({"phone": "+49 30 1"})).expect(200);
    assert_eq!(edited.body["version"], 3);
    app.sweep_up();
    assert_eq!(app.db.ask("PRAGMA foreign_key_check"), Vec::<String>::new());
}
