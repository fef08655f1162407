//! What people see, compared with the model at one moment: records, lists, filters, counts, boxes and timelines.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use crate::model::{KINDS, Record, WORDS, live};
use crate::plan::With;
use crate::world::{World, claim, names, path, time};

pub const SORTS: [&str; 8] = ["-updated_at", "updated_at", "-created_at", "created_at", "name", "-name", "-amount", "amount"];

/// A filter as asked for, and the same in plain words.
pub type Filter<'a> = (String, Box<dyn Fn(&Record) -> bool + 'a>);

fn order(a: &Record, b: &Record, sort: &str) -> Ordering {
    let amount = |record: &Record| record.field("amount").as_i64().unwrap_or(i64::MIN);
    let by = match sort.trim_start_matches('-') {
        "updated_at" => a.updated_at.cmp(&b.updated_at),
        "created_at" => a.created_at.cmp(&b.created_at),
        "name" => a.name_key().cmp(&b.name_key()),
        _ => amount(a).cmp(&amount(b)),
    };
    // Ties go by id, the same way.
    let by = by.then_with(|| a.id.cmp(&b.id));
    if sort.starts_with('-') { by.reverse() } else { by }
}

impl World {
    /// A list walked by its cursor.
    pub fn walk(&mut self, user: usize, collection: &str, query: &str, limit: usize) -> Result<Vec<Json>, String> {
        let (mut all, mut cursor) = (Vec::new(), String::new());
        for _ in 0..1000 {
            let target = format!("/v1/{collection}?limit={limit}&{query}{cursor}");
            let answer = self.peek(user, &target);
            claim!(answer.status == 200, "list: {target}: {} {}", answer.status, answer.text);
            let page = answer.body["data"].as_array().cloned().unwrap_or_default();
            claim!(page.len() <= limit, "list: {target}: {} entries on a page of {limit}", page.len());
            all.extend(page);
            let next = answer.body["next_cursor"].as_str();
            claim!(next.is_some() == answer.header("link").is_some(), "list: {target}: Link and next_cursor differ");
            match next {
                Some(next) => cursor = format!("&cursor={next}"),
                None => return Ok(all),
            }
        }
        Err(format!("list: {collection}?{query} never ends"))
    }

    /// The list must be these records, in this order.
    pub fn listed(
        &mut self,
        user: usize,
        kind: usize,
        query: &str,
        sort: &str,
        limit: usize,
        right: &dyn Fn(&World, &Record) -> bool,
    ) -> Result<(), String> {
        let mut wanted: Vec<usize> = (0..self.model.records.len())
            .filter(|r| !self.model.records[*r].gone && self.model.records[*r].kind == kind && right(self, &self.model.records[*r]))
            .collect();
        wanted.sort_by(|a, b| order(&self.model.records[*a], &self.model.records[*b], sort));
        let full = if sort == SORTS[0] { query.to_owned() } else { format!("{query}&sort={sort}") };
        let got = self.walk(user, &format!("{}s", KINDS[kind]), &full, limit)?;
        let number = |id: &Json| self.model.records.iter().find(|record| json!(record.id) == *id).map(|record| record.n);
        let (want, have): (Vec<Option<u32>>, Vec<Option<u32>>) =
            (wanted.iter().map(|r| Some(self.model.records[*r].n)).collect(), got.iter().map(|one| number(&one["id"])).collect());
        claim!(want == have, "list {}s?{full} for user {user}: should be the records of steps {want:?}, is {have:?}", KINDS[kind]);
        for (r, body) in wanted.into_iter().zip(&got) {
            self.same(user, r, body)?;
        }
        Ok(())
    }

