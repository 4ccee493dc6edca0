//! Files.

pub mod add;
pub mod content;
pub mod list;
pub mod remove;
pub mod show;
pub mod upload;
