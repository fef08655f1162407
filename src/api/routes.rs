//! The table of routes: method, path, handler. One line here and a function make an endpoint.

use std::sync::OnceLock;

use super::query::Query;
use super::trace::Trace;
use super::{
    Call, Config, Reply, Request, books, bulk, capture, collaborators, cors, deliveries, explain, idempotency, identity, jobs, keys,
    letters, limits, live, notices, organization, records, requests, roles, rules, sessions, setup, shares, sources, teams, unsubscribe,
    users, webhooks, work,
};
use crate::error::{Code, Error, Refusal};
use crate::flow::{Outside, Ports};
use crate::model::Kind;
use crate::sql::Later;
use crate::store::person::Credential;

/// Answers a call.
pub type Handler = for<'a> fn(&'a Call<'a>) -> Later<'a, Result<Reply, Error>>;

/// Who may call at all. What they may do is decided behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// Anybody.
    Public,
    /// Whoever has a credential of an active person.
    Person,
    /// Whoever has the set-up token.
    Installer,
    /// Whoever knows the key in a source's address.
    Source,
}

/// One route. `R` in a path stands for `leads`, `contacts` and `deals`.
pub struct Route {
    /// The method.
    pub method: &'static str,
    /// The path, with `{…}` for what varies.
    pub path: &'static str,
    /// Who may call.
    pub caller: Caller,
    /// What answers.
    pub handler: Handler,
}

macro_rules! routes {
    ($($method:ident $path:literal $caller:ident $handler:path;)*) => {
        /// All routes.
        pub const ROUTES: &[Route] = &[$(Route {
            method: stringify!($method),
            path: $path,
            caller: Caller::$caller,
            handler: |call| Box::pin($handler(call)),
        },)*];
    };
}

