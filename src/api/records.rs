//! Leads, contacts and deals: one implementation, three paths.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::{self, Query};
use super::{Call, Reply, cursor, view};
use crate::access::{self, standing};
use crate::error::{Code, Error, FieldError, Refusal};
use crate::flow::create::{Draft, NewOwner, create as make};
use crate::flow::room::{Act, Action, By, VERSION};
use crate::id::{RecordId, UserId};
use crate::job::Job;
use crate::json;
use crate::model::{Keep, Record, Viewer};
use crate::record::{fields, words};
use crate::store::Results;
use crate::store::list::{Filter, List, Owners, Shared, Sort, Whose, list_count, list_counted, list_page, list_paged};
use crate::store::person::Credential;
use crate::store::record::{Entry, RECORD, RECORD_ACCESS, RecordRow, event_page, record_alike, record_get, record_got};

fn whose(name: &str, text: &str) -> Result<Whose, Refusal> {
    if text == "me" {
        return Ok(Whose::Me);
    }
    UserId::parse(text).map(Whose::User).ok_or_else(|| query::refuse(name, "must be `me` or an id"))
}

fn owners(text: &str) -> Result<Owners, Refusal> {
    let mut owners = Owners::default();
    for word in text.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        match word {
            "me" => owners.me = true,
            "none" => owners.none = true,
            "inactive" => owners.inactive = true,
            id => owners.users.push(
                UserId::parse(id).ok_or_else(|| query::refuse("owner", "must be `me`, `none`, `inactive` or ids, with commas between"))?,
            ),
        }
    }
    if owners.users.len() > 50 {
        return Err(query::refuse("owner", "must name at most 50 people"));
    }
    Ok(owners)
}

/// Reads the list filters out of a query.
pub fn filter(query: &mut Query) -> Result<Filter, Refusal> {
    let statuses = query.text("status")?.unwrap_or_default();
    Ok(Filter {
        owners: query.text("owner")?.map(|text| owners(&text)).transpose()?.filter(|owners| *owners != Owners::default()),
        collaborator: query.text("collaborator")?.map(|text| whose("collaborator", &text)).transpose()?,
        shared: query.choice("shared", &[Shared::WithMe, Shared::ByMe], |shared| match shared {
            Shared::WithMe => "with_me",
            Shared::ByMe => "by_me",
        })?,
        statuses: statuses.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect(),
        source: query.text("source")?,
        tag: query.text("tag")?,
        terms: query.text("q")?.map(|text| words::terms(&text)).unwrap_or_default(),
        created_after: query.time("created_after")?,
        created_before: query.time("created_before")?,
        updated_after: query.time("updated_after")?,
        updated_before: query.time("updated_before")?,
        deleted: query.boolean("deleted")?.unwrap_or(false),
    })
}

/// `GET /v1/leads`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let filter = filter(&mut query)?;
    let limit = query.limit()?;
    let word = query.text("sort")?.unwrap_or_else(|| "-updated_at".to_owned());
    let sort = Sort::parse(&word).ok_or_else(|| query::refuse("sort", format!("must be one of: {}", Sort::WORDS.join(", "))))?;
    let name = format!("{}:{word}", call.kind.plural());
    let after = query.text("cursor")?.map(|text| cursor::to_place(&name, &text, sort)).transpose()?;
    query.finish()?;
    let credential = call.credential()?;
    let now = call.ports.now;
    let list = List { credential: &credential, kind: call.kind, filter: &filter, sort, after: after.as_ref(), now };
    let rows = call.ports.db.batch(vec![list_page(&list, limit)]).await?.pop().unwrap_or_default();
    let (who, page) = list_paged(&rows, sort, limit)?;
    let viewer = who.viewer()?;
    call.met(&viewer);
    let data: Vec<_> = page.records.iter().map(|(record, grants)| view::record(&viewer, record, grants, now)).collect();
    Ok(view::page(call.request, &data, page.next.map(|place| cursor::of_place(&name, &place))))
}

/// `GET /v1/leads/count`
pub async fn count(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let filter = filter(&mut query)?;
    query.finish()?;
    let credential = call.credential()?;
    let now = call.ports.now;
    let sort = Sort { key: crate::store::list::Key::Updated, descending: true };
    let list = List { credential: &credential, kind: call.kind, filter: &filter, sort, after: None, now };
    let (_, mut results) = call.ask(&credential, vec![list_count(&list)]).await?;
    let (count, exact) = list_counted(&results.take()?)?;
    Ok(Reply::json(200, &json!({"count": count, "exact": exact})))
}

