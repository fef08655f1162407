//! What the contract allows an answer to be, operation by operation. Where two reasons to refuse hold at once, either may
//! be told.

use serde_json::Value as Json;

use crate::model::{LEVELS, Model, Record, Request, Set, Share, level_gives, live};
use crate::plan::{Whom, With};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

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

fn rank(level: &str) -> usize {
    LEVELS.iter().position(|one| *one == level).unwrap()
}

impl Model {
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
        if back.is_some_and(|back| back < 0 || !record.conflicts(body, record.version - back).is_empty()) {
            return no(412, "edit_conflict");
        }
        let mut after = record.clone();
        for (path, value) in record.changes(body) {
            after.set(path, value);
        }
        if ["name", "email", "phone"].iter().all(|path| after.field(path).is_null()) { no(422, "") } else { yes(200) }
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
        ends: Option<i64>,
        now: i64,
    ) -> Expect {
        if let Err(refused) = self.gate(actor, record, now) {
            return refused;
        }
        if !self.may_share(actor, record) {
            return forbidden();
        }
        let wider = permissions.is_some_and(|wanted| !wanted.is_subset(&share.permissions));
        let longer = share.ends.is_some_and(|end| ends.is_none_or(|new| new > end));
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

    pub fn settings(&self, actor: usize) -> Expect {
        if !self.users[actor].active {
            return no(401, "user_inactive");
        }
        if self.runs_it(actor) { yes(200) } else { forbidden() }
    }
}
