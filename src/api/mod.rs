//! HTTP as values: a request in, a reply out. One table of routes, one file per noun, `view` for what the outside sees.

pub mod body;
pub mod books;
pub mod bulk;
pub mod capture;
pub mod collaborators;
pub mod cors;
pub mod cursor;
pub mod deliveries;
pub mod explain;
pub mod idempotency;
pub mod identity;
pub mod jobs;
pub mod keys;
pub mod letters;
pub mod limits;
pub mod live;
pub mod notices;
pub mod organization;
pub mod problem;
pub mod query;
pub mod records;
pub mod requests;
pub mod roles;
pub mod room;
pub mod routes;
pub mod rules;
pub mod sessions;
pub mod setup;
pub mod shard;
pub mod shares;
pub mod source_config;
pub mod sources;
pub mod teams;
pub mod trace;
pub mod unsubscribe;
pub mod users;
pub mod view;
pub mod webhooks;
pub mod work;

use std::rc::Rc;

pub use self::shard::shard_of;
use self::trace::Trace;
use crate::error::{Error, Refusal, StoreError};
use crate::flow::identity::Providers;
use crate::flow::once::Once;
use crate::flow::{Outside, Ports};
use crate::id::{RecordId, Shard, UserId};
use crate::job::Job;
use crate::model::{Kind, Viewer};
use crate::show::{self, Show};
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::person::{Credential, caller, caller_row};

/// The largest body that is read.
pub const MOST_BODY: usize = 1024 * 1024;
/// The largest body of a form's delivery.
pub const MOST_CAPTURE: usize = 256 * 1024;

/// How much is read of the body of a request to this path.
pub fn most_body(path: &str) -> usize {
    if path.starts_with("/v1/capture/") { MOST_CAPTURE } else { MOST_BODY }
}

/// A request, read by the shell.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The method, upper case.
    pub method: String,
    /// Scheme and host, as `https://leads.example`.
    pub origin: String,
    /// The path, still percent-encoded.
    pub path: String,
    /// The query, without `?`.
    pub query: String,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body; nothing when it was larger than [`most_body`], which no route that writes takes.
    pub body: Option<Vec<u8>>,
}

impl Request {
    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The media type, lower case, without parameters.
    pub fn media_type(&self) -> String {
        self.header("content-type").and_then(|value| value.split(';').next()).unwrap_or("").trim().to_ascii_lowercase()
    }
}

/// An answer, written by the shell.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// Headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body; empty for none.
    pub body: String,
    /// What belongs in the log: the cause of a failure on our side.
    pub cause: Option<String>,
}

impl Reply {
    /// JSON.
    pub fn json<T: Show + ?Sized>(status: u16, body: &T) -> Self {
        Self::text(status, show::text(&body.show()))
    }

    /// JSON that is text already.
    pub fn text(status: u16, body: String) -> Self {
        Self { status, headers: vec![("content-type", "application/json".to_owned())], body, cause: None }
    }

    /// `204`.
    pub fn empty() -> Self {
        Self { status: 204, headers: Vec::new(), body: String::new(), cause: None }
    }

    /// With a header.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// With the version as its entity tag.
    #[must_use]
    pub fn tagged(self, version: i64) -> Self {
        self.with("etag", format!("\"{version}\""))
    }
}

/// What one process remembers from request to request. Nothing depends on it but speed, and whether a pre-flight promises
/// that credentials may be sent along.
#[derive(Debug, Default)]
pub struct Memory {
    /// The origins of browser apps.
    pub origins: cors::Origins,
    /// Identity providers and their keys.
    pub providers: Providers,
}

/// What is set up from outside.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// What is remembered.
    pub memory: Rc<Memory>,
    /// The token that makes organisations; without it there is no such route.
    pub setup_token: Option<String>,
    /// Where Turnstile's tokens are checked.
    pub turnstile_url: String,
    /// The shard that this request is for.
    pub shard: Shard,
    /// The shard where new organisations go.
    pub new_organizations: Shard,
    /// How much anybody may ask for.
    pub quotas: limits::Quotas,
    /// Whether the keys of identity providers may be on this machine, over plain http, too.
    pub insecure_jwks: bool,
}

/// A request being answered.
pub struct Call<'a> {
    /// What it is answered with.
    pub ports: Ports<'a>,
    /// Rooms, queue, mail and other people's servers.
    pub outside: Outside<'a>,
    /// What is set up from outside.
    pub config: &'a Config,
    /// The request.
    pub request: &'a Request,
    /// Its trace id.
    pub request_id: &'a str,
    /// What the path named, in its order.
    pub params: Vec<String>,
    /// Which kind of record the path is about.
    pub kind: Kind,
    /// What the request proves itself with, or `401`.
    pub credential: &'a Result<Credential, Refusal>,
    /// What is known of it so far.
    pub trace: &'a Trace,
    /// What goes along with it into rooms when it is to be done once.
    pub once: Option<&'a Once>,
}

