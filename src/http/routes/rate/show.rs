//! `GET /rate/{token}`: a page with a form. It changes nothing, so that a mail
//! scanner which follows the link rates nothing.

use crate::http::answer::Answer;
use crate::http::document::problems;
use crate::http::link::Linked;
use crate::http::rate_page;
use actix_web::get;

/// The page behind the link of an invitation. Needs no sign-in and changes nothing.
#[utoipa::path(
    tag = "tickets",
    security(()),
    params(("token" = String, Path, description = "The link's token", example = "5b41…")),
    responses(
        (status = 200, description = "A page in the language of who was asked: a form, or that the ticket was rated",
            content_type = "text/html", body = String, example = json!("<!doctype html>…")),
        problems::Opened,
    ),
)]
#[get("/rate/{token}")]
pub async fn show_invitation(call: Linked) -> Answer {
    match call.state.desk.invitation(&call.token, call.address).await {
        Ok(invitation) => Ok(rate_page::of(&invitation)),
        Err(refusal) if call.page => Ok(rate_page::refused(&refusal, None, &call.language)),
        Err(refusal) => Err(refusal.into()),
    }
}
