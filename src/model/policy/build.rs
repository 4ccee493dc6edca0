//! From policy.toml's shape to rules that can be asked: names resolved, hours
//! parsed, everything that nothing declares named with its line.

use super::file::{ByPriority, CalendarFile, FreezeFile, PolicyFile, SlaFile, StepFile, StepsFile, position};
use super::holds::{Returns, holds};
use super::{
    FILE, Freeze, Intake, Level, Matrix, OnTimeout, OwnRequest, Policy, Responds, SamePerson, Starts, StepDefaults,
    Steps, Value, Vip,
};
use crate::model::calendar::{Calendar, Hours, Office, clock};
use crate::model::duration::Span;
use crate::model::journal::RowKind;
use crate::model::money::Money;
use crate::model::people::Role;
use crate::model::problem::Fault;
use crate::model::text::did_you_mean;
use crate::model::time::Time;
use chrono::NaiveDate;
use chrono_tz::Tz;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

/// Collects faults; a fault is placed on the first line that says the wrong word.
pub(super) struct Faults<'a> {
    text: &'a str,
    found: Vec<Fault>,
}

impl Faults<'_> {
    pub(super) fn add(&mut self, word: &str, message: impl Into<String>) {
        let at = self.text.find(&format!("\"{word}\"")).or_else(|| self.text.find(word));
        let fault = Fault::of_file(FILE, "policy", message);
        self.found.push(match at {
            Some(at) => {
                let (line, column) = position(self.text, at);
                fault.at(line, column)
            }
            None => fault,
        });
    }
    fn unknown<'b>(&mut self, what: &str, word: &str, known: impl IntoIterator<Item = &'b str>) {
        let hint = did_you_mean(word, known).map(|near| format!("did you mean \"{near}\"?"));
        self.add(word, format!("there is no {what} \"{word}\""));
        if let (Some(last), Some(hint)) = (self.found.last_mut(), hint) {
            last.hint = Some(hint);
        }
    }
}

/// Builds the policy or says all that is wrong with it.
pub fn build(file: PolicyFile, text: &str) -> Result<Policy, Vec<Fault>> {
    let mut faults = Faults { text, found: Vec::new() };
    if !Money::is_currency(&file.currency) {
        faults.add(&file.currency, "the currency is an ISO 4217 code of three capital letters");
    }
    let calendars = calendars(&file.calendars, &mut faults);
    let matrix = matrix(file.priority, &mut faults);
    let priorities: BTreeSet<String> = matrix.cells.values().flatten().cloned().collect();
    let of_levels = file.sla.iter().flat_map(|level| level.pauses.keys());
    for kind in file.pauses.keys().chain(of_levels) {
        let waiting = RowKind::ALL.into_iter().filter(|kind| kind.waits()).map(RowKind::as_str);
        let mut known: Vec<&str> = waiting.collect();
        known.extend(file.holds.iter().map(|hold| hold.code.as_str()));
        if !known.contains(&kind.as_str()) {
            faults.unknown("kind of step or hold", kind, known);
        }
    }
    let levels = levels(file.sla, &calendars, &priorities, &mut faults);
    if let Some(best) = file.vip.best.as_deref().filter(|best| !priorities.contains(*best)) {
        faults.unknown("priority", best, priorities.iter().map(String::as_str));
    }
    for rule in &file.intake {
        if let Some(name) = rule.outside.as_deref().filter(|name| !calendars.contains_key(*name)) {
            faults.unknown("calendar", name, calendars.keys().map(String::as_str));
        }
    }
    let freezes = file.freezes.into_iter().filter_map(|it| freeze(it, &mut faults)).collect();
    let steps = steps(file.steps, &file.roles, &file.rejection_codes, &mut faults);
    let policy = Policy {
        currency: file.currency,
        languages: if file.languages.is_empty() { vec!["en".to_owned()] } else { file.languages },
        values: file.values.into_iter().filter_map(|(k, v)| Some((k.clone(), value(&k, v, &mut faults)?))).collect(),
        roles: file.roles,
        local_groups: file.local_groups,
        freezes,
        intake: file
            .intake
            .into_iter()
            .map(|r| Intake {
                kind: r.kind,
                category: r.category,
                item: r.item,
                location: r.location,
                channel: r.channel,
                outside: r.outside,
                group: r.group,
                by: r.by,
            })
            .collect(),
        calendars,
        matrix,
        vip: Vip { groups: file.vip.groups, raise: file.vip.raise, best: file.vip.best },
        holds: holds(file.holds, &file.pauses, &mut faults),
        returns: Returns::of(file.returns, &mut faults),
        pauses: file.pauses,
        levels,
        steps,
        closure_labels: file.closure_codes.into_iter().map(|c| (c.code.as_str().to_owned(), c.label)).collect(),
        closure_reasons: file.closure_reasons,
        rejection_codes: file.rejection_codes,
        confirm_within: file.close.confirm_within,
        auto_close: file.close.auto.unwrap_or(true),
        cancel_within: file.cancel.within.unwrap_or(Span::Elapsed(24 * 60)),
    };
    if faults.found.is_empty() { Ok(policy) } else { Err(faults.found) }
}

