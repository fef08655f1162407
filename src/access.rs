//! Who may see and do what: the rules as a total function in Rust and, right under it, as the SQL the lists use.
//!
//! A viewer holds principals, each with a mask; a record has access rows, each for one principal. What the viewer may do
//! is the union over matching live rows of (row ∧ mask), cut by the ceiling of the viewer's role. `view_all` skips the rows.
//! The two renderings, [`standing`] and [`CALLER`], are bound together by `tests/access_worlds.rs`.
//!
//! What may be done is handed on as [`Allowed`], which only this module can make: a decision that forgot its check does
//! not compile.

use std::marker::PhantomData;

use serde_json::Value as Json;

use crate::error::{Code, Refusal};
use crate::model::{Grant, Kind, Level, Principal, Record, Viewer, Work};
use crate::show::{self, Show};
use crate::sql::{Cells, Column};
use crate::time::Timestamp;
use crate::wire::Wire;

macro_rules! bits {
    ($(#[$doc:meta])* $name:ident { $($(#[$bit_doc:meta])* $bit:ident = $value:literal $text:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct $name(i64);

        impl $name {
            $($(#[$bit_doc])* pub const $bit: Self = Self($value);)*
            /// None.
            pub const NONE: Self = Self(0);
            /// All there are.
            pub const ALL: Self = Self(0 $(| $value)*);
            const NAMES: &'static [(i64, &'static str)] = &[$(($value, $text),)*];

            /// The bits as they stand in the database.
            pub const fn bits(self) -> i64 { self.0 }
            /// From the database; bits that have no name are dropped.
            pub const fn from_bits(bits: i64) -> Self { Self(bits & Self::ALL.0) }
            /// Whether all of `other` are in here.
            pub const fn has(self, other: Self) -> bool { self.0 & other.0 == other.0 }
            /// In either.
            #[must_use]
            pub const fn or(self, other: Self) -> Self { Self(self.0 | other.0) }
            /// In both.
            #[must_use]
            pub const fn and(self, other: Self) -> Self { Self(self.0 & other.0) }
            /// In here and not in `other`.
            #[must_use]
            pub const fn without(self, other: Self) -> Self { Self(self.0 & !other.0) }
            /// The names, in the order of their declaration.
            pub fn names(self) -> impl Iterator<Item = &'static str> {
                Self::NAMES.iter().filter(move |(bit, _)| self.0 & bit != 0).map(|(_, name)| *name)
            }
            /// The one with this name.
            pub fn named(name: &str) -> Option<Self> {
                Self::NAMES.iter().find(|(_, known)| *known == name).map(|(bit, _)| Self(*bit))
            }
        }

        impl Column for $name {
            fn read(cells: &mut Cells) -> Self {
                Self::from_bits(cells.int())
            }
        }

        impl Show for $name {
            fn show(&self) -> Json {
                show::bits(Self::NAMES, self.0)
            }
        }

        impl Wire for $name {
            fn write(&self) -> Json {
                Json::from(self.0)
            }
        }
    };
}

bits! {
    /// What may be done with one record. A list of names outside, a number in the database and in messages.
    Permissions {
        /// See it and everything that belongs to it.
        READ = 1 "read";
        /// Change its fields.
        UPDATE = 2 "update";
        /// Put it into the trash.
        DELETE = 4 "delete";
        /// Give others access.
        SHARE = 8 "share";
        /// Give it to another owner.
        ASSIGN = 16 "assign";
        /// Write notes.
        NOTE = 32 "note";
        /// Make and finish tasks.
        TASK = 64 "task";
        /// Log communications.
        COMMUNICATE = 128 "communicate";
    }
}

impl Permissions {
    /// What a collaborator gets.
    pub const COLLABORATE: Self = Self::READ.or(Self::UPDATE).or(Self::NOTE).or(Self::TASK).or(Self::COMMUNICATE);

