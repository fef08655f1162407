//! What a request proves itself with: an API key, a token of an identity provider, or the console's cookie.

use super::{Call, Request, keys};
use crate::error::{Code, Refusal};
use crate::id::hash;
use crate::sql::Stmt;
use crate::store::person::{Credential, credential_used};
use crate::store::session::USE_KNOWN_TO;
use crate::time::Timestamp;

/// The longest secret that is looked at.
const LONGEST: usize = 200;

fn refused() -> Refusal {
    Refusal::new(Code::Unauthenticated, "Send `Authorization: Bearer <key>`.")
}

/// What the request proves itself with, or `401`. Of several the first counts: the header, then the cookie.
pub fn credential(request: &Request) -> Result<Credential, Refusal> {
    if let Some(header) = request.header("authorization") {
        let token =
            header.split_once(' ').filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map_or("", |(_, token)| token.trim());
        if !token.starts_with(keys::PREFIX) || token.len() > LONGEST {
            return Err(refused());
        }
        return Ok(Credential::Key(hash(token)));
    }
    let secret = session(request).filter(|secret| !secret.is_empty() && secret.len() <= LONGEST).ok_or_else(refused)?;
    Ok(Credential::Session(hash(secret)))
}

/// What only the caller knows of what they prove themselves with: the database has a hash of it.
pub fn proof(request: &Request) -> Option<&str> {
    if let Some(header) = request.header("authorization") {
        return header.split_once(' ').map(|(_, token)| token.trim()).filter(|token| token.starts_with(keys::PREFIX));
    }
    session(request)
}

/// The secret in the session's cookie.
fn session(request: &Request) -> Option<&str> {
    let name = cookie_name(request);
    let pairs = request.header("cookie").unwrap_or("").split(';');
    pairs.filter_map(|pair| pair.trim().split_once('=')).find(|(key, _)| *key == name).map(|(_, secret)| secret)
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

/// A session writes, and opens live connections, from its own origin only.
pub fn guard(call: &Call<'_>) -> Result<(), Refusal> {
    let acts = !matches!(call.request.method.as_str(), "GET" | "HEAD") || call.request.header("upgrade").is_some();
    if acts && matches!(call.credential, Ok(Credential::Session(_))) { same_origin(call.request) } else { Ok(()) }
}

/// What notes that the credential was used, if the last time is so long ago that it counts.
pub fn used(credential: &Credential, last: Option<Timestamp>, now: Timestamp) -> Option<Stmt> {
    if last.is_some_and(|last| last.plus(USE_KNOWN_TO) > now) { None } else { credential_used(credential, now) }
}
