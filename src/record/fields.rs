//! The fields of a record that people change: what each may hold, how a merge patch (RFC 7396) lands on them, and what
//! changed. Everything goes by path: `phone`, or `fields.<key>` for a custom field, so that two people who change
//! different fields never conflict.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};

use super::email::is_email;
use crate::error::FieldError;
use crate::model::{Record, Settings};
use crate::show::{self, Show};
use crate::shown;
use crate::sql::read as read_value;

/// Fields by path; a null clears.
pub type Patch = BTreeMap<String, Json>;

/// One field.
#[inline(never)]
pub fn one(name: &str, value: Json) -> Patch {
    let mut patch = Patch::new();
    patch.insert(name.to_owned(), value);
    patch
}

/// What a field was and what it became.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Before.
    pub from: Json,
    /// After.
    pub to: Json,
}

/// What changed, by path, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes(Vec<(String, Change)>);

impl Changes {
    /// Notes a change, in the place of an earlier one of the same path.
    pub fn note(&mut self, path: &str, change: Change) {
        match self.0.iter_mut().find(|(known, _)| known == path) {
            Some((_, known)) => *known = change,
            None => self.0.push((path.to_owned(), change)),
        }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What changed.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(path, _)| path.as_str())
    }

    /// What changed, and how.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Change)> {
        self.0.iter().map(|(path, change)| (path.as_str(), change))
    }

    /// What became of the field at `path`, if it changed.
    pub fn to(&self, path: &str) -> Option<&Json> {
        self.0.iter().find(|(known, _)| known == path).map(|(_, change)| &change.to)
    }
}

shown!(Change: from, to);

impl Show for Changes {
    fn show(&self) -> Json {
        let mut map = Map::new();
        for (path, change) in &self.0 {
            show::put(&mut map, path, change.show());
        }
        Json::Object(map)
    }
}

/// The fields a body may name, in the order of the contract.
pub const NAMES: &[&str] =
    &["name", "company", "title", "email", "phone", "website", "status", "source", "amount", "currency", "tags", "fields"];

/// The most custom fields of a record.
pub const MOST_FIELDS: usize = 64;
/// The most bytes of a record's custom fields, as JSON.
pub const MOST_FIELD_BYTES: usize = 16 * 1024;
/// How deep a custom field may nest: far below what a JSON reader follows.
const DEEPEST: usize = 16;
/// The most tags of a record.
pub const MOST_TAGS: usize = 50;
const LONGEST_TAG: usize = 50;
/// What a JavaScript number holds exactly.
const MOST_AMOUNT: i64 = (1 << 53) - 1;

/// Whether text has characters that no form field should carry: controls other than tab and line breaks.
pub fn has_controls(text: &str) -> bool {
    text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
}

fn longest(name: &str) -> usize {
    match name {
        "email" => 254,
        "phone" => 50,
        "website" => 500,
        "source" => 100,
        _ => 200,
    }
}

fn text(name: &str, value: &Json) -> Result<Json, FieldError> {
    let Json::String(given) = value else {
        return Err(FieldError::new(name, "not_a_string", "must be a string"));
    };
    let given = given.trim();
    if given.is_empty() {
        return Ok(Json::Null);
    }
    if has_controls(given) {
        return Err(FieldError::new(name, "invalid_characters", "must not contain control characters"));
    }
    let most = longest(name);
    if given.chars().count() > most {
        return Err(FieldError::new(name, "too_long", format!("must be at most {most} characters long")));
    }
    if name == "email" && !is_email(given) {
        return Err(FieldError::new(name, "invalid_email", "must be an e-mail address"));
    }
    Ok(Json::String(given.to_owned()))
}

