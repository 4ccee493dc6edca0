//! `notify`: a message to people.

use super::{map_values, text, who};
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Tells people something. The text is the key of its translations; its varying parts are `{placeholders}` \
          with values.",
    example: r#"notify(requester, "Your {what} is ready", #{ what: "laptop" });"#,
    kind: Some(RowKind::Effect),
    arity: (2, 3),
    params: &[Param::Who, Param::Text],
    hints: &[Hint::Object, Hint::Text, Hint::Map],
    ..Spec::new("notify", "notify(who, text, values?)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| {
        let values = map_values(&SPEC, call.value(2)?, "the third argument")?;
        let text = Some(text(&SPEC, call, 1, "the text")?);
        Ok(Arguments { who: who(&SPEC, call, 0)?, text, values, ..Arguments::default() })
    })
}
