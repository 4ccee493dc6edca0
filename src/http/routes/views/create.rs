//! `POST /views`.

use crate::desk::{NewView, SavedViewView};
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::Once;
use crate::http::document::{examples, problems};
use crate::http::once::REPLAYED;
use crate::http::ticket_filter::kept;
use actix_web::http::header;
use actix_web::{HttpResponse, post};

/// Keep a list under a name, for myself, a group or everybody.
#[utoipa::path(
    tag = "views",
    params(Once),
    request_body(content = NewView, example = json!({"name": "Laptops to hand over",
        "filters": "item=laptop&waiting_on=task", "sort": "resolve_due", "shared": "group", "group": "service-desk"})),
    responses(
        (status = 201, description = "The view", body = SavedViewView,
            headers(("Location" = String, description = "Where it is")), example = json!(examples::saved_view())),
        problems::ViewKept,
    ),
)]
#[post("/views")]
pub async fn create_view(call: Change) -> Answer {
    let wish: NewView = call.body()?;
    let known = call.signed.state.routes.query_parameters("GET", "/api/v1/tickets");
    let filters = kept(&wish.filters, known)?;
    let (view, replayed) = call.signed.desk().add_view(&call.signed.caller, wish, filters, call.once()).await?;
    let mut response = HttpResponse::Created();
    response.insert_header((header::LOCATION, format!("/api/v1/views/{}", view.id)));
    if replayed {
        response.insert_header((REPLAYED, "true"));
    }
    Ok(response.json(view))
}
