//! The steps of all stories, done: each is a request of whoever does it, at its time.

use std::collections::HashMap;

use leadroom::json;
use leadroom::time::{DAY, HOUR, Timestamp};
use serde_json::Value as Json;

use super::books::{BOOKS, Book};
use super::calendar::Calendar;
use super::cast::{CAST, INGRID, KEYS, ORGANIZATION, RENATE, TEAMS, Who};
use super::forms::{CONNECTED, FORMS, Form, rules, sources};
use super::story::{Act, Step, With};
use crate::Failure;
use crate::database::Database;
use crate::local::{Local, text};
use crate::random::Seeded;

/// How many days ago the organisation was set up: before the first record.
const SET_UP: i64 = 182;

/// Every how many days people look at what they were told.
const READ_EVERY: i64 = 2;

/// Something beside the records.
#[derive(Clone, Copy)]
enum Turn {
    Comes(Who),
    Goes(Who),
    Shares(&'static Book),
    /// Sources and rules are made.
    Connects,
    Sends(&'static Form),
}

#[derive(Default)]
struct Employee {
    id: String,
    key: String,
    key_id: String,
}

/// The organisation while it lives.
pub struct Life<'a> {
    local: Local<'a>,
    calendar: Calendar,
    employees: Vec<Employee>,
    teams: Vec<String>,
    collections: Vec<&'static str>,
    records: Vec<String>,
    shares: HashMap<(usize, With), String>,
    requests: HashMap<(usize, Who), String>,
    tasks: HashMap<usize, String>,
    /// Where the forms are delivered, by source.
    addresses: Vec<String>,
    /// What is still to happen beside the records, and when.
    ahead: Vec<(i64, Turn)>,
    /// The day up to which the queue has done its work.
    settled: i64,
}

impl<'a> Life<'a> {
    /// Sets the organisation up, with those who are there from the start. `collections` has each record's.
    pub fn begin(database: &'a Database, ids: &'a Seeded, calendar: Calendar, collections: Vec<&'static str>) -> Result<Self, Failure> {
        let local = Local::new(database, ids, calendar.ago(SET_UP) / DAY * DAY + 8 * 3_600_000);
        let owner = &CAST[INGRID];
        let answer = local.set_up(&json!({"organization": {"name": ORGANIZATION}, "owner": {"name": owner.name, "email": owner.email}}))?;
        let mut this = Self {
            local,
            calendar,
            employees: CAST.iter().map(|_| Employee::default()).collect(),
            teams: Vec::new(),
            records: vec![String::new(); collections.len()],
            collections,
            shares: HashMap::new(),
            requests: HashMap::new(),
            tasks: HashMap::new(),
            addresses: Vec::new(),
            ahead: BOOKS.iter().map(|book| (calendar.ago(book.days_ago), Turn::Shares(book))).collect(),
            settled: 0,
        };
        this.employees[INGRID] =
            Employee { id: text(&answer, "/user/id")?, key: text(&answer, "/api_key/secret")?, key_id: text(&answer, "/api_key/id")? };
        this.send(INGRID, "PATCH", "/v1/organization", &json!({"settings": {"pool": "agents", "multiple_assignment": true}}))?;
        for name in TEAMS {
            this.minutes(3);
            let team = this.send(INGRID, "POST", "/v1/teams", &json!({"name": name}))?;
            this.teams.push(text(&team, "/id")?);
        }
        for (who, player) in CAST.iter().enumerate().skip(1) {
            match player.hired {
                None => this.hire(who)?,
                Some(days) => this.ahead.push((calendar.ago(days), Turn::Comes(who))),
            }
            if let Some(days) = player.left {
                this.ahead.push((calendar.ago(days), Turn::Goes(who)));
            }
        }
        this.ahead.push((calendar.ago(CONNECTED), Turn::Connects));
        this.ahead.extend(FORMS.iter().map(|form| (calendar.now - form.hours_ago * HOUR, Turn::Sends(form))));
        this.ahead.sort_by_key(|(at, _)| *at);
        Ok(this)
    }

    fn send(&self, who: Who, method: &str, target: &str, body: &Json) -> Result<Json, Failure> {
        self.local.send(&self.employees[who].key, method, target, body)
    }

    fn minutes(&self, minutes: i64) {
        self.local.advance_to(self.local.now() + minutes * 60_000);
    }

