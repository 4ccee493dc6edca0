//! The harness: a real server on a port of its own, on either database, under a
//! clock that only the test moves; people who call it over HTTP; timers, plugin
//! calls and jobs that run when the test says so. Nothing sleeps.

mod client;
mod content;
mod database;
mod desk;
mod neighbour;
pub mod postgres;
pub mod process;
mod shown;
mod story;
mod stream;
mod watch;

pub use client::{Answer, Call, Client};
pub use content::{Content, top};
pub use database::{Database, beginning};
pub use desk::{Desk, Setup};
pub use neighbour::{Mood, Neighbour};
pub use process::Process;
pub use stream::Stream;

/// Runs each test on both databases, as `name::sqlite` and `name::postgres`. A
/// test takes a running `Desk`, or a `Setup` to start one its own way.
macro_rules! on_both {
    ($($(#[$meta:meta])* fn $name:ident($($given:tt)*) $body:block)*) => {$(
        mod $name {
            #[allow(unused_imports, reason = "not every test needs what its module knows")]
            use super::*;
            $(#[$meta])*
            fn check($($given)*) $body
            // One snapshot serves both: they must say the same.
            #[test]
            fn sqlite() {
                insta::allow_duplicates!(check($crate::support::Setup::sqlite().into()));
            }
            #[test]
            fn postgres() {
                if let Some(setup) = $crate::support::Setup::postgres() {
                    insta::allow_duplicates!(check(setup.into()));
                }
            }
        }
    )*};
}
pub(crate) use on_both;
