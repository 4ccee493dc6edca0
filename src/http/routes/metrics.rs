//! `GET /metrics`: for admins and auditors, for whoever holds the token of the settings, or
//! for all who reach its own address.

use crate::http::answer::Answer;
use crate::http::caller::{authenticate, bearer};
use crate::http::document::problems;
use crate::http::metrics::MEDIA_TYPE;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::access::Right;
use crate::model::problem::Code;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use subtle::ConstantTimeEq;

/// Figures for Prometheus.
#[utoipa::path(
    tag = "operations",
    security(("bearer" = [])),
    responses(
        (status = 200, description = "OpenMetrics text", body = String, content_type = "application/openmetrics-text",
            example = "maitred_http_requests_total{method=\"GET\",route=\"/api/v1/me\",status=\"200\"} 1\n# EOF\n"),
        problems::Figures,
    ),
)]
#[get("/metrics")]
pub async fn figures(request: HttpRequest, state: Data<State>) -> Answer {
    if !has_own_token(&request, &state) {
        let (caller, _) = authenticate(&request, &state).await?;
        Right::ReadFigures.ask(&caller.user)?;
    }
    text(&state)
}

fn has_own_token(request: &HttpRequest, state: &State) -> bool {
    let sent = bearer(request.headers()).unwrap_or_default();
    let own = state.options.metrics.token.as_deref();
    own.is_some_and(|own| !own.is_empty() && bool::from(own.as_bytes().ct_eq(sent.as_bytes())))
}

/// The same on an address of its own, where nobody is asked who they are.
#[get("/metrics")]
pub async fn open_figures(state: Data<State>) -> Answer {
    text(&state)
}

fn text(state: &State) -> Answer {
    let text = state.metrics.text().map_err(|error| Problem::new(Code::Internal, error.to_string()))?;
    Ok(HttpResponse::Ok().content_type(MEDIA_TYPE).body(text))
}
