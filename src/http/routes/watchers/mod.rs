//! Who follows a ticket.

pub mod add;
pub mod list;
pub mod remove;
