//! `POST /tickets/{number}/appointments`.

use crate::desk::appointments::{Appoint, NewAppointment};
use crate::desk::command::{Act, Target};
use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::http::problem::Problem;
use crate::model::changes::Made;
use crate::model::problem::Code;
use crate::model::status::Operation;
use crate::model::view::AppointmentView;
use actix_web::http::{StatusCode, header};
use actix_web::post;

/// Make an appointment for a ticket. Who is invited gets an invitation for their
/// calendar, and sees the appointment even where they do not see the ticket.
#[utoipa::path(
    tag = "appointments",
    params(Number, OnceAt),
    request_body(content = NewAppointment, example = json!({"start": "2026-01-07T08:00:00Z",
        "end": "2026-01-07T08:30:00Z", "zone": "Asia/Shanghai", "place": "Room 4.12", "people": ["ann", "lin"]})),
    responses(
        (status = 201, description = "The appointment", body = AppointmentView,
            headers(("Location" = String, description = "Where it is")), example = json!(examples::appointment())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/appointments")]
pub async fn make_appointment(call: Change) -> Answer {
    let number = call.signed.number()?;
    let make = |wish: NewAppointment| Ok(Act::Appoint(Appoint::Make(wish)));
    let done = call.carry_out(Target::Ticket(number), Some(Operation::Appoint), make).await?;
    let Made::Appointment(id) = done.made else {
        return Err(Problem::new(Code::Internal, "an appointment made something else"));
    };
    let appointment = call.signed.see(move |view, user| views::appointment(view, user, id)).await?;
    let mut response = answer::to(&done, StatusCode::CREATED);
    Ok(response.insert_header((header::LOCATION, format!("/api/v1/appointments/{id}"))).json(appointment))
}
