//! What each form vendor sends: the documented shapes as fixtures, signed as the vendor signs them, by code of its own.

mod support;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac as _};
use leadroom::api::Request;
use leadroom::capture::{PROVIDERS, Proof};
use leadroom::flow::Incoming;
use leadroom::time::{MINUTE, SECOND};
use serde_json::{Value as Json, json};
use sha2::{Digest as _, Sha256};
use support::{Answer, App, Seeded, User};

/// What every provider has a fixture of.
const KINDS: &[&str] = &["good", "malformed", "non_ascii", "huge_ids", "missing_parts"];
/// What only some have: choices that stand by their ids, and several leads in one delivery.
const SOME: &[(&str, &[&str])] = &[("option", &["typeform", "tally"]), ("several", &["meta_lead_ads", "hubspot"])];
/// Those whose signature has a time, and how far off it may be.
const CLOCKS: &[(&str, i64)] =
    &[("standard_webhooks", 5 * MINUTE), ("hubspot", 5 * MINUTE), ("webflow", 5 * MINUTE), ("calendly", 3 * MINUTE)];

fn providers() -> impl Iterator<Item = &'static str> {
    PROVIDERS.iter().map(|provider| provider.name)
}

fn fixture(provider: &str, file: &str) -> String {
    let path = format!("{}/tests/data/capture/{provider}/{file}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

struct Source {
    provider: String,
    id: String,
    path: String,
    secret: String,
    spec: Json,
    media: String,
}

impl Source {
    fn new(app: &App, who: &User, provider: &str, more: &Json) -> Self {
        let spec: Json = serde_json::from_str(&fixture(provider, "expected.json")).unwrap();
        let mut body = json!({"name": format!("From {provider}"), "provider": provider});
        for (name, value) in more.as_object().into_iter().flatten().chain(spec.as_object().unwrap()) {
            if ["secret", "field_map", "readback", "verify_token", "on_duplicate"].contains(&name.as_str()) {
                body[name] = value.clone();
            }
        }
        let answer = app.post(who, "/v1/sources", body).expect(201);
        let path = answer.str("/capture_url").strip_prefix("https://leads.test").unwrap().to_owned();
        let secret = spec["secret"].as_str().unwrap_or_default().to_owned();
        let media = spec["type"].as_str().unwrap_or("application/json").to_owned();
        Self { provider: provider.to_owned(), id: answer.id(), path, secret, spec, media }
    }

    fn body(&self, file: &str) -> String {
        // The secret as it stands in JSON text.
        fixture(&self.provider, file).replace("\"{secret}\"", &json!(self.secret).to_string())
    }

    fn deliver(&self, app: &App, body: &[u8]) -> Answer {
        self.deliver_as(app, &self.media, body, app.now.get() + 1, &self.secret)
    }

    fn deliver_as(&self, app: &App, media: &str, body: &[u8], time: i64, secret: &str) -> Answer {
        let mut request = App::request(None, "POST", &self.path, None);
        request.headers.push(("content-type".to_owned(), media.to_owned()));
        request.headers.extend(signature(&self.provider, secret, &self.path, body, time));
        request.body = Some(body.to_vec());
        app.send(&request)
    }
}

/// What a vendor puts into the headers, written from its documentation.
fn signature(provider: &str, secret: &str, path: &str, body: &[u8], millis: i64) -> Vec<(String, String)> {
    let key = secret.strip_prefix("whsec_").map_or_else(|| secret.as_bytes().to_vec(), |key| STANDARD.decode(key).unwrap());
    let mac = |parts: &[&[u8]]| {
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(&key).unwrap();
        for part in parts {
            mac.update(part);
        }
        mac.finalize().into_bytes()
    };
    let base64 = |parts: &[&[u8]]| STANDARD.encode(mac(parts));
    let hex = |parts: &[&[u8]]| {
        mac(parts).iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(digit.into(), 16)).collect::<String>()
    };
    let (seconds, millis) = ((millis / 1000).to_string(), millis.to_string());
    let headers: Vec<(&str, String)> = match provider {
        "standard_webhooks" => {
            let id = format!("msg_{:x}", Sha256::digest(body));
            let signed = base64(&[id.as_bytes(), b".", seconds.as_bytes(), b".", body]);
            vec![("webhook-id", id), ("webhook-timestamp", seconds), ("webhook-signature", format!("v1,{signed}"))]
        }
        "typeform" => vec![("typeform-signature", format!("sha256={}", base64(&[body])))],
        "tally" => vec![("tally-signature", base64(&[body]))],
        "meta_lead_ads" => vec![("x-hub-signature-256", format!("sha256={}", hex(&[body])))],
        "hubspot" => {
            let url = format!("https://leads.test{path}");
            let signed = base64(&[b"POST", url.as_bytes(), body, millis.as_bytes()]);
            vec![("x-hubspot-signature-v3", signed), ("x-hubspot-request-timestamp", millis)]
        }
        "webflow" => vec![("x-webflow-signature", hex(&[millis.as_bytes(), b":", body])), ("x-webflow-timestamp", millis)],
        "calendly" => {
            vec![("calendly-webhook-signature", format!("t={seconds},v1={}", hex(&[seconds.as_bytes(), b".", body])))]
        }
        _ => Vec::new(),
    };
    headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn world() -> (App, User) {
    let app = App::default();
    let owner = app.organization("Acme");
    (app, owner)
}

/// The vendor's own API: answers whatever it is asked with the fixture, and remembers how it was asked.
fn vendor(app: &App, provider: &str, readback: &Json) -> Rc<RefCell<Vec<String>>> {
    let asked = Rc::new(RefCell::new(Vec::new()));
    let log = Rc::clone(&asked);
    let answer = readback.as_str().map(|file| fixture(provider, file)).unwrap_or_default();
    *app.server.borrow_mut() = Box::new(move |request| {
        let token = request.headers.iter().find(|(name, _)| *name == "authorization").map_or("", |(_, value)| value);
        log.borrow_mut().push(format!("{} {} {token}", request.method, request.url).trim().to_owned());
        Ok(Incoming { status: 200, headers: Vec::new(), body: answer.clone().into_bytes() })
    });
    asked
}

fn status(answer: &Answer) -> String {
    answer.str("/status")
}

fn delivery(app: &App, who: &User, answer: &Answer) -> Answer {
    app.drain();
    app.get(who, &format!("/v1/deliveries/{}", answer.str("/delivery_id"))).expect(200)
}

fn count(app: &App, table: &str) -> usize {
    app.db.ask(&format!("SELECT count(*) FROM {table}"))[0].parse().unwrap()
}

#[test]
fn what_each_vendor_sends_becomes_what_it_says() {
    for provider in providers() {
        let (app, owner) = world();
        let readback = json!({"readback": {"base_url": "https://vendor.test", "access_token": "t&1"}});
        let source = Source::new(&app, &owner, provider, &readback);
        for case in source.spec["cases"].as_array().unwrap() {
            vendor(&app, provider, case.get("answer").unwrap_or(&source.spec["answer"]));
            let file = case["body"].as_str().unwrap();
            let told = format!("{provider} {file}");
            let media = case["type"].as_str().unwrap_or(&source.media);
            let body = source.body(file);
            let go = || source.deliver_as(&app, media, body.as_bytes(), app.now.get() + 1, &source.secret);
            if case["status"] == "unverified" {
                let before = count(&app, "delivery");
                go().refused(401, "invalid_signature");
                assert_eq!(count(&app, "delivery"), before, "{told}");
                continue;
            }
            if case["status"] == "refused" {
                let refused = go().refused(422, "validation_failed");
                let kept = app.get(&owner, &format!("/v1/deliveries/{}", refused.str("/delivery_id"))).expect(200);
                let body = body.replace(&json!(source.secret).to_string(), "\"[secret]\"");
                assert_eq!((status(&kept), kept.str("/body")), ("failed".to_owned(), body), "{told}");
                continue;
            }
            let first = go().expect(200);
            assert_eq!(first.calls, 2, "{told}");
            let kept = delivery(&app, &owner, &first);
            assert_eq!(json!(status(&kept)), case["status"], "{told}: {}", kept.text);
            assert_eq!(kept.body["code"], case["code"], "{told}");
            assert!(!kept.text.contains(&source.secret) || source.secret.is_empty(), "{told} keeps the secret");
            if let Some(expected) = case["lead"].as_object() {
                let lead = app.get(&owner, &format!("/v1/leads/{}", kept.str("/record_id"))).expect(200);
                for (name, value) in expected {
                    assert_eq!(&lead.body[name], value, "{told}: {name}");
                }
            }
            // The same again is answered 200, kept, and does nothing.
            let before = (count(&app, "record"), count(&app, "event"));
            if ["created", "updated"].contains(&case["status"].as_str().unwrap()) {
                let again = go().expect(200);
                assert_eq!((status(&again), again.calls), ("duplicate".to_owned(), 2), "{told}");
                assert_eq!(delivery(&app, &owner, &again).body["record_id"], kept.body["record_id"], "{told}");
            }
            assert_eq!((count(&app, "record"), count(&app, "event")), before, "{told}");
            app.pass(20 * MINUTE);
        }
    }
}

#[test]
fn every_provider_has_a_fixture_of_everything_that_applies_to_it() {
    let mut missing = Vec::new();
    for provider in providers() {
        let files: Vec<String> = std::fs::read_dir(format!("{}/tests/data/capture/{provider}", env!("CARGO_MANIFEST_DIR")))
            .map(|files| files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect())
            .unwrap_or_default();
        let some = SOME.iter().filter(|(_, who)| who.contains(&provider)).map(|(kind, _)| *kind);
        for kind in KINDS.iter().copied().chain(some) {
            if !files.iter().any(|file| file.split('.').next() == Some(kind)) {
                missing.push(format!("{provider}: {kind}"));
            }
        }
        let spec: Json = serde_json::from_str(&fixture(provider, "expected.json")).unwrap();
        let told: Vec<&str> = spec["cases"].as_array().unwrap().iter().map(|case| case["body"].as_str().unwrap()).collect();
        let apart = |file: &str| file == "expected.json" || file.starts_with("answer") || file.starts_with("several");
        missing.extend(
            files
                .iter()
                .filter(|file| !apart(file) && !told.contains(&file.as_str()))
                .map(|file| format!("{provider}: what becomes of {file}")),
        );
        let clock = CLOCKS.iter().any(|(known, _)| *known == provider);
        let timed =
            PROVIDERS.iter().any(|one| one.name == provider && matches!(one.proof, Proof::Signed(scheme) if scheme.clock.is_some()));
        assert_eq!(clock, timed, "{provider}: whether a stale signature is tried");
    }
    assert_eq!(missing, Vec::<String>::new());
}

/// Without a secret of its own a provider has nothing but the key in the address.
fn signed() -> impl Iterator<Item = &'static str> {
    PROVIDERS.iter().filter(|provider| provider.has_secret()).map(|provider| provider.name)
}

#[test]
fn a_delivery_that_is_not_signed_right_leaves_nothing() {
    for provider in signed() {
        let (app, owner) = world();
        let source = Source::new(&app, &owner, provider, &json!({}));
        let file = source.spec["cases"][0]["body"].as_str().unwrap();
        let body = source.body(file);
        let now = || app.now.get() + 1;
        let forged = body.replace(&json!(source.secret).to_string(), "\"another secret\"");
        if provider == "google_ads" {
            for body in [&forged, "{}", "", "[1]", &body.replace("google_key", "google_kex")] {
                source.deliver(&app, body.as_bytes()).refused(401, "invalid_signature");
            }
        } else {
            source.deliver_as(&app, &source.media, body.as_bytes(), now(), "another secret").refused(401, "invalid_signature");
            source.deliver_as(&app, &source.media, b"{", now(), "another secret").refused(401, "invalid_signature");
            let headers = signature(provider, &source.secret, &source.path, body.as_bytes(), now());
            for broken in 0..headers.len() {
                for value in ["", "x", "é", "sha256=", "t=1,v1=", "v1,AAAA", "00"] {
                    let mut request = App::request(None, "POST", &source.path, None);
                    request.headers.extend(headers.clone());
                    value.clone_into(&mut request.headers[broken].1);
                    request.body = Some(body.clone().into_bytes());
                    app.send(&request).refused(401, "invalid_signature");
                }
            }
            // One byte more.
            let mut request = App::request(None, "POST", &source.path, None);
            request.headers = headers;
            request.body = Some(format!("{body} ").into_bytes());
            app.send(&request).refused(401, "invalid_signature");
        }
        assert_eq!((count(&app, "delivery"), count(&app, "record")), (0, 0), "{provider}");
    }
}

#[test]
fn a_signature_has_its_time() {
    for (provider, window) in CLOCKS {
        let (app, owner) = world();
        let source = Source::new(&app, &owner, provider, &json!({}));
        let body = source.body(source.spec["cases"][0]["body"].as_str().unwrap());
        // On a whole second when the request arrives.
        let at = |offset: i64| {
            app.now.set(app.now.get() / SECOND * SECOND + 2 * MINUTE - 1);
            source.deliver_as(&app, &source.media, body.as_bytes(), app.now.get() + 1 + offset, &source.secret)
        };
        for off in [-window - SECOND, window + SECOND] {
            at(off).refused(401, "stale_timestamp");
        }
        assert_eq!(count(&app, "delivery"), 0);
        for within in [-window, *window] {
            at(within).expect(200);
        }
    }
}

#[test]
fn a_source_without_the_vendors_secret_takes_nothing() {
    for provider in ["meta_lead_ads", "hubspot", "webflow"] {
        let (app, owner) = world();
        let made = app.post(&owner, "/v1/sources", json!({"name": "New", "provider": provider})).expect(201);
        assert_eq!((&made.body["has_secret"], &made.body["secret"]), (&json!(false), &Json::Null), "the vendor gives it out");
        let path = made.str("/capture_url").strip_prefix("https://leads.test").unwrap().to_owned();
        let mut request = App::request(None, "POST", &path, None);
        request.headers = signature(provider, "", &path, b"{}", app.now.get() + 1);
        request.body = Some(b"{}".to_vec());
        app.send(&request).refused(401, "invalid_signature");
    }
    for provider in ["typeform", "tally", "google_ads", "calendly", "standard_webhooks"] {
        let (app, owner) = world();
        let made = app.post(&owner, "/v1/sources", json!({"name": "New", "provider": provider})).expect(201);
        assert!(made.str("/secret").len() >= 40, "{provider} takes ours");
    }
}

#[test]
fn the_address_that_hubspot_signs_is_the_one_that_was_requested() {
    let (app, owner) = world();
    let source = Source::new(&app, &owner, "hubspot", &json!({}));
    let body = source.body("workflow.json");
    let time = app.now.get() + 1;
    let mut request = App::request(None, "POST", &format!("{}?a=%40x%2Cy&b=%20z", source.path), None);
    let signed = format!("{}?a=@x,y&b=%20z", source.path);
    request.headers = signature("hubspot", &source.secret, &signed, body.as_bytes(), time);
    request.body = Some(body.into_bytes());
    assert_eq!(status(&app.send(&request).expect(200)), "created");
}

#[test]
fn several_leads_of_one_delivery_come_each_for_itself() {
    for (provider, asked_for) in [
        (
            "meta_lead_ads",
            vec![
                "GET https://vendor.test/v1/90071992547409931?access_token=t%261",
                "GET https://vendor.test/v1/90071992547409932?access_token=t%261",
                "GET https://vendor.test/v1/90071992547409933?access_token=t%261",
            ],
        ),
        (
            "hubspot",
            vec![
                "GET https://vendor.test/v1/crm/v3/objects/contacts/90071992547409941?properties={} Bearer t&1",
                "GET https://vendor.test/v1/crm/v3/objects/contacts/502?properties={} Bearer t&1",
                "GET https://vendor.test/v1/crm/v3/objects/contacts/504?properties={} Bearer t&1",
            ],
        ),
    ] {
        let (app, owner) = world();
        let readback = json!({"readback": {"base_url": "https://vendor.test/v1/", "access_token": "t&1"}, "on_duplicate": "create"});
        let source = Source::new(&app, &owner, provider, &readback);
        let path = format!("/v1/sources/{}", source.id);
        app.patch(&owner, &path, json!({"field_map": {"favourite_colour": "fields.colour", "a b": "fields.c"}})).expect(200);
        let asked = vendor(&app, provider, &source.spec["answer"]);
        let body = source.body("several.json");
        let answer = source.deliver(&app, body.as_bytes()).expect(200);
        assert_eq!(answer.calls, 2);
        assert_eq!(status(&answer), "queued");
        let all = answer.body["submissions"].as_array().unwrap();
        let statuses: Vec<&str> = all.iter().map(|one| one["status"].as_str().unwrap()).collect();
        let expected = if provider == "hubspot" { vec!["queued"; 3] } else { vec!["queued", "queued", "queued", "duplicate"] };
        assert_eq!(statuses, expected, "{provider}");
        assert!(asked.borrow().is_empty(), "nobody waits for the vendor");
        app.drain();
        let properties = "email,firstname,lastname,phone,mobilephone,company,jobtitle,website,message,favourite_colour";
        let asked_for: Vec<String> = asked_for.into_iter().map(|one| one.replace("{}", properties)).collect();
        assert_eq!(*asked.borrow(), asked_for);
        assert_eq!(count(&app, "record"), 3);
        // Every one of them shows what was delivered, and is read from it again.
        for one in all {
            let kept = app.get(&owner, &format!("/v1/deliveries/{}", one["delivery_id"].as_str().unwrap())).expect(200);
            assert_eq!(kept.str("/body"), body);
        }
        let again = source.deliver(&app, body.as_bytes()).expect(200);
        assert!(again.body["submissions"].as_array().unwrap().iter().all(|one| one["status"] == "duplicate"), "{}", again.text);
        app.drain();
        assert_eq!(count(&app, "record"), 3);
    }
}

#[test]
fn answers_that_the_vendor_keeps_are_asked_for_until_they_come() {
    let (app, owner) = world();
    let readback = json!({"readback": {"base_url": "http://127.0.0.1:9", "access_token": "t"}});
    let source = Source::new(&app, &owner, "meta_lead_ads", &readback);
    let left = Rc::new(Cell::new(3));
    let tries = Rc::clone(&left);
    *app.server.borrow_mut() = Box::new(move |_| {
        tries.set(tries.get() - 1);
        match tries.get() {
            2 => Err("no connection".to_owned()),
            1 => Ok(Incoming { status: 503, headers: Vec::new(), body: Vec::new() }),
            _ => Ok(Incoming { status: 200, headers: Vec::new(), body: fixture("meta_lead_ads", "answer.json").into_bytes() }),
        }
    });
    let answer = source.deliver(&app, source.body("good.json").as_bytes()).expect(200);
    let waiting = delivery(&app, &owner, &answer);
    assert_eq!((status(&waiting), waiting.str("/code")), ("received".to_owned(), "readback_unavailable".to_owned()));
    for expected in ["received", "created"] {
        let (due, job) = app.delayed.borrow_mut().pop().unwrap();
        app.now.set(due);
        app.nudges.borrow_mut().push(job.clone());
        // At least once is twice, now and then.
        app.nudges.borrow_mut().extend((expected == "created").then_some(job));
        assert_eq!(status(&delivery(&app, &owner, &answer)), expected);
    }
    assert_eq!((count(&app, "record"), left.get()), (1, 0));
}

#[test]
fn what_the_vendor_refuses_fails_and_can_be_replayed() {
    let (app, owner) = world();
    let source = Source::new(&app, &owner, "hubspot", &json!({}));
    let answer = source.deliver(&app, source.body("good.json").as_bytes()).expect(200);
    let failed = delivery(&app, &owner, &answer);
    assert_eq!((status(&failed), failed.str("/code")), ("failed".to_owned(), "readback_not_set_up".to_owned()));
    let replay = |status: &str| {
        let path = format!("/v1/deliveries/{}/replay", failed.id());
        let answer = app.send(&App::request(Some(&owner.key), "POST", &path, None)).expect(200);
        assert_eq!(answer.str("/status"), status, "{}", answer.text);
        answer
    };
    app.patch(&owner, &format!("/v1/sources/{}", source.id), json!({"readback": {"access_token": "wrong"}})).expect(200);
    *app.server.borrow_mut() = Box::new(|_| Ok(Incoming { status: 401, headers: Vec::new(), body: Vec::new() }));
    assert_eq!(replay("failed").str("/code"), "readback_refused");
    *app.server.borrow_mut() = Box::new(|_| Ok(Incoming { status: 200, headers: Vec::new(), body: b"<html>".to_vec() }));
    assert_eq!(replay("failed").str("/code"), "readback_unreadable");
    *app.server.borrow_mut() = Box::new(|_| Err("down".to_owned()));
    replay("received");
    // It is asked for again, for a day and some, and then it is dead.
    for _ in 0..20 {
        let Some((due, job)) = app.delayed.borrow_mut().pop() else { break };
        app.now.set(due);
        app.nudges.borrow_mut().push(job);
        app.drain();
    }
    let dead = app.get(&owner, &format!("/v1/deliveries/{}", failed.id())).expect(200);
    assert_eq!((status(&dead), dead.str("/code")), ("failed".to_owned(), "readback_unavailable".to_owned()));
    vendor(&app, "hubspot", &source.spec["answer"]);
    assert!(!replay("created").str("/record_id").is_empty());
    let path = format!("/v1/deliveries/{}/replay", failed.id());
    app.send(&App::request(Some(&owner.key), "POST", &path, None)).refused(409, "not_failed");
}

#[test]
fn a_challenge_is_repeated_to_whoever_knows_the_token() {
    let (app, owner) = world();
    let source = Source::new(&app, &owner, "meta_lead_ads", &json!({"verify_token": "let me in"}));
    let ask = |query: &str| {
        let request = Request { body: None, ..App::request(None, "GET", &format!("{}{query}", source.path), None) };
        support::run(leadroom::api::answer(app.ports(), app.outside(), &leadroom::api::Config::default(), &request, "test"))
    };
    let (reply, _) = ask("?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=let%20me%20in");
    assert_eq!((reply.status, reply.body.as_str()), (200, "1158201444"));
    assert!(reply.headers.contains(&("content-type", "text/plain; charset=utf-8".to_owned())));
    for bad in [
        "",
        "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=x",
        "?hub.mode=subscribe&hub.challenge=1",
        "?hub.challenge=1&hub.verify_token=let%20me%20in",
    ] {
        assert_eq!(ask(bad).0.status, 404, "{bad}");
    }
    // A source without a token repeats nothing.
    let other = Source::new(&app, &owner, "typeform", &json!({}));
    let target = format!("{}?hub.mode=subscribe&hub.challenge=1&hub.verify_token=", other.path);
    app.send(&App::request(None, "GET", &target, None)).refused(404, "not_found");
}

#[test]
fn a_canceled_meeting_stands_on_the_timeline() {
    let (app, owner) = world();
    let source = Source::new(&app, &owner, "calendly", &json!({}));
    let booked = source.deliver(&app, source.body("good.json").as_bytes()).expect(200);
    let lead = delivery(&app, &owner, &booked).str("/record_id");
    let before = app.get(&owner, &format!("/v1/leads/{lead}")).expect(200);
    app.pass(20 * MINUTE);
    let canceled = source.deliver(&app, source.body("canceled.json").as_bytes()).expect(200);
    assert_eq!(delivery(&app, &owner, &canceled).body["record_id"], lead);
    assert_eq!(app.history(&owner, &lead), ["created", "captured", "captured"]);
    let last = app.get(&owner, &format!("/v1/leads/{lead}/timeline?limit=1")).expect(200);
    let answers = &last.body["data"][0]["data"]["answers"];
    assert_eq!((&answers["fields.canceled"], &answers["fields.cancel_reason"]), (&json!(true), &json!("No time")));
    let after = app.get(&owner, &format!("/v1/leads/{lead}")).expect(200);
    assert_eq!(after.body["fields"], before.body["fields"]);
}

#[test]
fn a_test_tells_what_a_body_would_become_and_stores_nothing() {
    for provider in providers() {
        let (app, owner) = world();
        let source = Source::new(&app, &owner, provider, &json!({}));
        for case in source.spec["cases"].as_array().unwrap() {
            let before: Vec<usize> = ["record", "event", "delivery"].iter().map(|table| count(&app, table)).collect();
            let mut request = App::request(Some(&owner.key), "POST", &format!("/v1/sources/{}/test", source.id), None);
            request.headers.push(("content-type".to_owned(), case["type"].as_str().unwrap_or(&source.media).to_owned()));
            request.body = Some(source.body(case["body"].as_str().unwrap()).into_bytes());
            let answer = app.send(&request);
            let told = format!("{provider} {}: {}", case["body"], answer.text);
            if ["refused", "unverified"].iter().any(|status| case["status"] == *status) {
                answer.refused(422, "validation_failed");
            } else if answer.body["status"] != "queued" {
                assert_eq!((answer.status, &answer.body["status"]), (200, &case["status"]), "{told}");
                for (name, value) in case["lead"].as_object().into_iter().flatten() {
                    assert_eq!(&answer.body["lead"][name], value, "{told}");
                }
            }
            let after: Vec<usize> = ["record", "event", "delivery"].iter().map(|table| count(&app, table)).collect();
            assert_eq!(before, after);
        }
    }
}

#[test]
fn a_test_tells_of_the_lead_that_is_there() {
    let (app, owner) = world();
    let source = Source::new(&app, &owner, "contact_form_7", &json!({}));
    let lead = app.post(&owner, "/v1/leads", json!({"email": "ann@example.test"})).expect(201).id();
    let path = format!("/v1/sources/{}/test", source.id);
    let answer = app.post(&owner, &path, json!({"your-email": "ANN@example.test"})).expect(200);
    assert_eq!((status(&answer), answer.str("/record_id")), ("updated".to_owned(), lead));
    let agent = app.person(&owner, "Ann", "agent");
    app.post(&agent, &path, json!({})).refused(403, "forbidden");
}

#[test]
fn a_failed_delivery_becomes_a_lead_once_the_map_is_mended() {
    let (app, owner) = world();
    let source = Source::new(&app, &owner, "gravity_forms", &json!({}));
    let failed = source.deliver(&app, source.body("unmapped.json").as_bytes()).expect(200);
    assert_eq!((status(&failed), failed.str("/code")), ("failed".to_owned(), "no_contact_details".to_owned()));
    let path = format!("/v1/deliveries/{}/replay", failed.str("/delivery_id"));
    let replay = || app.send(&App::request(Some(&owner.key), "POST", &path, None));
    assert_eq!(status(&replay().expect(200)), "failed");
    app.patch(&owner, &format!("/v1/sources/{}", source.id), json!({"field_map": {"44": "name"}})).expect(200);
    let done = replay().expect(200);
    assert_eq!((status(&done), &done.body["code"]), ("created".to_owned(), &Json::Null));
    let lead = app.get(&owner, &format!("/v1/leads/{}", done.str("/record_id"))).expect(200);
    assert_eq!(lead.body["name"], "nobody mapped this");
    replay().refused(409, "not_failed");
    // The vendor's own repetition is still a duplicate.
    assert_eq!(status(&source.deliver(&app, source.body("unmapped.json").as_bytes()).expect(200)), "duplicate");
    let other = app.organization("Other");
    app.send(&App::request(Some(&other.key), "POST", &path, None)).refused(404, "not_found");
}

#[test]
fn raw_bodies_are_kept_for_thirty_days() {
    let (app, owner) = world();
    let source = Source::new(&app, &owner, "gravity_forms", &json!({}));
    let failed = source.deliver(&app, source.body("unmapped.json").as_bytes()).expect(200);
    let path = format!("/v1/deliveries/{}", failed.str("/delivery_id"));
    app.pass(29 * 24 * 60 * MINUTE);
    app.sweep();
    assert!(app.get(&owner, &path).expect(200).str("/body").contains("nobody mapped this"));
    app.pass(2 * 24 * 60 * MINUTE);
    app.sweep();
    assert_eq!(app.get(&owner, &path).expect(200).body["body"], Json::Null);
    app.send(&App::request(Some(&owner.key), "POST", &format!("{path}/replay"), None)).refused(409, "not_failed");
}

#[test]
fn what_a_lost_message_left_behind_the_sweep_takes_up() {
    let (app, owner) = world();
    let source = Source::new(&app, &owner, "contact_form_7", &json!({}));
    app.post(&owner, "/v1/leads", json!({"email": "ann@example.test"})).expect(201);
    let queued = source.deliver(&app, br#"{"your-email":"ann@example.test","more":"x"}"#).expect(200);
    assert_eq!(status(&queued), "queued");
    app.nudges.borrow_mut().clear();
    app.pass(2 * MINUTE);
    app.sweep();
    assert_eq!(status(&delivery(&app, &owner, &queued)), "updated");
}

/// What was typed, to be found again: no two are the same.
struct Marks(Vec<String>);

impl Marks {
    /// What somebody, or some program, types: plain, odd, long, or nothing at all.
    fn one(&mut self, random: &Seeded) -> String {
        let mark = format!("mark{}.", self.0.len());
        let typed = match random.below(12) {
            0 => format!("{mark} Größe 東京 🏔 i\u{307}"),
            1 => format!(" {mark}\r\nnext line\t"),
            2 => format!("{mark}{}", "9".repeat(random.below(400))),
            3 => format!("\"{mark}\" 'x' \\ \\\" {{\"a\": [}} &amp;<b>%41%22+=;?#&a=b"),
            4 => format!("\u{0}{mark}\u{7}\u{85}\u{202e}x"),
            5 => format!("{mark}{}", " långt".repeat(random.below(1500))),
            6 => format!("=HYPERLINK(\"{mark}\"), a@b, --XX, [], fields[x][value]"),
            7 => String::new(),
            8 => " \t\r\n ".to_owned(),
            _ => mark,
        };
        // Nobody types control characters, and nobody misses the spaces around.
        let kept: String = typed.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t')).collect();
        self.0.extend(Some(kept.trim().to_owned()).filter(|kept| !kept.is_empty()));
        typed
    }
}

/// Every text in a value, the names of its members too.
fn texts(value: &Json, all: &mut Vec<String>) {
    match value {
        Json::String(text) => all.push(text.clone()),
        Json::Array(list) => list.iter().for_each(|one| texts(one, all)),
        Json::Object(map) => {
            for (name, one) in map {
                all.push(name.clone());
                texts(one, all);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

/// What questions are called.
const LABELS: &[&str] = &[
    "Your name",
    "E-mail",
    "Phone",
    "company",
    "Message",
    "Größe?",
    "utm_term",
    "x",
    "Job title",
    "website",
    "\"q\" \\ <b>",
    " ",
    "attribution",
    "tags",
    "fields.a.b",
    "form[x]",
];

/// A body of the vendor's shape with answers of every kind that it has.
fn random_body(provider: &str, random: &Seeded, marks: &mut Marks) -> String {
    let mut mark = || marks.one(random);
    let count = 1 + random.below(10);
    let label = || *random.pick(LABELS);
    let rows = |one: &mut dyn FnMut(usize) -> Json| (0..count).map(one).collect::<Vec<Json>>();
    let map = |name: &dyn Fn(usize) -> String, mark: &mut dyn FnMut() -> String| {
        let mut pairs: Vec<(String, Json)> = (0..count).map(|index| (name(index), json!(mark()))).collect();
        pairs.push(("email".to_owned(), json!("ann@example.test")));
        pairs.into_iter().collect::<serde_json::Map<_, _>>()
    };
    match provider {
        "typeform" => {
            let mut answers = rows(&mut |index| {
                let id = format!("f{index}");
                match random.below(6) {
                    0 => json!({"type": "choice", "choice": {"label": mark(), "other": mark()}, "field": {"id": id}}),
                    1 => json!({"type": "choices", "choices": {"labels": [mark(), mark()], "other": mark()}, "field": {"id": id}}),
                    2 => json!({"type": "email", "email": mark(), "field": {"id": id}}),
                    3 => json!({"type": "phone_number", "phone_number": mark(), "field": {"id": id}}),
                    4 => json!({"type": "unheard_of", "unheard": [mark()], "field": {"id": id}}),
                    _ => json!({"type": "text", "text": mark(), "field": {"id": id}}),
                }
            });
            answers.push(json!({"type": "email", "email": "ann@example.test"}));
            let fields = rows(&mut |index| json!({"id": format!("f{index}"), "title": label()}));
            json!({"event_type": "form_response", "form_response": {"definition": {"fields": fields}, "answers": answers, "hidden": {"h": mark()}}}).to_string()
        }
        "tally" => {
            let mut fields = rows(&mut |index| {
                let key = format!("question_{index}.");
                match random.below(5) {
                    0 => {
                        json!({"key": key, "label": label(), "type": "CHECKBOXES", "value": ["a", "c"], "options": [{"id": "a", "text": mark()}, {"id": "c", "text": mark()}]})
                    }
                    1 => {
                        json!({"key": key, "label": label(), "type": "MATRIX", "value": {"r": ["c"], "s": ["d"]}, "rows": [{"id": "r", "text": "same"}, {"id": "s", "text": "same"}], "columns": [{"id": "c", "text": mark()}, {"id": "d", "text": mark()}]})
                    }
                    2 => json!({"key": key, "label": label(), "type": "FILE_UPLOAD", "value": [{"name": mark(), "url": mark()}]}),
                    3 => json!({"key": key, "label": label(), "type": "INPUT_PHONE_NUMBER", "value": mark()}),
                    _ => json!({"key": key, "label": label(), "type": "TEXTAREA", "value": mark()}),
                }
            });
            fields.push(json!({"key": "m", "type": "INPUT_EMAIL", "value": "ann@example.test"}));
            json!({"eventType": "FORM_RESPONSE", "data": {"fields": fields}}).to_string()
        }
        "google_ads" => {
            let names = ["FULL_NAME", "WORK_EMAIL", "PHONE_NUMBER", "CITY", "What else?"];
            let mut columns = rows(&mut |_| json!({"column_id": random.pick(&names), "string_value": mark()}));
            columns.push(json!({"column_id": "EMAIL", "string_value": "ann@example.test"}));
            json!({"google_key": "google key/1\"", "user_column_data": columns}).to_string()
        }
        "webflow" => json!({"payload": {"data": map(&|index| format!("{} {index}", LABELS[index % LABELS.len()]), &mut mark)}}).to_string(),
        "contact_form_7" => Json::Object(map(&|index| format!("your-{}", LABELS[index % LABELS.len()]), &mut mark)).to_string(),
        "gravity_forms" => Json::Object(map(&|index| format!("{index}.{}", index % 3), &mut mark)).to_string(),
        "hubspot" => json!({"properties": map(&|index| format!("p_{index}"), &mut mark)}).to_string(),
        "calendly" => {
            let asked = rows(&mut |_| json!({"question": label(), "answer": mark()}));
            json!({"event": "invitee.created", "payload": {"name": mark(), "email": "ann@example.test", "questions_and_answers": asked}})
                .to_string()
        }
        "elementor" => {
            let mut out = form_urlencoded::Serializer::new("email=ann@example.test".to_owned());
            for index in 0..count {
                if random.chance(50) {
                    out.append_pair(&format!("fields[f{index}][value]"), &mark()).append_pair(&format!("fields[f{index}][title]"), label());
                } else {
                    out.append_pair(label(), &mark());
                }
            }
            out.finish()
        }
        "jotform" => {
            let mut raw = map(&|index| format!("q{index}_{}", ["name", "other", "message3"][index % 3]), &mut mark);
            raw.remove("email");
            raw.insert("q90_email".to_owned(), json!("ann@example.test"));
            raw.insert("q91_name".to_owned(), json!({"first": mark(), "last": mark()}));
            raw.insert("q92_phone".to_owned(), json!({"area": mark(), "phone": mark()}));
            raw.insert("q93_odd".to_owned(), json!({"anything": [mark()]}));
            raw.insert("upload".to_owned(), json!([format!("https://files.test/ {}", mark())]));
            format!("--XX\r\nContent-Disposition: form-data; name=\"rawRequest\"\r\n\r\n{}\r\n--XX--\r\n", Json::Object(raw))
        }
        "form" => {
            let mut out = form_urlencoded::Serializer::new("email=ann@example.test".to_owned());
            for _ in 0..count {
                out.append_pair(label(), &mark());
            }
            out.finish()
        }
        "standard_webhooks" => {
            json!({"type": "x", "data": map(&|index| format!("{} {index}", LABELS[index % LABELS.len()]), &mut mark), "beside": mark()})
                .to_string()
        }
        "meta_lead_ads" => {
            json!({"entry": [{"changes": [{"field": "leadgen", "value": {"leadgen_id": random.next().to_string()}}]}]}).to_string()
        }
        _ => panic!("there are no random bodies of {provider}"),
    }
}

/// What a vendor that keeps the answers is asked for.
fn random_answer(seed: u64, random: &Seeded, marks: &mut Marks) -> String {
    let names = ["full_name", "phone_number", "company_name", "What else?", "email"];
    let mut fields: Vec<Json> = (0..=random.below(8))
        .map(|_| json!({"name": random.pick(&names), "values": (0..=random.below(2)).map(|_| marks.one(random)).collect::<Vec<_>>()}))
        .collect();
    fields.push(json!({"name": "work_email", "values": ["ann@example.test"]}));
    json!({"id": seed, "field_data": fields}).to_string()
}

#[test]
fn whatever_a_visitor_typed_is_on_the_lead_or_in_its_fields() {
    for provider in providers() {
        let (app, owner) = world();
        let source = Source::new(&app, &owner, provider, &json!({"readback": {"access_token": "t"}, "on_duplicate": "create"}));
        for seed in 0..25 {
            // Far enough apart that no two of them are taken for copies.
            app.pass(20 * MINUTE);
            let random = Seeded::new(seed);
            let mut marks = Marks(Vec::new());
            let body = random_body(provider, &random, &mut marks);
            let kept = if provider == "meta_lead_ads" { random_answer(seed, &random, &mut marks) } else { String::new() };
            let told = format!("{provider}, seed {seed}: {body} {kept}");
            *app.server.borrow_mut() =
                Box::new(move |_| Ok(Incoming { status: 200, headers: Vec::new(), body: kept.clone().into_bytes() }));
            let answer = delivery(&app, &owner, &source.deliver(&app, body.as_bytes()).expect(200));
            assert_eq!(status(&answer), "created", "{told}");
            let at = format!("/v1/leads/{}", answer.str("/record_id"));
            let lead = app.get(&owner, &at).expect(200);
            let mut found = Vec::new();
            texts(&lead.body, &mut found);
            // What the lead has no room for is told on its timeline.
            let entries = app.get(&owner, &format!("{at}/timeline")).expect(200).body["data"].clone();
            let captured = entries.as_array().unwrap().iter().find(|entry| entry["type"] == "captured").unwrap().clone();
            let room = lead.body["fields"].to_string().len() + marks.0.iter().map(String::len).max().unwrap_or(0) < 14_000;
            assert!(!room || captured["data"]["answers"] == json!({}), "there was room: {told} became {}", lead.text);
            texts(&captured["data"]["answers"], &mut found);
            for mark in marks.0 {
                assert!(found.iter().any(|text| text.contains(&mark)), "{mark:?} is lost: {told} became {}", lead.text);
            }
        }
    }
}

/// As many of these as fill so many bytes, and how many they are.
fn fill(room: usize, between: &str, each: impl Fn(usize) -> String) -> (String, usize) {
    let mut all = each(0);
    let mut count = 1;
    while all.len() < room {
        all.push_str(between);
        all.push_str(&each(count));
        count += 1;
    }
    (all, count)
}

/// A body of a quarter of a megabyte with as many answers as it can hold, each of them `x`, and how many.
fn crowded(provider: &str) -> (String, usize) {
    const ROOM: usize = 250_000;
    match provider {
        "form" | "elementor" => {
            let (all, count) =
                fill(ROOM, "&", |index| if provider == "form" { format!("q{index}=x") } else { format!("fields[{index}][value]=x") });
            (format!("email=ann%40example.test&{all}"), count)
        }
        "contact_form_7" | "gravity_forms" => {
            let (all, count) = fill(ROOM, ",", |index| format!(r#""q{index}":"x""#));
            (format!(r#"{{"email":"ann@example.test",{all}}}"#), count)
        }
        "tally" => {
            // Boxes of no group, and one group with thousands of options, each of which is chosen several times.
            let (boxes, _) = fill(ROOM / 2, ",", |index| format!(r#"{{"key":"b_{index}","value":true}}"#));
            let (options, many) = fill(ROOM / 4, ",", |index| format!(r#"{{"id":{index},"text":"x"}}"#));
            let (chosen, count) = fill(ROOM / 4, ",", |index| (index % many).to_string());
            let email = r#"{"key":"e","type":"INPUT_EMAIL","value":"ann@example.test"}"#;
            (format!(r#"{{"data":{{"fields":[{email},{boxes},{{"key":"c","value":[{chosen}],"options":[{options}]}}]}}}}"#), count)
        }
        _ => {
            let (answers, count) = fill(ROOM / 2, ",", |index| format!(r#"{{"type":"text","text":"x","field":{{"id":{index}}}}}"#));
            let (questions, _) = fill(ROOM / 2, ",", |index| format!(r#"{{"id":{index},"title":"q"}}"#));
            let email = r#"{"type":"email","email":"ann@example.test"}"#;
            (format!(r#"{{"form_response":{{"definition":{{"fields":[{questions}]}},"answers":[{answers},{email}]}}}}"#), count)
        }
    }
}

/// How often `x` stands somewhere in a value.
fn answered(value: &Json) -> usize {
    match value {
        Json::String(text) => text.split(", ").filter(|one| *one == "x").count(),
        Json::Array(list) => list.iter().map(answered).sum(),
        Json::Object(map) => map.values().map(answered).sum(),
        _ => 0,
    }
}

#[test]
fn a_body_of_tens_of_thousands_of_answers_is_read_whole() {
    for provider in ["form", "elementor", "contact_form_7", "gravity_forms", "tally", "typeform"] {
        let (app, owner) = world();
        let source = Source::new(&app, &owner, provider, &json!({}));
        let (body, count) = crowded(provider);
        assert!(body.len() <= 256 * 1024 && count > 2000, "{provider}: {} bytes, {count} answers", body.len());
        let answer = delivery(&app, &owner, &source.deliver(&app, body.as_bytes()).expect(200));
        assert_eq!(status(&answer), "created", "{provider}");
        let at = format!("/v1/leads/{}", answer.str("/record_id"));
        let lead = app.get(&owner, &at).expect(200);
        let entries = app.get(&owner, &format!("{at}/timeline")).expect(200).body["data"].clone();
        let captured = entries.as_array().unwrap().iter().find(|entry| entry["type"] == "captured").unwrap().clone();
        let found = answered(&lead.body["fields"]) + answered(&captured["data"]["answers"]);
        assert_eq!(found, count, "{provider}");
    }
}
