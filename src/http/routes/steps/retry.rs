//! `POST /steps/{id}/retry`.

use crate::desk::command::{Act, Skip, Target};
use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::http::fields::Nothing;
use crate::model::view::StepView;
use actix_web::http::StatusCode;
use actix_web::post;

/// Try again what went wrong at a step: a plugin call at once, a task or another ticket anew; for the ticket's owner
/// and admins.
#[utoipa::path(
    tag = "steps",
    params(Id, OnceAt),
    request_body(content = Nothing, example = json!({})),
    responses(
        (status = 200, description = "The step", body = StepView, example = json!(examples::step())),
        problems::Answered,
    ),
)]
#[post("/steps/{id}/retry")]
pub async fn retry_step(call: Change) -> Answer {
    let id = call.signed.id()?;
    // Skipping is for the same people, and without a reason it is refused.
    let probe = Act::Skip(Skip::default());
    let done = call.carry_out_probing(Target::Step(id), probe, |_: Nothing| Act::Retry).await?;
    let step = call.signed.see(move |view, user| views::step(view, user, id)).await?;
    Ok(answer::to(&done, StatusCode::OK).json(step))
}
