//! Capture: from a form's delivery to a lead, whatever the form says, however often it comes and whoever forged it.

mod support;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac as _};
use leadroom::api::Request;
use leadroom::time::{HOUR, MINUTE};
use serde_json::{Map, Value as Json, json};
use support::{Answer, App, START, Seeded, User};

const WINDOW: i64 = 10 * MINUTE;
const FORM: &str = "application/x-www-form-urlencoded";
const JSON: &str = "application/json";

/// A source and the path that its forms are delivered to.
struct Source {
    id: String,
    path: String,
    secret: String,
}

fn path_of(answer: &Answer) -> String {
    answer.str("/capture_url").strip_prefix("https://leads.test").unwrap().to_owned()
}

fn source(app: &App, who: &User, body: Json) -> Source {
    let answer = app.post(who, "/v1/sources", body).expect(201);
    let secret = answer.body["secret"].as_str().unwrap_or_default().to_owned();
    Source { id: answer.id(), path: path_of(&answer), secret }
}

fn form(app: &App, who: &User) -> Source {
    source(app, who, json!({"name": "Website"}))
}

fn request(path: &str, headers: &[(&str, &str)], body: &[u8]) -> Request {
    let mut request = App::request(None, "POST", path, None);
    request.headers.extend(headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    request.body = Some(body.to_vec());
    request
}

fn deliver(app: &App, source: &Source, media: &str, body: &[u8]) -> Answer {
    app.send(&request(&source.path, &[("content-type", media)], body))
}

fn submit(app: &App, source: &Source, body: &Json) -> Answer {
    deliver(app, source, JSON, body.to_string().as_bytes()).expect(200)
}

fn status(answer: &Answer) -> String {
    answer.str("/status")
}

/// What became of a delivery once the queue has done its work.
fn became(app: &App, who: &User, answer: &Answer) -> String {
    app.drain();
    app.get(who, &format!("/v1/deliveries/{}", answer.str("/delivery_id"))).expect(200).str("/status")
}

fn leads(app: &App, who: &User) -> Vec<Json> {
    app.get(who, "/v1/leads?sort=created_at&limit=200").expect(200).body["data"].as_array().unwrap().clone()
}

fn only_lead(app: &App, who: &User) -> Json {
    let all = leads(app, who);
    assert_eq!(all.len(), 1, "{all:?}");
    all[0].clone()
}

fn deliveries(app: &App, who: &User, source: &Source, query: &str) -> Vec<Json> {
    app.get(who, &format!("/v1/sources/{}/deliveries{query}", source.id)).expect(200).body["data"].as_array().unwrap().clone()
}

fn count(app: &App, table: &str) -> usize {
    app.db.ask(&format!("SELECT count(*) FROM {table}"))[0].parse().unwrap()
}

/// The data of the last `captured` entry.
fn captured(app: &App, who: &User, lead: &Json) -> Json {
    let id = lead["id"].as_str().unwrap();
    let timeline = app.get(who, &format!("/v1/leads/{id}/timeline")).expect(200);
    timeline.body["data"].as_array().unwrap().iter().find(|entry| entry["type"] == "captured").unwrap().clone()
}

fn sign(secret: &str, id: &str, seconds: i64, body: &[u8]) -> String {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(&key).unwrap();
    mac.update(format!("{id}.{seconds}.").as_bytes());
    mac.update(body);
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

fn signed(app: &App, source: &Source, id: &str, body: &[u8]) -> Answer {
    let seconds = app.now.get() / 1000;
    let signature = sign(&source.secret, id, seconds, body);
    webhook(app, source, id, &seconds.to_string(), &signature, body)
}

fn webhook(app: &App, source: &Source, id: &str, timestamp: &str, signature: &str, body: &[u8]) -> Answer {
    let headers = [("webhook-id", id), ("webhook-timestamp", timestamp), ("webhook-signature", signature), ("content-type", JSON)];
    app.send(&request(&source.path, &headers, body))
}

fn world() -> (App, User) {
    let app = App::default();
    let owner = app.organization("Acme");
    (app, owner)
}

// Standard Webhooks.

#[test]
fn the_published_vector_makes_a_lead() {
    const SECONDS: i64 = 1_649_367_553;
    let app = App::default();
    app.now.set(SECONDS * 1000);
    let owner = app.organization("Acme");
    let secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    let source = source(&app, &owner, json!({"name": "Hooks", "provider": "standard_webhooks", "secret": secret}));
    assert_eq!(source.secret, "", "a secret that was told is not told back");
    let (id, timestamp, body) =
        ("msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", "1649367553", br#"{"email":"test@example.com","username":"test_user"}"#);
    let signature = "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=";
    let answer = webhook(&app, &source, id, timestamp, signature, body).expect(200);
    assert_eq!(status(&answer), "created");
    assert_eq!(answer.calls, 2);
    let lead = only_lead(&app, &owner);
    assert_eq!((&lead["email"], &lead["fields"]), (&json!("test@example.com"), &json!({"username": "test_user"})));

    let again = webhook(&app, &source, id, timestamp, signature, body).expect(200);
    assert_eq!(status(&again), "duplicate");
    assert_ne!(again.str("/delivery_id"), answer.str("/delivery_id"), "each delivery is kept");
    assert_eq!(leads(&app, &owner).len(), 1);
}

#[test]
fn a_forgery_is_refused_and_leaves_nothing_behind() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Hooks", "provider": "standard_webhooks"}));
    let other = format!("whsec_{}", STANDARD.encode([7; 32]));
    let body = br#"{"email":"ann@example.test"}"#;
    let now = app.now.get() / 1000;
    let good = sign(&source.secret, "m1", now, body);
    let now = now.to_string();
    for (id, timestamp, signature, body) in [
        ("m2", now.as_str(), good.as_str(), &body[..]),
        ("m1", "1", good.as_str(), body),
        ("m1", "soon", good.as_str(), body),
        ("m1", now.as_str(), good.as_str(), br#"{"email":"eve@example.test"}"#),
        ("m1", now.as_str(), &good[3..], body),
        ("m1", now.as_str(), &good.replace("v1,", "v1a,"), body),
        ("m1", now.as_str(), "v1,", body),
        ("m1", now.as_str(), "v1,%%%", body),
        ("m1", now.as_str(), &good[..20], body),
        ("m1", now.as_str(), &sign(&other, "m1", START / 1000, body), body),
        ("", now.as_str(), good.as_str(), body),
        ("m1", "", good.as_str(), body),
        ("m1", now.as_str(), "", body),
    ] {
        webhook(&app, &source, id, timestamp, signature, body).refused(401, "invalid_signature");
    }
    let headers = [("webhook-id", "m1"), ("webhook-timestamp", now.as_str()), ("webhook-signature", good.as_str())];
    for missing in 0..3 {
        let some: Vec<_> = headers.iter().enumerate().filter(|(index, _)| *index != missing).map(|(_, header)| *header).collect();
        app.send(&request(&source.path, &some, body)).refused(401, "invalid_signature");
    }
    assert_eq!((count(&app, "delivery"), count(&app, "record")), (0, 0));
}

#[test]
fn any_one_good_signature_of_several_will_do() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Hooks", "provider": "standard_webhooks"}));
    let body = br#"{"email":"ann@example.test"}"#;
    let now = app.now.get() / 1000;
    let other = sign(&format!("whsec_{}", STANDARD.encode([7; 32])), "m1", now, body);
    let all = format!("v1a,xyz  {other} {} v2,abc", sign(&source.secret, "m1", now, body));
    assert_eq!(status(&webhook(&app, &source, "m1", &now.to_string(), &all, body).expect(200)), "created");
}

#[test]
fn a_signature_is_good_for_five_minutes_either_way() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Hooks", "provider": "standard_webhooks"}));
    let body = br#"{"email":"ann@example.test"}"#;
    let at = |offset: i64, code: Option<&str>| {
        // On a whole second when the request arrives.
        app.now.set(START + HOUR - 1);
        let seconds = (START + HOUR) / 1000 + offset;
        let answer = webhook(&app, &source, "m1", &seconds.to_string(), &sign(&source.secret, "m1", seconds, body), body);
        match code {
            Some(code) => drop(answer.refused(401, code)),
            None => drop(answer.expect(200)),
        }
    };
    at(-301, Some("stale_timestamp"));
    at(301, Some("stale_timestamp"));
    at(i64::MAX / 2, Some("stale_timestamp"));
    at(i64::MIN / 2, Some("stale_timestamp"));
    assert_eq!(count(&app, "delivery"), 0);
    at(-300, None);
    at(300, None);
}

#[test]
fn a_verified_body_of_another_shape_is_refused_and_kept() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Hooks", "provider": "standard_webhooks"}));
    let deep = "[".repeat(5000);
    for (index, body) in
        [&b"[]"[..], b"7", b"\"text\"", b"{\"a\":", b"", b"null", b"{\"a\": \"\xff\"}", deep.as_bytes()].into_iter().enumerate()
    {
        let id = format!("m{index}");
        let answer = signed(&app, &source, &id, body).refused(422, "validation_failed");
        let kept = app.get(&owner, &format!("/v1/deliveries/{}", answer.str("/delivery_id"))).expect(200);
        assert_eq!((&kept.body["status"], &kept.body["code"]), (&json!("failed"), &json!("validation_failed")));
        let raw = match kept.str("/body_encoding").as_str() {
            "base64" => STANDARD.decode(kept.str("/body")).unwrap(),
            _ => kept.str("/body").into_bytes(),
        };
        assert_eq!(raw, body);
    }
    assert_eq!(deliveries(&app, &owner, &source, "?status=failed").len(), 8);
    assert_eq!(leads(&app, &owner).len(), 0);
}

