//! `GET /releases`.

use crate::desk::authoring::ReleaseEntry;
use crate::desk::views::Page;
use crate::http::answer::{Answer, cut};
use crate::http::call::Signed;
use crate::http::document::parameters::Paging;
use crate::http::document::{examples, problems};
use actix_web::get;

/// The releases, newest first.
#[utoipa::path(
    tag = "content",
    params(Paging),
    responses(
        (status = 200, description = "A page of releases", body = Page<ReleaseEntry>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::release()))),
        problems::Authored,
    ),
)]
#[get("/releases")]
pub async fn list_releases(call: Signed) -> Answer {
    let releases = call.desk().releases(&call.caller).await?;
    cut(&call, releases, |release| release.id.to_string())
}
