//! `GET /appointments/{id}/invitation.ics`.

use crate::desk::views;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::problems;
use crate::model::ids::AppointmentId;
use actix_web::http::header;
use actix_web::{HttpResponse, get};

/// An appointment for my calendar (RFC 5545): a request while it takes place, a
/// cancellation when it does no more. Its UID stays, its sequence rises.
#[utoipa::path(
    tag = "appointments",
    params(Id),
    responses(
        (status = 200, description = "The invitation", content_type = "text/calendar", body = String,
            example = json!("BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n…")),
        problems::Shown,
    ),
)]
#[get("/appointments/{id}/invitation.ics")]
pub async fn download_invitation(call: Signed) -> Answer {
    let id: AppointmentId = call.id()?;
    let invitation = call.see(move |view, user| views::invitation(view, user, id)).await?;
    let kind = format!("text/calendar; charset=utf-8; method={}", invitation.method);
    let mut response = HttpResponse::Ok();
    response.insert_header((header::CONTENT_TYPE, kind));
    response.insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"invitation.ics\""));
    Ok(response.body(invitation.text))
}