#[test]
fn the_raw_bytes_are_signed_whatever_they_mean() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Hooks", "provider": "standard_webhooks"}));
    let body = "\u{feff}{ \"name\" : \"J\\u00fcrgen Größe 東京\",\r\n  \"city\":\"Zürich 🏔\", \"email\":\"j@example.test\" }";
    assert_eq!(status(&signed(&app, &source, "m1", body.as_bytes()).expect(200)), "created");
    let lead = only_lead(&app, &owner);
    assert_eq!(lead["name"], "Jürgen Größe 東京");
    assert_eq!(lead["fields"]["city"], "Zürich 🏔");
}

#[test]
fn huge_ids_keep_every_digit() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Hooks", "provider": "standard_webhooks"}));
    let body = br#"{"email":"ann@example.test","small":42,"big":9007199254740993,"huge":123456789012345678901234567890,"list":[-9007199254740993]}"#;
    let id = "x".repeat(5000);
    assert_eq!(status(&signed(&app, &source, &id, body).expect(200)), "created");
    assert_eq!(status(&signed(&app, &source, &id, body).expect(200)), "duplicate");
    assert_eq!(became(&app, &owner, &signed(&app, &source, &format!("{id}x"), body).expect(200)), "updated");
    let fields = only_lead(&app, &owner)["fields"].clone();
    let expected = json!({"small": 42, "big": "9007199254740993", "huge": "123456789012345678901234567890", "list": ["-9007199254740993"]});
    assert_eq!(fields, expected);
}

#[test]
fn the_envelope_is_opened_and_its_parts_may_be_missing() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Hooks", "provider": "standard_webhooks"}));
    let body = br#"{"type":"lead.created","timestamp":"2026-05-01T09:30:00Z","email":"outer@example.test","data":{"email":"ann@example.test","name":null}}"#;
    signed(&app, &source, "m1", body).expect(200);
    let lead = only_lead(&app, &owner);
    assert_eq!(lead["email"], "ann@example.test");
    let expected = json!({"attribution": {"type": "lead.created", "timestamp": "2026-05-01T09:30:00Z"}, "email": "outer@example.test"});
    assert_eq!(lead["fields"], expected);
    // `data` that is no object, and `type` without data, are answers like any other.
    signed(&app, &source, "m2", br#"{"type":"demo","data":"x","phone":"+49 30 1234567"}"#).expect(200);
    assert_eq!(leads(&app, &owner)[1]["fields"], json!({"type": "demo", "data": "x"}));
}

// Forms.

