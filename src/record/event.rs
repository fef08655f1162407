//! What can happen to a record. An event is the timeline's entry, what replays to the record's state, and what the
//! notifications are made from.

use serde_json::{Map, Value as Json};

use crate::access::Permissions;
use crate::id::{GrantId, RecordId, RequestId, RuleId, WorkId};
use crate::json;
use crate::model::{Level, Occasion, Owner, Person, Recipient, Record, Worked};
use crate::record::fields::{self, Changes};
use crate::show::{self, Show};
use crate::time::Timestamp;

/// Why a collaborator went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Somebody removed them.
    Removed,
    /// They left.
    Left,
    /// They own the record now.
    BecameOwner,
    /// The record was handed over without its collaborators.
    HandedOver,
}

impl Show for Cause {
    fn show(&self) -> Json {
        let word = match self {
            Self::Removed => "removed",
            Self::Left => "left",
            Self::BecameOwner => "became_owner",
            Self::HandedOver => "handed_over",
        };
        word.show()
    }
}

/// A share as an event tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareTerms {
    /// The grant.
    pub id: GrantId,
    /// Whom it reaches.
    pub with: Recipient,
    /// What the recipient is called.
    pub with_name: String,
    /// What was ticked, with `read`.
    pub permissions: Permissions,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// Why it was given.
    pub reason: Option<String>,
    /// The grant it was made from and hangs on, when somebody else's record was shared on.
    pub parent: Option<GrantId>,
}

/// A request as an event tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestTerms {
    /// The request.
    pub id: RequestId,
    /// Who asks.
    pub requester: Person,
    /// For what.
    pub level: Level,
    /// Until when.
    pub until: Option<Timestamp>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The record came to be.
    Created {
        /// Its first fields.
        changes: Changes,
        /// Its first owner.
        owner: Option<Person>,
    },
    /// Fields changed.
    Updated {
        /// Which, from what to what.
        changes: Changes,
    },
    /// It changed hands.
    Assigned {
        /// From whom; nobody is the pool.
        from: Option<Person>,
        /// To whom; nobody is the pool.
        to: Option<Owner>,
        /// What was said about it.
        note: Option<String>,
        /// The open tasks that went along.
        tasks: Vec<WorkId>,
    },
    /// Somebody took it from the pool.
    Claimed {
        /// Who.
        by: Owner,
    },
    /// Somebody became a collaborator.
    CollaboratorAdded {
        /// The grant.
        id: GrantId,
        /// Who.
        user: Person,
        /// How much they may do.
        level: Level,
        /// Until when.
        until: Option<Timestamp>,
    },
    /// A collaborator's level or end changed.
    CollaboratorChanged {
        /// Who.
        user: Person,
        /// What it was.
        from: Level,
        /// What it is.
        to: Level,
        /// Until when.
        until: Option<Timestamp>,
    },
    /// Somebody stopped being a collaborator.
    CollaboratorRemoved {
        /// Who.
        user: Person,
        /// What they were.
        level: Level,
        /// Why.
        cause: Cause,
    },
    /// It was shared.
    Shared(ShareTerms),
    /// A share has other terms.
    ShareChanged {
        /// The terms now.
        share: ShareTerms,
        /// What was ticked before.
        from: Permissions,
        /// When it ended before.
        from_expires_at: Option<Timestamp>,
        /// Whether it was given again: whoever did that is its giver from now on.
        again: bool,
    },
    /// A share is over.
    ShareEnded(ShareTerms),
    /// Somebody asked to collaborate.
    RequestCreated {
        /// What is asked.
        request: RequestTerms,
        /// Why.
        reason: Option<String>,
        /// When it expires undecided.
        expires_at: Timestamp,
    },
    /// An approver said yes.
    RequestApproved {
        /// What was given.
        request: RequestTerms,
        /// What the approver wrote.
        note: Option<String>,
    },
    /// An approver said no.
    RequestDenied {
        /// What was asked.
        request: RequestTerms,
        /// Why not.
        note: String,
    },
    /// The requester took it back.
    RequestCanceled(RequestTerms),
    /// Nobody decided in time.
    RequestExpired(RequestTerms),
    /// The request has become needless.
    RequestSuperseded(RequestTerms),
    /// A form was submitted.
    Captured {
        /// The source's name.
        source: String,
        /// The delivery.
        delivery: String,
        /// What a repeated submission said that the record already says otherwise.
        answers: Map<String, Json>,
        /// Whether it is a submission; otherwise the vendor only told more of one.
        submitted: bool,
    },
    /// A rule took effect. What it did follows.
    RuleApplied {
        /// Which.
        rule: RuleId,
        /// Its name then.
        name: String,
        /// What it waited for.
        on: Occasion,
        /// The event that was this.
        event_seq: i64,
        /// What of it could not be done.
        skipped: Vec<Json>,
    },
    /// A lead became a contact, and perhaps a deal.
    Converted {
        /// The status from, and to `converted`.
        changes: Changes,
        /// The contact.
        contact: RecordId,
        /// The deal.
        deal: Option<RecordId>,
    },
    /// Something happened to a note, a task or a communication. Their rows stand beside the record's.
    Work {
        /// What.
        what: Worked,
        /// What the timeline tells of it: never what a note says, which would outlive its deletion.
        data: Json,
    },
    /// It went to the trash.
    Deleted,
    /// It came back.
    Restored,
}

