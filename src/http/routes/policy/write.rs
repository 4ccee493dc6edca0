//! `POST /policy/write`.

use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::problems;
use crate::model::access::Right;
use crate::model::policy::text;
use crate::model::problem::Refusal;
use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// What policy.toml shall say.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyWish {
    /// The text that it is written into.
    text: String,
    /// All that it shall say; what is not in it, or null, is taken out.
    #[schema(value_type = Object)]
    policy: Map<String, Json>,
}

/// The text that says it.
#[derive(Serialize, ToSchema)]
pub struct PolicyWritten {
    /// TOML.
    text: String,
}

/// Writes rules into a text of policy.toml: what does not change keeps its place, its layout and its comments. The text
/// is the answer; it is published with `PUT /releases`.
#[utoipa::path(
    tag = "content",
    request_body(content = PolicyWish,
        example = json!({"text": "currency = \"EUR\" # of all amounts\n", "policy": {"currency": "CHF"}})),
    responses(
        (status = 200, description = "The text", body = PolicyWritten,
            example = json!({"text": "currency = \"CHF\" # of all amounts\n"})),
        problems::Published,
    ),
)]
#[post("/policy/write")]
pub async fn write_policy(call: Change) -> Answer {
    call.ask(Right::ReadContent)?;
    let PolicyWish { text, policy } = call.body()?;
    let text = text::write(&text, &policy).map_err(|fault| {
        let refusal = Refusal::invalid("/text", "policy", format!("The text is no TOML: {}", fault.message));
        Refusal { faults: vec![fault], ..refusal }
    })?;
    Ok(HttpResponse::Ok().json(PolicyWritten { text }))
}
