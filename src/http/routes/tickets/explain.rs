//! `GET /tickets/{number}/explain`.

use crate::desk::views;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::{Explained, Number};
use crate::http::document::{examples, problems};
use crate::model::view::{Explanation, Of};
use actix_web::{HttpResponse, get};

/// Why a ticket stands as it does: what it waits for and what would move it on,
/// or how approvers, assignee, priority, due times or price came about.
#[utoipa::path(
    tag = "tickets",
    params(Number, Explained),
    responses(
        (status = 200, description = "The explanation", body = Explanation, example = json!(examples::explanation())),
        problems::Shown,
    ),
)]
#[get("/tickets/{number}/explain")]
pub async fn explain_ticket(call: Signed) -> Answer {
    let of = call.query.one("of", "wait, approver, assignee, priority, sla or price", Of::parse).unwrap_or_default();
    let number = call.number()?;
    Ok(HttpResponse::Ok().json(call.see(move |view, user| views::explain(view, user, number, of)).await?))
}
