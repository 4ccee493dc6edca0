//! `GET /work/{id}`.

use crate::desk::views;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::model::ids::WorkId;
use crate::model::view::WorkView;
use actix_web::{HttpResponse, get};

/// One entry of the work log, with what it said before; for staff.
#[utoipa::path(
    tag = "tickets",
    params(Id),
    responses(
        (status = 200, description = "The entry", body = WorkView, example = json!(examples::work())),
        problems::Shown,
    ),
)]
#[get("/work/{id}")]
pub async fn show_work(call: Signed) -> Answer {
    let id: WorkId = call.id()?;
    let entry = call.see(move |view, user| views::work_entry(view, user, id)).await?;
    Ok(HttpResponse::Ok().json(entry))
}
