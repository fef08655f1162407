//! What happens in a record's room: load, authorise, decide, write, in that order and one act at a time.
//!
//! The room's mutex gives order and fairness. The event key is the last word: a batch that was decided on an older
//! version fails on it as a whole, and the act is decided again on what is there now.

use super::{Ports, create};
use crate::access::{self, Standing, standing};
use crate::capture::answers::fill;
use crate::error::{Code, Error, Refusal, StoreError};
use crate::id::{GrantId, OrgId, RecordId, RequestId, UserId};
use crate::job::Job;
use crate::model::{Actor, ActorType, Candidate, Grant, Keep, Kind, Level, Recipient, Record, Request, Source, Update, Viewer};
use crate::record::decide::{self, HandOver, NewCollaborator, ShareAsk};
use crate::record::event::{Cause, Event, ShareTerms};
use crate::record::fields::{self, Patch};
use crate::request::{self, Approval, Ask};
use crate::sql::{Rows, Stmt};
use crate::store::Results;
use crate::store::book::book_team;
use crate::store::explain::{Explained, explain_requesters};
use crate::store::grant::{
    CollaboratorRow, ShareRow, candidate, collaborator_get, grant_effects, grant_givers, sees_already, share_hanging, share_on, share_page,
    share_with,
};
use crate::store::person::Credential;
use crate::store::record::{
    RECORD, event_changed_since, event_claimed, event_insert, record_get, record_got, record_plain, record_row, record_update,
};
use crate::store::request::{request_effects, request_get, request_last, request_next_end, request_on, request_pending, request_ran_out};
use crate::store::source::{Content, Key, NewDelivery, Status, delivery_insert};
use crate::time::{SECOND, Timestamp, lasts, outlasts};
use crate::wire;

/// The version of [`Act`]. Worker and room are deployed at different moments: a room refuses, for a retry, what it does
/// not know.
pub const VERSION: i64 = 1;

/// How often an act is decided again when another writer was first.
const ATTEMPTS: usize = 12;

/// How many shares a converted lead hands on.
const MOST_CARRIED: i64 = 200;

/// Somebody does something with a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// [`VERSION`].
    pub version: i64,
    /// The request that this is part of, for answers and logs.
    pub request_id: String,
    /// In which organisation.
    pub org: OrgId,
    /// With which record.
    pub record: RecordId,
    /// What the path said it is; nothing where the path named something of the record's.
    pub kind: Option<Kind>,
    /// Who.
    pub by: By,
    /// What.
    pub action: Action,
}

/// Who acts.
#[derive(Clone, Debug, PartialEq)]
pub enum By {
    /// A person, authenticated already; what they may do is looked up here.
    User(UserId),
    /// A capture source.
    Source {
        /// Which.
        id: String,
        /// Its name.
        name: String,
    },
}

/// What is done.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Change fields.
    Edit {
        /// To what.
        patch: Patch,
        /// The version the editor saw.
        seen: Option<i64>,
    },
    /// Put into the trash.
    Delete,
    /// Take out of the trash.
    Restore,
    /// Hand over.
    Assign {
        /// To whom; nobody is the pool.
        to: Option<UserId>,
        /// With which words.
        note: Option<String>,
        /// What the previous owner keeps, if other than the setting.
        keep_previous_owner: Option<Keep>,
        /// Whether collaborators stay, if other than the setting.
        keep_collaborators: Option<bool>,
    },
    /// Take from the pool.
    Claim,
    /// Add somebody as a collaborator, or change their level.
    PutCollaborator {
        /// Whom.
        user: UserId,
        /// The level; the present one, or `collaborator`, when not said.
        level: Option<Level>,
        /// Whether they are told.
        notify: bool,
    },
    /// Become a collaborator.
    Join,
    /// Remove a collaborator, or leave.
    RemoveCollaborator {
        /// Whom.
        user: UserId,
    },
    /// Share, or replace a share with the same recipient.
    Share(ShareAsk),
    /// Change a share.
    ChangeShare {
        /// Which.
        share: GrantId,
        /// Other permissions.
        permissions: Option<access::Permissions>,
        /// Another end, or none.
        expires_at: Update<Timestamp>,
        /// Another reason, or none.
        reason: Update<String>,
    },
    /// End a share.
    EndShare {
        /// Which.
        share: GrantId,
    },
    /// Ask to collaborate.
    Ask(Ask),
    /// Say yes to a request.
    Approve {
        /// Which.
        request: RequestId,
        /// Who made it.
        requester: UserId,
        /// To how much of it.
        approval: Approval,
    },
    /// Say no to a request.
    Deny {
        /// Which.
        request: RequestId,
        /// Why.
        note: String,
    },
    /// Take a request back.
    Cancel {
        /// Which.
        request: RequestId,
    },
    /// Make a contact of a lead, and a deal where one is described.
    Convert {
        /// The deal's fields.
        deal: Option<Patch>,
    },
    /// A form was submitted again by somebody whose record this is.
    Submit {
        /// What the form says, as record fields.
        patch: Patch,
        /// The delivery's statement, written in the same batch.
        delivery: Submission,
    },
}

