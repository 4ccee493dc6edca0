//! `task`: a piece of work with an end.

use super::{keep, name, options, who};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Named, Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

/// What a failure does, for every step that can fail.
pub(super) const ON_FAIL: Opt = Opt {
    name: "on_fail",
    ty: Ty::Choice(&["ask_owner", "end", "go_on"]),
    default: "policy",
    doc: "What a failure does: the owner decides, it is raised, or it is a result with `ok == false`.",
};

/// How one of a group is chosen.
pub(super) const BY: Opt = Opt {
    name: "by",
    ty: Ty::Choice(&["round_robin", "least_loaded", "skills"]),
    default: "",
    doc: "How one of the group is chosen; without, whoever takes it.",
};

/// Who is asked next when time is over.
pub(super) const ESCALATE_TO: Opt = Opt {
    name: "escalate_to",
    ty: Ty::Who,
    default: "",
    doc: "Who is asked next, level by level, when its time is over.",
};

const OPTIONS: &[Opt] = &[
    Opt { name: "form", ty: Ty::Name(Named::Form), default: "", doc: "The form that is filled in with the result." },
    Opt { name: "checklist", ty: Ty::Texts, default: "", doc: "Points to be ticked off." },
    Opt { name: "optional", ty: Ty::Bool, default: "false", doc: "Whether it may be skipped." },
    BY,
    ESCALATE_TO,
    ON_FAIL,
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Gives somebody a piece of work and waits until it is done. What is filled in with the result is in the \
          result's fields.",
    example: r#"task("Hand over", group("field-support"), #{ about: "LT-17", within: "2wd" });"#,
    kind: Some(RowKind::Task),
    arity: (2, 3),
    params: &[Param::Name, Param::Who],
    options_at: &[2],
    options: OPTIONS,
    common: true,
    good: &["done", "skipped"],
    bad: &["failed", "expired"],
    result: &[("name", "The task's name."), ("…", "The fields of its form.")],
    hints: &[Hint::Text, Hint::Object, Hint::Map],
    ..Spec::new("task", "task(name, who, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let name = name(&SPEC, call)?;
    runner.step(call, RowKind::Task, name, |call| {
        let mut arguments = Arguments { who: who(&SPEC, call, 1)?, ..Arguments::default() };
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