fn value(name: &str, value: toml::Value, faults: &mut Faults<'_>) -> Option<Value> {
    Some(match value {
        toml::Value::String(text) => match Decimal::from_str(&text) {
            Ok(number) => Value::Decimal(number),
            Err(_) => Value::Text(text),
        },
        toml::Value::Integer(number) => Value::Int(number),
        toml::Value::Boolean(yes) => Value::Bool(yes),
        _ => {
            faults.add(name, format!("`{name}` is text, a whole number, digits in quotes, true or false"));
            return None;
        }
    })
}

/// A freeze lies between two moments, each with its offset.
fn freeze(file: FreezeFile, faults: &mut Faults<'_>) -> Option<Freeze> {
    let (from, to) = (Time::parse(&file.from.to_string()), Time::parse(&file.to.to_string()));
    match (from, to) {
        (Some(from), Some(to)) if from < to => Some(Freeze { name: file.name, from, to, services: file.services }),
        (Some(_), Some(_)) => {
            faults.add(&file.name, format!("the freeze `{}` ends before it begins", file.name));
            None
        }
        _ => {
            let message = format!("the freeze `{}` wants moments: write 2026-12-18T00:00:00Z", file.name);
            faults.add(&file.name, message);
            None
        }
    }
}

fn matrix(file: super::file::PriorityFile, faults: &mut Faults<'_>) -> Matrix {
    for (impact, row) in &file.matrix {
        if !file.impacts.contains(impact) {
            faults.unknown("impact", impact, file.impacts.iter().map(String::as_str));
        }
        if row.len() != file.urgencies.len() {
            faults.add(
                impact,
                format!("the row `{impact}` has {} cells for {} urgencies", row.len(), file.urgencies.len()),
            );
        }
    }
    for impact in file.impacts.iter().filter(|impact| !file.matrix.contains_key(*impact)) {
        faults.add(impact, format!("the matrix has no row for the impact \"{impact}\""));
    }
    for urgency in file.requester_may.iter().filter(|urgency| !file.urgencies.contains(urgency)) {
        faults.unknown("urgency", urgency, file.urgencies.iter().map(String::as_str));
    }
    Matrix {
        impacts: file.impacts,
        urgencies: file.urgencies,
        requester_may: file.requester_may.into_iter().collect(),
        cells: file.matrix,
    }
}

fn calendars(files: &BTreeMap<String, CalendarFile>, faults: &mut Faults<'_>) -> BTreeMap<String, Calendar> {
    let mut built = BTreeMap::new();
    for (name, file) in files.iter().filter(|(_, file)| file.any_of.is_none()) {
        if let Some(calendar) = single(name, file, faults) {
            built.insert(name.clone(), calendar);
        }
    }
    for (name, parts) in files.iter().filter_map(|(name, file)| Some((name, file.any_of.as_ref()?))) {
        let known: Vec<Calendar> = parts.iter().filter_map(|part| built.get(part).cloned()).collect();
        for part in parts.iter().filter(|part| !built.contains_key(*part)) {
            faults.unknown("calendar", part, files.keys().map(String::as_str));
        }
        if !known.is_empty() {
            built.insert(name.clone(), Calendar::AnyOf(known));
        }
    }
    built
}

fn day_minutes(span: Option<Span>) -> i64 {
    match span {
        Some(Span::Elapsed(minutes)) if minutes > 0 => minutes,
        _ => 8 * 60,
    }
}