    /// These with what they imply: anything gives `read`, and nothing gives `delete`, `share` or `assign`.
    #[must_use]
    pub const fn with_implied(self) -> Self {
        if self.0 == 0 { self } else { self.or(Self::READ) }
    }
}

bits! {
    /// What a role lets its holders do in the whole organisation.
    Capabilities {
        /// See every record.
        VIEW_ALL = 1 "view_all";
        /// See the records that nobody owns.
        VIEW_POOL = 2 "view_pool";
        /// Take a record that nobody owns.
        CLAIM = 4 "claim";
        /// Give any visible record to anybody.
        ASSIGN_ANY = 8 "assign_any";
        /// Give away the own records.
        TRANSFER_OWN = 16 "transfer_own";
        /// Share the own records.
        SHARE = 32 "share";
        /// Share others' records on.
        RESHARE = 64 "reshare";
        /// Make records.
        CREATE = 128 "create";
        /// Change many records at once.
        BULK = 256 "bulk";
        /// Read in files of records.
        IMPORT = 512 "import";
        /// Take records out as a file.
        EXPORT = 1024 "export";
        /// Make and change people, teams and roles.
        MANAGE_PEOPLE = 2048 "manage_people";
        /// Make and change capture sources.
        MANAGE_SOURCES = 4096 "manage_sources";
        /// Change the organisation's settings.
        MANAGE_SETTINGS = 8192 "manage_settings";
    }
}

impl Capabilities {
    /// What the built-in role `agent` has.
    pub const AGENT: Self = Self::CREATE.or(Self::CLAIM).or(Self::TRANSFER_OWN).or(Self::SHARE).or(Self::BULK).or(Self::IMPORT);
}

impl Level {
    /// What a collaborator of this level may do.
    pub const fn permissions(self) -> Permissions {
        match self {
            Self::Viewer => Permissions::READ,
            Self::Collaborator => Permissions::COLLABORATE,
            Self::CoOwner => Permissions::ALL.without(Permissions::ASSIGN),
        }
    }
}

/// How one viewer stands to one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What the viewer may do: the union of the live grants, cut by the ceiling.
    pub permissions: Permissions,
    /// Whether the viewer owns it.
    pub owner: bool,
    /// Whether it is in the trash.
    pub deleted: bool,
    capabilities: Capabilities,
    ceiling: Permissions,
}

impl Standing {
    /// Whether the viewer may know that the record exists.
    pub fn visible(&self) -> bool {
        self.permissions.has(Permissions::READ)
    }
}

/// What `grant`, on a record of this kind, gives to whoever holds `held` at `now`: nothing when it is for another principal
/// or kind, or not live.
pub fn grant_gives(held: &Principal, grant: &Grant, kind: Kind, now: Timestamp) -> Permissions {
    if !grant.is_live(now) || held.name != grant.principal || held.kinds & kind.bit() == 0 {
        return Permissions::NONE;
    }
    grant.permissions.and(held.mask)
}

/// How `viewer` stands to `record`, of which `grants` are the access rows (those of other principals do no harm).
///
/// Invariant: agrees with [`CALLER`] on every world (`tests/access_worlds.rs`).
pub fn standing(viewer: &Viewer, record: &Record, grants: &[Grant], now: Timestamp) -> Standing {
    let owner = record.owner.as_ref().is_some_and(|owner| owner.id == viewer.id);
    let view_all = viewer.capabilities.has(Capabilities::VIEW_ALL);
    let deleted = record.deleted_at.is_some();
    let given = if record.org != viewer.org || !viewer.ceiling.has(Permissions::READ) {
        Permissions::NONE
    } else if deleted {
        // The trash is seen by the owner and by `view_all`, and nothing but restoring is done there.
        if owner || view_all { Permissions::READ } else { Permissions::NONE }
    } else if view_all {
        Permissions::ALL
    } else {
        let gives = |held: &Principal, grant: &Grant| grant_gives(held, grant, record.kind, now);
        let all = viewer.principals.iter().flat_map(|held| grants.iter().map(move |grant| (held, grant)));
        all.fold(Permissions::NONE, |sum, (held, grant)| sum.or(gives(held, grant)))
    };
    Standing { permissions: given.and(viewer.ceiling), owner, deleted, capabilities: viewer.capabilities, ceiling: viewer.ceiling }
}

