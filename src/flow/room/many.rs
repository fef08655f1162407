//! What is done to a record only as one of many: several collaborators at once, tags by themselves, what a job has assigned given
//! back.

use super::super::Ports;
use super::decide::{collaborator_row, handed_over, missing};
use super::load::Scene;
use super::write::Decision;
use crate::access;
use crate::error::{Code, Error, Refusal};
use crate::id::{GrantId, UserId, WorkId};
use crate::json;
use crate::model::{Candidate, Keep, Level, Person};
use crate::record::decide::{self, HandOver, NewCollaborator};
use crate::record::event::{Cause, Event};
use crate::record::fields::{MOST_TAGS, one};
use crate::record::work::Named;
use crate::store::Results;
use crate::time::{Timestamp, lasts};

/// Adds `users` as collaborators, or removes them. The record's owner needs not be one and is left out, unless nobody else is named.
/// Whoever is refused refuses the whole.
pub(super) fn collaborators(
    ports: Ports<'_>,
    scene: &Scene,
    (users, level, adds): (&[UserId], Option<Level>, bool),
    people: &[Named],
) -> Result<Vec<Event>, Error> {
    let Scene { viewer, standing, record, grants } = scene;
    access::may_see(standing)?;
    let owner = record.owner.as_ref().map(|owner| &owner.id);
    let mut events = Vec::new();
    for user in users {
        let present = collaborator_row(grants, user);
        if !adds {
            let cause = if *user == viewer.id {
                Cause::Left
            } else {
                access::may_manage_collaborators(standing)?;
                Cause::Removed
            };
            events.extend(present.map(|present| decide::remove_collaborator(present, user, cause)));
            continue;
        }
        if owner == Some(user) && users.len() > 1 {
            continue;
        }
        let (person, sees) = people.iter().find(|(person, _)| person.id == *user).ok_or_else(|| missing("user_ids"))?;
        let id = GrantId::mint(ports.now, ports.entropy);
        let new = NewCollaborator { user: person.clone(), level, until: None, present, sees: *sees == 1, id };
        // Whoever may share gives to others; oneself one adds only as one who may assign.
        events.extend(if *user == viewer.id {
            decide::join(record, &new, &viewer.settings, ports.now, &access::may_join(standing)?)?
        } else {
            decide::add_collaborator(record, &new, &viewer.settings, ports.now, &access::may_manage_collaborators(standing)?)?
        });
    }
    Ok(events)
}

/// Adds tags behind those that there are, or removes some.
pub(super) fn tags(scene: &Scene, given: &[String], adds: bool) -> Result<Vec<Event>, Refusal> {
    let Scene { viewer, standing, record, .. } = scene;
    let allowed = access::may_edit(standing)?;
    let mut tags = record.tags.clone();
    if adds {
        tags.extend(given.iter().filter(|tag| !record.tags.contains(tag)).cloned());
    } else {
        tags.retain(|tag| !given.contains(tag));
    }
    if adds && tags.len() > MOST_TAGS {
        return Err(Refusal::field("tags", "too_many", format!("a record has at most {MOST_TAGS} tags")));
    }
    decide::edit(record, &one("tags", json!(tags)), None, &viewer.settings, &allowed)
}

/// Gives the record back to whoever owned it before a job gave it away, unless somebody else owns it by now, with the tasks that went
/// along. Whoever had it meanwhile keeps what they had before, and whom the job took away from the collaborators is one again.
pub(super) fn give_back(
    ports: Ports<'_>,
    scene: &Scene,
    (from, to): (Option<&UserId>, Option<&UserId>),
    mut facts: Results,
) -> Result<Decision, Error> {
    let Scene { standing, record, grants, .. } = scene;
    let new_id = || GrantId::mint(ports.now, ports.entropy);
    let made = facts.first::<(i64,)>()?.is_some();
    let taken: Vec<(Candidate, Level, Option<String>)> = facts.all()?;
    let tasks: Vec<WorkId> = facts.all()?;
    let allowed = access::may_give_back(standing, record, made)?;
    if record.owner.as_ref().map(|owner| &owner.id) != from {
        return Err(Refusal::new(Code::OwnerChanged, "Somebody else owns the record by now.").into());
    }
    let to = match to {
        Some(_) => Some(facts.first::<Candidate>()?.ok_or_else(|| missing("owner_id"))?),
        None => None,
    };
    let how = HandOver { note: None, keep_previous_owner: Keep::None, keep_collaborators: true, tasks };
    let mut events = decide::assign(record, to.as_ref(), &how, grants, new_id(), &allowed)?;
    for (person, level, until) in taken {
        let until = until.as_deref().and_then(Timestamp::parse);
        let owns = to.as_ref().is_some_and(|to| to.id == person.id);
        let there = collaborator_row(grants, &person.id).is_some();
        // Who cannot be one any more, or whose time is over, stays away.
        if owns || there || !lasts(until, ports.now) || decide::can_hold(&person, Code::RecipientInactive, "user_id").is_err() {
            continue;
        }
        events.push(Event::CollaboratorAdded { id: new_id(), user: Person { id: person.id, name: person.name }, level, until });
    }
    Ok(handed_over(events, &how, to.as_ref(), ports.now))
}
