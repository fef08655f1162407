//! Jobs: one action on many records, and what came of each of them. What callers see of either is text that the database makes: it
//! passes through.
//!
//! A record's outcome is written once: that it changed by its room, in the batch that changes it; everything else by the consumer,
//! as long as the job runs. How many there are of each a trigger keeps.

use super::person::Credential;
use crate::access::{CALLER, Capabilities};
use crate::id::{JobId, OrgId, RecordId, UserId};
use crate::model::Kind;
use crate::sql::{Stmt, Value};
use crate::store::webhook::made_at;
use crate::store::work::at;
use crate::time::Timestamp;
use crate::{columns, params};

/// The most records of a job.
pub const MOST: i64 = 100_000;

/// What can come of a record.
pub const OUTCOMES: &[&str] = &["changed", "unchanged", "forbidden", "not_found", "conflict", "failed"];

/// Where a job stands.
pub const STATUSES: &[&str] = &["queued", "running", "done", "canceled", "failed"];

/// Job `j` as callers see it.
const JOB: &str = concat!(
    "json_object('id', j.id, 'kind', j.kind, 'action', j.type, 'status', j.status, 'total', j.total, 'done', j.done,
       'outcomes', json_object('changed', j.changed, 'unchanged', j.unchanged, 'forbidden', j.forbidden, 'not_found', j.not_found,
         'conflict', j.conflict, 'failed', j.failed),
       'notify', iif(j.notify, 'summary', 'none'), 'dry_run', json(iif(j.dry_run, 'true', 'false')), 'undoes', j.undoes,
       'undone_by', (SELECT o.id FROM job o WHERE o.undoes = j.id),
       'created_by', (SELECT json_object('id', u.id, 'name', u.name) FROM user u WHERE u.id = j.user_id), 'created_at', ",
    at!("j.created_at"),
    ", 'finished_at', ",
    at!("j.finished_at"),
    ")"
);

/// Whether the caller may know of job `j`.
const SEEN: &str = "j.org_id = caller.org_id AND (j.user_id = caller.id OR caller.capabilities & 1)";

/// A new job.
pub struct NewJob<'a> {
    /// Its id.
    pub id: &'a JobId,
    /// In which organisation.
    pub org: &'a OrgId,
    /// Who makes it, and acts.
    pub user: &'a UserId,
    /// With which kind of records.
    pub kind: Kind,
    /// What the API calls the action.
    pub what: &'a str,
    /// The action, as it goes to the rooms.
    pub action: &'a str,
    /// Whether people are told.
    pub notify: bool,
    /// Whether nothing is written.
    pub dry_run: bool,
    /// Which job it undoes.
    pub undoes: Option<&'a JobId>,
    /// When the sweep sends its message again.
    pub due: Timestamp,
}

