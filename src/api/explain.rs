//! Why can X see this? Computed by the code that enforces: each reason is a row that `access::grant_gives` lets through, and
//! the sum is `access::standing`.

use serde_json::{Map, Value as Json};

use super::query::Query;
use super::{Call, Reply, view};
use crate::access::{self, Capabilities, Permissions, Standing, grant_gives, standing};
use crate::error::{Error, Refusal, StoreError};
use crate::id::{RecordId, UserId};
use crate::model::{Grant, Level, Person, Record, Request, Source, Viewer};
use crate::request;
use crate::show::{Show as _, brief};
use crate::store::Results;
use crate::store::explain::{Book, Explained, Held, explain_helpers, explain_one, explain_page};
use crate::store::person::Credential;
use crate::store::record::{RECORD_ACCESS, record_get, record_got};
use crate::store::request::request_last_of;
use crate::time::Timestamp;
use crate::{json, shown};

/// One reason.
#[derive(Clone)]
struct Because {
    source: &'static str,
    id: Option<String>,
    via: Json,
    granted_by: Option<Person>,
    since: Option<Timestamp>,
    expires_at: Option<Timestamp>,
    reason: Option<String>,
}

shown!(Because: source, id, via, granted_by, since, expires_at, reason);

fn by_book(book: &Book) -> Because {
    Because {
        source: "book_share",
        id: Some(book.id.to_string()),
        via: json!({"type": "book", "id": book.owner.id, "name": book.owner.name}),
        granted_by: Some(book.by.person.clone()),
        since: Some(book.since),
        expires_at: book.expires_at,
        reason: book.reason.clone(),
    }
}

fn because(held: &Held) -> Because {
    let id = held.grant.id.as_ref().map(ToString::to_string);
    let since = Some(held.grant.granted_at);
    let expires_at = held.grant.expires_at;
    let reason = held.reason.clone();
    let plain = |source| Because {
        source,
        id: id.clone(),
        via: Json::Null,
        granted_by: held.by.as_ref().map(|by| by.person.clone()),
        since,
        expires_at,
        reason: reason.clone(),
    };
    if let Some(book) = &held.book {
        return by_book(book);
    }
    match (held.grant.source, held.principal.name.split_once(':')) {
        (Source::Owner, _) => plain("owner"),
        (Source::Pool, _) => plain("pool"),
        (Source::Collaborator, _) => plain("collaborator"),
        (Source::Share, Some(("team", team))) => {
            Because { via: json!({"type": "team", "id": team, "name": held.team}), ..plain("team_share") }
        }
        (Source::Share, Some(("org", _))) => plain("everyone_share"),
        (Source::Share, _) => plain("share"),
    }
}

fn by_role(viewer: &Viewer) -> Because {
    let via = json!({"type": "role", "name": viewer.role});
    Because { source: "role", id: None, via, granted_by: None, since: None, expires_at: None, reason: None }
}

/// What each reason gives, before the ceiling.
fn reasons(viewer: &Viewer, record: &Record, held: &[Held], now: Timestamp) -> Vec<(Permissions, Because)> {
    let view_all = viewer.capabilities.has(Capabilities::VIEW_ALL);
    if record.deleted_at.is_some() {
        let owner = held.iter().filter(|held| held.grant.source == Source::Owner && held.book.is_none());
        return owner
            .map(|held| (Permissions::READ, because(held)))
            .chain(view_all.then(|| (Permissions::READ, by_role(viewer))))
            .collect();
    }
    let rows = held.iter().map(|held| (grant_gives(&held.principal, &held.grant, record.kind, now), because(held)));
    rows.filter(|(gives, _)| *gives != Permissions::NONE).chain(view_all.then(|| (Permissions::ALL, by_role(viewer)))).collect()
}

fn permissions(sum: Permissions, reasons: &[(Permissions, Because)]) -> Json {
    let mut map = Map::new();
    for name in Permissions::ALL.names() {
        let one = Permissions::named(name).unwrap_or(Permissions::NONE);
        let because: Vec<&Because> = reasons.iter().filter(|(gives, _)| gives.has(one)).map(|(_, because)| because).collect();
        let granted = sum.has(one);
        map.insert(name.to_owned(), json!({"granted": granted, "because": if granted { because.show() } else { json!([]) }}));
    }
    Json::Object(map)
}

