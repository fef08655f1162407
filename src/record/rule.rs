//! Rules: what an organisation has follow by itself when a record comes to be, is captured or moves on. Here is what a rule
//! says; which rules are due is asked in `store::rule`, and what one does is decided in its record's room.
//!
//! Nothing that a rule does is an occasion of a rule: rules cannot set each other off.

use serde_json::Value as Json;

use crate::id::{SourceId, TeamId, UserId};
use crate::json;
use crate::model::{Kind, Level, Recipient};
use crate::record::decide::ShareAsk;
use crate::show::{Show, brief};
use crate::{stored, wire};

/// The conditions of a rule: all that are said must hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct When {
    /// What the record is.
    pub kind: Option<Kind>,
    /// Its `source`.
    pub source: Option<String>,
    /// The status that the occasion brought.
    pub status: Option<String>,
    /// One of its tags.
    pub tag: Option<String>,
    /// The capture source that it came by, or came by again.
    pub source_id: Option<SourceId>,
}

stored!(When: kind, source, status, tag, source_id);

/// Who a record is given to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    /// A person.
    User(UserId),
    /// Whoever's turn it is in a team.
    Turn(TeamId),
}

wire!(enum Assignee: "user" User (id), "team" Turn (id),);

/// One thing that a rule does.
#[derive(Clone, Debug, PartialEq)]
pub enum Then {
    /// Gives the record to somebody.
    Assign {
        /// To whom.
        to: Assignee,
        /// Whether it is taken from an owner who is there; when not said, unless a form was submitted.
        reassign: Option<bool>,
    },
    /// Adds people who work on it, too.
    AddCollaborators {
        /// Whom.
        users: Vec<UserId>,
        /// How much they may do.
        level: Option<Level>,
    },
    /// Shares it.
    Share(ShareAsk),
    /// Adds tags.
    AddTags {
        /// Which.
        tags: Vec<String>,
    },
}

wire!(enum Then: "assign" Assign { to, reassign }, "add_collaborators" AddCollaborators { users, level }, "share" Share (ask), "add_tags" AddTags { tags },);

impl Then {
    /// All there are, as the API calls them.
    pub const TYPES: &'static [&'static str] = &["assign", "add_collaborators", "share", "add_tags"];

    /// The one of [`Self::TYPES`] that it is.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Assign { .. } => Self::TYPES[0],
            Self::AddCollaborators { .. } => Self::TYPES[1],
            Self::Share(_) => Self::TYPES[2],
            Self::AddTags { .. } => Self::TYPES[3],
        }
    }

    /// The people and teams that it names, each with its place: what must be there for it to be done.
    pub fn named(&self) -> Vec<(String, &str)> {
        let one = |place: &str, id| vec![(place.to_owned(), id)];
        match self {
            Self::Assign { to: Assignee::User(id), .. } => one("user_id", id.as_str()),
            Self::Assign { to: Assignee::Turn(id), .. } => one("round_robin_team_id", id.as_str()),
            Self::AddCollaborators { users, .. } => {
                users.iter().enumerate().map(|(index, id)| (format!("user_ids.{index}"), id.as_str())).collect()
            }
            Self::Share(ShareAsk { with: Recipient::User { id }, .. }) => one("with.id", id.as_str()),
            Self::Share(ShareAsk { with: Recipient::Team { id }, .. }) => one("with.id", id.as_str()),
            Self::Share(_) | Self::AddTags { .. } => Vec::new(),
        }
    }
}

/// As it was asked for: without what was not said.
impl Show for Then {
    fn show(&self) -> Json {
        let kind = self.kind();
        brief(match self {
            Self::Assign { to, reassign } => {
                let (user, team) = match to {
                    Assignee::User(id) => (Some(id), None),
                    Assignee::Turn(id) => (None, Some(id)),
                };
                json!({"type": kind, "user_id": user, "round_robin_team_id": team, "reassign": reassign})
            }
            Self::AddCollaborators { users, level } => json!({"type": kind, "user_ids": users, "level": level}),
            Self::Share(ask) => {
                let (with, id) = match &ask.with {
                    Recipient::User { id } => ("user", Some(id.as_str())),
                    Recipient::Team { id } => ("team", Some(id.as_str())),
                    Recipient::Everyone => ("everyone", None),
                };
                let with = brief(json!({"type": with, "id": id}));
                json!({"type": kind, "with": with, "permissions": ask.permissions, "expires_at": ask.expires_at, "reason": ask.reason})
            }
            Self::AddTags { tags } => json!({"type": kind, "tags": tags}),
        })
    }
}
