//! The bindings, variables and secrets, each named once; those that only requests need are in `front/config.rs`.

use wasm_bindgen::JsValue;
use worker::js_sys::{Array, Object, Reflect};
use worker::{Date, Env, ObjectNamespace};

use super::database::{D1, Stats};
use super::guard::call;
use crate::error::{Error, StoreError};
use crate::flow::room::Act;
use crate::flow::{Queue, RoomReply, Setup};
use crate::id::{Entropy, RecordId, Shard, UserId};
use crate::job::{Job, addressed};
use crate::show::{self, Show as _};
use crate::sql::Later;
use crate::time::Timestamp;
use crate::wire;

/// The database; the second shard's is `DB_2`, and so on without a gap.
const DB: &str = "DB";
/// The queue of events to fan out.
const EVENTS: &str = "EVENTS";
/// The queue of what waits for other people's servers.
const OUTGOING: &str = "OUTGOING";
/// The rooms.
pub const ROOM: &str = "ROOM";
/// The inboxes.
pub const INBOX: &str = "INBOX";
/// The header that tells an object who comes in.
pub const SEAT: &str = "x-seat";
/// The platform's mail.
pub const MAIL: &str = "MAIL";
/// Variable: where names are looked up, if elsewhere.
const DNS_URL: &str = "DNS_URL";
/// Where names are looked up.
const DNS: &str = "https://cloudflare-dns.com/dns-query";
/// Variable: where links in mails lead.
const PUBLIC_URL: &str = "PUBLIC_URL";
/// Variable: `on` lets webhooks be sent to this machine, by plain http, too.
const ALLOW_INSECURE_WEBHOOKS: &str = "ALLOW_INSECURE_WEBHOOKS";
/// Variable: who mails come from, as `Name <address>`.
const MAIL_FROM: &str = "MAIL_FROM";
/// Variable: where the API of a mail provider begins; without it the platform's own mail is used.
const MAIL_API_URL: &str = "MAIL_API_URL";
/// Secret: the mail provider's key.
const MAIL_API_KEY: &str = "MAIL_API_KEY";

/// The name of a shard's database.
pub fn database(shard: Shard) -> String {
    if shard == Shard::FIRST { DB.to_owned() } else { format!("{DB}_{}", shard.number()) }
}

/// Whether there is a database for the shard.
fn bound(env: &Env, shard: Shard) -> bool {
    Reflect::has(env, &database(shard).into()).unwrap_or(false)
}

/// All shards.
pub fn shards(env: &Env) -> Vec<Shard> {
    let others = (2..).map_while(Shard::numbered).take_while(|shard| bound(env, *shard));
    [Shard::FIRST].into_iter().chain(others).collect()
}

/// Who sends the mail, and by whom.
pub struct Sender {
    /// As `Name <address>`.
    pub from: String,
    /// Where a provider's API begins, and its key.
    pub provider: Option<(String, String)>,
}

/// A variable or secret that is set and not empty.
pub fn set(env: &Env, name: &str) -> Option<String> {
    env.var(name).ok().map(|value| value.to_string()).filter(|value| !value.is_empty())
}

/// Whether a variable says so.
pub fn on(env: &Env, name: &str) -> bool {
    set(env, name).is_some_and(|value| value == "on")
}

/// Reads what is set up for whatever leaves Leadroom.
pub fn setup(env: &Env, shard: Shard) -> Setup {
    Setup {
        dns_url: set(env, DNS_URL).unwrap_or_else(|| DNS.to_owned()),
        webhooks_here: on(env, ALLOW_INSECURE_WEBHOOKS),
        public_url: set(env, PUBLIC_URL),
        shard,
    }
}

impl Sender {
    /// From the variables.
    pub fn read(env: &Env) -> Self {
        let from = set(env, MAIL_FROM).unwrap_or_else(|| "Leadroom <leadroom@localhost>".to_owned());
        Self { from, provider: set(env, MAIL_API_URL).map(|url| (url, set(env, MAIL_API_KEY).unwrap_or_default())) }
    }
}

/// The time.
pub fn now() -> Timestamp {
    Timestamp(i64::try_from(Date::now().as_millis()).unwrap_or(0))
}

/// The platform's random bytes.
pub struct Randomness;

impl Entropy for Randomness {
    fn fill(&self, bytes: &mut [u8]) {
        // Without randomness there are no ids and no secrets: nothing could go on.
        getrandom::fill(bytes).expect("the platform has randomness");
    }
}

/// The queues, of events to fan out and of what waits for other people's servers, for those of one shard.
pub struct Events<'a>(&'a Env, Shard);

