//! `GET /outgoing/{id}`.

use crate::desk::views::{self, OutgoingView};
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::problems;
use actix_web::{HttpResponse, get};

/// One thing that was kept back on its way out.
#[utoipa::path(
    tag = "operations",
    params(Id),
    responses(
        (status = 200, description = "It", body = OutgoingView, example = json!(super::example())),
        problems::Authored,
    ),
)]
#[get("/outgoing/{id}")]
pub async fn show_outgoing(call: Signed) -> Answer {
    let id = call.part("id").and_then(|text| text.parse().ok());
    let found = call.see(move |view, user| views::outgoing_one(view, user, id)).await?;
    Ok(HttpResponse::Ok().json(found))
}
