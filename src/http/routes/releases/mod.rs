//! Releases of the published content.

pub mod check;
pub mod drift;
pub mod files;
pub mod list;
pub mod proposals;
pub mod publish;
pub mod roll_back;
pub mod show;
