//! `POST /tickets/{number}/attachments`.

use crate::desk::command::{Act, Attach, Target};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::http::problem::Problem;
use crate::model::problem::Refusal;
use crate::model::status::Operation;
use crate::model::view::AttachmentView;
use actix_web::http::StatusCode;
use actix_web::post;
use parking_lot::Mutex;

/// Put a file that I sent up on a ticket, on a closed one, too.
#[utoipa::path(
    tag = "attachments",
    params(Number, OnceAt),
    request_body(content = Attach,
        example = json!({"attachment": "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b44", "internal": false})),
    responses(
        (status = 201, description = "The file", body = AttachmentView, example = json!(examples::attachment())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/attachments")]
pub async fn attach(call: Change) -> Answer {
    let number = call.signed.number()?;
    let named = Mutex::new(String::new());
    let act = |wish: Attach| {
        named.lock().clone_from(&wish.attachment);
        Ok(Act::Attach(wish))
    };
    let done = call.carry_out(Target::Ticket(number), Some(Operation::Attach), act).await?;
    let id = named.into_inner().parse().map_err(|_| Problem::from(Refusal::not_found()))?;
    let file = call.signed.desk().attachment(&call.signed.caller, id).await?;
    Ok(answer::to(&done, StatusCode::CREATED).json(file))
}
