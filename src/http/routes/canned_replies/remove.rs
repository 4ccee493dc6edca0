//! `DELETE /canned-replies/{name}`.

use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::{Name, SeenVersion};
use crate::http::document::problems;
use crate::http::fields::Nothing;
use crate::model::problem::Refusal;
use actix_web::{HttpResponse, delete};

/// Take a reply away.
#[utoipa::path(
    tag = "tickets",
    params(Name, SeenVersion),
    responses((status = 204, description = "It is gone."), problems::NamedChanged),
)]
#[delete("/canned-replies/{name}")]
pub async fn remove_canned_reply(call: Change) -> Answer {
    let name = call.signed.part("name").ok_or_else(Refusal::not_found)?;
    let desk = call.signed.desk();
    call.body_after::<Nothing, _>(desk.writable(&call.signed.caller, name.clone(), call.expected())).await?;
    desk.drop_canned_reply(&call.signed.caller, name, call.expected()).await?;
    Ok(HttpResponse::NoContent().finish())
}
