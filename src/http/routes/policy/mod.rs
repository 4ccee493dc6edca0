//! The desk's rules for those who change them by forms: what policy.toml may say,
//! and its text read and written. None of it changes a rule: a text is published
//! with `PUT /releases`, as all content is.

pub mod read;
pub mod schema;
pub mod write;
