//! Notes, tasks and communications. Each is read as the text that callers see, made by the database: it passes through.

use super::person::Credential;
use crate::access::{CALLER, PEOPLE, SEES};
use crate::id::{OrgId, RecordId, UserId, WorkId};
use crate::model::Work;
use crate::params;
use crate::record::fields::Patch;
use crate::show::{self, Show as _};
use crate::sql::{Stmt, Value};
use crate::time::Timestamp;

/// A time as callers see it.
macro_rules! at {
    ($column:literal) => {
        concat!("strftime('%Y-%m-%dT%H:%M:%fZ', ", $column, " / 1000.0, 'unixepoch')")
    };
}
pub(super) use at;

/// What callers see of a row `w`: its id first, and the members of its own between what all have.
macro_rules! shown {
    ($table:literal, $($own:expr),*) => {
        concat!(
            "json_object('id', w.id, 'lead', json_object('id', r.id, 'kind', r.kind, 'name', coalesce(r.name, r.email, r.phone)),
             'author', json_object('id', a.id, 'name', a.name), ", $($own,)* ", 'created_at', ", at!("w.created_at"), ")
             FROM ", $table, " w CROSS JOIN record r ON r.id = w.record_id CROSS JOIN user a ON a.id = w.author_id"
        )
    };
}

const fn shown(work: Work) -> &'static str {
    match work {
        Work::Note => {
            shown!("note", "'body', w.body, 'mentions', json(w.mentions), 'version', w.version, 'updated_at', ", at!("w.updated_at"))
        }
        Work::Task => shown!(
            "task",
            "'title', w.title, 'status', w.status, 'due_at', ",
            at!("w.due_at"),
            ", 'assignee', json((SELECT json_object('id', s.id, 'name', s.name) FROM user s WHERE s.id = w.assignee_id)),
             'done_at', ",
            at!("w.done_at"),
            ", 'version', w.version, 'updated_at', ",
            at!("w.updated_at")
        ),
        Work::Communication => shown!(
            "communication",
            "'channel', w.channel, 'direction', w.direction, 'summary', w.summary, 'body', w.body, 'duration_s', w.duration_s, 'occurred_at', ",
            at!("w.occurred_at")
        ),
    }
}

/// A page of a record's, newest first. Nothing of a record in the trash.
pub fn work_page(work: Work, record: &RecordId, before: Option<&WorkId>, limit: i64) -> Stmt {
    Stmt::new(
        format!("SELECT {} WHERE w.record_id = ?1 AND r.deleted_at IS NULL AND w.id < ?2 ORDER BY w.id DESC LIMIT ?3", shown(work)),
        params![record, before.map_or(Value::from("~"), Value::from), limit],
    )
}

/// One that the caller may see.
pub fn work_get(credential: &Credential, work: Work, id: &WorkId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(id.into());
    Stmt::new(
        format!(
            "{CALLER} SELECT {} WHERE w.id = ?4 AND r.org_id = (SELECT org_id FROM viewer) AND r.deleted_at IS NULL AND {SEES}",
            shown(work)
        ),
        params,
    )
}

/// One of a record's.
pub fn work_on(work: Work, record: &RecordId, id: &WorkId) -> Stmt {
    Stmt::new(format!("SELECT {} WHERE w.id = ?2 AND w.record_id = ?1", shown(work)), params![record, id])
}

/// The tasks of one assignee, the caller when not said, that the caller may see, newest first.
pub fn task_page(
    credential: &Credential,
    assignee: Option<&UserId>,
    status: Option<&str>,
    before: Option<&WorkId>,
    limit: i64,
    now: Timestamp,
) -> Stmt {
    let mut params = credential.params(now);
    params.extend([assignee.into(), status.into(), before.map_or(Value::from("~"), Value::from), limit.into()]);
    Stmt::new(
        format!(
            "{CALLER} SELECT {} WHERE w.assignee_id = coalesce(?4, (SELECT id FROM viewer)) AND (?5 IS NULL OR w.status = ?5) AND w.id < ?6
             AND r.org_id = (SELECT org_id FROM viewer) AND r.deleted_at IS NULL AND {SEES} ORDER BY w.id DESC LIMIT ?7",
            shown(Work::Task)
        ),
        params,
    )
}

