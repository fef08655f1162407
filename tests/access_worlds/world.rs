//! A world being lived: each step is sent to the service and told to the model, and the two must agree.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use leadroom::time::Timestamp;
use serde_json::{Value as Json, json};

use crate::model::{self, Grant, KINDS, Model, Record, Request, Set, Settings, Share, Team, User, live};
use crate::plan::{End, Op, Step, Whom, With};
use crate::rules::Expect;
use crate::support::{self, Answer, App, Database};

pub struct World {
    pub seed: u64,
    pub app: App,
    pub model: Model,
    /// What everything that cannot be seen looks like.
    pub nothing: String,
    /// How many requests were sent.
    pub requests: usize,
    /// How often each operation was answered with each status.
    pub answers: BTreeMap<(String, u16), usize>,
}

thread_local! {
    static SPARE: Cell<Option<Database>> = const { Cell::new(None) };
}

impl Drop for World {
    fn drop(&mut self) {
        let connection = rusqlite::Connection::open_in_memory().unwrap().into();
        let (calls, dies_after) = (Cell::default(), Cell::default());
        let (interference, broken) = (RefCell::default(), RefCell::default());
        let empty = Database { connection, calls, dies_after, loses_answer: Cell::default(), interference, broken };
        SPARE.set(Some(std::mem::replace(&mut self.app.db, empty)));
    }
}

pub fn path(record: &Record) -> String {
    format!("/v1/{}s/{}", KINDS[record.kind], record.id)
}

pub fn time(millis: i64) -> String {
    Timestamp(millis).to_text()
}

pub fn names(set: &Json) -> Vec<&str> {
    let mut names: Vec<&str> = set.as_array().map(|all| all.iter().filter_map(Json::as_str).collect()).unwrap_or_default();
    names.sort_unstable();
    names
}

macro_rules! claim {
    ($right:expr, $($words:tt)*) => {
        if !$right {
            return Err(format!($($words)*));
        }
    };
}
pub(crate) use claim;

impl World {
    /// Two organisations, eleven people, four teams.
    pub fn new(seed: u64) -> Self {
        // Planning the statements is most of what a world costs, so the next one gets a database that has planned them.
        let db = SPARE.take().inspect(Database::wipe).unwrap_or_else(Database::new);
        let app = App::with(db, seed);
        let mut model = Model::default();
        let names = ["Nora North", "Otto Ohm", "Ada Admin", "Ann Able", "Bob Best", "Cara Cole", "Dan Dark", "Eve East"];
        for (org, (name, people)) in
            [("Acme", &names[..]), ("Other", &["Olga Other", "Zoe Zander", "Zed Zorn"][..])].into_iter().enumerate()
        {
            let founder = app.organization(name);
            let roles_of_org = ["owner", "admin", "agent"];
            model.roles.extend(roles_of_org.iter().map(|name| model::built_in(org, name)));
            let roles = ["owner", if org == 0 { "owner" } else { "agent" }, if org == 0 { "admin" } else { "agent" }];
            for (index, person) in people.iter().enumerate() {
                let role = *roles.get(index).unwrap_or(&"agent");
                let support::User { id, key } = if index == 0 { founder.clone() } else { app.person(&founder, person, role) };
                let role = roles_of_org.iter().position(|name| *name == role).unwrap() + 3 * org;
                model.users.push(User { org, id, key, role, active: true });
            }
            model.settings.push(Settings {
                pool_agents: false,
                must_see: false,
                multiple_assignment: false,
                reveal_existence: true,
                keep_owner: "view".to_owned(),
                keep_collaborators: true,
                ttl_days: 14,
                cooldown_hours: 24,
            });
        }
        for (org, name, members) in
            [(0, "North", vec![3, 4]), (0, "South", vec![4, 5, 6]), (0, "Empty", vec![]), (1, "Elsewhere", vec![9, 10])]
        {
            let founder = if org == 0 { 0 } else { 8 };
            let people: Vec<support::User> = members.iter().map(|user: &usize| caller(&model.users[*user])).collect();
            let id = app.team(&caller(&model.users[founder]), name, &people.iter().collect::<Vec<_>>());
            model.teams.push(Team { org, id, members, gone: false });
        }
        for role in &mut model.roles {
            let founder = &model.users[if role.org == 0 { 0 } else { 8 }];
            let listed = app.get(&caller(founder), "/v1/roles").body;
            let known = listed["data"].as_array().unwrap().iter().find(|one| one["name"] == json!(role.name)).unwrap();
            known["id"].as_str().unwrap().clone_into(&mut role.id);
        }
        let nothing = app.get(&caller(&model.users[0]), "/v1/leads/0193b0c0-0000-7000-8000-000000000001").text;
        Self { seed, app, model, nothing, requests: 0, answers: BTreeMap::new() }
    }

