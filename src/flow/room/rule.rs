//! What a rule does with a record: each of its actions as far as it can be done, the rest noted beside it.

use serde_json::Value as Json;

use super::super::Ports;
use super::act::{Act, Action};
use super::consequence::{cascade, needless, regrant};
use super::decide::collaborator_row;
use super::write::{Decision, Read};
use crate::access;
use crate::error::{Code, Error, Refusal};
use crate::id::{GrantId, RuleId, TeamId};
use crate::json;
use crate::model::{Actor, ActorType, Candidate, Grant, Occasion, Recipient, Record, Request, Settings};
use crate::record::decide::{self, HandOver, NewCollaborator};
use crate::record::event::{Event, ShareTerms};
use crate::record::fields::{MOST_TAGS, one};
use crate::record::rule::{Assignee, Then};
use crate::show::brief;
use crate::store::Results;
use crate::store::explain::{Explained, explain_requesters};
use crate::store::grant::{ShareRow, share_hanging, share_page};
use crate::store::record::{record_plain, record_row};
use crate::store::request::request_pending;
use crate::store::rule::{Run, rule_people, rule_run, rule_teams, rule_turn, turn_take};
use crate::time::lasts;

/// How many shares of a record a rule looks at: with whom it is shared already.
const MOST_SHARES: i64 = 200;

/// What a rule's actions need to know.
struct Facts<'a> {
    ports: Ports<'a>,
    settings: &'a Settings,
    on: Occasion,
    everyone: &'a str,
    /// The people it names, and whether they see the record (1).
    people: Vec<(Candidate, i64)>,
    /// Whose turn it is.
    next: Option<Candidate>,
    teams: Vec<(TeamId, String)>,
    shares: Vec<ShareTerms>,
}

/// Loads and decides what a rule does about an event, with all that follows from it. What it has done already it does no
/// second time.
pub(super) async fn follow(ports: Ports<'_>, act: &Act, rule: &RuleId) -> Result<(Actor, Record, Decision), Error> {
    let Action::Follow { seq, bulk } = &act.action else { return Err(Refusal::not_found().into()) };
    let (now, id) = (ports.now, &act.record);
    let mut results = Results::new(
        ports
            .db
            .batch(vec![
                record_plain(id, Some(&act.org)),
                rule_run(rule, id, *seq),
                rule_people(rule, id, now),
                rule_turn(rule),
                rule_teams(rule),
                share_page(id, None, MOST_SHARES, now),
                share_hanging(id),
                request_pending(id, now),
                explain_requesters(id, now),
            ])
            .await?,
    );
    let row = results.take()?;
    let (record, grants) = record_row(row.first().ok_or_else(Refusal::not_found)?)?;
    let actor = |id: Option<String>, name: String| Actor { id, name, kind: ActorType::Rule };
    let Some(Run { name, on, then, settings, everyone }) = results.first()? else {
        return Ok((actor(None, String::new()), record, Decision::new(Vec::new(), Read::Nothing)));
    };
    let people = results.all()?;
    let turn = results.first::<(Candidate, TeamId, i64)>()?;
    let next = turn.as_ref().map(|(next, ..)| next.clone());
    let facts = Facts {
        ports,
        settings: &settings,
        on,
        everyone: &everyone,
        people,
        next,
        teams: results.all()?,
        shares: results.all::<ShareRow>()?.iter().filter_map(ShareRow::terms).collect(),
    };
    let (done, skipped) = facts.act(&then, &record, &grants)?;
    let assigned = done.iter().rev().find_map(|event| match event {
        Event::Assigned { to, .. } => Some(to.as_ref()),
        _ => None,
    });
    // Whoever has it already has had their turn as well, or the next record would be theirs again.
    let owns = |next: &Candidate| assigned.unwrap_or(record.owner.as_ref()).is_some_and(|owner| owner.id == next.id);
    let refused = skipped.iter().any(|one| one["type"] == "assign");
    let took = turn.filter(|(next, ..)| !refused && owns(next));
    let more = took.map_or_else(Vec::new, |(next, team, number)| turn_take(rule.as_str(), &team, &next.id, number, id));
    let mut events = vec![Event::RuleApplied { rule: rule.clone(), name: name.clone(), on, event_seq: *seq, skipped }];
    let hanging = results.all::<(ShareRow, i64)>()?;
    let consequences: Vec<Event> = done.iter().flat_map(|event| cascade(event, &grants, &hanging)).collect();
    events.extend(done);
    events.extend(consequences);
    let pending = results.all::<Request>()?;
    let needless = needless(&events, &record, &pending, results.all::<Explained>()?, now);
    events.extend(needless);
    let notify = bulk.as_ref().is_none_or(|(_, told)| *told == 1);
    Ok((actor(Some(rule.to_string()), name), record, Decision { notify, more, ..Decision::new(events, Read::Nothing) }))
}

