//! Which event calls whom for what. The one place that decides it.

use serde_json::Value as Json;

use super::Notice;
use crate::id::{BulkId, OrgId, RecordId};
use crate::model::{Actor, ActorType, Kind};
use crate::show::Show;
use crate::time::Timestamp;
use crate::{columns, json};

/// An event as the timeline has it, on its way out.
#[derive(Clone, Debug, PartialEq)]
pub struct Happened {
    /// To which record.
    pub record: RecordId,
    /// Its number.
    pub seq: i64,
    /// The number of the first event of the same act.
    pub act: i64,
    /// In which organisation.
    pub org: OrgId,
    /// What the record is.
    pub kind: Kind,
    /// What happened, as the timeline calls it.
    pub what: String,
    /// When.
    pub at: Timestamp,
    /// Who or what did it.
    pub actor: Actor,
    /// What exactly.
    pub data: Json,
    /// Whether people are told (1), or whoever did it asked that nobody be (0).
    pub notify: i64,
    /// The action on many records that it is part of.
    pub bulk: Option<BulkId>,
}

columns!(Happened: record, seq, act, org, kind, what, at, actor, data, notify, bulk);

/// What people are called by.
#[derive(Clone, Debug, PartialEq)]
pub struct Cause {
    /// The record it is about.
    pub record: Option<RecordId>,
    /// The event of that, which must still wait to be fanned out.
    pub seq: Option<i64>,
    /// What a person is told of once.
    pub source: String,
    /// For an action on many records: what this one of them is.
    pub bulk: Option<Kind>,
    /// Who or what did it.
    pub actor: Actor,
}

impl Cause {
    /// An event: the act, or the action on many records, that it is part of.
    pub fn of(event: &Happened) -> Self {
        let source = match &event.bulk {
            None => format!("{}:{}", event.record, event.act),
            Some(bulk) => format!("bulk:{bulk}"),
        };
        let bulk = event.bulk.as_ref().map(|_| event.kind);
        Self { record: Some(event.record.clone()), seq: Some(event.seq), source, bulk, actor: event.actor.clone() }
    }
}

/// Whom a call is for.
#[derive(Clone, Debug, PartialEq)]
pub enum To {
    /// One person.
    User(String),
    /// The members of a team.
    Team(String),
    /// Everyone in the organisation.
    Everyone,
    /// The owner.
    Owner,
    /// Whoever answers for the record: the owner, and where there is none who is active, the holders of `assign_any`.
    Keepers,
    /// Whoever works on the record or watches it.
    Workers,
}

impl To {
    /// As the database is asked for them: a word, and whose id.
    pub fn words(&self) -> (&'static str, Option<&str>) {
        match self {
            Self::User(id) => ("user", Some(id)),
            Self::Team(id) => ("team", Some(id)),
            Self::Everyone => ("everyone", None),
            Self::Owner => ("owner", None),
            Self::Keepers => ("keepers", None),
            Self::Workers => ("workers", None),
        }
    }
}

/// Somebody is called for something.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// For what.
    pub notice: Notice,
    /// Whom.
    pub to: To,
    /// What the words need.
    pub facts: Json,
}

fn call(notice: Notice, to: To, facts: Json) -> Call {
    Call { notice, to, facts }
}

fn user(person: &Json) -> Option<To> {
    Some(To::User(person["id"].as_str()?.to_owned()))
}

/// Whom a share reaches.
fn with(data: &Json) -> Option<To> {
    let id = data["with"]["id"].as_str().map(str::to_owned);
    match data["with"]["type"].as_str()? {
        "user" => id.map(To::User),
        "team" => id.map(To::Team),
        _ => Some(To::Everyone),
    }
}

