//! `GET /appointments`.

use crate::desk::views;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use crate::model::view::AppointmentView;
use actix_web::{HttpResponse, get};

/// My appointments that are still to come or under way, the next first; at most 200.
#[utoipa::path(
    tag = "appointments",
    responses(
        (status = 200, description = "My appointments", body = Vec<AppointmentView>,
            example = json!([examples::appointment()])),
        problems::Own,
    ),
)]
#[get("/appointments")]
pub async fn my_appointments(call: Signed) -> Answer {
    let found = call.see(views::my_appointments).await?;
    Ok(HttpResponse::Ok().json(found))
}
