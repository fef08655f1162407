//! Tally: <https://tally.so/help/webhooks>. Choices come as ids of options.

use serde_json::{Map, Value as Json};

use super::answers::Answer;
use super::signature::{OF_BODY, Scheme};
use super::{Inbound, Parsed, Proof, Provider, Unreadable, attributed, items, json, json_with, text_at};
use crate::show::{self, gather};

/// The provider.
pub const PROVIDER: Provider = Provider { name: "tally", proof: Proof::Signed(&SCHEME), parse, readback: None };

/// Longer than any key of Tally's.
const LONGEST_KEY: usize = 200;

const SCHEME: Scheme = Scheme { header: "tally-signature", ..OF_BODY };

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    if text_at(&json(inbound.body)?, "/eventType").is_some_and(|event| event != "FORM_RESPONSE") {
        return Ok(Parsed::ignored("event"));
    }
    let body = json_with(inbound.body, "/data/fields")?;
    let fields = items(&body, "/data/fields");
    let key = |field: &Json| text_at(field, "/key").filter(|key| key.len() <= LONGEST_KEY);
    let groups: Map<String, Json> =
        gather(fields.iter().filter(|field| field["options"].is_array()).filter_map(|field| Some((key(field)?, Json::Null))));
    // Beside a group of check boxes each box stands once more, as true or false: that is told already.
    let told = |field: &Json| {
        let of_group = |key: String| key.match_indices('_').any(|(end, _)| groups.contains_key(&key[..end]));
        field["value"].is_boolean() && key(field).is_some_and(of_group)
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
            let (labels, columns) = (texts(&field["rows"]), texts(&field["columns"]));
            let mut table = Map::new();
            for (id, chosen) in rows {
                let label = labels.get(&show::text(&Json::from(id.as_str()))).and_then(Json::as_str).unwrap_or(id);
                // Two rows may be called the same.
                let label = if table.contains_key(label) { id } else { label };
                table.insert(label.to_owned(), named(&columns, chosen));
            }
            Json::Object(table)
        }
        value => named(&texts(&field["options"]), value),
    };
    Answer { label: text_at(field, "/label").or_else(|| key.clone()).unwrap_or_default(), keys: key.into_iter().collect(), typed, value }
}

/// What can be chosen: each text by its id, as JSON. Of two with the same id it is the first.
fn texts(options: &Json) -> Map<String, Json> {
    let text = |option: &&Json| option.get("text").or_else(|| option.get("name")).cloned();
    let known = items(options, "").into_iter().rev().filter(|option| !option["id"].is_null());
    gather(known.filter_map(|option| Some((show::text(&option["id"]), text(&option)?))))
}

/// The texts of what was chosen by id.
fn named(texts: &Map<String, Json>, chosen: &Json) -> Json {
    match chosen {
        Json::Array(list) => list.iter().map(|one| named(texts, one)).collect(),
        chosen => texts.get(&show::text(chosen)).unwrap_or(chosen).clone(),
    }
}
