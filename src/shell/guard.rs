//! What the platform does before anybody is known: it counts requests, and verifies signatures.

use std::time::Duration;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use worker::js_sys::{Array, Function, JSON, Promise, Reflect, Uint8Array, global};
use worker::{Delay, Env};

use super::log::log_failure;
use crate::flow::{Gate, Guard};
use crate::jwt::{Alg, Jwk};
use crate::sql::Later;

/// How long a moment is.
const MOMENT: Duration = Duration::from_millis(50);

/// The platform's rate limits and `WebCrypto`.
pub struct Platform<'a>(pub &'a Env);

/// What a method of a platform's object comes to.
pub async fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    let promise: Promise = function.apply(object, &arguments.iter().collect::<Array>())?.dyn_into()?;
    JsFuture::from(promise).await
}

/// The binding that counts for a gate.
fn binding(gate: Gate) -> &'static str {
    match gate {
        Gate::Reads => "RATE_READS",
        Gate::Writes => "RATE_WRITES",
        Gate::SignIn => "RATE_SIGN_IN",
        Gate::Capture => "RATE_CAPTURE",
    }
}

impl Platform<'_> {
    async fn passes(&self, gate: Gate, whose: &str) -> Result<bool, JsValue> {
        let limiter = Reflect::get(self.0, &binding(gate).into())?;
        if limiter.is_undefined() {
            return Ok(true);
        }
        let options = JSON::parse(&["{\"key\":\"", whose, "\"}"].concat())?;
        let outcome = call(&limiter, "limit", &[options]).await?;
        Ok(Reflect::get(&outcome, &"success".into())?.as_bool().unwrap_or(true))
    }

    async fn verifies(key: &Jwk, signed: &[u8], signature: &[u8]) -> Result<bool, JsValue> {
        let algorithm = match key.alg {
            Alg::Rs256 => r#"{"name":"RSASSA-PKCS1-v1_5","hash":"SHA-256"}"#,
            Alg::Es256 => r#"{"name":"ECDSA","namedCurve":"P-256","hash":"SHA-256"}"#,
        };
        let algorithm = JSON::parse(algorithm)?;
        let subtle = Reflect::get(&Reflect::get(&global(), &"crypto".into())?, &"subtle".into())?;
        let uses = Array::of1(&"verify".into());
        let import = ["jwk".into(), JSON::parse(&key.key)?, algorithm.clone(), JsValue::FALSE, uses.into()];
        let key = call(&subtle, "importKey", &import).await?;
        let verify = [algorithm, key, Uint8Array::from(signature).into(), Uint8Array::from(signed).into()];
        Ok(call(&subtle, "verify", &verify).await?.is_truthy())
    }
}

impl Guard for Platform<'_> {
    fn passes<'b>(&'b self, gate: Gate, whose: &'b str) -> Later<'b, bool> {
        Box::pin(async move {
            // A limit that cannot be counted keeps nobody out.
            Self::passes(self, gate, whose).await.unwrap_or_else(|error| {
                log_failure("rate limit", &format!("{error:?}"));
                true
            })
        })
    }

    fn verifies<'b>(&'b self, key: &'b Jwk, signed: &'b [u8], signature: &'b [u8]) -> Later<'b, bool> {
        Box::pin(async move { Self::verifies(key, signed, signature).await.unwrap_or(false) })
    }

    fn pause(&self) -> Later<'_, ()> {
        Box::pin(async { Delay::from(MOMENT).await })
    }
}
