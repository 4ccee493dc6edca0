//! Joins: branches begin and end, and what becomes of what lies below a join
//! once it is settled.

use super::{Frame, Runner};
use crate::model::journal::{Answer, Arguments, JournalRow, RowKind, RowState};
use crate::model::time::Time;
use crate::script::{Call, Stop};
use crate::workflow::answer::StepError;
use crate::workflow::run::Draft;
use serde_json::{Value as Json, json};
use std::sync::Arc;

/// What a join is settled with.
pub(in crate::workflow) struct Join<'a> {
    pub(in crate::workflow) path: &'a str,
    pub(in crate::workflow) name: &'a str,
    pub(in crate::workflow) at: Time,
    /// The result or the error, in JSON that reads back the same.
    pub(in crate::workflow) value: Json,
    pub(in crate::workflow) failed: bool,
    pub(in crate::workflow) error: Option<&'a StepError>,
}

impl Runner {
    /// The path of a join, and its row once it is settled.
    pub(in crate::workflow) fn join(&self, call: &Call<'_>, name: &str) -> Result<(String, Option<&JournalRow>), Stop> {
        let row = self.next();
        let path = self.path_here();
        if let Some(row) = row {
            Self::identity(row, RowKind::Join, name, call.position())?;
            self.state().reached.pin(&path);
            let at = row.arguments.values.get("at").and_then(Json::as_str).and_then(Time::parse);
            self.pass(at);
        }
        Ok((path, row.map(Arc::as_ref)))
    }
    /// A branch begins; its steps are `JOIN/BRANCH.N`.
    pub(in crate::workflow) fn enter(&self, join: &str, branch: &str) {
        let mut state = self.state();
        let now = state.frames.last().map_or_else(|| Time::new(Default::default()), |frame| frame.now);
        state.frames.push(Frame::new(format!("{join}/{branch}."), now));
    }
    /// A branch ends; says when its last step was settled.
    pub(in crate::workflow) fn leave(&self) -> Option<Time> {
        self.state().frames.pop().map(|frame| frame.now)
    }
    /// A join that nobody looks into any more, because the script ended within it.
    pub(in crate::workflow) fn abandon(&self, join: &str) {
        self.state().reached.pin(join);
    }
    /// A join is settled: with its result, or with the error that it raises.
    pub(in crate::workflow) fn settle(&self, call: &Call<'_>, join: Join<'_>) -> Result<(), Stop> {
        let mut arguments = Arguments::default();
        arguments.values.insert("at".to_owned(), json!(join.at));
        if let Some(error) = join.error {
            arguments.values.insert("error".to_owned(), serde_json::to_value(error).unwrap_or_default());
        }
        let answer = Answer {
            outcome: join.error.map_or_else(String::new, |error| error.kind.clone()),
            output: join.value,
            ..Answer::default()
        };
        let state = if join.failed { RowState::Failed } else { RowState::Done };
        let draft = Draft {
            path: join.path.to_owned(),
            kind: RowKind::Join,
            name: join.name.to_owned(),
            state,
            arguments,
            answer: Some(answer),
            place: call.place(),
        };
        self.cut(join.path);
        self.draft(draft)?;
        self.pass(Some(join.at));
        Ok(())
    }

    /// Below a settled join nothing waits any more. Rows opened in this very run
    /// are dropped, older ones cancelled; plugin calls that may be on their way are awaited.
    fn cut(&self, join: &str) {
        let below = format!("{join}/");
        let mut state = self.state();
        state.drafts.retain(|draft| draft.state != RowState::Open || !draft.path.starts_with(&below));
        self.give_up(&mut state, |path| path.starts_with(&below));
        state.reached.pin(join);
    }
}
