//! The web root of a plugin: the files of one folder, read once into memory and
//! bounded. What is not plainly a file within that folder is no page: hidden
//! names are passed over, a link that leads outside is a fault. How the files
//! are answered is `http`'s.

use super::manifest::Manifest;
use crate::model::problem::Fault;
use bytes::Bytes;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A web root has no more entries.
pub const MOST_ENTRIES: usize = 5_000;
/// A web root is no larger.
pub const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// The page that each web root begins with; without it, it is not built.
pub const INDEX: &str = "index.html";

/// Bytes, and the hash that tells them from others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// What is sent.
    pub bytes: Bytes,
    /// Hex of the first half of their SHA-256.
    pub hash: String,
}

/// One file, and its pre-compressed siblings `.br` and `.gz`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebFile {
    /// As it is.
    pub plain: Sent,
    /// Compressed by Brotli.
    pub brotli: Option<Sent>,
    /// Compressed by gzip.
    pub gzip: Option<Sent>,
}

/// The pages of one plugin.
#[derive(Debug, PartialEq, Eq)]
pub struct WebRoot {
    /// Its folder within the plugin's, as the manifest says.
    pub folder: String,
    /// By path within it, `/` between folders.
    files: BTreeMap<String, WebFile>,
}

/// Why there are no pages.
#[derive(Debug)]
pub(super) enum Unread {
    /// They are not there, or not whole: what is missing, in one line.
    Missing(String),
    /// They cannot be served.
    Faults(Vec<Fault>),
}

impl WebRoot {
    /// Reads the folder `root` of a plugin within a content folder.
    pub(super) fn read(content: &Path, manifest: &Manifest, root: &str) -> Result<WebRoot, Unread> {
        let plugin = content.join("plugins").join(&manifest.name);
        let shown = format!("plugins/{}/{root}", manifest.name);
        let folder = plugin.join(root);
        if !folder.join(INDEX).is_file() {
            return Err(Unread::Missing(missing(&plugin, &folder, &manifest.name, &shown)));
        }
        let outside = |message: &str| Unread::Faults(vec![Fault::of_file(&shown, "file", message)]);
        let (Ok(plugin), Ok(top)) = (plugin.canonicalize(), folder.canonicalize()) else {
            return Err(outside("the folder cannot be opened"));
        };
        if !top.starts_with(&plugin) {
            return Err(outside("the folder is a link that leads out of the plugin's"));
        }
        let mut reading = Reading { top, shown, entries: 0, left: MOST_BYTES, files: BTreeMap::new(), faults: vec![] };
        reading.walk();
        if !reading.faults.is_empty() {
            return Err(Unread::Faults(reading.faults));
        }
        Ok(WebRoot { folder: root.to_owned(), files: with_siblings(reading.files) })
    }

    /// The file of this name.
    pub fn file(&self, name: &str) -> Option<&WebFile> {
        self.files.get(name)
    }
}

/// What is missing, and how it comes there.
fn missing(plugin: &Path, folder: &Path, name: &str, shown: &str) -> String {
    let what = if folder.is_dir() { format!("{shown}/{INDEX}") } else { shown.to_owned() };
    let project = [(plugin.to_owned(), format!("plugins/{name}")), (plugin.join("web"), format!("plugins/{name}/web"))];
    let project = project.into_iter().find(|(folder, _)| folder.join("package.json").is_file());
    match project {
        Some((_, place)) => {
            format!("{what} is not there: build it with npm (`npm ci && npm run build` in {place})")
        }
        None => format!("{what} is not there: build it with npm where its sources are, and put it there"),
    }
}

/// Compressed siblings stand beside their file and are not served by their own names.
fn with_siblings(mut read: BTreeMap<String, Sent>) -> BTreeMap<String, WebFile> {
    let is_sibling = |name: &str| name.ends_with(".br") || name.ends_with(".gz");
    let siblings: BTreeMap<String, Sent> = read.extract_if(.., |name, _| is_sibling(name)).collect();
    let sibling = |name: &str, ending: &str| siblings.get(&format!("{name}{ending}")).cloned();
    read.into_iter()
        .map(|(name, plain)| {
            let file = WebFile { plain, brotli: sibling(&name, ".br"), gzip: sibling(&name, ".gz") };
            (name, file)
        })
        .collect()
}

/// A web root on its way into memory.
struct Reading {
    /// The folder, without links.
    top: PathBuf,
    /// The folder as people know it.
    shown: String,
    entries: usize,
    left: u64,
    files: BTreeMap<String, Sent>,
    faults: Vec<Fault>,
}

impl Reading {
    fn fault(&mut self, name: &str, message: impl Into<String>) {
        let place = if name.is_empty() { self.shown.clone() } else { format!("{}/{name}", self.shown) };
        self.faults.push(Fault::of_file(place, "file", message));
    }

    /// The path within the folder, as URLs write it.
    fn name(&self, path: &Path) -> String {
        let within = path.strip_prefix(&self.top).unwrap_or(path);
        within.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    fn walk(&mut self) {
        let mut walk = WalkDir::new(&self.top).min_depth(1).follow_links(true).into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let name = error.path().map(|path| self.name(path)).unwrap_or_default();
                    self.fault(&name, "it cannot be read, or is a link that leads nowhere or round in a circle");
                    continue;
                }
            };
            self.entries += 1;
            if self.entries > MOST_ENTRIES {
                return self.fault("", format!("more than {MOST_ENTRIES} files"));
            }
            let passed_over = entry.file_name().to_string_lossy().starts_with('.') || self.leads_out(&entry);
            match (passed_over, entry.file_type().is_dir()) {
                (true, true) => walk.skip_current_dir(),
                (true, false) | (false, true) => {}
                (false, false) => {
                    if !self.take(&entry) {
                        return;
                    }
                }
            }
        }
    }

    /// Whether it is a link to something outside, which is a fault.
    fn leads_out(&mut self, entry: &DirEntry) -> bool {
        let out = entry.path_is_symlink() && !entry.path().canonicalize().is_ok_and(|real| real.starts_with(&self.top));
        if out {
            let name = self.name(entry.path());
            self.fault(&name, "a link that leads out of the web root");
        }
        out
    }

    /// Reads one file; tells whether there is room for another.
    fn take(&mut self, entry: &DirEntry) -> bool {
        let name = self.name(entry.path());
        if !entry.file_type().is_file() {
            self.fault(&name, "it is no plain file");
            return true;
        }
        match read(entry.path(), self.left) {
            Ok(Some(bytes)) => {
                self.left = self.left.saturating_sub(bytes.len() as u64);
                let half: String = hex::encode(Sha256::digest(&bytes)).chars().take(32).collect();
                self.files.insert(name, Sent { bytes: bytes.into(), hash: half });
                true
            }
            Ok(None) => {
                self.fault("", format!("more than {} MiB", MOST_BYTES / 1024 / 1024));
                false
            }
            Err(error) => {
                self.fault(&name, format!("it cannot be read: {error}"));
                true
            }
        }
    }
}

/// A file's bytes; none where they are more than are `left`.
fn read(path: &Path, left: u64) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    // One more than may be: a file may grow while it is read.
    File::open(path)?.take(left + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= left).then_some(bytes))
}
