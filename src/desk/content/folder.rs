//! The content folder: which of its files are content. Build products, hidden
//! files and the sources of a plugin's pages are none.

use super::Files;
use crate::model::problem::Fault;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// No file of the content is larger.
const LARGEST_FILE: u64 = 1024 * 1024;
const ENDINGS: [&str; 5] = ["rhai", "toml", "json", "csv", "ics"];
/// What is content in a plugin's folder that is a Node project, too.
const BESIDE_SOURCES: [&str; 3] = ["plugin.toml", "main.rhai", "schemas"];

/// Whether a file of this name belongs to the content.
pub fn belongs(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending))
}

/// Reads `workflows/`, `schemas/` and `plugins/` of a folder. Hidden files,
/// build products, pages of plugins and what is no text of ours are passed over.
///
/// # Errors
/// A fault for every file that cannot be read, is too large or no UTF-8.
pub fn read_folder(folder: &Path) -> Result<Files, Vec<Fault>> {
    let mut files = Files::new();
    let mut faults = Vec::new();
    for top in ["workflows", "schemas", "plugins"] {
        let walk = WalkDir::new(folder.join(top)).sort_by_file_name().into_iter();
        let passed_over = |entry: &DirEntry| is_hidden(entry) || (top == "plugins" && is_of_pages(entry));
        let content = walk.filter_entry(|entry| !passed_over(entry));
        for entry in content.filter_map(Result::ok).filter(|entry| entry.file_type().is_file()) {
            if !belongs(&entry.file_name().to_string_lossy()) {
                continue;
            }
            let relative = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let path = relative.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            match read_file(&entry) {
                Ok(text) => drop(files.insert(path, text)),
                Err(message) => faults.push(Fault::of_file(path, "file", message)),
            }
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(faults) }
}

fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.') || name == "node_modules" || name == "dist"
}

/// Whether an entry of `plugins/NAME/` belongs to its pages: they lie in `web/`,
/// their sources there or, with a package.json, in the plugin's folder itself.
fn is_of_pages(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let in_project = || entry.path().with_file_name("package.json").is_file();
    entry.depth() == 2 && (name == "web" || (!BESIDE_SOURCES.contains(&name.as_ref()) && in_project()))
}

fn read_file(entry: &DirEntry) -> Result<String, String> {
    let size = entry.metadata().map_err(|error| error.to_string())?.len();
    if size > LARGEST_FILE {
        return Err(format!("the file is larger than {} KiB", LARGEST_FILE / 1024));
    }
    let bytes = std::fs::read(entry.path()).map_err(|error| error.to_string())?;
    let text = String::from_utf8(bytes).map_err(|_| "the file is not UTF-8".to_owned())?;
    if text.contains('\0') { Err("the file contains a NUL character".to_owned()) } else { Ok(text) }
}
