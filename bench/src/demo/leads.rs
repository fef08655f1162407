//! The stories of the demo's leads: what somebody asked for, and what became of it.

use leadroom::time::DAY;
use serde_json::{Value as Json, json};

use super::calendar::{Calendar, date};
use super::cast::{DANIEL, HARUKA, RENATE, Who, works};
use super::companies::Company;
use super::places::Country;
use super::sentences::{FAREWELL, HEATING, NOTHING, SOURCES, UNQUALIFIED};
use super::story::{Act, Facts, Story};
use crate::random::Seeded;

/// What becomes of a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destiny {
    /// It has just come.
    Fresh,
    /// Somebody is at it.
    Working,
    /// There is a project in it.
    Qualified,
    /// It became a contact and a deal.
    Converted,
    /// There is none.
    Unqualified,
    /// Nobody has taken it yet.
    Waiting,
    /// Somebody took it from the pool, and is at it.
    Claimed,
    /// It was none.
    Trash,
    /// It was thrown away by mistake.
    Rescued,
}

/// How many leads have which destiny.
pub const DESTINIES: &[(usize, Destiny)] = &[
    (24, Destiny::Fresh),
    (44, Destiny::Working),
    (32, Destiny::Qualified),
    (9, Destiny::Converted),
    (30, Destiny::Unqualified),
    (14, Destiny::Waiting),
    (18, Destiny::Claimed),
    (8, Destiny::Trash),
    (2, Destiny::Rescued),
];

impl Destiny {
    /// How long ago such a lead may have come, in quarters of a day.
    const fn came(self) -> (i64, i64) {
        match self {
            Self::Fresh => (1, 40),
            Self::Waiting => (1, 60),
            Self::Working | Self::Claimed => (40, 360),
            Self::Qualified | Self::Converted => (100, 700),
            Self::Unqualified | Self::Rescued => (60, 715),
            // After thirty days the trash is emptied.
            Self::Trash => (12, 110),
        }
    }
}

/// Who looks after a country's leads that come at a time.
pub fn agent(country: &Country, calendar: Calendar, at: i64, random: &Seeded) -> Who {
    let days = calendar.days_ago(at);
    let there = |who: &Who| works(*who, days) && (*who != DANIEL || days > 70);
    let free: Vec<Who> = country.agents.iter().copied().filter(there).collect();
    free.get(random.below(free.len().max(1))).copied().unwrap_or(super::cast::MATEO)
}

/// Somebody who is new cannot have had leads before.
pub fn came(country: &Country, (newest, oldest): (i64, i64), calendar: Calendar, random: &Seeded) -> i64 {
    let oldest = if country.agents == [HARUKA] { oldest.min(4 * 88) } else { oldest };
    let ago = random.between(newest.min(oldest - 1), oldest) * DAY / 4;
    calendar.working(calendar.now - ago, random)
}

/// The lead of a company, who has the given name and address.
pub fn story(
    calendar: Calendar,
    company: &Company,
    country: &Country,
    person: (String, String),
    destiny: Destiny,
    random: &Seeded,
) -> Story {
    let began = came(country, destiny.came(), calendar, random);
    let owner = agent(country, calendar, began, random);
    let inbound = matches!(destiny, Destiny::Waiting | Destiny::Claimed);
    let source = if inbound { random.pick(&["Website", "Website", "Website", "Trade fair", "Newsletter"]) } else { random.pick(SOURCES) };
    let (name, local) = person;
    // Some forms ask for an address only.
    let anonymous = source == "Website" && random.chance(30);
    let email = format!("{}@{}.example", if anonymous { "info" } else { &local }, company.domain);
    let mut body = json!({"company": company.name, "email": email, "source": source, "tags": [company.trade.tag()], "fields": {"city": company.city, "country": country.code}});
    if !anonymous {
        body["name"] = name.clone().into();
    }
    let phone = country.phone(random);
    let has_phone = phone.is_some() && random.chance(55);
    if has_phone {
        body["phone"] = phone.clone().into();
    }
    let has_title = !anonymous && random.chance(55);
    if has_title {
        body["title"] = random.pick(company.trade.titles()).into();
    }
    if random.chance(30) {
        body["website"] = format!("https://www.{}.example", company.domain).into();
    }
    let facts = Facts { collection: "leads", company: company.name.to_owned(), city: company.city.to_owned(), customer: name.clone() };
    let maker = if inbound || matches!(source, "Website" | "Trade fair" | "Newsletter" | "Webinar") { RENATE } else { owner };
    let mut story = Story::begin(calendar, facts, (began, random.between(18, 80)), maker, (!inbound).then_some(owner), body);
    let mut later = Later {
        story: &mut story,
        company,
        country,
        random,
        tags: vec![company.trade.tag().into()],
        roof: company.trade.roof_area(random),
    };
    if anonymous && !matches!(destiny, Destiny::Fresh | Destiny::Waiting | Destiny::Trash) {
        later.edit(110, json!({"name": name, "email": format!("{local}@{}.example", company.domain)}));
    }
    later.live(destiny, owner, if has_phone { None } else { phone }, !has_title);
    story.closed = matches!(destiny, Destiny::Unqualified | Destiny::Converted);
    if story.owner == Some(DANIEL) {
        farewell(&mut story, country, random);
    }
    story
}

