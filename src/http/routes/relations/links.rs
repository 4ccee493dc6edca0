//! `GET /tickets/{number}/links`.

use crate::desk::views::{self, Page};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::parameters::Number;
use crate::http::document::{examples, problems};
use crate::model::view::LinkView;
use actix_web::get;

/// What a ticket has to do with: tickets that I see, and for staff things outside.
#[utoipa::path(
    tag = "tickets",
    params(Number),
    responses(
        (status = 200, description = "All of them", body = Page<LinkView>, example = json!(examples::list(examples::link()))),
        problems::Shown,
    ),
)]
#[get("/tickets/{number}/links")]
pub async fn list_links(call: Signed) -> Answer {
    let number = call.number()?;
    whole(call.see(move |view, user| views::links(view, user, number)).await?)
}
