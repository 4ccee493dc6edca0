//! `POST /tickets/{number}/watchers`.

use crate::desk::command::{Act, Target};
use crate::desk::conversation::{Talk, Watch};
use crate::desk::views::{self, Page};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::WatcherView;
use actix_web::http::StatusCode;
use actix_web::post;

/// Watch a ticket, or let somebody else watch it: they see it from then on, and are told what becomes of it.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = Watch, example = json!({"user": "max"})),
    responses(
        (status = 200, description = "Those who watch it", body = Page<WatcherView>,
            example = json!(examples::list(examples::watcher()))),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/watchers")]
pub async fn add_watcher(call: Change) -> Answer {
    let number = call.signed.number()?;
    let watch = |wish: Watch| Ok(Act::Talk(Talk::Watch(wish)));
    let done = call.carry_out(Target::Ticket(number), Some(Operation::Watch), watch).await?;
    let items = call.signed.see(move |view, user| views::watchers(view, user, number)).await?;
    Ok(answer::to(&done, StatusCode::OK).json(Page { items, next_cursor: None, count: None }))
}
