//! Capture sources: where leads come from, how each maps what it says, and what it has delivered. All of it takes the
//! capability `manage_sources`. A source's secret and the key in its address are shown once and never again.

use serde_json::{Map, Value as Json};

use super::body::Fields;
use super::query::Query;
use super::source_config::{LONGEST_SECRET, check, configure, named};
use super::users::taken;
use super::{Call, MOST_CAPTURE, Reply, keys, records, view};
use crate::access::Capabilities;
use crate::capture::{Content, Inbound, PROVIDERS, Provider, Unreadable};
use crate::error::{Code, Error, Refusal, StoreError};
use crate::flow::capture::{Prepared, provider_of};
use crate::id::{DeliveryId, RecordId, SourceId, secret};
use crate::json;
use crate::model::Viewer;
use crate::record::fields;
use crate::show::gather;
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::source::{
    Config, Found, SourceRow, record_open_alike, source_delete, source_found, source_get, source_insert, source_page, source_rotate,
    source_update,
};
use crate::time::HOUR;

/// How long the key before stays valid when a source gets another.
const OVERLAP: i64 = 24 * HOUR;
/// Random bytes in the key of an address.
const KEY_BYTES: usize = 24;
/// How often a change is made again when another one was first.
pub const ATTEMPTS: usize = 5;

/// A source as administrators see it.
fn shown(row: &SourceRow) -> Map<String, Json> {
    let config = &row.config;
    let owner = match (&config.owner, &config.round_robin) {
        (Some(user), _) => json!({"user_id": user}),
        (None, Some(team)) => json!({"round_robin_team_id": team}),
        (None, None) => json!("none"),
    };
    let has_token = config.readback_token.is_some();
    let readback = json!({"base_url": config.readback_url, "has_access_token": has_token});
    let fields = [
        ("id", json!(row.id)),
        ("name", json!(row.name)),
        ("provider", json!(row.provider)),
        ("has_secret", json!(row.secret.is_some())),
        ("field_map", json!(config.field_map)),
        ("defaults", json!(config.defaults)),
        ("owner", owner),
        ("collaborators", json!(config.collaborators)),
        ("on_duplicate", json!(config.on_duplicate)),
        ("allowed_origins", json!(config.allowed_origins)),
        ("has_turnstile_secret", json!(config.turnstile_secret.is_some())),
        ("has_verify_token", json!(config.verify_token.is_some())),
        ("readback", if has_token || config.readback_url.is_some() { readback } else { Json::Null }),
        ("version", json!(row.version)),
        ("created_at", json!(row.created_at)),
        ("updated_at", json!(row.updated_at)),
    ];
    gather(fields.map(|(name, value)| (name.to_owned(), value)))
}

fn capture_url(call: &Call<'_>, key: &str) -> Json {
    Json::from(format!("{}/v1/capture/{key}", call.request.origin))
}

/// Who calls, if they have this capability, and what `statements` read.
pub async fn entitled(call: &Call<'_>, capability: Capabilities, statements: Vec<Stmt>) -> Result<(Box<Viewer>, Results), Error> {
    let (viewer, results) = call.ask(&call.credential()?, statements).await?;
    if viewer.capabilities.has(capability) {
        return Ok((viewer, results));
    }
    let missing = capability.names().next().unwrap_or_default();
    Err(Refusal::forbidden(missing, "ask_admin", format!("Your role lacks the capability `{missing}`.")).into())
}

