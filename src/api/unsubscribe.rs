//! Ending the mail to a person with one click (RFC 8058). Whoever has the link need not sign in: it is in their mails only, and all
//! that it does is to end those.
//!
//! Following the link only shows a page: what looks through mails before people do must not unsubscribe them.

use super::query::Query;
use super::{Call, Reply};
use crate::error::{Error, Refusal};
use crate::flow::letterhead::{Part, Sheet};
use crate::id::Shard;
use crate::store::Results;
use crate::store::mail::{unsubscribe, unsubscribe_get};

/// `GET /v1/unsubscribe/{token}`, which asks, and `POST`, which does it.
pub async fn answer(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let tagged = call.id(0, |token| Some(token.to_owned()))?;
    let token = Shard::split(&tagged).1;
    let done = call.request.method == "POST";
    let mut statements = vec![unsubscribe_get(token)];
    statements.extend(done.then(|| unsubscribe(token)));
    let mut results = Results::new(call.ports.db.batch(statements).await?);
    let (address,) = results.first::<(String,)>()?.ok_or_else(Refusal::not_found)?;
    let (title, words) = if done {
        ("You are unsubscribed", "gets no more mail about what happens in Leadroom. Codes to sign in are still sent.")
    } else {
        ("Unsubscribe?", "gets mail about what happens in Leadroom. Shall that end?")
    };
    let mut parts = vec![Part::Line(format!("{address} {words}"))];
    parts.extend((!done).then_some(Part::Form("Unsubscribe")));
    let sheet = Sheet { from: "Leadroom".to_owned(), title: title.to_owned(), preview: title.to_owned(), parts };
    let mut reply = Reply::text(200, sheet.html());
    reply.headers = vec![
        ("content-type", "text/html; charset=utf-8".to_owned()),
        ("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'".to_owned()),
        ("referrer-policy", "no-referrer".to_owned()),
        ("x-robots-tag", "noindex".to_owned()),
    ];
    Ok(reply)
}
