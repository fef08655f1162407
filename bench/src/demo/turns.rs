//! What else happens in the stories: people join in, records are shared, asked for and handed over.

use leadroom::time::{DAY, Timestamp};
use serde_json::{Value as Json, json};

use super::books::shares_book;
use super::cast::{CENTRAL, HARUKA, JONAS, MARCUS, NORTH_WEST, OVERSEAS, RENATE, Who, is_in};
use super::sentences::{
    APPROVAL, BACK_TO_POOL, DENIAL, HAND_OVER, REQUEST, SHARE_CUSTOMER, SHARE_EVERYONE, SHARE_PERSON, SHARE_TEAM, SMALLER_APPROVAL,
};
use super::story::{Act, Story, With};
use crate::random::Seeded;

/// What becomes of a share.
#[derive(Clone, Copy, Debug)]
pub enum Ending {
    /// It goes on.
    Open,
    /// It will end by itself.
    Dated,
    /// It has ended by itself.
    Ended,
    /// Whoever gave it took it back.
    Withdrawn,
    /// It got other terms.
    Changed,
}

/// What becomes of a request.
#[derive(Clone, Copy, Debug)]
pub enum Outcome {
    /// It waits.
    Pending,
    /// Yes.
    Approved,
    /// Yes, to less.
    Reduced,
    /// Yes, for a time.
    Limited,
    /// No.
    Denied,
    /// Taken back.
    Canceled,
    /// Nobody decided.
    Expired,
    /// Nobody decided, and it was made again.
    AskedAgain,
    /// Access came another way.
    Superseded,
}

/// What becomes of a collaborator.
#[derive(Clone, Copy, Debug)]
pub enum Stay {
    /// They stay.
    Stays,
    /// They get another level.
    Rises,
    /// They leave.
    Leaves,
    /// The owner removes them.
    Removed,
}

