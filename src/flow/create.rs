//! A record comes to be. Before its first event there is no room to enter, so this is the one write outside of it.

use super::Ports;
use crate::access::standing;
use crate::error::{Code, Error, Refusal, StoreError};
use crate::id::{DeliveryId, OrgId, RecordId};
use crate::model::{Actor, Grant, Kind, Owner, Person, Record, Settings, Viewer};
use crate::record::decide;
use crate::record::event::Event;
use crate::record::fields::{self, Patch};
use crate::sql::Stmt;
use crate::store::Results;
use crate::store::book::book_creates;
use crate::store::person::{Credential, UserRow, Who, caller, user_get};
use crate::store::record::{RECORD, RecordRow, event_insert, event_insert_all, record_alike, record_get, record_got, record_insert};
use crate::time::Timestamp;

/// Who is to own a new record.
#[derive(Clone, Debug, PartialEq)]
pub enum NewOwner {
    /// Whoever makes it.
    Maker,
    /// Nobody.
    Pool,
    /// Somebody else.
    User(crate::id::UserId),
}

/// A record to make.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What it is.
    pub kind: Kind,
    /// Its fields.
    pub patch: Patch,
    /// Who owns it.
    pub owner: NewOwner,
    /// Whether to refuse when there is one like it.
    pub refuse_duplicate: bool,
}

/// An empty record, before its first event.
pub fn blank(id: RecordId, org: OrgId, kind: Kind, settings: &Settings, now: Timestamp) -> Record {
    Record {
        id,
        org,
        kind,
        name: None,
        company: None,
        title: None,
        email: None,
        phone: None,
        website: None,
        status: settings.statuses_of(kind).first().cloned().unwrap_or_default(),
        source: None,
        amount: None,
        currency: None,
        tags: Vec::new(),
        fields: std::collections::BTreeMap::new(),
        owner: None,
        version: 0,
        created_at: now,
        updated_at: now,
        last_activity_at: now,
        deleted_at: None,
        contact_id: None,
        deal_id: None,
    }
}

/// Why a record comes to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Birth<'a> {
    /// Somebody makes it.
    Made,
    /// This delivery becomes it, unless it has become another record's by then: so nothing is written.
    Delivered(&'a DeliveryId),
    /// Another record becomes it: of which people are told already.
    Became,
}

/// The first event of `blank` filled by `patch`, and the statements that write it; `more` events follow.
pub fn first_batch(
    blank: Record,
    patch: &Patch,
    settings: &Settings,
    actor: &Actor,
    more: Vec<Event>,
    birth: Birth<'_>,
    now: Timestamp,
) -> Result<(Record, Vec<Stmt>), Refusal> {
    let status = blank.status.clone();
    let mut changes = fields::changes(&blank, patch);
    let first = changes.to("status").cloned().unwrap_or_else(|| status.into());
    changes.note("status", fields::Change { from: serde_json::Value::Null, to: first });
    let owner = blank.owner.as_ref().map(|owner| Person { id: owner.id.clone(), name: owner.name.clone() });
    let created = Event::Created { changes: changes.clone(), owner };
    let mut record = blank;
    created.apply(&mut record, now);
    let mut events = vec![event_insert(&record, 1, &created, actor, (birth != Birth::Became, None), now)];
    if !more.is_empty() {
        events.push(event_insert_all(&record, &more, actor, birth != Birth::Became, now));
    }
    for event in more {
        event.apply(&mut record, now);
    }
    let errors = fields::check(&record, settings, &changes);
    if !errors.is_empty() {
        return Err(Refusal::fields(errors));
    }
    let delivery = match birth {
        Birth::Delivered(delivery) => Some(delivery),
        Birth::Made | Birth::Became => None,
    };
    let mut statements = vec![record_insert(&record, delivery)];
    statements.extend(events);
    Ok((record, statements))
}

fn new_owner(viewer: &Viewer, owner: &NewOwner, found: Option<UserRow>, by_book: bool) -> Result<Option<Owner>, Refusal> {
    let person = match owner {
        NewOwner::Maker => Some(&viewer.id),
        NewOwner::Pool => None,
        NewOwner::User(id) => Some(id),
    };
    decide::may_create_for(&viewer.id, viewer.capabilities, person, by_book)?;
    match person {
        None => Ok(None),
        Some(id) if *id == viewer.id => {
            decide::can_hold(&viewer.candidate(), Code::AssigneeInactive, "owner_id")?;
            Ok(Some(Owner { id: viewer.id.clone(), name: viewer.name.clone(), active: true }))
        }
        Some(_) => {
            let user = found.ok_or_else(|| Refusal::field("owner_id", "not_found", "there is no such person"))?;
            let candidate = crate::model::Candidate {
                id: user.id,
                name: user.name,
                active: user.active,
                ceiling: user.ceiling,
                capabilities: user.capabilities,
            };
            decide::can_hold(&candidate, Code::AssigneeInactive, "owner_id")?;
            Ok(Some(Owner { id: candidate.id, name: candidate.name, active: true }))
        }
    }
}

/// Makes a record: one call to load, one to write.
pub async fn create(ports: Ports<'_>, credential: &Credential, draft: &Draft) -> Result<(Box<Viewer>, Record, Vec<Grant>), Error> {
    let now = ports.now;
    let mut load = vec![caller(credential, now)];
    if let NewOwner::User(id) = &draft.owner {
        load.push(user_get(credential, id, now));
        load.push(book_creates(credential, id, draft.kind, now));
    }
    let text = |path: &str| draft.patch.get(path).and_then(|value| value.as_str());
    if draft.refuse_duplicate {
        load.push(record_alike(credential, draft.kind, text("email"), text("phone"), now));
    }
    let mut results = Results::new(ports.db.batch(load).await?);
    let who = results.sure::<Who>("the caller's row")?;
    let viewer = who.viewer()?;
    let (mut found, mut by_book) = (None, false);
    if matches!(draft.owner, NewOwner::User(_)) {
        found = results.first::<UserRow>()?;
        by_book = results.first::<(i64,)>()?.is_some();
    }
    let owner = new_owner(&viewer, &draft.owner, found, by_book)?;
    if draft.refuse_duplicate {
        // What the maker may not know of is no reason to refuse.
        let reveal = viewer.settings.reveal_existence;
        let mut alike = results.all::<RecordRow>()?.into_iter().map(RecordRow::model);
        if alike.any(|(record, grants)| reveal || standing(&viewer, &record, &grants, now).visible()) {
            return Err(Refusal::new(Code::PossibleDuplicate, "There is a record with this e-mail address or phone number already.").into());
        }
    }
    let mut blank = blank(RecordId::mint(now, ports.entropy), viewer.org.clone(), draft.kind, &viewer.settings, now);
    blank.owner = owner;
    let (record, mut statements) = first_batch(blank, &draft.patch, &viewer.settings, &viewer.actor(), Vec::new(), Birth::Made, now)?;
    statements.push(record_get(credential, &record.id, None, RECORD, now));
    let rows = ports.db.batch(statements).await?.pop().unwrap_or_default();
    let (_, fresh) = record_got(&rows)?;
    let (record, grants) = fresh.ok_or_else(|| StoreError::Corrupt("a record that was just made is not there".to_owned()))?;
    Ok((viewer, record, grants))
}
