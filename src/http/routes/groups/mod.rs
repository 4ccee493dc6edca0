//! Groups: who works together, how, and how much lies with them.

pub mod change;
pub mod create;
pub mod dissolve;
pub mod list;
pub mod load;
pub mod show;
