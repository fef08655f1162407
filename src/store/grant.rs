//! Grants: what events do to access rows, and shares as people see them.

use super::person::Credential;
use crate::access::{self, CALLER, Permissions, SEES};
use crate::id::{GrantId, RecordId, UserId};
use crate::model::{Kind, Level, Recipient, Record};
use crate::record::event::{Cause, Event, ShareTerms};
use crate::sql::{Stmt, Value};
use crate::time::Timestamp;
use crate::{columns, params};
use serde_json::Value as Json;

struct NewGrant<'a> {
    principal: String,
    source: &'static str,
    permissions: Permissions,
    level: Option<Level>,
    expires_at: Option<Timestamp>,
    id: &'a GrantId,
    parent: Option<&'a GrantId>,
    by: Option<&'a str>,
    reason: Option<&'a str>,
    /// Whether the terms of what is there already are changed: then it stays known when and by whom that was given.
    keeps_giver: bool,
}

/// One manual grant per recipient and kind: giving again replaces.
fn put(record: &Record, grant: &NewGrant<'_>, now: Timestamp) -> Stmt {
    Stmt::new(
        "INSERT INTO access (record_id, principal, source, permissions, level, expires_at, id, granted_by, granted_at, reason, parent_id,
           num, shelf, updated_at, created_at, name_key, amount_key)
         SELECT r.id, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, r.num, r.shelf, r.updated_at, r.created_at, r.name_key, r.amount_key FROM record r WHERE r.id = ?1
         ON CONFLICT (record_id, principal) DO UPDATE SET permissions = excluded.permissions, level = excluded.level, expires_at = excluded.expires_at,
           granted_by = iif(?12, granted_by, excluded.granted_by), granted_at = iif(?12, granted_at, excluded.granted_at),
           id = excluded.id, reason = excluded.reason, parent_id = excluded.parent_id",
        params![
            &record.id,
            grant.principal.as_str(),
            grant.source,
            grant.permissions.bits(),
            grant.level.map(Level::text),
            grant.expires_at,
            grant.id,
            grant.by,
            now,
            grant.reason,
            grant.parent,
            i64::from(grant.keeps_giver)
        ],
    )
}

fn remove(record: &RecordId, principal: &str) -> Stmt {
    Stmt::new("DELETE FROM access WHERE record_id = ?1 AND principal = ?2", params![record, principal])
}

/// What `event`, done by the user `by`, does to the access rows of `record` (as it is after the event).
pub fn grant_effects(record: &Record, event: &Event, by: Option<&str>, now: Timestamp) -> Vec<Stmt> {
    match event {
        Event::CollaboratorAdded { id, user, level, until } => vec![put(
            record,
            &NewGrant {
                principal: access::collaborator(&user.id),
                source: "collaborator",
                permissions: level.permissions(),
                level: Some(*level),
                expires_at: *until,
                id,
                parent: None,
                by,
                reason: None,
                keeps_giver: false,
            },
            now,
        )],
        Event::CollaboratorChanged { user, to, until, .. } => vec![Stmt::new(
            "UPDATE access SET permissions = ?3, level = ?4, expires_at = ?5 WHERE record_id = ?1 AND principal = ?2",
            params![&record.id, access::collaborator(&user.id), to.permissions().bits(), to.text(), *until],
        )],
        // Whoever becomes the owner has given freely from now on: what hung on their grant hangs on nothing.
        Event::CollaboratorRemoved { user, cause: Cause::BecameOwner, .. } => vec![
            Stmt::new(
                "UPDATE access SET parent_id = NULL WHERE parent_id = (SELECT id FROM access WHERE record_id = ?1 AND principal = ?2)",
                params![&record.id, access::collaborator(&user.id)],
            ),
            remove(&record.id, &access::collaborator(&user.id)),
        ],
        Event::CollaboratorRemoved { user, .. } => vec![remove(&record.id, &access::collaborator(&user.id))],
        Event::Shared(share) | Event::ShareChanged { share, .. } => vec![put(
            record,
            &NewGrant {
                principal: share.with.principal(&record.org),
                source: "share",
                permissions: share.permissions,
                level: None,
                expires_at: share.expires_at,
                id: &share.id,
                parent: share.parent.as_ref(),
                by,
                reason: share.reason.as_deref(),
                keeps_giver: matches!(event, Event::ShareChanged { again: false, .. }),
            },
            now,
        )],
        Event::ShareEnded(share) => vec![remove(&record.id, &share.with.principal(&record.org))],
        _ => Vec::new(),
    }
}

