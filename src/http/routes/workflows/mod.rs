//! Workflows as their authors see them.

pub mod list;
pub mod plan;
pub mod publish;
pub mod show;
pub mod versions;
