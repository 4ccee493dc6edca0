//! `DELETE /tickets/{number}/links`.

use crate::desk::command::{Act, OldLink, Relate};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::delete;

/// Take a link away, from either side.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = OldLink, example = json!({"type": "caused_by", "to": "PRB-000124"})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[delete("/tickets/{number}/links")]
pub async fn unlink_ticket(call: Change) -> Answer {
    let act = |wish: OldLink| Ok(Act::Relate(Box::new(Relate::Unlink(wish))));
    answer::operation(call, Some(Operation::Link), act).await
}
