//! What was kept back on its way out.

pub mod list;
pub mod show;
