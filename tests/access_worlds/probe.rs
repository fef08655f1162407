//! One person and one record, through every door: the check, the list, the count, the search and the explanation must say the
//! same, and what the model says.

use std::collections::BTreeSet;

use serde_json::{Value as Json, json};

use crate::check::{Filter, SORTS};
use crate::model::{ALL, KINDS, Record, Set, live};
use crate::plan::{Op, Step};
use crate::support::Seeded;
use crate::world::{World, claim, names, path};

/// Where a reason comes from: its source, and the id of a share or a book share.
type Reason = (String, Option<String>);

impl World {
    /// After a step: somebody and some record, mostly the one it was about.
    pub fn probe(&mut self, step: &Step) -> Result<(), String> {
        let by = Seeded::new(self.seed.wrapping_mul(31).wrapping_add(u64::from(step.n)));
        if self.model.records.is_empty() {
            return Ok(());
        }
        let touched = self.touched(step).filter(|_| by.chance(70));
        let r = touched.unwrap_or_else(|| by.below(self.model.records.len()));
        let here: Vec<usize> =
            (0..self.model.users.len()).filter(|user| self.model.users[*user].org == self.model.records[r].org).collect();
        let user = if by.chance(93) { *by.pick(&here) } else { by.below(self.model.users.len()) };
        self.got(user, r)?;
        self.explained(user, r, by.chance(50))?;
        if self.model.users[user].active { self.found(&by, user, r) } else { Ok(()) }
    }

    fn touched(&self, step: &Step) -> Option<usize> {
        let share = |n: u32| self.model.share(n).map(|(r, _)| r);
        let request = |n: u32| self.model.request(n).map(|q| self.model.requests[q].record);
        match &step.op {
            Op::Create { .. } => self.model.record(step.n),
            Op::Edit { record, .. }
            | Op::Delete { record }
            | Op::Restore { record }
            | Op::Assign { record, .. }
            | Op::Claim { record }
            | Op::Convert { record, .. }
            | Op::Collaborate { record, .. }
            | Op::Uncollaborate { record, .. }
            | Op::Join { record }
            | Op::Leave { record }
            | Op::Share { record, .. }
            | Op::Ask { record, .. }
            | Op::Tick { record } => self.model.record(*record),
            Op::ChangeShare { share: n, .. } | Op::EndShare { share: n } => share(*n),
            Op::Approve { request: n, .. } | Op::Deny { request: n } | Op::Cancel { request: n } => request(*n),
            _ => None,
        }
    }

    /// The record itself, for somebody: there or not.
    pub fn got(&mut self, user: usize, r: usize) -> Result<(), String> {
        let target = path(&self.model.records[r]);
        let answer = self.peek(user, &target);
        let n = self.model.records[r].n;
        if !self.model.users[user].active {
            claim!(answer.status == 401 && answer.body["code"] == "user_inactive", "inactive: {target}: {}", answer.text);
        } else if self.model.sees(user, &self.model.records[r], self.app.now.get()) {
            claim!(answer.status == 200, "get: user {user} should see the record of step {n}: {}", answer.text);
            self.same(user, r, &answer.body)?;
        } else {
            let hidden = answer.status == 404 && answer.text == self.nothing;
            claim!(hidden, "get: user {user} should not see the record of step {n}: {} {}", answer.status, answer.text);
        }
        Ok(())
    }

