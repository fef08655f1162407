//! An organisation with as many leads as are wanted, and a small one beside it, to measure with.
//!
//! People, teams and keys are made through the API. Records and their grants are written by the store's own statements,
//! with the schema's triggers at work: what is in the file is what the Worker would have written,
//! but for a history that consists of each record's first event.

pub mod names;

use leadroom::access::Permissions;
use leadroom::flow::create::blank;
use leadroom::id::{GrantId, OrgId, RecordId, TeamId, UserId};
use leadroom::json;
use leadroom::model::{Actor, ActorType, Kind, Level, Owner, Person, Recipient, Record, Settings};
use leadroom::record::event::{Event, ShareTerms};
use leadroom::record::fields::{self, Patch};
use leadroom::store::grant::grant_effects;
use leadroom::store::notice::event_dispatched;
use leadroom::store::record::{event_insert, record_insert};
use leadroom::time::{DAY, SECOND, Timestamp};
use serde_json::Value as Json;

use crate::Failure;
use crate::database::Database;
use crate::local::{Local, text};
use crate::random::Seeded;

/// Over how many days the leads came in.
const SPAN: i64 = 730;
/// The leads that contain the rare word.
const RARE: usize = 8;
/// How many ids of each sort are told.
const SAMPLES: usize = 20;
/// The leads of the small organisation beside.
const SMALL: usize = 200;

/// What to generate.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// How many leads.
    pub leads: usize,
    /// What chance comes from.
    pub seed: u64,
    /// The present, in milliseconds.
    pub now: i64,
}

struct Member {
    id: UserId,
    name: String,
    active: bool,
}

impl Member {
    fn owner(&self) -> Owner {
        Owner { id: self.id.clone(), name: self.name.clone(), active: self.active }
    }

    fn person(&self) -> Person {
        Person { id: self.id.clone(), name: self.name.clone() }
    }

    fn actor(&self) -> Actor {
        Actor { id: Some(self.id.to_string()), name: self.name.clone(), kind: ActorType::User }
    }
}

/// Draws indices: the first ones this often of a hundred times, the others ever more seldom.
struct Skewed(Vec<f64>);

impl Skewed {
    #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
    fn new(count: usize, first: &[f64]) -> Self {
        let tail = |index: usize| 1.0 / (index as f64 + 1.0).powf(0.8);
        let rest: f64 = (first.len()..count).map(tail).sum();
        let left = 100.0 - first.iter().sum::<f64>();
        let mut sum = 0.0;
        let weight = |index| first.get(index).copied().unwrap_or_else(|| tail(index) * left / rest);
        Self(
            (0..count)
                .map(|index| {
                    sum += weight(index);
                    sum
                })
                .collect(),
        )
    }

    fn draw(&self, random: &Seeded) -> usize {
        let at = random.fraction() * self.0.last().copied().unwrap_or_default();
        self.0.partition_point(|sum| *sum <= at).min(self.0.len() - 1)
    }
}

struct Organization<'a> {
    local: &'a Local<'a>,
    id: OrgId,
    owner_key: String,
    settings: Settings,
    people: Vec<Member>,
    teams: Vec<(TeamId, String)>,
}

impl<'a> Organization<'a> {
    fn make(local: &'a Local<'a>, random: &Seeded, name: &str, people: usize, teams: usize) -> Result<Self, Failure> {
        let owner = names::person(random);
        let answer = local.set_up(&json!({"organization": {"name": name}, "owner": {"name": owner, "email": "owner@example.com"}}))?;
        let key = text(&answer, "/api_key/secret")?;
        let mut this = Self {
            local,
            id: OrgId::parse(&text(&answer, "/organization/id")?).ok_or("no organisation id")?,
            owner_key: key,
            settings: Settings::default(),
            people: Vec::new(),
            teams: Vec::new(),
        };
        for index in 0..teams {
            let name = format!("{} {}", ["North", "South", "East", "West", "Inside sales"][index % 5], index / 5 + 1);
            let id = text(&this.post("/v1/teams", &json!({"name": name}))?, "/id")?;
            this.teams.push((TeamId::parse(&id).ok_or("no team id")?, name));
        }
        for index in 0..people {
            let name = names::person(random);
            let email = format!("{}.{index}@example.com", leadroom::record::words::fold(&name).replace([' ', '\''], "."));
            let role = if index % 40 == ADMIN { "admin" } else { "agent" };
            let id = text(&this.post("/v1/users", &json!({"name": name, "email": email, "role": role}))?, "/id")?;
            this.people.push(Member { id: UserId::parse(&id).ok_or("no user id")?, name, active: true });
        }
        Ok(this)
    }

    fn post(&self, target: &str, body: &Json) -> Result<Json, Failure> {
        self.local.send(&self.owner_key, "POST", target, body)
    }

    fn join(&self, team: usize, person: usize) -> Result<(), Failure> {
        let target = format!("/v1/teams/{}/members/{}", self.teams[team].0, self.people[person].id);
        self.local.send(&self.owner_key, "PUT", &target, &Json::Null).map(drop)
    }