    fn filtered(&mut self, user: usize, kind: usize, salt: u32) -> Vec<Filter<'static>> {
        // The closures own what they need: the world is read while they are asked.
        let model = std::rc::Rc::new(self.model.clone());
        let now = self.app.now.get();
        let org = model.users[user].org;
        let pick = |offset: usize| (salt as usize + offset * 3 + user) % model.users.len();
        let (one, other) = (pick(0), pick(1));
        let mut all: Vec<Filter<'static>> = Vec::new();
        let mut add = |query: String, test: Box<dyn Fn(&Record) -> bool>| all.push((query, test));
        let id = |user: usize| model.users[user].id.clone();
        add("owner=me".into(), Box::new(move |r| r.owner == Some(user)));
        add("owner=none".into(), Box::new(|r| r.owner.is_none()));
        add(format!("owner={}", id(one)), Box::new(move |r| r.owner == Some(one)));
        add(format!("owner={},none,me", id(other)), Box::new(move |r| r.owner.is_none_or(|owner| owner == other || owner == user)));
        let m = model.clone();
        add("owner=inactive".into(), Box::new(move |r| r.owner.is_some_and(|owner| !m.users[owner].active)));
        add("collaborator=me".into(), Box::new(move |r| r.has_collaborator(user, now)));
        // Whether an inactive person is found as a collaborator is left open.
        let mate =
            (0..model.users.len()).map(|step| (one + step) % model.users.len()).find(|mate| model.users[*mate].active).unwrap_or(user);
        add(format!("collaborator={}", id(mate)), Box::new(move |r| r.has_collaborator(mate, now)));
        add(
            format!("collaborator={}&owner={}", id(mate), id(other)),
            Box::new(move |r| r.has_collaborator(mate, now) && r.owner == Some(other)),
        );
        let m = model.clone();
        add("shared=with_me".into(), Box::new(move |r| m.shared_with(r, user, now) && r.owner != Some(user)));
        let given = move |r: &Record| r.shares.iter().any(|share| share.giver == user && live(share.ends, now));
        add("shared=by_me".into(), Box::new(given));
        let m = model.clone();
        add(
            format!("shared=with_me&owner={},none", id(other)),
            Box::new(move |r| m.shared_with(r, user, now) && r.owner != Some(user) && r.owner.is_none_or(|owner| owner == other)),
        );
        add("shared=by_me&collaborator=me".into(), Box::new(move |r| given(r) && r.has_collaborator(user, now)));
        let words = crate::model::statuses(kind);
        let (first, last) = (words[salt as usize % words.len()], words[words.len() - 1]);
        add(format!("status={first},{last}"), Box::new(move |r| r.field("status") == first || r.field("status") == last));
        add("tag=hot".into(), Box::new(|r| r.field("tags").as_array().is_some_and(|tags| tags.contains(&json!("hot")))));
        let (written, plain) = WORDS[salt as usize % WORDS.len()];
        let (_, second) = WORDS[(salt as usize / 3) % WORDS.len()];
        add(format!("q={written}"), Box::new(move |r| r.matches(&[plain])));
        let (short, letter) = (&second[..3], &plain[..1]);
        add(format!("q={short}"), Box::new(move |r| r.matches(&[short])));
        add(format!("q={letter}"), Box::new(move |r| r.matches(&[letter])));
        add(format!("q={letter}+{short}&owner=me"), Box::new(move |r| r.owner == Some(user) && r.matches(&[letter, short])));
        let m = model.clone();
        add(
            format!("q={short}&shared=with_me"),
            Box::new(move |r| r.matches(&[short]) && r.owner != Some(user) && m.shared_with(r, user, now)),
        );
        add(
            format!("q={short}&collaborator={}&status={first}", id(mate)),
            Box::new(move |r| r.matches(&[short]) && r.has_collaborator(mate, now) && r.field("status") == first),
        );
        let middle =
            model.records.iter().filter(|r| r.org == org).map(|r| r.updated_at.clone()).nth(salt as usize % 7).unwrap_or_else(|| time(now));
        add(format!("updated_after={middle}"), Box::new(move |r| r.updated_at > middle));
        let middle = model.records.iter().map(|r| r.created_at.clone()).nth(salt as usize % 5).unwrap_or_else(|| time(now));
        add(format!("created_before={middle}&owner=me"), Box::new(move |r| r.created_at < middle && r.owner == Some(user)));
        all
    }

    /// Everything that one person sees. Inactive people see nothing.
    pub fn glance(&mut self, user: usize, salt: u32) -> Result<(), String> {
        self.see(user, salt, false)
    }

    fn see(&mut self, user: usize, salt: u32, all: bool) -> Result<(), String> {
        if !self.model.users[user].active {
            for target in ["/v1/me", "/v1/leads", "/v1/leads/count", "/v1/collaboration_requests", "/v1/shares?direction=received"] {
                let answer = self.peek(user, target);
                claim!(answer.status == 401 && answer.body["code"] == "user_inactive", "inactive: {target}: {}", answer.text);
            }
        }
        for r in 0..self.model.records.len() {
            self.got(user, r)?;
            if all || r % 3 == salt as usize % 3 {
                self.explained(user, r, salt.is_multiple_of(2))?;
            }
        }
        if !self.model.users[user].active {
            return Ok(());
        }
        for kind in 0..3 {
            let visible = |world: &World, r: &Record| !r.deleted && world.model.sees(user, r, world.app.now.get());
            for (index, sort) in SORTS.iter().enumerate() {
                if all || index == (salt as usize + kind) % SORTS.len() {
                    self.listed(user, kind, "", sort, [2, 5, 50][(salt as usize + index) % 3], &visible)?;
                }
            }
            for (index, (query, test)) in self.filtered(user, kind, salt).into_iter().enumerate() {
                if !all && index % 5 != salt as usize % 5 {
                    continue;
                }
                let sort = SORTS[(salt as usize / 5 + index) % SORTS.len()];
                self.listed(user, kind, &query, sort, [2, 5, 50][(salt as usize / 7 + index) % 3], &|world, r| {
                    visible(world, r) && test(r)
                })?;
                self.counted(user, kind, &query, &|world, r| visible(world, r) && test(r))?;
            }
            let trash = |world: &World, r: &Record| r.deleted && world.model.sees(user, r, world.app.now.get());
            self.listed(user, kind, "deleted=true", SORTS[salt as usize % 8], 2, &trash)?;
            self.counted(user, kind, "deleted=true", &trash)?;
            self.listed(user, kind, "deleted=true&owner=me", SORTS[0], 3, &|world, r| trash(world, r) && r.owner == Some(user))?;
            self.counted(user, kind, "", &visible)?;
        }
        self.boxes(user)
    }

    pub fn counted(&mut self, user: usize, kind: usize, query: &str, right: &dyn Fn(&World, &Record) -> bool) -> Result<(), String> {
        let wanted = self.model.records.iter().filter(|r| r.kind == kind && right(self, r)).count();
        let answer = self.peek(user, &format!("/v1/{}s/count?{query}", KINDS[kind]));
        claim!(
            answer.body == json!({"count": wanted, "exact": true}),
            "count {}s?{query} for user {user}: should be {wanted}: {}",
            KINDS[kind],
            answer.text
        );
        Ok(())
    }

    /// Requests that wait for somebody, requests that they made, and shares that reach them.
    fn boxes(&mut self, user: usize) -> Result<(), String> {
        let now = self.app.now.get();
        let sorted = |mut ids: Vec<String>| {
            ids.sort();
            ids
        };
        let ids = |rows: &[Json]| sorted(rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect());
        let model = &self.model;
        let status = |q: &crate::model::Request| if q.status == "pending" && now >= q.expires_at { "expired" } else { q.status };
        let there = |q: &&crate::model::Request| !model.records[q.record].gone;
        let incoming = model.requests.iter().filter(there).filter(|q| {
            let record = &model.records[q.record];
            (model.holds_records(user) || record.owner != Some(user))
                && record.org == model.users[user].org
                && q.requester != user
                && !record.deleted
                && status(q) == "pending"
                && model.decides(user, record)
        });
        let incoming = sorted(incoming.map(|q| q.id.clone()).collect());
        let outgoing: BTreeMap<String, &str> =
            model.requests.iter().filter(there).filter(|q| q.requester == user).map(|q| (q.id.clone(), status(q))).collect();
        let received = model.records.iter().filter(|r| !r.deleted && r.owner != Some(user) && model.sees(user, r, now)).flat_map(|r| {
            r.shares.iter().filter(|share| {
                let reaches = match &share.with {
                    With::User(one) => *one == user,
                    With::Team(team) => model.teams[*team].members.contains(&user),
                    With::Everyone => true,
                };
                reaches && live(share.ends, now)
            })
        });
        let received = sorted(received.map(|share| share.id.clone()).collect());
        let rows = self.walk(user, "collaboration_requests", "box=incoming&status=pending", 3)?;
        claim!(ids(&rows) == incoming, "incoming requests of user {user}: should be {incoming:?}: {rows:?}");
        let rows = self.walk(user, "collaboration_requests", "box=outgoing", 4)?;
        let told: BTreeMap<String, &str> =
            rows.iter().map(|row| (row["id"].as_str().unwrap().to_owned(), row["status"].as_str().unwrap())).collect();
        let outgoing: BTreeMap<String, &str> = outgoing;
        claim!(told == outgoing, "outgoing requests of user {user}: should be {outgoing:?}: {told:?}");
        let own: Vec<String> = self.model.records.iter().filter(|r| r.owner == Some(user)).map(|r| r.id.clone()).collect();
        // Whether the own records are among those received is left open.
        let rows: Vec<Json> = self
            .walk(user, "shares", "direction=received", 5)?
            .into_iter()
            .filter(|row| !own.iter().any(|id| json!(id) == row["lead"]["id"]))
            .collect();
        claim!(ids(&rows) == received, "shares that user {user} received: should be {received:?}: {rows:?}");
        Ok(())
    }

    /// Everything that everybody sees, and every timeline.
    pub fn look(&mut self, salt: u32) -> Result<(), String> {
        for user in 0..self.model.users.len() {
            let salt = salt.wrapping_add(u32::try_from(user).unwrap() * 17);
            self.see(user, salt, user % 4 == salt as usize % 4)?;
        }
        for r in (0..self.model.records.len()).filter(|r| !self.model.records[*r].gone).collect::<Vec<_>>() {
            self.timeline(r)?;
            self.everyone(r)?;
        }
        Ok(())
    }

    /// The timeline has no gaps and, replayed, gives the record.
    fn timeline(&mut self, r: usize) -> Result<(), String> {
        let now = self.app.now.get();
        let record = self.model.records[r].clone();
        let watcher = self.watcher(record.org);
        let collection = path(&record).trim_start_matches("/v1/").to_owned();
        let mut entries = self.walk(watcher, &format!("{collection}/timeline"), "", 7)?;
        entries.reverse();
        let mut told = Told::default();
        for (index, entry) in entries.iter().enumerate() {
            claim!(entry["seq"] == index + 1, "timeline: entry {} has another number: {entry}", index + 1);
            claim!((index == 0) == (entry["type"] == "created"), "timeline: begins with one `created`: {entry}");
            // Nobody does what comes of time and of the organisation's doings.
            let by_itself = ["request_expired", "request_superseded"].iter().any(|kind| entry["type"] == *kind);
            let by = &entry["actor"]["type"];
            claim!(entry["actor"]["name"].is_string() && (by == "user" || by_itself && by == "system"), "timeline: nobody did it: {entry}");
            told.tell(entry)?;
        }
        let n = record.n;
        claim!(
            i64::try_from(entries.len()) == Ok(record.version),
            "timeline: {} entries, version {} (step {n})",
            entries.len(),
            record.version
        );
        let owner = record.owner.map(|owner| self.model.users[owner].id.clone());
        claim!(told.owner == owner, "timeline: tells of owner {:?} instead of {owner:?} (step {n})", told.owner);
        claim!(told.deleted == record.deleted, "timeline: the trash (step {n})");
        claim!(told.fields == record.fields, "timeline: tells of fields {:?} instead of {:?} (step {n})", told.fields, record.fields);
        let millis = |ends: &Json| ends.as_str().and_then(leadroom::time::Timestamp::parse).map(|end| end.0);
        told.collaborators.retain(|_, (_, until)| live(millis(until), now));
        let wanted: BTreeMap<String, (String, Json)> = record
            .collaborators
            .iter()
            .filter(|one| live(one.until, now))
            .map(|one| (self.model.users[one.user].id.clone(), (one.level.clone(), json!(one.until.map(time)))))
            .collect();
        claim!(told.collaborators == wanted, "timeline: tells of collaborators {:?} instead of {wanted:?} (step {n})", told.collaborators);
        told.shares.retain(|_, (_, _, ends)| live(millis(ends), now));
        let wanted: BTreeMap<String, (String, Vec<String>, Json)> = record
            .shares
            .iter()
            .filter(|share| live(share.ends, now))
            .map(|share| {
                let with = match share.with {
                    With::User(user) => self.model.users[user].id.clone(),
                    With::Team(team) => self.model.teams[team].id.clone(),
                    With::Everyone => "everyone".to_owned(),
                };
                (with, (share.id.clone(), share.permissions.iter().map(|one| (*one).to_owned()).collect(), json!(share.ends.map(time))))
            })
            .collect();
        claim!(told.shares == wanted, "timeline: tells of shares {:?} instead of {wanted:?} (step {n})", told.shares);
        for request in self.model.requests.iter().filter(|one| one.record == r) {
            let said = told.requests.get(&request.id).map(String::as_str);
            claim!(said == Some(request.status), "timeline: tells {said:?} of a request that is {} (step {n})", request.status);
        }
        Ok(())
    }
}

