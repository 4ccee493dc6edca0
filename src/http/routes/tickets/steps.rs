//! `GET /tickets/{number}/steps`.

use crate::desk::views::{self, Page};
use crate::http::answer::{Answer, cut};
use crate::http::call::Signed;
use crate::http::document::parameters::{AllSteps, Number, Paging};
use crate::http::document::{examples, problems};
use crate::model::view::StepView;
use actix_web::get;

/// The steps of a ticket, in the order of their opening.
#[utoipa::path(
    tag = "tickets",
    params(Number, AllSteps, Paging),
    responses(
        (status = 200, description = "A page of steps",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            body = Page<StepView>, example = json!(examples::list(examples::step()))),
        problems::Shown,
    ),
)]
#[get("/tickets/{number}/steps")]
pub async fn list_steps(call: Signed) -> Answer {
    let (number, all) = (call.number()?, call.query.flag("all").unwrap_or(false));
    let run = call.query.one("run", "the number of a run, from 1", |text| text.parse().ok().filter(|run| *run > 0));
    let steps = call.see(move |view, user| views::steps(view, user, number, all, run)).await?;
    cut(&call, steps, |step| step.id.to_string())
}
