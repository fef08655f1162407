//! The nouns: plain structs and closed enums. No rules here.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use crate::access::{Capabilities, Permissions};
use crate::id::{GrantId, OrgId, RecordId, RequestId, TeamId, UserId};
use crate::show::Show;
use crate::sql::{Cells, Column};
use crate::time::{Timestamp, lasts};
use crate::wire::Wire;
use crate::{columns, json, shown, stored, wire};

macro_rules! closed {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The word in the API and in the database.
            pub const fn text(self) -> &'static str { match self { $(Self::$variant => $text,)* } }
            /// From the word.
            pub fn parse(text: &str) -> Option<Self> {
                let words: &[&str] = &[$($text,)*];
                words.iter().position(|word| *word == text).map(|place| Self::ALL[place])
            }
        }

        impl $crate::sql::Column for $name {
            fn read(cells: &mut $crate::sql::Cells) -> Self {
                let found = Self::parse(&cells.text());
                cells.or_spoil(found, Self::ALL[0])
            }
        }

        impl $crate::show::Show for $name {
            fn show(&self) -> serde_json::Value { $crate::show::Show::show(self.text()) }
        }

        impl $crate::wire::Wire for $name {
            fn write(&self) -> serde_json::Value { serde_json::Value::from(self.text()) }
        }
    )*};
}
pub(crate) use closed;

closed! {
    /// What a record is.
    Kind {
        /// A lead.
        Lead = "lead",
        /// A contact.
        Contact = "contact",
        /// A deal.
        Deal = "deal",
    }
    /// How much a collaborator may do.
    Level {
        /// May look.
        Viewer = "viewer",
        /// Works on it: read, update, note, task, communicate.
        Collaborator = "collaborator",
        /// Everything but assign.
        CoOwner = "co_owner",
    }
    /// Why an access row is there.
    Source {
        /// The record has an owner.
        Owner = "owner",
        /// The record has none.
        Pool = "pool",
        /// Somebody was added as a collaborator.
        Collaborator = "collaborator",
        /// Somebody shared it.
        Share = "share",
    }
    /// Where a request to collaborate stands. All but `Pending` are final.
    RequestStatus {
        /// Waits for a decision.
        Pending = "pending",
        /// An approver said yes.
        Approved = "approved",
        /// An approver said no.
        Denied = "denied",
        /// The requester took it back.
        Canceled = "canceled",
        /// Nobody decided in time.
        Expired = "expired",
        /// It has become needless.
        Superseded = "superseded",
    }
    /// Who sees the records that nobody owns.
    Pool {
        /// Those with `view_pool`.
        Admins = "admins",
        /// Also those with `claim`.
        Agents = "agents",
    }
    /// Whether adding a collaborator lets them see the record.
    CollaboratorPolicy {
        /// It does.
        GrantsAccess = "grants_access",
        /// They must see it already.
        MustSee = "must_see",
    }
    /// What the previous owner keeps after a hand-over.
    Keep {
        /// Nothing.
        None = "none",
        /// A look.
        View = "view",
        /// Working on it.
        Edit = "edit",
    }
    /// What people do together on a record.
    Work {
        /// Something written.
        Note = "note",
        /// Something to do.
        Task = "task",
        /// A call, a mail, a meeting.
        Communication = "communication",
    }
    /// What happened to a note, a task or a communication, as the timeline calls it.
    Worked {
        /// A note was written.
        NoteAdded = "note_added",
        /// A note says something else.
        NoteChanged = "note_changed",
        /// A note is gone.
        NoteDeleted = "note_deleted",
        /// There is something to do.
        TaskAdded = "task_added",
        /// What is to be done changed, or is no longer to be done.
        TaskChanged = "task_changed",
        /// It was done.
        TaskDone = "task_done",
        /// A communication was logged.
        CommunicationAdded = "communication_added",
    }
    /// What a rule waits for.
    Occasion {
        /// A record came to be, in whatever way.
        Created = "created",
        /// A form was submitted, by somebody new or again.
        Captured = "captured",
        /// A record's status changed.
        StatusChanged = "status_changed",
    }
    /// What kind of actor did something.
    ActorType {
        /// A person.
        User = "user",
        /// A rule of the organisation.
        Rule = "rule",
        /// A capture source.
        Source = "source",
        /// Leadroom itself.
        System = "system",
    }
}

