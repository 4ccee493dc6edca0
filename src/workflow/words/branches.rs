//! What the joins have in common: reading branches, running them, keeping what
//! came of them.

use crate::model::journal::{JournalRow, Place, RowState};
use crate::model::time::Time;
use crate::script::{Branch, Call, Closure, Host, Object, Stop, Unknown, Value};
use crate::workflow::answer::StepError;
use crate::workflow::options::{Opt, Ty};
use crate::workflow::records::restore;
use crate::workflow::runner::{Join, Runner};
use std::collections::BTreeMap;

/// What a bad answer in a branch does.
pub(super) const ON_ERROR: Opt = Opt {
    name: "on_error",
    ty: Ty::Choice(&["cancel", "finish"]),
    default: "cancel",
    doc: "What a bad answer in a branch does: cancel the siblings and be raised, or be raised when all are at their end.",
};

/// Longest name of a branch, in characters.
const NAME_LENGTH: usize = 60;

/// One branch: its name, its closure, and what it is called with.
pub(super) struct Arm {
    pub(super) name: String,
    closure: Closure,
    args: Vec<Value>,
}

/// Branches, by name or by number.
pub(super) struct Arms {
    pub(super) arms: Vec<Arm>,
    pub(super) as_list: bool,
    /// The list, where nobody knows yet how long it is.
    pub(super) of: Option<Unknown>,
}

/// A settled join's result, or its error.
pub(super) fn recorded(runner: &Runner, row: &JournalRow) -> Result<Value, Stop> {
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

/// `#{ name: || …, other: || … }` or `[|| …, || …]`.
pub(super) fn arms(word: &str, runner: &Runner, call: &Call<'_>) -> Result<Arms, Stop> {
    let (named, as_list): (Vec<(String, Value)>, bool) = match call.value(0)? {
        Value::Map(map) => (map.into_iter().collect(), false),
        Value::List(list) => (list.into_iter().enumerate().map(|(n, v)| (n.to_string(), v)).collect(), true),
        other => {
            let message = format!("{word}: branches are a map or a list of closures, not {}", other.type_name());
            return Err(Stop::fault("branch", message));
        }
    };
    not_too_many(word, runner, named.len())?;
    let mut arms = Vec::with_capacity(named.len());
    for (name, value) in named {
        // A branch's name is part of the paths of its steps.
        if name.is_empty() || name.chars().count() > NAME_LENGTH || name.contains(['/', '.']) {
            let message = format!("{word}: \"{name}\" cannot name a branch");
            let hint = format!("at most {NAME_LENGTH} characters, without dots and slashes");
            return Err(Stop::fault_with("branch", message, Some(hint)));
        }
        let Value::Closure(closure) = value else {
            let message = format!("{word}: branch \"{name}\" is no closure");
            return Err(Stop::fault_with("branch", message, Some("write || before it".to_owned())));
        };
        arms.push(Arm { name, closure, args: Vec::new() });
    }
    Ok(Arms { arms, as_list, of: None })
}

/// One closure for each item of a list: the branches are numbered.
pub(super) fn each(word: &str, runner: &Runner, call: &Call<'_>) -> Result<Arms, Stop> {
    let of = call.unknown(0);
    let some = |of: &Unknown| !of.lacking || runner.decide(&format!("{} has entries", of.label));
    let items = match call.value(0)? {
        Value::List(_) if !of.as_ref().is_none_or(some) => Vec::new(),
        Value::List(items) => items_as_they_are(items, of.as_ref()),
        // An absent list of a form is an empty one.
        Value::Unit => Vec::new(),
        other => {
            let message = format!("{word}: a list is gone through, not {}", other.type_name());
            return Err(Stop::fault("arguments", message));
        }
    };
    not_too_many(word, runner, items.len())?;
    let Value::Closure(closure) = call.value(1)? else {
        let message = format!("{word} takes a closure as its second argument");
        return Err(Stop::fault_with("branch", message, Some("write |x| …".to_owned())));
    };
    let arm = |(n, item): (usize, Value)| Arm { name: n.to_string(), closure: closure.clone(), args: vec![item] };
    Ok(Arms { arms: items.into_iter().enumerate().map(arm).collect(), as_list: true, of })
}

/// Items go into branches as the script holds them, unknown ones too.
fn items_as_they_are(known: Vec<Value>, of: Option<&Unknown>) -> Vec<Value> {
    match of.map(|of| &of.sample) {
        Some(Value::List(items)) => items.clone(),
        _ => known,
    }
}

fn not_too_many(word: &str, runner: &Runner, count: usize) -> Result<(), Stop> {
    let limit = runner.limits().branches;
    if count > limit {
        return Err(Stop::fault("limit", format!("{word}: at most {limit} branches")));
    }
    Ok(())
}

/// How the branches stand.
pub(super) struct Ran {
    /// Values in the order of the branches.
    pub(super) values: BTreeMap<(usize, String), Value>,
    pub(super) waits: bool,
    /// The first error in the order of the branches.
    pub(super) error: Option<(Value, Place)>,
    /// When the last of them was settled.
    pub(super) at: Time,
}

/// When running branches is over before the last of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    /// All are run, whatever comes of them.
    Last,
    /// The first error ends it.
    Error,
    /// The first value ends it.
    Value,
}

