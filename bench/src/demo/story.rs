//! The story of one record: what happens to it, told in thousandths of its life, and made into steps at their times.

use leadroom::time::{DAY, MINUTE};
use serde_json::Value as Json;

use super::calendar::{Calendar, day_name};
use super::cast::{AGENTS, CAST, DANIEL, MARCUS, RENATE, Who, works};
use crate::random::Seeded;

/// Whom a share is with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum With {
    /// A person.
    Person(Who),
    /// A team.
    Team(usize),
    /// Everyone.
    Everyone,
}

/// What somebody does with a record.
#[derive(Clone, Debug)]
pub enum Act {
    /// Makes it, for this owner.
    Create(Json, Option<Who>),
    /// Changes fields.
    Edit(Json),
    /// Puts it into the trash.
    Delete,
    /// Takes it out of the trash.
    Restore,
    /// Makes a contact and this deal of it.
    Convert(Json),
    /// Takes it from the pool.
    Claim,
    /// Hands it over; the JSON holds everything but the owner.
    Assign(Option<Who>, Json),
    /// Adds a collaborator or changes their level.
    Collaborator(Who, &'static str),
    /// Removes a collaborator.
    Remove(Who),
    /// Leaves.
    Leave,
    /// Becomes a collaborator.
    Join,
    /// Shares it; the JSON holds everything but the recipient.
    Share(With, Json),
    /// Changes a share.
    ChangeShare(With, Json),
    /// Ends a share.
    EndShare(With),
    /// Asks to collaborate.
    Ask(Json),
    /// Says yes to somebody.
    Approve(Who, Json),
    /// Says no to somebody.
    Deny(Who, Json),
    /// Takes the request back.
    Cancel,
    /// Writes a note, perhaps to somebody.
    Note(String, Option<Who>),
    /// Notes down a conversation: channel, direction, summary, body and minutes.
    Talk(&'static str, &'static str, String, Option<String>, Option<i64>),
    /// Takes on a task that is due in so many days.
    Task(String, i64),
    /// Finishes the last task.
    Done,
}

/// Who does it.
#[derive(Clone, Copy, Debug)]
pub enum By {
    /// Whoever owns the record then; without an owner who is there, an administrator.
    Owner,
    /// This person.
    Whoever(Who),
}

/// Something that is done at a time.
#[derive(Clone, Debug)]
pub struct Step {
    /// When, in milliseconds.
    pub at: i64,
    /// By whom.
    pub who: Who,
    /// With which record, by its number.
    pub record: usize,
    /// What.
    pub act: Act,
}

/// What a record is about.
pub struct Facts {
    /// `leads`, `contacts` or `deals`.
    pub collection: &'static str,
    /// The company's name.
    pub company: String,
    /// Where it is.
    pub city: String,
    /// Whom one talks to there.
    pub customer: String,
}

/// A record's story.
pub struct Story {
    /// What the record is about.
    pub facts: Facts,
    /// When it is made.
    pub began: i64,
    /// When nothing happens any more but what is told in days.
    pub ends: i64,
    /// Who owns it first.
    pub owner: Option<Who>,
    /// Whether it came to an end: nobody asks for such a record any more.
    pub closed: bool,
    calendar: Calendar,
    beats: Vec<(i64, By, Act)>,
    involved: Vec<Who>,
}

impl Story {
    /// A record that `maker` makes for `owner`. Its story lasts so many days, at most until the present or until its owner
    /// leaves.
    pub fn begin(calendar: Calendar, facts: Facts, (began, days): (i64, i64), maker: Who, owner: Option<Who>, body: Json) -> Self {
        let latest = if owner == Some(DANIEL) { calendar.ago(CAST[DANIEL].left.unwrap_or(0) + 4) } else { calendar.now - 30 * MINUTE };
        let ends = latest.min(began + days * DAY);
        let involved = owner.into_iter().collect();
        Self {
            facts,
            began,
            ends,
            owner,
            closed: false,
            calendar,
            beats: vec![(-1, By::Whoever(maker), Act::Create(body, owner))],
            involved,
        }
    }

