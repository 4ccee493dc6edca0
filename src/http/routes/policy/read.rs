//! `POST /policy/read`.

use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::{examples, problems};
use crate::model::access::Right;
use crate::model::policy::text;
use crate::model::problem::Fault;
use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use utoipa::ToSchema;

/// A text of policy.toml.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyText {
    /// TOML.
    text: String,
}

/// What a text of policy.toml says.
#[derive(Serialize, ToSchema)]
pub struct PolicyRead {
    /// All of it, days and moments as texts; absent where the text is no TOML.
    #[schema(value_type = Option<Object>)]
    #[serde(skip_serializing_if = "Option::is_none")]
    policy: Option<Json>,
    /// Where it is none.
    faults: Vec<Fault>,
}

/// Says as JSON what a text of policy.toml says. Whether its rules are sound is told by `POST /releases/check`. Writes
/// nothing.
#[utoipa::path(
    tag = "content",
    request_body(content = PolicyText, example = json!({"text": "currency = \"EUR\"\n"})),
    responses(
        (status = 200, description = "What it says", body = PolicyRead, example = json!(examples::policy_read())),
        problems::Published,
    ),
)]
#[post("/policy/read")]
pub async fn read_policy(call: Change) -> Answer {
    call.ask(Right::ReadContent)?;
    let PolicyText { text } = call.body()?;
    let read = match text::read(&text) {
        Ok(policy) => PolicyRead { policy: Some(policy), faults: Vec::new() },
        Err(fault) => PolicyRead { policy: None, faults: vec![fault] },
    };
    Ok(HttpResponse::Ok().json(read))
}