    fn hire(&mut self, who: Who) -> Result<(), Failure> {
        self.minutes(4);
        let player = &CAST[who];
        let teams: Vec<&String> = player.teams.iter().map(|team| &self.teams[*team]).collect();
        let body = json!({"name": player.name, "email": player.email, "role": player.role, "team_ids": teams});
        let id = text(&self.send(INGRID, "POST", "/v1/users", &body)?, "/id")?;
        let key = self.send(INGRID, "POST", &format!("/v1/users/{id}/api_keys"), &json!({"name": "demo"}))?;
        self.employees[who] = Employee { key: text(&key, "/secret")?, key_id: text(&key, "/id")?, id };
        Ok(())
    }

    fn share_book(&self, book: &Book) -> Result<(), Failure> {
        let with = match book.with {
            With::Person(user) => json!({"type": "user", "id": self.employees[user].id}),
            With::Team(team) => json!({"type": "team", "id": self.teams[team]}),
            With::Everyone => json!({"type": "everyone"}),
        };
        let mut body = json!({"with": with, "kinds": book.kinds, "permissions": book.permissions, "reason": book.reason});
        if let Some(days) = book.days {
            body["expires_at"] = Timestamp(self.local.now() + days * DAY).to_text().into();
        }
        self.send(book.owner, "POST", "/v1/book_shares", &body).map(drop)
    }

    fn connect(&mut self) -> Result<(), Failure> {
        let people: Vec<String> = self.employees.iter().map(|employee| employee.id.clone()).collect();
        let mut ids = Vec::new();
        for source in sources(&people, &self.teams) {
            self.minutes(6);
            let made = self.send(RENATE, "POST", "/v1/sources", &source)?;
            ids.push(text(&made, "/id")?);
            let url = text(&made, "/capture_url")?;
            self.addresses.push(url.find("/v1/").map_or_else(String::new, |path| url[path..].to_owned()));
        }
        for rule in rules(&people, &self.teams, &ids) {
            self.minutes(9);
            self.send(RENATE, "POST", "/v1/rules", &rule)?;
        }
        Ok(())
    }

    /// What happens beside the records, and what the queue does, before `at`.
    fn pass(&mut self, at: i64) -> Result<(), Failure> {
        while let Some((when, turn)) = self.ahead.first().copied().filter(|(when, _)| *when <= at) {
            self.ahead.remove(0);
            self.local.advance_to(when);
            match turn {
                Turn::Comes(who) => self.hire(who)?,
                Turn::Goes(who) => {
                    self.send(INGRID, "PATCH", &format!("/v1/users/{}", self.employees[who].id), &json!({"active": false})).map(drop)?;
                }
                Turn::Shares(book) => self.share_book(book)?,
                Turn::Connects => self.connect()?,
                Turn::Sends(form) => {
                    let body: Json = serde_json::from_str(form.body)?;
                    self.local.send("", "POST", &self.addresses[form.source], &body).map(drop)?;
                }
            }
        }
        if at / DAY > self.settled {
            self.settled = at / DAY;
            self.local.settle()?;
            if self.settled % READ_EVERY == 0 && at < self.calendar.now - DAY {
                for who in 0..self.employees.len() {
                    // Who has left reads nothing any more.
                    let _ = self.send(who, "POST", "/v1/notifications/read", &json!({"all": true}));
                }
            }
        }
        Ok(())
    }

