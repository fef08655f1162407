//! What is done in a room, by whom, and how it travels there.

use super::super::once::Once;
use crate::access;
use crate::id::{BulkId, DeliveryId, GrantId, JobId, OrgId, RecordId, RequestId, RuleId, UserId};
use crate::model::{Keep, Kind, Level, Update};
use crate::record::decide::ShareAsk;
use crate::record::fields::Patch;
use crate::record::work::WorkAsk;
use crate::request::{Approval, Ask};
use crate::time::Timestamp;
use crate::wire;

/// The version of [`Act`]. Worker and room are deployed at different moments: a room refuses, for a retry, what it does
/// not know.
pub const VERSION: i64 = 2;

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
    /// What it takes to do it once, when the caller asked for that.
    pub once: Option<Once>,
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
    /// A rule of the organisation.
    Rule(RuleId),
    /// A person, who does the same with many records.
    Bulk {
        /// Who; what they may do is looked up here.
        user: UserId,
        /// By which job. What it has done with the record already it does no second time.
        job: JobId,
        /// Whether people are told.
        notify: bool,
        /// Whether it is only decided, and nothing is written.
        dry_run: bool,
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
        /// Whether the previous owner's open tasks, and nobody's, go to the new one.
        move_open_tasks: bool,
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
    /// Add collaborators, or change their level; or remove them. Whoever owns the record is left out.
    Collaborators {
        /// Whom.
        users: Vec<UserId>,
        /// The level of those who are added, as of one.
        level: Option<Level>,
        /// Whether they are added; otherwise they are removed.
        add: bool,
    },
    /// Add tags to those that there are, or remove some.
    Tags {
        /// Which.
        tags: Vec<String>,
        /// Whether they are added; otherwise they are removed.
        add: bool,
    },
    /// Give back what a job has assigned, where the owner is still whom it was given to.
    GiveBack {
        /// Whom it was given to.
        from: Option<UserId>,
        /// Who owned it before.
        to: Option<UserId>,
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
    /// Write, change or delete a note, a task or a communication.
    Work(WorkAsk),
    /// What a rule waited for has happened.
    Follow {
        /// As which event of the record.
        seq: i64,
        /// The action on many records that the event is part of, and whether people are told of that (1): so is what comes of it.
        bulk: Option<(BulkId, i64)>,
    },
    /// A form was submitted by somebody whose record this is.
    Submit {
        /// What the form says, as record fields.
        patch: Patch,
        /// The delivery that lands here, and until then was only received.
        delivery: DeliveryId,
        /// Whether it fills empty fields; otherwise all of it stands on the timeline.
        fill: bool,
    },
}

impl Act {
    /// The action on many records that it is part of: people are told at the end of that.
    pub(super) fn bulk(&self) -> Option<BulkId> {
        match (&self.by, &self.action) {
            (By::Bulk { job, .. }, _) => Some(BulkId::known(job.to_string())),
            (_, Action::Follow { bulk: Some((bulk, _)), .. }) => Some(bulk.clone()),
            _ => None,
        }
    }
}

wire!(struct Act: version, request_id, org, record, kind, by, action, once);
wire!(enum By: "user" User (user), "source" Source { id, name }, "rule" Rule (rule), "bulk" Bulk { user, job, notify, dry_run },);
wire!(enum Action:
    "edit" Edit { patch, seen },
    "delete" Delete,
    "restore" Restore,
    "assign" Assign { to, note, keep_previous_owner, keep_collaborators, move_open_tasks },
    "claim" Claim,
    "put_collaborator" PutCollaborator { user, level, notify },
    "join" Join,
    "remove_collaborator" RemoveCollaborator { user },
    "collaborators" Collaborators { users, level, add },
    "tags" Tags { tags, add },
    "give_back" GiveBack { from, to },
    "share" Share (ask),
    "change_share" ChangeShare { share, permissions, expires_at, reason },
    "end_share" EndShare { share },
    "ask" Ask (ask),
    "approve" Approve { request, requester, approval },
    "deny" Deny { request, note },
    "cancel" Cancel { request },
    "convert" Convert { deal },
    "work" Work (ask),
    "submit" Submit { patch, delivery, fill },
    "follow" Follow { seq, bulk },
);