impl Call<'_> {
    /// What the request proves itself with, or `401`.
    pub fn credential(&self) -> Result<Credential, Refusal> {
        self.credential.clone()
    }

    /// The path's `index`th id; anything that is not one does not exist.
    pub fn id<T>(&self, index: usize, parse: impl Fn(&str) -> Option<T>) -> Result<T, Refusal> {
        self.params.get(index).and_then(|text| parse(text)).ok_or_else(Refusal::not_found)
    }

    /// Who calls, when nothing else needs to be asked.
    pub async fn viewer(&self) -> Result<Box<Viewer>, Error> {
        let credential = self.credential()?;
        Ok(self.ask(&credential, Vec::new()).await?.0)
    }

    /// Who calls, and what `statements` read, in one round trip.
    pub async fn ask(&self, credential: &Credential, statements: Vec<Stmt>) -> Result<(Box<Viewer>, Results), Error> {
        let mut all = vec![caller(credential, self.ports.now)];
        all.extend(statements);
        let mut results = Results::new(self.ports.db.batch(all).await?);
        let viewer = caller_row(&results.take()?)?.viewer()?;
        self.met(&viewer);
        Ok((viewer, results))
    }

    /// Notes who calls: every handler that looks the caller up by itself says so (`tests/routes.rs`).
    pub fn met(&self, viewer: &Viewer) {
        self.config.memory.origins.learn(viewer);
        self.trace.note(&viewer.org, &viewer.settings.allowed_origins);
        if let Ok(credential) = self.credential {
            *self.trace.used.borrow_mut() = identity::used(credential, viewer.used_at, self.ports.now);
        }
    }

    /// Notes that this write may end or widen the access of `user`, or of anybody, or end a credential: whoever is connected is looked
    /// at, and who waits for access.
    pub fn loosens(&self, user: Option<&UserId>) {
        *self.trace.loosened.borrow_mut() = Some(user.cloned());
    }

    /// Notes that events were written beside the rooms.
    pub fn nudge(&self, job: Job) {
        self.trace.nudges.borrow_mut().push(job);
    }

    /// The same request about the record with this id.
    pub fn about(&self, record: &RecordId, kind: Kind) -> Call<'_> {
        Call { kind, params: vec![record.to_string()], ..*self }
    }
}

/// Answers a request, and tells what was learnt of it. Never fails: what goes wrong is a problem document.
pub async fn answer(ports: Ports<'_>, outside: Outside<'_>, config: &Config, request: &Request, request_id: &str) -> (Reply, Trace) {
    let trace = Trace::default();
    let mut reply = match routes::dispatch(ports, outside, config, request, request_id, &trace).await {
        Ok(reply) => conditional(request, reply),
        Err(error) => problem::reply(&error, request_id),
    };
    cors::name(request, &trace, &config.memory.origins, &mut reply);
    reply.headers.push(("x-request-id", request_id.to_owned()));
    if !reply.headers.iter().any(|(name, _)| *name == "cache-control") {
        reply.headers.push(("cache-control", "no-store".to_owned()));
    }
    if request.method == "HEAD" {
        reply.body.clear();
    }
    (reply, trace)
}

/// The answer when what a connection goes on in cannot be reached.
pub fn unavailable(cause: String, request_id: &str) -> Reply {
    problem::reply(&StoreError::Unavailable(cause).into(), request_id).with("x-request-id", request_id)
}

/// Does what is left to be done when the answer is on its way. Nobody waits for it: what is lost of it is made up for.
pub async fn afterwards(ports: Ports<'_>, outside: &Outside<'_>, trace: &Trace) -> Result<(), StoreError> {
    let nudges = trace.nudges.take();
    if !nudges.is_empty() {
        outside.queue.send(nudges, 0).await.map_err(StoreError::Unavailable)?;
    }
    if let Some(used) = trace.used.take() {
        ports.db.batch(vec![used]).await?;
    }
    let (org, loosened) = (trace.org.take(), trace.loosened.take());
    if let (Some(org), Some(user)) = (org, loosened) {
        crate::flow::live::loosened(ports, outside, &org, user.as_ref()).await?;
    }
    Ok(())
}

impl Trace {
    /// Whether anything is left to be done.
    pub fn is_open(&self) -> bool {
        self.used.borrow().is_some() || self.loosened.borrow().is_some() || !self.nudges.borrow().is_empty()
    }
}

/// `304` for a reading caller who has this version already (RFC 9110, 13.1.2).
fn conditional(request: &Request, reply: Reply) -> Reply {
    let reads = request.method == "GET" || request.method == "HEAD";
    let tag = reply.headers.iter().find(|(name, _)| *name == "etag").map(|(_, value)| value.clone());
    let (Some(tag), Some(known), true) = (tag, request.header("if-none-match"), reads && reply.status == 200) else { return reply };
    let matches = known.split(',').map(str::trim).any(|known| known == "*" || known.trim_start_matches("W/") == tag);
    if !matches {
        return reply;
    }
    Reply { status: 304, headers: vec![("etag", tag)], body: String::new(), cause: None }
}