/// Which records a job is about.
pub enum Picked<'a> {
    /// Those with these ids, a list.
    Ids(&'a str),
    /// Those with these numbers, a list.
    Numbers(&'a str),
    /// Those that this job has assigned.
    ChangedBy(&'a JobId),
}

/// Makes a job with its records, all or nothing.
pub fn job_insert(new: &NewJob<'_>, picked: &Picked<'_>, now: Timestamp) -> [Stmt; 3] {
    let (rows, value) = match picked {
        Picked::Ids(ids) => ("SELECT DISTINCT ?1, value, NULL FROM json_each(?2)", Value::from(*ids)),
        Picked::Numbers(numbers) => {
            ("SELECT DISTINCT ?1, r.id, NULL FROM json_each(?2) p CROSS JOIN record r ON r.num = p.value", Value::from(*numbers))
        }
        Picked::ChangedBy(job) => {
            ("SELECT ?1, record_id, owner_id FROM job_item WHERE job_id = ?2 AND outcome = 'changed'", Value::from(*job))
        }
    };
    [
        Stmt::new(
            "INSERT INTO job (id, org_id, user_id, kind, type, action, notify, dry_run, undoes, due_at, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![new.id, new.org, new.user, new.kind.text(), new.what, new.action, new.notify, new.dry_run, new.undoes, new.due, now],
        ),
        Stmt::new(format!("INSERT INTO job_item (job_id, record_id, owner_id) {rows}"), vec![new.id.into(), value]),
        Stmt::new("UPDATE job SET total = (SELECT count(*) FROM job_item WHERE job_id = ?1) WHERE id = ?1", params![new.id]),
    ]
}

/// A job that the caller may know of, as they see it.
pub fn job_get(credential: &Credential, job: &JobId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(job.into());
    Stmt::new(format!("{CALLER} SELECT {JOB} FROM caller CROSS JOIN job j ON j.id = ?4 WHERE caller.active AND {SEEN}"), params)
}

/// What deciding about a job takes.
pub struct Known {
    /// Whether the caller made it (1).
    pub made: i64,
    /// With which kind of records.
    pub kind: Kind,
    /// Its action, as it goes to the rooms.
    pub action: serde_json::Value,
    /// Whether people are told (1).
    pub notify: i64,
    /// Whether nothing was written (1).
    pub dry_run: i64,
    /// Whether it has ended (1).
    pub over: i64,
    /// Which of its messages is worth something.
    pub turn: i64,
}

columns!(Known: made, kind, action, notify, dry_run, over, turn);

/// What deciding about a job that the caller may know of takes: [`Known`].
pub fn job_known(credential: &Credential, job: &JobId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(job.into());
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(j.user_id = caller.id, j.kind, json(j.action), j.notify, j.dry_run, j.finished_at IS NOT NULL, j.turn)
             FROM caller CROSS JOIN job j ON j.id = ?4 WHERE caller.active AND {SEEN}"
        ),
        params,
    )
}

/// A page of the jobs that the caller may know of, newest first.
pub fn job_page(credential: &Credential, before: Option<&JobId>, limit: i64, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([before.map_or(Value::from("~"), Value::from), limit.into()]);
    Stmt::new(
        format!(
            "{CALLER}, hit (id) AS MATERIALIZED (
               SELECT * FROM (SELECT id FROM job WHERE user_id = (SELECT id FROM caller WHERE active) AND id < ?4 ORDER BY id DESC LIMIT ?5)
               UNION SELECT * FROM (SELECT id FROM job WHERE org_id = (SELECT org_id FROM caller WHERE active AND capabilities & 1) AND id < ?4 ORDER BY id DESC LIMIT ?5))
             SELECT {JOB} FROM hit CROSS JOIN job j ON j.id = hit.id ORDER BY j.id DESC LIMIT ?5"
        ),
        params,
    )
}

/// A page of what came of a job's records, by outcome and record; of those with one outcome, or of all that have one. `after` is of the
/// same list.
pub fn job_item_page(job: &JobId, outcome: Option<&'static str>, after: (&str, &str), limit: i64) -> Stmt {
    Stmt::new(
        "SELECT json_patch('{}', json_object('record_id', record_id, 'outcome', outcome, 'code', code, 'errors', json(errors))) FROM job_item
         WHERE job_id = ?1 AND (outcome, record_id) > (?2, ?3) AND outcome <= ?4 ORDER BY outcome, record_id LIMIT ?5",
        params![job, outcome.unwrap_or("").max(after.0), after.1, outcome.unwrap_or("~"), limit],
    )
}

/// A job ends before its time, unless it is over already. Nothing is done from now on.
pub fn job_cancel(job: &JobId, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE job SET status = 'canceled', finished_at = ?2, due_at = ?2 WHERE id = ?1 AND status IN ('queued', 'running')",
        params![job, now],
    )
}

/// A job at work.
pub struct Task {
    /// Who acts.
    pub user: UserId,
    /// In which organisation.
    pub org: OrgId,
    /// With which kind of records.
    pub kind: Kind,
    /// Where it stands.
    pub status: String,
    /// The action, as it goes to the rooms.
    pub action: serde_json::Value,
    /// Whether people are told (1).
    pub notify: i64,
    /// Whether nothing is written (1).
    pub dry_run: i64,
    /// Whether who acts is active (1).
    pub active: i64,
    /// Whether they may act on many records (1).
    pub entitled: i64,
    /// Whether their inbox is open (1).
    pub seated: i64,
    /// The job as callers see it.
    pub shown: serde_json::Value,
}

