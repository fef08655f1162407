//! A form that is submitted again by somebody whose record this is.

use super::super::Ports;
use super::act::{Act, Action};
use super::write::{Decision, Read};
use crate::capture::answers::fill;
use crate::error::{Code, Error, Refusal};
use crate::model::Record;
use crate::record::event::Event;
use crate::record::fields;
use crate::store::record::{record_plain, record_row};
use crate::store::source::{NewDelivery, Status, delivery_insert};

/// A form submitted again: it fills what is empty, and what it says otherwise stands on the timeline, nothing lost.
pub(super) async fn submit(ports: Ports<'_>, act: &Act, source_name: &str) -> Result<(Record, Decision), Error> {
    let Action::Submit { patch, delivery } = &act.action else { return Err(Refusal::not_found().into()) };
    let rows = ports.db.batch(vec![record_plain(&act.record, Some(&act.org))]).await?.pop().unwrap_or_default();
    let row = rows.first().ok_or_else(Refusal::not_found)?;
    let (record, _) = record_row(row)?;
    if record.deleted_at.is_some() {
        return Err(Refusal::new(Code::RecordDeleted, "The record is in the trash.").into());
    }
    let (fill, answers) = fill(&record, patch);
    let mut events = vec![Event::Captured { source: source_name.to_owned(), delivery: delivery.id.to_string(), answers }];
    let changes = fields::changes(&record, &fill);
    if !changes.is_empty() {
        events.push(Event::Updated { changes });
    }
    let statement = delivery_insert(
        &NewDelivery {
            id: &delivery.id,
            org: &act.org,
            source: &delivery.source,
            key: delivery.key.as_ref(),
            status: Status::Updated,
            code: None,
            record: Some(&record.id),
            content: &delivery.content,
        },
        ports.now,
    );
    let decision = Decision { more: vec![statement], ..Decision::new(events, Read::Nothing) };
    Ok((record, decision))
}
