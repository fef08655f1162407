//! Dead letters: what could not be done in the background, however often it was tried.

use super::body::Fields;
use super::query::Query;
use super::{Call, Reply, view};
use crate::access::Capabilities;
use crate::error::{Error, Refusal};
use crate::id::LetterId;
use crate::job::Job;
use crate::show::Show as _;
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::letter::{LetterRow, letter_delete, letter_get, letter_page, letter_subject};
use crate::wire;

/// What `statements` read for whoever may look into it.
async fn manager(call: &Call<'_>, statements: Vec<Stmt>) -> Result<Results, Error> {
    let (viewer, results) = call.ask(&call.credential()?, statements).await?;
    if viewer.capabilities.has(Capabilities::MANAGE_SETTINGS) {
        return Ok(results);
    }
    Err(Refusal::forbidden("manage_settings", "ask_admin", "Your role lacks the capability `manage_settings`.").into())
}

/// `GET /v1/dead_letters`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let before = query.cursor_id("dead_letters", LetterId::parse)?;
    query.finish()?;
    let statement = letter_page(&call.credential()?, before.as_ref(), limit + 1, call.ports.now);
    let mut results = manager(call, vec![statement]).await?;
    let (rows, next) = view::cut(results.all::<LetterRow>()?, limit, "dead_letters", |row| vec![row.id.show()]);
    Ok(view::page(call.request, &rows, next))
}

/// `GET /v1/dead_letters/{id}`, `POST …/replay`, which has it tried again, and `DELETE`, which leaves it undone.
pub async fn one(call: &Call<'_>) -> Result<Reply, Error> {
    let method = call.request.method.as_str();
    let credential = call.credential()?;
    match method {
        "POST" => Fields::read(call.request)?.finish()?,
        "DELETE" => {}
        _ => Query::read(&call.request.query).finish()?,
    }
    let id = call.id(0, LetterId::parse)?;
    let mut results = manager(call, letter_get(&credential, &id, call.ports.now).into()).await?;
    let row = results.found::<LetterRow>()?;
    if !matches!(method, "POST" | "DELETE") {
        return Ok(Reply::json(200, &row));
    }
    let text = results.found::<(String,)>()?.0;
    let mut statements = vec![letter_delete(&text)];
    if let Some(job) = wire::parse::<Job>(&text).filter(|_| method == "POST") {
        statements.extend(letter_subject(&job, row.died_at, true));
        call.nudge(job);
    }
    call.ports.db.batch(statements).await?;
    Ok(Reply::empty())
}
