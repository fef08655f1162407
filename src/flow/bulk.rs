//! One action on many records: a job takes its next records, has each done in its room, and hands on to its next message.
//!
//! A message may come twice, late or never, and a consumer may die anywhere (`tests/bulk.rs`): that a record changed stands with it in
//! one batch of its room, so a second act finds it done; what else came of it may be found out anew. Of a job's messages only the
//! one of the present turn is worth anything, so that doubles do not multiply; the sweep sends that again. Must never write to a
//! record: rooms do, and each asks anew whether the person may.

use std::cell::RefCell;

use serde_json::Value as Json;

use super::room::{Act, Action, By, VERSION};
use super::{Outside, Ports, notify, together};
use crate::error::StoreError;
use crate::id::{BulkId, JobId, RecordId, UserId};
use crate::job::Job;
use crate::json;
use crate::show;
use crate::sql::{Later, read};
use crate::store::Results;
use crate::store::job::{Task, job_item_forbid, job_item_told, job_take, job_turn};
use crate::time::MINUTE;

/// How many records are taken at once.
const AT_ONCE: i64 = 40;
/// How many times that one message does before another goes on.
const ROUNDS: usize = 5;
/// How many rooms are asked at once.
const LANES: usize = 5;
/// How many records are forbidden at once where whoever acts may no longer.
const FORBIDDEN: i64 = 2000;
/// How long a job may wait for its message before the sweep sends another.
pub const OVERDUE: i64 = MINUTE;

/// Goes on with a job.
pub async fn run(ports: Ports<'_>, outside: &Outside<'_>, job: &JobId, turn: i64) -> Result<(), StoreError> {
    let mut told: Vec<Json> = Vec::new();
    for _ in 0..ROUNDS {
        let mut statements = vec![job_item_told(job, &show::text(&Json::Array(std::mem::take(&mut told))))];
        statements.extend(job_take(job, turn, AT_ONCE, ports.now));
        let mut results = Results::new(ports.db.batch(statements).await?.split_off(3));
        let Some(task) = results.first::<Task>()? else { return Ok(()) };
        if task.seated == 1 {
            let message = show::text(&json!({"type": "job", "job": task.shown}));
            let _ = outside.inboxes.push(&task.user, vec![message]).await;
        }
        if task.status != "running" {
            return finish(ports, outside, job, &task).await;
        }
        if task.entitled == 0 {
            let code = if task.active == 1 { "forbidden" } else { "user_inactive" };
            ports.db.batch(vec![job_item_forbid(job, code, FORBIDDEN)]).await?;
            continue;
        }
        told = act(outside, job, &task, results.all()?).await?;
    }
    let statements = vec![job_item_told(job, &show::text(&Json::Array(told))), job_turn(job, turn, ports.now.plus(OVERDUE))];
    let mut results = Results::new(ports.db.batch(statements).await?.split_off(1));
    if !results.take()?.is_empty() {
        // What is lost here, the sweep sends again.
        let _ = outside.queue.send(vec![Job::Run { job: job.clone(), turn: turn + 1 }], 0).await;
    }
    Ok(())
}

/// Has records done in their rooms: what came of each. Those whose rooms cannot be reached are left for another time; it fails
/// when all are.
async fn act(outside: &Outside<'_>, job: &JobId, task: &Task, items: Vec<(RecordId, Option<UserId>)>) -> Result<Vec<Json>, StoreError> {
    let by = By::Bulk { user: task.user.clone(), job: job.clone(), notify: task.notify == 1, dry_run: task.dry_run == 1 };
    let told = RefCell::new(Vec::new());
    let one = async |record: RecordId, owner: Option<UserId>| {
        // Read anew for each: code that copies actions would be of use here alone.
        let Some(mut action) = read(task.action.clone()) else { return };
        if let Action::GiveBack { to, .. } = &mut action {
            *to = owner;
        }
        let (request_id, org, by) = (format!("{job}/{record}"), task.org.clone(), by.clone());
        let act = Act { version: VERSION, request_id, org, record, kind: Some(task.kind), by, action, once: None };
        let Ok(reply) = outside.rooms.act(&act).await else { return };
        let Some(outcome) = outcome(reply.status) else { return };
        let problem = show::parse(reply.body.as_bytes()).unwrap_or_default();
        told.borrow_mut().push(Json::Array(vec![
            act.record.as_str().into(),
            outcome.into(),
            problem["code"].clone(),
            problem["errors"].clone(),
        ]));
    };
    let some = !items.is_empty();
    let mut lane: Vec<Later<'_, ()>> = Vec::new();
    for (record, owner) in items {
        lane.push(Box::pin(one(record, owner)));
        if lane.len() == LANES {
            together(std::mem::take(&mut lane)).await;
        }
    }
    together(lane).await;
    let told = told.into_inner();
    if told.is_empty() && some {
        return Err(StoreError::Unavailable("none of a job's records can be done".to_owned()));
    }
    Ok(told)
}

/// What a room's answer says of the record; nothing when it could not be reached.
fn outcome(status: i64) -> Option<&'static str> {
    Some(match status {
        200 => "changed",
        204 => "unchanged",
        401 | 403 => "forbidden",
        404 => "not_found",
        409 | 412 => "conflict",
        503 => return None,
        _ => "failed",
    })
}

/// Does what follows from the end of a job: whoever made it is told, and everybody else of all that it did, once.
async fn finish(ports: Ports<'_>, outside: &Outside<'_>, job: &JobId, task: &Task) -> Result<(), StoreError> {
    notify::job_finished(ports, outside, job, task).await?;
    // What is lost here, the sweep sends again.
    let _ = outside.queue.send(vec![Job::Bulk { bulk: BulkId::known(job.to_string()) }], 0).await;
    Ok(())
}