impl<'a> Events<'a> {
    /// Over the binding.
    pub fn new(env: &'a Env, shard: Shard) -> Self {
        Self(env, shard)
    }
}

impl Events<'_> {
    /// By the binding itself: the SDK's builders bring a serialiser along for each message.
    #[expect(clippy::cast_precision_loss, reason = "seconds, of half a day at most")]
    async fn batch(&self, queue: &str, jobs: &[Job], delay: i64) -> Result<(), JsValue> {
        let messages = Array::new();
        for job in jobs {
            let message = Object::new();
            Reflect::set(&message, &"body".into(), &addressed(self.1, job).into())?;
            Reflect::set(&message, &"contentType".into(), &"json".into())?;
            messages.push(&message);
        }
        let options = Object::new();
        Reflect::set(&options, &"delaySeconds".into(), &JsValue::from_f64(delay as f64))?;
        let queue = Reflect::get(self.0, &queue.into())?;
        call(&queue, "sendBatch", &[messages.into(), options.into()]).await.map(|_| ())
    }
}

impl Queue for Events<'_> {
    fn send(&self, jobs: Vec<Job>, delay: i64) -> Later<'_, Result<(), String>> {
        Box::pin(async move {
            let (slow, quick): (Vec<Job>, Vec<Job>) = jobs.into_iter().partition(Job::is_slow);
            for (queue, jobs) in [(EVENTS, quick), (OUTGOING, slow)] {
                if !jobs.is_empty() {
                    self.batch(queue, &jobs, delay).await.map_err(|error| format!("{error:?}"))?;
                }
            }
            Ok(())
        })
    }
}

/// Asks the object called `name`. Not by the SDK's own init, which brings along everything that an image may be resized by.
pub async fn ask(
    objects: &worker::Result<ObjectNamespace>,
    name: &str,
    method: &str,
    headers: &[(&str, &str)],
    body: Option<&str>,
) -> Result<worker::Response, String> {
    let objects = objects.as_ref().map_err(ToString::to_string)?;
    let object = objects.get_by_name(name).map_err(|error| error.to_string())?;
    let init = web_sys::RequestInit::new();
    init.set_method(method);
    if let Some(body) = body {
        init.set_body(&body.into());
    }
    let request = web_sys::Request::new_with_str_and_init("https://object/", &init).map_err(|error| format!("{error:?}"))?;
    for (name, value) in headers {
        request.headers().set(name, value).map_err(|error| format!("{error:?}"))?;
    }
    object.fetch_with_request(request.into()).await.map_err(|error| error.to_string())
}

/// The rooms of records. What they cost is added to the request's cost.
pub struct Rooms<'a> {
    rooms: worker::Result<ObjectNamespace>,
    database: &'a D1,
}

impl<'a> Rooms<'a> {
    /// Over the binding.
    pub fn new(env: &Env, database: &'a D1) -> Self {
        Self { rooms: env.durable_object(ROOM), database }
    }

    fn name(&self, record: &RecordId) -> String {
        format!("{}{record}", self.database.shard().tag())
    }

    async fn perform(&self, act: &Act) -> Result<RoomReply, String> {
        let mut response = ask(&self.rooms, &self.name(&act.record), "POST", &[], Some(&wire::text(act))).await?;
        let text = response.text().await.map_err(|error| error.to_string())?;
        let (reply, stats): (RoomReply, Stats) = wire::parse(&text).ok_or("a room answered what is no answer")?;
        self.database.add(&stats);
        Ok(reply)
    }
}

impl crate::flow::Rooms for Rooms<'_> {
    fn act<'b>(&'b self, act: &'b Act) -> Later<'b, Result<RoomReply, Error>> {
        Box::pin(async move { self.perform(act).await.map_err(|cause| StoreError::Unavailable(cause).into()) })
    }

    fn look<'b>(&'b self, record: &'b RecordId, seq: i64) -> Later<'b, Result<(), String>> {
        Box::pin(async move { ask(&self.rooms, &self.name(record), "PUT", &[], Some(&seq.to_string())).await.map(|_| ()) })
    }
}

/// The inboxes of people.
pub struct Inboxes(worker::Result<ObjectNamespace>, Shard);

impl Inboxes {
    /// Over the binding.
    pub fn new(env: &Env, shard: Shard) -> Self {
        Self(env.durable_object(INBOX), shard)
    }
}

impl crate::flow::Inboxes for Inboxes {
    fn push<'b>(&'b self, user: &'b UserId, messages: Vec<String>) -> Later<'b, Result<(), String>> {
        Box::pin(async move {
            ask(&self.0, &format!("{}{user}", self.1.tag()), "POST", &[], Some(&show::text(&messages.show()))).await.map(|_| ())
        })
    }
}
