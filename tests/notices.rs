//! What people are told, by URL: whom each event reaches, once, and what they read of it.

mod support;

use serde_json::{Value as Json, json};
use support::{App, User};

struct Scene {
    app: App,
    owner: User,
    ann: User,
    bob: User,
    cara: User,
    lead: String,
}

/// Ann's lead, on which Bob collaborates and Cara looks. What led there is told already, and read.
fn scene() -> Scene {
    let app = App::default();
    let owner = app.organization("Acme");
    let [ann, bob, cara] = ["Ann", "Bob", "Cara"].map(|name| app.person(&owner, name, "agent"));
    let lead = app.post(&ann, "/v1/leads", json!({"name": "Müller GmbH", "email": "info@mueller.example"})).expect(201).id();
    app.put(&ann, &format!("/v1/leads/{lead}/collaborators/{}", bob.id), json!({})).expect(201);
    let with = json!({"with": {"type": "user", "id": cara.id}, "permissions": ["read"]});
    app.post(&ann, &format!("/v1/leads/{lead}/shares"), with).expect(201);
    app.drain();
    for who in [&owner, &ann, &bob, &cara] {
        app.post(who, "/v1/notifications/read", json!({"all": true})).expect(200);
    }
    Scene { app, owner, ann, bob, cara, lead }
}

impl Scene {
    fn on(&self, rest: &str) -> String {
        format!("/v1/leads/{}/{rest}", self.lead)
    }

    fn path(&self) -> String {
        format!("/v1/leads/{}", self.lead)
    }

    /// What somebody has not read, newest first, as `type: summary`; read from now on.
    fn news(&self, who: &User) -> Vec<String> {
        self.app.drain();
        let feed = self.app.get(who, "/v1/notifications?unread=true").expect(200);
        let data = feed.body["data"].as_array().unwrap();
        assert_eq!(feed.body["unread"], data.len());
        self.app.post(who, "/v1/notifications/read", json!({"all": true})).expect(200);
        data.iter().map(|one| format!("{}: {}", one["type"].as_str().unwrap(), one["summary"].as_str().unwrap())).collect()
    }
}

#[test]
fn an_edit_is_told_to_owner_and_collaborators_and_not_to_whoever_made_it_or_only_looks() {
    let s = scene();
    s.app.patch(&s.bob, &s.path(), json!({"title": "CEO", "phone": "+49 30 1234567"})).expect(200);
    assert_eq!(s.news(&s.ann), ["lead_updated: Bob changed phone, title of Müller GmbH"]);
    for who in [&s.bob, &s.cara, &s.owner] {
        assert_eq!(s.news(who), Vec::<String>::new());
    }
}

#[test]
fn each_is_told_once_by_one_act_of_what_matters_most() {
    let s = scene();
    let dan = s.app.person(&s.owner, "Dan", "agent");
    s.app.put(&s.ann, &s.on(&format!("collaborators/{}", dan.id)), json!({})).expect(201);
    assert_eq!(s.news(&dan), ["collaborator_added: Ann made you a collaborator of Müller GmbH"]);
    let note = json!({"body": "A secret", "mentions": [s.bob.id, s.cara.id]});
    s.app.post(&s.ann, &s.on("notes"), note).expect(201);
    assert_eq!(s.news(&s.bob), ["mentioned: Ann mentioned you in a note on Müller GmbH"], "and not of the note again");
    assert_eq!(s.news(&s.cara), ["mentioned: Ann mentioned you in a note on Müller GmbH"], "who only looks is told when mentioned");
    assert_eq!(s.news(&dan), ["note_added: Ann wrote a note on Müller GmbH"]);
    let hand_over = json!({"owner_id": s.bob.id, "note": "Please call", "keep_previous_owner": "view", "keep_collaborators": false});
    s.app.post(&s.owner, &s.on("assign"), hand_over).expect(200);
    assert_eq!(s.news(&s.bob), ["assigned: Acme Owner assigned Müller GmbH to you: Please call"]);
    assert_eq!(s.news(&s.ann), ["unassigned: Acme Owner handed Müller GmbH over to Bob: Please call"]);
    assert_eq!(s.news(&dan), ["collaborator_removed: Acme Owner removed you from a lead"]);
    assert_eq!(s.app.db.ask("SELECT count(*) FROM notification WHERE facts LIKE '%secret%'"), ["0"], "what a note says is nowhere else");
}

