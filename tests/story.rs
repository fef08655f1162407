//! The main story, from set-up to revoke.

mod support;

use serde_json::json;
use support::App;

#[test]
fn a_lead_is_requested_approved_edited_by_two_shared_and_revoked() {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann Able", "agent");
    let bob = app.person(&owner, "Bob Best", "agent");
    let lead =
        app.post(&ann, "/v1/leads", json!({"name": "Müller GmbH", "email": "info@mueller.test", "fields": {"size": 12}})).expect(201);
    let path = format!("/v1/leads/{}", lead.id());
    assert_eq!(lead.body["version"], 1);
    assert_eq!(lead.body["owner"]["name"], "Ann Able");
    assert_eq!(lead.header("location"), Some(path.as_str()));

    // Bob cannot see it, and is told as little as of a lead that does not exist.
    let unseen = app.get(&bob, &path).refused(404, "not_found");
    let unknown = app.get(&bob, "/v1/leads/0193b0c0-0000-7000-8000-000000000001").refused(404, "not_found");
    assert_eq!(unseen.text, unknown.text);
    assert_eq!(app.get(&bob, "/v1/leads").expect(200).ids(), Vec::<String>::new());

    let request = app.post(&bob, &format!("{path}/collaboration_requests"), json!({"reason": "my customer"})).expect(201);
    assert_eq!(request.body["lead"]["name"], json!(null));
    let again = app.post(&bob, &format!("{path}/collaboration_requests"), json!({})).expect(200);
    assert_eq!(again.id(), request.id());
    let inbox = app.get(&ann, "/v1/collaboration_requests?box=incoming&status=pending").expect(200);
    assert_eq!(inbox.ids(), [request.id()]);
    let decided = app.post(&ann, &format!("/v1/collaboration_requests/{}/approve", request.id()), json!({"note": "welcome"})).expect(200);
    assert_eq!(decided.body["status"], "approved");
    app.post(&ann, &format!("/v1/collaboration_requests/{}/approve", request.id()), json!({})).refused(409, "request_resolved");

    let seen = app.get(&bob, &path).expect(200);
    assert_eq!(seen.body["permissions"], json!(["read", "update", "note", "task", "communicate"]));
    let version = seen.body["version"].as_i64().unwrap();
    app.patch_if(&ann, &path, version, json!({"phone": "+49 30 1234567"})).expect(200);
    // Another field merges; the same field is a conflict that shows what is there.
    app.patch_if(&bob, &path, version, json!({"company": "Müller"})).expect(200);
    let conflict = app.patch_if(&bob, &path, version, json!({"phone": "1"})).refused(412, "edit_conflict");
    assert_eq!(conflict.body["conflicts"], json!(["phone"]));
    assert_eq!(conflict.body["current"]["phone"], "+49 30 1234567");

    let cara = app.person(&owner, "Cara Cole", "agent");
    let team = app.team(&owner, "North", &[&cara]);
    let share =
        app.post(&ann, &format!("{path}/shares"), json!({"with": {"type": "team", "id": team}, "permissions": ["update"]})).expect(201);
    assert_eq!(share.body["permissions"], json!(["read", "update"]));
    assert_eq!(app.get(&cara, "/v1/leads?shared=with_me").expect(200).ids(), [lead.id()]);
    app.delete(&ann, &format!("/v1/shares/{}", share.id())).expect(204);
    app.get(&cara, &path).refused(404, "not_found");
    app.delete(&ann, &format!("{path}/collaborators/{}", bob.id)).expect(204);
    app.get(&bob, &path).refused(404, "not_found");
    assert_eq!(
        app.history(&ann, &lead.id()),
        [
            "created",
            "request_created",
            "request_approved",
            "collaborator_added",
            "updated",
            "updated",
            "shared",
            "share_ended",
            "collaborator_removed"
        ]
    );
}
