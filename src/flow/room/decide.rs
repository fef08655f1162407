//! Actions into decisions: one arm per action.

use super::super::Ports;
use super::act::{Act, Action};
use super::convert::convert;
use super::load::Scene;
use super::many::{collaborators, give_back, tags};
use super::share::{hangs_on, parent_of, share};
use super::work::work;
use super::write::{Decision, Read};
use crate::access::{self, Allowed};
use crate::error::{Code, Error, Refusal};
use crate::id::{GrantId, RequestId, UserId};
use crate::model::{Candidate, Grant, Request};
use crate::record::decide::{self, HandOver, NewCollaborator};
use crate::record::event::{Cause, Event};
use crate::request::{self, Ask};
use crate::store::Results;
use crate::store::grant::ShareRow;
use crate::store::work::task_assign;
use crate::time::{Timestamp, lasts, outlasts};

/// `422` for somebody who is not there.
pub(super) fn missing(field: &str) -> Refusal {
    Refusal::field(field, "not_found", "there is no such person, or no such team")
}

/// Decides an action on what was loaded.
#[expect(clippy::too_many_lines, reason = "one arm per action, each a few lines: the list of what can be done is the point")]
pub(super) fn decide(ports: Ports<'_>, act: &Act, scene: &Scene, mut facts: Results) -> Result<Decision, Error> {
    let Scene { viewer, standing, record, grants } = scene;
    let (now, settings) = (ports.now, &viewer.settings);
    let new_id = || GrantId::mint(now, ports.entropy);
    Ok(match &act.action {
        Action::Edit { patch, seen } => {
            let allowed = access::may_edit(standing)?;
            let changed = if seen.is_some() { facts.all::<String>()? } else { Vec::new() };
            let seen = seen.map(|version| (version, changed.as_slice()));
            Decision::new(decide::edit(record, patch, seen, settings, &allowed)?, Read::Record)
        }
        Action::Delete => {
            let allowed = access::may_delete(standing)?;
            Decision::new(decide::delete(&allowed), Read::Nothing)
        }
        Action::Restore => Decision::new(decide::restore(&access::may_restore(standing)?), Read::Record),
        Action::Assign { to, note, keep_previous_owner, keep_collaborators, move_open_tasks } => {
            let allowed = access::may_assign(standing)?;
            let to = match to {
                Some(_) => Some(facts.first::<Candidate>()?.ok_or_else(|| missing("owner_id"))?),
                None => None,
            };
            let how = HandOver {
                note: note.clone(),
                keep_previous_owner: keep_previous_owner.unwrap_or(settings.transfer.keep_previous_owner),
                keep_collaborators: keep_collaborators.unwrap_or(settings.transfer.keep_collaborators),
                tasks: if *move_open_tasks { facts.all()? } else { Vec::new() },
            };
            let events = decide::assign(record, to.as_ref(), &how, grants, new_id(), &allowed)?;
            handed_over(events, &how, to.as_ref(), now)
        }
        Action::Claim => {
            let was_claimed = facts.first::<(i64,)>()?.is_some();
            let pool = viewer.principals.iter().any(|held| held.name.starts_with("pool:"));
            let claims = pool && viewer.capabilities.has(access::Capabilities::CLAIM);
            if !standing.visible() && was_claimed && claims && record.deleted_at.is_none() {
                return Err(decide::already_owned(None).into());
            }
            let allowed = access::may_claim(standing)?;
            Decision::new(decide::claim(record, &viewer.person(), grants, &allowed)?, Read::Record)
        }
        Action::PutCollaborator { user, level, notify } => {
            let candidate = facts.first::<Candidate>()?;
            let sees = facts.first::<(i64,)>()?.is_some();
            let new = |candidate: Option<&Candidate>| -> Result<NewCollaborator<'_>, Refusal> {
                let user = candidate.ok_or_else(Refusal::not_found)?.clone();
                let present = collaborator_row(grants, &user.id);
                Ok(NewCollaborator { user, level: *level, until: None, present, sees, id: new_id() })
            };
            // Whoever may share gives to others; oneself one adds only as one who may assign.
            let (events, added) = if *user == viewer.id {
                let allowed = access::may_join(standing)?;
                let new = new(candidate.as_ref())?;
                (decide::join(record, &new, settings, now, &allowed)?, new.live(now).is_none())
            } else {
                let allowed = access::may_manage_collaborators(standing)?;
                let new = new(candidate.as_ref())?;
                (decide::add_collaborator(record, &new, settings, now, &allowed)?, new.live(now).is_none())
            };
            Decision { notify: *notify, ..Decision::new(events, Read::Collaborator(user.clone())).created(added) }
        }
        Action::Join => {
            let allowed = access::may_join(standing)?;
            let present = collaborator_row(grants, &viewer.id);
            let new = NewCollaborator { user: viewer.candidate(), level: None, until: None, present, sees: true, id: new_id() };
            let events = decide::join(record, &new, settings, now, &allowed)?;
            Decision::new(events, Read::Collaborator(viewer.id.clone())).created(new.live(now).is_none())
        }
        Action::RemoveCollaborator { user } => {
            let mut present = collaborator_row(grants, user);
            let cause = if *user == viewer.id {
                // Leaving always works: also what is in the trash, or out of sight by the role.
                present = present.filter(|grant| grant.is_live(now) || standing.visible());
                Cause::Left
            } else {
                access::may_manage_collaborators(standing)?;
                Cause::Removed
            };
            let present = present.ok_or_else(Refusal::not_found)?;
            Decision::new(vec![decide::remove_collaborator(present, user, cause)], Read::Nothing)
        }
        Action::Collaborators { users, level, add: adds } => {
            Decision::new(collaborators(ports, scene, (users, *level, *adds), &facts.all()?)?, Read::Record)
        }
        Action::Tags { tags: given, add: adds } => Decision::new(tags(scene, given, *adds)?, Read::Record),
        Action::GiveBack { from, to } => give_back(ports, scene, (from.as_ref(), to.as_ref()), facts)?,
        Action::Share(ask) => share(ask, scene, facts, new_id(), now)?,
        Action::ChangeShare { share, permissions, expires_at, reason } => {
            let row = facts.first::<ShareRow>()?.ok_or_else(Refusal::not_found)?;
            access::may_share(standing)?;
            let present = row.terms().ok_or_else(Refusal::not_found)?;
            let mut terms = present.clone();
            terms.permissions = permissions.unwrap_or(present.permissions).with_implied();
            terms.expires_at = expires_at.over(present.expires_at.as_ref());
            terms.reason = reason.over(present.reason.as_ref());
            let wider = !present.permissions.has(terms.permissions) || outlasts(terms.expires_at, present.expires_at);
            if row.principal == format!("user:{}", viewer.id) && wider {
                return Err(Refusal::own_grant().into());
            }
            // Less of it is taken from nobody's grant. More is, or given freely: nothing that hangs on a grant gives more than that.
            if wider {
                let parent = parent_of(scene, terms.permissions, terms.expires_at, now)?;
                terms.expires_at = terms.expires_at.or(parent.as_ref().and_then(|parent| parent.end));
                terms.parent = parent.and_then(|parent| hangs_on(parent.id, Some(&present)));
            }
            Decision::new(decide::change_share(&present, terms, false), Read::Share(share.clone()))
        }
        Action::EndShare { .. } => {
            let row = facts.first::<ShareRow>()?.ok_or_else(Refusal::not_found)?;
            // A giver may always withdraw what they gave, and a recipient drop what they got.
            let live = lasts(row.expires_at, now);
            let own = row.granted_by.as_ref() == Some(&viewer.id) || (live && row.principal == format!("user:{}", viewer.id));
            if !own {
                access::may_share(standing)?;
            }
            let terms = row.terms().ok_or_else(Refusal::not_found)?;
            Decision::new(vec![Event::ShareEnded(terms)], Read::Nothing)
        }
        Action::Ask(ask) => open_request(ask, scene, facts, ports)?,
        Action::Approve { request, approval, .. } => {
            let found = facts.first::<Request>()?.ok_or_else(Refusal::not_found)?;
            let requester = facts.first::<Candidate>()?.ok_or_else(Refusal::not_found)?;
            let allowed = may_decide(scene, &found, now)?;
            let approved = request::approve(&found, approval, settings, &allowed, now)?;
            decide::can_hold(&requester, Code::RecipientInactive, "requester")?;
            let mut events = Vec::new();
            if let Event::RequestApproved { request: terms, .. } = &approved {
                let new = NewCollaborator {
                    user: requester.clone(),
                    level: Some(terms.level),
                    until: terms.until,
                    present: collaborator_row(grants, &requester.id),
                    sees: true,
                    id: new_id(),
                };
                events.extend(decide::collaborate(&new, now));
            }
            events.insert(0, approved);
            Decision::new(events, Read::Request(request.clone()))
        }
        Action::Deny { request, note } => {
            let found = facts.first::<Request>()?.ok_or_else(Refusal::not_found)?;
            let allowed = may_decide(scene, &found, now)?;
            Decision::new(vec![request::deny(&found, note.clone(), &allowed, now)?], Read::Request(request.clone()))
        }
        Action::Cancel { request } => {
            let found = facts.first::<Request>()?.ok_or_else(Refusal::not_found)?;
            if found.requester_id != viewer.id {
                access::may_see(standing)?;
            }
            Decision::new(vec![request::cancel(&found, &viewer.id, now)?], Read::Request(request.clone()))
        }
        Action::Convert { deal } => convert(ports, deal.as_ref(), scene, &facts.all::<ShareRow>()?, &facts.all()?)?,
        Action::Work(ask) => work(ports, ask, scene, facts)?,
        Action::Submit { .. } | Action::Follow { .. } => return Err(Refusal::not_found().into()),
    })
}

