//! Records: reading one with how the caller stands to it, writing what an event changed, and the timeline.

use serde_json::Value as Json;
use std::collections::BTreeMap;

use super::person::{Credential, WHO, Who};
use super::{first, parse};
use crate::access::{CALLER, SEES};
use crate::error::StoreError;
use crate::id::{BulkId, DeliveryId, OrgId, RecordId, UserId};
use crate::model::{Actor, Grant, Kind, Owner, Record};
use crate::record::event::Event;
use crate::record::words;
use crate::show::{self, Show};
use crate::sql::{Rows, Stmt, Value};
use crate::time::Timestamp;
use crate::{columns, json, params};

/// Record `r` with its owner, all its collaborators, and the access rows whose principals the caller holds,
/// between two principals.
macro_rules! record_shape {
    ($low:literal, $high:literal, $owner_active:literal) => {
        concat!(
            "json_array(
  r.id, r.org_id, r.kind, r.name, r.company, r.title, r.email, r.phone, r.website, r.status, r.source, r.amount, r.currency,
  json(r.tags), json(r.fields), r.owner_id, r.owner_name, ",
            $owner_active,
            ", r.version, r.created_at, r.updated_at, r.last_activity_at, r.deleted_at, r.contact_id, r.deal_id,
  json((SELECT json_group_array(json_array(a.principal, a.source, a.permissions, a.level, a.expires_at, a.id, a.granted_at, a.person, a.active))
    FROM access a
    WHERE a.record_id = r.id AND a.principal >= ",
            $low,
            " AND a.principal < ",
            $high,
            " AND (a.person IS NOT NULL OR +a.principal IN (SELECT name FROM principal)))))"
        )
    };
}

/// Record `r` with its owner and, from a statement that begins with `access::CALLER`, all its collaborators and the
/// access rows whose principals the caller holds.
pub const RECORD: &str = record_shape!("''", "'~'", "(SELECT o.active FROM user o WHERE o.id = r.owner_id)");

/// The same in a list, whose `scan` tells from where to where it is worth looking: whoever sees everything needs none but the
/// collaborators. Whether an owner is active decides nothing there, and is not asked.
pub const RECORD_LISTED: &str = record_shape!("scan.low", "scan.high", "1");

/// The same with only the access rows that the caller holds: for what belongs to a record and does not show it.
pub const RECORD_ACCESS: &str = "json_array(
  r.id, r.org_id, r.kind, r.name, r.company, r.title, r.email, r.phone, r.website, r.status, r.source, r.amount, r.currency,
  json(r.tags), json(r.fields), r.owner_id, r.owner_name, (SELECT o.active FROM user o WHERE o.id = r.owner_id), r.version, r.created_at, r.updated_at, r.last_activity_at, r.deleted_at, r.contact_id, r.deal_id,
  json((SELECT json_group_array(json_array(a.principal, a.source, a.permissions, a.level, a.expires_at, a.id, a.granted_at, NULL, NULL))
    FROM principal p CROSS JOIN access a ON a.record_id = r.id AND a.principal = p.name)))";

/// What [`RECORD`] and [`RECORD_ACCESS`] read as.
pub struct RecordRow {
    id: RecordId,
    org: OrgId,
    kind: Kind,
    name: Option<String>,
    company: Option<String>,
    title: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    website: Option<String>,
    status: String,
    source: Option<String>,
    amount: Option<i64>,
    currency: Option<String>,
    tags: Vec<String>,
    fields: BTreeMap<String, Json>,
    owner_id: Option<UserId>,
    owner_name: Option<String>,
    owner_active: Option<i64>,
    version: i64,
    created_at: Timestamp,
    updated_at: Timestamp,
    last_activity_at: Timestamp,
    deleted_at: Option<Timestamp>,
    contact_id: Option<RecordId>,
    deal_id: Option<RecordId>,
    grants: Vec<Grant>,
}

columns!(RecordRow: id, org, kind, name, company, title, email, phone, website, status, source, amount, currency, tags, fields, owner_id, owner_name, owner_active, version, created_at, updated_at, last_activity_at, deleted_at,
    contact_id,
    deal_id,
    grants);

impl RecordRow {
    /// The record and the access rows that came with it.
    pub fn model(self) -> (Record, Vec<Grant>) {
        let owner = self.owner_id.map(|id| Owner { id, name: self.owner_name.unwrap_or_default(), active: self.owner_active == Some(1) });
        let record = Record {
            id: self.id,
            org: self.org,
            kind: self.kind,
            name: self.name,
            company: self.company,
            title: self.title,
            email: self.email,
            phone: self.phone,
            website: self.website,
            status: self.status,
            source: self.source,
            amount: self.amount,
            currency: self.currency,
            tags: self.tags,
            fields: self.fields,
            owner,
            version: self.version,
            created_at: self.created_at,
            updated_at: self.updated_at,
            last_activity_at: self.last_activity_at,
            deleted_at: self.deleted_at,
            contact_id: self.contact_id,
            deal_id: self.deal_id,
        };
        (record, self.grants)
    }
}

/// A record of the caller's organisation, with who calls, in one row. `shape` is [`RECORD`] or [`RECORD_ACCESS`]; no
/// `kind` takes any.
pub fn record_get(credential: &Credential, record: &RecordId, kind: Option<Kind>, shape: &'static str, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([Value::from(record), kind.map(Kind::text).into()]);
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(json({WHO}), json((SELECT {shape} FROM record r
             WHERE r.id = ?4 AND (?5 IS NULL OR r.kind = ?5) AND r.org_id = (SELECT org_id FROM caller WHERE active))))"
        ),
        params,
    )
}

