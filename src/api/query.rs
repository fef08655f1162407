//! Reading query parameters strictly: each is asked for by name, and what cannot be read or was not asked for is `400`.

use serde_json::Value as Json;

use super::cursor;
use crate::error::{Code, Refusal};
use crate::time::Timestamp;

/// The most entries of a page.
pub const MOST: i64 = 200;
/// The entries of a page when nothing is said.
pub const USUAL: i64 = 50;

/// The parameters still to be read.
pub struct Query {
    pairs: Vec<(String, String)>,
}

/// `400` for a parameter.
pub fn refuse(name: &str, detail: impl Into<String>) -> Refusal {
    Refusal::new(Code::InvalidParameter, format!("`{name}`: {}", detail.into())).with("parameter", name)
}

impl Query {
    /// Over a raw query.
    pub fn read(raw: &str) -> Self {
        Self { pairs: form_urlencoded::parse(raw.as_bytes()).into_owned().collect() }
    }

    /// Over these parameters.
    pub fn of(pairs: Vec<(String, String)>) -> Self {
        Self { pairs }
    }

    /// The parameter, which may be given once. Empty counts as absent.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let mut found: Vec<String> = Vec::new();
        self.pairs.retain(|(known, value)| {
            if known == name {
                found.push(value.clone());
            }
            known != name
        });
        match found.len() {
            0 | 1 => Ok(found.pop().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())),
            _ => Err(refuse(name, "may be given only once")),
        }
    }

    /// One of a closed set of words.
    pub fn choice<T: Copy>(&mut self, name: &str, all: &[T], text: impl Fn(T) -> &'static str) -> Result<Option<T>, Refusal> {
        let Some(word) = self.text(name)? else { return Ok(None) };
        match all.iter().copied().find(|one| text(*one) == word) {
            Some(found) => Ok(Some(found)),
            None => {
                let words: Vec<&str> = all.iter().map(|one| text(*one)).collect();
                Err(refuse(name, format!("must be one of: {}", words.join(", "))))
            }
        }
    }

    /// True or false.
    pub fn boolean(&mut self, name: &str) -> Result<Option<bool>, Refusal> {
        self.choice(name, &[true, false], |value| if value { "true" } else { "false" })
    }

    /// A time.
    pub fn time(&mut self, name: &str) -> Result<Option<Timestamp>, Refusal> {
        match self.text(name)? {
            None => Ok(None),
            Some(text) => Timestamp::parse(&text).map(Some).ok_or_else(|| refuse(name, "must be an RFC 3339 time")),
        }
    }

    /// An id.
    pub fn id<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
        match self.text(name)? {
            None => Ok(None),
            Some(text) => parse(&text).map(Some).ok_or_else(|| refuse(name, "must be an id")),
        }
    }

    /// `limit`, 1 to [`MOST`], [`USUAL`] when not said.
    pub fn limit(&mut self) -> Result<i64, Refusal> {
        match self.text("limit")? {
            None => Ok(USUAL),
            Some(text) => text
                .parse()
                .ok()
                .filter(|limit| (1..=MOST).contains(limit))
                .ok_or_else(|| refuse("limit", format!("must be a whole number from 1 to {MOST}"))),
        }
    }

    /// `cursor` of the list called `list`: the `N` values that it carries.
    pub fn cursor<const N: usize>(&mut self, list: &str) -> Result<Option<[Json; N]>, Refusal> {
        self.text("cursor")?.map(|text| cursor::decode::<N>(list, &text)).transpose()
    }

    /// `cursor` of a list that goes by id.
    pub fn cursor_id<T>(&mut self, list: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Refusal> {
        let Some([id]) = self.cursor::<1>(list)? else { return Ok(None) };
        id.as_str().and_then(parse).map(Some).ok_or_else(Refusal::cursor)
    }

    /// `cursor` of a list that goes by name and id.
    pub fn cursor_name<T>(&mut self, list: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<(String, T)>, Refusal> {
        let Some([name, id]) = self.cursor::<2>(list)? else { return Ok(None) };
        match (name, id.as_str().and_then(parse)) {
            (Json::String(name), Some(id)) => Ok(Some((name, id))),
            _ => Err(Refusal::cursor()),
        }
    }

    /// Refuses what nobody asked for.
    pub fn finish(self) -> Result<(), Refusal> {
        match self.pairs.first() {
            None => Ok(()),
            Some((name, _)) => Err(refuse(name, "is not a parameter of this request")),
        }
    }
}

/// The query with another cursor, for `Link`.
pub fn with_cursor(raw: &str, cursor: &str) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    for (name, value) in form_urlencoded::parse(raw.as_bytes()) {
        if name != "cursor" {
            out.append_pair(&name, &value);
        }
    }
    out.append_pair("cursor", cursor);
    out.finish()
}
