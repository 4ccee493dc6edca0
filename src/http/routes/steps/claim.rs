//! `POST /steps/{id}/claim`.

use crate::desk::handling::{Claim, StepAct};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::step_actions::StepOperation;
use crate::model::view::StepView;
use actix_web::post;

/// Take a task, or the work on the ticket, of a group that you belong to. What somebody else has taken wants a reason.
#[utoipa::path(
    tag = "steps",
    params(Id, OnceAt),
    request_body(content = Claim, example = json!({})),
    responses(
        (status = 200, description = "The step", body = StepView, example = json!(examples::step())),
        problems::StepChanged,
    ),
)]
#[post("/steps/{id}/claim")]
pub async fn claim_step(call: Change) -> Answer {
    let done = call.on_step(StepOperation::Claim, StepAct::Claim).await?;
    answer::changed_step(&call.signed, &done).await
}
