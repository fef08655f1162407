//! Tokens of identity providers: whose they are, what makes one worth nothing, and how often a provider is asked for its keys.

mod support;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use leadroom::api::Request;
use leadroom::flow::{Fetch as _, Incoming};
use leadroom::time::{HOUR, MINUTE, SECOND};
use serde_json::{Value as Json, json};
use support::guard::Signer;
use support::{Answer, App, User, run};

const ISSUER: &str = "https://login.acme.test/";
const AUDIENCE: &str = "leadroom";
const URL: &str = "https://login.acme.test/keys";

/// An organisation with an identity provider, and Ann, who works there.
struct Scene {
    app: App,
    owner: User,
    ann: User,
    rsa: Signer,
    ec: Signer,
    /// What the provider answers; nothing when it is down.
    keys: Rc<RefCell<Option<Json>>>,
    /// How often it was asked.
    asked: Rc<Cell<usize>>,
}

fn provider() -> Json {
    json!({"issuer": ISSUER, "audience": AUDIENCE, "jwks_url": URL})
}

fn scene() -> Scene {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    app.patch(&owner, "/v1/organization", json!({"settings": {"jwt": provider()}})).expect(200);
    let (rsa, ec) = (Signer::rsa(), Signer::ec());
    let keys = Rc::new(RefCell::new(Some(json!({"keys": [rsa.jwk("r"), ec.jwk("e")]}))));
    let asked = Rc::new(Cell::new(0));
    let (served, count) = (Rc::clone(&keys), Rc::clone(&asked));
    *app.server.borrow_mut() = Box::new(move |request| {
        assert_eq!((request.method, request.url.as_str()), ("GET", URL));
        count.set(count.get() + 1);
        match &*served.borrow() {
            Some(keys) => Ok(Incoming { status: 200, headers: vec![], body: keys.to_string().into_bytes() }),
            None => Err("no connection".to_owned()),
        }
    });
    Scene { app, owner, ann, rsa, ec, keys, asked }
}

impl Scene {
    /// The seconds of now.
    fn now(&self) -> i64 {
        self.app.now.get() / SECOND
    }

    /// Ann's claims, with `more` over them; null takes one away.
    fn claims(&self, more: &Json) -> Json {
        let mut claims = json!({"iss": ISSUER, "aud": AUDIENCE, "email": "ann@people.test", "exp": self.now() + 3600, "sub": "42"});
        for (name, value) in more.as_object().unwrap() {
            claims[name] = value.clone();
            if value.is_null() {
                claims.as_object_mut().unwrap().remove(name);
            }
        }
        claims
    }

    fn token(&self, more: &Json) -> String {
        self.rsa.token("r", &self.claims(more))
    }

    fn call(&self, token: &str) -> Answer {
        self.app.send(&App::request(Some(token), "GET", "/v1/me", None))
    }

    fn is_ann(&self, token: &str) -> Answer {
        let answer = self.call(token).expect(200);
        assert_eq!(answer.str("/user/id"), self.ann.id);
        answer
    }

    fn refused(&self, token: &str, why: &str) {
        let answer = self.call(token).refused(401, "unauthenticated");
        assert!(answer.str("/detail").contains(why), "{why}: {}", answer.text);
        assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
    }

    fn settings(&self, jwt: &Json) -> Answer {
        self.app.patch(&self.owner, "/v1/organization", json!({"settings": {"jwt": jwt}}))
    }
}

fn access(token: &str, method: &str, target: &str, body: Option<&Json>) -> Request {
    let mut request = App::request(None, method, target, body);
    request.headers.push(("cf-access-jwt-assertion".to_owned(), token.to_owned()));
    request
}

