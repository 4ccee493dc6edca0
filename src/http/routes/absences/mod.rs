//! Who is away, and who stands in.

pub mod change;
pub mod create;
pub mod end;
pub mod list;
pub mod show;
