//! `GET /tickets/{number}/attachments`.

use crate::desk::{attachments, views};
use crate::http::answer::{self, Answer};
use crate::http::call::Signed;
use crate::http::document::parameters::Number;
use crate::http::document::{examples, problems};
use crate::model::view::AttachmentView;
use actix_web::get;

/// The files of a ticket, in the order in which they came; internal ones only for staff.
#[utoipa::path(
    tag = "attachments",
    params(Number),
    responses(
        (status = 200, description = "All files", body = views::Page<AttachmentView>,
            example = json!(examples::list(examples::attachment()))),
        problems::Shown,
    ),
)]
#[get("/tickets/{number}/attachments")]
pub async fn list_attachments(call: Signed) -> Answer {
    let number = call.number()?;
    let files = call.see(move |view, user| attachments::of_ticket(view, user, number)).await?;
    answer::whole(files)
}
