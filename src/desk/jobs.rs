//! Jobs as admins see them: when each fires, what came of its last runs, and a
//! run out of turn. What a job is, and how it is run, the floor that fires them
//! knows and lends (`JobHands`).

use super::views::{Page, View};
use super::{Caller, Desk, World, unavailable};
use crate::model::access::Right;
use crate::model::ids::UserId;
use crate::model::origin::From;
use crate::model::people::Role;
use crate::model::problem::{Code, Fault, Refusal};
use crate::model::ticket::{Kind, number_text};
use crate::model::time::Time;
use crate::store::{Firing, StoreError, fire_time_of};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::time::Duration;
use utoipa::ToSchema;

/// Runs that are shown of each job.
const SHOWN: usize = 10;
/// Among so many the last failure is looked for.
const LOOKED_AT: i64 = 100;
/// How long a call waits for the run to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// What fires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobKind {
    /// A script in `workflows/jobs/`.
    Script,
    /// A ticket that opens itself, of the policy's `[[recurring]]`.
    Recurring,
}

/// A job as its text says it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct JobPlan {
    /// Its name; `recurring/NAME` of a ticket that opens itself.
    pub name: String,
    /// What it is.
    pub kind: JobKind,
    /// Where it is written.
    pub path: String,
    /// What its author says of it.
    pub doc: String,
    /// The catalog item that it opens.
    pub item: Option<String>,
    /// When it fires: seconds, minutes, hours, days, months, weekdays. Absent where the text cannot be read.
    pub schedule: Option<String>,
    /// In which time zone.
    pub zone: Option<String>,
    /// With whose rights.
    pub roles: Vec<Role>,
    /// When it fires next.
    pub next_run: Option<Time>,
    /// Why it cannot be read, and does not fire.
    pub faults: Vec<Fault>,
}

/// Where a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RunState {
    /// It is under way.
    Running,
    /// Whoever ran it died or could not go on; it will be run again.
    Lost,
    /// It came to its end.
    Done,
    /// It ended before its last line, or its ticket was refused.
    Failed,
    /// It was passed over, for a reason.
    Skipped,
}

/// One run of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct JobRun {
    /// The time that it was due; of a run out of turn when it was wished for.
    pub fire_time: Time,
    /// When it was begun; not known of old ones.
    pub started_at: Option<Time>,
    /// When it had ended.
    pub finished_at: Option<Time>,
    /// How long it took.
    pub seconds: Option<f64>,
    /// Where it stands.
    pub state: RunState,
    /// Who wished for it (a username); nobody where its schedule did.
    pub asked_by: Option<String>,
    /// Tickets that it looked at.
    pub found: Option<u64>,
    /// What it did to tickets.
    pub done: Option<u64>,
    /// What the desk refused it.
    pub refused: Option<u64>,
    /// The ticket that was opened, or that is open already.
    pub ticket: Option<String>,
    /// Why it failed or was passed over.
    pub message: Option<String>,
}

/// One job with its last runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct JobView {
    /// The job.
    #[serde(flatten)]
    pub plan: JobPlan,
    /// Whether it is under way now.
    pub running: bool,
    /// Its last runs, the newest first, at most 10.
    pub runs: Vec<JobRun>,
    /// The last of its last 100 runs that failed.
    pub last_failure: Option<JobRun>,
}

/// A run out of turn, as it is wished for.
#[derive(Clone, Debug)]
pub struct RunWish {
    /// The job.
    pub name: String,
    /// By whom.
    pub by: UserId,
    /// From where.
    pub origin: Option<From>,
    /// How a repeat is known.
    pub once: Option<(String, [u8; 32])>,
}

/// What a run out of turn comes to.
pub enum Begun {
    /// There is no such job, or it cannot be read.
    Unknown,
    /// It is running already.
    Running,
    /// It is claimed: this carries it out.
    Now(Time, Box<dyn FnOnce() + Send>),
}

/// What the floor that fires jobs lends to this one.
#[derive(Clone, Copy)]
pub struct JobHands {
    /// The jobs in force, by name.
    pub list: fn(&Desk) -> Result<Vec<JobPlan>, StoreError>,
    /// Claims a run out of turn.
    pub begin: fn(&Desk, RunWish) -> Result<Begun, StoreError>,
}

impl Default for JobHands {
    fn default() -> Self {
        Self { list: |_| Ok(Vec::new()), begin: |_, _| Ok(Begun::Unknown) }
    }
}

/// A run that was wished for, and whether an earlier call of the same key began it.
#[derive(Clone, Debug, PartialEq)]
pub struct Ran {
    /// The run as it is now.
    pub run: JobRun,
    /// Whether it was begun by an earlier call.
    pub replayed: bool,
}

impl Desk {
    fn hands(&self) -> JobHands {
        self.shared().options.jobs
    }

    /// The jobs in force with their last runs.
    ///
    /// # Errors
    /// 403 for others than admins.
    pub async fn jobs(&self, caller: &Caller) -> Result<Vec<JobView>, Refusal> {
        Right::RunJobs.ask(&caller.user)?;
        self.aside(|desk| {
            let plans = (desk.hands().list)(desk).map_err(|error| unavailable(&error))?;
            let mut reader = desk.store().reader().map_err(|error| unavailable(&error))?;
            let (world, now) = (desk.world(), desk.clock().now());
            let mut view = |plan: JobPlan| {
                let firings = reader.firings(&plan.name, LOOKED_AT)?;
                let mut runs: Vec<JobRun> = firings.into_iter().map(|firing| run(&world, firing, now)).collect();
                let last_failure = runs.iter().find(|run| run.state == RunState::Failed).cloned();
                let running = runs.iter().any(|run| run.state == RunState::Running);
                runs.truncate(SHOWN);
                Ok(JobView { plan, running, runs, last_failure })
            };
            let views: Result<Vec<JobView>, StoreError> = plans.into_iter().map(&mut view).collect();
            views.map_err(|error| unavailable(&error))
        })
        .await
    }

