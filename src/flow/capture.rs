//! A form is delivered: the key in the address names the source, the source's provider verifies and reads the delivery, and
//! what it says becomes a lead at once, or is received for the queue to take up (`flow::delivery`).
//!
//! Two calls: the key, and one batch with the delivery, the record and its events. In it the unique index on submissions
//! decides between copies, and whether somebody's record is there already decides whether the delivery waits, so nothing is
//! doubled or lost whenever a Worker stops (`tests/capture.rs`). A delivery that cannot be verified leaves nothing behind; one
//! that is verified is always kept.

use std::string::FromUtf8Error;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value as Json;

use super::create::{Birth, blank, first_batch};
use super::{Fetch, Outgoing, Outside, Ports};
use crate::access::Capabilities;
use crate::capture::{Content, Inbound, Parsed, Provider, Submission, Unreadable, answers, form};
use crate::error::{Code, Error, Refusal, StoreError};
use crate::id::{DeliveryId, GrantId, RecordId};
use crate::job::Job;
use crate::json;
use crate::model::{Actor, ActorType, Candidate, CollaboratorPolicy, Kind, Level, Owner, Record};
use crate::record::decide::can_hold;
use crate::record::event::Event;
use crate::record::fields::{MOST_TAGS, Patch};
use crate::show;
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::grant::grant_effects;
use crate::store::rule::turn_of_new;
use crate::store::source::{
    Alike, Content as Kept, Found, Key, NewDelivery, OnDuplicate, SourceRow, Status, delivery_insert, delivery_made, delivery_told,
    record_mark_alike, source_by_key,
};
use crate::time::{MINUTE, Timestamp};

/// How long two submissions with the same content count as one, where the vendor gives no ids.
const WINDOW: i64 = 10 * MINUTE;
/// The longest id that is its own key; a longer one goes by its hash.
const LONGEST_ID: usize = 200;
/// The shortest secret that is looked for in a body: a shorter one could be part of any word.
const SHORTEST_SECRET: usize = 8;
/// The members of JSON bodies that are secrets, whatever they hold.
const SECRET_MEMBERS: &[&str] = &["\"google_key\""];
/// What stands in a secret's place.
const REMOVED: &[u8] = b"[secret]";
/// The headers that reading a delivery again takes.
const KEPT_HEADERS: &[&str] = &["webhook-id", "idempotency-key", "referer"];
/// How many messages go to the queue at once (the platform's limit).
const AT_ONCE: usize = 100;

/// A delivery at an address.
#[derive(Clone, Copy)]
pub struct Arrival<'a> {
    /// The providers there are.
    pub providers: &'a [Provider],
    /// The key in the address.
    pub key: &'a str,
    /// What was delivered.
    pub inbound: &'a Inbound<'a>,
    /// Where Turnstile's tokens are checked.
    pub turnstile_url: &'a str,
}

/// What became of one submission.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// As which delivery it is kept.
    pub delivery: DeliveryId,
    /// What.
    pub status: Status,
}

crate::columns!(Outcome: delivery, status);

/// What became of a delivery.
#[derive(Clone, Debug, PartialEq)]
pub struct Captured {
    /// Of each submission in it; never empty.
    pub outcomes: Vec<Outcome>,
    /// Why it failed or was ignored.
    pub code: Option<&'static str>,
    /// Where the browser is to be sent, when it asked for it and may go there.
    pub redirect: Option<String>,
}

/// The source whose address has this key.
pub async fn source_at(ports: Ports<'_>, key_hash: &str) -> Result<Found, Error> {
    let rows = ports.db.batch(vec![source_by_key(key_hash, ports.now)]).await?;
    Results::new(rows).first()?.ok_or_else(|| Refusal::not_found().into())
}

/// The provider of a source.
pub fn provider_of<'a>(providers: &'a [Provider], source: &SourceRow) -> Result<&'a Provider, StoreError> {
    let found = providers.iter().find(|provider| provider.name == source.provider);
    found.ok_or_else(|| StoreError::Corrupt(format!("a source of the unknown provider {}", source.provider)))
}

