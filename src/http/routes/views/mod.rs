//! Views that people keep, and queues.

pub mod change;
pub mod create;
pub mod list;
pub mod queues;
pub mod remove;
pub mod show;
