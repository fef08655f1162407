//! The first step: an organisation and its owner.

use crate::json;
use subtle::ConstantTimeEq;

use super::body::Fields;
use super::{Call, Reply, keys, users};
use crate::access::{Capabilities, Permissions};
use crate::error::{Code, Error, Refusal};
use crate::id::{KeyId, OrgId, RoleId, UserId};
use crate::store::org::org_insert;
use crate::store::person::{NewKey, key_insert, role_insert, user_insert};

/// The roles that come with Leadroom.
pub const ROLES: &[(&str, Capabilities)] = &[("owner", Capabilities::ALL), ("admin", Capabilities::ALL), ("agent", Capabilities::AGENT)];

/// The set-up token, from whoever has it.
pub fn token<'a>(call: &Call<'a>) -> Result<&'a str, Refusal> {
    // Without the secret there is no such route.
    let token = call.config.setup_token.as_deref().ok_or_else(Refusal::not_found)?;
    let given = call.request.header("authorization").and_then(|header| header.split_once(' '));
    let given = given.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer")).map_or("", |(_, token)| token.trim());
    if bool::from(given.as_bytes().ct_eq(token.as_bytes())) {
        return Ok(token);
    }
    Err(Refusal::new(Code::Unauthenticated, "The set-up token is wrong."))
}

/// `POST /v1/setup`
pub async fn create(call: &Call<'_>) -> Result<Reply, Error> {
    token(call)?;
    let now = call.ports.now;
    let mut body = Fields::read(call.request)?;
    let mut organization_name = String::new();
    match body.object("organization") {
        Some(mut organization) => {
            organization_name = organization.required_text("name", 200);
            body.close(organization);
        }
        None => body.wrong("organization", "required", "is required: {\"name\"}"),
    }
    let (mut name, mut email) = (String::new(), String::new());
    match body.object("owner") {
        Some(mut owner) => {
            name = owner.required_text("name", 200);
            email = users::email(&mut owner, "email");
            body.close(owner);
        }
        None => body.wrong("owner", "required", "is required: {\"name\", \"email\"}"),
    }
    body.finish()?;

    let entropy = call.ports.entropy;
    let org = OrgId::mint(now, entropy);
    let user = UserId::mint(now, entropy);
    let mut statements = vec![org_insert(&org, &organization_name, &call.request.origin, now)];
    let mut owner_role = None;
    for (role, capabilities) in ROLES {
        let id = RoleId::mint(now, entropy);
        statements.push(role_insert(&id, &org, role, true, *capabilities, Permissions::ALL, now));
        owner_role = owner_role.or(Some(id));
    }
    if let Some(role) = owner_role {
        statements.push(user_insert(&user, &org, &role, &name, &email, now));
    }
    let secret = keys::new_secret(call);
    let key = KeyId::mint(now, entropy);
    let new = NewKey { hash: &keys::hash(&secret), id: &key, org: &org, user: &user, name: "set-up", by: None, expires_at: None };
    statements.push(key_insert(&new, now));
    call.ports.db.batch(statements).await?;
    Ok(Reply::json(
        201,
        &json!({
            "organization": {"id": org, "name": organization_name},
            "user": {"id": user, "name": name, "email": email, "role": "owner", "active": true},
            "api_key": {"id": key, "secret": secret},
        }),
    ))
}
