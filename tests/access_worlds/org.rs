//! What is done to the organisation rather than to a record: people, roles, teams, books, settings, and the clock's own doings.

use leadroom::flow::{dispatch, room};
use leadroom::id::RecordId;
use serde_json::{Value as Json, json};

use crate::model::{self, ALL, Book, CAPABILITIES, KINDS, Role, live, words_of};
use crate::plan::{End, Op, Step, Whom};
use crate::support::{Answer, run};
use crate::world::{World, claim, names, time};

/// How long a record lies in the trash.
const TRASH: i64 = 30 * 24 * 3_600_000;

impl World {
    /// The steps that are about the organisation.
    pub fn organise(&mut self, step: &Step, now: i64) -> Result<bool, String> {
        let actor = step.actor;
        let m = &self.model;
        match &step.op {
            Op::Book { .. } | Op::ChangeBook { .. } | Op::EndBook { .. } => return self.book(step, now),
            Op::Sweep => return self.sweep(now),
            Op::Tick { record } => return self.tick(*record, now),
            Op::Activate { user, active } => {
                let expect = m.change_user(actor, *user, Some(m.users[*user].role), *active);
                let target = format!("/v1/users/{}", m.users[*user].id);
                let answer = self.send(actor, "PATCH", &target, Some(&json!({"active": active})), None);
                if self.met("activate", &expect, &answer)? {
                    self.model.users[*user].active = *active;
                }
            }
            Op::Promote { user, role } => {
                let known = m.role_named(m.users[*user].org, role);
                let expect = m.change_user(actor, *user, known, m.users[*user].active);
                let target = format!("/v1/users/{}", m.users[*user].id);
                let answer = self.send(actor, "PATCH", &target, Some(&json!({"role": role})), None);
                if self.met("promote", &expect, &answer)? {
                    self.model.users[*user].role = known.unwrap();
                }
            }
            Op::Role { name, capabilities, ceiling } => self.role(actor, name, capabilities, ceiling)?,
            Op::RoleDelete { name } => {
                let Some(role) = m.role_named(m.users[actor].org, name) else { return Ok(false) };
                let expect = m.delete_role(actor, role);
                let answer = self.send(actor, "DELETE", &format!("/v1/roles/{}", m.roles[role].id), None, None);
                if self.met("role_delete", &expect, &answer)? {
                    self.model.roles[role].gone = true;
                }
            }
            Op::TeamMake => {
                let Some(team) = m.teams.iter().position(|team| team.gone && team.org == m.users[actor].org) else { return Ok(false) };
                let expect = m.new_team(actor);
                let answer = self.send(actor, "POST", "/v1/teams", Some(&json!({"name": format!("Team {}", step.n)})), None);
                if self.met("team_make", &expect, &answer)? {
                    self.model.teams[team].gone = false;
                    self.model.teams[team].id = answer.id();
                }
            }
            Op::TeamAdd { team, user } | Op::TeamRemove { team, user } => {
                let add = matches!(step.op, Op::TeamAdd { .. });
                let mut expect = m.change_team(actor, *team, *user);
                if !add && !m.teams[*team].members.contains(user) && m.can(actor, "manage_people") && m.users[actor].active {
                    expect = expect.or(404, "").or(204, ""); // taking out who is not in: done already, or not there
                }
                let target = format!("/v1/teams/{}/members/{}", m.teams[*team].id, m.users[*user].id);
                let answer = self.send(actor, if add { "PUT" } else { "DELETE" }, &target, add.then_some(&json!({})), None);
                if self.met(if add { "team_add" } else { "team_remove" }, &expect, &answer)? {
                    let members = &mut self.model.teams[*team].members;
                    members.retain(|one| one != user);
                    if add {
                        members.push(*user);
                    }
                }
            }
            Op::TeamDelete { team, force } => {
                let expect = m.delete_team(actor, *team, *force, now);
                let target = format!("/v1/teams/{}{}", m.teams[*team].id, if *force { "?force=true" } else { "" });
                let answer = self.send(actor, "DELETE", &target, None, None);
                if self.met("team_delete", &expect, &answer)? {
                    self.model.drop_team(*team);
                    self.settle_all()?;
                } else if answer.body["code"] == "team_in_use" {
                    let numbers = (answer.body["people"].as_i64(), answer.body["records"].as_i64());
                    let right = self.model.only_through(*team, now);
                    claim!(numbers == (Some(right.0), Some(right.1)), "team_in_use: the numbers should be {right:?}: {}", answer.text);
                }
            }
            Op::Settings { settings } => {
                let expect = m.settings(actor);
                let answer = self.send(actor, "PATCH", "/v1/organization", Some(&json!({"settings": settings})), None);
                if self.met("settings", &expect, &answer)? {
                    self.set(self.model.users[actor].org, settings);
                }
            }
            other => unreachable!("{other:?} is done to a record"),
        }
        self.widened(now)?;
        Ok(true)
    }

