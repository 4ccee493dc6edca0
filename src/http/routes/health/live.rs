//! `GET /health/live`.

use crate::http::answer::Answer;
use crate::http::document::problems;
use crate::http::state::State;
use crate::model::problem::Refusal;
use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;

/// It is well.
#[derive(Serialize, ToSchema)]
pub struct Well {
    /// `live` or `ready`.
    pub status: &'static str,
}

/// Whether the process lives; if not, start it again.
#[utoipa::path(
    tag = "operations",
    security(()),
    responses(
        (status = 200, description = "It lives", body = Well, example = json!({"status": "live"})),
        problems::NotReady,
    ),
)]
#[get("/health/live")]
pub async fn is_live(state: Data<State>) -> Answer {
    match state.desk.is_stopping() {
        false => Ok(HttpResponse::Ok().json(Well { status: "live" })),
        true => Err(Refusal::unavailable("The desk is stopping.").into()),
    }
}