fn multipart(pairs: &[(&str, &str)]) -> (String, Vec<u8>) {
    let part = |(name, value): &(&str, &str)| format!("--XX\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let parts: Vec<String> = pairs.iter().map(part).collect();
    ("multipart/form-data; boundary=XX".to_owned(), (parts.concat() + "--XX--\r\n").into_bytes())
}

fn encoded(pairs: &[(&str, &str)]) -> Vec<u8> {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish().into_bytes()
}

#[test]
fn three_encodings_say_the_same() {
    let pairs = [
        ("your-name", "Ann Äble"),
        ("E-Mail", " ann@example.test "),
        ("Phone number", "+49 30 1234567"),
        ("Company", "Müller & Söhne"),
        ("job_title", "CTO"),
        ("website", "https://mueller.test"),
        ("message", "Line one\r\nLine two"),
        ("How did you hear of us?", "a friend"),
        ("utm_source", "news"),
        ("UTM_Campaign", "spring"),
        ("gclid", "abc"),
        ("form_id", "7"),
        ("empty", "  "),
    ];
    let object: Map<String, Json> = pairs.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    let (media, body) = multipart(&pairs);
    let expected = json!({
        "message": "Line one\r\nLine two",
        "How did you hear of us?": "a friend",
        "attribution": {"utm_source": "news", "utm_campaign": "spring", "gclid": "abc", "form_id": "7", "page_url": "https://www.example.test/contact"},
    });
    for (media, body) in [
        (JSON.to_owned(), Json::Object(object).to_string().into_bytes()),
        ("Application/X-WWW-Form-Urlencoded; charset=UTF-8".to_owned(), encoded(&pairs)),
        (media, body),
    ] {
        let (app, owner) = world();
        let source = form(&app, &owner);
        let headers = [("content-type", media.as_str()), ("referer", "https://www.example.test/contact")];
        let answer = app.send(&request(&source.path, &headers, &body)).expect(200);
        assert_eq!(status(&answer), "created", "{media}");
        assert_eq!(answer.calls, 2);
        let lead = only_lead(&app, &owner);
        let found: Vec<&Json> =
            ["name", "email", "phone", "company", "title", "website", "status", "source"].iter().map(|name| &lead[*name]).collect();
        let wanted = ["Ann Äble", "ann@example.test", "+49 30 1234567", "Müller & Söhne", "CTO", "https://mueller.test", "new", "Website"];
        assert_eq!(found, wanted.map(Json::from).iter().collect::<Vec<_>>(), "{media}");
        assert_eq!(lead["fields"], expected, "{media}");
        assert_eq!(lead["owner"], Json::Null);
    }
}

#[test]
fn a_new_lead_tells_where_it_came_from() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let answer = submit(&app, &source, &json!({"first_name": "Ann", "last_name": "Able"}));
    let lead = only_lead(&app, &owner);
    assert_eq!(lead["name"], "Ann Able");
    assert_eq!(app.history(&owner, lead["id"].as_str().unwrap()), ["created", "captured"]);
    let entry = captured(&app, &owner, &lead);
    assert_eq!(entry["actor"], json!({"id": null, "name": "Website", "type": "source"}));
    assert_eq!(entry["data"], json!({"source": "Website", "delivery_id": answer.str("/delivery_id"), "answers": {}}));
    let kept = deliveries(&app, &owner, &source, "");
    assert_eq!(kept[0]["record_id"], lead["id"]);
    assert_eq!(kept[0]["body"], r#"{"first_name":"Ann","last_name":"Able"}"#);
    // Nobody told the queue: the sweep finds both events.
    assert_eq!(app.db.ask("SELECT count(*) FROM event WHERE dispatched_at IS NULL"), ["2"]);
}

#[test]
fn other_content_types_are_not_understood() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    for media in ["text/plain", "", "application/xml", "multipart/mixed; boundary=x"] {
        deliver(&app, &source, media, b"email=ann@example.test").refused(415, "unsupported_media_type");
    }
    for (media, body) in [
        (JSON, &b"email=ann@example.test"[..]),
        (JSON, b"[]"),
        (JSON, b""),
        ("multipart/form-data", b"--x--"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=email\r\n\r\nann@exam"),
    ] {
        deliver(&app, &source, media, body).refused(422, "validation_failed");
    }
    assert_eq!(deliveries(&app, &owner, &source, "?status=failed").len(), 5);
}

#[test]
fn a_file_stands_by_its_name_and_the_bytes_are_kept() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let mut body = b"--XX\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nann@example.test\r\n\
        --XX\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
        .to_vec();
    body.extend([0, 255, 13, 10, 7]);
    body.extend(b"\r\n--XX\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"\"\r\n\r\n\r\n--XX--");
    let answer = deliver(&app, &source, "multipart/form-data; boundary=XX", &body).expect(200);
    assert_eq!(only_lead(&app, &owner)["fields"], json!({"cv": {"file": "cv.pdf", "bytes": 5}}));
    let kept = app.get(&owner, &format!("/v1/deliveries/{}", answer.str("/delivery_id"))).expect(200);
    assert_eq!(kept.body["body_encoding"], "base64");
    assert_eq!(STANDARD.decode(kept.str("/body")).unwrap(), body);
}

#[test]
fn a_delivery_may_have_256_kilobytes() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let head = b"email=ann%40example.test&message=";
    let mut body = head.to_vec();
    body.resize(256 * 1024, b'x');
    let answer = deliver(&app, &source, FORM, &body).expect(200);
    assert_eq!(status(&answer), "created");
    body.push(b'x');
    deliver(&app, &source, FORM, &body).refused(413, "content_too_large");
    let mut request = request(&source.path, &[("content-type", FORM)], b"");
    request.body = None;
    app.send(&request).refused(413, "content_too_large");
    // Too long for a field: told on the timeline, and shown in part in the list of deliveries.
    let lead = only_lead(&app, &owner);
    assert_eq!(lead["fields"], json!({}));
    let told = captured(&app, &owner, &lead);
    assert_eq!(told["data"]["answers"]["fields.message"].as_str().unwrap().len(), 256 * 1024 - head.len());
    let kept = &deliveries(&app, &owner, &source, "")[0];
    assert_eq!((kept["body"].as_str().unwrap().len(), &kept["body_truncated"]), (4000, &json!(true)));
    let whole = app.get(&owner, &format!("/v1/deliveries/{}", answer.str("/delivery_id"))).expect(200);
    assert_eq!((whole.str("/body").len(), &whole.body["body_truncated"]), (256 * 1024, &json!(false)));
}

#[test]
fn more_answers_than_a_lead_has_room_for_do_not_cost_the_lead() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let mut body = Map::from_iter([("email".to_owned(), json!("ann@example.test"))]);
    for index in 0..100 {
        body.insert(format!("question {index:03}"), json!(format!("answer {index:03}")));
    }
    submit(&app, &source, &Json::Object(body.clone()));
    let lead = only_lead(&app, &owner);
    assert_eq!(lead["fields"].as_object().unwrap().len(), 64);
    let told = captured(&app, &owner, &lead)["data"]["answers"].as_object().unwrap().clone();
    assert_eq!(told.len(), 36);
    for index in 0..100 {
        let (key, value) = (format!("question {index:03}"), json!(format!("answer {index:03}")));
        assert!(lead["fields"].get(&key) == Some(&value) || told.get(&format!("fields.{key}")) == Some(&value), "{key}");
    }
    // Neither do they when the lead is there already and full.
    body.insert("question 100".to_owned(), json!("one more"));
    assert_eq!(became(&app, &owner, &submit(&app, &source, &Json::Object(body))), "updated");
    let told = captured(&app, &owner, &lead);
    assert_eq!(told["data"]["answers"]["fields.question 100"], "one more");
}

#[test]
fn what_a_lead_field_cannot_hold_stands_under_its_label() {
    let (app, owner) = world();
    let long = "é".repeat(201);
    let map = json!({"q1": "amount", "q2": "currency", "q3": "fields.budget", "q4": "tags", "q5": "company", "q6": "title"});
    let source = source(&app, &owner, json!({"name": "Website", "field_map": map}));
    let body = json!({
        "email": "not an address", "Work e-mail": "ann@example.test", "name": long, "phone": ["+49 30 1", "+49 30 2"], "mobile": {"a": 1},
        "q1": "12.50", "q2": "EUR", "q3": 7, "q4": "a, b,,a", "q5": true, "q6": ["CTO", "CEO"], "attribution": "a poster", "first name": "Ann",
        "bell\u{7}": "ding\u{0}dong", "": "nameless",
    });
    submit(&app, &source, &body);
    let lead = only_lead(&app, &owner);
    assert_eq!(lead["email"], "ann@example.test");
    assert_eq!(lead["phone"], "+49 30 1, +49 30 2");
    assert_eq!(
        (&lead["name"], &lead["currency"], &lead["tags"], &lead["title"]),
        (&json!("Ann"), &json!("EUR"), &json!(["a", "b"]), &json!("CTO, CEO"))
    );
    let expected = json!({
        "email": "not an address", "name": long, "mobile": {"a": 1}, "q1": "12.50", "budget": 7, "q5": true, "form attribution": "a poster",
        "bell": "dingdong", "answer": "nameless",
    });
    assert_eq!(lead["fields"], expected);
}

