//! Examples of what people are told with what they are asked.

use super::examples::{MORNING, person, step};
use serde_json::{Value as Json, json};

/// The approval in the inbox of who is asked.
pub fn inbox_entry() -> Json {
    let mut entry = step();
    if let Some(entry) = entry.as_object_mut() {
        let on = json!({"kind": "request", "title": "Laptop", "item": "laptop", "requester": person("ann", "Ann Berg"),
            "requested_for": person("ann", "Ann Berg"), "priority": "P3", "cost": null, "created_at": MORNING});
        entry.insert("on".to_owned(), on);
    }
    entry
}

/// The codes of a policy.
pub fn codes() -> Json {
    json!({
        "holds": [{"code": "customer", "label": "Waiting for you", "pauses": true, "needs_until": false, "ends_on_reply": true}],
        "returns": [{"code": "not_ours", "label": "Not our field"}], "return_needs_code": false, "return_reason_min": 5,
        "rejections": [{"code": "budget", "label": "No budget"}], "code_for": ["rejected"], "comment_for": [],
        "closures": [{"code": "succeeded", "label": "Handled successfully"}],
        "closure_reasons": [{"code": "permanent_fix", "label": "Permanent fix", "closure_code": "succeeded"}],
        "impacts": [{"code": "person", "label": "Person"}], "urgencies": [{"code": "normal", "label": "Normal"}],
        "channels": ["portal", "phone"],
    })
}
