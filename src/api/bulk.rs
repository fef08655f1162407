//! One action on many records: read and held against what the organisation has before anything is written, then handed to a job.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::source_config::{can_be_given, some_people, some_tags};
use super::{Call, Reply, records, shares};
use crate::access::may_bulk;
use crate::error::{Code, Error, Refusal, StoreError};
use crate::flow::bulk::OVERDUE;
use crate::flow::room::Action;
use crate::id::{JobId, RecordId, TeamId, UserId};
use crate::job::Job;
use crate::model::{Candidate, Kind, Level, Recipient, Viewer};
use crate::record::decide::ShareAsk;
use crate::record::fields::one;
use crate::request::co_owners_are_off;
use crate::show::{self, Show as _};
use crate::sql::Value;
use crate::store::Results;
use crate::store::job::{MOST, NewJob, Picked, job_get, job_insert};
use crate::store::list::{Filter, Key, List, Place, Sort, list_pick};
use crate::store::person::{people_named, teams_named};
use crate::time::Timestamp;
use crate::wire;

/// What can be done with many records at once.
pub const ACTIONS: &[&str] =
    &["assign", "add_collaborators", "remove_collaborators", "share", "set_status", "add_tags", "remove_tags", "delete"];
/// The filters of a list of records.
const FILTERS: &[&str] = &[
    "owner",
    "collaborator",
    "shared",
    "status",
    "source",
    "tag",
    "q",
    "created_after",
    "created_before",
    "updated_after",
    "updated_before",
    "deleted",
];

/// Which records.
enum Chosen {
    /// Those with these ids.
    Ids(Vec<String>),
    /// Those that a list of them would show.
    Filter(Box<Filter>),
}

/// Reads a filter that says the same as the query of a list, and is refused for the same.
fn filter(body: &mut Fields) -> Filter {
    let mut pairs = Vec::new();
    for name in FILTERS {
        let several = matches!(*name, "owner" | "status");
        let mut text = Some(String::new());
        match body.take(name) {
            None => continue,
            Some(Json::Array(list)) if several => {
                for word in &list {
                    text = text.zip(word.as_str()).map(|(text, word)| text + word + ",");
                }
            }
            Some(Json::String(word)) => text = Some(word),
            Some(Json::Bool(word)) if *name == "deleted" => text = Some(word.to_string()),
            Some(_) => text = None,
        }
        match text {
            Some(text) => pairs.push(((*name).to_owned(), text)),
            None => body.wrong(name, "not_a_string", "must be a string, as in the query of a list"),
        }
    }
    match records::filter(&mut Query::of(pairs)) {
        Ok(filter) => filter,
        Err(refusal) => {
            body.wrong(refusal.extensions["parameter"].as_str().unwrap_or_default(), "invalid_parameter", refusal.detail.as_str());
            Filter::default()
        }
    }
}

/// An object inside the body that must be there.
fn needed(body: &mut Fields, name: &str, detail: &str) -> Option<Fields> {
    let wrong = body.errors.len();
    let inner = body.object(name);
    if inner.is_none() && body.errors.len() == wrong {
        body.wrong(name, "required", detail);
    }
    inner
}

/// Reads which records it is about; nothing when that is wrong, which is noted.
fn select(body: &mut Fields) -> Option<Chosen> {
    let mut inner = needed(body, "select", "is required: {\"ids\": […]} or {\"filter\": {…}}")?;
    let mut chosen = None;
    if inner.has("ids") == inner.has("filter") {
        inner.rest().clear();
        body.wrong("select", "required", "must have either `ids` or a `filter`");
    } else if inner.has("ids") {
        let mut ids = Vec::new();
        let wrong = inner.errors.len();
        for (index, text) in inner.strings("ids", usize::try_from(MOST).unwrap_or(usize::MAX)).unwrap_or_default().iter().enumerate() {
            let Some(id) = RecordId::parse(text) else {
                inner.wrong(&format!("ids.{index}"), "invalid_id", "must be an id");
                break;
            };
            ids.push(id.to_string());
        }
        if ids.is_empty() && inner.errors.len() == wrong {
            inner.wrong("ids", "empty", "must name at least one record");
        }
        chosen = Some(Chosen::Ids(ids));
    } else if let Some(mut given) = inner.object("filter") {
        chosen = Some(Chosen::Filter(Box::new(filter(&mut given))));
        inner.close(given);
    } else if inner.errors.is_empty() {
        inner.wrong("filter", "not_an_object", "must be an object");
    }
    body.close(inner);
    chosen
}

