//! Firings of jobs: claimed once each, with a lease, and kept with their report.
//! Of each job the last ones are kept.

use super::Store;
use super::audit::note;
use super::connection::{AnyConnection, on_either};
use super::directory::{Registration, register};
use super::error::StoreError;
use super::persisted;
use super::reader::Reader;
use super::schema::job_runs;
use crate::model::ids::UserId;
use crate::model::origin::{Action, Audited, From};
use crate::model::time::Time;
use chrono::Duration;
use diesel::prelude::*;
use serde_json::Value as Json;
use uuid::Uuid;

/// So many firings of each job are kept.
pub const KEPT: i64 = 500;

/// One firing of a job.
#[derive(Clone, Debug, PartialEq)]
pub struct Firing {
    /// The job.
    pub job: String,
    /// The time it was scheduled for; of one out of turn when it was wished for.
    pub fire_time: Time,
    /// Until when the node has it for itself.
    pub lease_until: Time,
    /// Which node.
    pub leased_by: String,
    /// When it was done.
    pub finished_at: Option<Time>,
    /// What came of it.
    pub report: Option<Json>,
    /// When it was begun; not known of old ones.
    pub started_at: Option<Time>,
    /// Who wished for it, where its schedule did not.
    pub asked_by: Option<UserId>,
}

/// A firing out of turn.
#[derive(Clone, Debug)]
pub struct OutOfTurn {
    /// The job.
    pub job: String,
    /// Who wishes for it.
    pub by: UserId,
    /// From where.
    pub origin: Option<From>,
    /// When.
    pub now: Time,
    /// Which node runs it.
    pub node: String,
    /// Until when it has it for itself.
    pub lease_until: Time,
    /// How a repeat of the call is known: its key and the body's fingerprint.
    pub once: Option<(String, [u8; 32])>,
}

/// A firing's time as the id that a call made, and back.
pub fn run_id(fire_time: Time) -> Uuid {
    Uuid::from_u128(u128::from(fire_time.micros().unsigned_abs()))
}

/// The time of the firing that a call made.
pub fn fire_time_of(id: Uuid) -> Option<Time> {
    i64::try_from(id.as_u128()).ok().and_then(Time::from_micros)
}

#[derive(Queryable)]
struct FiringRow {
    job: String,
    fire_time: Time,
    lease_until: Time,
    leased_by: String,
    finished_at: Option<Time>,
    report: Option<String>,
    format: i32,
    started_at: Option<Time>,
    asked_by: Option<UserId>,
}

impl FiringRow {
    fn firing(self) -> Result<Firing, StoreError> {
        Ok(Firing {
            report: persisted::read_option(self.format, self.report.as_deref(), "job_runs.report")?,
            job: self.job,
            fire_time: self.fire_time,
            lease_until: self.lease_until,
            leased_by: self.leased_by,
            finished_at: self.finished_at,
            started_at: self.started_at,
            asked_by: self.asked_by,
        })
    }
}

impl Reader {
    /// A job's firings, newest first.
    pub fn firings(&mut self, job: &str, limit: i64) -> Result<Vec<Firing>, StoreError> {
        self.read(|connection| {
            let query = job_runs::table.filter(job_runs::job.eq(job)).order(job_runs::fire_time.desc()).limit(limit);
            let rows: Vec<FiringRow> = on_either!(connection, inner => query.load(inner)?);
            rows.into_iter().map(FiringRow::firing).collect()
        })
    }

    /// The same, of those before a moment.
    pub fn firings_before(&mut self, job: &str, before: Time, limit: i64) -> Result<Vec<Firing>, StoreError> {
        self.read(|connection| {
            let of_job = job_runs::table.filter(job_runs::job.eq(job)).filter(job_runs::fire_time.lt(before));
            let query = of_job.order(job_runs::fire_time.desc()).limit(limit);
            let rows: Vec<FiringRow> = on_either!(connection, inner => query.load(inner)?);
            rows.into_iter().map(FiringRow::firing).collect()
        })
    }

    /// One firing.
    pub fn firing(&mut self, job: &str, fire_time: Time) -> Result<Option<Firing>, StoreError> {
        self.read(|connection| {
            let query = job_runs::table.find((job, fire_time));
            let row: Option<FiringRow> = on_either!(connection, inner => query.first(inner).optional()?);
            row.map(FiringRow::firing).transpose()
        })
    }

    /// Firings whose node died: not finished, and the lease is over.
    pub fn lost_firings(&mut self, now: Time) -> Result<Vec<Firing>, StoreError> {
        self.read(|connection| {
            let query = job_runs::table
                .filter(job_runs::finished_at.is_null())
                .filter(job_runs::lease_until.lt(now))
                .order((job_runs::fire_time, job_runs::job));
            let rows: Vec<FiringRow> = on_either!(connection, inner => query.load(inner)?);
            rows.into_iter().map(FiringRow::firing).collect()
        })
    }
}

