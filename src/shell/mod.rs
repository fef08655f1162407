//! The Worker: platform events into core calls, core effects into platform calls. Nothing here knows what a lead is.

mod bindings;
mod database;
mod guard;
mod http;
mod inbox;
mod outside;
mod room;
mod sockets;

use worker::{
    Context, Env, MessageBatch, MessageExt, QueueRetryOptionsBuilder, RawMessage, Request, Response, ScheduleContext, ScheduledEvent, event,
};

use self::bindings::{Events, Randomness, Rooms, config, now, shards};
use self::database::{D1, Stats};
use self::outside::World;
use crate::api::{self, trace::Trace};
use crate::flow::bury::bury;
use crate::flow::{Ports, dispatch, together};
use crate::id::{Shard, trace_id};
use crate::job::{Job, arrived};
use crate::sql::Later;
use crate::time::Timestamp;
use crate::wire;

/// How many messages are worked on at once: as many as the platform opens connections for at once.
const AT_ONCE: usize = 6;

#[event(start)]
fn start() {
    console_error_panic_hook::set_once();
}

#[event(fetch)]
async fn fetch(request: Request, env: Env, context: Context) -> worker::Result<Response> {
    let started = now();
    let mut config = config(&env);
    let request_id = trace_id(started, &Randomness);
    let request = http::read(request).await?;
    let named = api::shard_of(&request, &config.api, started);
    config.api.shard = shards(&env).into_iter().find(|shard| *shard == named).unwrap_or_default();
    let (database, (reply, trace)) = answer(&env, &config.api, &request, &request_id, started).await?;
    let (database, reply, trace) = match trace.elsewhere.take() {
        None => (database, reply, trace),
        Some(shard) => {
            config.api.shard = shard;
            let (other, (reply, trace)) = answer(&env, &config.api, &request, &request_id, started).await?;
            other.add(&Stats { bookmark: String::new(), ..database.stats() });
            (other, reply, trace)
        }
    };
    let shard = config.api.shard;
    http::log(&request.method, &reply, &trace, &request_id, &database, started);
    if let Some((door, seat)) = trace.upgrade.take() {
        return match bindings::enter(&env, shard, &door, &seat, &request_id).await {
            Ok(response) => Ok(response),
            Err(cause) => {
                http::log_failure("enter", &cause);
                http::write(api::unavailable(cause, &request_id), None, "")
            }
        };
    }
    if trace.is_open() {
        let env = env.clone();
        context.wait_until(async move {
            let done = match D1::new(&env, shard) {
                Ok(database) => {
                    let world = World::new(&env, &database);
                    let ports = Ports { db: &database, entropy: &Randomness, now: now() };
                    api::afterwards(ports, &world.outside(), &trace).await.map_err(|error| format!("{error:?}"))
                }
                Err(error) => Err(error.to_string()),
            };
            if let Err(cause) = done {
                http::log_failure("afterwards", &cause);
            }
        });
    }
    http::write(reply, config.server_timing.then(|| database.timing()), &database.stats().bookmark)
}

/// What is answered by the configuration's shard, and its database.
async fn answer(
    env: &Env,
    config: &api::Config,
    request: &api::Request,
    request_id: &str,
    started: Timestamp,
) -> worker::Result<(D1, (api::Reply, Trace))> {
    let database = D1::new(env, config.shard)?;
    let world = World::new(env, &database);
    let ports = Ports { db: &database, entropy: &Randomness, now: started };
    let answered = api::answer(ports, world.outside(), config, request, request_id).await;
    world.cost().for_each(|cost| database.add(&cost));
    drop(world);
    Ok((database, answered))
}

/// How long a message that failed waits at least and at most, in seconds.
const AGAIN: (u64, u64) = (2, 1800);

/// Acknowledges message by message: one that fails is tried again when it has waited for as long again as it has until now,
/// and ends with the dead letters, which have a queue of their own.
#[event(queue)]
async fn queue(batch: MessageBatch<String>, env: Env, _: Context) -> worker::Result<()> {
    let dead = batch.queue().ends_with("-dead");
    let work = async |message: RawMessage| {
        let text = message.body().as_string().unwrap_or_default();
        let result = match arrived(&text) {
            Some((shard, job)) => work(&env, shard, &wire::text(&job), Some(&job), dead).await,
            None if dead => work(&env, Shard::FIRST, &text, None, dead).await,
            None => Err("unreadable message".to_owned()),
        };
        match result {
            Ok(()) => message.ack(),
            Err(cause) => {
                http::log_failure("queue", &cause);
                let age = now().unsigned_millis().saturating_sub(message.timestamp().as_millis()) / 1000;
                let delay = u32::try_from(age.clamp(AGAIN.0, AGAIN.1)).unwrap_or(u32::MAX);
                message.retry_with_options(&QueueRetryOptionsBuilder::new().with_delay_seconds(delay).build());
            }
        }
    };
    let mut waiting: Vec<Later<'_, ()>> = batch.raw_iter().map(|message| Box::pin(work(message)) as Later<'_, ()>).collect();
    while !waiting.is_empty() {
        let rest = waiting.split_off(waiting.len().min(AT_ONCE));
        together(waiting).await;
        waiting = rest;
    }
    Ok(())
}

/// Does what a message asks for, or records that it died.
async fn work(env: &Env, shard: Shard, text: &str, job: Option<&Job>, dead: bool) -> Result<(), String> {
    let database = D1::new(env, shard).map_err(|error| error.to_string())?;
    let world = World::new(env, &database);
    let ports = Ports { db: &database, entropy: &Randomness, now: now() };
    let done = match job {
        Some(job) if !dead => dispatch::work(ports, &world.outside(), job).await,
        job => bury(ports, &world.outside(), text, job).await,
    };
    done.map_err(|error| format!("{error:?}"))
}

/// Sweeps every shard, whatever happens to the others.
#[event(scheduled)]
async fn scheduled(_: ScheduledEvent, env: Env, _: ScheduleContext) {
    for shard in shards(&env) {
        let result = match D1::new(&env, shard) {
            Ok(database) => {
                let ports = Ports { db: &database, entropy: &Randomness, now: now() };
                dispatch::sweep(ports, &Events::new(&env, shard)).await.map_err(|error| format!("{error:?}"))
            }
            Err(error) => Err(error.to_string()),
        };
        if let Err(cause) = result {
            http::log_failure("sweep", &cause);
        }
    }
}
