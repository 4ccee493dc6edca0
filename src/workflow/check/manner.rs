//! What is no mistake and yet probably not meant: two steps that read the same,
//! a path without an end, a person's deadline that runs over the weekend.

use super::Check;
use crate::model::journal::RowKind;
use crate::model::problem::{Fault, Severity};
use crate::script::{CallSite, Outline, Shape, Value};
use crate::workflow::options::{self, Ty};
use crate::workflow::spec::{self, Spec};
use std::collections::BTreeMap;

/// Kinds of steps that people tell apart by their names.
const NAMED: [RowKind; 4] = [RowKind::Approval, RowKind::Task, RowKind::Work, RowKind::Question];
/// Words that ask a person, with a deadline of their own.
const PERSONAL: [RowKind; 5] = [RowKind::Approval, RowKind::Task, RowKind::Work, RowKind::Question, RowKind::Cost];

impl Check<'_> {
    /// All of it.
    pub(super) fn manner(&mut self, outline: &Outline) {
        self.same_names(&outline.calls);
        for place in &outline.open_ends {
            let message = "the script can come to its end here without resolve, fail, reject or cancel".to_owned();
            let fault = Fault::of_file(place.source.clone(), "no_end", message).at(place.line, place.column);
            let hint = "the ticket is then left to people; say resolve(\"…\") where the work is done";
            self.faults.push(fault.severity(Severity::Warning).hint(hint));
        }
        for (call, spec) in outline.calls.iter().filter_map(|call| Some((call, spec_of(call)?))) {
            self.elapsed_days(call, spec);
        }
    }

    fn same_names(&mut self, calls: &[CallSite]) {
        let mut seen: BTreeMap<(&str, &str, &str), Vec<&CallSite>> = BTreeMap::new();
        for call in calls {
            let Some(spec) = spec_of(call).filter(|spec| spec.kind.is_some_and(|kind| NAMED.contains(&kind))) else {
                continue;
            };
            let Some(Value::Text(name)) = call.args.first().and_then(|arg| arg.literal()) else { continue };
            if given(call, "about").is_some() {
                continue;
            }
            let before = seen.entry((&call.place.source, spec.name, name)).or_default();
            if let Some(first) = before.iter().find(|first| first.place != call.place && !first.excludes(call)) {
                let message =
                    format!("{}: the name \"{name}\" is taken by the step in line {}", spec.name, first.place.line);
                let fault = Fault::of_file(call.place.source.clone(), "same_name", message);
                let hint = "give it another name, or say what differs: #{ about: \"…\" }";
                let fault = fault.at(call.place.line, call.place.column);
                self.faults.push(fault.severity(Severity::Warning).hint(hint));
            }
            before.push(call);
        }
    }

    fn elapsed_days(&mut self, call: &CallSite, spec: &Spec) {
        if !spec.kind.is_some_and(|kind| PERSONAL.contains(&kind)) {
            return;
        }
        let is_duration = options::find(spec.options, spec.common, "within").is_some_and(|opt| opt.ty == Ty::Duration);
        let Some(within) = given(call, "within").filter(|_| is_duration) else { return };
        let Some(Value::Text(text)) = within.literal() else { return };
        let (number, unit) = text.split_at(text.len() - text.chars().next_back().map_or(0, char::len_utf8));
        let Ok(number) = number.parse::<u32>() else { return };
        let working = match unit {
            "d" => format!("{number}wd"),
            "w" => format!("{}wd", number.saturating_mul(5)),
            _ => return,
        };
        let message = format!("{}: \"{text}\" is elapsed time, nights and weekends too", spec.name);
        let fault = Fault::of_file(within.place.source.clone(), "elapsed_days", message);
        let fault = fault.at(within.place.line, within.place.column).severity(Severity::Hint);
        self.faults.push(fault.hint(format!("for working days write \"{working}\"")));
    }
}

/// The word of a call; of `plugin::function` none.
fn spec_of(call: &CallSite) -> Option<&'static Spec> {
    if call.method || call.module.is_some() { None } else { spec::find(&call.name) }
}

/// An option that the text names.
fn given<'c>(call: &'c CallSite, option: &str) -> Option<&'c crate::script::Arg> {
    let Some(Shape::Map(fields)) = call.args.last().map(|arg| &arg.shape) else { return None };
    fields.iter().find(|(key, ..)| key == option).map(|(.., arg)| arg)
}
