//! The pages of plugins: read when the desk starts, and again when their folders
//! change. What is missing is said once; the desk serves without it.

use super::failure::Failure;
use crate::desk::Desk;
use crate::plugins::{Pages, Refreshed};
use std::path::Path;
use tracing::{error, info, warn};

/// Reads the web roots in the content folder for the first time.
///
/// # Errors
/// The faults of what is there.
pub fn read(desk: &Desk, content: &Path, pages: &Pages) -> Result<(), Failure> {
    let refreshed = look(desk, content, pages);
    if refreshed.faults.is_empty() { Ok(()) } else { Err(Failure::Faults(refreshed.faults)) }
}

/// Reads them again; what is wrong leaves in force what was served before.
pub fn read_again(desk: &Desk, content: &Path, pages: &Pages) {
    let refreshed = look(desk, content, pages);
    for fault in &refreshed.faults {
        error!("{fault}");
    }
}

fn look(desk: &Desk, content: &Path, pages: &Pages) -> Refreshed {
    let refreshed = pages.refresh(content, &desk.world().content.plugins);
    for plugin in &refreshed.changed {
        info!(plugin, "pages read");
    }
    for missing in &refreshed.missing {
        warn!("{missing}");
    }
    refreshed
}
