//! All words of notifications. Whoever cannot see the record reads what happened to them, and nothing of the record.

use serde_json::Value as Json;

use super::{Notice, Told};

/// The longest piece of somebody else's text that is quoted, in characters.
const QUOTED: usize = 200;
/// How many fields are named.
const NAMED: usize = 3;

/// What one of a kind is called, and several.
fn nouns(kind: Option<&str>) -> (&'static str, &'static str) {
    match kind {
        Some("lead") => ("lead", "leads"),
        Some("contact") => ("contact", "contacts"),
        Some("deal") => ("deal", "deals"),
        _ => ("record", "records"),
    }
}

/// What the record is called, or how many there are.
fn what(told: &Told) -> String {
    if told.notice == Notice::BulkSummary {
        let (one, many) = nouns(told.facts["kind"].as_str());
        return format!("{} {}", told.count, if told.count == 1 { one } else { many });
    }
    match &told.name {
        Some(name) if told.sees == 1 => name.clone(),
        _ => format!("a {}", told.kind.map_or("record", super::Kind::text)),
    }
}

/// A fact after these words, cut where it gets long; nothing where there is none.
fn after(words: &str, fact: &Json) -> String {
    let Some(text) = fact.as_str() else { return String::new() };
    let mut quoted: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = quoted.char_indices().nth(QUOTED) {
        quoted.truncate(end);
        quoted.push('…');
    }
    format!("{words}{quoted}")
}

/// The fields that changed, as words.
fn fields(facts: &Json) -> String {
    let name = |field: &Json| field.as_str().map(|path| path.trim_start_matches("fields.").replace('_', " "));
    let all: Vec<String> = facts["fields"].as_array().into_iter().flatten().filter_map(name).collect();
    match all.len() {
        0 => String::new(),
        more if more > NAMED => format!("{} and {} more fields of ", all[..NAMED].join(", "), more - NAMED),
        _ => format!("{} of ", all.join(", ")),
    }
}

/// What a notification says, in one sentence, as plain text.
pub fn summary(told: &Told) -> String {
    let (actor, what) = (&told.actor.name, what(told));
    let nothing = Json::Null;
    let facts = if told.sees == 1 { &told.facts } else { &nothing };
    let about = told.facts["about"].as_str().and_then(Notice::parse).unwrap_or(told.notice);
    match about {
        Notice::Assigned => format!("{actor} assigned {what} to you{}", after(": ", &facts["note"])),
        Notice::TaskAssigned => format!("{actor} gave you a task on {what}{}", after(": ", &facts["title"])),
        Notice::Mentioned => format!("{actor} mentioned you in a note on {what}"),
        Notice::Unassigned => format!("{actor} handed {what} over{}{}", after(" to ", &facts["to"]), after(": ", &facts["note"])),
        Notice::RequestDecided => match told.facts["decision"].as_str() {
            Some("approved") => format!("{actor} approved your request to collaborate on {what}{}", after(": ", &facts["note"])),
            Some("denied") => format!("{actor} denied your request to collaborate on {what}{}", after(": ", &facts["note"])),
            Some("expired") => format!("Nobody decided your request to collaborate on {what} in time"),
            _ => format!("Your request to collaborate on {what} is no longer needed"),
        },
        Notice::CollaboratorAdded => {
            let level = match facts["level"].as_str() {
                Some("viewer") => "viewer",
                Some("co_owner") => "co-owner",
                _ => "collaborator",
            };
            format!("{actor} made you a {level} of {what}")
        }
        Notice::CollaboratorRemoved => format!("{actor} removed you from {what}"),
        Notice::Shared if facts["changed"] == true => format!("{actor} changed what you may do with {what}"),
        Notice::Shared => format!("{actor} shared {what} with you"),
        Notice::ShareEnded => format!("{actor} stopped sharing {what} with you"),
        Notice::RequestReceived => format!("{actor} asks to collaborate on {what}{}", after(": ", &facts["reason"])),
        Notice::TaskDue => format!("A task on {what} is due{}", after(": ", &facts["title"])),
        Notice::LeadCaptured => format!("{actor} brought in {what}"),
        Notice::NoteAdded => format!("{actor} wrote a note on {what}"),
        Notice::CommunicationAdded => {
            let channel = match facts["channel"].as_str() {
                Some("call") => "a call",
                Some("email") => "an e-mail",
                Some("sms") => "an SMS",
                Some("meeting") => "a meeting",
                Some("chat") => "a chat",
                _ => "a communication",
            };
            format!("{actor} logged {channel} on {what}{}", after(": ", &facts["summary"]))
        }
        Notice::StatusChanged => format!("{actor} moved {what}{}{}", after(" from ", &facts["from"]), after(" to ", &facts["to"])),
        Notice::LeadUpdated => {
            if let Some(became) = facts["became"].as_str() {
                return format!("{actor} {became} {what}");
            }
            let who = |fact: &str| facts[fact].as_str();
            match (who("to"), who("joined"), who("left")) {
                (Some(to), ..) if to == actor => format!("{actor} took {what}"),
                (Some(to), ..) => format!("{actor} handed {what} over to {to}"),
                (_, Some(name), _) if name == actor => format!("{actor} joined {what}"),
                (_, Some(name), _) => format!("{actor} made {name} a collaborator on {what}"),
                (.., Some(name)) if name == actor => format!("{actor} left {what}"),
                (.., Some(name)) => format!("{actor} removed {name} from {what}"),
                _ => format!("{actor} changed {}{what}", fields(facts)),
            }
        }
        Notice::BulkSummary => format!("{actor} changed {what}"),
        Notice::JobFinished => {
            let number = |fact: &str| told.facts[fact].as_i64().unwrap_or_default();
            let ended = match told.facts["status"].as_str() {
                Some("canceled") => "was canceled",
                Some("failed") => "could not go on",
                _ => "is done",
            };
            let (_, many) = nouns(told.facts["kind"].as_str());
            format!("Your job {ended}: {} of {} {many} changed", number("changed"), number("total"))
        }
    }
}
