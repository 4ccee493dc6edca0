//! `POST /steps/{id}/reopen`.

use crate::desk::handling::{Reopen, StepAct};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::step_actions::StepOperation;
use crate::model::view::StepView;
use actix_web::post;

/// Have a task done again.
#[utoipa::path(
    tag = "steps",
    params(Id, OnceAt),
    request_body(content = Reopen, example = json!({"reason": "The screen is still dark."})),
    responses(
        (status = 201, description = "The step that was opened", body = StepView,
            headers(("Location" = String, description = "Where the step is")),
            example = json!(examples::own_step())),
        problems::StepChanged,
    ),
)]
#[post("/steps/{id}/reopen")]
pub async fn reopen_step(call: Change) -> Answer {
    let done = call.on_step(StepOperation::Reopen, StepAct::Reopen).await?;
    answer::made_step(&call.signed, &done).await
}
