//! `POST /tickets/{number}/restrict`.

use crate::desk::command::{Act, Target};
use crate::desk::confidential::Restrict;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::problem::Code;
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::http::StatusCode;
use actix_web::post;

/// Close the ticket to all staff but a group: it is confidential from now on. Who asked, whom it is for, its
/// owner, its handler and who is asked for something go on seeing it; where the caller does not, 204.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Restrict, example = json!({"group": "board", "reason": "A matter of the staff."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        (status = 204, description = "Done; the caller does not see the ticket any more"),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/restrict")]
pub async fn restrict_ticket(call: Change) -> Answer {
    let number = call.signed.number()?;
    let done = call
        .carry_out(Target::Ticket(number), Some(Operation::Restrict), |wish: Restrict| Ok(Act::Restrict(wish)))
        .await?;
    match call.signed.after(&done).await {
        Err(problem) if problem.0.code == Code::NotFound => Ok(answer::to(&done, StatusCode::NO_CONTENT).finish()),
        view => Ok(answer::ticket(answer::to(&done, StatusCode::OK), &view?)),
    }
}
