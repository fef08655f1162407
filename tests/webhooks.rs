//! Outgoing webhooks: what they say, to whom, how often, and what becomes of them when anything fails.

mod support;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use leadroom::error::StoreError;
use leadroom::flow::webhook::{PAUSES, signed};
use leadroom::flow::{Incoming, Outgoing, Ports, dispatch};
use leadroom::sql::{Db, Later, Rows, Stmt};
use leadroom::store::webhook::event_words;
use leadroom::time::{DAY, HOUR, MINUTE, SECOND, Timestamp};
use serde_json::{Value as Json, json};
use support::{App, User, run};

const HOOK: &str = "https://hooks.example.com/in";

/// A server that takes webhooks, and the resolver that knows where it is.
#[derive(Clone, Default)]
struct Receiver {
    /// What was sent to it.
    asked: Rc<RefCell<Vec<Outgoing>>>,
    /// What it answers, the last of them for ever; nothing at all is `204`.
    answers: Rc<RefCell<Vec<Result<u16, String>>>>,
    /// What its name stands for.
    addresses: Rc<RefCell<Vec<&'static str>>>,
    /// What the resolver answers with.
    resolver: Rc<Cell<(u16, i64)>>,
}

impl Receiver {
    fn new(app: &App) -> Self {
        let this = Self::default();
        *this.addresses.borrow_mut() = vec!["93.184.216.34", "2606:4700:4700::1111"];
        this.resolver.set((200, 0));
        let server = this.clone();
        *app.server.borrow_mut() = Box::new(move |request| server.answer(request));
        this
    }

    fn answer(&self, request: &Outgoing) -> Result<Incoming, String> {
        let reply = |status, body: String| Ok(Incoming { status, headers: Vec::new(), body: body.into_bytes() });
        if let Some(query) = request.url.strip_prefix("https://dns.test/query?name=hooks.example.com&type=") {
            let (status, code) = self.resolver.get();
            let kind = if query == "A" { 1 } else { 28 };
            let addresses = self.addresses.borrow();
            let mut records = vec![json!({"name": "hooks.example.com", "type": 5, "TTL": 60, "data": "elsewhere.example.com."})];
            records.extend(
                addresses
                    .iter()
                    .filter(|address| address.contains(':') == (kind == 28))
                    .map(|address| json!({"name": "elsewhere.example.com", "type": kind, "TTL": 60, "data": address})),
            );
            return reply(status, json!({"Status": code, "Answer": records}).to_string());
        }
        assert_eq!((request.method, request.url.as_str()), ("POST", HOOK));
        self.asked.borrow_mut().push(request.clone());
        let mut answers = self.answers.borrow_mut();
        let answer = if answers.len() > 1 { answers.remove(0) } else { answers.first().cloned().unwrap_or(Ok(204)) };
        answer.and_then(|status| reply(status, String::new()))
    }

    fn answers(&self, answers: &[u16]) {
        *self.answers.borrow_mut() = answers.iter().map(|status| Ok(*status)).collect();
    }

    /// What came since the last time.
    fn took(&self) -> Vec<Outgoing> {
        self.asked.take()
    }
}

fn header<'a>(request: &'a Outgoing, name: &str) -> &'a str {
    request.headers.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
}

fn body(request: &Outgoing) -> Json {
    serde_json::from_str(&request.body).unwrap()
}

fn types(requests: &[Outgoing]) -> Vec<String> {
    requests.iter().map(|request| body(request)["type"].as_str().unwrap().to_owned()).collect()
}

fn hook(app: &App, who: &User, events: &[&str]) -> (String, String) {
    let answer = app.post(who, "/v1/webhooks", json!({"url": HOOK, "events": events})).expect(201);
    (answer.id(), answer.str("/secret"))
}

fn deliveries(app: &App, who: &User, webhook: &str) -> Vec<Json> {
    app.get(who, &format!("/v1/webhooks/{webhook}/deliveries")).expect(200).body["data"].as_array().unwrap().clone()
}

fn delivery(app: &App, who: &User, id: &str) -> Json {
    app.get(who, &format!("/v1/webhook_deliveries/{id}")).expect(200).body
}