/// Reads what is to be done; nothing when that is wrong, which is noted.
fn action(body: &mut Fields, now: Timestamp) -> Option<(&'static str, Action)> {
    let mut inner = needed(body, "action", "is required: {\"type\": …}")?;
    let found = step(&mut inner, now);
    body.close(inner);
    found
}

fn step(body: &mut Fields, now: Timestamp) -> Option<(&'static str, Action)> {
    let Some(what) = body.required_choice("type", ACTIONS, |word| word) else {
        // What it may have besides depends on what it is.
        body.rest().clear();
        return None;
    };
    let add = what.starts_with("add_");
    let action = match what {
        "assign" => records::hand_over(body),
        "add_collaborators" | "remove_collaborators" => {
            Action::Collaborators { users: some_people(body), level: body.choice("level", Level::ALL, Level::text), add }
        }
        "share" => Action::Share(shares::terms(body, now)?),
        "set_status" => {
            let status = body.required_text("status", 200);
            Action::Edit { patch: one("status", Json::from(status)), seen: None }
        }
        "delete" => Action::Delete,
        _ => Action::Tags { tags: some_tags(body), add },
    };
    Some((what, action))
}

/// Whom an action names: people and teams.
fn named(action: &Action) -> (Vec<UserId>, Vec<TeamId>) {
    match action {
        Action::Assign { to, .. } => (to.iter().cloned().collect(), Vec::new()),
        Action::Collaborators { users, .. } => (users.clone(), Vec::new()),
        Action::Share(ShareAsk { with: Recipient::User { id }, .. }) => (vec![id.clone()], Vec::new()),
        Action::Share(ShareAsk { with: Recipient::Team { id }, .. }) => (Vec::new(), vec![id.clone()]),
        _ => (Vec::new(), Vec::new()),
    }
}

/// What only the organisation knows: whether the status exists, and whether those who are named are there and can be given what they
/// are to get.
fn check(action: &Action, kind: Kind, viewer: &Viewer, people: &[Candidate], teams: &[(TeamId,)]) -> Result<(), Refusal> {
    let (users, asked) = named(action);
    match action {
        Action::Edit { patch, .. } => {
            let known = viewer.settings.statuses_of(kind);
            if !known.iter().any(|known| patch["status"] == known.as_str()) {
                return Err(Refusal::field("action.status", "unknown_status", format!("must be one of: {}", known.join(", "))));
            }
        }
        Action::Assign { .. } => {
            for user in &users {
                can_be_given(people, Some(user), Code::AssigneeInactive, "action.owner_id")?;
            }
        }
        Action::Collaborators { level, add, .. } => {
            for user in &users {
                if *add {
                    can_be_given(people, Some(user), Code::RecipientInactive, "action.user_ids")?;
                } else if !people.iter().any(|person| person.id == *user) {
                    return Err(Refusal::field("action.user_ids", "not_found", "there is no such person"));
                }
            }
            if *level == Some(Level::CoOwner) && !viewer.settings.multiple_assignment {
                return Err(co_owners_are_off("action.level"));
            }
        }
        Action::Share(_) => {
            for user in &users {
                can_be_given(people, Some(user), Code::RecipientInactive, "action.with.id")?;
            }
            if teams.len() < asked.len() {
                return Err(Refusal::field("action.with.id", "not_found", "there is no such team"));
            }
        }
        _ => {}
    }
    Ok(())
}

