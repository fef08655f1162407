//! Organisations in several databases: what tells a request its own, and who is looked for everywhere.

mod support;

use leadroom::api::{self, Config, Reply, Request, shard_of};
use leadroom::flow::{Outside, Place, Shards};
use leadroom::id::Shard;
use serde_json::{Value as Json, json};
use support::{App, run};

fn second() -> Shard {
    Shard::numbered(2).unwrap()
}

/// This installation's second shard.
struct There<'a>(&'a App);

impl Shards for There<'_> {
    fn other(&self, index: usize) -> Option<Place<'_>> {
        (index == 0).then(|| Place { shard: second(), db: &self.0.db, queue: self.0 })
    }
}

fn post(here: &App, there: &App, target: &str, body: &Json) -> Reply {
    let request = App::request(None, "POST", target, Some(body));
    let shards = There(there);
    let outside = Outside { shards: &shards, ..here.outside() };
    run(api::answer(here.ports(), outside, &Config::default(), &request, "test-request")).0
}

#[test]
fn whatever_leads_to_an_organisation_names_its_shard() {
    let config = Config { new_organizations: second(), ..Config::default() };
    let by = |header: Option<(&str, &str)>, target: &str| -> i64 {
        let mut request: Request = App::request(None, "GET", target, None);
        request.headers.extend(header.map(|(name, value)| (name.to_owned(), value.to_owned())));
        shard_of(&request, &config).number()
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
