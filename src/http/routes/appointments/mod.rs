//! Appointments for tickets.

pub mod cancel;
pub mod change;
pub mod invitation;
pub mod list;
pub mod make;
pub mod mine;
pub mod show;
