//! Where settings are said: the file, the environment, flags. Read into layers of
//! text, each with its place; what they mean is in `entries`.

use super::{Place, SettingError};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::ops::Range;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// The file that is read when none is named.
const USUAL_FILE: &str = "maitred.toml";
/// What our variables begin with.
const PREFIX: &str = "MAITRED_";
/// Names the file.
const CONFIG: &str = "MAITRED_CONFIG";
/// Secrets of plugins: `MAITRED_SECRET_ASSET_TOKEN`.
const SECRET: &str = "MAITRED_SECRET_";
/// For our own tests.
const TEST: &str = "MAITRED_TEST_";
/// Tables whose keys are not ours.
const OPEN_TABLES: [&str; 2] = ["plugins", "secrets"];

/// A setting said on the command line.
#[derive(Clone, Debug)]
pub struct Flag {
    key: &'static str,
    flag: &'static str,
    text: String,
}

impl Flag {
    /// A flag with a value, where it was given.
    pub fn text(key: &'static str, flag: &'static str, text: Option<&String>) -> Option<Self> {
        text.map(|text| Self { key, flag, text: text.clone() })
    }
    /// A flag without a value, where it was given.
    pub fn switch(key: &'static str, flag: &'static str, given: bool) -> Option<Self> {
        given.then(|| Self { key, flag, text: "true".to_owned() })
    }
}

/// One setting as it was said.
#[derive(Debug, PartialEq)]
pub struct Layer {
    /// Its key.
    pub key: String,
    /// Its value as text.
    pub text: String,
    /// Where.
    pub place: Place,
}

/// All that was said.
#[derive(Debug, Default)]
pub struct Sources {
    /// The file's name and text.
    pub file: Option<(String, String)>,
    /// The environment, names that begin with `MAITRED_`.
    pub environment: Vec<(String, String)>,
    /// Flags.
    pub flags: Vec<Flag>,
}

impl Sources {
    /// What this machine says.
    ///
    /// # Errors
    /// Where the named file cannot be read, or a variable is no UTF-8.
    pub fn of_machine(config: Option<&Path>, flags: Vec<Flag>) -> Result<Self, SettingError> {
        let mut environment = Vec::new();
        for (name, value) in std::env::vars_os() {
            let Some(name) = name.to_str().filter(|name| name.starts_with(PREFIX)) else { continue };
            let place = Place::Environment(name.to_owned());
            let value = value.into_string().map_err(|_| SettingError::new(place, "the value is not UTF-8"))?;
            environment.push((name.to_owned(), value));
        }
        environment.sort();
        let named = environment.iter().find(|(name, _)| name == CONFIG);
        let file = match (config, named) {
            (Some(path), _) => Some(read_file(path, Place::Flag("--config"))?),
            (None, Some((name, path))) => Some(read_file(Path::new(path), Place::Environment(name.clone()))?),
            (None, None) => usual_file()?,
        };
        Ok(Self { file, environment, flags })
    }

    /// Every setting that was said, later ones over earlier ones.
    ///
    /// # Errors
    /// Where the file is no TOML.
    pub fn layers(&self) -> Result<Vec<Layer>, SettingError> {
        let mut layers = self.file_layers()?;
        let of_secrets_or_tests = |name: &str| [SECRET, TEST].iter().any(|prefix| name.starts_with(prefix));
        for (name, value) in self.environment.iter().filter(|(name, _)| name != CONFIG && !of_secrets_or_tests(name)) {
            let (key, place) = (key_of(name), Place::Environment(name.clone()));
            layers.push(Layer { key, text: value.clone(), place });
        }
        for Flag { key, flag, text } in &self.flags {
            layers.push(Layer { key: (*key).to_owned(), text: text.clone(), place: Place::Flag(flag) });
        }
        Ok(layers)
    }

    fn file_layers(&self) -> Result<Vec<Layer>, SettingError> {
        let Some((name, text)) = &self.file else { return Ok(Vec::new()) };
        let place = |span: Option<Range<usize>>| place(name, text, span);
        let table = DeTable::parse(text).map_err(|error| SettingError::new(place(error.span()), error.message()))?;
        let mut layers = Vec::new();
        for (key, value) in table.get_ref() {
            match value.get_ref() {
                DeValue::Table(_) if OPEN_TABLES.contains(&key.get_ref().as_ref()) => {}
                DeValue::Table(inner) => {
                    for (inner_key, value) in inner {
                        let key = format!("{}.{}", key.get_ref(), inner_key.get_ref());
                        layers.push(layer(
                            key,
                            value.get_ref(),
                            place(Some(inner_key.span())),
                            place(Some(value.span())),
                        )?);
                    }
                }
                single => layers.push(layer(
                    key.get_ref().to_string(),
                    single,
                    place(Some(key.span())),
                    place(Some(value.span())),
                )?),
            }
        }
        Ok(layers)
    }