    fn key(&self, person: usize) -> Result<String, Failure> {
        text(&self.post(&format!("/v1/users/{}/api_keys", self.people[person].id), &json!({"name": "bench"}))?, "/secret")
    }
}

/// The one who is measured, by rank: owns much, but not the most.
const AGENT: usize = 1;
/// The part, in percent, that the first people have in what is owned and worked on, and the first teams in what is shared
/// with teams: the same in organisations of all sizes, so that what the measured agent sees is made up the same way.
const FIRST: (&[f64], &[f64]) = (&[12.0, 12.0, 6.0], &[25.0, 25.0]);
/// The administrator who is measured; one in forty is one.
const ADMIN: usize = 11;

struct Ranks {
    people: Skewed,
    teams: Skewed,
}

#[derive(Default)]
struct Samples {
    own: Vec<RecordId>,
    hidden: Vec<RecordId>,
    shared: Vec<RecordId>,
}

/// Fills `database`; answers what is needed to measure with it.
pub fn generate(database: &Database, size: Size) -> Result<Json, Failure> {
    let random = Seeded::new(size.seed);
    let local = Local::new(database, &random, size.now - SPAN * DAY - DAY);
    let people = 12 + size.leads.isqrt() * 10 / 34;
    let teams = (people / 15).clamp(3, 20);
    let large = Organization::make(&local, &random, "Bench", people, teams)?;
    // The measured agent is in two teams and so holds six principals: book, collaborator, person, everyone, two teams.
    large.join(0, AGENT)?;
    large.join(1, AGENT)?;
    for person in 2..people {
        for _ in 0..random.below(4) {
            large.join(random.below(teams), person)?;
        }
    }
    let mut large = large;
    for person in (10..people).step_by(25) {
        large.local.send(&large.owner_key, "PATCH", &format!("/v1/users/{}", large.people[person].id), &json!({"active": false}))?;
        large.people[person].active = false;
    }
    let keys = (large.key(AGENT)?, large.key(ADMIN)?);
    let samples = fill(database, &large, &random, size.leads, size.now)?;

    let small = Organization::make(&local, &random, "Bench, the other", 5, 3)?;
    fill(database, &small, &random, SMALL, size.now)?;
    Ok(json!({
        "leads": size.leads,
        "users": people + 1,
        "teams": teams,
        "agent": {"id": large.people[AGENT].id, "key": keys.0},
        "admin": {"key": keys.1},
        "colleagues": large.people.iter().skip(2).filter(|person| person.active).take(40).map(|person| &person.id).collect::<Vec<_>>(),
        "records": {"own": samples.own, "shared": samples.shared, "hidden": samples.hidden},
        "words": {"common": names::COMMON.to_lowercase(), "rare": names::RARE.to_lowercase()},
    }))
}

fn fill(database: &Database, organization: &Organization<'_>, random: &Seeded, leads: usize, now: i64) -> Result<Samples, Failure> {
    let ranks = Ranks { people: Skewed::new(organization.people.len(), FIRST.0), teams: Skewed::new(organization.teams.len(), FIRST.1) };
    let mut samples = Samples::default();
    let step = SPAN * DAY / i64::try_from(leads)?;
    let rare = leads.div_ceil(RARE);
    for index in 0..leads {
        let created = now - SPAN * DAY + step * i64::try_from(index)? + random.between(0, step - 1);
        let is_rare = index % rare == rare / 2;
        let word = if is_rare {
            Some(names::RARE)
        } else if index % 10 == 3 {
            Some(names::COMMON)
        } else {
            None
        };
        // Somebody who is measured finds what is rare among what is theirs.
        let owner = match random.below(100) {
            _ if is_rare => Some(AGENT),
            0..5 => None,
            _ => Some(ranks.people.draw(random)),
        };
        let record = lead(organization, random, created, now, owner, word);
        write(database, organization, random, &record, owner, &ranks, now, &mut samples)?;
    }
    Ok(samples)
}

fn lead(organization: &Organization<'_>, random: &Seeded, created: i64, now: i64, owner: Option<usize>, word: Option<&str>) -> Record {
    let mut record =
        blank(RecordId::mint(Timestamp(created), random), organization.id.clone(), Kind::Lead, &organization.settings, Timestamp(created));
    let somebody = names::somebody(random, word);
    let statuses = organization.settings.statuses_of(Kind::Lead);
    record.status.clone_from(&statuses[[0, 0, 1, 1, 1, 2, 2, 3][random.below(8)]]);
    record.email = random.chance(85).then_some(somebody.email);
    record.phone = random.chance(70).then(|| format!("+49 {} {:07}", random.between(30, 999), random.below(10_000_000)));
    record.name = Some(somebody.name);
    record.company = Some(somebody.company);
    record.title = random.chance(50).then(|| somebody.title.to_owned());
    record.source = random.chance(90).then(|| random.pick(names::SOURCES).to_owned());
    if random.chance(60) {
        record.amount = Some(random.between(5, 2_000) * 10_000);
        record.currency = Some(random.pick(&["EUR", "EUR", "EUR", "GBP", "USD", "SEK"]).to_owned());
    }
    for _ in 0..random.below(3) {
        let tag = random.pick(names::TAGS).to_owned();
        if !record.tags.contains(&tag) {
            record.tags.push(tag);
        }
    }
    record.owner = owner.map(|owner| organization.people[owner].owner());
    record.version = 1;
    if random.chance(70) {
        // Most changes come soon, so that the order of changes is not the order of creation.
        #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a span of two years")]
        let later = ((now - created) as f64 * random.fraction().powi(2)) as i64;
        record.updated_at = Timestamp(created + later);
        record.last_activity_at = record.updated_at;
    }
    record
}

