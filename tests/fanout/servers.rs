//! Other people's servers that fail: a mail provider and a receiver of webhooks, and what must hold of what reaches them.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use leadroom::flow::mail::{Letter, MailFailure};
use leadroom::flow::{Incoming, Outgoing};
use leadroom::job::Job;
use serde_json::{Value as Json, json};

use super::support::{App, Seeded, User};
use super::world::{World, rows, text};

const HOOK: &str = "https://hooks.example.com/";
/// What an event is called outside, after the kind of its record where it begins with a dot.
const WORDS: &[(&str, &[&str])] = &[
    (".created", &["created"]),
    (".updated", &["updated"]),
    (".assigned", &["assigned", "claimed"]),
    (".deleted", &["deleted"]),
    (".restored", &["restored"]),
    ("collaborator.added", &["collaborator_added"]),
    ("collaborator.removed", &["collaborator_removed"]),
    ("share.created", &["shared"]),
    ("share.changed", &["share_changed"]),
    ("share.ended", &["share_ended"]),
    ("collaboration_request.created", &["request_created"]),
    ("collaboration_request.decided", &["request_approved", "request_denied", "request_canceled", "request_expired", "request_superseded"]),
    ("note.added", &["note_added"]),
    ("task.added", &["task_added"]),
    ("communication.added", &["communication_added"]),
];

/// A server that may take something and lose the answer. Whoever honours ids takes each once.
#[derive(Default)]
struct Server {
    /// What it took, by the id: from whom or for whom, and what.
    took: RefCell<BTreeMap<String, (String, String)>>,
    /// What came since it was last looked at: the id, from whom or for whom, and what.
    came: RefCell<Vec<(String, String, String)>>,
}

impl Server {
    /// Takes it or not, by chance; whether the answer says so.
    fn hears(&self, id: &str, whose: &str, what: &str, mood: Mood) -> Mood {
        self.came.borrow_mut().push((id.to_owned(), whose.to_owned(), what.to_owned()));
        if matches!(mood, Mood::Takes | Mood::TakesAndFails) {
            let mut took = self.took.borrow_mut();
            let known = took.entry(id.to_owned()).or_insert_with(|| (whose.to_owned(), what.to_owned()));
            assert_eq!(known.0, whose, "an id came for two");
        }
        mood
    }
}

#[derive(Clone, Copy)]
enum Mood {
    Takes,
    /// It has it, and answers 500 or nothing.
    TakesAndFails,
    Fails,
    TooMany,
    Silent,
}

/// The servers of a plan.
pub struct Servers {
    mails: Server,
    hooks: Server,
    /// What each webhook is called, and as whom it acts.
    webhooks: Vec<(String, String)>,
    chance: Seeded,
    calm: Cell<bool>,
    /// How often something went wrong.
    pub failed: Cell<usize>,
}

impl Servers {
    /// Servers in the place of the app's, which `makers` have everything sent to that happens from now on.
    pub fn new(app: &App, seed: u64, makers: &[&User]) -> Rc<Self> {
        let name = |user: &User| (format!("{HOOK}{}", user.id), user.id.clone());
        let this = Rc::new(Self {
            mails: Server::default(),
            hooks: Server::default(),
            webhooks: makers.iter().map(|user| name(user)).collect(),
            chance: Seeded::new(seed ^ 0xfa11),
            calm: Cell::new(false),
            failed: Cell::new(0),
        });
        let mails = Rc::clone(&this);
        *app.post.borrow_mut() = Box::new(move |letter| mails.mail(letter));
        let hooks = Rc::clone(&this);
        *app.server.borrow_mut() = Box::new(move |request| hooks.hook(request));
        for (maker, (url, _)) in makers.iter().zip(&this.webhooks) {
            app.post(maker, "/v1/webhooks", json!({"url": url, "events": ["*"]})).expect(201);
        }
        this
    }

    /// From now on nothing fails.
    pub fn calm(&self) {
        self.calm.set(true);
    }

    fn mood(&self) -> Mood {
        if self.calm.get() {
            return Mood::Takes;
        }
        let mood =
            *self.chance.pick(&[Mood::Takes, Mood::Takes, Mood::Takes, Mood::TakesAndFails, Mood::Fails, Mood::TooMany, Mood::Silent]);
        self.failed.set(self.failed.get() + usize::from(!matches!(mood, Mood::Takes)));
        mood
    }

    fn mail(&self, letter: &Letter) -> Result<(), MailFailure> {
        let later = |cause: &str| Err(MailFailure::Later(cause.to_owned()));
        match self.mails.hears(&letter.id, &letter.to, &letter.subject, self.mood()) {
            Mood::Takes => Ok(()),
            Mood::TakesAndFails | Mood::Silent => later("no answer"),
            Mood::Fails => later("500"),
            Mood::TooMany => later("429"),
        }
    }