#[test]
fn a_token_of_the_organizations_provider_acts_as_the_person_with_its_email() {
    let s = scene();
    let made = |alg: &str| if alg == "RS256" { s.token(&json!({})) } else { s.ec.token("e", &s.claims(&json!({}))) };
    for alg in ["RS256", "ES256"] {
        s.is_ann(&made(alg));
        let answer = s.app.send(&access(&made(alg), "GET", "/v1/me", None)).expect(200);
        assert_eq!((answer.str("/user/id"), answer.calls), (s.ann.id.clone(), 1), "a read is one call");
    }
    assert_eq!(s.asked.get(), 1, "the keys were asked for once");
    for fine in [
        json!({"aud": ["other", AUDIENCE]}),
        json!({"email": "ANN@People.test", "email_verified": true}),
        serde_json::from_str(&format!(r#"{{"exp": {}.5, "nbf": {}.5e0, "iat": 0}}"#, s.now() + 60, s.now() - 1)).unwrap(),
    ] {
        s.is_ann(&s.token(&fine));
    }
    let lead = s.app.send(&App::request(Some(&s.token(&json!({}))), "POST", "/v1/leads", Some(&json!({"name": "By token"})))).expect(201);
    assert_eq!((lead.body["owner"]["id"].as_str(), lead.calls), (Some(s.ann.id.as_str()), 2));
}

#[test]
fn whatever_is_wrong_with_a_token_it_is_worth_nothing() {
    let s = scene();
    s.is_ann(&s.token(&json!({})));
    let now = s.now();
    for (more, why) in [
        (json!({"exp": now - 61}), "has ended"),
        (json!({"exp": -1e300}), "has ended"),
        (json!({"exp": null}), "no `exp`"),
        (json!({"exp": (now + 60).to_string()}), "no `exp`"),
        (json!({"nbf": now + 70}), "not valid yet"),
        (json!({"nbf": 1e300}), "not valid yet"),
        (json!({"nbf": "soon"}), "not valid yet"),
        (json!({"aud": "other"}), "No organisation"),
        (json!({"aud": ["other", "another"]}), "No organisation"),
        (json!({"aud": []}), "No organisation"),
        (json!({"aud": null}), "no `aud`"),
        (json!({"aud": [AUDIENCE, 7]}), "no `aud`"),
        (json!({"aud": vec![AUDIENCE; 21]}), "no `aud`"),
        (json!({"aud": {"a": AUDIENCE}}), "no `aud`"),
        (json!({"iss": "https://login.acme.test"}), "No organisation"),
        (json!({"iss": "' OR 1=1 --"}), "No organisation"),
        (json!({"iss": null}), "no `iss`"),
        (json!({"iss": ""}), "no `iss`"),
        (json!({"email": null}), "no `email`"),
        (json!({"email": 7}), "no `email`"),
        (json!({"email": "nobody@people.test"}), "unknown"),
        (json!({"email": "%"}), "unknown"),
        (json!({"email_verified": false}), "not verified"),
        (json!({"email_verified": "false"}), "not verified"),
    ] {
        s.refused(&s.token(&more), why);
    }
    assert_eq!(s.asked.get(), 1, "none of them has the keys asked for");
}

#[test]
fn the_key_says_how_it_signs_and_not_the_token() {
    let s = scene();
    let claims = s.claims(&json!({}));
    let fine = s.token(&json!({}));
    let [header, body, signature]: [&str; 3] = fine.split('.').collect::<Vec<_>>().try_into().unwrap();
    let part = |json: &Json| URL_SAFE_NO_PAD.encode(json.to_string());
    s.is_ann(&fine);

    // The public key as the secret of an HMAC: the classic.
    for secret in [s.rsa.jwk("r").to_string(), s.rsa.jwk("r")["n"].as_str().unwrap().to_owned()] {
        let signed = format!("{}.{body}", part(&json!({"alg": "HS256", "kid": "r"})));
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        mac.update(signed.as_bytes());
        s.refused(&format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())), "does not have");
    }
    for alg in ["none", "None", "NONE", "HS256", "RS384", "PS256", "ES384", "EdDSA", "rs256", ""] {
        for end in ["", signature] {
            s.refused(&format!("{}.{body}.{end}", part(&json!({"alg": alg, "kid": "r"}))), "");
            s.refused(&format!("{}.{body}.{end}", part(&json!({"alg": alg}))), "");
        }
        // Signed well, and saying otherwise.
        s.refused(&s.rsa.token_with(&json!({"alg": alg, "kid": "r"}), &claims), "does not have");
    }
    s.refused(&s.rsa.token_with(&json!({"alg": "RS256", "kid": "e"}), &claims), "does not have");
    s.refused(&s.ec.token_with(&json!({"alg": "ES256", "kid": "r"}), &claims), "does not have");
    s.refused(&s.ec.token_with(&json!({"alg": "RS256", "kid": "r"}), &claims), "does not match");
    s.refused(&Signer::ec().token("e", &claims), "does not match");
    s.refused(&s.rsa.token_with(&json!({"kid": "r"}), &claims), "not readable");
    for kid in [json!(7), json!(null), json!(["r"])] {
        s.refused(&s.rsa.token_with(&json!({"alg": "RS256", "kid": kid}), &claims), "not readable");
    }
    for crit in [json!(["exp"]), json!([]), json!(null)] {
        s.refused(&s.rsa.token_with(&json!({"alg": "RS256", "kid": "r", "crit": crit}), &claims), "`crit`");
    }
    // What is not this very token.
    let other = part(&s.claims(&json!({"email": "owner@acme.test"})));
    s.refused(&format!("{header}.{other}.{signature}"), "does not match");
    s.refused(&format!("{header}.{body}.{}", &signature[..signature.len() - 4]), "does not match");
    s.refused(&format!("{header}.{body}."), "does not match");
    for garbage in [
        "eyJ".to_owned(),
        "eyJ.eyJ.eyJ".to_owned(),
        format!("{header}.{body}"),
        format!("{header}.{body}.{signature}.{signature}.x"),
        format!("{header}.{body}.{signature}="),
        format!("{header}.{body}.{signature}!"),
        format!("{header}.{body}.+/"),
        format!("{header} .{body}.{signature}"),
        format!("{header}.{}.{signature}", URL_SAFE_NO_PAD.encode("[1]")),
        format!("{header}.{}.{signature}", URL_SAFE_NO_PAD.encode("{\"a\":".repeat(5000))),
        format!("{header}.{}.{signature}", URL_SAFE_NO_PAD.encode([0xff, 0xfe])),
        format!("{header}.{body}.{}", "A".repeat(20_000)),
        format!("eyJ{}", "x".repeat(1_000_000)),
    ] {
        let checked = s.app.counted.checked.get();
        s.refused(&garbage, "not readable");
        assert_eq!(s.app.counted.checked.get(), checked, "nothing is verified of what cannot be read");
    }
    // The first unknown key had the provider asked again, and none after it.
    assert_eq!(s.asked.get(), 2);
}