    fn set(&mut self, org: usize, settings: &Json) {
        let known = &mut self.model.settings[org];
        for (name, value) in settings.as_object().unwrap() {
            match name.as_str() {
                "pool" => known.pool_agents = value == "agents",
                "collaborator_policy" => known.must_see = value == "must_see",
                "multiple_assignment" => known.multiple_assignment = value == true,
                "reveal_existence" => known.reveal_existence = value == true,
                "request_ttl_days" => known.ttl_days = value.as_i64().unwrap(),
                "request_cooldown_hours" => known.cooldown_hours = value.as_i64().unwrap(),
                "transfer" => {
                    value["keep_previous_owner"].as_str().unwrap().clone_into(&mut known.keep_owner);
                    known.keep_collaborators = value["keep_collaborators"] == true;
                }
                _ => unreachable!("no such setting in a plan: {name}"),
            }
        }
    }

    fn role(&mut self, actor: usize, name: &str, capabilities: &[String], ceiling: &[String]) -> Result<(), String> {
        let org = self.model.users[actor].org;
        let known = self.model.role_named(org, name);
        let set = words_of(&CAPABILITIES, capabilities);
        let mut most = words_of(&ALL, ceiling);
        // Whatever may be done with a record takes seeing it.
        if !most.is_empty() {
            most.insert("read");
        }
        let expect = self.model.change_role(actor, known, &set);
        let body = json!({"name": name, "capabilities": capabilities, "record_permissions": ceiling});
        let answer = match known {
            Some(role) => {
                let target = format!("/v1/roles/{}", self.model.roles[role].id);
                self.send(actor, "PATCH", &target, Some(&body), None)
            }
            None => self.send(actor, "POST", "/v1/roles", Some(&body), None),
        };
        if self.met(if known.is_some() { "role_change" } else { "role_make" }, &expect, &answer)? {
            let wanted: Vec<&str> = most.iter().copied().collect();
            claim!(names(&answer.body["record_permissions"]) == wanted, "role: the ceiling should be {wanted:?}: {}", answer.text);
            let new = Role { org, id: answer.id(), name: name.to_owned(), built_in: false, capabilities: set, ceiling: most, gone: false };
            match known {
                Some(role) => self.model.roles[role] = new,
                None => self.model.roles.push(new),
            }
        }
        Ok(())
    }

    fn book(&mut self, step: &Step, now: i64) -> Result<bool, String> {
        let (actor, m) = (step.actor, &self.model);
        let plural = |kinds: &[usize]| kinds.iter().map(|kind| KINDS[*kind]).collect::<Vec<_>>();
        match &step.op {
            Op::Book { owner, with, kinds, permissions, ends } => {
                let owner_id = match owner {
                    Whom::User(user) => Some(*user),
                    _ => None,
                };
                let ends = ends.map(|millis| now + millis);
                let expect = m.new_book(actor, owner_id.unwrap_or(actor), with, now);
                let mut body =
                    json!({"with": self.recipient(with), "kinds": plural(kinds), "permissions": permissions, "expires_at": ends.map(time)});
                if let Some(user) = owner_id {
                    body["owner_id"] = json!(m.users[user].id);
                }
                let answer = self.send(actor, "POST", "/v1/book_shares", Some(&body), None);
                if self.met("book", &expect, &answer)? {
                    let Some(giver) = self.model.by_id(&answer.str("/granted_by/id")) else { return Err(format!("book: {}", answer.text)) };
                    let id = answer.id();
                    let owner = owner_id.unwrap_or(actor);
                    let n = self.model.books.iter().find(|book| book.id == id).map_or(step.n, |book| book.n);
                    let replaced: Vec<String> = self
                        .model
                        .books
                        .iter()
                        .filter(|book| book.owner == owner && book.with == *with && book.id != id)
                        .map(|book| book.id.clone())
                        .collect();
                    for old in replaced {
                        self.model.drop_book(&old);
                    }
                    let (permissions, create) = ticked(permissions);
                    let org = self.model.users[actor].org;
                    let book = Book { n, org, id, owner, with: with.clone(), kinds: kinds.clone(), permissions, create, ends, giver };
                    self.booked(book, &answer)?;
                }
            }
            Op::ChangeBook { book, kinds, permissions, ends } => {
                let Some(b) = m.book(*book) else { return Ok(false) };
                let book = m.books[b].clone();
                if !live(book.ends, now) {
                    return Ok(false); // whether one that ran out can be brought back is left open
                }
                let mut after = book.clone();
                let mut body = json!({});
                if let Some(kinds) = kinds {
                    after.kinds.clone_from(kinds);
                    body["kinds"] = json!(plural(kinds));
                }
                if let Some(words) = permissions {
                    (after.permissions, after.create) = ticked(words);
                    body["permissions"] = json!(words);
                }
                after.ends = ends.over(book.ends, now);
                if *ends != End::Keep {
                    body["expires_at"] = json!(after.ends.map(time));
                }
                let expect = m.change_book(actor, &book, &after, now);
                let answer = self.send(actor, "PATCH", &format!("/v1/book_shares/{}", book.id), Some(&body), None);
                if self.met("change_book", &expect, &answer)? {
                    self.booked(after, &answer)?;
                }
            }
            Op::EndBook { book } => {
                let Some(b) = m.book(*book) else { return Ok(false) };
                let book = m.books[b].clone();
                let mut expect = m.end_book(actor, &book, now);
                if !live(book.ends, now) {
                    expect = expect.or(404, "");
                }
                let answer = self.send(actor, "DELETE", &format!("/v1/book_shares/{}", book.id), None, None);
                if self.met("end_book", &expect, &answer)? {
                    self.model.drop_book(&book.id);
                    self.settle_all()?;
                }
            }
            other => unreachable!("{other:?} is not about a book"),
        }
        self.widened(now)?;
        Ok(true)
    }

