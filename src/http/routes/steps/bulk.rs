//! `POST /steps/bulk-answer`.

use crate::desk::command::{Act, StepAnswer, Target};
use crate::http::answer::{self, Answer};
use crate::http::bulk::{BulkResults, listed};
use crate::http::change::Change;
use crate::http::document::parameters::Once;
use crate::http::document::{examples, problems};
use actix_web::post;
use serde::Deserialize;
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// The answer to many steps.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ManySteps {
    /// Ids, at most 200, none twice.
    steps: Vec<String>,
    /// As in the single call.
    outcome: String,
    /// What is said with it.
    comment: Option<String>,
    /// Rejection code, refusal code; of work a closure reason.
    code: Option<String>,
    /// The form's fields.
    #[schema(value_type = Option<Object>)]
    output: Option<Map<String, Json>>,
}

/// Answer many steps at once: each answer is on record by itself.
#[utoipa::path(
    tag = "steps",
    params(Once),
    request_body(content = ManySteps, example = json!({
        "steps": ["0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11"], "outcome": "approved", "comment": "As agreed.",
    })),
    responses(
        (status = 200, description = "One result per step, in the order of the call", body = BulkResults,
            example = json!(examples::bulk())),
        problems::Many,
    ),
)]
#[post("/steps/bulk-answer")]
pub async fn answer_steps(call: Change) -> Answer {
    let ManySteps { steps, outcome, comment, code, output } = call.body()?;
    let wishes = listed("steps", steps, |id| id.parse().ok().map(Target::Step))?;
    let output = output.map(Json::Object);
    let act = Act::Answer(StepAnswer { outcome, comment, code, output, ..StepAnswer::default() });
    answer::each(&call.carry_out_each(wishes, &act).await?)
}