fn single(name: &str, file: &CalendarFile, faults: &mut Faults<'_>) -> Option<Calendar> {
    if file.always {
        return Some(Calendar::Always { day: file.day.map_or(24 * 60, |d| day_minutes(Some(d))) });
    }
    let zone_name = file.zone.as_deref().unwrap_or("UTC");
    let Ok(zone) = Tz::from_str(zone_name) else {
        faults.add(zone_name, format!("`{zone_name}` is no IANA time zone"));
        return None;
    };
    const WEEK: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    for day in file.hours.keys().filter(|day| !WEEK.contains(&day.as_str())) {
        faults.unknown("weekday", day, WEEK);
    }
    let week = WEEK.map(|day| file.hours.get(day).map_or_else(Vec::new, |texts| hours(texts, faults)));
    if week.iter().all(Vec::is_empty) {
        faults.add(name, format!("the calendar `{name}` is never open"));
    }
    let holidays = file.holidays.iter().filter_map(|text| date(text, faults)).collect();
    let days = file.days.iter().filter_map(|(text, texts)| Some((date(text, faults)?, hours(texts, faults)))).collect();
    Some(Calendar::Office(Box::new(Office { zone, day: day_minutes(file.day), week, holidays, days })))
}

fn date(text: &str, faults: &mut Faults<'_>) -> Option<NaiveDate> {
    let date = NaiveDate::from_str(text).ok();
    if date.is_none() {
        faults.add(text, format!("`{text}` is no date: write 2026-12-25"));
    }
    date
}

fn hours(texts: &[String], faults: &mut Faults<'_>) -> Hours {
    let mut hours: Hours = Vec::new();
    for text in texts {
        let parsed = text.split_once('-').and_then(|(from, to)| {
            let from = clock(from)?;
            let to = if to.trim() == "24:00" { None } else { Some(clock(to)?) };
            to.is_none_or(|to| to > from).then_some((from, to))
        });
        match parsed {
            Some(stretch) if hours.last().is_none_or(|(_, end)| end.is_some_and(|end| end <= stretch.0)) => {
                hours.push(stretch)
            }
            _ => faults.add(text, format!("`{text}` are no hours, or out of order: write 08:00-12:00")),
        }
    }
    hours
}

fn levels(
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
const OUTCOMES: [&str; 3] = ["approved", "rejected", "returned"];

fn steps(
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
    if !["ask_owner", "end", "go_on"].contains(&on_fail.as_str()) {
        faults.unknown("on_fail", &on_fail, ["ask_owner", "end", "go_on"]);
    }
    StepDefaults { within: step.within, remind: step.remind, on_timeout, on_fail }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"
currency = "EUR"
[values]
finance_limit = "1000.00"
[calendars.berlin]
zone = "Europe/Berlin"
hours = { mon = ["08:00-12:00", "12:30-16:30"] }
[priority]
impacts = ["person", "site"]
urgencies = ["low", "high"]
[priority.matrix]
person = ["P4", "P3"]
site = ["P2", "P1"]
[vip]
groups = ["board"]
raise = 2
best = "P2"
[[sla]]
name = "hardware"
valid_from = 2026-01-01
calendar = "berlin"
resolve = { P1 = "1wd", P4 = "10wd" }
"#;

    #[test]
    fn the_matrix_sets_the_priority_and_rank_raises_it_no_further_than_best() {
        let policy = Policy::parse(SMALL).unwrap();
        assert_eq!(policy.priority("person", "low", false), "P4");
        assert_eq!(policy.priority("person", "low", true), "P2");
        assert_eq!(policy.priority("person", "high", true), "P2", "P1 is out of reach by rank");
        assert_eq!(policy.priority("site", "high", true), "P1", "but not taken away");
        assert_eq!(policy.values.get("finance_limit"), Some(&Value::Decimal(Decimal::new(100_000, 2))));
    }

    #[test]
    fn a_wrong_word_is_named_with_its_line() {
        let faults = Policy::parse(&SMALL.replace("calendar = \"berlin\"", "calendar = \"berlni\"")).unwrap_err();
        assert_eq!(
            faults[0].to_string(),
            "workflows/policy.toml:21:12: error: there is no calendar \"berlni\" [policy]\n  help: did you mean \"berlin\"?"
        );
        let faults = Policy::parse(&SMALL.replace("[vip]", "[vpi]")).unwrap_err();
        assert_eq!(faults[0].line, 14);
        assert!(faults[0].message.contains("unknown field `vpi`"), "{}", faults[0]);
    }

    #[test]
    fn hours_that_end_before_they_begin_are_refused() {
        let faults = Policy::parse(&SMALL.replace("12:30-16:30", "16:30-12:30")).unwrap_err();
        assert!(faults[0].message.contains("16:30-12:30"));
    }
}
