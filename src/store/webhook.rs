//! Outgoing webhooks and their deliveries. What callers see of either is text that the database makes: it passes through. A
//! secret is never part of it.

use serde_json::{Map, Value as Json};

use super::person::Credential;
use crate::access::{CALLER, PEOPLE, SEES, SEES_TRASH};
use crate::id::{Entropy, JobId, OrgId, UserId, WebhookDeliveryId, WebhookId};
use crate::model::Kind;
use crate::show::{self, Show as _, gather};
use crate::sql::{Stmt, Value};
use crate::store::work::at;
use crate::time::Timestamp;
use crate::{columns, params};

/// What a webhook may ask for, and which entries of the timeline it is; where it begins with a dot the record's kind stands
/// before it. What the timeline has besides (an edited note, a further submission, a collaborator's new level) is no event.
const EVENTS: &[(&str, &[&str])] = &[
    (".created", &["created"]),
    (".updated", &["updated"]),
    (".assigned", &["assigned", "claimed"]),
    (".deleted", &["deleted"]),
    (".restored", &["restored"]),
    (".converted", &["converted"]),
    ("collaborator.added", &["collaborator_added"]),
    ("collaborator.removed", &["collaborator_removed"]),
    ("share.created", &["shared"]),
    ("share.changed", &["share_changed"]),
    ("share.ended", &["share_ended"]),
    ("collaboration_request.created", &["request_created"]),
    ("collaboration_request.decided", &["request_approved", "request_denied", "request_canceled", "request_expired", "request_superseded"]),
    ("note.added", &["note_added"]),
    ("task.added", &["task_added"]),
    ("task.done", &["task_done"]),
    ("communication.added", &["communication_added"]),
    ("job.finished", &[]),
];

/// All that a webhook may ask for.
pub fn event_words() -> Vec<String> {
    let kinds = |word: &&str| if word.starts_with('.') { Kind::ALL.iter().map(|kind| kind.text()).collect() } else { vec![""] };
    let words = EVENTS.iter().flat_map(|(word, _)| kinds(word).into_iter().map(|kind| [kind, word].concat()));
    std::iter::once("*".to_owned()).chain(words).collect()
}

/// What became of a delivery.
pub const STATUSES: &[&str] = &["pending", "delivered", "failed", "dropped"];

/// A webhook as callers see it. Binds `?3`, now.
const WEBHOOK: &str = concat!(
    "json_object('id', w.id, 'url', w.url, 'events', json(w.events), 'enabled', json(iif(w.enabled, 'true', 'false')), 'disabled_reason', w.disabled_reason,
       'acts_as', (SELECT json_object('id', u.id, 'name', u.name) FROM user u WHERE u.id = w.acts_as),
       'previous_secret_valid_until', (SELECT ",
    at!("max(p.value ->> 1)"),
    " FROM json_each(w.previous) p WHERE p.value ->> 1 > ?3), 'version', w.version, 'created_at', ",
    at!("w.created_at"),
    ", 'updated_at', ",
    at!("w.updated_at"),
    ") FROM webhook w WHERE w.org_id = (SELECT org_id FROM caller WHERE active) AND "
);

/// A page of webhooks, newest first.
pub fn webhook_page(credential: &Credential, before: Option<&WebhookId>, limit: i64, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([before.map_or(Value::from("~"), Value::from), limit.into()]);
    Stmt::new(format!("{CALLER} SELECT {WEBHOOK} w.id < ?4 ORDER BY w.id DESC LIMIT ?5"), params)
}

/// One webhook of the caller's organisation.
pub fn webhook_get(credential: &Credential, webhook: &WebhookId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(webhook.into());
    Stmt::new(format!("{CALLER} SELECT {WEBHOOK} w.id = ?4"), params)
}

/// What somebody decides of a webhook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Where it sends.
    pub url: String,
    /// What it asks for.
    pub events: Vec<String>,
    /// Whether it sends at all.
    pub enabled: bool,
}

/// A new webhook: `[id]`, or nothing when the organisation has `most` already.
pub fn webhook_insert(webhook: &WebhookId, org: &OrgId, by: &UserId, terms: &Terms, secret: &str, most: i64, now: Timestamp) -> Stmt {
    Stmt::new(
        "INSERT INTO webhook (id, org_id, url, events, enabled, acts_as, secret, created_at, updated_at)
         SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8 WHERE (SELECT count(*) FROM webhook WHERE org_id = ?2) < ?9 RETURNING json_array(id)",
        params![webhook, org, terms.url.as_str(), show::text(&terms.events.show()), terms.enabled, by, secret, now, most],
    )
}