#[test]
fn the_field_map_goes_before_any_guess() {
    let (app, owner) = world();
    let map = json!({"Billing address": "email", "email": "fields.private", "utm_source": "source", "What may we call you?": "first_name"});
    let source = source(&app, &owner, json!({"name": "Website", "field_map": map}));
    let body = json!({"Billing address": "pay@example.test", "email": "me@example.test", "utm_source": "news", "What may we call you?": "Ann",
        "name": "Ann Able"});
    submit(&app, &source, &body);
    let lead = only_lead(&app, &owner);
    assert_eq!((&lead["email"], &lead["source"], &lead["name"]), (&json!("pay@example.test"), &json!("news"), &json!("Ann Able")));
    assert_eq!(lead["fields"], json!({"private": "me@example.test", "What may we call you?": "Ann"}));
}

#[test]
fn two_long_questions_that_begin_alike_keep_apart() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let start = "Would you say that ".repeat(10);
    let (one, two) = (format!("{start} yes?"), format!("{start} no?"));
    submit(&app, &source, &json!({"name": "Ann", one: "1", two: "2"}));
    let fields = only_lead(&app, &owner)["fields"].as_object().unwrap().clone();
    let mut values: Vec<_> = fields.values().collect();
    values.sort_by_key(ToString::to_string);
    assert_eq!(values, [&json!("1"), &json!("2")]);
    assert!(fields.keys().all(|key| key.starts_with("Would you say") && key.chars().count() <= 100));
}

#[test]
fn what_a_visitor_types_is_never_lost() {
    for seed in 0..100 {
        never_lost(seed);
    }
}

const LABELS: &str = "name|Full name|first_name|Last Name|email|e-mail|your-email|phone|Tel.|company|Job title|website|message|utm_source|\
    gclid|form_id|attribution|Größe|東京?|| |tags|amount|status|fields.x|a.b|_subject|toString|x\u{1}y|interest[]|interest";
const TARGETS: &str = "name|first_name|last_name|company|title|email|phone|website|source|amount|currency|tags|fields.z";

/// Texts that occur nowhere else, to be found again.
struct Marks(Vec<String>, usize);

impl Marks {
    fn make(&mut self) -> String {
        self.1 += 1;
        self.0.push(format!("mark{}.", self.1));
        format!("mark{}.", self.1)
    }

    fn value(&mut self, random: &Seeded) -> Json {
        let text = self.make();
        match random.below(9) {
            0 => json!(format!("{text}x@example.test")),
            1 => json!(format!("{text} {}", "long ".repeat(random.below(100)))),
            2 => json!(format!("  {text},\t{}\r\n", self.make())),
            3 => json!([text, self.make()]),
            4 => json!({"a": {text: [self.make()]}}),
            5 => json!(format!("\u{0}{text}\u{85}🏔")),
            6 => json!(format!("{}{text}", "9".repeat(random.below(5000)))),
            7 => json!([[text], 1, null, true]),
            _ => json!(text),
        }
    }
}

/// The pairs in some encoding. JSON has one member of a name: the marks of what would be another one do not count.
fn encode(pairs: Vec<(String, Json)>, random: &Seeded, marks: &mut Marks) -> (String, Vec<u8>) {
    let text = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let texts: Vec<(String, String)> = pairs.iter().map(|(label, value)| (label.clone(), text(value))).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(label, text)| (label.as_str(), text.as_str())).collect();
    match random.below(3) {
        0 => {
            let mut object = Map::new();
            for (label, value) in pairs {
                if object.contains_key(&label) {
                    marks.0.retain(|mark| !value.to_string().contains(mark.as_str()));
                } else {
                    object.insert(label, value);
                }
            }
            (JSON.to_owned(), Json::Object(object).to_string().into_bytes())
        }
        1 => (FORM.to_owned(), encoded(&texts)),
        _ => multipart(&texts),
    }
}

fn never_lost(seed: u64) {
    let random = Seeded::new(seed);
    let (app, owner) = world();
    let labels: Vec<&str> = LABELS.split('|').collect();
    let targets: Vec<&str> = TARGETS.split('|').collect();
    let mut map = Map::new();
    for label in &labels {
        // One answer is sure to be a way to reach somebody.
        if !label.trim().is_empty() && !["name", "email"].contains(label) && random.chance(25) {
            map.insert((*label).to_owned(), json!(random.pick(&targets)));
        }
    }
    let source = source(&app, &owner, json!({"name": "Website", "field_map": map}));
    let mut marks = Marks(Vec::new(), 0);
    for _ in 0..3 {
        let mut pairs = vec![(random.pick(&["name", "email"]).to_string(), json!("ann@example.test"))];
        for _ in 0..=random.below(14) {
            let times = if random.chance(10) { 1 + random.below(20) } else { 1 };
            pairs.push((random.pick(&labels).repeat(times), marks.value(&random)));
        }
        let (media, body) = encode(pairs, &random, &mut marks);
        let answer = deliver(&app, &source, &media, &body).expect(200);
        assert!(["created", "updated"].contains(&became(&app, &owner, &answer).as_str()), "seed {seed}: {}", answer.text);
        app.pass(random.below(1_000_000).try_into().unwrap());
    }
    let mut found = String::new();
    for lead in leads(&app, &owner) {
        found += &lead.to_string();
        let id = lead["id"].as_str().unwrap();
        for entry in app.get(&owner, &format!("/v1/leads/{id}/timeline?limit=200")).expect(200).body["data"].as_array().unwrap() {
            if entry["type"] == "captured" {
                found += &entry["data"]["answers"].to_string();
            }
        }
    }
    for mark in marks.0 {
        assert!(found.contains(&mark), "seed {seed}: {mark} is lost in {found}");
    }
}

#[test]
fn a_lead_needs_a_name_an_email_or_a_phone() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let answer = submit(&app, &source, &json!({"message": "call me", "email": "nowhere"}));
    assert_eq!((status(&answer), answer.str("/code")), ("failed".to_owned(), "no_contact_details".to_owned()));
    assert_eq!(leads(&app, &owner).len(), 0);
    let kept = &deliveries(&app, &owner, &source, "?status=failed")[0];
    assert_eq!(
        (&kept["id"], &kept["code"], &kept["record_id"]),
        (&json!(answer.str("/delivery_id")), &json!("no_contact_details"), &Json::Null)
    );
    for body in [json!({"name": "Ann"}), json!({"email": "ann@example.test"}), json!({"tel": 49_301_234_567_i64})] {
        assert_eq!(status(&submit(&app, &source, &body)), "created");
    }
}

#[test]
fn whoever_fills_the_honeypot_makes_no_lead() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let answer = deliver(&app, &source, FORM, b"email=ann%40example.test&_gotcha=viagra").expect(200);
    assert_eq!((status(&answer), answer.str("/code")), ("ignored".to_owned(), "honeypot".to_owned()));
    assert_eq!(leads(&app, &owner).len(), 0);
    assert_eq!(deliveries(&app, &owner, &source, "?status=ignored").len(), 1);
    // Also without the check that a person has to pass.
    let strict = self::source(&app, &owner, json!({"name": "Strict", "turnstile_secret": "0x0"}));
    assert_eq!(status(&deliver(&app, &strict, FORM, b"email=ann%40example.test&_gotcha=x").expect(200)), "ignored");
    assert_eq!(status(&deliver(&app, &source, FORM, b"email=ann%40example.test&_gotcha=").expect(200)), "created");
    assert_eq!(only_lead(&app, &owner)["fields"], json!({}));
}

