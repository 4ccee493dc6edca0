//! What pickers need.

pub mod codes;
pub mod groups;
pub mod lists;
pub mod locations;
pub mod people;
