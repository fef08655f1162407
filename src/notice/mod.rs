//! What people are told: the closed list of notifications and, for each event of a timeline, who is called for what.
//!
//! Nothing here looks anything up. Whom a call reaches, and who of them may hear it at that moment, the database works out
//! (`store/notice.rs`); what is said is made of `words` whenever it is shown, so that it quotes nothing of a record to whoever
//! has lost sight of it.

mod calls;
mod words;

pub use self::calls::{Call, Cause, Happened, To, calls};
pub use self::words::summary;

use serde_json::Value as Json;

use crate::id::{NoticeId, RecordId};
use crate::model::{Actor, Kind, closed};
use crate::show::Show;
use crate::time::Timestamp;
use crate::{columns, json};

closed! {
    /// A type of notification. Whoever is called for several by one act is told the first of them in this order.
    Notice {
        /// A record is theirs now.
        Assigned = "assigned",
        /// A task is theirs.
        TaskAssigned = "task_assigned",
        /// Somebody named them in a note.
        Mentioned = "mentioned",
        /// A record is theirs no longer.
        Unassigned = "unassigned",
        /// Their request to collaborate has come to an end.
        RequestDecided = "request_decided",
        /// They collaborate, or do so differently.
        CollaboratorAdded = "collaborator_added",
        /// They collaborate no longer.
        CollaboratorRemoved = "collaborator_removed",
        /// Something was shared with them, or is shared differently.
        Shared = "shared",
        /// A share is over.
        ShareEnded = "share_ended",
        /// Somebody asks to collaborate.
        RequestReceived = "request_received",
        /// A task is due.
        TaskDue = "task_due",
        /// A form was submitted.
        LeadCaptured = "lead_captured",
        /// Somebody wrote a note.
        NoteAdded = "note_added",
        /// Somebody logged a communication.
        CommunicationAdded = "communication_added",
        /// The status changed.
        StatusChanged = "status_changed",
        /// Anything else changed.
        LeadUpdated = "lead_updated",
        /// One action did something to many records.
        BulkSummary = "bulk_summary",
        /// A job that they started is over.
        JobFinished = "job_finished",
    }
    /// How somebody is told by e-mail.
    Email {
        /// Not at all.
        Off = "off",
        /// At once.
        Instant = "instant",
        /// Once a day, all together.
        Digest = "digest",
    }
}

impl Notice {
    /// Whether it is what goes on around a record: for those who work on it, and not for whoever muted it. Everything else is
    /// meant for somebody in particular.
    pub const fn is_activity(self) -> bool {
        matches!(self, Self::LeadCaptured | Self::NoteAdded | Self::CommunicationAdded | Self::StatusChanged | Self::LeadUpdated)
    }

    /// Whether somebody hears of it who cannot see the record (any more): what ended their own access, their own request, and a
    /// request that is theirs to decide in place of an owner who is not there.
    pub const fn is_blind(self) -> bool {
        use Notice::{CollaboratorRemoved, JobFinished, RequestDecided, RequestReceived, ShareEnded, Unassigned};
        matches!(self, Unassigned | CollaboratorRemoved | ShareEnded | RequestDecided | RequestReceived | JobFinished)
    }

    /// How it is mailed to whoever said nothing else: what is meant for them at once, what goes on around them not at all.
    pub const fn email(self) -> Email {
        match self {
            Self::CollaboratorRemoved
            | Self::ShareEnded
            | Self::NoteAdded
            | Self::CommunicationAdded
            | Self::StatusChanged
            | Self::LeadUpdated
            | Self::JobFinished => Email::Off,
            _ => Email::Instant,
        }
    }
}

/// A notification as its reader meets it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Its id.
    pub id: NoticeId,
    /// What it is.
    pub notice: Notice,
    /// Who or what did it.
    pub actor: Actor,
    /// What its words need.
    pub facts: Json,
    /// About how many records.
    pub count: i64,
    /// When.
    pub created_at: Timestamp,
    /// When it was read.
    pub read_at: Option<Timestamp>,
    /// The record, where it is about one.
    pub record: Option<RecordId>,
    /// Its kind.
    pub kind: Option<Kind>,
    /// Its name, or what stands for it.
    pub name: Option<String>,
    /// Whether the reader may see the record at this moment (1) or not (0).
    pub sees: i64,
}

columns!(Told: id, notice, actor, facts, count, created_at, read_at, record, kind, name, sees);

impl Show for Told {
    fn show(&self) -> Json {
        let lead =
            if self.sees == 1 { self.record.as_ref().map(|id| json!({"id": id, "kind": self.kind, "name": self.name})) } else { None };
        json!({
            "id": self.id, "type": self.notice, "lead": lead, "actor": self.actor, "summary": summary(self), "count": self.count,
            "created_at": self.created_at, "read_at": self.read_at,
        })
    }
}
