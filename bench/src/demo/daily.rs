//! The daily work on a record: calls, mails and meetings, notes on them, and what is to be done next.

use super::cast::{MARCUS, RENATE};
use super::story::{Act, Story};
use crate::random::Seeded;

/// Something that was said: channel, direction, summary, what more there is to tell, and minutes.
type Talk = (&'static str, &'static str, &'static str, Option<&'static str>, Option<i64>);

/// The first word.
const OPENING: &[Talk] = &[
    ("call", "out", "No answer, left a message with reception", None, Some(1)),
    (
        "call",
        "out",
        "Introduced ourselves, {customer} is interested",
        Some("Decides together with the board. Best reached before ten."),
        Some(9),
    ),
    (
        "email",
        "in",
        "Asks for a rough price",
        Some("Wants to know what {company} would save in the first year, and who maintains it."),
        None,
    ),
    ("call", "in", "Rang back after our message", Some("Roof was renewed in 2019. Asked about leasing."), Some(12)),
    ("email", "out", "Sent the brochure and three references", None, None),
    ("chat", "in", "Asked on the website whether we work in {city}", None, None),
];

/// In the middle of it.
const MIDDLE: &[Talk] = &[
    (
        "meeting",
        "out",
        "Site visit in {city}",
        Some("Walked the roof with the caretaker. South half is free, the skylights stay. Photos are with the planners."),
        Some(95),
    ),
    (
        "call",
        "out",
        "Went through the load profile",
        Some("Night load is higher than they thought: cold store. Battery makes sense."),
        Some(24),
    ),
    ("email", "out", "Sent the offer", Some("Valid for six weeks, with and without storage."), None),
    ("email", "in", "Questions about the offer", Some("Warranty on the inverters, scaffolding, and how long the power is off."), None),
    ("sms", "out", "Confirmed the visit on {day}", None, None),
    (
        "meeting",
        "in",
        "Video call with {customer} and the accountant",
        Some("Depreciation over twenty years; they prefer to buy."),
        Some(45),
    ),
    ("call", "in", "Grid operator has answered, they forward the letter", None, Some(4)),
];

/// What people write down.
const NOTES: &[&str] = &[
    "Decision is made in the board meeting at the end of the month. **{customer}** presents it, so the offer has to fit on one page.",
    "Roof plans are in the folder. Load-bearing walls run north–south:\n\n- hall 1: fine\n- hall 2: needs the structural engineer",
    "They had a bad experience with another installer two years ago. Be on time.",
    "Prefers e-mail. Do not call on Fridays.",
    "Asked for references of a similar size in {city}. I named two, both know.",
    "Wants the same contact for the whole project.",
    "Subsidy runs out at the end of the year; the order has to be in before that.",
];

/// The same, to somebody.
const TO_SOMEBODY: &[&str] = &[
    "Can we go three per cent lower if they take the battery as well? I would close it this week.",
    "Please have a look before this goes out: the roof area differs from the drawing.",
    "Could you find out who at the grid operator handles {city} now?",
    "FYI: {company} may become a framework customer. Four more sites.",
];

/// What is to be done.
const TASKS: &[&str] = &[
    "Call {customer} back",
    "Send the revised offer",
    "Book the site survey in {city}",
    "Ask the structural engineer about hall 2",
    "Chase the grid operator",
    "Send two references",
    "Prepare the savings sheet for the board",
];

/// Has its people work on a record.
pub fn work(story: &mut Story, random: &Seeded) {
    if !story.is_lively() || story.age() < 2 {
        return;
    }
    if random.chance(80) {
        talk(story, 160, OPENING, random);
    }
    if random.chance(35) {
        talk(story, 260, OPENING, random);
    }
    if random.chance(45) {
        let at = 300 + random.between(0, 60);
        let note = story.say(at, random.pick(NOTES));
        story.then(at, Act::Note(note, None));
    }
    if random.chance(40) {
        task(story, 380, random.between(3, 9), random);
        story.then(480, Act::Done);
    }
    if random.chance(60) {
        talk(story, 560, MIDDLE, random);
    }
    if random.chance(35) {
        talk(story, 700, MIDDLE, random);
    }
    if random.chance(20) {
        let at = 760 + random.between(0, 30);
        let note = story.say(at, random.pick(TO_SOMEBODY));
        story.then(at, Act::Note(note, Some(random.pick(&[MARCUS, RENATE]))));
    }
    if !story.closed && random.chance(40) {
        // Some of these are late by now, others still to come.
        task(story, 940, random.between(2, 40), random);
    }
}

fn talk(story: &mut Story, at: i64, from: &[Talk], random: &Seeded) {
    let at = at + random.between(0, 80);
    let (channel, direction, summary, body, minutes) = random.pick(from);
    let (summary, body) = (story.say(at, summary), body.map(|body| story.say(at, body)));
    story.then(at, Act::Talk(channel, direction, summary, body, minutes));
}

fn task(story: &mut Story, at: i64, days: i64, random: &Seeded) {
    let title = story.say(at, random.pick(TASKS));
    story.then(at + random.between(0, 30), Act::Task(title, days));
}
