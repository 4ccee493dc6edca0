//! A run as the desk asks for it and gets it back: what goes in, what comes out.
//! How a script is taken through its journal is in `runner`.

use super::answer::StepError;
use super::fields::Fields;
use super::program::Program;
use super::runner::Runner;
use crate::model::catalog::Meaning;
use crate::model::duration::Span;
use crate::model::ids::StepId;
use crate::model::journal::{Answer, Arguments, JournalRow, Place, RowKind, RowState};
use crate::model::problem::Fault;
use crate::model::ticket::Submission;
use crate::model::time::Time;
use crate::model::who::Who;
use crate::script;
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What the desk knows and a run may ask for. Called only for what is not in
/// the journal yet, so a replay asks nothing.
pub trait Facts: Send + Sync {
    /// A value from outside the submission, to be kept. An error is the author's
    /// mistake (no such policy value, no such field).
    fn read(&self, read: &Read) -> Result<Json, String>;
    /// A new effect takes place: later reads of this run see it. An error is the
    /// author's mistake (no such service level).
    fn effect(&self, draft: &Draft) -> Result<(), String>;
}

/// What is read from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Read {
    /// `policy.NAME`.
    Policy {
        /// Which.
        name: String,
    },
    /// A field of a person or group behind a who: `manager_of(requester).name`.
    Person {
        /// Whose.
        who: Who,
        /// Which.
        field: String,
    },
    /// `ticket.FIELD`, as it is now.
    Ticket {
        /// Which.
        field: String,
    },
    /// Rows of a published list.
    Lookup {
        /// Which list.
        list: String,
        /// The first column of the one row that is wanted.
        key: Option<String>,
    },
    /// Whether a window touches a freeze.
    Freeze {
        /// Its beginning.
        from: Time,
        /// Its end.
        to: Time,
    },
    /// A moment moved by working time.
    Shift {
        /// From.
        at: Time,
        /// By how much.
        span: Span,
        /// Into the past.
        back: bool,
    },
}

/// Everything that a run depends on.
pub struct RunInput {
    /// The version that the ticket is pinned to.
    pub program: Arc<Program>,
    /// The submission of this run.
    pub submission: Arc<Submission>,
    /// Fields that the form's schema declares, so that an absent one reads as
    /// `()` and a misspelt one is a mistake; `None`: any absent field is `()`.
    pub form_fields: Option<Arc<BTreeSet<String>>>,
    /// What the form's texts stand for.
    pub fields: Fields,
    /// What the texts of answers stand for, by the name of their form.
    pub forms: Arc<BTreeMap<String, Arc<Meaning>>>,
    /// `x-catalog.values` of the item.
    pub item_values: Json,
    /// The currency of amounts where script and submission name none.
    pub currency: String,
    /// Rows of this run, in the order of their positions.
    pub journal: Vec<Arc<JournalRow>>,
    /// When this run began.
    pub run_started: Time,
    /// Whether the ticket is being cancelled: new steps fail at once.
    pub cancelling: bool,
    /// What may be asked.
    pub facts: Arc<dyn Facts>,
}

/// A new row, as far as the script decides it. Ids, times, parties and rules are
/// the desk's.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its path.
    pub path: String,
    /// What it is.
    pub kind: RowKind,
    /// Its name.
    pub name: String,
    /// `Open` where it waits; otherwise settled at once.
    pub state: RowState,
    /// What it asks for.
    pub arguments: Arguments,
    /// The value of a read, the result of a join.
    pub answer: Option<Answer>,
    /// Where in the script.
    pub place: Place,
}

/// What came of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// New rows, in the order in which the script reached them.
    pub drafts: Vec<Draft>,
    /// Open rows that nobody will answer any more. Plugin calls are not among
    /// them: one that may have been sent is awaited.
    pub cancelled: Vec<StepId>,
    /// Where the script stands.
    pub verdict: Verdict,
}

/// Where a script stands after a run.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It waits for answers.
    Waiting,
    /// It is at its end.
    Ended(End),
    /// A bad answer that it did not catch: language.md says what becomes of the ticket.
    Failed(StepError),
    /// A mistake of its author, a limit, a divergence: nothing of this run may be written.
    Stuck(Fault),
}

/// How a script ended.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// By which word.
    pub word: EndWord,
    /// The text said with it.
    pub text: String,
    /// The code said with it.
    pub code: Option<String>,
    /// Its other options.
    pub options: Map<String, Json>,
}

/// The words that end a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndWord {
    /// `resolve`.
    Resolve,
    /// `fail`.
    Fail,
    /// `reject`.
    Reject,
    /// `cancel`.
    Cancel,
    /// Its last line: the ticket is left to people.
    Implicit,
}

impl EndWord {
    /// The name in the journal.
    pub fn as_str(self) -> &'static str {
        match self {
            EndWord::Resolve => "resolve",
            EndWord::Fail => "fail",
            EndWord::Reject => "reject",
            EndWord::Cancel => "cancel",
            EndWord::Implicit => "end",
        }
    }
}

/// Runs a script through its journal as far as it gets. Wants a thread with
/// `script::STACK_BYTES` of stack.
pub fn run(input: RunInput) -> Outcome {
    let program = input.program.clone();
    let runner = Arc::new(Runner::new(input));
    let finished = script::run(program.compiled(), runner.clone(), runner.limits());
    runner.conclude(finished)
}
