//! A form that is submitted by somebody whose record this is.

use super::super::Ports;
use super::act::{Act, Action};
use super::write::{Decision, Read};
use crate::capture::answers::fill;
use crate::error::{Code, Error, Refusal};
use crate::model::Record;
use crate::record::event::Event;
use crate::record::fields::{self, Patch};
use crate::show::gather;
use crate::store::Results;
use crate::store::record::{record_plain, record_row};
use crate::store::source::{delivery_land, delivery_waits};

/// A form submitted again: it fills what is empty, and what it says otherwise stands on the timeline, nothing lost. What has
/// landed already lands no second time.
pub(super) async fn submit(ports: Ports<'_>, act: &Act, source_name: &str) -> Result<(Record, Decision), Error> {
    let Action::Submit { patch, delivery, fill: fills } = &act.action else { return Err(Refusal::not_found().into()) };
    let mut facts = Results::new(ports.db.batch(vec![record_plain(&act.record, Some(&act.org)), delivery_waits(delivery)]).await?);
    let row = facts.take()?;
    let (record, _) = record_row(row.first().ok_or_else(Refusal::not_found)?)?;
    if record.deleted_at.is_some() {
        return Err(Refusal::new(Code::RecordDeleted, "The record is in the trash.").into());
    }
    if facts.take()?.is_empty() {
        return Ok((record, Decision::new(Vec::new(), Read::Nothing)));
    }
    let (fill, answers) = if *fills { fill(&record, patch) } else { (Patch::new(), gather(patch.clone())) };
    let mut events = vec![Event::Captured { source: source_name.to_owned(), delivery: delivery.to_string(), answers, submitted: *fills }];
    let changes = fields::changes(&record, &fill);
    if !changes.is_empty() {
        events.push(Event::Updated { changes });
    }
    let decision = Decision { more: delivery_land(delivery, &record.id), ..Decision::new(events, Read::Nothing) };
    Ok((record, decision))
}
