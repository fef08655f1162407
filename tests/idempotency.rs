//! `Idempotency-Key`: whatever is sent again is done once and answered the same, whenever a Worker stops.

mod support;

use leadroom::api::Request;
use leadroom::error::Code;
use serde_json::{Value as Json, json};
use support::{Answer, App, SETUP_TOKEN, User};

/// Longer than a Worker that died keeps others waiting.
const PATIENCE: i64 = 31_000;
const DAY: i64 = 24 * 3600 * 1000;

struct World {
    app: App,
    owner: User,
    ann: User,
    bob: User,
    lead: String,
    pool: String,
    deleted: String,
    request: String,
    source: String,
    delivery: String,
    code: String,
}

fn world() -> World {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let bob = app.person(&owner, "Bob", "agent");
    let lead = app.lead(&ann, "Lead");
    let pool = app.post(&owner, "/v1/leads", json!({"name": "Pool", "owner_id": null})).expect(201).id();
    app.patch(&owner, "/v1/organization", json!({"settings": {"pool": "agents"}})).expect(200);
    let deleted = app.lead(&ann, "Deleted");
    app.delete(&ann, &format!("/v1/leads/{deleted}")).expect(204);
    let request = app.post(&bob, &format!("/v1/leads/{lead}/collaboration_requests"), json!({"level": "viewer"})).expect(201).id();
    let made = app.post(&owner, "/v1/sources", json!({"name": "Form", "provider": "gravity_forms"})).expect(201);
    let (source, url) = (made.id(), made.str("/capture_url"));
    let path = url.strip_prefix("https://leads.test").unwrap();
    let body = json!({"form_id": 1, "id": 2, "1": "Nobody knows what this is"});
    let delivery = app.send(&App::request(None, "POST", path, Some(&body))).expect(200).str("/delivery_id");
    app.patch(&owner, &format!("/v1/sources/{source}"), json!({"field_map": {"1": "name"}})).expect(200);
    app.send(&App::request(None, "POST", "/v1/auth/codes", Some(&json!({"email": "ann@people.test"})))).expect(202);
    app.drain();
    let code = app.letters.borrow().last().unwrap().subject[..6].to_owned();
    World { app, owner, ann, bob, lead, pool, deleted, request, source, delivery, code }
}

/// A request of every kind that there is, by its number; nothing behind the last.
fn one(world: &World, number: usize) -> Option<Request> {
    let World { owner, ann, bob, lead, pool, deleted, request, source, delivery, code, .. } = world;
    let setup = json!({"organization": {"name": "Second"}, "owner": {"name": "Olga", "email": "olga@second.test"}});
    let on = |id: &str, rest: &str| format!("/v1/leads/{id}{rest}");
    let asked = |rest: &str| format!("/v1/collaboration_requests/{request}/{rest}");
    let shares = json!({"with": {"type": "user", "id": bob.id}, "permissions": ["update"]});
    let all = [
        (Some(SETUP_TOKEN), "/v1/setup".to_owned(), setup),
        (None, "/v1/auth/codes".to_owned(), json!({"email": "ann@people.test"})),
        (None, "/v1/auth/sessions".to_owned(), json!({"email": "ann@people.test", "code": code})),
        (Some(&owner.key), "/v1/roles".to_owned(), json!({"name": "reader", "capabilities": [], "record_permissions": ["read"]})),
        (Some(&owner.key), "/v1/users".to_owned(), json!({"name": "New", "email": "new@people.test", "role": "agent"})),
        (Some(&owner.key), format!("/v1/users/{}/api_keys", bob.id), json!({"name": "second"})),
        (Some(&owner.key), "/v1/teams".to_owned(), json!({"name": "North"})),
        (Some(&ann.key), "/v1/leads".to_owned(), json!({"name": "Made", "email": "made@example.com"})),
        (Some(&ann.key), "/v1/deals?on_duplicate=refuse".to_owned(), json!({"name": "Made", "email": "made@example.com"})),
        (Some(&ann.key), on(deleted, "/restore"), json!({})),
        (Some(&ann.key), on(lead, "/assign"), json!({"owner_id": bob.id, "keep_previous_owner": "none"})),
        (Some(&bob.key), on(pool, "/claim"), json!({})),
        (Some(&ann.key), on(lead, "/convert"), json!({"deal": {"name": "Deal"}})),
        (Some(&ann.key), on(lead, "/shares"), shares.clone()),
        (Some(&bob.key), on(pool, "/collaboration_requests"), json!({})),
        (Some(&ann.key), on(lead, "/notes"), json!({"body": "Hello", "mentions": [bob.id]})),
        (Some(&ann.key), on(lead, "/tasks"), json!({"title": "Call", "assignee_id": bob.id, "add_collaborator": true})),
        (Some(&ann.key), on(lead, "/communications"), json!({"channel": "call", "direction": "out", "summary": "Called"})),
        (Some(&ann.key), "/v1/live_tickets".to_owned(), json!({})),
        (Some(&ann.key), "/v1/book_shares".to_owned(), shares),
        (Some(&ann.key), asked("approve"), json!({})),
        (Some(&ann.key), asked("deny"), json!({"note": "No"})),
        (Some(&bob.key), asked("cancel"), json!({})),
        (Some(&owner.key), "/v1/sources".to_owned(), json!({"name": "Hook", "provider": "standard_webhooks"})),
        (Some(&owner.key), format!("/v1/sources/{source}/rotate_key"), json!({})),
        (Some(&owner.key), format!("/v1/deliveries/{delivery}/replay"), json!({})),
    ];
    let (key, target, body) = all.into_iter().nth(number)?;
    Some(App::request(key, "POST", &target, Some(&body)))
}

