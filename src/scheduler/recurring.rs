//! Tickets that open themselves: the timetable of the policy's `[[recurring]]`.
//! Each is fired as a job is, under a name of its own, so that one firing comes
//! to one ticket whatever dies in between.

use super::schedule::Cron;
use crate::desk::Desk;
use crate::desk::command::{Act, Command, Doer, Recur, Target};
use crate::model::policy::{FILE, Missed, Policy, Recurring, position};
use crate::model::problem::{Code, Fault};
use crate::model::time::Time;
use crate::store::{Reader, StoreError};
use chrono::Duration;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A firing that begins later than this was missed.
const LATE: Duration = Duration::minutes(15);

/// One line of the timetable.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The name of its firings: no job has it.
    pub name: String,
    /// When it fires.
    pub cron: Cron,
    rule: Recurring,
}

/// The timetable as read, with the rules that it was read from.
#[derive(Default)]
pub(super) struct Timetable {
    rules: Vec<Recurring>,
    entries: Vec<Arc<Entry>>,
}

impl Timetable {
    /// What is in force.
    pub(super) fn of(&mut self, policy: &Policy) -> &[Arc<Entry>] {
        if self.rules != policy.recurring {
            self.rules.clone_from(&policy.recurring);
            self.entries = self.rules.iter().filter_map(Entry::read).map(Arc::new).collect();
        }
        &self.entries
    }
}

/// What is wrong with the schedules of the policy among the files.
pub(super) fn check(files: &BTreeMap<String, String>) -> Vec<Fault> {
    let Some(text) = files.get(FILE) else { return Vec::new() };
    // What else is wrong with the policy is told by its own check.
    let Ok(policy) = Policy::read(files) else { return Vec::new() };
    let wrong = |rule: &Recurring| {
        let (_, message) = Cron::parse(&rule.schedule, rule.zone.name()).err()?;
        let at = text.find(&format!("\"{}\"", rule.schedule)).unwrap_or(0);
        let (line, column) = position(text, at);
        Some(Fault::of_file(FILE, "policy", message).at(line, column))
    };
    policy.recurring.iter().filter_map(wrong).collect()
}

impl Entry {
    fn read(rule: &Recurring) -> Option<Entry> {
        let cron = Cron::parse(&rule.schedule, rule.zone.name());
        let cron = cron.map_err(|(_, message)| tracing::error!(recurring = %rule.name, %message, "it will not fire"));
        Some(Entry { name: format!("recurring/{}", rule.name), cron: cron.ok()?, rule: rule.clone() })
    }

    /// The item that it opens.
    pub(super) fn item(&self) -> &str {
        &self.rule.item
    }

    /// Whether a firing of this time is not to take place any more.
    pub(super) fn is_missed(&self, fire_time: Time, now: Time) -> bool {
        self.rule.missed == Missed::Skip && now > fire_time.plus(LATE)
    }

    /// Opens the ticket of one firing and says what came of it; nothing where the
    /// desk cannot decide now.
    ///
    /// # Errors
    /// The database does not answer.
    pub(super) fn open(
        &self,
        desk: &Desk,
        reader: &mut Reader,
        fire_time: Time,
    ) -> Result<Option<Map<String, Json>>, StoreError> {
        let rule = &self.rule;
        let command = Command {
            id: format!("{}/{fire_time}", self.name),
            fingerprint: [0; 32],
            doer: Doer::System("recurring"),
            target: Target::New,
            expect: None,
            act: Act::Recur(Box::new(Recur {
                name: rule.name.clone(),
                item: rule.item.clone(),
                form: rule.form.clone(),
                requested_for: rule.requested_for.clone(),
                once: rule.once.clone(),
            })),
        };
        // A node may have died between the ticket and its report: that ticket is this firing's.
        let made = reader.command(&command.id)?.is_some();
        let open = rule.once.as_deref().filter(|_| !made).map(|once| reader.open_once(&rule.item, once)).transpose()?;
        if let Some(number) = open.flatten() {
            return Ok(Some(report(json!({ "skipped": "one is open", "ticket": number }))));
        }
        match desk.carry_out_blocking(command) {
            Ok(done) => Ok(Some(report(json!({ "ticket": done.number })))),
            Err(refusal) if matches!(refusal.code, Code::Unavailable | Code::Busy | Code::Internal) => {
                tracing::warn!(recurring = %rule.name, %refusal, "a recurring ticket will be opened later");
                Ok(None)
            }
            Err(refusal) => {
                tracing::warn!(recurring = %rule.name, %refusal, "a recurring ticket was refused");
                let first = refusal.errors.first().map(|error| format!("{} {}", error.pointer, error.message));
                Ok(Some(report(json!({ "error": first.unwrap_or(refusal.detail) }))))
            }
        }
    }
}

fn report(of: Json) -> Map<String, Json> {
    of.as_object().cloned().unwrap_or_default()
}