#[test]
fn clocks_may_be_a_minute_apart() {
    let s = scene();
    let token = s.token(&json!({"exp": s.now() + 100}));
    s.app.pass(100 * SECOND + MINUTE - 10);
    s.is_ann(&token);
    s.app.pass(10);
    s.refused(&token, "has ended");
    let early = s.token(&json!({"nbf": s.now() + 61}));
    s.refused(&early, "not valid yet");
    s.app.pass(SECOND);
    s.is_ann(&early);
}

#[test]
fn a_token_without_a_key_id_is_held_against_the_keys_that_sign_so() {
    let s = scene();
    for (signer, alg) in [(&s.rsa, "RS256"), (&s.ec, "ES256")] {
        s.is_ann(&signer.token_with(&json!({"alg": alg}), &s.claims(&json!({}))));
    }
    let others: Vec<Json> = (0..30).map(|index| Signer::ec().jwk(&index.to_string())).collect();
    *s.keys.borrow_mut() = Some(json!({"keys": others}));
    s.app.pass(11 * MINUTE);
    let checked = s.app.counted.checked.get();
    s.refused(&s.ec.token_with(&json!({"alg": "ES256"}), &s.claims(&json!({}))), "does not match");
    assert_eq!(s.app.counted.checked.get() - checked, 4, "a token has not every key of a long list tried");
}

