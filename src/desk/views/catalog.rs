//! The catalog as the caller may ask from it.

use super::View;
use crate::desk::translations;
use crate::model::access::Right;
use crate::model::catalog::{Item, Ordered};
use crate::model::money::Money;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::text::capitalised;
use crate::model::ticket::Kind;
use crate::model::view::Viewer;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::sync::Arc;
use utoipa::ToSchema;

/// One line of the catalog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CatalogEntry {
    /// The item's name.
    pub item: String,
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// What a ticket of it is.
    pub kind: Kind,
    /// Category.
    pub category: String,
    /// The category as the caller reads it.
    pub category_name: String,
    /// Words that find it.
    pub keywords: Vec<String>,
    /// Icon's name.
    pub icon: Option<String>,
    /// Base price.
    pub price: Option<Money>,
    /// Whether it came within the last 30 days, and not with the desk itself.
    pub new: bool,
}

/// One item with its form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CatalogItemView {
    /// The line of the catalog.
    #[serde(flatten)]
    pub entry: CatalogEntry,
    /// The form as JSON Schema, its fields in the order in which they are asked.
    #[schema(value_type = Object)]
    pub schema: Ordered,
    /// How to draw it, as react-jsonschema-form reads it.
    #[serde(rename = "uiSchema")]
    #[schema(value_type = Object)]
    pub ui_schema: Json,
    /// The form's version, for `item_version`.
    pub version: String,
}

pub(super) fn entry(viewer: &Viewer<'_>, item: &Item, new: bool) -> CatalogEntry {
    CatalogEntry {
        item: item.name.clone(),
        title: viewer.say(&item.title),
        description: viewer.say(&item.description),
        kind: item.meta.kind,
        category: item.meta.category.clone(),
        category_name: category_name(viewer, &item.meta.category),
        keywords: item.meta.keywords.clone(),
        icon: item.meta.icon.clone(),
        price: item.meta.price.clone(),
        new,
    }
}

/// What the caller may ask for, or what they may ask for on behalf of somebody,
/// in the order of the catalog.
///
/// # Errors
/// 403 on behalf of whom the caller may not ask for, 422 where there is nobody of that name.
pub(super) fn available(v: &View<'_>, user: &User, requested_for: Option<&str>) -> Result<Vec<Arc<Item>>, Refusal> {
    let person = match requested_for.filter(|name| *name != user.username) {
        Some(name) => on_behalf_of(v, user, name)?,
        None => Arc::new(user.clone()),
    };
    let all = v.world.content.items.values().filter(|item| v.world.may_ask(&person, item));
    let mut items: Vec<Arc<Item>> = all.cloned().collect();
    items.sort_by_key(|item| (item.meta.category.clone(), item.meta.order, item.name.clone()));
    Ok(items)
}

/// A category as people read it.
pub(super) fn category_name(viewer: &Viewer<'_>, category: &str) -> String {
    capitalised(&viewer.say(category))
}

fn on_behalf_of(v: &View<'_>, user: &User, name: &str) -> Result<Arc<User>, Refusal> {
    let person = v.world.people.by_username(name).filter(|person| person.active);
    let may = person.is_some_and(|person| v.world.may_ask_for(user, person));
    if !may {
        Right::AskForAnybody.ask(user)?;
    }
    let unknown = || Refusal::invalid("/requested_for", "unknown", format!("There is nobody called `{name}` here."));
    person.cloned().ok_or_else(unknown)
}

/// One item with its form; staff see every item, who writes it and whose report may ask for it do, too.
///
/// # Errors
/// 404 where there is no such item for the caller.
pub fn catalog_item(v: &mut View<'_>, user: &User, name: &str) -> Result<CatalogItemView, Refusal> {
    let item = v.world.content.items.get(name).filter(|item| v.world.may_see(user, item));
    let item = item.ok_or_else(Refusal::not_found)?;
    let new = v.popular.figures(v.reader, v.world, v.now)?.is_new(name, v.now);
    let viewer = v.viewer(user);
    let mut say = |text: &str| viewer.say(text);
    Ok(CatalogItemView {
        entry: entry(&viewer, item, new),
        schema: item.shown.said(&mut say),
        ui_schema: translations::drawn(&item.ui, &mut say),
        version: item.version.clone(),
    })
}
