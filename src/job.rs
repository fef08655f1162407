//! What travels through the queue: a closed, versioned enum. A message is only a nudge: what it is about stands in the
//! database, so a message that is lost, late, doubled or out of order does no harm.

use serde_json::Value as Json;

use crate::id::{BulkId, CodeId, DeliveryId, JobId, MailId, RecordId, Shard, WebhookDeliveryId, WorkId};
use crate::sql::read;
use crate::wire;
use crate::wire::Wire as _;

/// A message of the queue. The tag carries the version: a new shape is a new variant, and the old one is kept until no
/// message of it can be under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Events of a record wait to be fanned out.
    Events {
        /// Which record.
        record: RecordId,
        /// The first of them.
        from: i64,
        /// The last of them.
        seq: i64,
    },
    /// The events that one action wrote on many records wait to be fanned out.
    Bulk {
        /// Which action.
        bulk: BulkId,
    },
    /// An action on many records is to go on, or to be brought to its end.
    Run {
        /// Which.
        job: JobId,
        /// How many messages of it went before: none but the next is worth anything.
        turn: i64,
    },
    /// Requests of a record ran out undecided.
    Requests {
        /// Which record.
        record: RecordId,
    },
    /// In a room where people sit somebody's access may have ended.
    Look {
        /// The room's record.
        record: RecordId,
    },
    /// A task is due, and nobody was reminded of it.
    Due {
        /// Which task.
        task: WorkId,
    },
    /// A code to sign in waits to be mailed.
    SignInCode {
        /// Which: the code itself is made when it is mailed.
        code: CodeId,
    },
    /// A delivery that was only received is to be taken up.
    Delivery {
        /// Which.
        delivery: DeliveryId,
    },
    /// A mail that tells of notifications is to be closed and sent.
    Mail {
        /// Which.
        mail: MailId,
    },
    /// A delivery of a webhook is to be sent.
    Webhook {
        /// Which.
        delivery: WebhookDeliveryId,
    },
}

impl Job {
    /// Whether it waits for a server that answers whenever it likes. Such jobs have a queue of their own, so that they hold up
    /// nobody's news.
    pub fn is_slow(&self) -> bool {
        matches!(self, Self::Webhook { .. } | Self::Mail { .. })
    }
}

wire!(enum Job: "events.v2" Events { record, from, seq }, "bulk.v1" Bulk { bulk }, "run.v1" Run { job, turn }, "requests.v1" Requests { record }, "due.v1" Due { task }, "look.v1" Look { record }, "sign_in_code.v1" SignInCode { code }, "delivery.v1" Delivery { delivery }, "webhook.v1" Webhook { delivery }, "mail.v1" Mail { mail },);

/// A message as it travels: of another shard than the first it says of which.
pub fn addressed(shard: Shard, job: &Job) -> String {
    if shard == Shard::FIRST { wire::text(job) } else { wire::text(&("shard.v1".to_owned(), (shard.number(), job.write()))) }
}

/// Reads a message, and of which shard it is; nothing when it is none.
pub fn arrived(text: &str) -> Option<(Shard, Job)> {
    match wire::parse::<(String, (i64, Json))>(text) {
        Some((tag, (shard, job))) if tag == "shard.v1" => Some((Shard::numbered(shard)?, read(job)?)),
        _ => Some((Shard::FIRST, wire::parse(text)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wire_format_is_pinned() {
        let job = Job::Events { record: RecordId::parse("0193b0c0-0000-7000-8000-000000000001").unwrap(), from: 6, seq: 7 };
        let text = r#"["events.v2","0193b0c0-0000-7000-8000-000000000001",6,7]"#;
        assert_eq!(wire::text(&job), text);
        assert_eq!(wire::parse::<Job>(text), Some(job.clone()));
        assert_eq!(wire::parse::<Job>(r#"["events.v9"]"#), None);
        assert_eq!((addressed(Shard::FIRST, &job), arrived(text)), (text.to_owned(), Some((Shard::FIRST, job.clone()))));
        let second = Shard::numbered(2).unwrap();
        let there = format!(r#"["shard.v1",[2,{text}]]"#);
        assert_eq!((addressed(second, &job), arrived(&there)), (there.clone(), Some((second, job))));
        for none in [r#"["shard.v1",[0,["requests.v1","x"]]]"#, r#"["shard.v1",[2,["events.v9"]]]"#, r#"["shard.v2",[2,[]]]"#, "[]", "x"] {
            assert_eq!(arrived(none), None, "{none}");
        }
    }
}
