//! A lead becomes a contact, and a deal where one is described.

use super::super::{Ports, create};
use super::load::Scene;
use super::write::{Decision, Read};
use crate::access;
use crate::error::{Code, Error, Refusal};
use crate::id::{GrantId, RecordId, UserId};
use crate::json;
use crate::model::{Kind, Level, Person};
use crate::record::decide;
use crate::record::event::{Event, ShareTerms};
use crate::record::fields::{self, Patch};
use crate::show::gather;
use crate::sql::Stmt;
use crate::store::grant::{ShareRow, grant_carry};
use crate::store::work::work_carry;
use serde_json::Value as Json;

/// A lead becomes a contact, and a deal where one is described: with its owner, collaborators and shares. `books`: the kinds of
/// the book shares that some of them hang on.
pub(super) fn convert(
    ports: Ports<'_>,
    deal: Option<&Patch>,
    scene: &Scene,
    shares: &[ShareRow],
    books: &[(GrantId, i64)],
) -> Result<Decision, Error> {
    let Scene { viewer, standing, record, .. } = scene;
    access::may_edit(standing)?;
    decide::may_create_for(&viewer.id, viewer.capabilities, Some(&viewer.id), true)?;
    if let Some(contact) = &record.contact_id {
        let refusal = Refusal::new(Code::AlreadyConverted, "The lead was converted already.");
        return Err(refusal.with("contact_id", contact.as_str()).with("deal_id", record.deal_id.as_ref().map(RecordId::as_str)).into());
    }
    let copied = |names: &[&str]| -> Patch {
        gather(names.iter().map(|name| ((*name).to_owned(), fields::get(record, name))).filter(|(_, value)| !value.is_null()))
    };
    let own = record.fields.iter().map(|(key, value)| (format!("fields.{key}"), value.clone()));
    let mut contact = copied(&["name", "company", "title", "email", "phone", "website", "source", "tags"]);
    contact.extend(own);
    let mut statements = Vec::new();
    let mut carry = |kind: Kind, patch: &Patch| -> Result<RecordId, Refusal> {
        let (id, more) = carried(ports, scene, (shares, books), kind, patch)?;
        statements.extend(more);
        Ok(id)
    };
    let contact = carry(Kind::Contact, &contact)?;
    let deal = match deal {
        None => None,
        Some(given) => {
            let mut patch = copied(&["name", "company", "email", "phone", "source", "amount", "currency", "tags"]);
            patch.extend(given.iter().filter(|(_, value)| !value.is_null()).map(|(path, value)| (path.clone(), value.clone())));
            let of_deal = |mut refusal: Refusal| {
                for error in &mut refusal.errors {
                    error.field = format!("deal.{}", error.field);
                }
                refusal
            };
            Some(carry(Kind::Deal, &patch).map_err(of_deal)?)
        }
    };
    statements.extend(work_carry(&record.id, &contact, deal.as_ref()));
    let mut changes = fields::Changes::default();
    // It stays converted when what it became is gone from the trash.
    if record.status != "converted" {
        changes.note("status", fields::Change { from: record.status.clone().into(), to: "converted".into() });
    }
    let read = Read::Records([Some(&record.id), Some(&contact), deal.as_ref()].into_iter().flatten().cloned().collect());
    let event = Event::Converted { changes, contact, deal };
    Ok(Decision { more: statements, ..Decision::new(vec![event], read).created(true) })
}

/// A new record with the owner, the live collaborators and the live shares of the scene's, and the statements that write it:
/// as many for one share as for a thousand.
fn carried(
    ports: Ports<'_>,
    scene: &Scene,
    (shares, books): (&[ShareRow], &[(GrantId, i64)]),
    kind: Kind,
    patch: &Patch,
) -> Result<(RecordId, Vec<Stmt>), Refusal> {
    let Scene { viewer, record, grants, .. } = scene;
    let now = ports.now;
    let new_id = || GrantId::mint(now, ports.entropy);
    // Whoever is inactive comes along: they get back what they had when they are reactivated.
    let mut renamed: Vec<(&GrantId, GrantId)> = Vec::new();
    let (mut ids, mut events) = (Vec::new(), Vec::new());
    for grant in grants.iter().filter(|grant| grant.is_live(now)) {
        let (Some(old), Some(user)) = (&grant.id, grant.principal.strip_prefix("collab:").and_then(UserId::parse)) else { continue };
        let (id, level) = (new_id(), grant.level.unwrap_or(Level::Collaborator));
        let user = Person { id: user, name: grant.name.clone().unwrap_or_default() };
        ids.push(json!([grant.principal, id]));
        renamed.push((old, id.clone()));
        events.push(Event::CollaboratorAdded { id, user, level, until: grant.expires_at });
    }
    let people = renamed.len();
    renamed.extend(shares.iter().map(|share| (&share.id, new_id())));
    // What hangs on a grant hangs on its copy here, or on the same share of the owner's book. Where that does not reach, it does not
    // either.
    let here = |old: &GrantId| {
        let copy = renamed.iter().find(|(id, _)| *id == old).map(|(_, new)| new.clone());
        copy.or_else(|| books.iter().any(|(book, kinds)| book == old && kinds & kind.bit() != 0).then(|| old.clone()))
    };
    for (share, (_, id)) in shares.iter().zip(&renamed[people..]) {
        let parent = share.parent.as_ref().and_then(here);
        let Some(terms) = share.terms().filter(|terms| terms.parent.is_some() == parent.is_some()) else { continue };
        let id = id.clone();
        ids.push(json!([share.principal, id, parent]));
        events.push(Event::Shared(ShareTerms { id, parent, ..terms }));
    }
    let ids = Json::Array(ids);
    let mut blank = create::blank(RecordId::mint(now, ports.entropy), record.org.clone(), kind, &viewer.settings, now);
    blank.owner.clone_from(&record.owner);
    let (made, mut statements) = create::first_batch(blank, patch, &viewer.settings, &viewer.actor(), events, create::Birth::Became, now)?;
    statements.push(grant_carry(&record.id, &made.id, &ids));
    Ok((made.id, statements))
}
