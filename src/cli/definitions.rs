//! `maitred definitions`.

use super::arguments::Definitions;
use super::failure::Failure;
use super::print::say;
use super::settings::{Flag, Settings};
use crate::desk::content;
use crate::workflow::definitions;
use std::path::PathBuf;

/// Where editors find them: a hidden folder is no content.
const FOLDER: &str = "workflows/.rhai";

/// Writes the words, and the functions of the installation's plugins, as Rhai
/// definitions for editors.
pub fn definitions(wish: &Definitions) -> Result<(), Failure> {
    let settings = Settings::read(wish.config.as_deref(), [Flag::text("content", "--content", wish.content.as_ref())])?;
    let content = PathBuf::from(&settings.content);
    let files = content::read_folder(&content).map_err(Failure::Faults)?;
    let plugins = content::plugin_functions(&files, &settings.installation()).map_err(Failure::Faults)?;
    let folder = wish.folder.as_ref().map_or_else(|| content.join(FOLDER), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    let written = definitions::definitions(&plugins);
    for (name, text) in &written {
        std::fs::write(folder.join(name), text)?;
    }
    say(format_args!("{} files written into {}", written.len(), folder.display()));
    Ok(())
}
