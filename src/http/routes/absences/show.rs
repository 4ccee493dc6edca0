//! `GET /absences/{id}`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::model::view::AbsenceView;
use actix_web::{HttpResponse, get};

/// One absence that concerns me.
#[utoipa::path(
    tag = "people",
    params(Id),
    responses(
        (status = 200, description = "The absence", body = AbsenceView, example = json!(examples::absence())),
        problems::Shown,
    ),
)]
#[get("/absences/{id}")]
pub async fn show_absence(call: Signed) -> Answer {
    let absence = call.desk().show_absence(&call.caller, call.id()?).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().json(absence))
}
