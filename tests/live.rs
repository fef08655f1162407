//! Live rooms: what everybody who sits there hears, in which order, and when they have to go.

mod support;

use leadroom::id::RecordId;
use serde_json::json;
use support::{App, User};

struct Scene {
    app: App,
    owner: User,
    ann: User,
    bob: User,
    lead: String,
    path: String,
}

/// Ann's lead, on which Bob collaborates: three entries on the timeline.
fn scene() -> Scene {
    let app = App::default();
    let owner = app.organization("Acme");
    let [ann, bob] = ["Ann", "Bob"].map(|name| app.person(&owner, name, "agent"));
    let lead = app.lead(&ann, "Lead");
    let path = format!("/v1/leads/{lead}");
    app.put(&ann, &format!("{path}/collaborators/{}", bob.id), json!({})).expect(201);
    app.patch(&ann, &path, json!({"title": "one"})).expect(200);
    Scene { app, owner, ann, bob, lead, path }
}

impl Scene {
    fn join(&self, who: &User, query: &str) -> usize {
        self.app.connect(Some(who), &format!("{}/live{query}", self.path)).unwrap()
    }

    fn edit(&self, title: &str) {
        self.app.patch(&self.ann, &self.path, json!({"title": title})).expect(200);
    }

    fn share(&self, who: &User, until: Option<i64>) -> String {
        let ends = until.map(|until| leadroom::time::Timestamp(self.app.now.get() + until).to_text());
        let body = json!({"with": {"type": "user", "id": who.id}, "permissions": ["read"], "expires_at": ends});
        self.app.post(&self.ann, &format!("{}/shares", self.path), body).expect(201).id()
    }

    fn seats(&self) -> String {
        self.app.db.ask("SELECT count(*) FROM seat").concat()
    }
}

#[test]
fn whoever_comes_in_is_greeted_and_hears_what_they_missed_once_and_in_order() {
    let s = scene();
    let brief = |who: &User, name: &str| json!({"id": who.id, "name": name});
    let ann = s.join(&s.ann, "");
    assert_eq!(s.app.heard(ann), [json!({"type": "hello", "version": 3, "viewers": [brief(&s.ann, "Ann")]})]);
    let bob = s.join(&s.bob, "?since=1");
    assert_eq!(s.app.gist(bob), ["hello", "2", "3"]);
    assert_eq!(s.app.heard(ann), [json!({"type": "presence", "viewers": [brief(&s.ann, "Ann"), brief(&s.bob, "Bob")]})]);
    let second = s.join(&s.bob, "?since=99");
    assert_eq!((s.app.gist(second), s.app.gist(ann)), (vec!["hello".to_owned()], vec![]), "the same person again");
    s.edit("two");
    let entry = s.app.get(&s.ann, &format!("{}/timeline?limit=1", s.path)).expect(200).body["data"][0].clone();
    assert_eq!(s.app.heard(bob), [json!({"type": "event", "event": entry})]);
    // Somebody writes beside the room: the next look fills the gap.
    s.app.db.execute(&format!(
        "INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_name, data)
         SELECT id, 5, org_id, 'updated', 1, 'system', 'x', '{{}}' FROM record WHERE id = '{0}'; UPDATE record SET version = 5 WHERE id = '{0}'",
        s.lead
    ));
    s.edit("three");
    for socket in [ann, second] {
        assert_eq!(s.app.gist(socket), ["4", "5", "6"]);
    }
    assert_eq!(s.app.gist(bob), ["5", "6"]);
    s.app.disconnect(bob);
    assert_eq!(s.app.gist(ann), Vec::<String>::new(), "Bob sits there still");
    s.app.disconnect(second);
    assert_eq!(s.app.heard(ann), [json!({"type": "presence", "viewers": [brief(&s.ann, "Ann")]})]);
    s.app.disconnect(ann);
    assert_eq!(s.seats(), "0");
}

