//! Rules: what follows by itself when a record comes to be, is captured or moves on. All of it takes the capability
//! `manage_settings`: a rule reaches every record of the organisation.

use serde_json::{Map, Value as Json};

use super::body::Fields;
use super::query::Query;
use super::source_config::{assignee, can_be_given, some_people, some_tags};
use super::sources::{ATTEMPTS, entitled};
use super::users::taken;
use super::{Call, Reply, records, shares, view};
use crate::access::Capabilities;
use crate::error::{Code, Error, Refusal, StoreError};
use crate::id::{RuleId, SourceId, TeamId, UserId};
use crate::json;
use crate::model::{Candidate, Kind, Level, Occasion, Recipient, Viewer};
use crate::record::decide::ShareAsk;
use crate::record::rule::{Assignee, Then, When};
use crate::request::co_owners_are_off;
use crate::show::{Show as _, brief, gather};
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::person::{Credential, people_named, teams_named};
use crate::store::rule::{RuleRow, rule_count, rule_delete, rule_get, rule_insert, rule_page, rule_place, rule_update};
use crate::store::source::{SourceRow, source_get};
use crate::time::Timestamp;

/// The most rules of an organisation: all of them are looked at whenever something happens.
const MOST_RULES: i64 = 100;
/// The most that one rule does.
const MOST_ACTIONS: usize = 10;

/// A rule as administrators see it, with what stands in its way.
fn shown(row: &RuleRow) -> Map<String, Json> {
    let mut problems = Vec::new();
    if row.source_there == 0 {
        problems.push(json!({"field": "when.source_id", "id": row.when.source_id, "code": "not_found"}));
    }
    for (index, then) in row.then.iter().enumerate() {
        for (place, id) in then.named() {
            let code = match row.there.iter().find(|(there, _)| there == id) {
                None => Some("not_found"),
                // An empty team can still be shared with.
                Some((_, code)) => code.as_deref().filter(|code| *code != "nobody_active" || matches!(then, Then::Assign { .. })),
            };
            if let Some(code) = code {
                problems.push(json!({"field": format!("then.{index}.{place}"), "id": id, "code": code}));
            }
        }
    }
    let fields = [
        ("id", json!(row.id)),
        ("name", json!(row.name)),
        ("on", json!(row.on)),
        ("when", brief(row.when.show())),
        ("then", json!(row.then)),
        ("enabled", json!(row.enabled == 1)),
        ("position", json!(row.position)),
        ("problems", json!(problems)),
        ("version", json!(row.version)),
        ("created_at", json!(row.created_at)),
        ("updated_at", json!(row.updated_at)),
    ];
    gather(fields.map(|(name, value)| (name.to_owned(), value)))
}

async fn manager(call: &Call<'_>, statements: Vec<Stmt>) -> Result<(Box<Viewer>, Results), Error> {
    entitled(call, Capabilities::MANAGE_SETTINGS, statements).await
}

async fn known(call: &Call<'_>) -> Result<(Box<Viewer>, Box<RuleRow>), Error> {
    let id = call.id(0, RuleId::parse)?;
    let (viewer, mut results) = manager(call, vec![rule_get(&call.credential()?, &id, call.ports.now)]).await?;
    Ok((viewer, results.found::<RuleRow>()?))
}

/// `GET /v1/rules`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let after = match query.cursor::<1>("rules")? {
        None => 0,
        Some([place]) => place.as_i64().ok_or_else(Refusal::cursor)?,
    };
    query.finish()?;
    let (_, mut results) = manager(call, vec![rule_page(&call.credential()?, after, limit + 1, call.ports.now)]).await?;
    let (rows, next) = view::cut(results.all::<RuleRow>()?, limit, "rules", |row| vec![Json::from(row.position)]);
    let data: Vec<_> = rows.iter().map(shown).collect();
    Ok(view::page(call.request, &data, next))
}

/// `GET /v1/rules/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let (_, row) = known(call).await?;
    Ok(Reply::json(200, &shown(&row)).tagged(row.version))
}

/// Reads what a body says of the conditions over what they were: absent keeps, null takes back (RFC 7396).
fn conditions(body: &mut Fields, before: &When) -> When {
    let Some(mut inner) = body.object("when") else { return When::default() };
    let mut when = before.clone();
    if inner.has("kind") {
        when.kind = inner.choice("kind", Kind::ALL, Kind::text);
    }
    for (name, most, value) in [("source", 100, &mut when.source), ("status", 50, &mut when.status), ("tag", 50, &mut when.tag)] {
        if inner.has(name) {
            *value = inner.text(name, most);
        }
    }
    if inner.has("source_id") {
        when.source_id = inner.id("source_id", SourceId::parse);
    }
    body.close(inner);
    when
}

