//! The content folder, watched while the desk serves: what changes in it is
//! published when it has been quiet for a moment. Content with faults changes
//! nothing: the faults are logged, and the release in force stays. Pages of
//! plugins that were built anew are read again.

use super::failure::Failure;
use super::pages;
use crate::desk::releases::PublishError;
use crate::desk::{Desk, content};
use crate::plugins::Pages;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use parking_lot::Mutex;
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Weak};
use std::time::Duration;
use tracing::{error, info, warn};
use walkdir::{DirEntry, WalkDir};

/// An editor writes a file in several steps: so long must nothing happen.
const QUIET: Duration = Duration::from_millis(300);

/// Watches until what it returns is dropped.
///
/// # Errors
/// The system cannot watch the folder, or gives no thread.
pub fn watch(desk: &Desk, folder: &Path, pages: &Pages) -> Result<Arc<Mutex<RecommendedWatcher>>, Failure> {
    let cannot =
        |error: notify::Error| Failure::Unavailable(format!("{} cannot be watched: {error}", folder.display()));
    let (sender, events) = channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading the folder is an event, too.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            sender.send(()).ok();
        }
    })
    .map_err(cannot)?;
    let watcher = Arc::new(Mutex::new(watcher));
    watch_folders(&watcher, folder).map_err(cannot)?;
    // The thread ends with the watcher, which it must therefore not keep.
    let (desk, folder, pages, weak) = (desk.clone(), folder.to_owned(), pages.clone(), Arc::downgrade(&watcher));
    let work = move || publish_changes(&desk, &folder, &pages, &weak, &events);
    std::thread::Builder::new().name("folder".to_owned()).spawn(work)?;
    Ok(watcher)
}

/// Watches each folder by itself: the packages that the pages of a plugin are
/// built with are thousands of folders, more than a system may like to watch.
fn watch_folders(watcher: &Mutex<RecommendedWatcher>, folder: &Path) -> notify::Result<()> {
    let passed_over = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        name.starts_with('.') || name == "node_modules"
    };
    let mut watcher = watcher.lock();
    for top in ["workflows", "schemas", "plugins"].map(|top| folder.join(top)).iter().filter(|top| top.is_dir()) {
        let walk = WalkDir::new(top).into_iter().filter_entry(|entry| !passed_over(entry));
        for entry in walk.filter_map(Result::ok).filter(|entry| entry.file_type().is_dir()) {
            match watcher.watch(entry.path(), RecursiveMode::NonRecursive) {
                // Folders of a build come and go: what is gone needs no watch.
                Err(_) if !entry.path().is_dir() => {}
                watched => watched?,
            }
        }
    }
    Ok(())
}

fn publish_changes(
    desk: &Desk,
    folder: &Path,
    pages: &Pages,
    watcher: &Weak<Mutex<RecommendedWatcher>>,
    events: &Receiver<()>,
) {
    while events.recv().is_ok() {
        while events.recv_timeout(QUIET).is_ok() {}
        let Some(watcher) = watcher.upgrade().filter(|_| !desk.is_stopping()) else { return };
        // New folders first: what is written into them from now on is told, what
        // was before is read below.
        if let Err(error) = watch_folders(&watcher, folder) {
            warn!(%error, "not all of the content folder is watched");
        }
        publish(desk, folder);
        pages::read_again(desk, folder, pages);
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