#[test]
fn more_than_a_page_of_missed_events_is_heard_whole() {
    let s = scene();
    s.app.db.execute(&format!(
        "WITH RECURSIVE n (seq) AS (SELECT 4 UNION ALL SELECT seq + 1 FROM n WHERE seq < 1500)
         INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_name, data)
         SELECT r.id, n.seq, r.org_id, 'updated', 1, 'system', 'x', '{{}}' FROM n, record r WHERE r.id = '{0}';
         UPDATE record SET version = 1500 WHERE id = '{0}'",
        s.lead
    ));
    let ann = s.join(&s.ann, "?since=0");
    let heard = s.app.gist(ann);
    assert_eq!(heard[1..], (1..=1500).map(|seq| seq.to_string()).collect::<Vec<_>>());
}

#[test]
fn whoever_loses_access_is_shown_out_at_once_and_hears_nothing_of_it() {
    let s = scene();
    let cara = s.app.person(&s.owner, "Cara", "agent");
    let dan = s.app.person(&s.owner, "Dan", "agent");
    let eve = s.app.person(&s.owner, "Eve", "agent");
    let team = s.app.team(&s.owner, "North", &[&dan]);
    let share = s.share(&cara, None);
    s.app.post(&s.ann, &format!("{}/shares", s.path), json!({"with": {"type": "team", "id": team}, "permissions": ["read"]})).expect(201);
    let book = json!({"with": {"type": "user", "id": eve.id}, "kinds": ["lead"], "permissions": ["read"]});
    let book = s.app.post(&s.ann, "/v1/book_shares", book).expect(201).id();
    let [ann, bob, with_share, with_team, with_book] = [&s.ann, &s.bob, &cara, &dan, &eve].map(|who| s.join(who, ""));
    assert_eq!(s.seats(), "5");
    let clear = || drop([ann, bob, with_share, with_team, with_book].map(|socket| s.app.heard(socket)));
    let shown_out = |socket: usize| {
        assert_eq!((s.app.gist(socket), s.app.closed(socket)), (vec!["revoked".to_owned()], Some(4403)));
        assert_eq!(s.app.heard(ann).last().unwrap()["type"], "presence");
        clear();
    };
    clear();
    s.app.delete(&s.ann, &format!("/v1/shares/{share}")).expect(204);
    shown_out(with_share);
    s.app.delete(&s.owner, &format!("/v1/teams/{team}/members/{}", dan.id)).expect(204);
    shown_out(with_team);
    s.app.delete(&s.ann, &format!("/v1/book_shares/{book}")).expect(204);
    shown_out(with_book);
    s.app.patch(&s.owner, &format!("/v1/users/{}", s.bob.id), json!({"active": false})).expect(200);
    shown_out(bob);
    s.edit("two");
    assert_eq!(s.app.gist(ann).len(), 1, "Ann is there still");
    s.app.look_at(&RecordId::parse(&s.lead).unwrap(), false);
    assert_eq!(s.seats(), "1");
}

#[test]
fn the_room_looks_when_the_next_access_ends_and_closes_it_then() {
    let s = scene();
    let cara = s.app.person(&s.owner, "Cara", "agent");
    s.share(&cara, Some(30_000));
    let record = RecordId::parse(&s.lead).unwrap();
    s.join(&s.ann, "");
    let socket = s.join(&cara, "");
    s.app.heard(socket);
    let ends = s.app.db.ask("SELECT max(expires_at) FROM access").concat();
    let next = s.app.look_at(&record, false).unwrap();
    assert_eq!(next.to_string(), ends);
    s.app.now.set(next - 1);
    s.app.look_at(&record, false);
    assert_eq!(s.app.closed(socket), None, "not before its end");
    s.app.now.set(next);
    assert_eq!(s.app.look_at(&record, false), Some(next + 60_000), "in a minute it looks by itself");
    assert_eq!((s.app.gist(socket), s.app.closed(socket)), (vec!["revoked".to_owned()], Some(4403)));
}

