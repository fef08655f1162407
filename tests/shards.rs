//! Organisations in several databases: what tells a request its own, and who is looked for everywhere.

mod support;

use leadroom::api::{self, Config, Reply, Request, shard_of};
use leadroom::flow::{Incoming, Outside, Place, Shards};
use leadroom::id::Shard;
use leadroom::time::{SECOND, Timestamp};
use serde_json::{Value as Json, json};
use support::guard::Signer;
use support::{App, run};

fn second() -> Shard {
    Shard::numbered(2).unwrap()
}

/// The other one of this installation's two shards.
struct Other<'a>(&'a App, Shard);

impl Shards for Other<'_> {
    fn other(&self, index: usize) -> Option<Place<'_>> {
        (index == 0).then_some(Place { shard: self.1, db: &self.0.db, queue: self.0 })
    }
}

/// What is answered on the configuration's shard, `here`, beside `there`; and the shard that is to be asked instead.
fn ask(here: &App, there: &App, config: &Config, request: &Request) -> (Reply, Option<Shard>) {
    let shards = Other(there, if config.shard == second() { Shard::FIRST } else { second() });
    let outside = Outside { shards: &shards, ..here.outside() };
    let (reply, trace) = run(api::answer(here.ports(), outside, config, request, "test-request"));
    (reply, trace.elsewhere.get())
}

fn post(here: &App, there: &App, target: &str, body: &Json) -> Reply {
    ask(here, there, &Config::default(), &App::request(None, "POST", target, Some(body))).0
}

#[test]
fn whatever_leads_to_an_organisation_names_its_shard() {
    let config = Config { new_organizations: second(), ..Config::default() };
    let by = |header: Option<(&str, &str)>, target: &str| -> i64 {
        let mut request: Request = App::request(None, "GET", target, None);
        request.headers.extend(header.map(|(name, value)| (name.to_owned(), value.to_owned())));
        shard_of(&request, &config, Timestamp(0)).number()
    };
    let key = |key: &'static str| Some(("authorization", key));
    assert_eq!(by(key("Bearer lr_2.abc"), "/v1/me"), 2);
    assert_eq!(by(key("Bearer lr_abc"), "/v1/me"), 1);
    assert_eq!(by(key("Bearer 2.abc"), "/v1/me"), 1);
    assert_eq!(by(Some(("cookie", "a=b; __Host-leadroom=2.abc")), "/v1/me"), 2);
    assert_eq!(by(Some(("cookie", "__Host-leadroom=abc")), "/v1/me"), 1);
    assert_eq!(by(None, "/v1/leads/x/live?since=3&ticket=lt_2.abc"), 2);
    assert_eq!(by(key("Bearer lr_abc"), "/v1/me/live?ticket=lt_2.abc"), 2);
    assert_eq!(by(None, "/v1/capture/2.abc"), 2);
    assert_eq!(by(None, "/v1/capture/abc"), 1);
    assert_eq!(by(None, "/v1/setup"), 2);
    assert_eq!(by(None, "/v1/auth/codes"), 1);
}

#[test]
fn who_signs_in_by_a_code_is_found_in_whichever_database_they_are() {
    let (here, there) = (App::new(1), App::new(2));
    here.organization("Here");
    let olga = there.organization("There");
    let email = json!({"email": "owner@there.test"});
    assert_eq!(post(&here, &there, "/v1/auth/codes", &email).status, 202);
    for app in [&here, &there] {
        app.drain();
    }
    assert!(here.letters.borrow().is_empty(), "nobody here has this address");
    let code = there.letters.borrow().last().unwrap().subject[..6].to_owned();
    let wrong = if code == "000000" { "111111" } else { "000000" };
    assert_eq!(post(&here, &there, "/v1/auth/sessions", &json!({"email": "owner@there.test", "code": wrong})).status, 401);
    let reply = post(&here, &there, "/v1/auth/sessions", &json!({"email": "owner@there.test", "code": code}));
    assert_eq!(reply.status, 201, "{}", reply.body);
    let cookie = reply.headers.iter().find(|(name, _)| *name == "set-cookie").unwrap().1.clone();
    assert!(cookie.starts_with("__Host-leadroom=2."), "{cookie}");
    assert_eq!(there.db.ask("SELECT user_id FROM session"), [olga.id]);
    assert_eq!(here.db.ask("SELECT count(*) FROM session"), ["0"]);
    assert_eq!(post(&here, &there, "/v1/auth/sessions", &json!({"email": "owner@there.test", "code": code})).status, 401);
}

