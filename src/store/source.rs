//! Capture sources, the keys in their addresses, and their deliveries.

use serde_json::Value as Json;
use std::collections::BTreeMap;

use super::person::Credential;
use crate::access::CALLER;
use crate::id::{DeliveryId, OrgId, RecordId, SourceId, UserId};
use crate::model::{Candidate, Kind, Settings};
use crate::record::words;
use crate::show::{self, Show};
use crate::sql::{Cells, Column, Stmt, Value};
use crate::time::Timestamp;
use crate::{columns, params, stored, wire};

/// What a source decides, as stored in `source.config`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// Question id, reference, key or label → lead field.
    pub field_map: BTreeMap<String, String>,
    /// What a new lead starts with.
    pub defaults: Defaults,
    /// Who owns it; nobody is the pool.
    pub owner: Option<UserId>,
    /// What happens when the person is there already.
    pub on_duplicate: OnDuplicate,
    /// Origins that a browser may be redirected to.
    pub allowed_origins: Vec<String>,
}

/// What a new lead starts with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Defaults {
    /// Its status; the first of its kind when not said.
    pub status: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Its `source`; the source's name when not said.
    pub source: Option<String>,
    /// What it is; a lead when not said.
    pub kind: Option<Kind>,
}

stored!(Config: field_map, defaults, owner, on_duplicate, allowed_origins);
stored!(Defaults: status, tags, source, kind);

/// What happens when there is an open lead with the same e-mail address or phone number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnDuplicate {
    /// It is told of the submission, and its empty fields are filled.
    #[default]
    Update,
    /// There will be a second one.
    Create,
}

impl Show for OnDuplicate {
    fn show(&self) -> Json {
        self.text().show()
    }
}

impl Column for OnDuplicate {
    fn read(cells: &mut Cells) -> Self {
        let word = cells.text();
        let found = Self::ALL.iter().copied().find(|one| word == one.text());
        cells.or_spoil(found, Self::Update)
    }
}

impl OnDuplicate {
    /// Both.
    pub const ALL: &'static [Self] = &[Self::Update, Self::Create];

    /// The word in the API.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Create => "create",
        }
    }
}

/// A source.
#[derive(Clone, Debug, PartialEq)]
pub struct SourceRow {
    /// Which.
    pub id: SourceId,
    /// Whose.
    pub org: OrgId,
    /// Its name.
    pub name: String,
    /// Which vendor's format and signature.
    pub provider: String,
    /// What the vendor signs with. Goes in, and never out again.
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

/// A page of sources, newest first.
pub fn source_page(credential: &Credential, before: Option<&SourceId>, limit: i64, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([before.map_or(Value::from("~"), Value::from), limit.into()]);
    Stmt::new(
        format!(
            "{CALLER} SELECT {SOURCE} FROM source s WHERE s.org_id = (SELECT org_id FROM caller WHERE active) AND s.id < ?4 ORDER BY s.id DESC LIMIT ?5"
        ),
        params,
    )
}

/// One source of the caller's organisation.
pub fn source_get(credential: &Credential, source: &SourceId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(source.into());
    Stmt::new(
        format!("{CALLER} SELECT {SOURCE} FROM source s WHERE s.id = ?4 AND s.org_id = (SELECT org_id FROM caller WHERE active)"),
        params,
    )
}

/// What [`source_by_key`] reads as: the source, its organisation's settings, and the person who is to own what comes.
pub type Found = (SourceRow, Settings, Option<Candidate>);

/// A source, by the SHA-256 of a key that is valid in its address.
pub fn source_by_key(hash: &str, now: Timestamp) -> Stmt {
    Stmt::new(
        format!(
            "SELECT json_array(json({SOURCE}), json(o.settings), json((SELECT json_array(u.id, u.name, u.active, r.ceiling, r.capabilities)
               FROM user u JOIN role r ON r.id = u.role_id WHERE u.id = json_extract(s.config, '$.owner') AND u.org_id = s.org_id)))
             FROM source_key k JOIN source s ON s.id = k.source_id JOIN organization o ON o.id = s.org_id
             WHERE k.hash = ?1 AND (k.valid_until IS NULL OR k.valid_until > ?2)"
        ),
        params![hash, now],
    )
}

fn config(source: &SourceRow) -> String {
    show::text(&source.config.show())
}