/// Whom an event calls.
pub fn calls(event: &Happened) -> Vec<Call> {
    let data = &event.data;
    let updated = |facts: Json| call(Notice::LeadUpdated, To::Workers, facts);
    let one = |notice: Notice, to: Option<To>, facts: Json| to.map(|to| call(notice, to, facts));
    let decided = |decision: &str| {
        let facts = json!({"decision": decision, "note": data["note"]});
        one(Notice::RequestDecided, user(&data["requester"]), facts).into_iter().collect()
    };
    let mentioned = || {
        let ids = data["mentions"].as_array().into_iter().flatten().filter_map(Json::as_str);
        ids.map(|id| call(Notice::Mentioned, To::User(id.to_owned()), json!({})))
    };
    match event.what.as_str() {
        // What a form brings is told by what it brought.
        "created" if event.actor.kind == ActorType::Source => Vec::new(),
        "created" => one(Notice::Assigned, user(&data["owner"]), json!({})).into_iter().collect(),
        "captured" => [To::Workers, To::Keepers].map(|to| call(Notice::LeadCaptured, to, json!({}))).into(),
        "updated" | "converted" => {
            let changes = &data["changes"];
            let status = &changes["status"];
            if status.is_null() {
                let fields: Vec<&String> = changes.as_object().into_iter().flat_map(|map| map.keys()).collect();
                vec![updated(json!({"fields": fields}))]
            } else {
                vec![call(Notice::StatusChanged, To::Workers, status.clone())]
            }
        }
        "assigned" | "claimed" => {
            let facts = json!({"to": data["to"]["name"].as_str().unwrap_or("the pool"), "note": data["note"]});
            let new = one(Notice::Assigned, user(&data["to"]), facts.clone());
            let previous = one(Notice::Unassigned, user(&data["from"]), facts.clone());
            new.into_iter().chain(previous).chain([updated(facts)]).collect()
        }
        "collaborator_added" | "collaborator_changed" => {
            let level = if data["level"].is_null() { &data["to"] } else { &data["level"] };
            let theirs = one(Notice::CollaboratorAdded, user(&data["user"]), json!({"level": level}));
            let owners = call(Notice::LeadUpdated, To::Owner, json!({"joined": data["user"]["name"]}));
            theirs.into_iter().chain((event.what == "collaborator_added").then_some(owners)).collect()
        }
        // Whoever owns it now hears that instead.
        "collaborator_removed" if data["cause"] == "became_owner" => Vec::new(),
        "collaborator_removed" => {
            let theirs = one(Notice::CollaboratorRemoved, user(&data["user"]), json!({}));
            theirs.into_iter().chain([call(Notice::LeadUpdated, To::Owner, json!({"left": data["user"]["name"]}))]).collect()
        }
        "shared" => one(Notice::Shared, with(data), json!({})).into_iter().collect(),
        "share_changed" => one(Notice::Shared, with(data), json!({"changed": true})).into_iter().collect(),
        // Of what was over by itself already nobody hears.
        "share_ended" if data["expires_at"].as_str().and_then(Timestamp::parse).is_some_and(|end| end <= event.at) => Vec::new(),
        "share_ended" => one(Notice::ShareEnded, with(data), json!({})).into_iter().collect(),
        "request_created" => vec![call(Notice::RequestReceived, To::Keepers, json!({"reason": data["reason"]}))],
        "request_approved" => decided("approved"),
        "request_denied" => decided("denied"),
        "request_expired" => decided("expired"),
        "request_superseded" => decided("superseded"),
        "note_added" => mentioned().chain([call(Notice::NoteAdded, To::Workers, json!({}))]).collect(),
        "note_changed" => mentioned().collect(),
        "task_added" => one(Notice::TaskAssigned, user(&data["assignee"]), json!({"title": data["title"]})).into_iter().collect(),
        "task_changed" => {
            let to = user(&data["changes"]["assignee"]["to"]);
            one(Notice::TaskAssigned, to, json!({"title": data["title"]})).into_iter().collect()
        }
        "communication_added" => {
            vec![call(Notice::CommunicationAdded, To::Workers, json!({"channel": data["channel"], "summary": data["summary"]}))]
        }
        "deleted" | "restored" | "merged" => vec![updated(json!({"became": event.what}))],
        // Requests taken back, notes deleted, tasks done, and what a rule did, which its own events tell.
        _ => Vec::new(),
    }
}

impl Call {
    /// Its rank among what calls one person by one act: less goes before more. That a request has become needless is told
    /// only where nothing tells why.
    pub fn rank(&self) -> i64 {
        let place = Notice::ALL.iter().position(|notice| *notice == self.notice).unwrap_or_default();
        if self.facts["decision"] == "superseded" { 99 } else { i64::try_from(place).unwrap_or_default() }
    }

    /// As the database is asked whom it reaches. `base` is an id of which each person's is made.
    pub fn row(&self, cause: &Cause, base: &str) -> Json {
        let (to, whose) = self.to.words();
        let (notice, facts) = match &cause.bulk {
            None => (self.notice, self.facts.clone()),
            Some(kind) => (Notice::BulkSummary, json!({"about": self.notice, "kind": kind})),
        };
        Json::Array(vec![
            cause.record.show(),
            cause.seq.show(),
            cause.bulk.is_some().show(),
            cause.source.show(),
            base.show(),
            notice.show(),
            notice.email().show(),
            self.rank().show(),
            self.notice.is_activity().show(),
            self.notice.is_blind().show(),
            to.show(),
            whose.show(),
            facts,
            cause.actor.kind.show(),
            cause.actor.id.show(),
            cause.actor.name.show(),
        ])
    }
}
