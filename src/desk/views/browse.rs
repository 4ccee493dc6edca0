//! Looking around in the catalog: by category, by words in any of the desk's
//! languages, by what is asked for most and by what is new.

use super::View;
use super::catalog::{CatalogEntry, available, category_name, entry};
use crate::desk::world::World;
use crate::model::catalog::Item;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::text::fold;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;
use utoipa::ToSchema;

/// How the catalog is asked.
#[derive(Clone, Debug, Default)]
pub struct Browse {
    /// On behalf of whom, by username.
    pub requested_for: Option<String>,
    /// One category.
    pub category: Option<String>,
    /// Words that are to be found: all of them or, where nothing has all, the most of them.
    pub q: Option<String>,
    /// In which order.
    pub sort: CatalogSort,
}

/// The order of the catalog.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CatalogSort {
    /// By category and the authors' order; of a search, the best hits first.
    #[default]
    Usual,
    /// What is asked for most first.
    MostUsed,
    /// What came last first.
    New,
}

impl CatalogSort {
    /// Reads `most_used` or `new`.
    pub fn parse(text: &str) -> Option<CatalogSort> {
        match text {
            "most_used" => Some(CatalogSort::MostUsed),
            "new" => Some(CatalogSort::New),
            _ => None,
        }
    }
}

/// A category with what the caller may ask for in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CategoryEntry {
    /// The category, as items and intake rules say it.
    pub category: String,
    /// As the caller reads it.
    pub name: String,
    /// How many items of it the caller may ask for.
    pub count: usize,
}

/// What the caller may ask for, narrowed and in the order that they wish. The
/// item for what no other fits stands last, and is found by any words.
///
/// # Errors
/// 403 on behalf of whom the caller may not ask for, 422 where there is nobody of that name.
pub fn catalog(v: &mut View<'_>, user: &User, wish: &Browse) -> Result<Vec<CatalogEntry>, Refusal> {
    let mut items = available(v, user, wish.requested_for.as_deref())?;
    let figures = v.popular.figures(v.reader, v.world, v.now)?;
    let general: Vec<Arc<Item>> = items.iter().filter(|item| is_general(item)).cloned().collect();
    items.retain(|item| !is_general(item) && wish.category.as_ref().is_none_or(|it| *it == item.meta.category));
    if let Some(q) = &wish.q {
        items = found(v.world, user, items, q);
    }
    match wish.sort {
        CatalogSort::Usual => {}
        CatalogSort::MostUsed => items.sort_by_key(|item| Reverse(figures.asked(&item.name))),
        CatalogSort::New => items.sort_by_key(|item| Reverse(figures.published(&item.name))),
    }
    let fits =
        |item: &&Arc<Item>| wish.q.is_some() || wish.category.as_ref().is_none_or(|it| *it == item.meta.category);
    items.extend(general.iter().filter(fits).cloned());
    let viewer = v.viewer(user);
    Ok(items.iter().map(|item| entry(&viewer, item, figures.is_new(&item.name, v.now))).collect())
}

/// The categories of what the caller may ask for.
///
/// # Errors
/// None; a `Result` as every look.
pub fn categories(v: &mut View<'_>, user: &User) -> Result<Vec<CategoryEntry>, Refusal> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for item in available(v, user, None)? {
        *counts.entry(item.meta.category.clone()).or_default() += 1;
    }
    let viewer = v.viewer(user);
    let entry =
        |(category, count): (String, usize)| CategoryEntry { name: category_name(&viewer, &category), category, count };
    Ok(counts.into_iter().map(entry).collect())
}

/// Whether an item is the one for what no other fits: its `values` say `general`.
fn is_general(item: &Item) -> bool {
    item.meta.values.get("general").is_some_and(|value| value == true)
}

/// What fits the words, best first: all of them or, where nothing does, what is
/// near to the most of them, since many say a whole sentence.
fn found(world: &World, user: &User, items: Vec<Arc<Item>>, q: &str) -> Vec<Arc<Item>> {
    let q = fold(q);
    let words: Vec<&str> = q.split_whitespace().collect();
    let told: Vec<(Told, Arc<Item>)> = items.into_iter().map(|item| (Told::of(world, user, &item), item)).collect();
    let mut hits: Vec<(usize, &Arc<Item>)> =
        told.iter().filter_map(|(told, item)| Some((told.place(&words)?, item))).collect();
    if hits.is_empty() {
        let near = told.iter().map(|(told, item)| (told.nearness(&q, &words), item));
        hits =
            near.filter(|(nearness, _)| *nearness > 0).map(|(nearness, item)| (usize::MAX - nearness, item)).collect();
    }
    hits.sort_by_key(|(rank, _)| *rank);
    hits.into_iter().map(|(_, item)| item.clone()).collect()
}

/// Shorter words are no sign of what is meant.
const MEANING: usize = 3;

/// Where the scripts without spaces between words begin (CJK Radicals, Unicode).
const FIRST_IDEOGRAPH: char = '\u{2E80}';

/// What an item says of itself, folded, in the source text and in every language
/// of the desk.
struct Told {
    /// Its titles.
    title: String,
    /// Its name and the words that its authors gave it to be found by.
    keywords: Vec<String>,
    /// What is said of it besides.
    rest: String,
}

impl Told {
    fn of(world: &World, user: &User, item: &Item) -> Told {
        let languages = world.policy().languages.iter().map(String::as_str).chain([user.language.as_str()]);
        let languages: Vec<&str> = languages.collect();
        let said = |text: &str| {
            let translated = languages.iter().map(|tag| world.content.texts.say(tag, text).into_owned());
            fold(&translated.chain([text.to_owned()]).collect::<Vec<_>>().join("\n"))
        };
        Told {
            title: said(&item.title),
            keywords: item.meta.keywords.iter().chain([&item.name]).map(|word| fold(word)).collect(),
            rest: [said(&item.description), said(&item.meta.category)].join("\n"),
        }
    }

    /// Where all words are found: in the title, then its keywords, then the rest.
    fn place(&self, words: &[&str]) -> Option<usize> {
        let place = |word: &&str| {
            let is_keyword = || self.keywords.iter().any(|keyword| keyword.contains(word));
            if self.title.contains(word) {
                Some(0)
            } else if is_keyword() {
                Some(1)
            } else {
                self.rest.contains(word).then_some(2)
            }
        };
        words.iter().map(place).sum()
    }

    /// How many words of the title and the keywords meet those of a sentence. A
    /// keyword of several words, or of Chinese, may also lie within it.
    fn nearness(&self, q: &str, words: &[&str]) -> usize {
        let own: Vec<&str> =
            self.title.split_whitespace().chain(self.keywords.iter().flat_map(|it| it.split_whitespace())).collect();
        // Whoever says "screens" or "сломалась" means what begins as they do.
        let is_near = |own: &str, word: &str| {
            let (many, few) = (own.chars().count(), word.chars().count());
            own == word || (few > MEANING + 1 && own.starts_with(word)) || (many > MEANING && word.starts_with(own))
        };
        let meets = |word: &str| word.chars().count() >= MEANING && own.iter().any(|own| is_near(own, word));
        let within = |keyword: &&String| {
            keyword.chars().any(|c| c.is_whitespace() || c >= FIRST_IDEOGRAPH) && q.contains(keyword.as_str())
        };
        words.iter().filter(|word| meets(word)).count() + self.keywords.iter().filter(within).count()
    }
}
