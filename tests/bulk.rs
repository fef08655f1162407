//! Many records at once: what each action does, what comes of each record, and that it is done once whatever the queue does.

mod support;

use serde_json::{Value as Json, json};
use support::{Answer, App, User};

const UNKNOWN: &str = "0193b0c0-0000-7000-8000-00000000ffff";

struct Scene {
    app: App,
    owner: User,
    ann: User,
    bob: User,
    cara: User,
}

/// An owner and three agents; what led there is told already, and read.
fn scene() -> Scene {
    let app = App::default();
    let owner = app.organization("Acme");
    let [ann, bob, cara] = ["Ann", "Bob", "Cara"].map(|name| app.person(&owner, name, "agent"));
    app.drain();
    Scene { app, owner, ann, bob, cara }
}

impl Scene {
    fn leads(&self, who: &User, number: usize) -> Vec<String> {
        let leads = (0..number).map(|index| self.app.lead(who, &format!("Lead {index}"))).collect();
        self.app.drain();
        leads
    }

    fn start(&self, who: &User, body: Json) -> String {
        self.app.post(who, "/v1/leads/bulk", body).expect(202).id()
    }

    /// Has a job done; the job at its end.
    fn done(&self, who: &User, body: Json) -> Json {
        let id = self.start(who, body);
        self.app.drain();
        let job = self.job(who, &id);
        assert_eq!(job["status"], "done", "{job}");
        assert_eq!(job["done"], job["total"], "{job}");
        job
    }

    fn job(&self, who: &User, id: &str) -> Json {
        let job = self.app.get(who, &format!("/v1/jobs/{id}")).expect(200).body;
        let sum: i64 = job["outcomes"].as_object().unwrap().values().map(|number| number.as_i64().unwrap()).sum();
        assert_eq!(job["done"], sum, "{job}");
        job
    }

    /// What came of each record.
    fn results(&self, who: &User, job: &Json, query: &str) -> Vec<Json> {
        let answer = self.app.get(who, &format!("/v1/jobs/{}/results{query}", job["id"].as_str().unwrap())).expect(200);
        answer.body["data"].as_array().unwrap().clone()
    }

    fn lead(&self, id: &str) -> Json {
        self.app.get(&self.owner, &format!("/v1/leads/{id}")).expect(200).body
    }

    /// What somebody has not read, newest first; read from now on.
    fn news(&self, who: &User) -> Vec<String> {
        self.app.drain();
        let feed = self.app.get(who, "/v1/notifications?unread=true").expect(200);
        self.app.post(who, "/v1/notifications/read", json!({"all": true})).expect(200);
        let data = feed.body["data"].as_array().unwrap();
        data.iter().map(|one| format!("{}: {}", one["type"].as_str().unwrap(), one["summary"].as_str().unwrap())).collect()
    }
}

/// How many records came to what, without those that none came to.
fn outcomes(job: &Json) -> Json {
    let mut outcomes = job["outcomes"].clone();
    outcomes.as_object_mut().unwrap().retain(|_, number| *number != 0);
    outcomes
}

fn fields(answer: &Answer) -> Vec<String> {
    let errors = answer.body["errors"].as_array().unwrap();
    errors.iter().map(|error| format!("{} {}", error["field"].as_str().unwrap(), error["code"].as_str().unwrap())).collect()
}

#[test]
fn a_job_assigns_what_a_filter_shows_and_tells_each_once() {
    let s = scene();
    s.leads(&s.ann, 90);
    s.leads(&s.cara, 3);
    let before = s.app.now.get();
    let answer = s
        .app
        .post(
            &s.owner,
            "/v1/leads/bulk",
            json!({"select": {"filter": {"owner": s.ann.id}}, "action": {"type": "assign", "owner_id": s.bob.id, "note": "Yours"}}),
        )
        .expect(202);
    assert_eq!(answer.header("location"), Some(format!("/v1/jobs/{}", answer.id()).as_str()));
    assert_eq!((&answer.body["status"], &answer.body["total"], &answer.body["done"]), (&json!("queued"), &json!(90), &json!(0)));
    assert_eq!(answer.calls, 2);
    s.app.drain();
    let job = s.job(&s.owner, &answer.id());
    assert_eq!((&job["status"], outcomes(&job)), (&json!("done"), json!({"changed": 90})));
    assert_eq!(s.app.get(&s.bob, "/v1/leads/count?owner=me").body["count"], 90);
    assert_eq!(s.app.get(&s.cara, "/v1/leads/count?owner=me").body["count"], 3);
    assert_eq!(s.news(&s.bob), ["bulk_summary: Acme Owner assigned 90 leads to you"]);
    assert_eq!(s.news(&s.ann), ["bulk_summary: Acme Owner handed 90 leads over"]);
    assert_eq!(s.news(&s.owner), ["job_finished: Your job is done: 90 of 90 leads changed"]);
    assert!(s.app.now.get() > before);
}