fn keyed(request: &Request, key: &str) -> Request {
    let mut request = request.clone();
    request.headers.push(("idempotency-key".to_owned(), key.to_owned()));
    request
}

/// Every row of every table but those of this very mechanism, without what is random or of the clock.
fn rows(app: &App) -> Vec<String> {
    let tables = app.db.ask("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'idempotency%' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'record_search%' ORDER BY name");
    tables.iter().flat_map(|table| app.db.ask(&format!("SELECT '{table}', count(*) FROM \"{table}\""))).collect()
}

fn replayed(answer: &Answer) -> bool {
    answer.header("idempotency-replayed") == Some("true")
}

fn told(answer: &Answer) -> (u16, String, Vec<Option<String>>) {
    let headers = ["etag", "location", "set-cookie", "content-type"].map(|name| answer.header(name).map(str::to_owned));
    (answer.status, answer.text.clone(), headers.to_vec())
}

#[test]
fn what_is_sent_again_is_done_once_and_answered_the_same_by_every_route() {
    for number in 0.. {
        let plain = world();
        let Some(request) = one(&plain, number) else { break };
        assert!(plain.app.send(&request).status < 300, "{}", request.path);

        let world = world();
        let request = keyed(&one(&world, number).unwrap(), "the key");
        let first = world.app.send(&request);
        assert!(first.status < 300 && !replayed(&first), "{} {}", request.path, first.text);
        assert_eq!(rows(&world.app), rows(&plain.app), "{}", request.path);
        for _ in 0..2 {
            world.app.pass(1000);
            let again = world.app.send(&request);
            assert_eq!(told(&again), told(&first), "{}", request.path);
            assert!(replayed(&again), "{}", request.path);
            assert_eq!(again.calls, 1, "{}", request.path);
        }
        assert_eq!(rows(&world.app), rows(&plain.app), "{}", request.path);
    }
}

#[test]
fn a_worker_that_dies_at_any_moment_leaves_nothing_doubled_and_no_key_stuck() {
    let mut died = 0;
    for number in 0.. {
        let plain = world();
        let Some(request) = one(&plain, number) else { break };
        plain.app.send(&request);
        for after in 0.. {
            let mut finished = false;
            for loses_answer in [false, true] {
                let world = world();
                let request = keyed(&one(&world, number).unwrap(), "the key");
                world.app.db.loses_answer.set(loses_answer);
                world.app.db.dies_after.set(Some(after));
                world.app.send(&request);
                finished |= world.app.db.dies_after.get() != Some(0);
                world.app.db.dies_after.set(None);
                died += 1;
                let at = format!("{} died after {after} (answer lost: {loses_answer})", request.path);
                let mut answer = world.app.send(&request);
                if answer.status == 409 && answer.body["code"] == "idempotency_key_in_use" {
                    assert_eq!(answer.header("retry-after"), Some("1"));
                    world.app.pass(PATIENCE);
                    answer = world.app.send(&request);
                }
                assert!(answer.status < 300, "{at}: {}", answer.text);
                assert_eq!(rows(&world.app), rows(&plain.app), "{at}");
                let again = world.app.send(&request);
                assert_eq!(told(&again), told(&answer), "{at}");
                assert!(replayed(&again), "{at}");
                assert_eq!(rows(&world.app), rows(&plain.app), "{at}");
            }
            if finished {
                break;
            }
        }
    }
    assert!(died > 200, "{died}");
}

