//! What a decision needs to know, in one call: the record as the actor stands to it, and the facts of the action.

use super::super::Ports;
use super::act::{Act, Action, By};
use super::consequence::{cascade, needless};
use super::decide::decide;
use super::write::{Decision, Read};
use crate::access::{Standing, may_bulk, standing};
use crate::error::{Error, Refusal};
use crate::id::UserId;
use crate::model::{Grant, Recipient, Record, Request, Viewer};
use crate::record::event::Event;
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::book::{book_hung_on, book_team};
use crate::store::explain::{Explained, explain_requesters};
use crate::store::grant::{ShareRow, candidate, sees_already, share_hanging, share_on, share_page, share_with};
use crate::store::job::{job_gave_tasks, job_item_changed, job_item_open, job_made, job_took_away};
use crate::store::person::Credential;
use crate::store::record::{RECORD, event_changed_since, event_claimed, record_get, record_got};
use crate::store::request::{request_last, request_on, request_pending};
use crate::store::work::{task_of_owner, work_on, work_people};

/// How many shares a converted lead hands on: what is told of them is one parameter, and the database takes 2 MB.
const MOST_CARRIED: i64 = 4000;

/// The record, and who stands before it how.
pub(super) struct Scene {
    pub(super) viewer: Box<Viewer>,
    pub(super) standing: Standing,
    pub(super) record: Record,
    pub(super) grants: Vec<Grant>,
}

/// Loads the record as `user` stands to it, and whatever `extras` ask for, in one call.
async fn load(ports: Ports<'_>, act: &Act, user: &UserId, extras: Vec<Stmt>) -> Result<(Scene, Results), Error> {
    let mut statements = vec![record_get(&Credential::User(user.clone()), &act.record, act.kind, RECORD, ports.now)];
    statements.extend(extras);
    let mut results = Results::new(ports.db.batch(statements).await?);
    let (who, found) = record_got(&results.take()?)?;
    let viewer = who.viewer()?;
    let (record, grants) = found.ok_or_else(Refusal::not_found)?;
    let standing = standing(&viewer, &record, &grants, ports.now);
    Ok((Scene { viewer, standing, record, grants }, results))
}

/// Loads and decides what a person does, with all that follows from it.
pub(super) async fn decide_for(ports: Ports<'_>, act: &Act, user: &UserId) -> Result<(Scene, Decision), Error> {
    let (now, record, org) = (ports.now, &act.record, &act.org);
    let extras = match &act.action {
        Action::Edit { seen: Some(version), .. } => vec![event_changed_since(record, *version)],
        Action::Edit { .. }
        | Action::Restore
        | Action::RemoveCollaborator { .. }
        | Action::Submit { .. }
        | Action::Follow { .. }
        | Action::Delete
        | Action::Tags { .. }
        | Action::Join => Vec::new(),
        Action::Convert { .. } => vec![share_page(record, None, MOST_CARRIED, now), book_hung_on(record)],
        Action::Assign { to, move_open_tasks, .. } => {
            let tasks = move_open_tasks.then(|| task_of_owner(record));
            to.iter().map(|to| candidate(org, to)).chain(tasks).collect()
        }
        Action::Work(ask) => {
            let present = ask.id.as_ref().map(|id| work_on(ask.work, record, id));
            present.into_iter().chain([work_people(record, &ask.named(), now)]).collect()
        }
        Action::Claim => vec![event_claimed(record)],
        Action::PutCollaborator { user, .. } => vec![candidate(org, user), sees_already(record, user, now)],
        Action::Collaborators { users, .. } => {
            let ids: Vec<&str> = users.iter().map(UserId::as_str).collect();
            vec![work_people(record, &ids, now)]
        }
        Action::GiveBack { to, .. } => {
            let mut facts = Vec::new();
            if let By::Bulk { job, .. } = &act.by {
                facts.extend([job_made(job), job_took_away(job, record), job_gave_tasks(job, record)]);
            }
            if let Some(to) = to {
                facts.push(candidate(org, to));
            }
            facts
        }
        Action::Share(ask) => {
            let who = match &ask.with {
                Recipient::User { id } => Some(candidate(org, id)),
                Recipient::Team { id } => Some(book_team(org, id)),
                Recipient::Everyone => None,
            };
            [Some(share_with(record, &ask.with.principal(org))), who].into_iter().flatten().collect()
        }
        Action::ChangeShare { share, .. } | Action::EndShare { share } => vec![share_on(record, share)],
        Action::Ask(_) => vec![request_last(record, user)],
        Action::Approve { request, requester, .. } => vec![request_on(record, request), candidate(org, requester)],
        Action::Deny { request, .. } | Action::Cancel { request } => vec![request_on(record, request)],
    };
    let joins = matches!(&act.action, Action::Work(ask) if ask.add_collaborator);
    let hangs = joins
        || !matches!(
            act.action,
            Action::Edit { .. }
                | Action::Tags { .. }
                | Action::Work(_)
                | Action::Restore
                | Action::Ask(_)
                | Action::Deny { .. }
                | Action::Cancel { .. }
        );
    let mut extras = extras;
    if hangs {
        extras.splice(0..0, [share_hanging(record), request_pending(record, now), explain_requesters(record, now)]);
    }
    if let By::Bulk { job, .. } = &act.by {
        extras.insert(0, job_item_open(job, record));
    }
    let (scene, mut facts) = load(ports, act, user, extras).await?;
    if matches!(act.by, By::Bulk { .. }) {
        may_bulk(scene.viewer.capabilities)?;
        if facts.first::<(i64,)>()?.is_none() {
            // The job is over, or the record was done already.
            return Ok((scene, Decision::new(Vec::new(), Read::Nothing)));
        }
    }
    let mut hanging = Vec::new();
    let (mut pending, mut people) = (Vec::new(), Vec::new());
    if hangs {
        hanging = facts.all::<(ShareRow, i64)>()?;
        pending = facts.all::<Request>()?;
        people = facts.all::<Explained>()?;
    }
    let mut decision = decide(ports, act, &scene, facts)?;
    let consequences: Vec<Event> = decision.events.iter().flat_map(|event| cascade(event, &scene.grants, &hanging)).collect();
    decision.events.extend(consequences);
    let needless = needless(&decision.events, &scene.record, &pending, people, now);
    decision.events.extend(needless);
    if let By::Bulk { job, notify, .. } = &act.by {
        (decision.read, decision.notify) = (Read::Nothing, *notify);
        decision.more.extend(job_item_changed(job, record, scene.record.owner.as_ref().map(|owner| &owner.id)));
    }
    Ok((scene, decision))
}
