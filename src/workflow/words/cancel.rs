//! `cancel`: the end of a script whose request is no longer wanted.

use super::end;
use crate::model::journal::RowKind;
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::run::EndWord;
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Ends the script: the ticket closes at once as cancelled by its user.",
    example: r#"cancel("Ordered twice");"#,
    kind: Some(RowKind::End),
    arity: (1, 1),
    params: &[Param::Text],
    hints: &[Hint::Text],
    ..Spec::new("cancel", "cancel(text)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    end(&SPEC, EndWord::Cancel, runner, call)
}
