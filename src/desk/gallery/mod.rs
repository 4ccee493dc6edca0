//! The gallery: templates to begin an item with. They lie in `gallery/` and are
//! part of the binary; a test checks all of them as shipped content is checked.

mod table;

pub use table::{TEMPLATES, Template};

use super::Desk;
use super::content::Files;
use super::sessions::Caller;
use crate::model::access::Right;
use crate::model::catalog::Item;
use crate::model::problem::Refusal;
use crate::model::text::did_you_mean;
use crate::model::texts::{Dictionary, Texts};
use crate::model::ticket::Kind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// One template of the gallery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateEntry {
    /// Its name.
    pub name: String,
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// What a ticket of it is.
    pub kind: Kind,
    /// Category.
    pub category: String,
}

/// One template with its files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateView {
    /// The line of the gallery.
    #[serde(flatten)]
    pub entry: TemplateEntry,
    /// Texts by path in the content folder.
    #[schema(value_type = Object)]
    pub files: Files,
}

/// Whether a text can name an item.
pub fn is_usable(name: &str) -> bool {
    let usable = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    name.len() <= 100 && name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(usable)
}

/// The template of a name.
///
/// # Errors
/// In words, with the name that may be meant, or all there are.
pub fn find(name: &str) -> Result<&'static Template, String> {
    TEMPLATES.iter().find(|template| template.name == name).ok_or_else(|| {
        let names = || TEMPLATES.iter().map(|template| template.name);
        match did_you_mean(name, names()) {
            Some(near) => format!("there is no template `{name}`; did you mean `{near}`?"),
            None => format!("there is no template `{name}`; there are {}", names().collect::<Vec<_>>().join(", ")),
        }
    })
}

impl Template {
    /// Its files by path, for an item of a name.
    pub fn files(&self, item: &str) -> Files {
        let own = [
            (format!("schemas/{item}.json"), self.schema),
            (format!("workflows/{item}.rhai"), self.workflow),
            (format!("workflows/tests/{item}.rhai"), self.scenarios),
        ];
        let forms = self.forms.iter().map(|(name, text)| (format!("schemas/forms/{name}.json"), *text));
        let texts = self.texts.iter().map(|(language, text)| (format!("schemas/texts/{language}.json"), *text));
        own.into_iter().chain(forms).chain(texts).map(|(path, text)| (path, text.to_owned())).collect()
    }

    fn entry(&self, language: &str) -> Option<TemplateEntry> {
        let item = Item::parse(self.name, self.schema, "", &BTreeMap::new()).ok()?;
        let mut texts = Texts::default();
        for (language, text) in self.texts {
            texts.add(language, Dictionary::parse(language, text).ok()?);
        }
        Some(TemplateEntry {
            name: self.name.to_owned(),
            title: texts.say(language, &item.title).into_owned(),
            description: texts.say(language, &item.description).into_owned(),
            kind: item.meta.kind,
            category: item.meta.category,
        })
    }
}

/// Two dictionaries of one language as one; what is there already stays.
///
/// # Errors
/// In words, where one of them is no map of texts.
pub fn joined(there: &str, more: &str) -> Result<String, String> {
    let read = |text: &str| serde_json::from_str::<BTreeMap<String, String>>(text).map_err(|error| error.to_string());
    let (mut all, more) = (read(there)?, read(more)?);
    for (key, said) in more {
        all.entry(key).or_insert(said);
    }
    serde_json::to_string_pretty(&all).map(|text| text + "\n").map_err(|error| error.to_string())
}

impl Desk {
    /// All templates.
    ///
    /// # Errors
    /// 403 for whom content is not for.
    pub fn gallery(&self, caller: &Caller) -> Result<Vec<TemplateEntry>, Refusal> {
        Right::ReadContent.ask(&caller.user)?;
        Ok(TEMPLATES.iter().filter_map(|template| template.entry(&caller.user.language)).collect())
    }

    /// One template with its files, for an item of a name.
    ///
    /// # Errors
    /// 403 for whom content is not for, 404 where there is no such template.
    pub fn template(&self, caller: &Caller, name: &str, item: Option<&str>) -> Result<TemplateView, Refusal> {
        Right::ReadContent.ask(&caller.user)?;
        let template = find(name).map_err(|_| Refusal::not_found())?;
        let entry = template.entry(&caller.user.language).ok_or_else(Refusal::not_found)?;
        Ok(TemplateView { entry, files: template.files(item.unwrap_or(name)) })
    }
}