    /// When the request that is sent next is answered.
    pub fn next(&self) -> i64 {
        self.app.now.get() + 1
    }

    pub fn send(&mut self, actor: usize, method: &str, target: &str, body: Option<&Json>, version: Option<i64>) -> Answer {
        let mut request = App::request(Some(&self.model.users[actor].key), method, target, body);
        if let Some(version) = version {
            request.headers.push(("if-match".to_owned(), format!("\"{version}\"")));
        }
        self.requests += 1;
        self.app.send(&request)
    }

    /// Reads at the moment of the last step: looking takes no time.
    pub fn peek(&mut self, user: usize, target: &str) -> Answer {
        self.app.now.set(self.app.now.get() - 1);
        self.send(user, "GET", target, None, None)
    }

    /// Somebody active who sees everything of an organisation; the service keeps one.
    pub fn watcher(&self, org: usize) -> usize {
        self.model.users.iter().position(|user| user.org == org && user.active && self.model.roles[user.role].name == "owner").unwrap()
    }

    pub fn met(&mut self, what: &str, expect: &Expect, answer: &Answer) -> Result<bool, String> {
        let code = answer.body["code"].as_str().unwrap_or_default();
        claim!(expect.allows(answer.status, code), "{what}: expected {:?}, got {} {}", expect.0, answer.status, answer.text);
        match (answer.status, code) {
            (404, _) => claim!(answer.text == self.nothing, "{what}: this 404 differs from others: {}", answer.text),
            (403, "forbidden") => {
                claim!(answer.body["missing"].is_string() && answer.body["remedy"].is_string(), "{what}: a bare 403: {}", answer.text);
            }
            _ => {}
        }
        *self.answers.entry((what.to_owned(), answer.status)).or_default() += 1;
        Ok(answer.status < 300)
    }