#[test]
fn keys_are_asked_for_when_they_are_old_and_for_an_unknown_one_once_a_minute() {
    let s = scene();
    let asked = |times: usize| assert_eq!(s.asked.get(), times);
    for _ in 0..20 {
        s.is_ann(&s.token(&json!({})));
    }
    asked(1);
    // A new key is taken up at once.
    let new = Signer::ec();
    *s.keys.borrow_mut() = Some(json!({"keys": [s.rsa.jwk("r"), new.jwk("new")]}));
    s.is_ann(&new.token("new", &s.claims(&json!({}))));
    asked(2);
    for kid in 0..20 {
        s.refused(&new.token(&format!("no-{kid}"), &s.claims(&json!({}))), "does not have");
    }
    s.refused(&s.ec.token("e", &s.claims(&json!({}))), "does not have");
    s.is_ann(&s.token(&json!({})));
    asked(2);
    s.app.pass(MINUTE);
    for _ in 0..3 {
        s.refused(&new.token("no", &s.claims(&json!({}))), "does not have");
    }
    asked(3);
    // After ten minutes it is looked whether a key was withdrawn.
    s.app.pass(10 * MINUTE);
    *s.keys.borrow_mut() = Some(json!({"keys": [new.jwk("new")]}));
    s.refused(&s.token(&json!({})), "does not have");
    asked(4);
}

#[test]
fn a_provider_that_is_down_signs_nobody_out_for_an_hour_and_is_told_from_a_wrong_token() {
    let s = scene();
    s.keys.take();
    let send = |token: &str| {
        let request = App::request(Some(token), "GET", "/v1/me", None);
        let (reply, _) = run(leadroom::api::answer(s.app.ports(), s.app.outside(), &s.app.config, &request, "test-request"));
        reply
    };
    let down = send(&s.token(&json!({})));
    assert_eq!((down.status, s.asked.get()), (503, 1));
    assert!(down.headers.iter().any(|(name, value)| *name == "retry-after" && value == "1"), "{:?}", down.headers);
    assert!(!down.body.contains(URL) && down.cause.unwrap().contains(URL), "the cause is for the log");
    assert_eq!((send(&s.token(&json!({}))).status, s.asked.get()), (503, 1), "it is left alone for a moment");
    for broken in [json!([]), json!({"keys": {}}), json!("keys")] {
        s.app.pass(SECOND);
        *s.keys.borrow_mut() = Some(broken);
        assert_eq!(send(&s.token(&json!({}))).status, 503);
    }
    s.app.pass(SECOND);
    *s.keys.borrow_mut() = Some(json!({"keys": [s.rsa.jwk("r")]}));
    s.is_ann(&s.token(&json!({})));
    s.keys.take();
    s.app.pass(HOUR - 10);
    s.is_ann(&s.token(&json!({})));
    s.app.pass(SECOND);
    assert_eq!(send(&s.token(&json!({}))).status, 503, "older keys are not trusted");
}

#[test]
fn who_comes_while_somebody_asks_waits_for_the_answer_and_not_for_ever() {
    let s = scene();
    let token = s.token(&json!({}));
    // Somebody asked and was broken off: the object that would have had the answer is gone.
    let request = App::request(Some(&token), "GET", "/v1/me", None);
    *s.app.server.borrow_mut() = Box::new(|_| panic!("asked"));
    let broken = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| s.app.send(&request)));
    assert!(broken.is_err());
    let keys = s.keys.borrow().clone().unwrap().to_string();
    *s.app.server.borrow_mut() = Box::new(move |_| Ok(Incoming { status: 200, headers: vec![], body: keys.clone().into_bytes() }));
    s.is_ann(&token);
    assert_eq!(s.app.counted.pauses.get(), 200);
    s.is_ann(&token);
    assert_eq!(s.app.counted.pauses.get(), 200, "nobody asks any more");
}

