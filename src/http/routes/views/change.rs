//! `PATCH /views/{id}`.

use crate::desk::{SavedViewView, ViewPatch};
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Id;
use crate::http::document::{examples, problems};
use crate::http::ticket_filter::kept;
use actix_web::{HttpResponse, patch};

/// Change a view: its name, what it shows, who else sees it.
#[utoipa::path(
    tag = "views",
    params(Id),
    request_body(content = ViewPatch, example = json!({"shared": "nobody"})),
    responses(
        (status = 200, description = "The view", body = SavedViewView, example = json!(examples::saved_view())),
        problems::ViewKept,
    ),
)]
#[patch("/views/{id}")]
pub async fn change_view(call: Change) -> Answer {
    let id = call.signed.id()?;
    let desk = call.signed.desk();
    // Who may not see it is told so before what is wrong with the body.
    desk.show_view(&call.signed.caller, id).await?;
    let patch: ViewPatch = call.body()?;
    let known = call.signed.state.routes.query_parameters("GET", "/api/v1/tickets");
    let filters = patch.filters.as_deref().map(|text| kept(text, known)).transpose()?;
    Ok(HttpResponse::Ok().json(desk.change_view(&call.signed.caller, id, patch, filters).await?))
}
