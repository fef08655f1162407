//! Capture sources: where leads come from, how each maps what it says, and what it has delivered. All of it takes the
//! capability `manage_sources`. A source's secret and the key in its address are shown once and never again.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::body::Fields;
use super::query::Query;
use super::users::taken;
use super::{Call, Reply, keys, records, view};
use crate::access::Capabilities;
use crate::capture::answers::TARGETS;
use crate::capture::form::is_origin;
use crate::capture::{PROVIDERS, Provider};
use crate::error::{Code, Error, FieldError, Refusal, StoreError};
use crate::id::{SourceId, UserId, secret};
use crate::json;
use crate::model::{Candidate, Kind, Settings, Viewer};
use crate::record::decide::can_hold;
use crate::record::fields::{self, has_controls};
use crate::sql::{Stmt, read as read_value};
use crate::store::Results;
use crate::store::person::{UserRow, user_get};
use crate::store::source::{
    Config, Defaults, OnDuplicate, SourceRow, source_delete, source_get, source_insert, source_page, source_rotate, source_update,
};
use crate::time::HOUR;

/// How long the key before stays valid when a source gets another.
const OVERLAP: i64 = 24 * HOUR;
/// Random bytes in the key of an address.
const KEY_BYTES: usize = 24;
/// The longest secret.
const LONGEST_SECRET: usize = 500;
/// The most entries of a field map.
const MOST_MAPPED: usize = 200;
/// The longest question in a field map, in characters.
const LONGEST_QUESTION: usize = 500;
/// How often a change is made again when another one was first.
const ATTEMPTS: usize = 5;

/// A source as administrators see it.
fn shown(row: &SourceRow) -> Map<String, Json> {
    let Config { field_map, defaults, owner, on_duplicate, allowed_origins } = &row.config;
    let fields = [
        ("id", json!(row.id)),
        ("name", json!(row.name)),
        ("provider", json!(row.provider)),
        ("has_secret", json!(row.secret.is_some())),
        ("field_map", json!(field_map)),
        ("defaults", json!(defaults)),
        ("owner", owner.as_ref().map_or_else(|| json!("none"), |owner| json!({"user_id": owner}))),
        ("on_duplicate", json!(on_duplicate)),
        ("allowed_origins", json!(allowed_origins)),
        ("version", json!(row.version)),
        ("created_at", json!(row.created_at)),
        ("updated_at", json!(row.updated_at)),
    ];
    fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
}

fn capture_url(call: &Call<'_>, key: &str) -> Json {
    Json::from(format!("{}/v1/capture/{key}", call.request.origin))
}

/// Who calls, if they may manage sources, and what `statements` read.
pub async fn manager(call: &Call<'_>, statements: Vec<Stmt>) -> Result<(Box<Viewer>, Results), Error> {
    let (viewer, results) = call.ask(&call.credential()?, statements).await?;
    if viewer.capabilities.has(Capabilities::MANAGE_SOURCES) {
        return Ok((viewer, results));
    }
    Err(Refusal::forbidden("manage_sources", "ask_admin", "Your role lacks the capability `manage_sources`.").into())
}

/// The source that the path names, who calls, and what else was read.
pub async fn known(
    call: &Call<'_>,
    extra: impl FnOnce(&SourceId) -> Option<Stmt>,
) -> Result<(Box<Viewer>, Box<SourceRow>, Results), Error> {
    let id = call.id(0, SourceId::parse)?;
    let mut statements = vec![source_get(&call.credential()?, &id, call.ports.now)];
    statements.extend(extra(&id));
    let (viewer, mut results) = manager(call, statements).await?;
    let row = results.found::<SourceRow>()?;
    Ok((viewer, row, results))
}

/// `GET /v1/sources`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let before = query.cursor_id("sources", SourceId::parse)?;
    query.finish()?;
    let page = source_page(&call.credential()?, before.as_ref(), limit + 1, call.ports.now);
    let (_, mut results) = manager(call, vec![page]).await?;
    let (rows, next) = view::cut(results.all::<SourceRow>()?, limit, "sources", |row| vec![Json::from(row.id.as_str())]);
    let data: Vec<_> = rows.iter().map(shown).collect();
    Ok(view::page(call.request, &data, next))
}

/// `GET /v1/sources/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let (_, row, _) = known(call, |_| None).await?;
    Ok(Reply::json(200, &shown(&row)).tagged(row.version))
}

