//! What the contract allows an answer to be, operation by operation. Where two reasons to refuse hold at once, either may
//! be told.

use serde_json::Value as Json;

use crate::model::{Book, Grant, KINDS, LEVELS, Model, Record, Request, Set, Share, live};
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

/// Whether something is allowed, where the contract leaves room for both.
#[derive(Clone, Copy)]
enum Maybe {
    Yes,
    No,
    Open,
}

impl Maybe {
    fn of(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }

    /// What is answered where it would be `answer` to who may.
    fn then(self, answer: Expect) -> Expect {
        match self {
            Self::Yes => answer,
            Self::No => forbidden(),
            Self::Open => answer.or(403, ""),
        }
    }
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

    /// `assign_any`; the owner with `transfer_own`. Reading: a share that ticked `assign` too, and always within the ceiling. Whether
    /// the `assign` of somebody who sees everything is enough without `assign_any` is left open.
    fn may_assign(&self, actor: usize, record: &Record, mine: &Set) -> Maybe {
        let over = self.can(actor, "assign_any") && self.role_of(actor).ceiling.contains("assign");
        if !(over || mine.contains("assign")) {
            Maybe::No
        } else if self.can(actor, "assign_any") {
            Maybe::Yes
        } else if record.owner == Some(actor) {
            if self.can(actor, "transfer_own") { Maybe::Yes } else { Maybe::No }
        } else if self.can(actor, "view_all") {
            Maybe::Open
        } else {
            Maybe::Yes
        }
    }

    /// `share` on the record, and the capability: `share` for its owner, `reshare` for anyone else, which agents lack.
    fn may_share(&self, actor: usize, record: &Record, mine: &Set) -> bool {
        mine.contains("share") && self.can(actor, if record.owner == Some(actor) { "share" } else { "reshare" })
    }

    /// What is wrong with a recipient: not there, inactive, or in a role that cannot be given leads.
    fn recipient(&self, org: usize, user: usize, inactive: &'static str) -> Option<Expect> {
        if self.users[user].org != org {
            Some(no(422, ""))
        } else if !self.users[user].active {
            Some(no(422, inactive))
        } else if !self.holds_records(user) {
            Some(no(422, "recipient_without_lead_access"))
        } else {
            None
        }
    }

    pub fn create(&self, actor: usize, owner: &Whom, kind: usize, now: i64) -> Expect {
        if !self.users[actor].active {
            return no(401, "user_inactive");
        }
        let org = self.users[actor].org;
        let owner = match owner {
            Whom::Me => Some(actor),
            Whom::User(user) => Some(*user),
            Whom::Nobody => None,
        };
        let by_book = self.books.iter().any(|book| {
            // A role that cannot be given leads gets nothing of a book either.
            let there = live(book.ends, now) && book.create && book.kinds.contains(&kind) && self.holds_records(actor);
            owner == Some(book.owner) && there && self.reaches(&book.with, actor) && book.org == org
        });
        let allowed = self.can(actor, "create") && (owner == Some(actor) || self.can(actor, "assign_any") || by_book);
        let wrong = owner.and_then(|user| self.recipient(org, user, "assignee_inactive"));
        match (allowed, wrong) {
            (true, None) => yes(201),
            (true, Some(wrong)) => wrong,
            (false, None) => forbidden(),
            (false, Some(_)) => forbidden().or(422, ""),
        }
    }

