//! `POST /tickets/{number}/cancel`.

use crate::desk::command::{Act, Cancel, Target};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::changes::Made;
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::http::StatusCode;
use actix_web::post;

/// It is no longer wanted. From the point that the policy names on this is a
/// wish, which its owner answers.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Cancel, example = json!({"reason": "Found my old one."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        (status = 202, description = "The owner was asked: `cancel_wish` names the question", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/cancel")]
pub async fn cancel_ticket(call: Change) -> Answer {
    let number = call.signed.number()?;
    let done =
        call.carry_out(Target::Ticket(number), Some(Operation::Cancel), |wish: Cancel| Ok(Act::Cancel(wish))).await?;
    let view = call.signed.after(&done).await?;
    let status = if matches!(done.made, Made::Step(_)) { StatusCode::ACCEPTED } else { StatusCode::OK };
    Ok(answer::ticket(answer::to(&done, status), &view))
}