/// Reads what a body says of a source's configuration over what it was: absent keeps, null takes back (RFC 7396).
fn configure(body: &mut Fields, before: &Config) -> Config {
    let mut config = before.clone();
    if body.has("field_map") {
        match body.take("field_map") {
            None => config.field_map.clear(),
            Some(Json::Object(map)) => map_fields(body, map, &mut config.field_map),
            Some(_) => body.wrong("field_map", "not_an_object", "must be an object: question → lead field"),
        }
    }
    if body.has("defaults") {
        config.defaults = match body.object("defaults") {
            None => Defaults::default(),
            Some(mut inner) => {
                let defaults = defaults(&mut inner, before.defaults.clone());
                body.close(inner);
                defaults
            }
        };
    }
    if body.has("owner") {
        config.owner = owner(body);
    }
    if body.has("on_duplicate") {
        config.on_duplicate = body.choice("on_duplicate", OnDuplicate::ALL, OnDuplicate::text).unwrap_or_default();
    }
    if body.has("allowed_origins") {
        config.allowed_origins = body.strings("allowed_origins", 50).unwrap_or_default();
        for (index, origin) in config.allowed_origins.iter().enumerate() {
            if !is_origin(origin) {
                body.wrong(&format!("allowed_origins.{index}"), "invalid_origin", "must be scheme and host, as https://www.example.com");
            }
        }
    }
    config
}

fn map_fields(body: &mut Fields, given: Map<String, Json>, map: &mut BTreeMap<String, String>) {
    for (question, target) in given {
        let at = format!("field_map.{question}");
        let custom = |name: &str| {
            name.strip_prefix("fields.").is_some_and(|key| (1..=100).contains(&key.trim().chars().count()) && !has_controls(key))
        };
        match target {
            Json::Null => {
                map.remove(&question);
            }
            Json::String(name) if TARGETS.contains(&name.as_str()) || custom(&name) => {
                if question.trim().is_empty() || question.chars().count() > LONGEST_QUESTION {
                    body.wrong("field_map", "invalid_key", format!("a question has 1 to {LONGEST_QUESTION} characters"));
                }
                map.insert(question, name);
            }
            _ => body.wrong(&at, "unknown_value", format!("must be one of: {}, fields.<name>", TARGETS.join(", "))),
        }
    }
    if map.len() > MOST_MAPPED {
        body.wrong("field_map", "too_many", format!("must have at most {MOST_MAPPED} entries"));
    }
}

fn defaults(body: &mut Fields, mut defaults: Defaults) -> Defaults {
    if body.has("status") {
        defaults.status = body.text("status", 50);
    }
    if body.has("kind") {
        defaults.kind = body.choice("kind", Kind::ALL, Kind::text);
    }
    if body.has("source") {
        defaults.source = body.text("source", 100);
    }
    if body.has("tags") {
        let mut errors = Vec::new();
        let tags = body.take("tags").unwrap_or(Json::Null);
        let read = fields::read(&mut Map::from_iter([("tags".to_owned(), tags)]), &mut errors);
        for FieldError { field, code, detail } in errors {
            body.wrong(&field, code, detail);
        }
        defaults.tags = read.get("tags").and_then(|tags| read_value(tags.clone())).unwrap_or_default();
    }
    defaults
}

fn owner(body: &mut Fields) -> Option<UserId> {
    match body.rest().get("owner") {
        Some(Json::Object(_)) => {
            let mut inner = body.object("owner")?;
            let user = if inner.has("user_id") { inner.id("user_id", UserId::parse) } else { None };
            if user.is_none() && inner.errors.is_empty() {
                inner.wrong("user_id", "required", "is required");
            }
            body.close(inner);
            user
        }
        _ => {
            if body.take("owner").is_some_and(|word| word != "none") {
                body.wrong("owner", "unknown_value", "must be \"none\" or {\"user_id\"}");
            }
            None
        }
    }
}

/// The secret of a source of `provider`, when the body names one. Wrong where the vendor has none.
fn new_secret(body: &mut Fields, provider: &Provider) -> Option<String> {
    let kind = provider.secret?;
    let given = body.text("secret", LONGEST_SECRET)?;
    if !(kind.accepts)(&given) {
        body.wrong("secret", "invalid_secret", kind.rule);
    }
    Some(given)
}

/// What only the organisation knows of what changed: whether the status exists, and whether the owner can hold what comes.
fn check(before: &Config, config: &Config, settings: &Settings, owner: Option<UserRow>) -> Result<(), Refusal> {
    let chosen = |config: &Config| (config.defaults.kind, config.defaults.status.clone());
    if let (kind, Some(status)) = chosen(config)
        && chosen(before) != chosen(config)
    {
        let known = settings.statuses_of(kind.unwrap_or(Kind::Lead));
        if !known.contains(&status) {
            return Err(Refusal::field("defaults.status", "unknown_status", format!("must be one of: {}", known.join(", "))));
        }
    }
    if config.owner.is_some() && before.owner != config.owner {
        let user = owner.ok_or_else(|| Refusal::field("owner.user_id", "not_found", "there is no such person"))?;
        let UserRow { id, name, active, ceiling, capabilities, .. } = user;
        can_hold(&Candidate { id, name, active, ceiling, capabilities }, Code::AssigneeInactive, "owner.user_id")?;
    }
    Ok(())
}

