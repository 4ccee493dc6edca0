//! maitred, a service desk in one binary. `docs/architecture.md` is the map.

pub mod blobs;
pub mod cli;
pub mod desk;
pub mod http;
pub mod model;
pub mod plugins;
pub mod scheduler;
pub mod script;
pub mod store;
pub mod workflow;
