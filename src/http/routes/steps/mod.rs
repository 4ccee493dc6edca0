//! What a ticket waits for.

pub mod answer;
pub mod show;
