//! `assign`: in whose queue the ticket lies.

use super::{keep, options, who_value};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[Opt {
    name: "by",
    ty: Ty::Choice(&["round_robin", "least_loaded", "skills"]),
    default: "",
    doc: "How one of the group is chosen; without, whoever takes it.",
}];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Puts the ticket into somebody's queue; without a who, the policy's intake says whose.",
    example: r#"assign(group("service-desk"), #{ by: "least_loaded" });"#,
    kind: Some(RowKind::Effect),
    arity: (0, 2),
    params: &[Param::OneWho],
    options_at: &[0, 1],
    options: OPTIONS,
    hints: &[Hint::Object, Hint::Map],
    ..Spec::new("assign", "assign(who?, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| {
        let mut arguments = Arguments::default();
        match call.value(0)? {
            Value::Unit => {}
            Value::Map(_) if call.len() == 1 => {}
            value => arguments.who = who_value(&SPEC, &value)?,
        }
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
