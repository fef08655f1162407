//! Notes, tasks and communications on a record.

use super::super::Ports;
use super::decide::collaborator_row;
use super::load::Scene;
use super::write::{Decision, Read};
use crate::access;
use crate::error::{Error, Refusal};
use crate::id::{GrantId, WorkId};
use crate::record::decide::{NewCollaborator, add_collaborator};
use crate::record::event::Event;
use crate::record::work::{self, Named, WorkAsk};
use crate::store::Results;
use crate::store::work::{work_delete, work_insert, work_update};
use serde_json::Value as Json;

/// Writes, changes or deletes one.
pub(super) fn work(ports: Ports<'_>, ask: &WorkAsk, scene: &Scene, mut facts: Results) -> Result<Decision, Error> {
    let Scene { viewer, standing, record, grants } = scene;
    let now = ports.now;
    let mut present = None;
    if ask.id.is_some() {
        access::may_see(standing)?;
        present = Some(facts.first::<Json>()?.ok_or_else(Refusal::not_found)?);
    }
    let people: Vec<Named> = facts.all()?;
    let own = present.as_ref().map(|present| present["author"]["id"] == viewer.id.as_str());
    let allowed = access::may_work(standing, ask.work, own)?;
    let id = ask.id.clone().unwrap_or_else(|| WorkId::mint(now, ports.entropy));
    let done = work::decide(ask, &id, present.as_ref(), &people, &allowed)?;
    let mut events = Vec::new();
    if let Some(user) = done.joins {
        let allowed = access::may_manage_collaborators(standing)?;
        let row = collaborator_row(grants, &user.id);
        let new = NewCollaborator { user, level: None, until: None, present: row, sees: false, id: GrantId::mint(now, ports.entropy) };
        events = add_collaborator(record, &new, &viewer.settings, now, &allowed)?;
    }
    let mut more = Vec::new();
    if let Some((what, data)) = done.event {
        events.push(Event::Work { what, data });
        more.push(match (&ask.fields, &ask.id) {
            (None, _) => work_delete(ask.work, &id),
            (Some(fields), None) => work_insert(ask.work, &id, &record.org, &record.id, &viewer.id, fields, now),
            (Some(fields), Some(_)) => work_update(ask.work, &id, fields, now),
        });
    }
    let read = if ask.fields.is_some() { Read::Work(ask.work, id, done.version, done.unreachable) } else { Read::Nothing };
    Ok(Decision { more, ..Decision::new(events, read).created(ask.id.is_none()) })
}
