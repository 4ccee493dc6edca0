//! `POST /steps/{id}/add`.

use crate::desk::handling::{AddSigner, StepAct};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::step_actions::StepOperation;
use crate::model::view::StepView;
use actix_web::post;

/// Let somebody else sign as well.
#[utoipa::path(
    tag = "steps",
    params(Id, OnceAt),
    request_body(content = AddSigner, example = json!({"user": "kim", "where": "before", "comment": "Is the contract in order?"})),
    responses(
        (status = 200, description = "The step", body = StepView, example = json!(examples::step())),
        problems::StepChanged,
    ),
)]
#[post("/steps/{id}/add")]
pub async fn add_signer(call: Change) -> Answer {
    let done = call.on_step(StepOperation::Add, StepAct::Add).await?;
    answer::changed_step(&call.signed, &done).await
}
