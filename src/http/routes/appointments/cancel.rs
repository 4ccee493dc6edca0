//! `POST /appointments/{id}/cancel`.

use crate::desk::appointments::{Appoint, CancelAppointment};
use crate::desk::command::{Act, Target};
use crate::desk::views;
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::ids::AppointmentId;
use crate::model::status::Operation;
use crate::model::view::AppointmentView;
use actix_web::http::StatusCode;
use actix_web::post;

/// Cancel an appointment: who is invited is told, and the invitation becomes a cancellation.
#[utoipa::path(
    tag = "appointments",
    params(Id, OnceAt),
    request_body(content = CancelAppointment, example = json!({"reason": "It works again."})),
    responses(
        (status = 200, description = "The appointment", body = AppointmentView,
            example = json!(examples::appointment())),
        problems::Changed,
    ),
)]
#[post("/appointments/{id}/cancel")]
pub async fn cancel_appointment(call: Change) -> Answer {
    let id: AppointmentId = call.signed.id()?;
    let user = call.signed.caller.user.clone();
    let number = call.signed.desk().read(move |view| views::changeable_appointment(view, &user, id)).await?;
    let act = |wish: CancelAppointment| Ok(Act::Appoint(Appoint::Cancel(id, wish)));
    let done = call.carry_out(Target::Ticket(number), Some(Operation::Appoint), act).await?;
    let appointment = call.signed.see(move |view, user| views::appointment(view, user, id)).await?;
    Ok(answer::to(&done, StatusCode::OK).json(appointment))
}
