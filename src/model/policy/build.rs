//! From policy.toml's shape to rules that can be asked: names resolved, hours
//! parsed, everything that nothing declares named with its line.

use super::calendars::calendars;
use super::cancel::CancelRule;
use super::changes::Changes;
use super::closing::{CloseRules, Csat};
use super::conversation::Conversation;
use super::desks::desks;
use super::escalation::rules;
use super::file::{FreezeFile, PolicyFile, position};
use super::holds::{Returns, holds};
use super::intake::intake;
use super::promises::{levels, steps};
use super::publishing::Publishing;
use super::recurring::recurring;
use super::reopen::ReopenRule;
use super::retention::Retention;
use super::{FILE, Freeze, Matrix, Policy, Value, Vip};
use crate::model::journal::RowKind;
use crate::model::money::Money;
use crate::model::outgoing::Outgoing;
use crate::model::problem::Fault;
use crate::model::text::did_you_mean;
use crate::model::time::Time;
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
    /// A fault of a file that the policy names.
    pub(super) fn elsewhere(&mut self, fault: Fault) {
        self.found.push(fault);
    }
    pub(super) fn unknown<'b>(&mut self, what: &str, word: &str, known: impl IntoIterator<Item = &'b str>) {
        let hint = did_you_mean(word, known).map(|near| format!("did you mean \"{near}\"?"));
        self.add(word, format!("there is no {what} \"{word}\""));
        if let (Some(last), Some(hint)) = (self.found.last_mut(), hint) {
            last.hint = Some(hint);
        }
    }
}

/// Builds the policy or says all that is wrong with it.
pub fn build(file: PolicyFile, text: &str, files: &BTreeMap<String, String>) -> Result<Policy, Vec<Fault>> {
    let mut faults = Faults { text, found: Vec::new() };
    if !Money::is_currency(&file.currency) {
        faults.add(&file.currency, "the currency is an ISO 4217 code of three capital letters");
    }
    let calendars = calendars(&file.calendars, files, &mut faults);
    let matrix = Matrix::of(file.priority, &file.roles, &mut faults);
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
    let desks = desks(file.desks, &calendars, &mut faults);
    let intake = intake(file.intake, &desks, &calendars, &priorities, &mut faults);
    let vip = Vip::of(file.vip, &priorities, &file.roles, &mut faults);
    let freezes = file.freezes.into_iter().filter_map(|it| freeze(it, &mut faults)).collect();
    let close = CloseRules::of(file.close, &priorities, &mut faults);
    let csat = Csat::of(file.csat, &file.roles, &mut faults);
    let steps = steps(file.steps, &file.roles, &file.rejection_codes, &mut faults);
    let policy = Policy {
        currency: file.currency,
        languages: if file.languages.is_empty() { vec!["en".to_owned()] } else { file.languages },
        values: file.values.into_iter().filter_map(|(k, v)| Some((k.clone(), value(&k, v, &mut faults)?))).collect(),
        roles: file.roles,
        local_groups: file.local_groups,
        freezes,
        desks,
        intake,
        calendars,
        matrix,
        changes: Changes::of(file.changes, &mut faults),
        vip,
        holds: holds(file.holds, &file.pauses, &mut faults),
        returns: Returns::of(file.returns, &mut faults),
        recurring: recurring(file.recurring, &mut faults),
        conversation: Conversation::of(file.conversation, &mut faults),
        publishing: Publishing::of(file.publishing, &mut faults),
        outgoing: Outgoing::of(file.outgoing, &mut faults),
        pauses: file.pauses,
        levels,
        steps,
        closure_labels: file.closure_codes.into_iter().map(|c| (c.code.as_str().to_owned(), c.label)).collect(),
        closure_reasons: file.closure_reasons,
        rejection_codes: file.rejection_codes,
        close,
        csat,
        knowledge: file.knowledge.into(),
        batch_parent: file.batch.parent,
        escalations: rules(file.escalation, &priorities, &mut faults),
        retention: Retention::of(&file.retention, &mut faults),
        reopen: ReopenRule::of(&file.reopen),
        cancel: CancelRule::of(&file.cancel),
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
