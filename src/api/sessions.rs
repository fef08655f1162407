//! Signing in by a code that is mailed, for the console, and signing out.

use serde_json::Value as Json;

use super::body::Fields;
use super::identity::{cookie, same_origin};
use super::{Call, Reply, users, view};
use crate::error::{Code, Error, Refusal};
use crate::flow::sign_in::code_hash;
use crate::id::{CodeId, OrgId, UserId, hash, secret};
use crate::job::Job;
use crate::json;
use crate::store::Results;
use crate::store::person::{Credential, UserRow, user_me};
use crate::store::session::{CODE_LIFE, SESSION_LIFE, code_insert, code_people, code_try, code_untry, session_delete, session_insert};
use crate::time::SECOND;

/// `POST /v1/auth/codes`: the same work and the same answer, whoever's address it is.
pub async fn ask(call: &Call<'_>) -> Result<Reply, Error> {
    let mut body = Fields::read(call.request)?;
    let email = users::email(&mut body, "email");
    let org = body.id("organization_id", OrgId::parse);
    body.finish()?;
    let now = call.ports.now;
    let id = CodeId::mint(now, call.ports.entropy);
    for place in call.outside.everywhere(call.config.shard, call.ports.db) {
        place.db.batch(vec![code_insert(&id, &email, org.as_ref(), now)]).await?;
        // A message that is lost is sent again by the sweep.
        let _ = place.queue.send(vec![Job::SignInCode { code: id.clone() }], 0).await;
    }
    Ok(Reply::json(202, &json!({"expires_in": CODE_LIFE / SECOND})))
}

fn invalid() -> Error {
    Refusal::new(Code::InvalidCode, "The code is wrong, used up or too old. Ask for another one.").into()
}

/// `POST /v1/auth/sessions`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    same_origin(call.request)?;
    let mut body = Fields::read(call.request)?;
    let email = users::email(&mut body, "email");
    let code = body.required_text("code", 50);
    let org = body.id("organization_id", OrgId::parse);
    body.finish()?;
    let now = call.ports.now;
    let mut found = None;
    for place in call.outside.everywhere(call.config.shard, call.ports.db) {
        let statements = vec![code_try(&email, org.as_ref(), now), code_people(&email, org.as_ref())];
        let mut results = Results::new(place.db.batch(statements).await?);
        let codes: Vec<(CodeId, String, Option<OrgId>)> = results.all()?;
        let people: Vec<(UserId, bool, Json)> = results.all()?;
        if let Some((code, _, of)) = codes.into_iter().find(|(id, known, _)| *known == code_hash(id, &code)) {
            found = Some((place, code, of, people));
            break;
        }
    }
    let (place, code, of, mut people) = found.ok_or_else(invalid)?;
    people.retain(|(_, _, org)| of.as_ref().is_none_or(|of| org["id"] == of.as_str()));
    let somebody = !people.is_empty();
    people.retain(|(_, active, _)| *active);
    let user = match people.as_slice() {
        [(user, _, _)] => user,
        [] if somebody => return Err(Refusal::new(Code::UserInactive, "The person behind this address has been deactivated.").into()),
        [] => return Err(invalid()),
        _ => {
            place.db.batch(vec![code_untry(&code)]).await?;
            let list: Vec<Json> = people.into_iter().map(|(_, _, org)| org).collect();
            let refusal = Refusal::new(Code::ChooseOrganization, "Name the organisation: send the same with its `organization_id`.");
            return Err(refusal.with("organizations", list).into());
        }
    };
    let secret = place.shard.tag() + &secret(32, call.ports.entropy);
    let credential = Credential::Session(hash(&secret));
    let mut statements = session_insert(&hash(&secret), user, &code, now);
    statements.extend([crate::store::person::caller(&credential, now), user_me(&credential, now)]);
    let mut results = Results::new(place.db.batch(statements).await?);
    results.take()?;
    results.take()?;
    let viewer = crate::store::person::caller_row(&results.take()?)?.viewer().map_err(|_| invalid())?;
    call.met(&viewer);
    let row = results.sure::<UserRow>("the session's user row")?;
    Ok(Reply::json(201, &view::me(&viewer, &row)).with("set-cookie", cookie(call.request, &secret, SESSION_LIFE / SECOND)))
}

/// `DELETE /v1/auth/sessions/current`
pub async fn end(call: &Call<'_>) -> Result<Reply, Error> {
    let viewer = call.viewer().await?;
    // A key signs nobody out: there is no current session.
    let Credential::Session(hash) = call.credential()? else { return Err(Refusal::not_found().into()) };
    call.ports.db.batch(vec![session_delete(&hash)]).await?;
    call.loosens(Some(&viewer.id));
    Ok(Reply::empty().with("set-cookie", cookie(call.request, "", 0)))
}