#[test]
fn a_secret_that_was_shown_and_lost_in_a_crash_is_shown_again_and_works() {
    let world = world();
    let request =
        App::request(Some(&world.owner.key), "POST", &format!("/v1/users/{}/api_keys", world.bob.id), Some(&json!({"name": "x"})));
    let request = keyed(&request, "the key");
    // The claim, who calls, and the write; then nothing more.
    world.app.db.dies_after.set(Some(3));
    let lost = world.app.send(&request).expect(201);
    world.app.db.dies_after.set(None);
    let answer = world.app.send(&request).expect(201);
    assert!(replayed(&answer));
    assert_eq!(answer.text, lost.text);
    let bob = User { key: answer.str("/secret"), ..world.bob.clone() };
    assert_eq!(world.app.get(&bob, "/v1/me").expect(200).str("/user/id"), bob.id);
}

#[test]
fn no_secret_stands_in_the_database() {
    let world = world();
    let secret = |number: usize, pointer: &str| {
        let answer = world.app.send(&keyed(&one(&world, number).unwrap(), &format!("key {number}")));
        answer.expect(201).str(pointer)
    };
    let secrets = [secret(0, "/api_key/secret"), secret(5, "/secret"), secret(18, "/ticket")];
    let session = world.app.send(&keyed(&one(&world, 2).unwrap(), "key 2"));
    let cookie = session.header("set-cookie").unwrap().split(['=', ';']).nth(1).unwrap().to_owned();
    let stored = world.app.db.ask("SELECT answer FROM idempotency").join("\n")
        + &world.app.db.ask("SELECT before, reads, nonce FROM idempotency_step").join("\n");
    assert!(world.app.db.ask("SELECT 1 FROM idempotency WHERE answer IS NOT NULL").len() == 4);
    for secret in secrets.iter().chain([&cookie, &"key 0".to_owned(), &world.owner.key]) {
        assert!(!stored.contains(secret), "{secret}");
        let encoded = {
            use base64::Engine as _;
            base64::engine::general_purpose::STANDARD.encode(secret)
        };
        assert!(!stored.contains(encoded.trim_end_matches('=')), "{secret}");
    }
}

#[test]
fn another_request_under_the_same_key_is_refused() {
    let World { app, ann, bob, lead, .. } = world();
    let send =
        |who: &User, target: &str, body: &Json| app.send(&keyed(&App::request(Some(&who.key), "POST", target, Some(body)), "the key"));
    let body = json!({"name": "Made"});
    let first = send(&ann, "/v1/leads", &body).expect(201);
    for (target, body) in
        [("/v1/leads", json!({"name": "Other"})), ("/v1/contacts", body.clone()), ("/v1/leads?on_duplicate=refuse", body.clone())]
    {
        send(&ann, target, &body).refused(422, "idempotency_key_reused");
    }
    send(&ann, &format!("/v1/leads/{lead}/notes"), &json!({"body": "x"})).refused(422, "idempotency_key_reused");
    // The key is the caller's own.
    let theirs = send(&bob, "/v1/leads", &json!({"name": "Bob's"})).expect(201);
    assert!(theirs.id() != first.id() && !replayed(&theirs));
    assert!(replayed(&send(&ann, "/v1/leads", &body).expect(201)));
}

#[test]
fn a_key_is_free_again_after_a_day_also_before_the_sweep() {
    let World { app, ann, .. } = world();
    let request = keyed(&App::request(Some(&ann.key), "POST", "/v1/leads", Some(&json!({"name": "Made"}))), "the key");
    let first = app.send(&request).expect(201);
    app.pass(DAY - 10);
    assert_eq!(app.send(&request).expect(201).id(), first.id());
    app.pass(20);
    assert_ne!(app.send(&request).expect(201).id(), first.id());
    app.pass(DAY + 1);
    app.sweep();
    assert_eq!(app.db.ask("SELECT count(*) FROM idempotency"), ["0"]);
    assert_eq!(app.db.ask("SELECT count(*) FROM idempotency_step"), ["0"]);
}

