//! Commands decided into events. Pure: the record and the facts go in, events or a refusal come out; each decision that
//! needs a right takes the proof that it was checked.

use crate::access::{Allowed, Assign, Capabilities, Claim, Collaborators, Delete, Edit, Permissions, Restore, Share};
use crate::error::{Code, FieldError, Refusal};
use crate::id::{GrantId, UserId, WorkId};
use crate::model::{Candidate, CollaboratorPolicy, Grant, Keep, Level, Owner, Person, Recipient, Record, Settings};
use crate::record::event::{Cause, Event, ShareTerms};
use crate::record::fields::{self, Patch};
use crate::request;
use crate::time::Timestamp;
use crate::wire;

/// Fields change. `seen` is the version the editor saw and the paths changed since; with it, an edit of a field that
/// somebody else changed to another value is refused as a whole.
pub fn edit(
    record: &Record,
    patch: &Patch,
    seen: Option<(i64, &[String])>,
    settings: &Settings,
    _: &Allowed<Edit>,
) -> Result<Vec<Event>, Refusal> {
    let changes = fields::changes(record, patch);
    if let Some((version, changed)) = seen {
        let conflicts: Vec<&str> = changes.paths().filter(|path| changed.iter().any(|one| one == path)).collect();
        if version > record.version || !conflicts.is_empty() {
            return Err(Refusal::new(Code::EditConflict, "The record changed since the version you saw.")
                .with("conflicts", conflicts)
                .with("version", record.version));
        }
    }
    if changes.is_empty() {
        return Ok(Vec::new());
    }
    let event = Event::Updated { changes };
    let mut after = record.clone();
    event.apply(&mut after, record.updated_at);
    let Event::Updated { changes } = &event else { return Ok(Vec::new()) };
    let errors = fields::check(&after, settings, changes);
    if errors.is_empty() { Ok(vec![event]) } else { Err(Refusal::fields(errors)) }
}

/// It goes to the trash.
pub fn delete(_: &Allowed<Delete>) -> Vec<Event> {
    vec![Event::Deleted]
}

/// It comes back.
pub fn restore(_: &Allowed<Restore>) -> Vec<Event> {
    vec![Event::Restored]
}

/// How a record is handed over.
#[derive(Clone, Debug, PartialEq)]
pub struct HandOver {
    /// What is said about it.
    pub note: Option<String>,
    /// What the previous owner keeps.
    pub keep_previous_owner: Keep,
    /// Whether the collaborators stay.
    pub keep_collaborators: bool,
    /// The open tasks that go along.
    pub tasks: Vec<WorkId>,
}

/// Whether this person can be given records at all.
pub fn can_hold(candidate: &Candidate, inactive: Code, field: &str) -> Result<(), Refusal> {
    let refusal = |code: Code, detail: &str, word: &'static str| {
        let mut refusal = Refusal::new(code, detail);
        refusal.errors.push(FieldError::new(field, word, detail));
        refusal
    };
    if candidate.active == 0 {
        return Err(refusal(inactive, "The person is inactive.", inactive.text()));
    }
    if !candidate.ceiling.has(Permissions::READ) {
        return Err(refusal(
            Code::RecipientWithoutLeadAccess,
            "The person's role does not allow access to records.",
            "recipient_without_lead_access",
        ));
    }
    Ok(())
}

fn collaborator_of<'a>(grants: &'a [Grant], user: &UserId) -> Option<(&'a Grant, Level)> {
    let principal = crate::access::collaborator(user);
    grants.iter().find(|grant| grant.principal == principal).map(|grant| (grant, grant.level.unwrap_or(Level::Collaborator)))
}

