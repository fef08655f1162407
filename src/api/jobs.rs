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
use crate::sql::read as read_value;
use crate::store::job::{Known, NewJob, OUTCOMES, Picked, job_cancel, job_get, job_item_page, job_known, job_page};
use crate::wire;

/// `GET /v1/jobs`, `/v1/jobs/{id}`, `/v1/jobs/{id}/results`
pub async fn read(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let (one, results) = (!call.params.is_empty(), call.request.path.ends_with("/results"));
    let (mut limit, mut outcome, mut name, mut after) = (0, None, String::from("jobs"), None);
    if results {
        outcome = query.choice("outcome", OUTCOMES, |word| word)?;
        name = format!("results:{}", outcome.unwrap_or_default());
        after = query.cursor::<2>(&name)?;
    }
    let before = if one { None } else { query.cursor_id(&name, JobId::parse)? };
    if results || !one {
        limit = query.limit()?;
    }
    query.finish()?;
    let (credential, now) = (call.credential()?, call.ports.now);
    let mut statements = Vec::new();
    if one {
        let id = call.id(0, JobId::parse)?;
        statements.push(job_get(&credential, &id, now));
        if results {
            let place = |index| after.as_ref().map_or(Ok(String::new()), |place| cursor::text(place, index));
            statements.push(job_item_page(&id, outcome, (&place(0)?, &place(1)?), limit + 1));
        }
    } else {
        statements.push(job_page(&credential, before.as_ref(), limit + 1, now));
    }
    let (_, mut found) = call.ask(&credential, statements).await?;
    let mut rows = found.take()?;
    if !one {
        return Ok(work::page(call, rows, limit, &name));
    }
    let job = rows.pop().ok_or_else(Refusal::not_found)?;
    if !results {
        return Ok(Reply::text(200, job));
    }
    let (rows, next) = view::cut(found.take()?, limit, &name, |row| {
        let row = work::json(row);
        vec![row["outcome"].clone(), row["record_id"].clone()]
    });
    Ok(view::page_of(call.request, &rows.join(","), next))
}

/// `POST /v1/jobs/{id}/cancel`, and `…/undo`: a new job gives what this one has assigned back to whoever owned it before. For the
/// job's maker, and for who sees everything and acts on many records.
pub async fn write(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    Fields::read(call.request)?.finish()?;
    let (id, now) = (call.id(0, JobId::parse)?, call.ports.now);
    let (viewer, mut found) = call.ask(&credential, vec![job_known(&credential, &id, now)]).await?;
    let known = found.found::<Known>()?;
    let undoes = call.request.path.ends_with("/undo");
    if undoes || known.made == 0 {
        may_bulk(viewer.capabilities)?;
    }
    if !undoes {
        let mut text = None;
        if known.over == 0 {
            text = call
                .ports
                .db
                .batch(vec![job_cancel(&id, now), job_get(&credential, &id, now)])
                .await?
                .pop()
                .and_then(|mut rows| rows.pop());
        }
        // It may have come to its end in between.
        let Some(text) = text.filter(|text| work::json(text)["status"] == "canceled") else {
            return Err(Refusal::new(Code::JobFinished, "The job is over already.").into());
        };
        call.nudge(Job::Run { job: id, turn: known.turn });
        return Ok(Reply::text(200, text));
    }
    if known.made == 0 && !viewer.capabilities.has(Capabilities::ASSIGN_ANY) {
        return Err(Refusal::forbidden("assign_any", "ask_admin", "A job is undone by whoever made it, or takes `assign_any`.").into());
    }
    let Some(Action::Assign { to: from, .. }) = read_value(known.action.clone()).filter(|_| known.dry_run == 0) else {
        return Err(Refusal::new(Code::NotUndoable, "Only a job that has assigned records can be undone.").into());
    };
    if known.over == 0 {
        return Err(Refusal::new(Code::JobNotFinished, "Wait for the job's end, or cancel it first.").into());
    }
    let new = NewJob {
        id: &JobId::mint(now, call.ports.entropy),
        org: &viewer.org,
        user: &viewer.id,
        kind: known.kind,
        what: "undo",
        action: &wire::text(&Action::GiveBack { from, to: None }),
        notify: known.notify == 1,
        dry_run: false,
        undoes: Some(&id),
        due: now.plus(OVERDUE),
    };
    begin(call, &new, &Picked::ChangedBy(&id)).await
}
