//! `GET /drafts`.

use crate::desk::views::Page;
use crate::http::answer::{Answer, cut};
use crate::http::call::Signed;
use crate::http::document::parameters::Paging;
use crate::http::document::{examples, problems};
use crate::model::view::DraftView;
use actix_web::get;

/// What I have begun to write, the latest first, without what it says.
#[utoipa::path(
    tag = "people",
    params(Paging),
    responses(
        (status = 200, description = "A page of drafts", body = Page<DraftView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::draft()))),
        problems::Own,
    ),
)]
#[get("/drafts")]
pub async fn list_drafts(call: Signed) -> Answer {
    let drafts = call.desk().drafts(&call.caller).await?;
    cut(&call, drafts, |draft| draft.key.clone())
}