    pub fn convert(&self, actor: usize, record: &Record, now: i64) -> Expect {
        if record.kind != 0 {
            return if self.users[actor].active { not_found() } else { no(401, "user_inactive") };
        }
        let mine = match self.gate(actor, record, now) {
            Ok(mine) => mine,
            Err(refused) => return refused,
        };
        let allowed = mine.contains("update") && self.can(actor, "create");
        match record.became.map(|contact| self.record(contact).is_some()) {
            Some(true) if allowed => no(409, "already_converted"),
            Some(true) => forbidden().or(409, "already_converted"),
            // What a lead became was emptied from the trash: whether it can be converted again is left open.
            Some(false) if allowed => yes(201).or(409, "already_converted"),
            _ if allowed => yes(201),
            _ => forbidden(),
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
        let wrong = to.and_then(|to| self.recipient(record.org, to, "assignee_inactive"));
        self.may_assign(actor, record, &mine).then(wrong.unwrap_or_else(|| yes(200)))
    }

    pub fn claim(&self, actor: usize, record: &Record, now: i64) -> Expect {
        match self.gate(actor, record, now) {
            Err(refused) => {
                let here = self.users[actor].active && self.users[actor].org == record.org && !record.deleted;
                // The losers of a claim, also when it has left their sight. What counts as one, long after, is left open.
                if here && record.was_pool && self.sees_pool(actor) { refused.or(409, "already_owned") } else { refused }
            }
            Ok(_) if !self.can(actor, "claim") => {
                if record.owner.is_some() {
                    forbidden().or(409, "already_owned")
                } else {
                    forbidden()
                }
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
        let allowed = if user == actor { self.may_join(actor, record, &mine) } else { Maybe::of(Self::manages(actor, record, &mine)) };
        allowed.then(self.new_collaborator(record, user, level, now))
    }

    fn new_collaborator(&self, record: &Record, user: usize, level: Option<&str>, now: i64) -> Expect {
        let settings = &self.settings[record.org];
        if self.users[user].org != record.org {
            return not_found();
        }
        let mut wrong = Vec::new();
        if let Some(refused) = self.recipient(record.org, user, "recipient_inactive") {
            wrong.extend(refused.0);
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
        if !Self::manages(actor, record, &mine) {
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
        self.may_join(actor, record, &mine).then(self.new_collaborator(record, actor, None, now))
    }

    /// `share` or ownership, whatever the owner's role allows.
    fn manages(actor: usize, record: &Record, mine: &Set) -> bool {
        mine.contains("share") || record.owner == Some(actor)
    }

    /// Whoever may assign it; its owner is told what they are.
    fn may_join(&self, actor: usize, record: &Record, mine: &Set) -> Maybe {
        if record.owner == Some(actor) { Maybe::Yes } else { self.may_assign(actor, record, mine) }
    }

    /// Leaving always works: also what lies in the trash, and what a role keeps out of sight.
    pub fn leave(&self, actor: usize, record: &Record, now: i64) -> Expect {
        if !self.users[actor].active {
            return no(401, "user_inactive");
        }
        match record.collaborators.iter().find(|one| one.user == actor) {
            Some(one) if live(one.until, now) => yes(204),
            // Leaving what one was in: done already, or not there.
            Some(_) if self.sees(actor, record, now) => yes(204).or(404, ""),
            _ => not_found(),
        }
    }

    /// From which of their grants somebody may share this, or what is wrong with it. `None`: it hangs on nothing.
    pub fn parents(&self, actor: usize, record: &Record, wanted: &Set, ends: Option<i64>, now: i64) -> Option<Vec<(Grant, Option<i64>)>> {
        if record.owner == Some(actor) || self.can(actor, "view_all") {
            return None;
        }
        let fits = |(_, most, end): &(Grant, Set, Option<i64>)| {
            wanted.is_subset(most) && ends.is_none_or(|ends| end.is_none_or(|end| ends <= end))
        };
        Some(self.passable(actor, record, now).into_iter().filter(fits).map(|(grant, _, end)| (grant, end)).collect())
    }

    pub fn new_share(&self, actor: usize, record: &Record, with: &With, wanted: &Set, ends: Option<i64>, now: i64) -> Expect {
        let mine = match self.gate(actor, record, now) {
            Ok(mine) => mine,
            Err(refused) => return refused,
        };
        if !self.may_share(actor, record, &mine) {
            return forbidden();
        }
        let refused = match with {
            // Nobody gives to themselves.
            With::User(user) if *user == actor => Some(no(403, "").or(409, "")),
            With::User(user) if record.owner == Some(*user) => Some(no(409, "already_owner")),
            With::User(user) => self.recipient(record.org, *user, "recipient_inactive"),
            With::Team(team) if self.teams[*team].org != record.org || self.teams[*team].gone => Some(no(422, "")),
            _ => None,
        };
        let too_much = self.parents(actor, record, wanted, ends, now).is_some_and(|all| all.is_empty());
        match (refused, too_much) {
            (Some(refused), true) => return refused.or(422, "validation_failed"),
            (Some(refused), false) => return refused,
            (None, true) => return no(422, "validation_failed"),
            (None, false) => {}
        }
        match record.shares.iter().find(|share| share.with == *with) {
            Some(share) if live(share.ends, now) => yes(200),
            // One that ran out: whether giving again makes or replaces is left open.
            Some(_) => yes(201).or(200, ""),
            None => yes(201),
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
        let mine = match self.gate(actor, record, now) {
            Ok(mine) => mine,
            // A giver keeps what they gave in sight; what they cannot see the record of, they end and do not change.
            Err(refused) => return refused,
        };
        if !self.may_share(actor, record, &mine) {
            return forbidden();
        }
        let wanted = permissions.unwrap_or(&share.permissions);
        let wider = !wanted.is_subset(&share.permissions);
        let longer = share.ends.is_some_and(|end| ends.is_none_or(|new| new > end));
        let own = share.with == With::User(actor) && (wider || longer);
        // Less of it is taken from nobody's grant.
        let more = wider || longer;
        let too_much = more && self.parents(actor, record, wanted, ends, now).is_some_and(|all| all.is_empty());
        match (own, too_much) {
            (true, true) => no(403, "own_grant").or(422, "validation_failed"),
            (true, false) => no(403, "own_grant"),
            (false, true) => no(422, "validation_failed"),
            (false, false) => yes(200),
        }
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
            Ok(mine) if self.may_share(actor, record, &mine) => yes(204),
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
        if !self.holds_records(actor) {
            return forbidden();
        }
        let wrong = level == "co_owner" && !settings.multiple_assignment;
        let mut answers = Vec::new();
        if self.has_level(actor, level, &mine) {
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
            _ => self.can(actor, "assign_any"),
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
        // Whoever has `assign_any` decides in an absent owner's place also where they do not see the record.
        let stands_in = self.decides(actor, record) && record.owner != Some(actor) && !record.deleted && !record.gone;
        match self.gate(actor, record, now) {
            Err(_) if stands_in => {}
            Err(refused) => return Err(refused),
            Ok(_) if !self.decides(actor, record) => return Err(forbidden()),
            Ok(_) => {}
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
        let wrong = self.recipient(self.records[request.record].org, request.requester, "recipient_inactive");
        match (more || over || co_owner, wrong) {
            (true, _) => no(422, ""),
            (false, Some(refused)) => refused,
            (false, None) => yes(200),
        }
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

    /// Nobody hands out, or manages somebody with, capabilities that they lack themselves.
    fn may_give(&self, actor: usize, capabilities: &Set) -> bool {
        capabilities.iter().all(|one| self.can(actor, one))
    }

    /// Changes to a person: their role and whether they are active, after the change. No such role: `None`.
    pub fn change_user(&self, actor: usize, user: usize, role: Option<usize>, active: bool) -> Expect {
        let (who, target) = (&self.users[actor], &self.users[user]);
        if !who.active {
            return no(401, "user_inactive");
        }
        if who.org != target.org {
            return if self.can(actor, "manage_people") { not_found() } else { not_found().or(403, "") };
        }
        let manages = self.can(actor, "manage_people") && self.may_give(actor, &self.role_of(user).capabilities);
        let owner = |role: usize| self.roles[role].built_in && self.roles[role].name == "owner";
        let touches_owner = owner(target.role) || role.is_some_and(owner);
        let other = role.filter(|role| *role != target.role);
        let gives = other.is_none_or(|role| self.may_give(actor, &self.roles[role].capabilities));
        if !manages || !gives || (touches_owner && !owner(who.role)) {
            return if role.is_none() { forbidden().or(422, "") } else { forbidden() };
        }
        let Some(role) = role else { return no(422, "validation_failed") };
        let owners = self.users.iter().filter(|one| one.org == target.org && one.active && owner(one.role)).count();
        let was = target.active && owner(target.role);
        if was && owners == 1 && !(active && owner(role)) { no(409, "last_owner") } else { yes(200) }
    }

    /// A role is made (`None`), or gets other capabilities.
    pub fn change_role(&self, actor: usize, role: Option<usize>, capabilities: &Set) -> Expect {
        if !self.users[actor].active {
            return no(401, "user_inactive");
        }
        let org = self.users[actor].org;
        let before = match role {
            Some(role) if self.roles[role].org != org || self.roles[role].gone => {
                return if self.can(actor, "manage_people") { not_found() } else { not_found().or(403, "") };
            }
            Some(role) if self.roles[role].built_in && self.can(actor, "manage_people") => return no(409, "built_in_role"),
            Some(role) => self.roles[role].capabilities.clone(),
            None => Set::new(),
        };
        let may = self.can(actor, "manage_people") && self.may_give(actor, &before) && self.may_give(actor, capabilities);
        if may { yes(if role.is_some() { 200 } else { 201 }) } else { forbidden() }
    }

    pub fn delete_role(&self, actor: usize, role: usize) -> Expect {
        let answer = self.change_role(actor, Some(role), &Set::new());
        if answer != yes(200) {
            return answer;
        }
        if self.users.iter().any(|user| user.role == role) { no(409, "role_in_use") } else { yes(204) }
    }

    /// May somebody share this person's book? Their own with `share`, anybody's with `assign_any`.
    fn may_share_book(&self, actor: usize, owner: usize) -> bool {
        self.can(actor, "assign_any") || (owner == actor && self.can(actor, "share"))
    }

    pub fn new_book(&self, actor: usize, owner: usize, with: &With, now: i64) -> Expect {
        if !self.users[actor].active {
            return no(401, "user_inactive");
        }
        let org = self.users[actor].org;
        if !self.may_share_book(actor, owner) {
            return if self.users[owner].org == org { forbidden() } else { forbidden().or(422, "") };
        }
        if self.users[owner].org != org {
            return no(422, "");
        }
        match with {
            With::User(user) if *user == owner && owner == actor => return no(409, "already_owner").or(403, "own_grant"),
            With::User(user) if *user == owner => return no(409, "already_owner"),
            With::User(user) if *user == actor => return no(403, "own_grant"),
            With::User(user) => {
                if let Some(refused) = self.recipient(org, *user, "recipient_inactive") {
                    return refused;
                }
            }
            With::Team(team) if self.teams[*team].org != org || self.teams[*team].gone => return no(422, ""),
            _ => {}
        }
        match self.books.iter().find(|book| book.owner == owner && book.with == *with) {
            Some(book) if live(book.ends, now) => yes(200),
            // One that ran out: whether giving again makes or replaces is left open.
            Some(_) => yes(201).or(200, ""),
            None => yes(201),
        }
    }

    /// Who knows of a book share: its owner, its giver, whoever it reaches, and whoever may assign anything.
    fn knows_book(&self, actor: usize, book: &Book, now: i64) -> Option<Expect> {
        if !self.users[actor].active {
            return Some(no(401, "user_inactive"));
        }
        let reached = self.reaches(&book.with, actor) && self.holds_records(actor);
        let knows = book.owner == actor || book.giver == actor || self.can(actor, "assign_any") || reached;
        if self.users[actor].org != book.org || !knows {
            return Some(not_found());
        }
        // Whether one that ran out is still known to whom it reached is left open.
        let _ = now;
        None
    }

    /// `after`: its terms after the change.
    pub fn change_book(&self, actor: usize, book: &Book, after: &Book, now: i64) -> Expect {
        if let Some(refused) = self.knows_book(actor, book, now) {
            return refused;
        }
        if !self.may_share_book(actor, book.owner) {
            return forbidden();
        }
        let wider = !after.permissions.is_subset(&book.permissions)
            || (after.create && !book.create)
            || after.kinds.iter().any(|kind| *kind < KINDS.len() && !book.kinds.contains(kind));
        let longer = book.ends.is_some_and(|end| after.ends.is_none_or(|new| new > end));
        if book.with == With::User(actor) && (wider || longer) { no(403, "own_grant") } else { yes(200) }
    }

    pub fn end_book(&self, actor: usize, book: &Book, now: i64) -> Expect {
        if let Some(refused) = self.knows_book(actor, book, now) {
            return refused;
        }
        let own = book.owner == actor || book.giver == actor || book.with == With::User(actor);
        if own || self.may_share_book(actor, book.owner) { yes(204) } else { forbidden() }
    }

    pub fn new_team(&self, actor: usize) -> Expect {
        if !self.users[actor].active {
            return no(401, "user_inactive");
        }
        if self.can(actor, "manage_people") { yes(201) } else { forbidden() }
    }

    pub fn change_team(&self, actor: usize, team: usize, user: usize) -> Expect {
        let (who, group) = (&self.users[actor], &self.teams[team]);
        if !who.active {
            return no(401, "user_inactive");
        }
        let known = who.org == group.org && !group.gone && self.users[user].org == who.org;
        match (self.can(actor, "manage_people"), known) {
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
        if self.only_through(team, now) == (0, 0) { answer } else { no(409, "team_in_use") }
    }

    pub fn settings(&self, actor: usize) -> Expect {
        if !self.users[actor].active {
            return no(401, "user_inactive");
        }
        if self.can(actor, "manage_settings") { yes(200) } else { forbidden() }
    }
}
