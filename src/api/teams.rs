//! Teams and who is in them.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::users::{may_manage, taken};
use super::{Call, Reply, view};
use crate::error::{Code, Error, Refusal};
use crate::id::{BulkId, TeamId, UserId};
use crate::job::Job;
use crate::json;
use crate::model::Viewer;
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::hanging::{team_delete, team_sole_access};
use crate::store::person::{
    MemberRow, TeamRow, UserRow, member_delete, member_insert, member_page, team_get, team_insert, team_page, team_rename, user_get,
};

/// `GET /v1/teams`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let after = query.cursor_name("teams", TeamId::parse)?;
    query.finish()?;
    let credential = call.credential()?;
    let now = call.ports.now;
    let (_, mut results) = call.ask(&credential, vec![team_page(&credential, after.as_ref(), limit + 1, now)]).await?;
    let (rows, next) =
        view::cut(results.all::<TeamRow>()?, limit, "teams", |row| vec![Json::from(row.name.clone()), Json::from(row.id.as_str())]);
    Ok(view::page(call.request, &rows, next))
}

/// The team that the path names, who calls, and what else was read.
async fn known(call: &Call<'_>, extras: impl FnOnce(&TeamId) -> Vec<Stmt>) -> Result<(Box<Viewer>, Box<TeamRow>, Results), Error> {
    let credential = call.credential()?;
    let now = call.ports.now;
    let id = call.id(0, TeamId::parse)?;
    let mut statements = vec![team_get(&credential, &id, now)];
    statements.extend(extras(&id));
    let (viewer, mut results) = call.ask(&credential, statements).await?;
    let team = results.found::<TeamRow>()?;
    Ok((viewer, team, results))
}

/// `GET /v1/teams/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let (_, team, _) = known(call, |_| Vec::new()).await?;
    Ok(Reply::json(200, &team).tagged(team.version))
}

async fn written(call: &Call<'_>, statements: Vec<Stmt>, id: &TeamId, status: u16) -> Result<Reply, Error> {
    let mut statements = statements;
    statements.push(team_get(&call.credential()?, id, call.ports.now));
    let rows = call.ports.db.batch(statements).await.map_err(taken)?.pop().unwrap_or_default();
    let team = Results::new(vec![rows]).sure::<TeamRow>("a team that was just written")?;
    Ok(Reply::json(status, &team).tagged(team.version))
}

/// `POST /v1/teams`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let name = body.required_text("name", 100);
    body.finish()?;
    let viewer = call.viewer().await?;
    may_manage(&viewer, None)?;
    let id = TeamId::mint(call.ports.now, call.ports.entropy);
    let reply = written(call, vec![team_insert(&id, &viewer.org, &name, call.ports.now)], &id, 201).await?;
    Ok(reply.with("location", format!("/v1/teams/{id}")))
}

/// `PATCH /v1/teams/{id}`
pub async fn change(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let mut body = Fields::read(call.request)?;
    let name = if body.has("name") { Some(body.required_text("name", 100)) } else { None };
    body.finish()?;
    let seen = super::records::if_match(call)?;
    let (viewer, team, _) = known(call, |_| Vec::new()).await?;
    may_manage(&viewer, None)?;
    super::records::as_seen(seen, team.version, "team", || json!(team))?;
    let rename = name.map(|name| team_rename(&team.id, &viewer.org, &name, call.ports.now));
    written(call, rename.into_iter().collect(), &team.id, 200).await
}

/// `DELETE /v1/teams/{id}`
pub async fn delete(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let force = query.boolean("force")?.unwrap_or(false);
    query.finish()?;
    let now = call.ports.now;
    let (viewer, team, mut results) = known(call, |id| vec![team_sole_access(id, now)]).await?;
    may_manage(&viewer, None)?;
    let (people, records) = results.first::<(i64, i64)>()?.unwrap_or((0, 0));
    if people > 0 && !force {
        return Err(Refusal::new(
            Code::TeamInUse,
            "Some people see some records only through this team; `?force=true` deletes it all the same.",
        )
        .with("people", people)
        .with("records", records)
        .into());
    }
    let bulk = BulkId::mint(now, call.ports.entropy);
    call.ports.db.batch(team_delete(&team.id, (&viewer.actor(), &bulk), &viewer.org, now)).await?;
    call.nudge(Job::Bulk { bulk });
    call.loosens(None);
    Ok(Reply::empty())
}

/// `GET /v1/teams/{id}/members`
pub async fn members(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let after = query.cursor_id("members", UserId::parse)?;
    query.finish()?;
    let credential = call.credential()?;
    let (_, _, mut results) = known(call, |id| vec![member_page(&credential, id, after.as_ref(), limit + 1, call.ports.now)]).await?;
    let (rows, next) = view::cut(results.all::<MemberRow>()?, limit, "members", |row| vec![Json::from(row.id.as_str())]);
    let data: Vec<Json> = rows.iter().map(view::member).collect();
    Ok(view::page(call.request, &data, next))
}

/// The team and the person that the path names, for whoever may have them join and leave.
async fn membership(call: &Call<'_>) -> Result<(Box<Viewer>, Box<TeamRow>, UserRow), Error> {
    let credential = call.credential()?;
    let user = call.id(1, UserId::parse).ok();
    let (viewer, team, mut results) =
        known(call, |_| user.iter().map(|user| user_get(&credential, user, call.ports.now)).collect()).await?;
    may_manage(&viewer, None)?;
    let user = if user.is_some() { results.first::<UserRow>()? } else { None }.ok_or_else(Refusal::not_found)?;
    Ok((viewer, team, user))
}

/// `PUT /v1/teams/{id}/members/{user_id}`
pub async fn add(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    Fields::read(call.request)?.finish()?;
    let (viewer, team, user) = membership(call).await?;
    call.ports.db.batch(vec![member_insert(&team.id, &user.id, &viewer.org, Some(&viewer.id), call.ports.now)]).await?;
    call.loosens(Some(&user.id));
    Ok(Reply::empty())
}

/// `DELETE /v1/teams/{id}/members/{user_id}`
pub async fn remove(call: &Call<'_>) -> Result<Reply, Error> {
    let (viewer, team, user) = membership(call).await?;
    call.ports.db.batch(vec![member_delete(&team.id, &user.id, &viewer.org)]).await?;
    call.loosens(Some(&user.id));
    Ok(Reply::empty())
}
