//! What the organisation's forms deliver in the last weeks, and the rules that hand it on.

use leadroom::json;
use serde_json::Value as Json;

use super::cast::{CENTRAL, MARCUS, NORTH_WEST, PRIYA};

/// How many days ago the forms were connected.
pub const CONNECTED: i64 = 19;

/// The sources: the body of each, made by whoever looks after sales operations. `people` and `teams` are ids.
pub fn sources(people: &[String], teams: &[String]) -> Vec<Json> {
    vec![
        json!({
            "name": "Website form", "owner": {"round_robin_team_id": teams[NORTH_WEST]}, "defaults": {"source": "Website", "tags": ["web"]},
            "allowed_origins": ["http://localhost:8080", "https://www.larkfield.example"],
        }),
        json!({
            "name": "Partner portal", "provider": "contact_form_7", "defaults": {"source": "Partner"}, "collaborators": [people[MARCUS]],
            "field_map": {"site-size": "fields.site size"}, "on_duplicate": "create",
        }),
        json!({"name": "Old catalogue site", "provider": "gravity_forms", "field_map": {"1": "name", "2": "email"}}),
        json!({"name": "Meetings", "provider": "calendly", "owner": {"user_id": people[MARCUS]}}),
    ]
}

/// The rules, in their order. `sources` are ids, too.
pub fn rules(people: &[String], teams: &[String], sources: &[String]) -> Vec<Json> {
    vec![
        json!({
            "name": "Partners' leads go round Central Europe", "on": "captured", "when": {"source_id": sources[1]},
            "then": [{"type": "assign", "round_robin_team_id": teams[CENTRAL]}, {"type": "add_tags", "tags": ["partner"]}],
        }),
        json!({
            "name": "Priya hears of web leads", "on": "created", "when": {"tag": "web", "kind": "lead"},
            "then": [{"type": "add_collaborators", "user_ids": [people[PRIYA]], "level": "viewer"}],
        }),
        json!({
            "name": "Everyone may read what is qualified", "on": "status_changed", "when": {"kind": "lead", "status": "qualified"},
            "then": [{"type": "share", "with": {"type": "everyone"}, "permissions": ["read"], "reason": "Qualified leads are everybody's to learn from."}],
            "enabled": false,
        }),
    ]
}

/// One form that is sent.
pub struct Form {
    /// When, in hours before the present.
    pub hours_ago: i64,
    /// To which source, by its place.
    pub source: usize,
    /// What it says, as JSON.
    pub body: &'static str,
}

const fn form(hours_ago: i64, source: usize, body: &'static str) -> Form {
    Form { hours_ago, source, body }
}

/// All that are ever sent.
pub const FORMS: &[Form] = &[
    form(
        430,
        0,
        r#"{"name": "Ruben Vandekerckhove", "company": "Polder Glass", "email": "ruben@polderglass.example", "phone": "+32 9 555 01 44", "topics": ["Solar", "Batteries"], "message": "Two halls of roof, flat. What could you put on it?", "utm_source": "newsletter"}"#,
    ),
    form(
        404,
        1,
        r#"{"_wpcf7": "12", "your-name": "Katarzyna Lis", "your-email": "k.lis@lismeble.example", "your-tel": "+48 22 555 01 30", "site-size": "4,000 m²", "your-message": "Recommended by our electrician."}"#,
    ),
    form(
        377,
        0,
        r#"{"name": "Saoirse Byrne", "company": "Byrne & Daughters", "email": "saoirse@byrnedairy.example", "topics": ["Batteries"], "message": "Milking at four in the morning, so mostly off-peak.", "utm_source": "search", "gclid": "demo-click-1"}"#,
    ),
    form(
        331,
        2,
        r#"{"id": "811", "form_id": "4", "1": "Henrik Dahl", "2": "henrik@dahlmarina.example", "3": "Shore power for 60 berths"}"#,
    ),
    // The vendor was not sure that it had arrived.
    form(
        330,
        2,
        r#"{"id": "811", "form_id": "4", "1": "Henrik Dahl", "2": "henrik@dahlmarina.example", "3": "Shore power for 60 berths"}"#,
    ),
    form(
        306,
        0,
        r#"{"name": "Saoirse Byrne", "email": "saoirse@byrnedairy.example", "phone": "+353 21 555 0190", "message": "I forgot my number, here it is."}"#,
    ),
    form(
        259,
        1,
        r#"{"_wpcf7": "12", "your-name": "Tomáš Beneš", "your-email": "benes@benespila.example", "site-size": "900 m²", "your-message": "Sawmill, three saws, big peaks."}"#,
    ),
    form(212, 2, r#"{"id": "812", "form_id": "5", "7": "Please call", "9": "tomorrow"}"#),
    form(
        187,
        0,
        r#"{"name": "Idris Okafor", "company": "Northgate Cold Store", "email": "idris@northgatecold.example", "phone": "+44 113 496 0712", "topics": ["Batteries", "Charging"], "message": "Twelve trucks by spring."}"#,
    ),
    form(
        140,
        1,
        r#"{"_wpcf7": "12", "your-name": "Katarzyna Lis", "your-email": "k.lis@lismeble.example", "your-message": "A second hall, another quote please."}"#,
    ),
    form(93, 0, r#"{"name": "Buy now", "email": "spam@spam.example", "_gotcha": "yes"}"#),
    form(
        68,
        0,
        r#"{"name": "Maartje de Wit", "company": "De Wit Tulpen", "email": "maartje@dewittulpen.example", "topics": ["Solar"], "message": "Greenhouse roof. Glass must stay glass."}"#,
    ),
    form(
        26,
        0,
        r#"{"name": "Callum Reid", "company": "Reid Whisky", "email": "callum@reidwhisky.example", "phone": "+44 1340 555 018", "topics": ["Batteries"], "message": "Stills cannot stop. What happens in an outage?"}"#,
    ),
    form(
        3,
        1,
        r#"{"_wpcf7": "12", "your-name": "Jana Kolářová", "your-email": "jana@kolarovapekarna.example", "your-tel": "+420 2 555 01 87", "site-size": "650 m²", "your-message": "Ovens from midnight to six."}"#,
    ),
];
