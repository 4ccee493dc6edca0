//! The plugins' key-value store, kept in the desk's database.

use crate::plugins::{KeyValue, KeyValueError};
use crate::store::{Reader, Store, StoreError};
use parking_lot::Mutex;

/// Values of plugins in the database. Calls on several threads share one
/// connection for reading.
pub struct PluginValues {
    store: Store,
    reader: Mutex<Reader>,
}

impl PluginValues {
    /// The values kept in `store`.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn new(store: &Store) -> Result<PluginValues, StoreError> {
        Ok(PluginValues { reader: Mutex::new(store.reader()?), store: store.clone() })
    }
}

fn failed(error: StoreError) -> KeyValueError {
    tracing::warn!(%error, "a plugin's value could not be read or kept");
    KeyValueError("the database does not answer".to_owned())
}

impl KeyValue for PluginValues {
    fn get(&self, plugin: &str, key: &str) -> Result<Option<String>, KeyValueError> {
        self.reader.lock().plugin_get(plugin, key).map_err(failed)
    }
    fn put(&self, plugin: &str, key: &str, value: Option<&str>) -> Result<(), KeyValueError> {
        self.store.plugin_put(plugin, key, value).map_err(failed)
    }
    fn compare_and_set(
        &self,
        plugin: &str,
        key: &str,
        expected: Option<&str>,
        value: Option<&str>,
    ) -> Result<bool, KeyValueError> {
        self.store.plugin_swap(plugin, key, expected, value).map_err(failed)
    }
}
