//! Capture sources, the keys in their addresses, and their deliveries.

use serde_json::Value as Json;
use std::collections::BTreeMap;

use super::person::Credential;
use super::rule::{next_turn, turn_delete};
use crate::access::CALLER;
use crate::id::{DeliveryId, OrgId, RecordId, SourceId, TeamId, UserId};
use crate::model::{Candidate, Kind, Settings};
use crate::record::words;
use crate::show::{self, Show};
use crate::sql::{Cells, Column, Stmt, Value};
use crate::time::Timestamp;
use crate::{columns, params, stored};

/// What a source decides, as stored in `source.config`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// Question id, reference, key or label → lead field.
    pub field_map: BTreeMap<String, String>,
    /// What a new lead starts with.
    pub defaults: Defaults,
    /// Who owns it; nobody is the pool.
    pub owner: Option<UserId>,
    /// The team whose active members own what comes by turns.
    pub round_robin: Option<TeamId>,
    /// Who works on it, too.
    pub collaborators: Vec<UserId>,
    /// What happens when the person is there already.
    pub on_duplicate: OnDuplicate,
    /// Origins that a browser may be redirected to.
    pub allowed_origins: Vec<String>,
    /// What Turnstile's tokens are checked with. Like the next and the last, it goes in and never out again.
    pub turnstile_secret: Option<String>,
    /// What a vendor repeats when the address is set up.
    pub verify_token: Option<String>,
    /// Where answers are asked for; the vendor's own address when not said.
    pub readback_url: Option<String>,
    /// What they are asked for with.
    pub readback_token: Option<String>,
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

stored!(Config: field_map, defaults, owner, round_robin, collaborators, on_duplicate, allowed_origins, turnstile_secret, verify_token, readback_url, readback_token);
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

macro_rules! source_shape {
    () => {
        "json_array(s.id, s.org_id, s.name, s.provider, s.secret, json(s.config), s.version, s.created_at, s.updated_at)"
    };
}

const SOURCE: &str = source_shape!();

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

/// A source as deliveries need it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The source.
    pub source: SourceRow,
    /// Its organisation's settings.
    pub settings: Settings,
    /// The person who is to own what comes: the one whom it names, or whose turn is next.
    pub owner: Option<Candidate>,
    /// Who works on it, too.
    pub collaborators: Vec<Candidate>,
}

columns!(Found: source, settings, owner, collaborators);

/// [`Found`] of the source `s` and its organisation `o`.
const FOUND: &str = concat!(
    "json_array(json(",
    source_shape!(),
    "), json(o.settings), json((SELECT json_array(u.id, u.name, u.active, r.ceiling, r.capabilities)
       FROM user u JOIN role r ON r.id = u.role_id WHERE u.org_id = s.org_id AND u.id = coalesce(json_extract(s.config, '$.owner'), ",
    next_turn!("s.id", "json_extract(s.config, '$.round_robin')", "s.org_id"),
    "))), json((SELECT json_group_array(json_array(u.id, u.name, u.active, r.ceiling, r.capabilities))
       FROM json_each(s.config, '$.collaborators') c CROSS JOIN user u ON u.id = c.value JOIN role r ON r.id = u.role_id WHERE u.org_id = s.org_id)))"
);

/// A source, by the SHA-256 of a key that is valid in its address.
pub fn source_by_key(hash: &str, now: Timestamp) -> Stmt {
    Stmt::new(
        format!(
            "SELECT {FOUND} FROM source_key k JOIN source s ON s.id = k.source_id JOIN organization o ON o.id = s.org_id
             WHERE k.hash = ?1 AND (k.valid_until IS NULL OR k.valid_until > ?2)"
        ),
        params![hash, now],
    )
}

/// A source of the caller's organisation, as deliveries need it.
pub fn source_found(credential: &Credential, source: &SourceId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(source.into());
    Stmt::new(
        format!(
            "{CALLER} SELECT {FOUND} FROM source s JOIN organization o ON o.id = s.org_id WHERE s.id = ?4 AND s.org_id = (SELECT org_id FROM caller WHERE active)"
        ),
        params,
    )
}