/// Gives `to` the grants of `from` that `ids` names (`[principal, new id, what it hangs on there]` each), with who gave them and when.
pub fn grant_carry(from: &RecordId, to: &RecordId, ids: &Json) -> Stmt {
    Stmt::new(
        "INSERT INTO access (record_id, principal, source, permissions, level, expires_at, id, granted_by, granted_at, reason,
           parent_id, num, shelf, updated_at, created_at, name_key, amount_key)
         SELECT r.id, a.principal, a.source, a.permissions, a.level, a.expires_at, j.value ->> 1, a.granted_by, a.granted_at, a.reason,
           j.value ->> 2, r.num, r.shelf, r.updated_at, r.created_at, r.name_key, r.amount_key
         FROM json_each(?3) j CROSS JOIN access a ON a.record_id = ?1 AND a.principal = j.value ->> 0 CROSS JOIN record r ON r.id = ?2",
        params![from, to, crate::show::text(ids)],
    )
}

/// A person as a recipient, in the organisation of `org_of`.
pub fn candidate(org: &crate::id::OrgId, user: &UserId) -> Stmt {
    Stmt::new(
        "SELECT json_array(u.id, u.name, u.active, r.ceiling, r.capabilities) FROM user u JOIN role r ON r.id = u.role_id WHERE u.id = ?2 AND u.org_id = ?1",
        params![org, user],
    )
}

/// Whether a person sees a record (`[1]`), for `must_see`.
pub fn sees_already(record: &RecordId, user: &UserId, now: Timestamp) -> Stmt {
    let mut params = Credential::User(user.clone()).params(now);
    params.push(record.into());
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(1) FROM record r WHERE r.id = ?4 AND r.deleted_at IS NULL AND r.org_id = (SELECT org_id FROM viewer) AND {SEES}"
        ),
        params,
    )
}

/// A collaborator as lists show them.
#[derive(Clone, Debug)]
pub struct CollaboratorRow {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// How much they may do.
    pub level: Level,
    /// The same, before the ceiling.
    pub permissions: Permissions,
    /// The most their role allows.
    pub ceiling: Permissions,
    /// Until when.
    pub expires_at: Option<Timestamp>,
    /// Who added them.
    pub added_by: Option<UserId>,
    /// Their name.
    pub added_by_name: Option<String>,
    /// When.
    pub added_at: Timestamp,
}

columns!(CollaboratorRow: id, name, level, permissions, ceiling, expires_at, added_by, added_by_name, added_at);

const COLLABORATOR: &str =
    "json_array(u.id, u.name, a.level, a.permissions & CASE WHEN json_extract(o.settings, '$.multiple_assignment') THEN 255 ELSE 227 END, r.ceiling, a.expires_at, g.id, g.name, a.granted_at)
  FROM access a JOIN user u ON u.id = substr(a.principal, 8) JOIN role r ON r.id = u.role_id JOIN organization o ON o.id = u.org_id
  LEFT JOIN user g ON g.id = a.granted_by";

/// A record's live collaborators, in the order they were added.
pub fn collaborator_page(record: &RecordId, after: Option<&(i64, UserId)>, limit: i64, now: Timestamp) -> Stmt {
    let (at, id) = after.map_or((Value::Int(-1), Value::from("")), |(at, id)| (Value::Int(*at), id.into()));
    Stmt::new(
        format!(
            "SELECT {COLLABORATOR} WHERE a.record_id = ?1 AND a.principal > 'collab:' AND a.principal < 'collab;' AND u.active = 1
             AND (a.expires_at IS NULL OR a.expires_at > ?2) AND (a.granted_at, u.id) > (?3, ?4) ORDER BY a.granted_at, u.id LIMIT ?5"
        ),
        params![record, now, at, id, limit],
    )
}

/// One collaborator of a record.
pub fn collaborator_get(record: &RecordId, user: &UserId) -> Stmt {
    Stmt::new(format!("SELECT {COLLABORATOR} WHERE a.record_id = ?1 AND a.principal = 'collab:' || ?2"), params![record, user])
}

/// A share as people see one.
#[derive(Clone, Debug)]
pub struct ShareRow {
    /// Its id.
    pub id: GrantId,
    /// On which record.
    pub record: RecordId,
    /// The record's kind.
    pub kind: Kind,
    /// The record's name, or what stands for it.
    pub record_name: Option<String>,
    /// `user:…`, `team:…` or `org:…`.
    pub principal: String,
    /// The name of the person, the team or the organisation.
    pub with_name: Option<String>,
    /// The ceiling of the person's role; nothing for teams and everyone.
    pub ceiling: Option<Permissions>,
    /// Whether the person is active (1); nothing for teams and everyone.
    pub active: Option<i64>,
    /// What was ticked.
    pub permissions: Permissions,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// Why it was given.
    pub reason: Option<String>,
    /// Who gave it.
    pub granted_by: Option<UserId>,
    /// Their name.
    pub granted_by_name: Option<String>,
    /// When.
    pub granted_at: Timestamp,
    /// The grant it hangs on.
    pub parent: Option<GrantId>,
}

