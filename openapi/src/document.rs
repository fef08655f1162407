//! The document: the table of routes, what each noun says of its routes, and what follows from the conventions of the API.

use std::collections::{BTreeMap, BTreeSet};

use leadroom::api::query::{MOST, USUAL};
use leadroom::api::routes::{Caller, ROUTES, Route};
use leadroom::error::Code;
use leadroom::model::Kind;
use serde_json::{Map, Value as Json, json};

use crate::nouns::{self, Noun};
use crate::operation::{Answer, Body, Operation, Parameter};
use crate::problem;
use crate::schema::{Schema, body, has, id, integer, named, object, shown, shown_list, text};

const INTRODUCTION: &str = include_str!("introduction.md");

/// The whole document.
///
/// # Errors
/// What the table of routes and the entries of the nouns do not agree on, one line each.
pub fn document() -> Result<Json, Vec<String>> {
    let nouns = nouns::all();
    let errors = disagreements(&nouns);
    if !errors.is_empty() {
        return Err(errors);
    }
    let schemas = schemas(&nouns);
    let mut examples =
        Examples { known: schemas.iter().filter_map(|(name, schema)| Some((name.clone(), schema.clone().finish().1?))).collect() };
    let mut paths = Map::new();
    let mut refusals = BTreeMap::new();
    for noun in &nouns {
        for operation in &noun.operations {
            let route = ROUTES.iter().find(|route| is_of(operation, route));
            let caller = route.map_or(Caller::Public, |route| route.caller);
            for (path, kind) in places(operation.path) {
                let told = told(noun, operation, caller, kind, &mut examples, &mut refusals);
                let methods = paths.entry(path).or_insert_with(|| json!({}));
                methods[operation.method.to_ascii_lowercase()] = told;
            }
        }
    }
    let components: Map<String, Json> = schemas.into_iter().map(|(name, schema)| (name, schema.finish().0)).collect();
    Ok(json!({
        "openapi": "3.1.0",
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "info": {
            "title": "Leadroom",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": "Lead sharing and collaboration: a room per lead.",
            "description": INTRODUCTION,
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/", "description": "Where this document came from."}],
        "tags": nouns.iter().map(|noun| json!({"name": noun.name, "description": noun.about})).collect::<Vec<_>>(),
        "paths": paths,
        "components": {
            "securitySchemes": security_schemes(),
            "schemas": components,
            "headers": headers(),
            "responses": refusals,
            "examples": problem::examples(),
        },
    }))
}

fn is_of(operation: &Operation, route: &Route) -> bool {
    operation.method == route.method && operation.path == route.path
}

/// What the routes and the entries do not agree on.
fn disagreements(nouns: &[Noun]) -> Vec<String> {
    let operations: Vec<&Operation> = nouns.iter().flat_map(|noun| &noun.operations).collect();
    let undescribed = ROUTES.iter().filter(|route| !operations.iter().any(|operation| is_of(operation, route)));
    let gone = operations.iter().filter(|operation| !ROUTES.iter().any(|route| is_of(operation, route)));
    let twice = operations.iter().enumerate().filter(|(index, operation)| {
        operations[..*index]
            .iter()
            .any(|other| (other.method == operation.method && other.path == operation.path) || other.id == operation.id)
    });
    undescribed
        .map(|route| format!("{} {} is in the table of routes and in no noun of openapi/src/nouns", route.method, route.path))
        .chain(gone.map(|operation| format!("{} {} is described and is no route", operation.method, operation.path)))
        .chain(twice.map(|(_, operation)| format!("{} {} is described twice, or its name is", operation.method, operation.path)))
        .collect()
}

/// The paths that a path of the table stands for, each with the kind that it is about.
fn places(path: &str) -> Vec<(String, Kind)> {
    if !path.contains("/R") {
        return vec![(path.to_owned(), Kind::Lead)];
    }
    Kind::ALL.iter().map(|kind| (path.replacen("/R", &format!("/{}", kind.plural()), 1), *kind)).collect()
}

fn capital(word: &str) -> String {
    word.chars().enumerate().map(|(index, c)| if index == 0 { c.to_ascii_uppercase() } else { c }).collect()
}

fn about_kind(text: &str, kind: Kind) -> String {
    let (one, many) = (kind.text(), kind.plural());
    text.replace("{kinds}", many).replace("{kind}", one).replace("{Kinds}", &capital(many)).replace("{Kind}", &capital(one))
}

/// The schemas of all nouns, those of the conventions, and a page of whatever is paged.
fn schemas(nouns: &[Noun]) -> BTreeMap<String, Schema> {
    let mut all: BTreeMap<String, Schema> = BTreeMap::new();
    let conventions = [
        ("Limit", integer(1, MOST).usual(USUAL).example(USUAL).about("The most entries of a page.")),
        (
            "Cursor",
            shown()
                .example("WyJ1c2VycyIsMV0")
                .about("Where to go on: the `next_cursor` of the page before. Opaque, and good for the same list only."),
        ),
        ("Version", shown().example("\"7\"").pattern(r#"^\s*(\*|(W/)?"?\d{1,16}"?)\s*$"#).about("A version as its `ETag` gave it.")),
        ("VersionNumber", integer(1, 1 << 52).example(7).about("Counts changes. The `ETag` is the same in quotes.")),
        ("Secret", shown().example("lr_8sX2…").about("Shown once; Leadroom keeps a hash.")),
        ("Problem", problem::schema()),
    ];
    let named_ones = conventions.into_iter().chain(nouns.iter().flat_map(|noun| noun.schemas.iter().cloned()));
    all.extend(named_ones.map(|(name, schema)| (name.to_owned(), schema)));
    for entry in all.keys().cloned().collect::<Vec<_>>() {
        let page = object(vec![
            has("data", shown_list(named(&entry))),
            has("next_cursor", text(1000).mostly_null().about("The cursor of the next page; null on the last one.")),
        ]);
        let name = format!("{entry}Page");
        let paged = |operation: &Operation| format!("{:?}", operation.answers).contains(&format!("schemas/{name}\""));
        if nouns.iter().flat_map(|noun| &noun.operations).any(paged) {
            all.insert(name, page);
        }
    }
    all
}

/// Examples of named schemas, put where they are named.
struct Examples {
    known: BTreeMap<String, Json>,
}

impl Examples {
    fn of(&mut self, example: Json) -> Json {
        match example {
            Json::Object(map) => match map.get("$example").and_then(Json::as_str) {
                Some(name) => {
                    let found = self.known.get(name).cloned().unwrap_or_default();
                    self.of(found)
                }
                None => map.into_iter().map(|(key, value)| (key, self.of(value))).collect::<Map<_, _>>().into(),
            },
            Json::Array(list) => list.into_iter().map(|one| self.of(one)).collect(),
            plain => plain,
        }
    }

    fn media(&mut self, schema: &Schema) -> Json {
        let (json, example) = schema.clone().finish();
        let mut media = json!({"schema": json});
        if let Some(example) = example {
            media["example"] = self.of(example);
        }
        media
    }
}

/// One operation as the document tells it.
fn told(
    noun: &Noun,
    operation: &Operation,
    caller: Caller,
    kind: Kind,
    examples: &mut Examples,
    refusals: &mut BTreeMap<String, Json>,
) -> Json {
    let mut told = json!({
        "operationId": about_kind(operation.id, kind),
        "tags": [noun.name],
        "summary": about_kind(operation.summary, kind),
        "security": security(caller),
        "parameters": parameters(operation, caller, kind, examples),
        "responses": responses(operation, caller, kind, examples, refusals),
    });
    if !operation.about.is_empty() {
        told["description"] = about_kind(operation.about, kind).into();
    }
    if let Some(Body { content, required }) = taken(operation) {
        let content: Map<String, Json> = content.iter().map(|(media, schema)| ((*media).to_owned(), examples.media(schema))).collect();
        told["requestBody"] = json!({"required": required, "content": content});
    }
    told
}

/// What is sent along. A route that writes and takes nothing takes an empty object, too.
fn taken(operation: &Operation) -> Option<Body> {
    let writes = ["POST", "PUT", "PATCH"].contains(&operation.method);
    let nothing = || Body { content: vec![("application/json", body(vec![]))], required: false };
    operation.body.clone().or_else(|| writes.then(nothing))
}

fn parameters(operation: &Operation, caller: Caller, kind: Kind, examples: &mut Examples) -> Vec<Json> {
    let mut all = Vec::new();
    for segment in operation.path.split('/') {
        let Some(name) = segment.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else { continue };
        let schema = match (name, operation.path.contains("/access/")) {
            ("key", _) => shown().example("2f7c9a…").about("The key in the address of a source."),
            ("token", _) => shown().example("o4fIYIfSPzKDp8L3EUjgx7IJKcNO0Vsp").about("The end of the link in a letter."),
            ("user_id", true) => shown().example("me").about("A person's id, or `me`."),
            _ => id(),
        };
        all.push((Parameter { name: segment, place: "path", schema, required: true }, name));
    }
    let mut shown: Vec<Json> = all.iter().map(|(parameter, name)| parameter_told(parameter, name, kind, examples)).collect();
    shown.extend(operation.parameters.iter().map(|parameter| parameter_told(parameter, parameter.name, kind, examples)));
    let bookmark = text(200).example("00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683").about(
        "From an earlier answer: nothing older is read. Without it nothing older is read either: every request begins at the primary.",
    );
    let bookmark = Parameter { name: "x-d1-bookmark", place: "header", schema: bookmark, required: false };
    shown.push(parameter_told(&bookmark, bookmark.name, kind, examples));
    if is_tagged(operation) && operation.method == "GET" {
        let known = Parameter { name: "If-None-Match", place: "header", schema: named("Version"), required: false };
        shown.push(parameter_told(&known, known.name, kind, examples));
    }
    if once(operation, caller) {
        let key = text(255).example("6f9619ff-8b86-d011-b42d-00cf4fc964ff").about(
            "Chosen by the caller, anew for each thing to be done; good for a day. Who sends the same again is answered the same, and nothing is done twice.",
        );
        let key = Parameter { name: "Idempotency-Key", place: "header", schema: key, required: false };
        shown.push(parameter_told(&key, key.name, kind, examples));
    }
    if caller == Caller::Source {
        let key = text(200).example("6f9619ff-8b86-d011").about("The sender's own id of the submission, where the format has none.");
        let key = Parameter { name: "Idempotency-Key", place: "header", schema: key, required: false };
        shown.push(parameter_told(&key, key.name, kind, examples));
    }
    shown
}

fn parameter_told(parameter: &Parameter, name: &str, kind: Kind, examples: &mut Examples) -> Json {
    let (mut json, example) = parameter.schema.clone().finish();
    let mut told = json!({"name": name, "in": parameter.place, "required": parameter.required});
    if let Some(description) =
        json.as_object_mut().and_then(|map| map.remove("description")).and_then(|text| text.as_str().map(str::to_owned))
    {
        told["description"] = about_kind(&description, kind).into();
    }
    if let Some(map) = json.as_object_mut() {
        map.remove("examples");
    }
    if let Some(example) = example {
        told["example"] = examples.of(example);
    }
    told["schema"] = json;
    told
}

/// Whether a key has it done once.
fn once(operation: &Operation, caller: Caller) -> bool {
    operation.method == "POST" && caller != Caller::Source
}

fn is_tagged(operation: &Operation) -> bool {
    operation.answers.iter().any(|answer| answer.headers.contains(&"ETag"))
}

fn responses(operation: &Operation, caller: Caller, kind: Kind, examples: &mut Examples, refusals: &mut BTreeMap<String, Json>) -> Json {
    let mut all = Map::new();
    for Answer { status, about, content, headers } in &operation.answers {
        let more: &[&str] = if once(operation, caller) { &["Idempotency-Replayed"] } else { &[] };
        let mut answer = json!({"description": about_kind(about, kind), "headers": header_refs(&[headers, more].concat())});
        if let Some((media, schema)) = content {
            answer["content"] = json!({*media: examples.media(schema)});
        }
        all.insert(status.to_string(), answer);
    }
    if is_tagged(operation) && operation.method == "GET" {
        let answer = json!({"description": "You have this version already.", "headers": header_refs(&["ETag"])});
        all.insert("304".to_owned(), answer);
    }
    let mut by_status: BTreeMap<u16, BTreeSet<usize>> = BTreeMap::new();
    for code in refused(operation, caller) {
        let place = Code::ALL.iter().position(|known| *known == code).unwrap_or_default();
        by_status.entry(code.status()).or_default().insert(place);
    }
    for (status, places) in by_status {
        let codes: Vec<Code> = places.iter().map(|place| Code::ALL[*place]).collect();
        let name = codes.iter().map(|code| code.text()).collect::<Vec<_>>().join(".");
        refusals.entry(name.clone()).or_insert_with(|| problem::response(status, &codes, &header_refs(problem::headers(status))));
        all.insert(status.to_string(), json!({"$ref": format!("#/components/responses/{name}")}));
    }
    Json::Object(all)
}

/// Everything that a route may refuse: its own, and what the conventions add.
fn refused(operation: &Operation, caller: Caller) -> Vec<Code> {
    let mut codes = operation.codes.clone();
    if caller == Caller::Public && operation.method == "GET" && !operation.path.contains('{') {
        return codes;
    }
    codes.extend([Code::TooManyRequests, Code::Internal, Code::Unavailable]);
    if operation.path.contains('{') || caller == Caller::Installer {
        codes.push(Code::NotFound);
    }
    if caller != Caller::Source {
        codes.push(Code::InvalidParameter);
    }
    if matches!(caller, Caller::Person | Caller::Installer) {
        codes.push(Code::Unauthenticated);
    }
    if caller == Caller::Person {
        codes.push(Code::UserInactive);
        if operation.method != "GET" {
            codes.push(Code::CrossOrigin);
        }
    }
    if once(operation, caller) {
        codes.extend([Code::InvalidHeader, Code::IdempotencyKeyInUse, Code::IdempotencyKeyReused]);
    }
    if operation.method != "GET" {
        codes.push(Code::TooLarge);
    }
    // Whoever takes forms only does not look at them.
    if taken(operation).is_some_and(|body| body.content.iter().any(|(media, _)| *media == "application/json")) {
        codes.extend([Code::UnsupportedMediaType, Code::Invalid]);
        if caller != Caller::Source {
            codes.push(Code::MalformedJson);
        }
    }
    codes
}

fn security(caller: Caller) -> Json {
    match caller {
        Caller::Public | Caller::Source => json!([]),
        Caller::Installer => json!([{"setup_token": []}]),
        Caller::Person => json!([{"api_key": []}, {"jwt": []}, {"access": []}, {"session": []}]),
    }
}

fn security_schemes() -> Json {
    json!({
        "api_key": {"type": "http", "scheme": "bearer", "bearerFormat": "lr_…", "description": "A person's API key. It acts as that person."},
        "jwt": {
            "type": "http",
            "scheme": "bearer",
            "bearerFormat": "JWT",
            "description": "A token of the organisation's identity provider (`settings.jwt`), signed with RS256 or ES256. Its `iss` and `aud` name the organisation, its `email` the person; `exp` and `nbf` may be off by a minute. Tokens with `crit`, or with `email_verified` false, are refused.",
        },
        "access": {
            "type": "apiKey",
            "in": "header",
            "name": "Cf-Access-Jwt-Assertion",
            "description": "The same as Cloudflare Access sends it along. It writes from Leadroom's own origin only.",
        },
        "session": {
            "type": "apiKey",
            "in": "cookie",
            "name": "__Host-leadroom",
            "description": "The console's cookie, from `POST /v1/auth/sessions`. It writes from its own origin only.",
        },
        "setup_token": {"type": "http", "scheme": "bearer", "description": "The secret `SETUP_TOKEN` of the installation."},
    })
}

fn headers() -> Json {
    let header =
        |about: &str, example: &str| json!({"description": about, "required": true, "schema": {"type": "string"}, "example": example});
    json!({
        "x-request-id": header("The trace id of the request; a problem document has it, too.", "0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"),
        "ETag": header("The object's version in quotes, for `If-Match` and `If-None-Match`.", "\"7\""),
        "Location": header("Where it is.", "/v1/leads/0193b0c0-7a4e-7c35-9d0a-3f2a5b6c7d8e"),
        "Link": {
            "description": "The next page, when there is one: the same as `next_cursor`.",
            "schema": {"type": "string"},
            "example": "</v1/leads?cursor=WyJ1c2VycyIsMV0>; rel=\"next\"",
        },
        "Idempotency-Replayed": {
            "description": "`true` on the first answer to this request, given again.",
            "schema": {"const": "true"},
            "example": "true",
        },
        "x-d1-bookmark": {
            "description": "How new the database was, where it was asked.",
            "schema": {"type": "string"},
            "example": "00000085-0000024c-00004c6d-8e61117bf38d7adb71b934ebbf891683",
        },
        "Set-Cookie": header("The session's cookie.", "__Host-leadroom=…; Path=/; Max-Age=1209600; HttpOnly; Secure; SameSite=Lax"),
        "WWW-Authenticate": header("How to say who you are.", "Bearer"),
        "Retry-After": header("How long to wait, in seconds.", "1"),
        "RateLimit-Policy": header("How many requests (`q`) pass in how many seconds (`w`).", "\"writes\";q=6000;w=60"),
    })
}

fn header_refs(names: &[&str]) -> Json {
    let all = ["x-request-id", "x-d1-bookmark"].iter().chain(names);
    all.map(|name| ((*name).to_owned(), json!({"$ref": format!("#/components/headers/{name}")}))).collect::<Map<_, _>>().into()
}
