//! Who may see and do what, written a second time from the contract alone: plain lists and loops, no cleverness, no SQL
//! and nothing of the crate. Where the contract is silent the comment says which reading is taken.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json, json};

use crate::plan::With;

pub type Set = BTreeSet<&'static str>;

pub const ALL: [&str; 8] = ["read", "update", "delete", "share", "assign", "note", "task", "communicate"];
const COLLABORATE: [&str; 5] = ["read", "update", "note", "task", "communicate"];
pub const KINDS: [&str; 3] = ["lead", "contact", "deal"];
pub const CAPABILITIES: [&str; 14] = [
    "view_all",
    "view_pool",
    "claim",
    "assign_any",
    "transfer_own",
    "share",
    "reshare",
    "create",
    "bulk",
    "import",
    "export",
    "manage_people",
    "manage_sources",
    "manage_settings",
];
const AGENT: [&str; 6] = ["create", "claim", "transfer_own", "share", "bulk", "import"];
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
pub struct Role {
    pub org: usize,
    pub id: String,
    pub name: String,
    pub built_in: bool,
    pub capabilities: Set,
    pub ceiling: Set,
    pub gone: bool,
}

#[derive(Clone, Debug)]
pub struct User {
    pub org: usize,
    pub id: String,
    pub key: String,
    pub role: usize,
    pub active: bool,
}

#[derive(Clone, Debug)]
pub struct Team {
    pub org: usize,
    pub id: String,
    pub members: Vec<usize>,
    pub gone: bool,
}

