//! Workflows as their authors see them.

pub mod former;
pub mod list;
pub mod plan;
pub mod publish;
pub mod show;
pub mod trial;
pub mod versions;