impl Kind {
    /// Its bit in a set of kinds.
    pub const fn bit(self) -> i64 {
        match self {
            Self::Lead => 1,
            Self::Contact => 2,
            Self::Deal => 4,
        }
    }

    /// The collection's name in paths.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Lead => "leads",
            Self::Contact => "contacts",
            Self::Deal => "deals",
        }
    }
}

/// A person inside another object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
}

shown!(Person: id, name);

/// Who or what did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The person's id; nothing for what no person did.
    pub id: Option<String>,
    /// The name at the time.
    pub name: String,
    /// A person, a rule, a source or Leadroom.
    pub kind: ActorType,
}

columns!(Actor: id, name, kind);

impl Actor {
    /// Leadroom itself, for what happens by the clock.
    pub fn system() -> Self {
        Self { id: None, name: "Leadroom".to_owned(), kind: ActorType::System }
    }
}

impl Show for Actor {
    fn show(&self) -> Json {
        json!({"id": self.id.as_ref().filter(|_| self.kind == ActorType::User), "name": self.name, "type": self.kind})
    }
}

/// A principal that a viewer holds, and how much of a grant to it reaches them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal {
    /// `book:…`, `collab:…`, `user:…`, `team:…`, `org:…` or `pool:…`.
    pub name: String,
    /// What passes.
    pub mask: Permissions,
    /// For which kinds of records, as [`Kind::bit`]s.
    pub kinds: i64,
    /// The book share it is held by.
    pub via: Option<GrantId>,
    /// When that ends.
    pub until: Option<Timestamp>,
}

columns!(Principal: name, mask, kinds, via, until);

/// The active person behind a credential, with everything that access depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Viewer {
    /// Who.
    pub id: UserId,
    /// Of which organisation.
    pub org: OrgId,
    /// The organisation's name.
    pub org_name: String,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// The name of their role.
    pub role: String,
    /// What the role lets them do.
    pub capabilities: Capabilities,
    /// The most any grant gives them.
    pub ceiling: Permissions,
    /// What they hold.
    pub principals: Vec<Principal>,
    /// Their organisation's settings.
    pub settings: Settings,
    /// When the credential was last known to be used.
    pub used_at: Option<Timestamp>,
}

impl Viewer {
    /// As a person inside another object.
    pub fn person(&self) -> Person {
        Person { id: self.id.clone(), name: self.name.clone() }
    }

    /// As somebody who is to get a record.
    pub fn candidate(&self) -> Candidate {
        Candidate { id: self.id.clone(), name: self.name.clone(), active: 1, ceiling: self.ceiling, capabilities: self.capabilities }
    }

    /// As the actor of an event.
    pub fn actor(&self) -> Actor {
        Actor { id: Some(self.id.to_string()), name: self.name.clone(), kind: ActorType::User }
    }
}

/// An owner as a record knows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Whether they still work here.
    pub active: bool,
}

/// A lead, contact or deal.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its id.
    pub id: RecordId,
    /// Its organisation.
    pub org: OrgId,
    /// What it is.
    pub kind: Kind,
    /// A person's or an undertaking's name.
    pub name: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// The person's job title.
    pub title: Option<String>,
    /// An e-mail address.
    pub email: Option<String>,
    /// A phone number, as written.
    pub phone: Option<String>,
    /// A web address.
    pub website: Option<String>,
    /// One of the statuses that the settings name for the kind.
    pub status: String,
    /// Where it came from.
    pub source: Option<String>,
    /// Its worth in minor units of `currency`.
    pub amount: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// Tags, in the order they were given.
    pub tags: Vec<String>,
    /// Custom fields.
    pub fields: BTreeMap<String, Json>,
    /// Who owns it; nobody means the pool.
    pub owner: Option<Owner>,
    /// The seq of its last event.
    pub version: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed in any way that its page shows.
    pub updated_at: Timestamp,
    /// When somebody last did something about it.
    pub last_activity_at: Timestamp,
    /// When it went to the trash.
    pub deleted_at: Option<Timestamp>,
    /// The contact that a lead became.
    pub contact_id: Option<RecordId>,
    /// The deal that a lead became.
    pub deal_id: Option<RecordId>,
}