/// One turn that a story can take.
#[derive(Clone, Copy, Debug)]
pub enum Turn {
    /// Somebody works along.
    Collaborator(&'static str, Stay),
    /// An administrator joins.
    Join,
    /// It is shared with a person.
    Person(Ending),
    /// It is shared with a team.
    Team(Ending),
    /// It is shared with everyone.
    Everyone(Ending),
    /// Somebody asks to collaborate.
    Request(Outcome),
    /// It is handed over; the word is what the previous owner keeps, nothing the usual.
    HandOver(Option<&'static str>),
    /// It goes back to the pool.
    BackToPool,
}

const SETS: &[&[&str]] = &[
    &["read"],
    &["read", "note"],
    &["read", "note", "communicate"],
    &["read", "update", "note", "task"],
    &["read", "update", "note", "task", "communicate"],
];

impl Turn {
    /// How old a story must be to take the turn, in days.
    pub const fn least_age(self) -> i64 {
        match self {
            Self::Request(Outcome::Expired | Outcome::AskedAgain) => 30,
            Self::Request(Outcome::Pending) => 6,
            _ => 18,
        }
    }

    /// Whether the turn goes with the story.
    pub fn suits(self, story: &Story) -> bool {
        let fits = match self {
            Self::HandOver(_) | Self::Request(_) => !story.closed,
            Self::BackToPool => !story.closed && story.facts.collection == "leads",
            _ => true,
        };
        fits && story.age() >= self.least_age()
    }

    /// Has the story take the turn.
    pub fn take(self, story: &mut Story, random: &Seeded) {
        match self {
            Self::Collaborator(level, stay) => collaborator(story, level, stay, random),
            Self::Join => story.by(random.between(450, 800), random.pick(&[MARCUS, RENATE]), Act::Join),
            Self::Person(ending) => {
                let at = random.between(300, 600);
                let who = story.stranger(at, random);
                share(story, at, With::Person(who), random.pick(SHARE_PERSON), ending, random);
            }
            Self::Team(ending) => {
                let team = team_for(story);
                share(story, random.between(300, 600), With::Team(team), random.pick(SHARE_TEAM), ending, random);
            }
            Self::Everyone(ending) => {
                let reasons = if story.facts.collection == "contacts" { SHARE_CUSTOMER } else { SHARE_EVERYONE };
                share(story, random.between(500, 850), With::Everyone, random.pick(reasons), ending, random);
            }
            Self::Request(outcome) => request(story, outcome, random),
            Self::HandOver(keep) => {
                let at = random.between(420, 620);
                let to = story.teammate(at, random);
                let mut terms = json!({"note": story.say(at, random.pick(HAND_OVER))});
                if let Some(keep) = keep {
                    terms["keep_previous_owner"] = keep.into();
                }
                story.then(at, Act::Assign(Some(to), terms));
            }
            Self::BackToPool => {
                let at = random.between(600, 800);
                let note = story.say(at, random.pick(BACK_TO_POOL));
                story.then(at, Act::Assign(None, json!({"note": note, "keep_previous_owner": "none", "keep_collaborators": false})));
            }
        }
    }
}

/// A team that the owner is not in.
fn team_for(story: &Story) -> usize {
    let owner = story.owner.unwrap_or(JONAS);
    [OVERSEAS, CENTRAL, NORTH_WEST].into_iter().find(|team| !is_in(owner, *team)).unwrap_or(OVERSEAS)
}

fn collaborator(story: &mut Story, level: &'static str, stay: Stay, random: &Seeded) {
    let at = random.between(150, 500);
    let who = story.stranger(at, random);
    story.then(at, Act::Collaborator(who, level));
    let later = random.between(560, 950);
    match stay {
        Stay::Stays => {}
        Stay::Rises => story.then(later, Act::Collaborator(who, if level == "viewer" { "collaborator" } else { "co_owner" })),
        Stay::Leaves => story.by(later, who, Act::Leave),
        Stay::Removed => story.then(later, Act::Remove(who)),
    }
}

fn time(at: i64) -> Json {
    Json::from(Timestamp(at / DAY * DAY + 17 * 3_600_000).to_text())
}

fn share(story: &mut Story, at: i64, with: With, reason: &str, ending: Ending, random: &Seeded) {
    let permissions = random.pick(if with == With::Everyone { &SETS[..2] } else { SETS });
    let mut terms = json!({"permissions": permissions, "reason": story.say(at, reason)});
    let given = story.moment(at);
    match ending {
        Ending::Open => {}
        Ending::Dated => terms["expires_at"] = time(story.now() + random.between(5, 60) * DAY),
        // A working day is at most three days after the moment told.
        Ending::Ended => terms["expires_at"] = time((given + random.between(8, 40) * DAY).min(story.now() - 2 * DAY).max(given + 4 * DAY)),
        Ending::Withdrawn => story.then(random.between(700, 900), Act::EndShare(with)),
        Ending::Changed => {
            let (more, until) = (SETS[SETS.len() - 1], time(story.now() + random.between(20, 120) * DAY));
            let changed =
                if random.chance(50) && permissions != more { json!({"permissions": more}) } else { json!({"expires_at": until}) };
            story.then(random.between(700, 900), Act::ChangeShare(with, changed));
        }
    }
    story.then(at, Act::Share(with, terms));
}

fn asker(story: &mut Story, at: i64, random: &Seeded) -> Who {
    // The newest asks more often than others.
    if random.chance(12) && story.owner != Some(HARUKA) && story.days_ago(90) < at {
        story.involve(HARUKA);
        return HARUKA;
    }
    story.stranger(at, random)
}

fn request(story: &mut Story, outcome: Outcome, random: &Seeded) {
    let at = match outcome {
        Outcome::Pending => story.days_ago(random.between(0, 8)),
        Outcome::Expired | Outcome::AskedAgain => story.days_ago(random.between(22, 27)),
        _ => random.between(300, 700),
    };
    let at = at.max(50);
    let who = asker(story, at, random);
    // Some see the books of others already.
    let more = matches!(outcome, Outcome::Reduced | Outcome::Superseded) || story.owner.is_some_and(shares_book);
    let level = if more || random.chance(60) { "collaborator" } else { "viewer" };
    let mut ask = json!({"level": level, "reason": story.say(at, random.pick(REQUEST))});
    if matches!(outcome, Outcome::Limited) {
        ask["until"] = time(story.moment(at) + random.between(20, 70) * DAY);
    }
    story.by(at, who, Act::Ask(ask));
    let decided = at + random.between(5, 60);
    match outcome {
        Outcome::Pending | Outcome::Expired => {}
        Outcome::Approved | Outcome::Limited => {
            let note = story.say(decided, random.pick(APPROVAL));
            story.then(decided, Act::Approve(who, if random.chance(80) { json!({"note": note}) } else { Json::Null }));
        }
        Outcome::Reduced => {
            let note = story.say(decided, random.pick(SMALLER_APPROVAL));
            story.then(decided, Act::Approve(who, json!({"level": "viewer", "note": note})));
        }
        Outcome::Denied => {
            let note = story.say(decided, random.pick(DENIAL));
            story.then(decided, Act::Deny(who, json!({"note": note})));
        }
        Outcome::Canceled => story.by(decided, who, Act::Cancel),
        Outcome::AskedAgain => {
            let again = story.days_ago(random.between(1, 3));
            let reason = "Asking again, my first request ran out while everybody was away.";
            story.by(again, who, Act::Ask(json!({"level": level, "reason": reason})));
        }
        Outcome::Superseded => story.then(decided, Act::Collaborator(who, "collaborator")),
    }
}

/// The turns that the demo's stories take, each by one story of its own.
pub fn all() -> Vec<Turn> {
    use Ending::{Changed, Dated, Ended, Open, Withdrawn};
    use Outcome::{Approved, AskedAgain, Canceled, Denied, Expired, Limited, Pending, Reduced, Superseded};
    use Stay::{Leaves, Removed, Rises, Stays};
    let often: &[(usize, Turn)] = &[
        (18, Turn::Collaborator("collaborator", Stays)),
        (8, Turn::Collaborator("viewer", Stays)),
        (5, Turn::Collaborator("co_owner", Stays)),
        (4, Turn::Collaborator("viewer", Rises)),
        (2, Turn::Collaborator("collaborator", Rises)),
        (3, Turn::Collaborator("collaborator", Leaves)),
        (3, Turn::Collaborator("viewer", Removed)),
        (3, Turn::Join),
        (8, Turn::Person(Open)),
        (4, Turn::Person(Dated)),
        (3, Turn::Person(Ended)),
        (2, Turn::Person(Withdrawn)),
        (2, Turn::Person(Changed)),
        (11, Turn::Team(Open)),
        (5, Turn::Team(Dated)),
        (4, Turn::Team(Ended)),
        (2, Turn::Team(Withdrawn)),
        (3, Turn::Team(Changed)),
        (5, Turn::Everyone(Open)),
        (1, Turn::Everyone(Dated)),
        (1, Turn::Everyone(Ended)),
        (10, Turn::Request(Pending)),
        (9, Turn::Request(Approved)),
        (4, Turn::Request(Reduced)),
        (4, Turn::Request(Limited)),
        (8, Turn::Request(Denied)),
        (4, Turn::Request(Canceled)),
        (4, Turn::Request(Expired)),
        (1, Turn::Request(AskedAgain)),
        (4, Turn::Request(Superseded)),
        (7, Turn::HandOver(None)),
        (4, Turn::HandOver(Some("edit"))),
        (4, Turn::HandOver(Some("none"))),
        (3, Turn::BackToPool),
    ];
    often.iter().flat_map(|(times, turn)| std::iter::repeat_n(*turn, *times)).collect()
}
