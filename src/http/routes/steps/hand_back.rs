//! `POST /steps/{id}/return`.

use crate::desk::handling::{HandBack, StepAct};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::step_actions::StepOperation;
use crate::model::view::StepView;
use actix_web::post;

/// Give it back, with a reason and a suggestion.
#[utoipa::path(
    tag = "steps",
    params(Id, OnceAt),
    request_body(content = HandBack, example = json!({"reason": "This is a matter of the network.", "suggestion": "Ask line 2.", "code": "not_ours"})),
    responses(
        (status = 200, description = "The step", body = StepView, example = json!(examples::step())),
        problems::StepChanged,
    ),
)]
#[post("/steps/{id}/return")]
pub async fn return_step(call: Change) -> Answer {
    let done = call.on_step(StepOperation::Return, StepAct::Return).await?;
    answer::changed_step(&call.signed, &done).await
}