fn tags(value: &Json) -> Result<Json, Vec<FieldError>> {
    let Json::Array(given) = value else {
        return Err(vec![FieldError::new("tags", "not_a_list", "must be a list of strings")]);
    };
    let mut kept: Vec<Json> = Vec::new();
    let mut errors = Vec::new();
    for (index, tag) in given.iter().enumerate() {
        let at = format!("tags.{index}");
        match tag.as_str().map(str::trim) {
            None => errors.push(FieldError::new(at, "not_a_string", "must be a string")),
            Some("") => errors.push(FieldError::new(at, "empty", "must not be empty")),
            Some(tag) if tag.chars().count() > LONGEST_TAG => {
                errors.push(FieldError::new(at, "too_long", format!("must be at most {LONGEST_TAG} characters long")));
            }
            Some(tag) if has_controls(tag) => errors.push(FieldError::new(at, "invalid_characters", "must not contain control characters")),
            Some(tag) => {
                let tag = Json::from(tag);
                if !kept.contains(&tag) {
                    kept.push(tag);
                }
            }
        }
    }
    if kept.len() > MOST_TAGS {
        errors.push(FieldError::new("tags", "too_many", format!("must be at most {MOST_TAGS} tags")));
    }
    if errors.is_empty() { Ok(Json::Array(kept)) } else { Err(errors) }
}

fn value(name: &str, given: &Json) -> Result<Json, Vec<FieldError>> {
    let one = |error: FieldError| vec![error];
    match name {
        "tags" if given.is_null() => Ok(Json::Array(Vec::new())),
        _ if given.is_null() => Ok(Json::Null),
        "tags" => tags(given),
        "amount" => match given.as_i64() {
            Some(amount) if amount.abs() <= MOST_AMOUNT => Ok(Json::from(amount)),
            _ => Err(one(FieldError::new(name, "not_an_integer", "must be a whole number of minor units, within ±(2^53 - 1)"))),
        },
        "currency" => match given.as_str().map(str::trim) {
            Some(code) if code.len() == 3 && code.bytes().all(|b| b.is_ascii_alphabetic()) => Ok(Json::from(code.to_ascii_uppercase())),
            _ => Err(one(FieldError::new(name, "invalid_currency", "must be a three-letter currency code (ISO 4217)"))),
        },
        _ => text(name, given).map_err(one),
    }
}

/// Reads the record fields out of a body into a patch: every value trimmed and checked. Takes what it knows out of
/// `body` and leaves the rest for the caller to refuse.
pub fn read(body: &mut Map<String, Json>, errors: &mut Vec<FieldError>) -> Patch {
    let mut patch = Patch::new();
    for name in NAMES {
        let Some(given) = body.remove(*name) else { continue };
        if *name == "fields" {
            custom(given, &mut patch, errors);
            continue;
        }
        match value(name, &given) {
            Ok(value) => {
                patch.insert((*name).to_owned(), value);
            }
            Err(found) => errors.extend(found),
        }
    }
    patch
}

fn custom(given: Json, patch: &mut Patch, errors: &mut Vec<FieldError>) {
    let map = match given {
        // `"fields": null` clears them all, as a merge patch says.
        Json::Null => {
            patch.insert("fields".to_owned(), Json::Null);
            return;
        }
        Json::Object(map) => map,
        _ => return errors.push(FieldError::new("fields", "not_an_object", "must be an object")),
    };
    for (key, value) in map {
        let at = format!("fields.{key}");
        if key.trim().is_empty() || key.chars().count() > 100 || has_controls(&key) {
            errors.push(FieldError::new(
                "fields",
                "invalid_key",
                "a custom field's name has 1 to 100 characters and no control characters",
            ));
        } else if deeper_than(&value, DEEPEST) {
            errors.push(FieldError::new(at, "too_deep", format!("must not nest more than {DEEPEST} lists and objects")));
        } else if holds_controls(&value) {
            errors.push(FieldError::new(at, "invalid_characters", "must not contain control characters"));
        } else {
            patch.insert(at, value);
        }
    }
}

fn deeper_than(value: &Json, most: usize) -> bool {
    match value {
        Json::Array(list) => most == 0 || list.iter().any(|one| deeper_than(one, most - 1)),
        Json::Object(map) => most == 0 || map.values().any(|one| deeper_than(one, most - 1)),
        _ => false,
    }
}

fn holds_controls(value: &Json) -> bool {
    match value {
        Json::String(text) => has_controls(text),
        Json::Array(list) => list.iter().any(holds_controls),
        Json::Object(map) => map.iter().any(|(key, value)| has_controls(key) || holds_controls(value)),
        _ => false,
    }
}