/// Takes a delivery in.
pub async fn capture(ports: Ports<'_>, outside: &Outside<'_>, found: &Found, arrival: &Arrival<'_>) -> Result<Captured, Error> {
    let source = &found.source;
    let provider = provider_of(arrival.providers, source)?;
    provider.verify(arrival.inbound, source.secret.as_deref(), ports.now)?;
    let secrets = [Some(arrival.key), source.secret.as_deref()];
    let content = kept(arrival.inbound, &secrets);
    let intake = Intake { ports, outside, found, content: &content };
    let Parsed { content: said, redirect, human } = match (provider.parse)(arrival.inbound) {
        Ok(parsed) => parsed,
        Err(Unreadable::MediaType(known)) => {
            return Err(Refusal::new(Code::UnsupportedMediaType, format!("Send {known}.")).into());
        }
        Err(Unreadable::Shape(detail)) => {
            let failed = intake.store(&[None], Status::Failed, Some(Code::Invalid.text())).await?;
            let delivery = failed.outcomes.first().map(|outcome| outcome.delivery.as_str());
            return Err(Refusal::new(Code::Invalid, detail).with("delivery_id", delivery).into());
        }
    };
    // A robot that fell for the field that nobody sees hears what everybody hears, and is not asked whether it is a person.
    let robot = matches!(said, Content::Ignored(_));
    if let Some(secret) = source.config.turnstile_secret.as_ref().filter(|_| !robot) {
        check_human(outside.fetch, arrival.turnstile_url, secret, human.as_deref().unwrap_or_default()).await?;
    }
    let mut captured = match said {
        Content::Ignored(why) => intake.store(&[None], Status::Ignored, Some(why)).await?,
        Content::Submissions(all) => match all.as_slice() {
            [] => intake.store(&[None], Status::Ignored, Some("empty")).await?,
            [one] if one.reference.is_none() && one.adds_to.is_none() => intake.land(one).await?,
            all => {
                let keys: Vec<_> = all.iter().map(|one| key(one, ports.now)).collect();
                intake.store(&keys, Status::Received, None).await?
            }
        },
    };
    let failed = captured.outcomes.iter().any(|outcome| outcome.status == Status::Failed);
    captured.redirect = redirect.filter(|address| !failed && form::may_redirect(address, &source.config.allowed_origins));
    Ok(captured)
}

/// Refuses what Turnstile says no person sent.
async fn check_human(fetch: &dyn Fetch, url: &str, secret: &str, token: &str) -> Result<(), Error> {
    let refused = || Refusal::field("cf-turnstile-response", "turnstile_failed", "the check that a person sends this did not pass");
    if token.is_empty() {
        return Err(refused().into());
    }
    let request = Outgoing {
        method: "POST",
        url: url.to_owned(),
        headers: vec![("content-type", "application/json".to_owned())],
        body: show::text(&json!({"secret": secret, "response": token})),
    };
    let answer = fetch.fetch(&request).await.map_err(StoreError::Unavailable)?;
    let answer: Json =
        serde_json::from_slice(&answer.body).map_err(|_| StoreError::Unavailable("Turnstile answered no JSON".to_owned()))?;
    if answer["success"] == true { Ok(()) } else { Err(refused().into()) }
}

/// The delivery as it is kept: whole, but without secrets.
fn kept(inbound: &Inbound<'_>, secrets: &[Option<&str>]) -> Kept {
    let mut body = inbound.body.to_vec();
    for member in SECRET_MEMBERS {
        body = without_member(&body, member.as_bytes());
    }
    for secret in secrets.iter().flatten().filter(|secret| secret.len() >= SHORTEST_SECRET) {
        body = without(&body, secret.as_bytes());
    }
    let (body, base64) = match String::from_utf8(body) {
        Ok(text) if !text.contains('\0') => (text, 0),
        other => (STANDARD.encode(other.map_or_else(FromUtf8Error::into_bytes, String::into_bytes)), 1),
    };
    let headers = inbound.headers.iter().filter(|(name, _)| KEPT_HEADERS.contains(&name.as_str())).cloned().collect();
    Kept { content_type: inbound.content_type().to_owned(), headers, body, base64 }
}

fn without(body: &[u8], secret: &[u8]) -> Vec<u8> {
    let mut clean = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.windows(secret.len()).position(|window| window == secret) {
        clean.extend_from_slice(&rest[..at]);
        clean.extend_from_slice(REMOVED);
        rest = &rest[at + secret.len()..];
    }
    clean.extend_from_slice(rest);
    clean
}

/// The body with another text as the value of each member of this name, which stands in quotes. However the value is escaped,
/// nothing of it stays.
fn without_member(body: &[u8], name: &[u8]) -> Vec<u8> {
    let mut clean = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(at) = rest.windows(name.len()).position(|window| window == name) {
        let (before, after) = rest.split_at(at + name.len());
        clean.extend_from_slice(before);
        rest = after;
        let quote = after.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b':')).unwrap_or(after.len());
        if after.get(quote) != Some(&b'"') {
            continue;
        }
        let mut end = quote + 1;
        while after.get(end).is_some_and(|byte| *byte != b'"') {
            end += if after[end] == b'\\' { 2 } else { 1 };
        }
        clean.extend_from_slice(&after[..=quote]);
        clean.extend_from_slice(REMOVED);
        rest = after.get(end..).unwrap_or_default();
    }
    clean.extend_from_slice(rest);
    clean
}