#[test]
fn a_browser_is_sent_on_only_where_the_source_allows() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Website", "allowed_origins": ["https://www.example.test"]}));
    let go = |name: &str, to: &str| deliver(&app, &source, FORM, &encoded(&[("name", name), ("_redirect", to)]));
    let sent = go("Ann", "https://www.example.test/thanks?x=1").expect(303);
    assert_eq!(sent.header("location"), Some("https://www.example.test/thanks?x=1"));
    go("Ann", "https://www.example.test/thanks").expect(303);
    for (index, bad) in
        ["https://evil.test/", "https://www.example.test.evil.test/", "//www.example.test/", "/thanks"].into_iter().enumerate()
    {
        assert_eq!(status(&go(&format!("Bob {index}"), bad).expect(200)), "created", "{bad}");
    }
    // A program reads the answer, and a form that failed shows it.
    assert_eq!(status(&submit(&app, &source, &json!({"name": "Cara", "_redirect": "https://www.example.test/"}))), "created");
    assert_eq!(status(&go("", "https://www.example.test/").expect(200)), "failed");
    assert!(leads(&app, &owner).iter().all(|lead| lead["fields"] == json!({})));
    assert_eq!(leads(&app, &owner).len(), 6);
}

// The same thing twice.

#[test]
fn the_same_content_within_ten_minutes_is_one_submission() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Website", "on_duplicate": "create"}));
    // A moment before one window ends and the next one begins.
    let border = (START / WINDOW + 1) * WINDOW;
    app.now.set(border - 11);
    let pairs = [("name", "Ann"), ("message", "hello")];
    let turned = [("message", "hello"), ("name", "Ann"), ("cf-turnstile-response", "another token")];
    let (media, parts) = multipart(&turned);
    assert_eq!(status(&deliver(&app, &source, FORM, &encoded(&pairs)).expect(200)), "created");
    let again = deliver(&app, &source, FORM, &encoded(&turned)).expect(200);
    assert_eq!((status(&again), again.calls), ("duplicate".to_owned(), 2));
    assert_eq!(status(&deliver(&app, &source, &media, &parts).expect(200)), "duplicate");
    app.now.set(border + 1);
    assert_eq!(status(&deliver(&app, &source, FORM, &encoded(&pairs)).expect(200)), "duplicate", "across the border");
    assert_eq!(status(&submit(&app, &source, &json!({"name": "Ann", "message": "Hello"}))), "created", "it says something else");
    app.now.set(border - 10 + WINDOW);
    assert_eq!(status(&deliver(&app, &source, FORM, &encoded(&pairs)).expect(200)), "created", "ten minutes later");
    assert_eq!(leads(&app, &owner).len(), 3);
    let kept = deliveries(&app, &owner, &source, "?status=duplicate");
    assert_eq!(kept.len(), 3);
    assert!(kept.iter().all(|kept| !kept["record_id"].is_null()), "a duplicate tells of which record");
}

#[test]
fn the_idempotency_key_tells_submissions_apart() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Website", "on_duplicate": "create"}));
    let other = source_named(&app, &owner, "Other");
    let go = |source: &Source, key: &str| {
        let headers = [("content-type", JSON), ("idempotency-key", key)];
        status(&app.send(&request(&source.path, &headers, br#"{"name":"Ann"}"#)).expect(200))
    };
    assert_eq!(go(&source, "k1"), "created");
    assert_eq!(go(&source, "k2"), "created");
    app.pass(30 * 24 * HOUR);
    assert_eq!(go(&source, "k1"), "duplicate");
    assert_eq!(go(&other, "k1"), "created", "each source has its own");
}

fn source_named(app: &App, who: &User, name: &str) -> Source {
    source(app, who, json!({"name": name, "on_duplicate": "create"}))
}

#[test]
fn empty_submissions_are_never_the_same() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    for (media, body) in
        [(JSON, &b"{}"[..]), (JSON, b"{}"), (FORM, b""), (FORM, b""), (FORM, b"name=&_redirect=x"), (JSON, b"{\"a\":[null,\" \"]}")]
    {
        let answer = deliver(&app, &source, media, body).expect(200);
        assert_eq!((status(&answer), answer.str("/code")), ("failed".to_owned(), "no_contact_details".to_owned()));
    }
    assert_eq!(deliveries(&app, &owner, &source, "?status=failed").len(), 6);
}

#[test]
fn two_copies_at_the_same_moment_make_one_lead() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let copy = |key: &str, at: i64| {
        format!(
            "INSERT INTO delivery (id, org_id, source_id, submission_key, status, content_type, body, base64, received_at)
             SELECT '0193b0c0-0000-7000-8000-' || lower(hex(randomblob(6))), org_id, id, '{key}', 'created', '', '', 0, {at} FROM source"
        )
    };
    // The copy commits after this one has looked and before it writes.
    *app.db.interference.borrow_mut() = Some(copy("id:k1", START));
    let headers = [("content-type", JSON), ("idempotency-key", "k1")];
    let answer = app.send(&request(&source.path, &headers, br#"{"email":"ann@example.test"}"#)).expect(200);
    assert_eq!(status(&answer), "duplicate");
    assert_eq!((leads(&app, &owner).len(), count(&app, "event")), (0, 0), "all or nothing");

    // The same in the room of a lead that is there.
    submit(&app, &source, &json!({"email": "ann@example.test"}));
    let lead = only_lead(&app, &owner);
    *app.db.interference.borrow_mut() = Some(copy("id:k2", START));
    let headers = [("content-type", JSON), ("idempotency-key", "k2")];
    let answer = app.send(&request(&source.path, &headers, br#"{"email":"ann@example.test","phone":"+49 30 1234567"}"#)).expect(200);
    assert_eq!(status(&answer), "duplicate");
    assert_eq!(only_lead(&app, &owner), lead);

    // And by content, when the copy fell into the window before.
    let border = (app.now.get() / WINDOW + 1) * WINDOW;
    app.now.set(border);
    submit(&app, &source, &json!({"name": "Bob"}));
    let key = app.db.ask("SELECT submission_key FROM delivery ORDER BY received_at DESC LIMIT 1").remove(0);
    let (window, hash) = key.split_once(':').unwrap();
    let earlier = format!("{}:{hash}", window.parse::<i64>().unwrap() - 1);
    app.db.execute(&format!("DELETE FROM delivery WHERE submission_key = '{key}'; DELETE FROM record WHERE name = 'Bob'"));
    *app.db.interference.borrow_mut() = Some(copy(&earlier, border - 1));
    assert_eq!(status(&submit(&app, &source, &json!({"name": "Bob"}))), "duplicate");
    assert_eq!(leads(&app, &owner).len(), 1);
}

#[test]
fn an_open_lead_of_the_same_person_is_told() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let lead = app.post(&owner, "/v1/leads", json!({"name": "Ann", "email": "Ann@Example.test", "fields": {"size": 5}})).expect(201);
    app.nudges.borrow_mut().clear();
    let answer =
        submit(&app, &source, &json!({"email": "ann@example.test", "name": "Ann Able", "phone": "030 1234567", "size": 7, "color": "red"}));
    assert_eq!((status(&answer), answer.calls), ("queued".to_owned(), 2), "what follows, follows in the queue");
    assert_eq!(deliveries(&app, &owner, &source, "?status=received").len(), 1);
    assert_eq!(became(&app, &owner, &answer), "updated");
    let after = only_lead(&app, &owner);
    assert_eq!((&after["name"], &after["email"], &after["phone"]), (&json!("Ann"), &json!("Ann@Example.test"), &json!("030 1234567")));
    assert_eq!(after["fields"], json!({"size": 5, "color": "red"}));
    assert_eq!(after["owner"]["id"], owner.id, "it stays with its owner");
    assert_eq!(app.history(&owner, &lead.id()), ["created", "captured", "updated"]);
    let told = captured(&app, &owner, &after);
    assert_eq!(told["data"]["answers"], json!({"name": "Ann Able", "email": "ann@example.test", "fields.size": 7}));
    assert_eq!(told["actor"]["type"], "source");
    assert_eq!(deliveries(&app, &owner, &source, "?status=updated")[0]["record_id"], lead.id());

    // The phone number alone will do; and one that is in the trash does not count.
    assert_eq!(became(&app, &owner, &submit(&app, &source, &json!({"phone": "(030) 123-4567"}))), "updated");
    app.delete(&owner, &format!("/v1/leads/{}", lead.id())).expect(204);
    assert_eq!(status(&submit(&app, &source, &json!({"phone": "030/1234567"}))), "created");
}

#[test]
fn a_lead_that_was_converted_is_open_no_more() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    assert_eq!(status(&submit(&app, &source, &json!({"email": "ann@example.test"}))), "created");
    let lead = only_lead(&app, &owner)["id"].as_str().unwrap().to_owned();
    app.post(&owner, &format!("/v1/leads/{lead}/convert"), json!({})).expect(201);
    assert_eq!(status(&submit(&app, &source, &json!({"email": "ann@example.test", "message": "One more"}))), "created");
    assert_eq!(leads(&app, &owner).len(), 2);
}

#[test]
fn a_source_may_make_a_second_lead_of_the_same_person() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Website", "on_duplicate": "create"}));
    assert_eq!(status(&submit(&app, &source, &json!({"email": "ann@example.test"}))), "created");
    let answer = submit(&app, &source, &json!({"email": "ann@example.test", "message": "again"}));
    assert_eq!((status(&answer), answer.calls), ("created".to_owned(), 2));
    assert_eq!(leads(&app, &owner).len(), 2);
}

#[test]
fn two_forms_of_one_person_at_the_same_moment_meet_on_one_lead() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let lead = app.lead(&owner, "Ann");
    // After this form has looked, and before it writes, another one brings the address.
    *app.db.interference.borrow_mut() = Some("UPDATE record SET email = 'ann@example.test', email_key = 'ann@example.test'".to_owned());
    assert_eq!(became(&app, &owner, &submit(&app, &source, &json!({"email": "ann@example.test", "phone": "+49 30 1234567"}))), "updated");
    let after = only_lead(&app, &owner);
    assert_eq!((&after["id"], &after["phone"]), (&json!(lead), &json!("+49 30 1234567")));
    assert_eq!(deliveries(&app, &owner, &source, "").len(), 1);
}

