//! What is said on a ticket.

pub mod add;
pub mod list;
