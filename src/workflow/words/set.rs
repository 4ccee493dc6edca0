//! `set`: fields of the ticket.

use super::{keep, options};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Named, Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[
    Opt { name: "category", ty: Ty::Text, default: "", doc: "The catalog category." },
    Opt { name: "impact", ty: Ty::Name(Named::Impact), default: "", doc: "A row of the priority matrix." },
    Opt { name: "urgency", ty: Ty::Name(Named::Urgency), default: "", doc: "A column of the priority matrix." },
    Opt { name: "location", ty: Ty::Text, default: "", doc: "Where it is wanted." },
    Opt { name: "title", ty: Ty::Text, default: "", doc: "The ticket's title." },
    Opt { name: "tags", ty: Ty::Texts, default: "", doc: "Words to find it by." },
    Opt { name: "services", ty: Ty::Texts, default: "", doc: "The services that it touches." },
    Opt { name: "needed_by", ty: Ty::Time, default: "", doc: "Until when it is needed." },
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Sets fields of the ticket; the priority follows impact and urgency.",
    example: r#"set(#{ impact: "group", urgency: "high", tags: ["printer"] });"#,
    kind: Some(RowKind::Effect),
    arity: (1, 1),
    params: &[Param::Any],
    options_at: &[0],
    options: OPTIONS,
    hints: &[Hint::Map],
    ..Spec::new("set", "set(fields)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| {
        let mut arguments = Arguments::default();
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
