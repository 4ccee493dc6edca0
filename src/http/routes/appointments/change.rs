//! `PATCH /appointments/{id}`.

use crate::desk::appointments::{Appoint, AppointmentPatch};
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
use actix_web::patch;

/// Change an appointment that is still to come: who is invited is told, and the invitation's sequence rises.
#[utoipa::path(
    tag = "appointments",
    params(Id, OnceAt),
    request_body(content = AppointmentPatch, example = json!({"start": "2026-01-07T09:00:00Z", "end": "2026-01-07T09:30:00Z"})),
    responses(
        (status = 200, description = "The appointment", body = AppointmentView,
            example = json!(examples::appointment())),
        problems::Changed,
    ),
)]
#[patch("/appointments/{id}")]
pub async fn change_appointment(call: Change) -> Answer {
    let id: AppointmentId = call.signed.id()?;
    let user = call.signed.caller.user.clone();
    let number = call.signed.desk().read(move |view| views::changeable_appointment(view, &user, id)).await?;
    let act = |wish: AppointmentPatch| Ok(Act::Appoint(Appoint::Change(id, wish)));
    let done = call.carry_out(Target::Ticket(number), Some(Operation::Appoint), act).await?;
    let appointment = call.signed.see(move |view, user| views::appointment(view, user, id)).await?;
    Ok(answer::to(&done, StatusCode::OK).json(appointment))
}
