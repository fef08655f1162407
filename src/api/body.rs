//! Reading JSON bodies strictly: every field is asked for by name, every wrong one is told, and what nobody asked for is
//! refused by name.

use serde_json::{Map, Value as Json};

use super::Request;
use crate::access::Permissions;
use crate::error::{Code, FieldError, Refusal};
use crate::record::fields::has_controls;
use crate::show;
use crate::time::Timestamp;

/// The fields of a JSON object still to be read, and what was wrong so far.
pub struct Fields {
    map: Map<String, Json>,
    prefix: String,
    /// What was wrong so far.
    pub errors: Vec<FieldError>,
}

impl Fields {
    /// Reads the body as a JSON object. An empty body is an empty object.
    pub fn read(request: &Request) -> Result<Self, Refusal> {
        let bytes = request.body.as_deref().unwrap_or_default();
        let media = request.media_type();
        let json = media == "application/json" || media.ends_with("+json");
        if bytes.is_empty() && (json || media.is_empty()) {
            return Ok(Self::of(Map::new(), String::new()));
        }
        if !json {
            return Err(Refusal::new(Code::UnsupportedMediaType, "Send `Content-Type: application/json`."));
        }
        match show::parse(bytes) {
            Ok(Json::Object(map)) => Ok(Self::of(map, String::new())),
            Ok(_) => Err(Refusal::field("", "not_an_object", "the body must be a JSON object")),
            Err(error) => {
                Err(Refusal::new(Code::MalformedJson, format!("Not readable as JSON at line {}, column {}.", error.line(), error.column())))
            }
        }
    }

    fn of(map: Map<String, Json>, prefix: String) -> Self {
        Self { map, prefix, errors: Vec::new() }
    }

    fn at(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// Notes that a field is wrong.
    pub fn wrong(&mut self, name: &str, code: &'static str, detail: impl Into<String>) {
        let at = self.at(name);
        self.errors.push(FieldError::new(at, code, detail));
    }

    /// Whether the body has this field, null or not.
    pub fn has(&self, name: &str) -> bool {
        self.map.contains_key(name)
    }

    /// The raw field; absent and null are the same.
    pub fn take(&mut self, name: &str) -> Option<Json> {
        self.map.remove(name).filter(|value| !value.is_null())
    }

    /// All remaining raw fields.
    pub fn rest(&mut self) -> &mut Map<String, Json> {
        &mut self.map
    }

    /// Text, trimmed, of at most `most` characters; empty counts as absent.
    pub fn text(&mut self, name: &str, most: usize) -> Option<String> {
        match self.take(name)? {
            Json::String(text) => {
                let text = text.trim();
                if text.chars().count() > most {
                    self.wrong(name, "too_long", format!("must be at most {most} characters long"));
                } else if has_controls(text) {
                    self.wrong(name, "invalid_characters", "must not contain control characters");
                }
                (!text.is_empty()).then(|| text.to_owned())
            }
            _ => {
                self.wrong(name, "not_a_string", "must be a string");
                None
            }
        }
    }

    /// Text as it was written, of at most `most` characters; blank counts as absent.
    pub fn verbatim(&mut self, name: &str, most: usize) -> Option<String> {
        let written = self.map.get(name).cloned();
        self.text(name, most)?;
        written.and_then(|text| text.as_str().map(str::to_owned))
    }

    /// Text that must be there. When it is not, the error is noted and the text is empty.
    pub fn required_text(&mut self, name: &str, most: usize) -> String {
        let before = self.errors.len();
        let text = self.text(name, most);
        if text.is_none() && self.errors.len() == before {
            self.wrong(name, "required", "is required");
        }
        text.unwrap_or_default()
    }

    /// True or false.
    pub fn boolean(&mut self, name: &str) -> Option<bool> {
        let value = self.take(name)?;
        if value.as_bool().is_none() {
            self.wrong(name, "not_a_boolean", "must be true or false");
        }
        value.as_bool()
    }

    /// A whole number between bounds.
    pub fn integer(&mut self, name: &str, least: i64, most: i64) -> Option<i64> {
        let value = self.take(name)?;
        let number = value.as_i64().filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.wrong(name, "out_of_range", format!("must be a whole number from {least} to {most}"));
        }
        number
    }

    /// A time.
    pub fn time(&mut self, name: &str) -> Option<Timestamp> {
        let value = self.take(name)?;
        let time = value.as_str().and_then(Timestamp::parse);
        if time.is_none() {
            self.wrong(name, "invalid_time", "must be an RFC 3339 time");
        }
        time
    }

    /// A time after `now`.
    pub fn future(&mut self, name: &str, now: Timestamp) -> Option<Timestamp> {
        let time = self.time(name)?;
        if time <= now {
            self.wrong(name, "in_the_past", "must be in the future");
        }
        Some(time)
    }