#[test]
fn a_lead_that_goes_to_the_trash_meanwhile_is_made_anew() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let lead = app.post(&owner, "/v1/leads", json!({"email": "ann@example.test"})).expect(201).id();
    let answer = submit(&app, &source, &json!({"email": "ann@example.test"}));
    assert_eq!(status(&answer), "queued");
    // Trashed between the room's look and its write, by somebody whose event takes the number that this one wanted.
    *app.db.interference.borrow_mut() = Some(format!(
        "INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_name, data)
           SELECT id, version + 1, org_id, 'deleted', {START}, 'system', 'x', '{{}}' FROM record WHERE id = '{lead}';
         UPDATE record SET version = version + 1, deleted_at = {START} WHERE id = '{lead}'"
    ));
    app.nudges.borrow_mut().retain(|job| matches!(job, leadroom::job::Job::Delivery { .. }));
    assert_eq!(became(&app, &owner, &answer), "created");
    assert_ne!(only_lead(&app, &owner)["id"], json!(lead));
}

// Sources.

#[test]
fn a_source_says_what_a_new_lead_starts_with() {
    let (app, owner) = world();
    let ann = app.person(&owner, "Ann Able", "agent");
    let body = json!({
        "name": "Website", "owner": {"user_id": ann.id},
        "defaults": {"status": "working", "tags": ["web", "hot"], "source": "web"}, "field_map": {"topic": "tags"},
    });
    let answer = app.post(&owner, "/v1/sources", body).expect(201);
    let source = Source { id: answer.id(), path: path_of(&answer), secret: String::new() };
    submit(&app, &source, &json!({"name": "Bob", "topic": ["hot", "new"], "status": "won"}));
    let lead = only_lead(&app, &ann);
    assert_eq!((&lead["status"], &lead["source"], &lead["owner"]["name"]), (&json!("working"), &json!("web"), &json!("Ann Able")));
    assert_eq!(lead["tags"], json!(["web", "hot", "new"]));
    assert_eq!(lead["fields"], json!({"status": "won"}), "a visitor does not choose the status");

    // What has become impossible since costs no lead.
    app.patch(&owner, &format!("/v1/users/{}", ann.id), json!({"active": false})).expect(200);
    app.patch(&owner, "/v1/organization", json!({"settings": {"statuses": {"lead": ["fresh", "done"]}}})).expect(200);
    submit(&app, &source, &json!({"name": "Cara"}));
    let cara = &leads(&app, &owner)[1];
    assert_eq!((&cara["name"], &cara["status"], &cara["owner"]), (&json!("Cara"), &json!("fresh"), &Json::Null));
    // Neither does it stand in the way of other changes.
    app.patch(&owner, &format!("/v1/sources/{}", source.id), json!({"field_map": {"x": "company"}})).expect(200);

    app.patch(&owner, &format!("/v1/sources/{}", source.id), json!({"defaults": {"kind": "contact", "status": null}, "owner": "none"}))
        .expect(200);
    submit(&app, &source, &json!({"name": "Dora"}));
    assert_eq!(app.get(&owner, "/v1/contacts").expect(200).body["data"][0]["status"], "active");
}

#[test]
fn a_source_shows_its_secrets_once() {
    let (app, owner) = world();
    let answer = app.post(&owner, "/v1/sources", json!({"name": "Hooks", "provider": "standard_webhooks"})).expect(201);
    let secret = answer.str("/secret");
    assert_eq!(STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap().len(), 32);
    assert!(answer.str("/capture_url").starts_with("https://leads.test/v1/capture/"));
    let key = path_of(&answer).rsplit('/').next().unwrap().to_owned();
    assert!(key.len() >= 22, "128 bits");
    assert_eq!(answer.header("location"), Some(format!("/v1/sources/{}", answer.id()).as_str()));
    let path = format!("/v1/sources/{}", answer.id());
    let told = [
        app.get(&owner, &path).expect(200).text,
        app.get(&owner, "/v1/sources").expect(200).text,
        app.patch(&owner, &path, json!({"name": "Hooks 2"})).expect(200).text,
        app.patch(&owner, &path, json!({"secret": format!("whsec_{}", STANDARD.encode([9; 24]))})).expect(200).text,
        app.post(&owner, &format!("{path}/rotate_key"), json!({})).expect(200).text,
    ];
    let rows = app.db.ask("SELECT * FROM source_key");
    for text in told.iter().chain(&rows) {
        assert!(!text.contains("whsec_") && !text.contains(&key), "{text}");
    }
    let seen = app.get(&owner, &path).expect(200);
    let expected = json!({
        "id": answer.id(), "name": "Hooks 2", "provider": "standard_webhooks", "has_secret": true, "field_map": {}, "owner": "none", "on_duplicate": "update",
        "defaults": {"status": null, "tags": [], "source": null, "kind": null}, "allowed_origins": [], "version": 3,
        "collaborators": [], "has_turnstile_secret": false, "has_verify_token": false, "readback": null,
        "created_at": answer.body["created_at"], "updated_at": seen.body["updated_at"],
    });
    assert_eq!(seen.body, expected);
    assert_eq!(seen.header("etag"), Some("\"3\""));
    assert_eq!(app.get(&owner, &format!("/v1/sources/{}", form(&app, &owner).id)).expect(200).body["has_secret"], false);
}