/// What the people of `caller` hold: the tables `viewer`, `own` and `principal` of [`CALLER`] and [`PEOPLE`].
macro_rules! holders {
    () => {
        "viewer AS MATERIALIZED (SELECT id, org_id, capabilities, ceiling, settings FROM caller WHERE active = 1 AND ceiling & 1),
own (holder, name) AS (
  SELECT id, 'user:' || id FROM viewer
  UNION ALL SELECT id, 'org:' || org_id FROM viewer
  UNION ALL SELECT v.id, 'team:' || m.team_id FROM viewer v CROSS JOIN team_member m ON m.user_id = v.id
),
principal (holder, name, mask, kinds, via, until) AS MATERIALIZED (
  SELECT id, 'book:' || id, 255, 7, NULL, NULL FROM viewer
  UNION ALL SELECT id, 'collab:' || id, CASE WHEN json_extract(settings, '$.multiple_assignment') THEN 255 ELSE 227 END, 7, NULL, NULL FROM viewer
  UNION ALL SELECT id, 'user:' || id, 255, 7, NULL, NULL FROM viewer
  UNION ALL SELECT id, 'org:' || org_id, 255, 7, NULL, NULL FROM viewer
  UNION ALL SELECT * FROM (
    SELECT v.id, 'team:' || m.team_id, 255, 7, NULL, NULL FROM viewer v CROSS JOIN team_member m ON m.user_id = v.id
    UNION ALL
    SELECT id, 'pool:' || org_id, 1, 7, NULL, NULL FROM viewer
    WHERE capabilities & 2 OR (capabilities & 4 AND json_extract(settings, '$.pool') = 'agents')
    UNION ALL
    SELECT v.id, 'book:' || b.owner_id, b.permissions, b.kinds, b.id, b.expires_at FROM viewer v
    CROSS JOIN book_share b ON b.principal IN ('user:' || v.id, 'org:' || v.org_id) WHERE b.expires_at IS NULL OR b.expires_at > ?3
    UNION ALL
    SELECT v.id, 'book:' || b.owner_id, b.permissions, b.kinds, b.id, b.expires_at FROM viewer v CROSS JOIN team_member m ON m.user_id = v.id
    CROSS JOIN book_share b ON b.principal = 'team:' || m.team_id WHERE b.expires_at IS NULL OR b.expires_at > ?3
  )
)"
    };
}

/// The common table expressions every question about access begins with. They bind `?1` kind of credential, `?2` its
/// value and `?3` now, and give
/// - `caller`: the person behind the credential, active or not (one row or none);
/// - `viewer`: the same person, when active and of a role whose ceiling has `read`;
/// - `own (holder, name)`: what a share may name to reach the viewer;
/// - `principal (holder, name, mask, kinds, via, until)`: what the viewer holds, how much of it passes, for which kinds of
///   records, and by which book share until when. Of being a co-owner no more passes than of being a collaborator where the
///   organisation has switched co-owners off.
pub const CALLER: &str = concat!(
    "\
WITH caller AS MATERIALIZED (
  SELECT u.id, u.org_id, u.name, u.email, u.active, r.name AS role, r.capabilities, r.ceiling, o.settings, o.name AS org_name, credential.used
  FROM (
    SELECT user_id AS id, last_used_at AS used FROM api_key WHERE ?1 = 'key' AND hash = ?2 AND (expires_at IS NULL OR expires_at > ?3)
    UNION ALL SELECT user_id, last_used_at FROM session WHERE ?1 = 'session' AND hash = ?2 AND expires_at > ?3 AND last_used_at > ?3 - 604800000
    UNION ALL SELECT id, NULL FROM user WHERE ?1 = 'token' AND org_id = ?2 ->> 0 AND email = ?2 ->> 1 AND ?2 ->> 3 > ?3
    UNION ALL SELECT ?2, NULL WHERE ?1 = 'user'
  ) credential CROSS JOIN user u ON u.id = credential.id JOIN role r ON r.id = u.role_id JOIN organization o ON o.id = u.org_id
  WHERE ?1 <> 'token' OR o.settings -> '$.jwt' = ?2 ->> 2
),
",
    holders!()
);

