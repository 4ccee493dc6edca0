//! `handle`: the work on the ticket itself, as far as a person does it.

use super::task::{BY, ESCALATE_TO};
use super::{keep, name, options, who_value};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Named, Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[
    ESCALATE_TO,
    BY,
    Opt { name: "form", ty: Ty::Name(Named::Form), default: "", doc: "What is filled in beside the resolution." },
    Opt {
        name: "on_fail",
        ty: Ty::Choice(&["end", "go_on"]),
        default: "end",
        doc: "Whether a failure is raised, or is a result with `ok == false`.",
    },
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Gives the ticket to whoever is to do the work, and waits until they report the result; without a who it \
          stays where it lies. Resolving the ticket by hand answers it. A script without an end word resolves with \
          the resolution of its last `handle`.",
    example: r#"let fix = handle("Restore the service", group("service-desk"), #{ within: "2wh", on_timeout: "escalate",
    escalate_to: [group("line-2"), group("line-3")] });
if fix.workaround { task("Look for the cause", group("line-2")); }
resolve(fix.resolution);"#,
    kind: Some(RowKind::Work),
    arity: (1, 3),
    params: &[Param::Name, Param::Who],
    options_at: &[1, 2],
    options: OPTIONS,
    common: true,
    good: &["done"],
    bad: &["failed", "expired"],
    result: &[
        ("resolution", "What was done."),
        ("workaround", "Whether the cause is still there."),
        ("code", "The closure reason that was chosen."),
        ("group", "The group that did it, by name."),
        ("minutes", "Time spent."),
        ("cost", "What it cost."),
        ("…", "The fields of its form."),
    ],
    hints: &[Hint::Text, Hint::Object, Hint::Map],
    ..Spec::new("handle", "handle(name, who?, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let name = name(&SPEC, call)?;
    runner.step(call, RowKind::Work, name, |call| {
        let mut arguments = Arguments::default();
        match call.value(1)? {
            Value::Unit => {}
            Value::Map(_) if call.len() == 2 => {}
            value => arguments.who = who_value(&SPEC, &value)?,
        }
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
