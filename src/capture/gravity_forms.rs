//! Gravity Forms with its webhooks add-on: <https://docs.gravityforms.com/entry-object/>. An entry's answers stand under the
//! numbers of their fields, so the source's field map says what they are.

use super::answers::Answer;
use super::{Inbound, Parsed, Proof, Provider, Unreadable, form};
use crate::show::gather;
use serde_json::Value as Json;

/// The provider.
pub const PROVIDER: Provider = Provider { name: "gravity_forms", proof: Proof::Address, parse, readback: None };

/// What an entry says about itself.
const OWN: &str = "id form_id post_id date_created date_updated is_starred is_read ip source_url source_id user_agent currency payment_status payment_date payment_amount payment_method transaction_id is_fulfilled created_by transaction_type status";

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    let (own, answers): (Vec<_>, Vec<_>) =
        form::pairs(inbound)?.into_iter().partition(|(name, _)| OWN.split_ascii_whitespace().any(|own| own == name));
    let own = Json::Object(gather(own));
    let attribution = super::attributed(&own, &[("form_id", "/form_id"), ("page_url", "/source_url")]);
    let id = super::text_at(&own, "/id").map(|id| format!("{}:{id}", super::text_at(&own, "/form_id").unwrap_or_default()));
    Ok(Parsed::one(id, answers.into_iter().map(|(name, value)| Answer::new(name, value)).collect(), attribution))
}
