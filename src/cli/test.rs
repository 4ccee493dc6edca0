//! `maitred test`.

use super::arguments::Test;
use super::failure::Failure;
use super::print::say;
use super::settings::{Flag, Settings};
use crate::desk::content::{self, Against};
use crate::desk::rehearsal::{self, Report, Selection};
use crate::model::ticket::parse_number;
use crate::store::{Options, Store};
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Runs the scenarios of a content folder: no database, a virtual clock. Says
/// one line each, and what of the workflows they went through.
pub fn test(wish: &Test) -> Result<(), Failure> {
    if let Some(number) = &wish.record {
        return record(wish, number);
    }
    let settings = Settings::read(wish.config.as_deref(), [Flag::text("content", "DIR", wish.folder.as_ref())])?;
    let files = content::read_folder(&PathBuf::from(&settings.content)).map_err(Failure::Faults)?;
    let built = content::build(&files, &settings.installation(), Against::default()).map_err(Failure::Faults)?;
    let wanted = Selection { holding: wish.filter.as_deref(), ..Selection::default() };
    let report = rehearsal::rehearse(&files, Arc::new(built), &wanted).map_err(Failure::Faults)?;
    if report.told.is_empty() {
        return Err(Failure::Refused(match &wish.filter {
            Some(text) => format!("no scenario's name holds `{text}`"),
            None => "there are no scenarios; write them in workflows/tests/ITEM.rhai".to_owned(),
        }));
    }
    tell(&report);
    let (all, failed) = (report.told.len(), report.told.iter().filter(|told| told.fault.is_some()).count());
    match failed {
        0 => {
            say(format_args!("{all} scenarios, all passed"));
            Ok(())
        }
        _ => Err(Failure::Refused(format!("{failed} of {all} scenarios failed"))),
    }
}

fn tell(report: &Report) {
    for told in &report.told {
        match &told.fault {
            None => say(format_args!("ok      {}: {}", told.file, told.title)),
            Some(fault) => say(format_args!("FAILED  {}: {}\n{fault}", told.file, told.title)),
        }
    }
    say("");
    for (name, coverage) in &report.coverage {
        say(format_args!("{name}: {} of {} branches", coverage.taken, coverage.all));
        for branch in &coverage.missing {
            let place = &branch.place;
            say(format_args!(
                "  {}:{}:{}: {} was never {}",
                place.source, place.line, place.column, branch.what, branch.never
            ));
        }
    }
}

/// Writes a scenario of what happened to a ticket, for the folder's content.
fn record(wish: &Test, number: &str) -> Result<(), Failure> {
    let flags = [
        Flag::text("content", "DIR", wish.folder.as_ref()),
        Flag::text("database", "--database", wish.database.as_ref()),
    ];
    let settings = Settings::read(wish.config.as_deref(), flags)?;
    let files = content::read_folder(&PathBuf::from(&settings.content)).map_err(Failure::Faults)?;
    let built = content::build(&files, &settings.installation(), Against::default()).map_err(Failure::Faults)?;
    let none = || Failure::Refused(format!("there is no ticket {number}"));
    let digits = parse_number(number).ok_or_else(none)?;
    let store = Store::open(&settings.database, Options { must_exist: true, ..Options::default() })?;
    let story = rehearsal::read_story(&store, digits);
    store.shutdown();
    let recorded = rehearsal::record(&story?.ok_or_else(none)?, Arc::new(built)).map_err(|refusal| {
        let errors = refusal.errors.iter().map(|error| format!("\n  {}: {}", error.pointer, error.message));
        Failure::Refused(format!("{number} cannot be told here: {}{}", refusal.detail, errors.collect::<String>()))
    })?;
    let Some(path) = &wish.output else {
        say(recorded.text.trim_end());
        return Ok(());
    };
    write(path, &recorded.text)?;
    say(format_args!("wrote {}", path.display()));
    for what in &recorded.untold {
        say(format_args!("left out: {what}"));
    }
    Ok(())
}

/// A file that is there is not overwritten.
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let made = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = made.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::Refused(format!("{} exists already", path.display())),
        _ => Failure::Unavailable(format!("{} cannot be written: {error}", path.display())),
    })?;
    Ok(file.write_all(text.as_bytes())?)
}