/// Of the people of a record's organisation with these ids: each as a candidate, and whether they see the record.
pub fn work_people(record: &RecordId, ids: &[&str], now: Timestamp) -> Stmt {
    Stmt::new(
        format!(
            "WITH candidate (id) AS MATERIALIZED (SELECT DISTINCT value FROM json_each(?1)), {PEOPLE}
             SELECT json_array(json_array(c.id, c.name, c.active, c.ceiling, c.capabilities),
               EXISTS (SELECT 1 FROM viewer v WHERE v.id = c.id AND v.capabilities & 1) OR EXISTS (
                 SELECT 1 FROM principal p CROSS JOIN access s ON s.record_id = r.id AND s.principal = p.name
                 WHERE p.holder = c.id AND p.kinds & CASE r.kind WHEN 'lead' THEN 1 WHEN 'contact' THEN 2 ELSE 4 END
                 AND (s.expires_at IS NULL OR s.expires_at > ?3)))
             FROM record r CROSS JOIN caller c ON c.org_id = r.org_id WHERE r.id = ?2"
        ),
        params![show::text(&ids.show()), record, now],
    )
}

/// A time of the fields as the database keeps it.
macro_rules! millis {
    ($path:literal) => {
        concat!("CAST(round(unixepoch(?5 ->> '", $path, "', 'subsec') * 1000) AS INTEGER)")
    };
}

