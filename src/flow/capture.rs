//! A form is delivered: the key in the address names the source, the source's provider verifies and reads the delivery, and
//! each submission in it becomes a lead, an entry on one that is there, or a failed delivery to look into.
//!
//! Three calls for a new lead: the key, what is there already, the write. The delivery, the record and its events are one
//! batch, and the delivery's unique key decides between two copies, so nothing is doubled or lost whenever a Worker stops
//! (`tests/capture.rs`). A delivery that cannot be verified leaves nothing behind; one that is verified is always kept.

use std::string::FromUtf8Error;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value as Json;

use super::create::{blank, first_batch};
use super::room::{Act, Action, By, Submission as Repeated, VERSION};
use super::{Ports, Rooms};
use crate::capture::{Content, Inbound, Parsed, Provider, Submission, Unreadable, answers, form};
use crate::error::{Code, Error, Refusal, StoreError};
use crate::id::{DeliveryId, OrgId, RecordId};
use crate::model::{Actor, ActorType, Candidate, Kind, Owner, Settings};
use crate::record::decide::can_hold;
use crate::record::event::Event;
use crate::record::fields::Patch;
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::record::record_open_alike;
use crate::store::source::{
    Content as Kept, Found, Key, NewDelivery, OnDuplicate, SourceRow, Status, delivery_alone, delivery_insert, delivery_of, source_by_key,
};
use crate::time::MINUTE;

/// How long two submissions with the same content count as one, where the vendor gives no ids.
const WINDOW: i64 = 10 * MINUTE;
/// The longest id that is its own key; a longer one goes by its hash.
const LONGEST_ID: usize = 200;
/// The shortest secret that is looked for in a body: a shorter one could be part of any word.
const SHORTEST_SECRET: usize = 8;
/// How often a submission is decided again when another writer was first.
const ATTEMPTS: usize = 12;

/// A delivery at an address.
#[derive(Clone, Copy)]
pub struct Arrival<'a> {
    /// The providers there are.
    pub providers: &'a [Provider],
    /// The key in the address.
    pub key: &'a str,
    /// Its SHA-256 in hex.
    pub key_hash: &'a str,
    /// What was delivered.
    pub inbound: &'a Inbound<'a>,
    /// The request's trace id.
    pub request_id: &'a str,
    /// Is told whose source it is, and which origins' pages may read the answer, as soon as that is known.
    pub found: &'a dyn Fn(&OrgId, &[String]),
}

/// What became of one submission.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What.
    pub status: Status,
    /// As which delivery it is kept.
    pub delivery: DeliveryId,
    /// Why it failed or was ignored.
    pub code: Option<&'static str>,
}

/// What became of a delivery.
#[derive(Clone, Debug, PartialEq)]
pub struct Captured {
    /// Of each submission in it; never empty.
    pub outcomes: Vec<Outcome>,
    /// Where the browser is to be sent, when it asked for it and may go there.
    pub redirect: Option<String>,
}

/// A verified delivery, with what its source says should become of it.
struct Intake<'a> {
    ports: Ports<'a>,
    rooms: &'a dyn Rooms,
    request_id: &'a str,
    source: SourceRow,
    settings: Settings,
    owner: Option<Candidate>,
    kept: Kept,
}

/// Takes a delivery in.
pub async fn capture(ports: Ports<'_>, rooms: &dyn Rooms, arrival: &Arrival<'_>) -> Result<Captured, Error> {
    let rows = ports.db.batch(vec![source_by_key(arrival.key_hash, ports.now)]).await?;
    let (source, settings, owner): Found = Results::new(rows).first()?.ok_or_else(Refusal::not_found)?;
    (arrival.found)(&source.org, &source.config.allowed_origins);
    let provider = arrival.providers.iter().find(|provider| provider.name == source.provider);
    let provider = provider.ok_or_else(|| StoreError::Corrupt(format!("a source of the unknown provider {}", source.provider)))?;
    (provider.verify)(arrival.inbound, source.secret.as_deref(), ports.now)?;
    let parsed = (provider.parse)(arrival.inbound);
    let kept = kept(arrival.inbound, &[Some(arrival.key), source.secret.as_deref()]);
    let intake = Intake { ports, rooms, request_id: arrival.request_id, source, settings, owner, kept };
    let Parsed { content, redirect } = match parsed {
        Ok(parsed) => parsed,
        Err(Unreadable::MediaType(known)) => {
            return Err(Refusal::new(Code::UnsupportedMediaType, format!("Send {known}.")).into());
        }
        Err(Unreadable::Shape(detail)) => {
            let failed = intake.store(Status::Failed, Some(Code::Invalid.text()), None, None).await?;
            return Err(Refusal::new(Code::Invalid, detail).with("delivery_id", failed.delivery.as_str()).into());
        }
    };
    let outcomes = match content {
        Content::Ignored(why) => vec![intake.store(Status::Ignored, Some(why), None, None).await?],
        Content::Submissions(submissions) if submissions.is_empty() => {
            vec![intake.store(Status::Ignored, Some("empty"), None, None).await?]
        }
        Content::Submissions(submissions) => {
            let mut outcomes = Vec::new();
            for submission in &submissions {
                outcomes.push(intake.land(submission).await?);
            }
            outcomes
        }
    };
    let failed = outcomes.iter().any(|outcome| outcome.status == Status::Failed);
    let redirect = redirect.filter(|address| !failed && form::may_redirect(address, &intake.source.config.allowed_origins));
    Ok(Captured { outcomes, redirect })
}

