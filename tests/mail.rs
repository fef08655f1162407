//! Mail: what of it comes together, what is no longer said, and what becomes of it when the provider fails.

mod support;

use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;

use leadroom::flow::mail::{Letter, MailFailure};
use leadroom::flow::mailing::PAUSES;
use leadroom::job::Job;
use leadroom::time::{DAY, HOUR, MINUTE, SECOND};
use serde_json::json;
use support::{App, User};

const MORNING: i64 = 7 * HOUR;

/// What was mailed since the last time.
fn mailed(app: &App) -> Vec<Letter> {
    app.letters.take()
}

/// What is mailed once a letter has gathered for its minute.
fn soon(app: &App) -> Vec<Letter> {
    app.drain();
    app.elapse(MINUTE);
    mailed(app)
}

fn prefer(app: &App, who: &User, what: &[(&str, &str)]) {
    let mut map = app.get(who, "/v1/me/notification_preferences").expect(200).body;
    for (notice, email) in what {
        map[*notice]["email"] = json!(email);
    }
    app.put(who, "/v1/me/notification_preferences", map).expect(200);
}

/// An organisation, and Ann, whose lead it is.
fn world() -> (App, User, User, User, String) {
    let app = App::default();
    let owner = app.organization("Acme");
    let (ann, bob) = (app.person(&owner, "Ann", "agent"), app.person(&owner, "Bob", "agent"));
    let lead = app.lead(&ann, "Müller <& Söhne>");
    app.drain();
    app.delayed.take();
    app.db.execute("UPDATE mail SET status = 'needless'");
    mailed(&app);
    (app, owner, ann, bob, lead)
}

fn add(app: &App, who: &User, lead: &str, user: &User) {
    app.put(who, &format!("/v1/leads/{lead}/collaborators/{}", user.id), json!({})).expect(201);
}

#[test]
fn whoever_is_added_gets_one_mail_that_can_be_ended_by_a_click() {
    let (app, _, ann, bob, lead) = world();
    add(&app, &ann, &lead, &bob);
    app.drain();
    app.elapse(MINUTE - SECOND);
    assert_eq!(mailed(&app), []);
    let letters = soon(&app);
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), ("bob@people.test", "Ann made you a collaborator of Müller <& Söhne>"));
    assert!(
        letter.html.contains("Ann made you a collaborator of Müller &lt;&amp; Söhne&gt;") && !letter.html.contains("<& S"),
        "{}",
        letter.html
    );
    assert!(letter.text.contains(&format!("https://leads.test/leads/{lead}")), "{}", letter.text);
    let unsubscribe = letter.unsubscribe.clone().unwrap();
    assert!(letter.text.contains(&unsubscribe) && letter.html.contains(&unsubscribe));
    assert_eq!(
        app.db.ask("SELECT count(*) FROM notification WHERE email = 'instant' AND mailed_at IS NULL AND mail_id IS NOT NULL"),
        ["0"]
    );
    app.elapse(DAY);
    app.sweep_up();
    assert_eq!(mailed(&app), []);
}

#[test]
fn what_happens_on_one_record_within_a_minute_comes_in_one_mail_a_person() {
    let (app, owner, ann, bob, lead) = world();
    add(&app, &ann, &lead, &bob);
    app.drain();
    mailed(&app);
    prefer(&app, &bob, &[("status_changed", "instant"), ("note_added", "instant")]);
    prefer(&app, &ann, &[("note_added", "instant")]);
    app.post(&owner, &format!("/v1/leads/{lead}/notes"), json!({"body": "the secret of the note"})).expect(201);
    app.drain();
    app.elapse(20 * SECOND);
    app.patch(&owner, &format!("/v1/leads/{lead}"), json!({"status": "working"})).expect(200);
    let other = app.lead(&ann, "Other");
    add(&app, &ann, &other, &bob);
    let mut letters = soon(&app);
    letters.sort_by_key(|letter| (letter.to.clone(), letter.subject.clone()));
    let told: Vec<(&str, &str)> = letters.iter().map(|letter| (letter.to.as_str(), letter.subject.as_str())).collect();
    assert_eq!(
        told,
        [
            ("ann@people.test", "Acme Owner wrote a note on Müller <& Söhne>"),
            ("bob@people.test", "3 updates on Müller <& Söhne>"),
            ("bob@people.test", "Ann made you a collaborator of Other"),
        ]
    );
    assert!(letters[1].text.contains("wrote a note") && letters[1].text.contains("working"), "{}", letters[1].text);
    assert!(letters.iter().all(|letter| !letter.text.contains("secret of the note") && !letter.html.contains("secret of the note")));
}

