//! `GET /views/{id}`.

use crate::desk::SavedViewView;
use crate::http::answer::Answer;
use crate::http::call::Signed;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use actix_web::{HttpResponse, get};

/// One view.
#[utoipa::path(
    tag = "views",
    params(Id),
    responses(
        (status = 200, description = "The view", body = SavedViewView, example = json!(examples::saved_view())),
        problems::Shown,
    ),
)]
#[get("/views/{id}")]
pub async fn show_view(call: Signed) -> Answer {
    let view = call.desk().show_view(&call.caller, call.id()?).await?;
    call.query.verdict()?;
    Ok(HttpResponse::Ok().json(view))
}