#[test]
fn every_type_is_told_to_whom_it_is_meant_for() {
    let s = scene();
    let dan = s.app.person(&s.owner, "Dan", "agent");
    let share = json!({"with": {"type": "user", "id": dan.id}, "permissions": ["read", "note"]});
    let share = s.app.post(&s.ann, &s.on("shares"), share).expect(201).id();
    assert_eq!(s.news(&dan), ["shared: Ann shared Müller GmbH with you"]);
    s.app.patch(&s.ann, &format!("/v1/shares/{share}"), json!({"permissions": ["read"]})).expect(200);
    assert_eq!(s.news(&dan), ["shared: Ann changed what you may do with Müller GmbH"]);
    s.app.delete(&s.ann, &format!("/v1/shares/{share}")).expect(204);
    assert_eq!(s.news(&dan), ["share_ended: Ann stopped sharing a lead with you"]);
    let request = s.app.post(&dan, &s.on("collaboration_requests"), json!({"reason": "My customer"})).expect(201).id();
    assert_eq!(s.news(&s.ann), ["request_received: Dan asks to collaborate on Müller GmbH: My customer"]);
    s.app.post(&s.ann, &format!("/v1/collaboration_requests/{request}/deny"), json!({"note": "Müller is mine"})).expect(200);
    assert_eq!(s.news(&dan), ["request_decided: Ann denied your request to collaborate on a lead"]);
    s.app.pass(25 * 3_600_000);
    let request = s.app.post(&dan, &s.on("collaboration_requests"), json!({})).expect(201).id();
    s.app.post(&s.ann, &format!("/v1/collaboration_requests/{request}/approve"), json!({"note": "Welcome"})).expect(200);
    assert_eq!(s.news(&dan), ["request_decided: Ann approved your request to collaborate on Müller GmbH: Welcome"]);
    s.app.patch(&s.bob, &s.path(), json!({"status": "working", "title": "CEO"})).expect(200);
    assert_eq!(s.news(&dan), ["status_changed: Bob moved Müller GmbH from new to working"]);
    let call = json!({"channel": "call", "direction": "out", "summary": "Agreed on\n a price"});
    s.app.post(&s.bob, &s.on("communications"), call).expect(201);
    assert_eq!(s.news(&dan), ["communication_added: Bob logged a call on Müller GmbH: Agreed on a price"]);
    let due = leadroom::time::Timestamp(s.app.now.get() + 60_000).to_text();
    let task = s.app.post(&s.ann, &s.on("tasks"), json!({"title": "Call", "assignee_id": dan.id, "due_at": due})).expect(201).id();
    assert_eq!(s.news(&dan), ["task_assigned: Ann gave you a task on Müller GmbH: Call"]);
    for _ in 0..3 {
        s.app.pass(60_000);
        s.app.sweep();
    }
    assert_eq!(s.news(&dan), ["task_due: A task on Müller GmbH is due: Call"], "once");
    s.app.patch(&s.ann, &format!("/v1/tasks/{task}"), json!({"assignee_id": s.bob.id})).expect(200);
    assert_eq!(s.news(&s.bob)[0], "task_assigned: Ann gave you a task on Müller GmbH: Call");
    s.app.delete(&s.ann, &s.on(&format!("collaborators/{}", dan.id))).expect(204);
    assert_eq!(s.news(&dan), ["collaborator_removed: Ann removed you from a lead"]);
    s.app.delete(&s.owner, &s.path()).expect(204);
    assert_eq!(s.news(&s.ann)[0], "lead_updated: Acme Owner deleted Müller GmbH", "the owner sees it in the trash");
    assert_eq!(s.news(&s.bob), Vec::<String>::new(), "whoever does not see it is not told");
    s.app.post(&s.owner, &s.on("restore"), json!({})).expect(200);
    assert_eq!(s.news(&s.bob), ["lead_updated: Acme Owner restored Müller GmbH"]);
}