/// What a timeline told so far.
#[derive(Default)]
struct Told {
    owner: Option<String>,
    deleted: bool,
    fields: BTreeMap<String, Json>,
    /// By person: level and end.
    collaborators: BTreeMap<String, (String, Json)>,
    /// By recipient: the share, its permissions and its end.
    shares: BTreeMap<String, (String, Vec<String>, Json)>,
    requests: BTreeMap<String, String>,
}

impl Told {
    fn tell(&mut self, entry: &Json) -> Result<(), String> {
        let data = &entry["data"];
        let id = |person: &Json| person["id"].as_str().map(str::to_owned);
        let user = || id(&data["user"]).unwrap_or_default();
        let with = || id(&data["with"]).unwrap_or_else(|| "everyone".to_owned());
        let kind = entry["type"].as_str().unwrap_or_default();
        match kind {
            "created" | "updated" | "converted" => {
                let changes = data["changes"].as_object().cloned().unwrap_or_default();
                // A lead that is converted again, because what it became is gone for good, was converted already.
                claim!(kind == "converted" || !changes.is_empty(), "timeline: an entry without changes: {entry}");
                for (path, change) in changes {
                    let held = self.fields.get(&path).cloned().unwrap_or(Json::Null);
                    let empty = |value: &Json| value.is_null() || *value == json!([]);
                    let from_held = change["from"] == held || (empty(&change["from"]) && empty(&held));
                    claim!(from_held && change["from"] != change["to"], "timeline: {path} was {held}: {entry}");
                    if empty(&change["to"]) {
                        self.fields.remove(&path);
                    } else {
                        self.fields.insert(path, change["to"].clone());
                    }
                }
                if kind == "created" {
                    self.owner = id(&data["owner"]);
                }
            }
            "assigned" | "claimed" => {
                claim!(id(&data["from"]) == self.owner, "timeline: the owner was {:?}: {entry}", self.owner);
                self.owner = id(&data["to"]);
            }
            "collaborator_added" | "collaborator_changed" => {
                let known = self.collaborators.contains_key(&user());
                claim!(kind == "collaborator_added" || known, "timeline: changed before added: {entry}");
                let level = if data["to"].is_string() { &data["to"] } else { &data["level"] };
                self.collaborators.insert(user(), (level.as_str().unwrap_or_default().to_owned(), data["until"].clone()));
            }
            "collaborator_removed" => {
                claim!(self.collaborators.remove(&user()).is_some(), "timeline: removed who was not there: {entry}");
            }
            "shared" | "share_changed" => {
                let permissions = names(&data["permissions"]).into_iter().map(str::to_owned).collect();
                let share = data["share_id"].as_str().unwrap_or_default().to_owned();
                let same = self.shares.get(&with()).is_some_and(|(known, ..)| *known == share);
                claim!(same == (kind == "share_changed"), "timeline: another share than before: {entry}");
                self.shares.insert(with(), (share, permissions, data["expires_at"].clone()));
            }
            "share_ended" => {
                let known = self.shares.remove(&with()).is_some_and(|(known, ..)| data["share_id"] == json!(known));
                claim!(known, "timeline: ended what was not there: {entry}");
            }
            _ if kind.starts_with("request_") => {
                let status = if kind == "request_created" { "pending" } else { &kind["request_".len()..] };
                let before = self.requests.insert(data["request_id"].as_str().unwrap_or_default().to_owned(), status.to_owned());
                claim!(before.as_deref() == (status != "pending").then_some("pending"), "timeline: a request was {before:?}: {entry}");
            }
            "deleted" | "restored" => {
                claim!(self.deleted != (kind == "deleted"), "timeline: {kind} twice: {entry}");
                self.deleted = kind == "deleted";
            }
            _ => return Err(format!("timeline: a type that no step of a plan makes: {entry}")),
        }
        Ok(())
    }
}
