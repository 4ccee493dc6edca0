//! Forms: those of catalog items under `/schemas/{name}`, those of tasks and
//! questions under `/schemas/forms/{name}`.

pub mod former;
pub mod publish;
pub mod show;
pub mod versions;
