//! Every route: reachable, and refused to whoever may not call it. A new route is tried without a line here.

mod support;

use leadroom::api::Request;
use leadroom::api::routes::{Caller, ROUTES};
use serde_json::json;
use support::{App, User};

const UNKNOWN: &str = "0193b0c0-0000-7000-8000-00000000ffff";

/// The concrete paths of a route, ids filled with `id`.
fn paths(path: &str, id: &str) -> Vec<String> {
    let filled: String = path.split('/').map(|part| if part.starts_with('{') { id } else { part }).collect::<Vec<_>>().join("/");
    if filled.contains("/R") {
        ["leads", "contacts", "deals"].iter().map(|kind| filled.replacen("/R", &format!("/{kind}"), 1)).collect()
    } else {
        vec![filled]
    }
}

fn people() -> impl Iterator<Item = &'static leadroom::api::routes::Route> {
    ROUTES.iter().filter(|route| route.caller == Caller::Person)
}

fn send(app: &App, key: Option<&str>, method: &str, path: &str) -> support::Answer {
    let body = matches!(method, "POST" | "PATCH" | "PUT").then(|| json!({}));
    let request: Request = App::request(key, method, path, body.as_ref());
    app.send(&request)
}

#[test]
fn every_route_is_refused_without_identity() {
    let app = App::default();
    app.organization("Acme");
    for route in people() {
        for path in paths(route.path, UNKNOWN) {
            let answer = send(&app, None, route.method, &path).refused(401, "unauthenticated");
            assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
            assert_eq!(answer.calls, 0, "{path}: nobody costs a database call");
            for key in ["lr_unknown", "lr_", "x", ""] {
                send(&app, Some(key), route.method, &path).refused(401, "unauthenticated");
            }
        }
    }
}

#[test]
fn every_route_that_writes_refuses_a_body_that_is_too_large_also_where_it_reads_none() {
    let app = App::default();
    let owner = app.organization("Acme");
    for route in ROUTES.iter().filter(|route| route.method != "GET") {
        for path in paths(route.path, UNKNOWN) {
            let key = if route.caller == Caller::Installer { support::SETUP_TOKEN } else { &owner.key };
            let request = Request { body: None, ..App::request(Some(key), route.method, &path, None) };
            app.send(&request).refused(413, "content_too_large");
        }
    }
}

#[test]
fn every_route_is_refused_to_an_inactive_person_at_once() {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let lead = app.lead(&ann, "Lead");
    app.patch(&owner, &format!("/v1/users/{}", ann.id), json!({"active": false})).expect(200);
    for route in people() {
        for path in paths(route.path, &lead).into_iter().chain(paths(route.path, "not-an-id")) {
            send(&app, Some(&ann.key), route.method, &path).refused(401, "user_inactive");
        }
    }
}

#[test]
fn every_route_with_an_id_tells_nothing_of_another_organisation() {
    let app = App::default();
    let acme = app.organization("Acme");
    let team = app.team(&acme, "North", &[]);
    let lead = app.lead(&acme, "Lead");
    let ann = app.person(&acme, "Ann", "agent");
    let share = app
        .post(&acme, &format!("/v1/leads/{lead}/shares"), json!({"with": {"type": "everyone"}, "permissions": ["read"]}))
        .expect(201)
        .id();
    let request = app.post(&ann, &format!("/v1/leads/{lead}/collaboration_requests"), json!({})).expect(201).id();
    let keys = app.get(&acme, &format!("/v1/users/{}/api_keys", ann.id)).expect(200).ids();
    let works = [("notes", json!({"body": "x"})), ("tasks", json!({"title": "x"}))]
        .map(|(noun, body)| app.post(&acme, &format!("/v1/leads/{lead}/{noun}"), body).expect(201).id());
    let body = json!({"select": {"ids": [lead]}, "action": {"type": "assign", "owner_id": ann.id}});
    let job = app.post(&acme, "/v1/leads/bulk", body).expect(202).id();
    let stranger: User = app.organization("Other");
    let before = counts(&app);
    let bodies = |path: &str| match path.rsplit('/').next().unwrap() {
        "assign" => json!({"owner_id": null}),
        "deny" => json!({"note": "no"}),
        "shares" => json!({"with": {"type": "everyone"}, "permissions": ["read"]}),
        "api_keys" => json!({"name": "theirs"}),
        "notes" => json!({"body": "theirs"}),
        "tasks" => json!({"title": "theirs"}),
        "communications" => json!({"channel": "call", "direction": "in", "summary": "theirs"}),
        _ => json!({}),
    };
    let mut tried = 0;
    for route in people().filter(|route| route.path.contains('{')) {
        for id in [&lead, &team, &ann.id, &share, &request, &keys[0], &works[0], &works[1], &job] {
            for path in paths(route.path, id) {
                let body = matches!(route.method, "POST" | "PATCH" | "PUT").then(|| bodies(&path));
                let theirs = app.send(&App::request(Some(&stranger.key), route.method, &path, body.as_ref()));
                let nobodys = app.send(&App::request(Some(&stranger.key), route.method, &path.replace(id, UNKNOWN), body.as_ref()));
                assert_eq!(theirs.status, 404, "{} {path}: {}", route.method, theirs.text);
                assert_eq!(theirs.text, nobodys.text, "{} {path}", route.method);
                tried += 1;
            }
        }
    }
    assert!(tried > 200);
    assert_eq!(counts(&app), before, "somebody of another organisation wrote something");
}

fn counts(app: &App) -> Vec<String> {
    ["record", "event", "access", "request", "api_key", "team", "team_member", "user", "note", "task", "communication", "job", "job_item"]
        .iter()
        .flat_map(|table| app.db.ask(&format!("SELECT '{table}', count(*) FROM {table}")))
        .collect()
}

#[test]
fn every_path_names_its_methods() {
    let app = App::default();
    let owner = app.organization("Acme");
    for route in ROUTES {
        for path in paths(route.path, UNKNOWN) {
            let answer = send(&app, Some(&owner.key), "TRACE", &path).refused(405, "method_not_allowed");
            let allow = answer.header("allow").unwrap().to_owned();
            assert!(allow.split(", ").any(|method| method == route.method), "{path}: {allow}");
        }
    }
    send(&app, Some(&owner.key), "GET", "/v1/nothing").refused(404, "not_found");
    send(&app, None, "GET", "/healthz").expect(200);
}

#[test]
fn set_up_is_not_there_without_its_token_and_refuses_a_wrong_one() {
    let app = App::default();
    let body = json!({"organization": {"name": "A"}, "owner": {"name": "O", "email": "o@a.test"}});
    app.send(&App::request(Some("wrong"), "POST", "/v1/setup", Some(&body))).refused(401, "unauthenticated");
    app.send(&App::request(None, "POST", "/v1/setup", Some(&body))).refused(401, "unauthenticated");
    let wrong =
        app.send(&App::request(Some(support::SETUP_TOKEN), "POST", "/v1/setup", Some(&json!({"owner": {"email": "x", "shoe": 1}}))));
    let fields: Vec<String> = wrong.refused(422, "validation_failed").body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(fields, ["organization", "owner.name", "owner.email", "owner.shoe"]);
}
