//! The database fails: every route says so in the same way, asks to come again where that may help, and tells nothing internal.

mod support;

use leadroom::api::routes::{Caller, ROUTES};
use leadroom::api::{self, Reply};
use leadroom::error::StoreError;
use serde_json::{Value as Json, json};
use support::{App, User, run};

const CAUSE: &str = "D1_ERROR: secret table name";

fn unavailable() -> StoreError {
    StoreError::Unavailable(CAUSE.to_owned())
}

/// Sends a request while the database fails from its `after`th call on.
fn send(app: &App, who: &User, method: &str, target: &str, after: usize, failure: StoreError) -> Reply {
    let body = matches!(method, "POST" | "PATCH" | "PUT").then(|| json!({"name": "x"}));
    let request = App::request(Some(&who.key), method, target, body.as_ref());
    *app.db.broken.borrow_mut() = Some((after, failure));
    let (reply, _) = run(api::answer(app.ports(), app.outside(), &app.config, &request, "test-request"));
    *app.db.broken.borrow_mut() = None;
    reply
}

fn header<'a>(reply: &'a Reply, name: &str) -> Option<&'a str> {
    reply.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
}

fn told(reply: &Reply) -> Json {
    assert_eq!(header(reply, "content-type"), Some("application/problem+json"));
    for internal in [CAUSE, "D1", "secret"] {
        assert!(!reply.body.contains(internal), "{}", reply.body);
    }
    serde_json::from_str(&reply.body).unwrap()
}

#[test]
fn a_database_that_does_not_answer_is_503_on_every_route_with_when_to_come_again() {
    let app = App::default();
    let owner = app.organization("Acme");
    let lead = app.lead(&owner, "Lead");
    for route in ROUTES.iter().filter(|route| route.caller == Caller::Person) {
        let target =
            route.path.split('/').map(|part| if part.starts_with('{') { lead.as_str() } else { part }).collect::<Vec<_>>().join("/");
        let target = target.replacen("/R", "/leads", 1);
        let reply = send(&app, &owner, route.method, &target, 0, unavailable());
        assert_eq!((reply.status, header(&reply, "retry-after")), (503, Some("1")), "{} {target}", route.method);
        assert_eq!((told(&reply)["code"].as_str(), reply.cause.as_deref()), (Some("unavailable"), Some(CAUSE)));
        let reply = send(&app, &owner, route.method, &target, 0, StoreError::Corrupt(CAUSE.to_owned()));
        assert_eq!((reply.status, header(&reply, "retry-after")), (500, None), "{} {target}", route.method);
        assert_eq!((told(&reply)["code"].as_str(), reply.cause.as_deref()), (Some("internal_error"), Some(CAUSE)));
    }
}

#[test]
fn a_write_that_breaks_off_anywhere_is_503_and_nothing_or_all_of_it_is_written() {
    let app = App::default();
    let owner = app.organization("Acme");
    let lead = app.lead(&owner, "Lead");
    let path = format!("/v1/leads/{lead}");
    for after in 0..3 {
        let reply = send(&app, &owner, "PATCH", &path, after, unavailable());
        assert_eq!((reply.status, header(&reply, "retry-after")), (503, Some("1")), "after {after} calls: {}", reply.body);
        told(&reply);
        assert_eq!(app.history(&owner, &lead), ["created"]);
    }
    assert_eq!(send(&app, &owner, "PATCH", &path, 3, unavailable()).status, 200);
    assert_eq!(app.history(&owner, &lead), ["created", "updated"]);
}
