//! `POST /tickets/{number}/correction/preview`.

use crate::desk::correction::Correction;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Number;
use crate::http::document::{examples, problems};
use crate::model::status::Operation;
use crate::model::view::CorrectionView;
use actix_web::{HttpResponse, post};

/// What a correction of the form, or another item, would mean for what was answered. Writes nothing.
#[utoipa::path(
    tag = "tickets",
    params(Number),
    request_body(content = Correction, example = json!({"form": {"model": "light"}})),
    responses(
        (status = 200, description = "Which answers hold, which are lost, what opens", body = CorrectionView,
            example = json!(examples::correction())),
        problems::Changed,
    ),
)]
#[post("/tickets/{number}/correction/preview")]
pub async fn preview_correction(call: Change) -> Answer {
    let number = call.signed.number()?;
    let wish: Correction = call.wish(number, Some(Operation::Change)).await?;
    let view = call.signed.desk().preview_correction(&call.signed.caller, number, call.expected(), wish).await?;
    Ok(HttpResponse::Ok().json(view))
}