/// The record goes to `to`, and its tasks with it.
pub(super) fn handed_over(events: Vec<Event>, how: &HandOver, to: Option<&Candidate>, now: Timestamp) -> Decision {
    let moves = !events.is_empty() && !how.tasks.is_empty();
    let more = moves.then(|| task_assign(&how.tasks, to.map(|to| &to.id), now));
    Decision { more: more.into_iter().collect(), ..Decision::new(events, Read::Record) }
}

/// May the viewer decide this request? Of a record in the trash they hear that it is resolved: it was, when the record went there.
fn may_decide(scene: &Scene, request: &Request, now: Timestamp) -> Result<Allowed<access::Decide>, Refusal> {
    request::not_own(request, &scene.viewer.id)?;
    access::may_decide(&scene.standing, &scene.record).map_err(|refusal| match refusal.code {
        Code::RecordDeleted => request::still_pending(request, now).err().unwrap_or(refusal),
        _ => refusal,
    })
}

/// A person's row as a collaborator.
pub(super) fn collaborator_row<'a>(grants: &'a [Grant], user: &UserId) -> Option<&'a Grant> {
    let principal = access::collaborator(user);
    grants.iter().find(|grant| grant.principal == principal)
}

fn open_request(ask: &Ask, scene: &Scene, mut facts: Results, ports: Ports<'_>) -> Result<Decision, Error> {
    let Scene { viewer, standing, record, .. } = scene;
    if !standing.visible() && (!viewer.settings.reveal_existence || record.deleted_at.is_some()) {
        return Err(Refusal::not_found().into());
    }
    if standing.deleted {
        return Err(Refusal::new(Code::RecordDeleted, "The record is in the trash.").into());
    }
    let wanted = ask.level.permissions();
    if !viewer.ceiling.has(access::Permissions::READ) {
        return Err(Refusal::forbidden("read", "change_role", "Your role does not allow access to records.").into());
    }
    if standing.permissions.has(wanted.and(viewer.ceiling)) {
        return Err(Refusal::new(Code::AlreadyCollaborator, "You have this access already.").into());
    }
    let last = facts.first::<Request>()?;
    if let Some(open) = last.as_ref().filter(|last| request::is_open(last, ports.now)) {
        return Ok(Decision::new(Vec::new(), Read::Request(open.id.clone())));
    }
    let id = RequestId::mint(ports.now, ports.entropy);
    let events = request::open(id.clone(), viewer.person(), ask, last.as_ref(), &viewer.settings, ports.now)?;
    Ok(Decision::new(events, Read::Request(id)).created(true))
}
