//! Standard Webhooks (<https://www.standardwebhooks.com>): a signature scheme that many senders share, around any JSON
//! object.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value as Json};

use super::answers::Answer;
use super::signature::{fresh, hmac_sha256, invalid, same};
use super::{Content, Inbound, Parsed, Provider, Secret, Submission, Unreadable, json_object};
use crate::error::Refusal;
use crate::id::Entropy;
use crate::time::{MINUTE, SECOND, Timestamp};

/// What secrets begin with.
const PREFIX: &str = "whsec_";
/// How far the time of signing may be off.
const WINDOW: i64 = 5 * MINUTE;

/// The provider.
pub const PROVIDER: Provider = Provider {
    name: "standard_webhooks",
    secret: Some(Secret {
        rule: "must be `whsec_` and base64",
        accepts: |secret| secret.starts_with(PREFIX) && key(secret).is_some(),
        mint: Some(mint),
    }),
    verify,
    parse,
};

fn mint(entropy: &dyn Entropy) -> String {
    let mut key = [0; 32];
    entropy.fill(&mut key);
    format!("{PREFIX}{}", STANDARD.encode(key))
}

fn key(secret: &str) -> Option<Vec<u8>> {
    STANDARD.decode(secret.strip_prefix(PREFIX)?).ok().filter(|key| !key.is_empty())
}

/// The signature is looked at first: nobody without the secret learns anything about the clock.
fn verify(inbound: &Inbound<'_>, secret: Option<&str>, now: Timestamp) -> Result<(), Refusal> {
    let header = |name| inbound.header(name).filter(|value| !value.is_empty()).ok_or_else(invalid);
    let (id, timestamp, signatures) = (header("webhook-id")?, header("webhook-timestamp")?, header("webhook-signature")?);
    let key = secret.and_then(key).ok_or_else(invalid)?;
    let signed = [id.as_bytes(), b".", timestamp.as_bytes(), b".", inbound.body];
    let expected = hmac_sha256(&key, &signed).ok_or_else(invalid)?;
    // While a sender changes its secret it signs with both, and any one will do.
    let mut given = signatures.split_whitespace().filter_map(|one| STANDARD.decode(one.strip_prefix("v1,")?).ok());
    if !given.any(|given| same(&expected, &given)) {
        return Err(invalid());
    }
    let seconds: i64 = timestamp.parse().map_err(|_| invalid())?;
    fresh(Timestamp(seconds.saturating_mul(SECOND)), now, WINDOW)
}

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
    let id = inbound.header("webhook-id").map(str::to_owned);
    Ok(Parsed { content: Content::Submissions(vec![Submission { id, answers, attribution }]), redirect: None })
}