#[test]
fn what_was_refused_is_not_kept_and_the_key_serves_for_the_request_as_it_should_have_been() {
    let World { app, ann, bob, lead, .. } = world();
    let send =
        |who: &User, target: &str, body: Json| app.send(&keyed(&App::request(Some(&who.key), "POST", target, Some(&body)), "the key"));
    send(&ann, "/v1/leads", json!({"nmae": "x"})).refused(422, "validation_failed");
    send(&ann, "/v1/leads", json!({"name": "x"})).expect(201);
    let claim = format!("/v1/leads/{lead}/claim");
    send(&bob, &claim, json!({})).expect(404);
    app.post(&ann, &format!("/v1/leads/{lead}/shares"), json!({"with": {"type": "everyone"}, "permissions": ["read"]})).expect(201);
    send(&bob, &claim, json!({})).refused(409, "already_owned");
    assert_eq!(app.db.ask("SELECT count(*) FROM idempotency"), ["1"]);
}

#[test]
fn a_malformed_key_is_refused_by_name_and_nobody_leaves_a_key() {
    let World { app, ann, .. } = world();
    let body = json!({"name": "x"});
    let long = "x".repeat(256);
    let before = rows(&app);
    for key in ["", "a\tb", "schlüssel", &long] {
        let answer = app.send(&keyed(&App::request(Some(&ann.key), "POST", "/v1/leads", Some(&body)), key)).refused(400, "invalid_header");
        assert_eq!(answer.body["header"], "Idempotency-Key");
    }
    for key in [None, Some("lr_unknown")] {
        app.send(&keyed(&App::request(key, "POST", "/v1/leads", Some(&body)), "fine")).refused(401, "unauthenticated");
        app.send(&keyed(&App::request(key, "POST", "/v1/leads", Some(&body)), "")).refused(401, "unauthenticated");
    }
    app.send(&keyed(&App::request(Some("wrong"), "POST", "/v1/setup", Some(&json!({}))), "fine")).refused(401, "unauthenticated");
    assert_eq!(app.db.ask("SELECT count(*) FROM idempotency"), ["0"]);
    assert_eq!(rows(&app), before);
    app.send(&keyed(&App::request(Some(&ann.key), "POST", "/v1/leads", Some(&body)), &"x".repeat(255))).expect(201);
    // Where there is nothing to do twice the header means nothing.
    app.send(&keyed(&App::request(Some(&ann.key), "GET", "/v1/me", None), "")).expect(200);
}

#[test]
fn who_was_deactivated_gets_no_first_answer() {
    let World { app, owner, ann, .. } = world();
    let request = keyed(&App::request(Some(&ann.key), "POST", "/v1/leads", Some(&json!({"name": "Made"}))), "the key");
    app.send(&request).expect(201);
    app.patch(&owner, &format!("/v1/users/{}", ann.id), json!({"active": false})).expect(200);
    app.send(&request).refused(401, "user_inactive");
}

#[test]
fn whoever_is_slower_than_the_patience_of_others_is_beaten_and_does_nothing() {
    let world = world();
    let request = keyed(&App::request(Some(&world.ann.key), "POST", "/v1/leads", Some(&json!({"name": "Made"}))), "the key");
    // Somebody else does it between this one's claim and its write.
    *world.app.db.interference.borrow_mut() = Some(
        "INSERT INTO idempotency_step (id, place, seq, at, nonce, before) SELECT id, '', 1, 0, nonce, '[]' FROM idempotency".to_owned(),
    );
    let before = world.app.db.ask("SELECT count(*) FROM record");
    world.app.send(&request).refused(409, Code::IdempotencyKeyInUse.text());
    assert_eq!(world.app.db.ask("SELECT count(*) FROM record"), before);
    // The same in a room.
    let note = App::request(Some(&world.ann.key), "POST", &format!("/v1/leads/{}/notes", world.lead), Some(&json!({"body": "x"})));
    *world.app.db.interference.borrow_mut() = Some(format!(
        "INSERT INTO idempotency_step (id, place, seq, at, nonce, before) SELECT id, '{}', 1, 0, nonce, '[]' FROM idempotency WHERE nonce NOT IN (SELECT nonce FROM idempotency_step)",
        world.lead
    ));
    world.app.send(&keyed(&note, "other key")).refused(409, Code::IdempotencyKeyInUse.text());
    assert_eq!(world.app.db.ask("SELECT count(*) FROM note"), ["0"]);
}

#[test]
fn without_the_header_nothing_costs_more_and_with_it_two_calls() {
    for number in 0.. {
        let plain = world();
        let Some(request) = one(&plain, number) else { break };
        let without = plain.app.send(&request).calls;
        let world = world();
        let with = world.app.send(&keyed(&one(&world, number).unwrap(), "the key")).calls;
        assert_eq!(with, without + 2, "{}", request.path);
    }
}
