//! Who may do what with a lead, as a table that a salesperson can read: made through the API, compared with
//! `tests/golden/matrix.txt`. `UPDATE_GOLDEN=1` writes it anew; then read what changed.

mod support;

use std::cell::RefCell;

use serde_json::{Value as Json, json};
use support::{Answer, App, User};

const ROLES: [&str; 5] = ["owner", "admin", "agent", "assistant", "auditor"];
const PERMISSIONS: [&str; 8] = ["read", "update", "delete", "share", "assign", "note", "task", "communicate"];
const ACTIONS: [&str; 12] = [
    "look",
    "edit",
    "delete",
    "restore",
    "add someone",
    "share it",
    "hand over",
    "claim",
    "join",
    "ask to join",
    "ask, unrevealed",
    "leave",
];

/// How somebody stands to a lead, in the words of the table.
const RELATIONS: [&str; 18] = [
    "owns it",
    "is co-owner of it",
    "is collaborator",
    "is collaborator, viewer level",
    "got a share: read",
    "got a share: update",
    "got a share: everything",
    "is in a team it is shared with: update",
    "it is shared with everyone: read",
    "got the owner's book: note",
    "got the owner's book, of deals only",
    "nobody owns it, pool: admins",
    "nobody owns it, pool: agents",
    "has nothing to do with it",
    "was collaborator until a second ago",
    "it is another organisation's",
    "owns it, it is in the trash",
    "is collaborator, it is in the trash",
];

const LEGEND: &str = "\
Who may do what with a lead.

Permissions, as the lead's own `permissions` says: x has it, . lacks it.
What happens when they try:
  yes     it is done
  no      they are told what they lack and whom to ask
  hidden  as if the lead did not exist
  other words are the reason why it cannot be done to this lead
`ask, unrevealed` is asking to join where the organisation keeps secret what exists.

Besides the roles that come with Leadroom there are two that an organisation might make:
  assistant  what an agent may, and never delete
  auditor    sees everything, and does nothing
";

struct Scene {
    app: App,
    founder: User,
    /// One person of each role.
    people: Vec<User>,
    bob: User,
    cara: User,
    team: Vec<String>,
    stranger: User,
    /// The shares of Bob's book that stand.
    books: RefCell<Vec<String>>,
}

impl Scene {
    fn new() -> Self {
        let app = App::default();
        let founder = app.organization("Acme");
        for (name, capabilities, most) in [
            (
                "assistant",
                &["create", "claim", "transfer_own", "share"][..],
                &["update", "share", "assign", "note", "task", "communicate"][..],
            ),
            ("auditor", &["view_all"], &["read"]),
        ] {
            app.post(&founder, "/v1/roles", json!({"name": name, "capabilities": capabilities, "record_permissions": most})).expect(201);
        }
        let people: Vec<User> = ROLES.iter().map(|role| app.person(&founder, &format!("The {role}"), role)).collect();
        let (bob, cara) = (app.person(&founder, "Bob Best", "agent"), app.person(&founder, "Cara Cole", "agent"));
        let team = people.iter().enumerate().map(|(index, one)| app.team(&founder, &format!("Team {index}"), &[one])).collect();
        let stranger = app.organization("Other");
        app.patch(&founder, "/v1/organization", json!({"settings": {"multiple_assignment": true}})).expect(200);
        Self { app, founder, people, bob, cara, team, stranger, books: RefCell::default() }
    }

    fn pool(&self, word: &str) {
        self.app.patch(&self.founder, "/v1/organization", json!({"settings": {"pool": word}})).expect(200);
    }

    /// A new lead to which the person of `role` stands as `relation` says.
    fn lead(&self, role: usize, relation: &str) -> String {
        let (app, who) = (&self.app, &self.people[role]);
        self.pool("admins");
        let add = |lead: &str, level: &str| {
            app.put(&self.bob, &format!("/v1/leads/{lead}/collaborators/{}", who.id), json!({"level": level})).expect(201);
        };
        let share = |lead: &str, with: Json, permissions: &[&str]| {
            app.post(&self.bob, &format!("/v1/leads/{lead}/shares"), json!({"with": with, "permissions": permissions})).expect(201);
        };
        let trash = |lead: &str, by: &User| {
            app.delete(by, &format!("/v1/leads/{lead}")).expect(204);
        };
        let by = match relation {
            "it is another organisation's" => &self.stranger,
            _ => &self.bob,
        };
        let body = if relation.starts_with("nobody") { json!({"name": "A lead", "owner_id": null}) } else { json!({"name": "A lead"}) };
        let by = if relation.starts_with("nobody") { &self.founder } else { by };
        let lead = app.post(by, "/v1/leads", body).expect(201).id();
        let me = json!({"type": "user", "id": who.id});
        let book = |kinds: &[&str]| {
            let body = json!({"with": me, "kinds": kinds, "permissions": ["note"]});
            let id = app.post(&self.bob, "/v1/book_shares", body).expect(201).id();
            self.books.borrow_mut().push(id);
        };
        for book in self.books.take() {
            app.delete(&self.bob, &format!("/v1/book_shares/{book}")).expect(204);
        }
        if relation.starts_with("owns it") {
            let body = json!({"owner_id": who.id, "keep_previous_owner": "none"});
            app.post(&self.founder, &format!("/v1/leads/{lead}/assign"), body).expect(200);
        }
        match relation {
            "is co-owner of it" => add(&lead, "co_owner"),
            "is collaborator" => add(&lead, "collaborator"),
            "is collaborator, viewer level" => add(&lead, "viewer"),
            "got a share: read" => share(&lead, me, &["read"]),
            "got a share: update" => share(&lead, me, &["update"]),
            "got a share: everything" => share(&lead, me, &PERMISSIONS),
            "is in a team it is shared with: update" => share(&lead, json!({"type": "team", "id": self.team[role]}), &["update"]),
            "it is shared with everyone: read" => share(&lead, json!({"type": "everyone"}), &["read"]),
            "nobody owns it, pool: agents" => self.pool("agents"),
            "was collaborator until a second ago" => {
                add(&lead, "collaborator");
                app.delete(&self.bob, &format!("/v1/leads/{lead}/collaborators/{}", who.id)).expect(204);
                app.pass(1000);
            }
            "got the owner's book: note" => book(&["lead"]),
            "got the owner's book, of deals only" => book(&["deal", "contact"]),
            "owns it, it is in the trash" => trash(&lead, &self.founder),
            "is collaborator, it is in the trash" => {
                add(&lead, "collaborator");
                trash(&lead, &self.bob);
            }
            _ => {}
        }
        lead
    }

