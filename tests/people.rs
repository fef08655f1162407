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