/// A new one.
pub fn work_insert(work: Work, id: &WorkId, org: &OrgId, record: &RecordId, author: &UserId, fields: &Patch, now: Timestamp) -> Stmt {
    let sql = match work {
        Work::Note => {
            "INSERT INTO note (id, org_id, record_id, author_id, body, mentions, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5 ->> 'body', coalesce(?5 -> 'mentions', '[]'), ?6, ?6)"
        }
        Work::Task => concat!(
            "INSERT INTO task (id, org_id, record_id, author_id, title, assignee_id, due_at, created_at, updated_at)
             VALUES (?1, ?2, ?3, ?4, ?5 ->> 'title', ?5 ->> 'assignee_id', ",
            millis!("due_at"),
            ", ?6, ?6)"
        ),
        Work::Communication => concat!(
            "INSERT INTO communication (id, org_id, record_id, author_id, channel, direction, summary, body, duration_s, occurred_at, created_at)
             VALUES (?1, ?2, ?3, ?4, ?5 ->> 'channel', ?5 ->> 'direction', ?5 ->> 'summary', ?5 ->> 'body', ?5 ->> 'duration_s', coalesce(",
            millis!("occurred_at"),
            ", ?6), ?6)"
        ),
    };
    Stmt::new(sql, params![id, org, record, author, json(fields), now])
}

fn json(fields: &Patch) -> String {
    show::text(&fields.show())
}

/// Writes the fields that are named, null ones too.
pub fn work_update(work: Work, id: &WorkId, fields: &Patch, now: Timestamp) -> Stmt {
    let sql = match work {
        Work::Task => concat!(
            "UPDATE task SET title = coalesce(?5 ->> 'title', title), status = coalesce(?5 ->> 'status', status),
               done_at = CASE ?5 ->> 'status' WHEN 'done' THEN ?6 WHEN 'open' THEN NULL ELSE done_at END,
               assignee_id = iif(json_type(?5, '$.assignee_id') IS NULL, assignee_id, ?5 ->> 'assignee_id'),
               due_at = iif(json_type(?5, '$.due_at') IS NULL, due_at, ",
            millis!("due_at"),
            "), reminded_at = iif(json_type(?5, '$.due_at') IS NULL OR due_at IS ",
            millis!("due_at"),
            ", reminded_at, NULL), version = version + 1, updated_at = ?6 WHERE id = ?1"
        ),
        // A communication stays as it was logged.
        Work::Note | Work::Communication => {
            "UPDATE note SET body = coalesce(?5 ->> 'body', body), mentions = coalesce(?5 -> 'mentions', mentions),
               version = version + 1, updated_at = ?6 WHERE id = ?1"
        }
    };
    Stmt::new(sql, params![id, Value::Null, Value::Null, Value::Null, json(fields), now])
}

/// Deletes one.
pub fn work_delete(work: Work, id: &WorkId) -> Stmt {
    Stmt::new(if work == Work::Task { "DELETE FROM task WHERE id = ?1" } else { "DELETE FROM note WHERE id = ?1" }, params![id])
}

/// The open tasks of a record that go with it when it changes hands: its owner's, and nobody's.
pub fn task_of_owner(record: &RecordId) -> Stmt {
    Stmt::new(
        "SELECT json_quote(t.id) FROM record r CROSS JOIN task t ON t.record_id = r.id AND t.status = 'open'
           AND (t.assignee_id IS NULL OR t.assignee_id = r.owner_id) WHERE r.id = ?1 ORDER BY t.id",
        params![record],
    )
}

/// Gives open tasks to somebody else.
pub fn task_assign(tasks: &[WorkId], to: Option<&UserId>, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE task SET assignee_id = ?2, version = version + 1, updated_at = ?3 WHERE id IN (SELECT value FROM json_each(?1))",
        params![show::text(&tasks.show()), to, now],
    )
}

/// What a converted lead hands on. Notes are copied: the lead keeps its own. Open tasks move to the contact, so that what is
/// to be done is to be done once; a deal gets copies. A copy has the original's time and the new record's chance in its id.
pub fn work_carry(from: &RecordId, contact: &RecordId, deal: Option<&RecordId>) -> Vec<Stmt> {
    let mut statements = Vec::new();
    for to in [Some(contact), deal].into_iter().flatten() {
        statements.push(Stmt::new(
            "INSERT INTO note (id, org_id, record_id, author_id, body, mentions, version, created_at, updated_at)
             SELECT substr(id, 1, 24) || substr(?2, 25), org_id, ?2, author_id, body, mentions, version, created_at, updated_at FROM note WHERE record_id = ?1",
            params![from, to],
        ));
    }
    if let Some(deal) = deal {
        statements.push(Stmt::new(
            "INSERT INTO task (id, org_id, record_id, author_id, title, assignee_id, due_at, reminded_at, version, created_at, updated_at)
             SELECT substr(id, 1, 24) || substr(?2, 25), org_id, ?2, author_id, title, assignee_id, due_at, reminded_at, version, created_at, updated_at
             FROM task WHERE record_id = ?1 AND status = 'open'",
            params![from, deal],
        ));
    }
    statements.push(Stmt::new("UPDATE task SET record_id = ?2 WHERE record_id = ?1 AND status = 'open'", params![from, contact]));
    statements
}

/// Whether the record of a task is not in the trash.
pub const ON_THE_SHELF: &str = "EXISTS (SELECT 1 FROM record r WHERE r.id = task.record_id AND r.deleted_at IS NULL)";

/// Open tasks that are due and that nobody was reminded of, of records that are not in the trash: `[task]`.
pub fn task_overdue(now: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        format!(
            "SELECT json_array(id) FROM task INDEXED BY task_due
             WHERE status = 'open' AND reminded_at IS NULL AND due_at IS NOT NULL AND due_at <= ?1 AND {ON_THE_SHELF} ORDER BY due_at LIMIT ?2"
        ),
        params![now, limit],
    )
}

/// Marks a due task as reminded of; marking twice does no harm.
pub fn task_reminded(task: &WorkId, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE task SET reminded_at = ?2 WHERE id = ?1 AND status = 'open' AND reminded_at IS NULL AND due_at <= ?2",
        params![task, now],
    )
}
