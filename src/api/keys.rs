//! API keys: shown once, stored as a hash.

use serde_json::Value as Json;

use super::body::Fields;
use super::query::Query;
use super::users::{Target, may_manage, target};
use super::{Call, Reply, view};
use crate::error::{Code, Error, Refusal};
pub use crate::id::hash;
use crate::id::{KeyId, UserId, secret};
use crate::json;
use crate::model::Viewer;
use crate::store::person::{KeyRow, NewKey, key_delete, key_get, key_insert, key_page};

/// What every key begins with.
pub const PREFIX: &str = "lr_";

/// A new key's secret: 256 random bits, after the shard that it is of.
pub fn new_secret(call: &Call<'_>) -> String {
    format!("{PREFIX}{}{}", call.config.shard.tag(), secret(32, call.ports.entropy))
}

/// `POST /v1/users/{id}/api_keys`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    call.credential()?;
    let now = call.ports.now;
    let mut body = Fields::read(call.request)?;
    let name = body.required_text("name", 100);
    let expires_at = body.future("expires_at", now);
    body.finish()?;
    let Target { viewer, user, .. } = target(call, Vec::new()).await?;
    if user.id != viewer.id {
        may_manage(&viewer, Some(&user))?;
    }
    if user.active == 0 {
        return Err(Refusal::new(Code::RecipientInactive, "The person is inactive.").into());
    }
    let secret = new_secret(call);
    let id = KeyId::mint(now, call.ports.entropy);
    let key = NewKey { hash: &hash(&secret), id: &id, org: &viewer.org, user: &user.id, name: &name, by: Some(&viewer.id), expires_at };
    call.ports.db.batch(vec![key_insert(&key, now)]).await?;
    Ok(Reply::json(
        201,
        &json!({"id": id, "user_id": user.id, "name": name, "secret": secret, "created_at": now, "expires_at": expires_at}),
    ))
}

/// `GET /v1/users/{id}/api_keys`
pub async fn list(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let before = query.cursor_id("keys", KeyId::parse)?;
    query.finish()?;
    let credential = call.credential()?;
    let id = call.id(0, UserId::parse)?;
    let extras = vec![key_page(&credential, &id, before.as_ref(), limit + 1, call.ports.now)];
    let Target { viewer, user, mut results } = target(call, extras).await?;
    if user.id != viewer.id {
        may_manage(&viewer, Some(&user))?;
    }
    let (rows, next) = view::cut(results.all::<KeyRow>()?, limit, "keys", |row| vec![Json::from(row.id.as_str())]);
    let data: Vec<Json> = rows.iter().map(view::key).collect();
    Ok(view::page(call.request, &data, next))
}

/// The key that the path names, for whoever may hold it.
async fn known(call: &Call<'_>) -> Result<(Box<Viewer>, Box<KeyRow>), Error> {
    let credential = call.credential()?;
    let id = call.id(0, KeyId::parse)?;
    let now = call.ports.now;
    let (viewer, mut results) = call.ask(&credential, vec![key_get(&credential, &id, now)]).await?;
    let key = results.found::<KeyRow>()?;
    if key.user_id != viewer.id {
        // Whose keys one may not hold one does not learn of either.
        may_manage(&viewer, None).map_err(|_| Refusal::not_found())?;
        let there = Call { params: vec![key.user_id.to_string()], ..*call };
        let Target { user, .. } = target(&there, Vec::new()).await?;
        may_manage(&viewer, Some(&user))?;
    }
    Ok((viewer, key))
}

/// `GET /v1/api_keys/{id}`
pub async fn get(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let (_, key) = known(call).await?;
    Ok(Reply::json(200, &view::key(&key)))
}

/// `DELETE /v1/api_keys/{id}`
pub async fn delete(call: &Call<'_>) -> Result<Reply, Error> {
    let (viewer, key) = known(call).await?;
    call.ports.db.batch(vec![key_delete(&key.id, &viewer.org)]).await?;
    call.loosens(Some(&key.user_id));
    Ok(Reply::empty())
}
