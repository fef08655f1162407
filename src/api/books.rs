//! Books: all records of one owner, now and later, shared as a whole.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::shares::recipient;
use super::{Call, Reply, records, view};
use crate::access::{Capabilities, Permissions};
use crate::error::{Code, Error, Refusal};
use crate::id::{BulkId, GrantId, UserId};
use crate::job::Job;
use crate::json;
use crate::model::{Candidate, Kind, Recipient, Update, Viewer};
use crate::record::decide::can_hold;
use crate::store::Results;
use crate::store::book::{BookRow, Which, book_get, book_page, book_put, book_team, book_with};
use crate::store::grant::candidate;
use crate::store::hanging::{Left, book_cut, book_delete};
use crate::time::{lasts, outlasts};

const LONGEST_REASON: usize = 1000;

/// `GET /v1/book_shares`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let which = query.choice("direction", &[Which::Given, Which::Received], |which| match which {
        Which::Given => "given",
        Which::Received => "received",
    })?;
    let which = which.unwrap_or(Which::Given);
    let owner = query.id("owner_id", UserId::parse)?;
    let limit = query.limit()?;
    let name = if which == Which::Given { "books:given" } else { "books:received" };
    let before = query.cursor_id(name, GrantId::parse)?;
    query.finish()?;
    let credential = call.credential()?;
    let page = book_page(&credential, which, owner.as_ref(), before.as_ref(), limit + 1, call.ports.now);
    let (_, mut results) = call.ask(&credential, vec![page]).await?;
    let (rows, next) = view::cut(results.all::<BookRow>()?, limit, name, |row| vec![Json::from(row.id.as_str())]);
    let data: Vec<Json> = rows.iter().map(view::book).collect();
    Ok(view::page(call.request, &data, next))
}

/// `kinds`: a bit set; what is wrong is noted.
fn kinds(body: &mut Fields) -> Option<i64> {
    let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.text()).collect();
    let found = body.filled_set("kinds", "kind", 10, &known, Kind::parse)?;
    Some(found.into_iter().fold(0, |bits, kind| bits | kind.bit()))
}

/// `permissions`, where `create` stands beside those of a single record: `(permissions with read, may create)`.
fn permissions(body: &mut Fields) -> Option<(Permissions, i64)> {
    let mut may_create = 0;
    if let Some(Json::Array(list)) = body.rest().get_mut("permissions") {
        let before = list.len();
        list.retain(|word| word != "create");
        if list.len() < before {
            may_create = 1;
            if list.is_empty() {
                list.push(Json::from("read"));
            }
        }
    }
    body.permissions("permissions").map(|given| (given.with_implied(), may_create))
}

/// May the viewer share this person's book? One's own with `share`, anybody's with `assign_any`.
fn may_share(viewer: &Viewer, owner: &UserId) -> Result<(), Refusal> {
    if viewer.capabilities.has(Capabilities::ASSIGN_ANY) || (*owner == viewer.id && viewer.capabilities.has(Capabilities::SHARE)) {
        return Ok(());
    }
    let missing = if *owner == viewer.id { "share" } else { "assign_any" };
    Err(Refusal::forbidden(missing, "ask_owner", "A book is shared by its owner, or by somebody who may assign any record."))
}

/// `POST /v1/book_shares`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    let now = call.ports.now;
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let with = recipient(&mut body);
    let given_kinds = kinds(&mut body).unwrap_or(7);
    let ticked = permissions(&mut body);
    if ticked.is_none() && !body.errors.iter().any(|error| error.field.starts_with("permissions")) {
        body.wrong("permissions", "required", "is required");
    }
    let expires_at = body.future("expires_at", now);
    let reason = body.text("reason", LONGEST_REASON);
    let owner = body.id("owner_id", UserId::parse);
    body.finish()?;
    let (Some(with), Some((ticked, may_create))) = (with, ticked) else {
        return Err(Refusal::field("with", "required", "is required").into());
    };
    let viewer = call.viewer().await?;
    let owner = owner.unwrap_or_else(|| viewer.id.clone());
    may_share(&viewer, &owner)?;

    let principal = with.principal(&viewer.org);
    let mut statements = vec![candidate(&viewer.org, &owner), book_with(&owner, &principal)];
    match &with {
        Recipient::User { id } => statements.push(candidate(&viewer.org, id)),
        Recipient::Team { id } => statements.push(book_team(&viewer.org, id)),
        Recipient::Everyone => {}
    }
    let mut results = Results::new(call.ports.db.batch(statements).await?);
    let missing = |field: &str| Refusal::field(field, "not_found", "there is no such person, or no such team");
    let book_owner = results.first::<Candidate>()?.ok_or_else(|| missing("owner_id"))?;
    let present = results.first::<BookRow>()?.filter(|row| lasts(row.expires_at, now));
    match &with {
        Recipient::User { id } => {
            let recipient = results.first::<Candidate>()?.ok_or_else(|| missing("with.id"))?;
            if *id == owner {
                return Err(Refusal::new(Code::AlreadyOwner, "The owner of a book has every permission on it already.").into());
            }
            if *id == viewer.id {
                return Err(Refusal::own_grant().into());
            }
            can_hold(&recipient, Code::RecipientInactive, "with.id")?;
        }
        Recipient::Team { .. } => {
            results.first::<(String,)>()?.ok_or_else(|| missing("with.id"))?;
        }
        Recipient::Everyone => {}
    }
    let row = BookRow {
        id: present.as_ref().map_or_else(|| GrantId::mint(now, call.ports.entropy), |present| present.id.clone()),
        owner: book_owner.id,
        owner_name: book_owner.name,
        principal,
        with_name: None,
        ceiling: None,
        active: None,
        kinds: given_kinds,
        permissions: ticked,
        may_create,
        expires_at,
        reason,
        granted_by: viewer.id.clone(),
        granted_by_name: viewer.name.clone(),
        granted_at: now,
        version: 1,
    };
    written(call, &viewer, &row, if present.is_some() { 200 } else { 201 }).await
}

