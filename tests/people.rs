//! What a change to a person does to the records that name them.

mod support;

use serde_json::json;
use support::App;

#[test]
fn a_new_name_and_a_leave_show_on_every_record_at_once() {
    let app = App::default();
    let boss = app.organization("Acme");
    let ann = app.person(&boss, "Ann", "agent");
    let bob = app.person(&boss, "Bob", "agent");
    let lead = app.lead(&ann, "Lead");
    let path = format!("/v1/leads/{lead}");
    app.put(&ann, &format!("{path}/collaborators/{}", bob.id), json!({})).expect(201);
    let names = || {
        let listed = app.get(&boss, "/v1/leads").expect(200).body["data"][0].clone();
        let read = app.get(&boss, &path).expect(200).body;
        for key in ["owner", "collaborators", "collaborator_count"] {
            assert_eq!(listed[key], read[key]);
        }
        (read["owner"]["name"].clone(), read["collaborators"][0]["name"].clone(), read["collaborator_count"].clone())
    };
    assert_eq!(names(), (json!("Ann"), json!("Bob"), json!(1)));
    for person in [&ann, &bob] {
        app.patch(&boss, &format!("/v1/users/{}", person.id), json!({"name": "New"})).expect(200);
    }
    assert_eq!(names(), (json!("New"), json!("New"), json!(1)));
    app.patch(&boss, &format!("/v1/users/{}", bob.id), json!({"active": false})).expect(200);
    assert_eq!(names(), (json!("New"), json!(null), json!(0)));
    app.post(&ann, &format!("{path}/assign"), json!({"owner_id": boss.id, "keep_previous_owner": "edit"})).expect(200);
    let (owner, kept, _) = names();
    assert_ne!(owner, json!("New"));
    assert_eq!(kept, json!("New"));
}

#[test]
fn a_key_is_shown_to_whoever_may_hold_it_and_only_who_is_there_leaves_a_team() {
    let app = App::default();
    let owner = app.organization("Acme");
    let [ann, bob] = ["Ann", "Bob"].map(|name| app.person(&owner, name, "agent"));
    let keys = app.get(&ann, &format!("/v1/users/{}/api_keys", ann.id)).expect(200);
    let path = format!("/v1/api_keys/{}", keys.ids()[0]);
    for who in [&ann, &owner] {
        assert_eq!(app.get(who, &path).expect(200).body["name"], keys.body["data"][0]["name"]);
    }
    app.get(&bob, &path).refused(404, "not_found");
    let team = app.team(&owner, "North", &[]);
    app.delete(&owner, &format!("/v1/teams/{team}/members/{}", bob.id)).expect(204);
    app.delete(&owner, &format!("/v1/teams/{team}/members/0193b0c0-0000-7000-8000-00000000ffff")).refused(404, "not_found");
    let made = app.post(&ann, "/v1/leads", json!({"name": "X", "status": null})).expect(201);
    app.patch_if(&ann, &format!("/v1/leads/{}", made.id()), i64::MAX, json!({"title": "x"})).refused(412, "edit_conflict");
}
