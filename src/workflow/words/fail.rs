//! `fail`: the end of a script that could not do what was asked.

use super::end;
use crate::model::journal::RowKind;
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Named, Opt, Ty};
use crate::workflow::run::EndWord;
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[Opt {
    name: "code",
    ty: Ty::Name(Named::ClosureReason),
    default: "",
    doc: "A closure reason of the policy; one that was chosen with the last work counts before it.",
}];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Ends the script: the ticket is resolved with this text and closes as failed.",
    example: r#"fail("The vendor no longer makes it");"#,
    kind: Some(RowKind::End),
    arity: (1, 2),
    params: &[Param::Text],
    options_at: &[1],
    options: OPTIONS,
    hints: &[Hint::Text, Hint::Map],
    ..Spec::new("fail", "fail(text, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    end(&SPEC, EndWord::Fail, runner, call)
}
