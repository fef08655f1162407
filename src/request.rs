//! Requests to collaborate, as a pure state machine: `pending → approved | denied | canceled | expired | superseded`, and
//! end states stay ended.

use serde_json::Value as Json;

use crate::access::{Allowed, Decide};
use crate::error::{Code, Refusal};
use crate::id::{RequestId, UserId};
use crate::json;
use crate::model::{Level, Person, Request, RequestStatus, Settings};
use crate::record::event::{Event, RequestTerms};
use crate::time::{DAY, HOUR, Timestamp, outlasts};
use crate::wire;

/// What somebody asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// The level wanted.
    pub level: Level,
    /// Why.
    pub reason: Option<String>,
    /// Until when the access is wanted.
    pub until: Option<Timestamp>,
}

/// What an approver gives: never more than asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Approval {
    /// A lower level than asked for.
    pub level: Option<Level>,
    /// An earlier end than asked for.
    pub until: Option<Timestamp>,
    /// What the requester reads.
    pub note: Option<String>,
}

wire!(struct Ask: level, reason, until);
wire!(struct Approval: level, until, note);

fn terms(request: &Request) -> RequestTerms {
    RequestTerms {
        id: request.id.clone(),
        requester: Person { id: request.requester_id.clone(), name: request.requester_name.clone() },
        level: request.level,
        until: request.until,
    }
}

/// `422` for a level, in `field`, that the settings do not know.
pub fn co_owners_are_off(field: &str) -> Refusal {
    Refusal::field(field, "not_allowed", "co-owners are not switched on in this organisation")
}

/// A new request by `requester`, whose last one was `last`. An earlier one that ran out undecided is closed first.
pub fn open(
    id: RequestId,
    requester: Person,
    ask: &Ask,
    last: Option<&Request>,
    settings: &Settings,
    now: Timestamp,
) -> Result<Vec<Event>, Refusal> {
    if ask.level == Level::CoOwner && !settings.multiple_assignment {
        return Err(co_owners_are_off("level"));
    }
    if let Some(at) = last.and_then(|last| cooling_until(last, settings, now)) {
        return Err(Refusal::new(Code::CoolingDown, "Your last request was denied a short while ago.").with("retry_at", at.to_text()));
    }
    let ran_out = last.filter(|request| request.status == RequestStatus::Pending).map(expire);
    let created = Event::RequestCreated {
        request: RequestTerms { id, requester, level: ask.level, until: ask.until },
        reason: ask.reason.clone(),
        expires_at: now.plus(settings.request_ttl_days * DAY),
    };
    Ok(ran_out.into_iter().chain([created]).collect())
}

/// Until when nobody asks again after this request: a denial holds for a while.
pub fn cooling_until(last: &Request, settings: &Settings, now: Timestamp) -> Option<Timestamp> {
    let denied_at = last.decided_at.filter(|_| last.status == RequestStatus::Denied)?;
    Some(denied_at.plus(settings.request_cooldown_hours * HOUR)).filter(|at| *at > now)
}

/// Whether the request still waits at `now`: one that ran out does not, whether or not it was marked already.
pub fn is_open(request: &Request, now: Timestamp) -> bool {
    request.status == RequestStatus::Pending && request.expires_at > now
}

/// Where the request stands at `now`.
pub fn status_at(request: &Request, now: Timestamp) -> RequestStatus {
    if request.status == RequestStatus::Pending && !is_open(request, now) { RequestStatus::Expired } else { request.status }
}

/// What was decided, as callers see it: `{by, at, note, level, until}`, or null where nobody said yes or no.
pub fn decision(request: &Request) -> Json {
    let decided = matches!(request.status, RequestStatus::Approved | RequestStatus::Denied);
    let (true, Some(at), Some(id)) = (decided, request.decided_at, &request.decided_by) else { return Json::Null };
    let by = json!({"id": id, "name": request.decided_by_name});
    json!({"by": by, "at": at, "note": request.decision_note, "level": request.decision_level, "until": request.decision_until})
}

/// `409` with the decision, unless the request still waits.
pub fn still_pending(request: &Request, now: Timestamp) -> Result<(), Refusal> {
    if is_open(request, now) {
        return Ok(());
    }
    Err(Refusal::new(Code::RequestResolved, "The request is decided already.")
        .with("request_status", status_at(request, now).text())
        .with("decision", decision(request)))
}

/// Nobody decides their own request, whoever they are.
pub fn not_own(request: &Request, decider: &UserId) -> Result<(), Refusal> {
    if &request.requester_id == decider {
        return Err(Refusal::new(Code::OwnRequest, "Nobody decides their own request.").with("remedy", "ask_owner"));
    }
    Ok(())
}

/// The approver says yes, to at most what was asked.
pub fn approve(request: &Request, approval: &Approval, settings: &Settings, _: &Allowed<Decide>, now: Timestamp) -> Result<Event, Refusal> {
    still_pending(request, now)?;
    let level = approval.level.unwrap_or(request.level);
    let until = approval.until.or(request.until);
    if level > request.level {
        return Err(Refusal::field("level", "more_than_asked", format!("at most `{}` was asked for", request.level.text())));
    }
    if level == Level::CoOwner && !settings.multiple_assignment {
        return Err(co_owners_are_off("level"));
    }
    if outlasts(until, request.until) {
        return Err(Refusal::field("until", "more_than_asked", "access was asked for until an earlier time"));
    }
    if until.is_some_and(|until| until <= now) {
        return Err(Refusal::field("until", "in_the_past", "must be in the future"));
    }
    Ok(Event::RequestApproved { request: RequestTerms { level, until, ..terms(request) }, note: approval.note.clone() })
}

/// The approver says no, with the reason the requester reads.
pub fn deny(request: &Request, note: String, _: &Allowed<Decide>, now: Timestamp) -> Result<Event, Refusal> {
    still_pending(request, now)?;
    Ok(Event::RequestDenied { request: terms(request), note })
}

/// The requester takes it back.
pub fn cancel(request: &Request, caller: &UserId, now: Timestamp) -> Result<Event, Refusal> {
    if &request.requester_id != caller {
        return Err(Refusal::forbidden("requester", "deny", "Only the requester cancels a request; an approver denies it."));
    }
    still_pending(request, now)?;
    Ok(Event::RequestCanceled(terms(request)))
}

/// Nobody decided in time.
pub fn expire(request: &Request) -> Event {
    Event::RequestExpired(terms(request))
}

/// It has become needless.
pub fn supersede(request: &Request) -> Event {
    Event::RequestSuperseded(terms(request))
}
