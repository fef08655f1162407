//! The open sockets of an object. What is known of each stands in its attachment, so the object may sleep while they are open.

use wasm_bindgen::{JsCast, JsValue};
use worker::js_sys::{Function, Reflect};
use worker::{Headers, Request, Response, State, WebSocket, WebSocketPair, WebSocketRequestResponsePair};

use crate::flow::live::{Seat, Word};
use crate::shell::bindings::SEAT;
use crate::wire;

/// The state of a socket that neither side closes.
const OPEN: u16 = web_sys::WebSocket::OPEN;

/// Open sockets and who sits at each, in the same order.
pub struct Sockets {
    sockets: Vec<WebSocket>,
    /// Who sits there.
    pub seats: Vec<Seat>,
}

/// Not by the SDK's serialiser, which brings more along than a text needs.
fn attach(socket: &WebSocket, value: &JsValue) -> Result<(), JsValue> {
    let socket: &JsValue = socket.as_ref().as_ref();
    let serialize: Function = Reflect::get(socket, &"serializeAttachment".into())?.dyn_into()?;
    serialize.call1(socket, value).map(|_| ())
}

fn attached(socket: &WebSocket) -> Result<JsValue, JsValue> {
    let socket: &JsValue = socket.as_ref().as_ref();
    let deserialize: Function = Reflect::get(socket, &"deserializeAttachment".into())?.dyn_into()?;
    deserialize.call0(socket)
}

/// Who sits at a socket; nobody at one that is being closed.
fn seat(socket: &WebSocket) -> Option<Seat> {
    wire::parse(&attached(socket).ok()?.as_string()?)
}

/// Takes a socket out: nobody sits there any more.
pub fn take(socket: &WebSocket) -> Option<Seat> {
    let seat = seat(socket);
    let _ = attach(socket, &JsValue::NULL);
    // A client that closed wants the same back, and one that is gone does not mind.
    let _ = socket.close(Some(1000), Some(""));
    seat
}

impl Sockets {
    /// All that are open.
    pub fn of(state: &State) -> Self {
        let (sockets, seats) = state.get_websockets().into_iter().filter_map(|socket| seat(&socket).map(|seat| (socket, seat))).unzip();
        Self { sockets, seats }
    }

    /// One more, last of all, for a request that asks for it. The other end is for the answer.
    pub fn add(&mut self, request: &Request) -> worker::Result<WebSocketPair> {
        let seat = request.headers().get(SEAT)?.and_then(|text| wire::parse(&text)).ok_or("a connection without a seat")?;
        let pair = WebSocketPair::new()?;
        self.sockets.push(pair.server.clone());
        self.seats.push(seat);
        Ok(pair)
    }

    /// Says to each what it is told, and keeps who sits where.
    pub fn say(&self, words: &[Word]) {
        for ((socket, seat), word) in self.sockets.iter().zip(&self.seats).zip(words) {
            // A socket that cannot take it is closing: whoever sat there comes back for the rest.
            for message in &word.messages {
                let _ = socket.send_with_str(message);
            }
            // Who hung up meanwhile sits there no more.
            if AsRef::<web_sys::WebSocket>::as_ref(socket).ready_state() != OPEN {
                continue;
            }
            let attachment = if word.close.is_some() { JsValue::NULL } else { wire::text(seat).into() };
            let _ = attach(socket, &attachment);
            if let Some(code) = word.close {
                let _ = socket.close(Some(code), Some(""));
            }
        }
    }

    /// The same to all.
    pub fn hand(&self, messages: &[String]) {
        for socket in &self.sockets {
            for message in messages {
                let _ = socket.send_with_str(message);
            }
        }
    }
}

/// Takes a new socket in.
pub fn accept(state: &State, pair: &WebSocketPair) -> worker::Result<()> {
    state.set_websocket_auto_response(&WebSocketRequestResponsePair::new("ping", "pong")?);
    state.accept_web_socket(&pair.server);
    Ok(())
}

/// The answer with the other end.
pub fn opened(pair: WebSocketPair, request: &Request) -> worker::Result<Response> {
    let headers = Headers::new();
    if let Some(id) = request.headers().get("x-request-id")? {
        headers.set("x-request-id", &id)?;
    }
    Ok(Response::from_websocket(pair.client)?.with_headers(headers))
}
