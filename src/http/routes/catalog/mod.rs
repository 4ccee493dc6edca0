//! What may be asked for.

pub mod access;
pub mod categories;
pub mod list;
pub mod preview;
pub mod show;
