//! The pages in force: those of each plugin that has a web root and was built.
//! One handle per process; a look at the folders swaps what has changed and
//! leaves what is wrong as it was.

use super::manifest::Manifest;
use super::runtime::Plugins;
use super::web_root::{Unread, WebRoot};
use crate::model::problem::Fault;
use arc_swap::ArcSwap;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// The plugin whose pages are served on the API's origin.
pub const PORTAL: &str = "portal";

/// Pages of plugins, shared by those who look at folders and those who answer.
#[derive(Clone, Default)]
pub struct Pages(Arc<ArcSwap<Held>>);

#[derive(Default)]
struct Held {
    /// By the plugin's name.
    roots: BTreeMap<String, Arc<WebRoot>>,
    /// What is missing, by the plugin's name.
    missing: BTreeMap<String, String>,
}

/// What a look at the folders came to.
#[derive(Debug, Default)]
pub struct Refreshed {
    /// Plugins whose pages are other ones now.
    pub changed: Vec<String>,
    /// What is missing and was not before, each in one line.
    pub missing: Vec<String>,
    /// What is wrong with web roots; what was served of them before still is.
    pub faults: Vec<Fault>,
}

impl Pages {
    /// Reads the web roots of `plugins` in the folder `content`. Blocks. What is
    /// half built or wrong changes nothing that is served.
    pub fn refresh(&self, content: &Path, plugins: &Plugins) -> Refreshed {
        let before = self.0.load_full();
        let (mut held, mut told) = (Held::default(), Refreshed::default());
        for manifest in plugins.manifests() {
            let Some(root) = &manifest.web else { continue };
            let name = manifest.name.clone();
            let former = before.roots.get(&name);
            let read = match WebRoot::read(content, manifest, root) {
                Ok(read) if former.is_some_and(|former| **former == read) => former.cloned(),
                Ok(read) => {
                    told.changed.push(name.clone());
                    Some(Arc::new(read))
                }
                Err(Unread::Faults(faults)) => {
                    told.faults.extend(faults);
                    former.cloned()
                }
                Err(Unread::Missing(what)) => {
                    if before.missing.get(&name) != Some(&what) {
                        told.missing.push(what.clone());
                    }
                    held.missing.insert(name.clone(), what);
                    former.cloned()
                }
            };
            held.roots.extend(read.map(|read| (name, read)));
        }
        self.0.store(Arc::new(held));
        told
    }

    /// The pages of a plugin, as long as they are those that its manifest names.
    pub fn of(&self, manifest: &Manifest) -> Option<Arc<WebRoot>> {
        let held = self.0.load();
        held.roots.get(&manifest.name).filter(|root| manifest.web.as_deref() == Some(root.folder.as_str())).cloned()
    }

    /// What is missing of a plugin's pages, in one line.
    pub fn missing(&self, plugin: &str) -> Option<String> {
        self.0.load().missing.get(plugin).cloned()
    }
}

impl fmt::Debug for Pages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.load().roots.keys()).finish()
    }
}
