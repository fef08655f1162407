//! Notes, tasks and communications: one implementation, three collections.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::{self, Query};
use super::{Call, Reply, records, view};
use crate::error::{Error, Refusal};
use crate::flow::room::Action;
use crate::id::{RecordId, UserId, WorkId};
use crate::model::{Viewer, Work};
use crate::record::fields::Patch;
use crate::record::work::WorkAsk;
use crate::show::{self, Show as _};
use crate::store::work::{task_page, work_get, work_page};

const LONGEST_TITLE: usize = 500;
const LONGEST_BODY: usize = 50_000;
const MOST_MENTIONS: usize = 50;
/// A month: nothing that people do together takes longer in one go.
const LONGEST_DURATION: i64 = 31 * 24 * 3600;

/// Which of the three the path is about.
fn work(call: &Call<'_>) -> Result<Work, Refusal> {
    let named = |part: &str| Work::parse(part.strip_suffix('s')?);
    call.request.path.split('/').find_map(named).ok_or_else(Refusal::not_found)
}

/// Text that was made by the database, to look into.
pub fn json(text: &str) -> Json {
    show::parse(text.as_bytes()).unwrap_or_default()
}

/// A page of texts that carry their id.
pub fn page(call: &Call<'_>, rows: Vec<String>, limit: i64, list: &str) -> Reply {
    let (rows, next) = view::cut(rows, limit, list, |row| vec![json(row)["id"].clone()]);
    view::page_of(call.request, &rows.join(","), next)
}

/// `GET /v1/leads/{id}/notes`, `…/tasks`, `…/communications`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let work = work(call)?;
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let before = query.cursor_id(work.text(), WorkId::parse)?;
    query.finish()?;
    let id = call.id(0, RecordId::parse)?;
    let (seen, mut results) = records::see(call, &id, vec![work_page(work, &id, before.as_ref(), limit + 1)]).await?;
    if seen.standing.deleted {
        return Err(Refusal::not_found().into());
    }
    Ok(page(call, results.take()?, limit, work.text()))
}

/// `GET /v1/tasks`: the caller's own when not said whose.
pub async fn tasks(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let assignee = match query.text("assignee")?.as_deref() {
        None | Some("me") => None,
        Some(id) => Some(UserId::parse(id).ok_or_else(|| query::refuse("assignee", "must be `me` or an id"))?),
    };
    let status = query.choice("status", &["open", "done"], |word| word)?;
    let limit = query.limit()?;
    let before = query.cursor_id("tasks", WorkId::parse)?;
    query.finish()?;
    let credential = call.credential()?;
    let statement = task_page(&credential, assignee.as_ref(), status, before.as_ref(), limit + 1, call.ports.now);
    let (_, mut results) = call.ask(&credential, vec![statement]).await?;
    Ok(page(call, results.take()?, limit, "tasks"))
}

/// Reads the fields of a new one, or of a change.
fn fields(call: &Call<'_>, work: Work, new: bool) -> Result<WorkAsk, Refusal> {
    let mut body = Fields::read(call.request)?;
    let mut fields = Patch::new();
    let (required, optional): (&[&str], &[&str]) = match work {
        Work::Note => (&["body"], &["mentions"]),
        Work::Task if new => (&["title"], &["assignee_id", "due_at"]),
        Work::Task => (&["title", "status"], &["assignee_id", "due_at"]),
        Work::Communication => (&["channel", "direction", "summary"], &["body", "occurred_at", "duration_s"]),
    };
    for name in required.iter().chain(optional) {
        let given = body.has(name);
        let before = body.errors.len();
        let value = match *name {
            "title" | "summary" => body.text(name, LONGEST_TITLE).map(Json::from),
            "body" => body.verbatim(name, LONGEST_BODY).map(Json::from),
            "mentions" => Some(mentions(&mut body)),
            "assignee_id" => body.id(name, UserId::parse).map(|id| id.show()),
            "due_at" | "occurred_at" => body.time(name).map(|time| time.show()),
            "duration_s" => body.integer(name, 0, LONGEST_DURATION).map(Json::from),
            choice => {
                let words: &[&str] = match choice {
                    "status" => &["open", "done"],
                    "channel" => &["call", "email", "sms", "meeting", "chat"],
                    _ => &["in", "out"],
                };
                body.choice(name, words, |word| word).map(Json::from)
            }
        };
        if value.is_none() && required.contains(name) && (new || given) && body.errors.len() == before {
            body.wrong(name, "required", "is required");
        }
        if new || given {
            fields.insert((*name).to_owned(), value.unwrap_or(Json::Null));
        }
    }
    let add_collaborator = work == Work::Task && body.boolean("add_collaborator").unwrap_or(false);
    body.finish()?;
    Ok(WorkAsk { work, id: None, fields: Some(fields), seen: None, add_collaborator })
}

/// Ids of people, each once.
fn mentions(body: &mut Fields) -> Json {
    let mut ids: Vec<Json> = Vec::new();
    for (index, text) in body.strings("mentions", MOST_MENTIONS).unwrap_or_default().iter().enumerate() {
        match UserId::parse(text).map(|id| id.show()) {
            None => body.wrong(&format!("mentions.{index}"), "invalid_id", "must be an id"),
            Some(id) if ids.contains(&id) => {}
            Some(id) => ids.push(id),
        }
    }
    Json::Array(ids)
}

/// `POST /v1/leads/{id}/notes`, `…/tasks`, `…/communications`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let work = work(call)?;
    let reply = records::act(call, Action::Work(fields(call, work, true)?)).await?;
    let id = json(&reply.body)["id"].as_str().map(str::to_owned);
    Ok(match id {
        Some(id) if reply.status == 201 => reply.with("location", format!("/v1/{}s/{id}", work.text())),
        _ => reply,
    })
}

/// What the path names, as the caller sees it.
async fn known(call: &Call<'_>, work: Work) -> Result<(Box<Viewer>, WorkId, String, Json), Error> {
    let credential = call.credential()?;
    let id = call.id(0, WorkId::parse)?;
    let (viewer, mut results) = call.ask(&credential, vec![work_get(&credential, work, &id, call.ports.now)]).await?;
    let text = results.take()?.pop().ok_or_else(Refusal::not_found)?;
    let json = json(&text);
    Ok((viewer, id, text, json))
}

/// One that is text already, with its version if it has one.
pub fn one(text: String) -> Reply {
    let version = json(&text)["version"].as_i64();
    let reply = Reply::text(200, text);
    match version {
        Some(version) => reply.tagged(version),
        None => reply,
    }
}

/// `GET /v1/notes/{id}`, `/v1/tasks/{id}`, `/v1/communications/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    Ok(one(known(call, work(call)?).await?.2))
}

async fn send(call: &Call<'_>, ask: WorkAsk) -> Result<Reply, Error> {
    let (viewer, id, _, json) = known(call, ask.work).await?;
    let record = json["lead"]["id"].as_str().and_then(RecordId::parse).ok_or_else(Refusal::not_found)?;
    records::send(call, &viewer, record, false, Action::Work(WorkAsk { id: Some(id), seen: records::if_match(call)?, ..ask })).await
}

/// `PATCH /v1/notes/{id}`, `/v1/tasks/{id}`
pub async fn change(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let ask = fields(call, work(call)?, false)?;
    send(call, ask).await
}

/// `DELETE /v1/notes/{id}`, `/v1/tasks/{id}`
pub async fn delete(call: &Call<'_>) -> Result<Reply, Error> {
    let work = work(call)?;
    send(call, WorkAsk { work, id: None, fields: None, seen: None, add_collaborator: false }).await
}
