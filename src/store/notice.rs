//! What people are told: whom an event reaches at this moment, the feed, and how each wants to be told.
//!
//! Whether somebody may hear of a record is asked of the same tables as whether they may see it, in the statement that tells
//! them: between the question and the answer nothing changes.

use super::person::Credential;
use super::work::ON_THE_SHELF;
use crate::access::{CALLER, PEOPLE, SEES, SEES_TRASH};
use crate::id::{BulkId, NoticeId, RecordId, WorkId};
use crate::model::Kind;
use crate::params;
use crate::show::{self, Show as _};
use crate::sql::{Stmt, Value};
use crate::time::Timestamp;

/// Unread notifications are counted up to here.
pub const MOST_UNREAD: i64 = 10_000;

/// Whether a person of [`PEOPLE`] may see record `r`; `$who` is their id.
macro_rules! sees {
    ($who:literal) => {
        concat!(
            "(EXISTS (SELECT 1 FROM viewer v WHERE v.id = ",
            $who,
            " AND (v.capabilities & 1 OR (r.deleted_at IS NOT NULL AND r.owner_id = v.id)))
             OR (r.deleted_at IS NULL AND EXISTS (
               SELECT 1 FROM access s JOIN principal p ON p.name = s.principal AND p.holder = ",
            $who,
            " WHERE s.record_id = r.id AND p.kinds & CASE r.kind WHEN 'lead' THEN 1 WHEN 'contact' THEN 2 ELSE 4 END
               AND (s.expires_at IS NULL OR s.expires_at > ?3))))"
        )
    };
}
pub(super) use sees;

/// Notification `n` about record `r`, if it is about one; what stands after it tells whether its reader sees that.
pub(super) const NOTICE: &str =
    "json_array(n.id, n.type, json_array(n.actor_id, n.actor_name, n.actor_type), json(n.facts), n.count, n.created_at, n.read_at,
    r.id, r.kind, coalesce(r.name, r.email, r.phone), r.id IS NOT NULL AND ";

/// How many notifications of `$who` are unread.
macro_rules! unread {
    ($who:literal) => {
        concat!(
            "(SELECT count(*) FROM (SELECT 1 FROM notification u INDEXED BY notification_unread WHERE u.user_id = ",
            $who,
            " AND u.read_at IS NULL LIMIT 10000))"
        )
    };
}

const EVENT: &str = "json_array(e.record_id, e.seq, coalesce(e.act, e.seq), e.org_id, r.kind, e.type, e.at,
    json_array(e.actor_id, e.actor_name, e.actor_type), json(e.data), e.notify, e.bulk)
  FROM event e CROSS JOIN record r ON r.id = e.record_id";

/// The events of a record from `from` to `through` that were not fanned out, in their order.
pub fn event_waiting(record: &RecordId, from: i64, through: i64, limit: i64) -> Stmt {
    Stmt::new(
        format!(
            "SELECT {EVENT} WHERE e.record_id = ?1 AND e.seq >= ?2 AND e.seq <= ?3 AND e.bulk IS NULL AND e.dispatched_at IS NULL
             ORDER BY e.seq LIMIT ?4"
        ),
        params![record, from, through, limit],
    )
}

/// Events of one action on many records that were not fanned out, record by record: none while a job is at it, of whose end people
/// are told.
pub fn event_of_bulk(bulk: &BulkId, limit: i64) -> Stmt {
    Stmt::new(
        format!(
            "SELECT {EVENT} WHERE e.bulk = ?1 AND e.dispatched_at IS NULL AND NOT EXISTS (SELECT 1 FROM job j WHERE j.id = ?1 AND j.status IN ('queued', 'running'))
             ORDER BY e.record_id, e.seq LIMIT ?2"
        ),
        params![bulk, limit],
    )
}

/// Events that nobody fanned out since `before`, oldest first, and for which the sweep sent no message since `nudged`:
/// `[record, seq, the action on many records that it is part of]`. Those of a job wait for its end.
pub fn event_overdue(before: Timestamp, nudged: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        "SELECT json_array(record_id, seq, bulk) FROM event INDEXED BY event_outbox
         WHERE dispatched_at IS NULL AND at < ?1 AND (nudged_at IS NULL OR nudged_at < ?2)
           AND NOT EXISTS (SELECT 1 FROM job j WHERE j.id = event.bulk AND j.status IN ('queued', 'running')) ORDER BY at LIMIT ?3",
        params![before, nudged, limit],
    )
}

