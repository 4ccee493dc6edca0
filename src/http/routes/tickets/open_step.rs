//! `POST /tickets/{number}/steps`.

use crate::desk::command::{Act, Target};
use crate::desk::handling::OpenStep;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::StepView;
use actix_web::post;

/// Ask for an approval, a confirmation of cost, a piece of work or an answer.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = OpenStep, example = json!({
        "kind": "approval", "name": "Head of IT", "for": {"users": ["sam"]}, "within": "2wd",
        "show": {"plan": "Two engineers for a day."}, "amount": "800.00",
    })),
    responses(
        (status = 201, description = "The step", body = StepView,
            headers(("Location" = String, description = "Where the step is")),
            example = json!(examples::own_step())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/steps")]
pub async fn open_step(call: Change) -> Answer {
    let number = call.signed.number()?;
    let act = |wish: OpenStep| Ok(Act::OpenStep(Box::new(wish)));
    let done = call.carry_out(Target::Ticket(number), Some(Operation::OpenStep), act).await?;
    answer::made_step(&call.signed, &done).await
}