#[test]
fn nobody_is_mailed_of_what_they_may_not_or_will_not_hear_at_the_moment_of_sending() {
    type Change = fn(&App, &User, &User, &User, &str);
    let changes: [(&str, Change); 4] = [
        ("access", |app, _, ann, bob, lead| {
            app.delete(ann, &format!("/v1/leads/{lead}/collaborators/{}", bob.id)).expect(204);
        }),
        ("activity", |app, owner, _, bob, _| {
            app.patch(owner, &format!("/v1/users/{}", bob.id), json!({"active": false})).expect(200);
        }),
        ("preference", |app, _, _, bob, _| prefer(app, bob, &[("note_added", "off"), ("collaborator_added", "off")])),
        ("mute", |app, _, _, bob, lead| {
            app.put(bob, &format!("/v1/leads/{lead}/mute"), json!({})).expect(204);
        }),
    ];
    for (what, change) in changes {
        // Before the first attempt, and between two.
        for failing in [false, true] {
            let (app, owner, ann, bob, lead) = world();
            add(&app, &ann, &lead, &bob);
            soon(&app);
            prefer(&app, &bob, &[("note_added", "instant")]);
            app.post(&ann, &format!("/v1/leads/{lead}/notes"), json!({"body": "secret"})).expect(201);
            app.drain();
            if failing {
                *app.post.borrow_mut() = Box::new(|_| Err(MailFailure::Later("500".to_owned())));
                assert_eq!(soon(&app).len(), 1, "{what}");
                *app.post.borrow_mut() = Box::new(|_| Ok(()));
            }
            change(&app, &owner, &ann, &bob, &lead);
            app.drain();
            app.elapse(2 * MINUTE);
            let letters = mailed(&app);
            assert!(letters.iter().all(|letter| letter.to != "bob@people.test"), "{what}, {failing}: {letters:?}");
            assert_eq!(app.db.ask("SELECT count(*) FROM mail WHERE status = 'sending'"), ["0"], "{what}");
            assert_eq!(
                app.db.ask("SELECT count(*) FROM notification WHERE email = 'instant' AND mailed_at IS NULL"),
                ["0"],
                "{what}, {failing}"
            );
        }
    }
}

#[test]
fn whoever_lost_access_reads_what_happened_to_them_and_nothing_of_the_record() {
    let (app, owner, ann, bob, lead) = world();
    prefer(&app, &ann, &[("unassigned", "instant")]);
    app.post(&owner, &format!("/v1/leads/{lead}/assign"), json!({"owner_id": bob.id, "note": "psst", "keep_previous_owner": "none"}))
        .expect(200);
    let letters = soon(&app);
    let letter = letters.iter().find(|letter| letter.to == "ann@people.test").unwrap();
    assert_eq!(letter.subject, "Acme Owner handed a lead over");
    for word in ["Müller", "psst", &lead] {
        assert!(!letter.text.contains(word) && !letter.html.contains(word), "{word}: {}", letter.text);
    }
    let theirs = letters.iter().find(|letter| letter.to == "bob@people.test").unwrap();
    assert_eq!(theirs.subject, "Acme Owner assigned Müller <& Söhne> to you: psst");
}

