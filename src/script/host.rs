//! The other side of a script: what answers its words. Workflows, jobs and
//! plugin scripts each bring a host of their own.

use super::bridge;
use super::limits::Limits;
use super::run::Core;
use super::unknown::{self, Unknown};
use super::value::{Closure, Object, Value};
use super::vocabulary::Word;
use crate::model::duration::Span;
use crate::model::journal::Place;
use crate::model::time::Time;

/// Answers the words of one run. A run stays on one thread, but the engine
/// wants everything it holds to be `Sync`.
pub trait Host: Send + Sync + 'static {
    /// A word or a module's function.
    fn call(&self, call: &mut Call<'_>) -> Result<Value, Stop>;

    /// A variable of the vocabulary; `None` when it has no value in this run.
    fn variable(&self, name: &str) -> Option<Value> {
        let _ = name;
        None
    }

    /// A moment moved by a duration, forward or back. What working time is, only
    /// a host with a calendar knows.
    fn shift(&self, at: Time, span: Span, back: bool, place: &Place) -> Result<Time, Stop> {
        let _ = place;
        match span.elapsed() {
            Some(elapsed) => Ok(at.plus(if back { -elapsed } else { elapsed })),
            None => Err(Stop::fault("value", format!("\"{span}\" is working time, and there is no calendar here"))),
        }
    }

    /// Whether the run is a preview, which meets unknown values.
    fn is_preview(&self) -> bool {
        false
    }

    /// Whether a condition on unknown values holds; asked in previews alone.
    fn decide(&self, condition: &str) -> bool {
        let _ = condition;
        false
    }

    /// A property of an opaque object.
    fn property(&self, object: &Object, name: &str, place: &Place) -> Result<Value, Stop> {
        let _ = place;
        Err(Stop::fault("unknown_property", format!("{} has no property \"{name}\"", object.label())))
    }

    /// A method of an object.
    fn method(&self, object: &Object, name: &str, args: Vec<Value>, place: &Place) -> Result<Value, Stop> {
        let _ = (args, place);
        Err(Stop::fault("unknown_method", format!("{} has no method \"{name}\"", object.label())))
    }
}

/// Why a host does not answer with a value.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop {
    /// The answer is not there yet; the run ends here and is run again later.
    /// No script can catch it.
    Suspend,
    /// The script is at its end. No script can catch it.
    End,
    /// A bad answer, for the script to catch: the error map.
    Raise(Value),
    /// A mistake of the script's author. No script can catch it.
    Fault {
        /// Stable code.
        code: &'static str,
        /// In words.
        message: String,
        /// What to do.
        hint: Option<String>,
    },
}

impl Stop {
    /// A mistake without a hint.
    pub fn fault(code: &'static str, message: impl Into<String>) -> Self {
        Stop::Fault { code, message: message.into(), hint: None }
    }
    /// A mistake with a hint.
    pub fn fault_with(code: &'static str, message: impl Into<String>, hint: Option<String>) -> Self {
        Stop::Fault { code, message: message.into(), hint }
    }
}

/// How a branch came out.
#[derive(Clone, Debug, PartialEq)]
pub enum Branch {
    /// With a value.
    Done(Value),
    /// It waits; its siblings may go on.
    Suspended,
    /// With an error that nobody in it caught.
    Raised(Value, Place),
    /// The run is over: an end, a mistake, a limit. The host returns at once,
    /// whatever it returns.
    Over,
}

/// One call of a word, as the host sees it. Arguments are converted when asked for.
pub struct Call<'a> {
    pub(super) word: &'a Word,
    pub(super) module: Option<&'a str>,
    pub(super) core: &'a Core,
    pub(super) context: &'a rhai::NativeCallContext<'a>,
    pub(super) args: &'a [&'a mut rhai::Dynamic],
}

impl Call<'_> {
    /// The word's number in the vocabulary.
    pub fn id(&self) -> u16 {
        self.word.id
    }
    /// The word, or the module's function.
    pub fn name(&self) -> &str {
        self.context.fn_name()
    }
    /// The module, for `module::function(…)`.
    pub fn module(&self) -> Option<&str> {
        self.module
    }
    /// How many arguments there are.
    pub fn len(&self) -> usize {
        self.args.len()
    }
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.args.is_empty()
    }
    /// Runs `read` on the argument's text; `None` when it is absent or no text.
    pub fn with_text<T>(&self, index: usize, read: impl FnOnce(&str) -> T) -> Option<T> {
        bridge::with_text(self.args.get(index)?, read)
    }
    /// The argument; `()` when it is absent.
    pub fn value(&self, index: usize) -> Result<Value, Stop> {
        self.args.get(index).map_or(Ok(Value::Unit), |arg| bridge::value(arg))
    }
    /// The value that nobody knows yet which an argument is, or holds; in
    /// previews alone.
    pub fn unknown(&self, index: usize) -> Option<Unknown> {
        if self.core.host().is_preview() { self.args.get(index).and_then(|arg| unknown::within(arg)) } else { None }
    }
    /// All arguments.
    pub fn values(&self) -> Result<Vec<Value>, Stop> {
        self.args.iter().map(|arg| bridge::value(arg)).collect()
    }
    /// Where in the script.
    pub fn place(&self) -> Place {
        bridge::place(self.core, self.context.call_source(), self.context.call_position())
    }
    /// Line and column alone, without the price of a path.
    pub fn position(&self) -> (u32, u32) {
        bridge::position(self.context.call_position())
    }
    /// The limits of this run.
    pub fn limits(&self) -> &Limits {
        self.core.limits()
    }
    /// Runs a closure to its end or its first unanswered step. What it captured
    /// is its own: a change is not seen outside.
    pub fn invoke(&mut self, closure: &Closure, args: Vec<Value>) -> Branch {
        bridge::invoke(self, closure, args)
    }
}
