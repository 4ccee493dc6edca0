//! `GET /steps/{id}`.

use crate::desk::views;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::model::view::StepView;
use actix_web::{HttpResponse, get};

/// One step.
#[utoipa::path(
    tag = "steps",
    params(Id),
    responses((status = 200, description = "The step", body = StepView, example = json!(examples::step())), problems::Shown),
)]
#[get("/steps/{id}")]
pub async fn show_step(call: Signed) -> Answer {
    let id = call.id()?;
    Ok(HttpResponse::Ok().json(call.see(move |view, user| views::step(view, user, id)).await?))
}
