//! `PATCH /absences/{id}`.

use crate::desk::AbsencePatch;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::model::view::AbsenceView;
use actix_web::{HttpResponse, patch};

/// Change an absence that is not over: sooner, later, somebody else, something else.
#[utoipa::path(
    tag = "people",
    params(Id),
    request_body(content = AbsencePatch, example = json!({"to": "2026-07-22T00:00:00Z"})),
    responses(
        (status = 200, description = "The absence", body = AbsenceView, example = json!(examples::absence())),
        problems::AbsenceChanged,
    ),
)]
#[patch("/absences/{id}")]
pub async fn change_absence(call: Change) -> Answer {
    let id = call.signed.id()?;
    let desk = call.signed.desk();
    let patch: AbsencePatch = call.body_after(desk.to_be_changed(&call.signed.caller, id)).await?;
    let absence = desk.change_absence(&call.signed.caller, id, patch).await?;
    Ok(HttpResponse::Ok().json(absence))
}