/// What a re-share was made from and hangs on.
#[derive(Clone, Debug, PartialEq)]
pub enum Grant {
    /// Who, and since when.
    Collaborator(usize, i64),
    Share(String),
    Book(String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Collaborator {
    pub user: usize,
    pub level: String,
    pub until: Option<i64>,
    pub since: i64,
}

#[derive(Clone, Debug)]
pub struct Share {
    pub n: u32,
    pub id: String,
    pub with: With,
    pub permissions: Set,
    pub ends: Option<i64>,
    pub giver: usize,
    pub hangs: Option<Grant>,
}

/// All records of one owner, shared as a whole.
#[derive(Clone, Debug)]
pub struct Book {
    pub n: u32,
    pub org: usize,
    pub id: String,
    pub owner: usize,
    pub with: With,
    pub kinds: Vec<usize>,
    pub permissions: Set,
    pub create: bool,
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
    pub deleted_at: i64,
    /// Emptied from the trash.
    pub gone: bool,
    /// The contact that a lead became.
    pub became: Option<u32>,
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

    /// A word that a search finds it by.
    pub fn word(&self) -> Option<String> {
        let all = ["name", "company", "email"].map(|path| folded(self.field(path).as_str().unwrap_or_default())).join(" ");
        all.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).map(str::to_owned)
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
    pub roles: Vec<Role>,
    pub teams: Vec<Team>,
    pub books: Vec<Book>,
    pub records: Vec<Record>,
    pub requests: Vec<Request>,
}

impl Model {
    pub fn record(&self, n: u32) -> Option<usize> {
        self.records.iter().position(|record| record.n == n && !record.gone)
    }

    pub fn request(&self, n: u32) -> Option<usize> {
        self.requests.iter().position(|request| request.n == n && !self.records[request.record].gone)
    }

    /// The record and the place in it of a share that was not ended.
    pub fn share(&self, n: u32) -> Option<(usize, usize)> {
        let all = self.records.iter().enumerate().filter(|(_, record)| !record.gone);
        all.clone().find_map(|(r, record)| record.shares.iter().position(|share| share.n == n).map(|s| (r, s)))
    }

    pub fn by_id(&self, id: &str) -> Option<usize> {
        self.users.iter().position(|user| user.id == id)
    }

    pub fn book(&self, n: u32) -> Option<usize> {
        self.books.iter().position(|book| book.n == n)
    }

    pub fn role_of(&self, user: usize) -> &Role {
        &self.roles[self.users[user].role]
    }

    /// The role of this name in an organisation.
    pub fn role_named(&self, org: usize, name: &str) -> Option<usize> {
        self.roles.iter().position(|role| role.org == org && role.name == name && !role.gone)
    }

    /// Whether a person's role has a capability.
    pub fn can(&self, user: usize, capability: &str) -> bool {
        self.role_of(user).capabilities.contains(capability)
    }

    /// Whether a person can be given records at all.
    pub fn holds_records(&self, user: usize) -> bool {
        self.role_of(user).ceiling.contains("read")
    }

    /// Active people who run things: owners and administrators and whatever role is like theirs.
    pub fn runs_it(&self, user: usize) -> bool {
        self.can(user, "assign_any") && self.can(user, "manage_people")
    }

    pub fn sees_pool(&self, user: usize) -> bool {
        self.can(user, "view_pool") || (self.can(user, "claim") && self.settings[self.users[user].org].pool_agents)
    }

    pub fn reaches(&self, with: &With, user: usize) -> bool {
        match with {
            With::User(one) => *one == user,
            With::Team(team) => self.teams[*team].members.contains(&user),
            With::Everyone => true,
        }
    }

    pub fn shared_with(&self, record: &Record, user: usize, now: i64) -> bool {
        record.shares.iter().any(|share| live(share.ends, now) && self.reaches(&share.with, user))
    }

    /// Every live grant that reaches a person on a record, each with what it gives before the ceiling: source and id. The pool,
    /// the owner and the role have no id.
    pub fn reasons(&self, user: usize, record: &Record, now: i64) -> Vec<(&'static str, Option<String>, Set)> {
        let person = &self.users[user];
        let mut all = Vec::new();
        if !person.active || person.org != record.org || record.gone {
            return all;
        }
        let everything = Set::from(ALL);
        if record.deleted {
            // Read only: while deleted, nothing else is allowed.
            if self.can(user, "view_all") {
                all.push(("role", None, Set::from(["read"])));
            }
            if record.owner == Some(user) {
                all.push(("owner", None, Set::from(["read"])));
            }
            return all;
        }
        if self.can(user, "view_all") {
            all.push(("role", None, everything.clone()));
        }
        if record.owner == Some(user) {
            all.push(("owner", None, everything));
        }
        if record.owner.is_none() && self.sees_pool(user) {
            all.push(("pool", None, Set::from(["read"])));
        }
        for one in &record.collaborators {
            if one.user == user && live(one.until, now) {
                all.push(("collaborator", None, self.level_now(record.org, &one.level)));
            }
        }
        for share in &record.shares {
            if live(share.ends, now) && self.reaches(&share.with, user) {
                let source = match share.with {
                    With::User(_) => "share",
                    With::Team(_) => "team_share",
                    With::Everyone => "everyone_share",
                };
                all.push((source, Some(share.id.clone()), share.permissions.clone()));
            }
        }
        for book in &self.books {
            if self.book_covers(book, record, user, now) {
                all.push(("book_share", Some(book.id.clone()), book.permissions.clone()));
            }
        }
        all
    }

    /// What a level gives in an organisation now: co-owners are there only with the setting.
    fn level_now(&self, org: usize, level: &str) -> Set {
        if level == "co_owner" && !self.settings[org].multiple_assignment { level_gives("collaborator") } else { level_gives(level) }
    }

    pub fn book_covers(&self, book: &Book, record: &Record, user: usize, now: i64) -> bool {
        record.owner == Some(book.owner) && book.kinds.contains(&record.kind) && live(book.ends, now) && self.reaches(&book.with, user)
    }

    /// The union of all live grants, before the ceiling.
    pub fn given(&self, user: usize, record: &Record, now: i64) -> Set {
        self.reasons(user, record, now).into_iter().flat_map(|(_, _, gives)| gives).collect()
    }

    /// The union of all live grants, cut by the role's ceiling.
    pub fn permissions(&self, user: usize, record: &Record, now: i64) -> Set {
        if !self.holds_records(user) {
            return Set::new();
        }
        let ceiling = &self.role_of(user).ceiling;
        self.given(user, record, now).into_iter().filter(|one| ceiling.contains(one)).collect()
    }

    /// The grants that somebody may share on from: each lets `share` through, with what they may pass on of it and until when.
    /// Never `delete`, `share` or `assign`.
    pub fn passable(&self, user: usize, record: &Record, now: i64) -> Vec<(Grant, Set, Option<i64>)> {
        let ceiling = &self.role_of(user).ceiling;
        let mut all = Vec::new();
        let mut add = |grant: Grant, gives: &Set, ends: Option<i64>| {
            if gives.contains("share") {
                let some = gives.iter().copied().filter(|one| COLLABORATE.contains(one) && ceiling.contains(one));
                all.push((grant, some.collect(), ends));
            }
        };
        for one in &record.collaborators {
            if one.user == user && live(one.until, now) {
                add(Grant::Collaborator(user, one.since), &self.level_now(record.org, &one.level), one.until);
            }
        }
        for share in &record.shares {
            if live(share.ends, now) && self.reaches(&share.with, user) {
                add(Grant::Share(share.id.clone()), &share.permissions, share.ends);
            }
        }
        for book in &self.books {
            if self.book_covers(book, record, user, now) {
                add(Grant::Book(book.id.clone()), &book.permissions, book.ends);
            }
        }
        all
    }

    /// A grant is gone: what hangs on it, too.
    pub fn cut_off(&mut self, record: usize, grant: &Grant) {
        self.records[record].shares.retain(|share| share.hangs.as_ref() != Some(grant));
    }

    /// A grant gives less, or ends earlier: what hangs on it, too.
    pub fn cut_down(&mut self, record: usize, grant: &Grant, permissions: &Set, ends: Option<i64>) {
        for share in self.records[record].shares.iter_mut().filter(|share| share.hangs.as_ref() == Some(grant)) {
            share.permissions.retain(|one| permissions.contains(one));
            share.ends = match (share.ends, ends) {
                (Some(own), Some(end)) => Some(own.min(end)),
                (own, end) => own.or(end),
            };
        }
    }

    /// A collaborator goes, and with them what they shared on.
    pub fn drop_collaborator(&mut self, record: usize, user: usize) {
        let gone: Vec<Collaborator> = self.records[record].collaborators.iter().filter(|one| one.user == user).cloned().collect();
        self.records[record].collaborators.retain(|one| one.user != user);
        for one in gone {
            self.cut_off(record, &Grant::Collaborator(user, one.since));
        }
    }

    /// Somebody owns the record now: no collaborator any more, and what they shared on hangs on nothing.
    fn becomes_owner(&mut self, record: usize, user: usize) {
        let record = &mut self.records[record];
        record.collaborators.retain(|one| one.user != user);
        for share in record.shares.iter_mut().filter(|share| matches!(share.hangs, Some(Grant::Collaborator(one, _)) if one == user)) {
            share.hangs = None;
        }
    }

    /// The record leaves its owner's book: what was shared on from there ends.
    fn leaves_book(&mut self, record: usize) {
        self.records[record].shares.retain(|share| !matches!(share.hangs, Some(Grant::Book(_))));
    }

    pub fn claimed(&mut self, record: usize, by: usize) {
        self.leaves_book(record);
        self.records[record].owner = Some(by);
        self.becomes_owner(record, by);
    }

    /// A book share is gone, on all the records.
    pub fn drop_book(&mut self, id: &str) {
        self.books.retain(|book| book.id != id);
        for r in 0..self.records.len() {
            self.cut_off(r, &Grant::Book(id.to_owned()));
        }
    }

    /// A book share has these terms now.
    pub fn put_book(&mut self, book: Book) {
        for r in 0..self.records.len() {
            let grant = Grant::Book(book.id.clone());
            if book.kinds.contains(&self.records[r].kind) {
                self.cut_down(r, &grant, &book.permissions, book.ends);
            } else {
                self.cut_off(r, &grant);
            }
        }
        self.books.retain(|one| one.id != book.id);
        self.books.push(book);
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
        let books: Vec<String> = self.books.iter().filter(|book| book.with == With::Team(team)).map(|book| book.id.clone()).collect();
        for book in books {
            self.drop_book(&book);
        }
        for r in 0..self.records.len() {
            let ended: Vec<String> =
                self.records[r].shares.iter().filter(|share| share.with == With::Team(team)).map(|share| share.id.clone()).collect();
            for share in ended {
                self.drop_share(r, &share);
            }
        }
    }

    /// How many people would lose how many records with a team.
    pub fn only_through(&self, team: usize, now: i64) -> (i64, i64) {
        let mut without = self.clone();
        without.drop_team(team);
        let (mut people, mut records) = (BTreeSet::new(), BTreeSet::new());
        for user in 0..self.users.len() {
            for (r, (before, after)) in self.records.iter().zip(&without.records).enumerate() {
                if self.sees(user, before, now) && !without.sees(user, after, now) {
                    people.insert(user);
                    records.insert(r);
                }
            }
        }
        (i64::try_from(people.len()).unwrap(), i64::try_from(records.len()).unwrap())
    }

    /// A share is gone, and what hung on it.
    pub fn drop_share(&mut self, record: usize, share: &str) {
        self.records[record].shares.retain(|one| one.id != share);
        self.cut_off(record, &Grant::Share(share.to_owned()));
    }

    /// The record changes hands.
    pub fn hand_over(&mut self, record: usize, to: Option<usize>, keep_owner: Option<&str>, keep_collaborators: Option<bool>, now: i64) {
        let settings = self.settings[self.records[record].org].clone();
        let previous = self.records[record].owner;
        if previous == to {
            return;
        }
        self.leaves_book(record);
        self.records[record].owner = to;
        self.records[record].was_pool |= to.is_none();
        if let Some(to) = to {
            self.becomes_owner(record, to);
        }
        if !keep_collaborators.unwrap_or(settings.keep_collaborators) {
            for one in self.records[record].collaborators.clone() {
                self.drop_collaborator(record, one.user);
            }
        }
        let level = match keep_owner.unwrap_or(&settings.keep_owner) {
            "view" => "viewer",
            "edit" => "collaborator",
            _ => return,
        };
        if let Some(user) = previous {
            self.records[record].collaborators.push(Collaborator { user, level: level.to_owned(), until: None, since: now });
        }
    }

    /// Somebody becomes a collaborator or gets other terms.
    pub fn put_collaborator(&mut self, record: usize, user: usize, level: Option<&str>, until: Option<i64>, now: i64) {
        let present = self.records[record].collaborators.iter().find(|one| one.user == user && live(one.until, now)).cloned();
        let kept = present.as_ref().map_or("collaborator", |one| &one.level);
        let level = level.unwrap_or(kept).to_owned();
        let since = present.as_ref().map_or(now, |one| one.since);
        let new = Collaborator { user, level: level.clone(), until, since };
        let all = &mut self.records[record].collaborators;
        match all.iter_mut().find(|one| one.user == user) {
            // In its place in the order while it lasts.
            Some(one) if present.is_some() => *one = new,
            _ => {
                all.retain(|one| one.user != user);
                all.push(new);
            }
        }
        // What hangs on a grant that stays is cut to what that gives now.
        self.cut_down(record, &Grant::Collaborator(user, since), &level_gives(&level), until);
    }

    /// Whether a request's maker has what they ask for: as much of it as their role can have.
    pub fn has_what_is_asked(&self, request: &Request, now: i64) -> bool {
        let has = self.permissions(request.requester, &self.records[request.record], now);
        self.has_level(request.requester, &request.level, &has)
    }

    pub fn has_level(&self, user: usize, level: &str, has: &Set) -> bool {
        let ceiling = &self.role_of(user).ceiling;
        has.contains("read") && level_gives(level).iter().all(|one| has.contains(one) || !ceiling.contains(one))
    }
}

/// The roles that come with Leadroom.
pub fn built_in(org: usize, name: &str) -> Role {
    let capabilities = if name == "agent" { Set::from(AGENT) } else { Set::from(CAPABILITIES) };
    Role { org, id: String::new(), name: name.to_owned(), built_in: true, capabilities, ceiling: Set::from(ALL), gone: false }
}

pub fn words_of(known: &[&'static str], words: &[String]) -> Set {
    known.iter().copied().filter(|one| words.iter().any(|word| word == one)).collect()
}
