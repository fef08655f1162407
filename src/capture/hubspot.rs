//! `HubSpot`: <https://developers.hubspot.com/docs/api/webhooks>. An app's subscription delivers a list of events with nothing but
//! ids, whose contacts are asked for; a workflow's webhook delivers one contact.

use serde_json::Value as Json;

use super::answers::Answer;
use super::signature::{Clock, OF_BODY, Part, Scheme, WINDOW};
use super::{Inbound, Parsed, Proof, Provider, Readback, Submission, Unreadable, json, labelled, shape, text_at};

/// The provider.
pub const PROVIDER: Provider = Provider {
    name: "hubspot",
    proof: Proof::Signed(&SCHEME),
    parse,
    readback: Some(Readback { base_url: "https://api.hubapi.com", path, token_in_query: false, parse: contact }),
};

const SCHEME: Scheme = Scheme {
    theirs: true,
    header: "x-hubspot-signature-v3",
    clock: Some(Clock { header: "x-hubspot-request-timestamp", prefix: "", unit: 1, window: WINDOW }),
    signed: &[Part::Method, Part::Address, Part::Body, Part::Time],
    ..OF_BODY
};

/// What is asked for of a contact, besides what the source's field map names.
const PROPERTIES: &str = "email,firstname,lastname,phone,mobilephone,company,jobtitle,website,message";

fn path(id: &str, mapped: &[&str]) -> String {
    let mut properties = PROPERTIES.to_owned();
    for name in mapped.iter().filter(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')) {
        properties.push(',');
        properties.push_str(name);
    }
    format!("/crm/v3/objects/contacts/{id}?properties={properties}")
}

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    match json(inbound.body)? {
        Json::Array(events) => {
            // What became of a contact otherwise makes no lead: deleted, merged, forgotten.
            let tells = |event: &&Json| {
                let kind = event["subscriptionType"].as_str().unwrap_or("contact.creation");
                ["contact.creation", "contact.propertyChange", "object.creation", "object.propertyChange"].contains(&kind)
            };
            let one = |event: &Json| {
                let contact = text_at(event, "/objectId")?;
                let id = text_at(event, "/eventId").or_else(|| Some(format!("{contact}:{}", text_at(event, "/occurredAt")?)));
                Some(Submission { id, reference: Some(contact), ..Submission::default() })
            };
            Ok(Parsed::many(events.iter().filter(tells).filter_map(one).collect()))
        }
        body => contact(&body).map(|contact| Parsed::many(vec![contact])).ok_or_else(|| shape("There is no `properties`.")),
    }
}

/// The properties of a contact, each `{value}` or a scalar; the vendor's own bookkeeping stays with the vendor.
fn contact(body: &Json) -> Option<Submission> {
    body["properties"].as_object()?;
    let own = |label: &str| label.starts_with("hs_") || ["createdate", "lastmodifieddate"].contains(&label);
    let answers = labelled(body, "/properties").filter(|answer| !own(&answer.label)).map(|answer| {
        let value = if answer.value.is_object() { answer.value.get("value").cloned().unwrap_or_default() } else { answer.value };
        Answer { value, ..Answer::new(answer.label, Json::Null) }
    });
    Some(Submission { answers: answers.collect(), ..Submission::default() })
}