#[test]
fn what_is_kept_of_a_delivery_has_no_secrets() {
    let (app, owner) = world();
    let source = source(&app, &owner, json!({"name": "Hooks", "provider": "standard_webhooks"}));
    let key = source.path.rsplit('/').next().unwrap();
    let body =
        json!({"email": "ann@example.test", "action": format!("https://leads.test{}", source.path), "echo": source.secret}).to_string();
    let answer = signed(&app, &source, "m1", body.as_bytes()).expect(200);
    let kept = app.get(&owner, &format!("/v1/deliveries/{}", answer.str("/delivery_id"))).expect(200).str("/body");
    assert!(!kept.contains(key) && !kept.contains(&source.secret), "{kept}");
    assert!(kept.contains("/v1/capture/[secret]"));
}

#[test]
fn both_keys_work_for_a_day_after_a_rotation() {
    let (app, owner) = world();
    let mut source = form(&app, &owner);
    let old = source.path.clone();
    let path = format!("/v1/sources/{}/rotate_key", source.id);
    let answer = app.post(&owner, &path, json!({})).expect(200);
    source.path = path_of(&answer);
    let until = leadroom::time::Timestamp::parse(&answer.str("/previous_key_valid_until")).unwrap().0;
    assert_eq!(until, app.now.get() + 24 * HOUR);
    let go = |path: &str, name: &str| app.send(&request(path, &[("content-type", FORM)], format!("name={name}").as_bytes()));
    go(&old, "a").expect(200);
    go(&source.path, "b").expect(200);
    // Another rotation does not lengthen the first key's life.
    app.pass(HOUR);
    let third = path_of(&app.post(&owner, &path, json!({})).expect(200));
    app.now.set(until - 2);
    go(&old, "c").expect(200);
    app.now.set(until - 1);
    go(&old, "d").refused(404, "not_found");
    go(&source.path, "e").expect(200);
    app.pass(HOUR + MINUTE);
    go(&source.path, "f").refused(404, "not_found");
    go(&third, "g").expect(200);
    app.post(&owner, &path, json!({})).expect(200);
    assert_eq!(count(&app, "source_key"), 2, "keys that have ended go");
    app.post(&owner, &path, json!({"overlap": 1})).refused(422, "validation_failed");
}

#[test]
fn an_unknown_key_is_answered_like_any_unknown_path() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    let usual = app.get(&owner, "/v1/leads/0193b0c0-0000-7000-8000-000000000001").refused(404, "not_found");
    let long = "x".repeat(5000);
    for key in ["nope", "..", &long, &source.id] {
        let answer = app.send(&request(&format!("/v1/capture/{key}"), &[("content-type", JSON)], b"{}")).refused(404, "not_found");
        assert_eq!(answer.text, usual.text);
    }
    let mut put = request(&source.path, &[], b"");
    put.method = "PUT".to_owned();
    assert_eq!(app.send(&put).refused(405, "method_not_allowed").header("allow"), Some("GET, POST, HEAD"));
    app.delete(&owner, &format!("/v1/sources/{}", source.id)).expect(204);
    deliver(&app, &source, FORM, b"name=Ann").refused(404, "not_found");
}

#[test]
fn sources_are_their_organisations_own() {
    let (app, acme) = world();
    let other = app.organization("Other");
    let source = form(&app, &acme);
    let delivered = submit(&app, &source, &json!({"email": "ann@example.test"}));
    let path = format!("/v1/sources/{}", source.id);
    app.get(&other, &path).refused(404, "not_found");
    app.patch(&other, &path, json!({"name": "Mine"})).refused(404, "not_found");
    app.delete(&other, &path).refused(404, "not_found");
    app.post(&other, &format!("{path}/rotate_key"), json!({})).refused(404, "not_found");
    app.get(&other, &format!("{path}/deliveries")).refused(404, "not_found");
    app.get(&other, &format!("/v1/deliveries/{}", delivered.str("/delivery_id"))).refused(404, "not_found");
    assert_eq!(app.get(&other, "/v1/sources").expect(200).ids(), Vec::<String>::new());
    assert_eq!(leads(&app, &other).len(), 0);
    app.get(&acme, &path).expect(200);

    // The same name, the same submission and the same person are another's there.
    let theirs = form(&app, &other);
    assert_eq!(status(&submit(&app, &theirs, &json!({"email": "ann@example.test"}))), "created");
    assert_eq!((leads(&app, &acme).len(), leads(&app, &other).len()), (1, 1));
    // Nobody of another organisation can be made the owner.
    let body = json!({"name": "X", "owner": {"user_id": other.id}});
    let refused = app.post(&acme, "/v1/sources", body).refused(422, "validation_failed");
    assert_eq!(refused.body["errors"][0]["field"], "owner.user_id");
}

#[test]
fn sources_take_the_capability_to_manage_them() {
    let (app, owner) = world();
    let ann = app.person(&owner, "Ann Able", "agent");
    let source = form(&app, &owner);
    let delivered = submit(&app, &source, &json!({"name": "Bob"}));
    let path = format!("/v1/sources/{}", source.id);
    let answers = [
        app.get(&ann, "/v1/sources"),
        app.post(&ann, "/v1/sources", json!({"name": "Mine"})),
        app.get(&ann, &path),
        app.patch(&ann, &path, json!({"name": "Mine"})),
        app.delete(&ann, &path),
        app.post(&ann, &format!("{path}/rotate_key"), json!({})),
        app.get(&ann, &format!("{path}/deliveries")),
        app.get(&ann, &format!("/v1/deliveries/{}", delivered.str("/delivery_id"))),
        // Nor does the answer tell whether there is such a source.
        app.get(&ann, "/v1/sources/0193b0c0-0000-7000-8000-000000000001"),
    ];
    for answer in answers {
        assert_eq!(answer.refused(403, "forbidden").body["missing"], "manage_sources");
    }
    let mut nobody = App::request(None, "POST", "/v1/sources", Some(&json!({"name": "x"})));
    app.send(&nobody).refused(401, "unauthenticated");
    nobody.path = format!("{path}/rotate_key");
    app.send(&nobody).refused(401, "unauthenticated");
    let admin = app.person(&owner, "Cara Cole", "admin");
    app.get(&admin, &path).expect(200);
}