#[test]
fn a_pool_and_a_form_call_whoever_answers_for_the_record() {
    let s = scene();
    let source = json!({"name": "Website", "provider": "form", "owner": {"user_id": s.ann.id}});
    let source = s.app.post(&s.owner, "/v1/sources", source).expect(201).str("/capture_url");
    let submit = |email: &str| {
        let path = source.split_once("/v1").map(|(_, rest)| format!("/v1{rest}")).unwrap();
        s.app.send(&App::request(None, "POST", &path, Some(&json!({"name": "New", "email": email})))).expect(200);
    };
    submit("new@example.com");
    assert_eq!(s.news(&s.ann), ["lead_captured: Website brought in New"]);
    submit("info@mueller.example");
    assert_eq!(s.news(&s.ann), ["lead_captured: Website brought in Müller GmbH"]);
    assert_eq!(s.news(&s.bob), ["lead_captured: Website brought in Müller GmbH"]);
    let pool = s.app.post(&s.owner, "/v1/leads", json!({"name": "Nobody's", "owner_id": null})).expect(201).id();
    let admin = s.app.person(&s.owner, "Adam", "admin");
    s.app.post(&s.bob, &format!("/v1/leads/{pool}/collaboration_requests"), json!({})).expect(201);
    assert_eq!(s.news(&admin), ["request_received: Bob asks to collaborate on Nobody's"]);
    assert_eq!(s.news(&s.owner), ["request_received: Bob asks to collaborate on Nobody's"]);
    s.app.post(&s.owner, "/v1/leads", json!({"name": "Given", "owner_id": s.ann.id})).expect(201);
    assert_eq!(s.news(&s.ann), ["assigned: Acme Owner assigned Given to you"]);
    s.app.patch(&s.owner, &format!("/v1/users/{}", s.ann.id), json!({"active": false})).expect(200);
    let dan = s.app.person(&s.owner, "Dan", "agent");
    s.app.post(&dan, &s.on("collaboration_requests"), json!({})).expect(201);
    assert_eq!(s.news(&admin), ["request_received: Dan asks to collaborate on Müller GmbH"], "an owner who has left answers for nothing");
}

#[test]
fn whoever_watches_is_told_and_whoever_mutes_is_told_only_what_is_meant_for_them() {
    let s = scene();
    s.app.put(&s.cara, &s.on("watch"), json!({})).expect(204);
    s.app.put(&s.cara, &s.on("watch"), json!({})).expect(204);
    s.app.put(&s.bob, &s.on("mute"), json!({})).expect(204);
    s.app.patch(&s.ann, &s.path(), json!({"title": "CEO"})).expect(200);
    assert_eq!(s.news(&s.cara), ["lead_updated: Ann changed title of Müller GmbH"]);
    assert_eq!(s.news(&s.bob), Vec::<String>::new());
    s.app.post(&s.ann, &s.on("notes"), json!({"body": "x", "mentions": [s.bob.id]})).expect(201);
    assert_eq!(s.news(&s.bob), ["mentioned: Ann mentioned you in a note on Müller GmbH"]);
    s.app.delete(&s.bob, &s.on("mute")).expect(204);
    s.app.delete(&s.cara, &s.on("watch")).expect(204);
    s.news(&s.cara);
    s.app.patch(&s.ann, &s.path(), json!({"title": "CFO"})).expect(200);
    assert_eq!((s.news(&s.bob).len(), s.news(&s.cara).len()), (1, 0));
    let dan = s.app.person(&s.owner, "Dan", "agent");
    for method in ["PUT", "DELETE"] {
        for what in ["watch", "mute"] {
            s.app.send(&App::request(Some(&dan.key), method, &s.on(what), None)).refused(404, "not_found");
            s.app.send(&App::request(Some(&s.ann.key), method, &format!("/v1/deals/{}/{what}", s.lead), None)).refused(404, "not_found");
        }
    }
    assert_eq!(s.app.put(&s.cara, &s.on("watch"), json!({})).calls, 1);
    s.app.delete(&s.ann, &s.on(&format!("collaborators/{}", s.bob.id))).expect(204);
    let shares = s.app.get(&s.ann, &s.on("shares")).ids();
    s.app.delete(&s.ann, &format!("/v1/shares/{}", shares[0])).expect(204);
    s.news(&s.cara);
    s.app.patch(&s.ann, &s.path(), json!({"title": "COO"})).expect(200);
    assert_eq!(s.news(&s.cara), Vec::<String>::new(), "watching gives no sight");
}

