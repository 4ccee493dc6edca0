//! The store of its own that every plugin has. What it must be able to do is
//! said here; it is kept above, in the desk's database.

/// The store could not answer; the call fails and is tried again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the key-value store: {0}")]
pub struct KeyValueError(pub String);

/// Texts by key, each plugin's apart. Every change is on disk when the call returns.
pub trait KeyValue: Send + Sync + 'static {
    /// The value; `None` when there is none.
    ///
    /// # Errors
    /// The store cannot answer.
    fn get(&self, plugin: &str, key: &str) -> Result<Option<String>, KeyValueError>;

    /// Sets the value, whatever it was; `None` deletes it.
    ///
    /// # Errors
    /// The store cannot answer.
    fn put(&self, plugin: &str, key: &str, value: Option<&str>) -> Result<(), KeyValueError>;

    /// Sets the value if it still is `expected` (`None`: absent), in one
    /// transaction. Says whether it was.
    ///
    /// # Errors
    /// The store cannot answer.
    fn compare_and_set(
        &self,
        plugin: &str,
        key: &str,
        expected: Option<&str>,
        value: Option<&str>,
    ) -> Result<bool, KeyValueError>;
}

#[cfg(test)]
pub(super) mod memory {
    //! A store for tests.

    use super::*;
    use parking_lot::Mutex;
    use std::collections::BTreeMap;

    /// Values in memory.
    #[derive(Default)]
    pub struct Memory(Mutex<BTreeMap<(String, String), String>>);

    fn set(values: &mut BTreeMap<(String, String), String>, at: (String, String), value: Option<&str>) {
        match value {
            Some(value) => values.insert(at, value.to_owned()),
            None => values.remove(&at),
        };
    }

    impl KeyValue for Memory {
        fn get(&self, plugin: &str, key: &str) -> Result<Option<String>, KeyValueError> {
            Ok(self.0.lock().get(&(plugin.to_owned(), key.to_owned())).cloned())
        }
        fn put(&self, plugin: &str, key: &str, value: Option<&str>) -> Result<(), KeyValueError> {
            set(&mut self.0.lock(), (plugin.to_owned(), key.to_owned()), value);
            Ok(())
        }
        fn compare_and_set(
            &self,
            plugin: &str,
            key: &str,
            expected: Option<&str>,
            value: Option<&str>,
        ) -> Result<bool, KeyValueError> {
            let mut values = self.0.lock();
            let at = (plugin.to_owned(), key.to_owned());
            let unchanged = values.get(&at).map(String::as_str) == expected;
            if unchanged {
                set(&mut values, at, value);
            }
            Ok(unchanged)
        }
    }
}
