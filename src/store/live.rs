//! Who is connected to what: seats in the rooms, and the tickets to get there.

use crate::id::{OrgId, RecordId, UserId};
use crate::params;
use crate::sql::Stmt;
use crate::store::session::SESSION_IDLE;
use crate::time::Timestamp;

/// Where a record stands: `[version, 1 when it is in the trash]`.
pub fn live_record(record: &RecordId) -> Stmt {
    Stmt::new("SELECT json_array(version, deleted_at IS NOT NULL) FROM record WHERE id = ?1", params![record])
}

/// Those of the credentials (a list as they travel) that have not ended: `[kind, value, when it ends]`.
pub fn credential_live(credentials: &str, now: Timestamp) -> Stmt {
    Stmt::new(
        "SELECT DISTINCT json_array(j.value ->> 0, j.value ->> 1, coalesce(k.expires_at, s.expires_at, iif(j.value ->> 0 = 'token', (j.value ->> 1) ->> 3, NULL))) FROM json_each(?1) j
         LEFT JOIN api_key k ON j.value ->> 0 = 'key' AND k.hash = j.value ->> 1 AND (k.expires_at IS NULL OR k.expires_at > ?2)
         LEFT JOIN session s ON j.value ->> 0 = 'session' AND s.hash = j.value ->> 1 AND s.expires_at > ?2 AND s.last_used_at > ?3
         WHERE k.hash IS NOT NULL OR s.hash IS NOT NULL OR j.value ->> 0 = 'user' OR (j.value ->> 0 = 'token' AND (j.value ->> 1) ->> 3 > ?2
           AND EXISTS (SELECT 1 FROM organization o WHERE o.id = (j.value ->> 1) ->> 0 AND o.settings -> '$.jwt' = (j.value ->> 1) ->> 2))",
        params![credentials, now, now.plus(-SESSION_IDLE)],
    )
}

/// When the next access to a record ends by its date: `[time]`.
pub fn live_end(record: &RecordId, now: Timestamp) -> Stmt {
    Stmt::new(
        "SELECT json_array(min(at)) FROM (
           SELECT min(expires_at) AS at FROM access WHERE record_id = ?1 AND expires_at > ?2
           UNION ALL
           SELECT min(b.expires_at) FROM record r CROSS JOIN book_share b ON b.owner_id = r.owner_id AND b.expires_at > ?2 WHERE r.id = ?1)",
        params![record, now],
    )
}

/// These people (a list of ids), and nobody else, sit in a record's room.
pub fn seat_sync(record: &RecordId, users: &str, now: Timestamp) -> [Stmt; 2] {
    [
        Stmt::new("DELETE FROM seat WHERE record_id = ?1 AND user_id NOT IN (SELECT value FROM json_each(?2))", params![record, users]),
        Stmt::new(
            "INSERT INTO seat (record_id, user_id, org_id, connected_at)
             SELECT r.id, u.id, r.org_id, ?3 FROM record r CROSS JOIN json_each(?2) j CROSS JOIN user u ON u.id = j.value
             WHERE r.id = ?1 ON CONFLICT DO NOTHING",
            params![record, users, now],
        ),
    ]
}

/// The rooms of an organisation where somebody sits, or this person: `[record]`.
pub fn seat_rooms(org: &OrgId, user: Option<&UserId>, limit: i64) -> Stmt {
    Stmt::new(
        "SELECT DISTINCT json_array(record_id) FROM seat WHERE org_id = ?1 AND user_id >= coalesce(?2, '') AND user_id <= coalesce(?2, '~') LIMIT ?3",
        params![org, user, limit],
    )
}

/// Whether somebody sits in a record's room: `[1]`.
pub fn seat_taken(record: &RecordId) -> Stmt {
    Stmt::new("SELECT json_array(1) FROM seat WHERE record_id = ?1 LIMIT 1", params![record])
}

/// This person has their inbox open, or no longer.
pub fn inbox_sync(user: &UserId, open: bool, now: Timestamp) -> Stmt {
    if open {
        Stmt::new(
            "INSERT INTO inbox_seat (user_id, org_id, connected_at) SELECT id, org_id, ?2 FROM user WHERE id = ?1 ON CONFLICT DO NOTHING",
            params![user, now],
        )
    } else {
        Stmt::new("DELETE FROM inbox_seat WHERE user_id = ?1", params![user])
    }
}

/// A new ticket; those that nobody used in time go.
pub fn ticket_insert(hash: &str, credential: &str, until: Timestamp, now: Timestamp) -> [Stmt; 2] {
    [
        Stmt::new("DELETE FROM live_ticket WHERE expires_at <= ?1", params![now]),
        Stmt::new("INSERT INTO live_ticket (hash, credential, expires_at) VALUES (?1, ?2, ?3)", params![hash, credential, until]),
    ]
}

/// Uses a ticket up: what it was asked for with. Of two who use it at once, one gets a row.
pub fn ticket_take(hash: &str, now: Timestamp) -> Stmt {
    Stmt::new("DELETE FROM live_ticket WHERE hash = ?1 AND expires_at > ?2 RETURNING credential", params![hash, now])
}
