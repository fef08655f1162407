//! Requests that may come twice: who works at one, how far it got, and what it was answered.

use serde_json::Value as Json;

use crate::access::CALLER;
use crate::columns;
use crate::params;
use crate::sql::Stmt;
use crate::store::person::Credential;
use crate::time::{DAY, SECOND, Timestamp};

/// For how long a key is known.
pub const KEY_LIFE: i64 = DAY;
/// For how long nobody else begins with a request that somebody works at. Whoever is slower is beaten to it, and no harm is done.
const PATIENCE: i64 = 30 * SECOND;

/// What is known of a request.
pub struct Known {
    /// The SHA-256 of what was asked for.
    pub request: String,
    /// Of whoever works at it.
    pub nonce: String,
    /// The answer, encrypted.
    pub answer: Option<String>,
    /// How far it got: a list of `[place, at, nonce, before, reads]`.
    pub steps: Vec<Json>,
}

columns!(Known: request, nonce, answer, steps);

/// Begins with a request, unless somebody has: for a caller who is somebody, or for anybody. Then what is known of it.
pub fn request_claim(id: &str, credential: Option<&Credential>, request: &str, nonce: &str, now: Timestamp) -> [Stmt; 3] {
    let mut params = credential.map_or_else(|| params!["nobody", "", now], |credential| credential.params(now));
    params.extend(params![id, request, nonce, now.plus(PATIENCE), credential.is_none()]);
    [
        Stmt::new("DELETE FROM idempotency WHERE id = ?1 AND created_at <= ?2", params![id, now.plus(-KEY_LIFE)]),
        Stmt::new(
            format!(
                "{CALLER} INSERT INTO idempotency (id, org_id, request, nonce, busy_until, created_at)
                 SELECT ?4, (SELECT org_id FROM caller), ?5, ?6, ?7, ?3 WHERE ?8 OR EXISTS (SELECT 1 FROM caller WHERE active = 1)
                 ON CONFLICT (id) DO UPDATE SET nonce = excluded.nonce, busy_until = excluded.busy_until
                 WHERE answer IS NULL AND busy_until <= ?3 AND request = excluded.request
                 AND NOT EXISTS (SELECT 1 FROM idempotency_step s WHERE s.id = idempotency.id)"
            ),
            params,
        ),
        Stmt::new(
            "SELECT json_array(request, nonce, answer, (
               SELECT json_group_array(json_array(place, at, nonce, json(before), json(reads))) FROM (
                 SELECT * FROM idempotency_step s WHERE s.id = i.id ORDER BY place, seq)))
             FROM idempotency i WHERE id = ?1",
            params![id],
        ),
    ]
}

/// Keeps the answer. The steps stay, empty: whoever was slower finds that they were taken.
pub fn request_answered(id: &str, nonce: &str, answer: &str) -> [Stmt; 2] {
    [
        Stmt::new("UPDATE idempotency SET answer = ?3, nonce = ?2 WHERE id = ?1", params![id, nonce, answer]),
        Stmt::new("UPDATE idempotency_step SET before = '[]', reads = '[]' WHERE id = ?1", params![id]),
    ]
}

/// Lets go of a request that came to nothing; of one that wrote something only so far that somebody else may go on.
pub fn request_released(id: &str, nonce: &str) -> [Stmt; 2] {
    [
        Stmt::new(
            "DELETE FROM idempotency WHERE id = ?1 AND nonce = ?2 AND NOT EXISTS (SELECT 1 FROM idempotency_step s WHERE s.id = idempotency.id)",
            params![id, nonce],
        ),
        Stmt::new("UPDATE idempotency SET busy_until = 0 WHERE id = ?1 AND nonce = ?2", params![id, nonce]),
    ]
}

/// Notes how far a request got, in the batch that gets it there. Fails when somebody else got there.
pub fn step_insert(id: &str, place: &str, seq: i64, at: Timestamp, nonce: &str, before: &str) -> Stmt {
    Stmt::new(
        "INSERT INTO idempotency_step (id, place, seq, at, nonce, before) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id, place, seq, at, nonce, before],
    )
}

/// Adds to a step what this statement of its batch reads.
pub fn step_read(id: &str, place: &str, seq: i64, statement: &Stmt) -> Stmt {
    let mut params = statement.params.clone();
    let first = params.len() + 1;
    let (second, third) = (first + 1, first + 2);
    params.extend(params![id, place, seq]);
    Stmt::new(
        format!(
            "UPDATE idempotency_step SET reads = json_insert(reads, '$[#]', (WITH t (x) AS ({})
               SELECT json_group_array(x || '') FILTER (WHERE x IS NOT NULL) FROM t))
             WHERE id = ?{first} AND place = ?{second} AND seq = ?{third}",
            statement.sql
        ),
        params,
    )
}

/// Forgets keys that are a day old.
pub fn request_purge(now: Timestamp, most: i64) -> Stmt {
    Stmt::new(
        "DELETE FROM idempotency WHERE id IN (SELECT id FROM idempotency WHERE created_at <= ?1 ORDER BY created_at LIMIT ?2)",
        params![now.plus(-KEY_LIFE), most],
    )
}