routes! {
    GET "/healthz" Public healthz;
    POST "/v1/setup" Installer setup::create;
    POST "/v1/auth/codes" Public sessions::ask;
    POST "/v1/auth/sessions" Public sessions::create;
    DELETE "/v1/auth/sessions/current" Person sessions::end;

    GET "/v1/me" Person users::me;
    GET "/v1/organization" Person organization::get;
    PATCH "/v1/organization" Person organization::change;
    GET "/v1/roles" Person roles::list;
    POST "/v1/roles" Person roles::create;
    GET "/v1/roles/{id}" Person roles::get;
    PATCH "/v1/roles/{id}" Person roles::change;
    DELETE "/v1/roles/{id}" Person roles::delete;
    GET "/v1/users" Person users::list;
    POST "/v1/users" Person users::create;
    GET "/v1/users/{id}" Person users::get;
    PATCH "/v1/users/{id}" Person users::change;
    GET "/v1/users/{id}/api_keys" Person keys::list;
    POST "/v1/users/{id}/api_keys" Person keys::create;
    GET "/v1/api_keys/{id}" Person keys::get;
    DELETE "/v1/api_keys/{id}" Person keys::delete;
    GET "/v1/teams" Person teams::list;
    POST "/v1/teams" Person teams::create;
    GET "/v1/teams/{id}" Person teams::get;
    PATCH "/v1/teams/{id}" Person teams::change;
    DELETE "/v1/teams/{id}" Person teams::delete;
    GET "/v1/teams/{id}/members" Person teams::members;
    PUT "/v1/teams/{id}/members/{user_id}" Person teams::add;
    DELETE "/v1/teams/{id}/members/{user_id}" Person teams::remove;

    GET "/v1/R" Person records::list;
    POST "/v1/R" Person records::create;
    GET "/v1/R/count" Person records::count;
    GET "/v1/R/duplicates" Person records::duplicates;
    POST "/v1/R/bulk" Person bulk::create;
    GET "/v1/R/{id}" Person records::get;
    PATCH "/v1/R/{id}" Person records::edit;
    DELETE "/v1/R/{id}" Person records::delete;
    POST "/v1/R/{id}/restore" Person records::restore;
    POST "/v1/R/{id}/assign" Person records::assign;
    POST "/v1/R/{id}/claim" Person records::claim;
    POST "/v1/leads/{id}/convert" Person records::convert;
    GET "/v1/R/{id}/access" Person explain::everyone;
    GET "/v1/R/{id}/access/{user_id}" Person explain::person;
    GET "/v1/R/{id}/timeline" Person records::timeline;
    GET "/v1/R/{id}/collaborators" Person collaborators::list;
    PUT "/v1/R/{id}/collaborators/me" Person collaborators::join;
    DELETE "/v1/R/{id}/collaborators/me" Person collaborators::leave;
    PUT "/v1/R/{id}/collaborators/{user_id}" Person collaborators::put;
    DELETE "/v1/R/{id}/collaborators/{user_id}" Person collaborators::remove;
    GET "/v1/R/{id}/shares" Person shares::list;
    POST "/v1/R/{id}/shares" Person shares::create;
    POST "/v1/R/{id}/collaboration_requests" Person requests::create;
    GET "/v1/R/{id}/notes" Person work::list;
    POST "/v1/R/{id}/notes" Person work::create;
    GET "/v1/R/{id}/tasks" Person work::list;
    POST "/v1/R/{id}/tasks" Person work::create;
    GET "/v1/R/{id}/communications" Person work::list;
    POST "/v1/R/{id}/communications" Person work::create;

    PUT "/v1/R/{id}/watch" Person notices::wish;
    DELETE "/v1/R/{id}/watch" Person notices::wish;
    PUT "/v1/R/{id}/mute" Person notices::wish;
    DELETE "/v1/R/{id}/mute" Person notices::wish;
    GET "/v1/notifications" Person notices::list;
    POST "/v1/notifications/read" Person notices::read;
    GET "/v1/me/notification_preferences" Person notices::preferences;
    PUT "/v1/me/notification_preferences" Person notices::preferences;

    GET "/v1/dead_letters" Person letters::list;
    GET "/v1/dead_letters/{id}" Person letters::one;
    POST "/v1/dead_letters/{id}/replay" Person letters::one;
    DELETE "/v1/dead_letters/{id}" Person letters::one;

    GET "/v1/R/{id}/live" Person live::record;
    GET "/v1/me/live" Person live::me;
    POST "/v1/live_tickets" Person live::ticket;
    GET "/v1/notes/{id}" Person work::get;
    PATCH "/v1/notes/{id}" Person work::change;
    DELETE "/v1/notes/{id}" Person work::delete;
    GET "/v1/tasks" Person work::tasks;
    GET "/v1/tasks/{id}" Person work::get;
    PATCH "/v1/tasks/{id}" Person work::change;
    DELETE "/v1/tasks/{id}" Person work::delete;
    GET "/v1/communications/{id}" Person work::get;

    GET "/v1/shares" Person shares::mine;
    GET "/v1/shares/{id}" Person shares::get;
    PATCH "/v1/shares/{id}" Person shares::change;
    DELETE "/v1/shares/{id}" Person shares::end;
    GET "/v1/book_shares" Person books::list;
    POST "/v1/book_shares" Person books::create;
    GET "/v1/book_shares/{id}" Person books::get;
    PATCH "/v1/book_shares/{id}" Person books::change;
    DELETE "/v1/book_shares/{id}" Person books::end;
    GET "/v1/collaboration_requests" Person requests::list;
    GET "/v1/collaboration_requests/{id}" Person requests::get;
    POST "/v1/collaboration_requests/{id}/approve" Person requests::approve;
    POST "/v1/collaboration_requests/{id}/deny" Person requests::deny;
    POST "/v1/collaboration_requests/{id}/cancel" Person requests::cancel;

    GET "/v1/jobs" Person jobs::list;
    GET "/v1/jobs/{id}" Person jobs::get;
    GET "/v1/jobs/{id}/results" Person jobs::results;
    POST "/v1/jobs/{id}/cancel" Person jobs::cancel;
    POST "/v1/jobs/{id}/undo" Person jobs::undo;

    GET "/v1/sources" Person sources::list;
    POST "/v1/sources" Person sources::create;
    GET "/v1/sources/{id}" Person sources::get;
    PATCH "/v1/sources/{id}" Person sources::change;
    DELETE "/v1/sources/{id}" Person sources::delete;
    POST "/v1/sources/{id}/rotate_key" Person sources::rotate_key;
    POST "/v1/sources/{id}/test" Person sources::test;
    GET "/v1/sources/{id}/deliveries" Person deliveries::list;
    GET "/v1/deliveries/{id}" Person deliveries::get;
    POST "/v1/deliveries/{id}/replay" Person deliveries::replay;
    GET "/v1/rules" Person rules::list;
    POST "/v1/rules" Person rules::create;
    GET "/v1/rules/{id}" Person rules::get;
    PATCH "/v1/rules/{id}" Person rules::change;
    DELETE "/v1/rules/{id}" Person rules::delete;
    GET "/v1/capture/{key}" Source capture::challenge;
    POST "/v1/capture/{key}" Source capture::receive;

    GET "/v1/unsubscribe/{token}" Public unsubscribe::answer;
    POST "/v1/unsubscribe/{token}" Public unsubscribe::answer;
    GET "/v1/webhooks" Person webhooks::read;
    POST "/v1/webhooks" Person webhooks::write;
    GET "/v1/webhooks/{id}" Person webhooks::read;
    PATCH "/v1/webhooks/{id}" Person webhooks::write;
    DELETE "/v1/webhooks/{id}" Person webhooks::write;
    POST "/v1/webhooks/{id}/rotate_secret" Person webhooks::write;
    GET "/v1/webhooks/{id}/deliveries" Person webhooks::read;
    GET "/v1/webhook_deliveries/{id}" Person webhooks::read;
    POST "/v1/webhook_deliveries/{id}/replay" Person webhooks::write;
}

