//! What the outside sees of things.

use serde_json::Value as Json;

use super::books::{kind_words, words};
use super::{Reply, Request, cursor, query};
use crate::access::{Permissions, standing};
use crate::id::UserId;
use crate::json;
use crate::model::{Grant, Level, Owner, Person, Record, Request as CollaborationRequest, Viewer};
use crate::request::{decision, status_at};
use crate::show::{self, Show};
use crate::store::book::BookRow;
use crate::store::grant::{CollaboratorRow, ShareRow};
use crate::store::org::OrgRow;
use crate::store::person::{KeyRow, MemberRow, RoleRow, UserRow};
use crate::time::Timestamp;

/// How many collaborators a record shows.
const SHOWN: usize = 5;

fn owner(owner: &Owner) -> Person {
    Person { id: owner.id.clone(), name: owner.name.clone() }
}

/// A record as `viewer` sees it at `now`.
pub fn record(viewer: &Viewer, record: &Record, grants: &[Grant], now: Timestamp) -> Json {
    // The first few by when they were added: fewer than are worth a sort.
    let mut collaborators: Vec<(Timestamp, Person, Level)> = Vec::new();
    let mut collaborator_count = 0_usize;
    for (at, (person, level)) in grants.iter().filter_map(|grant| Some((grant.granted_at, grant.live_collaborator(now)?))) {
        collaborator_count += 1;
        let place = collaborators.partition_point(|(other, known, _)| (*other, &known.id) <= (at, &person.id));
        collaborators.insert(place, (at, person, level));
        collaborators.truncate(SHOWN);
    }
    let collaborators: Vec<Json> =
        collaborators.iter().map(|(_, person, level)| json!({"id": person.id, "name": person.name, "level": level})).collect();
    json!({
        "id": record.id,
        "kind": record.kind,
        "name": record.name,
        "company": record.company,
        "title": record.title,
        "email": record.email,
        "phone": record.phone,
        "website": record.website,
        "status": record.status,
        "source": record.source,
        "amount": record.amount,
        "currency": record.currency,
        "tags": record.tags,
        "fields": record.fields,
        "owner": record.owner.as_ref().map(owner),
        "collaborators": collaborators,
        "collaborator_count": collaborator_count,
        "permissions": standing(viewer, record, grants, now).permissions,
        "version": record.version,
        "created_at": record.created_at,
        "updated_at": record.updated_at,
        "last_activity_at": record.last_activity_at,
        "deleted_at": record.deleted_at,
        "contact_id": record.contact_id,
        "deal_id": record.deal_id,
    })
}

/// A page of a list: `data`, `next_cursor`, and the `Link` header that says the same.
pub fn page<T: Show>(request: &Request, data: &[T], next: Option<String>) -> Reply {
    let mut texts = String::new();
    for one in data {
        if !texts.is_empty() {
            texts.push(',');
        }
        texts.push_str(&show::text(&one.show()));
    }
    page_of(request, &texts, next)
}

/// A page of a list whose entries are text already, with commas between.
pub fn page_of(request: &Request, data: &str, next: Option<String>) -> Reply {
    let reply = Reply::text(200, format!("{{\"data\":[{data}],\"next_cursor\":{}}}", show::text(&next.show())));
    match next {
        None => reply,
        Some(next) => {
            let link = format!("<{}?{}>; rel=\"next\"", request.path, query::with_cursor(&request.query, &next));
            reply.with("link", link)
        }
    }
}

/// Splits a page that was read with one entry more than `limit`, and tells the cursor of the list called `list`.
pub fn cut<T>(mut rows: Vec<T>, limit: i64, list: &str, place: impl Fn(&T) -> Vec<Json>) -> (Vec<T>, Option<String>) {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if rows.len() <= limit {
        return (rows, None);
    }
    rows.truncate(limit);
    let next = rows.last().map(|last| cursor::encode(list, &place(last)));
    (rows, next)
}

/// A person that a row names by id and name.
fn person(id: Option<&UserId>, name: Option<&str>) -> Json {
    id.map_or(Json::Null, |id| json!({"id": id, "name": name}))
}

/// A collaborator in a list.
pub fn collaborator(row: &CollaboratorRow) -> Json {
    json!({
        "user": {"id": row.id, "name": row.name},
        "level": row.level,
        "permissions": row.permissions.and(row.ceiling),
        "until": row.expires_at,
        "added_by": person(row.added_by.as_ref(), row.added_by_name.as_deref()),
        "added_at": row.added_at,
    })
}

