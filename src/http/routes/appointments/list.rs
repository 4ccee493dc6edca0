//! `GET /tickets/{number}/appointments`.

use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::call::Signed;
use crate::http::document::parameters::Number;
use crate::http::document::{examples, problems};
use crate::model::view::AppointmentView;
use actix_web::get;

/// The appointments of a ticket, for staff, who asked, and who is invited.
#[utoipa::path(
    tag = "appointments",
    params(Number),
    responses(
        (status = 200, description = "All appointments", body = views::Page<AppointmentView>,
            example = json!(examples::list(examples::appointment()))),
        problems::Shown,
    ),
)]
#[get("/tickets/{number}/appointments")]
pub async fn list_appointments(call: Signed) -> Answer {
    let number = call.number()?;
    let found = call.see(move |view, user| views::appointments(view, user, number)).await?;
    answer::whole(found)
}
