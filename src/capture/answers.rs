//! From answers to a lead. First the source's own field map, then what the vendor says an answer is, then well-known names;
//! what is left goes to the custom fields under its label.
//!
//! Nothing that a visitor typed may be lost here: an answer that its lead field cannot hold goes to the custom fields too,
//! and what the record has no room for, or says otherwise, comes out of [`fill`] for the timeline (`tests/capture.rs`).

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value as Json};
use sha2::{Digest as _, Sha256};

use super::Submission;
use crate::json;
use crate::model::Record;
use crate::record::fields::{self, MOST_FIELD_BYTES, MOST_FIELDS, Patch};
use crate::record::words::fold;
use crate::show::{self, Show as _, gather};

/// A source's field map: question id, reference, key or label → lead field.
pub type FieldMap = BTreeMap<String, String>;

/// One answer of a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What else the vendor calls the question: its id, its reference, its key.
    pub keys: Vec<String>,
    /// What people read.
    pub label: String,
    /// The lead field that the vendor says it is, one of [`TARGETS`].
    pub typed: Option<&'static str>,
    /// What was answered.
    pub value: Json,
}

impl Answer {
    /// An answer of which nothing but the label is known.
    pub fn new(label: impl Into<String>, value: impl Into<Json>) -> Self {
        Self { label: label.into(), value: value.into(), ..Self::default() }
    }

    fn names(&self) -> impl Iterator<Item = &String> {
        self.keys.iter().chain([&self.label])
    }
}

/// What a field map may name besides `fields.<key>`. Not the status: that is the source's to say, not the visitor's.
pub const TARGETS: &[&str] =
    &["name", "first_name", "last_name", "company", "title", "email", "phone", "website", "source", "amount", "currency", "tags"];

/// Names of fields, folded to letters and digits and without a leading `your`, that mean a lead field wherever they come
/// from.
const KNOWN: &[(&str, &[&str])] = &[
    ("email", &["email", "emailaddress", "mail", "workemail", "businessemail", "companyemail", "contactemail"]),
    (
        "phone",
        &["phone", "phonenumber", "tel", "telephone", "telephonenumber", "mobile", "mobilephone", "mobilenumber", "cellphone", "workphone"],
    ),
    ("name", &["name", "fullname", "contactname"]),
    ("first_name", &["firstname", "givenname", "forename", "fname"]),
    ("last_name", &["lastname", "surname", "familyname", "lname"]),
    ("company", &["company", "companyname", "organization", "organizationname", "organisation", "organisationname", "employer"]),
    ("title", &["title", "jobtitle", "position", "jobrole"]),
    ("website", &["website", "websiteurl", "companywebsite", "homepage"]),
    ("fields.message", &["message"]),
    ("attribution.form_id", &["formid"]),
    ("attribution.form_title", &["formtitle", "formname"]),
    ("attribution.page_url", &["pageurl", "pageaddress", "sourceurl"]),
    ("attribution.page_title", &["pagetitle"]),
    ("attribution.landing_page", &["landingpage"]),
    ("attribution.referrer", &["referrer", "referer"]),
];

/// Identifiers of clicks on advertisements.
const CLICKS: &[&str] = &["gclid", "gbraid", "wbraid", "fbclid", "msclkid", "ttclid", "li_fat_id"];

/// The custom field that tells where a submission came from.
const ATTRIBUTION: &str = "attribution";
/// The most characters of a custom field's name.
const LONGEST_KEY: usize = 100;
/// The most bytes of a field's name that can be a well-known one.
const LONGEST_NAME: usize = 60;
/// What a JavaScript number holds exactly.
const SAFE_INTEGER: u64 = (1 << 53) - 1;

/// Whether there is nothing in an answer.
pub fn blank(value: &Json) -> bool {
    match value {
        Json::Null => true,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(list) => list.iter().all(blank),
        Json::Object(map) => map.values().all(blank),
        Json::Bool(_) | Json::Number(_) => false,
    }
}

fn clean_text(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t')).collect::<String>().trim().to_owned()
}

