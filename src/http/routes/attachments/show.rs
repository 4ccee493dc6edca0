//! `GET /attachments/{id}`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::model::view::AttachmentView;
use actix_web::{HttpResponse, get};

/// What is known of a file: my own, or one of a ticket that I see.
#[utoipa::path(
    tag = "attachments",
    params(Id),
    responses(
        (status = 200, description = "The file", body = AttachmentView, example = json!(examples::staged())),
        problems::Shown,
    ),
)]
#[get("/attachments/{id}")]
pub async fn show_attachment(call: Signed) -> Answer {
    let file = call.desk().attachment(&call.caller, call.id()?).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().json(file))
}
