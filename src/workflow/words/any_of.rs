//! `any_of`: branches of which the first to come to a value decides. The join's
//! row pins the winner; what the others still wait for is cancelled.

use super::branches::{self, Arms, Until};
use crate::model::journal::RowKind;
use crate::script::{Call, Stop, Takes, Value};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use std::collections::BTreeMap;

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Runs branches side by side until one of them comes to a value. The others are given up: their open steps are \
          cancelled, a plugin call that may have been sent is awaited. A branch that ends badly is out; when all are, \
          the first one's error is raised.",
    example: r#"let first = any_of(#{
    paid: || wait_for("billing.paid", "4711"),
    late: || wait("30d"),
});
if first.winner == "late" { fail("Nobody paid"); }"#,
    kind: Some(RowKind::Join),
    arity: (1, 1),
    params: &[Param::Branches],
    result: &[("winner", "The name or number of the branch."), ("value", "Its value.")],
    takes: Takes::Branches,
    ..Spec::new("any_of", "any_of(branches)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let (path, row) = runner.join(call, SPEC.name)?;
    if let Some(row) = row {
        return branches::recorded(runner, row);
    }
    let Arms { arms, as_list, .. } = branches::arms(SPEC.name, runner, call)?;
    if arms.is_empty() {
        return Err(Stop::fault("branch", "any_of: without a branch nothing can win"));
    }
    let mut ran = branches::run_all(runner, call, &path, arms, Until::Value)?;
    if let Some(((n, name), value)) = ran.values.pop_first() {
        let number = i64::try_from(n).unwrap_or(i64::MAX);
        let winner = if as_list { Value::Int(number) } else { Value::Text(name) };
        let result = Value::Map(BTreeMap::from([("winner".to_owned(), winner), ("value".to_owned(), value)]));
        return branches::done(SPEC.name, runner, call, &path, ran.at, &result);
    }
    match ran.error {
        Some(error) if !ran.waits => Err(branches::failed(SPEC.name, runner, call, &path, ran.at, error)?),
        _ => Err(Stop::Suspend),
    }
}
