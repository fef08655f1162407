//! The demo organisation: half a year of a company that sells solar roofs, batteries and heat pumps to businesses.
//!
//! Stories are planned first (`leads`, `customers`, `turns`), one per record, and then lived through in the order of
//! their steps by driving the real core through its API with a clock that walks from then to now (`life`): every
//! invariant and the whole history are real.

mod books;
mod calendar;
mod cast;
mod companies;
mod customers;
mod daily;
mod forms;
mod leads;
mod life;
mod places;
mod sentences;
mod story;
mod turns;

use std::collections::HashMap;

use serde_json::Value as Json;

use self::calendar::Calendar;
use self::companies::{COMPANIES, Company};
use self::life::Life;
use self::places::{COUNTRIES, Country};
use self::story::{Step, Story};
use crate::Failure;
use crate::database::Database;
use crate::random::Seeded;

/// How many contacts there are.
const CONTACTS: usize = 54;
/// How many stories take a second turn.
const SECOND_TURNS: usize = 34;

/// Hands out companies and people, none twice before it must.
struct Deck {
    companies: Vec<&'static Company>,
    next: usize,
    people: HashMap<&'static str, usize>,
}

impl Deck {
    fn new(random: &Seeded) -> Self {
        let mut companies: Vec<_> = COMPANIES.iter().collect();
        random.shuffle(&mut companies);
        Self { companies, next: 0, people: HashMap::new() }
    }

    fn company(&mut self) -> (&'static Company, &'static Country) {
        let company = self.companies[self.next % self.companies.len()];
        self.next += 1;
        (company, COUNTRIES.iter().find(|country| country.code == company.country).unwrap_or(&COUNTRIES[0]))
    }

    fn person(&mut self, country: &'static Country) -> (String, String) {
        let index = self.people.entry(country.code).or_default();
        *index += 1;
        country.person(*index - 1)
    }
}

fn repeated<T: Copy>(counts: &[(usize, T)]) -> Vec<T> {
    counts.iter().flat_map(|(times, one)| std::iter::repeat_n(*one, *times)).collect()
}

fn stories(calendar: Calendar, random: &Seeded) -> Vec<Story> {
    let mut deck = Deck::new(random);
    let mut stories = Vec::new();
    let mut destinies = repeated(leads::DESTINIES);
    random.shuffle(&mut destinies);
    for destiny in destinies {
        let (company, country) = deck.company();
        let person = deck.person(country);
        stories.push(leads::story(calendar, company, country, person, destiny, random));
    }
    for _ in 0..CONTACTS {
        let (company, country) = deck.company();
        let person = deck.person(country);
        stories.push(customers::contact(calendar, company, country, person, random));
    }
    for (number, end) in repeated(customers::ENDS).into_iter().enumerate() {
        let (company, country) = deck.company();
        let person = deck.person(country);
        stories.push(customers::deal(calendar, company, country, person, end, number, random));
    }
    take_turns(&mut stories, random);
    for story in &mut stories {
        daily::work(story, random);
    }
    stories
}

/// Gives each turn to a story of its own that is old enough, and some stories a second one.
fn take_turns(stories: &mut [Story], random: &Seeded) {
    let mut free: Vec<usize> = (0..stories.len()).filter(|index| stories[*index].is_lively()).collect();
    random.shuffle(&mut free);
    let mut turns = turns::all();
    // Those that are hard to please choose first.
    turns.sort_by_key(|turn| stories.iter().filter(|story| turn.suits(story)).count());
    for turn in turns {
        if let Some(place) = free.iter().position(|index| turn.suits(&stories[*index])) {
            turn.take(&mut stories[free.remove(place)], random);
        }
    }
    let busy: Vec<usize> = (0..stories.len()).filter(|index| stories[*index].is_lively() && stories[*index].age() > 25).collect();
    for _ in 0..SECOND_TURNS {
        let level = random.pick(&["viewer", "collaborator", "collaborator"]);
        turns::Turn::Collaborator(level, turns::Stay::Stays).take(&mut stories[random.pick(&busy)], random);
    }
}

/// Fills an empty database. Answers `{"key", "people": [{"name", "email", "role", "key"}], "form"}`, the owner first; `form` is the path
/// that the website's form delivers to.
pub fn fill(database: &Database, seed: u64, now: i64) -> Result<Json, Failure> {
    let random = Seeded::new(seed);
    let calendar = Calendar { now };
    let mut steps: Vec<Step> = Vec::new();
    let stories = stories(calendar, &random);
    let collections: Vec<_> = stories.iter().map(|story| story.facts.collection).collect();
    for (record, story) in stories.into_iter().enumerate() {
        steps.extend(story.steps(record, &random));
    }
    steps.sort_by_key(|step| step.at);
    let ids = Seeded::new(seed.wrapping_add(1));
    let mut life = Life::begin(database, &ids, calendar, collections)?;
    for step in &steps {
        life.live(step)?;
    }
    life.end()
}