/// Notes that the sweep has sent the messages of events, a list of `[record, seq]`, again.
pub fn event_nudged(events: &str, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE event SET nudged_at = ?2 WHERE (record_id, seq) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?1)) AND dispatched_at IS NULL",
        params![events, now],
    )
}

/// The last events of a record that were not fanned out: `[from, to]`.
pub fn event_left(record: &RecordId) -> Stmt {
    Stmt::new(
        "SELECT json_array(min(seq), max(seq)) FROM event
         WHERE record_id = ?1 AND seq > (SELECT version - 100 FROM record WHERE id = ?1) AND bulk IS NULL AND dispatched_at IS NULL",
        params![record],
    )
}

/// Marks events, a list of `[record, seq]`, as fanned out. Marking twice does no harm.
pub fn event_dispatched(events: &str, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE event SET dispatched_at = ?2 WHERE (record_id, seq) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?1)) AND dispatched_at IS NULL",
        params![events, now],
    )
}

/// Tells whomever the calls (a list of [`crate::notice::Call::row`]) reach at this moment: who is active, is not the one who
/// did it, sees the record or need not, has not muted it, and wants to be told. Each is told once by one act, of what goes
/// before the rest; of one action on many records once, with their number. Calls by events that were fanned out reach nobody.
pub fn notice_insert(calls: &str, now: Timestamp) -> Stmt {
    let sql = format!(
        "WITH call AS MATERIALIZED (
           SELECT j.key AS n, j.value ->> 0 AS record_id, j.value ->> 1 AS seq, j.value ->> 2 AS bulk, j.value ->> 3 AS source, j.value ->> 4 AS base,
             j.value ->> 5 AS type, j.value ->> 6 AS email, j.value ->> 7 AS rank, j.value ->> 8 AS activity, j.value ->> 9 AS blind,
             j.value ->> 10 AS whom, j.value ->> 11 AS target, j.value -> 12 AS facts, j.value ->> 13 AS actor_type, j.value ->> 14 AS actor_id,
             j.value ->> 15 AS actor_name
           FROM json_each(?1) j WHERE j.value ->> 1 IS NULL OR EXISTS (
             SELECT 1 FROM event e WHERE e.record_id = j.value ->> 0 AND e.seq = j.value ->> 1 AND e.dispatched_at IS NULL)),
         reached (n, user_id) AS MATERIALIZED (
           SELECT n, target FROM call WHERE whom = 'user'
           UNION SELECT * FROM (
             SELECT call.n, m.user_id FROM call CROSS JOIN team_member m ON m.team_id = call.target WHERE call.whom = 'team'
             UNION ALL SELECT call.n, m.user_id FROM call CROSS JOIN former_member m ON m.team_id = call.target WHERE call.whom = 'team')
           UNION SELECT call.n, u.id FROM call CROSS JOIN record r ON r.id = call.record_id CROSS JOIN user u ON u.org_id = r.org_id WHERE call.whom = 'everyone'
           UNION SELECT call.n, r.owner_id FROM call CROSS JOIN record r ON r.id = call.record_id
             WHERE call.whom IN ('owner', 'keepers', 'workers') AND r.owner_id IS NOT NULL
           UNION SELECT * FROM (
             SELECT call.n, u.id FROM call CROSS JOIN record r ON r.id = call.record_id
                 AND NOT EXISTS (SELECT 1 FROM user w WHERE w.id = r.owner_id AND w.active = 1)
               CROSS JOIN role o ON o.org_id = r.org_id AND o.capabilities & 8 CROSS JOIN user u ON u.role_id = o.id AND u.active = 1
               WHERE call.whom = 'keepers'
             UNION ALL SELECT call.n, substr(a.principal, 8) FROM call CROSS JOIN access a ON a.record_id = call.record_id
               AND a.principal >= 'collab:' AND a.principal < 'collab;' AND (a.expires_at IS NULL OR a.expires_at > ?3) WHERE call.whom = 'workers'
             UNION ALL SELECT call.n, w.user_id FROM call CROSS JOIN watch w ON w.record_id = call.record_id AND w.what = 'watch' WHERE call.whom = 'workers')),
         candidate (id) AS MATERIALIZED (SELECT DISTINCT user_id FROM reached), {PEOPLE},
         fit AS MATERIALIZED (
           SELECT call.*, k.id AS user_id, k.org_id, coalesce(f.in_app, 1) AS in_app, coalesce(f.email, call.email) AS mail,
             row_number() OVER (PARTITION BY call.source, call.record_id, k.id ORDER BY call.rank, call.n) AS place
           FROM reached t CROSS JOIN call ON call.n = t.n CROSS JOIN caller k ON k.id = t.user_id
           LEFT JOIN record r ON r.id = call.record_id LEFT JOIN preference f ON f.user_id = k.id AND f.type = call.type
           WHERE k.active = 1 AND k.id IS NOT call.actor_id AND k.org_id = coalesce(r.org_id, k.org_id)
           AND (call.blind OR (r.id IS NOT NULL AND {}))
           AND NOT (call.activity AND EXISTS (SELECT 1 FROM watch w WHERE w.record_id = call.record_id AND w.what = 'mute' AND w.user_id = k.id))
           AND (coalesce(f.in_app, 1) OR coalesce(f.email, call.email) <> 'off'))
         INSERT INTO notification (user_id, id, org_id, type, source, record_id, seq, actor_type, actor_id, actor_name, facts, count, created_at, read_at, in_app, email)
         SELECT user_id, substr(base, 1, 24) || substr(user_id, 25), org_id, type, source, iif(bulk, NULL, record_id), iif(bulk, NULL, seq),
           actor_type, actor_id, actor_name, facts, records, ?3, iif(in_app, NULL, ?3), in_app, mail
         FROM (SELECT *, count(*) AS records, min(rank) FROM fit WHERE place = 1 GROUP BY source, user_id) WHERE true
         ON CONFLICT (source, user_id) DO UPDATE SET count = count + excluded.count, read_at = excluded.read_at,
           facts = iif(facts ->> 'kind' = excluded.facts ->> 'kind', facts, json_remove(facts, '$.kind')) WHERE type = 'bulk_summary'",
        sees!("k.id")
    );
    Stmt::new(sql, params![calls, Value::Null, now])
}

