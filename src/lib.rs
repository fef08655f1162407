//! Leadroom: lead sharing and collaboration, a room per lead.
//!
//! Two halves. The core is plain Rust: data, rules, SQL text, use cases and HTTP as values; it compiles natively,
//! reads no clock and makes no randomness, and is tested on the same migrations and SQL as production. `shell`
//! (wasm32 only) translates platform events into core calls and core effects into platform calls.
//!
//! Imports run one way (held by `tests/imports.rs`):
//! `shell → api → flow → store → { access, record, request, capture, jwt, notice, job } → model → { id, time, error, sql }`.

pub mod access;
pub mod api;
pub mod capture;
pub mod error;
pub mod flow;
pub mod id;
pub mod job;
pub mod jwt;
pub mod model;
pub mod notice;
pub mod record;
pub mod request;
pub mod show;
pub mod sql;
pub mod store;
pub mod target;
pub mod time;
pub mod wire;

#[cfg(target_arch = "wasm32")]
mod shell;