impl Store {
    /// Claims one firing of a job: true for exactly one node, until its lease is
    /// over and the firing is not finished.
    pub fn claim_firing(
        &self,
        job: &str,
        fire_time: Time,
        node: &str,
        now: Time,
        lease_until: Time,
    ) -> Result<bool, StoreError> {
        let (job, node) = (job.to_owned(), node.to_owned());
        self.write(move |connection| {
            let row = (
                job_runs::job.eq(&job),
                job_runs::fire_time.eq(fire_time),
                job_runs::lease_until.eq(lease_until),
                job_runs::leased_by.eq(&node),
                job_runs::format.eq(persisted::FORMAT),
                job_runs::started_at.eq(now),
            );
            let new = on_either!(connection, inner => diesel::insert_into(job_runs::table)
                .values(row).on_conflict_do_nothing().execute(inner)?);
            if new == 1 {
                return Ok(true);
            }
            let lost = job_runs::table
                .find((&job, fire_time))
                .filter(job_runs::finished_at.is_null())
                .filter(job_runs::lease_until.lt(now));
            let set =
                (job_runs::lease_until.eq(lease_until), job_runs::leased_by.eq(&node), job_runs::started_at.eq(now));
            Ok(on_either!(connection, inner => diesel::update(lost).set(set).execute(inner)?) == 1)
        })
    }

    /// Claims a firing out of turn, and gives its time; nothing where the job is
    /// running. `Constraint` `registrations.…` where the same call came before.
    pub fn claim_out_of_turn(&self, wish: OutOfTurn) -> Result<Option<Time>, StoreError> {
        self.write(move |connection| {
            let latest = latest(connection, &wish.job)?;
            if is_running(connection, &wish)? {
                return Ok(None);
            }
            // Two firings of one moment are one: this one is a little later.
            let at = match latest {
                Some(latest) if latest >= wish.now => latest.plus(Duration::microseconds(1)),
                _ => wish.now,
            };
            if let Some(by) = wish.once.clone() {
                register(connection, Registration { by, made: run_id(at), at: wish.now })?;
            }
            let row = (
                job_runs::job.eq(&wish.job),
                job_runs::fire_time.eq(at),
                job_runs::lease_until.eq(wish.lease_until),
                job_runs::leased_by.eq(&wish.node),
                job_runs::format.eq(persisted::FORMAT),
                job_runs::started_at.eq(wish.now),
                job_runs::asked_by.eq(wish.by),
            );
            on_either!(connection, inner => diesel::insert_into(job_runs::table).values(row).execute(inner)?);
            let audited = Audited::new(wish.now, Some(wish.by), Action::JobStarted).to(&wish.job);
            note(connection, &audited.from(wish.origin.clone()))?;
            Ok(Some(at))
        })
    }

    /// Keeps a firing for longer; false when the lease was lost to another node.
    pub fn renew_firing(&self, job: &str, fire_time: Time, node: &str, lease_until: Time) -> Result<bool, StoreError> {
        let (job, node) = (job.to_owned(), node.to_owned());
        self.write(move |connection| {
            let ours = job_runs::table
                .find((&job, fire_time))
                .filter(job_runs::finished_at.is_null())
                .filter(job_runs::leased_by.eq(&node));
            let set = job_runs::lease_until.eq(lease_until);
            Ok(on_either!(connection, inner => diesel::update(ours).set(set).execute(inner)?) == 1)
        })
    }

    /// Ends a firing with its report; false when another node has it by now. Lets
    /// go of the job's oldest ones.
    pub fn finish_firing(
        &self,
        job: &str,
        fire_time: Time,
        node: &str,
        at: Time,
        report: &Json,
    ) -> Result<bool, StoreError> {
        let (job, node, report) = (job.to_owned(), node.to_owned(), persisted::write(report)?);
        self.write(move |connection| {
            let ours = job_runs::table
                .find((&job, fire_time))
                .filter(job_runs::finished_at.is_null())
                .filter(job_runs::leased_by.eq(&node));
            let set =
                (job_runs::finished_at.eq(at), job_runs::report.eq(&report), job_runs::format.eq(persisted::FORMAT));
            let done = on_either!(connection, inner => diesel::update(ours).set(set).execute(inner)?) == 1;
            let of_job = job_runs::table.filter(job_runs::job.eq(&job));
            let oldest = of_job.order(job_runs::fire_time.desc()).offset(KEPT).select(job_runs::fire_time);
            let oldest: Option<Time> = on_either!(connection, inner => oldest.first(inner).optional()?);
            if let Some(oldest) = oldest {
                let old = of_job.filter(job_runs::fire_time.le(oldest)).filter(job_runs::finished_at.is_not_null());
                on_either!(connection, inner => diesel::delete(old).execute(inner)?);
            }
            Ok(done)
        })
    }
}

/// The time of a job's latest firing, held for this transaction: who comes at the
/// same time waits, and sees then what was claimed.
fn latest(connection: &mut AnyConnection, job: &str) -> Result<Option<Time>, StoreError> {
    let read = |connection: &mut AnyConnection| {
        let of_job = job_runs::table.filter(job_runs::job.eq(job)).order(job_runs::fire_time.desc());
        let query = of_job.select(job_runs::fire_time);
        Ok::<Option<Time>, StoreError>(on_either!(connection, inner => query.first(inner).optional()?))
    };
    let Some(last) = read(connection)? else { return Ok(None) };
    let row = job_runs::table.find((job, last));
    let set = job_runs::job.eq(job);
    on_either!(connection, inner => diesel::update(row).set(set).execute(inner)?);
    read(connection)
}

fn is_running(connection: &mut AnyConnection, wish: &OutOfTurn) -> Result<bool, StoreError> {
    let query = job_runs::table
        .filter(job_runs::job.eq(&wish.job))
        .filter(job_runs::finished_at.is_null())
        .filter(job_runs::lease_until.ge(wish.now))
        .select(job_runs::fire_time);
    let running: Option<Time> = on_either!(connection, inner => query.first(inner).optional()?);
    Ok(running.is_some())
}
