//! `GET /views`.

use crate::desk::SavedViewView;
use crate::desk::views::Page;
use crate::http::answer::{Answer, cut};
use crate::http::call::Signed;
use crate::http::document::parameters::Paging;
use crate::http::document::{examples, problems};
use actix_web::get;

/// Views that I see: mine, those of my groups, those of everybody; by name.
#[utoipa::path(
    tag = "views",
    params(Paging),
    responses(
        (status = 200, description = "A page of views", body = Page<SavedViewView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::saved_view()))),
        problems::Own,
    ),
)]
#[get("/views")]
pub async fn list_views(call: Signed) -> Answer {
    let views = call.desk().list_views(&call.caller).await?;
    cut(&call, views, |view| view.id.to_string())
}