#[test]
fn what_is_not_known_or_does_not_work_yet_is_refused_by_name() {
    let (app, owner) = world();
    let hooks = source(&app, &owner, json!({"name": "Hooks", "provider": "standard_webhooks"}));
    let refused = |answer: Answer, fields: &[&str]| {
        let answer = answer.refused(422, "validation_failed");
        let mut found: Vec<_> =
            answer.body["errors"].as_array().unwrap().iter().map(|error| error["field"].as_str().unwrap().to_owned()).collect();
        found.sort();
        assert_eq!(found, fields);
    };
    let post = |body: Json| app.post(&owner, "/v1/sources", body);
    refused(
        post(
            json!({"name": "X", "turnstile_secret": 1, "verify_token": 2, "readback": {"x": 1, "base_url": "http://10.0.0.1/"}, "collaborators": ["x"], "capture_url": "x"}),
        ),
        &["capture_url", "collaborators", "readback.base_url", "readback.x", "turnstile_secret", "verify_token"],
    );
    refused(post(json!({})), &["name"]);
    refused(post(json!({"name": "X", "provider": "carrier_pigeon", "secret": "x"})), &["provider"]);
    refused(post(json!({"name": "X", "collaborators": ["0193b0c0-0000-7000-8000-000000000001"]})), &["collaborators"]);
    refused(post(json!({"name": "X", "secret": "x"})), &["secret"]);
    refused(post(json!({"name": "X", "provider": "standard_webhooks", "secret": "not one"})), &["secret"]);
    refused(post(json!({"name": "X", "provider": "standard_webhooks", "secret": "whsec_"})), &["secret"]);
    refused(post(json!({"name": "X", "owner": {"round_robin_team_id": owner.id}})), &["owner.round_robin_team_id"]);
    refused(post(json!({"name": "X", "owner": {}})), &["owner.user_id"]);
    refused(post(json!({"name": "X", "owner": {"user_id": owner.id, "round_robin_team_id": owner.id}})), &["owner.user_id"]);
    refused(post(json!({"name": "X", "owner": "me", "on_duplicate": "merge"})), &["on_duplicate", "owner"]);
    refused(post(json!({"name": "X", "owner": {"user_id": "0193b0c0-0000-7000-8000-000000000001"}})), &["owner.user_id"]);
    refused(
        post(json!({"name": "X", "field_map": {"q": "status", "r": "fields.", "s": 1}})),
        &["field_map.q", "field_map.r", "field_map.s"],
    );
    refused(
        post(json!({"name": "X", "field_map": [], "allowed_origins": ["https://a.test/x", "a.test"]})),
        &["allowed_origins.0", "allowed_origins.1", "field_map"],
    );
    refused(
        post(json!({"name": "X", "defaults": {"status": "won", "owner": 1, "tags": [1], "kind": "x"}})),
        &["defaults.kind", "defaults.owner", "defaults.tags.0"],
    );
    refused(post(json!({"name": "X", "defaults": {"status": "won"}})), &["defaults.status"]);
    post(json!({"name": "X", "defaults": {"status": "won", "kind": "deal"}})).expect(201);
    let path = format!("/v1/sources/{}", hooks.id);
    refused(app.patch(&owner, &path, json!({"provider": "form", "name": null, "secret": null})), &["name", "provider", "secret"]);
    app.get(&owner, &format!("{path}/deliveries?status=lost")).refused(400, "invalid_parameter");
    app.get(&owner, "/v1/sources?provider=form").refused(400, "invalid_parameter");
}

#[test]
fn the_names_of_sources_are_unique() {
    let (app, owner) = world();
    let website = form(&app, &owner);
    app.post(&owner, "/v1/sources", json!({"name": "Website"})).refused(409, "name_taken");
    let other = source_named(&app, &owner, "Other");
    app.patch(&owner, &format!("/v1/sources/{}", other.id), json!({"name": "Website"})).refused(409, "name_taken");
    app.delete(&owner, &format!("/v1/sources/{}", website.id)).expect(204);
    app.patch(&owner, &format!("/v1/sources/{}", other.id), json!({"name": "Website"})).expect(200);
}

#[test]
fn a_change_of_a_source_merges() {
    let (app, owner) = world();
    let source = source(
        &app,
        &owner,
        json!({"name": "Website", "field_map": {"a": "company", "b": "title"}, "defaults": {"tags": ["web"], "source": "web"}}),
    );
    let path = format!("/v1/sources/{}", source.id);
    let changes = json!({"field_map": {"a": null, "c": "fields.c"}, "defaults": {"source": null}, "on_duplicate": "create", "allowed_origins": ["https://a.test"]});
    let after = app.patch_if(&owner, &path, 1, changes.clone()).expect(200);
    assert_eq!(after.body["field_map"], json!({"b": "title", "c": "fields.c"}));
    assert_eq!(after.body["defaults"], json!({"status": null, "tags": ["web"], "source": null, "kind": null}));
    assert_eq!((&after.body["on_duplicate"], &after.body["version"]), (&json!("create"), &json!(2)));
    // The same again changes nothing; what was seen too long ago is refused.
    assert_eq!(app.patch(&owner, &path, changes).expect(200).body["version"], 2);
    let conflict = app.patch_if(&owner, &path, 1, json!({"name": "Y"})).refused(412, "edit_conflict");
    assert_eq!(conflict.body["current"]["name"], "Website");
    let cleared =
        app.patch(&owner, &path, json!({"field_map": null, "defaults": null, "on_duplicate": null, "allowed_origins": null})).expect(200);
    assert_eq!(
        (&cleared.body["field_map"], &cleared.body["on_duplicate"], &cleared.body["allowed_origins"]),
        (&json!({}), &json!("update"), &json!([]))
    );
}

#[test]
fn deliveries_are_listed_page_by_page() {
    let (app, owner) = world();
    let source = form(&app, &owner);
    for index in 0..5 {
        submit(&app, &source, &json!({"name": format!("Ann {index}")}));
        submit(&app, &source, &json!({"message": format!("no. {index}")}));
    }
    let mut target = format!("/v1/sources/{}/deliveries?status=failed&limit=2", source.id);
    let mut bodies = Vec::new();
    loop {
        let page = app.get(&owner, &target).expect(200);
        assert_eq!(page.calls, 1);
        bodies.extend(page.body["data"].as_array().unwrap().iter().map(|one| one["body"].as_str().unwrap().to_owned()));
        let Some(cursor) = page.body["next_cursor"].as_str() else { break };
        target = format!("/v1/sources/{}/deliveries?status=failed&limit=2&cursor={cursor}", source.id);
    }
    let expected: Vec<String> = (0..5).rev().map(|index| format!("{{\"message\":\"no. {index}\"}}")).collect();
    assert_eq!(bodies, expected);
    assert_eq!(deliveries(&app, &owner, &source, "").len(), 10);
    for index in 0..3 {
        source_named(&app, &owner, &format!("Source {index}"));
    }
    let page = app.get(&owner, "/v1/sources?limit=3").expect(200);
    let next = app.get(&owner, &format!("/v1/sources?limit=3&cursor={}", page.str("/next_cursor"))).expect(200);
    assert_eq!((page.ids().len(), next.ids()), (3, vec![source.id]));
}
