//! Which branches of a workflow the scenarios went through: every place of the
//! text that writes into the journal is reached or not, and every step there
//! was answered well and badly or not.

use super::{Row, Scene};
use crate::model::journal::{Place, RowKind, RowState};
use crate::script::{CallSite, Shape, Value};
use crate::workflow::program::Program;
use crate::workflow::spec::{self, Spec};
use std::collections::BTreeSet;

/// One way that a script may take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// Where.
    pub place: Place,
    /// `approval "Finance"`.
    pub what: String,
    /// What has never happened there: `reached`, `rejected or expired`.
    pub never: String,
}

/// What the scenarios of a workflow went through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Branches that were taken.
    pub taken: usize,
    /// Branches there are: a step has two, a good answer and a bad one.
    pub all: usize,
    /// What never happened, in the order of the text.
    pub missing: Vec<Branch>,
}

/// The coverage of a workflow by the tickets that scenarios led through it.
pub fn coverage<'s>(program: &Program, scenes: impl Iterator<Item = &'s Scene> + Clone) -> Coverage {
    let mut coverage = Coverage::default();
    let mut places = BTreeSet::new();
    for call in program.places() {
        let Some(spec) = spec_of(call) else { continue };
        let key = (call.place.source.clone(), call.place.line, call.place.column);
        if !places.insert(key) {
            continue;
        }
        let rows = || scenes.clone().flat_map(|scene| &scene.rows).filter(|row| row.place == call.place);
        let mut branch = |taken: bool, never: String| match taken {
            true => coverage.taken += 1,
            false => coverage.missing.push(Branch { place: call.place.clone(), what: what(spec, call), never }),
        };
        let reached = rows().next().is_some();
        let answered = !spec.good.is_empty() && !spec.bad.is_empty() && may_go_wrong(spec, call);
        coverage.all += if answered { 2 } else { 1 };
        if !answered || !reached {
            branch(reached, "reached".to_owned());
            continue;
        }
        branch(rows().any(|row| row.state == RowState::Done && !is_bad(spec, row)), spec.good.join(" or "));
        branch(rows().any(|row| is_bad(spec, row)), spec.bad.join(" or "));
    }
    coverage.missing.sort_by_key(|branch| (branch.place.line, branch.place.column));
    coverage
}

/// A wait goes wrong only where it says what is too late; a ticket that is not
/// waited for is opened, and that is all; what can only expire does not where
/// silence ends nothing.
fn may_go_wrong(spec: &Spec, call: &CallSite) -> bool {
    let fields = match call.args.last().map(|arg| &arg.shape) {
        Some(Shape::Map(fields)) => fields.as_slice(),
        _ => &[],
    };
    let said = |name: &str| fields.iter().find(|(key, ..)| key == name).map(|(.., arg)| arg.literal());
    match (call.name.as_str(), &call.module) {
        ("wait", None) => said("latest").is_some(),
        ("open_ticket", None) => said("wait") != Some(Some(&Value::Bool(false))),
        _ if spec.bad == ["expired"] => {
            let silence = said("on_timeout").flatten().and_then(Value::text);
            silence.is_none_or(|silence| !["escalate", "remind"].contains(&silence))
        }
        _ => true,
    }
}

fn is_bad(spec: &Spec, row: &Row) -> bool {
    row.state == RowState::Failed || row.state == RowState::Done && spec.bad.contains(&row.outcome.as_str())
}

fn spec_of(call: &CallSite) -> Option<&'static Spec> {
    let spec = match call.module {
        Some(_) => spec::words().iter().copied().find(|spec| spec.name.contains("::")),
        None => spec::find(&call.name),
    };
    spec.filter(|spec| spec.kind.is_some())
}

fn what(spec: &Spec, call: &CallSite) -> String {
    let word = match &call.module {
        Some(module) => format!("{module}::{}", call.name),
        None => spec.name.to_owned(),
    };
    match call.args.first().and_then(|arg| arg.literal()) {
        Some(Value::Text(name)) if spec.kind != Some(RowKind::End) => format!("{word} \"{name}\""),
        _ => word,
    }
}
