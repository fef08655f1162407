//! Webflow: <https://developers.webflow.com/data/docs/working-with-webhooks>.

use super::signature::{Clock, OF_BODY, Part, Scheme, WINDOW};
use super::{Inbound, Parsed, Proof, Provider, Unreadable, attributed, json, json_with, labelled, text_at};
use crate::show::gather;

/// The provider.
pub const PROVIDER: Provider = Provider { name: "webflow", proof: Proof::Signed(&SCHEME), parse, readback: None };

const SCHEME: Scheme = Scheme {
    theirs: true,
    header: "x-webflow-signature",
    hex: true,
    clock: Some(Clock { header: "x-webflow-timestamp", prefix: "", unit: 1, window: WINDOW }),
    signed: &[Part::Time, Part::Text(":"), Part::Body],
    ..OF_BODY
};

fn parse(inbound: &Inbound<'_>) -> Result<Parsed, Unreadable> {
    let body = json(inbound.body)?;
    if text_at(&body, "/triggerType").is_some_and(|event| event != "form_submission") {
        return Ok(Parsed::ignored("event"));
    }
    // The older shape has at the top what now stands in `payload`.
    let at = if body.get("payload").is_some() { "/payload" } else { "" };
    let place = |name: &str| format!("{at}/{name}");
    let body = json_with(inbound.body, &place("data"))?;
    let places =
        [("form_title", "name"), ("form_id", "formId"), ("site_id", "siteId"), ("page_id", "pageId"), ("page_path", "publishedPath")];
    let attribution = gather(places.iter().flat_map(|(name, at)| attributed(&body, &[(name, &place(at))])));
    let id = text_at(&body, &place("id")).or_else(|| text_at(&body, &place("_id")));
    Ok(Parsed::one(id, labelled(&body, &place("data")).collect(), attribution))
}
