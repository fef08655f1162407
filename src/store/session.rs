//! Signing in by mail: codes and the sessions that come of them.

use crate::id::{CodeId, OrgId, UserId};
use crate::params;
use crate::sql::Stmt;
use crate::time::{DAY, HOUR, MINUTE, Timestamp};

/// How long a code lives.
pub const CODE_LIFE: i64 = 10 * MINUTE;
/// How long a session lives at most.
pub const SESSION_LIFE: i64 = 30 * DAY;
/// How long a session lives that nobody uses. `access::CALLER` repeats it.
pub const SESSION_IDLE: i64 = 7 * DAY;
/// How exactly it is known when a key or session was last used: so a request writes only now and then.
pub const USE_KNOWN_TO: i64 = HOUR;

/// Asks for a code, if not too many were asked for this address: then nothing happens, nor when it is asked for again.
pub fn code_insert(id: &CodeId, email: &str, org: Option<&OrgId>, now: Timestamp) -> Stmt {
    Stmt::new(
        "INSERT INTO sign_in_code (id, email, org_id, created_at, expires_at) SELECT ?1, ?2, ?3, ?4, ?5
         WHERE (SELECT count(*) FROM sign_in_code WHERE email = ?2 AND created_at > ?6) < 10
         AND (SELECT count(*) FROM sign_in_code WHERE email = ?2 AND created_at > ?7) < 50
         ON CONFLICT (id) DO NOTHING",
        params![id, email, org, now, now.plus(CODE_LIFE), now.plus(-10 * MINUTE), now.plus(-DAY)],
    )
}

/// Whom a code is for that was asked for and not mailed yet: `[address, names of organisations]`. What is nobody's is marked
/// as done.
pub fn code_waiting(id: &CodeId, now: Timestamp) -> Vec<Stmt> {
    vec![
        Stmt::new(
            "SELECT json_array(c.email, (SELECT group_concat(o.name, ', ') FROM user u JOIN organization o ON o.id = u.org_id
               WHERE u.email = c.email AND u.active = 1 AND (c.org_id IS NULL OR u.org_id = c.org_id)))
             FROM sign_in_code c WHERE c.id = ?1 AND c.sent_at IS NULL AND c.expires_at > ?2",
            params![id, now],
        ),
        Stmt::new(
            "UPDATE sign_in_code SET sent_at = ?2 WHERE id = ?1 AND sent_at IS NULL AND NOT EXISTS (
               SELECT 1 FROM user u WHERE u.email = sign_in_code.email AND u.active = 1 AND (sign_in_code.org_id IS NULL OR u.org_id = sign_in_code.org_id))",
            params![id, now],
        ),
    ]
}

/// Sets the code that is about to be mailed.
pub fn code_ready(id: &CodeId, hash: &str, now: Timestamp) -> Stmt {
    Stmt::new("UPDATE sign_in_code SET hash = ?2, expires_at = ?3 WHERE id = ?1", params![id, hash, now.plus(CODE_LIFE)])
}

/// Notes that a code was mailed.
pub fn code_sent(id: &CodeId, now: Timestamp) -> Stmt {
    Stmt::new("UPDATE sign_in_code SET sent_at = ?2 WHERE id = ?1", params![id, now])
}

/// The codes whose message got lost.
pub fn code_overdue(before: Timestamp, now: Timestamp, most: i64) -> Stmt {
    Stmt::new(
        "SELECT json_array(id) FROM sign_in_code WHERE sent_at IS NULL AND created_at < ?1 AND expires_at > ?2 LIMIT ?3",
        params![before, now, most],
    )
}

/// Removes what has ended: sessions, and codes of yesterday.
pub fn session_purge(now: Timestamp, most: i64) -> Vec<Stmt> {
    vec![
        Stmt::new(
            "DELETE FROM session WHERE hash IN (SELECT hash FROM session WHERE expires_at < ?1 ORDER BY expires_at LIMIT ?2)",
            params![now, most],
        ),
        Stmt::new(
            "DELETE FROM sign_in_code WHERE id IN (SELECT id FROM sign_in_code WHERE created_at < ?1 ORDER BY created_at LIMIT ?2)",
            params![now.plus(-DAY), most],
        ),
    ]
}

/// Tries a code: `[id, hash, organisation]` of each that still counts. The try is counted before anything is compared, so
/// that guesses at the same time are no more than five together.
pub fn code_try(email: &str, org: Option<&OrgId>, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE sign_in_code SET tries = tries + 1 WHERE email = ?1 AND hash IS NOT NULL AND tries < 5 AND expires_at > ?3
         AND (?2 IS NULL OR org_id IS NULL OR org_id = ?2) RETURNING json_array(id, hash, org_id)",
        params![email, org, now],
    )
}

/// Takes the count of a try back: it was right, and led nowhere yet.
pub fn code_untry(id: &CodeId) -> Stmt {
    Stmt::new("UPDATE sign_in_code SET tries = tries - 1 WHERE id = ?1", params![id])
}

/// The people with this address: `[id, active, {organisation}]`.
pub fn code_people(email: &str, org: Option<&OrgId>) -> Stmt {
    Stmt::new(
        "SELECT json_array(u.id, json(iif(u.active, 'true', 'false')), json_object('id', o.id, 'name', o.name)) FROM user u JOIN organization o ON o.id = u.org_id
         WHERE u.email = ?1 AND (?2 IS NULL OR u.org_id = ?2) ORDER BY o.name, o.id LIMIT 100",
        params![email, org],
    )
}

/// Signs somebody in by a code, which is used up: of two who use it at once, one.
pub fn session_insert(hash: &str, user: &UserId, code: &CodeId, now: Timestamp) -> Vec<Stmt> {
    vec![
        Stmt::new(
            "INSERT INTO session (hash, org_id, user_id, created_at, last_used_at, expires_at)
             SELECT ?1, u.org_id, u.id, ?4, ?4, ?5 FROM sign_in_code c JOIN user u ON u.id = ?2 WHERE c.id = ?3 AND u.active = 1",
            params![hash, user, code, now, now.plus(SESSION_LIFE)],
        ),
        Stmt::new("DELETE FROM sign_in_code WHERE email = (SELECT email FROM sign_in_code WHERE id = ?1)", params![code]),
    ]
}

/// Signs out.
pub fn session_delete(hash: &str) -> Stmt {
    Stmt::new("DELETE FROM session WHERE hash = ?1", params![hash])
}
