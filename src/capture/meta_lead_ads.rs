//! Meta lead ads: <https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving>. A delivery has the ids of
//! leads, several at once; the answers are asked for from the Graph API.

use serde_json::{Map, Value as Json};

use super::answers::Answer;
use super::signature::{OF_BODY, Scheme};
use super::{Inbound, Parsed, Proof, Provider, Readback, Submission, Unreadable, attributed, items, json_with, text_at};
use crate::show::gather;

/// The provider.
pub const PROVIDER: Provider = Provider {
    name: "meta_lead_ads",
    proof: Proof::Signed(&SCHEME),
    parse,
    readback: Some(Readback {
        base_url: "https://graph.facebook.com/v23.0",
        path: |id, _| format!("/{id}"),
        token_in_query: true,
        parse: answer,
    }),
};

const SCHEME: Scheme = Scheme { theirs: true, header: "x-hub-signature-256", prefix: "sha256=", hex: true, ..OF_BODY };

fn about(body: &Json) -> Map<String, Json> {
    let names =
        ["form_id", "form_name", "ad_id", "ad_name", "adgroup_id", "adset_id", "campaign_id", "campaign_name", "page_id", "platform"];
    gather(names.iter().flat_map(|name| attributed(body, &[(name, &format!("/{name}"))])))
}

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    let body = json_with(inbound.body, "/entry")?;
    let changes = items(&body, "/entry").into_iter().flat_map(|entry| items(entry, "/changes"));
    let leads = changes.filter(|change| change["field"] == "leadgen").filter_map(|change| {
        let id = text_at(change, "/value/leadgen_id")?;
        Some(Submission { id: Some(id.clone()), attribution: about(&change["value"]), reference: Some(id), ..Submission::default() })
    });
    Ok(Parsed::many(leads.collect()))
}

fn answer(body: &Json) -> Option<Submission> {
    body["field_data"].as_array()?;
    let answers = items(body, "/field_data").into_iter().map(|field| {
        let value = match field["values"].as_array().map(Vec::as_slice) {
            Some([one]) => one.clone(),
            _ => field["values"].clone(),
        };
        Answer::new(text_at(field, "/name").unwrap_or_default(), value)
    });
    Some(Submission { answers: answers.collect(), attribution: about(body), ..Submission::default() })
}
