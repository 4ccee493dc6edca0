//! `GET /tickets/{number}/copy`.

use crate::desk::reception::{self, Copy};
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Number;
use crate::http::document::problems;
use actix_web::{HttpResponse, get};

/// What I would send to ask for the same again, after a rejection, too; and what of it does not fit any more.
#[utoipa::path(
    tag = "tickets",
    params(Number),
    responses(
        (status = 200, description = "A request to be sent", body = Copy,
            example = json!({"item": "laptop", "form": {"model": "pro"}, "item_version": "5b41", "errors": []})),
        problems::Copied,
    ),
)]
#[get("/tickets/{number}/copy")]
pub async fn copy_ticket(call: Signed) -> Answer {
    let number = call.number()?;
    let user = call.caller.user.clone();
    let copy = call.see(move |view, _| reception::copy(view, &user, number)).await?;
    Ok(HttpResponse::Ok().json(copy))
}