/// It changes hands. `grants` are all collaborators, `new_id` makes the previous owner's grant.
pub fn assign(
    record: &Record,
    to: Option<&Candidate>,
    how: &HandOver,
    grants: &[Grant],
    new_id: GrantId,
    _: &Allowed<Assign>,
) -> Result<Vec<Event>, Refusal> {
    if let Some(to) = to {
        can_hold(to, Code::AssigneeInactive, "owner_id")?;
    }
    if record.owner.as_ref().map(|owner| &owner.id) == to.map(|to| &to.id) {
        return Ok(Vec::new());
    }
    let from = record.owner.as_ref().map(|owner| Person { id: owner.id.clone(), name: owner.name.clone() });
    let owner = to.map(|to| Owner { id: to.id.clone(), name: to.name.clone(), active: true });
    let mut events = vec![Event::Assigned { from: from.clone(), to: owner, note: how.note.clone(), tasks: how.tasks.clone() }];
    for grant in grants {
        let Some(id) = grant.principal.strip_prefix("collab:").and_then(UserId::parse) else { continue };
        let cause = if to.is_some_and(|to| to.id == id) {
            Cause::BecameOwner
        } else if how.keep_collaborators {
            continue;
        } else {
            Cause::HandedOver
        };
        let user = Person { id, name: grant.name.clone().unwrap_or_default() };
        events.push(Event::CollaboratorRemoved { user, level: grant.level.unwrap_or(Level::Collaborator), cause });
    }
    let kept = match how.keep_previous_owner {
        Keep::None => None,
        Keep::View => Some(Level::Viewer),
        Keep::Edit => Some(Level::Collaborator),
    };
    if let (Some(user), Some(level)) = (from, kept) {
        events.push(Event::CollaboratorAdded { id: new_id, user, level, until: None });
    }
    Ok(events)
}

/// Somebody takes it from the pool. One winner; whoever comes later meets `already_owned`.
pub fn claim(record: &Record, by: &Person, grants: &[Grant], _: &Allowed<Claim>) -> Result<Vec<Event>, Refusal> {
    if let Some(owner) = &record.owner {
        return Err(already_owned(Some(owner)));
    }
    let mut events = vec![Event::Claimed { by: Owner { id: by.id.clone(), name: by.name.clone(), active: true } }];
    if let Some((_, level)) = collaborator_of(grants, &by.id) {
        events.push(Event::CollaboratorRemoved { user: by.clone(), level, cause: Cause::BecameOwner });
    }
    Ok(events)
}

/// `409 already_owned`, with the owner's name where the caller may see it.
pub fn already_owned(owner: Option<&Owner>) -> Refusal {
    let refusal = Refusal::new(Code::AlreadyOwned, "Somebody owns this record already.");
    match owner {
        Some(owner) => refusal.with("owner", crate::json!({"id": owner.id, "name": owner.name})),
        None => refusal,
    }
}

/// A collaborator to be: who, how, and what is known of them.
#[derive(Clone, Debug)]
pub struct NewCollaborator<'a> {
    /// Who.
    pub user: Candidate,
    /// How much they may do; `None` keeps the present level, or `collaborator`.
    pub level: Option<Level>,
    /// Until when.
    pub until: Option<Timestamp>,
    /// Their grant so far, live or expired.
    pub present: Option<&'a Grant>,
    /// Whether they see the record already, for `must_see`.
    pub sees: bool,
    /// The id of a new grant.
    pub id: GrantId,
}

impl NewCollaborator<'_> {
    /// Their grant, while it is live.
    pub fn live(&self, now: Timestamp) -> Option<&Grant> {
        self.present.filter(|grant| grant.is_live(now))
    }
}

/// What makes somebody a collaborator with these terms: nothing when they are that already.
pub fn collaborate(new: &NewCollaborator<'_>, now: Timestamp) -> Option<Event> {
    let user = new.user.person();
    let Some(grant) = new.live(now) else {
        return Some(Event::CollaboratorAdded {
            id: new.id.clone(),
            user,
            level: new.level.unwrap_or(Level::Collaborator),
            until: new.until,
        });
    };
    let from = grant.level.unwrap_or(Level::Collaborator);
    let to = new.level.unwrap_or(from);
    if from == to && grant.expires_at == new.until {
        return None;
    }
    Some(Event::CollaboratorChanged { user, from, to, until: new.until })
}

fn put_collaborator(record: &Record, new: &NewCollaborator<'_>, settings: &Settings, now: Timestamp) -> Result<Vec<Event>, Refusal> {
    can_hold(&new.user, Code::RecipientInactive, "user_id")?;
    if record.owner.as_ref().is_some_and(|owner| owner.id == new.user.id) {
        return Err(Refusal::new(Code::AlreadyOwner, "The owner needs not be a collaborator."));
    }
    if new.level == Some(Level::CoOwner) && !settings.multiple_assignment {
        return Err(request::co_owners_are_off("level"));
    }
    if settings.collaborator_policy == CollaboratorPolicy::MustSee && !new.sees {
        return Err(Refusal::new(
            Code::RecipientCannotSee,
            "In this organisation a collaborator must see the record already; share it first.",
        ));
    }
    Ok(collaborate(new, now).into_iter().collect())
}