    /// Runs of a job, the newest first; of one that is gone, what is kept.
    ///
    /// # Errors
    /// 403 for others than admins, 404 where there never was such a job, 400 for a
    /// cursor of another list.
    pub async fn job_runs(
        &self,
        caller: &Caller,
        name: String,
        limit: u32,
        cursor: Option<String>,
    ) -> Result<Page<JobRun>, Refusal> {
        Right::RunJobs.ask(&caller.user)?;
        let known = {
            let name = name.clone();
            let plans = self.aside(|desk| (desk.hands().list)(desk).map_err(|error| unavailable(&error))).await?;
            plans.iter().any(|plan| plan.name == name)
        };
        self.read(move |view| page(view, &name, known, limit, cursor.as_deref())).await
    }

    /// Runs a job now, once, and waits a little for its end.
    ///
    /// # Errors
    /// 403 for others than admins, 404 where there is no such job, 409 while it
    /// runs, 422 for a key that came with another body.
    pub async fn run_job(
        &self,
        caller: &Caller,
        name: String,
        once: Option<(String, [u8; 32])>,
    ) -> Result<Ran, Refusal> {
        Right::RunJobs.ask(&caller.user)?;
        if let Some(made) = self.made_before(&once).await? {
            let fire_time = fire_time_of(made).ok_or_else(Refusal::not_found)?;
            return Ok(Ran { run: self.run_of(name, fire_time).await?, replayed: true });
        }
        let wish = RunWish { name: name.clone(), by: caller.user.id, origin: caller.origin.clone(), once };
        let begun = self.aside(move |desk| match (desk.hands().begin)(desk, wish) {
            Err(StoreError::Constraint { name }) if name.starts_with("registrations") => {
                Err(Refusal::new(Code::Busy, "The same call is under way."))
            }
            begun => begun.map_err(|error| unavailable(&error)),
        });
        match begun.await? {
            Begun::Unknown => Err(Refusal::not_found()),
            Begun::Running => Err(Refusal::new(Code::IllegalOperation, "The job is running already.")),
            Begun::Now(fire_time, carry_out) => {
                // It goes on whether or not somebody waits for it.
                let running = tokio::task::spawn_blocking(carry_out);
                tokio::time::timeout(PATIENCE, running).await.ok();
                Ok(Ran { run: self.run_of(name, fire_time).await?, replayed: false })
            }
        }
    }

    async fn run_of(&self, name: String, fire_time: Time) -> Result<JobRun, Refusal> {
        self.read(move |view| {
            let firing = view.reader.firing(&name, fire_time).map_err(|error| unavailable(&error))?;
            Ok(run(view.world, firing.ok_or_else(Refusal::not_found)?, view.now))
        })
        .await
    }
}

fn page(
    view: &mut View<'_>,
    name: &str,
    known: bool,
    limit: u32,
    cursor: Option<&str>,
) -> Result<Page<JobRun>, Refusal> {
    let before = cursor.map(|text| Time::parse(text).ok_or_else(not_here));
    let more = i64::from(limit) + 1;
    let found = match before.transpose()? {
        Some(before) => view.reader.firings_before(name, before, more),
        None => view.reader.firings(name, more),
    };
    let mut found = found.map_err(|error| unavailable(&error))?;
    if found.is_empty() && !known {
        return Err(Refusal::not_found());
    }
    let all = usize::try_from(limit).unwrap_or(usize::MAX);
    let is_more = found.len() > all;
    found.truncate(all);
    let next_cursor = found.last().filter(|_| is_more).map(|last| last.fire_time.to_string());
    let items = found.into_iter().map(|firing| run(view.world, firing, view.now)).collect();
    Ok(Page { items, next_cursor, count: None })
}

fn not_here() -> Refusal {
    Refusal::new(Code::Malformed, "The cursor is none of this list.")
}

fn run(world: &World, firing: Firing, now: Time) -> JobRun {
    let report = firing.report.unwrap_or_default();
    let count = |name: &str| report.get(name).and_then(Json::as_u64);
    let text = |name: &str| report.get(name).and_then(Json::as_str).map(str::to_owned);
    let (error, skipped) = (text("error"), text("skipped"));
    let state = match (firing.finished_at, &error, &skipped) {
        (None, ..) if firing.lease_until < now => RunState::Lost,
        (None, ..) => RunState::Running,
        (_, Some(_), _) => RunState::Failed,
        (_, None, Some(_)) => RunState::Skipped,
        (_, None, None) => RunState::Done,
    };
    let took = firing.started_at.zip(firing.finished_at).map(|(from, to)| to.since(from));
    let number = report.get("ticket").and_then(Json::as_i64);
    JobRun {
        fire_time: firing.fire_time,
        started_at: firing.started_at,
        finished_at: firing.finished_at,
        seconds: took.and_then(|took| took.to_std().ok()).map(|took| took.as_secs_f64()),
        state,
        asked_by: firing.asked_by.map(|id| world.people.user(id).map_or(id.to_string(), |user| user.username.clone())),
        found: count("found"),
        done: count("done"),
        refused: count("refused"),
        // The digits identify; what kind it is of now, whoever opens it sees.
        ticket: number.map(|number| number_text(Kind::Request, number)),
        message: error.or(skipped),
    }
}
