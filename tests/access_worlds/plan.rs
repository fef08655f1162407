//! What a world is made of: steps that name people and teams by their number, and records, shares and requests by the
//! number of the step that made them. So a plan from which steps were dropped still says what it said.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Plan {
    pub seed: u64,
    /// What went wrong, for the reader.
    #[serde(default)]
    pub failure: Option<String>,
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Step {
    /// Its number, which it keeps when others are dropped.
    pub n: u32,
    /// Who does it.
    pub actor: usize,
    pub op: Op,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    Me,
    Nobody,
    User(usize),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum With {
    User(usize),
    Team(usize),
    Everyone,
}

/// What becomes of a share's end.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Keep,
    Never,
    After(i64),
}

impl End {
    /// The end at `now`, of what ended at `present` so far.
    pub fn over(self, present: Option<i64>, now: i64) -> Option<i64> {
        match self {
            Self::Keep => present,
            Self::Never => None,
            Self::After(millis) => Some(now + millis),
        }
    }
}

/// Times are milliseconds from the moment of the step.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    Create {
        kind: usize,
        owner: Whom,
        body: Json,
    },
    /// `back`: how many versions ago the editor looked, for `If-Match`.
    Edit {
        record: u32,
        body: Json,
        back: Option<i64>,
    },
    Delete {
        record: u32,
    },
    Restore {
        record: u32,
    },
    Assign {
        record: u32,
        to: Whom,
        keep_owner: Option<String>,
        keep_collaborators: Option<bool>,
    },
    Claim {
        record: u32,
    },
    /// A lead becomes the contact of this step and, with the number of the step and a million, a deal.
    Convert {
        record: u32,
        deal: bool,
    },
    Collaborate {
        record: u32,
        user: usize,
        level: Option<String>,
    },
    Uncollaborate {
        record: u32,
        user: usize,
    },
    Join {
        record: u32,
    },
    Leave {
        record: u32,
    },
    Share {
        record: u32,
        with: With,
        permissions: Vec<String>,
        ends: Option<i64>,
    },
    ChangeShare {
        share: u32,
        permissions: Option<Vec<String>>,
        ends: End,
    },
    EndShare {
        share: u32,
    },
    Ask {
        record: u32,
        level: Option<String>,
        until: Option<i64>,
    },
    Approve {
        request: u32,
        level: Option<String>,
        until: Option<i64>,
    },
    Deny {
        request: u32,
    },
    Cancel {
        request: u32,
    },
    /// A book share: `kinds` by their number.
    Book {
        owner: Whom,
        with: With,
        kinds: Vec<usize>,
        permissions: Vec<String>,
        ends: Option<i64>,
    },
    ChangeBook {
        book: u32,
        kinds: Option<Vec<usize>>,
        permissions: Option<Vec<String>>,
        ends: End,
    },
    EndBook {
        book: u32,
    },
    Activate {
        user: usize,
        active: bool,
    },
    Promote {
        user: usize,
        role: String,
    },
    /// A role is made, or, when it is there, gets other terms.
    Role {
        name: String,
        capabilities: Vec<String>,
        ceiling: Vec<String>,
    },
    RoleDelete {
        name: String,
    },
    TeamMake,
    TeamAdd {
        team: usize,
        user: usize,
    },
    TeamRemove {
        team: usize,
        user: usize,
    },
    TeamDelete {
        team: usize,
        force: bool,
    },
    Settings {
        settings: Json,
    },
    Pass {
        millis: i64,
    },
    /// The sweep, and what it puts into the queue.
    Sweep,
    /// A room's alarm.
    Tick {
        record: u32,
    },
    /// Compares everything that one person sees.
    Glance {
        user: usize,
    },
    /// Compares everything that everybody sees.
    Look,
}
