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

/// `GET` and `PUT /v1/me/notification_preferences`: what is not named stays as it is.
pub async fn preferences(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let now = call.ports.now;
    let mut statements = vec![preference_list(&credential, now)];
    if call.request.method == "PUT" {
        let changes = wishes(Fields::read(call.request)?)?;
        statements.insert(0, preference_put(&credential, &show::text(&Json::Array(changes)), now));
    } else {
        Query::read(&call.request.query).finish()?;
    }
    let writes = statements.len() - 1;
    let (_, mut results) = call.ask(&credential, statements).await?;
    for _ in 0..writes {
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

/// What the body of a change says, type by type.
fn wishes(mut body: Fields) -> Result<Vec<Json>, Refusal> {
    let mut changes = Vec::new();
    for notice in Notice::ALL {
        let name = notice.text();
        let usual = notice.email();
        if body.rest().get(name).is_some_and(Json::is_null) {
            body.take(name);
            changes.push(json!([name.show(), true.show(), usual.show(), usual.show()]));
        } else if let Some(mut wish) = body.object(name) {
            let (in_app, email) = (wish.boolean("in_app"), wish.choice("email", Email::ALL, Email::text));
            body.close(wish);
            changes.push(json!([name.show(), in_app.show(), email.show(), usual.show()]));
        }
    }
    body.finish()?;
    Ok(changes)
}

/// `PUT` and `DELETE /v1/leads/{id}/watch` and `…/mute`
pub async fn wish(call: &Call<'_>) -> Result<Reply, Error> {
    let credential = call.credential()?;
    let on = call.request.method == "PUT";
    if on {
        Fields::read(call.request)?.finish()?;
    }
    let wish = if call.request.path.ends_with("/mute") { Wish::Mute } else { Wish::Watch };
    let id = call.id(0, RecordId::parse)?;
    let statements = watch_put(&credential, &id, call.kind, wish, on, call.ports.now);
    let (_, mut results) = call.ask(&credential, statements.into()).await?;
    results.take()?;
    results.first::<(i64,)>()?.ok_or_else(Refusal::not_found)?;
    Ok(Reply::empty())
}