#[test]
fn a_connection_ends_with_the_key_it_was_made_by() {
    let s = scene();
    let made = s.app.post(&s.owner, &format!("/v1/users/{}/api_keys", s.bob.id), json!({"name": "second"})).expect(201);
    let second = User { id: s.bob.id.clone(), key: made.str("/secret") };
    let (first, by_second) = (s.join(&s.bob, ""), s.join(&second, ""));
    s.app.delete(&s.owner, &format!("/v1/api_keys/{}", made.id())).expect(204);
    assert_eq!((s.app.closed(first), s.app.closed(by_second)), (None, Some(4401)));
    s.edit("two");
    assert_eq!(s.app.gist(by_second), ["hello"]);
}

#[test]
fn a_deleted_record_closes_its_room_after_telling_why() {
    let s = scene();
    let bob = s.join(&s.bob, "");
    s.app.delete(&s.ann, &s.path).expect(204);
    assert_eq!((s.app.gist(bob), s.app.closed(bob)), (vec!["hello".to_owned(), "4".to_owned()], Some(4404)));
    assert_eq!(s.app.connect(Some(&s.ann), &format!("{}/live", s.path)), Err(404));
    s.app.look_at(&RecordId::parse(&s.lead).unwrap(), false);
    assert_eq!(s.seats(), "0");
}

#[test]
fn a_ticket_opens_one_connection_within_a_minute() {
    let s = scene();
    let ticket = || s.app.post(&s.bob, "/v1/live_tickets", json!({})).expect(201).str("/ticket");
    let open = |path: &str, ticket: &str| s.app.connect(None, &format!("{path}/live?ticket={ticket}"));
    let first = ticket();
    assert!(open(&s.path, &first).is_ok());
    assert_eq!(open(&s.path, &first), Err(401));
    assert_eq!(open(&s.path, "lt_wrong"), Err(401));
    let late = ticket();
    s.app.pass(60_000);
    assert_eq!(open(&s.path, &late), Err(401));
    let elsewhere = s.app.lead(&s.ann, "Not Bob's");
    assert_eq!(open(&format!("/v1/leads/{elsewhere}"), &ticket()), Err(404));
    assert_eq!(s.app.db.ask("SELECT count(*) FROM live_ticket"), ["0"]);
}

#[test]
fn a_ticket_opens_a_connection_whatever_cookie_the_browser_sends_along() {
    let s = scene();
    for cookie in ["__Host-leadroom=of-long-ago; leadroom=of-long-ago", ""] {
        let ticket = s.app.post(&s.bob, "/v1/live_tickets", json!({})).expect(201).str("/ticket");
        let mut request = App::request(None, "GET", &format!("{}/live?ticket={ticket}", s.path), None);
        for (name, value) in [("upgrade", "websocket"), ("origin", "https://app.example.com"), ("cookie", cookie)] {
            request.headers.push((name.to_owned(), value.to_owned()));
        }
        assert_eq!(s.app.send(&request).status, 101, "{cookie}");
        request.query.clear();
        assert_eq!(s.app.send(&request).status, 401, "{cookie}");
    }
}

#[test]
fn a_plain_request_is_told_to_connect_only_where_it_may() {
    let s = scene();
    let cara = s.app.person(&s.owner, "Cara", "agent");
    s.app.get(&cara, &format!("{}/live", s.path)).refused(404, "not_found");
    let told = s.app.get(&s.bob, &format!("{}/live", s.path)).refused(426, "upgrade_required");
    assert_eq!(told.header("upgrade"), Some("websocket"));
    s.app.get(&s.bob, "/v1/me/live").refused(426, "upgrade_required");
    s.app.get(&s.bob, &format!("{}/live?since=-1", s.path)).refused(400, "invalid_parameter");
    assert_eq!(s.app.connect(Some(&s.bob), "/v1/me/live"), Err(101), "an inbox is no room");
}