/// The same tables for many people at once: those of a table `candidate (id)` that stands before; `?3` is now. What the one
/// viewer of [`CALLER`] holds and what each of these holds is the same text.
pub const PEOPLE: &str = concat!(
    "\
caller AS MATERIALIZED (
  SELECT u.id, u.org_id, u.name, u.email, u.active, r.name AS role, r.capabilities, r.ceiling, o.settings, o.name AS org_name
  FROM candidate k CROSS JOIN user u ON u.id = k.id JOIN role r ON r.id = u.role_id JOIN organization o ON o.id = u.org_id
),
",
    holders!()
);

/// [`CALLER`] or [`PEOPLE`] for explaining: what somebody holds though the ceiling of their role lacks `read`, so that it shows what
/// the role cuts. [`standing`] gives them nothing all the same.
pub fn uncut(tables: &str) -> String {
    tables.replacen("active = 1 AND ceiling & 1", "active = 1", 1)
}

/// Whether the viewer of [`CALLER`] may see record `r`, which is not in the trash.
pub const SEES: &str = "\
(EXISTS (SELECT 1 FROM viewer WHERE capabilities & 1) OR EXISTS (
  SELECT 1 FROM access s JOIN principal p ON p.name = s.principal
  WHERE s.record_id = r.id AND p.kinds & CASE r.kind WHEN 'lead' THEN 1 WHEN 'contact' THEN 2 ELSE 4 END
  AND (s.expires_at IS NULL OR s.expires_at > ?3)))";

/// [`SEES`] where every record is of this kind: then the set of principals is made once.
pub fn sees(kind: Kind) -> String {
    format!(
        "(EXISTS (SELECT 1 FROM viewer WHERE capabilities & 1) OR EXISTS (
           SELECT 1 FROM access s WHERE s.record_id = r.id AND +s.principal IN (SELECT name FROM principal WHERE kinds & {})
           AND (s.expires_at IS NULL OR s.expires_at > ?3)))",
        kind.bit()
    )
}

/// Whether the viewer of [`CALLER`] may see record `r`, which is in the trash.
pub const SEES_TRASH: &str = "\
(EXISTS (SELECT 1 FROM viewer WHERE capabilities & 1) OR EXISTS (SELECT 1 FROM viewer WHERE id = r.owner_id))";

impl Work {
    /// What making one takes.
    pub const fn permission(self) -> Permissions {
        match self {
            Self::Note => Permissions::NOTE,
            Self::Task => Permissions::TASK,
            Self::Communication => Permissions::COMMUNICATE,
        }
    }
}

/// Proof that an action was allowed. Only this module makes one.
#[derive(Debug)]
pub struct Allowed<Action>(PhantomData<Action>);

impl<Action> Allowed<Action> {
    fn proven() -> Self {
        Self(PhantomData)
    }
}

/// Looking at the record.
#[derive(Debug)]
pub struct See;
/// Changing fields.
#[derive(Debug)]
pub struct Edit;
/// Putting into the trash.
#[derive(Debug)]
pub struct Delete;
/// Taking out of the trash.
#[derive(Debug)]
pub struct Restore;
/// Giving to another owner, or becoming a collaborator by oneself.
#[derive(Debug)]
pub struct Assign;
/// Taking from the pool.
#[derive(Debug)]
pub struct Claim;
/// Adding, changing and removing collaborators.
#[derive(Debug)]
pub struct Collaborators;
/// Sharing.
#[derive(Debug)]
pub struct Share;
/// Deciding requests to collaborate.
#[derive(Debug)]
pub struct Decide;
/// Writing notes, tasks and communications.
#[derive(Debug)]
pub struct Working;

