//! `POST /tickets/{number}/resume`.

use crate::desk::command::{Act, Resume};
use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::access::Right;
use crate::model::problem::Code;
use crate::model::view::TicketView;
use actix_web::post;

/// An admin lets a stuck ticket's workflow go on.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Resume, example = json!({"migrate": true})),
    responses(
        (status = 200, description = "The ticket", body = TicketView,
            headers(("ETag" = String, description = "The ticket's version")),
            example = json!(examples::ticket())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/resume")]
pub async fn resume_ticket(call: Change) -> Answer {
    // What is wrong with the body's shape is told only to who may do it at all.
    if call.body::<Resume>().is_err_and(|refusal| refusal.code == Code::Invalid) {
        let number = call.signed.number()?;
        call.signed.see(move |view, user| views::ticket(view, user, number)).await?;
        call.ask(Right::Mend)?;
    }
    answer::operation(call, None, |wish: Resume| Ok(Act::Resume(wish))).await
}
