//! `POST /tickets/{number}/links`.

use crate::desk::command::{Act, NewLink, Relate};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Say what a ticket has to do with: another one, or a thing outside.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = NewLink, example = json!({"type": "caused_by", "to": "PRB-000124", "reason": "The same switch."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Linked,
    ),
)]
#[post("/tickets/{number}/links")]
pub async fn link_ticket(call: Change) -> Answer {
    let act = |wish: NewLink| Ok(Act::Relate(Box::new(Relate::Link(wish))));
    answer::operation(call, Some(Operation::Link), act).await
}
