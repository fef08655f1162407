//! What touches many records at once costs as many calls for five thousand as for five: somebody leaves, a team is deleted, a
//! share of a book changes and ends. Every record that it changes tells so under the next number.

mod support;

use serde_json::json;
use support::{App, User};

const LEADS: usize = 5000;

/// Five thousand leads of Ann's, straight into the database.
fn leads(app: &App, ann: &User) {
    app.db.execute(&format!(
        "INSERT INTO record (id, org_id, kind, name, status, owner_id, version, created_at, updated_at, last_activity_at, name_key, search)
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {LEADS})
         SELECT printf('01900000-0000-7000-8000-%012d', i), u.org_id, 'lead', 'Lead ' || i, 'new', u.id, 1, i, i, i, 'lead ' || i, ' lead'
         FROM n CROSS JOIN user u ON u.id = '{}';
         INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_name, data, dispatched_at)
         SELECT id, 1, org_id, 'created', created_at, 'system', 'Seed', '{{\"changes\":{{}},\"owner\":null}}', 1 FROM record",
        ann.id
    ));
}

/// A share of every lead, made from the grant `parent`, or from none.
fn shares(app: &App, ann: &User, principal: &str, series: &str, permissions: i64, parent: Option<&str>) {
    let parent = parent.map_or("NULL".to_owned(), |parent| format!("'{parent}'"));
    app.db.execute(&format!(
        "INSERT INTO access (record_id, principal, source, permissions, id, parent_id, granted_by, granted_at, num, shelf, updated_at, created_at, name_key, amount_key)
         SELECT id, '{principal}', 'share', {permissions}, '{series}' || substr(id, 9), {parent}, '{}', 1, num, shelf, updated_at, created_at, name_key, amount_key FROM record",
        ann.id
    ));
}

fn count(app: &App, sql: &str) -> usize {
    app.db.ask(sql)[0].parse().unwrap()
}

fn told(app: &App, kind: &str) -> usize {
    count(app, &format!("SELECT count(*) FROM event WHERE type = '{kind}'"))
}

/// Every record's version is the number of its entries, and these have no gaps.
fn numbered(app: &App) {
    let wrong = "SELECT count(*) FROM record r WHERE version <> (SELECT count(*) FROM event e WHERE e.record_id = r.id)
                 OR version <> (SELECT max(seq) FROM event e WHERE e.record_id = r.id)";
    assert_eq!(count(app, wrong), 0);
}

fn world() -> (App, User, User, User, User) {
    let app = App::default();
    let owner = app.organization("Acme");
    let [ann, bob, cara] = ["Ann", "Bob", "Cara"].map(|name| app.person(&owner, name, "agent"));
    leads(&app, &ann);
    (app, owner, ann, bob, cara)
}

#[test]
fn somebody_with_thousands_of_leads_leaves_in_two_calls_that_write_none_of_them() {
    let (app, owner, ann, bob, _) = world();
    app.post(&ann, "/v1/book_shares", json!({"with": {"type": "user", "id": bob.id}, "permissions": ["read"]})).expect(201);
    let before = app.db.connection.borrow().total_changes();
    let left = app.patch(&owner, &format!("/v1/users/{}", ann.id), json!({"active": false})).expect(200);
    assert!(left.calls <= 2, "{} calls", left.calls);
    let written = app.db.connection.borrow().total_changes() - before;
    assert!(written < 20, "{written} rows written");
    app.get(&ann, "/v1/leads").refused(401, "user_inactive");
    // Their records are found as those of somebody absent, and what they gave stands.
    assert_eq!(app.get(&owner, "/v1/leads/count?owner=inactive").expect(200).body["count"], LEADS);
    assert_eq!(app.get(&bob, "/v1/leads/count").expect(200).body["count"], LEADS);
    app.patch(&owner, &format!("/v1/users/{}", ann.id), json!({"active": true})).expect(200);
    assert_eq!(app.get(&owner, "/v1/leads/count?owner=inactive").expect(200).body["count"], 0);
    assert_eq!(app.get(&ann, "/v1/leads/count").expect(200).body["count"], LEADS);
    numbered(&app);
}