/// Writes a record, its first event, and who else sees it.
#[expect(clippy::too_many_arguments, reason = "one row of everything")]
fn write(
    database: &Database,
    organization: &Organization<'_>,
    random: &Seeded,
    record: &Record,
    owner: Option<usize>,
    ranks: &Ranks,
    now: i64,
    samples: &mut Samples,
) -> Result<(), Failure> {
    let maker = &organization.people[owner.unwrap_or(0)];
    database.run(&record_insert(record, None))?;
    let created =
        Event::Created { changes: first_changes(organization, record), owner: owner.map(|owner| organization.people[owner].person()) };
    database.run(&event_insert(record, 1, &created, &maker.actor(), (true, None), record.created_at))?;
    database.run(&event_dispatched(&format!("[[\"{}\",1]]", record.id), record.created_at.plus(SECOND)))?;

    let mut seen = owner == Some(AGENT);
    let give = |event: &Event| -> Result<(), Failure> {
        for statement in grant_effects(record, event, Some(maker.id.as_str()), record.created_at) {
            database.run(&statement)?;
        }
        Ok(())
    };
    let mut added: Vec<usize> = owner.into_iter().collect();
    let wanted = match random.below(100) {
        0..60 => 0,
        60..80 => 1,
        80..90 => 2,
        90..95 => 3,
        95..98 => 4,
        _ => 5,
    };
    for _ in 0..wanted {
        let person = ranks.people.draw(random);
        if added.contains(&person) {
            continue;
        }
        added.push(person);
        let level = random.pick(&[Level::Viewer, Level::Collaborator, Level::Collaborator, Level::Collaborator]);
        let until = end(random, record, now);
        seen |= person == AGENT;
        let user = organization.people[person].person();
        give(&Event::CollaboratorAdded { id: GrantId::mint(record.created_at, random), user, level, until })?;
    }
    let mut shares = Vec::new();
    if random.chance(25) {
        let team = ranks.teams.draw(random);
        let (id, name) = &organization.teams[team];
        shares.push((Recipient::Team { id: id.clone() }, name.clone()));
        seen |= team < 2;
    }
    if random.chance(8) {
        let person = ranks.people.draw(random);
        if owner != Some(person) {
            let person = &organization.people[person];
            shares.push((Recipient::User { id: person.id.clone() }, person.name.clone()));
            seen |= person.id == organization.people[AGENT].id;
        }
    }
    if random.chance(1) {
        shares.push((Recipient::Everyone, "everyone".to_owned()));
        seen = true;
    }
    for (with, with_name) in shares {
        let permissions = random.pick(&[Permissions::READ, Permissions::READ.or(Permissions::NOTE), Permissions::COLLABORATE]);
        let id = GrantId::mint(record.created_at, random);
        let expires_at = end(random, record, now);
        let reaches = with == Recipient::Team { id: organization.teams[0].0.clone() };
        if reaches && expires_at.is_none_or(|end| end.0 > now + DAY) && samples.shared.len() < SAMPLES {
            samples.shared.push(record.id.clone());
        }
        give(&Event::Shared(ShareTerms { id, with, with_name, permissions, expires_at, reason: None, parent: None }))?;
    }
    let sample = if owner == Some(AGENT) { &mut samples.own } else { &mut samples.hidden };
    if sample.len() < SAMPLES && (owner == Some(AGENT) || !seen) {
        sample.push(record.id.clone());
    }
    Ok(())
}

/// Most grants have no end, some will end, some have.
fn end(random: &Seeded, record: &Record, now: i64) -> Option<Timestamp> {
    match random.below(100) {
        0..75 => None,
        75..90 => Some(Timestamp(now + random.between(30, 700) * DAY)),
        _ => Some(Timestamp(now.min(record.created_at.0 + random.between(1, 90) * DAY))),
    }
}

fn first_changes(organization: &Organization<'_>, record: &Record) -> fields::Changes {
    let before = blank(record.id.clone(), organization.id.clone(), record.kind, &organization.settings, record.created_at);
    let patch: Patch =
        fields::NAMES.iter().filter(|name| **name != "fields").map(|name| ((*name).to_owned(), fields::get(record, name))).collect();
    fields::changes(&before, &patch)
}
