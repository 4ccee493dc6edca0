//! `POST /steps/{id}/transfer`.

use crate::desk::handling::{StepAct, Transfer};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::step_actions::StepOperation;
use crate::model::view::StepView;
use actix_web::post;

/// Hand your seat, or your task, on to somebody else.
#[utoipa::path(
    tag = "steps",
    params(Id, OnceAt),
    request_body(content = Transfer, example = json!({"to": "mia", "reason": "She knows the project."})),
    responses(
        (status = 200, description = "The step", body = StepView, example = json!(examples::step())),
        problems::StepChanged,
    ),
)]
#[post("/steps/{id}/transfer")]
pub async fn transfer_step(call: Change) -> Answer {
    let done = call.on_step(StepOperation::Transfer, StepAct::Transfer).await?;
    answer::changed_step(&call.signed, &done).await
}
