//! Every route that takes an id, tried by six kinds of people on something that is there: what each is answered stands in
//! `tests/golden/doors.txt`, for people to read. `UPDATE_GOLDEN=1` writes it anew; a route that is not in it fails the test, and
//! one of a noun of which there is no sample says so.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use leadroom::api::routes::{Caller, ROUTES};
use serde_json::{Value as Json, json};
use support::{App, User};

const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/doors.txt");
const UNKNOWN: &str = "0193b0c0-0000-7000-8000-00000000ffff";
const HEAD: &str = "\
Every route that takes an id, and what it answers about something that is there. The organisation keeps secret what exists.
  nobody      without a credential           elsewhere   the owner of another organisation
  inactive    a person who was deactivated   blind       whose role cannot be given leads
  outside     a colleague without access     reader      a colleague who may read the record
";

struct Scene {
    app: App,
    owner: User,
    ann: User,
    callers: Vec<(&'static str, Option<User>)>,
}

fn scene() -> Scene {
    let app = App::default();
    let owner = app.organization("Acme");
    let body = json!({"name": "blind", "capabilities": ["create", "claim", "transfer_own", "share"], "record_permissions": []});
    app.post(&owner, "/v1/roles", body).expect(201);
    app.patch(&owner, "/v1/organization", json!({"settings": {"reveal_existence": false}})).expect(200);
    let ann = app.person(&owner, "Ann", "agent");
    let gone = app.person(&owner, "Gone", "admin");
    app.patch(&owner, &format!("/v1/users/{}", gone.id), json!({"active": false})).expect(200);
    let callers = vec![
        ("nobody", None),
        ("elsewhere", Some(app.organization("Other"))),
        ("inactive", Some(gone)),
        ("blind", Some(app.person(&owner, "Blind", "blind"))),
        ("outside", Some(app.person(&owner, "Outside", "agent"))),
        ("reader", Some(app.person(&owner, "Reader", "agent"))),
    ];
    Scene { app, owner, ann, callers }
}

impl Scene {
    fn reader(&self) -> &User {
        self.callers.last().unwrap().1.as_ref().unwrap()
    }

    /// A record of Ann's that the reader may read.
    fn record(&self, kind: &str) -> String {
        let id = self.app.post(&self.ann, &format!("/v1/{kind}"), json!({"name": "Sample"})).expect(201).id();
        let with = json!({"type": "user", "id": self.reader().id});
        self.app.post(&self.ann, &format!("/v1/{kind}/{id}/shares"), json!({"with": with, "permissions": ["read"]})).expect(201);
        id
    }

