//! Secrets of a plugin: known by name, put into headers at the last moment, and
//! blotted out of everything that could carry them back. No script ever holds
//! one as text.

use reqwest::header::HeaderValue;
use std::collections::BTreeMap;
use std::fmt;

/// Where the values of secrets come from: the environment, or a file.
pub trait SecretSource: Send + Sync {
    /// The value of a secret of `plugin`; `None` when this installation has none.
    fn value(&self, plugin: &str, name: &str) -> Option<String>;
}

/// Values that are handed over as they are.
impl SecretSource for BTreeMap<String, String> {
    fn value(&self, _plugin: &str, name: &str) -> Option<String> {
        self.get(name).cloned()
    }
}

/// A header's text as a script says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeaderText {
    /// Text.
    Plain(String),
    /// `secret(name)`, `secret(name, "Bearer ")`.
    Secret {
        /// What stands before it.
        prefix: String,
        /// Its name.
        name: String,
    },
}

/// Shorter values are not looked for in texts: they would be found by chance.
const SHORTEST_BLOTTED: usize = 6;

/// The declared secrets of one plugin with their values.
#[derive(Clone, Default)]
pub struct Secrets(BTreeMap<String, Option<String>>);

/// Names only.
impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Secrets {
    /// The secrets `names` of `plugin`.
    pub fn of(plugin: &str, names: &[String], source: &dyn SecretSource) -> Secrets {
        Secrets(names.iter().map(|name| (name.clone(), source.value(plugin, name))).collect())
    }

    /// Whether the plugin declared it.
    pub fn declares(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// Whether it has a value in this installation.
    pub fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(Option::is_some)
    }

    /// The header's value; `None` when it is no text that a header can hold.
    ///
    /// # Errors
    /// The name of a secret that was not declared or has no value here.
    pub fn header(&self, text: &HeaderText) -> Result<Option<HeaderValue>, String> {
        match text {
            HeaderText::Plain(text) => Ok(HeaderValue::from_str(text).ok()),
            HeaderText::Secret { prefix, name } => {
                let value = self.0.get(name).and_then(Option::as_ref).ok_or_else(|| name.clone())?;
                let mut value = HeaderValue::from_str(&format!("{prefix}{value}")).ok();
                if let Some(value) = &mut value {
                    value.set_sensitive(true);
                }
                Ok(value)
            }
        }
    }

    /// The text with every secret's value replaced by its name: a neighbour may
    /// send back what it was sent.
    pub fn blot(&self, text: &str) -> String {
        let mut clean = text.to_owned();
        for (name, value) in &self.0 {
            if let Some(value) = value.as_deref().filter(|value| value.len() >= SHORTEST_BLOTTED) {
                clean = clean.replace(value, &format!("[{name}]"));
            }
        }
        clean
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_in_its_header_and_nowhere_else() {
        let source = BTreeMap::from([("ASSET_TOKEN".to_owned(), "s3cr3t-value".to_owned())]);
        let secrets = Secrets::of("asset", &["ASSET_TOKEN".to_owned(), "OTHER".to_owned()], &source);
        let header =
            secrets.header(&HeaderText::Secret { prefix: "Bearer ".to_owned(), name: "ASSET_TOKEN".to_owned() });
        let header = header.unwrap().unwrap();
        assert_eq!(header.to_str().unwrap(), "Bearer s3cr3t-value");
        assert!(!format!("{header:?} {secrets:?}").contains("s3cr3t"));
        assert_eq!(secrets.blot("you sent s3cr3t-value"), "you sent [ASSET_TOKEN]");
        for name in ["OTHER", "UNDECLARED"] {
            let text = HeaderText::Secret { prefix: String::new(), name: name.to_owned() };
            assert_eq!(secrets.header(&text), Err(name.to_owned()));
        }
    }
}
