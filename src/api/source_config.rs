//! What a source decides, read strictly from a body and held against what the organisation has.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::body::Fields;
use crate::capture::answers::TARGETS;
use crate::capture::form::is_origin;
use crate::error::{Code, Error, FieldError, Refusal};
use crate::id::{TeamId, UserId};
use crate::model::{Candidate, Kind, Settings};
use crate::record::decide::can_hold;
use crate::record::fields::{self, has_controls};
use crate::show::gather;
use crate::sql::{Stmt, read as read_value};
use crate::store::Results;
use crate::store::person::{Credential, people_named, teams_named};
use crate::store::source::{Config, Defaults, OnDuplicate};
use crate::target::target;
use crate::time::Timestamp;

/// The longest secret.
pub const LONGEST_SECRET: usize = 500;
/// The most entries of a field map.
const MOST_MAPPED: usize = 200;
/// The longest question in a field map, in characters.
const LONGEST_QUESTION: usize = 500;
/// The most people that a source adds.
const MOST_COLLABORATORS: usize = 20;

/// Reads what a body says of a source's configuration over what it was: absent keeps, null takes back (RFC 7396).
pub fn configure(body: &mut Fields, before: &Config) -> Config {
    let mut config = before.clone();
    if body.has("field_map") {
        match body.take("field_map") {
            None => config.field_map.clear(),
            Some(Json::Object(map)) => map_fields(body, map, &mut config.field_map),
            Some(_) => body.wrong("field_map", "not_an_object", "must be an object: question → lead field"),
        }
    }
    if body.has("defaults") {
        config.defaults = match body.object("defaults") {
            None => Defaults::default(),
            Some(mut inner) => {
                let defaults = defaults(&mut inner, before.defaults.clone());
                body.close(inner);
                defaults
            }
        };
    }
    if body.has("owner") {
        (config.owner, config.round_robin) = owner(body);
    }
    if body.has("collaborators") {
        config.collaborators = people(body, "collaborators");
    }
    if body.has("on_duplicate") {
        config.on_duplicate = body.choice("on_duplicate", OnDuplicate::ALL, OnDuplicate::text).unwrap_or_default();
    }
    if body.has("allowed_origins") {
        config.allowed_origins = body.strings("allowed_origins", 50).unwrap_or_default();
        for (index, origin) in config.allowed_origins.iter().enumerate() {
            if !is_origin(origin) {
                body.wrong(&format!("allowed_origins.{index}"), "invalid_origin", "must be scheme and host, as https://www.example.com");
            }
        }
    }
    for (name, secret) in [("turnstile_secret", &mut config.turnstile_secret), ("verify_token", &mut config.verify_token)] {
        if body.has(name) {
            *secret = body.text(name, LONGEST_SECRET);
        }
    }
    if body.has("readback") {
        match body.object("readback") {
            None => (config.readback_url, config.readback_token) = (None, None),
            Some(mut inner) => {
                if inner.has("base_url") {
                    config.readback_url = inner.text("base_url", 500);
                    if config.readback_url.as_deref().is_some_and(|url| target(url).is_none()) {
                        inner.wrong("base_url", "invalid_url", "must be an https address with a public name, or one of this machine");
                    }
                }
                if inner.has("access_token") {
                    config.readback_token = inner.text("access_token", LONGEST_SECRET);
                }
                body.close(inner);
            }
        }
    }
    config
}

fn map_fields(body: &mut Fields, given: Map<String, Json>, map: &mut BTreeMap<String, String>) {
    for (question, target) in given {
        let at = format!("field_map.{question}");
        let custom = |name: &str| {
            name.strip_prefix("fields.").is_some_and(|key| (1..=100).contains(&key.trim().chars().count()) && !has_controls(key))
        };
        match target {
            Json::Null => {
                map.remove(&question);
            }
            Json::String(name) if TARGETS.contains(&name.as_str()) || custom(&name) => {
                if question.trim().is_empty() || question.chars().count() > LONGEST_QUESTION {
                    body.wrong("field_map", "invalid_key", format!("a question has 1 to {LONGEST_QUESTION} characters"));
                }
                map.insert(question, name);
            }
            _ => body.wrong(&at, "unknown_value", format!("must be one of: {}, fields.<name>", TARGETS.join(", "))),
        }
    }
    if map.len() > MOST_MAPPED {
        body.wrong("field_map", "too_many", format!("must have at most {MOST_MAPPED} entries"));
    }
}

fn defaults(body: &mut Fields, mut defaults: Defaults) -> Defaults {
    if body.has("status") {
        defaults.status = body.text("status", 50);
    }
    if body.has("kind") {
        defaults.kind = body.choice("kind", Kind::ALL, Kind::text);
    }
    if body.has("source") {
        defaults.source = body.text("source", 100);
    }
    if body.has("tags") {
        defaults.tags = tags(body);
    }
    defaults
}