columns!(Task: user, org, kind, status, action, notify, dry_run, active, entitled, seated, shown);

/// What is next of a job, for the message of this turn: it runs from now on, or is done when nothing is left. Then [`Task`], if the
/// message is worth anything, and the next records: `[record, owner]`.
pub fn job_take(job: &JobId, turn: i64, limit: i64, now: Timestamp) -> [Stmt; 4] {
    [
        Stmt::new("UPDATE job SET status = 'running' WHERE id = ?1 AND turn = ?2 AND status = 'queued'", params![job, turn]),
        Stmt::new(
            "UPDATE job SET status = 'done', finished_at = ?3 WHERE id = ?1 AND turn = ?2 AND status = 'running' AND done = total",
            params![job, turn, now],
        ),
        Stmt::new(
            format!(
                "SELECT json_array(j.user_id, j.org_id, j.kind, j.status, json(j.action), j.notify, j.dry_run, p.active, p.active AND o.capabilities & {} <> 0,
                   EXISTS (SELECT 1 FROM inbox_seat s WHERE s.user_id = j.user_id), {JOB})
                 FROM job j JOIN user p ON p.id = j.user_id JOIN role o ON o.id = p.role_id WHERE j.id = ?1 AND j.turn = ?2 AND j.told_at IS NULL",
                Capabilities::BULK.bits()
            ),
            params![job, turn],
        ),
        Stmt::new(
            "SELECT json_array(record_id, owner_id) FROM job_item INDEXED BY job_item_by_outcome WHERE job_id = ?1 AND outcome IS NULL ORDER BY record_id LIMIT ?2",
            params![job, limit],
        ),
    ]
}

/// Notes what came of records, a list of `[record, outcome, code, errors]`, as long as the job runs. What is known already stays.
pub fn job_item_told(job: &JobId, outcomes: &str) -> Stmt {
    Stmt::new(
        "UPDATE job_item SET (outcome, code, errors) = (
           SELECT value ->> 1, value ->> 2, value ->> 3 FROM json_each(?2) WHERE value ->> 0 = job_item.record_id)
         WHERE job_id = ?1 AND record_id IN (SELECT value ->> 0 FROM json_each(?2)) AND +outcome IS NULL
           AND EXISTS (SELECT 1 FROM job WHERE id = ?1 AND status = 'running')",
        params![job, outcomes],
    )
}

/// Whoever acts may no longer: the next records of the job are forbidden.
pub fn job_item_forbid(job: &JobId, code: &str, limit: i64) -> Stmt {
    Stmt::new(
        "UPDATE job_item SET outcome = 'forbidden', code = ?2 WHERE job_id = ?1 AND record_id IN (
           SELECT record_id FROM job_item WHERE job_id = ?1 AND outcome IS NULL ORDER BY record_id LIMIT ?3)
         AND outcome IS NULL AND EXISTS (SELECT 1 FROM job WHERE id = ?1 AND status = 'running')",
        params![job, code, limit],
    )
}

/// The next message of a job is worth something, and this one no longer: `[id]`, once.
pub fn job_turn(job: &JobId, turn: i64, due: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE job SET turn = turn + 1, due_at = ?3 WHERE id = ?1 AND turn = ?2 AND told_at IS NULL RETURNING json_array(id)",
        params![job, turn, due],
    )
}

/// Everything that follows from a job's end was done.
pub fn job_told(job: &JobId, now: Timestamp) -> Stmt {
    Stmt::new("UPDATE job SET told_at = ?2 WHERE id = ?1 AND told_at IS NULL", params![job, now])
}

/// In a record's room: `[1]` while the job runs and has not done the record.
pub fn job_item_open(job: &JobId, record: &RecordId) -> Stmt {
    Stmt::new(
        "SELECT json_array(1) FROM job_item i CROSS JOIN job j ON j.id = i.job_id WHERE i.job_id = ?1 AND i.record_id = ?2 AND i.outcome IS NULL AND j.status = 'running'",
        params![job, record],
    )
}

/// In a record's room: `[1]` when the job that `job` undoes was made by the same person.
pub fn job_made(job: &JobId) -> Stmt {
    Stmt::new("SELECT json_array(1) FROM job j CROSS JOIN job o ON o.id = j.undoes WHERE j.id = ?1 AND o.user_id = j.user_id", params![job])
}