    /// Does one step.
    pub fn live(&mut self, step: &Step) -> Result<(), Failure> {
        self.pass(step.at)?;
        self.local.advance_to(step.at);
        let (who, record) = (step.who, step.record);
        let collection = format!("/v1/{}", self.collections[record]);
        let path = format!("{collection}/{}", self.records[record]);
        let id = |who: &Who| self.employees[*who].id.as_str();
        let share = |with: &With| self.shares.get(&(record, *with)).map(|id| format!("/v1/shares/{id}")).unwrap_or_default();
        let request = |who: Who| self.requests.get(&(record, who)).map(|id| format!("/v1/collaboration_requests/{id}")).unwrap_or_default();
        let (method, target, body) = match &step.act {
            Act::Create(body, owner) => {
                let mut body = body.clone();
                if *owner != Some(who) {
                    body["owner_id"] = owner.as_ref().map(id).into();
                }
                ("POST", collection, body)
            }
            Act::Edit(change) => ("PATCH", path, change.clone()),
            Act::Delete => ("DELETE", path, Json::Null),
            Act::Restore => ("POST", format!("{path}/restore"), Json::Null),
            Act::Convert(deal) => ("POST", format!("{path}/convert"), json!({"deal": deal})),
            Act::Claim => ("POST", format!("{path}/claim"), Json::Null),
            Act::Assign(to, terms) => {
                let mut body = terms.clone();
                body["owner_id"] = to.as_ref().map(id).into();
                ("POST", format!("{path}/assign"), body)
            }
            Act::Collaborator(user, level) => ("PUT", format!("{path}/collaborators/{}", id(user)), json!({"level": level})),
            Act::Remove(user) => ("DELETE", format!("{path}/collaborators/{}", id(user)), Json::Null),
            Act::Leave => ("DELETE", format!("{path}/collaborators/me"), Json::Null),
            Act::Join => ("PUT", format!("{path}/collaborators/me"), Json::Null),
            Act::Share(with, terms) => {
                let mut body = terms.clone();
                body["with"] = match with {
                    With::Person(user) => json!({"type": "user", "id": id(user)}),
                    With::Team(team) => json!({"type": "team", "id": self.teams[*team]}),
                    With::Everyone => json!({"type": "everyone"}),
                };
                ("POST", format!("{path}/shares"), body)
            }
            Act::ChangeShare(with, change) => ("PATCH", share(with), change.clone()),
            Act::EndShare(with) => ("DELETE", share(with), Json::Null),
            Act::Ask(ask) => ("POST", format!("{path}/collaboration_requests"), ask.clone()),
            Act::Approve(user, body) => ("POST", format!("{}/approve", request(*user)), body.clone()),
            Act::Deny(user, body) => ("POST", format!("{}/deny", request(*user)), body.clone()),
            Act::Cancel => ("POST", format!("{}/cancel", request(who)), Json::Null),
            Act::Note(text, to) => {
                let mentions: Vec<&str> = to.iter().map(id).collect();
                ("POST", format!("{path}/notes"), json!({"body": text, "mentions": mentions}))
            }
            Act::Talk(channel, direction, summary, body, minutes) => {
                let mut talk = json!({"channel": channel, "direction": direction, "summary": summary});
                if let Some(body) = body {
                    talk["body"] = body.as_str().into();
                }
                if let Some(minutes) = minutes {
                    talk["duration_s"] = (minutes * 60).into();
                }
                ("POST", format!("{path}/communications"), talk)
            }
            Act::Task(title, days) => {
                let due = Timestamp(self.local.now() + days * DAY).to_text();
                ("POST", format!("{path}/tasks"), json!({"title": title, "assignee_id": id(&who), "due_at": due}))
            }
            Act::Done => ("PATCH", format!("/v1/tasks/{}", self.tasks.get(&record).map_or("", String::as_str)), json!({"status": "done"})),
        };
        let answer = self.send(who, method, &target, &body).map_err(|failure| format!("{}: {failure}", CAST[who].name))?;
        match &step.act {
            Act::Create(..) => self.records[record] = text(&answer, "/id")?,
            Act::Share(with, _) => drop(self.shares.insert((record, *with), text(&answer, "/id")?)),
            Act::Ask(_) => drop(self.requests.insert((record, who), text(&answer, "/id")?)),
            Act::Task(..) => drop(self.tasks.insert(record, text(&answer, "/id")?)),
            _ => {}
        }
        Ok(())
    }

    /// The present: the queue is empty, and only the keys that are handed out are left.
    pub fn end(mut self) -> Result<Json, Failure> {
        self.pass(self.calendar.now)?;
        self.local.settle()?;
        for (who, employee) in self.employees.iter().enumerate() {
            if !KEYS.contains(&who) {
                self.send(INGRID, "DELETE", &format!("/v1/api_keys/{}", employee.key_id), &Json::Null)?;
            }
        }
        let people: Vec<Json> = KEYS
            .iter()
            .map(|who| {
                let (player, employee) = (&CAST[*who], &self.employees[*who]);
                json!({"name": player.name, "email": player.email, "role": player.role, "key": employee.key})
            })
            .collect();
        Ok(json!({"key": self.employees[INGRID].key, "people": people, "form": self.addresses[0]}))
    }
}
