//! `POST /tickets/{number}/split`.

use crate::desk::command::{Act, Split, SplitOff, Target};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::http::{StatusCode, header};
use actix_web::post;

/// Make a part of it a ticket of its own, for the same people.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Split, example = json!({
        "item": "password-reset", "form": {"system": "erp"}, "reason": "That is another matter.",
    })),
    responses(
        (status = 201, description = "The new ticket", body = TicketView,
            headers(("Location" = String, description = "Where it is"), ("ETag" = String, description = "Its version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/split")]
pub async fn split_ticket(call: Change) -> Answer {
    let from = call.signed.number()?;
    // What is wrong with the body's shape is told after what keeps the ticket from being split.
    let _readable: Split = call.wish(from, Some(Operation::Split)).await?;
    let expect = call.expected();
    let act = move |wish: Split| Ok(Act::Split(Box::new(SplitOff { from, expect, wish })));
    let done = call.carry_out(Target::New, None, act).await?;
    let view = call.signed.after(&done).await?;
    let mut response = answer::to(&done, StatusCode::CREATED);
    response.insert_header((header::LOCATION, answer::location(&view)));
    Ok(answer::ticket(response, &view))
}
