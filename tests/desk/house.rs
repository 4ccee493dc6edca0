//! The house: who may know whom. Imports go down only, never to a neighbour on
//! the same floor, and each large library has one room that it never leaves.

mod codes;
mod floors;
mod paths;
mod tidy;
mod wrong;

use std::path::{Path, PathBuf};

/// A source file: its path from the top of the repository, and its text.
struct Source {
    path: String,
    text: String,
}

/// All files under the folders with this ending, in order.
fn files(folders: &[&str], ending: &str) -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut waiting: Vec<PathBuf> = folders.iter().map(|folder| top.join(folder)).filter(|it| it.is_dir()).collect();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                let name = path.strip_prefix(top).unwrap().to_str().unwrap().replace('\\', "/");
                found.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    found.sort_by(|one, two| one.path.cmp(&two.path));
    found
}

#[test]
fn imports_go_down_only() {
    let sources = files(&["src"], "rs");
    assert!(sources.len() > 50, "the source was found");
    let arrows: Vec<String> = sources.iter().flat_map(|source| floors::arrows(&source.path, &source.text)).collect();
    assert!(arrows.is_empty(), "docs/architecture.md forbids:\n{}", arrows.join("\n"));
}

#[test]
fn each_folder_of_the_source_has_a_floor() {
    for source in files(&["src"], "rs") {
        let room = floors::room(&source.path);
        assert!(floors::is_known(room), "{}: `{room}` stands on no floor", source.path);
    }
}
