//! `reject`: the end of a script whose request is turned down.

use super::end;
use crate::model::journal::RowKind;
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Named, Opt, Ty};
use crate::workflow::run::EndWord;
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[Opt {
    name: "code",
    ty: Ty::Name(Named::RejectionCode),
    default: "compulsory",
    doc: "A rejection code of the policy.",
}];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Ends the script: the ticket closes at once as not approved, and the requester is told why.",
    example: r#"reject("There is a cheaper one", #{ code: "alternative" });"#,
    kind: Some(RowKind::End),
    arity: (1, 2),
    params: &[Param::Text],
    options_at: &[1],
    options: OPTIONS,
    hints: &[Hint::Text, Hint::Map],
    ..Spec::new("reject", "reject(text, options)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    end(&SPEC, EndWord::Reject, runner, call)
}