/// A record by itself, with its collaborators' access rows: for what no person does. Without `org` in any organisation.
pub fn record_plain(record: &RecordId, org: Option<&OrgId>) -> Stmt {
    Stmt::new(
        format!(
            "WITH principal (name) AS (SELECT NULL WHERE 0) SELECT {RECORD} FROM record r WHERE r.id = ?1 AND (?2 IS NULL OR r.org_id = ?2)"
        ),
        params![record, org],
    )
}

/// Whether somebody ever took the record from the pool, or got it from there: `[1]`.
pub fn event_claimed(record: &RecordId) -> Stmt {
    Stmt::new(
        "SELECT json_array(1) FROM event WHERE record_id = ?1 AND (type = 'claimed' OR (type = 'assigned' AND data ->> '$.from' IS NULL)) LIMIT 1",
        params![record],
    )
}

/// A record and the access rows that came with it.
pub type Found = (Record, Vec<Grant>);

/// What [`record_get`] returned: who calls, and the record if there is one in their organisation.
pub fn record_got(rows: &Rows) -> Result<(Who, Option<Found>), StoreError> {
    let (who, row): (Who, Option<RecordRow>) = first(rows)?.ok_or_else(|| StoreError::Corrupt("no record row".to_owned()))?;
    Ok((who, row.map(RecordRow::model)))
}

/// One row of [`RECORD`].
pub fn record_row(row: &str) -> Result<(Record, Vec<Grant>), StoreError> {
    parse::<RecordRow>(row).map(RecordRow::model)
}

/// A record's first row. Its owner's access row comes by trigger. With a delivery nothing is written unless that became a new
/// record, which the same batch has decided.
pub fn record_insert(record: &Record, delivery: Option<&DeliveryId>) -> Stmt {
    let mut params = row_params(record);
    params.push(delivery.into());
    Stmt::new(
        "INSERT INTO record (num, id, org_id, kind, name, company, title, email, phone, website, status, source, amount, currency, tags, fields,
           owner_id, version, created_at, updated_at, last_activity_at, name_key, search, email_key, phone_key)
         SELECT (SELECT coalesce(max(num), 0) + 1 FROM record), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
           ?21, ?22, ?23, ?24
         WHERE ?25 IS NULL OR EXISTS (SELECT 1 FROM delivery WHERE id = ?25 AND status = 'created' AND record_id IS NULL)",
        params,
    )
}

fn row_params(record: &Record) -> Vec<Value> {
    params![
        &record.id,
        &record.org,
        record.kind.text(),
        record.name.as_deref(),
        record.company.as_deref(),
        record.title.as_deref(),
        record.email.as_deref(),
        record.phone.as_deref(),
        record.website.as_deref(),
        record.status.as_str(),
        record.source.as_deref(),
        record.amount,
        record.currency.as_deref(),
        show::text(&record.tags.show()),
        show::text(&record.fields.show()),
        record.owner.as_ref().map(|owner| &owner.id),
        record.version,
        record.created_at,
        record.updated_at,
        record.last_activity_at,
        words::name_key(record),
        words::of_record(record),
        record.email.as_deref().map(words::email_key),
        record.phone.as_deref().and_then(words::phone_key),
    ]
}

/// Writes the record as it is now; it was `before`. The event rows of the same batch hold the lock: a writer that saw an older
/// version fails on their key and takes this back. What an index goes by is named only where it moved: what is named is written
/// to each of its indexes.
pub fn record_update(before: &Record, record: &Record) -> Stmt {
    let mut params = row_params(record);
    let (deleted, contact, deal) = (record.deleted_at, record.contact_id.as_ref(), record.deal_id.as_ref());
    params.extend([deleted.into(), contact.into(), deal.into(), (&record.id).into()]);
    let keys = [
        (", amount = ?12", before.amount != record.amount),
        (", name_key = ?21", words::name_key(before) != words::name_key(record)),
        (", email_key = ?23", before.email != record.email),
        (", phone_key = ?24", before.phone != record.phone),
        (", deleted_at = ?25", before.deleted_at != deleted),
        (", contact_id = ?26", before.contact_id.as_ref() != contact),
        (", deal_id = ?27", before.deal_id.as_ref() != deal),
    ];
    let moved: String = keys.iter().filter(|(_, moved)| *moved).map(|(key, _)| *key).collect();
    Stmt::new(
        format!(
            "UPDATE record SET name = ?4, company = ?5, title = ?6, email = ?7, phone = ?8, website = ?9, status = ?10, source = ?11,
               currency = ?13, tags = ?14, fields = ?15, owner_id = ?16, version = ?17, updated_at = ?19, last_activity_at = ?20,
               search = ?22{moved}
             WHERE id = ?28 AND org_id = ?2 AND kind = ?3 AND created_at = ?18"
        ),
        params,
    )
}

