//! What people are told: the feed, read marks, how each wants to be told, and what they want to hear more or no more of.

use serde_json::{Map, Value as Json};

use super::body::Fields;
use super::query::Query;
use super::{Call, Reply, view};
use crate::error::{Error, Refusal};
use crate::flow::notify::unread_message;
use crate::id::{NoticeId, RecordId};
use crate::json;
use crate::notice::{Email, Notice, Told};
use crate::show::{self, Show as _};
use crate::sql::Stmt;
use crate::store::notice::{Wish, notice_page, notice_read, notice_unread, preference_list, preference_put, watch_put};

/// How many notifications are marked as read by their ids at once.
const MOST_READ: usize = 1000;

/// `GET /v1/notifications`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let unread = query.boolean("unread")?;
    let limit = query.limit()?;
    let before = query.cursor_id("notifications", NoticeId::parse)?;
    query.finish()?;
    let credential = call.credential()?;
    let now = call.ports.now;
    let statements = vec![notice_page(&credential, unread, before.as_ref(), limit + 1, now), notice_unread(&credential, now)];
    let (_, mut results) = call.ask(&credential, statements).await?;
    let (told, next) = view::cut(results.all::<Told>()?, limit, "notifications", |told| vec![told.id.show()]);
    let (unread, _) = results.first::<(i64, i64)>()?.unwrap_or_default();
    let mut reply = view::page(call.request, &told, next);
    reply.body.pop();
    reply.body = format!("{},\"unread\":{unread}}}", reply.body);
    Ok(reply)
}

/// `POST /v1/notifications/read`
pub async fn read(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let mut body = Fields::read(call.request)?;
    let all = body.boolean("all");
    let given = body.has("ids");
    let ids = body.strings("ids", MOST_READ).unwrap_or_default();
    let parsed: Vec<Option<NoticeId>> = ids.iter().map(|id| NoticeId::parse(id)).collect();
    for (index, _) in parsed.iter().enumerate().filter(|(_, id)| id.is_none()) {
        body.wrong(&format!("ids.{index}"), "invalid_id", "must be an id");
    }
    if given == (all == Some(true)) && body.errors.is_empty() {
        body.wrong("ids", "required", "say either `ids` or `\"all\": true`");
    }
    body.finish()?;
    let ids: Vec<NoticeId> = parsed.into_iter().flatten().collect();
    let now = call.ports.now;
    let mark = notice_read(&credential, given.then_some(ids.as_slice()), now);
    let (viewer, mut results) = call.ask(&credential, vec![mark, notice_unread(&credential, now)]).await?;
    results.take()?;
    let (unread, open) = results.first::<(i64, i64)>()?.unwrap_or_default();
    if open == 1 {
        // Whatever else the person has open shows the new number; what is lost here, the next one tells.
        let _ = call.outside.inboxes.push(&viewer.id, vec![unread_message(unread)]).await;
    }
    Ok(Reply::json(200, &json!({"unread": unread})))
}

/// How the caller is told of everything, after the `write`.
async fn preferences(call: &Call<'_>, write: Option<Stmt>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let writes = write.is_some();
    let statements = write.into_iter().chain([preference_list(&credential, call.ports.now)]).collect();
    let (_, mut results) = call.ask(&credential, statements).await?;
    if writes {
        results.take()?;
    }
    let own: Vec<(Notice, i64, Email)> = results.all()?;
    let mut all = Map::new();
    for notice in Notice::ALL {
        let own = own.iter().find(|(known, ..)| known == notice);
        let (in_app, email) = own.map_or((true, notice.email()), |(_, in_app, email)| (*in_app == 1, *email));
        show::put(&mut all, notice.text(), json!({"in_app": in_app, "email": email}));
    }
    Ok(Reply::json(200, &Json::Object(all)))
}

/// `GET /v1/me/notification_preferences`
pub async fn preference(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    preferences(call, None).await
}

/// `PUT /v1/me/notification_preferences`: what is not named stays as it is.
pub async fn prefer(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let mut body = Fields::read(call.request)?;
    let mut changes: Vec<Json> = Vec::new();
    for notice in Notice::ALL.iter().filter(|notice| body.has(notice.text())).collect::<Vec<_>>() {
        if body.rest().get(notice.text()).is_some_and(Json::is_null) {
            body.take(notice.text());
            changes.push(json!([notice.show(), true.show(), notice.email().show(), Json::Null]));
        } else if let Some(mut wish) = body.object(notice.text()) {
            let in_app = wish.boolean("in_app");
            let email = wish.choice("email", Email::ALL, Email::text);
            body.close(wish);
            changes.push(json!([notice.show(), in_app.show(), email.show(), notice.email().show()]));
        }
    }
    body.finish()?;
    let write = preference_put(&credential, &show::text(&changes.show()), call.ports.now);
    preferences(call, Some(write)).await
}

/// Notes or takes back a wish about the record that the path names.
async fn wish(call: &Call<'_>, wish: Wish, on: bool) -> Result<Reply, Error> {
    let credential = call.credential()?;
    if on {
        Fields::read(call.request)?.finish()?;
    }
    let id = call.id(0, RecordId::parse)?;
    let statements = watch_put(&credential, &id, call.kind, wish, on, call.ports.now);
    let (_, mut results) = call.ask(&credential, statements.into()).await?;
    results.take()?;
    results.first::<(i64,)>()?.ok_or_else(Refusal::not_found)?;
    Ok(Reply::empty())
}

/// `PUT /v1/leads/{id}/watch`
pub async fn watch(call: &Call<'_>) -> Result<Reply, Error> {
    wish(call, Wish::Watch, true).await
}

/// `DELETE /v1/leads/{id}/watch`
pub async fn unwatch(call: &Call<'_>) -> Result<Reply, Error> {
    wish(call, Wish::Watch, false).await
}

/// `PUT /v1/leads/{id}/mute`
pub async fn mute(call: &Call<'_>) -> Result<Reply, Error> {
    wish(call, Wish::Mute, true).await
}

/// `DELETE /v1/leads/{id}/mute`
pub async fn unmute(call: &Call<'_>) -> Result<Reply, Error> {
    wish(call, Wish::Mute, false).await
}
