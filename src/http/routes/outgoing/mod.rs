//! What was kept back on its way out.

pub mod list;
pub mod show;

use serde_json::{Value as Json, json};

/// A call that was kept back.
fn example() -> Json {
    let call = json!({"plugin": "asset", "function": "reserve", "key": "SR-000123/1/4", "attempt": 1,
        "arguments": {"model": "light"}, "method": "GET",
        "url": "https://assets.example.org/api/reservations/SR-000123%2F1%2F4",
        "headers": [["Authorization", "Bearer [ASSET_TOKEN]"]], "body": null, "cut": false, "redirected_to": null});
    json!({"id": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11", "at": "2026-01-06T06:05:00.000000Z", "kind": "call",
        "fate": "captured", "ticket": "SR-000123", "recipient": null, "redirected_to": null, "text": null, "call": call})
}
