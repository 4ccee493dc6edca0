//! `POST /tickets/{number}/me-too`.

use crate::desk::command::{Act, MeToo, Relate, Target};
use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::problem::Code;
use crate::model::view::KnownView;
use actix_web::http::StatusCode;
use actix_web::post;

/// Say that a known incident or problem hits me as well: I am told when it is over.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = MeToo, example = json!({"note": "In Shanghai, too."})),
    responses(
        (status = 201, description = "What all may know of it", body = KnownView, example = json!(examples::known())),
        problems::Linked,
    ),
)]
#[post("/tickets/{number}/me-too")]
pub async fn join_ticket(call: Change) -> Answer {
    let number = call.signed.number()?;
    // What is wrong with the body's shape is told only to whom the ticket is shown.
    if let Err(refusal) = call.body::<MeToo>()
        && refusal.code == Code::Invalid
    {
        call.signed.see(move |view, user| views::one_known(view, user, number)).await?;
        return Err(refusal.into());
    }
    let act = |wish: MeToo| Ok(Act::Relate(Box::new(Relate::MeToo(wish))));
    let done = call.carry_out(Target::Ticket(number), None, act).await?;
    let known = call.signed.see(move |view, user| views::one_known(view, user, number)).await?;
    Ok(answer::to(&done, StatusCode::CREATED).json(known))
}
