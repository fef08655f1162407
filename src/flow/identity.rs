//! Who calls by a token of an identity provider: whose provider it is, by which keys it may be signed, and whether it is.
//!
//! What an isolate remembers makes this quick and decides nothing: that the organisation still names this very provider is
//! looked up with the caller (`access::CALLER`). Keys are read again when they are old, and when a token names one that is not
//! among them, which anybody can make it do: so that at most once a minute.

use std::cell::RefCell;
use std::fmt::Write as _;

use super::{Outgoing, Outside, Ports};
use crate::error::{Code, Error, Refusal, StoreError};
use crate::id::Shard;
use crate::json;
use crate::jwt::{Jwk, Token, keys};
use crate::record::email::lower;
use crate::show::{self, Show as _};
use crate::store::Results;
use crate::store::org::{Provider, provider_find};
use crate::store::person::Credential;
use crate::target::{Target, target};
use crate::time::{HOUR, MINUTE, SECOND, Timestamp};

/// How long keys are used before they are read again.
const FRESH: i64 = 10 * MINUTE;
/// How long they are used when they cannot be read again.
const KEPT: i64 = HOUR;
/// How often they are read again because a token names one that is not among them.
const UNKNOWN: i64 = MINUTE;
/// How long a provider that did not answer is left alone.
const PAUSE: i64 = SECOND;
/// How long one is waited for, which asked before; then it is taken to have been broken off.
const PATIENCE: i64 = 10 * SECOND;
/// How often it is looked whether it has got an answer, in that time.
const LOOKS: usize = 200;
/// How many providers are remembered, and how many sets of keys.
const MOST: usize = 200;
/// How many keys one signature is held against, where the token names none.
const MOST_TRIES: usize = 4;

/// The keys at an address.
#[derive(Debug, Default)]
struct Ring {
    url: String,
    keys: Vec<Jwk>,
    /// When they were read.
    read: Option<Timestamp>,
    /// When they were last read again because of an unknown key.
    missed: Option<Timestamp>,
    /// Since when somebody is asking.
    asking: Option<Timestamp>,
    /// When there was no answer.
    failed: Option<Timestamp>,
}

/// A provider, and the shard of the organisation that names it.
type Settled = (Shard, Provider);

/// What an isolate remembers: which provider it was for an issuer and audiences, and keys.
#[derive(Debug, Default)]
pub struct Providers {
    known: RefCell<Vec<(String, Settled)>>,
    rings: RefCell<Vec<Ring>>,
}

/// What to do next.
enum Step {
    /// Hold the signature against these.
    Try(Vec<Jwk>),
    /// Read the keys.
    Ask,
    /// Somebody does.
    Wait,
    /// No key fits.
    Unfit,
    /// The provider has just not answered.
    Fail,
}

fn since(time: Option<Timestamp>, now: Timestamp, span: i64) -> bool {
    time.is_some_and(|time| time.plus(span) > now)
}

impl Ring {
    /// `asked`: the request has read the keys itself already; `missed`: whatever fits was tried and is not it; `patient`: it may
    /// wait for who reads them.
    fn step(&mut self, token: &Token, now: Timestamp, asked: bool, missed: bool, patient: bool) -> Step {
        let fits = |key: &&Jwk| since(self.read, now, KEPT) && !missed && key.fits(token);
        let fits: Vec<Jwk> = self.keys.iter().filter(fits).take(MOST_TRIES).cloned().collect();
        let (fresh, asking, failed) = (since(self.read, now, FRESH), since(self.asking, now, PATIENCE), since(self.failed, now, PAUSE));
        let wanted = !fresh || (fits.is_empty() && !since(self.missed, now, UNKNOWN));
        let waits = asking && patient;
        if wanted && !asked && !failed && !waits {
            self.asking = Some(now);
            self.missed = if fresh { Some(now) } else { self.missed };
            return Step::Ask;
        }
        match fits.is_empty() {
            false => Step::Try(fits),
            true if waits => Step::Wait,
            true if failed || !fresh => Step::Fail,
            true => Step::Unfit,
        }
    }

    /// Takes the keys over that were read, or that there was no answer.
    fn answered(&mut self, found: Option<Vec<Jwk>>, now: Timestamp) {
        self.asking = None;
        match found {
            Some(keys) => (self.keys, self.read, self.failed) = (keys, Some(now), None),
            None => self.failed = Some(now),
        }
    }
}

/// Forgets the first of too many, to make place for one more.
fn make_room<T>(list: &mut Vec<T>) {
    if list.len() >= MOST {
        list.remove(0);
    }
}

impl Providers {
    fn at<T>(&self, url: &str, work: impl FnOnce(&mut Ring) -> T) -> T {
        let mut rings = self.rings.borrow_mut();
        let place = rings.iter().position(|ring| ring.url == url).unwrap_or_else(|| {
            make_room(&mut rings);
            rings.push(Ring { url: url.to_owned(), ..Ring::default() });
            rings.len() - 1
        });
        work(&mut rings[place])
    }

    fn known(&self, question: &str) -> Option<Settled> {
        self.known.borrow().iter().find(|(asked, _)| asked == question).map(|(_, settled)| settled.clone())
    }