    /// Settings of plugins: `[plugins.NAME]`.
    ///
    /// # Errors
    /// Where `plugins` holds something else than tables.
    pub fn plugins(&self) -> Result<BTreeMap<String, Map<String, Json>>, SettingError> {
        let mut plugins = BTreeMap::new();
        for (name, value) in self.open_table("plugins")? {
            match serde_json::to_value(&value) {
                Ok(Json::Object(settings)) => plugins.insert(name, settings),
                _ => return Err(self.misplaced(&name, "a plugin's settings are a table: `[plugins.NAME]`")),
            };
        }
        Ok(plugins)
    }

    /// The file, and the line of each `[plugins.NAME]`.
    pub fn plugin_lines(&self) -> Option<(String, BTreeMap<String, u32>)> {
        let (file, text) = self.file.as_ref()?;
        let line = |(n, line): (usize, &str)| {
            let name = line.trim().strip_prefix("[plugins.")?.split(']').next()?;
            Some((name.trim_matches('"').to_owned(), u32::try_from(n + 1).ok()?))
        };
        Some((file.clone(), text.lines().enumerate().filter_map(line).collect()))
    }

    /// Secrets of plugins: from files that `[secrets]` names, or from variables.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn secrets(&self) -> Result<BTreeMap<String, String>, SettingError> {
        let mut secrets = BTreeMap::new();
        for (name, value) in self.open_table("secrets")? {
            let read = value.as_str().map(std::fs::read_to_string);
            match read {
                Some(Ok(text)) => secrets.insert(name, text.trim_end().to_owned()),
                Some(Err(error)) => {
                    return Err(self.misplaced(&name, &format!("the secret's file cannot be read: {error}")));
                }
                None => return Err(self.misplaced(&name, "a secret is the path of a file that holds it")),
            };
        }
        let own = self.environment.iter().filter_map(|(name, value)| Some((name.strip_prefix(SECRET)?, value)));
        secrets.extend(own.map(|(name, value)| (name.to_owned(), value.clone())));
        Ok(secrets)
    }

    fn open_table(&self, name: &str) -> Result<toml::Table, SettingError> {
        let Some((file, text)) = &self.file else { return Ok(toml::Table::new()) };
        let whole: toml::Table = toml::from_str(text)
            .map_err(|error| SettingError::new(place(file, text, error.span()), error.message()))?;
        Ok(whole.get(name).and_then(toml::Value::as_table).cloned().unwrap_or_default())
    }

    /// An error at the line that begins with a name.
    fn misplaced(&self, name: &str, message: &str) -> SettingError {
        let (file, text) = self.file.clone().unwrap_or_default();
        let line = text.lines().position(|line| line.trim_start().starts_with(name)).map_or(0, |line| line + 1);
        SettingError::new(Place::File { file, line, column: 1 }, format!("`{name}`: {message}"))
    }
}

fn read_file(path: &Path, said: Place) -> Result<(String, String), SettingError> {
    let text = std::fs::read_to_string(path);
    let text = text.map_err(|error| SettingError::new(said, format!("{} cannot be read: {error}", path.display())))?;
    Ok((path.display().to_string(), text))
}

fn usual_file() -> Result<Option<(String, String)>, SettingError> {
    match std::fs::read_to_string(USUAL_FILE) {
        Ok(text) => Ok(Some((USUAL_FILE.to_owned(), text))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let place = Place::File { file: USUAL_FILE.to_owned(), line: 0, column: 0 };
            Err(SettingError::new(place, format!("cannot be read: {error}")))
        }
    }
}

/// `MAITRED_HTTP_WORKERS` is `http.workers`, `MAITRED_PUBLIC_URL` is `public_url`.
fn key_of(name: &str) -> String {
    let known = super::ENTRIES.iter().find(|entry| variable_of(entry.key) == name);
    known.map_or_else(|| name.strip_prefix(PREFIX).unwrap_or(name).to_ascii_lowercase(), |entry| entry.key.to_owned())
}

/// The environment variable of a setting.
pub fn variable_of(key: &str) -> String {
    format!("{PREFIX}{}", key.replace('.', "_").to_ascii_uppercase())
}

fn layer(key: String, value: &DeValue<'_>, key_at: Place, value_at: Place) -> Result<Layer, SettingError> {
    let text = match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Integer(number) => number.to_string(),
        DeValue::Boolean(flag) => flag.to_string(),
        _ => {
            return Err(SettingError::new(
                value_at,
                format!("`{key}` wants a text, a whole number, `true` or `false`"),
            ));
        }
    };
    // An unknown key is shown itself, a wrong value likewise.
    let known = super::ENTRIES.iter().any(|entry| entry.key == key);
    Ok(Layer { key, text, place: if known { value_at } else { key_at } })
}

/// Line and column of the beginning of a span.
fn place(file: &str, text: &str, span: Option<Range<usize>>) -> Place {
    let before = span.and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |rest| rest.chars().count()) + 1;
    Place::File { file: file.to_owned(), line, column }
}
