//! Who asks for too much: whose request counts where, and what whoever has to wait is told.

mod support;

use std::collections::BTreeSet;

use leadroom::api::limits::Quotas;
use leadroom::api::routes::{Caller, ROUTES};
use serde_json::{Value as Json, json};
use support::{Answer, App};

const UNKNOWN: &str = "0193b0c0-0000-7000-8000-00000000ffff";

/// An app where `most` requests pass of everybody at every gate.
fn limited(most: i64) -> App {
    let mut app = App::default();
    app.counted.most.set(Some(most));
    app.config.quotas = Quotas::read("reads=7/60 writes=6/60,sign_in=5/10 capture=4/60");
    app
}

fn from(app: &App, network: &str, key: Option<&str>, method: &str, target: &str, body: Option<&Json>) -> Answer {
    let mut request = App::request(key, method, target, body);
    request.headers.push(("cf-connecting-ip".to_owned(), network.to_owned()));
    app.send(&request)
}

fn path(pattern: &str) -> String {
    let named = pattern.split('/').map(|part| if part.starts_with('{') { UNKNOWN } else { part });
    named.collect::<Vec<_>>().join("/").replacen("/R", "/leads", 1)
}

#[test]
fn every_route_but_health_is_behind_its_gate_and_refusing_there_asks_nothing() {
    let app = limited(0);
    let mut gates = BTreeSet::new();
    for route in ROUTES {
        let body = matches!(route.method, "POST" | "PATCH" | "PUT").then(|| json!({}));
        let answer = app.send(&App::request(Some("lr_x"), route.method, &path(route.path), body.as_ref()));
        if route.path == "/healthz" {
            answer.expect(200);
            continue;
        }
        let answer = answer.refused(429, "too_many_requests");
        assert_eq!(answer.calls, 0, "{} {}", route.method, route.path);
        let (policy, wait) = (answer.header("ratelimit-policy").unwrap(), answer.header("retry-after").unwrap());
        let gate = match (route.caller, route.method) {
            (Caller::Source, _) => (r#""capture";q=4;w=60"#, "60"),
            (Caller::Public, _) => (r#""sign_in";q=5;w=10"#, "10"),
            (_, "GET") => (r#""reads";q=7;w=60"#, "60"),
            _ => (r#""writes";q=6;w=60"#, "60"),
        };
        assert_eq!((policy, wait), gate, "{} {}", route.method, route.path);
        assert_eq!((answer.str("/policy").as_str(), answer.body["retry_after"].to_string().as_str()), gate);
        gates.insert(gate);
    }
    assert_eq!(gates.len(), 4);
    app.send(&App::request(None, "OPTIONS", "/v1/me", None)).expect(204);
    app.send(&App::request(None, "GET", "/v1/nothing", None)).refused(404, "not_found");
}

#[test]
fn each_credential_counts_by_itself_and_whoever_shows_none_by_their_network() {
    let mut app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    app.counted.most.set(Some(1));
    app.config.quotas = limited(1).config.quotas;
    let me = |network: &str, key: Option<&str>| from(&app, network, key, "GET", "/v1/me", None).status;
    // The same person from anywhere, and their network with them.
    assert_eq!([me("192.0.2.1", Some(&owner.key)), me("192.0.2.2", Some(&owner.key))], [200, 429]);
    assert_eq!([me("192.0.2.1", Some(&ann.key)), me("192.0.2.1", Some(&ann.key))], [200, 429]);
    assert_eq!([me("192.0.2.1", None), me("192.0.2.1", Some("nonsense")), me("192.0.2.2", None)], [401, 429, 401]);
    // Of IPv6 one customer has as many addresses as they like.
    assert_eq!([me("2001:db8:1:2::1", None), me("2001:db8:1:2:3:4:5:6", None), me("2001:db8:1:3::1", None)], [401, 429, 401]);
    // A cookie and a token are credentials, too.
    let shown = |name: &str, value: &str| {
        let mut request = App::request(None, "GET", "/v1/me", None);
        request.headers.push((name.to_owned(), value.to_owned()));
        app.send(&request).status
    };
    assert_eq!(
        [shown("cookie", "__Host-leadroom=a"), shown("cookie", "x=y; __Host-leadroom=a"), shown("cookie", "__Host-leadroom=b")],
        [401, 429, 401]
    );
    assert_eq!(
        [shown("cf-access-jwt-assertion", "eyJ.a"), shown("authorization", "bearer eyJ.a"), shown("authorization", "Bearer eyJ.b")],
        [401, 429, 401]
    );
    // Whoever guesses at the set-up token is not somebody else with every guess.
    let setup = |key: &str| from(&app, "192.0.2.9", Some(key), "POST", "/v1/setup", Some(&json!({}))).status;
    assert_eq!([setup("a"), setup("lr_b")], [401, 429]);
    let told = format!("{:?}", app.counted.passed.borrow());
    for secret in [&owner.key, &ann.key, "192.0.2", "2001:db8", "eyJ"] {
        assert!(!told.contains(secret), "nobody is recognised by what is counted");
    }
}

#[test]
fn signing_in_counts_by_address_and_network_and_a_form_by_its_source() {
    let app = limited(1);
    let ask = |network: &str, body: Json| from(&app, network, None, "POST", "/v1/auth/codes", Some(&body)).status;
    assert_eq!([ask("192.0.2.1", json!({"email": "ann@x.test"})), ask("192.0.2.1", json!({"email": " ANN@x.test "}))], [202, 429]);
    assert_eq!([ask("192.0.2.1", json!({"email": "bob@x.test"})), ask("192.0.2.2", json!({"email": "ann@x.test"}))], [202, 202]);
    assert_eq!(from(&app, "192.0.2.2", None, "POST", "/v1/auth/sessions", Some(&json!({"email": "ann@x.test", "code": "1"}))).status, 429);
    // What cannot be read counts for the network.
    assert_eq!(
        [ask("192.0.2.3", json!([])), ask("192.0.2.3", json!({"email": 7})), ask("192.0.2.3", json!({"email": "x".repeat(5000)}))],
        [422, 429, 429]
    );
    let deliver = |key: &str, network: &str| from(&app, network, None, "POST", &format!("/v1/capture/{key}"), Some(&json!({}))).status;
    assert_eq!([deliver("a", "192.0.2.1"), deliver("a", "192.0.2.2"), deliver("b", "192.0.2.1")], [404, 429, 404]);
}

#[test]
fn what_has_no_quota_is_not_limited() {
    for (text, limits) in [
        ("", [200, 422]),
        ("off", [200, 422]),
        ("writes=1/60", [200, 429]),
        ("reads=x/60 writes=5", [200, 422]),
        ("reads=0/60", [429, 422]),
    ] {
        let mut app = App::default();
        let owner = app.organization("Acme");
        app.counted.most.set(Some(0));
        app.config.quotas = Quotas::read(text);
        let statuses = [app.get(&owner, "/v1/me").status, app.post(&owner, "/v1/teams", json!({})).status];
        assert_eq!(statuses, limits, "{text}");
    }
}
