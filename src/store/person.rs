//! People: who calls, users, teams, roles and keys.

use crate::access::{CALLER, Capabilities, Permissions};
use crate::error::{Code, Refusal, StoreError};
use crate::id::{KeyId, OrgId, RoleId, TeamId, UserId};
use crate::model::{Principal, Settings, Viewer};
use crate::show::{self, Show as _};
use crate::sql::{Cells, Column, Stmt, Value};
use crate::time::Timestamp;
use crate::{columns, json, params, shown, wire};

/// What a request proves itself with. The one place where a credential becomes a caller: here and in `access::CALLER`.
#[derive(Clone, Debug, PartialEq)]
pub enum Credential {
    /// An API key, by the SHA-256 of its secret in hex.
    Key(String),
    /// A session, by the SHA-256 of its cookie in hex.
    Session(String),
    /// A verified token of an identity provider, as a JSON list: the organisation, the e-mail address, what the organisation said
    /// of the provider, and when it ends.
    Token(String),
    /// A person whom Leadroom itself has authenticated already: inside a record's room.
    User(UserId),
}

impl Credential {
    /// The parameters `?1`, `?2`, `?3` that `access::CALLER` binds.
    pub fn params(&self, now: Timestamp) -> Vec<Value> {
        match self {
            Self::Key(hash) => params!["key", hash.as_str(), now],
            Self::Session(hash) => params!["session", hash.as_str(), now],
            Self::Token(facts) => params!["token", facts.as_str(), now],
            Self::User(id) => params!["user", id, now],
        }
    }
}

impl Credential {
    /// Whose it is, the same for every token of a person.
    pub fn whose(&self) -> String {
        let Self::Token(facts) = self else { return wire::text(self) };
        let facts = show::parse(facts.as_bytes()).unwrap_or_default();
        show::text(&json!([facts[0], facts[1]]))
    }
}

wire!(enum Credential: "key" Key (hash), "session" Session (hash), "token" Token (facts), "user" User (id),);

/// The columns of a row of `caller`, which each begin with `$of`.
macro_rules! caller_columns {
    ($of:literal, $used:literal) => {
        concat!(
            "json_array(",
            $of,
            "id, ",
            $of,
            "org_id, ",
            $of,
            "name, ",
            $of,
            "email, ",
            $of,
            "active, ",
            $of,
            "role, ",
            $of,
            "capabilities, ",
            $of,
            "ceiling, json(",
            $of,
            "settings), ",
            $of,
            "org_name, ",
            $used,
            ")"
        )
    };
}
pub(super) use caller_columns;

/// The columns of `caller`, and `$held` of `principal`, as one JSON array.
macro_rules! who {
    ($held:literal) => {
        concat!("json_array(json((SELECT ", caller_columns!("", "used"), " FROM caller)), json(", $held, "))")
    };
}

/// Who calls and what they hold, for statements that begin with `access::CALLER`.
pub const WHO: &str = who!("(SELECT json_group_array(json_array(name, mask, kinds, via, until)) FROM principal)");

/// [`WHO`] for lists: whoever sees everything is not asked what else they hold.
pub const WHO_LISTS: &str = who!(
    "CASE WHEN EXISTS (SELECT 1 FROM viewer WHERE capabilities & 1) THEN '[]'
    ELSE (SELECT json_group_array(json_array(name, mask, kinds, via, until)) FROM principal) END"
);

struct CallerRow {
    id: UserId,
    org: OrgId,
    name: String,
    email: String,
    active: i64,
    role: String,
    capabilities: Capabilities,
    ceiling: Permissions,
    settings: Settings,
    org_name: String,
    used_at: Option<Timestamp>,
}

columns!(CallerRow: id, org, name, email, active, role, capabilities, ceiling, settings, org_name, used_at);

/// What [`WHO`] reads as.
pub struct Who(Option<CallerRow>, Vec<Principal>);

impl Column for Who {
    fn read(cells: &mut Cells) -> Self {
        let (caller, principals) = Column::read(cells);
        Self(caller, principals)
    }
}

impl Who {
    /// Whoever it is, active or not: their id, name and organisation.
    pub fn identity(&self) -> Option<(UserId, String, OrgId)> {
        self.0.as_ref().map(|caller| (caller.id.clone(), caller.name.clone(), caller.org.clone()))
    }

