//! What works behind the requests: the objects, the consumer of the queues and the sweep.

mod inbox;
mod room;
mod sockets;

use worker::{
    Context, Env, MessageBatch, MessageExt, QueueRetryOptionsBuilder, RawMessage, ScheduleContext, ScheduledEvent, Storage, event,
};

use super::bindings::{Events, Randomness, now, shards};
use super::database::D1;
use super::log::log_failure;
use super::outside::World;
use crate::flow::bury::bury;
use crate::flow::{Ports, dispatch, together};
use crate::id::Shard;
use crate::job::{Job, arrived};
use crate::sql::Later;
use crate::time::Timestamp;
use crate::wire;

/// How many messages are worked on at once: as many as the platform opens connections for at once.
const AT_ONCE: usize = 6;

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
                log_failure("queue", &cause);
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
            log_failure("sweep", &cause);
        }
    }
}

/// Has the alarm of an object ring at `time`, if none rings earlier.
async fn wake(storage: &Storage, time: Option<Timestamp>) -> worker::Result<()> {
    let Some(time) = time else { return Ok(()) };
    if storage.get_alarm().await?.is_some_and(|present| present <= time.0) {
        return Ok(());
    }
    storage.set_alarm(chrono::DateTime::from_timestamp_millis(time.0).unwrap_or_default()).await
}
