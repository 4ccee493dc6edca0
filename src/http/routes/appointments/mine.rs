//! `GET /appointments`.

use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use crate::model::view::AppointmentView;
use actix_web::get;

/// My appointments that are still to come or under way, the next first; at most 200.
#[utoipa::path(
    tag = "appointments",
    responses(
        (status = 200, description = "My appointments", body = views::Page<AppointmentView>,
            example = json!(examples::list(examples::appointment()))),
        problems::Own,
    ),
)]
#[get("/appointments")]
pub async fn my_appointments(call: Signed) -> Answer {
    let found = call.see(views::my_appointments).await?;
    answer::whole(found)
}
