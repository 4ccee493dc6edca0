//! The content folder, watched while the desk serves: what changes in it is
//! published when it has been quiet for a moment. Content with faults changes
//! nothing: the faults are logged, and the release in force stays.

use super::failure::Failure;
use crate::desk::releases::PublishError;
use crate::desk::{Desk, content};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tracing::{error, info, warn};

/// An editor writes a file in several steps: so long must nothing happen.
const QUIET: Duration = Duration::from_millis(300);

/// Watches until what it returns is dropped.
///
/// # Errors
/// The system cannot watch the folder, or gives no thread.
pub fn watch(desk: &Desk, folder: &Path) -> Result<RecommendedWatcher, Failure> {
    let cannot =
        |error: notify::Error| Failure::Unavailable(format!("{} cannot be watched: {error}", folder.display()));
    let (sender, events) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading the folder is an event, too.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            sender.send(()).ok();
        }
    })
    .map_err(cannot)?;
    for top in ["workflows", "schemas", "plugins"].map(|top| folder.join(top)).iter().filter(|top| top.is_dir()) {
        watcher.watch(top, RecursiveMode::Recursive).map_err(cannot)?;
    }
    let (desk, folder) = (desk.clone(), folder.to_owned());
    let work = move || publish_changes(&desk, &folder, &events);
    std::thread::Builder::new().name("folder".to_owned()).spawn(work)?;
    Ok(watcher)
}

fn publish_changes(desk: &Desk, folder: &Path, events: &Receiver<()>) {
    while events.recv().is_ok() {
        while events.recv_timeout(QUIET).is_ok() {}
        if desk.is_stopping() {
            return;
        }
        publish(desk, folder);
    }
}

fn publish(desk: &Desk, folder: &Path) {
    let files = match content::read_folder(folder) {
        Ok(files) => files,
        Err(faults) => return refused(&faults),
    };
    match desk.publish_folder(&files) {
        Ok(published) => {
            if !published.changed.is_empty() {
                info!(changed = ?published.changed, "content published");
            }
            for path in &published.kept {
                warn!(path, "changed through the API since; the folder's text is passed over");
            }
            for warning in &published.warnings {
                warn!("{warning}");
            }
        }
        Err(PublishError::Faults(faults)) => refused(&faults),
        Err(error) => warn!(%error, "the content folder could not be published"),
    }
}

fn refused(faults: &[crate::model::problem::Fault]) {
    for fault in faults {
        error!("{fault}");
    }
    error!(faults = faults.len(), "the content folder has faults; what was published before stays in force");
}
