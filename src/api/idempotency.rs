//! `Idempotency-Key`: who sends the same `POST` again, because the answer got lost, gets the first answer.
//!
//! A key is the caller's own for a day. What was done is kept with its answer; what was refused changed nothing, so nothing is
//! kept, and the key is free for the request as it should have been. The answer is encrypted by what the caller proves
//! themselves with and by the key, neither of which the database has: answers show secrets.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value as Json;

use super::routes::{Caller, Route};
use super::{Call, Reply, Request, identity, setup};
use crate::capture::answers::digest;
use crate::error::{Code, Error, Refusal, StoreError};
use crate::flow::Ports;
use crate::flow::once::{Journal, Once, Stream, derived};
use crate::id::{Entropy as _, secret};
use crate::json;
use crate::show;
use crate::sql::read;
use crate::store::Results;
use crate::store::idempotency::{Known, request_answered, request_claim, request_released};
use crate::store::person::{caller, caller_row};

/// The longest key.
const LONGEST: usize = 255;
/// The headers of an answer that belong to what was done.
const KEPT: &[&str] = &["content-type", "content-security-policy", "etag", "location", "set-cookie"];

/// `409` while somebody works at the same request.
pub fn in_use() -> Error {
    Refusal::new(Code::IdempotencyKeyInUse, "The same request is being answered; send it again in a moment.").into()
}

/// The key that the request is sent under. Forms that are delivered have their own rule for it.
fn key<'a>(route: &Route, request: &'a Request) -> Result<Option<&'a str>, Refusal> {
    let Some(key) = request.header("idempotency-key").filter(|_| route.method == "POST" && route.caller != Caller::Source) else {
        return Ok(None);
    };
    if key.is_empty() || key.len() > LONGEST || !key.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        let detail = "`Idempotency-Key` must have 1 to 255 visible ASCII characters.";
        return Err(Refusal::new(Code::InvalidHeader, detail).with("header", "Idempotency-Key"));
    }
    Ok(Some(key))
}

/// Encrypts or decrypts: the bytes over a stream that only the caller can tell.
fn sealed(mut bytes: Vec<u8>, seed: String) -> Vec<u8> {
    let mut stream = vec![0; bytes.len()];
    Stream::new(seed).fill(&mut stream);
    bytes.iter_mut().zip(stream).for_each(|(byte, other)| *byte ^= other);
    bytes
}

fn opened(answer: &str, seed: String) -> Result<Reply, StoreError> {
    let unreadable = || StoreError::Corrupt("an answer that was kept is unreadable".to_owned());
    let bytes = STANDARD.decode(answer).map_err(|_| unreadable())?;
    let json = show::parse(&sealed(bytes, seed)).map_err(|_| unreadable())?;
    let (status, headers, body): (i64, Vec<(String, String)>, String) = read(json).ok_or_else(unreadable)?;
    let named = |(name, value): (String, String)| KEPT.iter().find(|kept| **kept == name).map(|kept| (*kept, value));
    let headers = headers.into_iter().filter_map(named).collect();
    Ok(Reply { status: u16::try_from(status).map_err(|_| unreadable())?, headers, body, cause: None }.with("idempotency-replayed", "true"))
}

fn text_of(reply: &Reply) -> String {
    let kept = reply.headers.iter().filter(|(name, _)| KEPT.contains(name));
    let headers: Vec<Json> = kept.map(|(name, value)| json!([name, value])).collect();
    show::text(&json!([reply.status, headers, reply.body]))
}

/// Has the route answer; under a key, once.
pub async fn answer(route: &'static Route, call: &Call<'_>) -> Result<Reply, Error> {
    let (Some(key), Some(body)) = (key(route, call.request)?, call.request.body.as_deref()) else { return (route.handler)(call).await };
    let Ports { db, entropy, now } = call.ports;
    let (credential, who, proof) = match route.caller {
        Caller::Person => {
            let credential = call.credential()?;
            let text = credential.whose();
            (Some(credential), text, identity::proof(call.request).unwrap_or_default().to_owned())
        }
        Caller::Installer => {
            let token = setup::token(call)?;
            (None, "installer".to_owned(), token.to_owned())
        }
        // Whoever calls is nobody, and who sends something else is somebody else: what they know is what they send.
        Caller::Public | Caller::Source => {
            let sent = String::from_utf8_lossy(body).into_owned();
            (None, sent.clone(), sent)
        }
    };
    let id = digest(json!([who, key]).to_string().as_bytes());
    let head = json!([call.request.method, call.request.path, call.request.query]).to_string();
    let asked = digest(&[head.as_bytes(), b"\n", body].concat());
    let mine = secret(18, entropy);

    let mut statements = Vec::from(request_claim(&id, credential.as_ref(), &asked, &mine, now));
    statements.extend(credential.as_ref().map(|credential| caller(credential, now)));
    let mut results = Results::new(db.batch(statements).await?);
    results.take()?;
    results.take()?;
    let known = results.first::<Known>()?;
    if credential.is_some() {
        call.met(&*caller_row(&results.take()?)?.viewer()?);
    }
    let Some(Known { request, nonce, answer, steps }) = known else { return Err(in_use()) };
    if request != asked {
        return Err(Refusal::new(Code::IdempotencyKeyReused, "This `Idempotency-Key` was sent with another request.").into());
    }
    let seed = |nonce: &str, purpose: &str| derived(&proof, &[purpose, key, nonce]);
    if let Some(answer) = answer {
        return Ok(opened(&answer, seed(&nonce, "answer"))?);
    }
    let began = steps.first().and_then(|step| step[2].as_str()).map(str::to_owned);
    let again = began.is_some();
    let nonce = match began {
        Some(began) => began,
        None if nonce == mine => nonce,
        None => return Err(in_use()),
    };

    let once = Once { id, seed: seed(&nonce, "bytes"), nonce, steps: Json::Array(steps) };
    let journal = Journal::new(db, &once, "", now);
    let stream = Stream::new(once.seed.clone());
    let ports = Ports { db: &journal, entropy: &stream, now: journal.at() };
    let result = (route.handler)(&Call { ports, once: Some(&once), params: call.params.clone(), ..*call }).await;
    let result = if journal.beaten() { Err(in_use()) } else { result };
    let done = result.as_ref().ok().filter(|reply| reply.status < 400);
    let last = match done {
        Some(reply) => {
            let sealed = STANDARD.encode(sealed(text_of(reply).into_bytes(), seed(&once.nonce, "answer")));
            request_answered(&once.id, &once.nonce, &sealed)
        }
        None => request_released(&once.id, &mine),
    };
    // What is lost here costs the next one a moment: it finds how far this one got, or that nobody works at it any more.
    let _ = db.batch(last.into()).await;
    result.map(|reply| if again && reply.status < 400 { reply.with("idempotency-replayed", "true") } else { reply })
}
