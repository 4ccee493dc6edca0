//! Floor 3: plugins, which connect the desk to the CMDB, the asset register and
//! whatever else.
//!
//! What a plugin says of itself (`manifest`, `schema`), what it may reach
//! (`guard`, `outgoing`, `secrets`, `key_value`), whether it reaches it at all
//! (`outbound`), and how one of its functions is
//! called: `Plugins::call(Request) -> Reply`, by a script (`words`) or a service
//! (`service`). Its pages are files of a folder (`web_root`), held in memory (`pages`).
//! Nothing here knows tickets, the database or the clock; when a
//! call is made, repeated or given up is decided in `desk` and `scheduler`.

pub mod guard;
pub mod key_value;
mod load;
pub mod manifest;
#[cfg(test)]
mod neighbour;
pub mod outbound;
pub mod outgoing;
mod pages;
mod runtime;
mod sample;
pub mod schema;
pub mod secrets;
mod service;
pub mod web_root;
mod words;
mod written;

pub use key_value::{KeyValue, KeyValueError};
pub use outbound::{Leaving, Outbound, OutboundError, Passage};
pub use outgoing::Outgoing;
pub use pages::{PORTAL, Pages, Refreshed};
pub use runtime::{Installation, Plugins, Reply, Request, Signature};
pub use secrets::SecretSource;
