//! `POST /tickets/{number}/comments`.

use crate::desk::command::{Act, Target};
use crate::desk::conversation::NewComment;
use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::http::problem::Problem;
use crate::model::changes::Made;
use crate::model::problem::Code;
use crate::model::status::Operation;
use crate::model::view::CommentView;
use actix_web::http::StatusCode;
use actix_web::post;

/// Say something on a ticket, on a closed one, too.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = NewComment, example = json!({"text": "It is on its way.", "internal": false})),
    responses(
        (status = 201, description = "The comment", body = CommentView, example = json!(examples::comment())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/comments")]
pub async fn add_comment(call: Change) -> Answer {
    let number = call.signed.number()?;
    let done = call
        .carry_out(Target::Ticket(number), Some(Operation::Comment), |wish: NewComment| Ok(Act::Comment(wish)))
        .await?;
    let Made::Comment(id) = done.made else {
        return Err(Problem::new(Code::Internal, "a comment made something else"));
    };
    let comment = call.signed.see(move |view, user| views::comment(view, user, id)).await?;
    Ok(answer::to(&done, StatusCode::CREATED).json(comment))
}