/// The delivery as it is kept: whole, but without secrets.
fn kept(inbound: &Inbound<'_>, secrets: &[Option<&str>]) -> Kept {
    let mut body = inbound.body.to_vec();
    for secret in secrets.iter().flatten().filter(|secret| secret.len() >= SHORTEST_SECRET) {
        body = without(&body, secret.as_bytes());
    }
    let content_type = inbound.content_type().to_owned();
    let (body, base64) = match String::from_utf8(body) {
        Ok(text) if !text.contains('\0') => (text, false),
        other => (STANDARD.encode(other.map_or_else(FromUtf8Error::into_bytes, String::into_bytes)), true),
    };
    Kept { content_type, body, base64 }
}

fn without(body: &[u8], secret: &[u8]) -> Vec<u8> {
    let mut clean = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.windows(secret.len()).position(|window| window == secret) {
        clean.extend_from_slice(&rest[..at]);
        clean.extend_from_slice(b"[secret]");
        rest = &rest[at + secret.len()..];
    }
    clean.extend_from_slice(rest);
    clean
}

impl Intake<'_> {
    /// Takes one submission in.
    async fn land(&self, submission: &Submission) -> Result<Outcome, Error> {
        let key = self.key(submission);
        let patch = answers::patch(submission, &self.source.config.field_map);
        let text = |path: &str| patch.get(path).and_then(Json::as_str);
        let (email, phone) = (text("email"), text("phone"));
        let kind = self.source.config.defaults.kind.unwrap_or(Kind::Lead);
        let joins = self.source.config.on_duplicate == OnDuplicate::Update && (email.is_some() || phone.is_some());
        for _ in 0..ATTEMPTS {
            let mut load = Vec::new();
            load.extend(key.as_ref().map(|key| delivery_of(&self.source.id, key)));
            load.extend(joins.then(|| record_open_alike(&self.source.org, kind, email, phone)));
            let mut results = Results::new(if load.is_empty() { Vec::new() } else { self.ports.db.batch(load).await? });
            let before: Option<(DeliveryId, Option<RecordId>)> = if key.is_some() { results.first()? } else { None };
            let alike: Option<(RecordId,)> = if joins { results.first()? } else { None };
            if let Some((_, record)) = before {
                return self.store(Status::Duplicate, None, record.as_ref(), None).await;
            }
            let done = match alike {
                Some((record,)) => self.update(record, &patch, key.as_ref()).await?,
                None => self.create(kind, &patch, key.as_ref(), joins.then_some((email, phone))).await?,
            };
            if let Some(outcome) = done {
                return Ok(outcome);
            }
        }
        Err(StoreError::Unavailable("the same submission is being taken elsewhere".to_owned()).into())
    }

    /// What tells a submission from others: the vendor's id, or else what it says, for a while.
    fn key(&self, submission: &Submission) -> Option<Key> {
        if let Some(id) = &submission.id {
            let id = if id.len() > LONGEST_ID { answers::digest(id.as_bytes()) } else { id.clone() };
            return Some(Key { text: format!("id:{id}"), earlier: None });
        }
        let content = answers::fingerprint(submission)?;
        let now = self.ports.now.0;
        let window = now.div_euclid(WINDOW);
        // A copy that comes across the border of two windows is found under the key of the window before.
        Some(Key { text: format!("{window}:{content}"), earlier: Some((format!("{}:{content}", window - 1), now - WINDOW)) })
    }

    fn delivery<'a>(
        &'a self,
        id: &'a DeliveryId,
        status: Status,
        code: Option<&'a str>,
        record: Option<&'a RecordId>,
        key: Option<&'a Key>,
    ) -> Stmt {
        let Self { source, kept, .. } = self;
        let new = NewDelivery { id, org: &source.org, source: &source.id, key, status, code, record, content: kept };
        delivery_insert(&new, self.ports.now)
    }

    /// Keeps a delivery that does nothing else.
    async fn store(
        &self,
        status: Status,
        code: Option<&'static str>,
        record: Option<&RecordId>,
        key: Option<&Key>,
    ) -> Result<Outcome, Error> {
        let delivery = DeliveryId::mint(self.ports.now, self.ports.entropy);
        self.ports.db.batch(vec![self.delivery(&delivery, status, code, record, key)]).await?;
        Ok(Outcome { status, delivery, code })
    }

    /// Tells an open record of the submission. Nothing comes back when it has to be decided again.
    async fn update(&self, record: RecordId, patch: &Patch, key: Option<&Key>) -> Result<Option<Outcome>, Error> {
        let Self { source, kept, .. } = self;
        let id = DeliveryId::mint(self.ports.now, self.ports.entropy);
        let delivery = Repeated { source: source.id.clone(), id: id.clone(), key: key.cloned(), content: kept.clone() };
        let act = Act {
            version: VERSION,
            request_id: self.request_id.to_owned(),
            org: source.org.clone(),
            record,
            kind: None,
            by: By::Source { id: source.id.to_string(), name: source.name.clone() },
            action: Action::Submit { patch: patch.clone(), delivery },
        };
        let reply = self.rooms.act(&act).await?;
        match reply.status {
            200..=299 => Ok(Some(Outcome { status: Status::Updated, delivery: id, code: None })),
            // A copy was first, or the record went to the trash in between.
            400..=499 => Ok(None),
            status => Err(StoreError::Unavailable(format!("a room answered {status}")).into()),
        }
    }

    /// Makes a record, unless somebody else made one with the contact details of `alone` in between: then nothing comes
    /// back, and it has to be decided again.
    async fn create(
        &self,
        kind: Kind,
        patch: &Patch,
        key: Option<&Key>,
        alone: Option<(Option<&str>, Option<&str>)>,
    ) -> Result<Option<Outcome>, Error> {
        let Self { ports, source, settings, .. } = self;
        let (now, entropy) = (ports.now, ports.entropy);
        let (id, delivery) = (RecordId::mint(now, entropy), DeliveryId::mint(now, entropy));
        let mut blank = blank(id.clone(), source.org.clone(), kind, settings, now);
        blank.owner = self.owner();
        // A status that has been abolished since must not cost the lead.
        if let Some(status) = source.config.defaults.status.as_ref().filter(|status| settings.statuses_of(kind).contains(status)) {
            blank.status.clone_from(status);
        }
        let (fill, answers) = answers::fill(&blank, &self.with_defaults(patch));
        let actor = Actor { id: Some(source.id.to_string()), name: source.name.clone(), kind: ActorType::Source };
        let captured = Event::Captured { source: source.name.clone(), delivery: delivery.to_string(), answers };
        let batch = match first_batch(blank, &fill, settings, &actor, vec![captured], now) {
            Ok((_, batch)) => Ok(batch),
            // Kept for somebody to look into, whatever it is: the vendor would only send the same again.
            Err(refusal) => Err(refusal.errors.first().map_or(refusal.code.text(), |error| error.code)),
        };
        let (status, code, batch) = match batch {
            Ok(mut batch) => {
                batch.push(self.delivery(&delivery, Status::Created, None, Some(&id), key));
                batch.extend(alone.map(|(email, phone)| delivery_alone(&delivery, &id, kind, email, phone)));
                (Status::Created, None, batch)
            }
            Err(code) => (Status::Failed, Some(code), vec![self.delivery(&delivery, Status::Failed, Some(code), None, key)]),
        };
        match ports.db.batch(batch).await {
            Ok(_) => Ok(Some(Outcome { status, delivery, code })),
            Err(StoreError::Conflict(key)) if key.contains("delivery.") => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// What was submitted, with what the source says every new record has.
    fn with_defaults(&self, patch: &Patch) -> Patch {
        let defaults = &self.source.config.defaults;
        let mut all = patch.clone();
        all.entry("source".to_owned()).or_insert_with(|| Json::from(defaults.source.clone().unwrap_or_else(|| self.source.name.clone())));
        if !defaults.tags.is_empty() {
            let given = patch.get("tags").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str);
            let mut tags: Vec<&str> = defaults.tags.iter().map(String::as_str).collect();
            tags.extend(given.filter(|tag| !defaults.tags.iter().any(|known| known == tag)));
            all.insert("tags".to_owned(), Json::from(tags));
        }
        all
    }

    /// Who is to own what comes; the pool when that person has become unable to.
    fn owner(&self) -> Option<Owner> {
        let candidate = self.owner.as_ref()?;
        can_hold(candidate, Code::AssigneeInactive, "owner").ok()?;
        Some(Owner { id: candidate.id.clone(), name: candidate.name.clone(), active: true })
    }
}
