//! What answers requests.

mod config;
mod http;

use worker::{Context, Env, Request, Response, event};

use self::config::config;
use super::bindings::{INBOX, ROOM, Randomness, SEAT, ask, now, shards};
use super::database::{D1, Stats};
use super::log::log_failure;
use super::outside::World;
use crate::api::{self, trace::Trace};
use crate::flow::Ports;
use crate::flow::live::{Door, Seat};
use crate::id::{Shard, trace_id};
use crate::time::Timestamp;
use crate::wire;

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
        return match enter(&env, shard, &door, &seat, &request_id).await {
            Ok(response) => Ok(response),
            Err(cause) => {
                log_failure("enter", &cause);
                http::write(api::unavailable(cause, &request_id), false, &Stats::default())
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
                log_failure("afterwards", &cause);
            }
        });
    }
    http::write(reply, config.server_timing, &database.stats())
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
    for (other, _) in &world.others {
        database.add(&Stats { bookmark: String::new(), ..other.stats() });
    }
    drop(world);
    Ok((database, answered))
}

/// Lets a connection go on where it belongs.
async fn enter(env: &Env, shard: Shard, door: &Door, seat: &Seat, request_id: &str) -> Result<Response, String> {
    let (objects, name) = match door {
        Door::Room(record) => (ROOM, record.as_str()),
        Door::Inbox(user) => (INBOX, user.as_str()),
    };
    let seat = wire::text(seat);
    let headers = [("upgrade", "websocket"), (SEAT, seat.as_str()), ("x-request-id", request_id)];
    ask(&env.durable_object(objects), &format!("{}{name}", shard.tag()), "GET", &headers, None).await
}
