//! People and roles.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::{Call, Reply, view};
use crate::access::Capabilities;
use crate::error::{Code, Error, FieldError, Refusal, StoreError};
use crate::id::{TeamId, UserId};
use crate::model::Viewer;
use crate::record::email::{is_email, lower};
use crate::record::words;
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::person::{
    RoleRow, UserFilter, UserRow, member_insert, role_list, team_get, user_get, user_insert, user_me, user_page, user_update,
};

/// How often a change is decided again when somebody else was first.
const ATTEMPTS: usize = 8;

/// A user that a path names, with who calls and what else was read.
pub struct Target {
    /// Who calls.
    pub viewer: Box<Viewer>,
    /// The user.
    pub user: Box<UserRow>,
    /// What `extras` read.
    pub results: Results,
}

/// Reads the user that the path's first id names, and `extras`, in one call.
pub async fn target(call: &Call<'_>, extras: Vec<Stmt>) -> Result<Target, Error> {
    let credential = call.credential()?;
    let now = call.ports.now;
    let id = call.id(0, UserId::parse)?;
    let mut statements = vec![user_get(&credential, &id, now)];
    statements.extend(extras);
    let (viewer, mut results) = call.ask(&credential, statements).await?;
    let user = results.found::<UserRow>()?;
    Ok(Target { viewer, user, results })
}

/// May the viewer manage people, and this person in particular? Never somebody with capabilities that the viewer lacks,
/// and owners only by owners.
pub fn may_manage(viewer: &Viewer, user: Option<&UserRow>) -> Result<(), Refusal> {
    if !viewer.capabilities.has(Capabilities::MANAGE_PEOPLE) {
        return Err(Refusal::forbidden("manage_people", "ask_admin", "Your role lacks the capability `manage_people`."));
    }
    match user {
        Some(user) if user.is_owner == 1 && viewer.role != "owner" => {
            Err(Refusal::forbidden("owner", "ask_owner", "Only an owner changes an owner."))
        }
        Some(user) => may_give(viewer, user.capabilities),
        None => Ok(()),
    }
}

/// May the viewer hand out these capabilities? Only those they have themselves.
pub fn may_give(viewer: &Viewer, capabilities: Capabilities) -> Result<(), Refusal> {
    let lacking = capabilities.without(viewer.capabilities);
    match lacking.names().next() {
        None => Ok(()),
        Some(name) => Err(Refusal::forbidden(name, "ask_owner", "That role has capabilities which yours lacks.")),
    }
}

fn may_give_role(viewer: &Viewer, role: &RoleRow) -> Result<(), Refusal> {
    if role.built_in == 1 && role.name == "owner" && viewer.role != "owner" {
        return Err(Refusal::forbidden("owner", "ask_owner", "Only an owner makes an owner."));
    }
    may_give(viewer, role.capabilities)
}

/// `GET /v1/me`
pub async fn me(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let credential = call.credential()?;
    let now = call.ports.now;
    let (viewer, mut results) = call.ask(&credential, vec![user_me(&credential, now)]).await?;
    let row = results.sure::<UserRow>("the caller's user row")?;
    Ok(Reply::json(200, &view::me(&viewer, &row)))
}

/// `GET /v1/users`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let mut filter = UserFilter {
        terms: query.text("q")?.map(|text| words::terms(&text)).unwrap_or_default(),
        active: query.boolean("active")?,
        team: query.id("team", TeamId::parse)?,
        ..UserFilter::default()
    };
    let limit = query.limit()?;
    filter.limit = limit + 1;
    filter.after = query.cursor_name("users", UserId::parse)?;
    query.finish()?;
    let credential = call.credential()?;
    let now = call.ports.now;
    let (_, mut results) = call.ask(&credential, vec![user_page(&credential, &filter, now)]).await?;
    let (rows, next) =
        view::cut(results.all::<UserRow>()?, limit, "users", |row| vec![Json::from(row.name.clone()), Json::from(row.id.as_str())]);
    let data: Vec<Json> = rows.iter().map(view::user).collect();
    Ok(view::page(call.request, &data, next))
}

fn find_role<'a>(roles: &'a [RoleRow], name: &str, errors: &mut Vec<FieldError>) -> Option<&'a RoleRow> {
    let found = roles.iter().find(|role| role.name == name);
    if found.is_none() {
        let names: Vec<&str> = roles.iter().map(|role| role.name.as_str()).collect();
        errors.push(FieldError::new("role", "unknown_role", format!("must be one of: {}", names.join(", "))));
    }
    found
}

/// An e-mail address, lower case; what is wrong is noted.
pub fn email(body: &mut Fields, name: &str) -> String {
    let before = body.errors.len();
    let email = lower(&body.required_text(name, 254));
    if body.errors.len() == before && !is_email(&email) {
        body.wrong(name, "invalid_email", "must be an e-mail address");
    }
    email
}