/// A new source with its first key. Fails on `source.name` when the name is in use.
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
                config(source),
                by,
                source.created_at
            ],
        ),
        source_key_insert(&source.id, key_hash, source.created_at),
    ]
}

fn source_key_insert(source: &SourceId, hash: &str, now: Timestamp) -> Stmt {
    Stmt::new("INSERT INTO source_key (hash, source_id, created_at) VALUES (?1, ?2, ?3)", params![hash, source, now])
}

/// Changes the source that still has its `version`; no row comes back when somebody else was first.
pub fn source_update(source: &SourceRow, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE source SET name = ?3, secret = ?4, config = ?5, version = version + 1, updated_at = ?6
         WHERE id = ?1 AND org_id = ?2 AND version = ?7 RETURNING json_array(id)",
        params![&source.id, &source.org, source.name.as_str(), source.secret.as_deref(), config(source), now, source.version],
    )
}

/// Gives a source another key; those it has end at `until`, unless they end sooner.
pub fn source_rotate(source: &SourceId, key_hash: &str, until: Timestamp, now: Timestamp) -> Vec<Stmt> {
    vec![
        Stmt::new("DELETE FROM source_key WHERE source_id = ?1 AND valid_until <= ?2", params![source, now]),
        Stmt::new("UPDATE source_key SET valid_until = ?2 WHERE source_id = ?1 AND valid_until IS NULL", params![source, until]),
        source_key_insert(source, key_hash, now),
    ]
}

/// Deletes a source, its keys and its deliveries. The leads that came from it stay.
pub fn source_delete(source: &SourceId, org: &OrgId) -> Stmt {
    Stmt::new("DELETE FROM source WHERE id = ?1 AND org_id = ?2", params![source, org])
}

/// What became of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// A new lead.
    Created,
    /// Something new on a lead that was there.
    Updated,
    /// Nothing: the same submission had come before.
    Duplicate,
    /// Nothing: it was not meant to.
    Ignored,
    /// Nothing, though it should have.
    Failed,
}

impl Status {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Created, Self::Updated, Self::Duplicate, Self::Ignored, Self::Failed];

    /// The word in the API and in the database.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Duplicate => "duplicate",
            Self::Ignored => "ignored",
            Self::Failed => "failed",
        }
    }
}

impl Show for Status {
    fn show(&self) -> Json {
        self.text().show()
    }
}

impl Column for Status {
    fn read(cells: &mut Cells) -> Self {
        let word = cells.text();
        let found = Self::ALL.iter().copied().find(|status| word == status.text());
        cells.or_spoil(found, Self::Failed)
    }
}

/// A delivery's content, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Its content type.
    pub content_type: String,
    /// Its raw body without secrets, as text or as base64.
    pub body: String,
    /// Whether the body stands as base64, because it is no text.
    pub base64: bool,
}

/// What tells one submission of a source from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Unique among the source's submissions.
    pub text: String,
    /// What the key would have been in the window of time before this one, and since when a submission with that key is
    /// still the same one.
    pub earlier: Option<(String, i64)>,
}

wire!(struct Content: content_type, body, base64);
wire!(struct Key: text, earlier);

/// One delivery to a source.
#[derive(Clone, Debug)]
pub struct NewDelivery<'a> {
    /// Its id.
    pub id: &'a DeliveryId,
    /// The organisation.
    pub org: &'a OrgId,
    /// The source.
    pub source: &'a SourceId,
    /// What tells it from others; nothing when it cannot be told, or when it need not be.
    pub key: Option<&'a Key>,
    /// What became of it.
    pub status: Status,
    /// Why it failed or was ignored.
    pub code: Option<&'a str>,
    /// What it became.
    pub record: Option<&'a RecordId>,
    /// Its content.
    pub content: &'a Content,
}

