//! `POST /steps/{id}/consult`.

use crate::desk::handling::{Consult, StepAct};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::step_actions::StepOperation;
use crate::model::view::StepView;
use actix_web::post;

/// Ask somebody who has no vote for an opinion.
#[utoipa::path(
    tag = "steps",
    params(Id, OnceAt),
    request_body(content = Consult, example = json!({"user": "kim", "question": "Is the older model enough?"})),
    responses(
        (status = 201, description = "The step that was opened", body = StepView,
            headers(("Location" = String, description = "Where the step is")),
            example = json!(examples::own_step())),
        problems::StepChanged,
    ),
)]
#[post("/steps/{id}/consult")]
pub async fn consult(call: Change) -> Answer {
    let done = call.on_step(StepOperation::Consult, StepAct::Consult).await?;
    answer::made_step(&call.signed, &done).await
}
