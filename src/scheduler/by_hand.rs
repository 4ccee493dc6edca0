//! What admins see of jobs, and a run out of turn: claimed as any firing is, so
//! that a node that dies leaves it to be run again.

use super::job::{Job, path_of};
use super::jobs::{Fires, Jobs, LEASE};
use super::on_script_stack;
use super::recurring::Entry;
use super::schedule::Cron;
use crate::desk::Desk;
use crate::desk::jobs::{Begun, JobHands, JobKind, JobPlan, RunWish};
use crate::model::policy;
use crate::model::problem::Fault;
use crate::model::time::Time;
use crate::store::{OutOfTurn, StoreError};

/// What this floor lends to the desk.
pub fn hands() -> JobHands {
    JobHands { list, begin }
}

/// The jobs in force, and the tickets that open themselves.
fn list(desk: &Desk) -> Result<Vec<JobPlan>, StoreError> {
    let (world, now) = (desk.world(), desk.clock().now());
    let scripts = on_script_stack(|| {
        let read = |(name, text): (&String, &String)| script(name, text, now);
        world.content.jobs.iter().map(read).collect::<Vec<_>>()
    })?;
    let mut timetable = super::recurring::Timetable::default();
    let tickets = timetable.of(world.policy()).iter().map(|entry| ticket(entry, now));
    Ok(scripts.into_iter().chain(tickets).collect())
}

fn script(name: &str, text: &str, now: Time) -> JobPlan {
    let path = path_of(name);
    match Job::read(&path, text) {
        Ok(job) => JobPlan {
            doc: job.doc().to_owned(),
            roles: job.roles.clone(),
            ..plan(name, JobKind::Script, path, Some(&job.cron), now)
        },
        Err(faults) => JobPlan { faults, ..plan(name, JobKind::Script, path, None, now) },
    }
}

fn ticket(entry: &Entry, now: Time) -> JobPlan {
    let plan = plan(&entry.name, JobKind::Recurring, policy::FILE.to_owned(), Some(&entry.cron), now);
    JobPlan { item: Some(entry.item().to_owned()), ..plan }
}

fn plan(name: &str, kind: JobKind, path: String, cron: Option<&Cron>, now: Time) -> JobPlan {
    JobPlan {
        name: name.to_owned(),
        kind,
        path,
        doc: String::new(),
        item: None,
        schedule: cron.map(|cron| cron.text().to_owned()),
        zone: cron.map(|cron| cron.zone().to_owned()),
        roles: Vec::new(),
        next_run: cron.and_then(|cron| cron.next(now)),
        faults: Vec::<Fault>::new(),
    }
}

/// Claims a run of a job for now.
fn begin(desk: &Desk, wish: RunWish) -> Result<Begun, StoreError> {
    // A name of its own: of two runs one only has the lease.
    let node = format!("by-hand-{}", desk.fresh_id());
    let mut jobs = Jobs::new(desk.clone(), &node)?;
    let Some(one) = jobs.all()?.remove(&wish.name) else { return Ok(Begun::Unknown) };
    let now = desk.clock().now();
    let claimed = desk.store().claim_out_of_turn(OutOfTurn {
        job: wish.name,
        by: wish.by,
        origin: wish.origin,
        now,
        node,
        lease_until: now.plus(LEASE),
        once: wish.once,
    })?;
    Ok(match claimed {
        None => Begun::Running,
        Some(fire_time) => Begun::Now(fire_time, Box::new(move || carry_out(&mut jobs, &one, fire_time, now))),
    })
}

fn carry_out(jobs: &mut Jobs, one: &Fires, fire_time: Time, now: Time) {
    if let Err(error) = jobs.carry_out(one, fire_time, now) {
        // Its lease runs out, and it is run again.
        tracing::warn!(job = one.name(), %error, "a run out of turn could not be ended");
    }
}