/// Without control characters, which nobody types, and with numbers that a browser would round as strings.
fn clean(value: &Json) -> Json {
    match value {
        Json::String(text) => Json::from(clean_text(text)),
        Json::Number(number) if number.as_i64().map_or(number.is_u64(), |number| number.unsigned_abs() > SAFE_INTEGER) => {
            Json::from(number.to_string())
        }
        Json::Array(list) => list.iter().map(clean).collect(),
        Json::Object(map) => Json::Object(gather(map.iter().map(|(key, value)| (clean_text(key), clean(value))))),
        value => value.clone(),
    }
}

/// What tells a submission without an id from others: a hash of its answers, in whatever order. Nothing for one without any
/// answer: two of those need not be the same.
pub fn fingerprint(submission: &Submission) -> Option<String> {
    // Sorted, and how often each is there.
    let mut answers = Map::new();
    for answer in submission.answers.iter().filter(|answer| !blank(&answer.value)) {
        let text = show::text(&json!([answer.keys.show(), answer.label.show(), answer.value]));
        let times = answers.get(&text).and_then(Json::as_u64).unwrap_or(0) + 1;
        answers.insert(text, Json::from(times));
    }
    if answers.is_empty() {
        return None;
    }
    // The same words in two forms of one site are two submissions.
    answers.extend(submission.attribution.get("form_id").map(|form| ("form_id".to_owned(), form.clone())));
    Some(digest(show::text(&Json::Object(answers)).as_bytes()))
}

/// SHA-256 as base64url.
pub fn digest(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(bytes))
}

/// The record fields that a submission says, by path, with the source's field map.
pub fn patch(submission: &Submission, map: &FieldMap) -> Patch {
    let mut lead = Lead::default();
    for (key, value) in &submission.attribution {
        lead.attribute(key, clean(value));
    }
    let cleaned = submission.answers.iter().map(|answer| Answer { value: clean(&answer.value), ..answer.clone() });
    let mut open: Vec<Answer> = cleaned.filter(|answer| !blank(&answer.value)).collect();
    // Rule by rule over all answers: what the source maps must not find its field taken by a guess.
    for rule in [mapped, attributed, typed, known] {
        let mut left = Vec::new();
        for answer in open {
            match rule(&answer, map) {
                Some(target) => lead.place(&target, answer),
                None => left.push(answer),
            }
        }
        open = left;
    }
    for answer in open {
        lead.keep(&answer.label, answer.value);
    }
    lead.finish()
}

fn mapped(answer: &Answer, map: &FieldMap) -> Option<String> {
    answer.names().find_map(|name| map.get(name).or_else(|| map.get(name.trim()))).cloned()
}

/// Campaign parameters keep their names.
fn attributed(answer: &Answer, _: &FieldMap) -> Option<String> {
    let mut names = answer.names().map(|name| name.trim().to_ascii_lowercase());
    let name = names.find(|name| name.starts_with("utm_") || CLICKS.contains(&name.as_str()))?;
    Some(format!("{ATTRIBUTION}.{name}"))
}

fn typed(answer: &Answer, _: &FieldMap) -> Option<String> {
    answer.typed.map(str::to_owned)
}

fn known(answer: &Answer, _: &FieldMap) -> Option<String> {
    answer.names().filter(|name| name.len() <= LONGEST_NAME).find_map(|name| {
        let folded: String = fold(name).chars().filter(|c| c.is_alphanumeric()).collect();
        let bare = folded.strip_prefix("your").unwrap_or(&folded);
        KNOWN.iter().find(|(_, names)| names.contains(&bare)).map(|(target, _)| (*target).to_owned())
    })
}

/// What a lead field can hold of an answer: texts of a list are joined.
fn text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Array(list) => list.iter().map(text).collect::<Option<Vec<_>>>().map(|texts| texts.join(", ")),
        Json::Null | Json::Bool(_) | Json::Object(_) => None,
    }
}

/// The custom field of a label: always the same for the same question, and two for two questions that begin alike.
fn field_key(label: &str) -> String {
    if label == ATTRIBUTION {
        return format!("form {ATTRIBUTION}");
    }
    if label.chars().count() <= LONGEST_KEY {
        return label.to_owned();
    }
    let start: String = label.chars().take(LONGEST_KEY - 10).collect();
    format!("{}… {}", start.trim_end(), &digest(label.as_bytes())[..8])
}

#[derive(Default)]
struct Lead {
    patch: Patch,
    first: Option<Answer>,
    last: Option<Answer>,
    fields: BTreeMap<String, Vec<Json>>,
    attribution: Map<String, Json>,
}

