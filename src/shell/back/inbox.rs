//! The inbox of a person, as a Durable Object: it hands what is new to whatever the person has open. The feed in the database
//! is the truth; this is only quick.

use worker::{DurableObject, Env, Method, Request, Response, State, WebSocket, WebSocketIncomingMessage, durable_object};

use super::sockets::{Sockets, accept, opened, take};
use super::wake;
use crate::flow::Ports;
use crate::flow::live::{attend, vacate};
use crate::id::{Shard, UserId};
use crate::shell::bindings::{Randomness, now};
use crate::shell::database::D1;
use crate::show;
use crate::sql::read;

/// The inbox of a person.
#[durable_object]
pub struct Inbox {
    env: Env,
    state: State,
}

impl Inbox {
    /// Closes what may no longer be open, and notes whether somebody listens.
    async fn attend(&self, sockets: &Sockets) -> worker::Result<()> {
        let name = self.state.id().name().unwrap_or_default();
        let (shard, user) = Shard::split(&name);
        let user = UserId::parse(user).ok_or("an inbox of nobody")?;
        let database = D1::new(&self.env, shard)?;
        let ports = Ports { db: &database, entropy: &Randomness, now: now() };
        if sockets.seats.is_empty() {
            return vacate(ports, &user).await.map_err(|error| format!("{error:?}").into());
        }
        let looked = attend(ports, &user, &sockets.seats).await.map_err(|error| format!("{error:?}"))?;
        sockets.say(&looked.words);
        wake(&self.state.storage(), looked.next).await
    }

    /// Somebody hung up.
    async fn leave(&self, socket: &WebSocket) -> worker::Result<()> {
        take(socket);
        let sockets = Sockets::of(&self.state);
        if sockets.seats.is_empty() { self.attend(&sockets).await } else { Ok(()) }
    }
}

impl DurableObject for Inbox {
    fn new(state: State, env: Env) -> Self {
        Self { env, state }
    }

    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let mut sockets = Sockets::of(&self.state);
        if request.method() == Method::Get {
            let pair = sockets.add(&request)?;
            accept(&self.state, &pair)?;
            self.attend(&sockets).await?;
            return opened(pair, &request);
        }
        let messages: Vec<String> =
            show::parse(request.text().await?.as_bytes()).ok().and_then(read).ok_or("an inbox was sent what is no list")?;
        if messages.is_empty() || sockets.seats.is_empty() {
            self.attend(&sockets).await?;
        }
        sockets.hand(&messages);
        Response::empty()
    }

    async fn alarm(&self) -> worker::Result<Response> {
        self.attend(&Sockets::of(&self.state)).await?;
        Response::empty()
    }

    async fn websocket_message(&self, _: WebSocket, _: WebSocketIncomingMessage) -> worker::Result<()> {
        Ok(())
    }

    async fn websocket_close(&self, socket: WebSocket, _: usize, _: String, _: bool) -> worker::Result<()> {
        self.leave(&socket).await
    }

    async fn websocket_error(&self, socket: WebSocket, _: worker::Error) -> worker::Result<()> {
        self.leave(&socket).await
    }
}