    /// Where the token `text` leads by what is remembered, if that is not the first shard. Where there is but one, no token is read for it.
    pub fn shard(&self, text: &str, now: Timestamp) -> Option<Shard> {
        let is_there = |(_, (shard, _)): &(String, Settled)| *shard != Shard::FIRST;
        if !self.known.borrow().iter().any(is_there) {
            return None;
        }
        Token::read(text, now).ok().and_then(|token| self.known(&question(&token))).map(|(shard, _)| shard)
    }

    fn learn(&self, question: String, found: Option<&Settled>) {
        let mut known = self.known.borrow_mut();
        known.retain(|(asked, _)| *asked != question);
        if let Some(settled) = found {
            make_room(&mut known);
            known.push((question, settled.clone()));
        }
    }
}

/// Whether keys may be asked for at an address: encrypted and of a public name, or, for local work, also of this machine.
pub fn may_read_keys(url: &str, insecure: bool) -> bool {
    match target(url) {
        Some(Target::Name(_)) => true,
        Some(Target::Here) => insecure,
        None => false,
    }
}

/// What a provider is found by.
fn question(token: &Token) -> String {
    show::text(&json!([token.issuer, token.audiences.show()]))
}

/// What a token proves.
#[derive(Debug)]
pub enum Proven {
    /// This, for `access::CALLER` to look up.
    Here(Credential),
    /// Something on another shard, which is to be asked instead.
    There(Shard),
}

/// What `text`, a token, proves to the shard that is asked. Who named its provider is looked for on that one first, and then on the others.
/// `again`: what was made of it led nowhere; nothing when it proves the same again.
pub async fn proven(
    ports: Ports<'_>,
    outside: &Outside<'_>,
    here: Shard,
    providers: &Providers,
    insecure: bool,
    text: &str,
    again: bool,
) -> Result<Option<Proven>, Error> {
    let token = Token::read(text, ports.now)?;
    let question = question(&token);
    let known = providers.known(&question);
    let verified = |provider| verified(ports, outside, providers, insecure, &token, provider);
    let mut refusal = None;
    if let (Some((shard, provider)), false) = (&known, again) {
        if *shard != here {
            return Ok(Some(Proven::There(*shard)));
        }
        match verified(provider.clone()).await {
            Ok(proven) => return Ok(Some(proven)),
            // The provider may have moved since.
            Err(error) => refusal = Some(error),
        }
    }
    let mut found: Option<Settled> = None;
    for place in outside.everywhere(here, ports.db) {
        let asked = place.db.batch(vec![provider_find(&token.issuer, &token.audiences)]).await?;
        if let Some(provider) = Results::new(asked).first()? {
            found = Some((place.shard, provider));
            break;
        }
    }
    providers.learn(question, found.as_ref());
    match found {
        None => Err(refused("No organisation takes tokens of this issuer for this audience.")),
        found if found == known => refusal.map_or(Ok(None), Err),
        Some((shard, _)) if shard != here => Ok(Some(Proven::There(shard))),
        Some((_, provider)) => verified(provider).await.map(Some),
    }
}

/// What a token of this provider proves.
async fn verified(
    ports: Ports<'_>,
    outside: &Outside<'_>,
    providers: &Providers,
    insecure: bool,
    token: &Token,
    provider: Provider,
) -> Result<Proven, Error> {
    if !may_read_keys(&provider.jwks_url, insecure) {
        return Err(refused("The organisation's keys are at an address that is not asked here."));
    }
    check(ports, outside, providers, token, &provider.jwks_url).await?;
    let facts = json!([provider.org, lower(&token.email), provider.stated, token.ends(ports.now).0]);
    Ok(Proven::Here(Credential::Token(ascii(&show::text(&facts)))))
}

fn refused(detail: &str) -> Error {
    Refusal::new(Code::Unauthenticated, detail).into()
}

/// Refuses a token that none of the keys at `url` signed.
async fn check(ports: Ports<'_>, outside: &Outside<'_>, providers: &Providers, token: &Token, url: &str) -> Result<(), Error> {
    let now = ports.now;
    let (mut asked, mut missed, mut looks) = (false, false, 0);
    loop {
        match providers.at(url, |ring| ring.step(token, now, asked, missed, looks < LOOKS)) {
            Step::Try(fits) => {
                for key in &fits {
                    if outside.guard.verifies(key, &token.signed, &token.signature).await {
                        return Ok(());
                    }
                }
                if token.kid.is_some() || asked {
                    return Err(refused("The token's signature does not match."));
                }
                missed = true;
            }
            Step::Ask => {
                asked = true;
                missed = false;
                let request = Outgoing {
                    method: "GET",
                    url: url.to_owned(),
                    headers: vec![("accept", "application/json".to_owned())],
                    body: String::new(),
                };
                let found = match outside.fetch.fetch(&request).await {
                    Ok(answer) if answer.status == 200 => keys(&answer.body),
                    _ => None,
                };
                providers.at(url, |ring| ring.answered(found, now));
            }
            Step::Wait => {
                looks += 1;
                outside.guard.pause().await;
            }
            Step::Unfit => return Err(refused("The token is signed by a key that its issuer does not have.")),
            Step::Fail => return Err(StoreError::Unavailable(format!("no keys at {url}")).into()),
        }
    }
}

/// JSON in letters that a header takes, too.
fn ascii(json: &str) -> String {
    let mut text = String::new();
    for character in json.chars() {
        if character.is_ascii() {
            text.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string never fails.
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}
