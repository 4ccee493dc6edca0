//! Tests of the store as a whole; every one that asks a database asks both.

mod commit;
mod concurrent;
mod content;
mod differential;
mod faults;
mod house;
mod jobs;
mod list;
mod outgoing;
mod people;
mod plans;
mod schema;
mod views;
mod visibility;