/// What still has to be done of a delivery, with its source.
pub fn delivery_open(delivery: &DeliveryId) -> Stmt {
    Stmt::new(
        format!(
            "SELECT json_array(json({FOUND}), json_array(b.content_type, json(b.headers), coalesce(b.body, ''), b.base64), b.body IS NULL, d.part, d.attempts)
             FROM delivery d JOIN delivery b ON b.id = coalesce(d.first_id, d.id) JOIN source s ON s.id = d.source_id JOIN organization o ON o.id = s.org_id
             WHERE d.id = ?1 AND d.status = 'received'"
        ),
        params![delivery],
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
pub fn source_delete(source: &SourceId, org: &OrgId) -> Vec<Stmt> {
    vec![turn_delete(source.as_str()), Stmt::new("DELETE FROM source WHERE id = ?1 AND org_id = ?2", params![source, org])]
}

/// What became of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing yet: the queue will take it up.
    Received,
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
    pub const ALL: &'static [Self] = &[Self::Received, Self::Created, Self::Updated, Self::Duplicate, Self::Ignored, Self::Failed];

    /// The word in the API and in the database.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Received => "received",
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
    /// The headers that reading it again takes.
    pub headers: Vec<(String, String)>,
    /// Its raw body without secrets, as text or as base64.
    pub body: String,
    /// Whether the body stands as base64 (1), because it is no text, or as text (0).
    pub base64: i64,
}

columns!(Content: content_type, headers, body, base64);

/// What tells one submission of a source from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Unique among the source's submissions.
    pub text: String,
    /// What the key would have been in the window of time before this one.
    pub earlier: Option<String>,
}

/// A delivery that has just come, with one submission in it or several.
#[derive(Clone, Debug)]
pub struct NewDelivery<'a> {
    /// The organisation.
    pub org: &'a OrgId,
    /// The source.
    pub source: &'a SourceId,
    /// The submissions: the id of each, and what tells it from others; nothing when it cannot be told, or when it need not be.
    pub parts: &'a [(DeliveryId, Option<Key>)],
    /// What becomes of them.
    pub status: Status,
    /// Why they fail or are ignored.
    pub code: Option<&'a str>,
    /// Its content.
    pub content: &'a Content,
    /// Since when a submission with the key of the window before is still the same one.
    pub since: Timestamp,
}

/// Whose open record stands in the way of a new one: of this kind, with this e-mail address or phone number.
#[derive(Clone, Copy, Debug)]
pub struct Alike<'a> {
    /// The kind.
    pub kind: Kind,
    /// The e-mail address.
    pub email: Option<&'a str>,
    /// The phone number.
    pub phone: Option<&'a str>,
}

macro_rules! alike {
    ($org:literal, $kind:literal, $email:literal, $phone:literal) => {
        concat!(
            "FROM record r WHERE r.num IN (SELECT num FROM record WHERE org_id = ",
            $org,
            " AND email_key = ",
            $email,
            " AND email_key IS NOT NULL
               UNION SELECT num FROM record WHERE org_id = ",
            $org,
            " AND phone_key = ",
            $phone,
            " AND phone_key IS NOT NULL) AND r.contact_id IS NULL AND r.shelf = ",
            $kind
        )
    };
}

fn alike_params(alike: Option<&Alike<'_>>) -> [Value; 3] {
    let email = alike.and_then(|alike| alike.email).map(words::email_key);
    let phone = alike.and_then(|alike| alike.phone).and_then(words::phone_key);
    [alike.map(|alike| alike.kind.text()).into(), email.into(), phone.into()]
}

/// The newest open record that is alike, neither in the trash nor converted: `[id]`.
pub fn record_open_alike(org: &OrgId, alike: &Alike<'_>) -> Stmt {
    let mut params = params![org];
    params.extend(alike_params(Some(alike)));
    Stmt::new(concat!("SELECT json_array(r.id) ", alike!("?1", "?2", "?3", "?4"), " ORDER BY r.created_at DESC, r.id DESC LIMIT 1"), params)
}

/// The tag of a record that may be somebody's second one.
pub const POSSIBLE_DUPLICATE: &str = "possible duplicate";

