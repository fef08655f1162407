//! Books: all records of one owner, shared as a whole.

use super::person::Credential;
use crate::access::{CALLER, Permissions};
use crate::id::{BulkId, GrantId, OrgId, TeamId, UserId};
use crate::model::{Actor, Kind};
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
            "(b.owner_id = (SELECT id FROM viewer) OR b.granted_by = (SELECT id FROM viewer)
              OR (?4 IS NOT NULL AND EXISTS (SELECT 1 FROM viewer WHERE capabilities & 8)))"
        }
        Which::Received => "b.principal IN (SELECT name FROM own) AND b.owner_id <> (SELECT id FROM viewer)",
    };
    Stmt::new(
        format!(
            "{CALLER} SELECT {BOOK} WHERE b.org_id = (SELECT org_id FROM viewer) AND b.id < ?5 AND (?4 IS NULL OR b.owner_id = ?4)
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
             WHERE k.id = ?4 AND k.org_id = (SELECT org_id FROM viewer)"
        ),
        params,
    )
}

/// The share of this person's book with this recipient.
pub fn book_with(owner: &UserId, principal: &str) -> Stmt {
    Stmt::new(format!("SELECT {BOOK} WHERE b.owner_id = ?1 AND b.principal = ?2"), params![owner, principal])
}

/// A name of a team of the organisation: `[name]`.
pub fn book_team(org: &OrgId, team: &TeamId) -> Stmt {
    Stmt::new("SELECT json_array(name) FROM team WHERE id = ?2 AND org_id = ?1", params![org, team])
}

/// Writes a book share; one per owner and recipient, so giving again replaces.
pub fn book_put(book: &BookRow, org: &OrgId) -> Stmt {
    Stmt::new(
        "INSERT INTO book_share (id, org_id, owner_id, principal, kinds, permissions, may_create, expires_at, reason, granted_by, granted_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
         ON CONFLICT (owner_id, principal) DO UPDATE SET kinds = excluded.kinds, permissions = excluded.permissions, may_create = excluded.may_create,
           expires_at = excluded.expires_at, reason = excluded.reason, version = version + 1
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

/// Ends a book share, and with it whatever was shared on from it.
pub fn book_delete(book: &GrantId, by: &Actor, bulk: &BulkId, now: Timestamp) -> Vec<Stmt> {
    let mut statements = hanging_tell(book, "share_ended", "?3 IS NULL", None, (by, bulk), now);
    statements.push(Stmt::new("DELETE FROM access WHERE parent_id = ?1", params![book]));
    statements.push(Stmt::new("DELETE FROM book_share WHERE id = ?1", params![book]));
    statements
}

/// Cuts whatever was shared on from a book share to what that gives now. Set-based: the same number of statements for one
/// record and for a hundred thousand.
pub fn book_cut(book: &BookRow, by: &Actor, bulk: &BulkId, now: Timestamp) -> Vec<Stmt> {
    let over =
        format!("(a.permissions & ~{} OR (?3 IS NOT NULL AND (a.expires_at IS NULL OR a.expires_at > ?3)))", book.permissions.bits());
    let mut statements = hanging_tell(&book.id, "share_changed", &over, book.expires_at, (by, bulk), now);
    statements.push(Stmt::new(
        "UPDATE access SET permissions = permissions & ?2,
           expires_at = CASE WHEN ?3 IS NULL THEN expires_at WHEN expires_at IS NULL THEN ?3 ELSE min(expires_at, ?3) END WHERE parent_id = ?1",
        params![&book.id, book.permissions.bits(), book.expires_at],
    ));
    statements
}

/// Tells on each record's timeline what becomes of the shares that hang on a book share and meet `test`, in which `?3` is
/// `end`, and counts its versions up. Two such shares of one record get two numbers.
fn hanging_tell(
    book: &GrantId,
    kind: &'static str,
    test: &str,
    end: Option<Timestamp>,
    by: (&Actor, &BulkId),
    now: Timestamp,
) -> Vec<Stmt> {
    let (by, bulk) = by;
    vec![
        Stmt::new(
            format!(
                "INSERT INTO event (record_id, seq, org_id, type, at, actor_type, actor_id, actor_name, data, bulk)
                 SELECT r.id, r.version + row_number() OVER (PARTITION BY r.id ORDER BY a.principal), r.org_id, ?4, ?2, ?5, ?6, ?7,
                   json_object('share_id', a.id, 'with', CASE substr(a.principal, 1, 5)
                     WHEN 'user:' THEN json_object('type', 'user', 'id', substr(a.principal, 6), 'name', (SELECT name FROM user WHERE id = substr(a.principal, 6)))
                     WHEN 'team:' THEN json_object('type', 'team', 'id', substr(a.principal, 6), 'name', (SELECT name FROM team WHERE id = substr(a.principal, 6)))
                     ELSE json_object('type', 'everyone', 'name', (SELECT name FROM organization WHERE id = r.org_id)) END,
                   'cause', 'book_share_changed', 'book_share_id', ?1), ?8
                 FROM access a CROSS JOIN record r ON r.id = a.record_id WHERE a.parent_id = ?1 AND {test}"
            ),
            params![book, now, end, kind, by.kind.text(), by.id.as_deref(), by.name.as_str(), bulk],
        ),
        Stmt::new(
            format!(
                "UPDATE record SET version = version + (SELECT count(*) FROM access a WHERE a.record_id = record.id AND a.parent_id = ?1 AND {test}),
                   updated_at = max(updated_at, ?2), last_activity_at = max(last_activity_at, ?2)
                 WHERE id IN (SELECT a.record_id FROM access a WHERE a.parent_id = ?1 AND {test})"
            ),
            params![book, now, end],
        ),
    ]
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
