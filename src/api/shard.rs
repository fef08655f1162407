//! Which shard a request is for: whatever leads to an organisation names its shard, so that a request asks one database, and
//! the right one. Only who signs in by a mailed code has nothing yet: they are looked for everywhere.

use super::{Call, Config, Request, identity, keys, live};
use crate::flow::Place;
use crate::id::Shard;

/// The shard that a request is for; the first where nothing tells.
pub fn shard_of(request: &Request, config: &Config) -> Shard {
    if request.path == "/v1/setup" {
        return config.new_organizations;
    }
    let source = request.path.strip_prefix("/v1/capture/").or_else(|| request.path.strip_prefix("/v1/unsubscribe/"));
    let ticket = || request.query.split('&').find_map(|pair| pair.strip_prefix("ticket=")?.strip_prefix(live::PREFIX));
    let proof = || identity::proof(request).map(|secret| secret.strip_prefix(keys::PREFIX).unwrap_or(secret));
    Shard::split(source.or_else(ticket).or_else(proof).unwrap_or_default()).0
}

/// Every shard, beginning with the request's own.
pub fn everywhere<'a>(call: &Call<'a>) -> impl Iterator<Item = Place<'a>> {
    let here = Place { shard: call.config.shard, db: call.ports.db, queue: call.outside.queue };
    let shards = call.outside.shards;
    [here].into_iter().chain((0..).map_while(|index| shards.other(index)))
}