    /// A new thing of the noun that a path begins with.
    fn sample(&self, noun: &str) -> String {
        let app = &self.app;
        let name = format!("Sample {}", app.now.get());
        let of_record =
            |what: &str, body: Json| app.post(&self.ann, &format!("/v1/leads/{}/{what}", self.record("leads")), body).expect(201).id();
        let everyone = json!({"type": "everyone"});
        match noun {
            "leads" | "contacts" | "deals" => self.record(noun),
            "roles" => app
                .post(&self.owner, "/v1/roles", json!({"name": name, "capabilities": [], "record_permissions": ["read"]}))
                .expect(201)
                .id(),
            "users" => app.person(&self.owner, &name, "agent").id,
            "api_keys" => {
                let user = app.person(&self.owner, &name, "agent");
                app.get(&self.owner, &format!("/v1/users/{}/api_keys", user.id)).expect(200).ids().remove(0)
            }
            "teams" => app.team(&self.owner, &name, &[]),
            "notes" => of_record("notes", json!({"body": "x"})),
            "tasks" => of_record("tasks", json!({"title": "x"})),
            "communications" => of_record("communications", json!({"channel": "call", "direction": "in", "summary": "x"})),
            "shares" => {
                of_record("shares", json!({"with": {"type": "team", "id": app.team(&self.owner, &name, &[])}, "permissions": ["read"]}))
            }
            "book_shares" => {
                let dan = app.person(&self.owner, &name, "agent");
                let with = json!({"type": "user", "id": self.ann.id});
                app.post(&dan, "/v1/book_shares", json!({"with": with, "permissions": ["read"]})).expect(201).id()
            }
            "collaboration_requests" => {
                let asker = app.person(&self.owner, &name, "agent");
                let lead = self.record("leads");
                app.post(&self.ann, &format!("/v1/leads/{lead}/shares"), json!({"with": everyone, "permissions": ["read"]})).expect(201);
                let id = app.post(&asker, &format!("/v1/leads/{lead}/collaboration_requests"), json!({})).expect(201).id();
                let shares = app.get(&self.ann, &format!("/v1/leads/{lead}/shares")).expect(200);
                let all = shares.body["data"].as_array().unwrap().iter().find(|one| one["with"]["type"] == "everyone").unwrap();
                app.delete(&self.ann, &format!("/v1/shares/{}", all["id"].as_str().unwrap())).expect(204);
                id
            }
            "jobs" => {
                let lead = self.record("leads");
                let body = json!({"select": {"ids": [lead]}, "action": {"type": "add_tags", "tags": ["t"]}});
                app.post(&self.ann, "/v1/leads/bulk", body).expect(202).id()
            }
            "rules" => {
                let body = json!({"name": name, "on": "created", "when": {"kind": "deal", "tag": "none"}, "then": [{"type": "add_tags", "tags": ["t"]}]});
                app.post(&self.owner, "/v1/rules", body).expect(201).id()
            }
            "sources" => app.post(&self.owner, "/v1/sources", json!({"name": name, "provider": "form"})).expect(201).id(),
            "webhooks" => app
                .post(
                    &self.owner,
                    "/v1/webhooks",
                    json!({"url": format!("https://hooks.example.com/{name}").replace(' ', "-"), "events": ["*"]}),
                )
                .expect(201)
                .id(),
            "webhook_deliveries" => {
                let (id, webhook) = (format!("01900000-0000-7000-8000-{:012x}", app.now.get()), self.sample("webhooks"));
                app.db.execute(&format!(
                    "INSERT INTO webhook_delivery (id, org_id, webhook_id, event, body, status, due_at, created_at)
                     SELECT '{id}', org_id, id, 'job.finished', '{{}}', 'failed', 1, 1 FROM webhook WHERE id = '{webhook}'"
                ));
                id
            }
            "dead_letters" => {
                let id = format!("01900000-0000-7000-8000-{:012x}", app.now.get());
                app.db.execute(&format!(
                    "INSERT INTO dead_letter (id, org_id, job, code, cause, created_at, died_at)
                     SELECT '{id}', org_id, '{id}', 'unreadable', 'x', 1, 1 FROM user WHERE id = '{}'",
                    self.owner.id
                ));
                id
            }
            "deliveries" => {
                let source = app.post(&self.owner, "/v1/sources", json!({"name": name, "provider": "form"})).expect(201);
                let address = source.str("/capture_url");
                let path = &address[address.find("/v1/").unwrap()..];
                let body = json!({"email": format!("{}@x.test", app.now.get())});
                app.send(&App::request(None, "POST", path, Some(&body))).expect(200).str("/delivery_id")
            }
            _ => panic!("there is a route about one of `{noun}`, and no sample of these: add how one is made to tests/doors.rs"),
        }
    }

