//! Why somebody sees a record: what they hold of it, live or ended, with who gave it.

use super::person::{Credential, Who, caller_columns};
use crate::access::{CALLER, PEOPLE, Permissions, uncut};
use crate::id::{GrantId, RecordId, UserId};
use crate::model::{Grant, Person, Principal};
use crate::sql::{Stmt, Value};
use crate::time::Timestamp;
use crate::{columns, params};

/// One access row of the record that somebody holds, and where it comes from.
#[derive(Clone, Debug)]
pub struct Held {
    /// What they hold.
    pub principal: Principal,
    /// The access row.
    pub grant: Grant,
    /// Who gave it.
    pub by: Option<Giver>,
    /// Why.
    pub reason: Option<String>,
    /// The name of the team that it reaches them through.
    pub team: Option<String>,
    /// The book share that it reaches them through.
    pub book: Option<Book>,
}

columns!(Held: principal, grant, by, reason, team, book);

/// Who gave something.
#[derive(Clone, Debug)]
pub struct Giver {
    /// Who.
    pub person: Person,
    /// Whether they are active (1), and could give it again.
    pub active: i64,
}

columns!(Giver: person, active);

/// The book share that a record reaches somebody through.
#[derive(Clone, Debug)]
pub struct Book {
    /// Which.
    pub id: GrantId,
    /// Whose book.
    pub owner: Person,
    /// Who gave it.
    pub by: Giver,
    /// When.
    pub since: Timestamp,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// Why.
    pub reason: Option<String>,
}

columns!(Book: id, owner, by, since, expires_at, reason);

columns!(Person: id, name);

/// Somebody, and what they hold of a record.
pub struct Explained {
    /// Who.
    pub who: Who,
    /// What they hold of it.
    pub held: Vec<Held>,
    /// The book shares that it reached them through, and what these gave, that ran out.
    pub ended: Vec<(Book, Permissions)>,
}

columns!(Explained: who, held, ended);

/// One [`Explained`] of `caller` row `c`, on record `?4`: what is nearest to the person first.
const EXPLAINED: &str = concat!(
    "json_array(json_array(",
    caller_columns!("c.", "NULL"),
    ",
    json((SELECT json_group_array(json_array(name, mask, kinds, via, until)) FROM principal WHERE holder = c.id))),
  json((SELECT json_group_array(json_array(
      json_array(p.name, p.mask, p.kinds, p.via, p.until),
      json_array(a.principal, a.source, a.permissions, a.level, a.expires_at, a.id, a.granted_at, NULL, NULL),
      CASE WHEN g.id IS NOT NULL THEN json_array(json_array(g.id, g.name), g.active) END, a.reason, t.name,
      CASE WHEN b.id IS NOT NULL THEN json_array(b.id, json_array(w.id, w.name), json_array(json_array(bg.id, bg.name), bg.active), b.granted_at, b.expires_at, b.reason) END)
      ORDER BY p.via IS NOT NULL, instr('bcutop', substr(p.name, 1, 1)), p.name)
    FROM principal p CROSS JOIN access a ON a.record_id = ?4 AND a.principal = p.name
    LEFT JOIN user g ON g.id = a.granted_by LEFT JOIN team t ON a.source = 'share' AND 'team:' || t.id = p.name
    LEFT JOIN book_share b ON b.id = p.via LEFT JOIN user w ON w.id = b.owner_id LEFT JOIN user bg ON bg.id = b.granted_by
    WHERE p.holder = c.id)),
  json((SELECT json_group_array(json_array(
      json_array(b.id, json_array(w.id, w.name), json_array(json_array(bg.id, bg.name), bg.active), b.granted_at, b.expires_at, b.reason), b.permissions) ORDER BY b.expires_at)
    FROM record r CROSS JOIN book_share b ON b.owner_id = r.owner_id JOIN user w ON w.id = b.owner_id JOIN user bg ON bg.id = b.granted_by
    WHERE r.id = ?4 AND b.expires_at <= ?3 AND b.kinds & CASE r.kind WHEN 'lead' THEN 1 WHEN 'contact' THEN 2 ELSE 4 END
    AND b.principal IN (SELECT name FROM own WHERE holder = c.id))))"
);

/// What the person behind `credential` holds of a record.
pub fn explain_one(credential: &Credential, record: &RecordId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(record.into());
    Stmt::new(format!("{} SELECT {EXPLAINED} FROM caller c", uncut(CALLER)), params)
}

/// A page, by id, of those who may hold something of a record or see all records. Who of them sees it is for
/// `access::standing` to say.
pub fn explain_page(record: &RecordId, after: Option<&UserId>, limit: i64, now: Timestamp) -> Stmt {
    let params = params![Value::Null, Value::Null, now, record, after.map_or(Value::from(""), Value::from), limit];
    Stmt::new(
        format!(
            "WITH candidate (id) AS MATERIALIZED (
               SELECT u.id FROM record r CROSS JOIN user u ON u.org_id = r.org_id AND u.active = 1 JOIN role o ON o.id = u.role_id
               WHERE r.id = ?4 AND u.id > ?5 AND o.ceiling & 1 AND (
                 o.capabilities & 1
                 OR EXISTS (
                   SELECT 1 FROM access a WHERE a.record_id = r.id AND (a.expires_at IS NULL OR a.expires_at > ?3) AND (
                     a.principal IN ('book:' || u.id, 'collab:' || u.id, 'user:' || u.id, 'org:' || u.org_id) OR a.source = 'pool'
                     OR a.principal IN (SELECT 'team:' || m.team_id FROM team_member m WHERE m.user_id = u.id)))
                 OR EXISTS (
                   SELECT 1 FROM book_share b WHERE b.owner_id = r.owner_id AND (
                     b.principal IN ('user:' || u.id, 'org:' || u.org_id)
                     OR b.principal IN (SELECT 'team:' || m.team_id FROM team_member m WHERE m.user_id = u.id))))
               ORDER BY u.id LIMIT ?6),
             {PEOPLE} SELECT {EXPLAINED} FROM caller c ORDER BY c.id"
        ),
        params,
    )
}

/// What those who wait for a decision on a record hold of it.
pub fn explain_requesters(record: &RecordId, now: Timestamp) -> Stmt {
    Stmt::new(
        format!(
            "WITH candidate (id) AS MATERIALIZED (
               SELECT requester_id FROM request WHERE record_id = ?4 AND status = 'pending' AND expires_at > ?3),
             {PEOPLE} SELECT {EXPLAINED} FROM caller c"
        ),
        params![Value::Null, Value::Null, now, record],
    )
}

/// Up to five active people of the organisation of `record` whose role has one of the capabilities in `bits`, or for a record in
/// the trash, of those in `trash` and who see records: who can help.
pub fn explain_helpers(record: &RecordId, bits: i64, trash: i64) -> Stmt {
    Stmt::new(
        "SELECT json_array(u.id, u.name) FROM record r CROSS JOIN role o ON o.org_id = r.org_id
           AND CASE WHEN r.deleted_at IS NULL THEN o.capabilities & ?2 ELSE o.capabilities & ?3 AND (?2 = ?3 OR o.ceiling & 1) END
         CROSS JOIN user u ON u.role_id = o.id AND u.active = 1 WHERE r.id = ?1 ORDER BY u.name, u.id LIMIT 5",
        params![record, bits, trash],
    )
}
