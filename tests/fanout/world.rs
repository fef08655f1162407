//! Who hears of what, by the rules as they are written down: read table by table, worked out one after the other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::support::App;

/// What goes before the rest where one act gives several reasons.
const ORDER: &[&str] = &[
    "assigned",
    "task_assigned",
    "mentioned",
    "unassigned",
    "request_decided",
    "collaborator_added",
    "collaborator_removed",
    "shared",
    "share_ended",
    "request_received",
    "task_due",
    "lead_captured",
    "note_added",
    "communication_added",
    "status_changed",
    "lead_updated",
];
/// What whoever said nothing else gets no mail of.
const QUIET: &[&str] = &["collaborator_removed", "share_ended", "note_added", "communication_added", "status_changed", "lead_updated"];
const ACTIVITY: &[&str] = &["lead_captured", "note_added", "communication_added", "status_changed", "lead_updated"];
const BLIND: &[&str] = &["unassigned", "collaborator_removed", "share_ended", "request_decided", "request_received"];

/// Rows of a query as JSON.
pub fn rows(app: &App, sql: &str) -> Vec<Json> {
    app.db.ask(sql).iter().map(|row| serde_json::from_str(row).unwrap_or_else(|_| panic!("{row}"))).collect()
}

pub fn text(value: &Json) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Everything that decides who hears of what.
pub struct World {
    now: i64,
    users: Vec<Json>,
    records: Vec<Json>,
    access: Vec<Json>,
    members: BTreeSet<(String, String)>,
    former: BTreeSet<(String, String)>,
    books: Vec<Json>,
    wishes: BTreeSet<(String, String, String)>,
    preferences: BTreeMap<(String, String), (bool, String)>,
}

impl World {
    pub fn read(app: &App) -> Self {
        let pairs = |sql: &str| rows(app, sql).iter().map(|row| (text(&row[0]), text(&row[1]))).collect();
        Self {
            now: app.now.get(),
            users: rows(
                app,
                "SELECT json_array(u.id, u.org_id, u.active, r.capabilities, r.ceiling) FROM user u JOIN role r ON r.id = u.role_id",
            ),
            records: rows(app, "SELECT json_array(id, org_id, owner_id, deleted_at IS NOT NULL, kind) FROM record"),
            access: rows(app, "SELECT json_array(record_id, principal, expires_at) FROM access"),
            members: pairs("SELECT json_array(team_id, user_id) FROM team_member"),
            former: pairs("SELECT json_array(team_id, user_id) FROM former_member"),
            books: rows(app, "SELECT json_array(owner_id, principal, kinds, expires_at) FROM book_share"),
            wishes: rows(app, "SELECT json_array(record_id, what, user_id) FROM watch")
                .iter()
                .map(|row| (text(&row[0]), text(&row[1]), text(&row[2])))
                .collect(),
            preferences: rows(app, "SELECT json_array(user_id, type, in_app, email) FROM preference")
                .iter()
                .map(|row| ((text(&row[0]), text(&row[1])), (row[2] == 1, text(&row[3]))))
                .collect(),
        }
    }

    fn lasts(&self, end: &Json) -> bool {
        end.as_i64().is_none_or(|end| end > self.now)
    }

    fn record(&self, id: &str) -> &Json {
        self.records.iter().find(|record| record[0] == id).unwrap()
    }

    pub fn active(&self, user: &str) -> bool {
        self.users.iter().any(|one| one[0] == user && one[2] == 1)
    }