/// A delivery that lands on an existing record.
#[derive(Clone, Debug, PartialEq)]
pub struct Submission {
    /// The source's row id.
    pub source: crate::id::SourceId,
    /// The delivery's id.
    pub id: crate::id::DeliveryId,
    /// What tells it from others.
    pub key: Option<Key>,
    /// What was delivered.
    pub content: Content,
}

wire!(struct Act: version, request_id, org, record, kind, by, action);
wire!(enum By: "user" User (user), "source" Source { id, name },);
wire!(enum Action:
    "edit" Edit { patch, seen },
    "delete" Delete,
    "restore" Restore,
    "assign" Assign { to, note, keep_previous_owner, keep_collaborators },
    "claim" Claim,
    "put_collaborator" PutCollaborator { user, level, notify },
    "join" Join,
    "remove_collaborator" RemoveCollaborator { user },
    "share" Share (ask),
    "change_share" ChangeShare { share, permissions, expires_at, reason },
    "end_share" EndShare { share },
    "ask" Ask (ask),
    "approve" Approve { request, requester, approval },
    "deny" Deny { request, note },
    "cancel" Cancel { request },
    "convert" Convert { deal },
    "submit" Submit { patch, delivery },
);
wire!(struct Submission: source, id, key, content);

/// What the caller gets to see afterwards.
#[derive(Clone, Debug)]
pub enum Fresh {
    /// The record.
    Record(Box<(Record, Vec<Grant>)>),
    /// The record and what it became.
    Records(Vec<(Record, Vec<Grant>)>),
    /// A collaborator.
    Collaborator(CollaboratorRow),
    /// A share.
    Share(ShareRow),
    /// A request.
    Request(Box<Request>),
    /// Nothing.
    Nothing,
}

/// An act that was done.
#[derive(Debug)]
pub struct Done {
    /// Who did it, when a person did.
    pub viewer: Option<Viewer>,
    /// What the caller gets to see.
    pub fresh: Fresh,
    /// Whether something came to be.
    pub created: bool,
    /// The message that nudges the consumer, when anything happened.
    pub nudge: Option<Job>,
    /// When the room must look after the record again, if that is new.
    pub wake: Option<Timestamp>,
}

/// What to read back.
#[derive(Clone, Debug)]
enum Read {
    Record,
    Records(Vec<RecordId>),
    Collaborator(UserId),
    Share(GrantId),
    Request(RequestId),
    Nothing,
}

struct Decision {
    events: Vec<Event>,
    read: Read,
    created: bool,
    notify: bool,
    more: Vec<Stmt>,
}

impl Decision {
    fn new(events: Vec<Event>, read: Read) -> Self {
        Self { events, read, created: false, notify: true, more: Vec::new() }
    }

    fn created(self, created: bool) -> Self {
        Self { created, ..self }
    }
}

struct Scene {
    viewer: Viewer,
    standing: Standing,
    record: Record,
    grants: Vec<Grant>,
}

