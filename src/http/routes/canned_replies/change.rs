//! `PATCH /canned-replies/{name}`.

use crate::desk::canned::CannedReplyPatch;
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::{Name, SeenVersion};
use crate::http::document::{examples, problems};
use crate::http::precondition::etag;
use crate::model::problem::Refusal;
use crate::model::view::CannedReplyView;
use actix_web::http::header;
use actix_web::{HttpResponse, patch};

/// Change a reply.
#[utoipa::path(
    tag = "tickets",
    params(Name, SeenVersion),
    request_body(content = CannedReplyPatch, example = json!({"title": "VPN at home"})),
    responses(
        (status = 200, description = "The reply", body = CannedReplyView, example = json!(examples::canned_reply())),
        problems::NamedChanged,
    ),
)]
#[patch("/canned-replies/{name}")]
pub async fn change_canned_reply(call: Change) -> Answer {
    let name = call.signed.part("name").ok_or_else(Refusal::not_found)?;
    let (desk, seen) = (call.signed.desk(), call.expected());
    let patch: CannedReplyPatch = call.body_after(desk.writable(&call.signed.caller, name.clone(), seen)).await?;
    let reply = desk.change_canned_reply(&call.signed.caller, name, patch, seen).await?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, etag(reply.version))).json(reply))
}
