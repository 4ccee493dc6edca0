//! `PUT /drafts/{key}`.

use crate::desk::drafts::NewDraft;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::{DraftKey, SeenVersion};
use crate::http::document::{examples, problems};
use crate::http::precondition::etag;
use crate::model::problem::Refusal;
use crate::model::view::DraftView;
use actix_web::http::header;
use actix_web::{HttpResponse, put};

/// Keep what I have written so far, in place of what was kept under that key.
#[utoipa::path(
    tag = "people",
    params(DraftKey, SeenVersion),
    request_body(content = NewDraft, example = json!({"data": {"text": "Dear Ann, "}})),
    responses(
        (status = 200, description = "The draft", body = DraftView, example = json!(examples::draft())),
        problems::DraftKept,
    ),
)]
#[put("/drafts/{key:.*}")]
pub async fn keep_draft(call: Change) -> Answer {
    let key = call.signed.part("key").ok_or_else(Refusal::not_found)?;
    let desk = call.signed.desk();
    let wish: NewDraft = call.body_after(desk.may_keep(&call.signed.caller, key.clone(), call.expected())).await?;
    let (draft, version) = desk.keep_draft(&call.signed.caller, key, wish, call.expected()).await?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, etag(version))).json(draft))
}
