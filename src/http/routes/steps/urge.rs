//! `POST /steps/{id}/urge`.

use crate::desk::handling::StepAct;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::http::fields::Nothing;
use crate::model::step_actions::StepOperation;
use crate::model::view::StepView;
use actix_web::post;

/// Remind those who are silent.
#[utoipa::path(
    tag = "steps",
    params(Id, OnceAt),
    request_body(content = Nothing, example = json!({})),
    responses(
        (status = 200, description = "The step", body = StepView, example = json!(examples::step())),
        problems::Urged,
    ),
)]
#[post("/steps/{id}/urge")]
pub async fn urge_step(call: Change) -> Answer {
    let done = call.on_step(StepOperation::Urge, |_: Nothing| StepAct::Urge).await?;
    answer::changed_step(&call.signed, &done).await
}