#[test]
fn keys_that_are_for_something_else_or_too_short_verify_nothing() {
    let s = scene();
    let with = |name: &str, value: Json| {
        let mut jwk = s.rsa.jwk("r");
        jwk[name] = value;
        jwk
    };
    let short = URL_SAFE_NO_PAD.encode([0xff; 128]);
    for wrong in [
        with("use", json!("enc")),
        with("alg", json!("RS512")),
        with("alg", json!("ES256")),
        with("key_ops", json!(["encrypt"])),
        with("kty", json!("oct")),
        with("n", json!(short)),
        with("n", json!("!")),
        with("n", Json::Null),
        with("kid", json!(7)),
        with("kid", Json::Null),
        json!({"kty": "oct", "kid": "r", "k": "c2VjcmV0"}),
        json!("r"),
        Json::Null,
    ] {
        *s.keys.borrow_mut() = Some(json!({"keys": [wrong]}));
        s.app.pass(11 * MINUTE);
        s.refused(&s.token(&json!({})), "does not have");
    }
    *s.keys.borrow_mut() = Some(json!({"keys": [with("key_ops", json!(["verify"])), {"kty": "OKP"}]}));
    s.app.pass(11 * MINUTE);
    s.is_ann(&s.token(&json!({})));
}

#[test]
fn what_the_organization_says_of_its_provider_counts_at_once() {
    let s = scene();
    let token = s.token(&json!({}));
    s.is_ann(&token);
    s.settings(&json!({"audience": "else"})).expect(200);
    s.refused(&token, "No organisation");
    s.is_ann(&s.token(&json!({"aud": "else"})));
    s.settings(&json!({"audience": AUDIENCE})).expect(200);
    s.is_ann(&token);

    // Other keys at another place: whoever has a token of theirs notices nothing.
    let new = Signer::ec();
    let keys = json!({"keys": [new.jwk("new")]}).to_string();
    *s.app.server.borrow_mut() = Box::new(move |request| {
        if request.url != "https://new.acme.test/keys" {
            return Err("nobody is there any more".to_owned());
        }
        Ok(Incoming { status: 200, headers: vec![], body: keys.clone().into_bytes() })
    });
    s.settings(&json!({"jwks_url": "https://new.acme.test/keys"})).expect(200);
    s.is_ann(&new.token("new", &s.claims(&json!({}))));
    s.refused(&token, "does not have");
    s.settings(&Json::Null).expect(200);
    s.refused(&new.token("new", &s.claims(&json!({}))), "");
    assert_eq!(s.app.get(&s.owner, "/v1/organization").body["settings"]["jwt"], Json::Null);
}

#[test]
fn whoever_is_deactivated_is_out_at_once() {
    let s = scene();
    s.is_ann(&s.token(&json!({})));
    s.app.patch(&s.owner, &format!("/v1/users/{}", s.ann.id), json!({"active": false})).expect(200);
    s.call(&s.token(&json!({}))).refused(401, "user_inactive");
    s.app.patch(&s.owner, &format!("/v1/users/{}", s.ann.id), json!({"active": true})).expect(200);
    s.is_ann(&s.token(&json!({})));
}