/// The value of the field at `path`; null when there is none.
pub fn get(record: &Record, path: &str) -> Json {
    if let Some(key) = path.strip_prefix("fields.") {
        return record.fields.get(key).cloned().unwrap_or(Json::Null);
    }
    match path {
        "name" => Json::from(record.name.clone()),
        "company" => Json::from(record.company.clone()),
        "title" => Json::from(record.title.clone()),
        "email" => Json::from(record.email.clone()),
        "phone" => Json::from(record.phone.clone()),
        "website" => Json::from(record.website.clone()),
        "status" => Json::from(record.status.clone()),
        "source" => Json::from(record.source.clone()),
        "amount" => Json::from(record.amount),
        "currency" => Json::from(record.currency.clone()),
        "tags" => Json::from(record.tags.clone()),
        _ => Json::Null,
    }
}

/// Puts `value` into the field at `path`. The value is one that [`read`] let through, or one that [`get`] gave.
pub fn set(record: &mut Record, path: &str, value: Json) {
    if let Some(key) = path.strip_prefix("fields.") {
        if value.is_null() {
            record.fields.remove(key);
        } else {
            record.fields.insert(key.to_owned(), value);
        }
        return;
    }
    let text = || value.as_str().map(str::to_owned);
    match path {
        "name" => record.name = text(),
        "company" => record.company = text(),
        "title" => record.title = text(),
        "email" => record.email = text(),
        "phone" => record.phone = text(),
        "website" => record.website = text(),
        "status" => record.status = text().unwrap_or_default(),
        "source" => record.source = text(),
        "amount" => record.amount = value.as_i64(),
        "currency" => record.currency = text(),
        "tags" => record.tags = read_value(value).unwrap_or_default(),
        _ => {}
    }
}

/// RFC 7396 on a single value: objects merge, anything else replaces.
fn merge(old: Json, new: &Json) -> Json {
    match (old, new) {
        (old, Json::Object(new)) => {
            let mut merged = match old {
                Json::Object(old) => old,
                _ => Map::new(),
            };
            for (key, value) in new {
                if value.is_null() {
                    merged.remove(key);
                } else {
                    let old = merged.remove(key).unwrap_or(Json::Null);
                    merged.insert(key.clone(), merge(old, value));
                }
            }
            Json::Object(merged)
        }
        (_, new) => new.clone(),
    }
}

/// What `patch` would change on `record`; fields that already hold their value are not in it.
pub fn changes(record: &Record, patch: &Patch) -> Changes {
    let mut changes = Changes::default();
    let mut note = |path: &str, to: Json| {
        let from = get(record, path);
        if from != to {
            changes.note(path, Change { from, to });
        }
    };
    for (path, value) in patch {
        if path == "fields" {
            for key in record.fields.keys() {
                note(&format!("fields.{key}"), Json::Null);
            }
        } else if path.starts_with("fields.") {
            note(path, merge(get(record, path), value));
        } else {
            note(path, value.clone());
        }
    }
    changes
}

/// Whether a record with these fields may be: it needs a name, an e-mail or a phone, a status of its kind, and custom
/// fields within their bounds.
pub fn check(record: &Record, settings: &Settings, changed: &Changes) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if record.name.is_none() && record.email.is_none() && record.phone.is_none() {
        errors.push(FieldError::new("name", "no_contact_details", "a name, an e-mail address or a phone number is needed"));
    }
    if changed.to("status").is_some() && !settings.statuses_of(record.kind).contains(&record.status) {
        let known = settings.statuses_of(record.kind).join(", ");
        errors.push(FieldError::new("status", "unknown_status", format!("must be one of: {known}")));
    }
    if record.fields.len() > MOST_FIELDS {
        errors.push(FieldError::new("fields", "too_many", format!("must be at most {MOST_FIELDS} custom fields")));
    }
    if show::text(&record.fields.show()).len() > MOST_FIELD_BYTES {
        errors.push(FieldError::new("fields", "too_large", "must be at most 16 KB of JSON"));
    }
    errors
}
