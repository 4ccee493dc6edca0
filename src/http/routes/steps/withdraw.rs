//! `POST /steps/{id}/withdraw`.

use crate::desk::command::{Act, Target, Withdrawal};
use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::view::StepView;
use actix_web::http::StatusCode;
use actix_web::post;

/// Take my vote back while the approval is open; I may vote again.
#[utoipa::path(
    tag = "steps",
    params(Id, OnceAt),
    request_body(content = Withdrawal, example = json!({"reason": "I mistook it for another."})),
    responses(
        (status = 200, description = "The step", body = StepView, example = json!(examples::step())),
        problems::Answered,
    ),
)]
#[post("/steps/{id}/withdraw")]
pub async fn withdraw_vote(call: Change) -> Answer {
    let id = call.signed.id()?;
    let done = call.carry_out(Target::Step(id), None, |wish: Withdrawal| Ok(Act::Withdraw(wish))).await?;
    let step = call.signed.see(move |view, user| views::step(view, user, id)).await?;
    Ok(answer::to(&done, StatusCode::OK).json(step))
}