#[test]
fn a_token_is_one_organizations_and_no_two_name_the_same_provider() {
    let s = scene();
    let other = s.app.organization("Bolt");
    s.app.post(&other, "/v1/users", json!({"name": "Ann", "email": "ann@people.test", "role": "agent"})).expect(201);
    let patch = |jwt: Json| s.app.patch(&other, "/v1/organization", json!({"settings": {"jwt": jwt}}));
    patch(provider()).refused(409, "identity_provider_taken");
    assert_eq!(s.app.get(&other, "/v1/organization").body["settings"]["jwt"], Json::Null);
    patch(json!({"issuer": ISSUER, "audience": "bolt", "jwks_url": URL})).expect(200);
    let name = |aud: Json| s.call(&s.token(&json!({"aud": aud}))).expect(200).str("/organization/name");
    assert_eq!((name(json!(AUDIENCE)), name(json!("bolt"))), ("Acme".to_owned(), "Bolt".to_owned()));
    // For both, it is the first's, whatever is remembered.
    assert_eq!((name(json!(["bolt", AUDIENCE])), name(json!([AUDIENCE, "bolt"]))), ("Bolt".to_owned(), "Acme".to_owned()));
    assert_eq!(s.asked.get(), 1, "the same keys are the same keys");
}

#[test]
fn a_provider_is_named_wholly_and_at_an_address_of_a_public_name() {
    let s = scene();
    s.settings(&Json::Null).expect(200);
    let wrong = |jwt: Json, field: &str| {
        let answer = s.settings(&jwt).refused(422, "validation_failed");
        assert!(answer.body["errors"].as_array().unwrap().iter().any(|error| error["field"] == field), "{field}: {}", answer.text);
    };
    wrong(json!({"issuer": ISSUER}), "settings.jwt.audience");
    wrong(json!({"issuer": ISSUER, "audience": AUDIENCE}), "settings.jwt.jwks_url");
    wrong(json!({"issuer": "ä", "audience": AUDIENCE, "jwks_url": URL}), "settings.jwt.issuer");
    wrong(json!({"issuer": ISSUER, "audience": AUDIENCE, "jwks_url": URL, "secret": "x"}), "settings.jwt.secret");
    wrong(json!("x"), "settings.jwt");
    for url in [
        "http://login.acme.test/keys",
        "http://localhost/keys",
        "https://localhost:8080/keys",
        "http://127.0.0.1/keys",
        "https://10.0.0.1/keys",
        "https://169.254.169.254/latest/meta-data",
        "https://2130706433/",
        "https://a@evil.test/",
        "file:///etc/passwd",
        "ftp://login.acme.test/keys",
        "keys",
    ] {
        wrong(json!({"issuer": ISSUER, "audience": AUDIENCE, "jwks_url": url}), "settings.jwt.jwks_url");
    }
    let agent = s.app.patch(&s.ann, "/v1/organization", json!({"settings": {"jwt": provider()}}));
    agent.refused(403, "forbidden");
}

#[test]
fn keys_on_this_machine_are_for_local_work_only() {
    let mut s = scene();
    let local = json!({"jwks_url": "http://127.0.0.1:9999/keys"});
    s.app.config.insecure_jwks = true;
    let keys = s.keys.borrow().clone().unwrap().to_string();
    *s.app.server.borrow_mut() = Box::new(move |_| Ok(Incoming { status: 200, headers: vec![], body: keys.clone().into_bytes() }));
    s.settings(&local).expect(200);
    s.settings(&json!({"jwks_url": "http://login.acme.test/keys"})).refused(422, "validation_failed");
    s.is_ann(&s.token(&json!({})));
    s.app.config.insecure_jwks = false;
    *s.app.server.borrow_mut() = Box::new(|request| panic!("asked {}", request.url));
    s.refused(&s.token(&json!({})), "is not asked here");
}