    /// Does a step. `Ok(false)`: it does not apply, because what it names is not there.
    #[expect(clippy::too_many_lines, reason = "one arm per operation")]
    pub fn step(&mut self, step: &Step) -> Result<bool, String> {
        let now = self.next();
        let actor = step.actor;
        let m = &self.model;
        match &step.op {
            Op::Pass { millis } => {
                self.app.pass(*millis);
                Ok(true)
            }
            Op::Glance { user } => self.glance(*user, step.n).map(|()| true),
            Op::Look => self.look(step.n).map(|()| true),
            Op::Create { kind, owner, body } => {
                let expect = m.create(actor, owner, *kind, now);
                let mut sent = body.clone();
                match owner {
                    Whom::Me => {}
                    Whom::Nobody => sent["owner_id"] = Json::Null,
                    Whom::User(user) => sent["owner_id"] = json!(m.users[*user].id),
                }
                let answer = self.send(actor, "POST", &format!("/v1/{}s", KINDS[*kind]), Some(&sent), None);
                if self.met("create", &expect, &answer)? {
                    self.created(step.n, actor, *kind, owner, body, &answer)?;
                }
                Ok(true)
            }
            Op::Edit { record, body, back } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                let record = &m.records[r];
                let version = back.map(|back| (record.version - back).max(0));
                let back = version.map(|version| record.version - version);
                let expect = m.edit(actor, record, body, back, now);
                let (changes, conflicts) =
                    (record.changes(body), back.map(|back| record.conflicts(body, record.version - back)).unwrap_or_default());
                let target = path(record);
                let answer = self.send(actor, "PATCH", &target, Some(body), version);
                let done = self.met("edit", &expect, &answer)?;
                if answer.status == 412 {
                    let current = self.model.records[r].version;
                    let right = answer.body["conflicts"] == json!(conflicts)
                        && answer.body["version"] == current
                        && answer.body["current"]["version"] == current;
                    claim!(right, "edit: the conflict does not say what is ({conflicts:?}, version {current}): {}", answer.text);
                }
                if done && !changes.is_empty() {
                    let record = &mut self.model.records[r];
                    for (path, value) in changes {
                        record.changed.push((path.clone(), record.version + 1));
                        record.set(path, value);
                    }
                    return self.settle(r, Some(1));
                }
                self.settle(r, Some(0))
            }
            Op::Delete { record } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                let (expect, target) = (m.delete(actor, &m.records[r], now), path(&m.records[r]));
                let answer = self.send(actor, "DELETE", &target, None, None);
                if !self.met("delete", &expect, &answer)? {
                    return self.settle(r, Some(0));
                }
                self.model.records[r].deleted = true;
                self.model.records[r].deleted_at = now;
                for request in &mut self.model.requests {
                    if request.record == r && request.status == "pending" && now < request.expires_at {
                        request.status = "superseded";
                    }
                }
                self.settle(r, None)
            }
            Op::Restore { record } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                let (expect, target) = (m.restore(actor, &m.records[r], now), path(&m.records[r]));
                let answer = self.send(actor, "POST", &format!("{target}/restore"), Some(&json!({})), None);
                if !self.met("restore", &expect, &answer)? {
                    return self.settle(r, Some(0));
                }
                self.model.records[r].deleted = false;
                self.settle(r, Some(1))
            }
            Op::Assign { record, to, keep_owner, keep_collaborators } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                let to = match to {
                    Whom::Me => Some(actor),
                    Whom::Nobody => None,
                    Whom::User(user) => Some(*user),
                };
                let expect = m.assign(actor, &m.records[r], to, now);
                let mut body = json!({"owner_id": to.map(|to| m.users[to].id.clone()), "note": "over to you"});
                if let Some(keep) = keep_owner {
                    body["keep_previous_owner"] = json!(keep);
                }
                if let Some(keep) = keep_collaborators {
                    body["keep_collaborators"] = json!(keep);
                }
                let same = m.records[r].owner == to;
                let target = path(&m.records[r]);
                let answer = self.send(actor, "POST", &format!("{target}/assign"), Some(&body), None);
                if !self.met("assign", &expect, &answer)? {
                    return self.settle(r, Some(0));
                }
                let before = self.waiting(r, now);
                self.model.hand_over(r, to, keep_owner.as_deref(), *keep_collaborators, now);
                self.gained(r, &before, now)?;
                self.settle(r, same.then_some(0))
            }
            Op::Claim { record } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                let (expect, target) = (m.claim(actor, &m.records[r], now), path(&m.records[r]));
                let answer = self.send(actor, "POST", &format!("{target}/claim"), Some(&json!({})), None);
                if !self.met("claim", &expect, &answer)? {
                    if answer.body["code"] == "already_owned" {
                        let named = answer.body["owner"]["name"].is_string();
                        let sees = self.model.sees(actor, &self.model.records[r], now);
                        claim!(named == sees, "claim: the owner's name is for those who see the record: {}", answer.text);
                    }
                    return self.settle(r, Some(0));
                }
                let before = self.waiting(r, now);
                self.model.claimed(r, actor);
                self.gained(r, &before, now)?;
                self.settle(r, None)
            }
            Op::Convert { record, deal } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                let expect = m.convert(actor, &m.records[r], now);
                let body = if *deal { json!({"deal": {"amount": 700}}) } else { json!({}) };
                let target = format!("/v1/leads/{}/convert", m.records[r].id);
                let answer = self.send(actor, "POST", &target, Some(&body), None);
                if !self.met("convert", &expect, &answer)? {
                    return self.settle(r, Some(0));
                }
                self.converted(step.n, r, now, *deal, &answer)
            }
            Op::Collaborate { record, user, level } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                if *user == actor {
                    return Ok(false); // that is joining, and whether this door leads there too is left open
                }
                let expect = m.collaborate(actor, &m.records[r], *user, level.as_deref(), now);
                let target = format!("{}/collaborators/{}", path(&m.records[r]), m.users[*user].id);
                let body = level.as_ref().map_or(json!({}), |level| json!({"level": level}));
                let answer = self.send(actor, "PUT", &target, Some(&body), None);
                let done = self.met("collaborate", &expect, &answer)?;
                self.collaborated(r, done, *user, level.as_deref(), now)
            }
            Op::Join { record } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                let (expect, target) = (m.join(actor, &m.records[r], now), path(&m.records[r]));
                let answer = self.send(actor, "PUT", &format!("{target}/collaborators/me"), Some(&json!({})), None);
                let done = self.met("join", &expect, &answer)?;
                if answer.body["code"] == "forbidden" && answer.status == 403 {
                    claim!(answer.body["remedy"] == "request_to_collaborate", "join: the way out is a request: {}", answer.text);
                }
                self.collaborated(r, done, actor, None, now)
            }
            Op::Uncollaborate { record, user } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                let expect = m.uncollaborate(actor, &m.records[r], *user, now);
                let target = format!("{}/collaborators/{}", path(&m.records[r]), m.users[*user].id);
                let answer = self.send(actor, "DELETE", &target, None, None);
                if !self.met("uncollaborate", &expect, &answer)? {
                    return self.settle(r, Some(0));
                }
                self.model.drop_collaborator(r, *user);
                self.settle(r, None)
            }
            Op::Leave { record } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                let expect = m.leave(actor, &m.records[r], now);
                let target = format!("{}/collaborators/me", path(&m.records[r]));
                let answer = self.send(actor, "DELETE", &target, None, None);
                if !self.met("leave", &expect, &answer)? {
                    return self.settle(r, Some(0));
                }
                self.model.drop_collaborator(r, actor);
                self.settle(r, None)
            }
            Op::Share { record, with, permissions, ends } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                let ends = ends.map(|millis| now + millis);
                let wanted = model::with_read(permissions);
                let expect = m.new_share(actor, &m.records[r], with, &wanted, ends, now);
                let parents = m.parents(actor, &m.records[r], &wanted, ends, now);
                let body = json!({"with": self.recipient(with), "permissions": permissions, "expires_at": ends.map(time)});
                let target = format!("{}/shares", path(&self.model.records[r]));
                let answer = self.send(actor, "POST", &target, Some(&body), None);
                if !self.met("share", &expect, &answer)? {
                    return self.settle(r, Some(0));
                }
                self.shared((step.n, actor), r, (with, wanted, ends), parents.as_deref(), now, &answer)
            }
            Op::ChangeShare { share, permissions, ends } => {
                let Some((r, s)) = m.share(*share) else { return Ok(false) };
                let (record, share) = (&m.records[r], &m.records[r].shares[s]);
                if !live(share.ends, now) {
                    return Ok(false); // whether one that ran out can be brought back is left open
                }
                let (set, after) = (permissions.as_ref().map(|words| model::with_read(words)), ends.over(share.ends, now));
                let expect = m.change_share(actor, record, share, set.as_ref(), after, now);
                let wanted = set.clone().unwrap_or(share.permissions.clone());
                let parents = m.parents(actor, record, &wanted, after, now);
                let longer = share.ends.is_some_and(|end| after.is_none_or(|new| new > end));
                let wider = longer || !wanted.is_subset(&share.permissions);
                let mut body = json!({});
                if let Some(words) = permissions {
                    body["permissions"] = json!(words);
                }
                if *ends != End::Keep {
                    body["expires_at"] = json!(after.map(time));
                }
                let target = format!("/v1/shares/{}", share.id);
                let answer = self.send(actor, "PATCH", &target, Some(&body), None);
                if !self.met("change_share", &expect, &answer)? {
                    return self.settle(r, Some(0));
                }
                let before = self.waiting(r, now);
                let hangs = self.hangs(r, &answer.id());
                let share = &mut self.model.records[r].shares[s];
                share.permissions = wanted;
                share.ends = after;
                match &parents {
                    // What gives less than it did hangs on what it hung on.
                    _ if !wider => {}
                    // Freely given from now on.
                    None => share.hangs = None,
                    Some(parents) => {
                        let found = parents.iter().find(|(grant, _)| Some(grant) == hangs.as_ref());
                        claim!(found.is_some() || share.hangs == hangs, "change_share: it hangs on {hangs:?}, not on any of {parents:?}");
                        if let Some((_, end)) = found {
                            share.ends = after.or(*end);
                        }
                        share.hangs.clone_from(&hangs);
                    }
                }
                claim!(share.hangs == hangs, "change_share: it should hang on {:?} and hangs on {hangs:?}", share.hangs);
                let (id, permissions, ends) = (share.id.clone(), share.permissions.clone(), share.ends);
                claim!(answer.body["expires_at"] == json!(ends.map(time)), "change_share: should end at {ends:?}: {}", answer.text);
                self.model.cut_down(r, &Grant::Share(id), &permissions, ends);
                self.gained(r, &before, now)?;
                self.settle(r, None)
            }
            Op::EndShare { share } => {
                let Some((r, s)) = m.share(*share) else { return Ok(false) };
                let expect = m.end_share(actor, &m.records[r], &m.records[r].shares[s], now);
                let target = format!("/v1/shares/{}", m.records[r].shares[s].id);
                let answer = self.send(actor, "DELETE", &target, None, None);
                if !self.met("end_share", &expect, &answer)? {
                    return self.settle(r, Some(0));
                }
                let id = self.model.records[r].shares[s].id.clone();
                self.model.drop_share(r, &id);
                self.settle(r, None)
            }
            Op::Ask { record, level, until } => {
                let Some(r) = m.record(*record) else { return Ok(false) };
                let wanted = level.as_deref().unwrap_or("collaborator");
                let expect = m.ask(actor, r, wanted, now);
                let until = until.map(|millis| now + millis);
                let body = json!({"level": level, "until": until.map(time), "reason": "my customer"});
                let target = format!("{}/collaboration_requests", path(&m.records[r]));
                let answer = self.send(actor, "POST", &target, Some(&body), None);
                if !self.met("ask", &expect, &answer)? {
                    return self.settle(r, Some(0));
                }
                self.asked(step.n, r, actor, wanted, until, now, &answer)
            }
            Op::Approve { request, level, until } => {
                let Some(q) = m.request(*request) else { return Ok(false) };
                let until = until.map(|millis| now + millis);
                let expect = m.approve(actor, &m.requests[q], level.as_deref(), until, now);
                let target = format!("/v1/collaboration_requests/{}/approve", m.requests[q].id);
                let answer = self.send(actor, "POST", &target, Some(&json!({"level": level, "until": until.map(time)})), None);
                let r = m_record(&self.model, q);
                if !self.met("approve", &expect, &answer)? {
                    self.resolved(q, &answer)?;
                    return self.settle(r, Some(0));
                }
                let before = self.waiting(r, now);
                let Request { requester, level: asked, until: bound, .. } = self.model.requests[q].clone();
                self.model.requests[q].status = "approved";
                let level = level.clone().unwrap_or(asked);
                self.model.put_collaborator(r, requester, Some(&level), until.or(bound), now);
                self.gained(r, &before, now)?;
                self.settle(r, None)
            }
            Op::Deny { request } => {
                let Some(q) = m.request(*request) else { return Ok(false) };
                let expect = m.deny(actor, &m.requests[q], now);
                let target = format!("/v1/collaboration_requests/{}/deny", m.requests[q].id);
                let answer = self.send(actor, "POST", &target, Some(&json!({"note": "not now"})), None);
                let r = m_record(&self.model, q);
                if !self.met("deny", &expect, &answer)? {
                    self.resolved(q, &answer)?;
                    return self.settle(r, Some(0));
                }
                self.model.requests[q].status = "denied";
                self.model.requests[q].decided_at = now;
                self.settle(r, Some(1))
            }
            Op::Cancel { request } => {
                let Some(q) = m.request(*request) else { return Ok(false) };
                let expect = m.cancel(actor, &m.requests[q], now);
                let target = format!("/v1/collaboration_requests/{}/cancel", m.requests[q].id);
                let answer = self.send(actor, "POST", &target, Some(&json!({})), None);
                let r = m_record(&self.model, q);
                if !self.met("cancel", &expect, &answer)? {
                    self.resolved(q, &answer)?;
                    return self.settle(r, Some(0));
                }
                self.model.requests[q].status = "canceled";
                self.settle(r, Some(1))
            }
            _ => self.organise(step, now),
        }
    }

    /// A recipient as the API names one.
    pub fn recipient(&self, with: &With) -> Json {
        match with {
            With::User(user) => json!({"type": "user", "id": self.model.users[*user].id}),
            With::Team(team) => json!({"type": "team", "id": self.model.teams[*team].id}),
            With::Everyone => json!({"type": "everyone"}),
        }
    }

    /// What a share hangs on. No answer tells, so it is read where it stands.
    fn hangs(&self, r: usize, share: &str) -> Option<Grant> {
        let ask = |sql: String| self.app.db.ask(&sql).pop();
        let parent = ask(format!("SELECT parent_id FROM access WHERE id = '{share}' AND parent_id IS NOT NULL"))?;
        if self.model.books.iter().any(|book| book.id == parent) {
            return Some(Grant::Book(parent));
        }
        let row =
            ask(format!("SELECT principal, granted_at FROM access WHERE id = '{parent}' AND record_id = '{}'", self.model.records[r].id));
        match row.as_deref().and_then(|row| row.strip_prefix("collab:")?.split_once('|')) {
            Some((user, since)) => Some(Grant::Collaborator(self.model.by_id(user)?, since.parse().ok()?)),
            None => Some(Grant::Share(parent)),
        }
    }

    fn created(&mut self, n: u32, actor: usize, kind: usize, owner: &Whom, body: &Json, answer: &Answer) -> Result<(), String> {
        let owner = match owner {
            Whom::Me => Some(actor),
            Whom::Nobody => None,
            Whom::User(user) => Some(*user),
        };
        let text = |name: &str| answer.body[name].as_str().unwrap_or_default().to_owned();
        let mut record = Record {
            n,
            org: self.model.users[actor].org,
            kind,
            id: text("id"),
            owner,
            fields: [("status".to_owned(), json!(model::statuses(kind)[0]))].into(),
            deleted: false,
            deleted_at: 0,
            gone: false,
            became: None,
            collaborators: Vec::new(),
            shares: Vec::new(),
            changed: Vec::new(),
            was_pool: owner.is_none(),
            version: 0,
            created_at: text("created_at"),
            updated_at: text("updated_at"),
        };
        for (path, value) in model::by_path(body) {
            record.set(path, value);
        }
        let here = format!("/v1/{}s/{}", KINDS[kind], record.id);
        claim!(answer.header("location") == Some(&here), "create: Location is {:?}", answer.header("location"));
        self.model.records.push(record);
        self.settle(self.model.records.len() - 1, Some(1)).map(|_| ())
    }

    fn collaborated(&mut self, r: usize, done: bool, user: usize, level: Option<&str>, now: i64) -> Result<bool, String> {
        if !done {
            return self.settle(r, Some(0));
        }
        let before = self.waiting(r, now);
        let held = self.model.records[r].collaborators.clone();
        self.model.put_collaborator(r, user, level, None, now);
        let unchanged = held == self.model.records[r].collaborators;
        self.gained(r, &before, now)?;
        self.settle(r, unchanged.then_some(0))
    }

    /// What a lead became: a contact, and perhaps a deal, with its owner, collaborators and shares.
    fn converted(&mut self, n: u32, r: usize, now: i64, deal: bool, answer: &Answer) -> Result<bool, String> {
        let lead = self.model.records[r].clone();
        let made = [("contact", 1, n), ("deal", 2, n + 1_000_000)];
        for (name, kind, n) in made.into_iter().take(if deal { 2 } else { 1 }) {
            let told = &answer.body[name];
            let mut record = lead.clone();
            record.n = n;
            record.kind = kind;
            told["id"].as_str().unwrap_or_default().clone_into(&mut record.id);
            let kept = |path: &str| path != "status" && if kind == 1 { path != "amount" } else { !path.starts_with("fields.") };
            record.fields.retain(|path, _| kept(path));
            record.set("status".to_owned(), json!(model::statuses(kind)[0]));
            if kind == 2 {
                record.set("amount".to_owned(), json!(700));
            }
            record.changed.clear();
            record.was_pool = record.owner.is_none();
            record.collaborators.retain(|one| live(one.until, now));
            record.shares.retain(|share| live(share.ends, now));
            // What hangs on a book share comes along where that covers what the lead became.
            let covered = |book: &str| self.model.books.iter().any(|one| one.id == book && one.kinds.contains(&kind));
            record.shares.retain(|share| !matches!(&share.hangs, Some(Grant::Book(book)) if !covered(book)));
            let collection = format!("/v1/{}s/{}", KINDS[kind], record.id);
            let watcher = self.watcher(record.org);
            let listed = self.peek(watcher, &format!("{collection}/shares?limit=200"));
            let mut renamed = Vec::new();
            for (index, share) in record.shares.iter_mut().enumerate() {
                let with = self.recipient(&share.with);
                let same = |one: &&Json| one["with"]["type"] == with["type"] && one["with"]["id"] == with["id"];
                let Some(one) = listed.body["data"].as_array().unwrap().iter().find(same) else {
                    return Err(format!("convert: the share with {with} did not carry over to the {name}: {}", listed.text));
                };
                let id = one["id"].as_str().unwrap().to_owned();
                renamed.push((std::mem::replace(&mut share.id, id.clone()), id));
                claim!(one["granted_by"]["id"] == json!(self.model.users[share.giver].id), "convert: somebody else gave it: {one}");
                share.n = n + 2_000_000 + u32::try_from(index).unwrap() * 1_000_000;
            }
            for share in &mut record.shares {
                if let Some(Grant::Share(id)) = &mut share.hangs {
                    let new = renamed.iter().find(|(old, _)| old == id).map(|(_, new)| new.clone());
                    claim!(new.is_some(), "convert: what a share of the {name} hangs on did not carry over");
                    id.clone_from(&new.unwrap());
                }
            }
            record.version = 0;
            for (field, text) in [("created_at", &mut record.created_at), ("updated_at", &mut record.updated_at)] {
                told[field].as_str().unwrap_or_default().clone_into(text);
            }
            let hangs: Vec<(String, Option<Grant>)> = record.shares.iter().map(|share| (share.id.clone(), share.hangs.clone())).collect();
            self.model.records.push(record);
            let made = self.model.records.len() - 1;
            for (id, right) in hangs {
                claim!(self.hangs(made, &id) == right, "convert: a share of the {name} should hang on {right:?}");
            }
            self.settle(made, None)?;
        }
        let record = &mut self.model.records[r];
        record.became = Some(n);
        record.changed.push(("status".to_owned(), record.version + 1));
        record.set("status".to_owned(), json!("converted"));
        self.settle(r, Some(1))
    }

    /// `parents`: what it may hang on; nothing for what is given freely.
    fn shared(
        &mut self,
        (n, actor): (u32, usize),
        r: usize,
        (with, permissions, ends): (&With, Set, Option<i64>),
        parents: Option<&[(Grant, Option<i64>)]>,
        now: i64,
        answer: &Answer,
    ) -> Result<bool, String> {
        let wanted: Vec<&str> = permissions.iter().copied().collect();
        let text = answer.text.clone();
        let cut: Vec<&str> = match with {
            With::User(user) if !self.model.users[*user].active => Vec::new(),
            With::User(user) => wanted.iter().copied().filter(|one| self.model.role_of(*user).ceiling.contains(one)).collect(),
            _ => wanted.clone(),
        };
        claim!(names(&answer.body["permissions"]) == wanted, "share: other permissions than {wanted:?}: {text}");
        claim!(names(&answer.body["effective"]) == cut, "share: effective should be {cut:?}: {text}");
        let giver = answer.body["granted_by"]["id"].as_str().and_then(|id| self.model.by_id(id));
        let Some(giver) = giver else { return Err(format!("share: nobody gave it: {text}")) };
        let id = answer.str("/id");
        let hangs = self.hangs(r, &id);
        let before = self.waiting(r, now);
        let present = self.model.records[r].shares.iter().find(|share| share.with == *with && live(share.ends, now)).cloned();
        let (mut ends, mut same) = (ends, false);
        match parents {
            // The very same terms again change nothing, but that it hangs on nothing from now on.
            None => {
                let as_it_is = |share: &Share| share.permissions == permissions && share.ends == ends && share.hangs.is_none();
                same = present.as_ref().is_some_and(as_it_is);
            }
            Some(parents) => match parents.iter().find(|(grant, _)| Some(grant) == hangs.as_ref()) {
                Some((_, end)) => ends = ends.or(*end),
                None => {
                    same = present.as_ref().is_some_and(|share| share.permissions == permissions && share.hangs == hangs);
                    claim!(same, "share: it hangs on {hangs:?}, not on any of {parents:?}");
                }
            },
        }
        claim!(parents.is_some() || hangs.is_none(), "share: given freely, and hangs on {hangs:?}");
        let as_it_was = |share: &&Share| share.permissions == permissions && share.ends == ends && share.hangs == hangs;
        let right = present.as_ref().filter(as_it_was).map_or(actor, |share| share.giver);
        claim!(giver == right, "share: given by {giver}, not by {right}: {text}");
        if !same || parents.is_none() {
            claim!(answer.body["expires_at"] == json!(ends.map(time)), "share: should end at {ends:?}: {text}");
        }
        // The number that a later step would use for it stays with the first.
        let n = present.as_ref().map_or(n, |share| share.n);
        let replaced: Vec<String> = self.model.records[r]
            .shares
            .iter()
            .filter(|share| share.with == *with && share.id != id)
            .map(|share| share.id.clone())
            .collect();
        // What hung on one that ran out has run out, too.
        self.model.records[r].shares.retain(|share| !replaced.contains(&share.id));
        self.model.records[r].shares.retain(|share| share.id != id);
        let share = Share { n, id: id.clone(), with: with.clone(), permissions: permissions.clone(), ends, giver, hangs };
        self.model.records[r].shares.push(share);
        self.model.cut_down(r, &Grant::Share(id), &permissions, ends);
        self.gained(r, &before, now)?;
        self.settle(r, None)
    }

    #[expect(clippy::too_many_arguments, reason = "the request's terms")]
    fn asked(
        &mut self,
        n: u32,
        r: usize,
        actor: usize,
        level: &str,
        until: Option<i64>,
        now: i64,
        answer: &Answer,
    ) -> Result<bool, String> {
        if answer.status == 200 {
            let open = self.model.open_request(r, actor, now).map(|open| open.id.clone());
            claim!(Some(answer.id()) == open, "ask: the open request is {open:?}: {}", answer.text);
            return self.settle(r, Some(0));
        }
        let named = answer.body["lead"]["name"].is_string();
        let sees = self.model.sees(actor, &self.model.records[r], now);
        claim!(named == sees, "ask: the record's name is for those who see it: {}", answer.text);
        for old in &mut self.model.requests {
            if old.record == r && old.requester == actor && old.status == "pending" {
                old.status = "expired";
            }
        }
        let expires_at = self.model.expiry(self.model.records[r].org, now);
        claim!(answer.str("/expires_at") == time(expires_at), "ask: it should expire at {}: {}", time(expires_at), answer.text);
        self.model.requests.push(Request {
            n,
            id: answer.id(),
            record: r,
            requester: actor,
            level: level.to_owned(),
            until,
            status: "pending",
            expires_at,
            decided_at: 0,
        });
        self.settle(r, None)
    }

    /// A second decider is told what the first decided.
    fn resolved(&self, q: usize, answer: &Answer) -> Result<(), String> {
        if answer.body["code"] == "request_resolved" && self.model.requests[q].status == "denied" {
            let right = answer.body["decision"]["note"] == "not now";
            claim!(right, "request_resolved: without the decision: {}", answer.text);
        }
        Ok(())
    }

    /// The waiting requests of a record.
    pub fn waiting(&self, r: usize, now: i64) -> Vec<usize> {
        let waits = |one: &Request| one.record == r && one.status == "pending" && now < one.expires_at;
        (0..self.model.requests.len()).filter(|q| waits(&self.model.requests[*q])).collect()
    }

    /// Access gained another way makes a request superseded at once; what a request asks for that nobody got waits on.
    pub fn gained(&mut self, r: usize, before: &[usize], now: i64) -> Result<(), String> {
        for q in before {
            let request = self.model.requests[*q].clone();
            if request.status != "pending" {
                continue;
            }
            let has = self.model.has_what_is_asked(&request, now);
            let active = self.model.users[request.requester].active && self.model.holds_records(request.requester);
            let reader = if active { request.requester } else { self.watcher(self.model.records[r].org) };
            let answer = self.peek(reader, &format!("/v1/collaboration_requests/{}", request.id));
            let status = answer.body["status"].as_str().unwrap_or_default();
            let right = status == if has { "superseded" } else { "pending" };
            claim!(
                right,
                "superseded: the requester {} what was asked for, and the request is {}",
                if has { "has" } else { "lacks" },
                answer.text
            );
            if has {
                self.model.requests[*q].status = "superseded";
            }
        }
        Ok(())
    }

    /// Reads a record back as somebody who sees everything. `entries`: how many the timeline must have grown by.
    pub fn settle(&mut self, r: usize, entries: Option<i64>) -> Result<bool, String> {
        let watcher = self.watcher(self.model.records[r].org);
        let target = path(&self.model.records[r]);
        let answer = self.peek(watcher, &target);
        claim!(answer.status == 200, "read back: {} {}", answer.status, answer.text);
        self.same(watcher, r, &answer.body)?;
        let record = &mut self.model.records[r];
        let version = answer.body["version"].as_i64().unwrap_or_default();
        let grown = version - record.version;
        claim!(
            entries.is_none_or(|entries| grown == entries) && grown >= 0,
            "version: grew by {grown}, not by {entries:?}: {}",
            answer.text
        );
        record.version = version;
        let updated_at = answer.str("/updated_at");
        claim!(updated_at >= record.updated_at, "updated_at: went back from {} to {updated_at}", record.updated_at);
        record.updated_at = updated_at;
        Ok(true)
    }

    /// Whether a record as shown to `user` is the model's.
    pub fn same(&self, user: usize, r: usize, body: &Json) -> Result<(), String> {
        let (model, now) = (&self.model, self.app.now.get());
        let record = &model.records[r];
        let who = format!("record of step {} for user {user}", record.n);
        claim!(body["id"] == json!(record.id) && body["kind"] == KINDS[record.kind], "{who}: is another: {body}");
        let owner = record.owner.map(|owner| model.users[owner].id.clone());
        claim!(body["owner"]["id"] == json!(owner), "owner: {who}: should be {owner:?}: {body}");
        claim!(body["deleted_at"].is_null() != record.deleted, "trash: {who}: {body}");
        let shown = record.shown();
        for (name, value) in shown.as_object().unwrap() {
            claim!(body[name] == *value, "fields: {who}: {name} should be {value}: {body}");
        }
        let all = model.shown_collaborators(record, now);
        let first: Vec<(String, &str)> = all.iter().take(5).map(|one| (model.users[one.user].id.clone(), one.level.as_str())).collect();
        let told: Vec<(String, &str)> = body["collaborators"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["id"].as_str().unwrap().to_owned(), one["level"].as_str().unwrap()))
            .collect();
        let agree = body["collaborator_count"] == all.len() && sorted(first.clone()) == sorted(told);
        claim!(agree, "collaborators: {who}: should be {first:?}: {body}");
        let wanted: Vec<&str> = model.permissions(user, record, now).into_iter().collect();
        claim!(names(&body["permissions"]) == wanted, "permissions: {who}: should be {wanted:?}: {body}");
        Ok(())
    }
}

fn sorted<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort();
    all
}

fn m_record(model: &Model, q: usize) -> usize {
    model.requests[q].record
}

pub fn caller(user: &User) -> support::User {
    support::User { id: user.id.clone(), key: user.key.clone() }
}
