//! Floor 3: the workflow language. Words, journal and replay, the check before a
//! run. On `script`; without a clock, a database or the network: people, prices
//! and times come in with a run or through `Facts`.
//!
//! A script is run from its top at every event. Each step looks itself up in the
//! journal by its path and takes its recorded answer; the first without one
//! becomes an open row, and the run stops there. Paths: `N` counts from 0 within
//! a branch, `P/B.N` is step N of branch B of the join at P, `P.eN` is effect N
//! (from 1) after step P; an effect before the first step of the script is `eN`,
//! before the first step of a branch `P/B.eN`.

mod answer;
mod check;
pub mod definitions;
mod fields;
mod journal;
mod named;
mod options;
mod oracle;
pub mod preview;
mod program;
mod records;
pub mod reference;
mod result;
mod run;
mod runner;
pub mod scenario;
mod spec;
mod words;

#[cfg(test)]
mod tests;

pub use answer::{ERROR_KINDS, StepError};
pub use fields::Fields;
pub use named::{Needs, Shown};
pub use options::{COMMON, Named, Opt, Ty, takes};
pub use oracle::Oracle;
pub use program::{Known, Program};
pub use run::{Draft, End, EndWord, Facts, Outcome, Read, RunInput, Verdict, run};
pub use spec::{Directory, Param, Spec, words};
