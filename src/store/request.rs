//! Requests to collaborate.

use super::person::Credential;
use crate::access::{CALLER, SEES};
use crate::id::{OrgId, RecordId, RequestId, UserId};
use crate::model::{Record, RequestStatus};
use crate::params;
use crate::record::event::{Event, RequestTerms};
use crate::sql::{Stmt, Value};
use crate::time::Timestamp;

const REQUEST: &str =
    "json_array(q.id, q.record_id, r.kind, coalesce(r.name, r.email, r.phone), q.requester_id, u.name, q.level, q.reason, q.until,
    q.status, q.created_at, q.expires_at, q.decided_by, d.name, q.decided_at, q.decision_note, q.decision_level, q.decision_until)
  FROM request q JOIN record r ON r.id = q.record_id JOIN user u ON u.id = q.requester_id LEFT JOIN user d ON d.id = q.decided_by";

/// The same for the caller of `access::CALLER`: without the record's name where they cannot see it.
fn request_for_caller() -> String {
    REQUEST.replacen(
        "coalesce(r.name, r.email, r.phone)",
        &format!("CASE WHEN r.deleted_at IS NULL AND {SEES} THEN coalesce(r.name, r.email, r.phone) END"),
        1,
    )
}

fn end(request: &RequestTerms, status: RequestStatus, by: Option<&str>, note: Option<&str>, now: Timestamp) -> Stmt {
    let approved = status == RequestStatus::Approved;
    Stmt::new(
        "UPDATE request SET status = ?2, decided_by = ?3, decided_at = ?4, decision_note = ?5, decision_level = ?6, decision_until = ?7 WHERE id = ?1",
        params![
            &request.id,
            status.text(),
            by,
            now,
            note,
            approved.then(|| request.level.text()),
            if approved { request.until } else { None }
        ],
    )
}

/// What `event`, done by the user `by`, does to the requests of `record`.
pub fn request_effects(record: &Record, event: &Event, by: Option<&str>, now: Timestamp) -> Option<Stmt> {
    match event {
        Event::RequestCreated { request, reason, expires_at } => Some(Stmt::new(
            "INSERT INTO request (id, org_id, record_id, requester_id, level, reason, until, status, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'pending', ?8, ?9)",
            params![
                &request.id,
                &record.org,
                &record.id,
                &request.requester.id,
                request.level.text(),
                reason.as_deref(),
                request.until,
                now,
                *expires_at
            ],
        )),
        Event::RequestApproved { request, note } => Some(end(request, RequestStatus::Approved, by, note.as_deref(), now)),
        Event::RequestDenied { request, note } => Some(end(request, RequestStatus::Denied, by, Some(note), now)),
        Event::RequestCanceled(request) => Some(end(request, RequestStatus::Canceled, by, None, now)),
        Event::RequestExpired(request) => Some(end(request, RequestStatus::Expired, None, None, now)),
        Event::RequestSuperseded(request) => Some(end(request, RequestStatus::Superseded, None, None, now)),
        _ => None,
    }
}

/// One request of the caller's organisation.
pub fn request_get(credential: &Credential, request: &RequestId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(request.into());
    Stmt::new(
        format!("{CALLER} SELECT {} WHERE q.id = ?4 AND q.org_id = (SELECT org_id FROM caller WHERE active)", request_for_caller()),
        params,
    )
}

/// One request of a record.
pub fn request_on(record: &RecordId, request: &RequestId) -> Stmt {
    Stmt::new(format!("SELECT {REQUEST} WHERE q.id = ?2 AND q.record_id = ?1"), params![record, request])
}

/// The requests that wait on a record.
pub fn request_pending(record: &RecordId, now: Timestamp) -> Stmt {
    Stmt::new(
        format!("SELECT {REQUEST} WHERE q.record_id = ?1 AND q.status = 'pending' AND q.expires_at > ?2 ORDER BY q.id"),
        params![record, now],
    )
}

/// The requests of a record that ran out undecided.
pub fn request_ran_out(record: &RecordId, now: Timestamp) -> Stmt {
    Stmt::new(
        format!("SELECT {REQUEST} WHERE q.record_id = ?1 AND q.status = 'pending' AND q.expires_at <= ?2 ORDER BY q.id"),
        params![record, now],
    )
}

/// When the next waiting request of a record runs out: `[time]`.
pub fn request_next_end(record: &RecordId, now: Timestamp) -> Stmt {
    Stmt::new(
        "SELECT json_array(min(expires_at)) FROM request WHERE record_id = ?1 AND status = 'pending' AND expires_at > ?2",
        params![record, now],
    )
}

/// Records with requests that ran out and that nobody closed: `[record]`.
pub fn request_overdue(now: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        "SELECT DISTINCT json_array(record_id) FROM request INDEXED BY request_ending WHERE status = 'pending' AND expires_at <= ?1 LIMIT ?2",
        params![now, limit],
    )
}

/// Records on which somebody of the organisation waits for a decision, or this person: `[record]`.
pub fn request_waiting(org: &OrgId, user: Option<&UserId>, limit: i64) -> Stmt {
    Stmt::new(
        "SELECT DISTINCT json_array(record_id) FROM request INDEXED BY request_waiting
         WHERE org_id = ?1 AND requester_id >= coalesce(?2, '') AND requester_id <= coalesce(?2, '~') AND status = 'pending' LIMIT ?3",
        params![org, user, limit],
    )
}

/// The last request of somebody on a record.
pub fn request_last(record: &RecordId, requester: &UserId) -> Stmt {
    Stmt::new(
        format!("SELECT {REQUEST} WHERE q.record_id = ?1 AND q.requester_id = ?2 ORDER BY q.id DESC LIMIT 1"),
        params![record, requester],
    )
}

/// The last request on a record of the person behind `credential`.
pub fn request_last_of(credential: &Credential, record: &RecordId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(record.into());
    Stmt::new(
        format!("{CALLER} SELECT {REQUEST} WHERE q.record_id = ?4 AND q.requester_id = (SELECT id FROM caller) ORDER BY q.id DESC LIMIT 1"),
        params,
    )
}

/// The caller's requests (outgoing), or those the caller may decide (incoming), newest first.
pub fn request_page(
    credential: &Credential,
    incoming: bool,
    status: Option<RequestStatus>,
    before: Option<&RequestId>,
    limit: i64,
    now: Timestamp,
) -> Stmt {
    let mut params = credential.params(now);
    params.extend([status.map(RequestStatus::text).into(), before.map_or(Value::from("~"), Value::from), limit.into()]);
    // A request that ran out reads as expired before the sweep has marked it.
    let state = "CASE WHEN q.status = 'pending' AND q.expires_at <= ?3 THEN 'expired' ELSE q.status END";
    let which = if incoming {
        "q.org_id = (SELECT org_id FROM caller WHERE active) AND q.requester_id <> (SELECT id FROM caller) AND (
           r.owner_id = (SELECT id FROM viewer)
           OR (EXISTS (SELECT 1 FROM caller WHERE capabilities & 8) AND NOT EXISTS (SELECT 1 FROM user w WHERE w.id = r.owner_id AND w.active = 1)))"
    } else {
        "q.requester_id = (SELECT id FROM caller WHERE active)"
    };
    Stmt::new(
        format!(
            "{CALLER} SELECT {} WHERE {which} AND (?4 IS NULL OR {state} = ?4) AND q.id < ?5 ORDER BY q.id DESC LIMIT ?6",
            request_for_caller()
        ),
        params,
    )
}
