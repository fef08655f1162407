//! Jotform: <https://www.jotform.com/help/245-how-to-setup-a-webhook-with-jotform/>. A form whose part `rawRequest` has the
//! answers as JSON text.

use serde_json::{Map, Value as Json};

use super::answers::Answer;
use super::{Inbound, Parsed, Proof, Provider, Unreadable, form, json_object, shape};
use crate::show::gather;

/// The provider.
pub const PROVIDER: Provider = Provider { name: "jotform", proof: Proof::Address, parse, readback: None };

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    let pairs = form::pairs(inbound)?;
    let part = |wanted: &str| {
        let found = pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value);
        found.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)).filter(|text| !text.is_empty())
    };
    let raw = json_object(part("rawRequest").ok_or_else(|| shape("There is no `rawRequest`."))?.as_bytes())?;
    let answers = raw.into_iter().filter_map(|(key, value)| read(&key, value)).collect();
    let attribution = [("form_id", "formID"), ("form_title", "formTitle")];
    let attribution = gather(attribution.iter().filter_map(|(name, of)| Some(((*name).to_owned(), Json::from(part(of)?)))));
    Ok(Parsed::one(part("submissionID"), answers, attribution))
}

/// An answer has a key like `q3_fullName`; files stand by the bare name of their question, as addresses. The rest is about the
/// form, not from its visitor.
fn read(key: &str, value: Json) -> Option<Answer> {
    let question = key.strip_prefix('q').and_then(|rest| rest.split_once('_')).filter(|(number, _)| number.parse::<u32>().is_ok());
    let Some((number, name)) = question else {
        let file = |one: &Json| one.as_str().is_some_and(|text| text.starts_with("http"));
        return value.as_array().is_some_and(|list| list.iter().any(file)).then(|| Answer::new(key, value));
    };
    let (typed, value) = match &value {
        Json::Object(parts) => whole(parts).map_or((None, value.clone()), |(typed, text)| (typed, Json::from(text))),
        _ => (None, value),
    };
    // What Jotform names itself ends with the question's number: `email4`.
    let bare = name.strip_suffix(number).unwrap_or(name).to_owned();
    Some(Answer { keys: vec![key.to_owned(), bare], typed, ..Answer::new(name, value) })
}

/// A name, a phone number or a date that comes in parts, when it has no others.
fn whole(parts: &Map<String, Json>) -> Option<(Option<&'static str>, String)> {
    const WHOLES: &[(Option<&str>, &[&str], &str)] = &[
        (Some("name"), &["prefix", "first", "middle", "last", "suffix"], " "),
        (Some("phone"), &["country", "area", "phone", "full"], " "),
        (None, &["year", "month", "day"], "-"),
    ];
    let (typed, names, between) = WHOLES.iter().find(|(_, names, _)| parts.keys().all(|key| names.contains(&key.as_str())))?;
    let texts: Option<Vec<&str>> = names.iter().filter_map(|name| parts.get(*name)).map(Json::as_str).collect();
    let texts: Vec<&str> = texts?.into_iter().map(str::trim).filter(|text| !text.is_empty()).collect();
    Some((*typed, texts.join(between)))
}