/// Whom the job that this one undoes took away from a record's collaborators, and as what they were there: `[person, level, until]`, the time
/// as the timeline has it.
pub fn job_took_away(undo: &JobId, record: &RecordId) -> Stmt {
    Stmt::new(
        "SELECT json_array(json_array(u.id, u.name, u.active, o.ceiling, o.capabilities), e.data ->> '$.level',
           (SELECT f.data ->> '$.until' FROM event f WHERE f.record_id = e.record_id AND f.seq < e.seq
              AND f.type IN ('collaborator_added', 'collaborator_changed') AND f.data ->> '$.user.id' = u.id ORDER BY f.seq DESC LIMIT 1))
         FROM job j CROSS JOIN event e ON e.record_id = ?2 AND +e.bulk = j.undoes AND e.type = 'collaborator_removed'
           CROSS JOIN user u ON u.id = e.data ->> '$.user.id' CROSS JOIN role o ON o.id = u.role_id WHERE j.id = ?1",
        params![undo, record],
    )
}

/// The open tasks of a record that the job that this one undoes gave to its new owner, who still has them: `[task]`.
pub fn job_gave_tasks(undo: &JobId, record: &RecordId) -> Stmt {
    Stmt::new(
        "SELECT json_quote(t.id) FROM job j CROSS JOIN event e ON e.record_id = ?2 AND +e.bulk = j.undoes AND e.type = 'assigned'
           CROSS JOIN json_each(e.data, '$.moved_tasks') m CROSS JOIN record r ON r.id = ?2
           CROSS JOIN task t ON t.id = m.value AND t.record_id = r.id AND t.status = 'open' AND t.assignee_id IS r.owner_id WHERE j.id = ?1",
        params![undo, record],
    )
}

/// In a record's room, with what changes it: the job has changed it, and `owner` owned it before. Fails on `job_item.` when the job
/// has done it already or is over.
pub fn job_item_changed(job: &JobId, record: &RecordId, owner: Option<&UserId>) -> [Stmt; 2] {
    [
        Stmt::new(
            "INSERT INTO job_item (job_id, record_id) SELECT ?1, ?2 WHERE NOT EXISTS (
               SELECT 1 FROM job_item i CROSS JOIN job j ON j.id = i.job_id WHERE i.job_id = ?1 AND i.record_id = ?2 AND i.outcome IS NULL AND j.status = 'running')",
            params![job, record],
        ),
        Stmt::new(
            "UPDATE job_item SET outcome = 'changed', owner_id = ?3 WHERE job_id = ?1 AND record_id = ?2 AND outcome IS NULL",
            params![job, record, owner],
        ),
    ]
}

/// Jobs that stand still, or of whose end not everybody was told: `[id, turn]`. They are left to their messages until `until`.
pub fn job_overdue(until: Timestamp, limit: i64, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE job SET due_at = ?1 WHERE id IN (SELECT id FROM job WHERE told_at IS NULL AND due_at <= ?2 ORDER BY due_at LIMIT ?3)
         RETURNING json_array(id, turn)",
        params![until, now, limit],
    )
}

/// Forgets jobs that were made before `before` and are over, with their records: at most `limit` of these.
pub fn job_forget(before: Timestamp, limit: i64) -> [Stmt; 2] {
    [
        Stmt::new(
            concat!(
                "DELETE FROM job_item WHERE (job_id, record_id) IN (SELECT i.job_id, i.record_id FROM job j CROSS JOIN job_item i ON i.job_id = j.id WHERE j.id < ",
                made_at!("?1"),
                " AND j.told_at IS NOT NULL ORDER BY j.id LIMIT ?2)"
            ),
            params![before, limit],
        ),
        Stmt::new(
            concat!(
                "DELETE FROM job WHERE id IN (SELECT j.id FROM job j WHERE j.id < ",
                made_at!("?1"),
                " AND j.told_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM job_item i WHERE i.job_id = j.id) ORDER BY j.id LIMIT ?2)"
            ),
            params![before, limit],
        ),
    ]
}
