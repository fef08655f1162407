//! Who may see and do what, written a second time from the contract alone: plain lists and loops, no cleverness, no SQL
//! and nothing of the crate. Where the contract is silent the comment says which reading is taken.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json, json};

use crate::plan::With;

pub type Set = BTreeSet<&'static str>;

pub const ALL: [&str; 8] = ["read", "update", "delete", "share", "assign", "note", "task", "communicate"];
const COLLABORATE: [&str; 5] = ["read", "update", "note", "task", "communicate"];
pub const KINDS: [&str; 3] = ["lead", "contact", "deal"];
pub const LEVELS: [&str; 3] = ["viewer", "collaborator", "co_owner"];

/// Words that names are made of, as written and as they are searched and sorted.
pub const WORDS: [(&str, &str); 10] = [
    ("Acme", "acme"),
    ("acorn", "acorn"),
    ("Müller", "muller"),
    ("MULE", "mule"),
    ("Zürich", "zurich"),
    ("beta", "beta"),
    ("Gmbh", "gmbh"),
    ("Élan", "elan"),
    ("delta", "delta"),
    ("Straße", "strasse"),
];

pub fn statuses(kind: usize) -> &'static [&'static str] {
    [&["new", "working", "qualified", "unqualified"][..], &["active", "inactive"], &["open", "won", "lost"]][kind]
}

#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "they are switches")]
pub struct Settings {
    pub pool_agents: bool,
    pub must_see: bool,
    pub multiple_assignment: bool,
    pub reveal_existence: bool,
    pub keep_owner: String,
    pub keep_collaborators: bool,
    pub ttl_days: i64,
    pub cooldown_hours: i64,
}

#[derive(Clone, Debug)]
pub struct User {
    pub org: usize,
    pub id: String,
    pub key: String,
    pub role: String,
    pub active: bool,
}

#[derive(Clone, Debug)]
pub struct Team {
    pub org: usize,
    pub id: String,
    pub members: Vec<usize>,
    pub gone: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Collaborator {
    pub user: usize,
    pub level: String,
    pub until: Option<i64>,
}

#[derive(Clone, Debug)]
pub struct Share {
    pub n: u32,
    pub id: String,
    pub with: With,
    pub permissions: Set,
    pub ends: Option<i64>,
    pub giver: usize,
}

#[derive(Clone, Debug)]
pub struct Record {
    pub n: u32,
    pub org: usize,
    pub kind: usize,
    pub id: String,
    pub owner: Option<usize>,
    /// By path: `phone`, `fields.size`. What is null is not here.
    pub fields: BTreeMap<String, Json>,
    pub deleted: bool,
    /// In the order they were added.
    pub collaborators: Vec<Collaborator>,
    pub shares: Vec<Share>,
    /// Which field changed at which version.
    pub changed: Vec<(String, i64)>,
    pub was_pool: bool,
    /// As the service told last.
    pub version: i64,
    pub created_at: String,
    pub updated_at: String,
}

#[derive(Clone, Debug)]
pub struct Request {
    pub n: u32,
    pub id: String,
    pub record: usize,
    pub requester: usize,
    pub level: String,
    pub until: Option<i64>,
    /// As stored: one that ran out still says `pending`.
    pub status: &'static str,
    pub expires_at: i64,
    pub decided_at: i64,
}

pub fn level_gives(level: &str) -> Set {
    match level {
        "viewer" => Set::from(["read"]),
        "collaborator" => Set::from(COLLABORATE),
        _ => ALL.into_iter().filter(|one| *one != "assign").collect(),
    }
}

/// Whether something with this end is still there at `now`: half-open.
pub fn live(ends: Option<i64>, now: i64) -> bool {
    ends.is_none_or(|end| now < end)
}

pub fn with_read(permissions: &[String]) -> Set {
    ALL.into_iter().filter(|one| *one == "read" || permissions.iter().any(|word| word == one)).collect()
}

pub fn folded(text: &str) -> String {
    let words: Vec<String> = text
        .split(' ')
        .map(|word| {
            WORDS.iter().find(|(written, _)| *written == word).map_or_else(|| word.to_lowercase(), |(_, plain)| (*plain).to_owned())
        })
        .collect();
    words.join(" ")
}

/// A body of record fields by path; null where it clears.
pub fn by_path(body: &Json) -> Vec<(String, Json)> {
    let mut paths = Vec::new();
    for (name, value) in body.as_object().unwrap() {
        match value.as_object() {
            Some(custom) => paths.extend(custom.iter().map(|(key, value)| (format!("{name}.{key}"), value.clone()))),
            None => paths.push((name.clone(), value.clone())),
        }
    }
    paths
}

impl Record {
    pub fn field(&self, path: &str) -> Json {
        self.fields.get(path).cloned().unwrap_or(Json::Null)
    }

