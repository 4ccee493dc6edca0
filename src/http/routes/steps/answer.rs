//! `POST /steps/{id}/answer`.

use crate::desk::command::{Act, StepAnswer, Target};
use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::view::StepView;
use actix_web::http::StatusCode;
use actix_web::post;

/// Answer a step: vote, confirm, report.
#[utoipa::path(
    tag = "steps",
    params(Id, OnceAt),
    request_body(content = StepAnswer, example = json!({"outcome": "approved", "comment": "Fine.", "seen": "9f2c1d"})),
    responses(
        (status = 200, description = "The step", body = StepView, example = json!(examples::answered_step())),
        problems::Answered,
    ),
)]
#[post("/steps/{id}/answer")]
pub async fn answer_step(call: Change) -> Answer {
    let id = call.signed.id()?;
    let done = call.carry_out(Target::Step(id), None, |wish: StepAnswer| Ok(Act::Answer(wish))).await?;
    let step = call.signed.see(move |view, user| views::step(view, user, id)).await?;
    Ok(answer::to(&done, StatusCode::OK).json(step))
}
