//! Books: all records of one owner, shared as a whole.

use super::person::Credential;
use crate::access::{CALLER, Permissions};
use crate::id::{GrantId, OrgId, RecordId, TeamId, UserId};
use crate::model::Kind;
use crate::sql::{Stmt, Value};
use crate::time::Timestamp;
use crate::{columns, params};

/// A book share.
#[derive(Clone, Debug)]
pub struct BookRow {
    /// Its id.
    pub id: GrantId,
    /// Whose book.
    pub owner: UserId,
    /// Their name.
    pub owner_name: String,
    /// `user:…`, `team:…` or `org:…`.
    pub principal: String,
    /// The name of the person, the team or the organisation.
    pub with_name: Option<String>,
    /// The ceiling of the person's role; nothing for teams and everyone.
    pub ceiling: Option<Permissions>,
    /// Whether the person is active (1); nothing for teams and everyone.
    pub active: Option<i64>,
    /// Which kinds of records, as [`Kind::bit`]s.
    pub kinds: i64,
    /// What was ticked, with `read`.
    pub permissions: Permissions,
    /// Whether the recipient may make records that the owner owns (1).
    pub may_create: i64,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// Why it was given.
    pub reason: Option<String>,
    /// Who gave it.
    pub granted_by: UserId,
    /// Their name.
    pub granted_by_name: String,
    /// When.
    pub granted_at: Timestamp,
    /// Counts changes.
    pub version: i64,
}

columns!(
    BookRow: id,
    owner,
    owner_name,
    principal,
    with_name,
    ceiling,
    active,
    kinds,
    permissions,
    may_create,
    expires_at,
    reason,
    granted_by,
    granted_by_name,
    granted_at,
    version
);

const BOOK: &str = "json_array(b.id, b.owner_id, w.name, b.principal,
    CASE substr(b.principal, 1, 4) WHEN 'user' THEN u.name WHEN 'team' THEN t.name ELSE n.name END, ur.ceiling, u.active,
    b.kinds, b.permissions, b.may_create, b.expires_at, b.reason, g.id, g.name, b.granted_at, b.version)
  FROM book_share b CROSS JOIN user w ON w.id = b.owner_id JOIN organization n ON n.id = b.org_id JOIN user g ON g.id = b.granted_by
  LEFT JOIN user u ON u.id = substr(b.principal, 6) AND b.principal >= 'user:' AND b.principal < 'user;'
  LEFT JOIN role ur ON ur.id = u.role_id
  LEFT JOIN team t ON t.id = substr(b.principal, 6) AND b.principal >= 'team:' AND b.principal < 'team;'";

/// Which book shares to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those of the caller's own book, and those the caller gave of others'.
    Given,
    /// Those that reach the caller.
    Received,
}

/// A page of the live book shares that the caller gave or receives, newest first. With `owner`, only of that person's book:
/// whoever may assign anything sees all of those.
pub fn book_page(
    credential: &Credential,
    which: Which,
    owner: Option<&UserId>,
    before: Option<&GrantId>,
    limit: i64,
    now: Timestamp,
) -> Stmt {
    let mut params = credential.params(now);
    params.extend([Value::from(owner), before.map_or(Value::from("~"), Value::from), limit.into()]);
    let test = match which {
        Which::Given => {
            "(b.owner_id = (SELECT id FROM caller) OR b.granted_by = (SELECT id FROM caller)
              OR (?4 IS NOT NULL AND EXISTS (SELECT 1 FROM caller WHERE capabilities & 8)))"
        }
        Which::Received => "b.principal IN (SELECT name FROM own) AND b.owner_id <> (SELECT id FROM caller)",
    };
    Stmt::new(
        format!(
            "{CALLER} SELECT {BOOK} WHERE b.org_id = (SELECT org_id FROM caller WHERE active) AND b.id < ?5 AND (?4 IS NULL OR b.owner_id = ?4)
             AND (b.expires_at IS NULL OR b.expires_at > ?3) AND {test} ORDER BY b.id DESC LIMIT ?6"
        ),
        params,
    )
}

/// A book share of the caller's organisation, and whether it reaches the caller: `[share, 0 or 1]`.
pub fn book_get(credential: &Credential, book: &GrantId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(book.into());
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(json((SELECT {BOOK} WHERE b.id = k.id)), k.principal IN (SELECT name FROM own)) FROM book_share k
             WHERE k.id = ?4 AND k.org_id = (SELECT org_id FROM caller WHERE active)"
        ),
        params,
    )
}

/// The share of this person's book with this recipient.
pub fn book_with(owner: &UserId, principal: &str) -> Stmt {
    Stmt::new(format!("SELECT {BOOK} WHERE b.owner_id = ?1 AND b.principal = ?2"), params![owner, principal])
}

/// The book shares that shares of a record hang on: `[id, kinds]`.
pub fn book_hung_on(record: &RecordId) -> Stmt {
    Stmt::new(
        "SELECT json_array(b.id, b.kinds) FROM book_share b WHERE b.id IN (SELECT parent_id FROM access WHERE record_id = ?1 AND source = 'share')",
        params![record],
    )
}

/// A name of a team of the organisation: `[name]`.
pub fn book_team(org: &OrgId, team: &TeamId) -> Stmt {
    Stmt::new("SELECT json_array(name) FROM team WHERE id = ?2 AND org_id = ?1", params![org, team])
}

/// Writes a book share; one per owner and recipient, so giving again replaces: the same terms again change nothing.
pub fn book_put(book: &BookRow, org: &OrgId) -> Stmt {
    Stmt::new(
        "INSERT INTO book_share (id, org_id, owner_id, principal, kinds, permissions, may_create, expires_at, reason, granted_by, granted_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (owner_id, principal) DO UPDATE SET kinds = excluded.kinds, permissions = excluded.permissions, may_create = excluded.may_create,
           expires_at = excluded.expires_at, reason = excluded.reason, granted_by = excluded.granted_by, granted_at = excluded.granted_at,
           version = CASE WHEN id = excluded.id THEN version + 1 ELSE 1 END, id = excluded.id
         WHERE (kinds, permissions, may_create, expires_at, reason) IS NOT (excluded.kinds, excluded.permissions, excluded.may_create, excluded.expires_at, excluded.reason)",
        params![
            &book.id,
            org,
            &book.owner,
            book.principal.as_str(),
            book.kinds,
            book.permissions.bits(),
            book.may_create,
            book.expires_at,
            book.reason.as_deref(),
            &book.granted_by,
            book.granted_at
        ],
    )
}

/// Whether the caller may make records of this kind for `owner`, by a share of their book: `[1]`.
pub fn book_creates(credential: &Credential, owner: &UserId, kind: Kind, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([Value::from(owner), kind.bit().into()]);
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(1) FROM own CROSS JOIN book_share b ON b.principal = own.name WHERE b.owner_id = ?4 AND b.may_create = 1
             AND b.kinds & ?5 AND (b.expires_at IS NULL OR b.expires_at > ?3) LIMIT 1"
        ),
        params,
    )
}