    /// A body that is fine, so that nothing but who calls decides.
    fn body(&self, method: &str, path: &str) -> Option<Json> {
        let cara = || self.app.person(&self.owner, &format!("Cara {}", self.app.now.get()), "agent").id;
        let last = path.rsplit('/').next().unwrap();
        match (method, last) {
            ("GET" | "DELETE", _) => None,
            ("POST", "assign") => Some(json!({"owner_id": cara()})),
            ("POST", "shares") => Some(json!({"with": {"type": "user", "id": cara()}, "permissions": ["read"]})),
            ("POST", "deny") => Some(json!({"note": "no"})),
            ("POST", "notes") => Some(json!({"body": "x"})),
            ("POST", "tasks") => Some(json!({"title": "x"})),
            ("POST", "communications") => Some(json!({"channel": "call", "direction": "in", "summary": "x"})),
            ("POST", "api_keys") => Some(json!({"name": "x"})),
            _ => Some(json!({})),
        }
    }
}

fn tried(scene: &Scene, method: &str, pattern: &str) -> String {
    let parts: Vec<&str> = pattern.split('/').collect();
    let noun = parts[2];
    let mut line = format!("{method:<7}{:<58}", pattern.replacen("/R", "/leads", 1));
    for (name, caller) in &scene.callers {
        // For each caller something new: what one did would change what the next finds.
        let noun = if noun == "R" { "leads" } else { noun };
        let id = scene.sample(noun);
        let other = scene.app.person(&scene.owner, &format!("Other {}", scene.app.now.get()), "agent").id;
        let path = |first: &str| {
            let mut ids = [first, other.as_str()].into_iter();
            let filled = parts.iter().map(|part| match *part {
                "R" => "leads",
                part if part.starts_with('{') => ids.next().unwrap(),
                part => part,
            });
            filled.collect::<Vec<_>>().join("/")
        };
        let body = scene.body(method, pattern);
        let key = caller.as_ref().map(|user| user.key.as_str());
        let before = scene.app.db.ask("SELECT count(*), (SELECT sum(version) FROM record) FROM event");
        let answer = scene.app.send(&App::request(key, method, &path(&id), body.as_ref()));
        if answer.status >= 400 {
            let after = scene.app.db.ask("SELECT count(*), (SELECT sum(version) FROM record) FROM event");
            assert_eq!(before, after, "{method} {pattern}: refused to {name}, and something was written");
        }
        match *name {
            "nobody" => drop(answer.refused(401, "unauthenticated")),
            "inactive" => drop(answer.refused(401, "user_inactive")),
            _ => {
                let hidden = answer.status == 404;
                if hidden {
                    let nothing = scene.app.send(&App::request(key, method, &path(UNKNOWN), body.as_ref()));
                    assert_eq!(nothing.text, answer.text, "{method} {pattern}: what {name} may not see is not as what is not there");
                }
                // Nothing of a record is there for whoever does not see it.
                let own = matches!(noun, "leads" | "notes" | "tasks" | "communications" | "shares" | "collaboration_requests");
                assert!(hidden || *name != "elsewhere" && (*name == "reader" || !own), "{method} {pattern} for {name}: {}", answer.text);
                let _ = write!(line, " {name} {}", answer.status);
            }
        }
    }
    line
}

#[test]
fn every_route_that_takes_an_id_answers_each_kind_of_caller_as_the_table_says() {
    let mut scenes: BTreeMap<&str, Scene> = BTreeMap::new();
    let mut lines = Vec::new();
    for route in ROUTES.iter().filter(|route| route.caller == Caller::Person && route.path.contains('{')) {
        let noun = route.path.split('/').nth(2).unwrap();
        lines.push(tried(scenes.entry(noun).or_insert_with(scene), route.method, route.path));
    }
    let now = format!("{HEAD}To nobody and to an inactive person every one of them is 401.\n\n{}\n", lines.join("\n"));
    if std::env::var("UPDATE_GOLDEN").is_ok_and(|word| word == "1") {
        std::fs::write(GOLDEN, &now).unwrap();
    }
    let golden = std::fs::read_to_string(GOLDEN).unwrap_or_default();
    for line in &lines {
        assert!(
            golden.lines().any(|known| known == line),
            "not in tests/golden/doors.txt (UPDATE_GOLDEN=1 writes it; then read what changed): {line}"
        );
    }
    assert_eq!(golden, now, "tests/golden/doors.txt has more than there is: UPDATE_GOLDEN=1 writes it anew");
}
