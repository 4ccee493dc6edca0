//! One run of a script: its context, its limits, and what came of it. The
//! outcome is read from the context, never from the engine's `Result`: callbacks
//! wrap errors so that scripts could catch what must not be caught.

use super::bridge;
use super::compile::Compiled;
use super::engine;
use super::heap;
use super::host::{Host, Stop};
use super::limits::Limits;
use super::value::Value;
use crate::model::journal::Place;
use crate::model::problem::Fault;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// What came of a run.
#[derive(Clone, Debug, PartialEq)]
pub enum Finished {
    /// It waits for answers.
    Suspended,
    /// The host ended it.
    Ended,
    /// It ran to its last line, or to `return`.
    Returned(Value),
    /// An error that it did not catch.
    Raised {
        /// The error: what the host raised, or what the script threw.
        error: Value,
        /// Where it came from.
        place: Place,
    },
    /// A mistake of its author, or a limit.
    Faulted(Fault),
}

/// Why a run is over, or for now.
#[derive(Clone, Debug)]
pub(super) enum Halt {
    Suspend,
    End,
    Fault(Fault),
}

/// Looks at the clock and the heap once in so many operations.
const LOOK_EVERY: u64 = 32;
/// Time between two looks counts at most this much: a thread that the machine
/// kept waiting, or a word that asked a neighbour, is not the script's fault.
const LONGEST_LOOK: u64 = 50_000_000;

/// The context of one run.
pub(super) struct Core {
    host: Arc<dyn Host>,
    limits: Limits,
    path: Arc<str>,
    operations: AtomicU64,
    started: Instant,
    /// Nanoseconds after `started` of the last look.
    looked: AtomicU64,
    /// Nanoseconds that count.
    spent: AtomicU64,
    held: i64,
    poisoned: AtomicBool,
    halt: Mutex<Option<Halt>>,
}

/// What the engine carries from call to call: its tag.
#[derive(Clone)]
pub(super) struct Handle(pub(super) Arc<Core>);

impl Core {
    fn new(compiled: &Compiled, host: Arc<dyn Host>, limits: &Limits) -> Arc<Self> {
        Arc::new(Self {
            host,
            limits: limits.clone(),
            path: compiled.path_shared(),
            operations: AtomicU64::new(0),
            started: Instant::now(),
            looked: AtomicU64::new(0),
            spent: AtomicU64::new(0),
            held: heap::held(),
            poisoned: AtomicBool::new(false),
            halt: Mutex::new(None),
        })
    }
    pub(super) fn host(&self) -> &dyn Host {
        self.host.as_ref()
    }
    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }
    pub(super) fn path(&self) -> &str {
        &self.path
    }
    pub(super) fn is_poisoned(&self) -> bool {
        self.poisoned.load(Ordering::Relaxed)
    }
    /// Ends the run for now or for good. The first reason stays.
    pub(super) fn stop(&self, halt: Halt) {
        let mut slot = self.halt.lock().unwrap_or_else(PoisonError::into_inner);
        if slot.is_none() {
            *slot = Some(halt);
        }
        self.poisoned.store(true, Ordering::Relaxed);
    }
    /// Clears a suspension, so that sibling branches go on. Says whether there was one.
    pub(super) fn resume(&self) -> bool {
        let mut slot = self.halt.lock().unwrap_or_else(PoisonError::into_inner);
        if matches!(*slot, Some(Halt::Suspend)) {
            *slot = None;
            self.poisoned.store(false, Ordering::Relaxed);
            return true;
        }
        false
    }
    fn taken(&self) -> Option<Halt> {
        self.halt.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// Called before every operation; true ends the script here.
    pub(super) fn tick(&self) -> bool {
        if self.is_poisoned() {
            return true;
        }
        // A run stays on one thread: no need for a locked addition.
        let count = self.operations.load(Ordering::Relaxed) + 1;
        self.operations.store(count, Ordering::Relaxed);
        if count > self.limits.operations {
            self.exceeded(format!("the script used more than {} operations", self.limits.operations));
            return true;
        }
        count.is_multiple_of(LOOK_EVERY) && self.look()
    }
    fn look(&self) -> bool {
        let now = u64::try_from(self.started.elapsed().as_nanos()).unwrap_or(u64::MAX);
        let since = now.saturating_sub(self.looked.load(Ordering::Relaxed));
        let spent = self.spent.load(Ordering::Relaxed) + since.min(LONGEST_LOOK);
        self.looked.store(now, Ordering::Relaxed);
        self.spent.store(spent, Ordering::Relaxed);
        if u128::from(spent) > self.limits.wall.as_nanos() {
            self.exceeded(format!("the script ran for more than {} ms", self.limits.wall.as_millis()));
            return true;
        }
        if heap::held() - self.held > self.limits.heap {
            self.exceeded(format!("the script held more than {} MiB of memory", self.limits.heap >> 20));
            return true;
        }
        false
    }
    fn exceeded(&self, message: String) {
        let hint = "is there a loop without an end, or a list that grows?";
        self.stop(Halt::Fault(Fault::of_file(self.path(), "limit", message).hint(hint)));
    }
}

