//! HTTP between the platform's shapes and the core's values, and the log line of a request.

use worker::{Headers, Response, console_error, console_log};

use crate::api::trace::Trace;
use crate::api::{Reply, Request, most_body};
use crate::id::OrgId;
use crate::json;
use crate::shell::bindings::now;
use crate::shell::database::{D1, Stats};
use crate::shell::outside::limited;
use crate::time::Timestamp;

/// Reads a request; of a body that is too large only as much as shows that.
pub async fn read(mut request: worker::Request) -> worker::Result<Request> {
    // The platform has parsed and serialised the address already: it need only be taken apart.
    let url = request.inner().url();
    let url = url.split('#').next().unwrap_or_default();
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let path_at = address.find("://").and_then(|at| address[at + 3..].find('/').map(|slash| at + 3 + slash)).unwrap_or(address.len());
    let headers: Vec<(String, String)> = request.headers().entries().collect();
    let announced = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse::<usize>().ok());
    let most = most_body(&address[path_at..]);
    let body = match announced {
        Some(length) if length > most => None,
        _ => match request.stream() {
            Ok(stream) => limited(stream, most).await,
            Err(_) => Some(Vec::new()),
        },
    };
    Ok(Request {
        // As it is called: the SDK takes whatever it does not know for a `GET`.
        method: request.inner().method(),
        origin: address[..path_at].to_owned(),
        path: address[path_at..].to_owned(),
        query: query.to_owned(),
        headers,
        body,
    })
}

/// Writes a reply, with what it cost where that is to be shown.
pub fn write(reply: Reply, timing: bool, stats: &Stats) -> worker::Result<Response> {
    let headers = Headers::new();
    for (name, value) in &reply.headers {
        headers.append(name, value)?;
    }
    let Stats { calls, rows_read, rows_written, duration, bookmark } = stats;
    if timing {
        let cost = format!("calls={calls} rows_read={rows_read} rows_written={rows_written}");
        headers.set("server-timing", &format!("db;dur={duration};desc=\"{cost}\""))?;
    }
    if !bookmark.is_empty() {
        headers.set("x-d1-bookmark", bookmark)?;
    }
    let response = if reply.body.is_empty() { Response::empty()? } else { Response::from_bytes(reply.body.into_bytes())? };
    let response = response.with_status(reply.status);
    for (name, value) in headers.entries() {
        response.headers().set(&name, &value)?;
    }
    if !headers.has("content-type")? {
        response.headers().delete("content-type")?;
    }
    Ok(response)
}

/// One JSON line per request: no secret, no personal data. Of the address only the route stands in it: in the path of a
/// capture source is its key, and in a query whatever somebody searched for.
pub fn log(method: &str, reply: &Reply, trace: &Trace, request_id: &str, database: &D1, started: Timestamp) {
    let stats = database.stats();
    let line = json!({
        "request_id": request_id,
        "method": method,
        "route": trace.route.get(),
        "status": reply.status,
        "organization": trace.org.borrow().as_ref().map(OrgId::as_str),
        "db": {"calls": stats.calls, "rows_read": stats.rows_read, "rows_written": stats.rows_written},
        "ms": now().0 - started.0,
        "cause": reply.cause,
    });
    if reply.cause.is_some() {
        console_error!("{line}");
    } else {
        console_log!("{line}");
    }
}