/// `POST /v1/leads`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let refuse_duplicate =
        query.choice("on_duplicate", &[true, false], |refuse| if refuse { "refuse" } else { "create" })?.unwrap_or(false);
    query.finish()?;
    let credential = call.credential()?;
    let mut body = Fields::read(call.request)?;
    let owner = match (body.has("owner_id"), body.id("owner_id", UserId::parse)) {
        (_, Some(id)) => NewOwner::User(id),
        (true, None) => NewOwner::Pool,
        (false, None) => NewOwner::Maker,
    };
    let mut errors = Vec::new();
    let mut patch = fields::read(body.rest(), &mut errors);
    // The first status is the one that is meant by none.
    patch.retain(|path, value| path != "status" || !value.is_null());
    body.errors.extend(errors);
    body.finish()?;
    let draft = Draft { kind: call.kind, patch, owner, refuse_duplicate };
    let (viewer, record, grants) = make(call.ports, &credential, &draft).await?;
    call.met(&viewer);
    call.nudge(Job::Events { record: record.id.clone(), from: 1, seq: record.version });
    let location = format!("/v1/{}/{}", call.kind.plural(), record.id);
    let view = view::record(&viewer, &record, &grants, call.ports.now);
    Ok(Reply::json(201, &view).tagged(record.version).with("location", location))
}

/// `GET /v1/leads/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let credential = call.credential()?;
    let now = call.ports.now;
    let id = call.id(0, RecordId::parse)?;
    let statement = record_get(&credential, &id, Some(call.kind), RECORD, now);
    let rows = call.ports.db.batch(vec![statement]).await?.pop().unwrap_or_default();
    let (who, found) = record_got(&rows)?;
    let viewer = who.viewer()?;
    call.met(&viewer);
    let (record, grants) = found.ok_or_else(Refusal::not_found)?;
    access::may_see(&standing(&viewer, &record, &grants, now))?;
    Ok(Reply::json(200, &view::record(&viewer, &record, &grants, now)).tagged(record.version))
}

/// `GET /v1/leads/duplicates`
pub async fn duplicates(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let (email, phone) = (query.text("email")?, query.text("phone")?);
    query.finish()?;
    if email.is_none() && phone.is_none() {
        return Err(query::refuse("email", "give an e-mail address or a phone number").into());
    }
    let credential = call.credential()?;
    let now = call.ports.now;
    let alike = record_alike(&credential, call.kind, email.as_deref(), phone.as_deref(), now);
    let (viewer, mut results) = call.ask(&credential, vec![alike]).await?;
    let reveal = viewer.settings.reveal_existence;
    let mut data = Vec::new();
    for (record, grants) in results.all::<RecordRow>()?.into_iter().map(RecordRow::model) {
        if standing(&viewer, &record, &grants, now).visible() {
            data.push(json!({"visible": true, "lead": view::record(&viewer, &record, &grants, now)}));
        } else if reveal {
            let owner = record.owner.as_ref().map(|owner| json!({"name": owner.name}));
            data.push(json!({"visible": false, "owner": owner, "lead_id": record.id}));
        }
    }
    Ok(Reply::json(200, &json!({"data": data})))
}

/// `GET /v1/leads/{id}/timeline`
pub async fn timeline(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let before = match query.cursor::<1>("timeline")? {
        None => None,
        Some([seq]) => Some(seq.as_i64().filter(|seq| (0..1 << 52).contains(seq)).ok_or_else(Refusal::cursor)?),
    };
    query.finish()?;
    let id = call.id(0, RecordId::parse)?;
    let (_, mut results) = see(call, &id, vec![event_page(&id, before, limit + 1)]).await?;
    let (entries, next) = view::cut(results.all::<Entry>()?, limit, "timeline", |entry| vec![Json::from(entry.seq)]);
    Ok(view::page(call.request, &entries, next))
}

/// Reads what belongs to a record in the same call as the check that the caller may see it.
pub async fn see(call: &Call<'_>, id: &RecordId, extras: Vec<crate::sql::Stmt>) -> Result<(Seen, Results), Error> {
    let (seen, results) = stand(call, &call.credential()?, id, extras).await?;
    access::may_see(&seen.standing)?;
    Ok((seen, results))
}

/// How whoever has this credential stands to a record of their organisation, whether or not they see it.
pub async fn stand(
    call: &Call<'_>,
    credential: &Credential,
    id: &RecordId,
    extras: Vec<crate::sql::Stmt>,
) -> Result<(Seen, Results), Error> {
    let now = call.ports.now;
    let mut statements = vec![record_get(credential, id, Some(call.kind), RECORD_ACCESS, now)];
    statements.extend(extras);
    let mut results = Results::new(call.ports.db.batch(statements).await?);
    let (who, found) = record_got(&results.take()?)?;
    let viewer = who.viewer()?;
    call.met(&viewer);
    let (record, grants) = found.ok_or_else(Refusal::not_found)?;
    let standing = standing(&viewer, &record, &grants, now);
    Ok((Seen { viewer, record, standing }, results))
}

