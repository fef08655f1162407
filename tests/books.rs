//! Books: all records of one owner, shared as a whole.

mod support;

use serde_json::json;
use support::{App, User};

fn world() -> (App, User, User, User) {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let bob = app.person(&owner, "Bob", "agent");
    (app, owner, ann, bob)
}

#[test]
fn a_book_share_reaches_all_records_of_its_kinds_now_and_later() {
    let (app, _, ann, bob) = world();
    let lead = app.lead(&ann, "First");
    let contact = app.post(&ann, "/v1/contacts", json!({"name": "Contact"})).expect(201).id();
    let with = json!({"type": "user", "id": bob.id});
    let share = app.post(&ann, "/v1/book_shares", json!({"with": with, "kinds": ["lead"], "permissions": ["update"]})).expect(201);
    assert_eq!(share.body["permissions"], json!(["read", "update"]));
    assert_eq!(share.body["kinds"], json!(["lead"]));
    let later = app.lead(&ann, "Later");
    assert_eq!(app.get(&bob, "/v1/leads").expect(200).ids(), [later.clone(), lead.clone()]);
    assert_eq!(app.get(&bob, &format!("/v1/leads/{lead}")).expect(200).body["permissions"], json!(["read", "update"]));
    app.patch(&bob, &format!("/v1/leads/{lead}"), json!({"phone": "123456"})).expect(200);
    app.delete(&bob, &format!("/v1/leads/{lead}")).refused(403, "forbidden");
    app.get(&bob, &format!("/v1/contacts/{contact}")).refused(404, "not_found");
    assert_eq!(app.get(&bob, "/v1/contacts").expect(200).ids(), Vec::<String>::new());
    assert_eq!(app.get(&bob, "/v1/leads/count").expect(200).body["count"], 2);

    // Giving again replaces; what the owner hands over leaves the book.
    let again = app.post(&ann, "/v1/book_shares", json!({"with": with, "kinds": ["contact"], "permissions": ["read"]})).expect(200);
    assert_eq!(again.id(), share.id());
    app.get(&bob, &format!("/v1/leads/{lead}")).refused(404, "not_found");
    app.get(&bob, &format!("/v1/contacts/{contact}")).expect(200);
    app.delete(&ann, &format!("/v1/book_shares/{}", share.id())).expect(204);
    app.get(&bob, &format!("/v1/contacts/{contact}")).refused(404, "not_found");
}

#[test]
fn a_book_share_to_a_team_follows_its_members_and_ends_on_the_millisecond() {
    let (app, owner, ann, bob) = world();
    let team = app.team(&owner, "North", &[&bob]);
    let lead = app.lead(&ann, "Lead");
    let until = leadroom::time::Timestamp(app.now.get() + 10_000).to_text();
    let body = json!({"with": {"type": "team", "id": team}, "permissions": ["read"], "expires_at": until});
    let share = app.post(&ann, "/v1/book_shares", body).expect(201).id();
    app.get(&bob, &format!("/v1/leads/{lead}")).expect(200);
    assert_eq!(app.get(&bob, "/v1/book_shares?direction=received").expect(200).ids(), [share]);
    app.delete(&owner, &format!("/v1/teams/{team}/members/{}", bob.id)).expect(204);
    app.get(&bob, &format!("/v1/leads/{lead}")).refused(404, "not_found");
    app.put(&owner, &format!("/v1/teams/{team}/members/{}", bob.id), json!({})).expect(204);
    app.get(&bob, &format!("/v1/leads/{lead}")).expect(200);
    app.pass(10_000);
    app.get(&bob, &format!("/v1/leads/{lead}")).refused(404, "not_found");
    assert_eq!(app.get(&ann, "/v1/book_shares").expect(200).ids(), Vec::<String>::new());
}

