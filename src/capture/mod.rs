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
pub mod form;
pub mod multipart;
pub mod number;
pub mod signature;
pub mod standard_webhooks;

use serde_json::{Map, Value as Json};

use self::answers::Answer;
use crate::error::Refusal;
use crate::id::Entropy;
use crate::show;
use crate::time::Timestamp;

/// All providers.
pub const PROVIDERS: &[Provider] = &[form::PROVIDER, standard_webhooks::PROVIDER];

/// How one vendor's deliveries are told from forgeries, and read.
#[derive(Clone, Copy, Debug)]
pub struct Provider {
    /// What sources call it.
    pub name: &'static str,
    /// The secret that a source of this provider has; nothing where the key in its address is the only one.
    pub secret: Option<Secret>,
    /// Refuses what the vendor did not send, over the raw bytes and in constant time. Gets the source's secret.
    pub verify: fn(&Inbound<'_>, Option<&str>, Timestamp) -> Result<(), Refusal>,
    /// Reads a verified delivery.
    pub parse: fn(&Inbound<'_>) -> Result<Parsed, Unreadable>,
}

/// What a source's secret has to be.
#[derive(Clone, Copy, Debug)]
pub struct Secret {
    /// How it looks, in words: "must be …".
    pub rule: &'static str,
    /// Whether a text is one.
    pub accepts: fn(&str) -> bool,
    /// Makes one where the vendor takes ours; nothing where the vendor gives it out and it must be told.
    pub mint: Option<fn(&dyn Entropy) -> String>,
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
