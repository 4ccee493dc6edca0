//! Messages kept for the caller.

pub mod list;
pub mod read;
pub mod read_all;