fn share_data(share: &ShareTerms) -> Json {
    let (kind, id) = match &share.with {
        Recipient::User { id } => ("user", Some(id.as_str())),
        Recipient::Team { id } => ("team", Some(id.as_str())),
        Recipient::Everyone => ("everyone", None),
    };
    let mut with = json!({"type": kind, "name": share.with_name});
    if let (Some(id), Some(map)) = (id, with.as_object_mut()) {
        show::put(map, "id", id.show());
    }
    json!({"share_id": share.id, "with": with, "permissions": share.permissions, "expires_at": share.expires_at, "reason": share.reason})
}

fn request_data(request: &RequestTerms) -> Json {
    json!({"request_id": request.id, "requester": request.requester, "level": request.level, "until": request.until})
}

fn with(mut base: Json, more: &Json) -> Json {
    if let (Some(base), Some(more)) = (base.as_object_mut(), more.as_object()) {
        base.extend(more.clone());
    }
    base
}

impl Event {
    /// The type as the timeline calls it.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Created { .. } => "created",
            Self::Updated { .. } => "updated",
            Self::Assigned { .. } => "assigned",
            Self::Claimed { .. } => "claimed",
            Self::CollaboratorAdded { .. } => "collaborator_added",
            Self::CollaboratorChanged { .. } => "collaborator_changed",
            Self::CollaboratorRemoved { .. } => "collaborator_removed",
            Self::Shared(_) => "shared",
            Self::ShareChanged { .. } => "share_changed",
            Self::ShareEnded(_) => "share_ended",
            Self::RequestCreated { .. } => "request_created",
            Self::RequestApproved { .. } => "request_approved",
            Self::RequestDenied { .. } => "request_denied",
            Self::RequestCanceled(_) => "request_canceled",
            Self::RequestExpired(_) => "request_expired",
            Self::RequestSuperseded(_) => "request_superseded",
            Self::Captured { .. } => "captured",
            Self::RuleApplied { .. } => "rule_applied",
            Self::Converted { .. } => "converted",
            Self::Work { what, .. } => what.text(),
            Self::Deleted => "deleted",
            Self::Restored => "restored",
        }
    }

    /// The timeline entry's `data`.
    pub fn data(&self) -> Json {
        let person = |owner: &Owner| json!({"id": owner.id, "name": owner.name});
        match self {
            Self::Created { changes, owner } => json!({"changes": changes, "owner": owner}),
            Self::Updated { changes } => json!({"changes": changes}),
            Self::Assigned { from, to, note, tasks } => {
                let mut data = json!({"from": from, "to": to.as_ref().map(person), "note": note});
                if !tasks.is_empty() {
                    data["moved_tasks"] = json!(tasks);
                }
                data
            }
            Self::Claimed { by } => json!({"from": null, "to": person(by)}),
            Self::CollaboratorAdded { user, level, until, .. } => json!({"user": user, "level": level, "until": until}),
            Self::CollaboratorChanged { user, from, to, until } => json!({"user": user, "from": from, "to": to, "until": until}),
            Self::CollaboratorRemoved { user, level, cause } => json!({"user": user, "level": level, "cause": cause}),
            Self::Shared(share) | Self::ShareEnded(share) => share_data(share),
            Self::ShareChanged { share, from, from_expires_at, .. } => {
                with(share_data(share), &json!({"from": {"permissions": from, "expires_at": from_expires_at}}))
            }
            Self::RequestCreated { request, reason, expires_at } => {
                with(request_data(request), &json!({"reason": reason, "expires_at": expires_at}))
            }
            Self::RequestApproved { request, note } => with(request_data(request), &json!({"note": note})),
            Self::RequestDenied { request, note } => with(request_data(request), &json!({"note": note})),
            Self::RequestCanceled(request) | Self::RequestExpired(request) | Self::RequestSuperseded(request) => request_data(request),
            Self::Captured { source, delivery, answers, submitted } => {
                let mut data = json!({"source": source, "delivery_id": delivery, "answers": answers});
                if !submitted {
                    data["submitted"] = json!(submitted);
                }
                data
            }
            Self::RuleApplied { rule, name, on, event_seq, skipped } => {
                json!({"rule": {"id": rule, "name": name}, "on": on, "event_seq": event_seq, "skipped": skipped})
            }
            Self::Converted { changes, contact, deal } => json!({"changes": changes, "contact_id": contact, "deal_id": deal}),
            Self::Work { data, .. } => data.clone(),
            Self::Deleted | Self::Restored => json!({}),
        }
    }

    /// The record after the event. Grants and requests are rows of their own; here are the fields, the owner, the trash
    /// and the clocks.
    pub fn apply(&self, record: &mut Record, at: Timestamp) {
        match self {
            Self::Created { changes, .. } | Self::Updated { changes } => {
                for (path, change) in changes.iter() {
                    fields::set(record, path, change.to.clone());
                }
            }
            Self::Converted { changes, contact, deal } => {
                for (path, change) in changes.iter() {
                    fields::set(record, path, change.to.clone());
                }
                record.contact_id = Some(contact.clone());
                record.deal_id.clone_from(deal);
            }
            Self::Assigned { to, .. } => record.owner.clone_from(to),
            Self::Claimed { by } => record.owner = Some(by.clone()),
            Self::Deleted => record.deleted_at = Some(at),
            Self::Restored => record.deleted_at = None,
            _ => {}
        }
        record.version += 1;
        record.updated_at = record.updated_at.max(at);
        record.last_activity_at = record.last_activity_at.max(at);
    }
}