    /// What a body would change.
    pub fn changes(&self, body: &Json) -> Vec<(String, Json)> {
        let same = |path: &String, value: &Json| {
            let held = self.field(path);
            held == *value || (path == "tags" && held.is_null() && *value == json!([]))
        };
        by_path(body).into_iter().filter(|(path, value)| !same(path, value)).collect()
    }

    /// The fields that a body would change and that somebody changed after `seen`.
    pub fn conflicts(&self, body: &Json, seen: i64) -> Vec<String> {
        let mut paths: Vec<String> = self.changes(body).into_iter().map(|(path, _)| path).collect();
        paths.retain(|path| self.changed.iter().any(|(changed, version)| changed == path && *version > seen));
        paths.sort();
        paths
    }

    pub fn has_collaborator(&self, user: usize, now: i64) -> bool {
        self.collaborators.iter().any(|one| one.user == user && live(one.until, now))
    }

    pub fn set(&mut self, path: String, value: Json) {
        if value.is_null() || value == json!([]) {
            self.fields.remove(&path);
        } else {
            self.fields.insert(path, value);
        }
    }

    /// What a list by name goes by: the name, or what stands for it.
    pub fn name_key(&self) -> String {
        let shown = ["name", "email", "phone"].iter().find_map(|path| self.fields.get(*path));
        folded(shown.and_then(Json::as_str).unwrap_or_default())
    }

    /// Whether each of `terms` begins a word of the name, company or e-mail.
    pub fn matches(&self, terms: &[&str]) -> bool {
        let mut words = Vec::new();
        for path in ["name", "company", "email", "phone"] {
            let text = folded(self.field(path).as_str().unwrap_or_default());
            words.extend(text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned));
        }
        terms.iter().all(|term| words.iter().any(|word| word.starts_with(term)))
    }

    /// The fields as the service shows them.
    pub fn shown(&self) -> Json {
        let mut custom = Map::new();
        for (path, value) in &self.fields {
            if let Some(key) = path.strip_prefix("fields.") {
                custom.insert(key.to_owned(), value.clone());
            }
        }
        let mut shown = json!({"fields": custom, "tags": self.fields.get("tags").cloned().unwrap_or(json!([]))});
        for name in ["name", "company", "email", "phone", "status", "amount"] {
            shown[name] = self.field(name);
        }
        shown
    }
}

#[derive(Clone, Debug, Default)]
pub struct Model {
    pub settings: Vec<Settings>,
    pub users: Vec<User>,
    pub teams: Vec<Team>,
    pub records: Vec<Record>,
    pub requests: Vec<Request>,
}

impl Model {
    pub fn record(&self, n: u32) -> Option<usize> {
        self.records.iter().position(|record| record.n == n)
    }

    pub fn request(&self, n: u32) -> Option<usize> {
        self.requests.iter().position(|request| request.n == n)
    }

    /// The record and the place in it of a share that was not ended.
    pub fn share(&self, n: u32) -> Option<(usize, usize)> {
        self.records.iter().enumerate().find_map(|(r, record)| record.shares.iter().position(|share| share.n == n).map(|s| (r, s)))
    }

    pub fn by_id(&self, id: &str) -> Option<usize> {
        self.users.iter().position(|user| user.id == id)
    }

