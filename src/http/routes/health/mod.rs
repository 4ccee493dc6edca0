//! Whether the server lives, and whether it can work.

pub mod live;
pub mod ready;