/// Does `act`, in one call to load and one to write; a second round only when a writer outside the room was first.
pub async fn perform(ports: Ports<'_>, act: &Act) -> Result<Done, Error> {
    let mut last = StoreError::Unavailable("the record is being written from elsewhere".to_owned());
    for _ in 0..ATTEMPTS {
        let (actor, viewer, record, decision) = match &act.by {
            By::User(user) => {
                let (scene, decision) = decide_for(ports, act, user).await?;
                (scene.viewer.actor(), Some(scene.viewer), scene.record, decision)
            }
            By::Source { id, name } => {
                let (record, decision) = submit(ports, act, name).await?;
                (Actor { id: Some(id.clone()), name: name.clone(), kind: ActorType::Source }, None, record, decision)
            }
        };
        match write(ports, act, &actor, &record, &decision).await {
            Ok((fresh, nudge)) => {
                let wake = decision.events.iter().find_map(|event| match event {
                    Event::RequestCreated { expires_at, .. } => Some(*expires_at),
                    _ => None,
                });
                return Ok(Done { viewer, fresh, created: decision.created, nudge, wake });
            }
            Err(StoreError::Conflict(key)) if key.contains("event.") || key.contains("request.") => last = StoreError::Unavailable(key),
            Err(StoreError::Conflict(key)) if key.contains("delivery.") => {
                return Err(Refusal::new(Code::DuplicateDelivery, "The same submission was taken before.").into());
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(last.into())
}

/// Looks after a record when nobody asks: closes the requests that ran out undecided. Returns the message that nudges the
/// consumer, and when to look again.
pub async fn tick(ports: Ports<'_>, id: &RecordId) -> Result<(Option<Job>, Option<Timestamp>), StoreError> {
    let now = ports.now;
    let statements = vec![record_plain(id, None), request_ran_out(id, now), request_next_end(id, now)];
    let mut results = Results::new(ports.db.batch(statements).await?);
    let Some(row) = results.take()?.into_iter().next() else { return Ok((None, None)) };
    let (mut record, _) = record_row(&row)?;
    let events: Vec<Event> = results.all::<Request>()?.iter().map(request::expire).collect();
    let next = results.first::<(Option<Timestamp>,)>()?.and_then(|(next,)| next);
    if events.is_empty() {
        return Ok((None, next));
    }
    let actor = Actor { id: None, name: "Leadroom".to_owned(), kind: ActorType::System };
    let statements = commit(&mut record, &events, &actor, true, now);
    match ports.db.batch(statements).await {
        Ok(_) => Ok((Some(Job::Events { record: record.id.clone(), seq: record.version }), next)),
        // Somebody was writing: a moment later it is as true.
        Err(StoreError::Conflict(_)) => Ok((None, Some(now.plus(SECOND)))),
        Err(error) => Err(error),
    }
}

/// The statements that write `events` and what they do to the record, its access rows and its requests.
fn commit(record: &mut Record, events: &[Event], actor: &Actor, notify: bool, now: Timestamp) -> Vec<Stmt> {
    let user = (actor.kind == ActorType::User).then_some(actor.id.as_deref()).flatten();
    let mut statements = Vec::new();
    for event in events {
        event.apply(record, now);
        statements.push(event_insert(record, record.version, event, actor, notify, now));
    }
    if !events.is_empty() {
        // The record first: access rows copy its sort keys.
        statements.push(record_update(record));
        statements.extend(events.iter().flat_map(|event| grant_effects(record, event, user, now)));
        statements.extend(events.iter().filter_map(|event| request_effects(record, event, user, now)));
    }
    statements
}

fn credential(act: &Act) -> Option<Credential> {
    match &act.by {
        By::User(user) => Some(Credential::User(user.clone())),
        By::Source { .. } => None,
    }
}

async fn write(
    ports: Ports<'_>,
    act: &Act,
    actor: &Actor,
    before: &Record,
    decision: &Decision,
) -> Result<(Fresh, Option<Job>), StoreError> {
    let now = ports.now;
    let mut record = before.clone();
    // What the act makes beside the record comes first: the record may point to it.
    let mut statements = decision.more.clone();
    statements.extend(commit(&mut record, &decision.events, actor, decision.notify, now));
    let reads: Vec<Stmt> = match (&decision.read, credential(act)) {
        (Read::Record, Some(credential)) => vec![record_get(&credential, &record.id, None, RECORD, now)],
        (Read::Records(ids), Some(credential)) => ids.iter().map(|id| record_get(&credential, id, None, RECORD, now)).collect(),
        (Read::Collaborator(id), _) => vec![collaborator_get(&record.id, id)],
        (Read::Share(id), _) => vec![share_on(&record.id, id)],
        (Read::Request(id), Some(credential)) => vec![request_get(&credential, id, now)],
        _ => Vec::new(),
    };
    let writes = statements.len();
    statements.extend(reads);
    let results = if statements.is_empty() { Vec::new() } else { ports.db.batch(statements).await? };
    let fresh = fresh(&decision.read, results.into_iter().skip(writes).collect())?;
    let nudge = (!decision.events.is_empty()).then(|| Job::Events { record: record.id.clone(), seq: record.version });
    Ok((fresh, nudge))
}

fn fresh(read: &Read, rows: Vec<Rows>) -> Result<Fresh, StoreError> {
    let gone = || StoreError::Corrupt("what was just written is not there".to_owned());
    let record = |rows: &Rows| record_got(rows)?.1.ok_or_else(gone);
    let mut results = Results::new(rows);
    Ok(match read {
        Read::Record => Fresh::Record(Box::new(record(&results.take()?)?)),
        Read::Records(ids) => {
            let mut found = Vec::new();
            for _ in ids {
                found.push(record(&results.take()?)?);
            }
            Fresh::Records(found)
        }
        Read::Collaborator(_) => Fresh::Collaborator(results.first()?.ok_or_else(gone)?),
        Read::Share(_) => Fresh::Share(results.first()?.ok_or_else(gone)?),
        Read::Request(_) => Fresh::Request(Box::new(results.first()?.ok_or_else(gone)?)),
        Read::Nothing => Fresh::Nothing,
    })
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

async fn decide_for(ports: Ports<'_>, act: &Act, user: &UserId) -> Result<(Scene, Decision), Error> {
    let (now, record, org) = (ports.now, &act.record, &act.org);
    let extras = match &act.action {
        Action::Edit { seen: Some(version), .. } => vec![event_changed_since(record, *version)],
        Action::Edit { .. }
        | Action::Restore
        | Action::RemoveCollaborator { .. }
        | Action::Submit { .. }
        | Action::Delete
        | Action::Join => Vec::new(),
        Action::Convert { .. } => vec![share_page(record, None, MOST_CARRIED, now)],
        Action::Assign { to, .. } => to.iter().map(|to| candidate(org, to)).collect(),
        Action::Claim => vec![event_claimed(record)],
        Action::PutCollaborator { user, .. } => vec![candidate(org, user), sees_already(record, user, now)],
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
    let hangs = !matches!(act.action, Action::Edit { .. } | Action::Restore | Action::Ask(_) | Action::Deny { .. } | Action::Cancel { .. });
    let mut extras = extras;
    if hangs {
        extras.splice(0..0, [share_hanging(record), request_pending(record, now), explain_requesters(record, now)]);
    }
    let (scene, mut facts) = load(ports, act, user, extras).await?;
    let mut hanging = Vec::new();
    let (mut pending, mut people) = (Vec::new(), Vec::new());
    if hangs {
        hanging = facts.all::<(ShareRow, i64)>()?;
        pending = facts.all::<Request>()?;
        people = facts.all::<Explained>()?;
    }
    let mut decision = decide(ports, act, &scene, facts)?;
    let consequences: Vec<Event> = decision.events.iter().flat_map(|event| cascade(event, &scene, &hanging)).collect();
    decision.events.extend(consequences);
    let needless = needless(&decision.events, &scene, &pending, people, now);
    decision.events.extend(needless);
    Ok((scene, decision))
}

/// What an event does to the shares that hang on the grant it changes or ends: the same.
fn cascade(event: &Event, scene: &Scene, hanging: &[(ShareRow, i64)]) -> Vec<Event> {
    let collaborator = |user: &UserId| collaborator_row(&scene.grants, user).and_then(|grant| grant.id.clone());
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
fn needless(events: &[Event], scene: &Scene, pending: &[Request], people: Vec<Explained>, now: Timestamp) -> Vec<Event> {
    let decided = |request: &Request| {
        events.iter().any(|event| match event {
            Event::RequestApproved { request: terms, .. } | Event::RequestDenied { request: terms, .. } => terms.id == request.id,
            _ => false,
        })
    };
    let mut after = scene.record.clone();
    for event in events {
        event.apply(&mut after, now);
    }
    let mut people: Vec<(Viewer, Vec<Grant>)> = people
        .into_iter()
        .filter_map(|person| Some((person.who.viewer().ok()?, person.held.into_iter().map(|held| held.grant).collect())))
        .collect();
    let mut gets = |request: &Request| {
        let Some((viewer, grants)) = people.iter_mut().find(|(viewer, _)| viewer.id == request.requester_id) else { return false };
        for event in events {
            regrant(grants, event, &after, now);
        }
        let wanted = request.level.permissions().and(viewer.ceiling);
        standing(viewer, &after, grants, now).permissions.has(wanted)
    };
    let waiting = pending.iter().filter(|request| !decided(request));
    waiting.filter(|request| after.deleted_at.is_some() || gets(request)).map(request::supersede).collect()
}

/// What an event does to access rows, as far as a requester's standing depends on it.
fn regrant(grants: &mut Vec<Grant>, event: &Event, record: &Record, now: Timestamp) {
    let row = |principal: String, source: Source, permissions, expires_at| Grant {
        principal,
        source,
        permissions,
        level: None,
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

fn missing(field: &str) -> Refusal {
    Refusal::field(field, "not_found", "there is no such person, or no such team")
}

#[expect(clippy::too_many_lines, reason = "one arm per action, each a few lines: the list of what can be done is the point")]
fn decide(ports: Ports<'_>, act: &Act, scene: &Scene, mut facts: Results) -> Result<Decision, Error> {
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
        Action::Assign { to, note, keep_previous_owner, keep_collaborators } => {
            let allowed = access::may_assign(standing)?;
            let to = match to {
                Some(_) => Some(facts.first::<Candidate>()?.ok_or_else(|| missing("owner_id"))?),
                None => None,
            };
            let how = HandOver {
                note: note.clone(),
                keep_previous_owner: keep_previous_owner.unwrap_or(settings.transfer.keep_previous_owner),
                keep_collaborators: keep_collaborators.unwrap_or(settings.transfer.keep_collaborators),
            };
            Decision::new(decide::assign(record, to.as_ref(), &how, grants, new_id(), &allowed)?, Read::Record)
        }
        Action::Claim => {
            let was_claimed = facts.first::<(i64,)>()?.is_some();
            let pool = viewer.principals.iter().any(|held| held.name.starts_with("pool:"));
            if !standing.visible() && was_claimed && pool && record.deleted_at.is_none() {
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
            let me = Candidate {
                id: viewer.id.clone(),
                name: viewer.name.clone(),
                active: 1,
                ceiling: viewer.ceiling,
                capabilities: viewer.capabilities,
            };
            let present = collaborator_row(grants, &viewer.id);
            let new = NewCollaborator { user: me, level: None, until: None, present, sees: true, id: new_id() };
            let events = decide::join(record, &new, settings, now, &allowed)?;
            Decision::new(events, Read::Collaborator(viewer.id.clone())).created(new.live(now).is_none())
        }
        Action::RemoveCollaborator { user } => {
            let present = collaborator_row(grants, user);
            let cause = if *user == viewer.id {
                access::may_see(standing)?;
                Cause::Left
            } else {
                access::may_manage_collaborators(standing)?;
                Cause::Removed
            };
            let present = present.ok_or_else(Refusal::not_found)?;
            Decision::new(vec![decide::remove_collaborator(present, user, cause)], Read::Nothing)
        }
        Action::Share(ask) => share(ask, scene, facts, new_id(), now)?,
        Action::ChangeShare { share, permissions, expires_at, reason } => {
            let row = facts.first::<ShareRow>()?.ok_or_else(Refusal::not_found)?;
            access::may_share(standing)?;
            let present = row.terms().ok_or_else(Refusal::not_found)?;
            let mut terms = present.clone();
            terms.permissions = permissions.unwrap_or(present.permissions).with_implied();
            terms.expires_at = expires_at.over(present.expires_at.as_ref());
            terms.reason = reason.over(present.reason.as_ref());
            let later = outlasts(terms.expires_at, present.expires_at);
            if row.principal == format!("user:{}", viewer.id) && (!present.permissions.has(terms.permissions) || later) {
                return Err(Refusal::own_grant().into());
            }
            if let Some(parent) = parent_of(scene, terms.permissions, terms.expires_at, now)? {
                terms.expires_at = terms.expires_at.or(parent.end);
                terms.parent = Some(parent.id);
            }
            Decision::new(decide::change_share(&present, terms), Read::Share(share.clone()))
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
            request::not_own(&found, &viewer.id)?;
            let allowed = access::may_decide(standing, record)?;
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
            request::not_own(&found, &viewer.id)?;
            let allowed = access::may_decide(standing, record)?;
            Decision::new(vec![request::deny(&found, note.clone(), &allowed, now)?], Read::Request(request.clone()))
        }
        Action::Cancel { request } => {
            let found = facts.first::<Request>()?.ok_or_else(Refusal::not_found)?;
            if found.requester_id != viewer.id {
                access::may_see(standing)?;
            }
            Decision::new(vec![request::cancel(&found, &viewer.id, now)?], Read::Request(request.clone()))
        }
        Action::Convert { deal } => convert(ports, deal.as_ref(), scene, &facts.all::<ShareRow>()?)?,
        Action::Submit { .. } => return Err(Refusal::not_found().into()),
    })
}

fn collaborator_row<'a>(grants: &'a [Grant], user: &UserId) -> Option<&'a Grant> {
    let principal = access::collaborator(user);
    grants.iter().find(|grant| grant.principal == principal)
}

/// The grant that a share of somebody else's record is made from and hangs on.
struct Parent {
    id: GrantId,
    end: Option<Timestamp>,
}

/// From which of the viewer's grants a share of `permissions` until `end` can be made. The owner and whoever sees everything
/// give freely, from none. Anybody else passes on at most what one grant with `share` gives them, no longer than it lasts,
/// and never `delete`, `share` or `assign`.
fn parent_of(scene: &Scene, permissions: access::Permissions, end: Option<Timestamp>, now: Timestamp) -> Result<Option<Parent>, Refusal> {
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

fn share(ask: &ShareAsk, scene: &Scene, mut facts: Results, id: GrantId, now: Timestamp) -> Result<Decision, Error> {
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
                return Err(Refusal::new(Code::AlreadyOwner, "The owner has every permission already.").into());
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
    let events = decide::share(&ask, name, present.as_ref(), parent.map(|parent| parent.id), id.clone(), &allowed);
    let read = present.as_ref().map_or(id, |present| present.id.clone());
    Ok(Decision::new(events, Read::Share(read)).created(present.is_none()))
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

/// A lead becomes a contact, and a deal where one is described: with its owner, collaborators and shares.
fn convert(ports: Ports<'_>, deal: Option<&Patch>, scene: &Scene, shares: &[ShareRow]) -> Result<Decision, Error> {
    let Scene { viewer, standing, record, .. } = scene;
    access::may_edit(standing)?;
    decide::may_create_for(&viewer.id, viewer.capabilities, Some(&viewer.id), true)?;
    if let Some(contact) = &record.contact_id {
        let refusal = Refusal::new(Code::AlreadyConverted, "The lead was converted already.");
        return Err(refusal.with("contact_id", contact.as_str()).with("deal_id", record.deal_id.as_ref().map(RecordId::as_str)).into());
    }
    let copied = |names: &[&str]| -> Patch {
        names.iter().map(|name| ((*name).to_owned(), fields::get(record, name))).filter(|(_, value)| !value.is_null()).collect()
    };
    let own = record.fields.iter().map(|(key, value)| (format!("fields.{key}"), value.clone()));
    let mut contact = copied(&["name", "company", "title", "email", "phone", "website", "source", "tags"]);
    contact.extend(own);
    let mut statements = Vec::new();
    let mut carry = |kind: Kind, patch: &Patch| -> Result<RecordId, Refusal> {
        let (id, more) = carried(ports, scene, shares, kind, patch)?;
        statements.extend(more);
        Ok(id)
    };
    let contact = carry(Kind::Contact, &contact)?;
    let deal = match deal {
        None => None,
        Some(given) => {
            let mut patch = copied(&["name", "company", "email", "phone", "source", "amount", "currency", "tags"]);
            patch.extend(given.iter().filter(|(_, value)| !value.is_null()).map(|(path, value)| (path.clone(), value.clone())));
            let of_deal = |mut refusal: Refusal| {
                for error in &mut refusal.errors {
                    error.field = format!("deal.{}", error.field);
                }
                refusal
            };
            Some(carry(Kind::Deal, &patch).map_err(of_deal)?)
        }
    };
    let change = fields::Change { from: record.status.clone().into(), to: "converted".into() };
    let changes = fields::Changes::one("status", change);
    let read = Read::Records([Some(&record.id), Some(&contact), deal.as_ref()].into_iter().flatten().cloned().collect());
    let event = Event::Converted { changes, contact, deal };
    Ok(Decision { more: statements, ..Decision::new(vec![event], read).created(true) })
}

/// A new record with the owner, the live collaborators and the live shares of the scene's, and the statements that write it.
fn carried(ports: Ports<'_>, scene: &Scene, shares: &[ShareRow], kind: Kind, patch: &Patch) -> Result<(RecordId, Vec<Stmt>), Refusal> {
    let Scene { viewer, record, grants, .. } = scene;
    let now = ports.now;
    let new_id = || GrantId::mint(now, ports.entropy);
    let collaborators = grants.iter().filter_map(|grant| {
        let (user, level) = grant.live_collaborator(now)?;
        Some(Event::CollaboratorAdded { id: new_id(), user, level, until: grant.expires_at })
    });
    // What hung on another grant hangs on nothing here: its giver is not asked again.
    let passed_on =
        shares.iter().filter_map(ShareRow::terms).map(|terms| Event::Shared(ShareTerms { id: new_id(), parent: None, ..terms }));
    let events: Vec<Event> = collaborators.chain(passed_on).collect();
    let mut blank = create::blank(RecordId::mint(now, ports.entropy), record.org.clone(), kind, &viewer.settings, now);
    blank.owner.clone_from(&record.owner);
    let (made, mut statements) = create::first_batch(blank, patch, &viewer.settings, &viewer.actor(), events.clone(), now)?;
    statements.extend(events.iter().flat_map(|event| grant_effects(&made, event, Some(viewer.id.as_str()), now)));
    statements.push(grant_givers(&record.id, &made.id));
    Ok((made.id, statements))
}

/// A form submitted again: it fills what is empty, and what it says otherwise stands on the timeline, nothing lost.
async fn submit(ports: Ports<'_>, act: &Act, source_name: &str) -> Result<(Record, Decision), Error> {
    let Action::Submit { patch, delivery } = &act.action else { return Err(Refusal::not_found().into()) };
    let rows = ports.db.batch(vec![record_plain(&act.record, Some(&act.org))]).await?.pop().unwrap_or_default();
    let row = rows.first().ok_or_else(Refusal::not_found)?;
    let (record, _) = record_row(row)?;
    if record.deleted_at.is_some() {
        return Err(Refusal::new(Code::RecordDeleted, "The record is in the trash.").into());
    }
    let (fill, answers) = fill(&record, patch);
    let mut events = vec![Event::Captured { source: source_name.to_owned(), delivery: delivery.id.to_string(), answers }];
    let changes = fields::changes(&record, &fill);
    if !changes.is_empty() {
        events.push(Event::Updated { changes });
    }
    let statement = delivery_insert(
        &NewDelivery {
            id: &delivery.id,
            org: &act.org,
            source: &delivery.source,
            key: delivery.key.as_ref(),
            status: Status::Updated,
            code: None,
            record: Some(&record.id),
            content: &delivery.content,
        },
        ports.now,
    );
    let decision = Decision { more: vec![statement], ..Decision::new(events, Read::Nothing) };
    Ok((record, decision))
}