    /// The active viewer, or `401`.
    pub fn viewer(self) -> Result<Box<Viewer>, Refusal> {
        let Some(caller) = self.0 else {
            return Err(Refusal::new(Code::Unauthenticated, "The credential is unknown or has ended."));
        };
        if caller.active == 0 {
            return Err(Refusal::new(Code::UserInactive, "The person behind this credential has been deactivated."));
        }
        Ok(Box::new(Viewer {
            id: caller.id,
            org: caller.org,
            org_name: caller.org_name,
            name: caller.name,
            email: caller.email,
            role: caller.role,
            capabilities: caller.capabilities,
            ceiling: caller.ceiling,
            principals: self.1,
            settings: caller.settings,
            used_at: caller.used_at,
        }))
    }
}

/// Notes that a key or a session is in use; nothing to note of what else somebody calls by.
pub fn credential_used(credential: &Credential, now: Timestamp) -> Option<Stmt> {
    let (sql, hash) = match credential {
        Credential::Key(hash) => ("UPDATE api_key SET last_used_at = ?2 WHERE hash = ?1", hash),
        Credential::Session(hash) => ("UPDATE session SET last_used_at = ?2 WHERE hash = ?1", hash),
        Credential::Token(_) | Credential::User(_) => return None,
    };
    Some(Stmt::new(sql, params![hash.as_str(), now]))
}

/// Who calls.
pub fn caller(credential: &Credential, now: Timestamp) -> Stmt {
    Stmt::new(format!("{CALLER} SELECT {WHO}"), credential.params(now))
}

/// What [`caller`] returned.
pub fn caller_row(rows: &crate::sql::Rows) -> Result<Who, StoreError> {
    super::first(rows)?.ok_or_else(|| StoreError::Corrupt("no caller row".to_owned()))
}

/// A user as administrators and pickers see one.
#[derive(Clone, Debug)]
pub struct UserRow {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Their e-mail address, lower case.
    pub email: String,
    /// The name of their role.
    pub role: String,
    /// Whether they can sign in (1) or not (0).
    pub active: i64,
    /// What their role lets them do.
    pub capabilities: Capabilities,
    /// The most a grant gives them.
    pub ceiling: Permissions,
    /// Whether the role is the built-in `owner` (1).
    pub is_owner: i64,
    /// Their teams.
    pub teams: Vec<TeamName>,
    /// Counts changes.
    pub version: i64,
    /// When they were made.
    pub created_at: Timestamp,
    /// When they last changed.
    pub updated_at: Timestamp,
}

columns!(UserRow: id, name, email, role, active, capabilities, ceiling, is_owner, teams, version, created_at, updated_at);

/// A team by id and name.
#[derive(Clone, Debug)]
pub struct TeamName {
    /// Which.
    pub id: TeamId,
    /// Its name.
    pub name: String,
}

columns!(TeamName: id, name);
shown!(TeamName: id, name);

const USER: &str = "json_array(u.id, u.name, u.email, r.name, u.active, r.capabilities, r.ceiling, r.built_in AND r.name = 'owner',
  json((SELECT json_group_array(json_array(t.id, t.name)) FROM team_member m JOIN team t ON t.id = m.team_id WHERE m.user_id = u.id)),
  u.version, u.created_at, u.updated_at)";

/// One user of the caller's organisation. Follows `access::CALLER`'s parameters; the user's id is `?4`.
pub fn user_get(credential: &Credential, user: &UserId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(user.into());
    Stmt::new(
        format!(
            "{CALLER} SELECT {USER} FROM user u JOIN role r ON r.id = u.role_id WHERE u.id = ?4 AND u.org_id = (SELECT org_id FROM caller)"
        ),
        params,
    )
}

/// The signed-in person's own row.
pub fn user_me(credential: &Credential, now: Timestamp) -> Stmt {
    Stmt::new(
        format!("{CALLER} SELECT {USER} FROM user u JOIN role r ON r.id = u.role_id WHERE u.id = (SELECT id FROM caller)"),
        credential.params(now),
    )
}

/// What to list of the users.
#[derive(Clone, Debug, Default)]
pub struct UserFilter {
    /// Folded beginnings of words of the name or the e-mail address.
    pub terms: Vec<String>,
    /// Only active, or only inactive ones.
    pub active: Option<bool>,
    /// Only members of this team.
    pub team: Option<TeamId>,
    /// After this name and id.
    pub after: Option<(String, UserId)>,
    /// At most.
    pub limit: i64,
}

/// Whether somebody is active: `[1]` or `[0]`.
pub fn user_active(user: &UserId) -> Stmt {
    Stmt::new("SELECT json_array(active) FROM user WHERE id = ?1", params![user])
}

