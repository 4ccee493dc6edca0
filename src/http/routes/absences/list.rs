//! `GET /absences`.

use crate::desk::views::Page;
use crate::http::answer::{Answer, cut};
use crate::http::call::Signed;
use crate::http::document::parameters::{AbsencesOf, Paging};
use crate::http::document::{examples, problems};
use crate::model::view::AbsenceView;
use actix_web::get;

/// My absences, and those in which I stand in, the latest first.
#[utoipa::path(
    tag = "people",
    params(AbsencesOf, Paging),
    responses(
        (status = 200, description = "A page of absences", body = Page<AbsenceView>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::absence()))),
        problems::Authored,
    ),
)]
#[get("/absences")]
pub async fn list_absences(call: Signed) -> Answer {
    let absences = call.desk().list_absences(&call.caller, call.query.text("user")).await?;
    cut(&call, absences, |absence| absence.id.to_string())
}
