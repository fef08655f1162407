//! Rules: what follows by itself, in order, once, and told on the timeline; and turns that nobody gets twice.

mod support;

use leadroom::job::Job;
use leadroom::time::MINUTE;
use serde_json::{Value as Json, json};
use support::{Answer, App, User};

const NOBODY: &str = "0193b0c0-0000-7000-8000-000000000001";

struct World {
    app: App,
    owner: User,
    ann: User,
    bob: User,
    cara: User,
    team: String,
}

fn world() -> World {
    let app = App::default();
    let owner = app.organization("Acme");
    let [ann, bob, cara] = ["Ann Able", "Bob Best", "Cara Cole"].map(|name| app.person(&owner, name, "agent"));
    let team = app.team(&owner, "North", &[&ann, &bob, &cara]);
    World { app, owner, ann, bob, cara, team }
}

impl World {
    fn rule(&self, body: Json) -> String {
        self.app.post(&self.owner, "/v1/rules", body).expect(201).id()
    }

    /// A lead, and what its rules did.
    fn lead(&self, body: Json) -> Json {
        let id = self.app.post(&self.owner, "/v1/leads", body).expect(201).id();
        self.app.drain();
        self.get(&id)
    }

    fn get(&self, id: &str) -> Json {
        self.app.get(&self.owner, &format!("/v1/leads/{id}")).expect(200).body
    }

    fn timeline(&self, id: &str) -> Vec<Json> {
        let answer = self.app.get(&self.owner, &format!("/v1/leads/{id}/timeline?limit=200")).expect(200);
        let mut all = answer.body["data"].as_array().unwrap().clone();
        all.reverse();
        all
    }

    fn applied(&self, id: &str) -> Vec<Json> {
        self.timeline(id).into_iter().filter(|entry| entry["type"] == "rule_applied").collect()
    }

    fn patch(&self, id: &str, body: Json) -> Answer {
        let answer = self.app.patch(&self.owner, &format!("/v1/rules/{id}"), body);
        self.app.drain();
        answer
    }

    fn active(&self, user: &User, active: bool) {
        self.app.patch(&self.owner, &format!("/v1/users/{}", user.id), json!({"active": active})).expect(200);
    }

    /// A form's source and the path that it delivers to.
    fn source(&self, body: Json) -> (String, String) {
        let made = self.app.post(&self.owner, "/v1/sources", body).expect(201);
        (made.id(), made.str("/capture_url").strip_prefix("https://leads.test").unwrap().to_owned())
    }

    fn submit(&self, path: &str, body: &Json) -> Json {
        let answer = self.app.send(&App::request(None, "POST", path, Some(body))).expect(200);
        assert_eq!(answer.calls, 2, "a capture costs two calls");
        self.app.drain();
        let kept = self.app.get(&self.owner, &format!("/v1/deliveries/{}", answer.str("/delivery_id"))).expect(200);
        self.get(&kept.str("/record_id"))
    }
}

fn owner(lead: &Json) -> &str {
    lead["owner"]["name"].as_str().unwrap_or("nobody")
}

#[test]
fn a_rule_does_all_that_it_says_and_tells_it_by_its_name() {
    let world = world();
    let (ann, bob) = (&world.ann, &world.bob);
    let rule = world.rule(json!({
        "name": "New web leads", "on": "created", "when": {"source": "web"},
        "then": [
            {"type": "assign", "user_id": ann.id},
            {"type": "add_collaborators", "user_ids": [bob.id], "level": "viewer"},
            {"type": "share", "with": {"type": "team", "id": world.team}, "permissions": ["update"], "reason": "Ours"},
            {"type": "add_tags", "tags": ["web", "new"]},
        ],
    }));
    let lead = world.lead(json!({"name": "Müller", "source": "web", "tags": ["web"]}));
    assert_eq!((owner(&lead), &lead["tags"]), ("Ann Able", &json!(["web", "new"])));
    let id = lead["id"].as_str().unwrap();
    let timeline = world.timeline(id);
    let told: Vec<&str> = timeline.iter().map(|entry| entry["type"].as_str().unwrap()).collect();
    assert_eq!(told, ["created", "rule_applied", "assigned", "collaborator_added", "collaborator_added", "shared", "updated"]);
    for entry in &timeline[1..] {
        assert_eq!(entry["actor"], json!({"id": null, "name": "New web leads", "type": "rule"}));
    }
    let data = json!({"rule": {"id": rule, "name": "New web leads"}, "on": "created", "event_seq": 1, "skipped": []});
    assert_eq!(timeline[1]["data"], data);
    assert_eq!(timeline[6]["data"]["changes"]["tags"], json!({"from": ["web"], "to": ["web", "new"]}));
    // Whoever made it keeps a look, as with every hand-over, and the team works on it.
    let people = world.app.get(ann, &format!("/v1/leads/{id}/collaborators")).expect(200);
    let levels: Vec<Json> = people.body["data"].as_array().unwrap().iter().map(|one| json!([one["user"]["name"], one["level"]])).collect();
    assert_eq!(levels, [json!(["Acme Owner", "viewer"]), json!(["Bob Best", "viewer"])]);
    let seen = world.app.get(&world.cara, &format!("/v1/leads/{id}")).expect(200);
    assert_eq!(seen.body["permissions"], json!(["read", "update"]));

    // What the conditions leave out is left alone.
    let other = world.lead(json!({"name": "Other", "source": "fair"}));
    assert_eq!(world.app.history(&world.owner, other["id"].as_str().unwrap()), ["created"]);
}