#[test]
fn create_lets_the_recipient_make_records_for_the_owner() {
    let (app, _, ann, bob) = world();
    let body = json!({"name": "For Ann", "owner_id": ann.id});
    app.post(&bob, "/v1/leads", body.clone()).refused(403, "forbidden");
    let with = json!({"type": "everyone"});
    let share = app.post(&ann, "/v1/book_shares", json!({"with": with, "kinds": ["lead"], "permissions": ["create"]})).expect(201);
    assert_eq!(share.body["permissions"], json!(["read", "create"]));
    let lead = app.post(&bob, "/v1/leads", body.clone()).expect(201);
    assert_eq!(lead.body["owner"]["name"], "Ann");
    assert_eq!(lead.body["permissions"], json!(["read"]));
    app.post(&bob, "/v1/deals", body).refused(403, "forbidden");
}

#[test]
fn a_book_is_shared_by_its_owner_or_by_whoever_may_assign_anything() {
    let (app, owner, ann, bob) = world();
    let cara = app.person(&owner, "Cara", "agent");
    let body = json!({"with": {"type": "user", "id": cara.id}, "permissions": ["read"], "owner_id": ann.id});
    app.post(&bob, "/v1/book_shares", body.clone()).refused(403, "forbidden");
    let share = app.post(&owner, "/v1/book_shares", body).expect(201).id();
    app.get(&bob, &format!("/v1/book_shares/{share}")).refused(404, "not_found");
    app.get(&cara, &format!("/v1/book_shares/{share}")).expect(200);
    app.patch(&cara, &format!("/v1/book_shares/{share}"), json!({"permissions": ["delete"]})).refused(403, "forbidden");
    app.post(&ann, "/v1/book_shares", json!({"with": {"type": "user", "id": ann.id}, "permissions": ["read"]}))
        .refused(409, "already_owner");
    app.patch(&ann, &format!("/v1/book_shares/{share}"), json!({"permissions": ["read", "note"]})).expect(200);
    app.delete(&cara, &format!("/v1/book_shares/{share}")).expect(204);
    let wrong = app.post(&ann, "/v1/book_shares", json!({"kinds": ["car"], "permissions": [], "x": 1})).refused(422, "validation_failed");
    let fields: Vec<&str> = wrong.body["errors"].as_array().unwrap().iter().map(|error| error["field"].as_str().unwrap()).collect();
    assert_eq!(fields, ["with", "kinds.0", "permissions", "x"]);
}

/// A role that may share on, made in the database: custom roles have their own tests.
fn resharer(app: &App, owner: &User, name: &str) -> User {
    let user = app.person(owner, name, "agent");
    app.db.execute(&format!(
        "INSERT INTO role (id, org_id, name, built_in, capabilities, ceiling, created_at, updated_at)
         SELECT substr(id, 1, 32) || '0000', org_id, 'resharer ' || name, 0, 32 | 64 | 128, 255, 0, 0 FROM user WHERE id = '{0}';
         UPDATE user SET role_id = substr(id, 1, 32) || '0000' WHERE id = '{0}';",
        user.id
    ));
    user
}

#[test]
fn a_share_made_from_a_book_share_is_cut_and_ended_with_it() {
    let (app, owner, ann, bob) = world();
    let rita = resharer(&app, &owner, "Rita");
    let dora = resharer(&app, &owner, "Dora");
    let lead = app.lead(&ann, "Lead");
    let shares = format!("/v1/leads/{lead}/shares");
    let book = json!({"with": {"type": "user", "id": rita.id}, "permissions": ["update", "note", "share"]});
    let book = format!("/v1/book_shares/{}", app.post(&ann, "/v1/book_shares", book).expect(201).id());
    let on = |to: &User, permissions: serde_json::Value| json!({"with": {"type": "user", "id": to.id}, "permissions": permissions});
    app.post(&rita, &shares, on(&bob, json!(["delete"]))).refused(422, "validation_failed");
    app.post(&rita, &shares, on(&bob, json!(["task"]))).refused(422, "validation_failed");
    app.post(&rita, &shares, on(&bob, json!(["update", "note"]))).expect(201);
    app.post(&rita, &shares, on(&dora, json!(["read"]))).expect(201);
    app.patch(&ann, &book, json!({"permissions": ["note"]})).expect(200);
    assert_eq!(app.get(&bob, &format!("/v1/leads/{lead}")).expect(200).body["permissions"], json!(["read", "note"]));
    app.delete(&ann, &book).expect(204);
    app.get(&bob, &format!("/v1/leads/{lead}")).refused(404, "not_found");
    app.get(&dora, &format!("/v1/leads/{lead}")).refused(404, "not_found");
    assert_eq!(app.history(&ann, &lead), ["created", "shared", "shared", "share_changed", "share_ended", "share_ended"]);
    assert_eq!(app.get(&ann, &format!("/v1/leads/{lead}")).expect(200).body["version"], 6);
}

