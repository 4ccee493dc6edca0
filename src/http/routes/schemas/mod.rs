//! Forms as their authors see them.

pub mod show;
