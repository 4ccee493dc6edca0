//! Floor 3: plugins, which connect the desk to the CMDB, the asset register and
//! whatever else.
//!
//! What a plugin says of itself (`manifest`, `schema`), what it may reach
//! (`guard`, `outgoing`, `secrets`, `key_value`), whether it reaches it at all
//! (`outbound`), and how one of its functions is
//! called: `Plugins::call(Request) -> Reply`, by a script (`words`) or a service
//! (`service`). Nothing here knows tickets, the database or the clock; when a
//! call is made, repeated or given up is decided in `desk` and `scheduler`.

pub mod guard;
pub mod key_value;
mod load;
pub mod manifest;
#[cfg(test)]
mod neighbour;
pub mod outbound;
pub mod outgoing;
mod runtime;
mod sample;
pub mod schema;
pub mod secrets;
mod service;
mod words;

pub use key_value::{KeyValue, KeyValueError};
pub use outbound::{Leaving, Outbound, OutboundError, Passage};
pub use outgoing::Outgoing;
pub use runtime::{Installation, Plugins, Reply, Request, Signature};
pub use secrets::SecretSource;
