//! `GET /appointments/{id}`.

use crate::desk::views;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::model::ids::AppointmentId;
use crate::model::view::AppointmentView;
use actix_web::{HttpResponse, get};

/// One appointment that concerns me.
#[utoipa::path(
    tag = "appointments",
    params(Id),
    responses(
        (status = 200, description = "The appointment", body = AppointmentView,
            example = json!(examples::appointment())),
        problems::Shown,
    ),
)]
#[get("/appointments/{id}")]
pub async fn show_appointment(call: Signed) -> Answer {
    let id: AppointmentId = call.id()?;
    let appointment = call.see(move |view, user| views::appointment(view, user, id)).await?;
    Ok(HttpResponse::Ok().json(appointment))
}
