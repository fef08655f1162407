//! What form vendors send: one file per vendor, and one list of them.
//!
//! A provider verifies a delivery over its raw bytes and reads the submissions out of it, nothing else. Which lead fields
//! the answers fill is decided in [`answers`], what becomes of a submission in `flow::capture`. A provider must never parse
//! before it has verified, never reach the database or a clock, and never fail over a field that it does not know.
//!
//! A new vendor is a file here with its `PROVIDER` and a line in [`PROVIDERS`]. A kind of delivery that no vendor had so
//! far (a challenge to echo, ids to read back from the vendor later) is a variant of [`Content`]: the compiler then names
//! the places that owe it an answer.

pub mod answers;
pub mod calendly;
pub mod contact_form_7;
pub mod elementor;
pub mod form;
pub mod google_ads;
pub mod gravity_forms;
pub mod hubspot;
pub mod jotform;
pub mod meta_lead_ads;
pub mod multipart;
pub mod number;
pub mod signature;
pub mod standard_webhooks;
pub mod tally;
pub mod typeform;
pub mod webflow;

use serde_json::{Map, Value as Json};

use self::answers::Answer;
use self::signature::{OF_BODY, Scheme, invalid, same};
use crate::error::Refusal;
use crate::id::Entropy;
use crate::show::{self, gather};
use crate::time::Timestamp;

/// All providers.
pub const PROVIDERS: &[Provider] = &[
    form::PROVIDER,
    standard_webhooks::PROVIDER,
    typeform::PROVIDER,
    tally::PROVIDER,
    google_ads::PROVIDER,
    meta_lead_ads::PROVIDER,
    hubspot::PROVIDER,
    webflow::PROVIDER,
    calendly::PROVIDER,
    jotform::PROVIDER,
    gravity_forms::PROVIDER,
    elementor::PROVIDER,
    contact_form_7::PROVIDER,
];

/// How one vendor's deliveries are told from forgeries, and read.
#[derive(Clone, Copy, Debug)]
pub struct Provider {
    /// What sources call it.
    pub name: &'static str,
    /// What tells its deliveries from forgeries.
    pub proof: Proof,
    /// Reads a verified delivery.
    pub parse: fn(&Inbound<'_>) -> Result<Parsed, Unreadable>,
    /// Where the answers are asked for, when the delivery itself has none.
    pub readback: Option<Readback>,
}

/// What tells a vendor's deliveries from forgeries.
#[derive(Clone, Copy, Debug)]
pub enum Proof {
    /// Nothing but the key in the address.
    Address,
    /// A signature over the raw bytes.
    Signed(&'static Scheme),
    /// The source's secret as a member of the JSON object that is the body.
    Member(&'static str),
}

/// How the answers of a submission are asked for, of which the delivery told but an id.
#[derive(Clone, Copy, Debug)]
pub struct Readback {
    /// The vendor's own address; a source may name another one.
    pub base_url: &'static str,
    /// The path and query for an id, and with which of the names in the source's field map.
    pub path: fn(&str, &[&str]) -> String,
    /// Whether the access token is a parameter of the address; otherwise it is sent as `Authorization: Bearer`.
    pub token_in_query: bool,
    /// Reads the answer.
    pub parse: fn(&Json) -> Option<Submission>,
}

impl Provider {
    /// Refuses what the vendor did not send, over the raw bytes and in constant time. Gets the source's secret.
    pub fn verify(&self, inbound: &Inbound<'_>, secret: Option<&str>, now: Timestamp) -> Result<(), Refusal> {
        match self.proof {
            Proof::Address => Ok(()),
            Proof::Signed(scheme) => scheme.verify(inbound, secret, now),
            Proof::Member(name) => {
                let body = show::parse(inbound.body).ok();
                let given = body.as_ref().and_then(|body| body[name].as_str()).unwrap_or_default();
                if same(secret.unwrap_or_default(), given) { Ok(()) } else { Err(invalid()) }
            }
        }
    }

    /// Whether its sources have a secret besides the key in their address.
    pub fn has_secret(&self) -> bool {
        !matches!(self.proof, Proof::Address)
    }

    /// Whether `text` can be the secret of its sources.
    pub fn accepts(&self, text: &str) -> bool {
        match self.proof {
            Proof::Signed(scheme) => scheme.key(text).is_some(),
            _ => !text.is_empty(),
        }
    }

    /// A new secret of the vendor's form, where the vendor takes ours.
    pub fn mint(&self, entropy: &dyn Entropy) -> Option<String> {
        match self.proof {
            Proof::Address => None,
            Proof::Signed(scheme) if scheme.theirs => None,
            Proof::Signed(scheme) => Some(scheme.mint(entropy)),
            Proof::Member(_) => Some(OF_BODY.mint(entropy)),
        }
    }
}

/// A delivery as it came in.
#[derive(Clone, Copy, Debug)]
pub struct Inbound<'a> {
    /// The method, upper case.
    pub method: &'a str,
    /// The address that was requested, whole and still percent-encoded.
    pub url: &'a str,
    /// Headers, names in lower case.
    pub headers: &'a [(String, String)],
    /// The raw body.
    pub body: &'a [u8],
}

impl<'a> Inbound<'a> {
    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&'a str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The content type with its parameters; empty when there is none.
    pub fn content_type(&self) -> &'a str {
        self.header("content-type").unwrap_or("").trim()
    }

