//! Roles: those that come with Leadroom, and those an organisation makes.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::users::{may_give, may_manage, taken};
use super::{Call, Reply, cursor, records, view};
use crate::access::{Capabilities, Permissions};
use crate::error::{Code, Error, Refusal};
use crate::id::RoleId;
use crate::model::Viewer;
use crate::store::Results;
use crate::store::person::{RoleRow, role_delete, role_get, role_insert, role_list, role_update};

/// `GET /v1/roles`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let after = match query.cursor::<2>("roles")? {
        None => None,
        Some([built_in, name]) => Some((built_in.as_i64().ok_or_else(Refusal::cursor)?, cursor::text(&[name], 0)?)),
    };
    query.finish()?;
    let credential = call.credential()?;
    let (_, mut results) = call.ask(&credential, vec![role_list(&credential, after, limit + 1, call.ports.now)]).await?;
    let place = |row: &RoleRow| vec![Json::from(row.built_in), Json::from(row.name.as_str())];
    let (rows, next) = view::cut(results.all::<RoleRow>()?, limit, "roles", place);
    let data: Vec<Json> = rows.iter().map(view::role).collect();
    Ok(view::page(call.request, &data, next))
}

async fn known(call: &Call<'_>) -> Result<(Box<Viewer>, Box<RoleRow>), Error> {
    let credential = call.credential()?;
    let id = call.id(0, RoleId::parse)?;
    let (viewer, mut results) = call.ask(&credential, vec![role_get(&credential, &id, call.ports.now)]).await?;
    Ok((viewer, results.found::<RoleRow>()?))
}

/// `GET /v1/roles/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let (_, role) = known(call).await?;
    Ok(Reply::json(200, &view::role(&role)).tagged(role.version))
}

/// `capabilities`: what is wrong is noted.
fn capabilities(body: &mut Fields) -> Option<Capabilities> {
    let known: Vec<&str> = Capabilities::ALL.names().collect();
    let found = body.set("capabilities", 50, &known, Capabilities::named)?;
    Some(found.into_iter().fold(Capabilities::NONE, Capabilities::or))
}

/// `record_permissions`: the ceiling, which may be empty for a role that cannot be given leads. Without `read` it gives
/// nothing, so anything in it brings `read` along.
fn ceiling(body: &mut Fields) -> Option<Permissions> {
    if body.rest().get("record_permissions").is_some_and(|given| given.as_array().is_some_and(Vec::is_empty)) {
        body.take("record_permissions");
        return Some(Permissions::NONE);
    }
    body.permissions("record_permissions").map(Permissions::with_implied)
}

async fn written(call: &Call<'_>, id: &RoleId, statement: crate::sql::Stmt, status: u16) -> Result<Reply, Error> {
    let statements = vec![statement, role_get(&call.credential()?, id, call.ports.now)];
    let rows = call.ports.db.batch(statements).await.map_err(taken)?.pop().unwrap_or_default();
    let role = Results::new(vec![rows]).sure::<RoleRow>("a role that was just written")?;
    Ok(Reply::json(status, &view::role(&role)).tagged(role.version))
}

/// `POST /v1/roles`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let name = body.required_text("name", 100);
    let given = capabilities(&mut body);
    let most = ceiling(&mut body);
    for (field, there) in [("capabilities", given.is_some()), ("record_permissions", most.is_some())] {
        if !there && !body.errors.iter().any(|error| error.field.starts_with(field)) {
            body.wrong(field, "required", "is required");
        }
    }
    body.finish()?;
    let viewer = call.viewer().await?;
    may_manage(&viewer, None)?;
    let (given, most) = (given.unwrap_or_default(), most.unwrap_or_default());
    may_give(&viewer, given)?;
    let id = RoleId::mint(call.ports.now, call.ports.entropy);
    let insert = role_insert(&id, &viewer.org, &name, false, given, most, call.ports.now);
    Ok(written(call, &id, insert, 201).await?.with("location", format!("/v1/roles/{id}")))
}

fn may_change(viewer: &Viewer, role: &RoleRow) -> Result<(), Refusal> {
    may_manage(viewer, None)?;
    if role.built_in == 1 {
        return Err(Refusal::new(Code::BuiltInRole, "The roles that come with Leadroom stay as they are; make one of your own."));
    }
    may_give(viewer, role.capabilities)
}

/// `PATCH /v1/roles/{id}`: acts at once on everybody who has the role.
pub async fn change(call: &Call<'_>) -> Result<Reply, Error> {
    let seen = records::if_match(call)?;
    let mut body = Fields::read(call.request)?;
    for name in ["capabilities", "record_permissions"] {
        if body.rest().get(name).is_some_and(Json::is_null) {
            body.wrong(name, "required", "cannot be cleared");
        }
    }
    let name = if body.has("name") { Some(body.required_text("name", 100)) } else { None };
    let given = capabilities(&mut body);
    let most = ceiling(&mut body);
    body.finish()?;
    let (viewer, mut role) = known(call).await?;
    may_change(&viewer, &role)?;
    records::as_seen(seen, role.version, "role", || view::role(&role))?;
    role.name = name.unwrap_or(role.name);
    role.capabilities = given.unwrap_or(role.capabilities);
    role.ceiling = most.unwrap_or(role.ceiling);
    may_give(&viewer, role.capabilities)?;
    let reply = written(call, &role.id, role_update(&role, call.ports.now), 200).await?;
    call.loosens(None);
    Ok(reply)
}

/// `DELETE /v1/roles/{id}`: only one that nobody has.
pub async fn delete(call: &Call<'_>) -> Result<Reply, Error> {
    let (viewer, role) = known(call).await?;
    may_change(&viewer, &role)?;
    let mut results = Results::new(call.ports.db.batch(vec![role_delete(&role.id)]).await?);
    if results.take()?.is_empty() {
        return Err(Refusal::new(Code::RoleInUse, "Somebody has this role; give them another one first.").into());
    }
    Ok(Reply::empty())
}