/// May the viewer know of the record at all? Otherwise it is `404`, as if it did not exist.
pub fn may_see(standing: &Standing) -> Result<Allowed<See>, Refusal> {
    if standing.visible() { Ok(Allowed::proven()) } else { Err(Refusal::not_found()) }
}

fn may_touch(standing: &Standing) -> Result<(), Refusal> {
    may_see(standing)?;
    if standing.deleted {
        return Err(Refusal::new(Code::RecordDeleted, "The record is in the trash; restore it first."));
    }
    Ok(())
}

fn lacking(missing: &str, standing: &Standing) -> Refusal {
    let permission = Permissions::named(missing).unwrap_or(Permissions::NONE);
    if !standing.ceiling.has(permission) {
        return Refusal::forbidden(missing, "change_role", format!("Your role does not allow `{missing}` on any record."));
    }
    if standing.owner {
        return Refusal::forbidden(missing, "change_role", format!("Your role lacks the capability `{missing}`."));
    }
    let remedy =
        if Permissions::COLLABORATE.has(permission) && permission != Permissions::NONE { "request_to_collaborate" } else { "ask_owner" };
    Refusal::forbidden(missing, remedy, format!("You may see this record but lack `{missing}`."))
}

fn may_with<Action>(standing: &Standing, permission: Permissions) -> Result<Allowed<Action>, Refusal> {
    may_touch(standing)?;
    if standing.permissions.has(permission) {
        return Ok(Allowed::proven());
    }
    Err(lacking(permission.names().next().unwrap_or("read"), standing))
}

/// May the viewer change fields?
pub fn may_edit(standing: &Standing) -> Result<Allowed<Edit>, Refusal> {
    may_with(standing, Permissions::UPDATE)
}

/// May the viewer put the record into the trash?
pub fn may_delete(standing: &Standing) -> Result<Allowed<Delete>, Refusal> {
    may_with(standing, Permissions::DELETE)
}

/// May the viewer take the record out of the trash? Whoever sees it there may.
pub fn may_restore(standing: &Standing) -> Result<Allowed<Restore>, Refusal> {
    may_see(standing)?;
    if standing.deleted { Ok(Allowed::proven()) } else { Err(Refusal::new(Code::NotDeleted, "The record is not in the trash.")) }
}

/// May the viewer give the record to another owner? `assign_any`, the owner with `transfer_own`, or a share that ticked `assign`.
pub fn may_assign(standing: &Standing) -> Result<Allowed<Assign>, Refusal> {
    may_touch(standing)?;
    if !standing.ceiling.has(Permissions::ASSIGN) {
        return Err(lacking("assign", standing));
    }
    let any = standing.capabilities.has(Capabilities::ASSIGN_ANY);
    let own = standing.owner && standing.capabilities.has(Capabilities::TRANSFER_OWN);
    // `view_all` shows `assign` among the permissions; handing over still takes the capability.
    let granted = !standing.owner && standing.permissions.has(Permissions::ASSIGN) && !standing.capabilities.has(Capabilities::VIEW_ALL);
    if any || own || granted {
        return Ok(Allowed::proven());
    }
    Err(lacking(if standing.owner { "transfer_own" } else { "assign" }, standing))
}

/// May the viewer give back what a job has assigned? Whoever made that job may, also where it cost them the sight of the record;
/// anybody else as they may assign it.
pub fn may_give_back(standing: &Standing, record: &Record, made: bool) -> Result<Allowed<Assign>, Refusal> {
    if made { may_by_rule(record) } else { may_assign(standing) }
}