/// Who can do what would help, and what was done already.
struct Helpers {
    /// The person's last request on the record.
    asked: Option<Request>,
    /// In the place of an owner who is absent.
    standing_in: Vec<Person>,
    managers: Vec<Person>,
}

fn ended(held: &[Held], now: Timestamp) -> impl Iterator<Item = &Held> {
    held.iter().filter(move |held| !held.grant.is_live(now))
}

/// The smallest thing that would help, with who can do it. Nothing for whoever may work on the record already.
fn remedy(
    viewer: &Viewer,
    standing: &Standing,
    record: &Record,
    (held, books): (&[Held], &[(Book, Permissions)]),
    helpers: &Helpers,
    now: Timestamp,
) -> Json {
    let wanted = Level::Collaborator.permissions();
    let me = json!([viewer.person()]);
    let owner = record.owner.as_ref().filter(|owner| owner.active).map(|owner| Person { id: owner.id.clone(), name: owner.name.clone() });
    if record.deleted_at.is_some() {
        return json!([{"action": "restore", "who": owner.map_or_else(|| helpers.standing_in.clone(), |owner| vec![owner])}]);
    }
    // Nobody decides their own request.
    let standing_in = || helpers.standing_in.iter().filter(|who| who.id != viewer.id).cloned().collect();
    let approvers = owner.map_or_else(standing_in, |owner| vec![owner]);
    if !viewer.ceiling.has(wanted) {
        let action = json!({"action": "change_role", "who": helpers.managers});
        if !viewer.ceiling.has(Permissions::READ) || standing.permissions.has(wanted.and(viewer.ceiling)) {
            return json!([action]);
        }
    }
    if standing.permissions.has(wanted.and(viewer.ceiling)) {
        return json!([]);
    }
    let mut actions = Vec::new();
    if access::may_claim(standing).is_ok() && record.owner.is_none() {
        actions.push(json!({"action": "claim", "who": me}));
    }
    if access::may_join(standing).is_ok() {
        actions.push(json!({"action": "become_collaborator", "who": me}));
    } else if let Some(waits) = helpers.asked.as_ref().filter(|asked| request::is_open(asked, now)) {
        // Asking once more changes nothing: the decision does.
        actions.push(json!({"action": "approve_request", "id": waits.id, "who": approvers}));
    } else {
        let retry_at = helpers.asked.as_ref().and_then(|asked| request::cooling_until(asked, &viewer.settings, now));
        actions.push(brief(json!({"action": "request_to_collaborate", "who": approvers, "retry_at": retry_at})));
    }
    let grants = ended(held, now).filter_map(|held| Some((held.grant.id.as_ref()?, held.by.as_ref()?)));
    for (id, giver) in grants.chain(books.iter().map(|(book, _)| (&book.id, &book.by))).filter(|(_, giver)| giver.active == 1) {
        actions.push(json!({"action": "renew", "id": id, "who": [giver.person]}));
    }
    json!(actions)
}

fn explained(viewer: &Viewer, record: &Record, held: &[Held], now: Timestamp) -> (Standing, Vec<(Permissions, Because)>) {
    let grants: Vec<Grant> = held.iter().map(|held| held.grant.clone()).collect();
    (standing(viewer, record, &grants, now), reasons(viewer, record, held, now))
}

fn expired(held: &[Held], books: &[(Book, Permissions)], now: Timestamp) -> Vec<Json> {
    let grants = ended(held, now).map(|held| (because(held), held.grant.permissions));
    let all = grants.chain(books.iter().map(|(book, gave)| (by_book(book), *gave)));
    all.map(|(because, gave)| {
        let mut one = json!(because);
        if let Some(map) = one.as_object_mut() {
            map.insert("permissions".to_owned(), json!(gave));
        }
        one
    })
    .collect()
}

