//! Standard Webhooks (<https://www.standardwebhooks.com>): a signature scheme that many senders share, around any JSON
//! object.

use serde_json::{Map, Value as Json};

use super::answers::Answer;
use super::signature::{Clock, OF_BODY, Part, Scheme, WINDOW};
use super::{Inbound, Parsed, Proof, Provider, Unreadable, json_object};
use crate::time::SECOND;

/// The provider.
pub const PROVIDER: Provider = Provider { name: "standard_webhooks", proof: Proof::Signed(&SCHEME), parse, readback: None };

/// How both they and our own webhooks are signed.
pub const SCHEME: Scheme = Scheme {
    key: "whsec_",
    header: "webhook-signature",
    prefix: "v1,",
    clock: Some(Clock { header: "webhook-timestamp", prefix: "", unit: SECOND, window: WINDOW }),
    signed: &[Part::Header("webhook-id"), Part::Text("."), Part::Time, Part::Text("."), Part::Body],
    ..OF_BODY
};

/// The object itself, or the `data` of the envelope `{type, timestamp, data}` that the specification recommends.
fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    let mut body = json_object(inbound.body)?;
    let mut data = Map::new();
    let mut attribution = Map::new();
    if body.get("type").is_some_and(Json::is_string) && body.get("data").is_some_and(Json::is_object) {
        if let Some(Json::Object(inner)) = body.remove("data") {
            data = inner;
        }
        for name in ["type", "timestamp"] {
            if let Some(value) = body.remove(name) {
                attribution.insert(name.to_owned(), value);
            }
        }
    }
    // What stands beside the data is an answer too.
    let answers = data.into_iter().chain(body).map(|(label, value)| Answer::new(label, value)).collect();
    Ok(Parsed::one(inbound.header("webhook-id").map(str::to_owned), answers, attribution))
}
