//! `POST /rate/{token}`: what the page sends, once.

use crate::desk::Invitation;
use crate::desk::command::Rate;
use crate::http::answer::Answer;
use crate::http::document::problems;
use crate::http::link::Linked;
use crate::http::rate_page;
use crate::model::problem::{Code, Refusal};
use crate::model::view::RatingView;
use actix_web::{HttpResponse, post};

/// Say how satisfied you are, by the link of an invitation, once. Needs no sign-in. A form is answered by a page.
#[utoipa::path(
    tag = "tickets",
    security(()),
    params(("token" = String, Path, description = "The link's token", example = "5b41…")),
    request_body(
        content(
            (Rate = "application/json", example = json!({"score": 5, "text": "Quick and friendly."})),
            (Rate = "application/x-www-form-urlencoded", example = json!("score=5&text=Quick+and+friendly.")),
        ),
        description = "The score and, if they like, words",
    ),
    responses(
        (status = 200, description = "It was recorded", body = RatingView,
            example = json!({"score": 5, "text": "Quick and friendly.", "by": {"username": "ann", "name": "Ann Lee"},
                "at": "2026-01-08T06:05:00.000000Z"})),
        problems::RatedByLink,
    ),
)]
#[post("/rate/{token}")]
pub async fn rate_by_link(call: Linked) -> Answer {
    let mut found = None;
    match Box::pin(give(&call, &mut found)).await {
        Ok(rated) if call.page => Ok(rate_page::thanks(&rated)),
        Ok(rated) => Ok(HttpResponse::Ok().json(rated.ticket.rating)),
        Err(refusal) if call.page => Ok(rate_page::refused(&refusal, found.as_ref(), &call.language)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// 400 first, then what the link says, then what the ticket says, 422 last.
async fn give(call: &Linked, found: &mut Option<Invitation>) -> Result<Invitation, Refusal> {
    let desk = &call.state.desk;
    let wish = call.body::<Rate>();
    if let Err(refusal) = &wish
        && refusal.code == Code::Malformed
    {
        return Err(refusal.clone());
    }
    let invitation = desk.invitation(&call.token, call.address).await?;
    *found = Some(invitation.clone());
    let wish = match wish {
        // A ticket that cannot be rated any more is refused before its score is looked at.
        Err(refusal) if invitation.is_open() => return Err(refusal),
        Err(_) => Rate::default(),
        Ok(wish) => wish,
    };
    desk.rate_by_link(invitation, wish).await
}