    fn attempt(&self, role: usize, lead: &str, action: &str) -> Answer {
        let (app, who) = (&self.app, &self.people[role]);
        let path = format!("/v1/leads/{lead}");
        match action {
            "look" => app.get(who, &path),
            "edit" => app.patch(who, &path, json!({"title": "CEO"})),
            "delete" => app.delete(who, &path),
            "restore" => app.post(who, &format!("{path}/restore"), json!({})),
            "add someone" => app.put(who, &format!("{path}/collaborators/{}", self.cara.id), json!({})),
            "share it" => {
                let with = json!({"type": "user", "id": self.cara.id});
                app.post(who, &format!("{path}/shares"), json!({"with": with, "permissions": ["read"]}))
            }
            "hand over" => app.post(who, &format!("{path}/assign"), json!({"owner_id": self.cara.id})),
            "claim" => app.post(who, &format!("{path}/claim"), json!({})),
            "join" => app.put(who, &format!("{path}/collaborators/me"), json!({})),
            "ask to join" => app.post(who, &format!("{path}/collaboration_requests"), json!({})),
            "ask, unrevealed" => {
                let reveal = |word: bool| {
                    app.patch(&self.founder, "/v1/organization", json!({"settings": {"reveal_existence": word}})).expect(200);
                };
                reveal(false);
                let answer = app.post(who, &format!("{path}/collaboration_requests"), json!({}));
                reveal(true);
                answer
            }
            "leave" => app.delete(who, &format!("{path}/collaborators/me")),
            _ => unreachable!("no such action: {action}"),
        }
    }
}

fn outcome(action: &str, answer: &Answer) -> String {
    match (answer.status, answer.body["code"].as_str().unwrap_or_default()) {
        (200..=299, _) => "yes".to_owned(),
        (403, _) => "no".to_owned(),
        // Not the lead is missing but what they would leave.
        (404, _) if action == "leave" => "not in it".to_owned(),
        (404, _) => "hidden".to_owned(),
        (409, code) => code.strip_prefix("record_").map_or_else(|| code.replace('_', " "), |_| "in trash".to_owned()),
        (status, code) => format!("{status} {code}"),
    }
}

fn rows(scene: &Scene, role: usize) -> Vec<Vec<String>> {
    let mut rows = vec![vec![format!("A person with the role {}", ROLES[role].to_uppercase())]];
    rows[0].extend(PERMISSIONS.into_iter().chain(ACTIONS).map(str::to_owned));
    for relation in RELATIONS {
        let mut row = vec![format!("  {relation}")];
        let lead = scene.lead(role, relation);
        let seen = scene.attempt(role, &lead, "look");
        let has = |permission: &str| seen.body["permissions"].as_array().is_some_and(|all| all.contains(&json!(permission)));
        row.extend(PERMISSIONS.map(|permission| if has(permission) { "x" } else { "." }.to_owned()));
        for action in ACTIONS {
            // Each on a lead of its own: what is done changes what may be done.
            let lead = scene.lead(role, relation);
            let visible = scene.attempt(role, &lead, "look").status == 200;
            let answer = scene.attempt(role, &lead, action);
            row.push(outcome(if visible { action } else { "" }, &answer));
        }
        rows.push(row);
    }
    rows
}

fn table() -> String {
    let scene = Scene::new();
    let roles: Vec<Vec<Vec<String>>> = (0..ROLES.len()).map(|role| rows(&scene, role)).collect();
    let columns = roles[0][0].len();
    let widths: Vec<usize> =
        (0..columns).map(|column| roles.iter().flatten().map(|row| row[column].chars().count()).max().unwrap_or_default()).collect();
    let mut text = LEGEND.to_owned();
    for role in roles {
        text.push('\n');
        for row in role {
            let cells: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}")).collect();
            text.push_str(cells.join("  ").trim_end());
            text.push('\n');
        }
    }
    text
}

#[test]
fn every_role_may_do_with_a_lead_what_the_matrix_says() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/matrix.txt");
    let now = table();
    if std::env::var("UPDATE_GOLDEN").is_ok_and(|word| word == "1") {
        std::fs::write(file, &now).unwrap();
    }
    let golden = std::fs::read_to_string(file).unwrap_or_default();
    for (line, (was, is)) in golden.lines().zip(now.lines()).enumerate() {
        assert_eq!(was, is, "line {} of tests/golden/matrix.txt", line + 1);
    }
    assert_eq!(golden, now, "tests/golden/matrix.txt: UPDATE_GOLDEN=1 writes it anew");
}