/// One access row of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Grant {
    /// Whose.
    pub principal: String,
    /// Why.
    pub source: Source,
    /// What it gives.
    pub permissions: Permissions,
    /// A collaborator's level.
    pub level: Option<Level>,
    /// When it ends, to the millisecond and half-open.
    pub expires_at: Option<Timestamp>,
    /// Its id, for collaborators and shares.
    pub id: Option<GrantId>,
    /// When it was made.
    pub granted_at: Timestamp,
    /// The collaborator's name; nothing for other sources.
    pub name: Option<String>,
    /// Whether the collaborator is active (1) or not (0); nothing for other sources.
    pub active: Option<i64>,
}

columns!(Grant: principal, source, permissions, level, expires_at, id, granted_at, name, active);

impl Grant {
    /// Whether it has not ended at `now`.
    pub fn is_live(&self, now: Timestamp) -> bool {
        lasts(self.expires_at, now)
    }

    /// The collaborator this row is for, while the grant is live.
    pub fn live_collaborator(&self, now: Timestamp) -> Option<(Person, Level)> {
        let id = UserId::parse(self.principal.strip_prefix("collab:")?)?;
        let live = self.active == Some(1) && self.is_live(now);
        live.then(|| (Person { id, name: self.name.clone().unwrap_or_default() }, self.level.unwrap_or(Level::Collaborator)))
    }
}

/// Whom a share reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipient {
    /// One person.
    User {
        /// Who.
        id: UserId,
    },
    /// The members of a team, as they come and go.
    Team {
        /// Which.
        id: TeamId,
    },
    /// Everyone in the organisation, as they come and go.
    Everyone,
}

wire!(enum Recipient: "user" User { id }, "team" Team { id }, "everyone" Everyone,);

impl Recipient {
    /// The principal of a share with this recipient.
    pub fn principal(&self, org: &OrgId) -> String {
        match self {
            Self::User { id } => format!("user:{id}"),
            Self::Team { id } => format!("team:{id}"),
            Self::Everyone => format!("org:{org}"),
        }
    }

    /// From a share's principal.
    pub fn of(principal: &str) -> Option<Self> {
        match principal.split_once(':')? {
            ("user", id) => UserId::parse(id).map(|id| Self::User { id }),
            ("team", id) => TeamId::parse(id).map(|id| Self::Team { id }),
            ("org", _) => Some(Self::Everyone),
            _ => None,
        }
    }
}

/// What a merge patch says of one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Update<T> {
    /// Nothing.
    Keep,
    /// It goes.
    Clear,
    /// It becomes this.
    To(T),
}

impl<T: Wire> Column for Update<T> {
    fn read(cells: &mut Cells) -> Self {
        match cells.peek() {
            Some(Json::Bool(_)) => {
                cells.take();
                Self::Keep
            }
            Some(Json::Null) | None => {
                cells.take();
                Self::Clear
            }
            Some(_) => Self::To(T::read(cells)),
        }
    }
}

/// A boolean keeps and a null clears: no field that is written so is itself a boolean.
impl<T: Wire> Wire for Update<T> {
    fn write(&self) -> Json {
        match self {
            Self::Keep => Json::Bool(false),
            Self::Clear => Json::Null,
            Self::To(value) => value.write(),
        }
    }
}

impl<T: Clone> Update<T> {
    /// From a field that was there or not, and what it said.
    pub fn of(there: bool, value: Option<T>) -> Self {
        match (there, value) {
            (_, Some(value)) => Self::To(value),
            (true, None) => Self::Clear,
            (false, None) => Self::Keep,
        }
    }

    /// What `present` becomes.
    pub fn over(&self, present: Option<&T>) -> Option<T> {
        match self {
            Self::Keep => present.cloned(),
            Self::Clear => None,
            Self::To(value) => Some(value.clone()),
        }
    }
}

/// A person as a recipient or assignee: what the rules about them need.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Whether they work here (1) or not (0).
    pub active: i64,
    /// The most any grant gives them.
    pub ceiling: Permissions,
    /// What their role lets them do.
    pub capabilities: Capabilities,
}

columns!(Candidate: id, name, active, ceiling, capabilities);

impl Candidate {
    /// As a person inside another object.
    pub fn person(&self) -> Person {
        Person { id: self.id.clone(), name: self.name.clone() }
    }
}