/// May the viewer change many records at once? What they may do with each is asked of each.
pub fn may_bulk(capabilities: Capabilities) -> Result<(), Refusal> {
    if capabilities.has(Capabilities::BULK) {
        return Ok(());
    }
    Err(Refusal::forbidden("bulk", "change_role", "Your role lacks the capability `bulk`."))
}

/// May the viewer become a collaborator without asking? Whoever may assign the record may.
pub fn may_join(standing: &Standing) -> Result<Allowed<Assign>, Refusal> {
    may_assign(standing).map_err(|refusal| match refusal.code {
        Code::Forbidden if standing.owner => Refusal::already_owner(),
        Code::Forbidden => refusal.with("remedy", "request_to_collaborate"),
        _ => refusal,
    })
}

/// May the viewer take the record from the pool?
pub fn may_claim(standing: &Standing) -> Result<Allowed<Claim>, Refusal> {
    may_touch(standing)?;
    if standing.capabilities.has(Capabilities::CLAIM) {
        return Ok(Allowed::proven());
    }
    Err(Refusal::forbidden("claim", "change_role", "Your role lacks the capability `claim`."))
}

/// May the viewer add, change and remove collaborators, or see who has access? Needs `share` or ownership.
pub fn may_manage_collaborators(standing: &Standing) -> Result<Allowed<Collaborators>, Refusal> {
    if standing.owner {
        return may_touch(standing).map(|()| Allowed::proven());
    }
    may_with(standing, Permissions::SHARE)
}

/// May the viewer share the record? `share` on it, and the capability `share` (the owner) or `reshare` (anyone else).
pub fn may_share(standing: &Standing) -> Result<Allowed<Share>, Refusal> {
    may_with::<Share>(standing, Permissions::SHARE)?;
    let (capability, name) = if standing.owner { (Capabilities::SHARE, "share") } else { (Capabilities::RESHARE, "reshare") };
    if standing.capabilities.has(capability) {
        return Ok(Allowed::proven());
    }
    Err(Refusal::forbidden(name, "change_role", format!("Your role lacks the capability `{name}`.")))
}

/// May the viewer decide requests to collaborate on this record? The owner; with no owner or an inactive one, whoever
/// has `assign_any`.
pub fn may_decide(standing: &Standing, record: &Record) -> Result<Allowed<Decide>, Refusal> {
    let absent = record.owner.as_ref().is_none_or(|owner| !owner.active);
    // Whoever stands in for an absent owner decides also where they do not see the record.
    if absent && standing.capabilities.has(Capabilities::ASSIGN_ANY) && !standing.deleted {
        return Ok(Allowed::proven());
    }
    may_touch(standing)?;
    if standing.owner {
        return Ok(Allowed::proven());
    }
    Err(Refusal::forbidden("assign", "ask_owner", "The record's owner decides its requests."))
}

/// May the viewer write, change or delete a note, a task or a communication? What is there already is by the viewer or not:
/// a note is changed by its author, or by whoever may delete the record.
pub fn may_work(standing: &Standing, work: Work, present_by_viewer: Option<bool>) -> Result<Allowed<Working>, Refusal> {
    match (work, present_by_viewer) {
        (Work::Note, Some(true)) => may_touch(standing).map(|()| Allowed::proven()),
        (Work::Note, Some(false)) => may_with(standing, Permissions::DELETE),
        _ => may_with(standing, work.permission()),
    }
}

/// What a rule does was allowed to whoever made it, who may change the organisation's settings. In the trash it does nothing.
pub fn may_by_rule<Action>(record: &Record) -> Result<Allowed<Action>, Refusal> {
    match record.deleted_at {
        None => Ok(Allowed::proven()),
        Some(_) => Err(Refusal::new(Code::RecordDeleted, "The record is in the trash.")),
    }
}

/// The principal of a collaborator.
pub fn collaborator(user: &crate::id::UserId) -> String {
    format!("collab:{user}")
}