/// A page of users by name.
pub fn user_page(credential: &Credential, filter: &UserFilter, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    let (name, id) = filter.after.as_ref().map_or((Value::from(""), Value::from("")), |(name, id)| (name.as_str().into(), id.into()));
    params.extend([
        name,
        id,
        filter.active.into(),
        filter.team.as_ref().into(),
        show::text(&filter.terms.iter().map(|term| format!(" {term}")).collect::<Vec<_>>().show()).into(),
        filter.limit.into(),
    ]);
    Stmt::new(
        format!(
            "{CALLER} SELECT {USER} FROM user u JOIN role r ON r.id = u.role_id
             WHERE u.org_id = (SELECT org_id FROM caller WHERE active) AND (u.name, u.id) > (?4, ?5)
             AND (?6 IS NULL OR u.active = ?6)
             AND (?7 IS NULL OR EXISTS (SELECT 1 FROM team_member m WHERE m.user_id = u.id AND m.team_id = ?7))
             AND NOT EXISTS (SELECT 1 FROM json_each(?8) t WHERE instr(u.search, t.value) = 0)
             ORDER BY u.name, u.id LIMIT ?9"
        ),
        params,
    )
}

/// A role of the caller's organisation.
#[derive(Clone, Debug)]
pub struct RoleRow {
    /// Which.
    pub id: RoleId,
    /// Its name.
    pub name: String,
    /// Whether it comes with Leadroom (1) or was made here (0).
    pub built_in: i64,
    /// What it lets its holders do.
    pub capabilities: Capabilities,
    /// The most a grant gives its holders.
    pub ceiling: Permissions,
    /// Counts changes.
    pub version: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

columns!(RoleRow: id, name, built_in, capabilities, ceiling, version, created_at, updated_at);

/// Roles of the caller's organisation, the built-in ones first, then by name, from `after` on: at most `limit`, or all where that is
/// negative.
pub fn role_list(credential: &Credential, after: Option<(i64, String)>, limit: i64, now: Timestamp) -> Stmt {
    let (built_in, name) = after.unwrap_or((2, String::new()));
    let mut params = credential.params(now);
    params.extend([Value::from(built_in), name.into(), limit.into()]);
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(r.id, r.name, r.built_in, r.capabilities, r.ceiling, r.version, r.created_at, r.updated_at) FROM role r
             WHERE r.org_id = (SELECT org_id FROM caller WHERE active) AND (r.built_in < ?4 OR (r.built_in = ?4 AND r.name > ?5))
             ORDER BY r.built_in DESC, r.name LIMIT ?6"
        ),
        params,
    )
}

/// One role of the caller's organisation.
pub fn role_get(credential: &Credential, role: &RoleId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(role.into());
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(r.id, r.name, r.built_in, r.capabilities, r.ceiling, r.version, r.created_at, r.updated_at) FROM role r
             WHERE r.id = ?4 AND r.org_id = (SELECT org_id FROM caller)"
        ),
        params,
    )
}

/// Changes a role that is not built in; the same again changes nothing.
pub fn role_update(role: &RoleRow, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE role SET name = ?2, capabilities = ?3, ceiling = ?4, version = version + 1, updated_at = ?5
         WHERE id = ?1 AND built_in = 0 AND (name, capabilities, ceiling) IS NOT (?2, ?3, ?4)",
        params![&role.id, role.name.as_str(), role.capabilities.bits(), role.ceiling.bits(), now],
    )
}

/// Deletes a role that nobody has; no row comes back when somebody has it.
pub fn role_delete(role: &RoleId) -> Stmt {
    Stmt::new(
        "DELETE FROM role WHERE id = ?1 AND built_in = 0 AND NOT EXISTS (SELECT 1 FROM user u WHERE u.role_id = ?1) RETURNING json_array(id)",
        params![role],
    )
}

/// A new role.
pub fn role_insert(
    id: &RoleId,
    org: &OrgId,
    name: &str,
    built_in: bool,
    capabilities: Capabilities,
    ceiling: Permissions,
    now: Timestamp,
) -> Stmt {
    Stmt::new(
        "INSERT INTO role (id, org_id, name, built_in, capabilities, ceiling, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
        params![id, org, name, built_in, capabilities.bits(), ceiling.bits(), now],
    )
}

