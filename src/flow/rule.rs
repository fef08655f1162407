//! What events set off by rules, before they are fanned out: so whoever is told of an event is told of what came of it.
//!
//! Each rule that is due does its part in the record's room, by itself and in order: the next one finds what it left. Here may
//! be failed anywhere and begun again: a rule is applied to an event once (`tests/rules.rs`).

use super::room::{Act, Action, By, VERSION};
use super::{Outside, Ports};
use crate::error::StoreError;
use crate::id::{BulkId, OrgId, RecordId, RuleId};
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::rule::{rule_due, rule_due_of};

/// Has the rules that the events of `record` set off, those numbered `from` to `seq`, do what they say.
pub async fn follow(ports: Ports<'_>, outside: &Outside<'_>, record: &RecordId, from: i64, seq: i64) -> Result<(), StoreError> {
    apply(ports, outside, rule_due(record, from, seq), None).await
}

/// Has the rules that these events of many records set off, a list of `[record, seq]`, do what they say, as a part of the same `bulk`.
pub async fn follow_all(ports: Ports<'_>, outside: &Outside<'_>, events: &str, bulk: Option<(BulkId, i64)>) -> Result<(), StoreError> {
    apply(ports, outside, rule_due_of(events), bulk).await
}

async fn apply(ports: Ports<'_>, outside: &Outside<'_>, due: Stmt, bulk: Option<(BulkId, i64)>) -> Result<(), StoreError> {
    let due: Vec<((RecordId, i64), RuleId, OrgId)> = Results::new(ports.db.batch(vec![due]).await?).all()?;
    for ((record, seq), rule, org) in due {
        let act = Act {
            version: VERSION,
            request_id: format!("{record}/{seq}"),
            org,
            record,
            kind: None,
            by: By::Rule(rule),
            action: Action::Follow { seq, bulk: bulk.clone() },
            once: None,
        };
        let reply = outside.rooms.act(&act).await.map_err(|error| super::dispatch::retried(&error))?;
        // What is refused is over: the record has gone to the trash.
        if reply.status >= 500 {
            return Err(StoreError::Unavailable(format!("a room answered {}", reply.status)));
        }
    }
    Ok(())
}