#[test]
fn every_condition_must_hold() {
    let world = world();
    let (source, path) = world.source(json!({"name": "Website"}));
    let tag = json!([{"type": "add_tags", "tags": ["matched"]}]);
    let matched = |when: Json, lead: &dyn Fn() -> Json| {
        let rule = world.rule(json!({"name": "R", "on": "created", "when": when, "then": tag}));
        let found = lead()["tags"].as_array().unwrap().contains(&json!("matched"));
        world.app.delete(&world.owner, &format!("/v1/rules/{rule}")).expect(204);
        found
    };
    let lead = || world.lead(json!({"name": "A", "source": "web", "tags": ["hot"], "status": "working"}));
    for (when, expected) in [
        (json!({}), true),
        (json!({"kind": "lead", "source": "web", "tag": "hot", "status": "working"}), true),
        (json!({"kind": "deal"}), false),
        (json!({"source": "Web"}), false),
        (json!({"tag": "cold"}), false),
        (json!({"status": "new"}), false),
        (json!({"source_id": source}), false),
    ] {
        assert_eq!(matched(when.clone(), &lead), expected, "{when}");
    }
    let no_source = || world.lead(json!({"name": "B"}));
    assert!(!matched(json!({"source": "web"}), &no_source));
    let captured = || {
        world.app.pass(20 * MINUTE);
        world.submit(&path, &json!({"name": "C"}))
    };
    assert!(matched(json!({"source_id": source, "source": "Website"}), &captured));
    let (other, _) = world.source(json!({"name": "Other"}));
    assert!(!matched(json!({"source_id": other}), &captured));
}

#[test]
fn a_rule_waits_for_its_occasion() {
    let world = world();
    let (source, path) = world.source(json!({"name": "Website"}));
    for (on, when) in [
        ("created", json!({})),
        ("captured", json!({"source_id": source})),
        ("status_changed", json!({"status": "qualified"})),
        ("status_changed", json!({"status": "converted", "kind": "lead"})),
    ] {
        let name = format!("{on} {when}");
        world.rule(json!({"name": name, "on": on, "when": when, "then": [{"type": "add_tags", "tags": [on]}]}));
    }
    let names = |id: &str| -> Vec<String> {
        let all = world.applied(id);
        all.iter().map(|one| format!("{}@{}", one["data"]["on"].as_str().unwrap(), one["data"]["event_seq"])).collect()
    };
    let lead = world.submit(&path, &json!({"name": "Ann", "email": "ann@example.test"}));
    let id = lead["id"].as_str().unwrap();
    assert_eq!(names(id), ["created@1", "captured@2"]);
    // The same person again, another status, one that the rule does not wait for, and other fields.
    world.app.pass(20 * MINUTE);
    world.submit(&path, &json!({"email": "ann@example.test", "x": "y"}));
    for body in [json!({"status": "working"}), json!({"title": "Boss"}), json!({"status": "qualified"})] {
        world.app.patch(&world.owner, &format!("/v1/leads/{id}"), body).expect(200);
    }
    world.app.drain();
    let all = names(id);
    let on: Vec<&str> = all.iter().map(|one| one.split('@').next().unwrap()).collect();
    assert_eq!(on, ["created", "captured", "captured", "status_changed"]);
    let converted = world.app.post(&world.owner, &format!("/v1/leads/{id}/convert"), json!({"deal": {}})).expect(201);
    world.app.drain();
    assert_eq!(names(id).len(), 5, "converting is another status, too");
    for kind in ["contact", "deal"] {
        let made = world.app.get(&world.owner, &format!("/v1/{kind}s/{}", converted.str(&format!("/{kind}/id")))).expect(200);
        assert!(made.body["tags"].as_array().unwrap().contains(&json!("created")), "a {kind} comes to be by conversion, too");
    }
}