/// Changes the webhook that still has this version: `[id]`. From now on it acts as `by`.
pub fn webhook_update(webhook: &WebhookId, by: &UserId, terms: &Terms, version: i64, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE webhook SET url = ?2, events = ?3, disabled_reason = iif(?4, NULL, disabled_reason), enabled = ?4, acts_as = ?5,
           version = version + 1, updated_at = ?6 WHERE id = ?1 AND version = ?7 RETURNING json_array(id)",
        params![webhook, terms.url.as_str(), show::text(&terms.events.show()), terms.enabled, by, now, version],
    )
}

/// Gives a webhook another secret: `[id]`. Those it has sign until `until`, too: at most the last five.
pub fn webhook_rotate(webhook: &WebhookId, secret: &str, until: Timestamp, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE webhook SET secret = ?2, previous = json_insert((SELECT json_group_array(json(value)) FROM json_each(previous)
             WHERE value ->> 1 > ?4 AND key >= json_array_length(previous) - 4), '$[#]', json_array(secret, CAST(?3 AS INTEGER))),
           version = version + 1, updated_at = ?4 WHERE id = ?1 RETURNING json_array(id)",
        params![webhook, secret, until, now],
    )
}

/// Deletes a webhook and its deliveries: `[id]`.
pub fn webhook_delete(webhook: &WebhookId) -> Stmt {
    Stmt::new("DELETE FROM webhook WHERE id = ?1 RETURNING json_array(id)", params![webhook])
}

/// A webhook whose receiver is gone for good sends nothing more.
pub fn webhook_disable(delivery: &WebhookDeliveryId, reason: &str, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE webhook SET enabled = 0, disabled_reason = ?2, version = version + 1, updated_at = ?3
         WHERE id = (SELECT webhook_id FROM webhook_delivery WHERE id = ?1) AND enabled = 1",
        params![delivery, reason, now],
    )
}

/// A delivery for each of the events, a list of `[record, seq]`, that was not fanned out and each webhook that asks for it: `[id]`
/// of the new ones. To be run before the events are marked as fanned out, in the same batch. The ids are a run of numbers that
/// begins by chance.
pub fn webhook_delivery_fan_out(events: &str, now: Timestamp, entropy: &dyn Entropy) -> Stmt {
    let words = EVENTS.iter().flat_map(|(word, kinds)| kinds.iter().map(|kind| ((*kind).to_owned(), Json::from(*word))));
    let words: Map<String, Json> = gather(words);
    let (head, tail) = WebhookDeliveryId::run(now, entropy);
    Stmt::new(
        concat!(
            "INSERT INTO webhook_delivery (id, org_id, webhook_id, record_id, seq, event, body, due_at, created_at)
             SELECT ?2 || printf('%012x', (CAST(?3 AS INTEGER) + row_number() OVER ()) & 281474976710655), org_id, webhook_id, record_id, seq, word,
               json_object('type', word, 'timestamp', ",
            at!("at"),
            ", 'data', json_object('record_id', record_id, 'kind', kind, 'seq', seq, 'changed', json(CASE
                 WHEN type IN ('assigned', 'claimed') THEN json_array('owner')
                 WHEN type IN ('created', 'updated', 'converted') THEN (SELECT json_group_array(c.key) FROM json_each(data, '$.changes') c)
                 ELSE json_array() END))), ?5, ?5
             FROM (SELECT e.record_id, e.seq, e.org_id, e.type, e.at, e.data, r.kind, w.id AS webhook_id, w.events, iif(m.value LIKE '.%', r.kind || m.value, m.value) AS word
               FROM json_each(?1) j CROSS JOIN event e ON e.record_id = j.value ->> 0 AND e.seq = j.value ->> 1 AND e.dispatched_at IS NULL
               CROSS JOIN webhook w ON w.org_id = e.org_id AND w.enabled = 1
               CROSS JOIN record r ON r.id = e.record_id CROSS JOIN json_each(?4) m ON m.key = e.type ORDER BY j.key, w.id)
             WHERE EXISTS (SELECT 1 FROM json_each(events) s WHERE s.value IN ('*', word))
             ON CONFLICT (record_id, seq, webhook_id) DO NOTHING RETURNING json_array(id)"
        ),
        params![events, head, tail, show::text(&words.show()), now],
    )
}

