//! What is set up from outside for requests.

use std::rc::Rc;

use worker::Env;

use crate::api;
use crate::id::Shard;
use crate::shell::bindings::{on, set};

/// Variable: the number of the shard where new organisations go.
const NEW_ORGANIZATIONS_SHARD: &str = "NEW_ORGANIZATIONS_SHARD";
/// Secret: lets `POST /v1/setup` make an organisation.
const SETUP_TOKEN: &str = "SETUP_TOKEN";
/// Variable: where Turnstile's tokens are checked, if elsewhere.
const TURNSTILE_URL: &str = "TURNSTILE_URL";
/// Where Turnstile's tokens are checked.
const TURNSTILE: &str = "https://challenges.cloudflare.com/turnstile/v0/siteverify";
/// Variable: how much anybody may ask for, in the words of the bindings that count it.
const RATE_LIMITS: &str = "RATE_LIMITS";
/// Variable: `on` takes the keys of identity providers from this machine, over plain http, too.
const ALLOW_INSECURE_JWKS: &str = "ALLOW_INSECURE_JWKS";
/// Variable: `on` shows the cost of every response.
const SERVER_TIMING: &str = "SERVER_TIMING";

thread_local! {
    /// One thread is one isolate.
    static MEMORY: Rc<api::Memory> = Rc::default();
}

/// What is set up from outside.
pub struct Config {
    /// What the API needs of it.
    pub api: api::Config,
    /// Whether responses tell their cost.
    pub server_timing: bool,
}

/// Reads what is set up from outside.
pub fn config(env: &Env) -> Config {
    let setup_token = set(env, SETUP_TOKEN);
    let named = set(env, NEW_ORGANIZATIONS_SHARD).and_then(|number| Shard::numbered(number.parse().ok()?));
    let new_organizations = named.unwrap_or_default();
    let server_timing = on(env, SERVER_TIMING);
    let quotas = api::limits::Quotas::read(&set(env, RATE_LIMITS).unwrap_or_default());
    let insecure_jwks = on(env, ALLOW_INSECURE_JWKS);
    let turnstile_url = set(env, TURNSTILE_URL).unwrap_or_else(|| TURNSTILE.to_owned());
    let memory = MEMORY.with(Rc::clone);
    Config {
        api: api::Config { memory, setup_token, turnstile_url, shard: Shard::FIRST, new_organizations, quotas, insecure_jwks },
        server_timing,
    }
}
