//! `POST /notifications/{id}/read`.

use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Id;
use crate::http::document::problems;
use crate::http::fields::Nothing;
use actix_web::{HttpResponse, post};

/// Mark one of my messages as read; the first time counts.
#[utoipa::path(
    tag = "people",
    params(Id),
    request_body(content = Nothing, example = json!({})),
    responses((status = 204, description = "It is read."), problems::OwnChanged),
)]
#[post("/notifications/{id}/read")]
pub async fn read_notification(call: Change) -> Answer {
    let id = call.signed.id()?;
    let desk = call.signed.desk();
    call.body_after::<Nothing, _>(desk.own_notification(&call.signed.caller, id)).await?;
    desk.read_notification(&call.signed.caller, id).await?;
    Ok(HttpResponse::NoContent().finish())
}
