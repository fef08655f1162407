//! The Worker: platform events into core calls, core effects into platform calls. Nothing here knows what a lead is.
//!
//! It is built twice (features `front` and `back`), and `worker.js` puts the two together: an isolate that answers requests
//! runs nothing of what the objects and the queues are made of, and a panic in one ends no instance of the other.

mod bindings;
mod database;
mod guard;
mod log;
mod outside;

#[cfg(feature = "back")]
mod back;
#[cfg(feature = "front")]
mod front;

use worker::event;

#[event(start)]
fn start() {
    console_error_panic_hook::set_once();
}