/// Daniel hands his records over before he leaves; a few he forgets.
pub fn farewell(story: &mut Story, country: &Country, random: &Seeded) {
    if random.chance(25) {
        return;
    }
    let at = story.days_ago(38);
    let to = *country.agents.iter().find(|who| **who != DANIEL).unwrap_or(&RENATE);
    let note = story.say(at, random.pick(FAREWELL));
    story.then(at, Act::Assign(Some(to), json!({"note": note, "keep_previous_owner": "none"})));
}

/// A lead's later days.
struct Later<'a> {
    story: &'a mut Story,
    company: &'a Company,
    country: &'a Country,
    random: &'a Seeded,
    tags: Vec<Json>,
    roof: i64,
}

impl Later<'_> {
    fn edit(&mut self, at: i64, change: Json) {
        self.story.then(at, Act::Edit(change));
    }

    fn tagged(&mut self, tag: &str) -> Json {
        self.tags.push(tag.into());
        self.tags.clone().into()
    }

    fn live(&mut self, destiny: Destiny, agent: Who, phone: Option<String>, no_title: bool) {
        let random = self.random;
        match destiny {
            Destiny::Fresh => {
                if let Some(phone) = phone.filter(|_| random.chance(40)) {
                    self.edit(600, json!({"phone": phone}));
                }
            }
            Destiny::Waiting => {
                if random.chance(30) {
                    let tags = self.tagged("call-back");
                    self.edit(500, json!({"tags": tags}));
                }
            }
            Destiny::Working => self.work(120, phone, no_title),
            Destiny::Claimed => {
                self.story.by(40, agent, Act::Claim);
                self.story.involve(agent);
                self.work(140, phone, no_title);
            }
            Destiny::Qualified => {
                self.work(100, phone, no_title);
                self.qualify();
            }
            Destiny::Converted => {
                self.work(100, phone, no_title);
                let (name, amount) = self.qualify();
                let deal = json!({"name": format!("{name} – {}", self.company.name), "amount": amount, "currency": self.country.currency});
                self.story.then(980, Act::Convert(deal));
            }
            Destiny::Unqualified => {
                let at = random.between(80, 250);
                self.edit(at, json!({"status": "working"}));
                let looked = random.chance(50);
                if looked {
                    self.survey(at + 100);
                }
                let reason = random.pick(if looked { UNQUALIFIED } else { NOTHING });
                self.edit(at + random.between(150, 500), json!({"status": "unqualified", "fields": {"reason": reason}}));
            }
            Destiny::Trash => {
                let tags = self.tagged(if random.chance(50) { "duplicate" } else { "spam" });
                self.edit(200, json!({"tags": tags}));
                self.story.then(random.between(300, 990), Act::Delete);
            }
            Destiny::Rescued => {
                self.edit(150, json!({"status": "working"}));
                self.story.then(400, Act::Delete);
                self.story.then(430, Act::Restore);
                self.survey(600);
            }
        }
    }

    fn work(&mut self, at: i64, phone: Option<String>, no_title: bool) {
        let random = self.random;
        self.edit(at, json!({"status": "working"}));
        if random.chance(80) {
            self.survey(random.between(220, 380));
        }
        if let Some(phone) = phone.filter(|_| random.chance(75)) {
            self.edit(random.between(150, 450), json!({"phone": phone}));
        }
        if no_title && random.chance(60) {
            self.edit(random.between(200, 500), json!({"title": random.pick(self.company.trade.titles())}));
        }
        if random.chance(55) {
            let at = random.between(450, 560);
            let (visit, tags) = (date(self.story.moment(at) + random.between(4, 15) * DAY), self.tagged("site-visit"));
            self.edit(at, json!({"fields": {"site_visit": visit}, "tags": tags}));
        }
        if random.chance(35) {
            let tags = self.tagged(random.pick(&["subsidy", "urgent", "tender", "framework-agreement", "leasing", "second-site"]));
            self.edit(random.between(565, 700), json!({"tags": tags}));
        }
    }

    /// What was learnt on the phone.
    fn survey(&mut self, at: i64) {
        let (random, trade) = (self.random, self.company.trade);
        let mut fields = json!({"roof_area_m2": self.roof, "annual_use_kwh": trade.annual_use(self.roof, random)});
        if random.chance(60) {
            fields["heating"] = random.pick(HEATING).into();
        }
        if random.chance(50) {
            fields["language"] = self.country.language.into();
        }
        self.edit(at, json!({"fields": fields}));
    }

    /// An offer is made: for what, and at which price.
    fn qualify(&mut self) -> (String, i64) {
        let random = self.random;
        let project = self.company.trade.project(self.roof, random);
        let amount = self.country.money(project.euros);
        let tags = self.tagged(project.tag);
        self.edit(
            random.between(705, 750),
            json!({"amount": amount, "currency": self.country.currency, "tags": tags, "fields": {"project": &project.name}}),
        );
        let at = random.between(800, 860);
        let tags = self.tagged("offer-sent");
        self.edit(at, json!({"status": "qualified", "tags": tags, "fields": {"decision_by": date(self.story.moment(at) + random.between(20, 90) * DAY)}}));
        if random.chance(45) {
            let less = self.country.money(project.euros * random.between(90, 97) / 100);
            self.edit(random.between(870, 960), json!({"amount": less}));
            return (project.name, less);
        }
        (project.name, amount)
    }
}