impl Facts<'_> {
    /// What happens, each action on what the ones before have left, and what cannot be done.
    fn act(&self, then: &[Then], record: &Record, grants: &[Grant]) -> Result<(Vec<Event>, Vec<Json>), Refusal> {
        access::may_by_rule::<access::Edit>(record)?;
        let (mut after, mut grants) = (record.clone(), grants.to_vec());
        let (mut done, mut skipped) = (Vec::new(), Vec::new());
        for one in then {
            let all = match one {
                Then::AddCollaborators { users, .. } => users.iter().map(|user| Some(user.as_str())).collect(),
                one => vec![one.named().first().map(|(_, id)| *id)],
            };
            for whom in all {
                match self.step(one, whom.unwrap_or_default(), &after, &grants) {
                    Ok(events) => {
                        for event in events {
                            event.apply(&mut after, self.ports.now);
                            regrant(&mut grants, &event, &after, self.ports.now);
                            done.push(event);
                        }
                    }
                    Err(refusal) => skipped.push(brief(json!({"type": one.kind(), "code": reason(&refusal), "id": whom}))),
                }
            }
        }
        Ok((done, skipped))
    }

    /// One action, with one person or team that it names.
    fn step(&self, then: &Then, whom: &str, record: &Record, grants: &[Grant]) -> Result<Vec<Event>, Refusal> {
        let new_id = GrantId::mint(self.ports.now, self.ports.entropy);
        match then {
            Then::Assign { to, reassign } => {
                let takes = reassign.unwrap_or(self.on != Occasion::Captured);
                if let Some(owner) = record.owner.as_ref().filter(|owner| owner.active && !takes) {
                    return Err(decide::already_owned(Some(owner)));
                }
                let next = match to {
                    Assignee::User(_) => &self.person(whom)?.0,
                    Assignee::Turn(_) => self.next.as_ref().ok_or_else(Refusal::not_found)?,
                };
                let how = HandOver {
                    note: None,
                    keep_previous_owner: self.settings.transfer.keep_previous_owner,
                    keep_collaborators: self.settings.transfer.keep_collaborators,
                    tasks: Vec::new(),
                };
                decide::assign(record, Some(next), &how, grants, new_id, &access::may_by_rule(record)?)
            }
            Then::AddCollaborators { level, .. } => {
                let (user, sees) = self.person(whom)?;
                let present = collaborator_row(grants, &user.id);
                let until = present.filter(|grant| grant.is_live(self.ports.now)).and_then(|grant| grant.expires_at);
                let new = NewCollaborator { user: user.clone(), level: *level, until, present, sees: *sees == 1, id: new_id };
                decide::add_collaborator(record, &new, self.settings, self.ports.now, &access::may_by_rule(record)?)
            }
            Then::Share(ask) => {
                if !lasts(ask.expires_at, self.ports.now) {
                    return Err(Refusal::field("expires_at", "in_the_past", "it would have ended"));
                }
                let name = match &ask.with {
                    Recipient::User { .. } => {
                        let (user, _) = self.person(whom)?;
                        decide::can_hold(user, Code::RecipientInactive, "with.id")?;
                        if record.owner.as_ref().is_some_and(|owner| owner.id == user.id) {
                            return Err(Refusal::already_owner());
                        }
                        user.name.clone()
                    }
                    Recipient::Team { id } => {
                        let team = self.teams.iter().find(|(team, _)| team == id);
                        team.ok_or_else(Refusal::not_found)?.1.clone()
                    }
                    Recipient::Everyone => self.everyone.to_owned(),
                };
                let present = self.shares.iter().find(|share| share.with == ask.with);
                Ok(decide::share(ask, name, present, None, new_id, &access::may_by_rule(record)?))
            }
            Then::AddTags { tags } => {
                let mut all = record.tags.clone();
                all.extend(tags.iter().filter(|tag| !record.tags.contains(tag)).cloned());
                if all.len() > MOST_TAGS {
                    return Err(Refusal::field("tags", "too_many", "the record has as many tags as it can have"));
                }
                decide::edit(record, &one("tags", json!(all)), None, self.settings, &access::may_by_rule(record)?)
            }
        }
    }

    fn person(&self, id: &str) -> Result<&(Candidate, i64), Refusal> {
        self.people.iter().find(|(person, _)| person.id.as_str() == id).ok_or_else(Refusal::not_found)
    }
}

fn reason(refusal: &Refusal) -> &'static str {
    refusal.errors.first().map_or(refusal.code.text(), |error| error.code)
}
