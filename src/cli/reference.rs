//! `maitred reference`: writes the pages of `docs/` that are made from the code.
//! For those who change the language; a test holds the committed pages to it.

use super::arguments::Reference;
use super::failure::Failure;
use super::print::say;
use crate::model::fault_codes;
use crate::model::policy::schema;
use crate::workflow::reference;
use std::collections::BTreeMap;
use std::path::Path;

/// The generated pages by their paths within `docs/`.
pub fn pages() -> BTreeMap<String, String> {
    let words = reference::pages().into_iter().map(|(name, text)| (format!("workflow-language/{name}"), text));
    let errors = fault_codes::PAGE.trim_start_matches("docs/").to_owned();
    let policy = (schema::PAGE.to_owned(), schema::page());
    words.chain([(errors, fault_codes::page()), policy]).collect()
}

/// Writes them into a folder.
pub fn reference(wish: &Reference) -> Result<(), Failure> {
    let pages = pages();
    for (path, text) in &pages {
        let place = Path::new(&wish.folder).join(path);
        std::fs::create_dir_all(place.parent().unwrap_or(Path::new(".")))?;
        std::fs::write(place, text)?;
    }
    say(format_args!("{} pages written into {}", pages.len(), wish.folder));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_pages_are_those_of_the_code() {
        let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
        for (path, text) in pages() {
            let committed = std::fs::read_to_string(docs.join(&path)).unwrap_or_default();
            assert!(committed == text, "docs/{path} is not what the code says; run `cargo run -- reference docs`");
        }
    }
}
