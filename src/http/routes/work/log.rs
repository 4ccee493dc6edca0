//! `POST /tickets/{number}/work`.

use crate::desk::command::{Act, Target};
use crate::desk::views;
use crate::desk::worklog::{LogWork, Work};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Number, OnceAt};
use crate::http::document::{examples, problems};
use crate::http::problem::Problem;
use crate::model::changes::Made;
use crate::model::problem::Code;
use crate::model::status::Operation;
use crate::model::view::WorkView;
use actix_web::http::{StatusCode, header};
use actix_web::post;

/// Write down how long I worked on a ticket; for staff, on closed tickets, too.
/// It never conflicts with what others do.
#[utoipa::path(
    tag = "tickets",
    params(Number, OnceAt),
    request_body(content = LogWork, example = json!({"minutes": 25, "note": "Replaced the disk."})),
    responses(
        (status = 201, description = "The entry", body = WorkView,
            headers(("Location" = String, description = "Where it is")), example = json!(examples::work())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/work")]
pub async fn log_work(call: Change) -> Answer {
    let number = call.signed.number()?;
    let log = |wish: LogWork| Ok(Act::Work(Work::Log(wish)));
    let done = call.carry_out(Target::Ticket(number), Some(Operation::Work), log).await?;
    let Made::Work(id) = done.made else {
        return Err(Problem::new(Code::Internal, "logged work made something else"));
    };
    let entry = call.signed.see(move |view, user| views::work_entry(view, user, id)).await?;
    let mut response = answer::to(&done, StatusCode::CREATED);
    Ok(response.insert_header((header::LOCATION, format!("/api/v1/work/{id}"))).json(entry))
}