    /// Whether a person may see a record now, by the rules as they are written down, one after the other.
    pub fn sees(&self, user: &str, record: &str) -> bool {
        let (user, record) = (self.users.iter().find(|one| one[0] == user).unwrap(), self.record(record));
        let (id, capabilities) = (text(&user[0]), user[3].as_i64().unwrap());
        if user[1] != record[1] || user[2] != 1 || user[4].as_i64().unwrap() & 1 == 0 {
            return false;
        }
        if capabilities & 1 != 0 {
            return true;
        }
        if record[3] == 1 {
            return record[2] == user[0];
        }
        let is_me = |principal: &str| {
            let (kind, whose) = principal.split_once(':').unwrap();
            match kind {
                "team" => self.members.contains(&(whose.to_owned(), id.clone())),
                "org" => user[1] == whose,
                _ => whose == id,
            }
        };
        self.access.iter().filter(|row| row[0] == record[0] && self.lasts(&row[2])).any(|row| {
            let principal = text(&row[1]);
            let (kind, whose) = principal.split_once(':').unwrap();
            match kind {
                "pool" => capabilities & 2 != 0,
                "book" => {
                    let kind = match record[4].as_str().unwrap() {
                        "lead" => 1,
                        "contact" => 2,
                        _ => 4,
                    };
                    whose == id
                        || self.books.iter().any(|book| {
                            book[0] == whose
                                && book[2].as_i64().unwrap() & kind != 0
                                && self.lasts(&book[3])
                                && is_me(book[1].as_str().unwrap())
                        })
                }
                _ => is_me(&principal),
            }
        })
    }

