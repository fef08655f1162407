//! Capture sources and their deliveries.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::person::{Credential, WHO};
use crate::access::CALLER;
use crate::id::{DeliveryId, OrgId, RecordId, SourceId, UserId};
use crate::model::{Kind, Settings};
use crate::sql::{Column, Stmt, Value};
use crate::time::Timestamp;
use crate::{columns, params};

/// What a source decides, as stored in `source.config`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Config {
    /// Question id, ref, key or label → lead field.
    pub field_map: std::collections::BTreeMap<String, String>,
    /// What a new lead starts with.
    pub defaults: Defaults,
    /// Who owns it; nobody is the pool.
    pub owner: Option<UserId>,
    /// Whether a repeated person updates the open lead (`true`) or makes a second one.
    pub update_existing: bool,
    /// Origins a browser form may be redirected to.
    pub allowed_origins: Vec<String>,
}

/// What a new lead starts with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Defaults {
    /// Its status.
    pub status: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its `source`.
    pub source: Option<String>,
    /// What it is.
    pub kind: Option<Kind>,
}

impl Column for Config {
    fn read(value: Json) -> Option<Self> {
        serde_json::from_value(value).ok()
    }
}

/// A source.
#[derive(Clone, Debug)]
pub struct SourceRow {
    /// Which.
    pub id: SourceId,
    /// Whose.
    pub org: OrgId,
    /// Its name.
    pub name: String,
    /// Which vendor's format and signature.
    pub provider: String,
    /// What the vendor signs with.
    pub secret: Option<String>,
    /// What it decides.
    pub config: Config,
    /// Counts changes.
    pub version: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

columns!(SourceRow: id, org, name, provider, secret, config, version, created_at, updated_at);

const SOURCE: &str = "json_array(s.id, s.org_id, s.name, s.provider, s.secret, json(s.config), s.version, s.created_at, s.updated_at)";

/// A page of sources by id, newest first.
pub fn source_page(credential: &Credential, before: Option<&SourceId>, limit: i64, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([before.map_or(Value::from("~"), Value::from), limit.into()]);
    Stmt::new(
        format!(
            "{CALLER} SELECT {SOURCE} FROM source s WHERE s.org_id = (SELECT org_id FROM viewer) AND s.id < ?4 ORDER BY s.id DESC LIMIT ?5"
        ),
        params,
    )
}

/// One source of the caller's organisation, with who calls.
pub fn source_get(credential: &Credential, source: &SourceId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(source.into());
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(json({WHO}), json((SELECT {SOURCE} FROM source s WHERE s.id = ?4 AND s.org_id = (SELECT org_id FROM viewer))))"
        ),
        params,
    )
}

/// A source and its organisation's settings, by the key in a capture address.
pub fn source_by_key(hash: &str, now: Timestamp) -> Stmt {
    Stmt::new(
        format!(
            "SELECT json_array(json({SOURCE}), json(o.settings)) FROM source_key k JOIN source s ON s.id = k.source_id JOIN organization o ON o.id = s.org_id
             WHERE k.hash = ?1 AND (k.valid_until IS NULL OR k.valid_until > ?2)"
        ),
        params![hash, now],
    )
}

/// What [`source_by_key`] reads as.
pub type SourceAndSettings = (SourceRow, Settings);

/// A new source with its first key.
pub fn source_insert(source: &SourceRow, key_hash: &str, by: &UserId) -> Vec<Stmt> {
    vec![
        Stmt::new(
            "INSERT INTO source (id, org_id, name, provider, secret, config, created_by, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
            params![
                &source.id,
                &source.org,
                source.name.as_str(),
                source.provider.as_str(),
                source.secret.as_deref(),
                serde_json::to_string(&source.config).unwrap_or_default(),
                by,
                source.created_at
            ],
        ),
        Stmt::new(
            "INSERT INTO source_key (hash, source_id, created_at) VALUES (?1, ?2, ?3)",
            params![key_hash, &source.id, source.created_at],
        ),
    ]
}

/// Deletes a source, its keys and its deliveries.
pub fn source_delete(source: &SourceId, org: &OrgId) -> Stmt {
    Stmt::new("DELETE FROM source WHERE id = ?1 AND org_id = ?2", params![source, org])
}

/// One delivery to a source.
#[derive(Clone, Debug)]
pub struct NewDelivery<'a> {
    /// Its id.
    pub id: &'a DeliveryId,
    /// The organisation.
    pub org: &'a OrgId,
    /// The source.
    pub source: &'a SourceId,
    /// What tells it from others; nothing when it cannot be told.
    pub submission: Option<&'a str>,
    /// What became of it.
    pub status: &'a str,
    /// Why it failed.
    pub code: Option<&'a str>,
    /// What it became.
    pub record: Option<&'a RecordId>,
    /// Its media type.
    pub content_type: &'a str,
    /// Its raw body.
    pub body: &'a str,
}

/// Stores a delivery. Fails on `delivery_once` when the same submission was stored before.
pub fn delivery_insert(delivery: &NewDelivery<'_>, now: Timestamp) -> Stmt {
    Stmt::new(
        "INSERT INTO delivery (id, org_id, source_id, submission_key, status, code, record_id, content_type, body, received_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        params![
            delivery.id,
            delivery.org,
            delivery.source,
            delivery.submission,
            delivery.status,
            delivery.code,
            delivery.record,
            delivery.content_type,
            delivery.body,
            now
        ],
    )
}

/// A delivery as administrators see one.
#[derive(Clone, Debug, Serialize)]
pub struct DeliveryRow {
    /// Which.
    pub id: DeliveryId,
    /// What became of it.
    pub status: String,
    /// Why it failed.
    pub code: Option<String>,
    /// What it became.
    pub record_id: Option<RecordId>,
    /// When it came.
    pub received_at: Timestamp,
    /// Its media type.
    pub content_type: String,
    /// Its raw body, secrets removed.
    pub body: Option<String>,
}

columns!(DeliveryRow: id, status, code, record_id, received_at, content_type, body);

/// A page of a source's deliveries, newest first.
pub fn delivery_page(source: &SourceId, status: Option<&str>, before: Option<&DeliveryId>, limit: i64) -> Stmt {
    Stmt::new(
        "SELECT json_array(id, status, code, record_id, received_at, content_type, body) FROM delivery
         WHERE source_id = ?1 AND (?2 IS NULL OR status = ?2) AND id < ?3 ORDER BY id DESC LIMIT ?4",
        params![source, status, before.map_or(Value::from("~"), Value::from), limit],
    )
}

/// The delivery that a submission was stored as.
pub fn delivery_of(source: &SourceId, submission: &str) -> Stmt {
    Stmt::new("SELECT json_array(id) FROM delivery WHERE source_id = ?1 AND submission_key = ?2", params![source, submission])
}