/// `POST /v1/sources`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let (now, entropy) = (call.ports.now, call.ports.entropy);
    let mut body = Fields::read(call.request)?;
    let name = body.required_text("name", 100);
    let all: Vec<&Provider> = PROVIDERS.iter().collect();
    let before = body.errors.len();
    let provider = body.choice("provider", &all, |provider| provider.name).or_else(|| all.first().copied());
    let Some(provider) = provider else { return Err(StoreError::Corrupt("no provider".to_owned()).into()) };
    let given = if body.errors.len() == before {
        let given = new_secret(&mut body, provider);
        if given.is_none() && provider.secret.is_some_and(|secret| secret.mint.is_none()) {
            body.wrong("secret", "required", "is required: the vendor shows it");
        }
        given
    } else {
        // What its secret has to be, nobody knows of a provider that there is not.
        body.take("secret").and(None)
    };
    let config = configure(&mut body, &Config::default());
    body.finish()?;
    let extras = config.owner.as_ref().map(|owner| user_get(&credential, owner, now));
    let (viewer, mut results) = manager(call, extras.into_iter().collect()).await?;
    let owner = if config.owner.is_some() { results.first::<UserRow>()? } else { None };
    check(&Config::default(), &config, &viewer.settings, owner)?;
    let minted = if given.is_none() { provider.secret.and_then(|secret| secret.mint).map(|mint| mint(entropy)) } else { None };
    let key = secret(KEY_BYTES, entropy);
    let row = SourceRow {
        id: SourceId::mint(now, entropy),
        org: viewer.org,
        name,
        provider: provider.name.to_owned(),
        secret: given.or_else(|| minted.clone()),
        config,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    call.ports.db.batch(source_insert(&row, &keys::hash(&key), &viewer.id)).await.map_err(taken)?;
    let mut body = shown(&row);
    body.insert("capture_url".to_owned(), capture_url(call, &key));
    if let Some(minted) = minted {
        body.insert("secret".to_owned(), Json::from(minted));
    }
    Ok(Reply::json(201, &body).tagged(row.version).with("location", format!("/v1/sources/{}", row.id)))
}

/// `PATCH /v1/sources/{id}`
pub async fn change(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let now = call.ports.now;
    let seen = records::if_match(call)?;
    Fields::read(call.request)?;
    for _ in 0..ATTEMPTS {
        let (viewer, before, _) = known(call, |_| None).await?;
        super::records::as_seen(seen, before.version, "source", || Json::Object(shown(&before)))?;
        let provider = PROVIDERS.iter().find(|provider| provider.name == before.provider);
        let provider = provider.ok_or_else(|| StoreError::Corrupt(format!("a source of the unknown provider {}", before.provider)))?;
        let mut body = Fields::read(call.request)?;
        let mut after = before.clone();
        if body.has("name") {
            after.name = body.required_text("name", 100);
        }
        if provider.secret.is_some() && body.has("secret") {
            let wrong = body.errors.len();
            after.secret = new_secret(&mut body, provider);
            if after.secret.is_none() && body.errors.len() == wrong {
                body.wrong("secret", "required", "cannot be cleared");
            }
        }
        after.config = configure(&mut body, &before.config);
        body.finish()?;
        if after == before {
            return Ok(Reply::json(200, &shown(&before)).tagged(before.version));
        }
        if after.config != before.config {
            let owner = match &after.config.owner {
                Some(owner) => Results::new(call.ports.db.batch(vec![user_get(&credential, owner, now)]).await?).first::<UserRow>()?,
                None => None,
            };
            check(&before.config, &after.config, &viewer.settings, owner)?;
        }
        let statements = vec![source_update(&after, now), source_get(&credential, &before.id, now)];
        let mut results = Results::new(call.ports.db.batch(statements).await.map_err(taken)?);
        if results.take()?.is_empty() {
            continue;
        }
        let row = results.sure::<SourceRow>("a source that was just changed")?;
        return Ok(Reply::json(200, &shown(&row)).tagged(row.version));
    }
    Err(StoreError::Unavailable("the source is being changed elsewhere".to_owned()).into())
}

/// `DELETE /v1/sources/{id}`
pub async fn delete(call: &Call<'_>) -> Result<Reply, Error> {
    let (viewer, row, _) = known(call, |_| None).await?;
    call.ports.db.batch(vec![source_delete(&row.id, &viewer.org)]).await?;
    Ok(Reply::empty())
}

/// `POST /v1/sources/{id}/rotate_key`
pub async fn rotate_key(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    Fields::read(call.request)?.finish()?;
    let (_, row, _) = known(call, |_| None).await?;
    let now = call.ports.now;
    let key = secret(KEY_BYTES, call.ports.entropy);
    let until = now.plus(OVERLAP);
    call.ports.db.batch(source_rotate(&row.id, &keys::hash(&key), until, now)).await?;
    let mut body = shown(&row);
    body.insert("capture_url".to_owned(), capture_url(call, &key));
    body.insert("previous_key_valid_until".to_owned(), json!(until));
    Ok(Reply::json(200, &body).tagged(row.version))
}