    /// For what an event calls whom: `(type, person)`.
    fn called(&self, record: &str, what: &str, data: &Json, by_source: bool) -> Vec<(&'static str, String)> {
        let row = self.record(record);
        let owner: Vec<String> = row[2].as_str().filter(|owner| self.active(owner)).map(str::to_owned).into_iter().collect();
        let admins = self.users.iter().filter(|user| user[1] == row[1] && user[3].as_i64().unwrap() & 8 != 0).map(|user| text(&user[0]));
        let keepers: Vec<String> = if owner.is_empty() { admins.collect() } else { owner.clone() };
        let collaborators = self
            .access
            .iter()
            .filter(|one| one[0] == record && self.lasts(&one[2]))
            .filter_map(|one| one[1].as_str()?.strip_prefix("collab:").map(str::to_owned));
        let watchers = self.wishes.iter().filter(|(on, what, _)| on == record && what == "watch").map(|(_, _, user)| user.clone());
        let workers: Vec<String> = owner.iter().cloned().chain(collaborators).chain(watchers).collect();
        let all = |kind: &'static str, people: &[String]| people.iter().map(|user| (kind, user.clone())).collect::<Vec<_>>();
        let one = |kind: &'static str, person: &Json| person["id"].as_str().map(|id| (kind, id.to_owned())).into_iter().collect::<Vec<_>>();
        let shared = |kind: &'static str| -> Vec<(&'static str, String)> {
            let id = text(&data["with"]["id"]);
            let people: Vec<String> = match data["with"]["type"].as_str().unwrap() {
                "user" => vec![id],
                "team" => self.members.iter().chain(&self.former).filter(|(team, _)| *team == id).map(|(_, user)| user.clone()).collect(),
                _ => self.users.iter().filter(|user| user[1] == row[1]).map(|user| text(&user[0])).collect(),
            };
            all(kind, &people)
        };
        let mentions: Vec<String> = data["mentions"].as_array().into_iter().flatten().map(text).collect();
        match what {
            "created" if !by_source => one("assigned", &data["owner"]),
            "updated" | "converted" => all(if data["changes"]["status"].is_null() { "lead_updated" } else { "status_changed" }, &workers),
            "assigned" => [one("assigned", &data["to"]), one("unassigned", &data["from"]), all("lead_updated", &workers)].concat(),
            "claimed" => [one("assigned", &data["to"]), all("lead_updated", &workers)].concat(),
            "collaborator_added" => [one("collaborator_added", &data["user"]), all("lead_updated", &owner)].concat(),
            "collaborator_changed" => one("collaborator_added", &data["user"]),
            "collaborator_removed" if data["cause"] != "became_owner" => {
                [one("collaborator_removed", &data["user"]), all("lead_updated", &owner)].concat()
            }
            "shared" | "share_changed" => shared("shared"),
            "share_ended" => shared("share_ended"),
            "request_created" => all("request_received", &keepers),
            "request_approved" | "request_denied" | "request_expired" => one("request_decided", &data["requester"]),
            "request_superseded" => one("superseded", &data["requester"]),
            "note_added" => [all("mentioned", &mentions), all("note_added", &workers)].concat(),
            "note_changed" => all("mentioned", &mentions),
            "task_added" => one("task_assigned", &data["assignee"]),
            "communication_added" => all("communication_added", &workers),
            "deleted" | "restored" => all("lead_updated", &workers),
            _ => Vec::new(),
        }
    }

    /// How somebody wants to hear of such: in the feed, and by mail.
    fn wish(&self, user: &str, kind: &str) -> (bool, &str) {
        let quiet = if QUIET.contains(&kind) { "off" } else { "instant" };
        let wish = self.preferences.get(&(user.to_owned(), kind.to_owned()));
        wish.map_or((true, quiet), |(in_app, email)| (*in_app, email.as_str()))
    }

    /// Whether somebody may hear of such on a record now, and is not deaf to it.
    fn may_hear(&self, user: &str, kind: &str, record: &str) -> bool {
        let muted = ACTIVITY.contains(&kind) && self.wishes.contains(&(record.to_owned(), "mute".to_owned(), user.to_owned()));
        self.active(user) && !muted && (BLIND.contains(&kind) || self.sees(user, record))
    }

    /// Whether a letter may still tell somebody of it now; what is about no record is about them.
    pub fn may_be_mailed(&self, user: &str, kind: &str, record: Option<&str>) -> bool {
        self.wish(user, kind).1 != "off" && record.map_or(self.active(user), |record| self.may_hear(user, kind, record))
    }

    /// Whether somebody may have webhooks now.
    pub fn may_manage(&self, user: &str) -> bool {
        self.users.iter().any(|one| one[0] == user && one[2] == 1 && one[3].as_i64().unwrap() & 8192 != 0)
    }

    /// Whom these events (`[record, seq, act, type, actor, by a source, data, notify, bulk]`) reach now: the person and what it comes
    /// of, with the type and about how many records it is.
    pub fn reached(&self, events: &[Json]) -> BTreeMap<(String, String), (String, i64)> {
        let mut acts: BTreeMap<(String, String, String), Vec<&'static str>> = BTreeMap::new();
        for event in events.iter().filter(|event| event[7] == 1) {
            let (record, actor) = (text(&event[0]), text(&event[4]));
            let source = event[8].as_str().map_or_else(|| format!("{record}:{}", event[2]), |bulk| format!("bulk:{bulk}"));
            for (kind, user) in self.called(&record, event[3].as_str().unwrap(), &event[6], event[5] == 1) {
                let kind_known = if kind == "superseded" { "request_decided" } else { kind };
                let wanted = if event[8].is_null() { kind_known } else { "bulk_summary" };
                let (in_app, email) = self.wish(&user, wanted);
                if user != actor && self.may_hear(&user, kind_known, &record) && (in_app || email != "off") {
                    acts.entry((source.clone(), user, record.clone())).or_default().push(kind);
                }
            }
        }
        let mut told: BTreeMap<(String, String), (String, i64)> = BTreeMap::new();
        for ((source, user, _), mut kinds) in acts {
            kinds.sort_by_key(|kind| ORDER.iter().position(|one| one == kind).unwrap_or(usize::MAX));
            let kind = if kinds[0] == "superseded" { "request_decided" } else { kinds[0] };
            let kind = if source.starts_with("bulk:") { "bulk_summary" } else { kind };
            let entry = told.entry((source, user)).or_insert_with(|| (kind.to_owned(), 0));
            entry.1 += 1;
        }
        told
    }
}
