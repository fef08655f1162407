//! Why can X see this?

mod support;

use serde_json::{Value as Json, json};
use support::{Answer, App, User};

fn sources(answer: &Answer, permission: &str) -> Vec<String> {
    let because = answer.body["permissions"][permission]["because"].as_array().unwrap();
    because.iter().map(|one| one["source"].as_str().unwrap().to_owned()).collect()
}

fn actions(answer: &Answer) -> Vec<(String, Vec<String>)> {
    let name = |one: &Json| one["name"].as_str().unwrap().to_owned();
    let remedy = answer.body["remedy"].as_array().unwrap();
    remedy
        .iter()
        .map(|one| (one["action"].as_str().unwrap().to_owned(), one["who"].as_array().unwrap().iter().map(name).collect()))
        .collect()
}

fn world() -> (App, User, User, User, String) {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let bob = app.person(&owner, "Bob", "agent");
    let lead = app.lead(&ann, "Lead");
    (app, owner, ann, bob, format!("/v1/leads/{lead}"))
}

#[test]
fn every_reason_is_told_with_who_gave_it() {
    let (app, owner, ann, bob, lead) = world();
    let team = app.team(&owner, "North", &[&bob]);
    app.put(&ann, &format!("{lead}/collaborators/{}", bob.id), json!({"level": "viewer"})).expect(201);
    let body = json!({"with": {"type": "team", "id": team}, "permissions": ["update"], "reason": "cover"});
    app.post(&ann, &format!("{lead}/shares"), body).expect(201);
    app.post(&owner, "/v1/book_shares", json!({"with": {"type": "everyone"}, "permissions": ["note"], "owner_id": ann.id})).expect(201);
    let answer = app.get(&ann, &format!("{lead}/access/{}", bob.id)).expect(200);
    assert_eq!(answer.body["visible"], true);
    assert_eq!(sources(&answer, "read"), ["collaborator", "team_share", "book_share"]);
    assert_eq!(sources(&answer, "update"), ["team_share"]);
    assert_eq!(sources(&answer, "note"), ["book_share"]);
    assert_eq!(answer.body["permissions"]["delete"], json!({"granted": false, "because": []}));
    let share = &answer.body["permissions"]["update"]["because"][0];
    assert_eq!(
        (share["via"]["name"].as_str(), share["granted_by"]["name"].as_str(), share["reason"].as_str()),
        (Some("North"), Some("Ann"), Some("cover"))
    );
    let book = &answer.body["permissions"]["note"]["because"][0];
    assert_eq!((book["via"]["name"].as_str(), book["granted_by"]["name"].as_str()), (Some("Ann"), Some("Acme Owner")));
    assert_eq!(app.get(&bob, &format!("{lead}/access/me")).expect(200).body, answer.body);
    assert_eq!(answer.calls, 1);

    let everyone = app.get(&ann, &format!("{lead}/access")).expect(200);
    let names: Vec<&str> = everyone.body["data"].as_array().unwrap().iter().map(|one| one["user"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Acme Owner", "Ann", "Bob"]);
    assert_eq!(everyone.body["data"][0]["sources"][0]["source"], "book_share");
    assert_eq!(everyone.calls, 1);
    app.get(&bob, &format!("{lead}/access")).refused(403, "forbidden");
    app.get(&bob, &format!("{lead}/access/{}", ann.id)).refused(403, "forbidden");
}

#[test]
fn whoever_cannot_see_it_is_told_the_way_in_or_nothing() {
    let (app, owner, ann, bob, lead) = world();
    let answer = app.get(&bob, &format!("{lead}/access/me")).expect(200);
    assert_eq!(answer.body["visible"], false);
    assert_eq!(actions(&answer), [("request_to_collaborate".to_owned(), vec!["Ann".to_owned()])]);
    app.patch(&owner, &format!("/v1/users/{}", ann.id), json!({"active": false})).expect(200);
    let answer = app.get(&bob, &format!("{lead}/access/me")).expect(200);
    assert_eq!(actions(&answer), [("request_to_collaborate".to_owned(), vec!["Acme Owner".to_owned()])]);
    let inactive = app.get(&owner, &format!("{lead}/access/{}", ann.id)).expect(200);
    assert_eq!((&inactive.body["visible"], actions(&inactive)[0].0.as_str()), (&json!(false), "reactivate"));
    app.patch(&owner, "/v1/organization", json!({"settings": {"reveal_existence": false}})).expect(200);
    app.get(&bob, &format!("{lead}/access/me")).refused(404, "not_found");
}

#[test]
fn whoever_has_asked_already_is_told_who_decides_and_after_a_denial_when_to_ask_again() {
    let (app, owner, ann, bob, lead) = world();
    let why = || app.get(&bob, &format!("{lead}/access/me")).expect(200);
    let ask = || app.post(&bob, &format!("{lead}/collaboration_requests"), json!({})).expect(201).id();
    let asked = ask();
    assert_eq!(why().body["remedy"], json!([{"action": "approve_request", "id": asked, "who": [{"id": ann.id, "name": "Ann"}]}]));
    assert_eq!(app.get(&ann, &format!("{lead}/access/{}", bob.id)).expect(200).body["remedy"], why().body["remedy"]);
    // Whoever stands in for an absent owner decides.
    app.patch(&owner, &format!("/v1/users/{}", ann.id), json!({"active": false})).expect(200);
    assert_eq!(actions(&why()), [("approve_request".to_owned(), vec!["Acme Owner".to_owned()])]);
    app.patch(&owner, &format!("/v1/users/{}", ann.id), json!({"active": true})).expect(200);
    app.post(&ann, &format!("/v1/collaboration_requests/{asked}/deny"), json!({"note": "no"})).expect(200);
    let retry_at = leadroom::time::Timestamp(app.now.get() + 24 * 3_600_000).to_text();
    let denied = why();
    assert_eq!(actions(&denied), [("request_to_collaborate".to_owned(), vec!["Ann".to_owned()])]);
    assert_eq!((&denied.body["remedy"][0]["retry_at"], denied.calls), (&json!(retry_at), 1));
    app.pass(24 * 3_600_000);
    assert_eq!(why().body["remedy"][0].get("retry_at"), None);
    // One that ran out or was taken back is no more in the way than none.
    let again = ask();
    app.post(&bob, &format!("/v1/collaboration_requests/{again}/cancel"), json!({})).expect(200);
    assert_eq!(actions(&why())[0].0, "request_to_collaborate");
    ask();
    app.pass(14 * 24 * 3_600_000);
    assert_eq!(actions(&why())[0].0, "request_to_collaborate");
}

#[test]
fn what_ended_is_told_with_who_could_renew_it() {
    let (app, _, ann, bob, lead) = world();
    let until = leadroom::time::Timestamp(app.now.get() + 5000).to_text();
    let body = json!({"with": {"type": "user", "id": bob.id}, "permissions": ["update"], "expires_at": until});
    app.post(&ann, &format!("{lead}/shares"), body).expect(201);
    app.pass(5000);
    let answer = app.get(&bob, &format!("{lead}/access/me")).expect(200);
    assert_eq!(answer.body["visible"], false);
    assert_eq!(answer.body["expired"][0]["source"], "share");
    assert_eq!(answer.body["expired"][0]["expires_at"], until);
    assert_eq!(actions(&answer)[1], ("renew".to_owned(), vec!["Ann".to_owned()]));
}

#[test]
fn a_book_share_that_ran_out_is_told_too() {
    let (app, _, ann, bob, lead) = world();
    let until = leadroom::time::Timestamp(app.now.get() + 5000).to_text();
    let body = json!({"with": {"type": "user", "id": bob.id}, "kinds": ["lead"], "permissions": ["update"], "expires_at": until});
    let book = app.post(&ann, "/v1/book_shares", body).expect(201).id();
    app.pass(5000);
    let answer = app.get(&bob, &format!("{lead}/access/me")).expect(200);
    let told = &answer.body["expired"][0];
    assert_eq!(
        (told["source"].as_str(), told["id"].as_str(), told["expires_at"].as_str()),
        (Some("book_share"), Some(&*book), Some(&*until))
    );
    assert_eq!(told["permissions"], json!(["read", "update"]));
    assert_eq!(actions(&answer)[1], ("renew".to_owned(), vec!["Ann".to_owned()]));
}

#[test]
fn a_role_that_cannot_see_leads_is_shown_all_that_it_cuts() {
    let (app, owner, ann, bob, lead) = world();
    let role = json!({"name": "blind", "capabilities": [], "record_permissions": []});
    app.post(&owner, "/v1/roles", role).expect(201);
    app.post(&ann, &format!("{lead}/shares"), json!({"with": {"type": "user", "id": bob.id}, "permissions": ["note"]})).expect(201);
    app.patch(&owner, &format!("/v1/users/{}", bob.id), json!({"role": "blind"})).expect(200);
    let answer = app.get(&ann, &format!("{lead}/access/{}", bob.id)).expect(200);
    assert_eq!((&answer.body["visible"], &answer.body["cut_by_role"]), (&json!(false), &json!(["read", "note"])));
    assert_eq!(actions(&answer), [("change_role".to_owned(), vec!["Acme Owner".to_owned()])]);
}
