//! `changed`: what a new version of a workflow does otherwise, for tickets that
//! are not past that place.

use super::text;
use crate::model::journal::RowKind;
use crate::script::{Call, Hint, Stop, Value};
use crate::workflow::runner::Runner;
use crate::workflow::spec::{Param, Spec};

/// The word.
pub(in crate::workflow) static SPEC: Spec = Spec {
    doc: "True for tickets that had not passed this place when the script was changed, and for all new ones; false for \
          those that had. So a script may change under running tickets. Which it was is kept.",
    example: r#"if changed("ask security") { approval("Security", group("security")); }"#,
    kind: Some(RowKind::Patch),
    arity: (1, 1),
    params: &[Param::Name],
    hints: &[Hint::Text],
    ..Spec::new("changed", "changed(id)", run)
};

fn run(runner: &Runner, call: &mut Call<'_>) -> Result<Value, Stop> {
    let id = text(&SPEC, call, 0, "the id")?;
    let fits = !id.trim().is_empty() && id.chars().count() <= 60 && !id.contains(['/', '.']);
    if !fits {
        let hint = "at most 60 characters, without dots and slashes".to_owned();
        return Err(Stop::fault_with("arguments", format!("changed: \"{id}\" is no id"), Some(hint)));
    }
    runner.patch(call, id).map(Value::Bool)
}
