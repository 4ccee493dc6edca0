//! `GET /jobs/{name}/runs`.

use crate::desk::jobs::JobRun;
use crate::desk::views::Page;
use crate::http::answer::{Answer, page};
use crate::http::call::Signed;
use crate::http::document::parameters::{Job, Paging};
use crate::http::document::{examples, problems};
use actix_web::get;

/// The runs of a job, the newest first; the last 500 are kept.
#[utoipa::path(
    tag = "operations",
    params(Job, Paging),
    responses(
        (status = 200, description = "A page of runs", body = Page<JobRun>,
            headers(("Link" = String, description = "The next page, `rel=\"next\"`")),
            example = json!(examples::list(examples::job_run()))),
        problems::Authored,
    ),
)]
#[get("/jobs/{name}/runs")]
pub async fn list_job_runs(call: Signed) -> Answer {
    let name = call.part("name").unwrap_or_default();
    let (limit, cursor) = (call.query.limit(), call.query.text("cursor"));
    let runs = call.desk().job_runs(&call.caller, name, limit, cursor).await?;
    call.query.verdict()?;
    page(&call, runs)
}
