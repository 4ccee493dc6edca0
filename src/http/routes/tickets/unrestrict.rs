//! `POST /tickets/{number}/unrestrict`.

use crate::desk::command::{Act, Target};
use crate::desk::confidential::Lift;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::view::TicketView;
use actix_web::http::StatusCode;
use actix_web::post;

/// Open a confidential ticket to all staff again. The service request manager and admins may without seeing it first.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Lift, example = json!({"reason": "It is settled."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/unrestrict")]
pub async fn unrestrict_ticket(call: Change) -> Answer {
    let number = call.signed.number()?;
    // Who may lift it need not see the ticket, which the probe knows.
    let probe = Act::Unrestrict(Lift { reason: String::new() });
    let done = call.carry_out_probing(Target::Ticket(number), probe, Act::Unrestrict).await?;
    let view = call.signed.after(&done).await?;
    Ok(answer::ticket(answer::to(&done, StatusCode::OK), &view))
}
