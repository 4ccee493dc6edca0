//! What may be asked for.

pub mod access;
pub mod list;
pub mod preview;
pub mod show;