/// Reads one action; nothing when it is wrong, which is noted.
fn action(body: &mut Fields, now: Timestamp) -> Option<Then> {
    let Some(kind) = body.required_choice("type", Then::TYPES, |word| word) else {
        // What it may have besides depends on what it is.
        body.rest().clear();
        return None;
    };
    Some(match kind {
        "assign" => {
            let to = match assignee(body) {
                (Some(user), _) => Some(Assignee::User(user)),
                (None, team) => team.map(Assignee::Turn),
            };
            let reassign = body.boolean("reassign");
            Then::Assign { to: to?, reassign }
        }
        "add_collaborators" => Then::AddCollaborators { users: some_people(body), level: body.choice("level", Level::ALL, Level::text) },
        "share" => Then::Share(shares::terms(body, now)?),
        _ => Then::AddTags { tags: some_tags(body) },
    })
}

fn actions(body: &mut Fields, now: Timestamp) -> Vec<Then> {
    let before = body.errors.len();
    let mut all = Vec::new();
    for mut one in body.objects("then", MOST_ACTIONS).unwrap_or_default() {
        all.extend(action(&mut one, now));
        body.close(one);
    }
    if body.errors.len() == before {
        if all.is_empty() {
            body.wrong("then", "required", "must have at least one action");
        } else if all.iter().filter(|one| matches!(one, Then::Assign { .. })).count() > 1 {
            body.wrong("then", "assigned_twice", "can give the record to somebody once");
        }
    }
    all
}

/// Reads what a body says of a rule over what it was.
fn configure(body: &mut Fields, row: &mut RuleRow, now: Timestamp) -> Option<i64> {
    if body.has("name") || row.name.is_empty() {
        row.name = body.required_text("name", 100);
    }
    if (body.has("on") || row.then.is_empty())
        && let Some(on) = body.required_choice("on", Occasion::ALL, Occasion::text)
    {
        row.on = on;
    }
    if body.has("when") {
        row.when = conditions(body, &row.when);
    }
    if body.has("then") || row.then.is_empty() {
        row.then = actions(body, now);
    }
    if body.has("enabled") {
        row.enabled = i64::from(body.boolean("enabled").unwrap_or(true));
    }
    body.integer("position", 1, MOST_RULES)
}

/// The statements that tell whether those whom a rule names are there.
fn named(credential: &Credential, row: &RuleRow, now: Timestamp) -> Vec<Stmt> {
    let ids: Vec<&str> = row.then.iter().flat_map(Then::named).map(|(_, id)| id).collect();
    let users: Vec<UserId> = ids.iter().filter_map(|id| UserId::parse(id)).collect();
    let teams: Vec<TeamId> = ids.iter().filter_map(|id| TeamId::parse(id)).collect();
    let source = row.when.source_id.as_ref().map(|source| source_get(credential, source, now));
    [people_named(credential, &users, now), teams_named(credential, &teams, now)].into_iter().chain(source).collect()
}

/// What only the organisation knows of what changed: whether the status exists, and whether those who are named are there and
/// can be given what they are to get.
fn check(before: Option<&RuleRow>, row: &RuleRow, viewer: &Viewer, found: &mut Results) -> Result<(), Error> {
    let (people, teams) = (found.all::<Candidate>()?, found.all::<(TeamId,)>()?);
    let source = if row.when.source_id.is_some() { found.first::<SourceRow>()? } else { None };
    let conditions = before.is_none_or(|before| before.when != row.when);
    if let Some(status) = row.when.status.as_ref().filter(|_| conditions) {
        let kinds = row.when.kind.as_ref().map_or(Kind::ALL, std::slice::from_ref);
        let mut words: Vec<&str> = kinds.iter().flat_map(|kind| viewer.settings.statuses_of(*kind)).map(String::as_str).collect();
        if kinds.contains(&Kind::Lead) {
            words.push("converted");
        }
        if !words.contains(&status.as_str()) {
            return Err(Refusal::field("when.status", "unknown_status", format!("must be one of: {}", words.join(", "))).into());
        }
    }
    if conditions && row.when.source_id.is_some() && source.is_none() {
        return Err(Refusal::field("when.source_id", "not_found", "there is no such source").into());
    }
    if before.is_some_and(|before| before.then == row.then) {
        return Ok(());
    }
    for (index, then) in row.then.iter().enumerate() {
        let inactive = if matches!(then, Then::Assign { .. }) { Code::AssigneeInactive } else { Code::RecipientInactive };
        for (place, id) in then.named() {
            let field = format!("then.{index}.{place}");
            let team =
                matches!(then, Then::Assign { to: Assignee::Turn(_), .. } | Then::Share(ShareAsk { with: Recipient::Team { .. }, .. }));
            if !team {
                can_be_given(&people, UserId::parse(id).as_ref(), inactive, &field)?;
            } else if !teams.iter().any(|(team,)| team.as_str() == id) {
                return Err(Refusal::field(&field, "not_found", "there is no such team").into());
            }
        }
        if matches!(then, Then::AddCollaborators { level: Some(Level::CoOwner), .. }) && !viewer.settings.multiple_assignment {
            return Err(co_owners_are_off(&format!("then.{index}.level")).into());
        }
    }
    Ok(())
}

