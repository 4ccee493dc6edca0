//! `GET /tickets/{number}/watchers`.

use crate::desk::views;
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::parameters::Number;
use crate::http::document::{examples, problems};
use crate::model::view::WatcherView;
use actix_web::get;

/// Who watches a ticket; staff see all, others whether they do.
#[utoipa::path(
    tag = "tickets",
    params(Number),
    responses(
        (status = 200, description = "Those who watch it", body = views::Page<WatcherView>,
            example = json!(examples::list(examples::watcher()))),
        problems::Shown,
    ),
)]
#[get("/tickets/{number}/watchers")]
pub async fn list_watchers(call: Signed) -> Answer {
    let number = call.number()?;
    whole(call.see(move |view, user| views::watchers(view, user, number)).await?)
}
