//! `maitred check`.

use super::arguments::Check;
use super::failure::Failure;
use super::print::say;
use super::settings::{Flag, Settings};
use super::translations;
use crate::desk::clock::{Ids, SystemClock};
use crate::desk::content::{self, Against};
use crate::desk::people;
use crate::model::people::People;
use crate::scheduler;
use crate::store::{Options, Store};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Checks everything in a content folder and names every fault with its place.
/// Names of people and groups are checked where a desk is named.
pub fn check(wish: &Check) -> Result<(), Failure> {
    let flags = [
        Flag::text("content", "DIR", wish.folder.as_ref()),
        Flag::text("database", "--database", wish.database.as_ref()),
    ];
    let settings = Settings::read(wish.config.as_deref(), flags)?;
    let folder = PathBuf::from(&settings.content);
    let files = content::read_folder(&folder).map_err(Failure::Faults)?;
    let installation = settings.installation();
    let people = known_people(wish, &settings)?;
    let built = content::build(&files, &installation, Against { people: people.as_ref() });
    let mut faults = built.err().unwrap_or_default();
    faults.extend(scheduler::check(&files));
    if !faults.is_empty() {
        return Err(Failure::Faults(faults));
    }
    if wish.translations {
        translations::tell(&files, &installation)?;
    }
    say(format_args!("{} files checked, no fault", files.len()));
    Ok(())
}

/// Whom the content may name: a real desk's people, the demo desk's, or anybody.
fn known_people(wish: &Check, settings: &Settings) -> Result<Option<People>, Failure> {
    if wish.database.is_some() {
        let store = Store::open(&settings.database, Options { must_exist: true, ..Options::default() })?;
        let found = store.reader().and_then(|mut reader| reader.people());
        store.shutdown();
        let (users, groups) = found?;
        return Ok(Some(People::new(users, groups)));
    }
    if wish.demo {
        return Ok(Some(people::demo_people(&BTreeSet::new(), &mut Ids::new(&SystemClock))));
    }
    Ok(None)
}
