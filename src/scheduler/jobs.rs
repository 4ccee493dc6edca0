//! Firings of jobs: which are due, claimed once each, run, and reported. A
//! firing is a row (job, fire_time) with a lease: a node that dies loses it and
//! the firing is run again. Times missed while nobody watched come to one
//! firing, of the latest. Tickets that open themselves are fired likewise.

use super::clerk::Clerk;
use super::job::{Ended, Job, path_of};
use super::on_script_stack;
use super::recurring::{self, Entry, Timetable};
use super::schedule::Cron;
use crate::desk::Desk;
use crate::model::people::People;
use crate::model::problem::Fault;
use crate::model::text::did_you_mean;
use crate::model::time::Time;
use crate::store::{Reader, StoreError};
use chrono::Duration;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How long a node has a firing for itself; longer than a job may run.
pub(super) const LEASE: Duration = Duration::minutes(3);

/// Fires due jobs.
pub struct Jobs {
    desk: Desk,
    node: String,
    reader: Reader,
    /// Jobs as read, by name, each with the text that it was read from.
    read: BTreeMap<String, (String, Option<Arc<Job>>)>,
    /// Tickets that open themselves.
    timetable: Timetable,
    /// The latest firing of each job that is known to be in the database.
    known: BTreeMap<String, Time>,
}

/// What fires.
#[derive(Clone)]
pub(super) enum Fires {
    /// A job's script.
    Job(Arc<Job>),
    /// A ticket that opens itself.
    Ticket(Arc<Entry>),
}

impl Fires {
    /// The name of its firings.
    pub(super) fn name(&self) -> &str {
        match self {
            Fires::Job(job) => &job.name,
            Fires::Ticket(entry) => &entry.name,
        }
    }
    fn cron(&self) -> &Cron {
        match self {
            Fires::Job(job) => &job.cron,
            Fires::Ticket(entry) => &entry.cron,
        }
    }
}

/// What is wrong with the jobs, and with the timetable of the policy, among the files of a content folder.
pub fn check(files: &BTreeMap<String, String>) -> Vec<Fault> {
    let jobs = files.iter().filter(|(path, _)| super::job::name_of(path).is_some());
    let faults = on_script_stack(|| jobs.filter_map(|(path, text)| Job::read(path, text).err()).flatten().collect());
    let mut faults =
        faults.unwrap_or_else(|error| vec![Fault::of_file("workflows/jobs", "internal", error.to_string())]);
    faults.extend(recurring::check(files));
    faults
}

/// Groups and items that jobs name and that there are not.
pub fn check_names(files: &BTreeMap<String, String>, people: &People) -> Vec<Fault> {
    let groups: Vec<&str> = people.groups().map(|group| group.name.as_str()).collect();
    let item = |path: &String| Some(path.strip_prefix("schemas/")?.strip_suffix(".json")?.to_owned());
    let items: Vec<String> = files.keys().filter_map(item).collect();
    let jobs = files.iter().filter(|(path, _)| super::job::name_of(path).is_some());
    let named = on_script_stack(|| jobs.flat_map(|(path, text)| super::job::named(path, text)).collect::<Vec<_>>());
    let known = |what: &str| match what {
        "group" => groups.clone(),
        _ => items.iter().map(String::as_str).collect(),
    };
    let unknown = named.unwrap_or_default().into_iter().filter(|(what, name, _)| !known(what).contains(&name.as_str()));
    unknown
        .map(|(what, name, at)| {
            let message = format!("there is no {what} \"{name}\"");
            let fault = Fault::of_file(at.source, &format!("unknown_{what}"), message).at(at.line, at.column);
            let near = did_you_mean(&name, known(what)).map(|near| format!("did you mean \"{near}\"?"));
            Fault { hint: near, ..fault }
        })
        .collect()
}