    /// One of a closed set of words.
    pub fn choice<T: Copy>(&mut self, name: &str, all: &[T], text: impl Fn(T) -> &'static str) -> Option<T> {
        let value = self.take(name)?;
        let found = value.as_str().and_then(|word| all.iter().copied().find(|one| text(*one) == word));
        if found.is_none() {
            let words: Vec<&str> = all.iter().map(|one| text(*one)).collect();
            self.wrong(name, "unknown_value", format!("must be one of: {}", words.join(", ")));
        }
        found
    }

    /// One of a closed set of words, which has to be there.
    pub fn required_choice<T: Copy>(&mut self, name: &str, all: &[T], text: impl Fn(T) -> &'static str) -> Option<T> {
        let wrong = self.errors.len();
        let found = self.choice(name, all, text);
        if found.is_none() && self.errors.len() == wrong {
            self.wrong(name, "required", "is required");
        }
        found
    }

    /// An id.
    pub fn id<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.take(name)?;
        let id = value.as_str().and_then(parse);
        if id.is_none() {
            self.wrong(name, "invalid_id", "must be an id");
        }
        id
    }

    /// A list of strings.
    pub fn strings(&mut self, name: &str, most: usize) -> Option<Vec<String>> {
        let value = self.take(name)?;
        let list: Option<Vec<String>> = value.as_array().and_then(|list| list.iter().map(|one| one.as_str().map(str::to_owned)).collect());
        match list {
            Some(list) if list.len() <= most => Some(list),
            Some(_) => {
                self.wrong(name, "too_many", format!("must have at most {most} entries"));
                None
            }
            None => {
                self.wrong(name, "not_a_list", "must be a list of strings");
                None
            }
        }
    }

    /// A list of at most `most` words of a closed set, as what each stands for. A word that is none of the `known` is wrong by its place.
    pub fn set<T>(&mut self, name: &str, most: usize, known: &[&str], one: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
        let words = self.strings(name, most)?;
        let mut found = Vec::new();
        for (index, word) in words.iter().enumerate() {
            match one(word) {
                Some(value) => found.push(value),
                None => self.wrong(&format!("{name}.{index}"), "unknown_value", format!("must be one of: {}", known.join(", "))),
            }
        }
        Some(found)
    }

    /// [`Self::set`] of at least one word; `noun` is what a word of it is called.
    pub fn filled_set<T>(
        &mut self,
        name: &str,
        noun: &str,
        most: usize,
        known: &[&str],
        one: impl Fn(&str) -> Option<T>,
    ) -> Option<Vec<T>> {
        let before = self.errors.len();
        let found = self.set(name, most, known, one)?;
        if found.is_empty() && self.errors.len() == before {
            self.wrong(name, "empty", format!("must name at least one {noun}"));
        }
        Some(found)
    }

    /// A list of permissions, not empty.
    pub fn permissions(&mut self, name: &str) -> Option<Permissions> {
        let known: Vec<&str> = Permissions::ALL.names().collect();
        let found = self.filled_set(name, "permission", 20, &known, Permissions::named)?;
        Some(found.into_iter().fold(Permissions::NONE, Permissions::or))
    }

    /// An object inside the body, to be read and given back to [`Self::close`].
    pub fn object(&mut self, name: &str) -> Option<Self> {
        match self.take(name)? {
            Json::Object(map) => Some(Self::of(map, format!("{}{name}.", self.prefix))),
            _ => {
                self.wrong(name, "not_an_object", "must be an object");
                None
            }
        }
    }

    /// A list of at most `most` objects, each to be read and given back to [`Self::close`].
    pub fn objects(&mut self, name: &str, most: usize) -> Option<Vec<Self>> {
        let list = match self.take(name)? {
            Json::Array(list) if list.len() <= most => list,
            Json::Array(_) => {
                self.wrong(name, "too_many", format!("must have at most {most} entries"));
                return None;
            }
            _ => {
                self.wrong(name, "not_a_list", "must be a list of objects");
                return None;
            }
        };
        let mut found = Vec::new();
        for (index, one) in list.into_iter().enumerate() {
            match one {
                Json::Object(map) => found.push(Self::of(map, format!("{}{name}.{index}.", self.prefix))),
                _ => self.wrong(&format!("{name}.{index}"), "not_an_object", "must be an object"),
            }
        }
        Some(found)
    }

    /// Takes over what was wrong, or unknown, inside an object.
    pub fn close(&mut self, inner: Self) {
        self.errors.extend(inner.all_errors());
    }

    fn all_errors(mut self) -> Vec<FieldError> {
        let unknown: Vec<String> = self.map.keys().take(20).cloned().collect();
        for name in unknown {
            self.wrong(&name, "unknown_field", "is not a field of this request");
        }
        self.errors
    }

    /// Refuses the body if anything was wrong, or if it has fields that nobody asked for.
    pub fn finish(self) -> Result<(), Refusal> {
        let errors = self.all_errors();
        if errors.is_empty() { Ok(()) } else { Err(Refusal::fields(errors)) }
    }
}
