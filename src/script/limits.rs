//! What a script may use before it is stopped. Sizes that a compiled script
//! carries with it (depths, strings, lists) are in `engine`.

use std::time::Duration;

/// Limits of one run.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Operations of the interpreter, callbacks included.
    pub operations: u64,
    /// Time on the wall, without long waits (see `run`).
    pub wall: Duration,
    /// Bytes held above what was held at the start.
    pub heap: i64,
    /// Rows of one run; the host counts them.
    pub steps: usize,
    /// Branches of one `parallel`; the host counts them.
    pub branches: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { operations: 200_000, wall: Duration::from_millis(500), heap: 32 << 20, steps: 1_000, branches: 50 }
    }
}
