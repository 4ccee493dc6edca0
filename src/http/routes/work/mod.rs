//! How long people worked on a ticket.

pub mod correct;
pub mod list;
pub mod log;
pub mod show;
