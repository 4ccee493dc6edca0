//! `GET /lookup/people`.

use crate::desk::views::{self, Page, PersonEntry};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::parameters::Search;
use crate::http::document::{examples, problems};
use actix_web::get;

/// People by a part of their name, username or department.
#[utoipa::path(
    tag = "people",
    params(Search),
    responses(
        (status = 200, description = "What was found", body = Page<PersonEntry>,
            example = json!(examples::list(examples::found_person()))),
        problems::Own,
    ),
)]
#[get("/lookup/people")]
pub async fn find_people(call: Signed) -> Answer {
    let (q, limit) = (call.query.text("q").unwrap_or_default(), call.query.limit());
    whole(call.see(move |view, user| views::lookup_people(view, user, &q, limit)).await?)
}