/// Marks a record that the same batch has made, if an open one was `alike` before.
pub fn record_mark_alike(record: &RecordId, org: &OrgId, alike: &Alike<'_>, most: usize) -> Vec<Stmt> {
    let mut params = params![org];
    params.extend(alike_params(Some(alike)));
    params.extend(params![record, POSSIBLE_DUPLICATE, i64::try_from(most).unwrap_or(0)]);
    vec![
        Stmt::new(
            concat!(
                "UPDATE record SET tags = json_insert(tags, '$[#]', ?6) WHERE id = ?5 AND json_array_length(tags) < ?7
                 AND NOT EXISTS (SELECT 1 FROM json_each(tags) WHERE value = ?6) AND EXISTS (SELECT 1 ",
                alike!("?1", "?2", "?3", "?4"),
                " AND r.id <> ?5)"
            ),
            params,
        ),
        Stmt::new(
            "UPDATE event SET data = json_set(data, '$.changes.tags', json_object('from', json_array(), 'to', json((SELECT tags FROM record WHERE id = ?1))))
             WHERE record_id = ?1 AND seq = 1 AND EXISTS (SELECT 1 FROM record r, json_each(r.tags) t WHERE r.id = ?1 AND t.value = ?2)",
            params![record, POSSIBLE_DUPLICATE],
        ),
    ]
}

/// Stores a delivery. The unique index on what tells submissions apart decides at commit which copy is the first; the others
/// are stored as duplicates of it. What would become a new record is only received while a record is `alike`. The last
/// statement reads `[id, status]` of each submission.
pub fn delivery_insert(new: &NewDelivery<'_>, alike: Option<&Alike<'_>>, now: Timestamp) -> Vec<Stmt> {
    let key = |key: Option<&String>| key.map_or(Json::Null, |key| Json::from(key.as_str()));
    let parts: Json = new
        .parts
        .iter()
        .map(|(id, of)| {
            let earlier = of.as_ref().and_then(|of| of.earlier.as_ref());
            Json::from(vec![Json::from(id.as_str()), key(of.as_ref().map(|of| &of.text)), key(earlier)])
        })
        .collect();
    let headers: Json = new.content.headers.iter().map(|(name, value)| Json::from(vec![name.as_str(), value])).collect();
    let mut params = params![
        new.org,
        new.source,
        new.parts.first().map(|(id, _)| id),
        show::text(&parts),
        new.content.content_type.as_str(),
        show::text(&headers),
        new.content.body.as_str(),
        new.content.base64,
        now
    ];
    let copies = Stmt::new(
        "INSERT INTO delivery (id, org_id, source_id, status, record_id, content_type, headers, body, base64, received_at, part, first_id)
         SELECT p.value ->> 0, ?1, ?2, 'duplicate',
           (SELECT d.record_id FROM delivery d WHERE d.source_id = ?2 AND d.submission_key IN (p.value ->> 1, p.value ->> 2) ORDER BY d.id DESC LIMIT 1),
           ?5, ?6, iif(p.key = 0, ?7, NULL), ?8, ?9, p.key, iif(p.key = 0, NULL, ?3)
         FROM json_each(?4) p WHERE NOT EXISTS (SELECT 1 FROM delivery WHERE id = p.value ->> 0)",
        params.clone(),
    );
    params.extend(params![new.since, new.status.text(), new.code]);
    params.extend(alike_params(alike));
    let first = Stmt::new(
        concat!(
            "INSERT INTO delivery (id, org_id, source_id, submission_key, status, code, content_type, headers, body, base64, received_at, part, first_id, due_at)
             SELECT p.value ->> 0, ?1, ?2, p.value ->> 1, iif(?11 = 'created' AND EXISTS (SELECT 1 ",
            alike!("?1", "?13", "?14", "?15"),
            "), 'received', ?11), ?12, ?5, ?6, iif(p.key = 0, ?7, NULL), ?8, ?9, p.key, iif(p.key = 0, NULL, ?3), ?9
             FROM json_each(?4) p WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.source_id = ?2 AND d.submission_key = p.value ->> 2 AND d.received_at > ?10)
             ON CONFLICT (source_id, submission_key) WHERE submission_key IS NOT NULL DO NOTHING"
        ),
        params,
    );
    vec![first, copies]
}

/// What became of a delivery's submissions, in their order: `[id, status]`.
pub fn delivery_told(first: &DeliveryId) -> Stmt {
    Stmt::new(
        "SELECT json_array(id, status) FROM delivery WHERE id = ?1 UNION ALL SELECT json_array(id, status) FROM (
           SELECT id, status FROM delivery WHERE first_id = ?1 ORDER BY part)",
        params![first],
    )
}

/// Takes up what was only received: it becomes a new record, unless a record is `alike`.
pub fn delivery_take(delivery: &DeliveryId, org: &OrgId, alike: Option<&Alike<'_>>) -> Stmt {
    let mut params = params![org];
    params.extend(alike_params(alike));
    params.push(delivery.into());
    Stmt::new(
        concat!(
            "UPDATE delivery SET status = 'created', code = NULL WHERE id = ?5 AND status = 'received' AND NOT EXISTS (SELECT 1 ",
            alike!("?1", "?2", "?3", "?4"),
            ")"
        ),
        params,
    )
}

/// Notes which record a delivery became, when the same batch has made it.
pub fn delivery_made(delivery: &DeliveryId, record: &RecordId) -> Stmt {
    Stmt::new("UPDATE delivery SET record_id = ?2 WHERE id = ?1 AND EXISTS (SELECT 1 FROM record WHERE id = ?2)", params![delivery, record])
}

/// A delivery that was only received lands on `record`. Fails on the delivery's key when it has landed already.
pub fn delivery_land(delivery: &DeliveryId, record: &RecordId) -> Vec<Stmt> {
    vec![
        Stmt::new(
            "INSERT INTO delivery (id, org_id, source_id, status, content_type, base64, received_at)
             SELECT id, org_id, source_id, status, content_type, base64, received_at FROM delivery WHERE id = ?1 AND status <> 'received'",
            params![delivery],
        ),
        Stmt::new("UPDATE delivery SET status = 'updated', code = NULL, record_id = ?2 WHERE id = ?1", params![delivery, record]),
    ]
}

/// Whether a delivery is only received: `[1]`.
pub fn delivery_waits(delivery: &DeliveryId) -> Stmt {
    Stmt::new("SELECT json_array(1) FROM delivery WHERE id = ?1 AND status = 'received'", params![delivery])
}

/// What was received comes to an end without a record.
pub fn delivery_end(delivery: &DeliveryId, status: Status, code: &str) -> Stmt {
    Stmt::new("UPDATE delivery SET status = ?2, code = ?3 WHERE id = ?1 AND status = 'received'", params![delivery, status.text(), code])
}

/// What was received waits until `due` for another attempt.
pub fn delivery_wait(delivery: &DeliveryId, code: &str, due: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE delivery SET code = ?2, due_at = ?3, attempts = attempts + 1 WHERE id = ?1 AND status = 'received'",
        params![delivery, code, due],
    )
}