/// Appends one event to a record that there is, numbered as the record's version; `act` is the number of the first event of
/// the same act. `told`: whether people are told, and the action on many records that it is part of. Fails on its key when another writer was first.
pub fn event_insert(record: &Record, act: i64, event: &Event, actor: &Actor, told: (bool, Option<&BulkId>), at: Timestamp) -> Stmt {
    Stmt::new(
        "INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_id, actor_name, data, notify, act, bulk)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12 WHERE EXISTS (SELECT 1 FROM record WHERE id = ?1)",
        params![
            &record.id,
            record.version,
            &record.org,
            event.kind(),
            at,
            actor.kind.text(),
            actor.id.as_deref(),
            actor.name.as_str(),
            event.data().to_string(),
            told.0,
            act,
            told.1
        ],
    )
}

/// Appends the events that follow on the first of a record, in one statement and one act with it.
pub fn event_insert_all(record: &Record, events: &[Event], actor: &Actor, notify: bool, at: Timestamp) -> Stmt {
    let list: Json = events.iter().map(|event| json!([event.kind(), event.data()])).collect();
    Stmt::new(
        "INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_id, actor_name, data, notify, act)
         SELECT ?1, ?2 + e.key, ?3, e.value ->> 0, ?4, ?5, ?6, ?7, e.value -> 1, ?9, 1 FROM json_each(?8) e WHERE EXISTS (SELECT 1 FROM record WHERE id = ?1)",
        params![
            &record.id,
            record.version + 1,
            &record.org,
            at,
            actor.kind.text(),
            actor.id.as_deref(),
            actor.name.as_str(),
            show::text(&list),
            notify
        ],
    )
}

/// The paths of the fields that changed after version `seen`, one row each.
pub fn event_changed_since(record: &RecordId, seen: i64) -> Stmt {
    Stmt::new(
        "SELECT DISTINCT json_quote(c.key) FROM event e, json_each(e.data, '$.changes') c WHERE e.record_id = ?1 AND e.seq > ?2 AND e.type IN ('updated', 'converted')",
        params![record, seen],
    )
}

/// A timeline entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its number: 1, 2, 3, … without gaps.
    pub seq: i64,
    /// What happened.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub actor: Actor,
    /// What exactly.
    pub data: Json,
}

columns!(Entry: seq, kind, at, actor, data);

impl Show for Entry {
    fn show(&self) -> Json {
        json!({"seq": self.seq, "type": self.kind, "at": self.at, "actor": self.actor, "data": self.data})
    }
}

/// A page of a record's timeline, newest first.
pub fn event_page(record: &RecordId, before: Option<i64>, limit: i64) -> Stmt {
    Stmt::new(
        "SELECT json_array(seq, type, at, json_array(actor_id, actor_name, actor_type), json(data)) FROM event
         WHERE record_id = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3",
        params![record, before.unwrap_or(1 << 52), limit],
    )
}

/// A record's timeline after the entry `since`, oldest first.
pub fn event_after(record: &RecordId, since: i64, limit: i64) -> Stmt {
    Stmt::new(
        "SELECT json_array(seq, type, at, json_array(actor_id, actor_name, actor_type), json(data)) FROM event
         WHERE record_id = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
        params![record, since, limit],
    )
}

/// Removes for good, with all that belongs to them, the records that went to the trash before `before`: the oldest, at most
/// `limit`.
pub fn record_purge(before: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        "DELETE FROM record WHERE num IN (SELECT num FROM record WHERE deleted_at IS NOT NULL AND deleted_at < ?1 ORDER BY deleted_at LIMIT ?2)",
        params![before, limit],
    )
}

/// Records of the organisation with this e-mail or phone that are not in the trash, those first that the caller sees, newest first: for telling duplicates.
pub fn record_alike(credential: &Credential, kind: Kind, email: Option<&str>, phone: Option<&str>, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([kind.text().into(), email.map(words::email_key).into(), phone.and_then(words::phone_key).into()]);
    Stmt::new(
        format!(
            "{CALLER}, alike (num) AS MATERIALIZED (
               SELECT num FROM record WHERE org_id = (SELECT org_id FROM viewer) AND email_key = ?5 AND email_key IS NOT NULL
               UNION SELECT num FROM record WHERE org_id = (SELECT org_id FROM viewer) AND phone_key = ?6 AND phone_key IS NOT NULL)
             SELECT {RECORD} FROM alike CROSS JOIN record r ON r.num = alike.num
             WHERE r.shelf = ?4 ORDER BY {SEES} DESC, r.created_at DESC, r.id DESC LIMIT 20"
        ),
        params,
    )
}