/// Turns a taken e-mail address into `409`.
pub fn taken(error: StoreError) -> Error {
    match error {
        StoreError::Conflict(key) if key.contains("user.email") => {
            Refusal::new(Code::EmailTaken, "Somebody in the organisation has this e-mail address already.").into()
        }
        StoreError::Conflict(key) if key.contains(".name") => Refusal::new(Code::NameTaken, "The name is in use already.").into(),
        error => error.into(),
    }
}

/// `POST /v1/users`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let now = call.ports.now;
    let mut body = Fields::read(call.request)?;
    let name = body.required_text("name", 200);
    let email = email(&mut body, "email");
    let role = body.required_text("role", 100);
    let words = body.strings("team_ids", 50).unwrap_or_default();
    let mut teams = Vec::new();
    for (index, word) in words.iter().enumerate() {
        match TeamId::parse(word) {
            Some(team) => teams.push(team),
            None => body.wrong(&format!("team_ids.{index}"), "invalid_id", "must be an id"),
        }
    }
    body.finish()?;
    let mut statements = vec![role_list(&credential, None, -1, now)];
    statements.extend(teams.iter().map(|team| team_get(&credential, team, now)));
    let (viewer, mut results) = call.ask(&credential, statements).await?;
    may_manage(&viewer, None)?;
    let roles = results.all::<RoleRow>()?;
    let mut errors = Vec::new();
    let role = find_role(&roles, &role, &mut errors);
    for index in 0..teams.len() {
        if results.take()?.is_empty() {
            errors.push(FieldError::new(format!("team_ids.{index}"), "not_found", "there is no such team"));
        }
    }
    let Some(role) = role.filter(|_| errors.is_empty()) else { return Err(Refusal::fields(errors).into()) };
    may_give_role(&viewer, role)?;
    let id = UserId::mint(now, call.ports.entropy);
    let mut statements = vec![user_insert(&id, &viewer.org, &role.id, &name, &email, now)];
    statements.extend(teams.iter().map(|team| member_insert(team, &id, &viewer.org, Some(&viewer.id), now)));
    statements.push(user_get(&credential, &id, now));
    let rows = call.ports.db.batch(statements).await.map_err(taken)?.pop().unwrap_or_default();
    let row = Results::new(vec![rows]).sure::<UserRow>("a user that was just made")?;
    Ok(Reply::json(201, &view::user(&row)).tagged(row.version).with("location", format!("/v1/users/{id}")))
}

/// `GET /v1/users/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let Target { user, .. } = target(call, Vec::new()).await?;
    Ok(Reply::json(200, &view::user(&user)).tagged(user.version))
}

/// `PATCH /v1/users/{id}`
pub async fn change(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let now = call.ports.now;
    let mut body = Fields::read(call.request)?;
    for name in ["name", "role", "active"] {
        if body.rest().get(name).is_some_and(Json::is_null) {
            body.wrong(name, "required", "cannot be cleared");
        }
    }
    let name = if body.has("name") { Some(body.required_text("name", 200)) } else { None };
    let role = if body.has("role") { Some(body.required_text("role", 100)) } else { None };
    let active = body.boolean("active");
    body.finish()?;
    let seen = super::records::if_match(call)?;
    for _ in 0..ATTEMPTS {
        let Target { viewer, user: before, mut results } = target(call, vec![role_list(&credential, None, -1, now)]).await?;
        let own_name_only = before.id == viewer.id && role.is_none() && active.is_none();
        if !own_name_only {
            may_manage(&viewer, Some(&before))?;
        }
        super::records::as_seen(seen, before.version, "person", || view::user(&before))?;
        let roles = results.all::<RoleRow>()?;
        let mut errors = Vec::new();
        let Some(given) = find_role(&roles, role.as_deref().unwrap_or(&before.role), &mut errors) else {
            return Err(Refusal::fields(errors).into());
        };
        if given.name != before.role {
            may_give_role(&viewer, given)?;
        }
        let mut after = before.clone();
        after.name = name.clone().unwrap_or(after.name);
        after.role.clone_from(&given.name);
        after.active = active.map_or(after.active, i64::from);
        if after.name == before.name && after.role == before.role && after.active == before.active {
            return Ok(Reply::json(200, &view::user(&before)).tagged(before.version));
        }
        let statements = vec![user_update(&after, &viewer.org, &given.id, now), user_get(&credential, &before.id, now)];
        let mut results = Results::new(call.ports.db.batch(statements).await.map_err(taken)?);
        let written = !results.take()?.is_empty();
        let row = results.sure::<UserRow>("a user that was just changed")?;
        if written {
            call.loosens(Some(&row.id));
            return Ok(Reply::json(200, &view::user(&row)).tagged(row.version));
        }
        if row.version == before.version {
            return Err(Refusal::new(Code::LastOwner, "An organisation keeps at least one active owner; make another one first.").into());
        }
    }
    Err(StoreError::Unavailable("a user is being changed from elsewhere".to_owned()).into())
}
