//! Calendly: <https://developer.calendly.com/api-docs/overview-of-webhooks>. Somebody books a meeting, or takes it back.

use serde_json::Map;

use super::answers::Answer;
use super::signature::{Clock, OF_BODY, Part, Scheme};
use super::{Content, Inbound, Parsed, Proof, Provider, Unreadable, items, json_with, labelled, text_at};
use crate::time::{MINUTE, SECOND};

/// The provider.
pub const PROVIDER: Provider = Provider { name: "calendly", proof: Proof::Signed(&SCHEME), parse, readback: None };

const HEADER: &str = "calendly-webhook-signature";
const SCHEME: Scheme = Scheme {
    header: HEADER,
    between: ',',
    prefix: "v1=",
    hex: true,
    clock: Some(Clock { header: HEADER, prefix: "t=", unit: SECOND, window: 3 * MINUTE }),
    signed: &[Part::Time, Part::Text("."), Part::Body],
    ..OF_BODY
};

const BOOKED: &str = "invitee.created";
const CANCELED: &str = "invitee.canceled";

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    let body = json_with(inbound.body, "/payload")?;
    let event = text_at(&body, "/event").unwrap_or_default();
    if ![BOOKED, CANCELED].contains(&event.as_str()) {
        return Ok(Parsed::ignored("event"));
    }
    let known = [
        ("email", "email", "/payload/email"),
        ("phone", "phone", "/payload/text_reminder_number"),
        ("name", "name", "/payload/name"),
        ("first_name", "first_name", "/payload/first_name"),
        ("last_name", "last_name", "/payload/last_name"),
    ];
    let read =
        |(name, typed, place): (&str, &'static str, &str)| Some(Answer { typed: Some(typed), ..Answer::new(name, text_at(&body, place)?) });
    // The name in parts is the same name once more.
    let whole = text_at(&body, "/payload/name").is_some();
    let mut answers: Vec<Answer> = known.into_iter().filter(|(name, ..)| !whole || !name.ends_with("_name")).filter_map(read).collect();
    let meeting = [("event", "/payload/scheduled_event/name"), ("start_time", "/payload/scheduled_event/start_time")];
    let canceled = [("canceled_by", "/payload/cancellation/canceled_by"), ("cancel_reason", "/payload/cancellation/reason")];
    let about = meeting.iter().chain(if event == CANCELED { &canceled[..] } else { &[] });
    answers.extend(about.filter_map(|(label, place)| Some(Answer::new(*label, text_at(&body, place)?))));
    answers.extend(
        items(&body, "/payload/questions_and_answers")
            .into_iter()
            .map(|one| Answer::new(text_at(one, "/question").unwrap_or_default(), one["answer"].clone())),
    );
    answers.extend(labelled(&body, "/payload/tracking").filter(|answer| answer.label.starts_with("utm_")));
    let uri = text_at(&body, "/payload/uri");
    let id = |event: &str| uri.as_ref().map(|uri| format!("{uri} {event}"));
    let mut parsed = Parsed::one(id(&event), answers, Map::new());
    if let (Content::Submissions(all), true) = (&mut parsed.content, event == CANCELED) {
        all[0].answers.insert(0, Answer::new("canceled", true));
        all[0].adds_to = Some(id(BOOKED).unwrap_or_default());
    }
    Ok(parsed)
}
