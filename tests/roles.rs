//! Custom roles: ceilings and capabilities.

mod support;

use serde_json::json;
use support::{App, User};

#[test]
fn a_role_cuts_what_its_holders_are_given_and_acts_at_once() {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let body = json!({"name": "reader", "capabilities": [], "record_permissions": ["read", "note"]});
    let role = app.post(&owner, "/v1/roles", body.clone()).expect(201);
    app.post(&owner, "/v1/roles", body).refused(409, "name_taken");
    let rob = app.person(&owner, "Rob", "reader");
    let lead = app.lead(&ann, "Lead");
    let path = format!("/v1/leads/{lead}");
    let with = json!({"type": "user", "id": rob.id});
    let share = app.post(&ann, &format!("{path}/shares"), json!({"with": with, "permissions": ["update", "note"]})).expect(201);
    assert_eq!(share.body["permissions"], json!(["read", "update", "note"]));
    assert_eq!(share.body["effective"], json!(["read", "note"]));
    assert_eq!(app.get(&rob, &path).expect(200).body["permissions"], json!(["read", "note"]));
    app.patch(&rob, &path, json!({"phone": "12345"})).refused(403, "forbidden");
    let why = app.get(&rob, &format!("{path}/access/me")).expect(200);
    assert_eq!(why.body["cut_by_role"], json!(["update"]));

    // A role without `read` is given nothing, and what was given is out of reach at once.
    app.patch(&owner, &format!("/v1/roles/{}", role.id()), json!({"record_permissions": []})).expect(200);
    app.get(&rob, &path).refused(404, "not_found");
    assert_eq!(app.get(&rob, "/v1/leads").expect(200).ids(), Vec::<String>::new());
    app.put(&ann, &format!("{path}/collaborators/{}", rob.id), json!({})).refused(422, "recipient_without_lead_access");
    app.post(&ann, &format!("{path}/assign"), json!({"owner_id": rob.id})).refused(422, "recipient_without_lead_access");
    app.delete(&owner, &format!("/v1/roles/{}", role.id())).refused(409, "role_in_use");
    app.patch(&owner, &format!("/v1/users/{}", rob.id), json!({"role": "agent"})).expect(200);
    assert_eq!(app.get(&rob, &path).expect(200).body["permissions"], json!(["read", "update", "note"]));
    app.delete(&owner, &format!("/v1/roles/{}", role.id())).expect(204);
}

#[test]
fn nobody_makes_a_role_with_more_than_their_own() {
    let app = App::default();
    let owner = app.organization("Acme");
    let manager = json!({"name": "manager", "capabilities": ["manage_people"], "record_permissions": ["read"]});
    app.post(&owner, "/v1/roles", manager).expect(201);
    let mia: User = app.person(&owner, "Mia", "manager");
    let all = json!({"name": "all", "capabilities": ["view_all"], "record_permissions": ["read"]});
    app.post(&mia, "/v1/roles", all.clone()).refused(403, "forbidden");
    let made = app.post(&mia, "/v1/roles", json!({"name": "none", "capabilities": [], "record_permissions": ["read"]})).expect(201).id();
    app.patch(&mia, &format!("/v1/roles/{made}"), json!({"capabilities": ["export"]})).refused(403, "forbidden");
    app.post(&mia, "/v1/users", json!({"name": "A", "email": "a@x.test", "role": "admin"})).refused(403, "forbidden");
    app.patch(&mia, &format!("/v1/users/{}", mia.id), json!({"role": "admin"})).refused(403, "forbidden");
    app.post(&mia, &format!("/v1/users/{}/api_keys", owner.id), json!({"name": "k"})).refused(403, "forbidden");
    let wrong = app.post(&owner, "/v1/roles", json!({"name": " ", "capabilities": ["fly"], "shoe": 1})).refused(422, "validation_failed");
    let fields: Vec<&str> = wrong.body["errors"].as_array().unwrap().iter().map(|error| error["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["name", "capabilities.0", "record_permissions", "shoe"]);
    let agent = app.get(&owner, "/v1/roles").expect(200).body["data"]
        .as_array()
        .unwrap()
        .iter()
        .find(|role| role["name"] == "agent")
        .unwrap()["id"]
        .clone();
    app.patch(&owner, &format!("/v1/roles/{}", agent.as_str().unwrap()), json!({"name": "x"})).refused(409, "built_in_role");
}
