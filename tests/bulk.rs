//! Many records at once: what each action does, what comes of each record, and that it is done once whatever the queue does.

mod support;

use leadroom::time::MINUTE;
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

    /// How many notifications somebody has not read, without anything being done meanwhile.
    fn news_now(&self, who: &User) -> i64 {
        self.app.get(who, "/v1/notifications?unread=true").expect(200).body["unread"].as_i64().unwrap()
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

#[test]
fn every_action_does_to_each_record_what_it_does_to_one_and_nothing_the_second_time() {
    let s = scene();
    let team = s.app.team(&s.owner, "North", &[&s.cara]);
    let leads = s.leads(&s.ann, 2);
    let ids = || json!({"ids": leads});
    let twice = |action: Json| {
        let first = s.done(&s.ann, json!({"select": ids(), "action": action}));
        assert_eq!(outcomes(&first), json!({"changed": 2}), "{action}");
        let second = s.done(&s.ann, json!({"select": ids(), "action": action}));
        assert_eq!(outcomes(&second), json!({"unchanged": 2}), "{action}");
        leads.iter().map(|id| s.lead(id)).collect::<Vec<_>>()
    };
    for lead in twice(json!({"type": "add_collaborators", "user_ids": [s.bob.id, s.cara.id, s.ann.id], "level": "viewer"})) {
        assert_eq!(
            (&lead["collaborator_count"], &lead["collaborators"][0]["level"]),
            (&json!(2), &json!("viewer")),
            "the owner needs not be one"
        );
    }
    for lead in twice(json!({"type": "remove_collaborators", "user_ids": [s.cara.id, s.owner.id]})) {
        assert_eq!(lead["collaborators"], json!([{"id": s.bob.id, "name": "Bob", "level": "viewer"}]));
    }
    for lead in twice(json!({"type": "share", "with": {"type": "team", "id": team}, "permissions": ["note"], "reason": "Fair"})) {
        let shares = s.app.get(&s.ann, &format!("/v1/leads/{}/shares", lead["id"].as_str().unwrap())).expect(200);
        assert_eq!(
            (&shares.body["data"][0]["with"]["id"], &shares.body["data"][0]["permissions"]),
            (&json!(team), &json!(["read", "note"]))
        );
    }
    for lead in twice(json!({"type": "set_status", "status": "working"})) {
        assert_eq!(lead["status"], "working");
    }
    s.app.patch(&s.ann, &format!("/v1/leads/{}", leads[0]), json!({"tags": ["old"]})).expect(200);
    for lead in twice(json!({"type": "add_tags", "tags": ["vip", "fair"]})) {
        let tags: &[&str] = if lead["id"] == leads[0] { &["old", "vip", "fair"] } else { &["vip", "fair"] };
        assert_eq!(lead["tags"], json!(tags));
    }
    for lead in twice(json!({"type": "remove_tags", "tags": ["vip", "none"]})) {
        assert!(!lead["tags"].as_array().unwrap().contains(&json!("vip")));
    }
    let owner = s.done(&s.ann, json!({"select": ids(), "action": {"type": "add_collaborators", "user_ids": [s.ann.id]}}));
    assert_eq!(outcomes(&owner), json!({"conflict": 2}));
    assert_eq!(s.results(&s.ann, &owner, "")[0]["code"], "already_owner");
    let away = json!({"type": "assign", "owner_id": s.bob.id, "keep_previous_owner": "edit", "keep_collaborators": false});
    let job = s.done(&s.ann, json!({"select": ids(), "action": away}));
    assert_eq!(outcomes(&job), json!({"changed": 2}));
    for id in &leads {
        let lead = s.lead(id);
        assert_eq!((&lead["owner"]["id"], &lead["collaborators"][0]["id"]), (&json!(s.bob.id), &json!(s.ann.id)));
    }
    let pool = s.done(&s.owner, json!({"select": ids(), "action": {"type": "assign", "owner_id": null}}));
    assert_eq!(outcomes(&pool), json!({"changed": 2}));
    assert_eq!(s.lead(&leads[0])["owner"], Json::Null);
    let gone = s.done(&s.owner, json!({"select": ids(), "action": {"type": "delete"}}));
    assert_eq!(outcomes(&gone), json!({"changed": 2}));
    let again = s.done(&s.owner, json!({"select": ids(), "action": {"type": "delete"}}));
    assert_eq!(outcomes(&again), json!({"conflict": 2}));
    assert_eq!(s.results(&s.owner, &again, "")[0]["code"], "record_deleted");
    let history = s.app.history(&s.owner, &leads[0]);
    assert_eq!(history.iter().filter(|what| *what == "deleted").count(), 1);
    for kind in ["contacts", "deals"] {
        let id = s.app.post(&s.ann, &format!("/v1/{kind}"), json!({"name": "One"})).expect(201).id();
        let body = json!({"select": {"ids": [id, leads[0]]}, "action": {"type": "add_tags", "tags": ["t"]}});
        let job = s.app.post(&s.ann, &format!("/v1/{kind}/bulk"), body).expect(202).id();
        s.app.drain();
        assert_eq!(outcomes(&s.job(&s.ann, &job)), json!({"changed": 1, "not_found": 1}), "{kind}");
    }
}

#[test]
fn each_record_is_authorised_by_itself_and_one_refusal_stops_no_other() {
    let s = scene();
    let own = s.leads(&s.ann, 1).remove(0);
    let seen = s.leads(&s.bob, 1).remove(0);
    let with = json!({"with": {"type": "user", "id": s.ann.id}, "permissions": ["read"]});
    s.app.post(&s.bob, &format!("/v1/leads/{seen}/shares"), with).expect(201);
    let hidden = s.leads(&s.cara, 1).remove(0);
    let trash = s.leads(&s.ann, 1).remove(0);
    s.app.delete(&s.ann, &format!("/v1/leads/{trash}")).expect(204);
    let full = s.leads(&s.ann, 1).remove(0);
    let tags: Vec<String> = (0..50).map(|number| format!("t{number}")).collect();
    s.app.patch(&s.ann, &format!("/v1/leads/{full}"), json!({"tags": tags})).expect(200);
    let stranger = s.app.organization("Other");
    let other = s.leads(&stranger, 1).remove(0);
    let ids = json!([own, seen, hidden, trash, full, other, UNKNOWN, own, own.to_uppercase()]);
    let job = s.done(&s.ann, json!({"select": {"ids": ids}, "action": {"type": "add_tags", "tags": ["new"]}}));
    assert_eq!(job["total"], 7, "who is named twice counts once");
    assert_eq!(outcomes(&job), json!({"changed": 1, "forbidden": 1, "not_found": 3, "conflict": 1, "failed": 1}));
    let result = |id: &str| s.results(&s.ann, &job, "").into_iter().find(|one| one["record_id"] == id).unwrap();
    assert_eq!(result(&own), json!({"record_id": own, "outcome": "changed"}));
    assert_eq!(result(&seen), json!({"record_id": seen, "outcome": "forbidden", "code": "forbidden"}));
    for id in [&hidden, &other, UNKNOWN] {
        assert_eq!(result(id), json!({"record_id": id, "outcome": "not_found", "code": "not_found"}));
    }
    assert_eq!(result(&trash)["code"], "record_deleted");
    let errors = json!([{"field": "tags", "code": "too_many", "detail": "a record has at most 50 tags"}]);
    assert_eq!(result(&full), json!({"record_id": full, "outcome": "failed", "code": "validation_failed", "errors": errors}));
    let one = s.results(&s.ann, &job, "?outcome=not_found&limit=2");
    assert_eq!((one.len(), &one[0]["outcome"]), (2, &json!("not_found")));
    let pages = {
        let (mut all, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = s.app.get(&s.ann, &format!("/v1/jobs/{}/results?limit=2{cursor}", job["id"].as_str().unwrap())).expect(200);
            all.extend(page.body["data"].as_array().unwrap().clone());
            match page.body["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break all,
            }
        }
    };
    assert_eq!(pages, s.results(&s.ann, &job, ""));
    // What the person who is named has lost in between shows by the code that one hand-over would be refused with.
    let id = s.start(&s.ann, json!({"select": {"ids": [own]}, "action": {"type": "assign", "owner_id": s.bob.id}}));
    s.app.patch(&s.owner, &format!("/v1/users/{}", s.bob.id), json!({"active": false})).expect(200);
    s.app.drain();
    let job = s.job(&s.ann, &id);
    assert_eq!((outcomes(&job), &s.results(&s.ann, &job, "")[0]["code"]), (json!({"failed": 1}), &json!("assignee_inactive")));
}

#[test]
fn what_cannot_be_is_refused_by_field_before_anything_is_written() {
    let s = scene();
    let lead = s.leads(&s.ann, 1).remove(0);
    let gone = s.app.person(&s.owner, "Gone", "agent");
    s.app.patch(&s.owner, &format!("/v1/users/{}", gone.id), json!({"active": false})).expect(200);
    let one = || json!({"ids": [lead]});
    let tag = || json!({"type": "add_tags", "tags": ["t"]});
    for (body, expected) in [
        (json!({}), vec!["select required", "action required"]),
        (json!({"select": null, "action": null}), vec!["select required", "action required"]),
        (json!({"select": one(), "action": {"type": null, "tags": []}}), vec!["action.type required"]),
        (json!({"select": {}, "action": tag()}), vec!["select required"]),
        (json!({"select": {"ids": [lead], "filter": {}}, "action": tag()}), vec!["select required"]),
        (json!({"select": {"ids": []}, "action": tag()}), vec!["select.ids empty"]),
        (json!({"select": {"ids": ["x"]}, "action": tag()}), vec!["select.ids.0 invalid_id"]),
        (json!({"select": {"ids": "x"}, "action": tag()}), vec!["select.ids not_a_list"]),
        (json!({"select": {"filter": null}, "action": tag()}), vec!["select.filter not_an_object"]),
        (json!({"select": {"filter": []}, "action": tag()}), vec!["select.filter not_an_object"]),
        (json!({"select": [], "action": tag()}), vec!["select not_an_object"]),
        (json!({"select": one(), "action": "delete"}), vec!["action not_an_object"]),
        (json!({"select": one(), "action": {"type": "burn"}}), vec!["action.type unknown_value"]),
        (json!({"select": one(), "action": {}}), vec!["action.type required"]),
        (
            json!({"select": one(), "action": {"type": "delete", "hard": true}, "shoes": 1}),
            vec!["action.hard unknown_field", "shoes unknown_field"],
        ),
        (json!({"select": one(), "action": {"type": "assign"}}), vec!["action.owner_id required"]),
        (json!({"select": one(), "action": {"type": "assign", "owner_id": UNKNOWN}}), vec!["action.owner_id not_found"]),
        (json!({"select": one(), "action": {"type": "add_collaborators", "user_ids": []}}), vec!["action.user_ids empty"]),
        (
            json!({"select": one(), "action": {"type": "add_collaborators", "user_ids": [s.bob.id, UNKNOWN]}}),
            vec!["action.user_ids not_found"],
        ),
        (json!({"select": one(), "action": {"type": "remove_collaborators", "user_ids": [UNKNOWN]}}), vec!["action.user_ids not_found"]),
        (
            json!({"select": one(), "action": {"type": "add_collaborators", "user_ids": [s.bob.id], "level": "boss"}}),
            vec!["action.level unknown_value"],
        ),
        (
            json!({"select": one(), "action": {"type": "add_collaborators", "user_ids": [s.bob.id], "level": "co_owner"}}),
            vec!["action.level not_allowed"],
        ),
        (
            json!({"select": one(), "action": {"type": "share", "with": {"type": "team", "id": UNKNOWN}, "permissions": ["read"]}}),
            vec!["action.with.id not_found"],
        ),
        (
            json!({"select": one(), "action": {"type": "share", "permissions": ["fly"]}}),
            vec!["action.with required", "action.permissions.0 unknown_value"],
        ),
        (json!({"select": one(), "action": {"type": "set_status", "status": "won"}}), vec!["action.status unknown_status"]),
        (json!({"select": one(), "action": {"type": "set_status"}}), vec!["action.status required"]),
        (json!({"select": one(), "action": {"type": "remove_tags", "tags": []}}), vec!["action.tags empty"]),
        (
            json!({"select": one(), "action": tag(), "notify": "all", "dry_run": "yes"}),
            vec!["notify unknown_value", "dry_run not_a_boolean"],
        ),
        (
            json!({"select": {"filter": {"owner": "nobody", "shoes": 1, "sort": "name"}}, "action": tag()}),
            vec!["select.filter.owner invalid_parameter", "select.filter.shoes unknown_field", "select.filter.sort unknown_field"],
        ),
        (json!({"select": {"filter": {"deleted": "perhaps"}}, "action": tag()}), vec!["select.filter.deleted invalid_parameter"]),
        (json!({"select": {"filter": {"tag": 7}}, "action": tag()}), vec!["select.filter.tag not_a_string"]),
    ] {
        let answer = s.app.post(&s.ann, "/v1/leads/bulk", body.clone()).refused(422, "validation_failed");
        assert_eq!(fields(&answer), expected, "{body}");
    }
    let inactive = json!({"select": one(), "action": {"type": "assign", "owner_id": gone.id}});
    assert_eq!(
        fields(&s.app.post(&s.owner, "/v1/leads/bulk", inactive).refused(422, "assignee_inactive")),
        ["action.owner_id assignee_inactive"]
    );
    let inactive = json!({"select": one(), "action": {"type": "add_collaborators", "user_ids": [gone.id]}});
    s.app.post(&s.owner, "/v1/leads/bulk", inactive).refused(422, "recipient_inactive");
    let role = json!({"name": "one by one", "capabilities": ["create", "assign_any"], "record_permissions": ["read", "update", "assign"]});
    s.app.post(&s.owner, "/v1/roles", role).expect(201);
    let dan = s.app.person(&s.owner, "Dan", "one by one");
    let refused = s.app.post(&dan, "/v1/leads/bulk", json!({"select": one(), "action": tag()})).refused(403, "forbidden");
    assert_eq!(refused.body["missing"], "bulk");
    assert_eq!(s.app.db.ask("SELECT count(*) FROM job"), ["0"]);
}

#[test]
fn a_filter_picks_what_the_list_shows_that_person_and_nothing_else() {
    let s = scene();
    let pool = s.app.post(&s.owner, "/v1/leads", json!({"name": "Pool", "owner_id": null, "tags": ["vip"]})).expect(201).id();
    for (index, who) in [&s.ann, &s.bob, &s.cara].into_iter().cycle().take(12).enumerate() {
        let status = ["new", "working"][index % 2];
        let lead =
            s.app.post(who, "/v1/leads", json!({"name": format!("Lead {index}"), "status": status, "source": "fair"})).expect(201).id();
        if index.is_multiple_of(3) {
            let body = json!({"with": {"type": "user", "id": s.bob.id}, "permissions": ["update"]});
            s.app.post(who, &format!("/v1/leads/{lead}/shares"), body);
        }
        if index.is_multiple_of(4) {
            s.app.put(who, &format!("/v1/leads/{lead}/collaborators/{}", s.ann.id), json!({}));
        }
        if index == 7 {
            s.app.delete(who, &format!("/v1/leads/{lead}")).expect(204);
        }
    }
    s.app.drain();
    for (query, filter) in [
        ("", json!({})),
        ("owner=me", json!({"owner": "me"})),
        ("owner=none", json!({"owner": ["none"]})),
        ("owner=me,none", json!({"owner": ["me", "none"]})),
        ("status=working", json!({"status": ["working", "qualified"]})),
        ("shared=with_me", json!({"shared": "with_me"})),
        ("collaborator=me", json!({"collaborator": "me", "source": "fair"})),
        ("q=lead", json!({"q": "lead"})),
        ("tag=vip", json!({"tag": "vip"})),
        ("deleted=true", json!({"deleted": true})),
        ("created_after=2030-01-01T00:00:00Z", json!({"created_after": "2030-01-01T00:00:00Z"})),
    ] {
        for who in [&s.owner, &s.ann, &s.bob] {
            let mut shown = s.app.get(who, &format!("/v1/leads?{query}")).expect(200).ids();
            let job = s.start(who, json!({"select": {"filter": filter}, "action": {"type": "add_tags", "tags": ["x"]}, "dry_run": true}));
            let mut picked = s.app.db.ask(&format!("SELECT record_id FROM job_item WHERE job_id = '{job}'"));
            shown.sort();
            picked.sort();
            assert_eq!(picked, shown, "{query}");
            s.app.drain();
        }
    }
    assert!(s.app.get(&s.owner, "/v1/leads?owner=none").ids() == [pool]);
}

#[test]
fn more_than_a_chunk_is_picked_without_a_gap_and_more_than_there_may_be_is_refused() {
    let s = scene();
    s.leads(&s.ann, 1);
    let more = |from: usize, to: usize| {
        s.app.db.execute(&format!(
            "WITH RECURSIVE n (n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM n WHERE n < {to})
             INSERT INTO record (num, id, org_id, kind, name, status, tags, fields, owner_id, version, created_at, updated_at, last_activity_at, name_key, search)
             SELECT n, printf('01900000-0000-7000-8000-%012x', n), r.org_id, 'lead', 'x', 'new', '[]', '{{}}', r.owner_id, 1, n / 3, 1, 1, 'x', ' x'
             FROM n CROSS JOIN record r ON r.num = 1"
        ));
    };
    more(2, 25_000);
    let body = || json!({"select": {"filter": {"owner": s.ann.id}}, "action": {"type": "add_tags", "tags": ["t"]}, "dry_run": true});
    for (who, calls) in [(&s.owner, 4), (&s.ann, 4)] {
        let answer = s.app.post(who, "/v1/leads/bulk", body()).expect(202);
        assert_eq!((&answer.body["total"], answer.calls), (&json!(25_000), calls));
    }
    s.app.nudges.take();
    let jobs = s.app.db.ask("SELECT count(*) FROM job");
    more(25_001, 100_001);
    assert_eq!(fields(&s.app.post(&s.owner, "/v1/leads/bulk", body()).refused(422, "validation_failed")), ["select.filter too_many"]);
    assert_eq!(s.app.db.ask("SELECT count(*) FROM job"), jobs);
}

#[test]
fn a_dry_run_answers_the_same_and_nothing_is_written_and_nobody_told() {
    let s = scene();
    let leads = s.leads(&s.ann, 3);
    s.app.delete(&s.ann, &format!("/v1/leads/{}", leads[2])).expect(204);
    s.app.drain();
    let socket = s.app.connect(Some(&s.ann), &format!("/v1/leads/{}/live", leads[0])).unwrap();
    s.app.heard(socket);
    s.news(&s.ann);
    let before = s.app.db.ask(
        "SELECT count(*), (SELECT sum(version) FROM record), (SELECT count(*) FROM notification), (SELECT count(*) FROM access) FROM event",
    );
    let body = |dry: bool| json!({"select": {"ids": leads}, "action": {"type": "assign", "owner_id": s.bob.id}, "dry_run": dry});
    let dry = s.done(&s.owner, body(true));
    assert_eq!((&dry["dry_run"], outcomes(&dry)), (&json!(true), json!({"changed": 2, "conflict": 1})));
    let after = s.app.db.ask(
        "SELECT count(*), (SELECT sum(version) FROM record), (SELECT count(*) FROM notification), (SELECT count(*) FROM access) FROM event",
    );
    assert_eq!(before, after);
    assert_eq!(s.app.heard(socket), Vec::<Json>::new());
    let results = s.results(&s.owner, &dry, "");
    assert_eq!(results, s.results(&s.owner, &s.done(&s.owner, body(false)), ""), "as it is then done");
    s.app.post(&s.owner, &format!("/v1/jobs/{}/undo", dry["id"].as_str().unwrap()), json!({})).refused(409, "not_undoable");
}

#[test]
fn people_are_told_once_of_all_of_it_or_not_at_all() {
    let s = scene();
    let leads = s.leads(&s.ann, 5);
    s.app.put(&s.ann, &format!("/v1/leads/{}/collaborators/{}", leads[0], s.cara.id), json!({})).expect(201);
    s.news(&s.cara);
    let job = s.done(&s.ann, json!({"select": {"ids": leads}, "action": {"type": "add_collaborators", "user_ids": [s.bob.id, s.cara.id]}}));
    assert_eq!(outcomes(&job), json!({"changed": 5}));
    assert_eq!(s.news(&s.bob), ["bulk_summary: Ann made you a collaborator of 5 leads"]);
    assert_eq!(s.news(&s.cara), ["bulk_summary: Ann made you a collaborator of 4 leads"]);
    assert_eq!(s.news(&s.ann), ["job_finished: Your job is done: 5 of 5 leads changed"]);
    let quiet = json!({"select": {"ids": leads}, "action": {"type": "set_status", "status": "working"}, "notify": "none"});
    assert_eq!(s.done(&s.owner, quiet)["notify"], "none");
    for who in [&s.ann, &s.bob, &s.cara] {
        assert_eq!(s.news(who), Vec::<String>::new());
    }
    let leave = s.done(
        &s.bob,
        json!({"select": {"filter": {"collaborator": "me"}}, "action": {"type": "remove_collaborators", "user_ids": [s.bob.id]}}),
    );
    assert_eq!(outcomes(&leave), json!({"changed": 5}));
    assert_eq!(s.news(&s.ann), ["bulk_summary: Bob changed 5 leads"]);
}

#[test]
fn whatever_comes_twice_or_out_of_order_is_done_once() {
    let s = scene();
    let leads = s.leads(&s.ann, 230);
    let id = s.start(&s.owner, json!({"select": {"filter": {"owner": s.ann.id}}, "action": {"type": "assign", "owner_id": s.bob.id}}));
    let mut seen = Vec::new();
    loop {
        let jobs = s.app.nudges.take();
        if jobs.is_empty() {
            break;
        }
        seen.splice(0..0, jobs);
        // Everything that ever came comes again, the newest first, and what was first last.
        for job in &seen {
            support::run(leadroom::flow::dispatch::work(s.app.ports(), &s.app.outside(), job)).unwrap();
        }
    }
    assert_eq!(outcomes(&s.job(&s.owner, &id)), json!({"changed": 230}));
    for lead in &leads {
        assert_eq!(s.app.history(&s.owner, lead), ["created", "assigned", "collaborator_added"]);
    }
    assert_eq!(s.news(&s.bob), ["bulk_summary: Acme Owner assigned 230 leads to you"]);
    assert_eq!(s.news(&s.owner), ["job_finished: Your job is done: 230 of 230 leads changed"]);
}

#[test]
fn wherever_a_consumer_dies_each_record_is_done_once_and_each_person_told_once() {
    for loses in [false, true] {
        for dies in 0..24 {
            let s = scene();
            let leads = s.leads(&s.ann, 6);
            s.app.lead(&s.cara, "Theirs");
            let ids: Vec<&String> = leads.iter().collect();
            s.app.drain();
            let mut select: Vec<Json> = ids.iter().map(|id| json!(id)).collect();
            select.push(json!(UNKNOWN));
            let id = s.start(
                &s.ann,
                json!({"select": {"ids": select}, "action": {"type": "assign", "owner_id": s.bob.id, "keep_previous_owner": "none"}}),
            );
            s.app.db.loses_answer.set(loses);
            s.app.db.dies_after.set(Some(dies));
            let mut queue = s.app.nudges.take();
            let mut failed = 0;
            while let Some(job) = queue.pop() {
                if support::run(leadroom::flow::dispatch::work(s.app.ports(), &s.app.outside(), &job)).is_err() {
                    // It comes again, with what was sent before it died.
                    failed += 1;
                    queue.push(job);
                    s.app.db.dies_after.set(None);
                }
                queue.extend(s.app.nudges.take());
            }
            s.app.db.dies_after.set(None);
            // What got lost with it the sweep finds.
            for _ in 0..3 {
                s.app.pass(21 * 60_000);
                s.app.sweep_up();
            }
            let job = s.job(&s.ann, &id);
            assert_eq!(
                (&job["status"], outcomes(&job)),
                (&json!("done"), json!({"changed": 6, "not_found": 1})),
                "dies after {dies}, loses: {loses}, failed {failed}"
            );
            for lead in &leads {
                assert_eq!(s.app.history(&s.owner, lead), ["created", "assigned"]);
            }
            assert_eq!(s.news(&s.bob), ["bulk_summary: Ann assigned 6 leads to you"], "dies after {dies}, loses: {loses}");
            assert_eq!(s.news(&s.ann), ["job_finished: Your job is done: 6 of 7 leads changed"]);
            assert_eq!(s.app.db.ask("SELECT count(*) FROM event WHERE dispatched_at IS NULL"), ["0"]);
        }
    }
}

#[test]
fn a_job_whose_message_got_lost_is_found_by_the_sweep() {
    let s = scene();
    let leads = s.leads(&s.ann, 3);
    let id = s.start(&s.ann, json!({"select": {"ids": leads}, "action": {"type": "add_tags", "tags": ["t"]}}));
    s.app.nudges.take();
    s.app.sweep_up();
    assert_eq!(s.job(&s.ann, &id)["status"], "queued", "its message may still come");
    s.app.pass(61_000);
    assert_eq!(s.app.sweep(), 1);
    assert_eq!(s.app.sweep(), 0, "that one is given time");
    s.app.drain();
    assert_eq!(outcomes(&s.job(&s.ann, &id)), json!({"changed": 3}));
}

#[test]
fn canceling_stops_what_is_not_done_yet_and_what_was_done_is_told() {
    let s = scene();
    s.leads(&s.ann, 230);
    let id = s.start(&s.owner, json!({"select": {"filter": {}}, "action": {"type": "assign", "owner_id": s.bob.id}}));
    let jobs = s.app.nudges.take();
    support::run(leadroom::flow::dispatch::work(s.app.ports(), &s.app.outside(), &jobs[0])).unwrap();
    assert_eq!(s.app.get(&s.owner, &format!("/v1/jobs/{id}")).body["status"], "running");
    assert_eq!(s.news_now(&s.bob), 0, "nobody is told before the end");
    s.app.pass(5 * 60_000);
    let later = s.app.nudges.take();
    s.app.sweep();
    let swept = s.app.nudges.take();
    assert!(swept.iter().all(|job| matches!(job, leadroom::job::Job::Run { .. })), "its events wait for its end: {swept:?}");
    let canceled = s.app.post(&s.owner, &format!("/v1/jobs/{id}/cancel"), json!({})).expect(200);
    assert_eq!((&canceled.body["status"], &canceled.body["done"]), (&json!("canceled"), &json!(200)));
    s.app.post(&s.owner, &format!("/v1/jobs/{id}/cancel"), json!({})).refused(409, "job_finished");
    s.app.nudges.borrow_mut().extend(later.into_iter().chain(swept));
    s.app.drain();
    let job = s.job(&s.owner, &id);
    assert_eq!((&job["total"], outcomes(&job)), (&json!(230), json!({"changed": 200})));
    assert_eq!(s.results(&s.owner, &job, "?limit=200").len(), 200);
    assert_eq!(s.app.get(&s.bob, "/v1/leads/count?owner=me").body["count"], 200);
    assert_eq!(s.news(&s.bob), ["bulk_summary: Acme Owner assigned 200 leads to you"]);
    assert_eq!(s.news(&s.owner), ["job_finished: Your job was canceled: 200 of 230 leads changed"]);
    // An act that was under way when the job was canceled comes to nothing.
    let lead = s.leads(&s.cara, 1).remove(0);
    let id = s.start(&s.owner, json!({"select": {"ids": [lead]}, "action": {"type": "assign", "owner_id": s.bob.id}}));
    *s.app.db.interference.borrow_mut() = Some(format!("UPDATE job SET status = 'canceled', finished_at = 1 WHERE id = '{id}'"));
    s.app.drain();
    assert_eq!(outcomes(&s.job(&s.owner, &id)), json!({}));
    assert_eq!(s.app.history(&s.owner, &lead), ["created"]);
}

#[test]
fn whoever_may_no_longer_acts_no_more() {
    let s = scene();
    let role =
        json!({"name": "one by one", "capabilities": ["create", "transfer_own"], "record_permissions": ["read", "update", "assign"]});
    s.app.post(&s.owner, "/v1/roles", role).expect(201);
    for (change, code) in [(json!({"role": "one by one"}), "forbidden"), (json!({"active": false}), "user_inactive")] {
        let dan = s.app.person(&s.owner, &format!("Dan {code}"), "agent");
        let leads = s.leads(&dan, 230);
        let id = s.start(&dan, json!({"select": {"filter": {"owner": "me"}}, "action": {"type": "add_tags", "tags": ["t"]}}));
        let jobs = s.app.nudges.take();
        support::run(leadroom::flow::dispatch::work(s.app.ports(), &s.app.outside(), &jobs[0])).unwrap();
        let user = s.app.get(&s.owner, &format!("/v1/users/{}", dan.id)).expect(200);
        assert_eq!(user.status, 200);
        s.app.patch(&s.owner, &format!("/v1/users/{}", dan.id), change.clone()).expect(200);
        s.app.drain();
        let job = s.job(&s.owner, &id);
        assert_eq!((&job["status"], outcomes(&job)), (&json!("done"), json!({"changed": 200, "forbidden": 30})));
        assert_eq!(s.results(&s.owner, &job, "?outcome=forbidden")[0]["code"], code);
        assert_eq!(s.app.db.ask("SELECT count(*) FROM record WHERE tags = '[\"t\"]'"), ["200"]);
        s.app.db.execute("UPDATE record SET tags = '[]'");
        assert_eq!(leads.len(), 230);
    }
    // In the room, too: what was taken while they still might.
    let lead = s.leads(&s.ann, 1).remove(0);
    let id = s.start(&s.ann, json!({"select": {"ids": [lead]}, "action": {"type": "add_tags", "tags": ["t"]}}));
    let act = leadroom::flow::room::Act {
        version: leadroom::flow::room::VERSION,
        request_id: "x".to_owned(),
        org: leadroom::id::OrgId::parse(&s.app.db.ask("SELECT org_id FROM job LIMIT 1")[0]).unwrap(),
        record: leadroom::id::RecordId::parse(&lead).unwrap(),
        kind: None,
        by: leadroom::flow::room::By::Bulk {
            user: leadroom::id::UserId::parse(&s.ann.id).unwrap(),
            job: leadroom::id::JobId::parse(&id).unwrap(),
            notify: true,
            dry_run: false,
        },
        action: leadroom::flow::room::Action::Tags { tags: vec!["t".to_owned()], add: true },
        once: None,
    };
    s.app.db.execute("UPDATE job SET status = 'running'");
    s.app.patch(&s.owner, &format!("/v1/users/{}", s.ann.id), json!({"role": "one by one"})).expect(200);
    let reply = support::run(leadroom::flow::Rooms::act(&s.app, &act)).unwrap();
    assert_eq!(reply.status, 403);
}

#[test]
fn undoing_gives_back_what_nobody_else_has_taken_since() {
    let s = scene();
    let leads = s.leads(&s.ann, 4);
    let pool = s.app.post(&s.owner, "/v1/leads", json!({"name": "Pool", "owner_id": null})).expect(201).id();
    let own = s.leads(&s.bob, 1).remove(0);
    let all: Vec<&String> = leads.iter().chain([&pool, &own]).collect();
    let id = s.start(&s.owner, json!({"select": {"ids": all}, "action": {"type": "assign", "owner_id": s.bob.id}}));
    s.app.post(&s.owner, &format!("/v1/jobs/{id}/undo"), json!({})).refused(409, "job_not_finished");
    s.app.drain();
    assert_eq!(outcomes(&s.job(&s.owner, &id)), json!({"changed": 5, "unchanged": 1}));
    s.app.post(&s.bob, &format!("/v1/leads/{}/assign", leads[0]), json!({"owner_id": s.cara.id})).expect(200);
    s.app.delete(&s.bob, &format!("/v1/leads/{}", leads[1])).expect(204);
    for who in [&s.ann, &s.bob] {
        s.app.post(who, &format!("/v1/jobs/{id}/undo"), json!({})).refused(404, "not_found");
        s.news(who);
    }
    s.news(&s.owner);
    let undo = s.app.post(&s.owner, &format!("/v1/jobs/{id}/undo"), json!({})).expect(202);
    assert_eq!(undo.header("location"), Some(format!("/v1/jobs/{}", undo.id()).as_str()));
    assert_eq!((&undo.body["undoes"], &undo.body["total"]), (&json!(id), &json!(5)));
    s.app.post(&s.owner, &format!("/v1/jobs/{id}/undo"), json!({})).refused(409, "already_undone");
    s.app.drain();
    let job = s.job(&s.owner, &undo.id());
    assert_eq!(outcomes(&job), json!({"changed": 3, "conflict": 2}));
    let mut codes: Vec<Json> = s.results(&s.owner, &job, "?outcome=conflict").iter().map(|one| one["code"].clone()).collect();
    codes.sort_by_key(ToString::to_string);
    assert_eq!(codes, ["owner_changed", "record_deleted"]);
    for lead in &leads[2..] {
        let lead = s.lead(lead);
        assert_eq!((&lead["owner"]["id"], &lead["collaborators"]), (&json!(s.ann.id), &json!([])), "as it was");
    }
    assert_eq!(s.lead(&pool)["owner"], Json::Null);
    assert_eq!((&s.lead(&leads[0])["owner"]["id"], &s.lead(&own)["owner"]["id"]), (&json!(s.cara.id), &json!(s.bob.id)));
    assert_eq!(s.job(&s.owner, &id)["undone_by"], undo.id());
    assert_eq!(s.news(&s.ann), ["bulk_summary: Acme Owner assigned 2 leads to you"]);
    s.app.post(&s.owner, &format!("/v1/jobs/{}/undo", undo.id()), json!({})).refused(409, "not_undoable");
    let tags = s.done(&s.owner, json!({"select": {"ids": [own]}, "action": {"type": "add_tags", "tags": ["t"]}}));
    s.app.post(&s.owner, &format!("/v1/jobs/{}/undo", tags["id"].as_str().unwrap()), json!({})).refused(409, "not_undoable");
}

#[test]
fn whoever_gave_their_own_sight_away_may_take_it_back() {
    let s = scene();
    let leads = s.leads(&s.ann, 3);
    let away = json!({"type": "assign", "owner_id": s.bob.id, "keep_previous_owner": "none"});
    let job = s.done(&s.ann, json!({"select": {"ids": leads}, "action": away}));
    s.app.get(&s.ann, &format!("/v1/leads/{}", leads[0])).refused(404, "not_found");
    let undo = s.app.post(&s.ann, &format!("/v1/jobs/{}/undo", job["id"].as_str().unwrap()), json!({})).expect(202).id();
    s.app.drain();
    assert_eq!(outcomes(&s.job(&s.ann, &undo)), json!({"changed": 3}));
    assert_eq!(s.app.get(&s.ann, &format!("/v1/leads/{}", leads[0])).expect(200).body["owner"]["id"], s.ann.id);
    // Somebody else may as far as they may assign each.
    let job = s.done(&s.ann, json!({"select": {"ids": leads}, "action": {"type": "assign", "owner_id": s.bob.id}}));
    let adam = s.app.person(&s.owner, "Adam", "admin");
    let role = json!({"name": "auditor", "capabilities": ["view_all", "bulk"], "record_permissions": ["read", "assign"]});
    s.app.post(&s.owner, "/v1/roles", role).expect(201);
    let auditor = s.app.person(&s.owner, "Auditor", "auditor");
    let path = format!("/v1/jobs/{}/undo", job["id"].as_str().unwrap());
    assert_eq!(s.app.post(&auditor, &path, json!({})).refused(403, "forbidden").body["missing"], "assign_any");
    let undo = s.app.post(&adam, &path, json!({})).expect(202).id();
    s.app.drain();
    assert_eq!(outcomes(&s.job(&adam, &undo)), json!({"changed": 3}));
}

#[test]
fn a_job_is_seen_by_its_maker_and_by_whoever_sees_everything() {
    let s = scene();
    let leads = s.leads(&s.ann, 1);
    let body = || json!({"select": {"ids": leads}, "action": {"type": "add_tags", "tags": ["t"]}});
    let (first, second) = (s.start(&s.ann, body()), s.start(&s.owner, body()));
    let role = json!({"name": "auditor", "capabilities": ["view_all"], "record_permissions": ["read"]});
    s.app.post(&s.owner, "/v1/roles", role).expect(201);
    let auditor = s.app.person(&s.owner, "Auditor", "auditor");
    let stranger = s.app.organization("Other");
    for (who, ids) in [
        (&s.ann, vec![&first]),
        (&s.owner, vec![&second, &first]),
        (&auditor, vec![&second, &first]),
        (&s.bob, vec![]),
        (&stranger, vec![]),
    ] {
        let list = s.app.get(who, "/v1/jobs").expect(200);
        assert_eq!((list.ids().iter().collect::<Vec<_>>(), list.calls), (ids, 1));
    }
    let page = s.app.get(&s.owner, "/v1/jobs?limit=1").expect(200);
    let next = s.app.get(&s.owner, &format!("/v1/jobs?limit=1&cursor={}", page.str("/next_cursor"))).expect(200);
    assert_eq!((page.ids(), next.ids(), &next.body["next_cursor"]), (vec![second], vec![first.clone()], &Json::Null));
    for who in [&s.bob, &stranger] {
        for (method, rest) in [("GET", ""), ("GET", "/results"), ("POST", "/cancel"), ("POST", "/undo")] {
            let ask = |id: &str| s.app.send(&App::request(Some(&who.key), method, &format!("/v1/jobs/{id}{rest}"), None));
            assert_eq!(ask(&first).refused(404, "not_found").text, ask(UNKNOWN).text);
        }
    }
    assert_eq!(s.app.post(&auditor, &format!("/v1/jobs/{first}/cancel"), json!({})).refused(403, "forbidden").body["missing"], "bulk");
    s.app.post(&s.owner, &format!("/v1/jobs/{first}/cancel"), json!({})).expect(200);
    s.app.get(&s.ann, &format!("/v1/jobs/{first}/results?outcome=good")).refused(400, "invalid_parameter");
}

#[test]
fn webhooks_live_rooms_rules_and_the_makers_inbox_hear_of_it() {
    let s = scene();
    let hook = s.app.post(&s.owner, "/v1/webhooks", json!({"url": "https://hooks.example.com/x", "events": ["*"]})).expect(201).id();
    let rule =
        json!({"name": "Won", "on": "status_changed", "when": {"status": "qualified"}, "then": [{"type": "add_tags", "tags": ["good"]}]});
    s.app.post(&s.owner, "/v1/rules", rule).expect(201);
    *s.app.server.borrow_mut() = Box::new(|_| Err("no answer".to_owned()));
    let leads = s.leads(&s.ann, 2);
    s.app.db.execute(&format!(
        "INSERT INTO inbox_seat (user_id, org_id, connected_at) SELECT id, org_id, 1 FROM user WHERE id = '{}'",
        s.ann.id
    ));
    s.app.db.execute("DELETE FROM webhook_delivery");
    let socket = s.app.connect(Some(&s.ann), &format!("/v1/leads/{}/live", leads[0])).unwrap();
    s.app.heard(socket);
    s.app.pushed.take();
    let job = s.done(&s.ann, json!({"select": {"ids": leads}, "action": {"type": "set_status", "status": "qualified"}, "notify": "none"}));
    assert_eq!(s.app.gist(socket), ["2", "3", "4"], "the status, that the rule was applied, and what it did");
    assert_eq!(s.lead(&leads[1])["tags"], json!(["good"]));
    let sent = s.app.db.ask("SELECT event, count(*) FROM webhook_delivery GROUP BY event ORDER BY event");
    assert_eq!(sent, ["job.finished|1", "lead.updated|4"]);
    let body: Json = serde_json::from_str(&s.app.db.ask("SELECT body FROM webhook_delivery WHERE event = 'job.finished'")[0]).unwrap();
    assert_eq!((&body["type"], &body["data"]), (&json!("job.finished"), &json!({"job_id": job["id"], "kind": "lead", "status": "done"})));
    assert_eq!(body["timestamp"], job["finished_at"]);
    let pushed: Vec<Json> =
        s.app.pushed.take().into_iter().filter(|(who, _)| *who == s.ann.id).map(|(_, text)| serde_json::from_str(&text).unwrap()).collect();
    let moved: Vec<&Json> = pushed.iter().filter(|message| message["type"] == "job").map(|message| &message["job"]).collect();
    assert_eq!(moved.iter().map(|job| job["status"].as_str().unwrap()).collect::<Vec<_>>(), ["running", "done"]);
    assert_eq!(**moved.last().unwrap(), job);
    assert!(pushed.iter().any(|message| message["notification"]["type"] == "job_finished"));
    // A webhook hears of jobs that whoever it acts as may know of.
    let narrow = json!({"name": "integrator", "capabilities": ["manage_settings"], "record_permissions": ["read"]});
    s.app.post(&s.owner, "/v1/roles", narrow).expect(201);
    let ines = s.app.person(&s.owner, "Ines", "integrator");
    s.app.patch(&ines, &format!("/v1/webhooks/{hook}"), json!({"events": ["job.finished"]})).expect(200);
    s.app.db.execute("DELETE FROM webhook_delivery");
    s.done(&s.ann, json!({"select": {"ids": leads}, "action": {"type": "add_tags", "tags": ["t"]}}));
    assert_eq!(s.app.db.ask("SELECT status, error FROM webhook_delivery"), ["dropped|not_visible"]);
    let deliveries = s.app.get(&ines, &format!("/v1/webhooks/{hook}/deliveries")).expect(200);
    assert_eq!(deliveries.body["data"][0]["payload"], Json::Null);
}

#[test]
fn a_job_that_cannot_go_on_fails_and_goes_on_when_somebody_says_so() {
    let s = scene();
    let leads = s.leads(&s.ann, 2);
    let id = s.start(&s.ann, json!({"select": {"ids": leads}, "action": {"type": "add_tags", "tags": ["t"]}}));
    let message = s.app.nudges.take().remove(0);
    s.app.db.execute(&format!("UPDATE job SET action = '[\"none\"]' WHERE id = '{id}'"));
    let text = leadroom::wire::text(&message);
    support::run(leadroom::flow::bury::bury(s.app.ports(), &s.app.outside(), &text, Some(&message))).unwrap();
    assert_eq!(s.job(&s.ann, &id)["status"], "failed");
    s.app.pass(1000);
    s.app.sweep_up();
    assert_eq!(s.news(&s.ann), ["job_finished: Your job could not go on: 0 of 2 leads changed"]);
    assert_eq!(s.app.sweep(), 0, "and it rests");
    let letters = s.app.get(&s.owner, "/v1/dead_letters").expect(200);
    assert_eq!((&letters.body["data"][0]["job"], &letters.body["data"][0]["subject_id"]), (&json!("run"), &json!(id)));
    s.app.db.execute(&format!("UPDATE job SET action = '[\"tags\",[\"t\"],true]' WHERE id = '{id}'"));
    s.app.post(&s.owner, &format!("/v1/dead_letters/{}/replay", letters.ids()[0]), json!({})).expect(204);
    s.app.drain();
    let job = s.job(&s.ann, &id);
    assert_eq!((&job["status"], outcomes(&job)), (&json!("done"), json!({"changed": 2})));
}

#[test]
fn a_record_takes_two_calls_and_a_message_few_more() {
    let s = scene();
    let leads = s.leads(&s.ann, 200);
    s.start(&s.ann, json!({"select": {"ids": leads}, "action": {"type": "add_tags", "tags": ["t"]}}));
    let message = s.app.nudges.take().remove(0);
    let before = s.app.db.calls.get();
    support::run(leadroom::flow::dispatch::work(s.app.ports(), &s.app.outside(), &message)).unwrap();
    assert_eq!(s.app.db.calls.get() - before, 200 * 2 + 6);
    s.app.drain();
    let refused = s.start(&s.bob, json!({"select": {"ids": leads}, "action": {"type": "add_tags", "tags": ["t"]}}));
    let message = s.app.nudges.take().remove(0);
    let before = s.app.db.calls.get();
    support::run(leadroom::flow::dispatch::work(s.app.ports(), &s.app.outside(), &message)).unwrap();
    assert_eq!(s.app.db.calls.get() - before, 200 + 6, "one that is refused takes one");
    s.app.drain();
    assert_eq!(outcomes(&s.job(&s.bob, &refused)), json!({"not_found": 200}));
}

#[test]
fn a_job_is_made_once_under_a_key_and_forgotten_after_thirty_days() {
    let s = scene();
    let leads = s.leads(&s.ann, 2);
    let body = json!({"select": {"ids": leads}, "action": {"type": "add_tags", "tags": ["t"]}});
    let mut request = App::request(Some(&s.ann.key), "POST", "/v1/leads/bulk", Some(&body));
    request.headers.push(("idempotency-key".to_owned(), "k".to_owned()));
    let first = s.app.send(&request).expect(202);
    let again = s.app.send(&request).expect(202);
    assert_eq!((first.id(), again.header("location")), (again.id(), first.header("location")));
    s.app.drain();
    s.app.pass(31 * 86_400_000);
    s.app.sweep_up();
    assert_eq!(s.app.db.ask("SELECT (SELECT count(*) FROM job), (SELECT count(*) FROM job_item)"), ["0|0"]);
}

#[test]
fn the_letter_of_a_job_waits_until_all_that_it_did_is_counted() {
    let s = scene();
    let ids = s.leads(&s.ann, 3);
    s.app.elapse(MINUTE);
    s.app.letters.take();
    s.done(&s.owner, json!({"select": {"ids": ids}, "action": {"type": "assign", "owner_id": s.bob.id}}));
    // As if one of its events were still to be told.
    let of_one = format!("record_id = '{}' AND type = 'assigned'", ids[2]);
    s.app.db.execute(&format!("UPDATE event SET dispatched_at = NULL WHERE {of_one}"));
    s.app.elapse(MINUTE);
    let letters = || {
        s.app.letters.take().into_iter().filter(|letter| letter.to == "bob@people.test").map(|letter| letter.subject).collect::<Vec<_>>()
    };
    assert_eq!(letters(), [""; 0]);
    s.app.db.execute(&format!("UPDATE event SET dispatched_at = at WHERE {of_one}"));
    s.app.elapse(5 * MINUTE);
    s.app.sweep_up();
    assert_eq!(letters(), ["Acme Owner assigned 3 leads to you"]);
}

#[test]
fn a_letter_does_not_wait_for_ever() {
    let s = scene();
    let ids = s.leads(&s.ann, 2);
    s.done(&s.owner, json!({"select": {"ids": ids}, "action": {"type": "assign", "owner_id": s.bob.id}}));
    s.app.db.execute(&format!("UPDATE event SET dispatched_at = NULL WHERE record_id = '{}' AND type = 'assigned'", ids[1]));
    let mut waited = 0;
    while s.app.letters.take().iter().all(|letter| letter.to != "bob@people.test") {
        assert!(waited < 90, "minutes");
        waited += 1;
        s.app.pass(MINUTE);
        s.app.db.execute("UPDATE event SET nudged_at = 1000000000000000 WHERE dispatched_at IS NULL");
        s.app.sweep_up();
    }
    assert!(waited >= 60, "{waited} minutes");
}

#[test]
fn what_a_rule_makes_of_a_job_is_told_with_it_or_not_at_all() {
    let s = scene();
    let then = json!([{"type": "add_collaborators", "user_ids": [s.cara.id]}]);
    s.app.post(&s.owner, "/v1/rules", json!({"name": "R", "on": "status_changed", "then": then})).expect(201);
    for (notify, told) in [("none", vec![]), ("summary", vec!["bulk_summary".to_owned()])] {
        let leads = s.leads(&s.ann, 4);
        s.news(&s.cara);
        let body = json!({"select": {"ids": leads}, "action": {"type": "set_status", "status": "working"}, "notify": notify});
        s.done(&s.owner, body);
        assert!(leads.iter().all(|lead| s.lead(lead)["collaborators"][0]["name"] == "Cara"));
        let news = s.news(&s.cara);
        let types: Vec<String> = news.iter().map(|one| one.split(':').next().unwrap().to_owned()).collect();
        assert_eq!(types, told, "{notify}: {news:?}");
        assert!(news.iter().all(|one| one.contains('4')), "each record counts once: {news:?}");
    }
}

#[test]
fn undoing_gives_back_the_tasks_and_makes_collaborators_of_those_who_were() {
    let s = scene();
    let lead = s.leads(&s.ann, 1).remove(0);
    let path = format!("/v1/leads/{lead}");
    let dan = s.app.person(&s.owner, "Dan", "agent");
    s.app.put(&s.ann, &format!("{path}/collaborators/{}", s.bob.id), json!({"level": "viewer"})).expect(201);
    s.app.put(&s.ann, &format!("{path}/collaborators/{}", s.cara.id), json!({})).expect(201);
    s.app.put(&s.ann, &format!("{path}/collaborators/{}", dan.id), json!({})).expect(201);
    let task =
        |title: &str| s.app.post(&s.ann, &format!("{path}/tasks"), json!({"title": title, "assignee_id": s.ann.id})).expect(201).id();
    let (kept, passed_on) = (task("Call"), task("Write"));
    let action = json!({"type": "assign", "owner_id": s.bob.id, "keep_previous_owner": "none", "keep_collaborators": false, "move_open_tasks": true});
    let job = s.done(&s.owner, json!({"select": {"ids": [lead]}, "action": action}));
    let assignee = |task: &str| s.app.get(&s.owner, &format!("/v1/tasks/{task}")).expect(200).body["assignee"]["id"].clone();
    assert_eq!((assignee(&kept), &s.lead(&lead)["collaborators"]), (json!(s.bob.id), &json!([])));
    s.app.patch(&s.bob, &format!("/v1/tasks/{passed_on}"), json!({"assignee_id": s.owner.id})).expect(200);
    s.app.patch(&s.owner, &format!("/v1/users/{}", dan.id), json!({"active": false})).expect(200);
    let undo = s.app.post(&s.owner, &format!("/v1/jobs/{}/undo", job["id"].as_str().unwrap()), json!({})).expect(202).id();
    s.app.drain();
    assert_eq!(outcomes(&s.job(&s.owner, &undo)), json!({"changed": 1}));
    assert_eq!((assignee(&kept), assignee(&passed_on)), (json!(s.ann.id), json!(s.owner.id)));
    let there = s.app.get(&s.ann, &format!("{path}/collaborators")).expect(200).body;
    let mut there: Vec<(Json, Json)> =
        there["data"].as_array().unwrap().iter().map(|one| (one["user"]["name"].clone(), one["level"].clone())).collect();
    there.sort_by_key(|(name, _)| name.to_string());
    assert_eq!(there, [(json!("Bob"), json!("viewer")), (json!("Cara"), json!("collaborator"))]);
}