#[test]
fn a_share_made_from_a_share_ends_no_later_and_with_it() {
    let (app, owner, ann, bob) = world();
    let rita = resharer(&app, &owner, "Rita");
    let lead = app.lead(&ann, "Lead");
    let path = format!("/v1/leads/{lead}");
    let at = |millis: i64| leadroom::time::Timestamp(app.now.get() + millis).to_text();
    let (soon, later) = (at(60_000), at(90_000));
    let given = json!({"with": {"type": "user", "id": rita.id}, "permissions": ["update", "share"], "expires_at": soon});
    let given = app.post(&ann, &format!("{path}/shares"), given).expect(201).id();
    let on = |end: serde_json::Value| json!({"with": {"type": "user", "id": bob.id}, "permissions": ["read"], "expires_at": end});
    app.post(&rita, &format!("{path}/shares"), on(json!(later))).refused(422, "validation_failed");
    let passed_on = app.post(&rita, &format!("{path}/shares"), on(json!(null))).expect(201);
    assert_eq!(passed_on.body["expires_at"], soon);
    app.get(&bob, &path).expect(200);
    app.delete(&ann, &format!("/v1/shares/{given}")).expect(204);
    app.get(&bob, &path).refused(404, "not_found");
    assert_eq!(app.history(&ann, &lead), ["created", "shared", "shared", "share_ended", "share_ended"]);
}

#[test]
fn what_was_shared_on_from_a_book_ends_where_the_book_no_longer_has_the_kind() {
    let (app, owner, ann, bob) = world();
    let rita = resharer(&app, &owner, "Rita");
    let book = json!({"with": {"type": "user", "id": rita.id}, "permissions": ["note", "share"]});
    let book = app.post(&ann, "/v1/book_shares", book).expect(201).id();
    let (lead, deal) = (app.lead(&ann, "Lead"), app.post(&ann, "/v1/deals", json!({"name": "Deal"})).expect(201).id());
    let paths = [format!("/v1/leads/{lead}"), format!("/v1/deals/{deal}")];
    for path in &paths {
        app.post(&rita, &format!("{path}/shares"), json!({"with": {"type": "user", "id": bob.id}, "permissions": ["note"]})).expect(201);
    }
    app.patch(&ann, &format!("/v1/book_shares/{book}"), json!({"kinds": ["deal"]})).expect(200);
    app.get(&bob, &paths[0]).refused(404, "not_found");
    app.get(&bob, &paths[1]).expect(200);
    assert_eq!(app.history(&ann, &lead), ["created", "shared", "share_ended"]);
}

#[test]
fn what_was_shared_on_from_a_team_goes_with_the_team() {
    let (app, owner, ann, bob) = world();
    let rita = resharer(&app, &owner, "Rita");
    let team = app.team(&owner, "North", &[&rita]);
    let lead = app.lead(&ann, "Lead");
    let path = format!("/v1/leads/{lead}");
    let with_team = json!({"with": {"type": "team", "id": team}, "permissions": ["read", "share"]});
    app.post(&ann, &format!("{path}/shares"), with_team.clone()).expect(201);
    app.post(&rita, &format!("{path}/shares"), json!({"with": {"type": "user", "id": bob.id}, "permissions": ["read"]})).expect(201);
    let refused = app.delete(&owner, &format!("/v1/teams/{team}")).refused(409, "team_in_use");
    assert_eq!((&refused.body["people"], &refused.body["records"]), (&json!(2), &json!(1)));
    app.delete(&owner, &format!("/v1/teams/{team}?force=true")).expect(204);
    app.get(&bob, &path).refused(404, "not_found");
    assert_eq!(app.history(&ann, &lead), ["created", "shared", "shared", "share_ended", "share_ended"]);
}

