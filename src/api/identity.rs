//! What a request proves itself with: an API key, a token of an identity provider, or the console's cookie.

use super::trace::Trace;
use super::{Call, Config, Request, keys, live};
use crate::error::{Code, Refusal};
use crate::flow::identity::{self, Proven};
use crate::flow::{Outside, Ports};
use crate::id::hash;
use crate::jwt;
use crate::sql::Stmt;
use crate::store::person::{Credential, credential_used};
use crate::store::session::USE_KNOWN_TO;
use crate::time::Timestamp;

/// The longest secret that is looked at.
const LONGEST: usize = 200;
/// Where Cloudflare Access puts its token.
const ACCESS: &str = "cf-access-jwt-assertion";

/// `401`
pub fn refused() -> Refusal {
    Refusal::new(Code::Unauthenticated, "Send `Authorization: Bearer <key>`.")
}

/// What a request shows, before anything is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof<'a> {
    /// An API key.
    Key(&'a str),
    /// A token of an identity provider.
    Token(&'a str),
    /// The console's cookie.
    Cookie(&'a str),
}

impl<'a> Proof<'a> {
    /// What stands in `Authorization`.
    fn bearer(header: &'a str) -> Option<Self> {
        let token =
            header.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map_or("", |(_, token)| token.trim());
        if token.starts_with(jwt::PREFIX) {
            return Some(Self::Token(token));
        }
        (token.starts_with(keys::PREFIX) && token.len() <= LONGEST).then_some(Self::Key(token))
    }

    fn cookie(request: &'a Request) -> Option<Self> {
        let name = cookie_name(request);
        let pairs = request.header("cookie").unwrap_or("").split(';');
        let (_, secret) = pairs.filter_map(|pair| pair.trim().split_once('=')).find(|(key, _)| *key == name)?;
        (!secret.is_empty() && secret.len() <= LONGEST).then_some(Self::Cookie(secret))
    }

    /// Of several the first counts: the header, what stands in front of Leadroom, the cookie.
    pub fn of(request: &'a Request) -> Option<Self> {
        match request.header("authorization") {
            Some(header) => Self::bearer(header),
            None => request.header(ACCESS).map(Self::Token).or_else(|| Self::cookie(request)),
        }
    }

    /// The secret itself.
    pub fn secret(self) -> &'a str {
        match self {
            Self::Key(secret) | Self::Token(secret) | Self::Cookie(secret) => secret,
        }
    }

    /// What is to be looked up; nothing for a token, which must be checked first.
    fn credential(self) -> Option<Credential> {
        match self {
            Self::Key(secret) => Some(Credential::Key(hash(secret))),
            Self::Cookie(secret) => Some(Credential::Session(hash(secret))),
            Self::Token(_) => None,
        }
    }
}

/// What the request proves itself with, or `401`; also where its token leads to another shard, which the trace then tells. `again`: what
/// was made of the token led nowhere; nothing when it proves the same again.
pub async fn credential(
    ports: Ports<'_>,
    outside: Outside<'_>,
    config: &Config,
    request: &Request,
    trace: &Trace,
    again: bool,
) -> Option<Result<Credential, Refusal>> {
    let proof = Proof::of(request);
    let Some(Proof::Token(token)) = proof else { return Some(proof.and_then(Proof::credential).ok_or_else(refused)) };
    let found = identity::proven(ports, &outside, config.shard, &config.memory.providers, config.insecure_jwks, token, again).await;
    // Access may stand in front of people who sign in by a code: what it says of them is only worth more than a cookie if it
    // is worth something.
    let cookie = || if request.header("authorization").is_none() { Proof::cookie(request).and_then(Proof::credential) } else { None };
    match found {
        Ok(None) => None,
        Ok(Some(Proven::Here(credential))) => Some(Ok(credential)),
        Ok(Some(Proven::There(shard))) => {
            trace.elsewhere.set(Some(shard));
            Some(Err(refused()))
        }
        Err(error) if error.code() == Code::Unauthenticated => Some(cookie().ok_or_else(|| error.refusal().clone())),
        Err(error) => Some(Err(error.refusal().clone())),
    }
}

/// What only the caller knows of what they prove themselves with: the database has a hash of it. A token is another one tomorrow,
/// so it is nothing to know.
pub fn proof(request: &Request) -> Option<&str> {
    Proof::of(request).filter(|proof| !matches!(proof, Proof::Token(_))).map(Proof::secret)
}

/// The same, or, beside a token of what stands in front of Leadroom, the cookie, which counts where the token does not.
pub fn known_secret(request: &Request) -> Option<&str> {
    proof(request).or_else(|| if request.header("authorization").is_none() { Proof::cookie(request).map(Proof::secret) } else { None })
}

/// The session's cookie. The prefix keeps it to this very host (RFC 6265bis, 4.1.3), but browsers take it over https only,
/// while they take `Secure` from this machine over http, too.
fn cookie_name(request: &Request) -> &'static str {
    if request.origin.starts_with("https:") { "__Host-leadroom" } else { "leadroom" }
}

/// The header that sets the session's cookie for `seconds`; none take it away.
pub fn cookie(request: &Request, secret: &str, seconds: i64) -> String {
    format!("{}={secret}; Path=/; Max-Age={seconds}; HttpOnly; Secure; SameSite=Lax", cookie_name(request))
}

/// Refuses what a page of another site had a browser do: browsers send cookies along with that, too. Who sends neither
/// header is no browser.
pub fn same_origin(request: &Request) -> Result<(), Refusal> {
    let foreign_site = request.header("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none");
    let foreign = request.header("origin").is_some_and(|origin| origin != request.origin);
    if foreign || foreign_site {
        return Err(Refusal::new(Code::CrossOrigin, "A session writes, and opens live connections, from its own origin only."));
    }
    Ok(())
}

/// A session writes, and opens live connections, from its own origin only. So does what Access vouches for: it goes by a cookie,
/// too.
pub fn guard(call: &Call<'_>) -> Result<(), Refusal> {
    let connects = call.request.header("upgrade").is_some();
    let acts = !matches!(call.request.method.as_str(), "GET" | "HEAD") || connects;
    let unasked = call.credential.is_ok() && call.request.header("authorization").is_none();
    // A ticket was asked for by the page that shows it: whatever the browser sends along beside it does not count.
    let ticket = connects && live::ticket_of(call.request).is_some();
    if acts && unasked && !ticket { same_origin(call.request) } else { Ok(()) }
}

/// What notes that the credential was used, if the last time is so long ago that it counts.
pub fn used(credential: &Credential, last: Option<Timestamp>, now: Timestamp) -> Option<Stmt> {
    if last.is_some_and(|last| last.plus(USE_KNOWN_TO) > now) { None } else { credential_used(credential, now) }
}
