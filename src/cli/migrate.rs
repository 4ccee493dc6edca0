//! `maitred migrate`.

use super::arguments::OfDatabase;
use super::failure::Failure;
use super::print::say;
use super::settings::Settings;
use crate::store::{Options, Store};

/// Brings the database's tables up to date; `serve` does the same by itself.
pub fn migrate(wish: &OfDatabase) -> Result<(), Failure> {
    let settings = Settings::of(wish, [])?;
    let store = Store::open(&settings.database, Options { exclusive: true, ..Options::default() })?;
    let done = store.migrate();
    store.shutdown();
    match done?.as_slice() {
        [] => say("the tables are up to date"),
        done => done.iter().for_each(|name| say(format_args!("done: {name}"))),
    }
    Ok(())
}