#[test]
fn a_share_that_the_owner_widens_hangs_on_nothing_any_more() {
    let (app, owner, ann, bob) = world();
    let rita = resharer(&app, &owner, "Rita");
    let lead = app.lead(&ann, "Lead");
    let path = format!("/v1/leads/{lead}");
    let given = json!({"with": {"type": "user", "id": rita.id}, "permissions": ["note", "share"]});
    let given = app.post(&ann, &format!("{path}/shares"), given).expect(201).id();
    let on = json!({"with": {"type": "user", "id": bob.id}, "permissions": ["note"]});
    let on = app.post(&rita, &format!("{path}/shares"), on).expect(201).id();
    app.patch(&ann, &format!("/v1/shares/{on}"), json!({"permissions": ["note", "delete"]})).expect(200);
    app.delete(&ann, &format!("/v1/shares/{given}")).expect(204);
    assert_eq!(app.get(&bob, &path).expect(200).body["permissions"], json!(["read", "delete", "note"]));
}

#[test]
fn who_gives_again_is_the_giver_and_frees_what_they_give_freely() {
    let (app, owner, ann, bob) = world();
    let rita = resharer(&app, &owner, "Rita");
    let lead = app.lead(&ann, "Lead");
    let path = format!("/v1/leads/{lead}");
    let give = |who: &User, to: &User, permissions: &[&str]| {
        app.post(who, &format!("{path}/shares"), json!({"with": {"type": "user", "id": to.id}, "permissions": permissions}))
    };
    let given = |who: &User| app.get(who, "/v1/shares?direction=given").expect(200).ids();
    let base = give(&ann, &rita, &["update", "share"]).expect(201).id();
    let on = give(&rita, &bob, &["read"]).expect(201).id();
    assert_eq!((given(&rita), given(&ann)), (vec![on.clone()], vec![base.clone()]));
    // The very same terms by the owner: it hangs on nothing, and is hers.
    let again = give(&ann, &bob, &["read"]).expect(200);
    assert_eq!((again.id(), again.str("/granted_by/name")), (on.clone(), "Ann".to_owned()));
    assert_eq!((given(&rita), given(&ann)), (vec![], vec![on.clone(), base.clone()]));
    assert_eq!(app.history(&ann, &lead), ["created", "shared", "shared", "share_changed"]);
    // The same terms by somebody who only passes on change nothing: it does not hang on theirs.
    assert_eq!(give(&rita, &bob, &["read"]).expect(200).str("/granted_by/name"), "Ann");
    app.delete(&ann, &format!("/v1/shares/{base}")).expect(204);
    app.get(&bob, &path).expect(200);
    app.delete(&rita, &format!("/v1/shares/{on}")).refused(404, "not_found");
    app.get(&bob, &path).expect(200);
}

#[test]
fn a_share_that_gets_another_reason_or_less_hangs_on_what_it_hung_on() {
    let (app, owner, ann, bob) = world();
    let rita = resharer(&app, &owner, "Rita");
    let path = format!("/v1/leads/{}", app.lead(&ann, "Lead"));
    let give = |to: &User, permissions: &[&str]| {
        let body = json!({"with": {"type": "user", "id": to.id}, "permissions": permissions});
        format!("/v1/shares/{}", app.post(&ann, &format!("{path}/shares"), body).expect(201).id())
    };
    let (base, share) = (give(&rita, &["update", "share"]), give(&bob, &["update", "note", "delete"]));
    app.patch(&rita, &share, json!({"reason": "for the fair"})).expect(200);
    app.patch(&rita, &share, json!({"permissions": ["note", "delete"]})).expect(200);
    app.patch(&rita, &share, json!({"permissions": ["update", "note", "delete"]})).refused(422, "validation_failed");
    app.delete(&ann, &base).expect(204);
    assert_eq!(app.get(&bob, &path).expect(200).body["permissions"], json!(["read", "delete", "note"]));
}