/// `POST /v1/leads/bulk`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let now = call.ports.now;
    let mut body = Fields::read(call.request)?;
    let chosen = select(&mut body);
    let action = action(&mut body, now);
    let notify = body.choice("notify", &[true, false], |notify| if notify { "summary" } else { "none" }).unwrap_or(true);
    let dry_run = body.boolean("dry_run").unwrap_or(false);
    body.finish()?;
    let (Some(chosen), Some((what, action))) = (chosen, action) else {
        return Err(Refusal::field("action", "required", "is required").into());
    };
    let (users, teams) = named(&action);
    let mut statements = vec![people_named(&credential, &users, now), teams_named(&credential, &teams, now)];
    // By when they were made: that never changes, so none is met twice or missed while others write.
    let sort = Sort { key: Key::Created, descending: true };
    let pick =
        |filter: &Filter, after: Option<&Place>| list_pick(&List { credential: &credential, kind: call.kind, filter, sort, after, now });
    if let Chosen::Filter(filter) = &chosen {
        statements.push(pick(filter, None));
    }
    let (viewer, mut found) = call.ask(&credential, statements).await?;
    may_bulk(viewer.capabilities)?;
    check(&action, call.kind, &viewer, &found.all()?, &found.all()?)?;
    let picked = match &chosen {
        Chosen::Ids(ids) => show::text(&ids.show()),
        Chosen::Filter(filter) => {
            let (mut numbers, mut count) = (String::from("["), 0);
            loop {
                let row: Json = found.first()?.unwrap_or_default();
                let some = row[0].as_str().unwrap_or_default().trim_matches(['[', ']']);
                if !some.is_empty() && count > 0 {
                    numbers.push(',');
                }
                numbers.push_str(some);
                count += row[1].as_i64().unwrap_or_default();
                if count > MOST {
                    return Err(Refusal::field("select.filter", "too_many", format!("must match at most {MOST} records")).into());
                }
                let (Some(key), Some(id)) = (row[2][0].as_i64(), row[2][1].as_str()) else { break };
                let after = Place { key: Value::Int(key), id: id.to_owned() };
                found = Results::new(call.ports.db.batch(vec![pick(filter, Some(&after))]).await?);
            }
            numbers.push(']');
            numbers
        }
    };
    let picked = match &chosen {
        Chosen::Ids(_) => Picked::Ids(&picked),
        Chosen::Filter(_) => Picked::Numbers(&picked),
    };
    let id = JobId::mint(now, call.ports.entropy);
    let new = NewJob {
        id: &id,
        org: &viewer.org,
        user: &viewer.id,
        kind: call.kind,
        what,
        action: &wire::text(&action),
        notify,
        dry_run,
        undoes: None,
        due: now.plus(OVERDUE),
    };
    begin(call, &new, &picked).await
}

/// Writes a new job and sends it on its way.
pub async fn begin(call: &Call<'_>, new: &NewJob<'_>, picked: &Picked<'_>) -> Result<Reply, Error> {
    let mut statements = Vec::from(job_insert(new, picked, call.ports.now));
    statements.push(job_get(&call.credential()?, new.id, call.ports.now));
    let text = call.ports.db.batch(statements).await.map_err(undone)?.pop().and_then(|mut rows| rows.pop());
    let text = text.ok_or_else(|| crate::store::gone("a job that was just made"))?;
    call.nudge(Job::Run { job: new.id.clone(), turn: 0 });
    Ok(Reply::text(202, text).with("location", format!("/v1/jobs/{}", new.id)))
}

/// A job is undone once.
fn undone(error: StoreError) -> Error {
    match error {
        StoreError::Conflict(key) if key.contains("job.undoes") => {
            Refusal::new(Code::AlreadyUndone, "The job was undone already, or is being undone.").into()
        }
        other => other.into(),
    }
}
