//! `POST /jobs/{name}/run`.

use crate::desk::jobs::{JobRun, RunState};
use crate::http::answer::Answer;
use crate::http::change::Change;
use crate::http::document::parameters::{Job, Once};
use crate::http::document::{examples, problems};
use crate::http::fields::Nothing;
use crate::http::once::REPLAYED;
use crate::model::access::Right;
use actix_web::{HttpResponse, post};

/// Run a job now, once, beside its schedule.
#[utoipa::path(
    tag = "operations",
    params(Job, Once),
    request_body(content = Nothing, example = json!({})),
    responses(
        (status = 200, description = "It has run", body = JobRun, example = json!(examples::job_run())),
        (status = 202, description = "It is still running; `runs` tells when it has ended", body = JobRun,
            example = json!(examples::running_job())),
        problems::JobRan,
    ),
)]
#[post("/jobs/{name}/run")]
pub async fn run_job(call: Change) -> Answer {
    call.ask(Right::RunJobs)?;
    let Nothing {} = call.body()?;
    let name = call.signed.part("name").unwrap_or_default();
    let ran = call.signed.desk().run_job(&call.signed.caller, name, call.once()).await?;
    let mut response = match ran.run.state {
        RunState::Running | RunState::Lost => HttpResponse::Accepted(),
        RunState::Done | RunState::Failed | RunState::Skipped => HttpResponse::Ok(),
    };
    if ran.replayed {
        response.insert_header((REPLAYED, "true"));
    }
    Ok(response.json(ran.run))
}
