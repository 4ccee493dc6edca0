//! What the caller has begun to write.

pub mod keep;
pub mod list;
pub mod remove;
pub mod show;