/// `GET /v1/leads/{id}/access/{user_id|me}`
pub async fn person(call: &Call<'_>) -> Result<Reply, Error> {
    Query::read(&call.request.query).finish()?;
    let credential = call.credential()?;
    let now = call.ports.now;
    let id = call.id(0, RecordId::parse)?;
    let me = call.params.get(1).is_some_and(|text| text == "me");
    let target = if me { credential.clone() } else { Credential::User(call.id(1, UserId::parse)?) };
    let statements = vec![
        record_get(&credential, &id, Some(call.kind), RECORD_ACCESS, now),
        explain_one(&target, &id, now),
        explain_helpers(&id, Capabilities::ASSIGN_ANY.bits(), Capabilities::VIEW_ALL.bits()),
        explain_helpers(&id, Capabilities::MANAGE_PEOPLE.bits(), Capabilities::MANAGE_PEOPLE.bits()),
        request_last_of(&target, &id, now),
    ];
    let mut results = Results::new(call.ports.db.batch(statements).await?);
    let (who, found) = record_got(&results.take()?)?;
    let caller = who.viewer()?;
    call.met(&caller);
    let (record, grants) = found.ok_or_else(Refusal::not_found)?;
    let own = standing(&caller, &record, &grants, now);
    let target = results.first::<Explained>()?;
    let helpers = Helpers { standing_in: results.all()?, managers: results.all()?, asked: results.first()? };
    let target = target.ok_or_else(Refusal::not_found)?;
    let (id, name, org) = target.who.identity().ok_or_else(|| StoreError::Corrupt("nobody is explained".to_owned()))?;
    if id == caller.id {
        // Of a record that one cannot see one learns only what a request to collaborate would tell.
        if !own.visible() && (!caller.settings.reveal_existence || record.deleted_at.is_some()) {
            return Err(Refusal::not_found().into());
        }
    } else {
        access::may_see(&own)?;
        if org != caller.org {
            return Err(Refusal::not_found().into());
        }
        if !caller.capabilities.has(Capabilities::VIEW_ALL) {
            access::may_manage_collaborators(&own)?;
        }
    }
    let user = json!({"id": id, "name": name});
    let Ok(viewer) = target.who.viewer() else {
        let none = permissions(Permissions::NONE, &[]);
        let remedy = json!([{"action": "reactivate", "who": helpers.managers}]);
        return Ok(Reply::json(
            200,
            &json!({"user": user, "visible": false, "permissions": none, "cut_by_role": [], "expired": [], "remedy": remedy}),
        ));
    };
    let (stands, reasons) = explained(&viewer, &record, &target.held, now);
    let given = reasons.iter().fold(Permissions::NONE, |sum, (gives, _)| sum.or(*gives));
    Ok(Reply::json(
        200,
        &json!({
            "user": user,
            "visible": stands.visible(),
            "permissions": permissions(stands.permissions, &reasons),
            "cut_by_role": given.without(viewer.ceiling),
            "expired": expired(&target.held, &target.ended, now),
            "remedy": remedy(&viewer, &stands, &record, (&target.held, &target.ended), &helpers, now),
        }),
    ))
}

/// `GET /v1/leads/{id}/access`
pub async fn everyone(call: &Call<'_>) -> Result<Reply, Error> {
    let mut query = Query::read(&call.request.query);
    let limit = query.limit()?;
    let after = query.cursor_id("access", UserId::parse)?;
    query.finish()?;
    let now = call.ports.now;
    let id = call.id(0, RecordId::parse)?;
    let (seen, mut results) = super::records::see(call, &id, vec![explain_page(&id, after.as_ref(), limit + 1, now)]).await?;
    if !seen.viewer.capabilities.has(Capabilities::VIEW_ALL) {
        access::may_manage_collaborators(&seen.standing)?;
    }
    let people = results.all::<Explained>()?;
    let place = |one: &Explained| vec![json!(one.who.identity().map(|(id, _, _)| id))];
    let (people, next) = view::cut(people, limit, "access", place);
    let mut data = Vec::new();
    for Explained { who, held, .. } in people {
        let Ok(viewer) = who.viewer() else { continue };
        let (stands, reasons) = explained(&viewer, &seen.record, &held, now);
        if stands.visible() {
            let sources: Vec<Because> = reasons.into_iter().map(|(_, because)| because).collect();
            data.push(json!({"user": viewer.person(), "permissions": stands.permissions, "sources": sources}));
        }
    }
    Ok(view::page(call.request, &data, next))
}