    /// Whether more can happen: it has an owner who is there, and it is not thrown away.
    pub fn is_lively(&self) -> bool {
        let gone = self.beats.iter().any(|(.., act)| matches!(act, Act::Delete));
        self.owner.is_some_and(|owner| works(owner, 0)) && !gone
    }

    /// How old the record is, in days.
    pub fn age(&self) -> i64 {
        self.calendar.days_ago(self.began)
    }

    /// The moment that is so many thousandths into the story.
    pub fn moment(&self, at: i64) -> i64 {
        self.began + (self.ends - self.began) * at / 1000
    }

    /// The present.
    pub fn now(&self) -> i64 {
        self.calendar.now
    }

    /// How many thousandths of the story had passed so many days ago.
    pub fn days_ago(&self, days: i64) -> i64 {
        (self.calendar.ago(days) - self.began) * 1000 / (self.ends - self.began).max(1)
    }

    /// The owner does something.
    pub fn then(&mut self, at: i64, act: Act) {
        self.beats.push((at, By::Owner, act));
    }

    /// Somebody does something.
    pub fn by(&mut self, at: i64, who: Who, act: Act) {
        self.beats.push((at, By::Whoever(who), act));
    }

    /// An agent who has nothing to do with the record yet, was there at that time and still is.
    pub fn stranger(&mut self, at: i64, random: &Seeded) -> Who {
        let then = self.calendar.days_ago(self.moment(at));
        let free: Vec<Who> =
            AGENTS.iter().copied().filter(|who| !self.involved.contains(who) && works(*who, then) && works(*who, 0)).collect();
        let who = random.pick(&free);
        self.involved.push(who);
        who
    }

    /// The same, of a team of the owner's where there is one.
    pub fn teammate(&mut self, at: i64, random: &Seeded) -> Who {
        let then = self.calendar.days_ago(self.moment(at));
        let teams = self.owner.map_or(&[][..], |owner| CAST[owner].teams);
        let near = |who: &Who| CAST[*who].teams.iter().any(|team| teams.contains(team));
        let free: Vec<Who> =
            AGENTS.iter().copied().filter(|who| !self.involved.contains(who) && works(*who, then) && works(*who, 0) && near(who)).collect();
        if free.is_empty() {
            return self.stranger(at, random);
        }
        let who = random.pick(&free);
        self.involved.push(who);
        who
    }

    /// Has this person in the story, so that nobody takes them for a stranger.
    pub fn involve(&mut self, who: Who) {
        self.involved.push(who);
    }

    /// A sentence with its blanks filled in.
    pub fn say(&self, at: i64, sentence: &str) -> String {
        let day = day_name(self.moment(at) + 2 * DAY);
        [("{company}", self.facts.company.as_str()), ("{city}", &self.facts.city), ("{customer}", &self.facts.customer), ("{day}", day)]
            .into_iter()
            .fold(sentence.to_owned(), |text, (blank, word)| text.replace(blank, word))
    }

    /// The steps, in order: everything at a working hour, nothing in the future.
    pub fn steps(mut self, record: usize, random: &Seeded) -> Vec<Step> {
        self.beats.sort_by_key(|(at, ..)| *at);
        let latest = self.calendar.now - 10 * MINUTE;
        let (mut owner, mut last) = (self.owner, i64::MIN);
        let mut steps = Vec::with_capacity(self.beats.len());
        for (at, by, act) in std::mem::take(&mut self.beats) {
            let moment = if at < 0 { self.began } else { self.calendar.working(self.moment(at), random) };
            let moment = moment.max(last.saturating_add(random.between(4, 50) * MINUTE)).min(latest);
            last = moment;
            let present = owner.filter(|who| works(*who, self.calendar.days_ago(moment)));
            let who = match by {
                By::Whoever(who) => who,
                By::Owner => present.unwrap_or(if matches!(act, Act::Edit(_)) { RENATE } else { MARCUS }),
            };
            match &act {
                Act::Claim => owner = Some(who),
                Act::Assign(to, _) => owner = *to,
                _ => {}
            }
            steps.push(Step { at: moment, who, record, act });
        }
        steps
    }
}
