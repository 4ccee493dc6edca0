//! `GET /drafts/{key}`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::DraftKey;
use crate::http::document::{examples, problems};
use crate::http::precondition::etag;
use crate::model::problem::Refusal;
use crate::model::view::DraftView;
use actix_web::http::header;
use actix_web::{HttpResponse, get};

/// Something that I have begun to write.
#[utoipa::path(
    tag = "people",
    params(DraftKey),
    responses(
        (status = 200, description = "The draft", body = DraftView, example = json!(examples::draft())),
        problems::Shown,
    ),
)]
#[get("/drafts/{key:.*}")]
pub async fn show_draft(call: Signed) -> Answer {
    let key = call.part("key").ok_or_else(Refusal::not_found)?;
    let (draft, version) = call.desk().draft(&call.caller, key).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, etag(version))).json(draft))
}
