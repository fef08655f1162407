//! The Worker: platform events into core calls, core effects into platform calls. Nothing here knows what a lead is.

mod bindings;
mod database;
mod http;
mod inbox;
mod outside;
mod room;
mod sockets;

use worker::{Context, Env, MessageBatch, MessageExt, Request, Response, ScheduleContext, ScheduledEvent, event};

use self::bindings::{Events, Randomness, Rooms, config, now};
use self::database::D1;
use self::outside::World;
use crate::api;
use crate::flow::{Ports, dispatch};
use crate::id::trace_id;
use crate::job::Job;
use crate::wire;

#[event(start)]
fn start() {
    console_error_panic_hook::set_once();
}

#[event(fetch)]
async fn fetch(request: Request, env: Env, context: Context) -> worker::Result<Response> {
    let started = now();
    let config = config(&env);
    let request_id = trace_id(started, &Randomness);
    let database = D1::new(&env)?;
    let world = World::new(&env, &database);
    let ports = Ports { db: &database, entropy: &Randomness, now: started };
    let request = http::read(request).await?;
    let (reply, trace) = api::answer(ports, world.outside(), &config.api, &request, &request_id).await;
    http::log(&request.method, &reply, &trace, &request_id, &database, started);
    if let Some((door, seat)) = trace.upgrade.take() {
        return bindings::enter(&env, &door, &seat, &request_id).await.or_else(|cause| {
            http::log_failure("enter", &cause);
            Response::empty().map(|response| response.with_status(503))
        });
    }
    if trace.is_open() {
        let env = env.clone();
        context.wait_until(async move {
            let done = match D1::new(&env) {
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
    http::write(reply, config.server_timing.then(|| database.timing()))
}

/// Acknowledges message by message: one that fails is tried again, and ends with the dead letters.
#[event(queue)]
async fn queue(batch: MessageBatch<String>, env: Env, _: Context) -> worker::Result<()> {
    let database = D1::new(&env)?;
    let world = World::new(&env, &database);
    for message in batch.raw_iter() {
        let ports = Ports { db: &database, entropy: &Randomness, now: now() };
        let result = match message.body().as_string().as_deref().and_then(wire::parse::<Job>) {
            Some(job) => dispatch::work(ports, &world.outside(), &job).await.map_err(|error| format!("{error:?}")),
            None => Err("unreadable message".to_owned()),
        };
        match result {
            Ok(()) => message.ack(),
            Err(cause) => {
                http::log_failure("queue", &cause);
                message.retry();
            }
        }
    }
    Ok(())
}

#[event(scheduled)]
async fn scheduled(_: ScheduledEvent, env: Env, _: ScheduleContext) {
    let result = match D1::new(&env) {
        Ok(database) => {
            let ports = Ports { db: &database, entropy: &Randomness, now: now() };
            dispatch::sweep(ports, &Events::new(&env)).await.map_err(|error| format!("{error:?}"))
        }
        Err(error) => Err(error.to_string()),
    };
    if let Err(cause) = result {
        http::log_failure("sweep", &cause);
    }
}
