//! The stories of the demo's contacts and deals: whom Larkfield works for, and on what.

use leadroom::time::DAY;
use serde_json::json;

use super::calendar::{Calendar, date};
use super::cast::DANIEL;
use super::companies::Company;
use super::leads::{agent, came, farewell};
use super::places::Country;
use super::sentences::LOST;
use super::story::{Act, Facts, Story};
use crate::random::Seeded;

/// A contact at a company, who has the given name and address.
pub fn contact(calendar: Calendar, company: &Company, country: &Country, person: (String, String), random: &Seeded) -> Story {
    let began = came(country, (20, 710), calendar, random);
    let owner = agent(country, calendar, began, random);
    let (name, local) = person;
    let tags = [company.trade.tag(), random.pick(&["decision-maker", "technical", "invoices", "on-site"])];
    let mut body = json!({
        "name": name, "company": company.name, "title": random.pick(company.trade.titles()), "email": format!("{local}@{}.example", company.domain),
        "website": format!("https://www.{}.example", company.domain), "tags": tags, "source": random.pick(&["Referral", "Website", "Trade fair", "Partner"]),
        "fields": {"city": company.city, "country": country.code, "language": country.language},
    });
    if let Some(phone) = country.phone(random) {
        body["phone"] = phone.into();
    }
    let facts = Facts { collection: "contacts", company: company.name.to_owned(), city: company.city.to_owned(), customer: name };
    let mut story = Story::begin(calendar, facts, (began, random.between(60, 200)), owner, Some(owner), body);
    if random.chance(45) {
        story.then(
            random.between(200, 500),
            Act::Edit(json!({"fields": {"newsletter": true, "prefers": random.pick(&["phone", "e-mail", "mornings"])}})),
        );
    }
    if random.chance(30) {
        let at = random.between(400, 700);
        let due = date(story.moment(at) + random.between(150, 400) * DAY);
        story.then(at, Act::Edit(json!({"fields": {"maintenance_due": due}})));
    }
    if random.chance(14) {
        story.closed = true;
        let note = random.pick(&["left the company", "retired", "moved to another site"]);
        story.then(random.between(720, 960), Act::Edit(json!({"status": "inactive", "fields": {"inactive_because": note}})));
    }
    if owner == DANIEL {
        farewell(&mut story, country, random);
    }
    story
}

/// What becomes of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Nothing is decided.
    Open,
    /// Signed.
    Won,
    /// Not.
    Lost,
    /// It was entered twice.
    Twice,
}

/// How many deals end how.
pub const ENDS: &[(usize, End)] = &[(22, End::Open), (17, End::Won), (10, End::Lost), (2, End::Twice)];

/// A deal with a company; `number` tells its offers apart.
pub fn deal(
    calendar: Calendar,
    company: &Company,
    country: &Country,
    person: (String, String),
    end: End,
    number: usize,
    random: &Seeded,
) -> Story {
    let began = came(
        country,
        match end {
            End::Open => (24, 420),
            End::Won | End::Lost => (120, 712),
            End::Twice => (12, 100),
        },
        calendar,
        random,
    );
    let owner = agent(country, calendar, began, random);
    let project = company.trade.project(company.trade.roof_area(random), random);
    let (customer, local) = person;
    let mut body = json!({
        "name": format!("{} – {}", project.name, company.name), "company": company.name, "email": format!("{local}@{}.example", company.domain),
        "amount": country.money(project.euros), "currency": country.currency, "tags": [project.tag, company.trade.tag()],
        "source": random.pick(&["Referral", "Website", "Trade fair", "Partner", "Existing customer"]),
        "fields": {"city": company.city, "country": country.code, "contact": customer, "close_by": date(began + random.between(60, 150) * DAY)},
    });
    if let Some(phone) = country.phone(random).filter(|_| random.chance(60)) {
        body["phone"] = phone.into();
    }
    let facts = Facts { collection: "deals", company: company.name.to_owned(), city: company.city.to_owned(), customer };
    let mut story = Story::begin(calendar, facts, (began, random.between(40, 110)), owner, Some(owner), body);
    let offer = format!("LE-{}-{:04}", &date(began)[..4], 300 + number * 7);
    story.then(random.between(120, 220), Act::Edit(json!({"fields": {"offer_no": offer}})));
    if random.chance(60) {
        let percent = random.pick(&[92, 94, 95, 97, 104, 108]);
        story.then(
            random.between(300, 450),
            Act::Edit(json!({"amount": country.money(project.euros * percent / 100), "fields": {"offer_version": 2}})),
        );
    }
    if random.chance(35) {
        let later = date(story.now() + random.between(15, 80) * DAY);
        story.then(random.between(480, 600), Act::Edit(json!({"fields": {"close_by": later}})));
    }
    let at = random.between(700, 920);
    story.closed = end != End::Open;
    match end {
        End::Open => {}
        End::Won => {
            let start = date(story.moment(at) + random.between(30, 120) * DAY);
            story.then(at, Act::Edit(json!({"status": "won", "tags": [project.tag, company.trade.tag(), "signed"], "fields": {"contract_no": offer.replace("LE", "LC"), "construction_start": start}})));
        }
        End::Lost => story.then(at, Act::Edit(json!({"status": "lost", "fields": {"lost_because": random.pick(LOST)}}))),
        End::Twice => story.then(at, Act::Delete),
    }
    if owner == DANIEL {
        farewell(&mut story, country, random);
    }
    story
}
