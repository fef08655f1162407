//! Signing in by mail: what asking tells, what a code is worth, and what a session may do from where.

mod support;

use leadroom::api::Request;
use leadroom::job::Job;
use leadroom::time::{DAY, HOUR, MINUTE};
use serde_json::{Value as Json, json};
use support::{Answer, App, User};

const OWNER: &str = "owner@acme.test";

fn ask(app: &App, body: &Json) -> Answer {
    app.send(&App::request(None, "POST", "/v1/auth/codes", Some(body)))
}

/// Has a code mailed to this address, and reads it in the mail.
fn code(app: &App, email: &str) -> String {
    ask(app, &json!({"email": email})).expect(202);
    app.drain();
    let letters = app.letters.borrow();
    let letter = letters.last().expect("a code was mailed");
    assert_eq!(letter.to, email);
    letter.subject.split(' ').next().unwrap().to_owned()
}

fn sign_in(app: &App, body: &Json) -> Answer {
    app.send(&App::request(None, "POST", "/v1/auth/sessions", Some(body)))
}

/// A code that is not this one.
fn other(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

/// The cookie that an answer sets, as a browser sends it.
fn cookie(answer: &Answer) -> String {
    let set = answer.header("set-cookie").unwrap();
    let (pair, attributes) = set.split_once("; ").unwrap();
    for attribute in ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"] {
        assert!(attributes.split("; ").any(|one| one == attribute), "{set}");
    }
    assert!(!attributes.contains("Domain"), "{set}");
    assert!(pair.starts_with("__Host-"), "{set}");
    pair.to_owned()
}

fn session(app: &App, email: &str) -> String {
    let code = code(app, email);
    cookie(&sign_in(app, &json!({"email": email, "code": code})).expect(201))
}

fn with(cookie: &str, method: &str, target: &str, body: Option<&Json>, headers: &[(&str, &str)]) -> Request {
    let mut request = App::request(None, method, target, body);
    request.headers.push(("cookie".to_owned(), format!("theme=dark; {cookie}; x=y")));
    request.headers.extend(headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    request
}

fn me(app: &App, cookie: &str) -> Answer {
    app.send(&with(cookie, "GET", "/v1/me", None, &[]))
}

#[test]
fn a_mailed_code_signs_in_once() {
    let app = App::default();
    let owner = app.organization("Acme");
    let code = code(&app, OWNER);
    assert!(code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()), "{code}");
    // It is written down nowhere but in the mail.
    let stored = app.db.ask("SELECT json_array(id, email, org_id, hash) FROM sign_in_code").join("");
    assert!(!stored.contains(&code), "{stored}");
    let answer = sign_in(&app, &json!({"email": " Owner@ACME.test ", "code": format!(" {code} ")})).expect(201);
    assert_eq!(answer.body["user"]["id"], owner.id);
    assert_eq!(answer.calls, 2);
    let cookie = cookie(&answer);
    let (_, secret) = cookie.split_once('=').unwrap();
    assert!(!app.db.ask("SELECT hash, user_id FROM session").join("").contains(secret));
    let known = me(&app, &cookie).expect(200);
    assert_eq!(known.body, answer.body);
    assert_eq!(known.calls, 1);
    sign_in(&app, &json!({"email": OWNER, "code": code})).refused(401, "invalid_code");
}