/// Runs branches one after the other, each as far as it gets.
pub(super) fn run_all(
    runner: &Runner,
    call: &mut Call<'_>,
    path: &str,
    arms: Vec<Arm>,
    until: Until,
) -> Result<Ran, Stop> {
    let at = match runner.now() {
        Value::Time(at) => at,
        _ => Time::new(Default::default()),
    };
    let mut ran = Ran { values: BTreeMap::new(), waits: false, error: None, at };
    for (n, Arm { name, closure, args }) in arms.into_iter().enumerate() {
        runner.enter(path, &name);
        let branch = call.invoke(&closure, args);
        let left = runner.leave().unwrap_or(at);
        match branch {
            Branch::Done(value) => {
                ran.at = if until == Until::Value { left } else { ran.at.max(left) };
                ran.values.insert((n, name), value);
                if until == Until::Value {
                    break;
                }
            }
            Branch::Suspended => ran.waits = true,
            Branch::Raised(error, place) => {
                ran.at = ran.at.max(left);
                ran.error.get_or_insert((error, place));
                if until == Until::Error {
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

/// Settles the join with its result; the script gets what every replay will get.
pub(super) fn done(
    word: &str,
    runner: &Runner,
    call: &Call<'_>,
    path: &str,
    at: Time,
    result: &Value,
) -> Result<Value, Stop> {
    let value = result.to_exact_json();
    let result = Value::from_exact_json(&value, &restore);
    runner.settle(call, Join { path, name: word, at, value, failed: false, error: None })?;
    Ok(result)
}

/// Settles the join with its error; the error to raise.
pub(super) fn failed(
    word: &str,
    runner: &Runner,
    call: &Call<'_>,
    path: &str,
    at: Time,
    (error, place): (Value, Place),
) -> Result<Stop, Stop> {
    let known = runner.raised(&error, &place);
    let value = error.to_exact_json();
    runner.settle(call, Join { path, name: word, at, value, failed: true, error: known.as_ref() })?;
    Ok(match known {
        Some(known) if known.value() == error => runner.raise(known),
        _ => Stop::Raise(error),
    })
}

/// What waits for all branches: `parallel` and `for_all`.
pub(super) fn all(
    word: &str,
    runner: &Runner,
    call: &mut Call<'_>,
    path: &str,
    Arms { arms, as_list, of }: Arms,
    finish: bool,
) -> Result<Value, Stop> {
    let ran = run_all(runner, call, path, arms, if finish { Until::Last } else { Until::Error })?;
    match ran.error {
        Some(error) if !finish || !ran.waits => Err(failed(word, runner, call, path, ran.at, error)?),
        _ if ran.waits => Err(Stop::Suspend),
        _ => {
            let values = ran.values.into_iter();
            let result = if as_list {
                let list = Value::List(values.map(|(_, value)| value).collect());
                match of {
                    Some(of) => {
                        let label = format!("{word}({})", of.label);
                        Value::Object(Object::new(Unknown { label, sample: list, lacking: of.lacking }))
                    }
                    None => list,
                }
            } else {
                Value::Map(values.map(|((_, name), value)| (name, value)).collect())
            };
            done(word, runner, call, path, ran.at, &result)
        }
    }
}