/// A delivery for each webhook that asks for the end of jobs, of one of whose end nobody was told: `[id]` of each. To be run before it
/// is noted that everybody was, in the same batch.
pub fn webhook_delivery_of_job(job: &JobId, now: Timestamp, entropy: &dyn Entropy) -> Stmt {
    let (head, tail) = WebhookDeliveryId::run(now, entropy);
    Stmt::new(
        concat!(
            "INSERT INTO webhook_delivery (id, org_id, webhook_id, event, body, due_at, created_at)
             SELECT ?2 || printf('%012x', (CAST(?3 AS INTEGER) + row_number() OVER ()) & 281474976710655), j.org_id, w.id, 'job.finished',
               json_object('type', 'job.finished', 'timestamp', ",
            at!("j.finished_at"),
            ", 'data', json_object('job_id', j.id, 'kind', j.kind, 'status', j.status)), ?4, ?4
             FROM job j CROSS JOIN webhook w ON w.org_id = j.org_id AND w.enabled = 1
             WHERE j.id = ?1 AND j.told_at IS NULL AND j.dry_run = 0 AND EXISTS (SELECT 1 FROM json_each(w.events) s WHERE s.value IN ('*', 'job.finished'))
             RETURNING json_array(id)"
        ),
        params![job, head, tail, now],
    )
}

/// What sending a delivery takes.
#[derive(Clone, Debug)]
pub struct Open {
    /// Where to.
    pub url: String,
    /// What signs it.
    pub secret: String,
    /// What signs it, too, and until when.
    pub previous: Vec<(String, Timestamp)>,
    /// Whether the webhook sends at all (1).
    pub enabled: i64,
    /// What is sent.
    pub body: String,
    /// How many attempts there were, with this one.
    pub attempts: i64,
    /// Whether whom it acts as may have webhooks (1).
    pub entitled: i64,
    /// Whether they see the record (1).
    pub visible: i64,
}

columns!(Open: url, secret, previous, enabled, body, attempts, entitled, visible);

/// Takes up a delivery that is due, and reads what sending it takes: [`Open`]. Nobody else takes it up before `until`.
pub fn webhook_delivery_take(delivery: &WebhookDeliveryId, until: Timestamp, now: Timestamp) -> [Stmt; 2] {
    [
        Stmt::new(
            "UPDATE webhook_delivery SET attempts = attempts + 1, due_at = ?2, attempted_at = ?3
             WHERE id = ?1 AND status = 'pending' AND due_at <= ?3 RETURNING json_array(id)",
            params![delivery, until, now],
        ),
        Stmt::new(
            format!(
                "WITH candidate (id) AS MATERIALIZED (SELECT w.acts_as FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id WHERE d.id = ?1), {PEOPLE}
                 SELECT json_array(w.url, w.secret, json(w.previous), w.enabled, d.body, d.attempts,
                   EXISTS (SELECT 1 FROM caller WHERE active = 1 AND capabilities & 8192),
                   iif(d.record_id IS NULL, {OF_JOB}, EXISTS (SELECT 1 FROM record r WHERE r.id = d.record_id AND {})))
                 FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id WHERE d.id = ?1",
                seen()
            ),
            params![delivery, until, now],
        ),
    ]
}

/// Whether the caller may know of the job that delivery `d` is about, if it is about one.
const OF_JOB: &str = "(d.body ->> '$.data.job_id' IS NULL OR EXISTS (
  SELECT 1 FROM caller CROSS JOIN job j ON j.id = d.body ->> '$.data.job_id' WHERE j.org_id = caller.org_id AND (j.user_id = caller.id OR caller.capabilities & 1)))";

/// Whether the viewer may see record `r`, in the trash or not.
fn seen() -> String {
    format!("CASE WHEN r.deleted_at IS NULL THEN {SEES} ELSE {SEES_TRASH} END")
}

