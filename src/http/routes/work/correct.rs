//! `PATCH /work/{id}`.

use crate::desk::command::{Act, Target};
use crate::desk::views;
use crate::desk::worklog::{CorrectWork, Work};
use crate::http::answer::{self, Answer};
use crate::http::change::Change;
use crate::http::document::parameters::{Id, OnceAt};
use crate::http::document::{examples, problems};
use crate::model::ids::WorkId;
use crate::model::status::Operation;
use crate::model::view::WorkView;
use actix_web::http::StatusCode;
use actix_web::patch;

/// Correct an entry of mine, within the time that the policy gives; what it said before is kept.
/// Later, an entry of its own takes back what was too much.
#[utoipa::path(
    tag = "tickets",
    params(Id, OnceAt),
    request_body(content = CorrectWork, example = json!({"minutes": 20})),
    responses(
        (status = 200, description = "The entry", body = WorkView, example = json!(examples::work())),
        problems::Changed,
    ),
)]
#[patch("/work/{id}")]
pub async fn correct_work(call: Change) -> Answer {
    let id: WorkId = call.signed.id()?;
    let user = call.signed.caller.user.clone();
    let number = call.signed.desk().read(move |view| views::own_work(view, &user, id)).await?;
    let correct = |wish: CorrectWork| Ok(Act::Work(Work::Correct(id, wish)));
    let done = call.carry_out(Target::Ticket(number), Some(Operation::Work), correct).await?;
    let entry = call.signed.see(move |view, user| views::work_entry(view, user, id)).await?;
    Ok(answer::to(&done, StatusCode::OK).json(entry))
}
