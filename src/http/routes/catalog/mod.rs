//! What may be asked for.

pub mod list;
pub mod show;
