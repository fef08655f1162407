//! The organisation and its settings.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::{Call, Reply, view};
use crate::access::Capabilities;
use crate::error::{Code, Error, Refusal, StoreError};
use crate::flow::identity::may_read_keys;
use crate::model::{CollaboratorPolicy, IdentityProvider, Keep, Kind, Pool, Settings, Viewer};
use crate::sql::Rows;
use crate::store::Results;
use crate::store::org::{OrgRow, Provider, org_get, org_update, provider_find};
use crate::store::person::Who;

fn got(rows: Rows) -> Result<(Box<Viewer>, Box<OrgRow>), Error> {
    let (who, org): (Who, Option<Box<OrgRow>>) =
        Results::new(vec![rows]).first()?.ok_or_else(|| StoreError::Corrupt("no organisation row".to_owned()))?;
    let viewer = who.viewer()?;
    Ok((viewer, org.ok_or_else(|| StoreError::Corrupt("a caller without an organisation".to_owned()))?))
}

async fn known(call: &Call<'_>) -> Result<(Box<Viewer>, Box<OrgRow>), Error> {
    let credential = call.credential()?;
    got(call.ports.db.batch(vec![org_get(&credential, call.ports.now)]).await?.pop().unwrap_or_default())
}

/// `GET /v1/organization`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let (viewer, org) = known(call).await?;
    call.met(&viewer);
    Ok(Reply::json(200, &view::organization(&org)).tagged(org.version))
}

/// Merges a patch of the settings: what is null goes back to its default.
fn merge(body: &mut Fields, settings: &Settings, insecure: bool) -> Settings {
    let mut merged = settings.clone();
    let usual = Settings::default();
    macro_rules! set {
        ($name:literal, $field:ident, $read:expr) => {
            if body.has($name) {
                let value = $read;
                merged.$field = value.unwrap_or_else(|| usual.$field.clone());
            }
        };
    }
    set!("pool", pool, body.choice("pool", Pool::ALL, Pool::text));
    set!("collaborator_policy", collaborator_policy, body.choice("collaborator_policy", CollaboratorPolicy::ALL, CollaboratorPolicy::text));
    set!("multiple_assignment", multiple_assignment, body.boolean("multiple_assignment"));
    set!("reveal_existence", reveal_existence, body.boolean("reveal_existence"));
    set!("request_ttl_days", request_ttl_days, body.integer("request_ttl_days", 1, 365));
    set!("request_cooldown_hours", request_cooldown_hours, body.integer("request_cooldown_hours", 0, 24 * 365));
    set!("allowed_origins", allowed_origins, origins(body));
    if body.has("transfer") {
        match body.object("transfer") {
            None => merged.transfer = usual.transfer.clone(),
            Some(mut transfer) => {
                if transfer.has("keep_previous_owner") {
                    merged.transfer.keep_previous_owner =
                        transfer.choice("keep_previous_owner", Keep::ALL, Keep::text).unwrap_or(usual.transfer.keep_previous_owner);
                }
                if transfer.has("keep_collaborators") {
                    merged.transfer.keep_collaborators =
                        transfer.boolean("keep_collaborators").unwrap_or(usual.transfer.keep_collaborators);
                }
                body.close(transfer);
            }
        }
    }
    if body.has("jwt") {
        merged.jwt = body.object("jwt").map(|mut said| {
            let before = merged.jwt.take().unwrap_or_default();
            let mut text = |name: &str, before: String| {
                let text = if said.has(name) || before.is_empty() { said.required_text(name, 500) } else { before };
                if !text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
                    said.wrong(name, "invalid_characters", "must be printable ASCII");
                }
                text
            };
            let after = IdentityProvider {
                issuer: text("issuer", before.issuer),
                audience: text("audience", before.audience),
                jwks_url: text("jwks_url", before.jwks_url),
            };
            if !after.jwks_url.is_empty() && !may_read_keys(&after.jwks_url, insecure) {
                said.wrong("jwks_url", "invalid_url", "must be an https address of a public name");
            }
            body.close(said);
            after
        });
    }
    if body.has("statuses") {
        match body.object("statuses") {
            None => merged.statuses.clone_from(&usual.statuses),
            Some(mut statuses) => {
                for kind in Kind::ALL {
                    if statuses.has(kind.text()) {
                        let list = words(&mut statuses, kind.text());
                        let list = list.unwrap_or_else(|| usual.statuses_of(*kind).to_vec());
                        match kind {
                            Kind::Lead => merged.statuses.lead = list,
                            Kind::Contact => merged.statuses.contact = list,
                            Kind::Deal => merged.statuses.deal = list,
                        }
                    }
                }
                body.close(statuses);
            }
        }
    }
    merged
}

