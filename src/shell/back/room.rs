//! The room of a record, as a Durable Object: the record's only writer, one act at a time.

use async_lock::Mutex;
use worker::{DurableObject, Env, Method, Request, Response, State, WebSocket, WebSocketIncomingMessage, durable_object};

use super::sockets::{Sockets, accept, opened, take};
use super::wake;
use crate::api::room::{Answered, answer};
use crate::flow::live::{Entry, leave, look, tell};
use crate::flow::room::{Act, tick};
use crate::flow::{Ports, Queue as _};
use crate::id::{RecordId, Shard};
use crate::job::Job;
use crate::shell::bindings::{Events, Randomness, now};
use crate::shell::database::D1;
use crate::shell::log::{log_failure, log_failure_of};
use crate::time::SECOND;
use crate::wire;

/// How long a message that the queue did not take waits for another attempt.
const AGAIN: i64 = 5 * SECOND;

/// The room of a record.
#[durable_object]
pub struct Room {
    env: Env,
    state: State,
    /// An input gate closes for the object's own storage only, so acts would mix while one waits for D1.
    turn: Mutex<()>,
}

impl Room {
    /// Nobody waits for the nudge. When the queue does not take it, the alarm finds in a moment what was left; what even that
    /// loses, the sweep sends again.
    fn nudge(&self, jobs: Vec<Job>) {
        if jobs.is_empty() {
            return;
        }
        let (env, shard, storage) = (self.env.clone(), self.shard(), self.state.storage());
        self.state.wait_until(async move {
            if let Err(cause) = Events::new(&env, shard).send(jobs, 0).await {
                log_failure("nudge", &cause);
                if let Err(error) = wake(&storage, Some(now().plus(AGAIN))).await {
                    log_failure("nudge", &error.to_string());
                }
            }
        });
    }

    /// Tells those who sit here what was just written. Whoever calls has the turn.
    async fn tell(&self, database: &D1, record: &RecordId, entries: &[Entry]) {
        let mut sockets = Sockets::of(&self.state);
        if entries.is_empty() || sockets.seats.is_empty() {
            return;
        }
        if let Some(words) = tell(entries, &mut sockets.seats) {
            sockets.say(&words);
        } else if let Err(error) = self.look(database, record, &mut sockets, false).await {
            // What was not told now is told by the next look.
            log_failure("live", &error.to_string());
        }
    }

    /// Looks who may still sit here, and what they do not know yet. Whoever calls has the turn.
    async fn look(&self, database: &D1, record: &RecordId, sockets: &mut Sockets, joins: bool) -> worker::Result<()> {
        let ports = Ports { db: database, entropy: &Randomness, now: now() };
        let looked = look(ports, record, &mut sockets.seats, joins).await.map_err(|error| format!("{error:?}"))?;
        sockets.say(&looked.words);
        wake(&self.state.storage(), looked.next).await
    }

    fn shard(&self) -> Shard {
        Shard::split(&self.state.id().name().unwrap_or_default()).0
    }

    fn database(&self) -> worker::Result<D1> {
        D1::new(&self.env, self.shard())
    }

    fn record(&self) -> worker::Result<RecordId> {
        Ok(RecordId::parse(Shard::split(&self.state.id().name().unwrap_or_default()).1).ok_or("a room of no record")?)
    }

    async fn act(&self, database: &D1, text: &str) -> worker::Result<Response> {
        let act: Act = wire::parse(text).ok_or("a room was sent what is no act")?;
        let Answered { reply, nudges, cause, wake: time, .. } = {
            let _turn = self.turn.lock().await;
            let answered = answer(Ports { db: database, entropy: &Randomness, now: now() }, &act).await;
            self.tell(database, &act.record, &answered.entries).await;
            answered
        };
        if let Some(cause) = cause {
            log_failure_of("room", Some(&act.request_id), &cause);
        }
        self.nudge(nudges);
        wake(&self.state.storage(), time).await?;
        Response::ok(wire::text(&(reply, database.stats())))
    }

    /// Somebody is gone; with the last of all the room is empty.
    async fn leave(&self, socket: &WebSocket) -> worker::Result<()> {
        let gone = take(socket);
        let sockets = Sockets::of(&self.state);
        if let Some(gone) = gone {
            sockets.say(&leave(&sockets.seats, &gone));
        }
        if sockets.seats.is_empty() {
            let _turn = self.turn.lock().await;
            self.look(&self.database()?, &self.record()?, &mut Sockets::of(&self.state), false).await?;
        }
        Ok(())
    }
}

impl DurableObject for Room {
    fn new(state: State, env: Env) -> Self {
        Self { env, state, turn: Mutex::new(()) }
    }

    /// `GET` comes in, `PUT` has the room look, `POST` does an act.
    async fn fetch(&self, mut request: Request) -> worker::Result<Response> {
        let database = self.database()?;
        let method = request.method();
        if method == Method::Post {
            return self.act(&database, &request.text().await?).await;
        }
        let known: i64 = request.text().await?.parse().unwrap_or(0);
        let _turn = self.turn.lock().await;
        let mut sockets = Sockets::of(&self.state);
        if method == Method::Get {
            let pair = sockets.add(&request)?;
            accept(&self.state, &pair)?;
            self.look(&database, &self.record()?, &mut sockets, true).await?;
            return opened(pair, &request);
        }
        if known == 0 || sockets.seats.iter().any(|seat| seat.seq < known) {
            self.look(&database, &self.record()?, &mut sockets, false).await?;
        }
        Response::empty()
    }

    /// Looks after the record when nobody asks. Called at least once; a failure is called again by the platform.
    async fn alarm(&self) -> worker::Result<Response> {
        let (database, record) = (self.database()?, self.record()?);
        let _turn = self.turn.lock().await;
        let ports = Ports { db: &database, entropy: &Randomness, now: now() };
        let (nudge, next) = tick(ports, &record).await.map_err(|error| format!("{error:?}"))?;
        self.nudge(nudge.into_iter().collect());
        wake(&self.state.storage(), next).await?;
        let mut sockets = Sockets::of(&self.state);
        if !sockets.seats.is_empty() {
            self.look(&database, &record, &mut sockets, false).await?;
        }
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
