//! Lists: what where a page leaves off tells, which is nothing of what the caller does not see.

mod support;

use serde_json::{Value as Json, json};
use support::{App, User};

/// More than a page may try.
const MANY: usize = 470;

struct Scene {
    app: App,
    owner: User,
    ann: User,
    bob: User,
    stranger: User,
}

/// Bob's leads, and as many that nobody owns; Ann sees of them the first two, by shares.
fn scene() -> Scene {
    let app = App::default();
    let owner = app.organization("Acme");
    let stranger = app.organization("Other");
    let [ann, bob] = ["Ann", "Bob"].map(|name| app.person(&owner, name, "agent"));
    app.patch(&owner, "/v1/organization", json!({"settings": {"pool": "admins"}})).expect(200);
    for index in 0..MANY {
        let lead = app.lead(&bob, &format!("Lead {index:03}"));
        let pooled = app.post(&owner, "/v1/leads", json!({"name": format!("Pooled {index:03}"), "owner_id": null})).expect(201).id();
        app.put(&bob, &format!("/v1/leads/{lead}/collaborators/{}", owner.id), json!({})).expect(201);
        if index < 2 {
            for (who, id) in [(&bob, &lead), (&owner, &pooled)] {
                let with = json!({"with": {"type": "user", "id": ann.id}, "permissions": ["read"]});
                app.post(who, &format!("/v1/leads/{id}/shares"), with).expect(201);
            }
        }
    }
    Scene { app, owner, ann, bob, stranger }
}

impl Scene {
    /// All names of a list, page by page.
    fn walk(&self, who: &User, query: &str) -> Vec<String> {
        let (mut names, mut cursor) = (Vec::new(), String::new());
        for _ in 0..30 {
            let page = self.app.get(who, &format!("/v1/leads?sort=name&{query}{cursor}")).expect(200).body;
            names.extend(page["data"].as_array().unwrap().iter().map(|lead| lead["name"].as_str().unwrap().to_owned()));
            let Some(next) = page["next_cursor"].as_str() else { return names };
            cursor = format!("&cursor={next}");
        }
        panic!("{query}: no end after {} names", names.len());
    }
}

#[test]
fn where_a_page_leaves_off_tells_nothing_of_what_the_caller_does_not_see() {
    let s = scene();
    let queries = [
        format!("owner={}", s.bob.id),
        format!("owner={},none", s.bob.id),
        "owner=none".to_owned(),
        format!("collaborator={}", s.owner.id),
        format!("owner={}&collaborator={}", s.bob.id, s.owner.id),
        format!("owner={}&deleted=true", s.bob.id),
        format!("collaborator={}&deleted=true", s.owner.id),
    ];
    for query in &queries {
        let sees = |word: &str| if query.contains(word) { 2 } else { 0 };
        let expected = if query.contains("deleted") {
            0
        } else if query.starts_with("collaborator") {
            2
        } else {
            sees(&s.bob.id) + sees("none")
        };
        for (who, expected) in [(&s.ann, expected), (&s.stranger, 0)] {
            let page = s.app.get(who, &format!("/v1/leads?sort=name&{query}")).expect(200);
            assert_eq!((page.ids().len(), &page.body["next_cursor"]), (expected, &Json::Null), "{query}: {}", page.text);
            let count = s.app.get(who, &format!("/v1/leads/count?{query}")).expect(200).body;
            assert_eq!(count, json!({"count": expected, "exact": true}), "{query}");
        }
    }
    // Whoever sees everything walks everything, and the owner their own, also where a page tries more than it shows.
    assert_eq!(s.walk(&s.owner, &queries[0]).len(), MANY);
    assert_eq!(s.walk(&s.owner, &queries[1]).len(), 2 * MANY);
    assert_eq!(s.walk(&s.bob, &queries[3]).len(), MANY);
    let seen = [s.walk(&s.bob, "status=new&owner=me"), s.walk(&s.bob, &format!("collaborator={}&q=lead", s.owner.id))];
    assert_eq!(seen.map(|names| names.len()), [MANY, MANY]);
}

#[test]
fn what_one_gave_and_sees_no_more_is_neither_shown_nor_told_of_by_where_a_page_leaves_off() {
    let s = scene();
    let ids: Vec<String> = s.app.get(&s.bob, "/v1/leads?limit=200&sort=name").expect(200).ids();
    for id in &ids[..60] {
        let with = json!({"with": {"type": "everyone"}, "permissions": ["read"]});
        s.app.post(&s.bob, &format!("/v1/leads/{id}/shares"), with).expect(201);
    }
    assert_eq!(s.walk(&s.bob, "shared=by_me").len(), 60);
    s.app.patch(&s.owner, &format!("/v1/users/{}", s.ann.id), json!({"role": "admin"})).expect(200);
    s.app.patch(&s.owner, "/v1/organization", json!({"settings": {"transfer": {"keep_previous_owner": "none"}}})).expect(200);
    for id in &ids[..60] {
        s.app.post(&s.owner, &format!("/v1/leads/{id}/assign"), json!({"owner_id": s.ann.id})).expect(200);
        let shares = s.app.get(&s.owner, &format!("/v1/leads/{id}/shares")).expect(200);
        for share in shares.ids() {
            s.app.patch(&s.owner, &format!("/v1/shares/{share}"), json!({"expires_at": "2099-01-01T00:00:00.000Z"})).expect(200);
        }
    }
    let role = json!({"name": "office", "capabilities": [], "record_permissions": []});
    s.app.post(&s.owner, "/v1/roles", role).expect(201);
    s.app.patch(&s.owner, &format!("/v1/users/{}", s.bob.id), json!({"role": "office"})).expect(200);
    let page = s.app.get(&s.bob, "/v1/leads?shared=by_me&status=new").expect(200);
    assert_eq!((page.ids(), &page.body["next_cursor"]), (vec![], &Json::Null));
}

#[test]
fn roles_are_listed_page_by_page() {
    let app = App::default();
    let owner = app.organization("Acme");
    for name in ["Partner", "Intern"] {
        app.post(&owner, "/v1/roles", json!({"name": name, "capabilities": [], "record_permissions": []})).expect(201);
    }
    let all: Vec<Json> = app.get(&owner, "/v1/roles").expect(200).body["data"].as_array().unwrap().clone();
    let (mut walked, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = app.get(&owner, &format!("/v1/roles?limit=2{cursor}")).expect(200).body;
        walked.extend(page["data"].as_array().unwrap().clone());
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!((walked.len(), walked), (5, all));
}

#[test]
fn ones_own_duplicate_is_found_among_many_that_one_does_not_see() {
    let app = App::default();
    let owner = app.organization("Acme");
    let [ann, bob] = ["Ann", "Bob"].map(|name| app.person(&owner, name, "agent"));
    let lead = |who: &User| app.post(who, "/v1/leads", json!({"name": "X", "email": "x@x.test"})).expect(201).id();
    let mine = lead(&ann);
    for _ in 0..25 {
        lead(&bob);
    }
    app.patch(&owner, "/v1/organization", json!({"settings": {"reveal_existence": false}})).expect(200);
    let found = app.get(&ann, "/v1/leads/duplicates?email=x@x.test").expect(200).body;
    assert_eq!((found["data"].as_array().unwrap().len(), &found["data"][0]["lead"]["id"]), (1, &json!(mine)));
    app.post(&ann, "/v1/leads?on_duplicate=refuse", json!({"name": "Y", "email": "x@x.test"})).refused(409, "possible_duplicate");
}
