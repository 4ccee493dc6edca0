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
    Opt {
        name: "window",
        ty: Ty::Window,
        default: "",
        doc: "Of a change: when it is done. People correct it in the form.",
    },
    Opt {
        name: "risk",
        ty: Ty::Choice(&["low", "medium", "high"]),
        default: "",
        doc: "Of a change: how much may go wrong.",
    },
    Opt { name: "plan", ty: Ty::Prose, default: "", doc: "Of a change: how it is done." },
    Opt { name: "back_out", ty: Ty::Prose, default: "", doc: "Of a change: how it is taken back." },
    Opt { name: "cis", ty: Ty::Texts, default: "", doc: "Of a change: the configuration items that it touches." },
    Opt {
        name: "freeze_reason",
        ty: Ty::Text,
        default: "",
        doc: "Of a change: why it is done though changes rest then.",
    },
    Opt { name: "service", ty: Ty::Text, default: "", doc: "Of an incident: the service that it hits." },
    Opt { name: "ci", ty: Ty::Text, default: "", doc: "Of an incident: the configuration item that is broken." },
    Opt { name: "known", ty: Ty::Bool, default: "", doc: "Of an incident: whether all are shown that it is known." },
    Opt { name: "root_cause", ty: Ty::Prose, default: "", doc: "Of a problem: why incidents come of it." },
    Opt {
        name: "known_error",
        ty: Ty::Bool,
        default: "",
        doc: "Of a problem: whether all are shown it as a known error.",
    },
    Opt { name: "workaround", ty: Ty::Prose, default: "", doc: "Of an incident or a problem: what helps meanwhile." },
    Opt {
        name: "public_title",
        ty: Ty::Text,
        default: "",
        doc: "Of an incident or a problem: what it is called where all are shown it.",
    },
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Sets fields of the ticket, and what only its kind has; the priority follows impact and urgency.",
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