/// Stores a delivery. Fails on a key of `delivery` when the same submission was stored before: on `delivery_once`, or, when
/// it was in the window of time before, on its own id, because then it is inserted twice.
pub fn delivery_insert(delivery: &NewDelivery<'_>, now: Timestamp) -> Stmt {
    let earlier = delivery.key.and_then(|key| key.earlier.as_ref());
    Stmt::new(
        "INSERT INTO delivery (id, org_id, source_id, submission_key, status, code, record_id, content_type, body, base64, received_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 FROM (
           SELECT 1 UNION ALL SELECT 1 FROM delivery WHERE source_id = ?3 AND submission_key = ?12 AND received_at > ?13)",
        params![
            delivery.id,
            delivery.org,
            delivery.source,
            delivery.key.map(|key| key.text.as_str()),
            delivery.status.text(),
            delivery.code,
            delivery.record,
            delivery.content.content_type.as_str(),
            delivery.content.body.as_str(),
            delivery.content.base64,
            now,
            earlier.map(|(key, _)| key.as_str()),
            earlier.map(|(_, since)| *since),
        ],
    )
}

/// Fails on the id of `delivery`, which the same batch has stored, when another open record than `record` has this e-mail
/// address or phone number: then somebody else was first, and it is to be decided again.
pub fn delivery_alone(delivery: &DeliveryId, record: &RecordId, kind: Kind, email: Option<&str>, phone: Option<&str>) -> Stmt {
    Stmt::new(
        "INSERT INTO delivery (id, org_id, source_id, status, content_type, base64, received_at)
         SELECT d.id, d.org_id, d.source_id, d.status, d.content_type, d.base64, d.received_at FROM delivery d WHERE d.id = ?1 AND EXISTS (
           SELECT 1 FROM record r WHERE r.num IN (
             SELECT num FROM record WHERE org_id = d.org_id AND email_key = ?4 AND email_key IS NOT NULL
             UNION SELECT num FROM record WHERE org_id = d.org_id AND phone_key = ?5 AND phone_key IS NOT NULL)
           AND r.shelf = ?3 AND r.id <> ?2)",
        params![delivery, record, kind.text(), email.map(words::email_key), phone.and_then(words::phone_key)],
    )
}

/// What a submission was stored as before, and the record it became: `[id, record]`.
pub fn delivery_of(source: &SourceId, key: &Key) -> Stmt {
    let earlier = key.earlier.as_ref();
    Stmt::new(
        "SELECT json_array(id, record_id) FROM delivery WHERE source_id = ?1 AND submission_key = ?2
         UNION ALL SELECT json_array(id, record_id) FROM delivery WHERE source_id = ?1 AND submission_key = ?3 AND received_at > ?4",
        params![source, key.text.as_str(), earlier.map(|(key, _)| key.as_str()), earlier.map(|(_, since)| *since)],
    )
}

/// A delivery as administrators see one.
#[derive(Clone, Debug)]
pub struct DeliveryRow {
    /// Which.
    pub id: DeliveryId,
    /// Of which source.
    pub source_id: SourceId,
    /// What became of it.
    pub status: Status,
    /// Why it failed or was ignored.
    pub code: Option<String>,
    /// What it became.
    pub record_id: Option<RecordId>,
    /// When it came.
    pub received_at: Timestamp,
    /// Its content type.
    pub content_type: String,
    /// How long its body is, as it is kept; nothing once it has been emptied.
    pub length: Option<i64>,
    /// The body's beginning.
    pub body: Option<String>,
    /// Whether the body stands as base64 (1) or as text (0).
    pub base64: i64,
}

columns!(DeliveryRow: id, source_id, status, code, record_id, received_at, content_type, length, body, base64);

/// A page of a source's deliveries, newest first, each with the first `body` characters of its body.
pub fn delivery_page(source: &SourceId, status: Option<Status>, before: Option<&DeliveryId>, body: i64, limit: i64) -> Stmt {
    let filter = if status.is_some() { "AND status = ?5" } else { "AND ?5 IS NULL" };
    Stmt::new(
        format!(
            "SELECT json_array(id, source_id, status, code, record_id, received_at, content_type, length(body), substr(body, 1, ?4), base64) FROM delivery
             WHERE source_id = ?1 AND id < ?2 {filter} ORDER BY id DESC LIMIT ?3"
        ),
        params![source, before.map_or(Value::from("~"), Value::from), limit, body, status.map(Status::text)],
    )
}

/// One delivery of the caller's organisation, whole.
pub fn delivery_get(credential: &Credential, delivery: &DeliveryId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(delivery.into());
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(id, source_id, status, code, record_id, received_at, content_type, length(body), body, base64)
             FROM delivery WHERE id = ?4 AND org_id = (SELECT org_id FROM caller WHERE active)"
        ),
        params,
    )
}
