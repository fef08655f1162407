//! What travels through the queue: a closed, versioned enum. A message is only a nudge: what it is about stands in the
//! database, so a message that is lost, late, doubled or out of order does no harm.

use serde::{Deserialize, Serialize};

use crate::id::RecordId;

/// A message of the queue. The tag carries the version: a new shape is a new variant, and the old one is kept until no
/// message of it can be under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job")]
pub enum Job {
    /// The events of a record up to `seq` wait to be fanned out.
    #[serde(rename = "events.v1")]
    Events {
        /// Which record.
        record: RecordId,
        /// The last of them.
        seq: i64,
    },
    /// Requests of a record ran out undecided.
    #[serde(rename = "requests.v1")]
    Requests {
        /// Which record.
        record: RecordId,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_format_is_pinned() {
        let job = Job::Events { record: RecordId::parse("0193b0c0-0000-7000-8000-000000000001").unwrap(), seq: 7 };
        let text = r#"{"job":"events.v1","record":"0193b0c0-0000-7000-8000-000000000001","seq":7}"#;
        assert_eq!(serde_json::to_string(&job).unwrap(), text);
        assert_eq!(serde_json::from_str::<Job>(text).unwrap(), job);
    }
}