#[test]
fn preferences_are_a_bare_map_of_which_what_is_not_named_stays() {
    let s = scene();
    let path = "/v1/me/notification_preferences";
    let usual = s.app.get(&s.bob, path).expect(200);
    assert_eq!(usual.calls, 1);
    assert_eq!(usual.body.as_object().unwrap().len(), 18);
    assert_eq!(usual.body["assigned"], json!({"in_app": true, "email": "instant"}));
    assert_eq!(usual.body["lead_updated"], json!({"in_app": true, "email": "off"}));
    let changed = s.app.put(&s.bob, path, json!({"lead_updated": {"in_app": false}, "note_added": {"email": "digest"}})).expect(200);
    assert_eq!(changed.calls, 1);
    assert_eq!(changed.body["lead_updated"], json!({"in_app": false, "email": "off"}));
    s.app.put(&s.bob, path, json!({"lead_updated": {"email": "instant"}, "note_added": {}})).expect(200);
    assert_eq!(s.app.get(&s.bob, path).body["lead_updated"], json!({"in_app": false, "email": "instant"}));
    assert_eq!(s.app.get(&s.bob, path).body["note_added"], json!({"in_app": true, "email": "digest"}));
    assert_eq!(s.app.get(&s.ann, path).body, usual.body, "they are each one's own");
    s.app.patch(&s.ann, &s.path(), json!({"title": "CEO"})).expect(200);
    assert_eq!(s.news(&s.bob), Vec::<String>::new());
    let intents = || {
        s.app.db.ask("SELECT type, email, in_app, read_at IS NOT NULL FROM notification WHERE user_id = (SELECT id FROM user WHERE name = 'Bob') ORDER BY id DESC LIMIT 1")
    };
    assert_eq!(intents(), ["lead_updated|instant|0|1"], "it waits to be mailed, and is not shown");
    assert!(!s.app.get(&s.bob, "/v1/notifications").text.contains("lead_updated"));
    s.app.put(&s.bob, path, json!({"lead_updated": {"email": "off"}})).expect(200);
    let before = s.app.db.ask("SELECT count(*) FROM notification");
    s.app.patch(&s.ann, &s.path(), json!({"title": "CFO"})).expect(200);
    s.app.drain();
    assert_eq!(s.app.db.ask("SELECT count(*) FROM notification"), before);
    let back = s.app.put(&s.bob, path, json!({"lead_updated": null})).expect(200);
    assert_eq!(back.body["lead_updated"], usual.body["lead_updated"]);
    let wrong = json!({"assigned": {"in_app": 1, "email": "hourly", "sms": true}, "shoes": {}, "mentioned": true});
    let fields: Vec<String> = s.app.put(&s.bob, path, wrong).refused(422, "validation_failed").body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["field"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(fields, ["assigned.in_app", "assigned.email", "assigned.sms", "mentioned", "shoes"]);
}

#[test]
fn the_feed_is_a_page_with_the_number_of_unread_in_one_call() {
    let s = scene();
    for number in 0..5 {
        s.app.patch(&s.ann, &s.path(), json!({"title": format!("T{number}")})).expect(200);
        s.app.drain();
    }
    let first = s.app.get(&s.bob, "/v1/notifications?limit=3").expect(200);
    assert_eq!((first.calls, first.body["unread"].clone()), (1, json!(5)));
    assert!(first.header("link").unwrap().contains("rel=\"next\""));
    s.app.patch(&s.ann, &s.path(), json!({"title": "later"})).expect(200);
    s.app.drain();
    let next = s.app.get(&s.bob, &format!("/v1/notifications?limit=3&cursor={}", first.str("/next_cursor"))).expect(200);
    assert_eq!(next.body["unread"], 6);
    let all = s.app.get(&s.bob, "/v1/notifications").expect(200);
    assert_eq!(all.ids()[1..], [first.ids(), next.ids()].concat(), "what is new comes before the page that was read");
    let one = &all.body["data"][0];
    assert_eq!(one["lead"], json!({"id": s.lead, "kind": "lead", "name": "Müller GmbH"}));
    assert_eq!(one["actor"], json!({"id": s.ann.id, "name": "Ann", "type": "user"}));
    assert_eq!((&one["count"], &one["read_at"]), (&json!(1), &Json::Null));
    let others = s.app.get(&s.ann, "/v1/notifications").ids();
    let ids = json!([all.ids()[0], all.ids()[0], all.ids()[1], others.first(), "0193b0c0-0000-7000-8000-00000000ffff"]);
    let ids: Vec<&Json> = ids.as_array().unwrap().iter().filter(|id| !id.is_null()).collect();
    let read = s.app.post(&s.bob, "/v1/notifications/read", json!({"ids": ids})).expect(200);
    assert_eq!((read.calls, &read.body), (1, &json!({"unread": 4})));
    assert_eq!(s.app.get(&s.bob, "/v1/notifications?unread=true").ids(), all.ids()[2..6]);
    assert_eq!(s.app.get(&s.bob, "/v1/notifications?unread=false").ids()[..2], all.ids()[..2]);
    for (body, field) in [
        (json!({}), "ids"),
        (json!({"all": false}), "ids"),
        (json!({"all": true, "ids": []}), "ids"),
        (json!({"ids": ["x"]}), "ids.0"),
        (json!({"all": 1}), "all"),
    ] {
        let wrong = s.app.post(&s.bob, "/v1/notifications/read", body).refused(422, "validation_failed");
        assert_eq!(wrong.body["errors"][0]["field"], field);
    }
    s.app.get(&s.bob, "/v1/notifications?cursor=x").refused(400, "invalid_cursor");
    s.app.get(&s.bob, "/v1/notifications?read=true").refused(400, "invalid_parameter");
}

#[test]
fn a_notification_quotes_nothing_of_what_one_may_no_longer_see() {
    let s = scene();
    s.app.post(&s.ann, &s.on("communications"), json!({"channel": "call", "direction": "in", "summary": "Confidential"})).expect(201);
    s.app.drain();
    s.app.post(&s.ann, &s.on("tasks"), json!({"title": "Confidential", "assignee_id": s.bob.id})).expect(201);
    s.app.drain();
    s.app.patch(&s.ann, &s.path(), json!({"status": "qualified"})).expect(200);
    s.app.drain();
    assert!(s.app.get(&s.bob, "/v1/notifications").text.contains("Confidential"));
    s.app.delete(&s.ann, &s.on(&format!("collaborators/{}", s.bob.id))).expect(204);
    s.app.drain();
    let feed = s.app.get(&s.bob, "/v1/notifications").expect(200);
    for word in ["Confidential", "Müller", "qualified", &s.lead] {
        assert!(!feed.text.contains(word), "{word}: {}", feed.text);
    }
    let summaries: Vec<&str> = feed.body["data"].as_array().unwrap().iter().map(|one| one["summary"].as_str().unwrap()).collect();
    assert_eq!(
        summaries[..4],
        ["Ann removed you from a lead", "Ann moved a lead", "Ann gave you a task on a lead", "Ann logged a communication on a lead"]
    );
    assert!(feed.body["data"].as_array().unwrap().iter().all(|one| one["lead"] == Json::Null));
    s.app.put(&s.ann, &s.on(&format!("collaborators/{}", s.bob.id)), json!({})).expect(201);
    s.app.drain();
    assert!(s.app.get(&s.bob, "/v1/notifications").text.contains("Confidential"), "with the sight the words come back");
}

#[test]
fn an_action_on_many_records_is_one_summary_for_each_person() {
    let s = scene();
    let dan = s.app.person(&s.owner, "Dan", "agent");
    let eve = s.app.person(&s.owner, "Eve", "agent");
    let team = s.app.team(&s.owner, "North", &[&dan, &eve]);
    for number in 0..3 {
        let lead = s.app.lead(&s.ann, &format!("Lead {number}"));
        let with = json!({"with": {"type": "team", "id": team}, "permissions": ["read"]});
        s.app.post(&s.ann, &format!("/v1/leads/{lead}/shares"), with).expect(201);
    }
    assert_eq!(s.news(&dan).len(), 3);
    s.news(&eve);
    s.app.delete(&s.owner, &format!("/v1/teams/{team}?force=true")).expect(204);
    for who in [&dan, &eve] {
        assert_eq!(s.news(who), ["bulk_summary: Acme Owner stopped sharing 3 leads with you"]);
    }
    let feed = s.app.get(&dan, "/v1/notifications?limit=1").expect(200);
    assert_eq!((&feed.body["data"][0]["count"], &feed.body["data"][0]["lead"]), (&json!(3), &Json::Null));
    assert_eq!(s.app.db.ask("SELECT count(*) FROM event WHERE dispatched_at IS NULL"), ["0"]);
}

#[test]
fn whoever_asks_that_nobody_be_told_is_heeded() {
    let s = scene();
    let dan = s.app.person(&s.owner, "Dan", "agent");
    s.app.put(&s.ann, &s.on(&format!("collaborators/{}", dan.id)), json!({"notify": false})).expect(201);
    assert_eq!(s.news(&dan), Vec::<String>::new());
    assert_eq!(s.app.db.ask("SELECT count(*) FROM event WHERE dispatched_at IS NULL"), ["0"]);
    s.app.post(&s.owner, &s.on("convert"), json!({"deal": {}})).expect(201);
    assert_eq!(s.news(&s.ann), ["status_changed: Acme Owner moved Müller GmbH from new to converted"], "one action, told once");
    assert_eq!(s.app.db.ask("SELECT count(*) FROM event WHERE dispatched_at IS NULL"), ["0"], "what it made is fanned out as promptly");
}

#[test]
fn an_event_that_reaches_a_thousand_people_takes_at_most_twelve_calls() {
    let s = scene();
    let org = s.app.db.ask("SELECT id FROM organization").concat();
    s.app.db.execute(&format!(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
         INSERT INTO user (id, org_id, role_id, name, email, search, active, created_at, updated_at)
         SELECT printf('0193b0c0-0000-7000-8000-%012x', i), '{org}', (SELECT id FROM role WHERE name = 'agent'), 'P' || i, 'p' || i || '@p.test', '', 1, 0, 0 FROM n"
    ));
    let with = json!({"with": {"type": "everyone"}, "permissions": ["read"]});
    s.app.post(&s.ann, &s.on("shares"), with).expect(201);
    let jobs = s.app.nudges.take();
    let before = s.app.db.calls.get();
    for _ in 0..2 {
        for job in &jobs {
            support::run(leadroom::flow::dispatch::work(s.app.ports(), &s.app.outside(), job)).unwrap();
        }
    }
    let calls = s.app.db.calls.get() - before;
    assert!(calls <= 12, "{calls} calls, delivered twice");
    assert_eq!(
        s.app.db.ask("SELECT count(*), count(DISTINCT user_id) FROM notification WHERE type = 'shared' AND read_at IS NULL"),
        ["1003|1003"]
    );
}

#[test]
fn those_who_are_connected_are_pushed_what_is_new_and_how_much_is_unread() {
    let s = scene();
    s.app.db.execute(&format!(
        "INSERT INTO inbox_seat (user_id, org_id, connected_at) SELECT id, org_id, 0 FROM user WHERE id IN ('{}', '{}')",
        s.bob.id, s.cara.id
    ));
    s.app.pushed.take();
    s.app.put(&s.cara, &s.on("mute"), json!({})).expect(204);
    s.app.patch(&s.ann, &s.path(), json!({"title": "CEO"})).expect(200);
    s.app.drain();
    let pushed = s.app.pushed.take();
    assert_eq!(
        pushed.iter().map(|(user, _)| user.as_str()).collect::<Vec<_>>(),
        [s.bob.id.as_str(), s.bob.id.as_str()],
        "who is told, and is there"
    );
    let messages: Vec<Json> = pushed.iter().map(|(_, text)| serde_json::from_str(text).unwrap()).collect();
    let feed = s.app.get(&s.bob, "/v1/notifications?limit=1").expect(200);
    assert_eq!(messages, [json!({"type": "notification", "notification": feed.body["data"][0]}), json!({"type": "unread", "count": 1})]);
    s.app.post(&s.bob, "/v1/notifications/read", json!({"all": true})).expect(200);
    assert_eq!(s.app.pushed.take(), [(s.bob.id.clone(), json!({"count": 0, "type": "unread"}).to_string())]);
    s.app.patch(&s.bob, &s.path(), json!({"title": "CFO"})).expect(200);
    s.app.drain();
    assert_eq!(s.app.pushed.take(), [], "who did it hears nothing, and who is not there is not called");
}

/// Has the dead messages' consumer take these.
fn bury(s: &Scene, jobs: &[leadroom::job::Job]) {
    for job in jobs {
        support::run(leadroom::flow::bury::bury(s.app.ports(), &s.app.outside(), &leadroom::wire::text(job), Some(job))).unwrap();
    }
}

#[test]
fn a_message_that_died_is_recorded_with_its_reason_and_tried_again_when_somebody_says_so() {
    let s = scene();
    s.app.db.execute("CREATE TRIGGER poison BEFORE INSERT ON notification BEGIN SELECT RAISE(ABORT, 'poison'); END");
    s.app.patch(&s.ann, &s.path(), json!({"title": "CEO"})).expect(200);
    let jobs = s.app.nudges.take();
    assert!(support::run(leadroom::flow::dispatch::work(s.app.ports(), &s.app.outside(), &jobs[0])).is_err());
    let waiting = || s.app.db.ask("SELECT count(*) FROM event WHERE dispatched_at IS NULL").concat();
    assert_eq!(waiting(), "1");
    bury(&s, &jobs);
    bury(&s, &jobs);
    assert_eq!(waiting(), "0", "it waits no more, or the sweep would send it for ever");
    let list = s.app.get(&s.owner, "/v1/dead_letters").expect(200);
    let letter = &list.body["data"][0];
    assert_eq!((list.calls, list.ids().len()), (1, 1));
    assert_eq!(
        (&letter["job"], &letter["subject_id"], &letter["code"], &letter["deaths"]),
        (&json!("events"), &json!(s.lead), &json!("internal_error"), &json!(2))
    );
    assert!(!list.text.contains("poison"), "what went wrong inside is for whoever runs it");
    assert_eq!(s.app.db.ask("SELECT cause LIKE '%poison%' FROM dead_letter"), ["1"]);
    let path = format!("/v1/dead_letters/{}", letter["id"].as_str().unwrap());
    assert_eq!(s.app.get(&s.owner, &path).expect(200).body, *letter);
    for method in ["GET", "DELETE"] {
        s.app.send(&App::request(Some(&s.ann.key), method, &path, None)).refused(403, "forbidden");
    }
    let other = s.app.organization("Other");
    s.app.get(&other, &path).refused(404, "not_found");
    s.app.db.execute("DROP TRIGGER poison");
    s.app.post(&s.owner, &format!("{path}/replay"), json!({})).expect(204);
    assert_eq!(s.news(&s.bob), ["lead_updated: Ann changed title of Müller GmbH"]);
    s.app.get(&s.owner, &path).refused(404, "not_found");
    s.app.patch(&s.ann, &s.path(), json!({"title": "CFO"})).expect(200);
    bury(&s, &s.app.nudges.take());
    assert_eq!(s.news(&s.bob), ["lead_updated: Ann changed title of Müller GmbH"], "what can be done at the last attempt is done");
    assert_eq!(s.app.get(&s.owner, "/v1/dead_letters").expect(200).ids(), Vec::<String>::new());
    support::run(leadroom::flow::bury::bury(s.app.ports(), &s.app.outside(), "no message", None)).unwrap();
    assert_eq!(s.app.db.ask("SELECT code, org_id IS NULL FROM dead_letter"), ["unreadable|1"]);
}

#[test]
fn a_message_that_ended_the_process_is_recorded_and_not_tried_again() {
    let s = scene();
    s.app.patch(&s.ann, &s.path(), json!({"title": "CEO"})).expect(200);
    let jobs = s.app.nudges.take();
    s.app.db.dies_after.set(Some(1));
    assert!(
        support::run(leadroom::flow::bury::bury(s.app.ports(), &s.app.outside(), &leadroom::wire::text(&jobs[0]), Some(&jobs[0]))).is_err()
    );
    s.app.db.dies_after.set(None);
    bury(&s, &jobs);
    let list = s.app.get(&s.owner, "/v1/dead_letters").expect(200);
    assert_eq!(list.str("/data/0/code"), "crashed");
    let path = format!("/v1/dead_letters/{}", list.ids()[0]);
    s.app.delete(&s.owner, &path).expect(204);
    assert_eq!(s.news(&s.bob), Vec::<String>::new(), "what is dropped stays undone");
}

#[test]
fn the_sweep_sends_again_what_was_lost_and_leaves_it_to_that_message_for_a_while() {
    let s = scene();
    // The mail that the scene brings is sent: here it is about events alone.
    s.app.db.execute("UPDATE mail SET status = 'sent'");
    s.app.patch(&s.ann, &s.path(), json!({"title": "CEO"})).expect(200);
    s.app.patch(&s.ann, &s.path(), json!({"title": "CFO"})).expect(200);
    s.app.nudges.take();
    assert_eq!(s.app.sweep(), 0);
    s.app.pass(leadroom::flow::dispatch::OVERDUE + 1);
    assert_eq!(s.app.sweep(), 1, "one message for both events of the record");
    s.app.nudges.take();
    s.app.pass(60_000);
    assert_eq!(s.app.sweep(), 0, "the message is being tried");
    s.app.pass(leadroom::flow::dispatch::PATIENCE);
    assert_eq!(s.app.sweep(), 1);
    assert_eq!(s.news(&s.bob).len(), 2);
}

#[test]
fn a_task_that_falls_due_in_the_trash_is_reminded_of_once_it_is_back_and_an_ended_collaborator_hears_nothing() {
    let s = scene();
    let at = |millis: i64| leadroom::time::Timestamp(s.app.now.get() + millis).to_text();
    s.app.post(&s.ann, &s.on("tasks"), json!({"title": "Call", "assignee_id": s.bob.id, "due_at": at(60_000)})).expect(201);
    s.news(&s.bob);
    s.app.delete(&s.ann, &s.path()).expect(204);
    s.news(&s.bob);
    s.app.pass(120_000);
    s.app.sweep_up();
    assert_eq!(s.news(&s.bob), Vec::<String>::new());
    s.app.post(&s.ann, &s.on("restore"), json!({})).expect(200);
    s.app.sweep_up();
    let news = s.news(&s.bob);
    assert_eq!(news.iter().filter(|one| one.starts_with("task_due")).count(), 1, "{news:?}");

    let with = json!({"with": {"type": "everyone"}, "permissions": ["read"]});
    s.app.post(&s.ann, &s.on("shares"), with).expect(201);
    let fay = s.app.person(&s.owner, "Fay", "agent");
    s.app.db.execute("UPDATE access SET expires_at = 1 WHERE principal LIKE 'collab:%'");
    for who in [&s.bob, &fay] {
        s.news(who);
    }
    s.app.post(&s.ann, &s.on("notes"), json!({"body": "n"})).expect(201);
    assert_eq!((s.news(&s.bob), s.news(&fay)), (vec![], vec![]));
}
