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
fn whoever_cannot_be_given_leads_gets_no_task_and_nothing_of_a_source() {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    app.post(&owner, "/v1/roles", json!({"name": "office", "capabilities": [], "record_permissions": []})).expect(201);
    let nell = app.person(&owner, "Nell", "office");
    let tasks = format!("/v1/leads/{}/tasks", app.lead(&ann, "Lead"));
    let fields = |answer: support::Answer| answer.refused(422, "recipient_without_lead_access").body["errors"][0]["field"].clone();
    // Making her a collaborator would not help, and is not offered.
    for add in [false, true] {
        let refused = app.post(&ann, &tasks, json!({"title": "Call", "assignee_id": nell.id, "add_collaborator": add}));
        assert_eq!(refused.body.get("remedy"), None, "{}", refused.text);
        assert_eq!(fields(refused), "assignee_id");
    }
    let task = format!("/v1/tasks/{}", app.post(&ann, &tasks, json!({"title": "Call"})).expect(201).id());
    assert_eq!(fields(app.patch(&ann, &task, json!({"assignee_id": nell.id}))), "assignee_id");
    let source = |body: serde_json::Value| app.post(&owner, "/v1/sources", body);
    assert_eq!(fields(source(json!({"name": "A", "owner": {"user_id": nell.id}}))), "owner.user_id");
    assert_eq!(fields(source(json!({"name": "A", "collaborators": [nell.id]}))), "collaborators");
    let made = format!("/v1/sources/{}", source(json!({"name": "A"})).expect(201).id());
    assert_eq!(fields(app.patch(&owner, &made, json!({"owner": {"user_id": nell.id}}))), "owner.user_id");
    assert_eq!(app.db.ask("SELECT count(*) FROM task WHERE assignee_id IS NOT NULL"), ["0"]);
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

#[test]
fn a_role_that_cannot_be_given_leads_makes_none_withdraws_what_it_gave_and_leaves() {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let body = json!({"name": "seller", "capabilities": ["create", "share"], "record_permissions": ["update", "share"]});
    let role = format!("/v1/roles/{}", app.post(&owner, "/v1/roles", body).expect(201).id());
    let rob = app.person(&owner, "Rob", "seller");
    let (own, other) = (format!("/v1/leads/{}", app.lead(&rob, "Own")), format!("/v1/leads/{}", app.lead(&ann, "Other")));
    app.put(&ann, &format!("{other}/collaborators/{}", rob.id), json!({})).expect(201);
    let with = json!({"with": {"type": "user", "id": ann.id}, "permissions": ["read"]});
    let share = format!("/v1/shares/{}", app.post(&rob, &format!("{own}/shares"), with.clone()).expect(201).id());
    let book = format!("/v1/book_shares/{}", app.post(&rob, "/v1/book_shares", with).expect(201).id());
    app.patch(&owner, &role, json!({"record_permissions": []})).expect(200);
    app.post(&rob, "/v1/leads", json!({"name": "Blind"})).refused(422, "recipient_without_lead_access");
    app.get(&rob, &own).refused(404, "not_found");
    assert_eq!(app.get(&rob, &share).expect(200).body["lead"]["name"], json!(null));
    app.delete(&rob, &share).expect(204);
    app.delete(&rob, &book).expect(204);
    app.get(&ann, &own).refused(404, "not_found");
    app.delete(&rob, &format!("{other}/collaborators/me")).expect(204);
    app.delete(&rob, &format!("{other}/collaborators/me")).refused(404, "not_found");
    assert_eq!(app.get(&ann, &other).expect(200).body["collaborator_count"], 0);
}

#[test]
fn co_owners_are_collaborators_where_the_organisation_has_switched_them_off() {
    let app = App::default();
    let owner = app.organization("Acme");
    let (ann, bob) = (app.person(&owner, "Ann", "agent"), app.person(&owner, "Bob", "agent"));
    let switch = |on: bool| app.patch(&owner, "/v1/organization", json!({"settings": {"multiple_assignment": on}})).expect(200);
    switch(true);
    let lead = format!("/v1/leads/{}", app.lead(&ann, "Lead"));
    app.put(&ann, &format!("{lead}/collaborators/{}", bob.id), json!({"level": "co_owner"})).expect(201);
    let permissions = || app.get(&bob, &lead).expect(200).body["permissions"].clone();
    assert_eq!(permissions(), json!(["read", "update", "delete", "share", "note", "task", "communicate"]));
    switch(false);
    assert_eq!(permissions(), json!(["read", "update", "note", "task", "communicate"]));
    let listed = app.get(&ann, &format!("{lead}/collaborators")).expect(200);
    assert_eq!(listed.body["data"][0]["permissions"], permissions());
    app.delete(&bob, &lead).refused(403, "forbidden");
    switch(true);
    app.delete(&bob, &lead).expect(204);
}

#[test]
fn an_owner_manages_collaborators_whatever_the_role_allows_on_records() {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let bob = app.person(&owner, "Bob", "agent");
    let path = format!("/v1/leads/{}", app.lead(&ann, "Lead"));
    let role = json!({"name": "junior", "capabilities": ["create"], "record_permissions": ["read", "update"]});
    app.post(&owner, "/v1/roles", role).expect(201);
    app.patch(&owner, &format!("/v1/users/{}", ann.id), json!({"role": "junior"})).expect(200);
    app.put(&ann, &format!("{path}/collaborators/{}", bob.id), json!({})).expect(201);
    app.get(&ann, &format!("{path}/access")).expect(200);
    app.get(&ann, &format!("{path}/access/{}", bob.id)).expect(200);
    app.delete(&ann, &format!("{path}/collaborators/{}", bob.id)).expect(204);
    // Nothing to become on one's own record, and nobody to ask.
    app.put(&ann, &format!("{path}/collaborators/me"), json!({})).refused(409, "already_owner");
    app.put(&ann, &format!("{path}/collaborators/{}", ann.id), json!({})).refused(409, "already_owner");
}

#[test]
fn whoever_saw_it_in_the_pool_hears_that_it_is_taken_and_nobody_else_that_it_is_there() {
    let app = App::default();
    let owner = app.organization("Acme");
    let [ann, bob] = ["Ann", "Bob"].map(|name| app.person(&owner, name, "agent"));
    app.patch(&owner, "/v1/organization", json!({"settings": {"pool": "agents", "reveal_existence": false}})).expect(200);
    let pooled = || format!("/v1/leads/{}", app.post(&owner, "/v1/leads", json!({"name": "X", "owner_id": null})).expect(201).id());
    let (claimed, given) = (pooled(), pooled());
    app.post(&ann, &format!("{claimed}/claim"), json!({})).expect(200);
    app.post(&owner, &format!("{given}/assign"), json!({"owner_id": ann.id})).expect(200);
    for path in [&claimed, &given] {
        app.post(&bob, &format!("{path}/claim"), json!({})).refused(409, "already_owned");
    }
    let own = format!("/v1/leads/{}", app.lead(&ann, "Never pooled"));
    app.post(&bob, &format!("{own}/claim"), json!({})).refused(404, "not_found");
    app.post(&owner, "/v1/roles", json!({"name": "watcher", "capabilities": ["view_pool"], "record_permissions": ["read"]})).expect(201);
    app.patch(&owner, &format!("/v1/users/{}", bob.id), json!({"role": "watcher"})).expect(200);
    app.post(&bob, &format!("{claimed}/claim"), json!({})).refused(404, "not_found");
}
