//! `maitred forget`.

use super::arguments::Forget;
use super::failure::Failure;
use super::print::say;
use super::settings::Settings;
use crate::desk::clock::SystemClock;
use crate::desk::forgetting::{forget as forget_person, look};
use crate::store::{Options, Store};

/// Tells what there is of a person; with `--yes` takes them out of everything
/// that is over, for good.
pub fn forget(wish: &Forget) -> Result<(), Failure> {
    let settings = Settings::of(&wish.at, [])?;
    let store = Store::open(&settings.database, Options { must_exist: true, ..Options::default() })?;
    store.migrate()?;
    let done = carry_out(&store, wish);
    store.shutdown();
    done
}

fn carry_out(store: &Store, wish: &Forget) -> Result<(), Failure> {
    let known = look(store, &wish.username)?;
    let (closed, open) = (known.closed, known.open.len());
    say(format_args!("{} ({}): {closed} closed tickets to be erased, {open} open ones", wish.username, known.name()));
    if !wish.yes {
        return Err(Failure::Refused("this cannot be undone; say --yes to do it".to_owned()));
    }
    let done = forget_person(store, &known, &SystemClock)?;
    say(format_args!("forgotten: {} tickets erased; the log says {} from now on", done.erased, done.pseudonym));
    if !done.left.is_empty() {
        let numbers: Vec<String> = done.left.iter().map(ToString::to_string).collect();
        say(format_args!("to be erased when they are closed: {}", numbers.join(", ")));
    }
    Ok(())
}
