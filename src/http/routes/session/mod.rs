//! Signing in and out.

pub mod begin;
pub mod end;