/// A record, and who stands before it how.
pub struct Seen {
    /// Who calls.
    pub viewer: Box<Viewer>,
    /// The record.
    pub record: Record,
    /// How they stand to it.
    pub standing: access::Standing,
}

/// Sends an action of the caller to the record's room.
pub async fn act(call: &Call<'_>, action: Action) -> Result<Reply, Error> {
    let viewer = call.viewer().await?;
    let id = call.id(0, RecordId::parse)?;
    send(call, &viewer, id, true, action).await
}

/// Sends an action of `viewer` to the room of `record`. `checked_kind`: the path named the record's kind.
pub async fn send(call: &Call<'_>, viewer: &Viewer, record: RecordId, checked_kind: bool, action: Action) -> Result<Reply, Error> {
    let act = Act {
        version: VERSION,
        request_id: call.request_id.to_owned(),
        org: viewer.org.clone(),
        record,
        kind: checked_kind.then_some(call.kind),
        by: By::User(viewer.id.clone()),
        action,
        once: call.once.cloned(),
    };
    let answer = call.outside.rooms.act(&act).await?;
    Ok(super::room::reply(answer))
}

/// `PATCH /v1/leads/{id}`
pub async fn edit(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let mut errors = Vec::new();
    let patch = fields::read(body.rest(), &mut errors);
    body.errors.extend(errors);
    if patch.get("status").is_some_and(Json::is_null) {
        body.wrong("status", "required", "cannot be cleared");
    }
    body.finish()?;
    act(call, Action::Edit { patch, seen: if_match(call)? }).await
}

/// The version in `If-Match`: `"7"`, or `*` for whatever is there. What compresses an answer on its way makes its tag a weak one
/// (`W/"7"`), which names the same version.
pub fn if_match(call: &Call<'_>) -> Result<Option<i64>, Refusal> {
    let Some(header) = call.request.header("if-match").map(str::trim) else { return Ok(None) };
    if header == "*" {
        return Ok(None);
    }
    let tag = header.strip_prefix("W/").unwrap_or(header);
    let version = tag.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(tag);
    let digits = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
    // One beyond all numbers is no version that there is.
    digits.then(|| Some(version.parse().unwrap_or(i64::MAX))).ok_or_else(|| {
        Refusal::new(Code::InvalidHeader, "`If-Match` must be one version as its `ETag` gave it.").with("header", "If-Match")
    })
}

/// `412` unless `version` is the one that the caller of an edit saw. `noun` is what they edit, `current` what it is now.
pub fn as_seen(seen: Option<i64>, version: i64, noun: &str, current: impl FnOnce() -> Json) -> Result<(), Refusal> {
    if seen.is_none_or(|seen| seen == version) {
        return Ok(());
    }
    let refusal = Refusal::new(Code::EditConflict, format!("The {noun} changed since the version you saw."));
    Err(refusal.with("current", current()).with("version", version))
}

/// `DELETE /v1/leads/{id}`
pub async fn delete(call: &Call<'_>) -> Result<Reply, Error> {
    act(call, Action::Delete).await
}

fn nothing(call: &Call<'_>) -> Result<(), Refusal> {
    Fields::read(call.request)?.finish()
}

/// `POST /v1/leads/{id}/restore`
pub async fn restore(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    nothing(call)?;
    act(call, Action::Restore).await
}

/// `POST /v1/leads/{id}/claim`
pub async fn claim(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    nothing(call)?;
    act(call, Action::Claim).await
}

/// `POST /v1/leads/{id}/convert`
pub async fn convert(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let mut deal = None;
    if let Some(mut given) = body.object("deal") {
        let mut errors = Vec::new();
        deal = Some(fields::read(given.rest(), &mut errors));
        given.errors.extend(errors.into_iter().map(|error| FieldError { field: format!("deal.{}", error.field), ..error }));
        body.close(given);
    }
    body.finish()?;
    act(call, Action::Convert { deal }).await
}

/// Reads to whom a record is handed over, and how.
pub fn hand_over(body: &mut Fields) -> Action {
    if !body.has("owner_id") {
        body.wrong("owner_id", "required", "is required; null gives the record to the pool");
    }
    let to = body.id("owner_id", UserId::parse);
    let note = body.text("note", 2000);
    let keep_previous_owner = body.choice("keep_previous_owner", Keep::ALL, Keep::text);
    let keep_collaborators = body.boolean("keep_collaborators");
    let move_open_tasks = body.boolean("move_open_tasks").unwrap_or(false);
    Action::Assign { to, note, keep_previous_owner, keep_collaborators, move_open_tasks }
}

/// `POST /v1/leads/{id}/assign`
pub async fn assign(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let action = hand_over(&mut body);
    body.finish()?;
    act(call, action).await
}
