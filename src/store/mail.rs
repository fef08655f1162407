//! Mails: what people are told, gathered into letters, and what became of each letter.

use crate::access::PEOPLE;
use crate::id::{Entropy, LetterId, MailId};
use crate::notice::{Notice, Told};
use crate::show::{self, Show as _};
use crate::sql::{Stmt, Value};
use crate::store::notice::{NOTICE, sees};
use crate::store::webhook::made_at;
use crate::time::Timestamp;
use crate::{columns, params};

/// A letter for each person and record of what was just told for these reasons (a list), unless one gathers already; what is about no
/// record has one, too. It is closed at `due`. `[id]` of each new one.
pub fn mail_open(sources: &str, due: Timestamp, now: Timestamp, entropy: &dyn Entropy) -> Stmt {
    let (head, tail) = MailId::run(now, entropy);
    Stmt::new(
        "INSERT INTO mail (id, org_id, user_id, digest, record_id, due_at, created_at)
         SELECT ?2 || printf('%012x', (CAST(?3 AS INTEGER) + row_number() OVER ()) & 281474976710655), org_id, user_id, 0, record_id, ?4, ?5
         FROM (SELECT DISTINCT n.org_id, n.user_id, n.record_id FROM notification n
           WHERE n.source IN (SELECT value FROM json_each(?1)) AND n.email = 'instant' AND n.mailed_at IS NULL AND n.mail_id IS NULL)
         WHERE true ON CONFLICT DO NOTHING RETURNING json_array(id)",
        params![sources, head, tail, due, now],
    )
}

/// A daily letter for each of at most `limit` people for whom anything waits that was told before `before`: `[id]` of each.
pub fn mail_open_digests(before: Timestamp, limit: i64, now: Timestamp, entropy: &dyn Entropy) -> Stmt {
    let (head, tail) = MailId::run(now, entropy);
    Stmt::new(
        "INSERT INTO mail (id, org_id, user_id, digest, due_at, created_at)
         SELECT ?3 || printf('%012x', (CAST(?4 AS INTEGER) + row_number() OVER ()) & 281474976710655), org_id, user_id, 1, ?5, ?5
         FROM (SELECT DISTINCT org_id, user_id FROM (SELECT org_id, user_id FROM notification INDEXED BY notification_to_mail
           WHERE email = 'digest' AND email <> 'off' AND mailed_at IS NULL AND mail_id IS NULL AND created_at < ?1 ORDER BY created_at LIMIT ?2))
         WHERE true ON CONFLICT DO NOTHING RETURNING json_array(id)",
        params![before, limit, head, tail, now],
    )
}

/// What sending a letter takes, besides what it says.
#[derive(Clone, Debug)]
pub struct Open {
    /// Whether it is of a whole day (1).
    pub digest: i64,
    /// How many attempts there were, with this one.
    pub attempts: i64,
    /// To whom.
    pub email: String,
    /// Whether they are active (1).
    pub active: i64,
    /// In which organisation.
    pub organization: String,
    /// Where Leadroom was when that was made.
    pub origin: Option<String>,
    /// What ends their mail with one click.
    pub token: String,
}

columns!(Open: digest, attempts, email, active, organization, origin, token);

/// Something that a letter may say: what was told, whether its reader has muted the record (1), and whether they want no mail of
/// such (1).
pub type Line = (Told, i64, i64);

/// What the open letter `m` gathers, if it is due.
macro_rules! gathered {
    () => {
        "FROM mail m WHERE m.id = ?1 AND m.status = 'open' AND m.due_at <= ?3 AND notification.user_id = m.user_id
           AND notification.email = iif(m.digest, 'digest', 'instant') AND (m.digest OR notification.record_id IS m.record_id)
           AND notification.mailed_at IS NULL AND notification.mail_id IS NULL AND notification.email <> 'off'"
    };
}

/// An open letter that is due waits until `until` where it is to tell of many records of which some are still being counted; one
/// made before `made` waits no longer.
pub fn mail_wait(mail: &MailId, made: Timestamp, until: Timestamp, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE mail SET due_at = ?4 WHERE id = ?1 AND status = 'open' AND due_at <= ?3 AND created_at > ?2 AND digest = 0 AND record_id IS NULL AND EXISTS (
           SELECT 1 FROM notification n INDEXED BY notification_to_gather CROSS JOIN event e ON e.bulk = substr(n.source, 6) AND e.dispatched_at IS NULL
           WHERE n.user_id = mail.user_id AND n.email = 'instant' AND n.email <> 'off' AND n.record_id IS NULL AND n.mailed_at IS NULL AND n.mail_id IS NULL
             AND n.source > 'bulk:' AND n.source < 'bulk;')",
        params![mail, made, now, until],
    )
}

