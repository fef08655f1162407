//! Who may see and do what, written a second time from the contract alone: plain lists and loops, no cleverness, no SQL
//! and nothing of the crate. Where the contract is silent the comment says which reading is taken.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value as Json, json};

use crate::plan::{Whom, With};

pub type Set = BTreeSet<&'static str>;

pub const ALL: [&str; 8] = ["read", "update", "delete", "share", "assign", "note", "task", "communicate"];
const COLLABORATE: [&str; 5] = ["read", "update", "note", "task", "communicate"];
pub const KINDS: [&str; 3] = ["lead", "contact", "deal"];
pub const LEVELS: [&str; 3] = ["viewer", "collaborator", "co_owner"];
const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

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

/// What the contract allows an answer to be: any of these statuses, with the code where it fixes one.
#[derive(Clone, Debug, PartialEq)]
pub struct Expect(pub Vec<(u16, &'static str)>);

pub fn yes(status: u16) -> Expect {
    Expect(vec![(status, "")])
}

pub fn no(status: u16, code: &'static str) -> Expect {
    Expect(vec![(status, code)])
}

impl Expect {
    pub fn or(mut self, status: u16, code: &'static str) -> Self {
        self.0.push((status, code));
        self
    }

    pub fn allows(&self, status: u16, code: &str) -> bool {
        self.0.iter().any(|(one, word)| *one == status && (word.is_empty() || *word == code))
    }
}

fn not_found() -> Expect {
    no(404, "not_found")
}

fn forbidden() -> Expect {
    no(403, "")
}

/// Refused because of the trash. The contract says that nothing is allowed there, not with which of the two.
fn in_trash() -> Expect {
    no(409, "").or(403, "")
}

pub fn level_gives(level: &str) -> Set {
    match level {
        "viewer" => Set::from(["read"]),
        "collaborator" => Set::from(COLLABORATE),
        _ => ALL.into_iter().filter(|one| *one != "assign").collect(),
    }
}

fn rank(level: &str) -> usize {
    LEVELS.iter().position(|one| *one == level).unwrap()
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

    pub fn collaborates(&self, record: &Record, user: usize, now: i64) -> bool {
        record.collaborators.iter().any(|one| one.user == user && live(one.until, now))
    }

    /// The live collaborators that a record shows: nobody inactive.
    pub fn shown_collaborators<'a>(&'a self, record: &'a Record, now: i64) -> Vec<&'a Collaborator> {
        record.collaborators.iter().filter(|one| live(one.until, now) && self.users[one.user].active).collect()
    }

    /// `401`, `404`, or the trash: what comes before every question of rights.
    fn gate(&self, actor: usize, record: &Record, now: i64) -> Result<Set, Expect> {
        if !self.users[actor].active {
            return Err(no(401, "user_inactive"));
        }
        let mine = self.permissions(actor, record, now);
        if !mine.contains("read") {
            return Err(not_found());
        }
        if record.deleted { Err(in_trash()) } else { Ok(mine) }
    }

    /// `assign_any`; the owner with `transfer_own`, which every built-in role has. Reading: a share that ticked `assign` too.
    fn may_assign(&self, actor: usize, record: &Record, mine: &Set) -> bool {
        self.runs_it(actor) || record.owner == Some(actor) || mine.contains("assign")
    }

    /// `share` on the record, and the capability: `share` for its owner, `reshare` for anyone else, which agents lack.
    fn may_share(&self, actor: usize, record: &Record) -> bool {
        self.runs_it(actor) || record.owner == Some(actor)
    }

    pub fn create(&self, actor: usize, owner: &Whom) -> Expect {
        if !self.users[actor].active {
            return no(401, "user_inactive");
        }
        let other = match owner {
            Whom::Me => return yes(201),
            Whom::User(user) if *user == actor => return yes(201),
            Whom::User(user) => Some(*user),
            Whom::Nobody => None,
        };
        let wrong = other.is_some_and(|user| self.users[user].org != self.users[actor].org || !self.users[user].active);
        match (self.runs_it(actor), wrong) {
            (false, false) => forbidden(),
            (false, true) => forbidden().or(422, ""),
            (true, true) => no(422, ""),
            (true, false) => yes(201),
        }
    }

    pub fn edit(&self, actor: usize, record: &Record, body: &Json, back: Option<i64>, now: i64) -> Expect {
        let mine = match self.gate(actor, record, now) {
            Ok(mine) => mine,
            Err(refused) => return refused,
        };
        if !mine.contains("update") {
            return forbidden();
        }
        if back.is_some_and(|back| back < 0 || !self.conflicts(record, body, record.version - back).is_empty()) {
            return no(412, "edit_conflict");
        }
        let mut after = record.clone();
        for (path, value) in record.changes(body) {
            after.set(path, value);
        }
        if ["name", "email", "phone"].iter().all(|path| after.field(path).is_null()) { no(422, "") } else { yes(200) }
    }

    /// The fields that a body would change and that somebody changed after `seen`.
    pub fn conflicts(&self, record: &Record, body: &Json, seen: i64) -> Vec<String> {
        let mut paths: Vec<String> = record.changes(body).into_iter().map(|(path, _)| path).collect();
        paths.retain(|path| record.changed.iter().any(|(changed, version)| changed == path && *version > seen));
        paths.sort();
        paths
    }

    pub fn delete(&self, actor: usize, record: &Record, now: i64) -> Expect {
        match self.gate(actor, record, now) {
            Err(refused) => refused,
            Ok(mine) if mine.contains("delete") => yes(204).or(200, ""),
            Ok(_) => forbidden(),
        }
    }

    pub fn restore(&self, actor: usize, record: &Record, now: i64) -> Expect {
        match self.gate(actor, record, now) {
            Err(_) if record.deleted && self.sees(actor, record, now) => yes(200),
            Err(refused) => refused,
            Ok(_) => no(409, ""),
        }
    }

    pub fn assign(&self, actor: usize, record: &Record, to: Option<usize>, now: i64) -> Expect {
        let mine = match self.gate(actor, record, now) {
            Ok(mine) => mine,
            Err(refused) => return refused,
        };
        if !self.may_assign(actor, record, &mine) {
            return forbidden();
        }
        match to {
            Some(to) if self.users[to].org != record.org => no(422, ""),
            Some(to) if !self.users[to].active => no(422, "assignee_inactive"),
            _ => yes(200),
        }
    }

    pub fn claim(&self, actor: usize, record: &Record, now: i64) -> Expect {
        match self.gate(actor, record, now) {
            Err(refused) => {
                let here = self.users[actor].active && self.users[actor].org == record.org && !record.deleted;
                // The losers of a claim, also when it has left their sight. What counts as one, long after, is left open.
                if here && record.was_pool && self.sees_pool(actor) { refused.or(409, "already_owned") } else { refused }
            }
            Ok(_) if record.owner.is_some() => no(409, "already_owned"),
            Ok(_) if self.sees_pool(actor) => yes(200),
            // Nobody's, shared with somebody who does not see the pool: the contract has `claim` come from the pool.
            Ok(_) => forbidden().or(200, ""),
        }
    }

    pub fn collaborate(&self, actor: usize, record: &Record, user: usize, level: Option<&str>, now: i64) -> Expect {
        let mine = match self.gate(actor, record, now) {
            Ok(mine) => mine,
            Err(refused) => return refused,
        };
        let allowed = if user == actor { self.may_assign(actor, record, &mine) } else { mine.contains("share") };
        if !allowed {
            return forbidden();
        }
        self.new_collaborator(record, user, level, now)
    }

    fn new_collaborator(&self, record: &Record, user: usize, level: Option<&str>, now: i64) -> Expect {
        let settings = &self.settings[record.org];
        if self.users[user].org != record.org {
            return not_found();
        }
        let mut wrong = Vec::new();
        if !self.users[user].active {
            wrong.push((422, "recipient_inactive"));
        }
        if record.owner == Some(user) {
            wrong.push((409, "already_owner"));
        }
        if level == Some("co_owner") && !settings.multiple_assignment {
            wrong.push((422, ""));
        }
        if settings.must_see && !self.sees(user, record, now) {
            wrong.push((422, "recipient_cannot_see"));
        }
        let there = record.collaborators.iter().find(|one| one.user == user);
        match there {
            _ if !wrong.is_empty() => Expect(wrong),
            Some(one) if live(one.until, now) => yes(200),
            _ => yes(201),
        }
    }

    pub fn uncollaborate(&self, actor: usize, record: &Record, user: usize, now: i64) -> Expect {
        if user == actor {
            return self.leave(actor, record, now);
        }
        let mine = match self.gate(actor, record, now) {
            Ok(mine) => mine,
            Err(refused) => return refused,
        };
        if !mine.contains("share") {
            return forbidden();
        }
        match record.collaborators.iter().find(|one| one.user == user) {
            Some(one) if live(one.until, now) => yes(204),
            Some(_) => yes(204).or(404, ""),
            None => not_found(),
        }
    }

    pub fn join(&self, actor: usize, record: &Record, now: i64) -> Expect {
        let mine = match self.gate(actor, record, now) {
            Ok(mine) => mine,
            Err(refused) => return refused,
        };
        if !self.may_assign(actor, record, &mine) {
            return forbidden();
        }
        self.new_collaborator(record, actor, None, now)
    }

    pub fn leave(&self, actor: usize, record: &Record, now: i64) -> Expect {
        let there = record.collaborators.iter().find(|one| one.user == actor);
        match self.gate(actor, record, now) {
            // Whether one may leave what lies in the trash is left open.
            Err(refused) if record.deleted && there.is_some() => refused.or(204, ""),
            Err(refused) if record.deleted => refused.or(404, ""),
            Err(refused) => refused,
            Ok(_) if there.is_some_and(|one| live(one.until, now)) => yes(204),
            // Leaving what one is not in: done already, or not there.
            Ok(_) if there.is_some() => yes(204).or(404, ""),
            Ok(_) => not_found(),
        }
    }

    pub fn new_share(&self, actor: usize, record: &Record, with: &With, now: i64) -> Expect {
        if let Err(refused) = self.gate(actor, record, now) {
            return refused;
        }
        if !self.may_share(actor, record) {
            return forbidden();
        }
        match with {
            // Nobody gives to themselves.
            With::User(user) if *user == actor => no(403, "").or(409, ""),
            With::User(user) if record.owner == Some(*user) => no(409, "already_owner"),
            With::User(user) if self.users[*user].org != record.org => no(422, ""),
            With::User(user) if !self.users[*user].active => no(422, "recipient_inactive"),
            With::Team(team) if self.teams[*team].org != record.org || self.teams[*team].gone => no(422, ""),
            _ => match record.shares.iter().find(|share| share.with == *with) {
                Some(share) if live(share.ends, now) => yes(200),
                // One that ran out: whether giving again makes or replaces is left open.
                Some(_) => yes(201).or(200, ""),
                None => yes(201),
            },
        }
    }

    /// A share that did not run out.
    pub fn change_share(
        &self,
        actor: usize,
        record: &Record,
        share: &Share,
        permissions: Option<&Set>,
        ends: Option<Option<i64>>,
        now: i64,
    ) -> Expect {
        if let Err(refused) = self.gate(actor, record, now) {
            return refused;
        }
        if !self.may_share(actor, record) {
            return forbidden();
        }
        let wider = permissions.is_some_and(|wanted| !wanted.is_subset(&share.permissions));
        let longer = ends.is_some_and(|ends| share.ends.is_some_and(|end| ends.is_none_or(|new| new > end)));
        if share.with == With::User(actor) && (wider || longer) { no(403, "own_grant") } else { yes(200) }
    }

    pub fn end_share(&self, actor: usize, record: &Record, share: &Share, now: i64) -> Expect {
        if !self.users[actor].active {
            return no(401, "user_inactive");
        }
        if self.users[actor].org != record.org {
            return not_found();
        }
        let over = !live(share.ends, now);
        if share.giver == actor {
            return if over { yes(204).or(404, "") } else { yes(204) };
        }
        let answer = match self.gate(actor, record, now) {
            Err(refused) => refused,
            Ok(_) if self.may_share(actor, record) => yes(204),
            Ok(_) => forbidden(),
        };
        let answer = if over { answer.or(404, "") } else { answer };
        // Whether a recipient may drop what they got is left open.
        if share.with == With::User(actor) { answer.or(204, "") } else { answer }
    }

    pub fn open_request(&self, record: usize, requester: usize, now: i64) -> Option<&Request> {
        self.requests
            .iter()
            .find(|one| one.record == record && one.requester == requester && one.status == "pending" && now < one.expires_at)
    }

    pub fn ask(&self, actor: usize, record: usize, level: &str, now: i64) -> Expect {
        let at = record;
        let record = &self.records[record];
        let settings = &self.settings[record.org];
        let mine = match self.gate(actor, record, now) {
            Ok(mine) => mine,
            Err(refused) => {
                let hidden = self.users[actor].active && self.users[actor].org == record.org && !record.deleted;
                if !hidden || !settings.reveal_existence {
                    return refused;
                }
                Set::new()
            }
        };
        let wrong = level == "co_owner" && !settings.multiple_assignment;
        let mut answers = Vec::new();
        if level_gives(level).is_subset(&mine) {
            answers.push((409, "already_collaborator"));
        }
        if self.open_request(at, actor, now).is_some() {
            answers.push((200, ""));
        }
        if wrong {
            answers.push((422, ""));
        }
        if !answers.is_empty() {
            return Expect(answers);
        }
        let cooling = |one: &Request| one.status == "denied" && now < one.decided_at + settings.cooldown_hours * HOUR;
        if self.requests.iter().any(|one| one.record == at && one.requester == actor && cooling(one)) {
            return no(409, "cooling_down");
        }
        yes(201)
    }

    pub fn expiry(&self, org: usize, now: i64) -> i64 {
        now + self.settings[org].ttl_days * DAY
    }

    pub fn decides(&self, actor: usize, record: &Record) -> bool {
        match record.owner {
            Some(owner) if self.users[owner].active => owner == actor,
            // An inactive owner decides nothing, whatever they are.
            _ => self.runs_it(actor),
        }
    }

    /// Who may decide at all, and whether there is anything left to decide.
    fn decide(&self, actor: usize, request: &Request, now: i64) -> Result<(), Expect> {
        let record = &self.records[request.record];
        if !self.users[actor].active {
            return Err(no(401, "user_inactive"));
        }
        if self.users[actor].org != record.org {
            return Err(not_found());
        }
        let open = request.status == "pending" && now < request.expires_at;
        if request.requester == actor {
            return Err(if open { forbidden() } else { forbidden().or(404, "").or(409, "") });
        }
        self.gate(actor, record, now)?;
        if !self.decides(actor, record) {
            return Err(forbidden());
        }
        if open { Ok(()) } else { Err(no(409, "request_resolved")) }
    }

    pub fn approve(&self, actor: usize, request: &Request, level: Option<&str>, until: Option<i64>, now: i64) -> Expect {
        if let Err(refused) = self.decide(actor, request, now) {
            return refused;
        }
        let level = level.unwrap_or(&request.level);
        let until = until.or(request.until);
        let settings = &self.settings[self.records[request.record].org];
        let more = rank(level) > rank(&request.level) || request.until.is_some_and(|asked| until.is_none_or(|until| until > asked));
        let over = !live(until, now);
        let co_owner = level == "co_owner" && !settings.multiple_assignment;
        let inactive = !self.users[request.requester].active;
        if more || over || inactive || co_owner { no(422, "") } else { yes(200) }
    }

    pub fn deny(&self, actor: usize, request: &Request, now: i64) -> Expect {
        self.decide(actor, request, now).err().unwrap_or_else(|| yes(200))
    }

    pub fn cancel(&self, actor: usize, request: &Request, now: i64) -> Expect {
        let record = &self.records[request.record];
        if !self.users[actor].active {
            return no(401, "user_inactive");
        }
        if request.requester == actor {
            let open = request.status == "pending" && now < request.expires_at;
            return if open { yes(200) } else { no(409, "request_resolved") };
        }
        if self.sees(actor, record, now) { forbidden().or(409, "") } else { not_found() }
    }

    /// Changes to a person: `role` or `active` after the change.
    pub fn change_user(&self, actor: usize, user: usize, role: &str, active: bool) -> Expect {
        let (who, target) = (&self.users[actor], &self.users[user]);
        if !who.active {
            return no(401, "user_inactive");
        }
        if who.org != target.org {
            return if self.runs_it(actor) { not_found() } else { not_found().or(403, "") };
        }
        if !self.runs_it(actor) || (who.role == "admin" && (target.role == "owner" || role == "owner")) {
            return forbidden();
        }
        let owners = self.users.iter().filter(|one| one.org == target.org && one.active && one.role == "owner").count();
        let was = target.active && target.role == "owner";
        if was && owners == 1 && !(active && role == "owner") { no(409, "last_owner") } else { yes(200) }
    }

    pub fn change_team(&self, actor: usize, team: usize, user: usize) -> Expect {
        let (who, group) = (&self.users[actor], &self.teams[team]);
        if !who.active {
            return no(401, "user_inactive");
        }
        let known = who.org == group.org && !group.gone && self.users[user].org == who.org;
        match (self.runs_it(actor), known) {
            (true, true) => yes(204),
            (true, false) => not_found(),
            (false, true) => forbidden(),
            (false, false) => forbidden().or(404, ""),
        }
    }

    pub fn delete_team(&self, actor: usize, team: usize, force: bool, now: i64) -> Expect {
        let answer = self.change_team(actor, team, actor);
        if answer != yes(204) || force {
            return answer;
        }
        let mut without = self.clone();
        without.drop_team(team);
        for user in &self.teams[team].members {
            for (before, after) in self.records.iter().zip(&without.records) {
                if self.sees(*user, before, now) && !without.sees(*user, after, now) {
                    return no(409, "team_in_use");
                }
            }
        }
        answer
    }

    pub fn drop_team(&mut self, team: usize) {
        self.teams[team].gone = true;
        self.teams[team].members.clear();
        for record in &mut self.records {
            record.shares.retain(|share| share.with != With::Team(team));
        }
    }

    pub fn settings(&self, actor: usize) -> Expect {
        if !self.users[actor].active {
            return no(401, "user_inactive");
        }
        if self.runs_it(actor) { yes(200) } else { forbidden() }
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
