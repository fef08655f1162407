//! What follows from an event, in the same batch: shares that hang on a grant, requests that have become needless.

use super::decide::collaborator_row;
use crate::access::{self, standing};
use crate::id::UserId;
use crate::model::{Grant, Record, Request, Source, Viewer};
use crate::record::decide;
use crate::record::event::{Cause, Event};
use crate::request;
use crate::store::explain::Explained;
use crate::store::grant::ShareRow;
use crate::time::Timestamp;

/// What an event does to the shares that hang on the grant it changes or ends: the same.
pub(super) fn cascade(event: &Event, grants: &[Grant], hanging: &[(ShareRow, i64)]) -> Vec<Event> {
    let collaborator = |user: &UserId| collaborator_row(grants, user).and_then(|grant| grant.id.clone());
    let (grant, left) = match event {
        Event::CollaboratorRemoved { user, cause, .. } if *cause != Cause::BecameOwner => (collaborator(&user.id), None),
        Event::CollaboratorChanged { user, to, until, .. } => (collaborator(&user.id), Some((to.permissions(), *until))),
        Event::ShareEnded(share) => (Some(share.id.clone()), None),
        Event::ShareChanged { share, .. } => (Some(share.id.clone()), Some((share.permissions, share.expires_at))),
        // The record has left its owner's book, and with it whatever was shared on from there.
        Event::Assigned { .. } | Event::Claimed { .. } => {
            let of_book = hanging.iter().filter(|(_, of_book)| *of_book == 1).filter_map(|(row, _)| row.terms());
            return of_book.map(Event::ShareEnded).collect();
        }
        _ => return Vec::new(),
    };
    let children = hanging.iter().map(|(row, _)| row).filter(|row| row.parent.is_some() && row.parent == grant);
    children.filter_map(ShareRow::terms).flat_map(|child| decide::cascade(&child, left)).collect()
}

/// The requests that `events` make needless: the record goes to the trash, or the requester ends up with what they asked for,
/// by whatever ways together.
pub(super) fn needless(events: &[Event], record: &Record, pending: &[Request], people: Vec<Explained>, now: Timestamp) -> Vec<Event> {
    let decided = |request: &Request| {
        events.iter().any(|event| match event {
            Event::RequestApproved { request: terms, .. } | Event::RequestDenied { request: terms, .. } => terms.id == request.id,
            _ => false,
        })
    };
    let mut after = record.clone();
    for event in events {
        event.apply(&mut after, now);
    }
    let mut people: Vec<(Box<Viewer>, Vec<Grant>)> = people
        .into_iter()
        .filter_map(|person| Some((person.who.viewer().ok()?, person.held.into_iter().map(|held| held.grant).collect())))
        .collect();
    let mut gets = |request: &Request| {
        let Some((viewer, grants)) = people.iter_mut().find(|(viewer, _)| viewer.id == request.requester_id) else { return false };
        for event in events {
            regrant(grants, event, &after, now);
        }
        let wanted = request.level.permissions().and(viewer.ceiling);
        let stands = standing(viewer, &after, grants, now);
        stands.visible() && stands.permissions.has(wanted)
    };
    let waiting = pending.iter().filter(|request| !decided(request));
    waiting.filter(|request| after.deleted_at.is_some() || gets(request)).map(request::supersede).collect()
}

/// What an event does to access rows, as far as somebody's standing, or what a rule does next, depends on it.
pub(super) fn regrant(grants: &mut Vec<Grant>, event: &Event, record: &Record, now: Timestamp) {
    let row = |principal: String, source: Source, permissions, expires_at| Grant {
        principal,
        source,
        permissions,
        level: match event {
            Event::CollaboratorAdded { level, .. } | Event::CollaboratorChanged { to: level, .. } => Some(*level),
            _ => None,
        },
        expires_at,
        id: None,
        granted_at: now,
        name: None,
        active: None,
    };
    let (gone, new) = match event {
        Event::Shared(share) | Event::ShareChanged { share, .. } => {
            let principal = share.with.principal(&record.org);
            (principal.clone(), Some(row(principal, Source::Share, share.permissions, share.expires_at)))
        }
        Event::ShareEnded(share) => (share.with.principal(&record.org), None),
        Event::CollaboratorAdded { user, level, until, .. } | Event::CollaboratorChanged { user, to: level, until, .. } => {
            let principal = access::collaborator(&user.id);
            (principal.clone(), Some(row(principal, Source::Collaborator, level.permissions(), *until)))
        }
        Event::CollaboratorRemoved { user, .. } => (access::collaborator(&user.id), None),
        Event::Assigned { .. } | Event::Claimed { .. } => {
            grants.retain(|grant| !matches!(grant.source, Source::Owner | Source::Pool));
            let owner = record.owner.as_ref().map(|owner| format!("book:{}", owner.id));
            let principal = owner.unwrap_or_else(|| format!("pool:{}", record.org));
            (String::new(), Some(row(principal, Source::Owner, access::Permissions::ALL, None)))
        }
        _ => return,
    };
    grants.retain(|grant| grant.principal != gone);
    grants.extend(new);
}
