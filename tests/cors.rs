//! Browser apps on other origins: which may read answers, and what a pre-flight says.

mod support;

use leadroom::api::Request;
use leadroom::api::routes::{Caller, ROUTES};
use serde_json::json;
use support::{Answer, App, User};

const UNKNOWN: &str = "0193b0c0-0000-7000-8000-00000000ffff";
const APP: &str = "https://app.acme.test";

fn from(origin: &str, mut request: Request) -> Request {
    request.headers.push(("origin".to_owned(), origin.to_owned()));
    request
}

fn may_read(answer: &Answer) -> bool {
    assert!(answer.header("vary").is_some_and(|vary| vary.contains("origin")), "{:?}", answer.headers);
    let allowed = answer.header("access-control-allow-origin");
    assert_eq!(allowed.is_some(), answer.header("access-control-allow-credentials").is_some());
    assert_eq!(allowed.is_some(), answer.header("access-control-expose-headers").is_some_and(|names| names.contains("etag")));
    allowed.is_some()
}

fn acme(app: &App) -> User {
    let owner = app.organization("Acme");
    app.patch(&owner, "/v1/organization", json!({"settings": {"allowed_origins": [APP, "http://localhost:5173"]}})).expect(200);
    owner
}

fn path(pattern: &str) -> String {
    pattern
        .split('/')
        .map(|part| if part.starts_with('{') { UNKNOWN } else { part })
        .collect::<Vec<_>>()
        .join("/")
        .replacen("/R", "/deals", 1)
}

#[test]
fn every_route_names_the_callers_origin_only_where_the_callers_organization_lists_it() {
    let app = App::default();
    let (owner, other) = (acme(&app), app.organization("Other"));
    for route in ROUTES.iter().filter(|route| route.caller == Caller::Person) {
        let body = matches!(route.method, "POST" | "PATCH" | "PUT").then(|| json!({}));
        let send =
            |key: &str, origin: &str| app.send(&from(origin, App::request(Some(key), route.method, &path(route.path), body.as_ref())));
        let listed = send(&owner.key, APP);
        assert!(may_read(&listed), "{} {}: {} {}", route.method, route.path, listed.status, listed.text);
        assert_eq!(listed.header("access-control-allow-origin"), Some(APP));
        for origin in ["https://evil.test", "null", "https://app.acme.test.evil.test", "HTTPS://APP.ACME.TEST", ""] {
            assert!(!may_read(&send(&owner.key, origin)), "{} {} from {origin:?}", route.method, route.path);
        }
        assert!(!may_read(&send(&other.key, APP)), "{} {} of an organisation that lists nothing", route.method, route.path);
    }
}

#[test]
fn a_refusal_before_anybody_is_known_can_be_read_from_origins_that_some_organization_lists() {
    let app = App::default();
    let nobody = |origin: &str| app.send(&from(origin, App::request(None, "GET", "/v1/me", None))).refused(401, "unauthenticated");
    let owner = acme(&app);
    app.get(&owner, "/v1/me").expect(200);
    assert!(may_read(&nobody(APP)));
    assert!(!may_read(&nobody("https://evil.test")));
    app.patch(&owner, "/v1/organization", json!({"settings": {"allowed_origins": null}})).expect(200);
    app.get(&owner, "/v1/me").expect(200);
    assert!(!may_read(&nobody(APP)), "what is no longer listed is forgotten");
}

#[test]
fn a_preflight_is_answered_for_every_origin_without_asking_the_database() {
    let app = App::default();
    let owner = acme(&app);
    app.get(&owner, "/v1/me").expect(200);
    for route in ROUTES {
        for origin in [APP, "https://anybody.test"] {
            let mut request = from(origin, App::request(None, "OPTIONS", &path(route.path), None));
            request.headers.push(("access-control-request-method".to_owned(), route.method.to_owned()));
            let answer = app.send(&request).expect(204);
            assert_eq!(answer.calls, 0);
            let names = answer.headers.iter().filter(|(name, _)| *name == "access-control-allow-origin");
            assert_eq!(names.count(), 1);
            assert_eq!(answer.header("access-control-allow-origin"), Some(origin));
            assert!(
                answer.header("access-control-allow-methods").unwrap().split(", ").any(|method| method == route.method),
                "{}",
                route.path
            );
            assert_eq!(answer.header("access-control-max-age"), Some("7200"));
            let headers = answer.header("access-control-allow-headers").unwrap();
            assert!(headers.contains("content-type"));
            assert_eq!(headers.contains("authorization"), route.caller != Caller::Source, "{}", route.path);
            // Only an origin that is remembered as listed is promised that credentials may be sent along.
            assert_eq!(answer.header("access-control-allow-credentials").is_some(), origin == APP, "{}", route.path);
        }
    }
    let nowhere = app.send(&from(APP, App::request(None, "OPTIONS", "/v1/nothing", None))).refused(404, "not_found");
    assert_eq!(nowhere.calls, 0);
    assert_eq!(app.send(&App::request(None, "OPTIONS", "/v1/me", None)).expect(204).header("allow"), Some("GET, HEAD"));
}

#[test]
fn a_form_on_a_listed_page_reads_what_became_of_its_delivery() {
    let app = App::default();
    let owner = app.organization("Acme");
    let source = json!({"name": "Web", "provider": "form", "allowed_origins": [APP]});
    let address = app.post(&owner, "/v1/sources", source).expect(201).str("/capture_url");
    let target = address.strip_prefix("https://leads.test").unwrap().to_owned();
    let deliver = |origin: &str, body: serde_json::Value| app.send(&from(origin, App::request(None, "POST", &target, Some(&body))));
    assert!(may_read(&deliver(APP, json!({"email": "a@b.test"})).expect(200)));
    assert!(may_read(&deliver(APP, json!([1])).refused(422, "validation_failed")));
    assert!(!may_read(&deliver("https://evil.test", json!({"email": "b@b.test"})).expect(200)));
}