#[test]
fn a_mail_in_vain_comes_again_under_its_id_and_is_dead_in_the_end_until_it_is_replayed() {
    let (app, _, ann, bob, lead) = world();
    *app.post.borrow_mut() = Box::new(|_| Err(MailFailure::Later("the provider answered 500".to_owned())));
    add(&app, &ann, &lead, &bob);
    let mut letters = soon(&app);
    assert_eq!(PAUSES.iter().map(|pause| pause / SECOND).collect::<Vec<_>>(), [30, 120, 600, 3600, 14_400, 43_200]);
    for pause in PAUSES {
        app.elapse(pause - SECOND);
        assert_eq!(mailed(&app), [], "nothing comes early");
        app.elapse(SECOND);
        letters.extend(mailed(&app));
    }
    assert_eq!((letters.len(), letters.iter().map(|letter| &letter.id).collect::<BTreeSet<_>>().len()), (7, 1));
    app.elapse(2 * DAY);
    app.sweep_up();
    assert_eq!(mailed(&app), []);
    assert_eq!(app.db.ask("SELECT status FROM mail WHERE status <> 'needless'"), ["failed"]);
    let job = app.db.ask("SELECT job FROM dead_letter").join("");
    assert_eq!(app.db.ask("SELECT count(*) FROM dead_letter WHERE org_id IS NOT NULL AND code = 'unavailable'"), ["1"]);
    *app.post.borrow_mut() = Box::new(|_| Ok(()));
    app.nudges.borrow_mut().push(leadroom::wire::parse(&job).unwrap());
    app.drain();
    let replayed = mailed(&app);
    assert_eq!((replayed.len(), &replayed[0].id), (1, &letters[0].id));
    assert_eq!(app.db.ask("SELECT (SELECT count(*) FROM dead_letter), (SELECT count(*) FROM notification WHERE email = 'instant' AND mailed_at IS NULL AND mail_id IS NOT NULL)"), ["0|0"]);
}

#[test]
fn a_letter_that_is_never_taken_is_dead_at_once() {
    let (app, _, ann, bob, lead) = world();
    *app.post.borrow_mut() = Box::new(|_| Err(MailFailure::Never("no such address".to_owned())));
    add(&app, &ann, &lead, &bob);
    assert_eq!(soon(&app).len(), 1);
    app.elapse(DAY);
    assert_eq!((mailed(&app), app.db.ask("SELECT cause FROM dead_letter")), (vec![], vec!["no such address".to_owned()]));
}

#[test]
fn a_provider_that_honours_ids_delivers_each_mail_once_whatever_fails() {
    for (copies, fault) in [(1, 0), (1, 1), (1, 2), (3, 0), (3, 1), (3, 2)] {
        let (app, _, ann, bob, lead) = world();
        let calls = Rc::new(Cell::new(0));
        let counted = Rc::clone(&calls);
        // It accepts and then fails, or fails and then accepts, and so on by turns.
        *app.post.borrow_mut() = Box::new(move |_| {
            counted.set(counted.get() + 1);
            if counted.get() % 3 == fault { Err(MailFailure::Later("timed out".to_owned())) } else { Ok(()) }
        });
        add(&app, &ann, &lead, &bob);
        for name in ["One", "Two"] {
            let other = app.lead(&ann, name);
            add(&app, &ann, &other, &bob);
        }
        for _ in 0..8 {
            app.drain();
            let doubled: Vec<(i64, Job)> = app.delayed.take().into_iter().flat_map(|job| vec![job; copies]).collect();
            app.delayed.replace(doubled);
            app.elapse(3 * MINUTE);
            app.sweep_up();
        }
        let letters = mailed(&app);
        let ids: BTreeSet<&str> = letters.iter().map(|letter| letter.id.as_str()).collect();
        assert_eq!(ids.len(), 3, "{copies} copies, fault {fault}");
        assert_eq!(app.db.ask("SELECT count(*) FROM mail WHERE status NOT IN ('sent', 'needless')"), ["0"]);
        assert_eq!(
            app.db.ask("SELECT count(*) FROM notification WHERE email = 'instant' AND mailed_at IS NULL AND mail_id IS NOT NULL"),
            ["0"]
        );
    }
}

