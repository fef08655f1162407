//! Sharing a record, and what a share of somebody else's record hangs on.

use super::decide::missing;
use super::load::Scene;
use super::write::{Decision, Read};
use crate::access;
use crate::error::{Code, Error, Refusal};
use crate::id::GrantId;
use crate::model::{Candidate, Recipient};
use crate::record::decide::{self, ShareAsk};
use crate::record::event::ShareTerms;
use crate::store::Results;
use crate::store::grant::ShareRow;
use crate::time::{Timestamp, lasts, outlasts};

/// The grant that a share of somebody else's record is made from and hangs on.
pub(super) struct Parent {
    pub(super) id: GrantId,
    pub(super) end: Option<Timestamp>,
}

/// From which of the viewer's grants a share of `permissions` until `end` can be made. The owner and whoever sees everything
/// give freely, from none. Anybody else passes on at most what one grant with `share` gives them, no longer than it lasts,
/// and never `delete`, `share` or `assign`.
pub(super) fn parent_of(
    scene: &Scene,
    permissions: access::Permissions,
    end: Option<Timestamp>,
    now: Timestamp,
) -> Result<Option<Parent>, Refusal> {
    if scene.standing.owner || scene.viewer.capabilities.has(access::Capabilities::VIEW_ALL) {
        return Ok(None);
    }
    let most = scene.viewer.ceiling.and(access::Permissions::COLLABORATE);
    let mut over = permissions.without(most);
    let mut too_long = false;
    for held in &scene.viewer.principals {
        for grant in &scene.grants {
            let gives = access::grant_gives(held, grant, scene.record.kind, now);
            let Some(id) = held.via.clone().or_else(|| grant.id.clone()).filter(|_| gives.has(access::Permissions::SHARE)) else {
                continue;
            };
            let last = match (grant.expires_at, held.until) {
                (Some(own), Some(book)) => Some(own.min(book)),
                (own, book) => own.or(book),
            };
            if !most.and(gives).has(permissions) {
                over = over.or(permissions.without(most.and(gives)));
            } else if end.is_some() && outlasts(end, last) {
                too_long = true;
            } else {
                return Ok(Some(Parent { id, end: last }));
            }
        }
    }
    if too_long {
        return Err(Refusal::field("expires_at", "more_than_own", "your own access ends earlier"));
    }
    let over: Vec<&str> = over.names().collect();
    Err(Refusal::field("permissions", "more_than_own", format!("you cannot pass on: {}", over.join(", "))))
}

/// What a share made from the grant `id` hangs on: that, unless it is the very share that gets other terms.
pub(super) fn hangs_on(id: GrantId, present: Option<&ShareTerms>) -> Option<GrantId> {
    match present {
        Some(present) if present.id == id => present.parent.clone(),
        _ => Some(id),
    }
}

/// Shares the record, or replaces the share with the same recipient.
pub(super) fn share(ask: &ShareAsk, scene: &Scene, mut facts: Results, id: GrantId, now: Timestamp) -> Result<Decision, Error> {
    let Scene { viewer, standing, record, .. } = scene;
    let allowed = access::may_share(standing)?;
    let row = facts.first::<ShareRow>()?.filter(|row| lasts(row.expires_at, now));
    let name = match &ask.with {
        Recipient::User { id } => {
            let candidate = facts.first::<Candidate>()?.ok_or_else(|| missing("with.id"))?;
            if *id == viewer.id {
                return Err(Refusal::own_grant().into());
            }
            if record.owner.as_ref().is_some_and(|owner| owner.id == *id) {
                return Err(Refusal::already_owner().into());
            }
            decide::can_hold(&candidate, Code::RecipientInactive, "with.id")?;
            candidate.name
        }
        Recipient::Team { .. } => facts.first::<(String,)>()?.ok_or_else(|| missing("with.id"))?.0,
        Recipient::Everyone => viewer.org_name.clone(),
    };
    let mut ask = ask.clone();
    let parent = parent_of(scene, ask.permissions.with_implied(), ask.expires_at, now)?;
    ask.expires_at = ask.expires_at.or(parent.as_ref().and_then(|parent| parent.end));
    let present = row.as_ref().and_then(ShareRow::terms);
    let parent = parent.map(|parent| parent.id).and_then(|id| hangs_on(id, present.as_ref()));
    let events = decide::share(&ask, name, present.as_ref(), parent, id.clone(), &allowed);
    let read = present.as_ref().map_or(id, |present| present.id.clone());
    Ok(Decision::new(events, Read::Share(read)).created(present.is_none()))
}