    /// The content type in lower case and without its parameters.
    pub fn media_type(&self) -> String {
        self.content_type().split(';').next().unwrap_or("").trim().to_ascii_lowercase()
    }
}

/// What a delivery says.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// What is in it.
    pub content: Content,
    /// The address that a browser asks to be sent to afterwards. Not to be trusted: see [`form::may_redirect`].
    pub redirect: Option<String>,
    /// What a widget says that proves a person sent it.
    pub human: Option<String>,
}

impl Parsed {
    /// One submission.
    fn one(id: Option<String>, answers: Vec<Answer>, attribution: Map<String, Json>) -> Self {
        Self::many(vec![Submission { id, answers, attribution, ..Submission::default() }])
    }

    /// Several of them.
    fn many(submissions: Vec<Submission>) -> Self {
        Self { content: Content::Submissions(submissions), redirect: None, human: None }
    }

    /// Nothing to make a lead of.
    fn ignored(why: &'static str) -> Self {
        Self { content: Content::Ignored(why), redirect: None, human: None }
    }
}

/// What is in a delivery.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// Submissions: one, or with some vendors several.
    Submissions(Vec<Submission>),
    /// Nothing to make a lead of, and why.
    Ignored(&'static str),
}

/// One submitted form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Submission {
    /// The vendor's id, a string whatever the vendor writes; nothing where the content itself must tell it from others.
    pub id: Option<String>,
    /// What was answered, in the form's order.
    pub answers: Vec<Answer>,
    /// What the vendor says about where it came from: `form_id`, `form_title`, `page_url`, `utm_…`.
    pub attribution: Map<String, Json>,
    /// What the answers are to be asked for by, when the delivery has none of them.
    pub reference: Option<String>,
    /// The id of the earlier submission that this one only adds to: it makes no lead, and stands on the timeline of the
    /// one that there is.
    pub adds_to: Option<String>,
}

/// Why a delivery cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Unreadable {
    /// The content type is none that the vendor uses. Says which are.
    MediaType(&'static str),
    /// The body is not of the vendor's shape. Says what is wrong.
    Shape(String),
}

/// A body as JSON. Numbers that would lose digits come as strings: they are ids.
pub fn json(body: &[u8]) -> Result<Json, Unreadable> {
    let text = std::str::from_utf8(body).map_err(|_| Unreadable::Shape("The body is not UTF-8.".to_owned()))?;
    let text = number::exact(text.trim_start_matches('\u{feff}'));
    show::parse(text.as_bytes())
        .map_err(|error| Unreadable::Shape(format!("Not readable as JSON at line {}, column {}.", error.line(), error.column())))
}

/// A body that must be a JSON object.
pub fn json_object(body: &[u8]) -> Result<Map<String, Json>, Unreadable> {
    match json(body)? {
        Json::Object(map) => Ok(map),
        _ => Err(Unreadable::Shape("The body must be a JSON object.".to_owned())),
    }
}

/// A JSON body in which a list or an object must be found at this place.
fn json_with(body: &[u8], place: &str) -> Result<Json, Unreadable> {
    let body = json(body)?;
    match body.pointer(place) {
        Some(found) if found.is_array() || found.is_object() => Ok(body),
        _ => Err(shape(&format!("There is no `{}`.", place.trim_start_matches('/').replace('/', ".")))),
    }
}

fn shape(detail: &str) -> Unreadable {
    Unreadable::Shape(detail.to_owned())
}

/// The text or number at a place, as text; nothing when it is empty.
fn text_at(body: &Json, place: &str) -> Option<String> {
    let text = match body.pointer(place)? {
        Json::String(text) => text.trim().to_owned(),
        Json::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// The members of a list or an object at a place; none where there is none.
fn items<'a>(body: &'a Json, place: &str) -> Vec<&'a Json> {
    match body.pointer(place) {
        Some(Json::Array(list)) => list.iter().collect(),
        _ => Vec::new(),
    }
}

/// What a body says about where it came from: each name with its place.
fn attributed(body: &Json, places: &[(&str, &str)]) -> Map<String, Json> {
    gather(places.iter().filter_map(|(name, place)| Some(((*name).to_owned(), Json::from(text_at(body, place)?)))))
}

/// The members of the object at a place as answers under their names.
fn labelled(body: &Json, place: &str) -> impl Iterator<Item = Answer> {
    let members = body.pointer(place).and_then(Json::as_object).cloned().unwrap_or_default();
    members.into_iter().map(|(label, value)| Answer::new(label, value))
}
