//! `ask`: a question to somebody.

use super::{keep, name, options, who};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::options::{Named, Opt, Ty};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

const OPTIONS: &[Opt] = &[Opt {
    name: "form",
    ty: Ty::Name(Named::Form),
    default: "one text field, `answer`",
    doc: "The form that is filled in.",
}];

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Asks somebody a question and waits for the answer. Without a form the answer is one text: the result's \
          `answer`.",
    example: r#"let colour = ask("Which colour?", requester, #{ within: "2wd", on_timeout: "go_on" });"#,
    kind: Some(RowKind::Question),
    arity: (2, 3),
    params: &[Param::Name, Param::Who],
    options_at: &[2],
    options: OPTIONS,
    common: true,
    good: &["answered"],
    bad: &["expired"],
    result: &[("answer", "The text, where no form is asked for."), ("…", "The fields of the form.")],
    hints: &[Hint::Text, Hint::Object, Hint::Map],
    ..Spec::new("ask", "ask(name, who, options?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let name = name(&SPEC, call)?;
    runner.step(call, RowKind::Question, name, |call| {
        let mut arguments = Arguments { who: who(&SPEC, call, 1)?, ..Arguments::default() };
        keep(runner, &mut arguments, options(&SPEC, call)?)?;
        Ok(arguments)
    })
}