#[test]
fn a_token_is_answered_on_the_shard_of_the_organization_that_names_its_provider() {
    let (here, there, signer) = (App::new(1), App::new(2), Signer::rsa());
    let (hanna, theo) = (here.organization("Here"), there.organization("There"));
    for app in [&here, &there] {
        let keys = json!({"keys": [signer.jwk("r")]}).to_string().into_bytes();
        *app.server.borrow_mut() = Box::new(move |_| Ok(Incoming { status: 200, headers: vec![], body: keys.clone() }));
    }
    let (first, second) = (Config::default(), Config { shard: second(), ..Config::default() });
    // One isolate serves both.
    let second = Config { memory: first.memory.clone(), ..second };
    let me = |email: &str| {
        let ends = here.now.get() / SECOND + 3600;
        let claims = json!({"iss": "https://login.test/", "aud": "leadroom", "email": email, "exp": ends});
        App::request(Some(&signer.token("r", &claims)), "GET", "/v1/me", None)
    };
    let names = |key: &str, jwt: Json| App::request(Some(key), "PATCH", "/v1/organization", Some(&json!({"settings": {"jwt": jwt}})));
    let provider = json!({"issuer": "https://login.test/", "audience": "leadroom", "jwks_url": "https://login.test/keys"});
    let now = Timestamp(here.now.get());

    let (reply, elsewhere) = ask(&here, &there, &first, &me("owner@there.test"));
    assert_eq!((reply.status, elsewhere), (401, None), "nobody names it");
    assert_eq!(ask(&there, &here, &second, &names(&theo.key, provider.clone())).0.status, 200);
    assert_eq!(shard_of(&me("owner@there.test"), &first, now), Shard::FIRST, "nobody has asked yet");
    assert_eq!(ask(&here, &there, &first, &me("owner@there.test")).1, Some(second.shard));
    assert_eq!(shard_of(&me("owner@there.test"), &first, now), second.shard, "it is remembered");
    let (reply, elsewhere) = ask(&there, &here, &second, &me("owner@there.test"));
    assert_eq!((reply.status, elsewhere), (200, None), "{}", reply.body);
    assert!(reply.body.contains(&theo.id), "{}", reply.body);
    // Who is at home on the other shard is nobody there.
    assert_eq!(ask(&there, &here, &second, &me("owner@here.test")).0.status, 401);

    let before = here.db.ask("SELECT settings FROM organization");
    let taken = ask(&here, &there, &first, &names(&hanna.key, provider.clone())).0;
    assert_eq!(taken.status, 409);
    assert!(taken.body.contains("identity_provider_taken"), "{}", taken.body);
    assert_eq!(here.db.ask("SELECT settings FROM organization"), before);

    // It changes hands, and what is remembered of it leads nowhere.
    assert_eq!(ask(&there, &here, &second, &names(&theo.key, Json::Null)).0.status, 200);
    assert_eq!(ask(&here, &there, &first, &names(&hanna.key, provider)).0.status, 200);
    let (reply, elsewhere) = ask(&there, &here, &second, &me("owner@here.test"));
    assert_eq!((reply.status, elsewhere), (401, Some(Shard::FIRST)));
    assert_eq!(shard_of(&me("owner@here.test"), &first, now), Shard::FIRST);
    let (reply, elsewhere) = ask(&here, &there, &first, &me("owner@here.test"));
    assert_eq!((reply.status, elsewhere), (200, None), "{}", reply.body);
    assert!(reply.body.contains(&hanna.id), "{}", reply.body);
}

#[test]
fn a_cookie_beside_a_token_of_nobody_leads_to_its_own_shard() {
    let mut request = App::request(None, "GET", "/v1/me", None);
    request.headers.push(("cf-access-jwt-assertion".to_owned(), "eyJ.eyJ.x".to_owned()));
    request.headers.push(("cookie".to_owned(), "__Host-leadroom=2.abc".to_owned()));
    assert_eq!(shard_of(&request, &Config::default(), Timestamp(0)), second());
}
