//! How much anybody may ask for: by their credential, or their address where they show none; for signing in by the address that
//! is signed in to, too; for a form by its source. The platform counts, and nothing else is asked before it has.

use super::identity::Proof;
use super::routes::{Caller, Route};
use super::{Request, show};
use crate::error::{Code, Refusal};
use crate::flow::{Gate, Outside};
use crate::id::hash;
use crate::record::email::lower;

/// The largest body that is looked into for an address.
const MOST_LOOKED: usize = 4096;

/// How much passes a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// So many requests.
    pub most: i64,
    /// In so many seconds.
    pub window: i64,
}

/// The quotas by their gates, in the order of [`Gate::ALL`]; what has none is not limited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quotas([Option<Quota>; Gate::ALL.len()]);

impl Quotas {
    /// Reads `reads=600/60 writes=300/60`: requests in seconds. What is not of this form is not limited.
    pub fn read(text: &str) -> Self {
        let quota = |gate: &Gate| {
            let word = text.split([' ', ',']).find_map(|word| word.strip_prefix(gate.text())?.strip_prefix('='))?;
            let (most, window) = word.split_once('/')?;
            Some(Quota { most: most.parse().ok()?, window: window.parse().ok()? })
        };
        Self([0, 1, 2, 3].map(|index| quota(&Gate::ALL[index])))
    }
}

/// Which gate a route is behind.
fn gate(route: &Route) -> Option<Gate> {
    match (route.caller, route.method) {
        (Caller::Source, _) => Some(Gate::Capture),
        (Caller::Public, _) if route.path == "/healthz" => None,
        (Caller::Public, _) => Some(Gate::SignIn),
        (_, "GET") => Some(Gate::Reads),
        _ => Some(Gate::Writes),
    }
}

/// The caller's network: of IPv6 the first half, which is one customer's.
fn network(request: &Request) -> &str {
    let address = request.header("cf-connecting-ip").unwrap_or("");
    address.match_indices(':').nth(3).map_or(address, |(at, _)| &address[..at])
}

/// Who is counted at a gate. Nobody is recognised by it.
fn counted(gate: Gate, request: &Request, route: &Route, params: &[String]) -> String {
    let network = network(request);
    let whose = match gate {
        Gate::Capture => params.first().cloned().unwrap_or_default(),
        Gate::SignIn => {
            let body = request.body.as_deref().filter(|body| body.len() <= MOST_LOOKED).unwrap_or_default();
            let address = show::parse(body).ok().and_then(|body| body["email"].as_str().map(lower));
            [address.unwrap_or_default().trim(), " ", network].concat()
        }
        _ => match Proof::of(request).filter(|_| route.caller == Caller::Person) {
            Some(proof) => proof.secret().to_owned(),
            None => network.to_owned(),
        },
    };
    hash(&whose)
}

/// Refuses who asks for too much.
pub async fn check(outside: &Outside<'_>, quotas: &Quotas, request: &Request, route: &Route, params: &[String]) -> Result<(), Refusal> {
    let Some(gate) = gate(route) else { return Ok(()) };
    let Some(Quota { most, window }) = quotas.0[gate as usize] else { return Ok(()) };
    if outside.guard.passes(gate, &counted(gate, request, route, params)).await {
        return Ok(());
    }
    Err(Refusal::new(Code::TooManyRequests, format!("At most {most} requests in {window} seconds. Wait, and send it again."))
        .with("retry_after", window)
        .with("policy", format!("\"{}\";q={most};w={window}", gate.text())))
}
