//! `DELETE /tickets/{number}/watchers`.

use crate::desk::command::{Act, Target};
use crate::desk::conversation::Talk;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt, WhoWatches};
use crate::http::document::problems;
use crate::http::fields::Nothing;
use crate::model::status::Operation;
use actix_web::delete;
use actix_web::http::StatusCode;

/// Watch a ticket no more, or let somebody else watch it no more.
#[utoipa::path(
    tag = "tickets",
    params(Number, WhoWatches, OnceAt),
    responses((status = 204, description = "They are told nothing more of it."), problems::Changed),
)]
#[delete("/tickets/{number}/watchers")]
pub async fn remove_watcher(call: Change) -> Answer {
    let number = call.signed.number()?;
    let user = call.signed.query.text("user");
    let unwatch = |_: Nothing| Ok(Act::Talk(Talk::Unwatch(user)));
    let done = call.carry_out(Target::Ticket(number), Some(Operation::Watch), unwatch).await?;
    Ok(answer::to(&done, StatusCode::NO_CONTENT).finish())
}
