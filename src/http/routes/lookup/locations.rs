//! `GET /lookup/locations`.

use crate::desk::views::{self, Page};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::parameters::Search;
use crate::http::document::{examples, problems};
use actix_web::get;

/// Locations by a part of their name.
#[utoipa::path(
    tag = "people",
    params(Search),
    responses(
        (status = 200, description = "What was found", body = Page<String>,
            example = json!(examples::list("Shanghai".into()))),
        problems::Own,
    ),
)]
#[get("/lookup/locations")]
pub async fn find_locations(call: Signed) -> Answer {
    let (q, limit) = (call.query.text("q").unwrap_or_default(), call.query.limit());
    whole(call.see(move |view, user| views::lookup_locations(view, user, &q, limit)).await?)
}
