//! The Worker: platform events into core calls, core effects into platform calls. Nothing here knows what a lead is.

mod bindings;
mod database;
mod guard;
mod http;
mod inbox;
mod outside;
mod room;
mod sockets;

use worker::{Context, Env, MessageBatch, MessageExt, RawMessage, Request, Response, ScheduleContext, ScheduledEvent, event};

use self::bindings::{Events, Randomness, Rooms, config, now, shards};
use self::database::D1;
use self::outside::World;
use crate::api;
use crate::flow::{Ports, dispatch, together};
use crate::id::{Shard, trace_id};
use crate::job::{Job, arrived};
use crate::sql::Later;

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
    let named = api::shard_of(&request, &config.api);
    let shard = shards(&env).into_iter().find(|shard| *shard == named).unwrap_or_default();
    config.api.shard = shard;
    let database = D1::new(&env, shard)?;
    let world = World::new(&env, &database);
    let ports = Ports { db: &database, entropy: &Randomness, now: started };
    let (reply, trace) = api::answer(ports, world.outside(), &config.api, &request, &request_id).await;
    world.cost().for_each(|cost| database.add(&cost));
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

/// Acknowledges message by message: one that fails is tried again, and ends with the dead letters.
#[event(queue)]
async fn queue(batch: MessageBatch<String>, env: Env, _: Context) -> worker::Result<()> {
    let work = async |message: RawMessage| {
        let result = match message.body().as_string().as_deref().and_then(arrived) {
            Some((shard, job)) => work(&env, shard, &job).await,
            None => Err("unreadable message".to_owned()),
        };
        match result {
            Ok(()) => message.ack(),
            Err(cause) => {
                http::log_failure("queue", &cause);
                message.retry();
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

async fn work(env: &Env, shard: Shard, job: &Job) -> Result<(), String> {
    let database = D1::new(env, shard).map_err(|error| error.to_string())?;
    let world = World::new(env, &database);
    let ports = Ports { db: &database, entropy: &Randomness, now: now() };
    dispatch::work(ports, &world.outside(), job).await.map_err(|error| format!("{error:?}"))
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
