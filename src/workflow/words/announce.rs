//! `announce`: what all should know of.

use super::{keep, options, text};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[
    Opt { name: "services", ty: Ty::Texts, default: "", doc: "The services that it is about." },
    Opt { name: "start", ty: Ty::Time, default: "at once", doc: "From when on." },
    Opt { name: "end", ty: Ty::Time, default: "", doc: "Until when." },
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Announces something: a maintenance, an outage. It is in the ticket's log, for everybody who sees the ticket.",
    example: r#"announce("Mail is moved to new servers", #{ services: ["mail"] });"#,
    kind: Some(RowKind::Effect),
    arity: (1, 2),
    params: &[Param::Text],
    options_at: &[1],
    options: OPTIONS,
    hints: &[Hint::Text, Hint::Map],
    ..Spec::new("announce", "announce(text, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| {
        let mut arguments = Arguments { text: Some(text(&SPEC, call, 0, "the text")?), ..Arguments::default() };
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
