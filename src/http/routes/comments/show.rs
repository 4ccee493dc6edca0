//! `GET /comments/{id}`.

use crate::desk::views;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::model::ids::CommentId;
use crate::model::view::CommentView;
use actix_web::{HttpResponse, get};

/// One comment; for staff with what it said before.
#[utoipa::path(
    tag = "tickets",
    params(Id),
    responses(
        (status = 200, description = "The comment", body = CommentView, example = json!(examples::comment())),
        problems::Shown,
    ),
)]
#[get("/comments/{id}")]
pub async fn show_comment(call: Signed) -> Answer {
    let id: CommentId = call.id()?;
    let comment = call.see(move |view, user| views::comment(view, user, id)).await?;
    Ok(HttpResponse::Ok().json(comment))
}