    /// `view_all`, `assign_any`, `manage_people`, `manage_settings` and all the rest: owners and admins alike.
    pub fn runs_it(&self, user: usize) -> bool {
        self.users[user].role != "agent"
    }

    pub fn sees_pool(&self, user: usize) -> bool {
        // Agents have `claim`, everybody else `view_pool`.
        self.runs_it(user) || self.settings[self.users[user].org].pool_agents
    }

    fn reaches(&self, with: &With, user: usize) -> bool {
        match with {
            With::User(one) => *one == user,
            With::Team(team) => self.teams[*team].members.contains(&user),
            With::Everyone => true,
        }
    }

    pub fn shared_with(&self, record: &Record, user: usize, now: i64) -> bool {
        record.shares.iter().any(|share| live(share.ends, now) && self.reaches(&share.with, user))
    }

    /// The union of all live grants; built-in roles cut nothing.
    pub fn permissions(&self, user: usize, record: &Record, now: i64) -> Set {
        let person = &self.users[user];
        let mut sum = Set::new();
        if !person.active || person.org != record.org {
            return sum;
        }
        if record.deleted {
            // Read only: while deleted, nothing else is allowed.
            if self.runs_it(user) || record.owner == Some(user) {
                sum.insert("read");
            }
            return sum;
        }
        if self.runs_it(user) || record.owner == Some(user) {
            sum.extend(ALL);
        }
        for one in &record.collaborators {
            if one.user == user && live(one.until, now) {
                // Reading: co-owners of before stay what they are when the setting is switched off.
                sum.extend(level_gives(&one.level));
            }
        }
        for share in &record.shares {
            if live(share.ends, now) && self.reaches(&share.with, user) {
                sum.extend(share.permissions.iter());
            }
        }
        if record.owner.is_none() && self.sees_pool(user) {
            sum.insert("read");
        }
        sum
    }

    pub fn sees(&self, user: usize, record: &Record, now: i64) -> bool {
        self.permissions(user, record, now).contains("read")
    }

    /// The live collaborators that a record shows: nobody inactive.
    pub fn shown_collaborators<'a>(&'a self, record: &'a Record, now: i64) -> Vec<&'a Collaborator> {
        record.collaborators.iter().filter(|one| live(one.until, now) && self.users[one.user].active).collect()
    }

    pub fn drop_team(&mut self, team: usize) {
        self.teams[team].gone = true;
        self.teams[team].members.clear();
        for record in &mut self.records {
            record.shares.retain(|share| share.with != With::Team(team));
        }
    }

    /// The record changes hands.
    pub fn hand_over(&mut self, record: usize, to: Option<usize>, keep_owner: Option<&str>, keep_collaborators: Option<bool>) {
        let settings = self.settings[self.records[record].org].clone();
        let record = &mut self.records[record];
        if record.owner == to {
            return;
        }
        let previous = record.owner;
        record.owner = to;
        record.was_pool |= to.is_none();
        if !keep_collaborators.unwrap_or(settings.keep_collaborators) {
            record.collaborators.clear();
        }
        record.collaborators.retain(|one| Some(one.user) != to);
        let level = match keep_owner.unwrap_or(&settings.keep_owner) {
            "view" => "viewer",
            "edit" => "collaborator",
            _ => return,
        };
        if let Some(user) = previous {
            record.collaborators.push(Collaborator { user, level: level.to_owned(), until: None });
        }
    }

    /// Somebody becomes a collaborator or gets other terms.
    pub fn put_collaborator(&mut self, record: usize, user: usize, level: Option<&str>, until: Option<i64>, now: i64) {
        let all = &mut self.records[record].collaborators;
        if let Some(one) = all.iter_mut().find(|one| one.user == user && live(one.until, now)) {
            if let Some(level) = level {
                level.clone_into(&mut one.level);
            }
            one.until = until;
            return;
        }
        all.retain(|one| one.user != user);
        all.push(Collaborator { user, level: level.unwrap_or("collaborator").to_owned(), until });
    }
}
