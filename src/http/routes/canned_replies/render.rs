//! `POST /tickets/{number}/canned-replies/{name}`.

use crate::desk::canned;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::{Name, Number};
use crate::http::document::{examples, problems};
use crate::http::fields::Nothing;
use crate::model::problem::Refusal;
use crate::model::view::RenderedReply;
use actix_web::{HttpResponse, post};

/// A reply with what the ticket says in its placeholders' places, in the language of who asked. Writes nothing.
#[utoipa::path(
    tag = "tickets",
    params(Number, Name),
    request_body(content = Nothing, example = json!({})),
    responses(
        (status = 200, description = "The text, ready to be sent", body = RenderedReply,
            example = json!(examples::rendered_reply())),
        problems::Previewed,
    ),
)]
#[post("/tickets/{number}/canned-replies/{name}")]
pub async fn render_canned_reply(call: Change) -> Answer {
    let number = call.signed.number()?;
    let name = call.signed.part("name").ok_or_else(Refusal::not_found)?;
    let reply = call.signed.see(move |view, user| canned::rendered(view, user, number, &name)).await?;
    call.body::<Nothing>()?;
    Ok(HttpResponse::Ok().json(reply))
}
