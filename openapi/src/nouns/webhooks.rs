//! Outgoing webhooks and their deliveries.

use leadroom::api::webhooks::LONGEST_URL;
use leadroom::error::Code;
use leadroom::store::webhook::{STATUSES, event_words};
use serde_json::json;

use super::{Noun, person};
use crate::operation::on;
use crate::schema::{
    Member, Schema, body, boolean, count, has, id, list, may, name, named, object, one_of, set, shown, shown_list, time, word,
};

fn url() -> Schema {
    name(LONGEST_URL).example("https://hooks.example.com/leadroom").about(
        "By https, to a public name, and to port 443 or one above 1023. An address of a private network is refused, and so is a name \
         that stands for one when something is to be sent.",
    )
}

fn events() -> Schema {
    list(named("WebhookEvent"), event_words().len()).filled()
}

fn webhook(mut more: Vec<Member>) -> Schema {
    let mut all = vec![
        has("url", shown().example("https://hooks.example.com/leadroom")),
        has("events", shown_list(named("WebhookEvent"))),
        has("enabled", boolean().about("Whether it sends. While it does not, nothing is kept for it.")),
        has("disabled_reason", shown().mostly_null().about("`gone` when the receiver answered `410`; null when somebody did it.")),
        has("acts_as", person().about("Who made it, or changed it last: it hears of what they may see at the moment of sending, and of nothing once they are inactive or may no longer have webhooks.")),
        has("previous_secret_valid_until", time().mostly_null().about("Until when the secret before signs, too.")),
    ];
    all.append(&mut more);
    super::stored(all)
}

fn payload() -> Schema {
    let data = object(vec![
        has("record_id", id()),
        has("kind", named("Kind")),
        has("seq", count().example(7).about("The number of the entry in the record's timeline.")),
        has("changed", shown_list(shown().example("phone")).about("The fields that changed, custom ones as `fields.<key>`.")),
    ]);
    let job = object(vec![has("job_id", id()), has("kind", named("Kind")), has("status", shown().example("done"))]);
    object(vec![has("type", named("WebhookEvent")), has("timestamp", time()), has("data", one_of(vec![data, job]))])
        .about("Thin on purpose: whoever wants to know more asks for the record. Null for whoever may not see the record, or the job.")
}

pub fn webhooks() -> Noun {
    let secret = || named("Secret").about("What signs the deliveries (Standard Webhooks). Shown this once.");
    let delivery = object(vec![
        has("id", id().about("What the receiver gets as `webhook-id`, with every attempt.")),
        has("webhook_id", id()),
        has("event", named("WebhookEvent")),
        has("payload", payload().or_null()),
        has("status", named("WebhookDeliveryStatus")),
        has("attempts", count().about("How often it was tried.")),
        has("next_attempt_at", time().mostly_null()),
        has("attempted_at", time().or_null()),
        has("response_status", count().example(204).or_null().about("What the receiver answered the last time.")),
        has("duration_ms", count().example(120).or_null()),
        has(
            "error",
            word([
                "no_answer", "refused", "redirect", "gone", "name_not_resolved", "private_address", "webhook_disabled", "not_entitled",
                "not_visible",
            ])
            .mostly_null()
            .about(
                "What went wrong the last time. `not_entitled`: whoever the webhook acts as is inactive or may have none. `not_visible`: they \
                 do not see the record.",
            ),
        ),
        has("created_at", time()),
    ]);
    let change = vec![
        set("url", url()),
        set("events", events()),
        set(
            "enabled",
            boolean().about("Switching it on again lets it send what happens from then on; what failed meanwhile can be replayed."),
        ),
    ];
    Noun {
        name: "Webhooks",
        about: "Where Leadroom tells other systems what happens, signed by [Standard Webhooks](https://www.standardwebhooks.com). A receiver \
                answers `2xx` within ten seconds. Anything else, a redirect too, is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, \
                20 h and 24 h with the same `webhook-id`: whoever remembers that id hears of everything once. `410` switches the webhook \
                off. All of it takes the capability `manage_settings`.",
        schemas: vec![
            (
                "WebhookEvent",
                word(event_words().iter().map(String::as_str))
                    .example("lead.updated")
                    .about("`*` is all of them. A request to collaborate is decided however it ends."),
            ),
            ("Webhook", webhook(vec![])),
            ("NewWebhook", webhook(vec![has("secret", secret())])),
            (
                "WebhookDeliveryStatus",
                word(STATUSES.iter().copied()).example("delivered").about("`dropped`: whoever the webhook acts as may not hear of it."),
            ),
            ("WebhookDelivery", delivery),
        ],
        operations: vec![
            on("GET", "/v1/webhooks", "listWebhooks", "Webhooks, newest first").pages("Webhook").refuses(&[Code::Forbidden]),
            on("POST", "/v1/webhooks", "createWebhook", "Make a webhook")
                .takes(
                    body(vec![has("url", url()), has("events", events()), may("enabled", boolean().usual(true))])
                        .example(json!({"url": "https://hooks.example.com/leadroom", "events": ["lead.created", "lead.updated"]})),
                )
                .gives_versioned(201, named("NewWebhook"), "The new webhook.")
                .refuses(&[Code::Forbidden, Code::LimitReached]),
            on("GET", "/v1/webhooks/{id}", "getWebhook", "One webhook")
                .gives_versioned(200, named("Webhook"), "The webhook.")
                .refuses(&[Code::Forbidden]),
            on("PATCH", "/v1/webhooks/{id}", "changeWebhook", "Change a webhook")
                .about("From then on it acts as you.")
                .takes(body(change))
                .gives_versioned(200, named("Webhook"), "The webhook as it is now.")
                .matches()
                .refuses(&[Code::Forbidden]),
            on("DELETE", "/v1/webhooks/{id}", "deleteWebhook", "Delete a webhook")
                .about("What it still had to send goes, too.")
                .gives_nothing(204, "It sends nothing any more.")
                .refuses(&[Code::Forbidden]),
            on("POST", "/v1/webhooks/{id}/rotate_secret", "rotateWebhookSecret", "Give a webhook another secret")
                .about("For 24 hours both sign: `webhook-signature` has two signatures.")
                .gives_versioned(200, named("NewWebhook"), "The webhook with its new secret.")
                .refuses(&[Code::Forbidden]),
            on("GET", "/v1/webhooks/{id}/deliveries", "listWebhookDeliveries", "What a webhook has sent, newest first")
                .about("Kept for thirty days.")
                .query("status", named("WebhookDeliveryStatus"))
                .pages("WebhookDelivery")
                .refuses(&[Code::Forbidden]),
            on("GET", "/v1/webhook_deliveries/{id}", "getWebhookDelivery", "One delivery of a webhook")
                .gives(200, named("WebhookDelivery"), "The delivery.")
                .refuses(&[Code::Forbidden]),
            on("POST", "/v1/webhook_deliveries/{id}/replay", "replayWebhookDelivery", "Send a failed or dropped delivery again")
                .about("At once and from the first attempt on, with the same `webhook-id`.")
                .gives(200, named("WebhookDelivery"), "The delivery, which is pending again.")
                .refuses(&[Code::Forbidden, Code::NotFailed]),
        ],
    }
}
