//! `GET /lookup/groups`.

use crate::desk::views::{self, GroupEntry, Page};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::parameters::Search;
use crate::http::document::{examples, problems};
use actix_web::get;

/// Groups by a part of their name.
#[utoipa::path(
    tag = "people",
    params(Search),
    responses(
        (status = 200, description = "What was found", body = Page<GroupEntry>,
            example = json!(examples::list(examples::group()))),
        problems::Own,
    ),
)]
#[get("/lookup/groups")]
pub async fn find_groups(call: Signed) -> Answer {
    let (q, limit) = (call.query.text("q").unwrap_or_default(), call.query.limit());
    whole(call.see(move |view, user| views::lookup_groups(view, user, &q, limit)).await?)
}
