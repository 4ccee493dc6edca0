//! Scenarios: tests of workflows, in `workflows/tests/NAME.rhai`. Each function
//! `test_…` starts tickets, says what people, neighbours and the clock do, and
//! what is to be seen then.
//!
//! Here are the words of scenarios and what a failure says. What a ticket does
//! is the desk's own decision, behind the traits `Desk` and `Ticket`: so a
//! scenario proves what the desk will really do. Pure: the clock is the desk's,
//! and a virtual one.

mod acts;
mod asked;
mod coverage;
mod looks;
mod play;
mod words;
pub mod write;

#[cfg(test)]
mod tests;

pub use coverage::{Branch, Coverage, coverage};
pub use words::{METHODS, Method, START};

use crate::model::ids::StepId;
use crate::model::journal::{Place, RowKind, RowState};
use crate::model::problem::Fault;
use crate::model::text::did_you_mean;
use crate::model::ticket::ClosureCode;
use crate::model::time::Time;
use crate::script::{self, Compiled, Finished, Limits, Shape, Sources, Value};
use serde_json::{Map, Value as Json};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

/// Where scenarios lie in the content folder.
const FOLDER: &str = "workflows/tests/";
/// What the functions begin with that are scenarios.
const PREFIX: &str = "test_";
/// How long one scenario may run.
pub const LONGEST: Duration = Duration::from_secs(20);
/// The stack that a thread needs to run scenarios: the workflow runs within the
/// scenario's own script.
pub const STACK_BYTES: usize = 2 * script::STACK_BYTES;

/// The desk that a scenario's tickets are carried by.
pub trait Desk: Send + Sync + 'static {
    /// Submits a request.
    ///
    /// # Errors
    /// The desk's refusal, in words.
    fn submit(&self, wish: Start) -> Result<Arc<dyn Ticket>, String>;
}

/// One ticket of a scenario.
pub trait Ticket: Send + Sync + 'static {
    /// How it stands.
    fn look(&self) -> Scene;
    /// Lets something happen to it.
    ///
    /// # Errors
    /// The desk's refusal, in words.
    fn act(&self, deed: Deed) -> Result<(), String>;
}

/// A request as a scenario submits it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Start {
    /// The catalog item.
    pub item: String,
    /// The filled form.
    pub form: Map<String, Json>,
    /// Who submits it; the desk has somebody where nobody is named.
    pub by: Option<String>,
    /// For whom.
    pub requested_for: Option<String>,
    /// Source channel.
    pub channel: Option<String>,
    /// Location.
    pub location: Option<String>,
    /// Row of the priority matrix.
    pub impact: Option<String>,
    /// Column of the priority matrix.
    pub urgency: Option<String>,
    /// When; the desk has a moment where none is said.
    pub at: Option<Time>,
}

/// What happens to a ticket.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// A step is answered; by all who are asked, one after the other until it is
    /// settled, where nobody is named.
    Answer {
        /// Which.
        step: StepId,
        /// By whom.
        by: Option<String>,
        /// One of the step's outcomes.
        outcome: String,
        /// What is said with it.
        comment: Option<String>,
        /// Rejection code.
        code: Option<String>,
        /// What is filled in.
        output: Option<Json>,
    },
    /// A plugin answers its call.
    Reply {
        /// Which call.
        step: StepId,
        /// Its output.
        output: Json,
    },
    /// A plugin refuses its call.
    Refuse {
        /// Which call.
        step: StepId,
        /// Its code.
        code: String,
        /// In words.
        message: String,
    },
    /// The ticket that a step has opened ends.
    Ends {
        /// Which step.
        step: StepId,
        /// How it closes.
        code: ClosureCode,
        /// What is said with it.
        said: Option<String>,
    },
    /// Time goes by: a span, or until a moment. Timers fire on the way.
    Pass(Until),
    /// An agent takes the ticket.
    Accept {
        /// Who.
        by: String,
    },
    /// It is no longer wanted.
    Cancel {
        /// Who says so.
        by: Option<String>,
    },
}

/// How far the clock goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Until {
    /// By a span of the ticket's calendar.
    Span(crate::model::duration::Span),
    /// To a moment.
    Time(Time),
}

/// How a ticket stands.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// The workflow that carries it.
    pub workflow: String,
    /// The ticket as the API shows it to staff.
    pub ticket: Json,
    /// The status in a word, for messages.
    pub status: String,
    /// The closure code, decided already when it is resolved.
    pub closure_code: Option<String>,
    /// What was said at its end.
    pub ending: String,
    /// Why the script cannot go on.
    pub fault: Option<Fault>,
    /// All rows of the journal, in the order of opening.
    pub rows: Vec<Row>,
    /// Messages to people: username and text with its values put in.
    pub notices: Vec<(String, String)>,
}

/// A row of the journal as a scenario sees it.
#[derive(Clone, Debug)]
pub struct Row {
    /// Id.
    pub id: StepId,
    /// Kind.
    pub kind: RowKind,
    /// Name.
    pub name: String,
    /// Its varying part.
    pub about: Option<String>,
    /// Where it stands.
    pub state: RowState,
    /// What it came to.
    pub outcome: String,
    /// Where in the script.
    pub place: Place,
    /// Usernames of all who may answer now.
    pub asked: BTreeSet<String>,
    /// Due at.
    pub due_at: Option<Time>,
    /// What it was given: a call's `args`, a ticket's `form` and `number`.
    pub values: Json,
}

