//! `GET /jobs`.

use crate::desk::jobs::JobView;
use crate::desk::views::Page;
use crate::http::answer::{Answer, whole};
use crate::http::call::Signed;
use crate::http::document::{examples, problems};
use actix_web::get;

/// The jobs in force, and the tickets that open themselves, with their last runs.
#[utoipa::path(
    tag = "operations",
    responses(
        (status = 200, description = "The jobs", body = Page<JobView>, example = json!(examples::list(examples::job()))),
        problems::Listed,
    ),
)]
#[get("/jobs")]
pub async fn list_jobs(call: Signed) -> Answer {
    let jobs = call.desk().jobs(&call.caller).await?;
    call.query.verdict()?;
    whole(jobs)
}
