//! `maitred pull`.

use super::arguments::Pull;
use super::failure::Failure;
use super::print::say;
use super::settings::{Flag, Settings};
use crate::desk::content;
use crate::store::{Options, Store};
use std::path::{Component, Path};

/// Writes the published content out into a folder, and names what the folder
/// has beside it. Takes nothing away. With `--check` it writes nothing, and a
/// folder that drifts is refused.
pub fn pull(wish: &Pull) -> Result<(), Failure> {
    let settings =
        Settings::read(wish.config.as_deref(), [Flag::text("database", "--database", wish.database.as_ref())])?;
    let store = Store::open(&settings.database, Options { must_exist: true, ..Options::default() })?;
    let published = store.reader().and_then(|mut reader| reader.published_texts());
    store.shutdown();
    let published = published?;
    let folder = Path::new(&wish.folder);
    let there = content::read_folder(folder).map_err(Failure::Faults)?;
    let (mut drifts, mut files) = (0_usize, published.len());
    for (path, text) in published.iter().filter(|(path, text)| there.get(*path) != Some(text)) {
        let known = there.contains_key(path);
        if wish.check {
            drifts += 1;
            say(format_args!("drifts  {path} is {}", if known { "published otherwise" } else { "missing" }));
        } else {
            write(folder, path, text)?;
            say(format_args!("{} {path}", if known { "changed" } else { "added  " }));
        }
    }
    for path in there.keys().filter(|path| !published.contains_key(*path)) {
        drifts += 1;
        files += 1;
        say(format_args!("drifts  {path} is not published"));
    }
    if wish.check && drifts > 0 {
        return Err(Failure::Refused(format!("{drifts} of {files} files drift")));
    }
    say(format_args!("{} files are published", published.len()));
    Ok(())
}

fn write(folder: &Path, path: &str, text: &str) -> Result<(), Failure> {
    let relative = Path::new(path);
    // What is published was checked; a database from elsewhere is not believed.
    if !relative.components().all(|part| matches!(part, Component::Normal(_))) {
        return Err(Failure::Refused(format!("{path} is no path of a content folder")));
    }
    let target = folder.join(relative);
    if let Some(parent) = target.parent() {
        std::fs::create_dir_all(parent)?;
    }
    Ok(std::fs::write(&target, text)?)
}