#[test]
fn who_gives_a_book_again_is_its_giver_and_one_that_ran_out_is_given_anew() {
    let (app, owner, ann, bob) = world();
    let end = leadroom::time::Timestamp(app.now.get() + 60_000).to_text();
    let give = |who: &User, permissions: &[&str], end: Option<&str>| {
        let with = json!({"type": "user", "id": bob.id});
        app.post(who, "/v1/book_shares", json!({"owner_id": ann.id, "with": with, "permissions": permissions, "expires_at": end}))
    };
    let first = give(&owner, &["read"], Some(&end)).expect(201);
    assert_eq!(give(&ann, &["read"], Some(&end)).expect(200).str("/granted_by/id"), owner.id, "the same again changes nothing");
    app.pass(1_000);
    let again = give(&ann, &["note"], Some(&end)).expect(200);
    assert_eq!((again.id(), again.str("/granted_by/id"), &again.body["version"]), (first.id(), ann.id.clone(), &json!(2)));
    assert_ne!(again.body["created_at"], first.body["created_at"]);
    let changed = app.patch(&owner, &format!("/v1/book_shares/{}", first.id()), json!({"permissions": ["read"]})).expect(200);
    assert_eq!((changed.str("/granted_by/id"), &changed.body["created_at"]), (ann.id.clone(), &again.body["created_at"]));
    app.pass(60_000);
    let anew = give(&owner, &["read"], None).expect(201);
    assert_ne!(anew.id(), first.id());
    assert_eq!((anew.str("/granted_by/id"), &anew.body["version"]), (owner.id.clone(), &json!(1)));
    app.get(&ann, &format!("/v1/book_shares/{}", first.id())).refused(404, "not_found");
}

#[test]
fn what_was_shared_on_hangs_on_the_same_where_a_lead_is_converted() {
    let (app, owner, ann, bob) = world();
    let (rita, cara) = (resharer(&app, &owner, "Rita"), app.person(&owner, "Cara", "agent"));
    let dora = resharer(&app, &owner, "Dora");
    let lead = app.lead(&ann, "Lead");
    let shares = format!("/v1/leads/{lead}/shares");
    let give = |who: &User, to: &User, permissions: &[&str]| {
        app.post(who, &shares, json!({"with": {"type": "user", "id": to.id}, "permissions": permissions})).expect(201).id()
    };
    let book = json!({"with": {"type": "user", "id": rita.id}, "kinds": ["lead", "contact"], "permissions": ["note", "share"]});
    let book = format!("/v1/book_shares/{}", app.post(&ann, "/v1/book_shares", book).expect(201).id());
    give(&rita, &bob, &["note"]);
    give(&ann, &dora, &["note", "share"]);
    give(&dora, &cara, &["read"]);
    let made = app.post(&ann, &format!("/v1/leads/{lead}/convert"), json!({"deal": {"name": "Roof"}})).expect(201);
    let (contact, deal) = (format!("/v1/contacts/{}", made.str("/contact/id")), format!("/v1/deals/{}", made.str("/deal/id")));
    app.get(&bob, &contact).expect(200);
    app.get(&bob, &deal).refused(404, "not_found"); // Rita's book share has no deals, so neither has what she passed on of it.
    for path in [&contact, &deal] {
        app.get(&cara, path).expect(200);
    }
    app.delete(&ann, &book).expect(204);
    app.get(&bob, &contact).refused(404, "not_found");
    let on_deal = app.get(&ann, &format!("{deal}/shares")).expect(200);
    let base = on_deal.body["data"].as_array().unwrap().iter().find(|share| share["with"]["id"] == dora.id).unwrap();
    app.delete(&ann, &format!("/v1/shares/{}", base["id"].as_str().unwrap())).expect(204);
    app.get(&cara, &deal).refused(404, "not_found");
    app.get(&cara, &contact).expect(200);
}
