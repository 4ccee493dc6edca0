//! `GET /tickets/{number}`.

use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::call::Signed;
use crate::http::document::parameters::Number;
use crate::http::document::{examples, problems};
use crate::model::view::TicketView;
use actix_web::{HttpResponse, get};

/// Everything about a ticket at one glance: the ticket, and under `around` its open steps, what was said last,
/// files, appointments, and for staff what else the person has open.
#[utoipa::path(
    tag = "tickets",
    params(Number),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version, for `If-Match`")),
            example = json!(examples::ticket())),
        problems::Shown,
    ),
)]
#[get("/tickets/{number}")]
pub async fn show_ticket(call: Signed) -> Answer {
    let number = call.number()?;
    let view = call.see(move |view, user| views::whole_ticket(view, user, number)).await?;
    Ok(answer::ticket(HttpResponse::Ok(), &view))
}
