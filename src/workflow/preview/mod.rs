//! Preview: the real script, run with supposed answers, as often as it takes to
//! see every outcome of every step once and both ways of every condition on
//! what is not known yet. That is linear where all paths would be exponential;
//! a place that only rare answers together reach is looked for where the form is
//! not known, and named as not reached where some hundred runs do not find it.
//!
//! Here are the exploration, the guesses and the graph. The tickets that are
//! led through it are the desk's, behind `Stage` and `Run`.

pub mod draw;
mod explore;
mod graph;
mod guess;
mod sample;

#[cfg(test)]
mod tests;

pub use explore::explore;
pub use graph::{Edge, Graph, Node, NodeKind, Unreached};
pub(super) use guess::UnknownPerson;
pub use sample::{There, form as sample_form};

use super::oracle::Oracle;
use super::program::Program;
use crate::model::ids::StepId;
use crate::model::journal::{JournalRow, RowState};
use serde_json::Value as Json;
use std::sync::Arc;

/// Where runs begin.
pub trait Stage {
    /// One ticket on its way.
    type Run: Run;
    /// Submits the request anew, under an oracle.
    ///
    /// # Errors
    /// Why there is no ticket, in words.
    fn begin(&self, oracle: Arc<dyn Oracle>) -> Result<Self::Run, String>;
    /// The form's schema, where the form itself is not known.
    fn unknown_form(&self) -> Option<Json>;
    /// The script, where all of it is to be reached: the form is not known.
    fn whole(&self) -> Option<&Program>;
}

/// One ticket on its way through a workflow.
pub trait Run {
    /// Its rows, in the order of opening.
    fn rows(&self) -> &[JournalRow];
    /// What an open step may come to, the usual first.
    fn outcomes(&self, row: &JournalRow) -> Vec<Outcome>;
    /// The schema of what its answer holds; `None` where it holds nothing.
    fn answer_holds(&self, row: &JournalRow) -> Holds;
    /// Settles a step with a supposed answer, and runs the script on.
    ///
    /// # Errors
    /// Why that is not possible, in words.
    fn suppose(&mut self, step: StepId, outcome: &Outcome, output: Json) -> Result<(), String>;
    /// How it ended; `None` where it goes on or waits.
    fn ending(&self) -> Option<Ending>;
    /// Whom a step asks, and by when, for the graph.
    fn told(&self, row: &JournalRow) -> Told;
}

/// One outcome of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its name: `approved`.
    pub name: String,
    /// What the step's row becomes.
    pub state: RowState,
}

/// What an answer holds beside what all answers have.
#[derive(Clone, Debug, PartialEq)]
pub enum Holds {
    /// Nothing.
    Nothing,
    /// What this JSON Schema says.
    Schema(Json),
    /// Nobody can say.
    Anything,
}

/// How a ticket ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The closure code; `None` where the ticket is left to people.
    pub code: Option<String>,
    /// What was said with it.
    pub text: String,
    /// Why the preview cannot see further.
    pub unclear: Option<String>,
}

/// What the graph says of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Whom it asks, in words.
    pub asks: Vec<String>,
    /// How long they have: `2wd`.
    pub due_in: Option<String>,
    /// What silence does.
    pub on_timeout: Option<String>,
}
