//! Floor 2: the sandbox that scripts run in. The only place that knows rhai.
//!
//! It compiles a script against a vocabulary, runs it against a host, and says
//! what came of it: suspended, ended, returned, raised, faulted. What the words
//! mean is the host's business: nothing of workflows, jobs or plugins lives here.
//! Scripts want a stack of at least `STACK_BYTES`.

mod bridge;
mod compile;
mod dynamic;
mod engine;
mod error;
pub mod heap;
mod host;
mod limits;
mod outline;
mod run;
mod stack;
mod standard;
mod unknown;
mod value;
mod vocabulary;
mod walk;

#[cfg(test)]
mod tests;

pub use compile::{Compiled, Sources, compile, constants, examine, library_path};
pub use engine::{SOURCE_LIMIT, sayable, standard_definitions};
pub use host::{Branch, Call, Host, Stop};
pub use limits::Limits;
pub use outline::{Arg, Binding, CallSite, CompareSite, Function, Outline, ReadSite, Shape};
pub use run::{Finished, call_function, run};
pub use stack::{STACK_BYTES, on_own_stack};
pub use unknown::{UNKNOWN, Unknown};
pub use value::{Closure, Object, Record, Restore, Thing, Value};
pub use vocabulary::{Ends, Hint, Takes, Vocabulary, Word, Words};

/// The engine and the dialect that a script was compiled for. Part of what a
/// ticket pins: minor releases of the engine mend semantics.
pub const ENGINE: &str = "rhai-1.27.0/1";