#[test]
fn rules_run_in_their_order_each_on_what_the_one_before_left() {
    let world = world();
    let step = |name: &str, tag: &str, adds: &str| {
        world.rule(json!({"name": name, "on": "created", "when": {"tag": tag}, "then": [{"type": "add_tags", "tags": [adds]}]}))
    };
    let third = step("Third", "b", "c");
    let second = step("Second", "a", "b");
    let order = |expected: &[&str]| {
        let list = world.app.get(&world.owner, "/v1/rules").expect(200);
        let names: Vec<&str> = list.body["data"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
        assert_eq!(names, expected);
        for (index, one) in list.body["data"].as_array().unwrap().iter().enumerate() {
            assert_eq!(one["position"], index + 1);
        }
    };
    order(&["Third", "Second"]);
    assert_eq!(world.lead(json!({"name": "A", "tags": ["a"]}))["tags"], json!(["a", "b"]));
    assert_eq!(world.patch(&third, json!({"position": 2})).expect(200).body["position"], 2);
    order(&["Second", "Third"]);
    assert_eq!(world.lead(json!({"name": "B", "tags": ["a"]}))["tags"], json!(["a", "b", "c"]));
    let first = world.app.post(
        &world.owner,
        "/v1/rules",
        json!({"name": "First", "on": "created", "then": [{"type": "add_tags", "tags": ["a"]}], "position": 1}),
    );
    let first = first.expect(201).id();
    order(&["First", "Second", "Third"]);
    assert_eq!(world.lead(json!({"name": "C"}))["tags"], json!(["a", "b", "c"]));
    world.patch(&first, json!({"position": 100})).expect(200);
    order(&["Second", "Third", "First"]);
    world.patch(&first, json!({"position": 2})).expect(200);
    order(&["Second", "First", "Third"]);
    world.app.delete(&world.owner, &format!("/v1/rules/{second}")).expect(204);
    order(&["First", "Third"]);
    // Page by page, too.
    let page = world.app.get(&world.owner, "/v1/rules?limit=1").expect(200);
    let next = world.app.get(&world.owner, &format!("/v1/rules?limit=1&cursor={}", page.str("/next_cursor"))).expect(200);
    assert_eq!((page.ids(), next.ids(), &next.body["next_cursor"]), (vec![first], vec![third], &Json::Null));
}

#[test]
fn a_rule_is_applied_to_an_event_once_however_often_its_message_comes() {
    let world = world();
    let body = |name: &str| json!({"name": name, "on": "created", "then": [{"type": "assign", "round_robin_team_id": world.team}]});
    world.rule(body("Turns"));
    world.rule(json!({"name": "Tags", "on": "created", "then": [{"type": "add_tags", "tags": ["t"]}]}));
    let app = &world.app;
    let id = app.lead(&world.owner, "Müller");
    let nudges = app.nudges.borrow().clone();
    assert!(matches!(&nudges[..], [Job::Events { .. }]), "making a lead nudges the queue: {nudges:?}");
    app.drain();
    let before = world.timeline(&id);
    // Again, and again as if nobody had noted that it was done.
    for _ in 0..2 {
        app.nudges.borrow_mut().extend(nudges.clone());
        app.drain();
        app.db.execute("UPDATE event SET dispatched_at = NULL");
    }
    assert_eq!(world.timeline(&id), before);
    assert_eq!(app.db.ask("SELECT number FROM turn"), ["1"]);

    // Twice at the same moment: while this one decides, the other has written.
    let late = app.lead(&world.owner, "Late");
    *app.db.interference.borrow_mut() = Some(format!(
        "INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_id, actor_name, data)
           SELECT r.id, 2, r.org_id, 'rule_applied', r.created_at, 'rule', w.id, w.name, json_object('event_seq', 1) FROM record r, rule w
           WHERE r.id = '{late}' AND w.name = 'Tags';
         UPDATE record SET version = 2 WHERE id = '{late}'"
    ));
    app.drain();
    assert_eq!(world.applied(&late).len(), 2);
    assert_eq!(world.get(&late)["tags"], json!([]), "the other one was first");
}

#[test]
fn what_a_crash_left_behind_the_sweep_has_done() {
    let world = world();
    world.rule(json!({"name": "Tags", "on": "created", "then": [{"type": "add_tags", "tags": ["t"]}]}));
    let id = world.app.lead(&world.owner, "Müller");
    world.app.nudges.borrow_mut().clear();
    world.app.pass(2 * MINUTE);
    world.app.sweep_up();
    assert_eq!(world.get(&id)["tags"], json!(["t"]));
}

#[test]
fn a_rule_does_nothing_about_what_happened_before_it_was_made_or_while_it_is_off() {
    let world = world();
    let early = world.app.lead(&world.owner, "Early");
    let rule = world.rule(json!({"name": "Tags", "on": "created", "then": [{"type": "add_tags", "tags": ["t"]}]}));
    world.app.drain();
    assert_eq!(world.get(&early)["tags"], json!([]));
    assert_eq!(world.patch(&rule, json!({"enabled": false})).expect(200).body["enabled"], false);
    assert_eq!(world.lead(json!({"name": "Off"}))["tags"], json!([]));
    world.patch(&rule, json!({"enabled": true})).expect(200);
    assert_eq!(world.lead(json!({"name": "On"}))["tags"], json!(["t"]));
    // Nor to what has gone to the trash meanwhile.
    let gone = world.app.lead(&world.owner, "Gone");
    world.app.delete(&world.owner, &format!("/v1/leads/{gone}")).expect(204);
    world.app.drain();
    assert_eq!(world.app.db.ask(&format!("SELECT count(*) FROM event WHERE record_id = '{gone}'")), ["2"]);
}

#[test]
fn turns_go_round_and_keep_their_place_whoever_comes_and_goes() {
    let world = world();
    world.rule(json!({"name": "Turns", "on": "created", "then": [{"type": "assign", "round_robin_team_id": world.team}]}));
    let next = || world.lead(json!({"name": "L"}))["owner"]["name"].as_str().unwrap().to_owned();
    let names: Vec<String> = (0..4).map(|_| next()).collect();
    assert_eq!(names, ["Ann Able", "Bob Best", "Cara Cole", "Ann Able"]);
    world.active(&world.bob, false);
    assert_eq!(next(), "Cara Cole", "who is not there is passed over");
    world.active(&world.bob, true);
    assert_eq!([next(), next()], ["Ann Able", "Bob Best"]);
    // Whoever had the last turn leaves: the place stays.
    world.active(&world.bob, false);
    assert_eq!(next(), "Cara Cole");
    let team = format!("/v1/teams/{}/members", world.team);
    world.app.delete(&world.owner, &format!("{team}/{}", world.cara.id)).expect(204);
    assert_eq!([next(), next()], ["Ann Able", "Ann Able"]);
    // Somebody whose role allows no access to records has no turn.
    world.app.post(&world.owner, "/v1/roles", json!({"name": "office", "capabilities": [], "record_permissions": []})).expect(201);
    let dora = world.app.person(&world.owner, "Dora Dent", "office");
    world.app.put(&world.owner, &format!("{team}/{}", dora.id), json!({})).expect(204);
    assert_eq!(next(), "Ann Able");
    world.active(&world.ann, false);
    let lead = world.lead(json!({"name": "L"}));
    assert_eq!(owner(&lead), "Acme Owner", "with nobody there it stays where it is");
    let skipped = &world.applied(lead["id"].as_str().unwrap())[0]["data"]["skipped"];
    assert_eq!(skipped, &json!([{"type": "assign", "code": "not_found", "id": world.team}]));
}

#[test]
fn a_turn_that_somebody_else_took_first_is_not_taken_again() {
    let world = world();
    let rule = world.rule(json!({"name": "Turns", "on": "created", "then": [{"type": "assign", "round_robin_team_id": world.team}]}));
    world.lead(json!({"name": "First"}));
    let took =
        |user: &User| format!("UPDATE turn SET number = number + 1, user_id = '{}', record_id = 'x' WHERE holder_id = '{rule}'", user.id);
    // While this one decides for Bob, Bob gets another lead.
    let id = world.app.lead(&world.owner, "Second");
    *world.app.db.interference.borrow_mut() = Some(took(&world.bob));
    world.app.drain();
    assert_eq!(owner(&world.get(&id)), "Cara Cole");
    assert_eq!(world.app.db.ask("SELECT number FROM turn"), ["3"]);
}

#[test]
fn each_rule_and_each_source_keeps_a_place_of_its_own() {
    let world = world();
    let turns = |tag: &str| {
        world.rule(
            json!({"name": tag, "on": "created", "when": {"tag": tag}, "then": [{"type": "assign", "round_robin_team_id": world.team}]}),
        )
    };
    turns("small");
    turns("large");
    let (_, path) = world.source(json!({"name": "Website", "owner": {"round_robin_team_id": world.team}}));
    for name in ["Ann Able", "Bob Best"] {
        for tag in ["small", "large"] {
            assert_eq!(owner(&world.lead(json!({"name": "L", "tags": [tag]}))), name);
        }
        assert_eq!(owner(&world.submit(&path, &json!({"email": format!("{}@example.test", &name[..3])}))), name);
    }
}

#[test]
fn the_members_of_a_team_own_by_turns_what_a_source_delivers() {
    let world = world();
    let body = json!({"name": "Website", "owner": {"round_robin_team_id": world.team}, "collaborators": [world.ann.id, world.owner.id]});
    let (source, path) = world.source(body);
    let tested = world.app.post(&world.owner, &format!("/v1/sources/{source}/test"), json!({"name": "T"})).expect(200);
    assert_eq!(tested.body["lead"]["owner"], json!({"id": world.ann.id, "name": "Ann Able"}), "who would be next");
    let names = ["Ann Able", "Bob Best", "Cara Cole", "Ann Able"];
    for (index, name) in names.iter().enumerate() {
        let lead = world.submit(&path, &json!({"email": format!("{index}@example.test")}));
        assert_eq!(owner(&lead), *name);
        let id = lead["id"].as_str().unwrap();
        let created = &world.timeline(id)[0]["data"]["owner"];
        assert_eq!(created, &json!({"id": lead["owner"]["id"], "name": name}), "the timeline knows who");
        assert_eq!(world.app.db.ask(&format!("SELECT principal FROM access WHERE record_id = '{id}' AND source = 'owner'")).len(), 1);
        let owns = *name == "Ann Able";
        let with: Vec<&Json> = lead["collaborators"].as_array().unwrap().iter().map(|one| &one["name"]).collect();
        let expected = if owns { vec!["Acme Owner"] } else { vec!["Ann Able", "Acme Owner"] };
        assert!(expected.iter().all(|name| with.contains(&&json!(name))) && with.len() == expected.len(), "{with:?}");
        let added = world.timeline(id).iter().filter(|entry| entry["type"] == "collaborator_added").count();
        assert_eq!(added, with.len());
    }
    // A copy, and what makes no lead, take no turn.
    world.app.send(&App::request(None, "POST", &path, Some(&json!({"email": "3@example.test"})))).expect(200);
    world.app.send(&App::request(None, "POST", &path, Some(&json!({"message": "no details"})))).expect(200);
    assert_eq!(owner(&world.submit(&path, &json!({"email": "5@example.test"}))), "Bob Best");
    // With nobody there it is for the pool.
    for user in [&world.ann, &world.bob, &world.cara] {
        world.active(user, false);
    }
    assert_eq!(owner(&world.submit(&path, &json!({"email": "6@example.test"}))), "nobody");
    world.active(&world.cara, true);
    assert_eq!(owner(&world.submit(&path, &json!({"email": "7@example.test"}))), "Cara Cole");
    world.app.delete(&world.owner, &format!("/v1/sources/{source}")).expect(204);
    assert_eq!(world.app.db.ask("SELECT count(*) FROM turn"), ["0"]);
}

#[test]
fn where_a_collaborator_must_see_a_lead_already_nobody_gets_in_by_a_rule_or_a_source() {
    let world = world();
    world.app.patch(&world.owner, "/v1/organization", json!({"settings": {"collaborator_policy": "must_see"}})).expect(200);
    let (_, path) = world.source(json!({"name": "Website", "collaborators": [world.ann.id, world.owner.id]}));
    let lead = world.submit(&path, &json!({"name": "A"}));
    assert_eq!(lead["collaborators"], json!([{"id": world.owner.id, "name": "Acme Owner", "level": "collaborator"}]));
    world.rule(json!({"name": "Two", "on": "created", "then": [
        {"type": "add_collaborators", "user_ids": [world.bob.id, world.cara.id]},
    ]}));
    // Bob sees the owner's book.
    let book = json!({"with": {"type": "user", "id": world.bob.id}, "kinds": ["lead"], "permissions": ["read"]});
    world.app.post(&world.owner, "/v1/book_shares", book).expect(201);
    let lead = world.lead(json!({"name": "B"}));
    assert_eq!(lead["collaborators"], json!([{"id": world.bob.id, "name": "Bob Best", "level": "collaborator"}]));
    let skipped = &world.applied(lead["id"].as_str().unwrap())[0]["data"]["skipped"];
    assert_eq!(skipped, &json!([{"type": "add_collaborators", "code": "recipient_cannot_see", "id": world.cara.id}]));
}

#[test]
fn a_submitted_form_takes_no_lead_from_its_owner_unless_the_rule_says_so() {
    let world = world();
    let (_, path) = world.source(json!({"name": "Website"}));
    let to_ann = |on: &str, more: Json| {
        let mut then = json!({"type": "assign", "user_id": world.ann.id});
        then.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        world.rule(json!({"name": format!("{on}{more}"), "on": on, "then": [then]}))
    };
    let rule = to_ann("captured", json!({}));
    assert_eq!(owner(&world.submit(&path, &json!({"email": "new@example.test"}))), "Ann Able", "what nobody owns is given");
    let lead = world.lead(json!({"name": "Own", "email": "own@example.test", "owner_id": world.bob.id}));
    let again = world.submit(&path, &json!({"email": "own@example.test", "a": "b"}));
    assert_eq!((&again["id"], owner(&again)), (&lead["id"], "Bob Best"));
    let skipped = &world.applied(lead["id"].as_str().unwrap())[0]["data"]["skipped"];
    assert_eq!(skipped, &json!([{"type": "assign", "code": "already_owned", "id": world.ann.id}]));
    // An owner who has left does not count.
    world.active(&world.bob, false);
    world.app.pass(20 * MINUTE);
    assert_eq!(owner(&world.submit(&path, &json!({"email": "own@example.test"}))), "Ann Able");
    world.app.delete(&world.owner, &format!("/v1/rules/{rule}")).expect(204);

    // What comes to be, or moves on, goes to whom the rule names.
    let rule = to_ann("created", json!({}));
    assert_eq!(owner(&world.lead(json!({"name": "Mine"}))), "Ann Able");
    world.patch(&rule, json!({"then": [{"type": "assign", "user_id": world.ann.id, "reassign": false}]})).expect(200);
    assert_eq!(owner(&world.lead(json!({"name": "Mine"}))), "Acme Owner");
    assert_eq!(owner(&world.lead(json!({"name": "Pool", "owner_id": null}))), "Ann Able");
    world.app.delete(&world.owner, &format!("/v1/rules/{rule}")).expect(204);
    to_ann("status_changed", json!({}));
    let lead = world.lead(json!({"name": "Moves"}));
    world.app.patch(&world.owner, &format!("/v1/leads/{}", lead["id"].as_str().unwrap()), json!({"status": "qualified"})).expect(200);
    world.app.drain();
    assert_eq!(owner(&world.get(lead["id"].as_str().unwrap())), "Ann Able");
}

#[test]
fn what_a_rule_cannot_do_is_skipped_and_the_rest_is_done() {
    let world = world();
    let south = world.app.team(&world.owner, "South", &[]);
    let rule = world.rule(json!({"name": "Much", "on": "created", "then": [
        {"type": "assign", "user_id": world.ann.id},
        {"type": "add_collaborators", "user_ids": [world.bob.id, world.cara.id]},
        {"type": "share", "with": {"type": "team", "id": south}, "permissions": ["read"]},
        {"type": "share", "with": {"type": "everyone"}, "permissions": ["read"], "expires_at": "2026-05-01T10:00:00.000Z"},
        {"type": "add_tags", "tags": ["late", "later"]},
    ]}));
    let problems = || world.app.get(&world.owner, &format!("/v1/rules/{rule}")).expect(200).body["problems"].clone();
    assert_eq!(problems(), json!([]));
    world.active(&world.ann, false);
    world.active(&world.bob, false);
    world.app.delete(&world.owner, &format!("/v1/teams/{south}")).expect(204);
    world.app.pass(60 * MINUTE);
    let tags: Vec<String> = (0..49).map(|index| format!("t{index}")).collect();
    let lead = world.lead(json!({"name": "Full", "tags": tags}));
    let id = lead["id"].as_str().unwrap();
    let expected = json!([
        {"type": "assign", "code": "assignee_inactive", "id": world.ann.id},
        {"type": "add_collaborators", "code": "recipient_inactive", "id": world.bob.id},
        {"type": "share", "code": "not_found", "id": south},
        {"type": "share", "code": "in_the_past"},
        {"type": "add_tags", "code": "too_many"},
    ]);
    assert_eq!(world.applied(id)[0]["data"]["skipped"], expected);
    assert_eq!(lead["collaborators"], json!([{"id": world.cara.id, "name": "Cara Cole", "level": "collaborator"}]));
    assert_eq!((owner(&lead), lead["tags"].as_array().unwrap().len()), ("Acme Owner", 49));
    assert_eq!(
        problems(),
        json!([
            {"field": "then.0.user_id", "id": world.ann.id, "code": "recipient_inactive"},
            {"field": "then.1.user_ids.0", "id": world.bob.id, "code": "recipient_inactive"},
            {"field": "then.2.with.id", "id": south, "code": "not_found"},
        ])
    );
    // None of it stands in the way of other changes.
    world.patch(&rule, json!({"name": "Much more", "enabled": false})).expect(200);
}

#[test]
fn a_rule_shows_that_its_team_or_its_source_is_gone() {
    let world = world();
    let (source, _) = world.source(json!({"name": "Website"}));
    let south = world.app.team(&world.owner, "South", &[&world.ann]);
    let body =
        json!({"name": "R", "on": "captured", "when": {"source_id": source}, "then": [{"type": "assign", "round_robin_team_id": south}]});
    let rule = world.rule(body);
    world.active(&world.ann, false);
    let problems = || world.app.get(&world.owner, "/v1/rules").expect(200).body["data"][0]["problems"].clone();
    let team = |code: &str| json!({"field": "then.0.round_robin_team_id", "id": south, "code": code});
    assert_eq!(problems(), json!([team("nobody_active")]));
    world.app.delete(&world.owner, &format!("/v1/teams/{south}")).expect(204);
    world.app.delete(&world.owner, &format!("/v1/sources/{source}")).expect(204);
    assert_eq!(problems(), json!([{"field": "when.source_id", "id": source, "code": "not_found"}, team("not_found")]));
    world.patch(&rule, json!({"when": {"source_id": null, "kind": "deal"}})).expect(200);
    assert_eq!(problems(), json!([team("not_found")]));
}

#[test]
fn access_that_a_rule_gives_makes_a_request_needless() {
    let world = world();
    let id = world.app.lead(&world.owner, "Asked for");
    world.app.drain();
    let asked = world.app.post(&world.ann, &format!("/v1/leads/{id}/collaboration_requests"), json!({})).expect(201).id();
    world.rule(json!({"name": "R", "on": "status_changed", "then": [{"type": "add_collaborators", "user_ids": [world.ann.id]}]}));
    world.app.patch(&world.owner, &format!("/v1/leads/{id}"), json!({"status": "working"})).expect(200);
    world.app.drain();
    let request = world.app.get(&world.ann, &format!("/v1/collaboration_requests/{asked}")).expect(200);
    assert_eq!(request.str("/status"), "superseded");
}

#[test]
fn a_canceled_meeting_is_no_submission() {
    let world = world();
    let made =
        world.app.post(&world.owner, "/v1/sources", json!({"name": "Meetings", "provider": "calendly", "secret": "key"})).expect(201);
    world.rule(json!({"name": "R", "on": "captured", "then": [{"type": "add_tags", "tags": ["booked"]}]}));
    let path = made.str("/capture_url").strip_prefix("https://leads.test").unwrap().to_owned();
    let deliver = |file: &str| {
        use hmac::Mac as _;
        let root = env!("CARGO_MANIFEST_DIR");
        let body = std::fs::read_to_string(format!("{root}/tests/data/capture/calendly/{file}")).unwrap();
        let seconds = world.app.now.get() / 1000;
        let mut mac = hmac::Hmac::<sha2::Sha256>::new_from_slice(b"key").unwrap();
        mac.update(format!("{seconds}.{body}").as_bytes());
        let signature = mac.finalize().into_bytes().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
        let mut request = App::request(None, "POST", &path, None);
        request.headers.push(("content-type".to_owned(), "application/json".to_owned()));
        request.headers.push(("calendly-webhook-signature".to_owned(), format!("t={seconds},v1={signature}")));
        request.body = Some(body.into_bytes());
        world.app.send(&request).expect(200);
        world.app.drain();
    };
    deliver("good.json");
    deliver("canceled.json");
    let id = world.app.get(&world.owner, "/v1/leads").expect(200).ids().remove(0);
    assert_eq!(world.app.history(&world.owner, &id), ["created", "captured", "rule_applied", "updated", "captured"]);
    assert_eq!(world.timeline(&id)[4]["data"]["submitted"], false);
}

#[test]
fn a_second_lead_of_the_same_person_is_marked() {
    let world = world();
    let (_, path) = world.source(json!({"name": "Website", "on_duplicate": "create", "defaults": {"tags": ["web"]}}));
    let first = world.submit(&path, &json!({"email": "ann@example.test"}));
    let second = world.submit(&path, &json!({"email": "ANN@example.test", "message": "again"}));
    assert_eq!((&first["tags"], &second["tags"]), (&json!(["web"]), &json!(["web", "possible duplicate"])));
    let created = &world.timeline(second["id"].as_str().unwrap())[0]["data"]["changes"]["tags"];
    assert_eq!(created, &json!({"from": [], "to": ["web", "possible duplicate"]}), "the timeline tells it");
    let found = world.app.get(&world.owner, "/v1/leads?tag=possible%20duplicate").expect(200);
    assert_eq!(found.ids(), [second["id"].as_str().unwrap()]);
    let other = world.submit(&path, &json!({"email": "bob@example.test"}));
    assert_eq!(other["tags"], json!(["web"]));
}

#[test]
fn what_is_wrong_with_a_rule_is_named() {
    let world = world();
    let tag = json!({"type": "add_tags", "tags": ["t"]});
    let other = world.app.organization("Other");
    let refused = |answer: Answer, fields: &[&str]| {
        let told = answer.text.clone();
        let answer = answer.expect(422);
        let mut found: Vec<_> =
            answer.body["errors"].as_array().unwrap().iter().map(|error| error["field"].as_str().unwrap().to_owned()).collect();
        found.sort();
        assert_eq!(found, fields, "{told}");
    };
    let post = |body: Json| world.app.post(&world.owner, "/v1/rules", body);
    let then = |one: Json| post(json!({"name": "R", "on": "created", "then": [one]}));
    refused(post(json!({})), &["name", "on", "then"]);
    refused(
        post(json!({"name": "R", "on": "deleted", "then": [], "enabled": 1, "position": 0, "x": 1})),
        &["enabled", "on", "position", "then", "x"],
    );
    refused(post(json!({"name": "R", "on": "created", "then": {}, "when": 1})), &["then", "when"]);
    refused(post(json!({"name": "R", "on": "created", "then": [1, {"type": "x"}, {}]})), &["then.0", "then.1.type", "then.2.type"]);
    refused(post(json!({"name": "R", "on": "created", "then": [tag.clone(), {"type": null}]})), &["then.1.type"]);
    refused(post(json!({"name": "R", "on": "created", "then": vec![tag.clone(); 11]})), &["then"]);
    refused(
        post(
            json!({"name": "R", "on": "created", "then": [tag], "when": {"kind": "x", "source": 1, "status": 2, "tag": [], "source_id": "x", "y": 1}}),
        ),
        &["when.kind", "when.source", "when.source_id", "when.status", "when.tag", "when.y"],
    );
    let when = |when: Json| post(json!({"name": "R", "on": "created", "then": [tag], "when": when}));
    refused(when(json!({"status": "won", "kind": "lead"})), &["when.status"]);
    refused(when(json!({"status": "nonsense"})), &["when.status"]);
    refused(when(json!({"source_id": NOBODY})), &["when.source_id"]);
    refused(then(json!({"type": "assign"})), &["then.0.user_id"]);
    refused(
        then(json!({"type": "assign", "user_id": "x", "reassign": "yes", "tags": []})),
        &["then.0.reassign", "then.0.tags", "then.0.user_id"],
    );
    refused(then(json!({"type": "assign", "user_id": world.ann.id, "round_robin_team_id": world.team})), &["then.0.user_id"]);
    refused(then(json!({"type": "assign", "user_id": NOBODY})), &["then.0.user_id"]);
    refused(then(json!({"type": "assign", "user_id": other.id})), &["then.0.user_id"]);
    refused(then(json!({"type": "assign", "round_robin_team_id": NOBODY})), &["then.0.round_robin_team_id"]);
    refused(then(json!({"type": "add_collaborators", "user_ids": []})), &["then.0.user_ids"]);
    refused(then(json!({"type": "add_collaborators", "user_ids": [world.ann.id, NOBODY]})), &["then.0.user_ids.1"]);
    refused(then(json!({"type": "add_collaborators", "user_ids": ["x"], "level": "boss"})), &["then.0.level", "then.0.user_ids"]);
    refused(then(json!({"type": "add_collaborators", "user_ids": [world.ann.id], "level": "co_owner"})), &["then.0.level"]);
    refused(then(json!({"type": "share"})), &["then.0.permissions", "then.0.with"]);
    refused(
        then(
            json!({"type": "share", "with": {"type": "team", "id": NOBODY}, "permissions": ["read"], "expires_at": "2020-01-01T00:00:00Z"}),
        ),
        &["then.0.expires_at"],
    );
    refused(then(json!({"type": "share", "with": {"type": "team", "id": NOBODY}, "permissions": ["read"]})), &["then.0.with.id"]);
    refused(then(json!({"type": "add_tags", "tags": []})), &["then.0.tags"]);
    refused(then(json!({"type": "add_tags", "tags": ["ok", ""]})), &["then.0.tags.1"]);
    let twice = json!([{"type": "assign", "user_id": world.ann.id}, {"type": "assign", "user_id": world.bob.id}]);
    refused(post(json!({"name": "R", "on": "created", "then": twice})), &["then"]);

    // Whoever cannot be given leads is refused with the reason.
    world.active(&world.ann, false);
    then(json!({"type": "assign", "user_id": world.ann.id})).refused(422, "assignee_inactive");
    then(json!({"type": "add_collaborators", "user_ids": [world.ann.id]})).refused(422, "recipient_inactive");
    world.app.post(&world.owner, "/v1/roles", json!({"name": "office", "capabilities": [], "record_permissions": []})).expect(201);
    let dora = world.app.person(&world.owner, "Dora Dent", "office");
    then(json!({"type": "assign", "user_id": dora.id})).refused(422, "recipient_without_lead_access");
    assert_eq!(world.app.db.ask("SELECT count(*) FROM rule"), ["0"]);

    let rule = world.rule(json!({"name": "R", "on": "created", "then": [tag]}));
    post(json!({"name": "R", "on": "created", "then": [tag]})).refused(409, "name_taken");
    refused(world.patch(&rule, json!({"name": null, "on": null, "then": null})), &["name", "on", "then"]);
    world.app.get(&world.owner, "/v1/rules?enabled=true").refused(400, "invalid_parameter");
    world.app.get(&world.owner, "/v1/rules?cursor=x").refused(400, "invalid_cursor");
}

#[test]
fn an_organisation_has_at_most_a_hundred_rules() {
    let world = world();
    let body = |index: usize| json!({"name": format!("Rule {index}"), "on": "created", "then": [{"type": "add_tags", "tags": ["t"]}]});
    for index in 0..100 {
        world.rule(body(index));
    }
    world.app.post(&world.owner, "/v1/rules", body(100)).refused(422, "validation_failed");
}

#[test]
fn a_rule_comes_back_as_it_was_given() {
    let world = world();
    let when = json!({"kind": "lead", "tag": "hot"});
    let then = json!([
        {"type": "assign", "round_robin_team_id": world.team},
        {"type": "add_collaborators", "user_ids": [world.ann.id]},
        {"type": "share", "with": {"type": "everyone"}, "permissions": ["read", "note"]},
        {"type": "add_tags", "tags": ["t"]},
    ]);
    let made = world.app.post(&world.owner, "/v1/rules", json!({"name": "R", "on": "captured", "when": when, "then": then})).expect(201);
    let path = format!("/v1/rules/{}", made.id());
    assert_eq!(made.header("location"), Some(path.as_str()));
    let expected = json!({
        "id": made.id(), "name": "R", "on": "captured", "when": when, "then": then, "enabled": true, "position": 1, "problems": [], "version": 1,
        "created_at": made.body["created_at"], "updated_at": made.body["created_at"],
    });
    assert_eq!(made.body, expected);
    let got = world.app.get(&world.owner, &path).expect(200);
    assert_eq!((&got.body, got.calls, got.header("etag")), (&expected, 1, Some("\"1\"")));
    // A merge patch; what changes nothing keeps the version.
    let same = world.patch(&made.id(), json!({"name": "R", "when": {"kind": "lead"}, "position": 1})).expect(200);
    assert_eq!(same.body, expected);
    let changed = world.patch(&made.id(), json!({"when": {"kind": null, "source": "web"}})).expect(200);
    assert_eq!((&changed.body["when"], &changed.body["version"]), (&json!({"tag": "hot", "source": "web"}), &json!(2)));
    assert_eq!(world.patch(&made.id(), json!({"when": null})).expect(200).body["when"], json!({}));
    world.app.patch_if(&world.owner, &path, 1, json!({"name": "S"})).refused(412, "edit_conflict");
    world.app.delete(&world.owner, &path).expect(204);
    world.app.get(&world.owner, &path).refused(404, "not_found");
}

#[test]
fn rules_take_the_capability_to_manage_settings_and_are_their_organisations_own() {
    let world = world();
    let body = json!({"name": "R", "on": "created", "then": [{"type": "add_tags", "tags": ["t"]}]});
    let rule = world.rule(body.clone());
    let path = format!("/v1/rules/{rule}");
    let app = &world.app;
    for answer in [
        app.get(&world.ann, "/v1/rules"),
        app.post(&world.ann, "/v1/rules", body.clone()),
        app.get(&world.ann, &path),
        app.patch(&world.ann, &path, json!({"name": "S"})),
        app.delete(&world.ann, &path),
    ] {
        assert_eq!(answer.refused(403, "forbidden").body["missing"], "manage_settings");
    }
    let other = app.organization("Other");
    app.get(&other, &path).refused(404, "not_found");
    app.patch(&other, &path, json!({"name": "S"})).refused(404, "not_found");
    app.delete(&other, &path).refused(404, "not_found");
    assert_eq!(app.get(&other, "/v1/rules").expect(200).ids(), Vec::<String>::new());
    app.post(&other, "/v1/rules", body).expect(201);
    let theirs = app.lead(&other, "Theirs");
    app.drain();
    assert_eq!(app.history(&other, &theirs), ["created", "rule_applied", "updated"], "each organisation has its own");
}

#[test]
fn whoever_owns_a_record_already_has_had_their_turn() {
    let world = world();
    world.rule(json!({"name": "Turns", "on": "created", "then": [{"type": "assign", "round_robin_team_id": world.team}]}));
    let made = |who: &User| {
        let id = world.app.post(who, "/v1/leads", json!({"name": "X"})).expect(201).id();
        world.app.drain();
        world.get(&id)["owner"]["name"].as_str().unwrap().to_owned()
    };
    let owners = [&world.ann, &world.ann, &world.owner, &world.owner].map(made);
    assert_eq!(owners, ["Ann Able", "Bob Best", "Cara Cole", "Ann Able"]);
}