/// A new user.
pub fn user_insert(id: &UserId, org: &OrgId, role: &RoleId, name: &str, email: &str, now: Timestamp) -> Stmt {
    let search = crate::record::words::of_user(name, email);
    Stmt::new(
        "INSERT INTO user (id, org_id, role_id, name, email, search, active, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?7)",
        params![id, org, role, name, email, search, now],
    )
}

/// Changes the user who still has `user.version`. An organisation's last active owner cannot lose the role or the account. No
/// row comes back when nothing was changed.
pub fn user_update(user: &UserRow, org: &OrgId, role: &RoleId, now: Timestamp) -> Stmt {
    let search = crate::record::words::of_user(&user.name, &user.email);
    Stmt::new(
        "UPDATE user SET name = ?2, role_id = ?3, active = ?4, search = ?5, version = version + 1, updated_at = ?6
         WHERE id = ?1 AND org_id = ?7 AND version = ?8 AND EXISTS (
           SELECT 1 FROM user k JOIN role kr ON kr.id = CASE WHEN k.id = ?1 THEN ?3 ELSE k.role_id END
           WHERE k.org_id = ?7 AND CASE WHEN k.id = ?1 THEN ?4 ELSE k.active END = 1 AND kr.built_in = 1 AND kr.name = 'owner')
         RETURNING json_array(id)",
        params![&user.id, user.name.as_str(), role, user.active, search, now, org, user.version],
    )
}

/// A team.
#[derive(Clone, Debug)]
pub struct TeamRow {
    /// Which.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// How many people are in it.
    pub member_count: i64,
    /// Counts changes.
    pub version: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
}

columns!(TeamRow: id, name, member_count, version, created_at, updated_at);
shown!(TeamRow: id, name, member_count, version, created_at, updated_at);

const TEAM: &str =
    "json_array(t.id, t.name, (SELECT count(*) FROM team_member m WHERE m.team_id = t.id), t.version, t.created_at, t.updated_at)";

/// A page of teams by name.
pub fn team_page(credential: &Credential, after: Option<&(String, TeamId)>, limit: i64, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    let (name, id) = after.map_or((Value::from(""), Value::from("")), |(name, id)| (name.as_str().into(), id.into()));
    params.extend([name, id, limit.into()]);
    Stmt::new(
        format!(
            "{CALLER} SELECT {TEAM} FROM team t WHERE t.org_id = (SELECT org_id FROM caller WHERE active) AND (t.name, t.id) > (?4, ?5) ORDER BY t.name, t.id LIMIT ?6"
        ),
        params,
    )
}

/// One team of the caller's organisation.
pub fn team_get(credential: &Credential, team: &TeamId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(team.into());
    Stmt::new(format!("{CALLER} SELECT {TEAM} FROM team t WHERE t.id = ?4 AND t.org_id = (SELECT org_id FROM caller WHERE active)"), params)
}

/// A new team.
pub fn team_insert(id: &TeamId, org: &OrgId, name: &str, now: Timestamp) -> Stmt {
    Stmt::new("INSERT INTO team (id, org_id, name, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?4)", params![id, org, name, now])
}

/// Renames a team.
pub fn team_rename(id: &TeamId, org: &OrgId, name: &str, now: Timestamp) -> Stmt {
    Stmt::new(
        "UPDATE team SET name = ?3, version = version + 1, updated_at = ?4 WHERE id = ?1 AND org_id = ?2 AND name IS NOT ?3",
        params![id, org, name, now],
    )
}

/// A member of a team.
#[derive(Clone, Debug)]
pub struct MemberRow {
    /// Who.
    pub id: UserId,
    /// Their name.
    pub name: String,
    /// Who put them in.
    pub added_by: Option<UserId>,
    /// Their name.
    pub added_by_name: Option<String>,
    /// When.
    pub added_at: Timestamp,
}

columns!(MemberRow: id, name, added_by, added_by_name, added_at);

/// A page of a team's members by id.
pub fn member_page(credential: &Credential, team: &TeamId, after: Option<&UserId>, limit: i64, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([Value::from(team), after.map_or(Value::from(""), Value::from), limit.into()]);
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(u.id, u.name, a.id, a.name, m.added_at) FROM team_member m JOIN user u ON u.id = m.user_id LEFT JOIN user a ON a.id = m.added_by
             WHERE m.team_id = ?4 AND m.org_id = (SELECT org_id FROM caller WHERE active) AND m.user_id > ?5 ORDER BY m.user_id LIMIT ?6"
        ),
        params,
    )
}

