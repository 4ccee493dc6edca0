//! A content folder: the repository's own, or that with a test's own files.

use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder with `workflows/`, `schemas/` and `plugins/`.
pub enum Content {
    Shipped,
    Own(TempDir),
}

impl Content {
    /// The repository's content, to be changed.
    pub fn copied() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["workflows", "schemas", "plugins"] {
            copy(&top().join(name), &folder.path().join(name));
        }
        Self::Own(folder)
    }

    /// Nothing but the policy and its calendar.
    pub fn bare() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["workflows", "schemas"] {
            std::fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        // Tickets that open themselves are of items that are not there.
        let policy = std::fs::read_to_string(top().join("workflows/policy.toml")).unwrap();
        let policy = policy.split("[[recurring]]").next().unwrap();
        std::fs::write(folder.path().join("workflows/policy.toml"), policy).unwrap();
        Self::Own(folder)
    }

    pub fn is_shipped(&self) -> bool {
        matches!(self, Self::Shipped)
    }

    pub fn path(&self) -> PathBuf {
        match self {
            Self::Shipped => top().to_owned(),
            Self::Own(folder) => folder.path().to_owned(),
        }
    }

    /// With this file; what was the repository's is copied first.
    pub fn with(self, path: &str, text: &str) -> Self {
        let own = if self.is_shipped() { Self::copied() } else { self };
        let place = own.path().join(path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, text).unwrap();
        own
    }

    /// With a part of a file replaced, which must be there.
    pub fn replaced(self, path: &str, from: &str, to: &str) -> Self {
        let text = std::fs::read_to_string(self.path().join(path)).unwrap();
        assert!(text.contains(from), "{path} has no `{from}`");
        self.with(path, &text.replacen(from, to, 1))
    }
}

pub fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Pages of plugins are a test's own, whatever was built here.
fn is_of_pages(name: &str) -> bool {
    name.starts_with('.') || ["web", "node_modules"].contains(&name)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if is_of_pages(&entry.file_name().to_string_lossy()) {
            continue;
        }
        let place = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &place);
        } else {
            std::fs::copy(entry.path(), place).unwrap();
        }
    }
}
