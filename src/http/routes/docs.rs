//! `GET /api/v1/openapi.json`, and a page to read it: served by the binary,
//! nothing is fetched from elsewhere. Open to strangers: it tells what the API
//! is, not what is in the desk.

use crate::http::answer::Answer;
use crate::http::problem::Problem;
use crate::http::state::State;
use crate::model::problem::{Code, Refusal};
use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpResponse, get};
use std::sync::{Arc, LazyLock};
use utoipa_swagger_ui::Config;

/// The page draws with inline styles and its own images; scripts are files of ours.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

static PAGE: LazyLock<Arc<Config<'static>>> = LazyLock::new(|| {
    Arc::new(
        Config::from("/api/v1/openapi.json").deep_linking(true).display_request_duration(true).validator_url("none"),
    )
});

#[get("/api/v1/openapi.json")]
pub async fn openapi_json(state: Data<State>) -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(state.document.clone())
}

#[get("/api/v1/docs")]
pub async fn to_the_page() -> HttpResponse {
    HttpResponse::PermanentRedirect().insert_header((header::LOCATION, "/api/v1/docs/")).finish()
}

#[get("/api/v1/docs/{file:.*}")]
pub async fn page(file: Path<String>) -> Answer {
    let found = utoipa_swagger_ui::serve(&file, PAGE.clone())
        .map_err(|error| Problem::new(Code::Internal, error.to_string()))?
        .ok_or_else(Refusal::not_found)?;
    let mut response = HttpResponse::Ok();
    response.content_type(found.content_type).insert_header((header::CONTENT_SECURITY_POLICY, PAGE_POLICY));
    if found.gzpipped {
        response.insert_header((header::CONTENT_ENCODING, "gzip"));
    }
    Ok(response.body(found.bytes.into_owned()))
}
