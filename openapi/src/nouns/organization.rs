//! The service, the first step, and the organisation with its settings.

use leadroom::error::Code;
use leadroom::model::{CollaboratorPolicy, Keep, Pool};

use super::Noun;
use crate::operation::on;
use crate::schema::{
    body, boolean, constant, count, email, has, id, integer, list, map, may, name, named, object, origin, set, shown_list, text, word,
};

pub fn service() -> Noun {
    let health = object(vec![has("status", constant("ok"))]);
    Noun {
        name: "Service",
        about: "Whether Leadroom is there.",
        schemas: vec![],
        operations: vec![on("GET", "/healthz", "getHealth", "Is it there?").gives(200, health, "It is.")],
    }
}

pub fn setup() -> Noun {
    let person = body(vec![has("name", name(200).example("Olga Owner")), has("email", email().example("olga@example.com"))]);
    let takes = body(vec![has("organization", body(vec![has("name", name(200).example("Acme"))])), has("owner", person)]);
    let gives = object(vec![
        has("organization", object(vec![has("id", id()), has("name", text(200).example("Acme"))])),
        has(
            "user",
            object(vec![
                has("id", id()),
                has("name", text(200).example("Olga Owner")),
                has("email", email().example("olga@example.com")),
                has("role", constant("owner")),
                has("active", boolean()),
            ]),
        ),
        has("api_key", object(vec![has("id", id()), has("secret", named("Secret"))])),
    ]);
    Noun {
        name: "Set-up",
        about: "The first step after the installation.",
        schemas: vec![],
        operations: vec![
            on("POST", "/v1/setup", "setUp", "Make an organisation and its owner")
                .about(
                    "Takes the secret `SETUP_TOKEN` as the Bearer token. Without that secret in the installation there is no such route.",
                )
                .takes(takes)
                .gives(201, gives, "They are there. The key's secret is shown this once."),
        ],
    }
}

pub fn organization() -> Noun {
    let policies = CollaboratorPolicy::ALL.iter().map(|policy| policy.text());
    let pool = || {
        word(Pool::ALL.iter().map(|pool| pool.text()))
            .about("Who sees the records that nobody owns: holders of `view_pool`, or also holders of `claim`.")
    };
    let policy = || word(policies.clone()).about("Whether adding a collaborator lets them see the record, or they must see it already.");
    let many = || boolean().example(false).about("Whether there may be co-owners.");
    let reveal = || boolean().about("Whether one may learn that a record exists that one cannot see.");
    let ttl = || integer(1, 365).example(14).about("How long a request to collaborate waits for a decision, in days.");
    let cooldown = || integer(0, 8760).example(24).about("How long after a denial one may not ask again, in hours.");
    let keep = || word(Keep::ALL.iter().map(|keep| keep.text())).example("view").about("What the previous owner keeps after a hand-over.");
    let stay = || boolean().about("Whether collaborators stay after a hand-over.");
    let origins = "Origins of browser applications that may call the API.";
    let statuses = "The statuses of each kind; the first is a new record's.";
    let status = || text(50).example("new");
    let provider = "The identity provider whose tokens the organisation's people may call with. No two organisations have the same issuer and audience.";
    let issuer = || name(500).example("https://login.example.com/").pattern("^[ -~]+$").about("The `iss` of its tokens.");
    let audience = || name(500).example("leadroom").pattern("^[ -~]+$").about("The `aud` of those that are for Leadroom.");
    let keys = || {
        name(500)
            .example("https://login.example.com/.well-known/jwks.json")
            .pattern("^https?://[!-~]+$")
            .about("Where its keys are: an https address of a public name. They are kept for ten minutes.")
    };
    let settings =
        object(vec![
        has("pool", pool()),
        has("collaborator_policy", policy()),
        has("multiple_assignment", many()),
        has("reveal_existence", reveal()),
        has("request_ttl_days", ttl()),
        has("request_cooldown_hours", cooldown()),
        has("transfer", object(vec![has("keep_previous_owner", keep()), has("keep_collaborators", stay())])),
        has("statuses", map(shown_list(status())).about(statuses).example(serde_json::json!({
            "lead": ["new", "working", "qualified", "unqualified"], "contact": ["active", "inactive"], "deal": ["open", "won", "lost"],
        }))),
        has("allowed_origins", shown_list(origin()).about(origins)),
        has("jwt", object(vec![has("issuer", issuer()), has("audience", audience()), has("jwks_url", keys())]).or_null().about(provider)),
    ]);
    let words = || list(status().pattern(r"^[\p{L}\p{N}_-]+$"), 50).filled();
    let change = body(vec![
        may("pool", pool()),
        may("collaborator_policy", policy()),
        may("multiple_assignment", many()),
        may("reveal_existence", reveal()),
        may("request_ttl_days", ttl()),
        may("request_cooldown_hours", cooldown()),
        may("transfer", body(vec![may("keep_previous_owner", keep()), may("keep_collaborators", stay())])),
        may(
            "statuses",
            body(vec![
                may("lead", words()),
                may("contact", words().example(serde_json::json!(["active", "inactive"]))),
                may("deal", words().example(serde_json::json!(["open", "won", "lost"]))),
            ])
            .about(statuses),
        ),
        may("allowed_origins", list(origin(), 50).about(origins)),
        may("jwt", body(vec![set("issuer", issuer()), set("audience", audience()), set("jwks_url", keys())]).about(provider)),
    ]);
    let organization = super::stored(vec![has("name", text(200).example("Acme")), has("settings", named("Settings"))]);
    Noun {
        name: "Organisation",
        about: "The organisation and its settings. Everyone in it may read them: they decide what a client offers.",
        schemas: vec![
            ("Organization", organization),
            ("Settings", settings),
            ("SettingsChange", change.about("What is left out stays; what is null goes back to what it is without being set.")),
        ],
        operations: vec![
            on("GET", "/v1/organization", "getOrganization", "The organisation and its settings").gives_versioned(
                200,
                named("Organization"),
                "The organisation.",
            ),
            on("PATCH", "/v1/organization", "changeOrganization", "Change the organisation or its settings")
                .about("Takes the capability `manage_settings`.")
                .takes(body(vec![set("name", name(200).example("Acme")), may("settings", named("SettingsChange"))]))
                .gives_versioned(200, named("Organization"), "The organisation as it is now.")
                .matches()
                .refuses(&[Code::Forbidden, Code::IdentityProviderTaken]),
        ],
    }
}

/// How many of something there are, for other nouns.
pub fn members() -> crate::schema::Schema {
    count().example(3)
}
