//! What a correction would mean, as its viewer sees it: which answers hold,
//! which are lost and why, what would be asked next.

use super::headline::Language;
use super::{PersonView, Viewer, WaitView};
use crate::model::ids::StepId;
use crate::model::journal::{JournalRow, RowKind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An answered step of the present run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AnsweredStep {
    /// The step's id.
    pub step: StepId,
    /// What it is.
    pub kind: RowKind,
    /// Its name.
    pub name: String,
    /// Who answered it; of an approval who said yes.
    pub by: Vec<PersonView>,
}

/// An answer that would be lost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LostStep {
    /// Which.
    #[serde(flatten)]
    pub step: AnsweredStep,
    /// Why, in the caller's language.
    pub reason: String,
    /// Fields of the form that were shown and would change.
    pub fields: Vec<String>,
}

/// What a correction would mean. Nothing of it has happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CorrectionView {
    /// The run that would be the ticket's.
    pub run: i32,
    /// Answers that hold.
    pub kept: Vec<AnsweredStep>,
    /// Answers that would be lost.
    pub lost: Vec<LostStep>,
    /// Calls and tickets that the new run has not come to yet: they hold where they are asked for with the same arguments.
    pub undecided: Vec<AnsweredStep>,
    /// What would be open at once.
    pub opens: Vec<WaitView>,
    /// Whether the workflow could not go on.
    pub stuck: bool,
}

/// Why an answer is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// What was shown is another.
    Changed,
    /// The same would be asked with something else that the script computed.
    Asked,
    /// The script would not ask it any more.
    NotAsked,
}

/// Shapes an answered step.
pub fn answered(viewer: &Viewer<'_>, row: &JournalRow, by: &[crate::model::ids::UserId]) -> AnsweredStep {
    let by = by.iter().map(|id| viewer.person(*id)).collect();
    AnsweredStep { step: row.id, kind: row.kind, name: viewer.say(&row.name), by }
}

/// Shapes an answer that is lost.
pub fn lost(viewer: &Viewer<'_>, step: AnsweredStep, why: Why, fields: Vec<String>) -> LostStep {
    let language = Language::of(&viewer.user.language);
    let texts = match why {
        Why::Changed => [
            "what they saw is not what would be asked now",
            "其当时所见与现在所问不同",
            "видели не то, о чём спросят теперь",
        ],
        Why::Asked => {
            ["it would be asked again for something else", "将就另一内容重新询问", "об этом спросят снова, но о другом"]
        }
        Why::NotAsked => ["it would not be asked any more", "将不再询问", "об этом больше не спросят"],
    };
    LostStep { step, reason: language.pick(texts).to_owned(), fields }
}

/// Shapes what would be open.
pub fn opens(viewer: &Viewer<'_>, row: &JournalRow) -> WaitView {
    super::ticket::wait(viewer, row)
}
