//! Templates to begin an item with.

pub mod list;
pub mod show;
