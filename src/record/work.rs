//! Notes, tasks and communications: what was asked for becomes what the timeline tells. One decision for the three; what a
//! note says never becomes part of the timeline, because it would outlive the note's deletion.

use serde_json::{Map, Value as Json};

use super::decide::can_hold;
use super::fields::Patch;
use crate::access::{Allowed, Working};
use crate::error::{Code, FieldError, Refusal};
use crate::id::{UserId, WorkId};
use crate::model::{Candidate, Work, Worked};
use crate::show::put;
use crate::{json, wire};

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkAsk {
    /// Of which kind.
    pub work: Work,
    /// Which of those that are there; nothing makes a new one.
    pub id: Option<WorkId>,
    /// The fields to write, times as RFC 3339; nothing deletes.
    pub fields: Option<Patch>,
    /// The version the editor saw.
    pub seen: Option<i64>,
    /// Whether an assignee without access becomes a collaborator.
    pub add_collaborator: bool,
}

wire!(struct WorkAsk: work, id, fields, seen, add_collaborator);

impl WorkAsk {
    /// The people that the fields name: those mentioned, and the assignee.
    pub fn named(&self) -> Vec<&str> {
        let Some(fields) = &self.fields else { return Vec::new() };
        let mentions = fields.get("mentions").and_then(Json::as_array).into_iter().flatten();
        mentions.chain(fields.get("assignee_id")).filter_map(Json::as_str).collect()
    }
}

/// Somebody whom the fields name, and whether they see the record (1) or not (0).
pub type Named = (Candidate, i64);

/// What comes of it.
#[derive(Debug)]
pub struct Done {
    /// What happened, and what the timeline tells of it; nothing when all was so already.
    pub event: Option<(Worked, Json)>,
    /// The version afterwards, of what has one.
    pub version: Option<i64>,
    /// The assignee who must become a collaborator first.
    pub joins: Option<Candidate>,
    /// Those mentioned who get nothing of it.
    pub unreachable: Option<Vec<UserId>>,
}

fn find<'a>(people: &'a [Named], id: &Json) -> Option<&'a Named> {
    people.iter().find(|(person, _)| id.as_str() == Some(person.id.as_str()))
}

/// Who does not hear of being mentioned. Whoever is not in the organisation is a mistake.
fn unreachable(mentions: &[Json], people: &[Named]) -> Result<Vec<UserId>, Refusal> {
    let mut errors = Vec::new();
    let mut unreachable = Vec::new();
    for (index, id) in mentions.iter().enumerate() {
        match find(people, id) {
            None => errors.push(FieldError::new(format!("mentions.{index}"), "not_found", "there is no such person")),
            Some((person, sees)) if person.active == 0 || *sees == 0 => unreachable.push(person.id.clone()),
            Some(_) => {}
        }
    }
    if errors.is_empty() { Ok(unreachable) } else { Err(Refusal::fields(errors)) }
}

/// The assignee, and whether they must become a collaborator first.
fn assignee<'a>(id: &Json, people: &'a [Named], add_collaborator: bool) -> Result<(&'a Candidate, bool), Refusal> {
    let (person, sees) = find(people, id).ok_or_else(|| Refusal::field("assignee_id", "not_found", "there is no such person"))?;
    can_hold(person, Code::AssigneeInactive, "assignee_id")?;
    if *sees == 0 && !add_collaborator {
        let (code, detail) = (Code::AssigneeWithoutAccess, "The assignee cannot see the record; `add_collaborator` gives access.");
        let mut refusal = Refusal::new(code, detail).with("remedy", "add_collaborator");
        refusal.errors.push(FieldError::new("assignee_id", code.text(), detail));
        return Err(refusal);
    }
    Ok((person, *sees == 0))
}

/// Decides. `id` is of what is there or is to be, `present` what is there as callers see it, `people` all whom the fields
/// name that are in the organisation.
pub fn decide(ask: &WorkAsk, id: &WorkId, present: Option<&Json>, people: &[Named], _: &Allowed<Working>) -> Result<Done, Refusal> {
    let version = present.and_then(|present| present["version"].as_i64());
    if let (Some(seen), Some(version), Some(present)) = (ask.seen, version, present)
        && seen != version
    {
        let refusal = Refusal::new(Code::EditConflict, format!("The {} changed since the version you saw.", ask.work.text()));
        return Err(refusal.with("current", present.clone()).with("version", version));
    }
    let mut data = Map::new();
    put(&mut data, &format!("{}_id", ask.work.text()), json!(id));
    let mut done = Done { event: None, version: version.map(|version| version + 1), joins: None, unreachable: None };
    let Some(fields) = &ask.fields else {
        let what = if ask.work == Work::Note { Worked::NoteDeleted } else { Worked::TaskChanged };
        if let (Work::Task, Some(present)) = (ask.work, present) {
            put(&mut data, "title", present["title"].clone());
            put(&mut data, "changes", json!({"status": {"from": present["status"], "to": "deleted"}}));
        }
        done.event = Some((what, Json::Object(data)));
        return Ok(done);
    };
    // What is said of people is theirs to be checked, and what is new of the rest.
    let was = |name: &str| -> Json {
        let Some(present) = present else { return Json::Null };
        if name == "assignee_id" { present["assignee"]["id"].clone() } else { present[name].clone() }
    };
    let mut changes = Map::new();
    let mut mentions = Json::Null;
    for (name, to) in fields {
        let from = was(name);
        if let (Some(list), "mentions") = (to.as_array(), name.as_str()) {
            done.unreachable = Some(unreachable(list, people)?);
            mentions = list.iter().filter(|id| !from.as_array().is_some_and(|from| from.contains(id))).cloned().collect();
        }
        if from == *to {
            continue;
        }
        let change = if name == "assignee_id" {
            let mut person = Json::Null;
            if !to.is_null() {
                let (found, joins) = assignee(to, people, ask.add_collaborator)?;
                person = json!(found.person());
                done.joins = joins.then(|| found.clone());
            }
            ("assignee", json!({"from": present.map(|present| present["assignee"].clone()), "to": person}))
        } else {
            (name.as_str(), json!({"from": from, "to": to}))
        };
        put(&mut changes, change.0, change.1);
    }
    let new = |name: &str| changes.get(name).map_or(Json::Null, |change| change["to"].clone());
    let (what, told): (Worked, &[&str]) = match (ask.work, present) {
        (Work::Note, None) => (Worked::NoteAdded, &[]),
        (Work::Note, Some(_)) => (Worked::NoteChanged, &[]),
        (Work::Task, None) => (Worked::TaskAdded, &["title", "assignee", "due_at"]),
        (Work::Task, Some(_)) if new("status") == "done" => (Worked::TaskDone, &[]),
        (Work::Task, Some(_)) => (Worked::TaskChanged, &[]),
        (Work::Communication, _) => (Worked::CommunicationAdded, &["channel", "direction", "summary"]),
    };
    for name in told {
        put(&mut data, name, new(name));
    }
    if let Some(present) = present {
        if changes.is_empty() {
            done.version = version;
            return Ok(done);
        }
        if ask.work == Work::Task {
            let title = fields.get("title").unwrap_or(&present["title"]);
            put(&mut data, "title", title.clone());
            put(&mut data, "changes", Json::Object(changes));
        }
    } else if ask.work != Work::Communication {
        done.version = Some(1);
    }
    if !mentions.is_null() {
        put(&mut data, "mentions", mentions);
    } else if what == Worked::NoteAdded {
        put(&mut data, "mentions", json!([]));
    }
    done.event = Some((what, Json::Object(data)));
    Ok(done)
}