    fn hook(&self, request: &Outgoing) -> Result<Incoming, String> {
        let reply = |status, body: String| Ok(Incoming { status, headers: Vec::new(), body: body.into_bytes() });
        if request.url.starts_with("https://dns.test/query?name=hooks.example.com") {
            return reply(200, json!({"Status": 0, "Answer": [{"type": 1, "data": "93.184.216.34"}]}).to_string());
        }
        let id = request.headers.iter().find(|(name, _)| *name == "webhook-id").map(|(_, id)| id.clone()).unwrap();
        match self.hooks.hears(&id, &request.url, &request.body, self.mood()) {
            Mood::Takes => reply(204, String::new()),
            Mood::TakesAndFails | Mood::Silent => Err("no answer".to_owned()),
            Mood::Fails => reply(500, String::new()),
            Mood::TooMany => reply(429, String::new()),
        }
    }

    /// What came while `job` was done in this `world` was for nobody who might not have it, and said all that was wanted.
    pub fn check(&self, app: &App, world: &World, job: &Job) {
        for (id, url, body) in self.hooks.came.take() {
            let maker = &self.webhooks.iter().find(|(known, _)| *known == url).unwrap().1;
            let body: Json = serde_json::from_str(&body).unwrap();
            let sees = match body["data"]["record_id"].as_str() {
                Some(record) => world.sees(maker, record),
                // Of jobs hears who sees everything: the others make none.
                None => body["type"] == "job.finished" && *maker == self.webhooks[0].1,
            };
            assert!(world.may_manage(maker) && sees, "{id} to {url}: {body}");
        }
        let came = self.mails.came.take();
        let Job::Mail { mail } = job else { return assert!(came.is_empty(), "{came:?} of {job:?}") };
        let lines = rows(
            app,
            &format!(
                "SELECT json_array(n.user_id, n.type, n.record_id, u.email) FROM notification n JOIN user u ON u.id = n.user_id WHERE n.mail_id = '{mail}'"
            ),
        );
        let wanted = lines.iter().filter(|line| world.may_be_mailed(&text(&line[0]), &text(&line[1]), line[2].as_str())).count();
        let status = text(&rows(app, &format!("SELECT json_array(status) FROM mail WHERE id = '{mail}'"))[0][0]);
        match came.as_slice() {
            [] => assert!(status != "needless" || wanted == 0, "{mail} is needless, and tells of {wanted}: {lines:?}"),
            [(id, to, subject)] => {
                assert!(*id == mail.to_string() && wanted > 0 && lines[0][3] == *to, "{id} to {to}: {lines:?}");
                let told = subject.split_once(" updates").map_or(1, |(number, _)| number.parse().unwrap());
                assert_eq!(told, wanted, "{subject} of {lines:?}");
            }
            twice => panic!("a message sent {twice:?}"),
        }
    }

    /// When the dust has settled, all that was wanted was taken, each once, and nothing waits.
    pub fn settled(&self, app: &App) -> usize {
        let none = |what: &str, sql: &str| assert_eq!(app.db.ask(sql), Vec::<String>::new(), "{what}");
        none("a letter waits", "SELECT id FROM mail WHERE status NOT IN ('sent', 'needless')");
        none("somebody waits for mail", "SELECT id FROM notification WHERE email <> 'off' AND mailed_at IS NULL");
        none("a webhook waits", "SELECT id FROM webhook_delivery WHERE status NOT IN ('delivered', 'dropped')");
        none("something is dead", "SELECT job FROM dead_letter");
        let (mails, hooks) = (self.mails.took.borrow(), self.hooks.took.borrow());
        for id in app.db.ask("SELECT id FROM mail WHERE status = 'sent'") {
            assert!(mails.contains_key(&id), "{id} was never taken");
        }
        let delivered = app.db.ask("SELECT id FROM webhook_delivery WHERE status = 'delivered'");
        assert!(delivered.iter().all(|id| hooks.contains_key(id)), "a webhook was never taken");
        // The first maker sees everything: everything that happened came, once.
        let mut came: Vec<String> = hooks.values().filter(|(url, _)| *url == self.webhooks[0].0).map(|(_, body)| body.clone()).collect();
        let since = "SELECT min(created_at) FROM webhook";
        let happened = rows(
            app,
            &format!(
                "SELECT json_array(e.record_id, e.seq, r.kind, e.type) FROM event e JOIN record r ON r.id = e.record_id WHERE e.at >= ({since})"
            ),
        );
        let word = |event: &Json| {
            let (word, _) = WORDS.iter().find(|(_, types)| types.iter().any(|kind| event[3] == *kind))?;
            let kind = if word.starts_with('.') { text(&event[2]) } else { String::new() };
            Some(format!("{}:{}:{kind}{word}", text(&event[0]), event[1]))
        };
        let mut expected: Vec<String> = happened.iter().filter_map(word).collect();
        let jobs = came.len();
        came.retain(|body| !body.contains("job.finished"));
        assert_eq!(app.db.ask("SELECT count(*) FROM job"), [(jobs - came.len()).to_string()], "the end of each job came once");
        for body in &mut came {
            let read: Json = serde_json::from_str(body).unwrap();
            *body = format!("{}:{}:{}", text(&read["data"]["record_id"]), read["data"]["seq"], text(&read["type"]));
        }
        came.sort();
        expected.sort();
        assert_eq!(came, expected);
        mails.len() + hooks.len()
    }
}
