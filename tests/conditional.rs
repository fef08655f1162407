//! `ETag` and `If-None-Match`: whatever has a version says so, and whoever has that version already gets no body.

mod support;

use serde_json::json;
use support::{Answer, App, User};

fn ask(app: &App, who: &User, method: &str, path: &str, known: &str) -> Answer {
    let mut request = App::request(Some(&who.key), method, path, None);
    request.headers.push(("if-none-match".to_owned(), known.to_owned()));
    app.send(&request)
}

#[test]
fn whatever_has_a_version_is_not_sent_again_to_who_has_it() {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let team = app.team(&owner, "North", &[]);
    let role =
        app.post(&owner, "/v1/roles", json!({"name": "reader", "capabilities": [], "record_permissions": ["read"]})).expect(201).id();
    let lead = app.lead(&owner, "Lead");
    let note = app.post(&owner, &format!("/v1/leads/{lead}/notes"), json!({"body": "x"})).expect(201).id();
    let task = app.post(&owner, &format!("/v1/leads/{lead}/tasks"), json!({"title": "x"})).expect(201).id();
    let book = json!({"with": {"type": "user", "id": ann.id}, "permissions": ["read"]});
    let book = app.post(&owner, "/v1/book_shares", book).expect(201).id();
    let source = app.post(&owner, "/v1/sources", json!({"name": "Form", "provider": "form"})).expect(201).id();
    let mut paths = vec![
        "/v1/organization".to_owned(),
        format!("/v1/users/{}", ann.id),
        format!("/v1/teams/{team}"),
        format!("/v1/roles/{role}"),
        format!("/v1/leads/{lead}"),
        format!("/v1/notes/{note}"),
        format!("/v1/tasks/{task}"),
        format!("/v1/book_shares/{book}"),
        format!("/v1/sources/{source}"),
    ];
    for kind in ["contacts", "deals"] {
        paths.push(format!("/v1/{kind}/{}", app.post(&owner, &format!("/v1/{kind}"), json!({"name": "x"})).expect(201).id()));
    }
    for path in paths {
        let first = app.get(&owner, &path).expect(200);
        let tag = first.header("etag").unwrap_or_else(|| panic!("{path} has no ETag")).to_owned();
        assert_eq!(tag, format!("\"{}\"", first.body["version"]), "{path}");
        for known in [tag.clone(), format!("\"999\", {tag}"), format!("W/{tag}"), "*".to_owned()] {
            for method in ["GET", "HEAD"] {
                let again = ask(&app, &owner, method, &path, &known).expect(304);
                assert_eq!((again.text.as_str(), again.header("etag")), ("", Some(tag.as_str())), "{method} {path} {known}");
                assert!(again.header("x-request-id").is_some());
            }
        }
        for other in ["\"999\"", "", "nonsense", "\"\""] {
            assert_eq!(ask(&app, &owner, "GET", &path, other).expect(200).text, first.text, "{path} {other}");
        }
    }
}

#[test]
fn a_tag_that_was_weakened_on_its_way_still_says_which_version_was_seen() {
    let app = App::default();
    let owner = app.organization("Acme");
    let lead = app.lead(&owner, "Lead");
    let edit = |seen: &str, title: &str| {
        let mut request = App::request(Some(&owner.key), "PATCH", &format!("/v1/leads/{lead}"), Some(&json!({"title": title})));
        request.headers.push(("if-match".to_owned(), seen.to_owned()));
        app.send(&request)
    };
    // What compresses an answer on its way makes its tag a weak one.
    edit("W/\"1\"", "One").expect(200);
    edit("W/\"1\"", "Other").refused(412, "edit_conflict");
    for wrong in ["W/", "W/x", "w/\"1\"", "W/W/\"1\""] {
        edit(wrong, "Other").refused(400, "invalid_header");
    }
}

#[test]
fn who_may_not_see_it_learns_nothing_by_a_tag() {
    let app = App::default();
    let owner = app.organization("Acme");
    let ann = app.person(&owner, "Ann", "agent");
    let lead = app.lead(&owner, "Lead");
    ask(&app, &ann, "GET", &format!("/v1/leads/{lead}"), "*").expect(404);
    app.patch(&owner, &format!("/v1/leads/{lead}"), json!({"title": "x"})).expect(200);
    ask(&app, &owner, "GET", &format!("/v1/leads/{lead}"), "\"1\"").expect(200);
    ask(&app, &owner, "GET", &format!("/v1/leads/{lead}"), "\"2\"").expect(304);
}