#[test]
fn what_access_vouches_for_writes_from_its_own_origin_only_and_a_header_from_anywhere() {
    let s = scene();
    let body = json!({"name": "Lead"});
    let foreign = |mut request: Request| {
        request.headers.push(("origin".to_owned(), "https://evil.test".to_owned()));
        s.app.send(&request)
    };
    let token = s.token(&json!({}));
    foreign(access(&token, "POST", "/v1/leads", Some(&body))).refused(403, "cross_origin");
    foreign(access(&token, "GET", "/v1/me", None)).expect(200);
    foreign(access(&s.token(&json!({"aud": "x"})), "POST", "/v1/leads", Some(&body))).refused(401, "unauthenticated");
    s.app.send(&access(&token, "POST", "/v1/leads", Some(&body))).expect(201);
    foreign(App::request(Some(&token), "POST", "/v1/leads", Some(&body))).expect(201);
}

#[test]
fn of_several_credentials_the_header_counts_then_access_then_the_cookie() {
    let s = scene();
    s.app.send(&App::request(None, "POST", "/v1/auth/codes", Some(&json!({"email": "owner@acme.test"})))).expect(202);
    s.app.drain();
    let code = s.app.letters.borrow().last().unwrap().subject[..6].to_owned();
    let signed_in = json!({"email": "owner@acme.test", "code": code});
    let cookie = s.app.send(&App::request(None, "POST", "/v1/auth/sessions", Some(&signed_in))).expect(201);
    let cookie = cookie.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
    let with = |bearer: Option<&str>, assertion: &str| {
        let mut request = access(assertion, "GET", "/v1/me", None);
        request.headers.push(("cookie".to_owned(), cookie.clone()));
        request.headers.extend(bearer.map(|token| ("authorization".to_owned(), format!("Bearer {token}"))));
        s.app.send(&request)
    };
    let (ann, strange) = (s.token(&json!({})), s.token(&json!({"iss": "https://acme.cloudflareaccess.test"})));
    assert_eq!(with(None, &ann).expect(200).str("/user/id"), s.ann.id);
    assert_eq!(with(None, &strange).expect(200).str("/user/id"), s.owner.id, "of no provider of anybody: the cookie counts");
    assert_eq!(with(Some(&s.owner.key), &ann).expect(200).str("/user/id"), s.owner.id);
    with(Some("lr_nonsense"), &ann).refused(401, "unauthenticated");
    with(Some(&strange), &ann).refused(401, "unauthenticated");
}

#[test]
fn a_token_is_of_no_use_where_nobody_is_asked_for_one() {
    let s = scene();
    let send = |method: &str, target: &str, body: Json| s.app.send(&App::request(Some(&s.token(&json!({}))), method, target, Some(&body)));
    send("POST", "/v1/setup", json!({"organization": {"name": "X"}, "owner": {"name": "X", "email": "x@x.test"}}))
        .refused(401, "unauthenticated");
    assert_eq!(send("POST", "/v1/auth/codes", json!({"email": "ann@people.test"})).expect(202).calls, 1);
    send("DELETE", "/v1/auth/sessions/current", json!({})).refused(404, "not_found");
    assert_eq!(s.asked.get(), 1, "for signing out, which needs somebody");
}

#[test]
fn a_live_connection_ends_with_its_token_and_with_the_provider() {
    let s = scene();
    let lead = s.app.lead(&s.ann, "Lead");
    let record = leadroom::id::RecordId::parse(&lead).unwrap();
    let path = format!("/v1/leads/{lead}/live");
    let join = |seconds: i64| {
        let who = User { id: s.ann.id.clone(), key: s.token(&json!({"exp": s.now() + seconds})) };
        (s.app.connect(Some(&who), &path).unwrap(), who)
    };
    let (short, _) = join(30);
    let (long, who) = join(3600);
    let next = s.app.look_at(&record, false).unwrap();
    assert!(next <= s.app.now.get() + 30 * SECOND, "the room looks when the token ends");
    s.app.pass(30 * SECOND);
    s.app.look_at(&record, false);
    assert_eq!((s.app.closed(short), s.app.closed(long)), (Some(4401), None));
    // Whoever still gets in within the leeway stays as long as that.
    let (late, _) = join(-50);
    s.app.pass(5 * SECOND);
    s.app.look_at(&record, false);
    assert_eq!(s.app.closed(late), None);
    s.app.pass(5 * SECOND);
    s.app.look_at(&record, false);
    assert_eq!(s.app.closed(late), Some(4401));

    let ticket = s.app.post(&who, "/v1/live_tickets", json!({})).expect(201).str("/ticket");
    let by_ticket = s.app.connect(None, &format!("{path}?ticket={ticket}")).unwrap();
    s.settings(&json!({"issuer": "https://other.test/"})).expect(200);
    assert_eq!((s.app.closed(long), s.app.closed(by_ticket)), (Some(4401), Some(4401)));
}

