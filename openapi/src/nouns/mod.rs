//! What there is in the API, by noun: each file says what an object is made of, and what each of its routes takes, gives
//! and refuses. What follows from the conventions of the API (paging, credentials, unreadable requests, …) is added in
//! `document.rs` and stands nowhere here.
//!
//! `{kind}`, `{kinds}` and their capitalised forms stand for lead, contact and deal: a path with `/R` is written once.

mod access;
mod capture;
mod jobs;
mod live;
mod notices;
mod organization;
mod people;
mod records;
mod requests;
mod rules;
mod sessions;
mod sharing;
mod timeline;
mod webhooks;
mod work;

use leadroom::error::Code;

use crate::operation::Operation;
use crate::schema::{Member, Schema, has, id, named, object, shown, text, time};

/// A noun of the API.
pub struct Noun {
    /// What it is called: the tag of its routes.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its objects by name. One that is listed has its page by `pages`.
    pub schemas: Vec<(&'static str, Schema)>,
    /// Its routes.
    pub operations: Vec<Operation>,
}

/// All of them, in the order of the document.
pub fn all() -> Vec<Noun> {
    vec![
        organization::service(),
        organization::setup(),
        sessions::sessions(),
        people::me(),
        organization::organization(),
        people::users(),
        people::teams(),
        people::roles(),
        records::records(),
        timeline::timeline(),
        live::live(),
        notices::notices(),
        notices::letters(),
        work::notes(),
        work::tasks(),
        work::communications(),
        sharing::collaborators(),
        sharing::shares(),
        sharing::books(),
        requests::requests(),
        access::access(),
        jobs::jobs(),
        capture::sources(),
        capture::capture(),
        rules::rules(),
        webhooks::webhooks(),
    ]
}

/// What stands in the way of changing a record that one sees.
const ACT: &[Code] = &[Code::Forbidden, Code::RecordDeleted];
/// What stands in the way of giving somebody access.
const GIVE: &[Code] = &[Code::RecipientInactive, Code::RecipientWithoutLeadAccess];

/// Somebody, inside another object.
fn person() -> Schema {
    named("Person")
}

/// `id`, and what most objects have besides.
fn stored(mut own: Vec<Member>) -> Schema {
    let mut all = vec![has("id", id())];
    all.append(&mut own);
    all.extend([has("version", named("VersionNumber")), has("created_at", time()), has("updated_at", time())]);
    object(all)
}

/// A record, as other objects name it.
fn record_brief() -> Schema {
    object(vec![
        has("id", id()),
        has("kind", named("Kind")),
        has("name", shown().or_null().example("Müller GmbH").about("Null for whoever may not see the record.")),
    ])
}

/// Why something was given.
fn reason(most: usize) -> Schema {
    text(most).example("They are my customer, too").about("Why. Whoever looks at the access reads it.")
}

/// An end.
fn end() -> Schema {
    time()
        .example("2027-01-01T00:00:00.000Z")
        .about("When it ends: from this very millisecond on it gives nothing. It must be in the future.")
}
