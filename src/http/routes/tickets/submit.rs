//! `POST /tickets`.

use crate::desk::command::{Act, Submit, Target};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::Once;
use crate::http::document::{examples, problems};
use crate::model::view::TicketView;
use actix_web::http::{StatusCode, header};
use actix_web::post;

/// Ask for something of the catalog.
#[utoipa::path(
    tag = "tickets",
    params(Once),
    request_body(content = Submit, example = json!({"item": "laptop", "form": {"model": "pro", "reason": "The old one is slow."}})),
    responses(
        (status = 201, description = "The ticket", body = TicketView,
            headers(("Location" = String, description = "Where the ticket is"), ("ETag" = String, description = "Its version")),
            example = json!(examples::ticket())),
        problems::Submission,
    ),
)]
#[post("/tickets")]
pub async fn submit_ticket(call: Change) -> Answer {
    let done = call.carry_out(Target::New, None, |wish: Submit| Ok(Act::Submit(wish))).await?;
    let view = call.signed.after(&done).await?;
    let mut response = answer::to(&done, StatusCode::CREATED);
    response.insert_header((header::LOCATION, answer::location(&view)));
    Ok(answer::ticket(response, &view))
}