/// Somebody with the right to makes another person a collaborator.
pub fn add_collaborator(
    record: &Record,
    new: &NewCollaborator<'_>,
    settings: &Settings,
    now: Timestamp,
    _: &Allowed<Collaborators>,
) -> Result<Vec<Event>, Refusal> {
    put_collaborator(record, new, settings, now)
}

/// Somebody who may assign the record makes themselves a collaborator.
pub fn join(
    record: &Record,
    new: &NewCollaborator<'_>,
    settings: &Settings,
    now: Timestamp,
    _: &Allowed<Assign>,
) -> Result<Vec<Event>, Refusal> {
    put_collaborator(record, new, settings, now)
}

/// A collaborator goes. No row, no event: the caller answers `404`.
pub fn remove_collaborator(present: &Grant, user: &UserId, cause: Cause) -> Event {
    let user = Person { id: user.clone(), name: present.name.clone().unwrap_or_default() };
    Event::CollaboratorRemoved { user, level: present.level.unwrap_or(Level::Collaborator), cause }
}

/// A share's terms as asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareAsk {
    /// Whom it reaches.
    pub with: Recipient,
    /// What was ticked.
    pub permissions: Permissions,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// Why.
    pub reason: Option<String>,
}

wire!(struct ShareAsk: with, permissions, expires_at, reason);

/// It is shared; a share with the same recipient is replaced and keeps its id.
pub fn share(
    ask: &ShareAsk,
    with_name: String,
    present: Option<&ShareTerms>,
    parent: Option<GrantId>,
    new_id: GrantId,
    _: &Allowed<Share>,
) -> Vec<Event> {
    let share = ShareTerms {
        id: present.map_or(new_id, |present| present.id.clone()),
        with: ask.with.clone(),
        with_name,
        permissions: ask.permissions.with_implied(),
        expires_at: ask.expires_at,
        reason: ask.reason.clone(),
        parent,
    };
    match present {
        None => vec![Event::Shared(share)],
        Some(present) => change_share(present, share, true),
    }
}

/// A share gets other terms, by being given `again` or otherwise; the same terms again are no event, unless they are given freely
/// now: then the share hangs no longer on what it was made from.
pub fn change_share(present: &ShareTerms, share: ShareTerms, again: bool) -> Vec<Event> {
    let freed = again && present.parent.is_some() && share.parent.is_none();
    if !freed && present.permissions == share.permissions && present.expires_at == share.expires_at && present.reason == share.reason {
        return Vec::new();
    }
    vec![Event::ShareChanged { share, from: present.permissions, from_expires_at: present.expires_at, again }]
}

/// What becomes of a share that hangs on a grant, when that grant is cut to `permissions` until `expires_at`, or is gone
/// (`None`): the same.
pub fn cascade(child: &ShareTerms, grant: Option<(Permissions, Option<Timestamp>)>) -> Vec<Event> {
    let Some((permissions, end)) = grant else { return vec![Event::ShareEnded(child.clone())] };
    let mut cut = child.clone();
    cut.permissions = child.permissions.and(permissions);
    if !cut.permissions.has(Permissions::READ) {
        return vec![Event::ShareEnded(child.clone())];
    }
    cut.expires_at = match (child.expires_at, end) {
        (Some(own), Some(end)) => Some(own.min(end)),
        (own, end) => own.or(end),
    };
    change_share(child, cut, false)
}

/// Whether a new record may be owned by `owner` when `capabilities` are the maker's, and `by_book` tells whether the owner's
/// book is shared with the maker with `create`.
pub fn may_create_for(maker: &UserId, capabilities: Capabilities, owner: Option<&UserId>, by_book: bool) -> Result<(), Refusal> {
    if !capabilities.has(Capabilities::CREATE) {
        return Err(Refusal::forbidden("create", "change_role", "Your role lacks the capability `create`."));
    }
    if owner == Some(maker) || by_book || capabilities.has(Capabilities::ASSIGN_ANY) {
        return Ok(());
    }
    Err(Refusal::forbidden("assign_any", "own_it_yourself", "Making a record for somebody else, or for nobody, takes `assign_any`."))
}
