//! A lead becomes a contact, and a deal.

mod support;

use serde_json::json;
use support::App;

#[test]
fn a_lead_becomes_a_contact_and_a_deal_with_its_people_once() {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let bob = app.person(&owner, "Bob", "agent");
    let cara = app.person(&owner, "Cara", "agent");
    let team = app.team(&owner, "North", &[&cara]);
    let lead =
        app.post(&ann, "/v1/leads", json!({"name": "Müller", "email": "m@x.test", "amount": 500, "currency": "eur"})).expect(201).id();
    let path = format!("/v1/leads/{lead}");
    app.put(&ann, &format!("{path}/collaborators/{}", bob.id), json!({})).expect(201);
    app.post(&ann, &format!("{path}/shares"), json!({"with": {"type": "team", "id": team}, "permissions": ["note"]})).expect(201);
    let wrong = app.post(&ann, &format!("{path}/convert"), json!({"deal": {"status": "nope"}})).refused(422, "validation_failed");
    assert_eq!(wrong.body["errors"][0]["field"], "deal.status");
    app.post(&cara, &format!("{path}/convert"), json!({})).refused(403, "forbidden");
    let made = app.post(&bob, &format!("{path}/convert"), json!({"deal": {"name": "Roof", "amount": 900}})).expect(201);
    assert_eq!(made.body["lead"]["status"], "converted");
    let (contact, deal) = (made.str("/contact/id"), made.str("/deal/id"));
    assert_eq!((&made.body["lead"]["contact_id"], &made.body["lead"]["deal_id"]), (&json!(contact), &json!(deal)));
    assert_eq!(
        (made.str("/contact/email"), made.str("/deal/name"), made.body["deal"]["amount"].clone()),
        ("m@x.test".into(), "Roof".into(), json!(900))
    );
    for path in [format!("/v1/contacts/{contact}"), format!("/v1/deals/{deal}")] {
        assert_eq!(app.get(&ann, &path).expect(200).body["owner"]["name"], "Ann");
        assert_eq!(app.get(&bob, &path).expect(200).body["collaborators"][0]["name"], "Bob");
        assert_eq!(app.get(&cara, &path).expect(200).body["permissions"], json!(["read", "note"]));
        assert_eq!(app.get(&ann, &format!("{path}/shares")).expect(200).body["data"][0]["granted_by"]["name"], "Ann");
    }
    let again = app.post(&ann, &format!("{path}/convert"), json!({})).refused(409, "already_converted");
    assert_eq!((&again.body["contact_id"], &again.body["deal_id"]), (&json!(contact), &json!(deal)));
}

#[test]
fn the_trash_is_emptied_after_thirty_days_and_a_request_runs_out_by_itself() {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let bob = app.person(&owner, "Bob", "agent");
    let (lead, other) = (app.lead(&ann, "Lead"), app.lead(&ann, "Other"));
    app.post(&bob, &format!("/v1/leads/{lead}/collaboration_requests"), json!({})).expect(201);
    app.delete(&ann, &format!("/v1/leads/{other}")).expect(204);
    let sweep = || {
        app.drain();
        app.sweep_up();
    };
    app.pass(15 * 86_400_000);
    sweep();
    assert_eq!(app.history(&ann, &lead), ["created", "request_created", "request_expired"]);
    assert_eq!(app.get(&ann, "/v1/leads?deleted=true").expect(200).ids(), [other]);
    app.pass(15 * 86_400_000);
    sweep();
    assert_eq!(app.get(&ann, "/v1/leads?deleted=true").expect(200).ids(), Vec::<String>::new());
    sweep();
    assert_eq!(app.db.ask("SELECT count(*) FROM event WHERE dispatched_at IS NULL"), ["0"]);
}

#[test]
fn a_lead_whose_contact_was_emptied_from_the_trash_can_be_converted_again_and_tells_no_change_that_was_none() {
    let app = App::default();
    let owner = app.organization("Acme");
    let lead = app.lead(&owner, "Lead");
    let convert = || app.post(&owner, &format!("/v1/leads/{lead}/convert"), json!({})).expect(201).str("/contact/id");
    let contact = convert();
    app.delete(&owner, &format!("/v1/contacts/{contact}")).expect(204);
    app.pass(31 * 86_400_000);
    app.sweep();
    convert();
    let changes = app
        .db
        .ask(&format!("SELECT json_extract(data, '$.changes') FROM event WHERE record_id = '{lead}' AND type = 'converted' ORDER BY seq"));
    assert_eq!(changes, [r#"{"status":{"from":"new","to":"converted"}}"#, "{}"]);
}

#[test]
fn hundreds_of_shares_and_somebody_inactive_carry_over_in_three_calls() {
    let app = App::default();
    let owner = app.organization("Acme");
    let (ann, bob) = (app.person(&owner, "Ann", "agent"), app.person(&owner, "Bob", "agent"));
    let lead = app.lead(&ann, "Lead");
    let path = format!("/v1/leads/{lead}");
    app.put(&ann, &format!("{path}/collaborators/{}", bob.id), json!({"level": "viewer"})).expect(201);
    app.patch(&owner, &format!("/v1/users/{}", bob.id), json!({"active": false})).expect(200);
    app.db.execute(&format!(
        "INSERT INTO team (id, org_id, name, created_at, updated_at)
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300)
         SELECT printf('01900000-0000-7000-8000-%012d', i), u.org_id, 'Team ' || i, 1, 1 FROM n CROSS JOIN user u ON u.id = '{}';
         INSERT INTO access (record_id, principal, source, permissions, id, granted_by, granted_at, num, shelf, updated_at, created_at, name_key, amount_key)
         SELECT r.id, 'team:' || t.id, 'share', 33, '01900001' || substr(t.id, 9), r.owner_id, 7, r.num, r.shelf, r.updated_at, r.created_at, r.name_key, r.amount_key
         FROM record r CROSS JOIN team t",
        ann.id
    ));
    let made = app.post(&ann, &format!("{path}/convert"), json!({})).expect(201);
    assert!(made.calls <= 3, "{} calls", made.calls);
    let contact = made.str("/contact/id");
    let carried = format!(
        "SELECT count(*), count(DISTINCT id), min(granted_at), min(permissions) FROM access WHERE record_id = '{contact}' AND source = 'share'"
    );
    assert_eq!(app.db.ask(&carried), ["300|300|7|33"]);
    let told = format!("SELECT type, count(*), max(seq) FROM event WHERE record_id = '{contact}' GROUP BY type ORDER BY type");
    assert_eq!(app.db.ask(&told), ["collaborator_added|1|2", "created|1|1", "shared|300|302"]);
    app.patch(&owner, &format!("/v1/users/{}", bob.id), json!({"active": true})).expect(200);
    assert_eq!(app.get(&bob, &format!("/v1/contacts/{contact}")).expect(200).body["permissions"], json!(["read"]));
}