/// `POST /v1/rules`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let now = call.ports.now;
    let mut body = Fields::read(call.request)?;
    let mut row = RuleRow {
        id: RuleId::mint(now, call.ports.entropy),
        org: crate::id::OrgId::known(String::new()),
        name: String::new(),
        on: Occasion::Created,
        when: When::default(),
        then: Vec::new(),
        enabled: 1,
        position: 0,
        version: 1,
        created_at: now,
        updated_at: now,
        there: Vec::new(),
        source_there: 1,
    };
    let place = configure(&mut body, &mut row, now);
    body.finish()?;
    let mut statements = vec![rule_count(&credential, now)];
    statements.extend(named(&credential, &row, now));
    let (viewer, mut results) = manager(call, statements).await?;
    let count = results.first::<(i64,)>()?.map_or(0, |(count,)| count);
    check(None, &row, &viewer, &mut results)?;
    if count >= MOST_RULES {
        return Err(Refusal::field("name", "too_many", format!("an organisation has at most {MOST_RULES} rules")).into());
    }
    row.org.clone_from(&viewer.org);
    let mut statements = vec![rule_insert(&row, &viewer.id)];
    statements.extend(place.map(|place| rule_place(&row.org, Some((&row.id, place)))));
    statements.push(rule_get(&credential, &row.id, now));
    let rows = call.ports.db.batch(statements).await.map_err(taken)?.pop().unwrap_or_default();
    let row = Results::new(vec![rows]).sure::<RuleRow>("a rule that was just made")?;
    Ok(Reply::json(201, &shown(&row)).tagged(row.version).with("location", format!("/v1/rules/{}", row.id)))
}

/// `PATCH /v1/rules/{id}`
pub async fn change(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let now = call.ports.now;
    let seen = records::if_match(call)?;
    Fields::read(call.request)?;
    for _ in 0..ATTEMPTS {
        let (viewer, before) = known(call).await?;
        records::as_seen(seen, before.version, "rule", || Json::Object(shown(&before)))?;
        let mut body = Fields::read(call.request)?;
        let mut after = before.clone();
        let place = configure(&mut body, &mut after, now).filter(|place| *place != before.position);
        body.finish()?;
        if after == before && place.is_none() {
            return Ok(Reply::json(200, &shown(&before)).tagged(before.version));
        }
        if after != before {
            let mut found = Results::new(call.ports.db.batch(named(&credential, &after, now)).await?);
            check(Some(&before), &after, &viewer, &mut found)?;
        }
        let mut statements = vec![rule_update(&after, now)];
        statements.extend(place.map(|place| rule_place(&after.org, Some((&after.id, place)))));
        statements.push(rule_get(&credential, &before.id, now));
        let mut rows = call.ports.db.batch(statements).await.map_err(taken)?;
        let fresh = rows.pop().unwrap_or_default();
        if rows.first().is_some_and(Vec::is_empty) {
            continue;
        }
        let row = Results::new(vec![fresh]).sure::<RuleRow>("a rule that was just changed")?;
        return Ok(Reply::json(200, &shown(&row)).tagged(row.version));
    }
    Err(StoreError::Unavailable("the rule is being changed elsewhere".to_owned()).into())
}

/// `DELETE /v1/rules/{id}`
pub async fn delete(call: &Call<'_>) -> Result<Reply, Error> {
    let (viewer, row) = known(call).await?;
    call.ports.db.batch(rule_delete(&row.id, &viewer.org)).await?;
    Ok(Reply::empty())
}
