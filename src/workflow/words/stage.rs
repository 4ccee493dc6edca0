//! `stage`: how far the ticket is, in the workflow's own words.

use super::name;
use crate::model::journal::{Arguments, RowKind};
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};
use serde_json::json;

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "Says how far the ticket is, beside its status. The last one said counts.",
    example: r#"stage("Scheduled");"#,
    kind: Some(RowKind::Effect),
    arity: (1, 1),
    params: &[Param::Name],
    hints: &[Hint::Text],
    ..Spec::new("stage", "stage(name)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    runner.effect(call, SPEC.name, |call| {
        let mut arguments = Arguments::default();
        arguments.values.insert("name".to_owned(), json!(name(&SPEC, call)?));
        Ok(arguments)
    })
}
