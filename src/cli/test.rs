//! `maitred test`.

use super::arguments::Test;
use super::failure::Failure;
use super::print::say;
use super::settings::{Flag, Settings};
use crate::desk::content::{self, Against};
use crate::desk::rehearsal::{self, Report};
use std::path::PathBuf;
use std::sync::Arc;

/// Runs the scenarios of a content folder: no database, a virtual clock. Says
/// one line each, and what of the workflows they went through.
pub fn test(wish: &Test) -> Result<(), Failure> {
    let settings = Settings::read(wish.config.as_deref(), [Flag::text("content", "DIR", wish.folder.as_ref())])?;
    let files = content::read_folder(&PathBuf::from(&settings.content)).map_err(Failure::Faults)?;
    let built = content::build(&files, &settings.installation(), Against::default()).map_err(Failure::Faults)?;
    let report = rehearsal::rehearse(&files, Arc::new(built), wish.filter.as_deref()).map_err(Failure::Faults)?;
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
