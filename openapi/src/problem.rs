//! Problem documents (RFC 9457): the closed set of codes, and what each says beside what all of them say.

use leadroom::error::Code;
use serde_json::{Map, Value as Json, json};

use crate::schema::{Schema, anything, count, has, id, integer, may, named, object, shown, shown_list, time, word};

/// The schema of all of them.
pub fn schema() -> Schema {
    let with = |code: Code| format!("With `{}`", code.text());
    let error = object(vec![
        has("field", shown().example("owner.email").about("Dots into objects, numbers into lists; empty for the body itself.")),
        has("code", shown().example("required")),
        has("detail", shown().example("is required")),
    ]);
    object(vec![
        has("type", shown().example("/docs/problems#validation_failed").about("An address that says more about the code.")),
        has("title", shown().example(Code::Invalid.title()).about("The same for every occurrence of the code.")),
        has("status", integer(400, 599).example(422)),
        has("detail", shown().example("`owner.email`: is required").about("What happened here, in words.")),
        has("code", word(Code::ALL.iter().map(|code| code.text())).example(Code::Invalid.text()).about("Stable, for programs.")),
        has("request_id", id()),
        may("errors", shown_list(error).about(&format!("{}: each wrong field.", with(Code::Invalid)))),
        may("missing", shown().absent().about(&format!("{}: the permission or capability that is missing.", with(Code::Forbidden)))),
        may("remedy", shown().absent().about(&format!("{}: the way out.", with(Code::Forbidden)))),
        may("current", anything().absent().about(&format!("{}: the object as it is now.", with(Code::EditConflict)))),
        may("conflicts", shown_list(shown()).absent().about(&format!("{}: the fields that both changed.", with(Code::EditConflict)))),
        may(
            "version",
            named("VersionNumber").absent().about(&format!("{}: the version of the object as it is now.", with(Code::EditConflict))),
        ),
        may("decision", named("Decision").or_null().absent().about(&format!("{}: what was decided.", with(Code::RequestResolved)))),
        may(
            "request_status",
            named("RequestStatus").absent().about(&format!("{}: where the request stands.", with(Code::RequestResolved))),
        ),
        may("retry_at", time().absent().about(&format!("{}: when one may ask again.", with(Code::CoolingDown)))),
        may("owner", named("Person").absent().about(&format!("{}: who does, where the caller may see it.", with(Code::AlreadyOwned)))),
        may(
            "organizations",
            shown_list(object(vec![has("id", id()), has("name", shown().example("Acme"))]))
                .absent()
                .about(&format!("{}: those to choose from.", with(Code::ChooseOrganization))),
        ),
        may("parameter", shown().absent().about(&format!("{}: which.", with(Code::InvalidParameter)))),
        may("header", shown().absent().about(&format!("{}: which.", with(Code::InvalidHeader)))),
        may("allow", shown().absent().about(&format!("{}: the methods that are allowed.", with(Code::MethodNotAllowed)))),
        may("policy", shown().absent().about(&format!("{}: the same as `RateLimit-Policy`.", with(Code::TooManyRequests)))),
        may("retry_after", count().absent().about(&format!("{}: how long to wait, in seconds.", with(Code::TooManyRequests)))),
        may("people", count().absent().about(&format!("{}: how many would lose access.", with(Code::TeamInUse)))),
        may("records", count().absent().about(&format!("{}: to how many records.", with(Code::TeamInUse)))),
        may("contact_id", id().absent().about(&format!("{}: the contact that the lead became.", with(Code::AlreadyConverted)))),
        may("deal_id", id().or_null().absent().about(&format!("{}: the deal that the lead became.", with(Code::AlreadyConverted)))),
        may("delivery_id", id().absent().about("For a delivery that was kept, but cannot be read.")),
    ])
    .about("A refusal or a failure (RFC 9457).")
}

/// An example of each code.
pub fn examples() -> Json {
    let one = |code: &Code| {
        let mut value = json!({
            "type": format!("/docs/problems#{}", code.text()),
            "title": code.title(),
            "status": code.status(),
            "detail": format!("{}.", code.title()),
            "code": code.text(),
            "request_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e",
        });
        let person = json!({"id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e", "name": "Ann Able"});
        let more = match code {
            Code::Invalid => json!({"errors": [{"field": "owner.email", "code": "required", "detail": "is required"}]}),
            Code::Forbidden => json!({"missing": "update", "remedy": "request_to_collaborate"}),
            Code::EditConflict => json!({"current": {"phone": "+49 30 7654321"}, "conflicts": ["phone"], "version": 8}),
            Code::RequestResolved => json!({
                "request_status": "approved",
                "decision": {"by": person, "at": "2026-05-01T09:30:00.000Z", "note": "Welcome", "level": "collaborator", "until": null},
            }),
            Code::CoolingDown => json!({"retry_at": "2026-05-02T09:30:00.000Z"}),
            Code::AlreadyOwned => json!({"owner": person}),
            Code::ChooseOrganization => json!({"organizations": [{"id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e", "name": "Acme"}]}),
            Code::InvalidParameter => json!({"parameter": "limit"}),
            Code::InvalidHeader => json!({"header": "If-Match"}),
            Code::MethodNotAllowed => json!({"allow": "GET, HEAD, POST"}),
            Code::TooManyRequests => json!({"policy": "\"writes\";q=6000;w=60", "retry_after": 60}),
            Code::TeamInUse => json!({"people": 1, "records": 3}),
            Code::AlreadyConverted => json!({"contact_id": "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e", "deal_id": null}),
            _ => json!({}),
        };
        if let (Some(value), Some(more)) = (value.as_object_mut(), more.as_object()) {
            value.extend(more.clone());
        }
        (code.text().to_owned(), json!({"summary": code.title(), "value": value}))
    };
    Code::ALL.iter().map(one).collect::<Map<_, _>>().into()
}

/// The answer with one of these codes, all of the same status.
pub fn response(status: u16, codes: &[Code], headers: &Json) -> Json {
    let words: Vec<&str> = codes.iter().map(|code| code.text()).collect();
    let about: Vec<String> = codes.iter().map(|code| format!("`{}`: {}.", code.text(), code.title())).collect();
    let examples: Map<String, Json> =
        words.iter().map(|code| ((*code).to_owned(), json!({"$ref": format!("#/components/examples/{code}")}))).collect();
    let narrowed = json!({
        "allOf": [
            {"$ref": "#/components/schemas/Problem"},
            {"properties": {"status": {"const": status}, "code": {"enum": words}}},
        ],
    });
    json!({
        "description": about.join(" "),
        "headers": headers,
        "content": {"application/problem+json": {"schema": narrowed, "examples": examples}},
    })
}

/// The headers that answers of this status have.
pub fn headers(status: u16) -> &'static [&'static str] {
    match status {
        401 => &["WWW-Authenticate"],
        429 => &["Retry-After", "RateLimit-Policy"],
        503 => &["Retry-After"],
        _ => &[],
    }
}