/// `tags`, as a record may have them.
pub fn tags(body: &mut Fields) -> Vec<String> {
    let mut errors = Vec::new();
    let tags = body.take("tags").unwrap_or(Json::Null);
    let read = fields::read(&mut gather([("tags".to_owned(), tags)]), &mut errors);
    for FieldError { field, code, detail } in errors {
        body.wrong(&field, code, detail);
    }
    read.get("tags").and_then(|tags| read_value(tags.clone())).unwrap_or_default()
}

/// Who is to own what comes: a person, or a team's members by turns, or nobody.
fn owner(body: &mut Fields) -> (Option<UserId>, Option<TeamId>) {
    if !body.rest().get("owner").is_some_and(Json::is_object) {
        if body.take("owner").is_some_and(|word| word != "none") {
            body.wrong("owner", "unknown_value", "must be \"none\", {\"user_id\"} or {\"round_robin_team_id\"}");
        }
        return (None, None);
    }
    let Some(mut inner) = body.object("owner") else { return (None, None) };
    let owner = assignee(&mut inner);
    body.close(inner);
    owner
}

/// A person, or a team whose members take turns.
pub fn assignee(body: &mut Fields) -> (Option<UserId>, Option<TeamId>) {
    let before = body.errors.len();
    let found = (body.id("user_id", UserId::parse), body.id("round_robin_team_id", TeamId::parse));
    if found.0.is_some() == found.1.is_some() && body.errors.len() == before {
        body.wrong("user_id", "required", "name either a person or a team");
    }
    found
}

/// People by their ids, each once.
pub fn people(body: &mut Fields, name: &str) -> Vec<UserId> {
    let mut found: Vec<UserId> = Vec::new();
    for id in body.strings(name, MOST_COLLABORATORS).unwrap_or_default() {
        match UserId::parse(&id) {
            None => {
                body.wrong(name, "invalid_id", "must be a list of ids");
                break;
            }
            Some(id) if found.contains(&id) => {}
            Some(id) => found.push(id),
        }
    }
    found
}

/// `user_ids`, at least one person.
pub fn some_people(body: &mut Fields) -> Vec<UserId> {
    let wrong = body.errors.len();
    let users = people(body, "user_ids");
    if users.is_empty() && body.errors.len() == wrong {
        body.wrong("user_ids", "empty", "must name at least one person");
    }
    users
}

/// `tags`, at least one.
pub fn some_tags(body: &mut Fields) -> Vec<String> {
    let wrong = body.errors.len();
    let tags = tags(body);
    if tags.is_empty() && body.errors.len() == wrong {
        body.wrong("tags", "empty", "must name at least one tag");
    }
    tags
}

/// The statements that tell whether those who are new in `config` are there: people and teams.
pub fn named(credential: &Credential, before: &Config, config: &Config, now: Timestamp) -> Vec<Stmt> {
    let mut users: Vec<UserId> = config.collaborators.iter().filter(|user| !before.collaborators.contains(user)).cloned().collect();
    users.extend(config.owner.clone().filter(|_| before.owner != config.owner));
    let teams: Vec<TeamId> = config.round_robin.iter().filter(|_| before.round_robin != config.round_robin).cloned().collect();
    vec![people_named(credential, &users, now), teams_named(credential, &teams, now)]
}

/// What only the organisation knows of what changed: whether the status exists, and whether people can hold what comes.
pub fn check(before: &Config, config: &Config, settings: &Settings, found: &mut Results) -> Result<(), Error> {
    let chosen = |config: &Config| (config.defaults.kind, config.defaults.status.clone());
    if let (kind, Some(status)) = chosen(config)
        && chosen(before) != chosen(config)
    {
        let known = settings.statuses_of(kind.unwrap_or(Kind::Lead));
        if !known.contains(&status) {
            return Err(Refusal::field("defaults.status", "unknown_status", format!("must be one of: {}", known.join(", "))).into());
        }
    }
    let people = found.all::<Candidate>()?;
    let team = found.first::<(TeamId,)>()?;
    if config.owner.is_some() && before.owner != config.owner {
        can_be_given(&people, config.owner.as_ref(), Code::AssigneeInactive, "owner.user_id")?;
    }
    for user in config.collaborators.iter().filter(|user| !before.collaborators.contains(user)) {
        can_be_given(&people, Some(user), Code::RecipientInactive, "collaborators")?;
    }
    if config.round_robin.is_some() && before.round_robin != config.round_robin && team.is_none() {
        return Err(Refusal::field("owner.round_robin_team_id", "not_found", "there is no such team").into());
    }
    Ok(())
}

/// Refuses a person who is not among `people`, or cannot be given records.
pub fn can_be_given(people: &[Candidate], user: Option<&UserId>, inactive: Code, field: &str) -> Result<(), Refusal> {
    let found = people.iter().find(|person| Some(&person.id) == user);
    can_hold(found.ok_or_else(|| Refusal::field(field, "not_found", "there is no such person"))?, inactive, field)
}