#[test]
fn asking_for_a_code_does_not_tell_whether_the_address_is_anybodys() {
    let app = App::default();
    let owner = app.organization("Acme");
    let gone = app.person(&owner, "Gone", "agent");
    app.patch(&owner, &format!("/v1/users/{}", gone.id), json!({"active": false})).expect(200);
    let unknown = "0193b0c0-0000-7000-8000-00000000ffff";
    for body in [
        json!({"email": "nobody@acme.test"}),
        json!({"email": "gone@people.test"}),
        json!({"email": OWNER, "organization_id": unknown}),
        json!({"email": OWNER}),
    ] {
        let answer = ask(&app, &body).expect(202);
        assert_eq!((answer.text.as_str(), answer.calls, app.nudges.borrow().len()), (r#"{"expires_in":600}"#, 1, 1));
        app.drain();
    }
    assert_eq!(app.letters.borrow().len(), 1, "only who is there and active gets mail");
    // Signing in costs and says the same, too.
    let right = sign_in(&app, &json!({"email": OWNER, "code": "x"})).refused(401, "invalid_code");
    let wrong = sign_in(&app, &json!({"email": "nobody@acme.test", "code": "x"})).refused(401, "invalid_code");
    assert_eq!((right.text, right.calls), (wrong.text, wrong.calls));
    for body in [json!({}), json!({"email": "x"}), json!({"email": OWNER, "organization_id": 7}), json!({"email": OWNER, "more": 1})] {
        ask(&app, &body).refused(422, "validation_failed");
    }
}

#[test]
fn five_wrong_tries_end_a_code() {
    let app = App::default();
    app.organization("Acme");
    for wrong in [4, 5] {
        let code = code(&app, OWNER);
        for _ in 0..wrong {
            sign_in(&app, &json!({"email": OWNER, "code": other(&code)})).refused(401, "invalid_code");
        }
        let answer = sign_in(&app, &json!({"email": OWNER, "code": code}));
        assert_eq!(answer.status, if wrong < 5 { 201 } else { 401 }, "after {wrong} wrong tries");
    }
}

#[test]
fn a_code_lives_ten_minutes() {
    let app = App::default();
    app.organization("Acme");
    let first = code(&app, OWNER);
    app.pass(10 * MINUTE);
    sign_in(&app, &json!({"email": OWNER, "code": first})).refused(401, "invalid_code");
    let second = code(&app, OWNER);
    app.pass(10 * MINUTE - 10);
    sign_in(&app, &json!({"email": OWNER, "code": second})).expect(201);
}

#[test]
fn an_address_gets_no_more_than_ten_codes_in_ten_minutes() {
    let app = App::default();
    app.organization("Acme");
    for _ in 0..30 {
        ask(&app, &json!({"email": OWNER})).expect(202);
    }
    app.drain();
    assert_eq!(app.letters.borrow().len(), 10);
    app.pass(10 * MINUTE);
    code(&app, OWNER);
}

#[test]
fn a_message_that_comes_twice_or_is_lost_mails_one_code() {
    let app = App::default();
    app.organization("Acme");
    ask(&app, &json!({"email": OWNER})).expect(202);
    let doubled = app.nudges.borrow().clone();
    app.drain();
    app.nudges.borrow_mut().extend(doubled);
    app.drain();
    assert_eq!(app.letters.borrow().len(), 1);

    ask(&app, &json!({"email": OWNER})).expect(202);
    app.nudges.take();
    app.pass(2 * MINUTE);
    app.sweep();
    assert!(app.nudges.borrow().iter().any(|job| matches!(job, Job::SignInCode { .. })));
    app.drain();
    assert_eq!(app.letters.borrow().len(), 2);
    app.pass(2 * DAY);
    app.sweep();
    assert_eq!(app.db.ask("SELECT count(*) FROM sign_in_code"), ["0"]);
}

#[test]
fn one_address_in_two_organizations_chooses_after_the_right_code_only() {
    let app = App::default();
    let (acme, other_org) = (app.organization("Acme"), app.organization("Bolt"));
    for owner in [&acme, &other_org] {
        app.post(owner, "/v1/users", json!({"name": "Both", "email": "both@x.test", "role": "agent"})).expect(201);
    }
    let code = code(&app, "both@x.test");
    let wrong = sign_in(&app, &json!({"email": "both@x.test", "code": other(&code)})).refused(401, "invalid_code");
    assert!(!wrong.text.contains("Acme"));
    for _ in 0..6 {
        let choose = sign_in(&app, &json!({"email": "both@x.test", "code": code})).refused(409, "choose_organization");
        let names: Vec<&str> = choose.body["organizations"].as_array().unwrap().iter().map(|org| org["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["Acme", "Bolt"]);
    }
    let org = app.get(&other_org, "/v1/organization").expect(200).id();
    sign_in(&app, &json!({"email": "both@x.test", "code": code, "organization_id": app.get(&acme, "/v1/me").body["user"]["id"]}))
        .refused(401, "invalid_code");
    let answer = sign_in(&app, &json!({"email": "both@x.test", "code": code, "organization_id": org})).expect(201);
    assert_eq!(answer.body["organization"]["name"], "Bolt");

    // Asked for one organisation, it signs in to that one.
    ask(&app, &json!({"email": "both@x.test", "organization_id": org})).expect(202);
    app.drain();
    let code = app.letters.borrow().last().unwrap().subject[..6].to_owned();
    assert_eq!(sign_in(&app, &json!({"email": "both@x.test", "code": code})).expect(201).body["organization"]["name"], "Bolt");
}

#[test]
fn a_session_ends_by_signing_out_by_idling_by_age_and_with_the_person() {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let mail = "ann@people.test";

    let cookie = session(&app, mail);
    let out = app.send(&with(&cookie, "DELETE", "/v1/auth/sessions/current", None, &[])).expect(204);
    assert!(out.header("set-cookie").unwrap().contains("Max-Age=0"));
    me(&app, &cookie).refused(401, "unauthenticated");
    app.delete(&ann, "/v1/auth/sessions/current").refused(404, "not_found");

    let cookie = session(&app, mail);
    app.pass(7 * DAY + HOUR);
    me(&app, &cookie).refused(401, "unauthenticated");

    let cookie = session(&app, mail);
    for _ in 0..5 {
        app.pass(6 * DAY - HOUR);
        me(&app, &cookie).expect(200);
    }
    app.pass(DAY);
    me(&app, &cookie).refused(401, "unauthenticated");

    let cookie = session(&app, mail);
    let late = code(&app, mail);
    app.patch(&owner, &format!("/v1/users/{}", ann.id), json!({"active": false})).expect(200);
    me(&app, &cookie).refused(401, "user_inactive");
    sign_in(&app, &json!({"email": mail, "code": late})).refused(401, "user_inactive");
    app.pass(31 * DAY);
    app.sweep();
    assert_eq!(app.db.ask("SELECT count(*) FROM session"), ["0"]);
}

#[test]
fn a_session_writes_from_its_own_origin_only() {
    let app = App::default();
    app.organization("Acme");
    let cookie = session(&app, OWNER);
    let evil: &[(&str, &str)] = &[("origin", "https://evil.test")];
    let body = json!({"name": "Team"});
    let refused: &[&[(&str, &str)]] = &[
        evil,
        &[("origin", "null")],
        &[("origin", "http://leads.test")],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site"), ("origin", "https://leads.test")],
    ];
    for headers in refused {
        for (method, target) in [("POST", "/v1/teams"), ("PATCH", "/v1/organization"), ("DELETE", "/v1/auth/sessions/current")] {
            app.send(&with(&cookie, method, target, Some(&body), headers)).refused(403, "cross_origin");
        }
        // A live connection shows as much as it can be made to do.
        let upgrade = [headers, &[("upgrade", "websocket")][..]].concat();
        app.send(&with(&cookie, "GET", "/v1/me", None, &upgrade)).refused(403, "cross_origin");
        app.send(&with(&cookie, "GET", "/v1/me", None, headers)).expect(200);
        // Nobody learns that much.
        app.send(&with("__Host-leadroom=nonsense", "POST", "/v1/teams", Some(&body), headers)).refused(401, "unauthenticated");
    }
    assert_eq!(app.db.ask("SELECT count(*) FROM team"), ["0"]);
    let own: &[&[(&str, &str)]] = &[&[("origin", "https://leads.test"), ("sec-fetch-site", "same-origin")], &[]];
    for (index, headers) in own.iter().enumerate() {
        app.send(&with(&cookie, "POST", "/v1/teams", Some(&json!({"name": index.to_string()})), headers)).expect(201);
    }
    // Signing somebody in to an account of one's own choosing is a write, too.
    let code = code(&app, OWNER);
    let mut request = App::request(None, "POST", "/v1/auth/sessions", Some(&json!({"email": OWNER, "code": code})));
    request.headers.push(("origin".to_owned(), "https://evil.test".to_owned()));
    app.send(&request).refused(403, "cross_origin");
}

#[test]
fn over_plain_http_the_cookie_has_no_prefix_that_browsers_would_refuse_there() {
    let app = App::default();
    app.organization("Acme");
    let code = code(&app, OWNER);
    let mut request = App::request(None, "POST", "/v1/auth/sessions", Some(&json!({"email": OWNER, "code": code})));
    request.origin = "http://localhost:8787".to_owned();
    let set = app.send(&request).expect(201).header("set-cookie").unwrap().to_owned();
    assert!(set.starts_with("leadroom=") && set.contains("; Secure"), "{set}");
    let pair = set.split(';').next().unwrap();
    let mut request = with(pair, "GET", "/v1/me", None, &[]);
    // A cookie without the prefix may have been set by a neighbour: over https it counts for nothing.
    app.send(&request).refused(401, "unauthenticated");
    request.origin = "http://localhost:8787".to_owned();
    app.send(&request).expect(200);
}

#[test]
fn that_a_credential_is_in_use_is_written_once_an_hour() {
    let app = App::default();
    let owner = app.organization("Acme");
    let used =
        |owner: &User| app.get(owner, &format!("/v1/users/{}/api_keys", owner.id)).expect(200).body["data"][0]["last_used_at"].clone();
    assert_eq!(used(&owner), Json::Null);
    let first = used(&owner);
    assert!(first.is_string());
    app.pass(HOUR / 2);
    assert_eq!(used(&owner), first);
    app.pass(HOUR / 2);
    used(&owner);
    assert_ne!(used(&owner), first);
}