/// Statuses: 1 to 50 different words of letters, digits, `_` and `-`.
fn words(body: &mut Fields, name: &str) -> Option<Vec<String>> {
    let list = body.strings(name, 50)?;
    let fine = |word: &String| !word.is_empty() && word.len() <= 50 && word.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    let twice = list.iter().enumerate().any(|(index, word)| list[..index].contains(word));
    if list.is_empty() || twice || !list.iter().all(fine) {
        body.wrong(name, "invalid_statuses", "must be 1 to 50 different words of letters, digits, `_` and `-`");
        return None;
    }
    Some(list)
}

/// Origins as a browser sends them: scheme, host, and a port where it is not the usual one.
fn origins(body: &mut Fields) -> Option<Vec<String>> {
    let list = body.strings("allowed_origins", 50)?;
    for (index, origin) in list.iter().enumerate() {
        let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
        let fine = host.is_some_and(|host| {
            !host.is_empty()
                && host.len() <= 255
                && host.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | ':' | '[' | ']'))
        });
        if !fine {
            body.wrong(&format!("allowed_origins.{index}"), "invalid_origin", "must be scheme and host, as https://app.example.com");
        }
    }
    Some(list)
}

fn is_taken() -> Error {
    Refusal::new(Code::IdentityProviderTaken, "Another organisation takes tokens of this issuer for this audience.").into()
}

/// Turns an identity provider that another organisation has into `409`.
fn taken(error: StoreError) -> Error {
    match error {
        StoreError::Conflict(key) if key.contains("organization_by_provider") => is_taken(),
        error => error.into(),
    }
}

/// Refuses an identity provider that an organisation on another shard has; an index does that on the own one.
async fn free_elsewhere(call: &Call<'_>, provider: Option<&IdentityProvider>) -> Result<(), Error> {
    let Some(provider) = provider else { return Ok(()) };
    for place in call.outside.everywhere(call.config.shard, call.ports.db).skip(1) {
        let asked = provider_find(&provider.issuer, std::slice::from_ref(&provider.audience));
        if Results::new(place.db.batch(vec![asked]).await?).first::<Provider>()?.is_some() {
            return Err(is_taken());
        }
    }
    Ok(())
}

/// How often a change is decided again when somebody else was first.
const ATTEMPTS: usize = 8;

/// `PATCH /v1/organization`
pub async fn change(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let seen = super::records::if_match(call)?;
    for _ in 0..ATTEMPTS {
        let (viewer, before) = known(call).await?;
        call.met(&viewer);
        let mut body = Fields::read(call.request)?;
        let name = if body.has("name") { Some(body.required_text("name", 200)) } else { None };
        let mut after = before.clone();
        if let Some(mut settings) = body.object("settings") {
            after.settings = merge(&mut settings, &before.settings, call.config.insecure_jwks);
            body.close(settings);
        }
        body.finish()?;
        if !viewer.capabilities.has(Capabilities::MANAGE_SETTINGS) {
            return Err(Refusal::forbidden("manage_settings", "ask_admin", "Your role lacks the capability `manage_settings`.").into());
        }
        super::records::as_seen(seen, before.version, "organisation", || view::organization(&before))?;
        after.name = name.unwrap_or(after.name);
        if after.settings == before.settings && after.name == before.name {
            return Ok(Reply::json(200, &view::organization(&before)).tagged(before.version));
        }
        if after.settings.jwt != before.settings.jwt {
            free_elsewhere(call, after.settings.jwt.as_ref()).await?;
        }
        let statements = vec![org_update(&after, call.ports.now), org_get(&credential, call.ports.now)];
        let mut results = Results::new(call.ports.db.batch(statements).await.map_err(taken)?);
        let written = results.first::<Json>()?.is_some();
        let (_, row) = got(results.take()?)?;
        if written {
            call.loosens(None);
            return Ok(Reply::json(200, &view::organization(&row)).tagged(row.version));
        }
    }
    Err(StoreError::Unavailable("the organisation is being changed from elsewhere".to_owned()).into())
}