impl Jobs {
    /// Jobs of a desk, claimed in the name of `node`.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn new(desk: Desk, node: &str) -> Result<Jobs, StoreError> {
        let reader = desk.store().reader()?;
        let (read, timetable, known) = (BTreeMap::new(), Timetable::default(), BTreeMap::new());
        Ok(Jobs { desk, node: node.to_owned(), reader, read, timetable, known })
    }

    /// Fires every job that is due at `now`, and what a dead node left
    /// unfinished; says how many were run here.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn run_due(&mut self, now: Time) -> Result<usize, StoreError> {
        let all = self.all()?;
        let mut fired = 0;
        for lost in self.reader.lost_firings(now)? {
            fired += match all.get(&lost.job) {
                Some(one) => usize::from(self.fire(one, lost.fire_time, now)?),
                None => {
                    self.close(&lost.job, lost.fire_time, now, &json!({ "skipped": "there is no such job any more" }))?;
                    0
                }
            };
        }
        for one in all.values() {
            fired += usize::from(self.fire_latest(one, now)?);
        }
        Ok(fired)
    }

    /// When the next job fires.
    pub fn next(&mut self, now: Time) -> Option<Time> {
        self.all().ok()?.values().filter_map(|one| one.cron().next(now)).min()
    }

    /// Leaves every unfinished firing to be run again at once. Only where no
    /// other process can hold a lease.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn take_back(&mut self, now: Time) -> Result<(), StoreError> {
        let later = now.plus(LEASE + LEASE);
        for lost in self.reader.lost_firings(later)? {
            self.desk.store().claim_firing(&lost.job, lost.fire_time, &self.node, later, now.plus(-LEASE))?;
        }
        Ok(())
    }

    /// All that fires, by the names of the firings.
    pub(super) fn all(&mut self) -> Result<BTreeMap<String, Fires>, StoreError> {
        let jobs = self.jobs()?.into_values().map(Fires::Job);
        let world = self.desk.world();
        let tickets = self.timetable.of(world.policy()).iter().map(|entry| Fires::Ticket(Arc::clone(entry)));
        Ok(jobs.chain(tickets).map(|one| (one.name().to_owned(), one)).collect())
    }

    /// The jobs in force that can be read; a fault is told once for each text.
    fn jobs(&mut self) -> Result<BTreeMap<String, Arc<Job>>, StoreError> {
        let world = self.desk.world();
        self.read.retain(|name, _| world.content.jobs.contains_key(name));
        for (name, text) in &world.content.jobs {
            if self.read.get(name).is_some_and(|(read, _)| read == text) {
                continue;
            }
            let job = on_script_stack(|| Job::read(&path_of(name), text))?;
            for fault in job.as_ref().err().into_iter().flatten() {
                tracing::error!(job = %name, %fault, "a job cannot be read and will not fire");
            }
            self.read.insert(name.clone(), (text.clone(), job.ok().map(Arc::new)));
        }
        let good = self.read.iter().filter_map(|(name, (_, job))| Some((name.clone(), Arc::clone(job.as_ref()?))));
        Ok(good.collect())
    }

    /// Fires the latest time that was not fired. A job that was never seen
    /// before begins with its next one.
    fn fire_latest(&mut self, one: &Fires, now: Time) -> Result<bool, StoreError> {
        let Some(latest) = one.cron().latest(now) else { return Ok(false) };
        let name = one.name();
        if self.known.get(name).is_some_and(|known| *known >= latest) {
            return Ok(false);
        }
        let last = self.reader.firings(name, 1)?.into_iter().next();
        if last
            .as_ref()
            .is_some_and(|last| last.asked_by.is_some() && last.finished_at.is_none() && last.lease_until >= now)
        {
            // Somebody runs it out of turn: its turn comes when that has ended.
            return Ok(false);
        }
        let fired = match last.map(|last| last.fire_time) {
            None => {
                self.close(name, latest, now, &json!({ "skipped": "before the job was known" }))?;
                false
            }
            Some(last) if last >= latest => false,
            Some(_) if matches!(one, Fires::Ticket(entry) if entry.is_missed(latest, now)) => {
                self.close(name, latest, now, &json!({ "skipped": "nobody watched when it was due" }))?;
                false
            }
            Some(_) => self.fire(one, latest, now)?,
        };
        self.known.insert(name.to_owned(), latest);
        Ok(fired)
    }

    /// Runs one firing, unless another node has it.
    fn fire(&mut self, one: &Fires, fire_time: Time, now: Time) -> Result<bool, StoreError> {
        let store = self.desk.store();
        if !store.claim_firing(one.name(), fire_time, &self.node, now, now.plus(LEASE))? {
            return Ok(false);
        }
        self.carry_out(one, fire_time, now)
    }

    /// Runs one firing that is claimed, and writes down what came of it.
    pub(super) fn carry_out(&mut self, one: &Fires, fire_time: Time, now: Time) -> Result<bool, StoreError> {
        let report = match one {
            Fires::Job(job) => self.run(job, fire_time)?,
            Fires::Ticket(entry) => entry.open(&self.desk, &mut self.reader, fire_time)?,
        };
        // Without a report the lease runs out, and the firing is run again.
        let Some(report) = report else { return Ok(false) };
        let at = now.max(self.desk.clock().now());
        self.desk.store().finish_firing(one.name(), fire_time, &self.node, at, &Json::Object(report))?;
        Ok(true)
    }

    /// Runs a job's script and says what came of it; nothing where the desk could
    /// not be asked.
    fn run(&self, job: &Arc<Job>, fire_time: Time) -> Result<Option<Map<String, Json>>, StoreError> {
        let clerk = Arc::new(Clerk::new(self.desk.clone(), Arc::clone(job))?);
        let at_desk = Arc::clone(&clerk);
        let ended = on_script_stack(move || job.run(fire_time, at_desk))?;
        let mut report = clerk.report();
        match ended {
            Ended::Well => {}
            Ended::Badly(message) => {
                tracing::error!(job = %job.name, %message, "a job ended before its last line");
                report.insert("error".to_owned(), Json::String(message));
            }
            Ended::Unavailable(message) => {
                tracing::warn!(job = %job.name, %message, "a job will be run again");
                return Ok(None);
            }
        }
        Ok(Some(report))
    }

    /// Writes a firing down as finished without running it.
    fn close(&self, job: &str, fire_time: Time, now: Time, report: &Json) -> Result<(), StoreError> {
        let store = self.desk.store();
        if store.claim_firing(job, fire_time, &self.node, now, now.plus(LEASE))? {
            store.finish_firing(job, fire_time, &self.node, now, report)?;
        }
        Ok(())
    }
}