/// Who calls, if they may manage sources, and what `statements` read.
pub async fn manager(call: &Call<'_>, statements: Vec<Stmt>) -> Result<(Box<Viewer>, Results), Error> {
    entitled(call, Capabilities::MANAGE_SOURCES, statements).await
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

/// The secret of a source of `provider`, when the body names one. Wrong where the vendor has none.
fn new_secret(body: &mut Fields, provider: &Provider) -> Option<String> {
    if !provider.has_secret() {
        return None;
    }
    let given = body.text("secret", LONGEST_SECRET)?;
    if !provider.accepts(&given) {
        body.wrong("secret", "invalid_secret", "must be `whsec_` and base64");
    }
    Some(given)
}

/// A new key for an address, after the shard that it leads to.
fn new_key(call: &Call<'_>) -> String {
    call.config.shard.tag() + &secret(KEY_BYTES, call.ports.entropy)
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
    // What its secret has to be, nobody knows of a provider that there is not.
    let given = if body.errors.len() == before { new_secret(&mut body, provider) } else { body.take("secret").and(None) };
    let config = configure(&mut body, &Config::default());
    body.finish()?;
    let (viewer, mut results) = manager(call, named(&credential, &Config::default(), &config, now)).await?;
    check(&Config::default(), &config, &viewer.settings, &mut results)?;
    let minted = if given.is_none() { provider.mint(entropy) } else { None };
    let key = new_key(call);
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
        let provider = provider_of(PROVIDERS, &before)?;
        let mut body = Fields::read(call.request)?;
        let mut after = before.clone();
        if body.has("name") {
            after.name = body.required_text("name", 100);
        }
        if provider.has_secret() && body.has("secret") {
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
            let statements = named(&credential, &before.config, &after.config, now);
            let mut found = Results::new(call.ports.db.batch(statements).await?);
            check(&before.config, &after.config, &viewer.settings, &mut found)?;
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
    call.ports.db.batch(source_delete(&row.id, &viewer.org)).await?;
    Ok(Reply::empty())
}

/// `POST /v1/sources/{id}/rotate_key`
pub async fn rotate_key(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    Fields::read(call.request)?.finish()?;
    let (_, row, _) = known(call, |_| None).await?;
    let now = call.ports.now;
    let key = new_key(call);
    let until = now.plus(OVERLAP);
    call.ports.db.batch(source_rotate(&row.id, &keys::hash(&key), until, now)).await?;
    let mut body = shown(&row);
    body.insert("capture_url".to_owned(), capture_url(call, &key));
    body.insert("previous_key_valid_until".to_owned(), json!(until));
    Ok(Reply::json(200, &body).tagged(row.version))
}

/// `POST /v1/sources/{id}/test`: what a body would become, sent as the vendor would send it but without a signature. Stores nothing.
pub async fn test(call: &Call<'_>) -> Result<Reply, Error> {
    let id = call.id(0, SourceId::parse)?;
    let (viewer, mut results) = manager(call, vec![source_found(&call.credential()?, &id, call.ports.now)]).await?;
    let found: Found = results.first()?.ok_or_else(Refusal::not_found)?;
    let body = call.request.body.as_deref().filter(|body| body.len() <= MOST_CAPTURE);
    let body = body.ok_or_else(|| Refusal::new(Code::TooLarge, "A delivery may have at most 256 KB."))?;
    let provider = provider_of(PROVIDERS, &found.source)?;
    let submissions = match (provider.parse)(&Inbound { method: "POST", url: "", headers: &call.request.headers, body }) {
        Ok(parsed) => match parsed.content {
            Content::Submissions(all) if !all.is_empty() => all,
            Content::Submissions(_) => return Ok(Reply::json(200, &json!({"status": "ignored", "code": "empty"}))),
            Content::Ignored(why) => return Ok(Reply::json(200, &json!({"status": "ignored", "code": why}))),
        },
        Err(Unreadable::MediaType(known)) => return Err(Refusal::new(Code::UnsupportedMediaType, format!("Send {known}.")).into()),
        Err(Unreadable::Shape(detail)) => return Err(Refusal::new(Code::Invalid, detail).into()),
    };
    let mut told = Vec::new();
    for submission in &submissions {
        if submission.reference.is_some() || submission.adds_to.is_some() {
            told.push(json!({"status": "queued"}));
            continue;
        }
        let delivery = DeliveryId::mint(call.ports.now, call.ports.entropy);
        told.push(match found.prepare(call.ports, submission, &delivery) {
            Err(code) => json!({"status": "failed", "code": code}),
            Ok(Prepared { patch, record, rest, .. }) => {
                let present = match found.alike(&patch) {
                    Some(alike) => {
                        Results::new(call.ports.db.batch(vec![record_open_alike(&viewer.org, &alike)]).await?).first::<(RecordId,)>()?
                    }
                    None => None,
                };
                let names = fields::NAMES.iter().filter(|name| **name != "fields");
                let mut lead: Map<String, Json> = gather(names.map(|name| ((*name).to_owned(), fields::get(&record, name))));
                lead.insert("kind".to_owned(), json!(record.kind));
                lead.insert("fields".to_owned(), json!(record.fields));
                lead.insert("owner".to_owned(), json!(found.owner().map(|owner| json!({"id": owner.id, "name": owner.name}))));
                let status = if present.is_some() { "updated" } else { "created" };
                json!({"status": status, "lead": lead, "record_id": present.map(|(id,)| id), "answers": rest})
            }
        });
    }
    let mut body = told[0].clone();
    if told.len() > 1 {
        body["submissions"] = Json::from(told);
    }
    Ok(Reply::json(200, &body))
}
