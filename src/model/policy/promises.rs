//! From `[[sla]]` and `[steps]` to what they promise: names known, times readable.

use super::build::Faults;
use super::file::{ByPriority, SlaFile, StepFile, StepsFile};
use super::{Level, OnTimeout, OwnRequest, Responds, SamePerson, Starts, StepDefaults, Steps};
use crate::model::calendar::Calendar;
use crate::model::people::Role;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn levels(
    files: Vec<SlaFile>,
    calendars: &BTreeMap<String, Calendar>,
    priorities: &BTreeSet<String>,
    faults: &mut Faults<'_>,
) -> BTreeMap<String, Vec<Level>> {
    let mut levels: BTreeMap<String, Vec<Level>> = BTreeMap::new();
    for file in files {
        let calendar = match file.calendar {
            ByPriority::One(name) => BTreeMap::from([("*".to_owned(), name)]),
            ByPriority::Each(map) => map,
        };
        for name in calendar.values().filter(|name| !calendars.contains_key(*name)) {
            faults.unknown("calendar", name, calendars.keys().map(String::as_str));
        }
        let named = file.response.keys().chain(file.resolve.keys()).chain(file.task.keys());
        for priority in named.chain(calendar.keys().filter(|key| *key != "*")).filter(|p| !priorities.contains(*p)) {
            faults.unknown("priority", priority, priorities.iter().map(String::as_str));
        }
        let valid_from =
            file.valid_from.date.and_then(|d| NaiveDate::from_ymd_opt(d.year.into(), d.month.into(), d.day.into()));
        let Some(valid_from) = valid_from else {
            faults.add(&file.name, "`valid_from` is a date");
            continue;
        };
        levels.entry(file.name).or_default().push(Level {
            valid_from,
            agreed_by: file.agreed_by,
            calendar,
            starts: file.starts.unwrap_or(Starts::Submitted),
            responds: file.responds.unwrap_or(Responds::Accepted),
            response: file.response,
            resolve: file.resolve,
            task: file.task,
            pauses: file.pauses,
        });
    }
    for versions in levels.values_mut() {
        versions.sort_by_key(|level| level.valid_from);
    }
    levels
}

/// What an approval may come to, for `comment_for` and `code_for`.
pub(super) const OUTCOMES: [&str; 3] = ["approved", "rejected", "returned"];

/// What a failure may come to, for `on_fail`.
pub(super) const FAILURES: [&str; 3] = ["ask_owner", "end", "go_on"];

pub(super) fn steps(
    file: StepsFile,
    roles: &BTreeMap<String, Vec<String>>,
    rejection_codes: &BTreeMap<String, String>,
    faults: &mut Faults<'_>,
) -> Steps {
    let approval = file.approval.unwrap_or_default();
    let last_resort = approval.last_resort.unwrap_or_else(|| Role::ServiceRequestManager.as_str().to_owned());
    if Role::parse(&last_resort).is_none() && !roles.contains_key(&last_resort) {
        faults.unknown("role", &last_resort, Role::ALL.map(Role::as_str));
    }
    let code_for: BTreeSet<String> = approval.code_for.unwrap_or_default().into_iter().collect();
    if !code_for.is_empty() && rejection_codes.is_empty() {
        faults.add("code_for", "`code_for` wants codes, but [rejection_codes] has none");
    }
    let comment_for: BTreeSet<String> = approval.comment_for.unwrap_or_default().into_iter().collect();
    for outcome in code_for.iter().chain(&comment_for).filter(|outcome| !OUTCOMES.contains(&outcome.as_str())) {
        faults.unknown("outcome of an approval", outcome, OUTCOMES);
    }
    let plain =
        StepFile { within: approval.within, remind: approval.remind, on_timeout: approval.on_timeout, on_fail: None };
    let kinds = [
        ("approval", plain),
        ("cost", file.cost.unwrap_or_default()),
        ("task", file.task.unwrap_or_default()),
        ("work", file.work.unwrap_or_default()),
        ("question", file.question.unwrap_or_default()),
        ("ticket", file.ticket.unwrap_or_default()),
        ("plugin", file.plugin.unwrap_or_default()),
    ];
    let mut by_kind = BTreeMap::new();
    for (kind, step) in kinds {
        by_kind.insert(kind.to_owned(), defaults(kind, step, faults));
    }
    Steps {
        max_levels: file.max_levels.unwrap_or(3),
        by_kind,
        own_request: approval.own_request.unwrap_or(OwnRequest::Up),
        asking_counts: approval.asking_counts.unwrap_or(true),
        same_person: approval.same_person.unwrap_or(SamePerson::Carry),
        last_resort,
        comment_for,
        code_for,
    }
}

fn defaults(kind: &str, step: StepFile, faults: &mut Faults<'_>) -> StepDefaults {
    let on_timeout = step.on_timeout.unwrap_or(OnTimeout::Remind);
    if kind != "approval" && matches!(on_timeout, OnTimeout::Approve | OnTimeout::Reject) {
        faults.add(&format!("[steps.{kind}]"), format!("[steps.{kind}]: only approvals may be decided by time-out"));
    }
    let on_fail = step.on_fail.unwrap_or_else(|| super::usual_failure(kind).to_owned());
    if !FAILURES.contains(&on_fail.as_str()) {
        faults.unknown("on_fail", &on_fail, FAILURES);
    }
    StepDefaults { within: step.within, remind: step.remind, on_timeout, on_fail }
}
