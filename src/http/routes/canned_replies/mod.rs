//! Texts that agents send again and again.

pub mod change;
pub mod create;
pub mod list;
pub mod remove;
pub mod render;
pub mod show;
