//! `GET /canned-replies/{name}`.

use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Name;
use crate::http::document::{examples, problems};
use crate::http::precondition::etag;
use crate::model::problem::Refusal;
use crate::model::view::CannedReplyView;
use actix_web::http::header;
use actix_web::{HttpResponse, get};

/// One reply with its texts.
#[utoipa::path(
    tag = "tickets",
    params(Name),
    responses(
        (status = 200, description = "The reply", body = CannedReplyView, example = json!(examples::canned_reply())),
        problems::Authored,
    ),
)]
#[get("/canned-replies/{name}")]
pub async fn show_canned_reply(call: Signed) -> Answer {
    let name = call.part("name").ok_or_else(Refusal::not_found)?;
    let reply = call.desk().canned_reply(&call.caller, name).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().insert_header((header::ETAG, etag(reply.version))).json(reply))
}