/// Forgets who was in teams that were deleted before `before`.
pub fn former_purge(before: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        "DELETE FROM former_member WHERE (team_id, user_id) IN (SELECT team_id, user_id FROM former_member WHERE left_at < ?1 ORDER BY left_at LIMIT ?2)",
        params![before, limit],
    )
}

/// What those of an organisation who are connected were just told of these sources (a list): `[person, unread, notification]`.
pub fn notice_announce(sources: &str, now: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        format!(
            "WITH hit AS MATERIALIZED (
               SELECT n.user_id, n.id FROM json_each(?1) j CROSS JOIN notification n ON n.source = j.value CROSS JOIN inbox_seat s ON s.user_id = n.user_id
               WHERE n.in_app = 1 AND n.read_at IS NULL LIMIT ?2),
             candidate (id) AS MATERIALIZED (SELECT DISTINCT user_id FROM hit), {PEOPLE}
             SELECT json_array(n.user_id, {}, {NOTICE}{}))
             FROM hit CROSS JOIN notification n ON n.user_id = hit.user_id AND n.id = hit.id LEFT JOIN record r ON r.id = n.record_id
             ORDER BY n.user_id, n.id",
            unread!("n.user_id"),
            sees!("n.user_id")
        ),
        params![sources, limit, now],
    )
}

/// A page of the caller's notifications, newest first.
pub fn notice_page(credential: &Credential, unread: Option<bool>, before: Option<&NoticeId>, limit: i64, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([before.map_or(Value::from("~"), Value::from), limit.into()]);
    let (index, which) = match unread {
        None => ("", "n.in_app = 1"),
        Some(true) => ("INDEXED BY notification_unread", "n.in_app = 1 AND n.read_at IS NULL"),
        Some(false) => ("", "n.in_app = 1 AND n.read_at IS NOT NULL"),
    };
    Stmt::new(
        format!(
            "{CALLER} SELECT {NOTICE}CASE WHEN r.deleted_at IS NULL THEN {SEES} ELSE {SEES_TRASH} END)
             FROM notification n {index} LEFT JOIN record r ON r.id = n.record_id
             WHERE n.user_id = (SELECT id FROM caller WHERE active) AND n.id < ?4 AND {which} ORDER BY n.id DESC LIMIT ?5"
        ),
        params,
    )
}

