//! `POST /tickets/{number}/merge`.

use crate::desk::command::{Act, Merge, Relate};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::TicketView;
use actix_web::post;

/// Close it as a duplicate: it goes on in another, and its people come along.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Merge, example = json!({"into": "INC-000124", "reason": "The same outage."})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/merge")]
pub async fn merge_ticket(call: Change) -> Answer {
    let act = |wish: Merge| Ok(Act::Relate(Box::new(Relate::Merge(wish))));
    answer::operation(call, Some(Operation::Merge), act).await
}
