//! People's records, kept by admins.

pub mod change;
pub mod create;
pub mod list;
pub mod load;
pub mod password;
pub mod show;
