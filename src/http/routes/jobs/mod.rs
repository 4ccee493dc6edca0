//! Jobs, with their runs.

pub mod list;
pub mod run;
pub mod runs;
