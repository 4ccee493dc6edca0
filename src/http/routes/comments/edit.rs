//! `PATCH /comments/{id}`.

use crate::desk::command::{Act, Target};
use crate::desk::conversation::{EditComment, Talk};
use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::ids::CommentId;
use crate::model::status::Operation;
use crate::model::view::CommentView;
use actix_web::http::StatusCode;
use actix_web::patch;

/// Change what I said, within the time that the policy gives; what it said before is kept for staff to read.
#[utoipa::path(
    tag = "tickets",
    params(Id, OnceAt),
    request_body(content = EditComment, example = json!({"text": "It is on its way, by courier."})),
    responses(
        (status = 200, description = "The comment", body = CommentView, example = json!(examples::comment())),
        problems::Changed,
    ),
)]
#[patch("/comments/{id}")]
pub async fn edit_comment(call: Change) -> Answer {
    let id: CommentId = call.signed.id()?;
    let user = call.signed.caller.user.clone();
    let number = call.signed.desk().read(move |view| views::own_comment(view, &user, id)).await?;
    let edit = |wish: EditComment| Ok(Act::Talk(Talk::Edit(id, wish)));
    let done = call.carry_out(Target::Ticket(number), Some(Operation::Comment), edit).await?;
    let comment = call.signed.see(move |view, user| views::comment(view, user, id)).await?;
    Ok(answer::to(&done, StatusCode::OK).json(comment))
}
