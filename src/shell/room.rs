//! The room of a record, as a Durable Object: the record's only writer, one act at a time.

use async_lock::Mutex;
use worker::{DurableObject, Env, Request, Response, State, WebSocket, WebSocketIncomingMessage, durable_object};

use super::bindings::{Events, Randomness, now};
use super::database::D1;
use super::http::log_failure;
use crate::api::room::{Answered, answer};
use crate::flow::room::{Act, tick};
use crate::flow::{Ports, Queue as _};
use crate::id::RecordId;
use crate::job::Job;
use crate::time::Timestamp;
use crate::wire;

/// The room of a record.
#[durable_object]
pub struct Room {
    env: Env,
    state: State,
    /// An input gate closes for the object's own storage only, so acts would mix while one waits for D1.
    turn: Mutex<()>,
}

impl Room {
    /// Nobody waits for the nudge: what is lost here, the sweep sends again.
    fn nudge(&self, job: Option<Job>) {
        let Some(job) = job else { return };
        let env = self.env.clone();
        self.state.wait_until(async move {
            if let Err(cause) = Events::new(&env).send(vec![job], 0).await {
                log_failure("nudge", &cause);
            }
        });
    }

    /// Has the alarm ring at `time`, if none rings earlier.
    async fn wake(&self, time: Option<Timestamp>) -> worker::Result<()> {
        let Some(time) = time else { return Ok(()) };
        let storage = self.state.storage();
        if storage.get_alarm().await?.is_some_and(|present| present <= time.0) {
            return Ok(());
        }
        let at = chrono::DateTime::from_timestamp_millis(time.0).unwrap_or_default();
        storage.set_alarm(at).await
    }
}

impl DurableObject for Room {
    fn new(state: State, env: Env) -> Self {
        Self { env, state, turn: Mutex::new(()) }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let act: Act = wire::parse(&request.text().await?).ok_or("a room was sent what is no act")?;
        let database = D1::new(&self.env)?;
        let Answered { reply, nudge, cause, wake } = {
            let _turn = self.turn.lock().await;
            answer(Ports { db: &database, entropy: &Randomness, now: now() }, &act).await
        };
        if let Some(cause) = cause {
            log_failure("room", &cause);
        }
        self.nudge(nudge);
        self.wake(wake).await?;
        Response::ok(wire::text(&(reply, database.stats())))
    }

    /// Looks after the record when nobody asks. Called at least once; a failure is called again by the platform.
    async fn alarm(&self) -> worker::Result<Response> {
        if let Some(record) = self.state.id().name().as_deref().and_then(RecordId::parse) {
            let database = D1::new(&self.env)?;
            let _turn = self.turn.lock().await;
            match tick(Ports { db: &database, entropy: &Randomness, now: now() }, &record).await {
                Ok((nudge, next)) => {
                    self.nudge(nudge);
                    self.wake(next).await?;
                }
                Err(error) => return Err(format!("{error:?}").into()),
            }
        }
        Response::empty()
    }

    async fn websocket_message(&self, _: WebSocket, _: WebSocketIncomingMessage) -> worker::Result<()> {
        Ok(())
    }

    async fn websocket_close(&self, _: WebSocket, _: usize, _: String, _: bool) -> worker::Result<()> {
        Ok(())
    }

    async fn websocket_error(&self, _: WebSocket, _: worker::Error) -> worker::Result<()> {
        Ok(())
    }
}
