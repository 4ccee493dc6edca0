//! `GET /health/ready`.

use super::live::Well;
use crate::http::answer::Answer;
use crate::http::document::problems;
use crate::http::state::State;
use actix_web::web::Data;
use actix_web::{HttpResponse, get};

/// Whether it can work: the database answers, content is in force.
#[utoipa::path(
    tag = "operations",
    security(()),
    responses(
        (status = 200, description = "It can work", body = Well, example = json!({"status": "ready"})),
        problems::NotReady,
    ),
)]
#[get("/health/ready")]
pub async fn is_ready(state: Data<State>) -> Answer {
    state.desk.ready().await?;
    Ok(HttpResponse::Ok().json(Well { status: "ready" }))
}
