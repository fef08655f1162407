//! Elementor forms: <https://elementor.com/help/how-to-use-webhooks-with-form-widget/>. The simple mode has the labels as names, the
//! advanced one `fields[<id>][title]`, `fields[<id>][value]` and so on.

use serde_json::{Map, Value as Json};

use super::answers::Answer;
use super::{Inbound, Parsed, Proof, Provider, Unreadable, form};

/// The provider.
pub const PROVIDER: Provider = Provider { name: "elementor", proof: Proof::Address, parse, readback: None };

/// What the simple mode adds about the visitor's browser.
const OWN: &[&str] = &["User Agent", "Remote IP", "Powered by"];

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    let mut answers: Vec<Answer> = Vec::new();
    let mut attribution = Map::new();
    // Where the answer to a question stands: its parts may come in any order, and there may be thousands.
    let mut places = Map::new();
    for (name, value) in form::pairs(inbound)? {
        let parts: Vec<&str> = name.split(['[', ']']).filter(|part| !part.is_empty()).collect();
        match (name.contains('['), parts.as_slice()) {
            (true, ["fields", id, of, ..]) => {
                let place = places.get(*id).and_then(Json::as_u64).and_then(|place| usize::try_from(place).ok());
                let place = place.unwrap_or_else(|| {
                    places.insert((*id).to_owned(), Json::from(answers.len()));
                    answers.push(Answer { keys: vec![(*id).to_owned()], ..Answer::new(*id, Json::Null) });
                    answers.len() - 1
                });
                set(&mut answers[place], of, value);
            }
            (true, ["form", of @ ("id" | "name")]) => {
                attribution.insert(if *of == "id" { "form_id" } else { "form_title" }.to_owned(), value);
            }
            (true, ["meta", of, "value"]) => {
                if ["page_url", "page_title"].contains(of) {
                    attribution.insert((*of).to_owned(), value);
                }
            }
            (true, ["meta", ..]) => {}
            _ if OWN.contains(&name.as_str()) => {}
            _ => answers.push(Answer::new(name, value)),
        }
    }
    Ok(Parsed::one(None, answers, attribution))
}

fn set(answer: &mut Answer, of: &str, value: Json) {
    match (of, value.as_str()) {
        ("title", Some(title)) if !title.trim().is_empty() => title.clone_into(&mut answer.label),
        ("type", Some("email")) => answer.typed = Some("email"),
        ("type", Some("tel")) => answer.typed = Some("phone"),
        // Several chosen boxes come one after the other.
        ("value", _) => match &mut answer.value {
            Json::Null => answer.value = value,
            Json::Array(list) => list.push(value),
            first => *first = Json::Array(vec![first.take(), value]),
        },
        _ => {}
    }
}
