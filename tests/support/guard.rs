//! What the platform does before anybody is known, with real cryptography; and identity providers that sign.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use leadroom::flow::{Gate, Guard};
use leadroom::jwt::{Alg, Jwk};
use leadroom::sql::Later;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _, RSA_PKCS1_2048_8192_SHA256};
use ring::signature::{RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey};
use serde_json::{Value as Json, json};

use super::App;

/// What was counted and asked for.
#[derive(Default)]
pub struct Counted {
    /// Requests by gate and by whose they are.
    pub passed: RefCell<BTreeMap<(&'static str, String), i64>>,
    /// How many pass for each; nothing stands for all.
    pub most: Cell<Option<i64>>,
    /// Signatures that were checked.
    pub checked: Cell<usize>,
    /// Moments that were passed.
    pub pauses: Cell<usize>,
}

fn bytes(text: &Json) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text.as_str()?).ok()
}

/// Verifies as `WebCrypto` does.
fn verifies(key: &Jwk, signed: &[u8], signature: &[u8]) -> Option<()> {
    let jwk: Json = serde_json::from_str(&key.key).unwrap();
    match key.alg {
        Alg::Rs256 => {
            let (n, e) = (bytes(&jwk["n"])?, bytes(&jwk["e"])?);
            let public = ring::rsa::PublicKeyComponents { n, e };
            public.verify(&RSA_PKCS1_2048_8192_SHA256, signed, signature).ok()
        }
        Alg::Es256 => {
            let point = [vec![4], bytes(&jwk["x"])?, bytes(&jwk["y"])?].concat();
            UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(signed, signature).ok()
        }
    }
}

impl Guard for App {
    fn passes<'a>(&'a self, gate: Gate, whose: &'a str) -> Later<'a, bool> {
        let mut counts = self.counted.passed.borrow_mut();
        let count = counts.entry((gate.text(), whose.to_owned())).or_default();
        *count += 1;
        let passes = self.counted.most.get().is_none_or(|most| *count <= most);
        Box::pin(async move { passes })
    }

    fn verifies<'a>(&'a self, key: &'a Jwk, signed: &'a [u8], signature: &'a [u8]) -> Later<'a, bool> {
        self.counted.checked.set(self.counted.checked.get() + 1);
        let verified = verifies(key, signed, signature).is_some();
        Box::pin(async move { verified })
    }

    fn pause(&self) -> Later<'_, ()> {
        self.counted.pauses.set(self.counted.pauses.get() + 1);
        Box::pin(async {})
    }
}

/// A pair of keys that signs tokens.
pub enum Signer {
    Rsa(RsaKeyPair),
    Ec(EcdsaKeyPair),
}

impl Signer {
    /// The one RSA pair there is: making one takes seconds.
    pub fn rsa() -> Self {
        let pkcs8 = STANDARD.decode(include_str!("../data/jwt/rsa-2048.pkcs8.base64").replace('\n', "")).unwrap();
        Self::Rsa(RsaKeyPair::from_pkcs8(&pkcs8).unwrap())
    }

    /// A new pair on P-256.
    pub fn ec() -> Self {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
        Self::Ec(EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random).unwrap())
    }

    /// The public key, as its provider publishes it.
    pub fn jwk(&self, kid: &str) -> Json {
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        match self {
            Self::Rsa(pair) => {
                let public: ring::rsa::PublicKeyComponents<Vec<u8>> = pair.public_key().into();
                json!({"kty": "RSA", "kid": kid, "use": "sig", "alg": "RS256", "n": text(&public.n), "e": text(&public.e)})
            }
            Self::Ec(pair) => {
                let point = pair.public_key().as_ref();
                json!({"kty": "EC", "crv": "P-256", "kid": kid, "x": text(&point[1..33]), "y": text(&point[33..])})
            }
        }
    }

    pub fn sign(&self, signed: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        match self {
            Self::Rsa(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &random, signed, &mut signature).unwrap();
                signature
            }
            Self::Ec(pair) => pair.sign(&random, signed).unwrap().as_ref().to_vec(),
        }
    }

    fn alg(&self) -> &'static str {
        match self {
            Self::Rsa(_) => "RS256",
            Self::Ec(_) => "ES256",
        }
    }

    /// A token with this header and these claims, signed.
    pub fn token_with(&self, header: &Json, claims: &Json) -> String {
        let signed = format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(claims.to_string()));
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(self.sign(signed.as_bytes())))
    }

    /// A token of the key called `kid`.
    pub fn token(&self, kid: &str, claims: &Json) -> String {
        self.token_with(&json!({"alg": self.alg(), "kid": kid, "typ": "JWT"}), claims)
    }
}