#[test]
fn the_signature_is_the_one_that_is_published() {
    let now = Timestamp(1_614_265_330_000);
    let secrets = ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"];
    let headers = signed("msg_p5jXN8AQM9LWM0D4loKWxJek", r#"{"test": 2432232314}"#, secrets.into_iter(), now);
    assert_eq!(
        headers,
        [
            ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek".to_owned()),
            ("webhook-timestamp", "1614265330".to_owned()),
            ("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=".to_owned()),
        ]
    );
}

#[test]
fn a_webhook_hears_what_it_asks_for_and_learns_little() {
    let app = App::default();
    let receiver = Receiver::new(&app);
    let owner = app.organization("Acme");
    let (id, secret) = hook(&app, &owner, &["lead.updated", "note.added"]);
    assert!(secret.starts_with("whsec_") && secret.len() == 50, "{secret}");
    let lead = app.lead(&owner, "Secret Ltd");
    app.patch(&owner, &format!("/v1/leads/{lead}"), json!({"company": "Quiet Inc", "fields": {"size": 7}})).expect(200);
    let at = app.get(&owner, &format!("/v1/leads/{lead}/timeline")).body["data"][0]["at"].clone();
    app.post(&owner, &format!("/v1/leads/{lead}/notes"), json!({"body": "whisper"})).expect(201);
    app.drain();
    let took = receiver.took();
    assert_eq!(types(&took), ["lead.updated", "note.added"]);
    let told = json!({"record_id": lead, "kind": "lead", "seq": 2, "changed": ["company", "fields.size"]});
    assert_eq!(body(&took[0]), json!({"type": "lead.updated", "timestamp": at, "data": told}));
    assert_eq!(body(&took[1])["data"]["changed"], json!([]));
    for request in &took {
        assert!(!request.body.contains("Quiet") && !request.body.contains("whisper") && !request.body.contains("Secret"));
        assert_eq!(header(request, "content-type"), "application/json");
        let again = signed(header(request, "webhook-id"), &request.body, [secret.as_str()].into_iter(), Timestamp(app.now.get()));
        assert_eq!(again[2].1, header(request, "webhook-signature"));
    }
    let kept = deliveries(&app, &owner, &id);
    assert_eq!(kept.len(), 2);
    let first = kept.iter().find(|one| one["id"] == header(&took[0], "webhook-id")).unwrap();
    assert_eq!(first["payload"], body(&took[0]));
    for (name, value) in [
        ("webhook_id", json!(id)),
        ("event", json!("lead.updated")),
        ("status", json!("delivered")),
        ("attempts", json!(1)),
        ("response_status", json!(204)),
        ("duration_ms", json!(7)),
        ("error", Json::Null),
        ("next_attempt_at", Json::Null),
    ] {
        assert_eq!(first[name], value, "{name}");
    }
    assert_eq!(delivery(&app, &owner, header(&took[0], "webhook-id")), *first);
}

#[test]
fn every_event_comes_under_its_name() {
    let app = App::default();
    let receiver = Receiver::new(&app);
    let owner = app.organization("Acme");
    let (ann, bob) = (app.person(&owner, "Ann", "agent"), app.person(&owner, "Bob", "agent"));
    hook(&app, &owner, &["*"]);
    let happened = |what: &[&str]| {
        app.drain();
        assert_eq!(types(&receiver.took()), what);
    };
    for (kind, plural) in [("lead", "leads"), ("contact", "contacts"), ("deal", "deals")] {
        let name = |event: &str| format!("{kind}.{event}");
        let id = app.post(&owner, &format!("/v1/{plural}"), json!({"name": "X", "owner_id": null})).expect(201).id();
        let path = format!("/v1/{plural}/{id}");
        happened(&[&name("created")]);
        app.patch(&owner, &path, json!({"company": "Y"})).expect(200);
        happened(&[&name("updated")]);
        app.post(&owner, &format!("{path}/claim"), json!({})).expect(200);
        happened(&[&name("assigned")]);
        app.post(&owner, &format!("{path}/assign"), json!({"owner_id": ann.id, "keep_previous_owner": "none"})).expect(200);
        happened(&[&name("assigned")]);
        app.delete(&owner, &path).expect(204);
        happened(&[&name("deleted")]);
        app.post(&owner, &format!("{path}/restore"), json!({})).expect(200);
        happened(&[&name("restored")]);
    }
    let lead = app.lead(&owner, "X");
    let path = format!("/v1/leads/{lead}");
    happened(&["lead.created"]);
    app.put(&owner, &format!("{path}/collaborators/{}", bob.id), json!({})).expect(201);
    happened(&["collaborator.added"]);
    app.delete(&owner, &format!("{path}/collaborators/{}", bob.id)).expect(204);
    happened(&["collaborator.removed"]);
    let share =
        app.post(&owner, &format!("{path}/shares"), json!({"with": {"type": "everyone"}, "permissions": ["read"]})).expect(201).id();
    happened(&["share.created"]);
    app.patch(&owner, &format!("/v1/shares/{share}"), json!({"permissions": ["read", "note"]})).expect(200);
    happened(&["share.changed"]);
    app.delete(&owner, &format!("/v1/shares/{share}")).expect(204);
    happened(&["share.ended"]);
    let request = app.post(&bob, &format!("{path}/collaboration_requests"), json!({})).expect(201).id();
    happened(&["collaboration_request.created"]);
    app.post(&owner, &format!("/v1/collaboration_requests/{request}/deny"), json!({"note": "no"})).expect(200);
    happened(&["collaboration_request.decided"]);
    app.post(&owner, &format!("{path}/notes"), json!({"body": "x"})).expect(201);
    happened(&["note.added"]);
    let task = app.post(&owner, &format!("{path}/tasks"), json!({"title": "x"})).expect(201).id();
    happened(&["task.added"]);
    app.patch(&owner, &format!("/v1/tasks/{task}"), json!({"status": "done"})).expect(200);
    happened(&["task.done"]);
    app.post(&owner, &format!("{path}/communications"), json!({"channel": "call", "direction": "in", "summary": "x"})).expect(201);
    happened(&["communication.added"]);
    app.post(&owner, &format!("{path}/convert"), json!({"deal": {"name": "D"}})).expect(201);
    app.pass(2 * MINUTE);
    app.sweep_up();
    let mut took = types(&receiver.took());
    took.sort();
    assert_eq!(took, ["contact.created", "deal.created", "lead.converted"]);
}

#[test]
fn attempts_in_vain_follow_the_schedule_under_one_id_and_end() {
    let app = App::default();
    let receiver = Receiver::new(&app);
    receiver.answers(&[500, 503, 301, 404, 429]);
    let owner = app.organization("Acme");
    let (webhook, _) = hook(&app, &owner, &["lead.created"]);
    app.lead(&owner, "X");
    app.drain();
    let hours: Vec<i64> = PAUSES.iter().map(|pause| pause / SECOND).collect();
    assert_eq!(hours, [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    let mut all = receiver.took();
    for (index, pause) in PAUSES.iter().enumerate() {
        let waiting = &deliveries(&app, &owner, &webhook)[0];
        let expected = if index == 2 { "redirect" } else { "refused" };
        assert_eq!((&waiting["status"], &waiting["attempts"], &waiting["error"]), (&json!("pending"), &json!(index + 1), &json!(expected)));
        app.elapse(pause - SECOND);
        app.sweep_up();
        assert_eq!(receiver.took().len(), 0, "nothing comes early: {pause}");
        app.elapse(SECOND + 10);
        if *pause > 12 * HOUR {
            assert_eq!(receiver.took().len(), 0, "the queue does not carry a message for so long");
            app.pass(MINUTE);
            app.sweep_up();
        }
        let took = receiver.took();
        assert_eq!(took.len(), 1, "after {pause}");
        assert_eq!(header(&took[0], "webhook-timestamp"), (app.now.get() / 1000).to_string());
        all.extend(took);
    }
    assert_eq!(all.len(), 10);
    assert_eq!(all.iter().map(|request| header(request, "webhook-id")).collect::<BTreeSet<_>>().len(), 1);
    assert_eq!(all.iter().map(|request| &request.body).collect::<BTreeSet<_>>().len(), 1);
    let id = header(&all[0], "webhook-id").to_owned();
    let dead = delivery(&app, &owner, &id);
    for (name, value) in
        [("status", json!("failed")), ("attempts", json!(10)), ("response_status", json!(429)), ("next_attempt_at", Json::Null)]
    {
        assert_eq!(dead[name], value, "{name}");
    }
    app.elapse(2 * DAY);
    app.sweep_up();
    assert_eq!(receiver.took().len(), 0);
    receiver.answers(&[200]);
    let replayed = app.post(&owner, &format!("/v1/webhook_deliveries/{id}/replay"), json!({})).expect(200);
    assert_eq!(replayed.body["status"], "pending");
    app.drain();
    let took = receiver.took();
    assert_eq!((took.len(), header(&took[0], "webhook-id")), (1, id.as_str()));
    let kept = delivery(&app, &owner, &id);
    assert_eq!((&kept["status"], &kept["attempts"]), (&json!("delivered"), &json!(1)));
    app.post(&owner, &format!("/v1/webhook_deliveries/{id}/replay"), json!({})).refused(409, "not_failed");
}

#[test]
fn no_answer_is_an_attempt_in_vain() {
    let app = App::default();
    let receiver = Receiver::new(&app);
    receiver.answers.borrow_mut().extend([Err("timed out".to_owned()), Ok(200)]);
    let owner = app.organization("Acme");
    let (webhook, _) = hook(&app, &owner, &["lead.created"]);
    app.lead(&owner, "X");
    app.drain();
    let waiting = deliveries(&app, &owner, &webhook)[0].clone();
    assert_eq!((&waiting["error"], &waiting["response_status"]), (&json!("no_answer"), &Json::Null));
    app.elapse(6 * SECOND);
    assert_eq!(deliveries(&app, &owner, &webhook)[0]["status"], "delivered");
    assert_eq!(receiver.took().len(), 2);
}

#[test]
fn a_receiver_that_is_gone_hears_nothing_more_until_somebody_enables_it() {
    let app = App::default();
    let receiver = Receiver::new(&app);
    receiver.answers(&[500, 410]);
    let owner = app.organization("Acme");
    let (webhook, _) = hook(&app, &owner, &["lead.created"]);
    let path = format!("/v1/webhooks/{webhook}");
    app.lead(&owner, "waits");
    app.drain();
    app.lead(&owner, "is refused for good");
    app.drain();
    let disabled = app.get(&owner, &path).expect(200).body;
    assert_eq!((&disabled["enabled"], &disabled["disabled_reason"], &disabled["version"]), (&json!(false), &json!("gone"), &json!(2)));
    receiver.took();
    app.elapse(MINUTE);
    app.lead(&owner, "is not even kept");
    app.drain();
    assert_eq!(receiver.took().len(), 0);
    let kept: Vec<(Json, Json)> =
        deliveries(&app, &owner, &webhook).iter().map(|one| (one["status"].clone(), one["error"].clone())).collect();
    assert_eq!(kept, [(json!("failed"), json!("gone")), (json!("failed"), json!("webhook_disabled"))]);
    receiver.answers(&[200]);
    let enabled = app.patch(&owner, &path, json!({"enabled": true})).expect(200).body;
    assert_eq!((&enabled["enabled"], &enabled["disabled_reason"]), (&json!(true), &Json::Null));
    let failed = app.get(&owner, &format!("{path}/deliveries?status=failed")).expect(200).ids();
    for id in &failed {
        app.post(&owner, &format!("/v1/webhook_deliveries/{id}/replay"), json!({})).expect(200);
    }
    app.drain();
    assert_eq!((failed.len(), receiver.took().len()), (2, 2));
    // By hand no reason is told.
    let off = app.patch(&owner, &path, json!({"enabled": false})).expect(200).body;
    assert_eq!((&off["enabled"], &off["disabled_reason"]), (&json!(false), &Json::Null));
}

#[test]
fn both_secrets_sign_for_a_day_after_a_rotation() {
    let app = App::default();
    let receiver = Receiver::new(&app);
    let owner = app.organization("Acme");
    let (webhook, first) = hook(&app, &owner, &["lead.created"]);
    let rotate = || app.post(&owner, &format!("/v1/webhooks/{webhook}/rotate_secret"), json!({})).expect(200);
    let signed_with = |secrets: &[&str]| {
        app.lead(&owner, "X");
        app.drain();
        let request = receiver.took().pop().unwrap();
        let expected = signed(header(&request, "webhook-id"), &request.body, secrets.iter().copied(), Timestamp(app.now.get()));
        assert_eq!(header(&request, "webhook-signature"), expected[2].1);
    };
    signed_with(&[&first]);
    let answer = rotate();
    let second = answer.str("/secret");
    assert_ne!(first, second);
    assert_eq!(answer.body["previous_secret_valid_until"], Timestamp(app.now.get() + DAY).to_text());
    signed_with(&[&second, &first]);
    app.pass(HOUR);
    let third = rotate().str("/secret");
    signed_with(&[&third, &first, &second]);
    app.pass(23 * HOUR);
    signed_with(&[&third, &second]);
    app.pass(HOUR);
    signed_with(&[&third]);
    let shown = app.get(&owner, &format!("/v1/webhooks/{webhook}")).expect(200);
    assert_eq!(shown.body["previous_secret_valid_until"], Json::Null);
    let everything = format!("{}{}", shown.text, app.get(&owner, "/v1/webhooks").text);
    assert!(!everything.contains("whsec_"), "a secret is shown once: {everything}");
}

#[test]
fn a_private_target_is_refused_when_it_is_named_and_when_its_name_leads_there() {
    let app = App::default();
    let receiver = Receiver::new(&app);
    let owner = app.organization("Acme");
    for url in [
        "http://hooks.example.com/in",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.1/",
        "https://10.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::a00:1]/",
        "https://[fd00::1]/",
        "https://printer.local/",
        "https://db.internal/",
        "https://me:secret@example.com/",
        "https://example.com:22/",
        "https://169.254.169.254/latest/meta-data",
        "ftp://example.com/",
        "example.com",
    ] {
        let wrong = app.post(&owner, "/v1/webhooks", json!({"url": url, "events": ["*"]})).refused(422, "validation_failed");
        assert_eq!((&wrong.body["errors"][0]["field"], &wrong.body["errors"][0]["code"]), (&json!("url"), &json!("invalid_url")), "{url}");
    }
    let (webhook, _) = hook(&app, &owner, &["lead.created"]);
    app.patch(&owner, &format!("/v1/webhooks/{webhook}"), json!({"url": "https://127.0.0.1/"})).refused(422, "validation_failed");
    for addresses in [
        vec!["127.0.0.1"],
        vec!["10.1.2.3"],
        vec!["93.184.216.34", "192.168.0.1"],
        vec!["93.184.216.34", "::1"],
        vec!["fd00::1"],
        vec!["64:ff9b::a00:1"],
        vec!["::ffff:10.0.0.1"],
        vec!["not an address"],
    ] {
        *receiver.addresses.borrow_mut() = addresses.clone();
        app.lead(&owner, "X");
        app.drain();
        let kept = deliveries(&app, &owner, &webhook)[0].clone();
        assert_eq!((&kept["status"], &kept["error"]), (&json!("pending"), &json!("private_address")), "{addresses:?}");
    }
    assert_eq!(receiver.took().len(), 0);
}

#[test]
fn while_names_cannot_be_looked_up_nothing_is_sent_and_nothing_is_lost() {
    let app = App::default();
    let receiver = Receiver::new(&app);
    let owner = app.organization("Acme");
    let (webhook, _) = hook(&app, &owner, &["lead.created"]);
    app.lead(&owner, "X");
    for (status, code, pause) in [(503, 0, 0), (200, 2, 6 * SECOND), (200, 3, 6 * MINUTE)] {
        receiver.resolver.set((status, code));
        if code == 3 {
            receiver.addresses.borrow_mut().clear();
        }
        app.elapse(pause);
        let kept = deliveries(&app, &owner, &webhook)[0].clone();
        assert_eq!((&kept["status"], &kept["error"]), (&json!("pending"), &json!("name_not_resolved")), "{status} {code}");
        assert_eq!(receiver.took().len(), 0);
    }
    receiver.resolver.set((200, 0));
    receiver.addresses.borrow_mut().push("93.184.216.34");
    app.elapse(HOUR);
    assert_eq!(receiver.took().len(), 1);
}

#[test]
fn this_machine_is_a_target_only_where_local_work_allows() {
    let mut app = App::default();
    app.setup.webhooks_here = true;
    let owner = app.organization("Acme");
    let url = "http://127.0.0.1:9999/in";
    let id = app.post(&owner, "/v1/webhooks", json!({"url": url, "events": ["lead.created"]})).expect(201).id();
    *app.server.borrow_mut() = Box::new(move |request| {
        assert_eq!(request.url, url, "nobody is asked where this machine is");
        Ok(Incoming { status: 200, headers: Vec::new(), body: Vec::new() })
    });
    app.lead(&owner, "X");
    app.drain();
    assert_eq!(deliveries(&app, &owner, &id)[0]["status"], "delivered");
    app.setup.webhooks_here = false;
    app.lead(&owner, "Y");
    app.drain();
    assert_eq!(deliveries(&app, &owner, &id)[0]["error"], "private_address");
}

#[test]
fn a_webhook_hears_what_whoever_made_it_may_see() {
    let app = App::default();
    let receiver = Receiver::new(&app);
    let owner = app.organization("Acme");
    app.post(
        &owner,
        "/v1/roles",
        json!({"name": "integrator", "capabilities": ["manage_settings", "create"], "record_permissions": ["read", "update"]}),
    )
    .expect(201);
    let ida = app.person(&owner, "Ida", "integrator");
    let ann = app.person(&owner, "Ann", "agent");
    let (webhook, _) = hook(&app, &ida, &["*"]);
    let last = || {
        app.drain();
        let kept = &deliveries(&app, &owner, &webhook)[0];
        (kept["status"].as_str().unwrap().to_owned(), kept["error"].as_str().unwrap_or_default().to_owned(), receiver.took().len())
    };
    let told = |status: &str, error: &str, sent: usize| (status.to_owned(), error.to_owned(), sent);
    let hidden = app.lead(&ann, "Hidden");
    assert_eq!(last(), told("dropped", "not_visible", 0));
    // Whoever looks at the log learns no more than at any other door.
    assert_eq!(deliveries(&app, &ida, &webhook)[0]["payload"], Json::Null);
    assert_eq!(deliveries(&app, &owner, &webhook)[0]["payload"]["data"]["record_id"], hidden);
    app.lead(&ida, "Own");
    assert_eq!(last(), told("delivered", "", 1));
    // What is seen at the moment of sending counts.
    app.post(&ann, &format!("/v1/leads/{hidden}/shares"), json!({"with": {"type": "user", "id": ida.id}, "permissions": ["read"]}))
        .expect(201);
    assert_eq!(last(), told("delivered", "", 1));
    receiver.answers(&[500, 200]);
    app.patch(&ann, &format!("/v1/leads/{hidden}"), json!({"company": "Y"})).expect(200);
    assert_eq!(last(), told("pending", "refused", 1));
    let share = app.get(&ann, &format!("/v1/leads/{hidden}/shares")).expect(200).ids()[0].clone();
    app.patch(&owner, &format!("/v1/users/{}", ida.id), json!({"active": false})).expect(200);
    app.elapse(6 * SECOND);
    assert_eq!(last(), told("dropped", "not_entitled", 0));
    app.patch(&owner, &format!("/v1/users/{}", ida.id), json!({"active": true, "role": "agent"})).expect(200);
    app.lead(&ida, "No longer entitled");
    assert_eq!(last(), told("dropped", "not_entitled", 0));
    // Whoever changes it answers for it from then on.
    let taken = app.patch(&owner, &format!("/v1/webhooks/{webhook}"), json!({"enabled": true})).expect(200);
    assert_eq!(taken.body["acts_as"]["id"], owner.id);
    let dropped = deliveries(&app, &owner, &webhook)[0]["id"].as_str().unwrap().to_owned();
    app.post(&owner, &format!("/v1/webhook_deliveries/{dropped}/replay"), json!({})).expect(200);
    assert_eq!(last(), told("delivered", "", 1));
    app.delete(&ann, &format!("/v1/shares/{share}")).expect(204);
    assert_eq!(last(), told("delivered", "", 1));
}

#[test]
fn webhooks_are_for_whoever_manages_the_settings_of_their_own_organisation() {
    let app = App::default();
    Receiver::new(&app);
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let stranger = app.organization("Other");
    let (webhook, _) = hook(&app, &owner, &["*"]);
    app.lead(&owner, "X");
    app.drain();
    let id = deliveries(&app, &owner, &webhook)[0]["id"].as_str().unwrap().to_owned();
    let before = app.db.ask("SELECT * FROM webhook");
    for (method, path, body) in [
        ("GET", "/v1/webhooks".to_owned(), None),
        ("POST", "/v1/webhooks".to_owned(), Some(json!({"url": HOOK, "events": ["*"]}))),
        ("GET", format!("/v1/webhooks/{webhook}"), None),
        ("PATCH", format!("/v1/webhooks/{webhook}"), Some(json!({"enabled": false}))),
        ("DELETE", format!("/v1/webhooks/{webhook}"), None),
        ("POST", format!("/v1/webhooks/{webhook}/rotate_secret"), Some(json!({}))),
        ("GET", format!("/v1/webhooks/{webhook}/deliveries"), None),
        ("GET", format!("/v1/webhook_deliveries/{id}"), None),
        ("POST", format!("/v1/webhook_deliveries/{id}/replay"), Some(json!({}))),
    ] {
        let refused = app.send(&App::request(Some(&ann.key), method, &path, body.as_ref())).refused(403, "forbidden");
        assert_eq!(refused.body["missing"], "manage_settings", "{method} {path}");
        if path != "/v1/webhooks" {
            app.send(&App::request(Some(&stranger.key), method, &path, body.as_ref())).refused(404, "not_found");
        }
    }
    assert_eq!(app.db.ask("SELECT * FROM webhook"), before);
    assert_eq!(app.get(&stranger, "/v1/webhooks").expect(200).ids(), Vec::<String>::new());
}

#[test]
fn a_webhook_is_read_strictly_and_changed_by_version() {
    let app = App::default();
    let owner = app.organization("Acme");
    let fields = |body: Json| -> Vec<String> {
        let wrong = app.post(&owner, "/v1/webhooks", body).refused(422, "validation_failed");
        wrong.body["errors"].as_array().unwrap().iter().map(|error| error["field"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(fields(json!({})), ["url", "events"]);
    assert_eq!(fields(json!({"url": 7, "events": []})), ["url", "events"]);
    assert_eq!(fields(json!({"url": HOOK, "events": ["lead.created", "lead.exploded", "note.deleted"]})), ["events.1", "events.2"]);
    assert_eq!(fields(json!({"url": HOOK, "events": "*", "secret": "whsec_mine", "enabled": 1})), ["events", "enabled", "secret"]);
    assert_eq!(app.get(&owner, "/v1/webhooks").expect(200).ids(), Vec::<String>::new());
    let words = event_words();
    assert!(words.len() > 30 && ["*", "deal.converted", "job.finished"].iter().all(|word| words.iter().any(|known| known == word)));
    let made = app.post(&owner, "/v1/webhooks", json!({"url": HOOK, "events": words})).expect(201);
    assert_eq!(made.header("location"), Some(format!("/v1/webhooks/{}", made.id()).as_str()));
    let path = format!("/v1/webhooks/{}", made.id());
    assert_eq!(made.header("etag"), Some("\"1\""));
    // The same again changes nothing.
    assert_eq!(app.patch(&owner, &path, json!({"events": words, "url": HOOK, "enabled": true})).expect(200).body["version"], 1);
    let changed = app.patch_if(&owner, &path, 1, json!({"events": ["note.added", "note.added"]})).expect(200);
    assert_eq!((&changed.body["version"], &changed.body["events"]), (&json!(2), &json!(["note.added"])));
    let stale = app.patch_if(&owner, &path, 1, json!({"enabled": false})).refused(412, "edit_conflict");
    assert_eq!((&stale.body["version"], &stale.body["current"]), (&json!(2), &changed.body));
    app.patch(&owner, &path, json!({"enabled": null})).refused(422, "validation_failed");
    app.delete(&owner, &path).expect(204);
    app.get(&owner, &path).refused(404, "not_found");
    app.delete(&owner, &path).refused(404, "not_found");
    for _ in 0..50 {
        hook(&app, &owner, &["*"]);
    }
    app.post(&owner, "/v1/webhooks", json!({"url": HOOK, "events": ["*"]})).refused(409, "limit_reached");
    let (mut seen, mut cursor) = (BTreeSet::new(), String::new());
    loop {
        let page = app.get(&owner, &format!("/v1/webhooks?limit=20{cursor}")).expect(200);
        seen.extend(page.ids());
        let Some(next) = page.body["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(seen.len(), 50);
}

/// A database that breaks at a call, before or after it has committed.
struct Breaking<'a> {
    app: &'a App,
    at: Cell<usize>,
    after: bool,
}

impl Db for Breaking<'_> {
    fn batch(&self, statements: Vec<Stmt>) -> Later<'_, Result<Vec<Rows>, StoreError>> {
        Box::pin(async move {
            let left = self.at.get();
            self.at.set(left.wrapping_sub(1));
            if left == 0 && !self.after {
                return Err(StoreError::Unavailable("broke before the commit".to_owned()));
            }
            let rows = self.app.db.batch(statements).await?;
            if left == 0 { Err(StoreError::Unavailable("broke after the commit".to_owned())) } else { Ok(rows) }
        })
    }
}

/// Works on everything in the queue, each message `copies` times; the database breaks at the call numbered `at`.
fn work_breaking(app: &App, copies: usize, at: usize, after: bool) {
    let db = Breaking { app, at: Cell::new(at), after };
    loop {
        let jobs = app.nudges.take();
        if jobs.is_empty() {
            return;
        }
        for job in jobs {
            for _ in 0..copies {
                let ports = Ports { db: &db, ..app.ports() };
                if run(dispatch::work(ports, &app.outside(), &job)).is_err() {
                    app.nudges.borrow_mut().push(job.clone());
                }
            }
        }
    }
}

#[test]
fn whatever_breaks_every_event_is_taken_at_least_once_and_once_by_whoever_honours_the_id() {
    for copies in [1, 3] {
        for at in 0..6 {
            for after in [false, true] {
                for answers in [vec![200], vec![500, 200], vec![200, 200]] {
                    let app = App::default();
                    let receiver = Receiver::new(&app);
                    receiver.answers(&answers);
                    // It takes the first and then fails to say so.
                    if answers.len() == 2 && answers[0] == 200 {
                        receiver.answers.borrow_mut()[0] = Err("broke off".to_owned());
                    }
                    let owner = app.organization("Acme");
                    let (webhook, _) = hook(&app, &owner, &["*"]);
                    let lead = app.lead(&owner, "X");
                    app.patch(&owner, &format!("/v1/leads/{lead}"), json!({"company": "Y"})).expect(200);
                    work_breaking(&app, copies, at, after);
                    for _ in 0..5 {
                        app.elapse(3 * MINUTE);
                        app.sweep_up();
                    }
                    let told = format!("copies {copies}, broken at {at}, after {after}, answers {answers:?}");
                    let took = receiver.took();
                    let ids: BTreeSet<&str> = took.iter().map(|request| header(request, "webhook-id")).collect();
                    let said: BTreeSet<&str> = took.iter().map(|request| request.body.as_str()).collect();
                    assert_eq!((ids.len(), said.len()), (2, 2), "{told}");
                    let kept = deliveries(&app, &owner, &webhook);
                    assert!(kept.len() == 2 && kept.iter().all(|one| one["status"] == "delivered"), "{told}: {kept:?}");
                    assert_eq!(app.db.ask("SELECT count(*) FROM event WHERE dispatched_at IS NULL"), ["0"], "{told}");
                }
            }
        }
    }
}

#[test]
fn a_delivery_is_forgotten_after_thirty_days_and_goes_with_its_webhook() {
    let app = App::default();
    Receiver::new(&app);
    let owner = app.organization("Acme");
    let (old, _) = hook(&app, &owner, &["*"]);
    app.lead(&owner, "X");
    app.drain();
    app.pass(29 * DAY);
    app.lead(&owner, "Y");
    app.drain();
    app.sweep_up();
    assert_eq!(deliveries(&app, &owner, &old).len(), 2);
    app.pass(DAY + MINUTE);
    app.sweep_up();
    assert_eq!(deliveries(&app, &owner, &old).len(), 1);
    app.delete(&owner, &format!("/v1/webhooks/{old}")).expect(204);
    assert_eq!(app.db.ask("SELECT count(*) FROM webhook_delivery"), ["0"]);
}
