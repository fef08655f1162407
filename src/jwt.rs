//! Tokens of identity providers (RFC 7519, in the compact form of RFC 7515): taking one apart, judging its claims, and the keys
//! that may have signed it (RFC 7517).
//!
//! Nothing here verifies a signature: that is the platform's. It must never believe a token about how it is to be verified: that
//! is for the key to say, and a token that says otherwise is refused.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value as Json};

use crate::error::{Code, Refusal};
use crate::json;
use crate::show;
use crate::time::{MINUTE, Timestamp};

/// What every token begins with: the base64 of `{"`.
pub const PREFIX: &str = "eyJ";
/// How far clocks may be apart.
pub const LEEWAY: i64 = MINUTE;
/// The longest token that is looked at.
const LONGEST: usize = 16 * 1024;
/// The most audiences that one may name.
const MOST_AUDIENCES: usize = 20;
/// The most keys that are read of a provider.
const MOST_KEYS: usize = 100;
/// How long the modulus of an RSA key may be, in bytes: 2048 bits at least (RFC 7518, 3.3).
const MODULUS: std::ops::RangeInclusive<usize> = 256..=1024;
/// Later than any time that is reckoned with, in milliseconds.
const NEVER: i64 = 1 << 52;

/// A token that can be read and is valid now, if its signature is.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// How it says it was signed.
    pub alg: String,
    /// By which key, if it says so.
    pub kid: Option<String>,
    /// Who made it.
    pub issuer: String,
    /// Whom it is for.
    pub audiences: Vec<String>,
    /// Whom it is about: the address as it stands there.
    pub email: String,
    /// When it ends, without leeway.
    pub expires: Timestamp,
    /// What was signed.
    pub signed: Vec<u8>,
    /// The signature.
    pub signature: Vec<u8>,
}

fn refused(detail: &str) -> Refusal {
    Refusal::new(Code::Unauthenticated, detail)
}

/// A part of a token.
fn part(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

fn object(text: &str) -> Option<Map<String, Json>> {
    match show::parse(&part(text)?) {
        Ok(Json::Object(map)) => Some(map),
        _ => None,
    }
}

/// A `NumericDate`: seconds, also with a fraction.
#[expect(clippy::cast_possible_truncation, reason = "what is out of range is as good as the end of it")]
fn date(claim: &Json) -> Option<Timestamp> {
    claim.as_f64().map(|seconds| Timestamp(((seconds * 1000.0) as i64).clamp(-NEVER, NEVER)))
}

fn texts(claim: &Json) -> Option<Vec<String>> {
    match claim {
        Json::String(one) => Some(vec![one.clone()]),
        Json::Array(list) if list.len() <= MOST_AUDIENCES => list.iter().map(|one| one.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

impl Token {
    /// Reads a token, or tells why it is worth nothing now.
    pub fn read(text: &str, now: Timestamp) -> Result<Self, Refusal> {
        let unreadable = || refused("The token is not readable.");
        if text.len() > LONGEST {
            return Err(unreadable());
        }
        let (signed, signature) = text.rsplit_once('.').ok_or_else(unreadable)?;
        let (header, claims) = signed.split_once('.').ok_or_else(unreadable)?;
        let (header, claims) = object(header).zip(object(claims)).ok_or_else(unreadable)?;
        // What a critical header asks for is not known here, whatever it is (RFC 7515, 4.1.11).
        if header.contains_key("crit") {
            return Err(refused("Tokens with `crit` are not understood."));
        }
        let said = |map: &Map<String, Json>, name: &str| map.get(name).and_then(Json::as_str).map(str::to_owned);
        let claim = |name: &str| {
            let text = said(&claims, name).filter(|text| !text.is_empty());
            text.ok_or_else(|| refused(&["The token has no `", name, "`."].concat()))
        };
        let token = Self {
            alg: said(&header, "alg").ok_or_else(unreadable)?,
            kid: said(&header, "kid"),
            issuer: claim("iss")?,
            audiences: claims.get("aud").and_then(texts).ok_or_else(|| refused("The token has no `aud`."))?,
            email: claim("email")?,
            expires: claims.get("exp").and_then(date).ok_or_else(|| refused("The token has no `exp`."))?,
            signed: signed.as_bytes().to_vec(),
            signature: part(signature).ok_or_else(unreadable)?,
        };
        if header.contains_key("kid") && token.kid.is_none() {
            return Err(unreadable());
        }
        if token.expires.plus(LEEWAY) <= now {
            return Err(refused("The token has ended."));
        }
        if claims.get("nbf").is_some_and(|nbf| date(nbf).is_none_or(|start| start.plus(-LEEWAY) > now)) {
            return Err(refused("The token is not valid yet."));
        }
        // Where the provider itself says that anybody could have entered the address, it proves nothing.
        if claims.get("email_verified").is_some_and(|said| *said == Json::Bool(false) || said == "false") {
            return Err(refused("The token's e-mail address is not verified."));
        }
        Ok(token)
    }

    /// Until when somebody is let in by it: to its end, and whoever comes within the leeway to the end of that.
    pub fn ends(&self, now: Timestamp) -> Timestamp {
        if self.expires > now { self.expires } else { self.expires.plus(LEEWAY) }
    }
}

/// How a key signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alg {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// ECDSA over P-256 with SHA-256.
    Es256,
}

impl Alg {
    /// Its name in a token.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
        }
    }
}

/// A public key of a provider.
#[derive(Clone, Debug, PartialEq)]
pub struct Jwk {
    /// What tokens call it.
    pub kid: Option<String>,
    /// How it signs.
    pub alg: Alg,
    /// The key itself, and nothing else, as JSON.
    pub key: String,
}

impl Jwk {
    /// Reads a key. Nothing when it is of another kind, or for something else.
    fn read(jwk: &Json) -> Option<Self> {
        let member = |name: &str| jwk[name].as_str();
        let length = |name: &str| Some(part(member(name)?)?.iter().skip_while(|byte| **byte == 0).count());
        let (alg, key) = match member("kty")? {
            "RSA" if MODULUS.contains(&length("n")?) => (Alg::Rs256, json!({"kty": "RSA", "n": jwk["n"], "e": jwk["e"]})),
            "EC" if member("crv")? == "P-256" => (Alg::Es256, json!({"kty": "EC", "crv": "P-256", "x": jwk["x"], "y": jwk["y"]})),
            _ => return None,
        };
        let kid = match &jwk["kid"] {
            Json::Null => None,
            kid => Some(kid.as_str()?.to_owned()),
        };
        let other_use = !jwk["use"].is_null() && jwk["use"] != "sig";
        let other_ops = jwk["key_ops"].as_array().is_some_and(|ops| !ops.iter().any(|op| op == "verify"));
        let other_alg = !jwk["alg"].is_null() && jwk["alg"] != alg.text();
        let usable = !other_use && !other_ops && !other_alg;
        usable.then(|| Self { kid, alg, key: show::text(&key) })
    }

    /// Whether it may have signed this token: it has the name that the token gives, if any, and signs as the token says.
    pub fn fits(&self, token: &Token) -> bool {
        self.alg.text() == token.alg && (token.kid.is_none() || self.kid == token.kid)
    }
}

/// The usable keys of a set; nothing when it is no set of keys.
pub fn keys(body: &[u8]) -> Option<Vec<Jwk>> {
    let set = show::parse(body).ok()?;
    Some(set["keys"].as_array()?.iter().filter_map(Jwk::read).take(MOST_KEYS).collect())
}