impl Scene {
    /// Steps that wait.
    pub fn open(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.state == RowState::Open && row.kind.waits())
    }
}

/// One file of scenarios, ready to run.
#[derive(Clone, Debug)]
pub struct Scenarios {
    /// The file's name without `.rhai`.
    pub name: String,
    /// Its scenarios, in the order of their names.
    pub tests: Vec<String>,
    compiled: Compiled,
}

/// The name of the scenario file at `path`; `None` when it is none.
pub fn name_of(path: &str) -> Option<&str> {
    path.strip_prefix(FOLDER)?.strip_suffix(".rhai").filter(|name| !name.contains('/'))
}

/// Where the scenarios of a name lie.
pub fn path_of(name: &str) -> String {
    format!("{FOLDER}{name}.rhai")
}

/// What came of a scenario.
pub struct Played {
    /// Why it failed; `None` when it passed.
    pub fault: Option<Fault>,
    /// Its tickets, as they stood at the end.
    pub tickets: Vec<Scene>,
}

impl Scenarios {
    /// Compiles a file of scenarios, and checks it against the items there are.
    /// Wants a thread with the stack of scripts.
    ///
    /// # Errors
    /// All faults with their places.
    pub fn compile(sources: &Sources, items: &BTreeSet<String>) -> Result<Scenarios, Vec<Fault>> {
        let compiled = script::compile(sources, words::vocabulary())?;
        let name = name_of(&sources.path).unwrap_or_default().to_owned();
        let mut faults = Vec::new();
        let functions = &compiled.outline().functions;
        let named = functions.iter().filter(|function| function.name.starts_with(PREFIX));
        let (tests, wrong): (Vec<_>, Vec<_>) = named.partition(|function| function.params.is_empty());
        for function in wrong {
            let message = format!("the scenario {} takes no parameters", function.name);
            faults.push(Fault::of_file(&sources.path, "scenario", message));
        }
        if tests.is_empty() {
            let fault = Fault::of_file(&sources.path, "scenario", "there is no scenario here");
            faults.push(fault.hint("write fn test_what_is_proven() { … }"));
        }
        faults.extend(items_started(&compiled, &name, items));
        let tests = tests.into_iter().map(|function| function.name.clone()).collect::<BTreeSet<_>>();
        if faults.is_empty() {
            Ok(Scenarios { name, tests: tests.into_iter().collect(), compiled })
        } else {
            Err(faults)
        }
    }

    /// What a scenario is called when it is shown: its function's name as words.
    pub fn title(test: &str) -> String {
        test.strip_prefix(PREFIX).unwrap_or(test).replace('_', " ")
    }

    /// Runs one scenario, for so long at most. Wants a thread with `STACK_BYTES` of stack.
    pub fn run(&self, test: &str, desk: Arc<dyn Desk>, longest: Duration) -> Played {
        let play = Arc::new(play::Play::new(&self.name, desk));
        let wall = longest.min(LONGEST);
        let limits = Limits { operations: 2_000_000, wall, heap: 256 << 20, ..Limits::default() };
        let finished = script::call_function(&self.compiled, test, Vec::new(), play.clone(), &limits);
        let fault = match finished {
            Finished::Returned(_) | Finished::Ended => None,
            Finished::Faulted(fault) => Some(fault),
            Finished::Raised { error, place } => Some(thrown(&error, place)),
            Finished::Suspended => Some(Fault::of_file(self.compiled.path(), "internal", "a scenario cannot wait")),
        };
        Played { fault, tickets: play.scenes() }
    }
}

fn thrown(error: &Value, place: Place) -> Fault {
    let said = match error {
        Value::Text(text) => text.clone(),
        other => other.to_json().to_string(),
    };
    Fault::of_file(place.source, "thrown", said).at(place.line, place.column)
}

/// Items that the file starts and that do not exist: the one of its own name,
/// and those named in `start(form, #{ item: … })`.
fn items_started(compiled: &Compiled, name: &str, items: &BTreeSet<String>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for call in compiled.outline().calls.iter().filter(|call| !call.method && call.name == START) {
        let options = match call.args.get(1).map(|arg| &arg.shape) {
            Some(Shape::Map(fields)) => fields.as_slice(),
            Some(_) => continue,
            None => &[],
        };
        let said = options.iter().find(|(key, ..)| key == "item");
        let (item, place) = match said {
            Some((_, place, arg)) => match arg.literal() {
                Some(Value::Text(item)) => (item.as_str(), place),
                _ => continue,
            },
            None => (name, &call.place),
        };
        if !items.contains(item) {
            let fault = Fault::of_file(&place.source, "unknown_item", format!("there is no item \"{item}\""));
            let near = did_you_mean(item, items.iter().map(String::as_str));
            let hint = near.map_or_else(
                || "name the file after its item, or say start(form, #{ item: \"…\" })".to_owned(),
                |near| format!("did you mean \"{near}\"?"),
            );
            faults.push(fault.at(place.line, place.column).hint(hint));
        }
    }
    faults
}