/// What tells a submission from others: the vendor's id, or else what it says, for a while.
fn key(submission: &Submission, now: Timestamp) -> Option<Key> {
    if let Some(id) = &submission.id {
        return Some(Key { text: id_key(id), earlier: None });
    }
    let content = answers::fingerprint(submission)?;
    let window = now.0.div_euclid(WINDOW);
    // A copy that comes across the border of two windows is found under the key of the window before.
    Some(Key { text: format!("{window}:{content}"), earlier: Some(format!("{}:{content}", window - 1)) })
}

/// The key of a submission with a vendor's id.
pub fn id_key(id: &str) -> String {
    if id.len() > LONGEST_ID { format!("id:{}", answers::digest(id.as_bytes())) } else { format!("id:{id}") }
}

/// What a submission is about to become.
pub struct Prepared {
    /// What the form says, as record fields.
    pub patch: Patch,
    /// The new record.
    pub record: Record,
    /// What the record has no room for.
    pub rest: serde_json::Map<String, Json>,
    /// The statements that write it, if the delivery becomes a new record.
    pub statements: Vec<Stmt>,
}

impl Found {
    /// What kind of record comes of it.
    pub fn kind(&self) -> Kind {
        self.source.config.defaults.kind.unwrap_or(Kind::Lead)
    }

    /// Whose record a submission belongs to rather than to make another one.
    pub fn alike<'a>(&self, patch: &'a Patch) -> Option<Alike<'a>> {
        self.person(patch).filter(|_| self.source.config.on_duplicate == OnDuplicate::Update)
    }

    /// What a record of the same person is known by.
    fn person<'a>(&self, patch: &'a Patch) -> Option<Alike<'a>> {
        let text = |path: &str| patch.get(path).and_then(Json::as_str);
        let alike = Alike { kind: self.kind(), email: text("email"), phone: text("phone") };
        (alike.email.is_some() || alike.phone.is_some()).then_some(alike)
    }

    /// What `submission` would become as a new record, or why it cannot.
    pub fn prepare(&self, ports: Ports<'_>, submission: &Submission, delivery: &DeliveryId) -> Result<Prepared, &'static str> {
        let Self { source, settings, .. } = self;
        let now = ports.now;
        let patch = answers::patch(submission, &source.config.field_map);
        let kind = self.kind();
        let mut blank = blank(RecordId::mint(now, ports.entropy), source.org.clone(), kind, settings, now);
        if source.config.round_robin.is_none() {
            blank.owner = self.owner();
        }
        // A status that has been abolished since must not cost the lead.
        if let Some(status) = source.config.defaults.status.as_ref().filter(|status| settings.statuses_of(kind).contains(status)) {
            blank.status.clone_from(status);
        }
        let (fill, rest) = answers::fill(&blank, &self.with_defaults(&patch));
        let actor = Actor { id: Some(source.id.to_string()), name: source.name.clone(), kind: ActorType::Source };
        let captured =
            Event::Captured { source: source.name.clone(), delivery: delivery.to_string(), answers: rest.clone(), submitted: true };
        let mut events = vec![captured];
        events.extend(self.joining().map(|user| Event::CollaboratorAdded {
            id: GrantId::mint(now, ports.entropy),
            user: user.person(),
            level: Level::Collaborator,
            until: None,
        }));
        match first_batch(blank, &fill, settings, &actor, events.clone(), Birth::Delivered(delivery), now) {
            Ok((record, mut statements)) => {
                statements.extend(events.iter().flat_map(|event| grant_effects(&record, event, None, now)));
                if let Some(team) = &source.config.round_robin {
                    statements.extend(turn_of_new(source.id.as_str(), team, &source.org, &record.id));
                }
                if let Some(alike) = self.person(&patch).filter(|_| source.config.on_duplicate == OnDuplicate::Create) {
                    statements.extend(record_mark_alike(&record.id, &source.org, &alike, MOST_TAGS));
                }
                statements.push(delivery_made(delivery, &record.id));
                Ok(Prepared { patch, record, rest, statements })
            }
            // Kept for somebody to look into, whatever it is: the vendor would only send the same again.
            Err(refusal) => Err(refusal.errors.first().map_or(refusal.code.text(), |error| error.code)),
        }
    }

    /// What was submitted, with what the source says every new record has.
    fn with_defaults(&self, patch: &Patch) -> Patch {
        let defaults = &self.source.config.defaults;
        let mut all = patch.clone();
        let named = || Json::from(defaults.source.clone().unwrap_or_else(|| self.source.name.clone()));
        all.entry("source".to_owned()).or_insert_with(named);
        if !defaults.tags.is_empty() {
            let given = patch.get("tags").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str);
            let mut tags: Vec<&str> = defaults.tags.iter().map(String::as_str).collect();
            tags.extend(given.filter(|tag| !defaults.tags.iter().any(|known| known == tag)));
            all.insert("tags".to_owned(), Json::from(tags));
        }
        all
    }

    /// Who is to own what comes; the pool when that person has become unable to. Where people take turns, who that will be is
    /// sure only once it is written.
    pub fn owner(&self) -> Option<Owner> {
        let candidate = self.owner.as_ref()?;
        can_hold(candidate, Code::AssigneeInactive, "owner").ok()?;
        Some(Owner { id: candidate.id.clone(), name: candidate.name.clone(), active: true })
    }

    /// Who works on what comes, too: those who can be given records and, where a collaborator must see a record already, see
    /// every one.
    fn joining(&self) -> impl Iterator<Item = &Candidate> {
        let all = self.settings.collaborator_policy == CollaboratorPolicy::GrantsAccess;
        self.collaborators.iter().filter(move |user| {
            let owns = self.owner.as_ref().is_some_and(|owner| owner.id == user.id);
            !owns
                && can_hold(user, Code::RecipientInactive, "collaborators").is_ok()
                && (all || user.capabilities.has(Capabilities::VIEW_ALL))
        })
    }
}