async fn healthz(_: &Call<'_>) -> Result<Reply, Error> {
    Ok(Reply::json(200, &crate::json!({"status": "ok"})))
}

/// What a path leads to: the routes of its methods, and the kind of record it is about.
pub struct Place {
    path: String,
    routes: Vec<usize>,
    kind: Kind,
}

impl Place {
    fn all(&self) -> impl Iterator<Item = &'static Route> {
        self.routes.iter().map(|index| &ROUTES[*index])
    }

    /// The methods that are for it.
    pub fn methods(&self) -> Vec<&'static str> {
        let mut methods: Vec<&str> = self.all().map(|route| route.method).collect();
        if methods.contains(&"GET") {
            methods.push("HEAD");
        }
        methods
    }

    /// Who may call: for one path always the same.
    pub fn caller(&self) -> Caller {
        self.all().next().map_or(Caller::Person, |route| route.caller)
    }
}

/// All places. Who looks for one goes through them all: that takes microseconds, and a tree of them would weigh more than it saves.
fn places() -> &'static [Place] {
    static PLACES: OnceLock<Vec<Place>> = OnceLock::new();
    PLACES.get_or_init(|| {
        let mut places: Vec<Place> = Vec::new();
        for (index, route) in ROUTES.iter().enumerate() {
            for kind in Kind::ALL {
                let path = route.path.replacen("/R", &format!("/{}", kind.plural()), 1);
                if *kind != Kind::Lead && path == route.path {
                    continue;
                }
                match places.iter_mut().find(|place| place.path == path) {
                    Some(place) => place.routes.push(index),
                    None => places.push(Place { path, routes: vec![index], kind: *kind }),
                }
            }
        }
        places
    })
}

