//! Which browser apps on other origins may call (the Fetch standard, 3.3): those that the caller's organisation lists.
//!
//! A pre-flight comes without a credential, so it is answered for every origin and asks no database: it tells what the
//! path understands. What counts is the real answer, which a browser shows to the app only when it names the origin.

use std::cell::RefCell;

use super::routes::{Caller, Place};
use super::trace::Trace;
use super::{Reply, Request};
use crate::id::OrgId;
use crate::model::Viewer;

/// The answer's headers that an app on another origin may read.
const EXPOSED: &str = "allow, content-disposition, etag, idempotency-replayed, link, location, ratelimit-policy, retry-after, server-timing, www-authenticate, x-d1-bookmark, x-request-id";
/// What a person's request may carry.
const HEADERS: &str = "authorization, cf-access-jwt-assertion, content-type, idempotency-key, if-match, if-none-match, x-d1-bookmark";
/// For how long a browser may keep the answer to a pre-flight, in seconds: the most that any does.
const MAX_AGE: &str = "7200";
/// How many organisations' origins an isolate remembers.
const MOST: usize = 500;

/// The origins that organisations listed when somebody of theirs last called.
#[derive(Debug, Default)]
pub struct Origins(RefCell<Vec<(OrgId, Vec<String>)>>);

impl Origins {
    /// Learns what the caller's organisation lists.
    pub fn learn(&self, viewer: &Viewer) {
        let mut known = self.0.borrow_mut();
        let listed = &viewer.settings.allowed_origins;
        match known.iter().position(|(org, _)| *org == viewer.org) {
            Some(at) if listed.is_empty() => {
                known.swap_remove(at);
            }
            Some(at) => known[at].1.clone_from(listed),
            None if listed.is_empty() => {}
            None => {
                if known.len() == MOST {
                    known.remove(0);
                }
                known.push((viewer.org.clone(), listed.clone()));
            }
        }
    }

    fn any(&self, origin: &str) -> bool {
        self.0.borrow().iter().any(|(_, listed)| lists(listed, origin))
    }
}

fn lists(listed: &[String], origin: &str) -> bool {
    listed.iter().any(|one| one == origin)
}

/// Answers a pre-flight, or any other `OPTIONS`, for a path that there is.
pub fn preflight(request: &Request, place: &Place, origins: &Origins) -> Reply {
    let methods = place.methods().join(", ");
    let reply = Reply::empty().with("allow", methods.clone());
    let Some(origin) = request.header("origin") else { return reply };
    let headers = if place.caller() == Caller::Source { "content-type" } else { HEADERS };
    let reply = reply
        .with("access-control-allow-origin", origin)
        .with("access-control-allow-methods", methods)
        .with("access-control-allow-headers", headers)
        .with("access-control-max-age", MAX_AGE);
    if origins.any(origin) { reply.with("access-control-allow-credentials", "true") } else { reply }
}

/// Names the caller's origin on an answer that its apps may read. As long as nobody is known, as for a `401`, it is enough
/// that some organisation lists the origin: such an answer tells nothing of any.
pub fn name(request: &Request, trace: &Trace, origins: &Origins, reply: &mut Reply) {
    reply.headers.push(("vary", "origin".to_owned()));
    let Some(origin) = request.header("origin").filter(|_| request.method != "OPTIONS") else { return };
    if !trace.origins.borrow().as_ref().map_or_else(|| origins.any(origin), |listed| lists(listed, origin)) {
        return;
    }
    for (name, value) in
        [("access-control-allow-origin", origin), ("access-control-allow-credentials", "true"), ("access-control-expose-headers", EXPOSED)]
    {
        reply.headers.push((name, value.to_owned()));
    }
}