/// A verified delivery on its way in.
struct Intake<'a> {
    ports: Ports<'a>,
    outside: &'a Outside<'a>,
    found: &'a Found,
    content: &'a Kept,
}

impl Intake<'_> {
    /// Keeps a delivery that does nothing else for now, with one submission or several.
    async fn store(&self, keys: &[Option<Key>], status: Status, code: Option<&'static str>) -> Result<Captured, Error> {
        let id = || DeliveryId::mint(self.ports.now, self.ports.entropy);
        let parts: Vec<_> = keys.iter().map(|key| (id(), key.clone())).collect();
        self.write(&parts, status, code, None, Vec::new()).await
    }

    /// Makes a record of one submission, unless there is one already that it belongs to.
    async fn land(&self, submission: &Submission) -> Result<Captured, Error> {
        let id = DeliveryId::mint(self.ports.now, self.ports.entropy);
        let parts = [(id, key(submission, self.ports.now))];
        match self.found.prepare(self.ports, submission, &parts[0].0) {
            Err(code) => self.write(&parts, Status::Failed, Some(code), None, Vec::new()).await,
            Ok(Prepared { patch, record, statements, .. }) => {
                let alike = self.found.alike(&patch);
                let captured = self.write(&parts, Status::Created, None, alike.as_ref(), statements).await?;
                if captured.outcomes.iter().any(|outcome| outcome.status == Status::Created) {
                    self.nudge(vec![Job::Events { record: record.id, from: 1, seq: record.version }]).await;
                }
                Ok(captured)
            }
        }
    }

    async fn write(
        &self,
        parts: &[(DeliveryId, Option<Key>)],
        status: Status,
        code: Option<&'static str>,
        alike: Option<&Alike<'_>>,
        statements: Vec<Stmt>,
    ) -> Result<Captured, Error> {
        let now = self.ports.now;
        let source = &self.found.source;
        let since = now.plus(-WINDOW);
        let new = NewDelivery { org: &source.org, source: &source.id, parts, status, code, content: self.content, since };
        let mut batch = delivery_insert(&new, alike, now);
        batch.extend(statements);
        batch.extend(parts.first().map(|(id, _)| delivery_told(id)));
        let rows = self.ports.db.batch(batch).await?.pop().unwrap_or_default();
        let outcomes: Vec<Outcome> = Results::new(vec![rows]).all()?;
        let waits = |outcome: &&Outcome| outcome.status == Status::Received;
        self.nudge(outcomes.iter().filter(waits).map(|outcome| Job::Delivery { delivery: outcome.delivery.clone() }).collect()).await;
        let code = code.filter(|_| outcomes.iter().any(|outcome| outcome.status == status));
        Ok(Captured { outcomes, code, redirect: None })
    }

    /// Tells the queue. What is lost here, the sweep sends again.
    async fn nudge(&self, jobs: Vec<Job>) {
        for some in jobs.chunks(AT_ONCE) {
            let _ = self.outside.queue.send(some.to_vec(), 0).await;
        }
    }
}
