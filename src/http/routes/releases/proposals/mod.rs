//! Releases that wait for a second pair of eyes.

pub mod approve;
pub mod list;
pub mod reject;
pub mod show;
pub mod withdraw;
