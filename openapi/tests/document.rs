//! The document says everything there is, and nothing that there is not.

use std::collections::BTreeSet;

use leadroom::api::routes::ROUTES;
use leadroom::error::Code;
use leadroom::model::Kind;
use leadroom_openapi::document::document;
use serde_json::Value as Json;

fn made() -> Json {
    document().unwrap_or_else(|errors| panic!("{}", errors.join("\n")))
}

/// Every operation: its method and path, and what is said of it.
fn operations(document: &Json) -> Vec<(String, &Json)> {
    let paths = document["paths"].as_object().unwrap();
    paths
        .iter()
        .flat_map(|(path, item)| {
            item.as_object().unwrap().iter().map(move |(method, told)| (format!("{} {path}", method.to_uppercase()), told))
        })
        .collect()
}

/// Calls `look` with everything in the document that is an object, and where it is.
fn walk(at: &str, json: &Json, look: &mut dyn FnMut(&str, &serde_json::Map<String, Json>)) {
    match json {
        Json::Object(map) => {
            look(at, map);
            for (key, value) in map {
                walk(&format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), value, look);
            }
        }
        Json::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                walk(&format!("{at}/{index}"), value, look);
            }
        }
        _ => {}
    }
}

#[test]
fn the_document_has_the_routes_of_the_table_and_no_others() {
    let document = made();
    let told: BTreeSet<String> = operations(&document).into_iter().map(|(name, _)| name).collect();
    let table: BTreeSet<String> = ROUTES
        .iter()
        .flat_map(|route| {
            Kind::ALL.iter().map(|kind| format!("{} {}", route.method, route.path.replacen("/R", &format!("/{}", kind.plural()), 1)))
        })
        .collect();
    assert_eq!(told, table);
}