/// Puts somebody into a team; once is enough.
pub fn member_insert(team: &TeamId, user: &UserId, org: &OrgId, by: Option<&UserId>, now: Timestamp) -> Stmt {
    Stmt::new(
        "INSERT OR IGNORE INTO team_member (user_id, team_id, org_id, added_by, added_at)
         SELECT u.id, t.id, ?3, ?4, ?5 FROM user u JOIN team t ON t.id = ?1 AND t.org_id = ?3 WHERE u.id = ?2 AND u.org_id = ?3",
        params![team, user, org, by, now],
    )
}

/// Takes somebody out of a team.
pub fn member_delete(team: &TeamId, user: &UserId, org: &OrgId) -> Stmt {
    Stmt::new("DELETE FROM team_member WHERE team_id = ?1 AND user_id = ?2 AND org_id = ?3", params![team, user, org])
}

/// An API key without its secret.
#[derive(Clone, Debug)]
pub struct KeyRow {
    /// Which.
    pub id: KeyId,
    /// Whose.
    pub user_id: UserId,
    /// What it is for.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// When it was last used, to the hour.
    pub last_used_at: Option<Timestamp>,
}

columns!(KeyRow: id, user_id, name, created_at, expires_at, last_used_at);

const KEY: &str = "json_array(k.id, k.user_id, k.name, k.created_at, k.expires_at, k.last_used_at)";

/// A page of a user's keys, newest first.
pub fn key_page(credential: &Credential, user: &UserId, before: Option<&KeyId>, limit: i64, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.extend([Value::from(user), before.map_or(Value::from("~"), Value::from), limit.into()]);
    Stmt::new(
        format!(
            "{CALLER} SELECT {KEY} FROM api_key k WHERE k.user_id = ?4 AND k.org_id = (SELECT org_id FROM caller WHERE active) AND k.id < ?5 ORDER BY k.id DESC LIMIT ?6"
        ),
        params,
    )
}

/// One key of the caller's organisation.
pub fn key_get(credential: &Credential, key: &KeyId, now: Timestamp) -> Stmt {
    let mut params = credential.params(now);
    params.push(key.into());
    Stmt::new(
        format!("{CALLER} SELECT {KEY} FROM api_key k WHERE k.id = ?4 AND k.org_id = (SELECT org_id FROM caller WHERE active)"),
        params,
    )
}

/// A new key.
pub struct NewKey<'a> {
    /// SHA-256 of the secret, hex.
    pub hash: &'a str,
    /// Its id.
    pub id: &'a KeyId,
    /// The organisation.
    pub org: &'a OrgId,
    /// Whom it acts as.
    pub user: &'a UserId,
    /// What it is for.
    pub name: &'a str,
    /// Who made it.
    pub by: Option<&'a UserId>,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
}

/// Stores a new key.
pub fn key_insert(key: &NewKey<'_>, now: Timestamp) -> Stmt {
    Stmt::new(
        "INSERT INTO api_key (hash, id, org_id, user_id, name, created_by, created_at, expires_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![key.hash, key.id, key.org, key.user, key.name, key.by, now, key.expires_at],
    )
}

/// Ends a key at once.
pub fn key_delete(key: &KeyId, org: &OrgId) -> Stmt {
    Stmt::new("DELETE FROM api_key WHERE id = ?1 AND org_id = ?2", params![key, org])
}

/// These people of the caller's organisation, as candidates.
pub fn people_named(credential: &Credential, users: &[UserId], now: Timestamp) -> Stmt {
    let ids: serde_json::Value = users.iter().map(UserId::as_str).collect();
    let mut params = credential.params(now);
    params.push(crate::show::text(&ids).into());
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(u.id, u.name, u.active, r.ceiling, r.capabilities) FROM json_each(?4) p CROSS JOIN user u ON u.id = p.value
             JOIN role r ON r.id = u.role_id WHERE u.org_id = (SELECT org_id FROM caller WHERE active)"
        ),
        params,
    )
}

/// These teams of the caller's organisation: `[id]`.
pub fn teams_named(credential: &Credential, teams: &[TeamId], now: Timestamp) -> Stmt {
    let ids: serde_json::Value = teams.iter().map(TeamId::as_str).collect();
    let mut params = credential.params(now);
    params.push(crate::show::text(&ids).into());
    Stmt::new(
        format!(
            "{CALLER} SELECT json_array(t.id) FROM json_each(?4) p CROSS JOIN team t ON t.id = p.value WHERE t.org_id = (SELECT org_id FROM caller WHERE active)"
        ),
        params,
    )
}