/// Takes up a letter that is due: `[id]`, [`Open`], and its [`Line`]s, record by record and the oldest first. An open one is closed with
/// what was told by then. Nobody else takes it up before `until`. One that failed begins anew.
pub fn mail_take(mail: &MailId, token: &str, most: i64, until: Timestamp, now: Timestamp) -> Vec<Stmt> {
    let of = |sql: &'static str| Stmt::new(sql, params![mail, Value::Null, now]);
    vec![
        // Whoever wants it otherwise by now gets it otherwise.
        of(concat!(
            "UPDATE notification SET email = (SELECT f.email FROM preference f WHERE f.user_id = notification.user_id AND f.type = notification.type) ",
            gathered!(),
            " AND EXISTS (SELECT 1 FROM preference f WHERE f.user_id = notification.user_id AND f.type = notification.type
               AND (f.email = 'off' OR (f.email = 'digest' AND m.digest = 0)))"
        )),
        of(concat!("UPDATE notification SET mail_id = ?1 ", gathered!())),
        Stmt::new(
            "UPDATE mail SET status = 'sending', attempts = iif(status = 'failed', 1, attempts + 1), due_at = ?2
             WHERE id = ?1 AND status IN ('open', 'sending', 'failed') AND due_at <= ?3 RETURNING json_array(id)",
            params![mail, until, now],
        ),
        Stmt::new(
            "INSERT INTO unsubscribe (user_id, token) SELECT user_id, ?2 FROM mail WHERE id = ?1 ON CONFLICT DO NOTHING",
            params![mail, token],
        ),
        Stmt::new(
            "SELECT json_array(m.digest, m.attempts, u.email, u.active, o.name, o.origin, t.token) FROM mail m JOIN user u ON u.id = m.user_id
             JOIN organization o ON o.id = m.org_id JOIN unsubscribe t ON t.user_id = m.user_id WHERE m.id = ?1",
            params![mail],
        ),
        Stmt::new(
            format!(
                "WITH candidate (id) AS MATERIALIZED (SELECT user_id FROM mail WHERE id = ?1), {PEOPLE}
                 SELECT json_array(json({NOTICE} {})),
                   EXISTS (SELECT 1 FROM watch w WHERE w.record_id = n.record_id AND w.what = 'mute' AND w.user_id = n.user_id),
                   EXISTS (SELECT 1 FROM preference f WHERE f.user_id = n.user_id AND f.type = n.type AND f.email = 'off'))
                 FROM notification n LEFT JOIN record r ON r.id = n.record_id WHERE n.mail_id = ?1
                 ORDER BY min(n.created_at) OVER (PARTITION BY n.record_id), n.record_id, n.created_at, n.id LIMIT ?2",
                sees!("n.user_id")
            ),
            params![mail, most, now],
        ),
    ]
}

/// Writes down what became of a letter, unless a later attempt has begun. With one that is done what it says is mailed.
pub fn mail_told(
    mail: &MailId,
    attempt: i64,
    status: &'static str,
    due: Option<Timestamp>,
    error: Option<&str>,
    now: Timestamp,
) -> [Stmt; 2] {
    [
        Stmt::new(
            "UPDATE mail SET status = ?3, due_at = coalesce(?4, due_at), error = ?5 WHERE id = ?1 AND status = 'sending' AND attempts = ?2",
            params![mail, attempt, status, due, error],
        ),
        Stmt::new(
            "UPDATE notification SET mailed_at = ?2 WHERE mail_id = ?1 AND mailed_at IS NULL AND EXISTS (SELECT 1 FROM mail WHERE id = ?1 AND status IN ('sent', 'needless'))",
            params![mail, now],
        ),
    ]
}

/// A letter that could not be sent stands with the dead letters until somebody has it tried again: then its message comes once more.
pub fn mail_dead(mail: &MailId, id: &LetterId, job: &str, cause: &str, now: Timestamp) -> Stmt {
    Stmt::new(
        "INSERT INTO dead_letter (id, org_id, job, code, cause, created_at, died_at) SELECT ?2, org_id, ?3, 'unavailable', ?4, ?5, ?5 FROM mail WHERE id = ?1
         ON CONFLICT (job) DO UPDATE SET deaths = deaths + 1, died_at = excluded.died_at, cause = excluded.cause",
        params![mail, id, job, cause, now],
    )
}

/// It was sent after all.
pub fn mail_undead(job: &str) -> Stmt {
    Stmt::new("DELETE FROM dead_letter WHERE job = ?1", params![job])
}

/// Forgets letters that were made before `before` and are done: the oldest, at most `limit`. An id begins with its time.
pub fn mail_forget(before: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        concat!(
            "DELETE FROM mail WHERE id IN (SELECT id FROM mail WHERE id < ",
            made_at!("?1"),
            " AND status IN ('sent', 'needless') ORDER BY id LIMIT ?2)"
        ),
        params![before, limit],
    )
}

/// Letters that were to be sent before `before`: `[id]`, the longest overdue first.
pub fn mail_overdue(before: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        "SELECT json_array(id) FROM mail WHERE status IN ('open', 'sending') AND due_at < ?1 ORDER BY due_at LIMIT ?2",
        params![before, limit],
    )
}

/// Whose mail ends with this token: `[address]`.
pub fn unsubscribe_get(token: &str) -> Stmt {
    Stmt::new("SELECT json_array(u.email) FROM unsubscribe t JOIN user u ON u.id = t.user_id WHERE t.token = ?1", params![token])
}

/// No more mail of any kind for whoever has this token; what they see in Leadroom stays as it is.
pub fn unsubscribe(token: &str) -> Stmt {
    let types: Vec<&str> = Notice::ALL.iter().map(|notice| notice.text()).collect();
    Stmt::new(
        "INSERT INTO preference (user_id, type, in_app, email) SELECT t.user_id, j.value, 1, 'off' FROM unsubscribe t CROSS JOIN json_each(?2) j
         WHERE t.token = ?1 ON CONFLICT (user_id, type) DO UPDATE SET email = 'off'",
        params![token, show::text(&types.show())],
    )
}
