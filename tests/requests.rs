//! Requests to collaborate: who decides in whose place, when a request has become needless, and how long a denial lasts.

mod support;

use leadroom::time::Timestamp;
use serde_json::json;
use support::{App, User};

const HOUR: i64 = 3_600_000;

struct Scene {
    app: App,
    owner: User,
    ann: User,
    bob: User,
    lead: String,
}

fn scene() -> Scene {
    let app = App::default();
    let owner = app.organization("Acme");
    let (ann, bob) = (app.person(&owner, "Ann", "agent"), app.person(&owner, "Bob", "agent"));
    let lead = format!("/v1/leads/{}", app.lead(&ann, "Lead"));
    Scene { app, owner, ann, bob, lead }
}

impl Scene {
    fn ask(&self) -> String {
        let id = self.app.post(&self.bob, &format!("{}/collaboration_requests", self.lead), json!({})).expect(201).id();
        format!("/v1/collaboration_requests/{id}")
    }

    fn role(&self, name: &str, capabilities: &[&str], ceiling: &[&str]) -> String {
        let body = json!({"name": name, "capabilities": capabilities, "record_permissions": ceiling});
        self.app.post(&self.owner, "/v1/roles", body).expect(201).id()
    }

    fn status(&self, request: &str) -> String {
        self.app.drain();
        self.app.get(&self.bob, request).expect(200).str("/status")
    }
}

#[test]
fn whoever_may_assign_anything_decides_for_an_absent_owner_also_unseen() {
    let it = scene();
    it.role("dispatcher", &["assign_any"], &["read"]);
    let dora = it.app.person(&it.owner, "Dora", "dispatcher");
    let asked = it.ask();
    it.app.post(&dora, &format!("{asked}/approve"), json!({})).refused(404, "not_found");
    it.app.patch(&it.owner, &format!("/v1/users/{}", it.ann.id), json!({"active": false})).expect(200);
    it.app.get(&dora, &it.lead).refused(404, "not_found");
    let waiting = it.app.get(&dora, "/v1/collaboration_requests?box=incoming&status=pending").expect(200);
    assert_eq!((waiting.ids().len(), &waiting.body["data"][0]["lead"]["name"]), (1, &json!(null)));
    assert_eq!(it.app.get(&dora, &asked).expect(200).body["status"], "pending");
    let decided = it.app.post(&dora, &format!("{asked}/approve"), json!({})).expect(200);
    assert_eq!(decided.body["decision"]["by"]["name"], "Dora");
    it.app.get(&it.bob, &it.lead).expect(200);
}

#[test]
fn access_gained_by_a_team_a_book_a_role_or_a_setting_supersedes_a_request() {
    for way in ["team", "book", "role", "pool", "team share"] {
        let it = scene();
        let app = &it.app;
        let team = app.team(&it.owner, "North", &[]);
        let with_team = json!({"with": {"type": "team", "id": team}, "permissions": ["update", "note", "task", "communicate"]});
        if way == "team" {
            app.post(&it.ann, &format!("{}/shares", it.lead), with_team.clone()).expect(201);
        }
        let asked = if way == "pool" {
            app.post(&it.ann, &format!("{}/assign", it.lead), json!({"owner_id": null, "keep_previous_owner": "none"})).expect(200);
            let id = app.post(&it.bob, &format!("{}/collaboration_requests", it.lead), json!({"level": "viewer"})).expect(201).id();
            format!("/v1/collaboration_requests/{id}")
        } else {
            it.ask()
        };
        assert_eq!(it.status(&asked), "pending", "{way}");
        match way {
            "team" => drop(app.put(&it.owner, &format!("/v1/teams/{team}/members/{}", it.bob.id), json!({})).expect(204)),
            "book" => {
                let mut body = with_team.clone();
                body["with"] = json!({"type": "everyone"});
                app.post(&it.ann, "/v1/book_shares", body).expect(201);
            }
            "role" => drop(app.patch(&it.owner, &format!("/v1/users/{}", it.bob.id), json!({"role": "admin"})).expect(200)),
            "pool" => drop(app.patch(&it.owner, "/v1/organization", json!({"settings": {"pool": "agents"}})).expect(200)),
            _ => {
                app.put(&it.owner, &format!("/v1/teams/{team}/members/{}", it.bob.id), json!({})).expect(204);
                app.post(&it.ann, &format!("{}/shares", it.lead), with_team).expect(201);
            }
        }
        assert_eq!(it.status(&asked), "superseded", "{way}");
        let lead = it.lead.rsplit('/').next().unwrap();
        assert_eq!(app.history(&it.owner, lead).last().unwrap(), "request_superseded", "{way}");
    }
}