    fn booked(&mut self, book: Book, answer: &Answer) -> Result<(), String> {
        let mut wanted: Vec<&str> = book.permissions.iter().copied().chain(book.create.then_some("create")).collect();
        wanted.sort_unstable();
        let mut kinds: Vec<&str> = book.kinds.iter().map(|kind| KINDS[*kind]).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let right = names(&answer.body["permissions"]) == wanted
            && names(&answer.body["kinds"]) == kinds
            && answer.body["owner"]["id"] == json!(self.model.users[book.owner].id)
            && answer.body["expires_at"] == json!(book.ends.map(time));
        claim!(right, "book: should be {book:?}: {}", answer.text);
        self.model.put_book(book);
        self.settle_all()
    }

    /// Reads every record back whose shares may have been cut: what was done beside the rooms is told and counted there, too.
    fn settle_all(&mut self) -> Result<(), String> {
        for r in 0..self.model.records.len() {
            if !self.model.records[r].gone {
                self.settle(r, None)?;
            }
        }
        Ok(())
    }

    /// After the organisation changed, the requests of whoever now has what they asked for are superseded, as soon as the queue
    /// has delivered.
    fn widened(&mut self, now: i64) -> Result<(), String> {
        self.deliver();
        for r in 0..self.model.records.len() {
            self.closed(r, now)?;
            let waiting = self.waiting(r, now);
            if !waiting.is_empty() && !self.model.records[r].gone {
                self.gained(r, &waiting, now)?;
                self.settle(r, None)?;
            }
        }
        Ok(())
    }

    /// Whether a request that ran out was closed on the way is left open, and read where it stands.
    fn closed(&mut self, r: usize, now: i64) -> Result<(), String> {
        let mut some = false;
        for request in self.model.requests.iter_mut().filter(|one| one.record == r && one.status == "pending" && one.expires_at <= now) {
            if self.app.db.ask(&format!("SELECT status FROM request WHERE id = '{}'", request.id)) == ["expired"] {
                request.status = "expired";
                some = true;
            }
        }
        if some && !self.model.records[r].gone { self.settle(r, None).map(|_| ()) } else { Ok(()) }
    }

    /// The queue delivers, at the moment of the last step.
    fn deliver(&mut self) {
        self.app.drain();
    }

    /// The scheduled sweep: requests that ran out are closed, and the trash of thirty days is emptied.
    fn sweep(&mut self, now: i64) -> Result<bool, String> {
        self.app.now.set(now);
        let sent = run(dispatch::sweep(self.app.ports(), &self.app));
        claim!(sent.is_ok(), "sweep: {sent:?}");
        self.deliver();
        for record in &mut self.model.records {
            record.gone |= record.deleted && record.deleted_at < now - TRASH;
        }
        for r in 0..self.model.records.len() {
            self.ran_out(r, now)?;
        }
        Ok(true)
    }

    fn tick(&mut self, record: u32, now: i64) -> Result<bool, String> {
        let Some(r) = self.model.record(record) else { return Ok(false) };
        self.app.now.set(now);
        let ticked = run(room::tick(self.app.ports(), &RecordId::parse(&self.model.records[r].id).unwrap()));
        claim!(ticked.is_ok(), "tick: {:?}", ticked.err());
        let next = self.model.requests.iter().filter(|one| one.record == r && one.status == "pending" && now < one.expires_at);
        let next = next.map(|one| one.expires_at).min();
        claim!(ticked.as_ref().unwrap().1.map(|at| at.0) == next, "tick: should wake at {next:?} and does at {ticked:?}");
        self.ran_out(r, now)?;
        Ok(true)
    }

    fn ran_out(&mut self, r: usize, now: i64) -> Result<(), String> {
        if self.model.records[r].gone {
            return Ok(());
        }
        for request in self.model.requests.iter_mut().filter(|one| one.record == r && one.status == "pending" && one.expires_at <= now) {
            request.status = "expired";
        }
        self.settle(r, None).map(|_| ())
    }
}

/// What is ticked of a book share: the permissions, always with `read`, and `create`.
fn ticked(words: &[String]) -> (model::Set, bool) {
    (model::with_read(words), words.iter().any(|word| word == "create"))
}