async fn written(call: &Call<'_>, viewer: &Viewer, row: &BookRow, status: u16) -> Result<Reply, Error> {
    let mut statements = vec![book_put(row, &viewer.org)];
    let left =
        Left { owner: &row.owner, principal: &row.principal, kinds: row.kinds, permissions: row.permissions, expires_at: row.expires_at };
    let bulk = BulkId::mint(call.ports.now, call.ports.entropy);
    statements.extend(book_cut(&left, (&viewer.actor(), &bulk), call.ports.now));
    statements.push(book_with(&row.owner, &row.principal));
    let rows = call.ports.db.batch(statements).await?.pop().unwrap_or_default();
    call.loosens(None);
    call.nudge(Job::Bulk { bulk });
    let row = Results::new(vec![rows]).sure::<BookRow>("a book share that was just written")?;
    let reply = Reply::json(status, &view::book(&row)).tagged(row.version);
    Ok(if status == 201 { reply.with("location", format!("/v1/book_shares/{}", row.id)) } else { reply })
}

/// The book share that the path names, for whoever may know of it: its owner, its giver, whoever it reaches, and whoever
/// may assign anything.
async fn known(call: &Call<'_>) -> Result<(Box<Viewer>, Box<BookRow>), Error> {
    let credential = call.credential()?;
    let id = call.id(0, GrantId::parse)?;
    let (viewer, mut results) = call.ask(&credential, vec![book_get(&credential, &id, call.ports.now)]).await?;
    let (row, reached) = *results.found::<(Box<BookRow>, i64)>()?;
    let theirs = row.owner == viewer.id || row.granted_by == viewer.id || reached == 1;
    if !theirs && !viewer.capabilities.has(Capabilities::ASSIGN_ANY) {
        return Err(Refusal::not_found().into());
    }
    Ok((viewer, row))
}

/// `GET /v1/book_shares/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let (_, row) = known(call).await?;
    Ok(Reply::json(200, &view::book(&row)).tagged(row.version))
}

/// `PATCH /v1/book_shares/{id}`
pub async fn change(call: &Call<'_>) -> Result<Reply, Error> {
    let now = call.ports.now;
    let seen = records::if_match(call)?;
    let mut body = Fields::read(call.request)?;
    for name in ["kinds", "permissions"] {
        if body.rest().get(name).is_some_and(Json::is_null) {
            body.wrong(name, "required", "cannot be cleared; delete the share to end it");
        }
    }
    let other_kinds = kinds(&mut body);
    let ticked = permissions(&mut body);
    let expires_at = Update::of(body.has("expires_at"), body.future("expires_at", now));
    let reason = Update::of(body.has("reason"), body.text("reason", LONGEST_REASON));
    body.finish()?;
    let (viewer, mut row) = known(call).await?;
    may_share(&viewer, &row.owner)?;
    records::as_seen(seen, row.version, "share", || view::book(&row))?;
    let before = row.clone();
    row.kinds = other_kinds.unwrap_or(row.kinds);
    if let Some((permissions, may_create)) = ticked {
        row.permissions = permissions;
        row.may_create = may_create;
    }
    row.expires_at = expires_at.over(row.expires_at.as_ref());
    row.reason = reason.over(row.reason.as_ref());
    if row.principal == format!("user:{}", viewer.id) {
        let later = outlasts(row.expires_at, before.expires_at);
        let more = !before.permissions.has(row.permissions) || row.may_create > before.may_create || row.kinds & !before.kinds != 0;
        if later || more {
            return Err(Refusal::own_grant().into());
        }
    }
    written(call, &viewer, &row, 200).await
}

/// `DELETE /v1/book_shares/{id}`: by the owner, by the giver, by the person it is for, and by whoever may assign anything.
pub async fn end(call: &Call<'_>) -> Result<Reply, Error> {
    let (viewer, row) = known(call).await?;
    let own = row.owner == viewer.id || row.granted_by == viewer.id || row.principal == format!("user:{}", viewer.id);
    if !own {
        may_share(&viewer, &row.owner)?;
    }
    let bulk = BulkId::mint(call.ports.now, call.ports.entropy);
    call.ports.db.batch(book_delete(&row.id, (&viewer.actor(), &bulk), call.ports.now)).await?;
    call.nudge(Job::Bulk { bulk });
    call.loosens(None);
    Ok(Reply::empty())
}

/// How a book share's `permissions` are shown: those of a record, and `create`.
pub fn words(row: &BookRow) -> Vec<&'static str> {
    row.permissions.names().chain((row.may_create == 1).then_some("create")).collect()
}

/// The kinds as words.
pub fn kind_words(kinds: i64) -> Json {
    json!(Kind::ALL.iter().filter(|kind| kinds & kind.bit() != 0).collect::<Vec<_>>())
}
