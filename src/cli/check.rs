//! `maitred check`.

use super::arguments::{Check, FaultFormat};
use super::failure::Failure;
use super::print::{remark, say};
use super::settings::{Flag, Settings};
use super::translations;
use crate::desk::clock::{Ids, SystemClock};
use crate::desk::content::{self, Against, Files};
use crate::desk::people;
use crate::model::people::People;
use crate::model::problem::{Fault, has_errors, in_order, summary};
use crate::plugins::Pages;
use crate::scheduler;
use crate::store::{Options, Store};
use std::path::PathBuf;

/// Checks everything in a content folder and names every fault with its place.
/// Names of people and groups are checked where a desk is named.
pub fn check(wish: &Check) -> Result<(), Failure> {
    let flags = [
        Flag::text("content", "DIR", wish.folder.as_ref()),
        Flag::text("database", "--database", wish.database.as_ref()),
    ];
    let settings = Settings::read(wish.config.as_deref(), flags)?;
    let (files, faults) = match content::read_folder(&PathBuf::from(&settings.content)) {
        Ok(files) => {
            let people = known_people(wish, &settings, &files)?;
            let faults = faults_of(&files, &settings, people.as_ref());
            (files, faults)
        }
        Err(faults) => (Files::default(), faults),
    };
    let wanted = wish.translations && !has_errors(&faults);
    let gaps = if wanted { translations::all(&files, &settings.installation())? } else { Vec::new() };
    match wish.format.unwrap_or_default() {
        FaultFormat::Json => {
            let all: Vec<&Fault> = faults.iter().chain(&gaps).collect();
            say(serde_json::json!({ "faults": all }));
            if has_errors(&faults) { Err(Failure::Refused(summary(&faults))) } else { translations::verdict(&gaps) }
        }
        FaultFormat::Text if has_errors(&faults) => Err(Failure::Faults(faults)),
        FaultFormat::Text => {
            faults.iter().for_each(remark);
            translations::tell(&gaps)?;
            say(format_args!("{} files checked, {}", files.len(), summary(&faults)));
            Ok(())
        }
    }
}

fn faults_of(files: &Files, settings: &Settings, people: Option<&People>) -> Vec<Fault> {
    let mut faults = match content::build(files, &settings.installation(), Against { people }) {
        // Pages that are not built are no fault of the content.
        Ok(content) => {
            let pages = Pages::default().refresh(&settings.content, &content.plugins);
            content.warnings.into_iter().chain(pages.faults).collect()
        }
        Err(faults) => faults,
    };
    faults.extend(scheduler::check(files));
    faults.extend(people.iter().flat_map(|people| scheduler::check_names(files, people)));
    in_order(faults)
}

/// Whom the content may name: a real desk's people, the demo desk's, or anybody.
fn known_people(wish: &Check, settings: &Settings, files: &Files) -> Result<Option<People>, Failure> {
    if wish.database.is_some() {
        let store = Store::open(&settings.database, Options { must_exist: true, ..Options::default() })?;
        let found = store.reader().and_then(|mut reader| reader.people());
        store.shutdown();
        let (users, groups) = found?;
        return Ok(Some(People::new(users, groups)));
    }
    if wish.demo {
        return Ok(Some(people::demo_people(&content::demo_groups(files), &mut Ids::new(&SystemClock))));
    }
    Ok(None)
}
