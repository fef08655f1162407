//! Which shard a request is for: whatever leads to an organisation names its shard, so that a request asks one database, and
//! the right one. Only who signs in by a mailed code has nothing yet, and a token of an identity provider that nobody remembers
//! tells nothing: they are looked for everywhere.

use super::identity::{self, Proof};
use super::{Config, Request, keys, live};
use crate::id::Shard;
use crate::time::Timestamp;

/// The shard that a request is for; the first where nothing tells.
pub fn shard_of(request: &Request, config: &Config, now: Timestamp) -> Shard {
    if request.path == "/v1/setup" {
        return config.new_organizations;
    }
    let source = request.path.strip_prefix("/v1/capture/").or_else(|| request.path.strip_prefix("/v1/unsubscribe/"));
    let ticket = || live::ticket_of(request)?.strip_prefix(live::PREFIX);
    if let Some(secret) = source.or_else(ticket) {
        return Shard::split(secret).0;
    }
    if let Some(Proof::Token(text)) = Proof::of(request)
        && let Some(shard) = config.memory.providers.shard(text, now)
    {
        return shard;
    }
    let secret = identity::known_secret(request).unwrap_or_default();
    Shard::split(secret.strip_prefix(keys::PREFIX).unwrap_or(secret)).0
}