#[test]
fn a_digest_comes_once_a_day_with_all_of_it() {
    let (app, _, ann, bob, lead) = world();
    prefer(&app, &bob, &[("collaborator_added", "digest"), ("note_added", "digest")]);
    add(&app, &ann, &lead, &bob);
    app.post(&ann, &format!("/v1/leads/{lead}/notes"), json!({"body": "x"})).expect(201);
    let other = app.lead(&ann, "Other Ltd");
    add(&app, &ann, &other, &bob);
    app.post(&ann, &format!("/v1/leads/{lead}/notes"), json!({"body": "y"})).expect(201);
    assert_eq!(soon(&app).iter().filter(|letter| letter.to == "bob@people.test").count(), 0);
    let until = |app: &App| MORNING + DAY - app.now.get().rem_euclid(DAY);
    app.elapse(until(&app) - MINUTE);
    app.sweep_up();
    assert_eq!(mailed(&app), []);
    app.elapse(2 * MINUTE);
    app.sweep_up();
    app.sweep_up();
    let letters = mailed(&app);
    let [letter] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!((letter.to.as_str(), letter.subject.as_str()), ("bob@people.test", "4 updates since yesterday"));
    // Record by record, each named once.
    let first = letter.text.find("\nMüller <& Söhne>\n").unwrap();
    let second = letter.text.find("\nOther Ltd\n").unwrap();
    assert!(first < second && letter.text.matches("\nMüller <& Söhne>\n").count() == 1, "{}", letter.text);
    app.elapse(until(&app) + MINUTE);
    app.sweep_up();
    assert_eq!(mailed(&app), [], "nothing to say, no mail");
}

#[test]
fn one_click_ends_the_mail_and_following_the_link_does_not() {
    let (app, _, ann, bob, lead) = world();
    add(&app, &ann, &lead, &bob);
    let letter = soon(&app).pop().unwrap();
    let url = letter.unsubscribe.unwrap();
    let path = url.strip_prefix("https://leads.test").unwrap();
    let page = app.send(&App::request(None, "GET", path, None)).expect(200);
    assert!(page.header("content-type").unwrap().starts_with("text/html") && page.text.contains("<form method=\"post\">"));
    let email = |notice: &str| app.get(&bob, "/v1/me/notification_preferences").expect(200).body[notice].clone();
    assert_eq!(email("assigned"), json!({"in_app": true, "email": "instant"}));
    app.put(&bob, "/v1/me/notification_preferences", json!({"assigned": {"in_app": false, "email": "instant"}})).expect(200);
    let mut click = App::request(None, "POST", path, None);
    click.headers.push(("content-type".to_owned(), "application/x-www-form-urlencoded".to_owned()));
    click.body = Some(b"List-Unsubscribe=One-Click".to_vec());
    for key in [None, None, Some("k"), Some("k")] {
        click.headers.extend(key.map(|key| ("idempotency-key".to_owned(), key.to_owned())));
        let done = app.send(&click).expect(200);
        assert!(done.text.contains("gets no more mail") && !done.text.contains("<form"));
        assert_eq!(done.header("content-security-policy"), page.header("content-security-policy"), "under a key, too");
    }
    let all = app.get(&bob, "/v1/me/notification_preferences").expect(200).body;
    assert!(all.as_object().unwrap().values().all(|one| one["email"] == "off"), "{all}");
    assert_eq!(all["assigned"]["in_app"], false, "what is shown in Leadroom stays as it is");
    let other = app.lead(&ann, "Other");
    add(&app, &ann, &other, &bob);
    assert_eq!(soon(&app), []);
    assert_eq!(app.get(&bob, "/v1/notifications").expect(200).body["data"].as_array().map(Vec::len), Some(2), "the feed goes on");
    for wrong in ["/v1/unsubscribe/x", &path[..path.len() - 1]] {
        for method in ["GET", "POST"] {
            app.send(&App::request(None, method, wrong, None)).refused(404, "not_found");
        }
    }
}

#[test]
fn what_is_lost_on_its_way_the_sweep_sends() {
    let (app, _, ann, bob, lead) = world();
    add(&app, &ann, &lead, &bob);
    app.drain();
    app.delayed.take();
    app.pass(3 * MINUTE);
    app.sweep_up();
    assert_eq!(mailed(&app).len(), 1);
}
