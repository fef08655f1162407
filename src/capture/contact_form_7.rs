//! Contact Form 7 with a webhook plug-in: a JSON object with one member for each tag of the form, `your-name`, `your-email`.

use super::answers::Answer;
use super::{Inbound, Parsed, Proof, Provider, Unreadable, json_object};
use serde_json::Map;

/// The provider.
pub const PROVIDER: Provider = Provider { name: "contact_form_7", proof: Proof::Address, parse, readback: None };

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    let mut attribution = Map::new();
    let mut answers = Vec::new();
    for (name, value) in json_object(inbound.body)? {
        match name.strip_prefix("_wpcf7") {
            Some("") => drop(attribution.insert("form_id".to_owned(), value)),
            // The plug-in's own: its version, the page's number.
            Some(_) => {}
            None => answers.push(Answer::new(name, value)),
        }
    }
    Ok(Parsed::one(None, answers, attribution))
}