/// How many of the caller's notifications are unread, up to [`MOST_UNREAD`], and whether their inbox is open: `[unread, 0 or 1]`.
pub fn notice_unread(credential: &Credential, now: Timestamp) -> Stmt {
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array({}, EXISTS (SELECT 1 FROM inbox_seat s WHERE s.user_id = caller.id)) FROM caller WHERE active",
            unread!("caller.id")
        ),
        credential.params(now),
    )
}

/// Marks the caller's notifications as read: these, or all that are there by now.
pub fn notice_read(credential: &Credential, ids: Option<&[NoticeId]>, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    let (index, which) = match ids {
        None => ("INDEXED BY notification_unread", ""),
        Some(ids) => {
            params.push(show::text(&ids.show()).into());
            ("", "AND id IN (SELECT value FROM json_each(?4))")
        }
    };
    Stmt::new(
        format!(
            "{CALLER} UPDATE notification {index} SET read_at = ?3 WHERE user_id = (SELECT id FROM caller WHERE active) AND read_at IS NULL {which}"
        ),
        params,
    )
}

/// How the caller wants to be told, where that is not as usual: `[type, 1 or 0, how by e-mail]`.
pub fn preference_list(credential: &Credential, now: Timestamp) -> Stmt {
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(f.type, f.in_app, f.email) FROM preference f WHERE f.user_id = (SELECT id FROM caller WHERE active)"
        ),
        credential.params(now),
    )
}

/// Sets how the caller is told: `changes` is a list of `[type, 1 or 0 or null, how by e-mail or null, the usual way by
/// e-mail]`, in which null leaves what is there.
pub fn preference_put(credential: &Credential, changes: &str, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(changes.into());
    Stmt::new(
        format!(
            "{CALLER} INSERT INTO preference (user_id, type, in_app, email)
             SELECT k.id, j.value ->> 0, coalesce(j.value ->> 1, f.in_app, 1), coalesce(j.value ->> 2, f.email, j.value ->> 3)
             FROM caller k CROSS JOIN json_each(?4) j LEFT JOIN preference f ON f.user_id = k.id AND f.type = j.value ->> 0 WHERE k.active
             ON CONFLICT (user_id, type) DO UPDATE SET in_app = excluded.in_app, email = excluded.email"
        ),
        params,
    )
}

/// What the caller may say about a record: that they want to hear of it, or no more of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// They want to hear of it.
    Watch,
    /// They want to hear no more of it.
    Mute,
}

/// Notes or takes back a wish of the caller about a record that they see; whether they do: `[1]`.
pub fn watch_put(credential: &Credential, record: &RecordId, kind: Kind, wish: Wish, on: bool, now: Timestamp) -> [Stmt; 2] {
    let mut params = credential.params(now);
    params.extend([record.into(), kind.text().into()]);
    let seen = format!("FROM record r WHERE r.id = ?4 AND r.shelf = ?5 AND r.org_id = (SELECT org_id FROM viewer) AND {SEES}");
    let what = match wish {
        Wish::Watch => "'watch'",
        Wish::Mute => "'mute'",
    };
    let write = if on {
        format!(
            "{CALLER} INSERT INTO watch (record_id, what, user_id, org_id) SELECT r.id, {what}, (SELECT id FROM viewer), r.org_id {seen} ON CONFLICT DO NOTHING"
        )
    } else {
        format!("{CALLER} DELETE FROM watch WHERE what = {what} AND user_id = (SELECT id FROM viewer) AND record_id = (SELECT r.id {seen})")
    };
    [Stmt::new(write, params.clone()), Stmt::new(format!("{CALLER} SELECT json_array(1) {seen}"), params)]
}

/// An open task that is due and that nobody was reminded of, on a record that is not in the trash: `[record, title, [whom to remind, when it is due]]`.
pub fn task_to_remind(task: &WorkId, now: Timestamp) -> Stmt {
    Stmt::new(
        format!(
            "SELECT json_array(record_id, title, json_array(coalesce(assignee_id, author_id), due_at)) FROM task
             WHERE id = ?1 AND status = 'open' AND reminded_at IS NULL AND due_at <= ?2 AND {ON_THE_SHELF}"
        ),
        params![task, now],
    )
}
