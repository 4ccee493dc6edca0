//! `POST /steps/{id}/skip`.

use crate::desk::command::{Act, Skip, Target};
use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::view::StepView;
use actix_web::http::StatusCode;
use actix_web::post;

/// Pass a step over: a plugin call, a wait or a task; for the ticket's owner and admins.
#[utoipa::path(
    tag = "steps",
    params(Id, OnceAt),
    request_body(content = Skip, example = json!({"reason": "The register will be written by hand tonight."})),
    responses(
        (status = 200, description = "The step", body = StepView, example = json!(examples::answered_step())),
        problems::Answered,
    ),
)]
#[post("/steps/{id}/skip")]
pub async fn skip_step(call: Change) -> Answer {
    let id = call.signed.id()?;
    let done = call.carry_out_probing(Target::Step(id), Act::Skip(Skip::default()), Act::Skip).await?;
    let step = call.signed.see(move |view, user| views::step(view, user, id)).await?;
    Ok(answer::to(&done, StatusCode::OK).json(step))
}
