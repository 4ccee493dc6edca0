//! `maitred verify`.

use super::arguments::OfDatabase;
use super::failure::Failure;
use super::print::say;
use super::settings::Settings;
use crate::desk::clock::SystemClock;
use crate::desk::verify as desk_verify;
use crate::store::{Options, Store};

/// Replays the journals of all open tickets under this binary and tells which do
/// not come out as they stand. Changes nothing.
pub fn verify(wish: &OfDatabase) -> Result<(), Failure> {
    let settings = Settings::of(wish, [])?;
    let store = Store::open(&settings.database, Options { must_exist: true, ..Options::default() })?;
    let verdict = desk_verify::verify(&store, &SystemClock, &settings.installation());
    store.shutdown();
    let verdict = verdict?;
    for (number, reason) in &verdict.broken {
        say(format_args!("ticket {number}: {reason}"));
    }
    say(format_args!("{} open tickets replay, {} do not", verdict.sound, verdict.broken.len()));
    match verdict.broken.is_empty() {
        true => Ok(()),
        false => Err(Failure::Refused("these tickets would be stuck under this binary".to_owned())),
    }
}