/// Whom a share with this principal reaches.
fn with(principal: &str, name: Option<&str>) -> Json {
    match principal.split_once(':') {
        Some(("user", id)) => json!({"type": "user", "id": id, "name": name}),
        Some(("team", id)) => json!({"type": "team", "id": id, "name": name}),
        _ => json!({"type": "everyone", "name": name}),
    }
}

/// What of a share reaches its recipient: nobody inactive, and nothing over the ceiling of a person's role.
fn effective(permissions: Permissions, ceiling: Option<Permissions>, active: Option<i64>) -> Permissions {
    if active == Some(0) { Permissions::NONE } else { ceiling.map_or(permissions, |ceiling| permissions.and(ceiling)) }
}

/// A book share.
pub fn book(row: &BookRow) -> Json {
    json!({
        "id": row.id,
        "owner": {"id": row.owner, "name": row.owner_name},
        "with": with(&row.principal, row.with_name.as_deref()),
        "kinds": kind_words(row.kinds),
        "permissions": words(row),
        "effective": effective(row.permissions, row.ceiling, row.active),
        "expires_at": row.expires_at,
        "reason": row.reason,
        "granted_by": {"id": row.granted_by, "name": row.granted_by_name},
        "created_at": row.granted_at,
        "version": row.version,
    })
}

/// A share.
pub fn share(row: &ShareRow) -> Json {
    let with = with(&row.principal, row.with_name.as_deref());
    let effective = effective(row.permissions, row.ceiling, row.active);
    json!({
        "id": row.id,
        "lead": {"id": row.record, "kind": row.kind, "name": row.record_name},
        "with": with,
        "permissions": row.permissions,
        "effective": effective,
        "expires_at": row.expires_at,
        "reason": row.reason,
        "granted_by": person(row.granted_by.as_ref(), row.granted_by_name.as_deref()),
        "created_at": row.granted_at,
    })
}

/// A request to collaborate.
pub fn request(request: &CollaborationRequest, now: Timestamp) -> Json {
    let decision = decision(request);
    json!({
        "id": request.id,
        "lead": {"id": request.record, "kind": request.kind, "name": request.record_name},
        "requester": {"id": request.requester_id, "name": request.requester_name},
        "level": request.level,
        "reason": request.reason,
        "until": request.until,
        "status": status_at(request, now),
        "decision": decision,
        "created_at": request.created_at,
        "expires_at": request.expires_at,
    })
}

/// A user.
pub fn user(row: &UserRow) -> Json {
    json!({
        "id": row.id, "name": row.name, "email": row.email, "role": row.role, "active": row.active == 1, "teams": row.teams,
        "version": row.version, "created_at": row.created_at, "updated_at": row.updated_at,
    })
}

/// A role.
pub fn role(row: &RoleRow) -> Json {
    json!({
        "id": row.id, "name": row.name, "built_in": row.built_in == 1, "capabilities": row.capabilities, "record_permissions": row.ceiling,
        "version": row.version, "created_at": row.created_at, "updated_at": row.updated_at,
    })
}

/// A member of a team.
pub fn member(row: &MemberRow) -> Json {
    json!({
        "user": {"id": row.id, "name": row.name},
        "added_by": person(row.added_by.as_ref(), row.added_by_name.as_deref()),
        "added_at": row.added_at,
    })
}

/// An API key without its secret.
pub fn key(row: &KeyRow) -> Json {
    json!({
        "id": row.id, "user_id": row.user_id, "name": row.name, "created_at": row.created_at, "expires_at": row.expires_at,
        "last_used_at": row.last_used_at,
    })
}

/// The organisation. Its settings are for everyone to read: they decide what a client offers.
pub fn organization(row: &OrgRow) -> Json {
    json!({
        "id": row.id, "name": row.name, "settings": row.settings, "version": row.version, "created_at": row.created_at, "updated_at": row.updated_at,
    })
}

/// The signed-in person.
pub fn me(viewer: &Viewer, row: &UserRow) -> Json {
    json!({
        "user": user(row),
        "organization": {"id": viewer.org, "name": viewer.org_name},
        "role": viewer.role,
        "capabilities": viewer.capabilities,
        "teams": row.teams,
    })
}
