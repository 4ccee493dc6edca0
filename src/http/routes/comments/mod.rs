//! What is said on a ticket.

pub mod add;
pub mod edit;
pub mod list;
pub mod show;
