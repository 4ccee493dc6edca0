//! `parallel`: branches that go on side by side, joined by a row of their own.
//! Once settled, that row holds the result and its branches never run again.

use super::options;
use crate::model::journal::{JournalRow, Place, RowKind, RowState};
use crate::model::time::Time;
use crate::script::{Branch, Call, Closure, Stop, Takes, Value};
use crate::workflow::answer::StepError;
use crate::workflow::options::{Opt, Ty};
use crate::workflow::records::restore;
use crate::workflow::runner::{Join, Runner};
use crate::workflow::spec::{Param, Spec};
use std::collections::BTreeMap;

const OPTIONS: &[Opt] = &[Opt {
    name: "on_error",
    ty: Ty::Choice(&["cancel", "finish"]),
    default: "cancel",
    doc: "What a bad answer in a branch does: cancel the siblings and be raised, or be raised when all are at their end.",
}];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Runs branches side by side and waits for all of them. A map of branches gives a map of their results, a \
          list gives a list. A branch sees the variables around it but cannot change them.",
    example: r#"let done = parallel(#{
    device:  || asset::reserve(#{ model: "light" }),
    account: || task("Prepare the account", group("service-desk")),
});"#,
    kind: Some(RowKind::Join),
    arity: (1, 2),
    params: &[Param::Branches],
    options_at: &[1],
    options: OPTIONS,
    result: &[("…", "Each branch's value, by its name.")],
    takes: Takes::Branches,
    ..Spec::new("parallel", "parallel(branches, options?)", run)
};

/// Longest name of a branch, in characters.
const NAME_LENGTH: usize = 60;

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let (path, row) = runner.join(call, SPEC.name)?;
    if let Some(row) = row {
        return recorded(runner, row);
    }
    let (names, closures, as_list) = branches(runner, call)?;
    let finish = options(&SPEC, call)?.get("on_error").and_then(Value::text) == Some("finish");
    let ran = run_all(runner, call, &path, names.into_iter().zip(closures), finish)?;
    if let Some((error, place)) = ran.error
        && (!finish || !ran.waits)
    {
        return Err(failed(runner, call, &path, ran.at, error, place)?);
    }
    if ran.waits {
        return Err(Stop::Suspend);
    }
    let result = if as_list { Value::List(ran.values.into_values().collect()) } else { named(ran.values) };
    let value = result.to_exact_json();
    // The script gets what every replay will get.
    let result = Value::from_exact_json(&value, &restore);
    let join = Join { path: &path, name: SPEC.name, at: ran.at, value, failed: false, error: None };
    runner.settle(call, join)?;
    Ok(result)
}

/// A settled join's result, or its error.
fn recorded(runner: &Runner, row: &JournalRow) -> Result<Value, Stop> {
    let value = row.answer.as_ref().map_or(Value::Unit, |answer| Value::from_exact_json(&answer.output, &restore));
    if row.state == RowState::Done {
        return Ok(value);
    }
    let kept =
        row.arguments.values.get("error").and_then(|json| serde_json::from_value::<StepError>(json.clone()).ok());
    Err(match kept {
        Some(error) if error.value() == value => runner.raise(error),
        _ => Stop::Raise(value),
    })
}

/// Branches by name, or by number.
type Branches = (Vec<String>, Vec<Closure>, bool);

fn branches(runner: &Runner, call: &Call<'_>) -> Result<Branches, Stop> {
    let (named, as_list): (Vec<(String, Value)>, bool) = match call.value(0)? {
        Value::Map(map) => (map.into_iter().collect(), false),
        Value::List(list) => (list.into_iter().enumerate().map(|(n, v)| (n.to_string(), v)).collect(), true),
        other => {
            let message = format!("parallel: branches are a map or a list of closures, not {}", other.type_name());
            return Err(Stop::fault("branch", message));
        }
    };
    let limit = runner.limits().branches;
    if named.len() > limit {
        return Err(Stop::fault("limit", format!("parallel: at most {limit} branches")));
    }
    let mut names = Vec::with_capacity(named.len());
    let mut closures = Vec::with_capacity(named.len());
    for (name, value) in named {
        // A branch's name is part of the paths of its steps.
        if name.is_empty() || name.chars().count() > NAME_LENGTH || name.contains(['/', '.']) {
            let message = format!("parallel: \"{name}\" cannot name a branch");
            let hint = format!("at most {NAME_LENGTH} characters, without dots and slashes");
            return Err(Stop::fault_with("branch", message, Some(hint)));
        }
        let Value::Closure(closure) = value else {
            let message = format!("parallel: branch \"{name}\" is no closure");
            return Err(Stop::fault_with("branch", message, Some("write || before it".to_owned())));
        };
        names.push(name);
        closures.push(closure);
    }
    Ok((names, closures, as_list))
}

/// How the branches stand.
struct Ran {
    /// Values in the order of the branches.
    values: BTreeMap<(usize, String), Value>,
    waits: bool,
    /// The first error in the order of the branches.
    error: Option<(Value, Place)>,
    /// When the last of them was settled.
    at: Time,
}

fn run_all(
    runner: &Runner,
    call: &mut Call<'_>,
    path: &str,
    branches: impl Iterator<Item = (String, Closure)>,
    finish: bool,
) -> Result<Ran, Stop> {
    let at = match runner.now() {
        Value::Time(at) => at,
        _ => Time::new(Default::default()),
    };
    let mut ran = Ran { values: BTreeMap::new(), waits: false, error: None, at };
    for (n, (name, closure)) in branches.enumerate() {
        runner.enter(path, &name);
        let branch = call.invoke(&closure, Vec::new());
        ran.at = ran.at.max(runner.leave().unwrap_or(at));
        match branch {
            Branch::Done(value) => {
                ran.values.insert((n, name), value);
            }
            Branch::Suspended => ran.waits = true,
            Branch::Raised(error, place) => {
                ran.error.get_or_insert((error, place));
                if !finish {
                    break;
                }
            }
            Branch::Over => {
                runner.abandon(path);
                return Err(Stop::Suspend);
            }
        }
    }
    Ok(ran)
}

fn named(values: BTreeMap<(usize, String), Value>) -> Value {
    Value::Map(values.into_iter().map(|((_, name), value)| (name, value)).collect())
}

/// Settles the join with its error; the error to raise.
fn failed(runner: &Runner, call: &Call<'_>, path: &str, at: Time, error: Value, place: Place) -> Result<Stop, Stop> {
    let known = runner.raised(&error, &place);
    let value = error.to_exact_json();
    let join = Join { path, name: SPEC.name, at, value, failed: true, error: known.as_ref() };
    runner.settle(call, join)?;
    Ok(match known {
        Some(known) if known.value() == error => runner.raise(known),
        _ => Stop::Raise(error),
    })
}