/// What failed is to be taken up again: `[1]`, or nothing when it had not failed or its body is gone.
pub fn delivery_replay(delivery: &DeliveryId, now: Timestamp) -> [Stmt; 2] {
    [
        Stmt::new(
            "SELECT json_array(1) FROM delivery d JOIN delivery b ON b.id = coalesce(d.first_id, d.id) AND b.body IS NOT NULL
             WHERE d.id = ?1 AND d.status = 'failed'",
            params![delivery],
        ),
        Stmt::new(
            "UPDATE delivery SET status = 'received', code = NULL, attempts = 0, due_at = ?2 WHERE id = ?1 AND status = 'failed'
               AND EXISTS (SELECT 1 FROM delivery b WHERE b.id = coalesce(delivery.first_id, delivery.id) AND b.body IS NOT NULL)",
            params![delivery, now],
        ),
    ]
}

/// Deliveries that were to be taken up before `before`: `[id]`, the longest overdue first.
pub fn delivery_overdue(before: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        "SELECT json_array(id) FROM delivery WHERE status = 'received' AND due_at < ?1 ORDER BY due_at LIMIT ?2",
        params![before, limit],
    )
}

/// Empties the raw bodies of what came before `before`: the oldest, at most `limit`.
pub fn delivery_forget(before: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        "UPDATE delivery SET body = NULL WHERE id IN (SELECT id FROM delivery WHERE body IS NOT NULL AND received_at < ?1 ORDER BY received_at LIMIT ?2)",
        params![before, limit],
    )
}

/// The record that an earlier submission of a source became: `[id]`.
pub fn delivery_record(source: &SourceId, key: &str) -> Stmt {
    Stmt::new(
        "SELECT json_array(record_id) FROM delivery WHERE source_id = ?1 AND submission_key = ?2 AND record_id IS NOT NULL",
        params![source, key],
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
    let filter = if status.is_some() { "AND d.status = ?5" } else { "AND ?5 IS NULL" };
    Stmt::new(
        format!(
            "SELECT json_array(d.id, d.source_id, d.status, d.code, d.record_id, d.received_at, d.content_type, length(b.body), substr(b.body, 1, ?4), d.base64)
             FROM delivery d JOIN delivery b ON b.id = coalesce(d.first_id, d.id) WHERE d.source_id = ?1 AND d.id < ?2 {filter} ORDER BY d.id DESC LIMIT ?3"
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
            "{CALLER} SELECT json_array(d.id, d.source_id, d.status, d.code, d.record_id, d.received_at, d.content_type, length(b.body), b.body, d.base64)
             FROM delivery d JOIN delivery b ON b.id = coalesce(d.first_id, d.id) WHERE d.id = ?4 AND d.org_id = (SELECT org_id FROM caller WHERE active)"
        ),
        params,
    )
}
