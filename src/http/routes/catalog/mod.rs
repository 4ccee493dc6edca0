//! What may be asked for.

pub mod list;
pub mod preview;
pub mod show;
