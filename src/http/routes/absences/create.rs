//! `POST /absences`.

use crate::desk::NewAbsence;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Once;
use crate::http::document::{examples, problems};
use crate::http::once::REPLAYED;
use crate::model::view::AbsenceView;
use actix_web::http::header;
use actix_web::{HttpResponse, post};

/// Say when I am away and who stands in; the substitute is told at once.
#[utoipa::path(
    tag = "people",
    params(Once),
    request_body(content = NewAbsence, example = json!({"from": "2026-07-06T00:00:00Z", "to": "2026-07-20T00:00:00Z",
        "substitute": "mia", "scope": {"kinds": ["approval"]}})),
    responses(
        (status = 201, description = "The absence", body = AbsenceView,
            headers(("Location" = String, description = "Where it is")), example = json!(examples::absence())),
        problems::AbsenceMade,
    ),
)]
#[post("/absences")]
pub async fn register_absence(call: Change) -> Answer {
    let wish: NewAbsence = call.body()?;
    let desk = call.signed.desk();
    let (absence, replayed) = desk.register_absence(&call.signed.caller, wish, call.once()).await?;
    let mut response = HttpResponse::Created();
    response.insert_header((header::LOCATION, format!("/api/v1/absences/{}", absence.id)));
    if replayed {
        response.insert_header((REPLAYED, "true"));
    }
    Ok(response.json(absence))
}