#[test]
fn an_address_with_other_letters_than_ascii_travels_to_its_seat_in_a_header() {
    let s = scene();
    let made = json!({"name": "Jörg", "email": "jörg@people.test", "role": "admin"});
    s.app.post(&s.owner, "/v1/users", made).expect(201);
    let lead = s.app.lead(&s.ann, "Lead");
    let who = User { id: String::new(), key: s.token(&json!({"email": "JÖRG@people.test"})) };
    let mut request = App::request(Some(&who.key), "GET", &format!("/v1/leads/{lead}/live"), None);
    request.headers.push(("upgrade".to_owned(), "websocket".to_owned()));
    let (_, trace) = run(leadroom::api::answer(s.app.ports(), s.app.outside(), &s.app.config, &request, "test-request"));
    let (_, seat) = trace.upgrade.take().unwrap();
    assert!(leadroom::wire::text(&seat).is_ascii());
    let socket = s.app.connect(Some(&who), &format!("/v1/leads/{lead}/live")).unwrap();
    s.app.look_at(&leadroom::id::RecordId::parse(&lead).unwrap(), false);
    assert_eq!(s.app.closed(socket), None);
}

#[test]
fn only_keys_are_taken_from_a_provider() {
    let s = scene();
    // Whatever else it answers, it is not followed and not believed.
    for status in [201, 204, 301, 302, 304, 401, 404, 500] {
        let body = s.keys.borrow().clone().unwrap().to_string();
        *s.app.server.borrow_mut() = Box::new(move |_| {
            let headers = vec![("location".to_owned(), "https://evil.test/".to_owned())];
            Ok(Incoming { status, headers, body: body.clone().into_bytes() })
        });
        s.app.pass(2 * SECOND);
        let request = App::request(Some(&s.token(&json!({}))), "GET", "/v1/me", None);
        let (reply, _) = run(leadroom::api::answer(s.app.ports(), s.app.outside(), &s.app.config, &request, "test-request"));
        assert_eq!(reply.status, 503, "{status}");
    }
    let request = leadroom::flow::Outgoing { method: "GET", url: URL.to_owned(), headers: vec![], body: String::new() };
    assert!(run(s.app.fetch(&request)).is_ok());
}

#[test]
fn what_is_sent_again_with_another_token_of_the_same_person_is_done_once() {
    let s = scene();
    let send = |token: &str, name: &str| {
        let mut request = App::request(Some(token), "POST", "/v1/leads", Some(&json!({"name": name})));
        request.headers.push(("idempotency-key".to_owned(), "once".to_owned()));
        s.app.send(&request)
    };
    let first = send(&s.token(&json!({})), "Lead").expect(201);
    s.app.pass(HOUR / 2);
    let again = send(&s.ec.token("e", &s.claims(&json!({}))), "Lead").expect(201);
    assert_eq!((again.id(), again.header("idempotency-replayed")), (first.id(), Some("true")));
    send(&s.token(&json!({})), "Other").refused(422, "idempotency_key_reused");
    // Somebody else's key is another one.
    assert_ne!(send(&s.token(&json!({"email": "owner@acme.test"})), "Lead").expect(201).id(), first.id());
}