/// Runs a compiled script from its first line.
pub fn run(compiled: &Compiled, host: Arc<dyn Host>, limits: &Limits) -> Finished {
    let core = Core::new(compiled, host, limits);
    let engine = engine::for_run(compiled, &core);
    let result = catch_unwind(AssertUnwindSafe(|| {
        engine.eval_ast_with_scope::<rhai::Dynamic>(&mut rhai::Scope::new(), compiled.ast())
    }));
    finish(&core, result)
}

/// Calls one function of a compiled script: a plugin's `fn reserve(args, call)`.
/// Its constants are evaluated first.
pub fn call_function(
    compiled: &Compiled,
    name: &str,
    args: Vec<Value>,
    host: Arc<dyn Host>,
    limits: &Limits,
) -> Finished {
    let core = Core::new(compiled, host, limits);
    let engine = engine::for_run(compiled, &core);
    let args: Vec<rhai::Dynamic> = args.into_iter().map(super::dynamic::to_dynamic).collect();
    let result = catch_unwind(AssertUnwindSafe(|| {
        engine.call_fn::<rhai::Dynamic>(&mut rhai::Scope::new(), compiled.ast(), name, args)
    }));
    finish(&core, result)
}

type Ran = std::thread::Result<Result<rhai::Dynamic, Box<rhai::EvalAltResult>>>;

fn finish(core: &Core, result: Ran) -> Finished {
    match (core.taken(), result) {
        (Some(Halt::Suspend), _) => Finished::Suspended,
        (Some(Halt::End), _) => Finished::Ended,
        (Some(Halt::Fault(fault)), Ok(Err(error))) => Finished::Faulted(placed(core, fault, &error)),
        (Some(Halt::Fault(fault)), _) => Finished::Faulted(fault),
        (None, Ok(Ok(value))) => match bridge::value(&value) {
            Ok(value) => Finished::Returned(value),
            // What cannot leave the script is as good as nothing: it is a last line's leftover.
            Err(_) => Finished::Returned(Value::Unit),
        },
        (None, Ok(Err(error))) => super::error::finished(core, &error),
        (None, Err(_)) => Finished::Faulted(
            Fault::of_file(core.path(), "internal", "the script engine gave up on this script")
                .hint("please report this script to the makers of maitred"),
        ),
    }
}

/// A limit is noticed where no position is known; the engine's error has one.
fn placed(core: &Core, fault: Fault, error: &rhai::EvalAltResult) -> Fault {
    if fault.line > 0 {
        return fault;
    }
    let place = super::error::origin(core, error);
    Fault { file: place.source, line: place.line, column: place.column, ..fault }
}

impl From<(Stop, Place)> for Halt {
    fn from((stop, place): (Stop, Place)) -> Self {
        match stop {
            Stop::Suspend => Halt::Suspend,
            Stop::End => Halt::End,
            Stop::Fault { code, message, hint } => {
                let fault = Fault::of_file(place.source, code, message).at(place.line, place.column);
                Halt::Fault(Fault { hint, ..fault })
            }
            // A raised error is no halt; this arm is for completeness and says what happened.
            Stop::Raise(error) => {
                let fault = Fault::of_file(place.source, "raised", format!("an error was raised: {:?}", error));
                Halt::Fault(fault.at(place.line, place.column))
            }
        }
    }
}
