//! Tally: <https://tally.so/help/webhooks>. Choices come as ids of options.

use serde_json::{Map, Value as Json};

use super::answers::Answer;
use super::signature::{OF_BODY, Scheme};
use super::{Inbound, Parsed, Proof, Provider, Unreadable, attributed, items, json, json_with, text_at};

/// The provider.
pub const PROVIDER: Provider = Provider { name: "tally", proof: Proof::Signed(&SCHEME), parse, readback: None };

const SCHEME: Scheme = Scheme { header: "tally-signature", ..OF_BODY };

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    if text_at(&json(inbound.body)?, "/eventType").is_some_and(|event| event != "FORM_RESPONSE") {
        return Ok(Parsed::ignored("event"));
    }
    let body = json_with(inbound.body, "/data/fields")?;
    let fields = items(&body, "/data/fields");
    let key = |field: &Json| field["key"].as_str().unwrap_or_default().to_owned();
    // Beside a group of check boxes each box stands once more, as true or false: that is told already.
    let told = |field: &Json| {
        let group = |other: &&Json| !key(other).is_empty() && key(field).starts_with(&format!("{}_", key(other)));
        field["value"].is_boolean() && fields.iter().any(group)
    };
    let answers = fields.iter().filter(|field| !told(field)).map(|field| read(field)).collect();
    let places = [("form_id", "/data/formId"), ("form_title", "/data/formName")];
    Ok(Parsed::one(text_at(&body, "/data/responseId"), answers, attributed(&body, &places)))
}

fn read(field: &Json) -> Answer {
    let key = text_at(field, "/key");
    let typed = match field["type"].as_str() {
        Some("INPUT_EMAIL") => Some("email"),
        Some("INPUT_PHONE_NUMBER") => Some("phone"),
        _ => None,
    };
    let value = match &field["value"] {
        // A table: rows by id, each with the ids of columns.
        Json::Object(rows) if field["rows"].is_array() => {
            let row = |(id, chosen): (&String, &Json)| {
                let label = named(&field["rows"], &Json::from(id.as_str()));
                (label.as_str().unwrap_or(id).to_owned(), named(&field["columns"], chosen))
            };
            Json::Object(rows.iter().map(row).collect::<Map<_, _>>())
        }
        value => named(&field["options"], value),
    };
    Answer { label: text_at(field, "/label").or_else(|| key.clone()).unwrap_or_default(), keys: key.into_iter().collect(), typed, value }
}

/// The texts of what was chosen by id.
fn named(options: &Json, chosen: &Json) -> Json {
    match chosen {
        Json::Array(list) => list.iter().map(|one| named(options, one)).collect(),
        chosen => {
            let option = items(options, "").into_iter().find(|option| !chosen.is_null() && option["id"] == *chosen);
            let text = option.and_then(|option| option.get("text").or_else(|| option.get("name")));
            text.unwrap_or(chosen).clone()
        }
    }
}
