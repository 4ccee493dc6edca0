//! `resolve`: the end of a script that did what was asked.

use super::end;
use crate::model::journal::RowKind;
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Named, Opt, Ty};
use crate::workflow::run::EndWord;
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[
    Opt { name: "confirm", ty: Ty::Bool, default: "true", doc: "Whether the requester is asked to confirm." },
    Opt {
        name: "knowledge",
        ty: Ty::Choice(&["create", "update", "exists", "none"]),
        default: "policy",
        doc: "The knowledge decision.",
    },
    Opt {
        name: "code",
        ty: Ty::Name(Named::ClosureReason),
        default: "",
        doc: "A closure reason of the policy; one that was chosen with the last work counts before it.",
    },
];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Ends the script: the ticket is resolved with this text and closes as succeeded.",
    example: r#"resolve("Delivered LT-17", #{ confirm: false });"#,
    kind: Some(RowKind::End),
    arity: (1, 2),
    params: &[Param::Text],
    options_at: &[1],
    options: OPTIONS,
    hints: &[Hint::Text, Hint::Map],
    ..Spec::new("resolve", "resolve(text, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    end(&SPEC, EndWord::Resolve, runner, call)
}
