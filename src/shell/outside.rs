//! What is outside of Leadroom: other people's servers, and the mail.

use futures_util::StreamExt as _;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use worker::Env;
use worker::js_sys::{Error as JsError, Reflect, global};

use super::bindings::{Events, Inboxes, MAIL, Rooms, Sender, now, setup, shards};
use super::database::D1;
use super::guard::Platform;
use crate::api::MOST_BODY;
use crate::flow::mail::{Letter, MailFailure, Provider, parts};
use crate::flow::{Fetch, Incoming, Mail, Outgoing, Outside, Place, Setup, Shards};
use crate::sql::Later;

/// How long another server may take, in milliseconds.
const PATIENCE: u32 = 10_000;

/// Everything that a use case meets besides the database.
pub struct World<'a> {
    events: Events<'a>,
    rooms: Rooms<'a>,
    inboxes: Inboxes,
    post: Post<'a>,
    /// The other shards.
    pub others: Vec<(D1, Events<'a>)>,
    setup: Setup,
    guard: Platform<'a>,
}

impl Shards for World<'_> {
    fn other(&self, index: usize) -> Option<Place<'_>> {
        self.others.get(index).map(|(database, queue)| Place { shard: database.shard(), db: database, queue })
    }
}

impl<'a> World<'a> {
    /// Over the bindings.
    pub fn new(env: &'a Env, database: &'a D1) -> Self {
        let others = shards(env).into_iter().filter(|other| *other != database.shard());
        Self {
            events: Events::new(env, database.shard()),
            rooms: Rooms::new(env, database),
            inboxes: Inboxes::new(env, database.shard()),
            post: Post { env, sender: Sender::read(env) },
            others: others.filter_map(|other| Some((D1::new(env, other).ok()?, Events::new(env, other)))).collect(),
            setup: setup(env, database.shard()),
            guard: Platform(env),
        }
    }

    /// As the core sees it.
    pub fn outside(&self) -> Outside<'_> {
        let Self { events, rooms, inboxes, post, setup, guard, .. } = self;
        Outside { queue: events, rooms, fetch: &Network, mail: post, inboxes, shards: self, setup, guard }
    }
}

/// The platform's `fetch`.
struct Network;

impl Network {
    /// The answer, and its body unless that is too large or breaks off.
    async fn ask(request: &Outgoing) -> Result<(worker::Response, Option<Vec<u8>>), JsValue> {
        let init = web_sys::RequestInit::new();
        let headers = web_sys::Headers::new()?;
        for (name, value) in &request.headers {
            headers.append(name, value)?;
        }
        init.set_method(request.method);
        init.set_headers(&headers);
        init.set_redirect(web_sys::RequestRedirect::Manual);
        init.set_signal(Some(&web_sys::AbortSignal::timeout_with_u32(PATIENCE)));
        if !request.body.is_empty() {
            init.set_body(&JsValue::from_str(&request.body));
        }
        let scope: web_sys::WorkerGlobalScope = global().unchecked_into();
        let answer: web_sys::Response = JsFuture::from(scope.fetch_with_str_and_init(&request.url, &init)).await?.dyn_into()?;
        let mut answer = worker::Response::from(answer);
        let body = match answer.stream() {
            Ok(stream) => limited(stream, MOST_BODY).await,
            Err(_) => Some(Vec::new()),
        };
        Ok((answer, body))
    }
}

/// A body of at most `most` bytes.
pub async fn limited(mut stream: worker::ByteStream, most: usize) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(chunk) = stream.next().await {
        body.extend(chunk.ok()?);
        if body.len() > most {
            return None;
        }
    }
    Some(body)
}

/// The words of whatever was thrown.
fn words(error: &JsValue) -> String {
    error.dyn_ref::<JsError>().map_or_else(|| format!("{error:?}"), |error| String::from(error.message()))
}

impl Fetch for Network {
    fn fetch<'b>(&'b self, request: &'b Outgoing) -> Later<'b, Result<Incoming, String>> {
        Box::pin(async move {
            let (answer, body) = Self::ask(request).await.map_err(|error| words(&error))?;
            let body = body.ok_or_else(|| "the answer is too large, or broke off".to_owned())?;
            Ok(Incoming { status: answer.status_code(), headers: answer.headers().entries().collect(), body })
        })
    }

    fn timed<'b>(&'b self, request: &'b Outgoing) -> Later<'b, (Result<u16, String>, i64)> {
        Box::pin(async move {
            let started = now();
            let answer = Self::ask(request).await.map(|(answer, _)| answer.status_code()).map_err(|error| words(&error));
            (answer, now().0 - started.0)
        })
    }
}

/// The mail: a provider that is reached by HTTP where one is set up, the platform's own otherwise.
struct Post<'a> {
    env: &'a Env,
    sender: Sender,
}

/// What the platform says of a letter that no other attempt will change.
const NEVER: &[&str] = &[
    "E_VALIDATION_ERROR",
    "E_FIELD_MISSING",
    "E_TOO_MANY_RECIPIENTS",
    "E_RECIPIENT_NOT_ALLOWED",
    "E_RECIPIENT_SUPPRESSED",
    "E_CONTENT_TOO_LARGE",
    "E_HEADER",
];

impl Post<'_> {
    async fn send(&self, letter: &Letter) -> Result<(), JsValue> {
        let binding = self.env.send_email(MAIL)?;
        let from = parts(&self.sender.from).1;
        let eml = letter.eml(&self.sender.from, now());
        binding.send(&worker::EmailMessage::new(from, &letter.to, &eml)?).await?;
        Ok(())
    }
}

impl Mail for Post<'_> {
    fn send<'b>(&'b self, letter: &'b Letter) -> Later<'b, Result<(), MailFailure>> {
        Box::pin(async move {
            if let Some((url, key)) = &self.sender.provider {
                let provider = Provider { fetch: &Network, url: url.clone(), key: key.clone(), from: self.sender.from.clone() };
                return provider.send(letter).await;
            }
            self.send(letter).await.map_err(|error| {
                let code = Reflect::get(&error, &"code".into()).ok().and_then(|code| code.as_string()).unwrap_or_default();
                let never = NEVER.iter().any(|known| code.starts_with(known));
                let cause = format!("{code} {}", words(&error));
                if never { MailFailure::Never(cause) } else { MailFailure::Later(cause) }
            })
        })
    }
}
