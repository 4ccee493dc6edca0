//! Pinned workflows and forms: a ticket keeps the versions that it was submitted under.
//! Current versions are in the World; older ones are compiled from the stored
//! content when a ticket needs them, and kept, bounded.

use super::content::{Files, sources};
use super::world::World;
use crate::model::catalog::Item;
use crate::store::{Reader, StoreError};
use crate::workflow::{Known, Program};
use parking_lot::Mutex;
use std::collections::HashMap;
use std::sync::Arc;

/// So many older versions are kept compiled (about 1 KB per line of script).
const MOST: usize = 256;

/// Compiled older versions by hash.
#[derive(Default)]
pub struct Programs {
    older: Mutex<HashMap<String, Arc<Program>>>,
    older_items: Mutex<HashMap<(String, String), Arc<Item>>>,
}

impl Programs {
    /// The program of a pinned version of an item's workflow; `None` where its
    /// content is gone or does not compile under this binary.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn pinned(
        &self,
        reader: &mut Reader,
        world: &World,
        version: &str,
    ) -> Result<Option<Arc<Program>>, StoreError> {
        if let Some(program) = world.content.workflows.values().find(|program| program.version == version) {
            return Ok(Some(Arc::clone(program)));
        }
        if let Some(program) = self.older.lock().get(version) {
            return Ok(Some(Arc::clone(program)));
        }
        let Some(stored) = reader.workflow_version(version)? else { return Ok(None) };
        let mut files = Files::new();
        for (path, hash) in stored.files {
            if let Some(text) = reader.content(&hash)? {
                files.insert(path, text);
            }
        }
        let path = format!("workflows/{}.rhai", stored.item);
        let program = sources(&files, &path)
            .and_then(|sources| Program::compile(&stored.item, &sources, &Known::default()).ok())
            .map(Arc::new);
        if let Some(program) = &program {
            let mut older = self.older.lock();
            if older.len() >= MOST {
                older.clear();
            }
            older.insert(version.to_owned(), Arc::clone(program));
        }
        Ok(program)
    }

    /// An item with the form of a pinned version; `None` where its content is gone.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn item(
        &self,
        reader: &mut Reader,
        world: &World,
        name: &str,
        version: &str,
    ) -> Result<Option<Arc<Item>>, StoreError> {
        if let Some(item) = world.content.items.get(name).filter(|item| item.version == version) {
            return Ok(Some(Arc::clone(item)));
        }
        let key = (name.to_owned(), version.to_owned());
        if let Some(item) = self.older_items.lock().get(&key) {
            return Ok(Some(Arc::clone(item)));
        }
        let Some(text) = reader.content(version)? else { return Ok(None) };
        let mut common = reader.published_texts()?;
        common.retain(|path, _| path.starts_with("schemas/common/"));
        let item = Item::parse(name, &text, version, &common).ok().map(Arc::new);
        if let Some(item) = &item {
            let mut older = self.older_items.lock();
            if older.len() >= MOST {
                older.clear();
            }
            older.insert(key, Arc::clone(item));
        }
        Ok(item)
    }
}