/// The place that `path` leads to, and what stands where the place has a name in braces. Of several that fit it is the one that
/// spells more of the beginning out: `…/collaborators/me` is not somebody's id.
fn find(path: &str) -> Option<(&'static Place, Vec<&str>)> {
    let mut best: Option<(u32, &'static Place, Vec<&str>)> = None;
    for place in places() {
        let (mut parts, mut named, mut spelt) = (path.split('/'), Vec::new(), 0_u32);
        let fits = place.path.split('/').all(|word| match parts.next() {
            Some(part) if word.starts_with('{') => {
                named.push(part);
                spelt <<= 1;
                !part.is_empty()
            }
            part => {
                spelt = spelt << 1 | 1;
                part == Some(word)
            }
        });
        if fits && parts.next().is_none() && best.as_ref().is_none_or(|(most, ..)| spelt > *most) {
            best = Some((spelt, place, named));
        }
    }
    best.map(|(_, place, named)| (place, named))
}

/// The writing routes that read their query. All others refuse one; reading routes refuse what they do not know themselves.
const WRITES_WITH_QUERY: &[(&str, &str)] = &[("POST", "/v1/R"), ("DELETE", "/v1/teams/{id}")];

/// Refuses what is the same for all routes: a body that was too large to be read, also where none is asked for, and a query where none is.
fn readable(route: &Route, request: &Request) -> Result<(), Refusal> {
    if request.body.is_none() && route.method != "GET" && route.caller != Caller::Source {
        return Err(Refusal::new(Code::TooLarge, "The body may have at most 1 MB."));
    }
    let reads = route.method == "GET" || WRITES_WITH_QUERY.contains(&(route.method, route.path));
    if reads || route.caller == Caller::Source { Ok(()) } else { Query::read(&request.query).finish() }
}

/// Finds the route and has it answer.
pub async fn dispatch(
    ports: Ports<'_>,
    outside: Outside<'_>,
    config: &Config,
    request: &Request,
    request_id: &str,
    trace: &Trace,
) -> Result<Reply, Error> {
    let (place, named) = find(&request.path).ok_or_else(Refusal::not_found)?;
    trace.route.set(&place.path);
    if request.method == "OPTIONS" {
        return Ok(cors::preflight(request, place, &config.memory.origins));
    }
    let method = if request.method == "HEAD" { "GET" } else { request.method.as_str() };
    let Some(route) = place.all().find(|route| route.method == method) else {
        return Err(Refusal::new(Code::MethodNotAllowed, "This method is not for this path.")
            .with("allow", place.methods().join(", "))
            .into());
    };
    let params: Vec<String> = named.into_iter().map(str::to_owned).collect();
    limits::check(&outside, &config.quotas, request, route, &params).await?;
    let proven = |again| identity::credential(ports, outside, config, request, trace, again);
    let first = if route.caller == Caller::Person { proven(false).await } else { None };
    let credential = first.unwrap_or_else(|| Err(identity::refused()));
    let call = Call { ports, outside, config, request, request_id, params, kind: place.kind, credential: &credential, trace, once: None };
    let result = answered(route, &call).await;
    let unknown = result.as_ref().is_err_and(|error| error.code() == Code::Unauthenticated);
    if unknown && matches!(credential, Ok(Credential::Token(_))) {
        // What is remembered of a provider is not what its organisation says now, or the token is nobody's.
        if let Some(credential) = proven(true).await {
            return answered(route, &Call { credential: &credential, params: call.params.clone(), ..call }).await;
        }
    }
    result
}

async fn answered(route: &'static Route, call: &Call<'_>) -> Result<Reply, Error> {
    let fine = readable(route, call.request).and_then(|()| identity::guard(call));
    let result = match fine {
        Ok(()) => idempotency::answer(route, call).await,
        Err(refusal) => Err(refusal.into()),
    };
    let unauthenticated = |error: &Error| error.code().status() == 401;
    if result.as_ref().is_err_and(|error| !unauthenticated(error)) && route.caller == Caller::Person && !call.trace.is_known() {
        // Whoever is nobody learns nothing else, not even that the request could not be read.
        call.viewer().await?;
    }
    result
}
