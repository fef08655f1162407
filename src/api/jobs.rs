//! Jobs: how far each is and what came of its records. Whoever made one sees it, and whoever sees everything.

use super::body::Fields;
use super::bulk::begin;
use super::query::Query;
use super::{Call, Reply, cursor, view, work};
use crate::access::{Capabilities, may_bulk};
use crate::error::{Code, Error, Refusal};
use crate::flow::bulk::OVERDUE;
use crate::flow::room::Action;
use crate::id::JobId;
use crate::job::Job;
use crate::model::Viewer;
use crate::sql::read;
use crate::store::job::{Known, NewJob, OUTCOMES, Picked, job_cancel, job_get, job_item_page, job_known, job_page};
use crate::wire;

/// `GET /v1/jobs`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let before = query.cursor_id("jobs", JobId::parse)?;
    query.finish()?;
    let credential = call.credential()?;
    let (_, mut results) = call.ask(&credential, vec![job_page(&credential, before.as_ref(), limit + 1, call.ports.now)]).await?;
    Ok(work::page(call, results.take()?, limit, "jobs"))
}

/// `GET /v1/jobs/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let credential = call.credential()?;
    let id = call.id(0, JobId::parse)?;
    let (_, mut results) = call.ask(&credential, vec![job_get(&credential, &id, call.ports.now)]).await?;
    Ok(Reply::text(200, results.take()?.pop().ok_or_else(Refusal::not_found)?))
}

/// `GET /v1/jobs/{id}/results`
pub async fn results(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let outcome = query.choice("outcome", OUTCOMES, |word| word)?;
    let name = format!("results:{}", outcome.unwrap_or_default());
    let after = match query.cursor::<2>(&name)? {
        None => (String::new(), String::new()),
        Some(place) => (cursor::text(&place, 0)?, cursor::text(&place, 1)?),
    };
    query.finish()?;
    let credential = call.credential()?;
    let id = call.id(0, JobId::parse)?;
    let page = job_item_page(&id, outcome, (&after.0, &after.1), limit + 1);
    let (_, mut found) = call.ask(&credential, vec![job_known(&credential, &id, call.ports.now), page]).await?;
    found.found::<Known>()?;
    let (rows, next) = view::cut(found.take()?, limit, &name, |row| {
        let row = work::json(row);
        vec![row["outcome"].clone(), row["record_id"].clone()]
    });
    Ok(view::page_of(call.request, &rows.join(","), next))
}

/// The job that the path names, for whoever may decide about it: its maker, and who sees everything and acts on many records.
async fn known(call: &Call<'_>) -> Result<(Box<Viewer>, JobId, Box<Known>), Error> {
    let credential = call.credential()?;
    Fields::read(call.request)?.finish()?;
    let id = call.id(0, JobId::parse)?;
    let (viewer, mut found) = call.ask(&credential, vec![job_known(&credential, &id, call.ports.now)]).await?;
    let known = found.found::<Known>()?;
    if known.made == 0 {
        may_bulk(viewer.capabilities)?;
    }
    Ok((viewer, id, known))
}

/// `POST /v1/jobs/{id}/cancel`
pub async fn cancel(call: &Call<'_>) -> Result<Reply, Error> {
    let (_, id, known) = known(call).await?;
    let over = || Refusal::new(Code::JobFinished, "The job is over already.");
    if known.over == 1 {
        return Err(over().into());
    }
    let now = call.ports.now;
    let statements = vec![job_cancel(&id, now), job_get(&call.credential()?, &id, now)];
    let text = call.ports.db.batch(statements).await?.pop().and_then(|mut rows| rows.pop()).ok_or_else(Refusal::not_found)?;
    if work::json(&text)["status"] != "canceled" {
        // It came to its end in between.
        return Err(over().into());
    }
    call.nudge(Job::Run { job: id, turn: known.turn });
    Ok(Reply::text(200, text))
}

/// `POST /v1/jobs/{id}/undo`: a new job gives what this one has assigned back to whoever owned it before.
pub async fn undo(call: &Call<'_>) -> Result<Reply, Error> {
    let (viewer, undoes, known) = known(call).await?;
    may_bulk(viewer.capabilities)?;
    if known.made == 0 && !viewer.capabilities.has(Capabilities::ASSIGN_ANY) {
        return Err(Refusal::forbidden("assign_any", "ask_admin", "A job is undone by whoever made it, or takes `assign_any`.").into());
    }
    let Some(Action::Assign { to: from, .. }) = read(known.action.clone()).filter(|_| known.dry_run == 0) else {
        return Err(Refusal::new(Code::NotUndoable, "Only a job that has assigned records can be undone.").into());
    };
    if known.over == 0 {
        return Err(Refusal::new(Code::JobNotFinished, "Wait for the job's end, or cancel it first.").into());
    }
    let now = call.ports.now;
    let id = JobId::mint(now, call.ports.entropy);
    let new = NewJob {
        id: &id,
        org: &viewer.org,
        user: &viewer.id,
        kind: known.kind,
        what: "undo",
        action: &wire::text(&Action::GiveBack { from, to: None }),
        notify: known.notify == 1,
        dry_run: false,
        undoes: Some(&undoes),
        due: now.plus(OVERDUE),
    };
    begin(call, &new, &Picked::ChangedBy(&undoes)).await
}
