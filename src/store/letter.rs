//! Dead letters: messages of the queue that failed however often they were tried. What such a message is about no longer waits,
//! or the sweep would send the same message for ever, until somebody has it tried again.

use super::person::Credential;
use crate::access::CALLER;
use crate::id::LetterId;
use crate::job::Job;
use crate::sql::{Stmt, Value};
use crate::time::Timestamp;
use crate::{columns, params, shown};

/// A dead letter as callers see it.
#[derive(Clone, Debug)]
pub struct LetterRow {
    /// Its id.
    pub id: LetterId,
    /// What the message asked for.
    pub job: String,
    /// What it was about, by its id.
    pub subject_id: Option<String>,
    /// Why it could not be done.
    pub code: String,
    /// How often it came to this.
    pub deaths: i64,
    /// When it first did.
    pub created_at: Timestamp,
    /// When it last did.
    pub died_at: Timestamp,
}

columns!(LetterRow: id, job, subject_id, code, deaths, created_at, died_at);
shown!(LetterRow: id, job, subject_id, code, deaths, created_at, died_at);

/// A message that cannot be read may be any text, and of another version any JSON.
const LETTER: &str =
    "json_array(l.id, coalesce(CASE WHEN json_valid(l.job) THEN substr(l.job ->> 0, 1, instr(l.job ->> 0, '.') - 1) END, 'unreadable'),
    CAST(CASE WHEN json_valid(l.job) THEN l.job ->> 1 END AS TEXT), l.code, l.deaths, l.created_at, l.died_at) FROM dead_letter l";

/// Records a message, before it is tried this once more: should that end the process, it stands here. How often it came to
/// this: `[deaths]`.
pub fn letter_insert(id: &LetterId, job: &str, code: &str, cause: &str, now: Timestamp) -> Stmt {
    Stmt::new(
        "INSERT INTO dead_letter (id, org_id, job, code, cause, created_at, died_at)
         SELECT ?1, CASE WHEN json_valid(?2) THEN coalesce((SELECT org_id FROM record WHERE id = ?2 ->> 1), (SELECT org_id FROM task WHERE id = ?2 ->> 1),
           (SELECT org_id FROM delivery WHERE id = ?2 ->> 1), (SELECT org_id FROM webhook_delivery WHERE id = ?2 ->> 1), (SELECT org_id FROM job WHERE id = ?2 ->> 1), (SELECT org_id FROM event WHERE bulk = ?2 ->> 1 AND dispatched_at IS NULL LIMIT 1)) END,
           ?2, ?3, ?4, ?5, ?5 WHERE true
         ON CONFLICT (job) DO UPDATE SET deaths = deaths + 1, died_at = excluded.died_at RETURNING json_array(deaths)",
        params![id, job, code, cause, now],
    )
}

/// Why it failed this last time.
pub fn letter_cause(job: &str, code: &str, cause: &str) -> Stmt {
    Stmt::new("UPDATE dead_letter SET code = ?2, cause = ?3 WHERE job = ?1", params![job, code, cause])
}

/// It was done after all, or somebody drops it.
pub fn letter_delete(job: &str) -> Stmt {
    Stmt::new("DELETE FROM dead_letter WHERE job = ?1", params![job])
}

/// What a message is about waits no more (with the time of its death), or does so again.
pub fn letter_subject(job: &Job, died_at: Timestamp, again: bool) -> Option<Stmt> {
    let time = Value::from(died_at);
    Some(match (job, again) {
        (Job::Events { record, from, seq }, false) => Stmt::new(
            "UPDATE event SET dispatched_at = ?4 WHERE record_id = ?1 AND seq >= ?2 AND seq <= ?3 AND bulk IS NULL AND dispatched_at IS NULL",
            params![record, *from, *seq, died_at],
        ),
        (Job::Events { record, from, seq }, true) => Stmt::new(
            "UPDATE event SET dispatched_at = NULL, nudged_at = NULL WHERE record_id = ?1 AND seq >= ?2 AND seq <= ?3 AND bulk IS NULL AND dispatched_at = ?4",
            params![record, *from, *seq, died_at],
        ),
        (Job::Bulk { bulk }, false) => {
            Stmt::new("UPDATE event SET dispatched_at = ?2 WHERE bulk = ?1 AND dispatched_at IS NULL", vec![bulk.into(), time])
        }
        (Job::Bulk { bulk }, true) => Stmt::new(
            "UPDATE event SET dispatched_at = NULL, nudged_at = NULL WHERE bulk = ?1 AND dispatched_at = ?2",
            vec![bulk.into(), time],
        ),
        // A job that cannot go on has failed, and people are told what it did; one of whose end nobody can be told rests.
        (Job::Run { job, turn }, false) => Stmt::new(
            "UPDATE job SET told_at = iif(status IN ('queued', 'running'), NULL, ?3), finished_at = coalesce(finished_at, ?3), due_at = ?3,
               status = iif(status IN ('queued', 'running'), 'failed', status) WHERE id = ?1 AND turn = ?2 AND told_at IS NULL",
            params![job, *turn, died_at],
        ),
        (Job::Run { job, turn }, true) => Stmt::new(
            "UPDATE job SET status = iif(status = 'failed', 'running', status), finished_at = iif(status = 'failed', NULL, finished_at), told_at = NULL
             WHERE id = ?1 AND turn = ?2 AND (status = 'failed' OR told_at = ?3)",
            params![job, *turn, died_at],
        ),
        (Job::Due { task }, false) => {
            Stmt::new("UPDATE task SET reminded_at = ?2 WHERE id = ?1 AND status = 'open' AND reminded_at IS NULL", vec![task.into(), time])
        }
        (Job::Due { task }, true) => {
            Stmt::new("UPDATE task SET reminded_at = NULL WHERE id = ?1 AND reminded_at = ?2", vec![task.into(), time])
        }
        _ => return None,
    })
}

/// A page of the dead letters of the caller's organisation, newest first.
pub fn letter_page(credential: &Credential, before: Option<&LetterId>, limit: i64, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([before.map_or(Value::from("~"), Value::from), limit.into()]);
    Stmt::new(
        format!(
            "{CALLER} SELECT {LETTER} WHERE l.org_id = (SELECT org_id FROM caller WHERE active) AND l.id < ?4 ORDER BY l.id DESC LIMIT ?5"
        ),
        params,
    )
}

/// A dead letter of the caller's organisation, and its message.
pub fn letter_get(credential: &Credential, id: &LetterId, now: Timestamp) -> [Stmt; 2] {
    let mut params = credential.params(now);
    params.push(id.into());
    let which = "WHERE l.id = ?4 AND l.org_id = (SELECT org_id FROM caller WHERE active)";
    [
        Stmt::new(format!("{CALLER} SELECT {LETTER} {which}"), params.clone()),
        Stmt::new(format!("{CALLER} SELECT json_array(l.job) FROM dead_letter l {which}"), params),
    ]
}
