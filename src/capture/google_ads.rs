//! Google Ads lead forms: <https://developers.google.com/google-ads/webhook/docs/implementation>. Nothing is signed: the body
//! repeats the key that was entered beside the address.

use super::answers::Answer;
use super::{Inbound, Parsed, Proof, Provider, Unreadable, attributed, items, json_with, text_at};

/// The provider.
pub const PROVIDER: Provider = Provider { name: "google_ads", proof: Proof::Member("google_key"), parse, readback: None };

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    let body = json_with(inbound.body, "/user_column_data")?;
    if body["is_test"] == true {
        return Ok(Parsed::ignored("test"));
    }
    let answers = items(&body, "/user_column_data").into_iter().map(|column| {
        let id = text_at(column, "/column_id");
        let label = text_at(column, "/column_name").or_else(|| id.clone()).unwrap_or_default();
        // What the columns are called tells what they are: FULL_NAME, WORK_EMAIL, PHONE_NUMBER.
        Answer { keys: id.into_iter().collect(), ..Answer::new(label, column["string_value"].clone()) }
    });
    let names = ["form_id", "campaign_id", "adgroup_id", "creative_id", "asset_group_id"];
    let mut attribution = attributed(&body, &[("gclid", "/gcl_id"), ("submitted_at", "/lead_submit_time")]);
    attribution.extend(names.iter().filter_map(|name| Some(((*name).to_owned(), text_at(&body, &format!("/{name}"))?.into()))));
    Ok(Parsed::one(text_at(&body, "/lead_id"), answers.collect(), attribution))
}