    /// The list that has the record, its count, and the search for it.
    fn found(&mut self, by: &Seeded, user: usize, r: usize) -> Result<(), String> {
        let record = self.model.records[r].clone();
        let (kind, trash) = (record.kind, record.deleted && by.chance(80));
        let there = move |world: &World, one: &Record| one.deleted == trash && world.model.sees(user, one, world.app.now.get());
        let deleted = if trash { "&deleted=true" } else { "" };
        let sort = *by.pick(&SORTS[..4]);
        let (query, narrow): Filter<'_> = match by.below(4) {
            0 => (String::new(), Box::new(|_| true)),
            1 => {
                let owner = record.owner;
                let id = owner.map_or("none".to_owned(), |owner| self.model.users[owner].id.clone());
                (format!("owner={id}"), Box::new(move |one| one.owner == owner))
            }
            2 => {
                let status = record.field("status");
                (format!("status={}", status.as_str().unwrap()), Box::new(move |one| one.field("status") == status))
            }
            _ => {
                let (model, now) = (self.model.clone(), self.app.now.get());
                let reaches = move |one: &Record| one.owner != Some(user) && model.shared_with(one, user, now);
                ("shared=with_me".to_owned(), Box::new(reaches))
            }
        };
        let full = format!("{query}{deleted}");
        let full = full.trim_start_matches('&');
        self.listed(user, kind, full, sort, 50, &|world, one| there(world, one) && narrow(one))?;
        self.counted(user, kind, full, &|world, one| there(world, one) && narrow(one))?;
        let word = record.word().unwrap_or_else(|| "acme".to_owned());
        let search = format!("q={word}{deleted}");
        self.listed(user, kind, &search, SORTS[0], 50, &|world, one| there(world, one) && one.matches(&[&word]))
    }

    /// Why somebody sees a record, asked by themselves or by somebody who sees everything.
    pub fn explained(&mut self, user: usize, r: usize, own: bool) -> Result<(), String> {
        let (now, record) = (self.app.now.get(), self.model.records[r].clone());
        let watcher = self.watcher(record.org);
        let sees = self.model.sees(user, &record, now);
        let person = self.model.users[user].clone();
        let asker = if own { user } else { watcher };
        let me = if own { "me" } else { &person.id };
        let answer = self.peek(asker, &format!("{}/access/{me}", path(&record)));
        let who = format!("explain: user {user}, record of step {}", record.n);
        if own && !person.active {
            claim!(answer.status == 401, "{who}: is inactive: {}", answer.text);
            return Ok(());
        }
        let revealed = sees || !own || (self.model.settings[record.org].reveal_existence && !record.deleted);
        if record.gone || person.org != record.org || !revealed {
            claim!(answer.status == 404 && answer.text == self.nothing, "{who}: should not be there: {} {}", answer.status, answer.text);
            return Ok(());
        }
        claim!(answer.status == 200, "{who}: should be explained: {} {}", answer.status, answer.text);
        let body = &answer.body;
        claim!(body["user"]["id"] == json!(person.id) && body["visible"] == sees, "{who}: visible should be {sees}: {}", answer.text);
        let mine = self.model.permissions(user, &record, now);
        let reasons = self.model.reasons(user, &record, now);
        for one in ALL {
            let told = &body["permissions"][one];
            claim!(told["granted"] == mine.contains(one), "{who}: `{one}` granted should be {}: {}", mine.contains(one), answer.text);
            let gives = reasons.iter().filter(|(_, _, gives)| mine.contains(one) && gives.contains(one));
            let wanted: BTreeSet<Reason> = gives.map(|(source, id, _)| ((*source).to_owned(), id.clone())).collect();
            let have = sources(&told["because"]);
            claim!(have == wanted, "{who}: because, `{one}` comes from {wanted:?}, not {have:?}: {}", answer.text);
        }
        let ceiling = &self.model.role_of(user).ceiling;
        let cut: Vec<&str> = self.model.given(user, &record, now).into_iter().filter(|one| !ceiling.contains(one)).collect();
        claim!(names(&body["cut_by_role"]) == cut, "{who}: the role cuts {cut:?}: {}", answer.text);
        let (ended, told) = (self.ended(user, &record, now), sources(&body["expired"]));
        claim!(told == ended, "{who}: expired should be {ended:?}, is {told:?}: {}", answer.text);
        self.remedied(user, &record, &mine, &body["remedy"]).map_err(|wrong| format!("{who}: remedy: {wrong}: {}", answer.text))
    }

    /// The grants that reached somebody and ran out.
    fn ended(&self, user: usize, record: &Record, now: i64) -> BTreeSet<Reason> {
        let model = &self.model;
        let mut all = BTreeSet::new();
        if !model.users[user].active {
            return all;
        }
        if record.collaborators.iter().any(|one| one.user == user && !live(one.until, now)) {
            all.insert(("collaborator".to_owned(), None));
        }
        for share in record.shares.iter().filter(|share| !live(share.ends, now) && model.reaches(&share.with, user)) {
            let source = match share.with {
                crate::plan::With::User(_) => "share",
                crate::plan::With::Team(_) => "team_share",
                crate::plan::With::Everyone => "everyone_share",
            };
            all.insert((source.to_owned(), Some(share.id.clone())));
        }
        for book in model.books.iter().filter(|book| !live(book.ends, now) && model.book_covers(book, record, user, i64::MIN)) {
            all.insert(("book_share".to_owned(), Some(book.id.clone())));
        }
        all
    }

    /// What is said to help would, and those who are said to be able to are.
    fn remedied(&self, user: usize, record: &Record, mine: &Set, remedy: &Json) -> Result<(), String> {
        let model = &self.model;
        let all = remedy.as_array().cloned().unwrap_or_default();
        let works = ["read", "update", "note", "task", "communicate"].iter().all(|one| mine.contains(one));
        claim!(works || !all.is_empty() || !model.users[user].active, "nothing is offered");
        for one in &all {
            let action = one["action"].as_str().unwrap_or_default();
            let who: Vec<Option<usize>> =
                one["who"].as_array().unwrap().iter().map(|who| model.by_id(who["id"].as_str().unwrap())).collect();
            let can = |helper: usize| match action {
                "request_to_collaborate" | "approve_request" => model.decides(helper, record) && helper != user,
                "change_role" | "reactivate" => model.can(helper, "manage_people"),
                "restore" => record.deleted && (record.owner == Some(helper) || model.sees(helper, record, self.app.now.get())),
                "claim" => helper == user && record.owner.is_none() && model.can(user, "claim"),
                "become_collaborator" => helper == user,
                "renew" => true,
                _ => false,
            };
            let fine = who
                .iter()
                .all(|who| who.is_some_and(|helper| model.users[helper].active && model.users[helper].org == record.org && can(helper)));
            claim!(fine, "`{action}` by somebody who cannot");
            claim!(!works || action == "change_role" || record.deleted, "`{action}` is offered to who works on it already");
        }
        Ok(())
    }

    /// Everyone with access, as whoever sees everything is told.
    pub fn everyone(&mut self, r: usize) -> Result<(), String> {
        let (now, record) = (self.app.now.get(), self.model.records[r].clone());
        let watcher = self.watcher(record.org);
        let rows = self.walk(watcher, &format!("{}s/{}/access", KINDS[record.kind], record.id), "", 3)?;
        let told: BTreeSet<(String, String)> =
            rows.iter().map(|row| (row["user"]["id"].as_str().unwrap().to_owned(), names(&row["permissions"]).join(","))).collect();
        let seeing = (0..self.model.users.len()).filter(|user| self.model.sees(*user, &record, now));
        let wanted: BTreeSet<(String, String)> = seeing
            .map(|user| {
                (self.model.users[user].id.clone(), self.model.permissions(user, &record, now).into_iter().collect::<Vec<_>>().join(","))
            })
            .collect();
        claim!(told == wanted, "everyone: record of step {}: should be {wanted:?}, is {told:?}", record.n);
        Ok(())
    }
}

/// The sources that an explanation names; ids only of shares and book shares, which callers know by theirs.
fn sources(list: &Json) -> BTreeSet<Reason> {
    let one = |reason: &Json| {
        let source = reason["source"].as_str().unwrap_or_default().to_owned();
        let id = reason["id"].as_str().filter(|_| source.ends_with("share")).map(str::to_owned);
        (source, id)
    };
    list.as_array().map(|all| all.iter().map(one).collect()).unwrap_or_default()
}