columns!(ShareRow: id, record, kind, record_name, principal, with_name, ceiling, active, permissions, expires_at, reason, granted_by, granted_by_name, granted_at, parent);

impl ShareRow {
    /// As an event tells it.
    pub fn terms(&self) -> Option<ShareTerms> {
        Some(ShareTerms {
            id: self.id.clone(),
            with: Recipient::of(&self.principal)?,
            with_name: self.with_name.clone().unwrap_or_default(),
            permissions: self.permissions,
            expires_at: self.expires_at,
            reason: self.reason.clone(),
            parent: self.parent.clone(),
        })
    }
}

/// What stands for a record's name.
const NAME: &str = "coalesce(r.name, r.email, r.phone)";

const SHARE: &str = "json_array(a.id, r.id, r.kind, coalesce(r.name, r.email, r.phone), a.principal,
    CASE substr(a.principal, 1, 4) WHEN 'user' THEN u.name WHEN 'team' THEN t.name ELSE n.name END, ur.ceiling, u.active,
    a.permissions, a.expires_at, a.reason, g.id, g.name, a.granted_at, a.parent_id)
  FROM access a CROSS JOIN record r ON r.id = a.record_id JOIN organization n ON n.id = r.org_id
  LEFT JOIN user u ON u.id = substr(a.principal, 6) AND a.principal >= 'user:' AND a.principal < 'user;'
  LEFT JOIN role ur ON ur.id = u.role_id
  LEFT JOIN team t ON t.id = substr(a.principal, 6) AND a.principal >= 'team:' AND a.principal < 'team;'
  LEFT JOIN user g ON g.id = a.granted_by";

/// The live shares of a record, newest first.
pub fn share_page(record: &RecordId, before: Option<&GrantId>, limit: i64, now: Timestamp) -> Stmt {
    Stmt::new(
        format!(
            "SELECT {SHARE} WHERE a.record_id = ?1 AND a.source = 'share' AND (a.expires_at IS NULL OR a.expires_at > ?2) AND a.id < ?3 ORDER BY a.id DESC LIMIT ?4"
        ),
        params![record, now, before.map_or(Value::from("~"), Value::from), limit],
    )
}

/// A share by its id, in the caller's organisation.
pub fn share_get(credential: &Credential, share: &GrantId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(share.into());
    // A giver keeps what they gave in sight, not the name of a record that they no longer see.
    let share = SHARE.replacen(NAME, &format!("CASE WHEN r.deleted_at IS NULL AND {SEES} THEN {NAME} END"), 1);
    Stmt::new(
        format!("{CALLER} SELECT {share} WHERE a.id = ?4 AND a.source = 'share' AND r.org_id = (SELECT org_id FROM caller WHERE active)"),
        params,
    )
}

/// The share of a record with this recipient, live or ended.
pub fn share_with(record: &RecordId, principal: &str) -> Stmt {
    Stmt::new(format!("SELECT {SHARE} WHERE a.record_id = ?1 AND a.principal = ?2 AND a.source = 'share'"), params![record, principal])
}

/// The shares of a record that hang on another grant, and whether that is a share of the owner's book: `[share, 0 or 1]`.
pub fn share_hanging(record: &RecordId) -> Stmt {
    Stmt::new(
        format!(
            "SELECT json_array(json((SELECT {SHARE} WHERE a.record_id = ?1 AND a.principal = h.principal)),
               EXISTS (SELECT 1 FROM book_share b WHERE b.id = h.parent_id))
             FROM access h WHERE h.record_id = ?1 AND h.source = 'share' AND h.parent_id IS NOT NULL"
        ),
        params![record],
    )
}

/// A share of a record by its id.
pub fn share_on(record: &RecordId, share: &GrantId) -> Stmt {
    Stmt::new(format!("SELECT {SHARE} WHERE a.record_id = ?1 AND a.id = ?2 AND a.source = 'share'"), params![record, share])
}

/// The live shares that the caller gave or receives, over all records not in the trash that the caller sees, newest first.
pub fn share_mine(credential: &Credential, given: bool, before: Option<&GrantId>, limit: i64, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([before.map_or(Value::from("~"), Value::from), limit.into()]);
    let which = if given {
        "a.granted_by = (SELECT id FROM viewer) AND a.source = 'share'".to_owned()
    } else {
        "a.source = 'share' AND a.principal IN (SELECT name FROM principal WHERE substr(name, 1, 4) IN ('user', 'team', 'org:')) AND r.owner_id IS NOT (SELECT id FROM viewer)".to_owned()
    };
    Stmt::new(
        format!(
            "{CALLER} SELECT {SHARE} WHERE {which} AND a.shelf IN ('lead', 'contact', 'deal') AND (a.expires_at IS NULL OR a.expires_at > ?3) AND a.id < ?4 AND {SEES}
             ORDER BY a.id DESC LIMIT ?5"
        ),
        params,
    )
}
