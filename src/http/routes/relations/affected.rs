//! `GET /tickets/{number}/affected`.

use crate::desk::views::{self, Page};
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::parameters::Number;
use crate::http::document::{examples, problems};
use crate::model::view::AffectedView;
use actix_web::get;

/// Who has said that it hits them as well; for staff.
#[utoipa::path(
    tag = "tickets",
    params(Number),
    responses(
        (status = 200, description = "All of them", body = Page<AffectedView>, example = json!(examples::list(examples::affected()))),
        problems::StaffShown,
    ),
)]
#[get("/tickets/{number}/affected")]
pub async fn list_affected(call: Signed) -> Answer {
    let number = call.number()?;
    whole(call.see(move |view, user| views::affected(view, user, number)).await?)
}