#[test]
fn a_team_with_thousands_of_shares_is_deleted_in_two_calls_and_each_record_tells() {
    let (app, owner, ann, bob, cara) = world();
    let team = app.team(&owner, "North", &[&bob]);
    shares(&app, &ann, &format!("team:{team}"), "01900001", 1 | 8, None);
    // What was shared on from the team's shares goes with them.
    app.db.execute(&format!(
        "INSERT INTO access (record_id, principal, source, permissions, id, parent_id, granted_by, granted_at, num, shelf, updated_at, created_at, name_key, amount_key)
         SELECT record_id, 'user:{}', 'share', 1, '01900002' || substr(id, 9), id, '{}', 1, num, shelf, updated_at, created_at, name_key, amount_key
         FROM access WHERE source = 'share'",
        cara.id, bob.id
    ));
    assert_eq!(app.get(&cara, "/v1/leads/count").expect(200).body["count"], LEADS);
    let refused = app.delete(&owner, &format!("/v1/teams/{team}")).refused(409, "team_in_use");
    // Counted to a thousand pairs of a person and a record.
    assert_eq!((&refused.body["people"], &refused.body["records"]), (&json!(1), &json!(1000)));
    let gone = app.delete(&owner, &format!("/v1/teams/{team}?force=true")).expect(204);
    assert!(gone.calls <= 2, "{} calls", gone.calls);
    for who in [&bob, &cara] {
        assert_eq!(app.get(who, "/v1/leads/count").expect(200).body["count"], 0);
    }
    assert_eq!(told(&app, "share_ended"), 2 * LEADS);
    numbered(&app);
    let entries = app.get(&ann, "/v1/leads/01900000-0000-7000-8000-000000000007/timeline").expect(200).body["data"].clone();
    let ends: Vec<_> = entries.as_array().unwrap().iter().filter(|entry| entry["type"] == "share_ended").collect();
    assert_eq!((ends[0]["data"]["with"]["name"].as_str(), ends[0]["data"]["permissions"].clone()), (Some("Cara"), json!(["read"])));
    assert_eq!((ends[1]["data"]["with"]["name"].as_str(), ends[1]["data"]["cause"].as_str()), (Some("North"), Some("team_deleted")));
    assert_eq!(ends[1]["data"]["permissions"], json!(["read", "share"]));
}

#[test]
fn a_share_of_a_book_of_thousands_changes_and_ends_in_three_calls_and_each_record_tells() {
    let (app, _, ann, bob, cara) = world();
    let body = json!({"with": {"type": "user", "id": bob.id}, "permissions": ["update", "note", "share"]});
    let book = app.post(&ann, "/v1/book_shares", body).expect(201).id();
    shares(&app, &bob, &format!("user:{}", cara.id), "01900001", 1 | 2 | 32, Some(&book));
    let path = format!("/v1/book_shares/{book}");
    let cut = app.patch(&ann, &path, json!({"permissions": ["note"]})).expect(200);
    assert!(cut.calls <= 3, "{} calls", cut.calls);
    assert_eq!(told(&app, "share_changed"), LEADS);
    let lead = "/v1/leads/01900000-0000-7000-8000-000000000007";
    assert_eq!(app.get(&cara, lead).expect(200).body["permissions"], json!(["read", "note"]));
    let entry = app.get(&ann, &format!("{lead}/timeline?limit=1")).expect(200).body["data"][0].clone();
    assert_eq!(
        (entry["data"]["permissions"].clone(), entry["data"]["from"]["permissions"].clone()),
        (json!(["read", "note"]), json!(["read", "update", "note"]))
    );
    let again = app.patch(&ann, &path, json!({"permissions": ["note"]})).expect(200);
    assert_eq!((told(&app, "share_changed"), again.calls <= 3), (LEADS, true));
    let ended = app.delete(&ann, &path).expect(204);
    assert!(ended.calls <= 3, "{} calls", ended.calls);
    for who in [&bob, &cara] {
        assert_eq!(app.get(who, "/v1/leads/count").expect(200).body["count"], 0);
    }
    assert_eq!(told(&app, "share_ended"), LEADS);
    numbered(&app);
}
