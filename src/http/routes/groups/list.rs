//! `GET /groups`.

use crate::desk::directory::GroupView;
use crate::desk::views::Page;
use crate::http::answer::{Answer, cut};
use crate::http::call::Signed;
use crate::http::document::parameters::Paging;
use crate::http::document::{examples, problems};
use actix_web::get;

/// All groups with their members, by name; for staff.
#[utoipa::path(
    tag = "people",
    params(Paging),
    responses(
        (status = 200, description = "A page of groups", body = Page<GroupView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::whole_group()))),
        problems::Listed,
    ),
)]
#[get("/groups")]
pub async fn list_groups(call: Signed) -> Answer {
    let groups = call.desk().list_groups(&call.caller)?;
    cut(&call, groups, |group| group.name.clone())
}
