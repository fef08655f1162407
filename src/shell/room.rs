//! The room of a record, as a Durable Object: the record's only writer, one act at a time.

use async_lock::Mutex;
use worker::{DurableObject, Env, Request, Response, State, WebSocket, WebSocketIncomingMessage, durable_object};

use super::bindings::{Events, Randomness, now};
use super::database::D1;
use super::http::log_failure;
use crate::api::room::{Answered, answer};
use crate::flow::room::Act;
use crate::flow::{Ports, Queue as _};

/// The room of a record.
#[durable_object]
pub struct Room {
    env: Env,
    state: State,
    /// An input gate closes for the object's own storage only, so acts would mix while one waits for D1.
    turn: Mutex<()>,
}

impl DurableObject for Room {
    fn new(state: State, env: Env) -> Self {
        Self { env, state, turn: Mutex::new(()) }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let act: Act = serde_json::from_str(&request.text().await?)?;
        let database = D1::new(&self.env)?;
        let Answered { reply, nudge, cause } = {
            let _turn = self.turn.lock().await;
            answer(Ports { db: &database, entropy: &Randomness, now: now() }, &act).await
        };
        if let Some(cause) = cause {
            log_failure("room", &cause);
        }
        if let Some(job) = nudge {
            let env = self.env.clone();
            // Nobody waits for the nudge: what is lost here, the sweep sends again.
            self.state.wait_until(async move {
                if let Err(cause) = Events::new(&env).send(vec![job]).await {
                    log_failure("nudge", &cause);
                }
            });
        }
        Response::from_json(&(reply, database.stats()))
    }

    async fn alarm(&self) -> worker::Result<Response> {
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