#[test]
fn a_role_that_loses_sight_of_leads_makes_no_request_needless_and_is_given_nothing() {
    let it = scene();
    let role = it.role("helper", &["create"], &["read", "update", "note", "task", "communicate"]);
    it.app.patch(&it.owner, &format!("/v1/users/{}", it.bob.id), json!({"role": "helper"})).expect(200);
    let asked = it.ask();
    it.app.patch(&it.owner, &format!("/v1/roles/{role}"), json!({"record_permissions": []})).expect(200);
    let cara = it.app.person(&it.owner, "Cara", "agent");
    it.app.put(&it.ann, &format!("{}/collaborators/{}", it.lead, cara.id), json!({})).expect(201);
    assert_eq!(it.status(&asked), "pending");
    it.app.post(&it.ann, &format!("{asked}/approve"), json!({})).refused(422, "recipient_without_lead_access");
    it.app.post(&it.bob, &format!("{}/collaboration_requests", it.lead), json!({})).refused(403, "forbidden");
    assert_eq!(it.app.get(&it.bob, "/v1/collaboration_requests?box=outgoing").expect(200).ids().len(), 1);
}

#[test]
fn a_denial_cools_down_for_as_long_as_the_setting_says() {
    let it = scene();
    it.app.patch(&it.owner, "/v1/organization", json!({"settings": {"request_cooldown_hours": 2}})).expect(200);
    let asked = it.ask();
    it.app.post(&it.ann, &format!("{asked}/deny"), json!({})).refused(422, "validation_failed");
    it.app.post(&it.ann, &format!("{asked}/deny"), json!({"note": "busy"})).expect(200);
    let at = it.app.now.get();
    let again = it.app.post(&it.bob, &format!("{}/collaboration_requests", it.lead), json!({})).refused(409, "cooling_down");
    assert_eq!(again.body["retry_at"], Timestamp(at + 2 * HOUR).to_text());
    it.app.now.set(at + 2 * HOUR - 2);
    it.app.post(&it.bob, &format!("{}/collaboration_requests", it.lead), json!({})).refused(409, "cooling_down");
    it.app.post(&it.bob, &format!("{}/collaboration_requests", it.lead), json!({})).expect(201);
}

#[test]
fn a_request_waits_for_as_long_as_the_setting_says_and_may_be_made_again_at_once() {
    let it = scene();
    it.app.patch(&it.owner, "/v1/organization", json!({"settings": {"request_ttl_days": 3}})).expect(200);
    let asked = it.ask();
    let ends = it.app.get(&it.bob, &asked).expect(200).str("/expires_at");
    assert_eq!(
        ends,
        Timestamp(Timestamp::parse(&it.app.get(&it.bob, &asked).expect(200).str("/created_at")).unwrap().0 + 72 * HOUR).to_text()
    );
    it.app.now.set(Timestamp::parse(&ends).unwrap().0 - 2);
    assert_eq!(it.status(&asked), "pending");
    it.app.now.set(Timestamp::parse(&ends).unwrap().0);
    assert_eq!(it.status(&asked), "expired");
    it.ask();
}

#[test]
fn must_see_holds_also_for_somebody_whose_time_as_a_collaborator_is_over() {
    let it = scene();
    let until = json!({"until": Timestamp(it.app.now.get() + HOUR).to_text()});
    let id = it.app.post(&it.bob, &format!("{}/collaboration_requests", it.lead), until).expect(201).id();
    it.app.post(&it.ann, &format!("/v1/collaboration_requests/{id}/approve"), json!({})).expect(200);
    it.app.patch(&it.owner, "/v1/organization", json!({"settings": {"collaborator_policy": "must_see"}})).expect(200);
    let seat = format!("{}/collaborators/{}", it.lead, it.bob.id);
    it.app.pass(HOUR);
    it.app.put(&it.ann, &seat, json!({})).refused(422, "recipient_cannot_see");
    let share = json!({"with": {"type": "user", "id": it.bob.id}, "permissions": ["read"]});
    it.app.post(&it.ann, &format!("{}/shares", it.lead), share).expect(201);
    it.app.put(&it.ann, &seat, json!({})).expect(201);
}

#[test]
fn what_the_trash_made_needless_is_resolved_and_nobody_decided_what_was_canceled() {
    let scene = scene();
    let Scene { app, ann, bob, lead, .. } = &scene;
    let canceled = scene.ask();
    assert_eq!(app.post(bob, &format!("{canceled}/cancel"), json!({})).expect(200).body["decision"], json!(null));
    let request = scene.ask();
    app.delete(ann, lead).expect(204);
    for (how, body) in [("approve", json!({})), ("deny", json!({"note": "no"}))] {
        let refused = app.post(ann, &format!("{request}/{how}"), body).refused(409, "request_resolved");
        assert_eq!((&refused.body["request_status"], &refused.body["decision"]), (&json!("superseded"), &json!(null)));
    }
    let incoming = app.get(ann, "/v1/collaboration_requests?box=incoming&status=superseded").expect(200);
    assert_eq!(incoming.ids().len(), 1, "{}", incoming.text);
}

#[test]
fn everyone_has_no_id_also_where_it_is_said() {
    let Scene { app, ann, bob, lead, .. } = scene();
    let with = |id: serde_json::Value| json!({"with": {"type": "everyone", "id": id}, "permissions": ["read"]});
    let wrong = app.post(&ann, &format!("{lead}/shares"), with(json!(bob.id))).refused(422, "validation_failed");
    assert_eq!(wrong.body["errors"][0]["field"], "with.id");
    app.post(&ann, &format!("{lead}/shares"), with(json!(null))).expect(201);
}
