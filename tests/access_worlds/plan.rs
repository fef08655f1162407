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
        ends: Option<Option<i64>>,
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
    Activate {
        user: usize,
        active: bool,
    },
    Promote {
        user: usize,
        role: String,
    },
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
    /// Compares everything that one person sees.
    Glance {
        user: usize,
    },
    /// Compares everything that everybody sees.
    Look,
}