/// What an attempt came to.
#[derive(Clone, Debug, Default)]
pub struct Attempt {
    /// What becomes of the delivery.
    pub status: &'static str,
    /// Which attempt it was.
    pub number: i64,
    /// When a pending one is tried next.
    pub due: Option<Timestamp>,
    /// What the receiver answered.
    pub response: Option<i64>,
    /// How long it took, in milliseconds.
    pub millis: Option<i64>,
    /// What went wrong.
    pub error: Option<&'static str>,
}

/// Writes down what an attempt came to, unless a later one has begun.
pub fn webhook_delivery_told(delivery: &WebhookDeliveryId, attempt: &Attempt) -> Stmt {
    Stmt::new(
        "UPDATE webhook_delivery SET status = ?3, due_at = coalesce(?4, due_at), response_status = ?5, duration_ms = ?6, error = ?7
         WHERE id = ?1 AND status = 'pending' AND attempts = ?2",
        params![delivery, attempt.number, attempt.status, attempt.due, attempt.response, attempt.millis, attempt.error],
    )
}

/// What failed or was dropped is to be sent again, at once and from the first attempt on: `[id]`, or nothing when it was neither.
pub fn webhook_delivery_replay(delivery: &WebhookDeliveryId, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE webhook_delivery SET status = 'pending', attempts = 0, due_at = ?2, response_status = NULL, duration_ms = NULL, error = NULL
         WHERE id = ?1 AND status IN ('failed', 'dropped') RETURNING json_array(id)",
        params![delivery, now],
    )
}

/// A delivery as callers see it, who learn about the record only if they see it.
fn delivery() -> String {
    format!(
        concat!(
            "json_object('id', d.id, 'webhook_id', d.webhook_id, 'event', d.event, 'payload', json(CASE WHEN iif(d.record_id IS NULL, {of_job}, {seen}) THEN d.body END),
               'status', d.status, 'attempts', d.attempts, 'next_attempt_at', iif(d.status = 'pending', ",
            at!("d.due_at"),
            ", NULL), 'attempted_at', ",
            at!("d.attempted_at"),
            ", 'response_status', d.response_status, 'duration_ms', d.duration_ms, 'error', d.error, 'created_at', ",
            at!("d.created_at"),
            ") FROM webhook_delivery d LEFT JOIN record r ON r.id = d.record_id WHERE d.org_id = (SELECT org_id FROM caller WHERE active) AND "
        ),
        seen = seen(),
        of_job = OF_JOB
    )
}

/// A page of a webhook's deliveries, newest first.
pub fn webhook_delivery_page(
    credential: &Credential,
    webhook: &WebhookId,
    status: Option<&'static str>,
    before: Option<&WebhookDeliveryId>,
    limit: i64,
    now: Timestamp,
) -> Stmt {
    let mut params = credential.params(now);
    params.extend([webhook.into(), before.map_or(Value::from("~"), Value::from), limit.into(), status.into()]);
    let filter = if status.is_some() { "d.status = ?7" } else { "?7 IS NULL" };
    Stmt::new(format!("{CALLER} SELECT {} d.webhook_id = ?4 AND d.id < ?5 AND {filter} ORDER BY d.id DESC LIMIT ?6", delivery()), params)
}

/// One delivery of the caller's organisation.
pub fn webhook_delivery_get(credential: &Credential, id: &WebhookDeliveryId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(id.into());
    Stmt::new(format!("{CALLER} SELECT {} d.id = ?4", delivery()), params)
}

/// Deliveries that were to be sent before `before`: `[id]`, the longest overdue first.
pub fn webhook_delivery_overdue(before: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        "SELECT json_array(id) FROM webhook_delivery WHERE status = 'pending' AND due_at < ?1 ORDER BY due_at LIMIT ?2",
        params![before, limit],
    )
}

/// What an id of this time begins with.
macro_rules! made_at {
    ($time:literal) => {
        concat!("printf('%08x-%04x', CAST(", $time, " AS INTEGER) >> 16, CAST(", $time, " AS INTEGER) & 65535)")
    };
}
pub(super) use made_at;

/// Forgets deliveries that were made before `before`: the oldest, at most `limit`. An id begins with its time.
pub fn webhook_delivery_forget(before: Timestamp, limit: i64) -> Stmt {
    Stmt::new(
        concat!(
            "DELETE FROM webhook_delivery WHERE id IN (SELECT id FROM webhook_delivery WHERE id < ",
            made_at!("?1"),
            " ORDER BY id LIMIT ?2)"
        ),
        params![before, limit],
    )
}
