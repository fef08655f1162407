//! Typeform: <https://www.typeform.com/developers/webhooks/example-payload/>.

use serde_json::{Map, Value as Json};

use super::answers::Answer;
use super::signature::{OF_BODY, Scheme};
use super::{Inbound, Parsed, Proof, Provider, Unreadable, attributed, items, json, json_with, labelled, text_at};
use crate::show::gather;

/// The provider.
pub const PROVIDER: Provider = Provider { name: "typeform", proof: Proof::Signed(&SCHEME), parse, readback: None };

const SCHEME: Scheme = Scheme { header: "typeform-signature", prefix: "sha256=", ..OF_BODY };

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    if text_at(&json(inbound.body)?, "/event_type").is_some_and(|event| event != "form_response") {
        return Ok(Parsed::ignored("event"));
    }
    let body = json_with(inbound.body, "/form_response")?;
    let questions = items(&body, "/form_response/definition/fields").into_iter().rev();
    let titles = gather(questions.filter_map(|question| Some((text_at(question, "/id")?, text_at(question, "/title")?.into()))));
    let mut answers: Vec<Answer> = items(&body, "/form_response/answers").into_iter().map(|answer| read(answer, &titles)).collect();
    answers.extend(labelled(&body, "/form_response/hidden"));
    let places = [("form_id", "/form_response/form_id"), ("form_title", "/form_response/definition/title")];
    Ok(Parsed::one(text_at(&body, "/form_response/token"), answers, attributed(&body, &places)))
}

fn read(answer: &Json, titles: &Map<String, Json>) -> Answer {
    let kind = answer["type"].as_str().unwrap_or_default();
    let id = text_at(answer, "/field/id");
    let title = id.as_ref().and_then(|id| titles.get(id)).and_then(Json::as_str).map(str::to_owned);
    let keys: Vec<String> = id.into_iter().chain(text_at(answer, "/field/ref")).collect();
    let typed = match kind {
        "email" => Some("email"),
        "phone_number" => Some("phone"),
        _ => None,
    };
    let value = match &answer[kind] {
        // A choice, or several, and what was written beside them.
        Json::Object(choice) => chosen(choice).unwrap_or_else(|| answer[kind].clone()),
        // A kind that is not known yet says what it says.
        Json::Null => answer.as_object().map(others).unwrap_or_default(),
        value => value.clone(),
    };
    Answer { label: title.or_else(|| keys.last().cloned()).unwrap_or_default(), keys, typed, value }
}

fn chosen(choice: &Map<String, Json>) -> Option<Json> {
    let labels = choice.get("labels").and_then(Json::as_array).cloned().unwrap_or_default();
    let mut all: Vec<Json> = labels.into_iter().chain(choice.get("label").cloned()).chain(choice.get("other").cloned()).collect();
    all.retain(|one| !one.is_null());
    if all.len() > 1 || choice.contains_key("labels") { Some(Json::Array(all)) } else { all.pop() }
}

fn others(answer: &Map<String, Json>) -> Json {
    let others = answer.iter().filter(|(name, _)| !["field", "type"].contains(&name.as_str()));
    Json::Object(gather(others.map(|(name, value)| (name.clone(), value.clone()))))
}
