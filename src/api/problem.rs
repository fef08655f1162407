//! Problem documents (RFC 9457).

use serde_json::{Map, Value as Json};

use super::Reply;
use crate::error::{Code, Error};
use crate::show;
use crate::show::Show as _;

/// How long to wait before trying again, in seconds.
pub const RETRY_AFTER: &str = "1";

/// The problem document of an error. Nothing internal is in it: the cause of a failure goes to the log.
pub fn reply(error: &Error, request_id: &str) -> Reply {
    let code = error.code();
    let mut body = Map::new();
    body.insert("type".to_owned(), Json::from(format!("/docs/problems#{}", code.text())));
    body.insert("title".to_owned(), Json::from(code.title()));
    body.insert("status".to_owned(), Json::from(code.status()));
    body.insert("code".to_owned(), Json::from(code.text()));
    body.insert("request_id".to_owned(), Json::from(request_id));
    let mut headers = vec![("content-type", "application/problem+json".to_owned())];
    let refusal = error.refusal();
    body.insert("detail".to_owned(), Json::from(refusal.detail.as_str()));
    for (name, value) in &refusal.extensions {
        body.entry(name.as_str()).or_insert_with(|| value.clone());
    }
    if code.status() == 422 || !refusal.errors.is_empty() {
        body.insert("errors".to_owned(), refusal.errors.show());
    }
    if let Some(allow) = refusal.extensions.get("allow").and_then(Json::as_str) {
        headers.push(("allow", allow.to_owned()));
    }
    // Every `401` says how (RFC 9110, 15.5.2).
    if code.status() == 401 {
        headers.push(("www-authenticate", "Bearer".to_owned()));
    }
    if code == Code::UpgradeRequired {
        headers.push(("upgrade", "websocket".to_owned()));
    }
    if code == Code::TooManyRequests {
        let policy = refusal.extensions.get("policy").and_then(Json::as_str).unwrap_or_default();
        headers.push(("ratelimit-policy", policy.to_owned()));
        headers.push(("retry-after", refusal.extensions["retry_after"].to_string()));
    }
    if code == Code::Unavailable || code == Code::IdempotencyKeyInUse {
        headers.push(("retry-after", RETRY_AFTER.to_owned()));
    }
    Reply { status: code.status(), headers, body: show::text(&Json::Object(body)), cause: error.cause().map(str::to_owned) }
}