#[test]
fn every_problem_code_has_its_place_and_its_example() {
    let document = made();
    let known: BTreeSet<&str> = Code::ALL.iter().map(|code| code.text()).collect();
    let examples: BTreeSet<&str> = document["components"]["examples"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(examples, known);
    let mut used = BTreeSet::new();
    for name in document["components"]["responses"].as_object().unwrap().keys() {
        used.extend(name.split('.'));
    }
    // A method that is described is allowed; those that belong to a job's or a bulk's entries are in their schemas.
    let nowhere: Vec<&&str> =
        known.difference(&used).filter(|code| !["method_not_allowed", "duplicate_delivery", "owner_changed"].contains(*code)).collect();
    assert!(nowhere.is_empty(), "no route says that it refuses so: {nowhere:?}");
    assert!(used.is_subset(&known), "{used:?}");
}

#[test]
fn every_reference_leads_somewhere_and_everything_is_referred_to() {
    let document = made();
    let mut referred = BTreeSet::new();
    walk("", &document, &mut |at, map| {
        if let Some(reference) = map.get("$ref").and_then(Json::as_str) {
            let pointer = reference.strip_prefix('#').unwrap_or_else(|| panic!("{at}: {reference}"));
            assert!(document.pointer(pointer).is_some(), "{at} refers to {reference}, which is not there");
            referred.insert(pointer.to_owned());
        }
    });
    for part in ["schemas", "headers", "responses"] {
        for name in document["components"][part].as_object().unwrap().keys() {
            assert!(referred.contains(&format!("/components/{part}/{name}")), "nothing refers to {part}/{name}");
        }
    }
}

#[test]
fn everything_is_described_and_has_an_example() {
    let document = made();
    let mut missing = Vec::new();
    for (name, told) in operations(&document) {
        for key in ["operationId", "summary"] {
            if told[key].as_str().is_none_or(str::is_empty) {
                missing.push(format!("{name}: {key}"));
            }
        }
        let mut example = |what: String, media: &Json| {
            if media.get("example").is_none() && media.get("examples").is_none() {
                missing.push(format!("{name}: an example of {what}"));
            }
        };
        for parameter in told["parameters"].as_array().unwrap() {
            example(parameter["name"].to_string(), parameter);
        }
        for (media, content) in told["requestBody"]["content"].as_object().into_iter().flatten() {
            example(format!("the body as {media}"), content);
        }
        let path_parameters = name.matches('{').count();
        let declared = told["parameters"].as_array().unwrap().iter().filter(|parameter| parameter["in"] == "path").count();
        assert_eq!(path_parameters, declared, "{name}");
        for (status, answer) in told["responses"].as_object().unwrap() {
            let answer = answer.get("$ref").and_then(Json::as_str).map_or(answer, |to| document.pointer(&to[1..]).unwrap());
            if answer["description"].as_str().is_none_or(str::is_empty) {
                missing.push(format!("{name}: what {status} means"));
            }
            for content in answer["content"].as_object().into_iter().flatten() {
                if content.1.get("example").is_none() && content.1.get("examples").is_none() {
                    missing.push(format!("{name}: an example of {status}"));
                }
            }
        }
        assert!(told["responses"].as_object().unwrap().keys().any(|status| status.as_str() < "400"), "{name} never succeeds");
        if told["security"].as_array().is_some_and(|all| !all.is_empty()) {
            assert!(told["responses"].get("401").is_some(), "{name} never says 401");
        }
    }
    assert!(missing.is_empty(), "missing:\n{}", missing.join("\n"));
}

/// What stands where a reference leads, or the value itself.
fn resolved<'a>(document: &'a Json, value: &'a Json) -> &'a Json {
    value.get("$ref").and_then(Json::as_str).map_or(value, |to| document.pointer(&to[1..]).unwrap())
}

/// Whether what a schema describes has this member.
fn has_member(document: &Json, schema: &Json, name: &str) -> bool {
    let schema = resolved(document, schema);
    let parts = schema["allOf"].as_array().into_iter().flatten();
    schema["properties"].get(name).is_some() || parts.into_iter().any(|part| has_member(document, part, name))
}

#[test]
fn the_headers_of_the_conventions_stand_where_they_apply_and_nowhere_else() {
    let document = made();
    let mut wrong = Vec::new();
    for (name, told) in operations(&document) {
        let takes = |header: &str| told["parameters"].as_array().unwrap().iter().any(|one| one["in"] == "header" && one["name"] == header);
        let (mut versioned, mut expect) = (false, |what: &str, is: bool, should: bool| {
            if is != should {
                wrong.push(format!("{name}: {what} is {}", if should { "missing" } else { "too much" }));
            }
        });
        let by_form = name.ends_with("/v1/capture/{key}");
        let posts = name.starts_with("POST ") && !by_form;
        for (status, answer) in told["responses"].as_object().unwrap() {
            let answer = resolved(&document, answer);
            let schema = &answer["content"]["application/json"]["schema"];
            let has = |header: &str| answer["headers"].get(header).is_some();
            let version = has_member(&document, schema, "version");
            versioned |= version;
            expect("x-request-id", has("x-request-id"), true);
            expect("x-d1-bookmark", has("x-d1-bookmark"), true);
            expect("an answer's ETag", has("ETag"), version || status == "304");
            expect("an answer's Retry-After", has("Retry-After"), status == "429" || status == "503");
            expect("an answer's RateLimit-Policy", has("RateLimit-Policy"), status == "429");
            expect("an answer's WWW-Authenticate", has("WWW-Authenticate"), status == "401");
            if status.starts_with('2') {
                expect("an answer's Idempotency-Replayed", has("Idempotency-Replayed"), posts);
                let pages = has_member(&document, schema, "next_cursor");
                expect("an answer's Link", has("Link"), pages);
                expect("the parameter cursor", told["parameters"].to_string().contains("\"name\":\"cursor\""), pages);
            }
        }
        let reads = name.starts_with("GET ");
        expect("x-d1-bookmark as a parameter", takes("x-d1-bookmark"), true);
        expect("Idempotency-Key as a parameter", takes("Idempotency-Key"), posts || by_form);
        expect("If-None-Match as a parameter", takes("If-None-Match"), reads && versioned);
        expect("a 304", told["responses"].get("304").is_some(), reads && versioned);
        if name.starts_with("PATCH ") {
            expect("If-Match as a parameter", takes("If-Match"), versioned);
        }
        if takes("If-Match") {
            expect("a 412", told["responses"].get("412").is_some(), true);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_file_that_is_served_is_up_to_date() {
    let made = leadroom_openapi::text().unwrap_or_else(|errors| panic!("{}", errors.join("\n")));
    let there = std::fs::read_to_string(leadroom_openapi::file()).unwrap_or_default();
    assert!(there == made, "public/openapi.json is older than the code: cargo run -p leadroom-openapi");
}