impl Lead {
    /// Puts an answer where it belongs, or among the custom fields when it cannot stand there.
    fn place(&mut self, target: &str, answer: Answer) {
        match target.split_once('.') {
            Some(("fields", key)) => return self.keep(key, answer.value),
            Some((ATTRIBUTION, key)) => return self.attribute(key, answer.value),
            _ => {}
        }
        let part = match target {
            "first_name" => &mut self.first,
            "last_name" => &mut self.last,
            _ if self.set(target, &answer.value) => return,
            _ => return self.keep(&answer.label, answer.value),
        };
        if part.is_none() && text(&answer.value).is_some() {
            *part = Some(answer);
        } else {
            self.keep(&answer.label, answer.value);
        }
    }

    /// Puts a value into a lead field that is still empty and can hold it.
    fn set(&mut self, name: &str, value: &Json) -> bool {
        if self.patch.contains_key(name) {
            return false;
        }
        let value = match (name, value) {
            ("tags", Json::Array(_)) => Some(value.clone()),
            ("tags", _) => text(value).map(|text| text.split(',').map(str::trim).filter(|tag| !tag.is_empty()).collect()),
            ("amount", Json::String(text)) => text.parse::<i64>().ok().map(Json::from),
            ("amount", _) => Some(value.clone()),
            _ => text(value).map(Json::from),
        };
        let Some(value) = value else { return false };
        let mut errors = Vec::new();
        let read = fields::read(&mut gather([(name.to_owned(), value)]), &mut errors);
        let fits = errors.is_empty() && !read.is_empty();
        if fits {
            self.patch.extend(read);
        }
        fits
    }

    /// Puts a value among the custom fields. What comes twice under one label becomes a list.
    fn keep(&mut self, label: &str, value: Json) {
        let label = clean_text(label);
        let label = if label.is_empty() { "answer" } else { &label };
        if let (ATTRIBUTION, Json::Object(map)) = (label, &value) {
            for (key, value) in map {
                self.attribute(key, value.clone());
            }
            return;
        }
        let key = field_key(label);
        self.fields.entry(key).or_default().push(value);
    }

    fn attribute(&mut self, key: &str, value: Json) {
        let key: String = clean_text(key).chars().take(LONGEST_KEY).collect();
        match self.attribution.get_mut(&key) {
            _ if blank(&value) => {}
            None => {
                self.attribution.insert(key, value);
            }
            Some(Json::Array(list)) => list.push(value),
            Some(present) => *present = Json::Array(vec![present.take(), value]),
        }
    }

    fn finish(mut self) -> Patch {
        let parts: Vec<Answer> = [self.first.take(), self.last.take()].into_iter().flatten().collect();
        let name = parts.iter().filter_map(|part| text(&part.value)).collect::<Vec<_>>().join(" ");
        if name.is_empty() || !self.set("name", &Json::from(name)) {
            for part in parts {
                self.keep(&part.label, part.value);
            }
        }
        let mut patch = self.patch;
        for (key, mut values) in self.fields {
            let value = if values.len() == 1 { values.remove(0) } else { Json::Array(values) };
            patch.insert(format!("fields.{key}"), value);
        }
        if !self.attribution.is_empty() {
            patch.insert(format!("fields.{ATTRIBUTION}"), Json::Object(self.attribution));
        }
        patch
    }
}

/// Divides what a submission says into what goes into empty fields of `record` and what does not: because the record says
/// otherwise, or has no room for more custom fields.
pub fn fill(record: &Record, patch: &Patch) -> (Patch, Map<String, Json>) {
    let size = |value: &Json| show::text(value).len();
    let mut count = record.fields.len();
    let mut bytes = show::text(&record.fields.show()).len();
    let (mut fill, mut rest) = (Patch::new(), Map::new());
    for (path, value) in patch {
        let present = fields::get(record, path);
        let room = path.strip_prefix("fields.").map(|key| size(&Json::from(key)) + 1 + size(value) + 1);
        if present == *value {
        } else if !blank(&present) || room.is_some_and(|room| count == MOST_FIELDS || bytes + room > MOST_FIELD_BYTES) {
            rest.insert(path.clone(), value.clone());
        } else {
            if let Some(room) = room {
                count += 1;
                bytes += room;
            }
            fill.insert(path.clone(), value.clone());
        }
    }
    (fill, rest)
}
