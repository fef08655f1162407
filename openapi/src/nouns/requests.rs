//! Requests to collaborate.

use leadroom::error::Code;
use leadroom::model::RequestStatus;

use super::{ACT, GIVE, Noun, person, record_brief};
use crate::operation::on;
use crate::schema::{body, has, id, may, name, named, object, shown, text, time, word};

const LONGEST: usize = 2000;

pub fn requests() -> Noun {
    let decision = object(vec![
        has("by", person()),
        has("at", time()),
        has("note", shown().or_null().example("Welcome")),
        has("level", named("Level").or_null()),
        has("until", time().mostly_null()),
    ]);
    let request = object(vec![
        has("id", id()),
        has("lead", record_brief().about("The record, whatever its kind.")),
        has("requester", person()),
        has("level", named("Level")),
        has("reason", shown().or_null().example("They are my customer, too")),
        has("until", time().mostly_null().about("Until when access is wanted.")),
        has("status", named("RequestStatus")),
        has("decision", named("Decision").or_null().about("Null until somebody decided.")),
        has("created_at", time()),
        has("expires_at", time().about("When it expires undecided.")),
    ]);
    let until = || time().example("2027-01-01T00:00:00.000Z").about("Until when; it must be in the future.");
    let status = || word(RequestStatus::ALL.iter().map(|status| status.text()));
    Noun {
        name: "Requests to collaborate",
        about: "Asking for access to a record, and deciding. Approvers are the record's owner, or with no active owner whoever has `assign_any`; nobody decides \
                their own request.",
        schemas: vec![
            ("RequestStatus", status().about("All but `pending` are final.")),
            ("Decision", decision),
            ("CollaborationRequest", request),
        ],
        operations: vec![
            on("POST", "/v1/R/{id}/collaboration_requests", "requestToCollaborateOn{Kind}", "Ask to collaborate on a {kind}")
                .about("With the setting `reveal_existence`, also on one that the caller cannot see.")
                .may_take(body(vec![
                    may("level", named("Level").about("Left out: `collaborator`.")),
                    may("reason", text(LONGEST).example("They are my customer, too")),
                    may("until", until()),
                ]))
                .gives(201, named("CollaborationRequest"), "Asked.")
                .gives(200, named("CollaborationRequest"), "Asked before, and still open: this one.")
                .refuses(ACT)
                .refuses(GIVE)
                .refuses(&[Code::AlreadyCollaborator, Code::CoolingDown]),
            on("GET", "/v1/collaboration_requests", "listCollaborationRequests", "Requests for me to decide, or that I made")
                .query("box", word(["incoming", "outgoing"]).usual("incoming"))
                .query("status", status())
                .pages("CollaborationRequest"),
            on("GET", "/v1/collaboration_requests/{id}", "getCollaborationRequest", "One request")
                .gives(200, named("CollaborationRequest"), "The request.")
                .refuses(ACT),
            on("POST", "/v1/collaboration_requests/{id}/approve", "approveCollaborationRequest", "Say yes, to at most what was asked")
                .may_take(body(vec![
                    may("level", named("Level").about("Left out: what was asked.")),
                    may("until", until()),
                    may("note", text(LONGEST).example("Welcome")),
                ]))
                .gives(200, named("CollaborationRequest"), "Approved.")
                .refuses(ACT)
                .refuses(GIVE)
                .refuses(&[Code::OwnRequest, Code::RequestResolved]),
            on("POST", "/v1/collaboration_requests/{id}/deny", "denyCollaborationRequest", "Say no, and why")
                .takes(body(vec![has("note", name(LONGEST).example("I am closing it this week").about("The requester reads it."))]))
                .gives(200, named("CollaborationRequest"), "Denied.")
                .refuses(ACT)
                .refuses(&[Code::OwnRequest, Code::RequestResolved]),
            on("POST", "/v1/collaboration_requests/{id}/cancel", "cancelCollaborationRequest", "Take one's own request back")
                .gives(200, named("CollaborationRequest"), "Taken back.")
                .refuses(ACT)
                .refuses(&[Code::RequestResolved]),
        ],
    }
}