/// A request to collaborate.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// On which record.
    pub record: RecordId,
    /// The record's kind.
    pub kind: Kind,
    /// The record's name, or what stands for it.
    pub record_name: Option<String>,
    /// Who asks.
    pub requester_id: UserId,
    /// Their name.
    pub requester_name: String,
    /// For what.
    pub level: Level,
    /// Why.
    pub reason: Option<String>,
    /// Until when the access is wanted.
    pub until: Option<Timestamp>,
    /// Where it stands.
    pub status: RequestStatus,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it expires undecided.
    pub expires_at: Timestamp,
    /// Who decided.
    pub decided_by: Option<UserId>,
    /// Their name.
    pub decided_by_name: Option<String>,
    /// When.
    pub decided_at: Option<Timestamp>,
    /// What the decider wrote.
    pub decision_note: Option<String>,
    /// What was given.
    pub decision_level: Option<Level>,
    /// Until when it was given.
    pub decision_until: Option<Timestamp>,
}

columns!(Request: id, record, kind, record_name, requester_id, requester_name, level, reason, until, status, created_at, expires_at, decided_by, decided_by_name, decided_at, decision_note, decision_level, decision_until);

/// An organisation's settings. Stored as what differs from these defaults.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Who sees the pool.
    pub pool: Pool,
    /// Whether adding a collaborator grants access.
    pub collaborator_policy: CollaboratorPolicy,
    /// Whether there may be co-owners.
    pub multiple_assignment: bool,
    /// Whether one may learn that a record exists that one cannot see.
    pub reveal_existence: bool,
    /// How long a request waits, in days.
    pub request_ttl_days: i64,
    /// How long after a denial one may not ask again, in hours.
    pub request_cooldown_hours: i64,
    /// The defaults of a hand-over.
    pub transfer: Transfer,
    /// The statuses of each kind; the first is a new record's.
    pub statuses: Statuses,
    /// Browser origins that may call the API.
    pub allowed_origins: Vec<String>,
    /// The identity provider whose tokens its people may call with.
    pub jwt: Option<IdentityProvider>,
}

/// An identity provider.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IdentityProvider {
    /// The `iss` of its tokens.
    pub issuer: String,
    /// The `aud` of those that are for the organisation.
    pub audience: String,
    /// Where its keys are.
    pub jwks_url: String,
}

stored!(IdentityProvider: issuer, audience, jwks_url);

/// The statuses of each kind of record.
#[derive(Clone, Debug, PartialEq)]
pub struct Statuses {
    /// Of leads.
    pub lead: Vec<String>,
    /// Of contacts.
    pub contact: Vec<String>,
    /// Of deals.
    pub deal: Vec<String>,
}

/// The defaults of a hand-over.
#[derive(Clone, Debug, PartialEq)]
pub struct Transfer {
    /// What the previous owner keeps.
    pub keep_previous_owner: Keep,
    /// Whether collaborators stay.
    pub keep_collaborators: bool,
}

impl Default for Transfer {
    fn default() -> Self {
        Self { keep_previous_owner: Keep::View, keep_collaborators: true }
    }
}

stored!(Transfer: keep_previous_owner, keep_collaborators);

impl Default for Statuses {
    fn default() -> Self {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        Self {
            lead: words(&["new", "working", "qualified", "unqualified"]),
            contact: words(&["active", "inactive"]),
            deal: words(&["open", "won", "lost"]),
        }
    }
}

stored!(Statuses: lead, contact, deal);

impl Default for Settings {
    fn default() -> Self {
        Self {
            pool: Pool::Admins,
            collaborator_policy: CollaboratorPolicy::GrantsAccess,
            multiple_assignment: false,
            reveal_existence: true,
            request_ttl_days: 14,
            request_cooldown_hours: 24,
            transfer: Transfer::default(),
            statuses: Statuses::default(),
            allowed_origins: Vec::new(),
            jwt: None,
        }
    }
}

stored!(Settings: pool, collaborator_policy, multiple_assignment, reveal_existence, request_ttl_days, request_cooldown_hours, transfer, statuses, allowed_origins, jwt);

impl Settings {
    /// The statuses of a kind.
    pub fn statuses_of(&self, kind: Kind) -> &[String] {
        match kind {
            Kind::Lead => &self.statuses.lead,
            Kind::Contact => &self.statuses.contact,
            Kind::Deal => &self.statuses.deal,
        }
    }
}
