//! What an author may touch: the forms, scripts and scenarios of the items of
//! their categories, and forms of tasks that no other item's script asks for.
//! Libraries, lists, texts, jobs and the policy are everybody's: an admin's.

use crate::desk::World;
use crate::desk::content::Files;
use crate::model::access::Right;
use crate::model::people::{Role, User};
use crate::model::problem::{Code, FieldError, Refusal, pointer_part};
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// A catalog item, as far as it says whose it is.
struct Belongs {
    category: String,
    workflow: String,
}

/// Refuses who may not touch every one of these files; names those beyond.
///
/// # Errors
/// 403 with the paths.
pub(super) fn ask(
    user: &User,
    world: &World,
    in_force: &Files,
    wished: &BTreeMap<String, Option<String>>,
) -> Result<(), Refusal> {
    Right::Publish.ask(user)?;
    if user.has(Role::Admin) {
        return Ok(());
    }
    let before = items(in_force.iter());
    let kept = in_force.iter().filter(|(path, _)| !wished.contains_key(*path));
    let new = wished.iter().filter_map(|(path, text)| Some((path, text.as_ref()?)));
    let after = items(kept.chain(new));
    let beyond = wished.keys().filter(|path| !is_theirs(user, world, &before, &after, path));
    let errors: Vec<FieldError> = beyond
        .map(|path| {
            FieldError::new(
                format!("/files/{}", pointer_part(path)),
                "category",
                format!("{path} is not of your categories"),
            )
        })
        .collect();
    if errors.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
    let mut refusal = Refusal::new(
        Code::Forbidden,
        format!("An author publishes items of their own categories: {}.", names.join(", ")),
    );
    refusal.errors = errors;
    Err(refusal)
}

/// Asks with the categories of the items that a changed file belongs to, before
/// and after.
pub(super) fn with_categories<T>(
    in_force: &Files,
    wished: &BTreeMap<String, Option<String>>,
    path: &str,
    ask: impl FnOnce(&[&str]) -> T,
) -> T {
    let before = items(in_force.iter());
    let after = items(wished.iter().filter_map(|(path, text)| Some((path, text.as_ref()?))));
    let script = path.strip_prefix("workflows/").and_then(|path| path.strip_suffix(".rhai")).unwrap_or_default();
    let script = script.strip_prefix("tests/").unwrap_or(script);
    let of_file = before.iter().chain(after.iter());
    let of_file = of_file.filter(|(name, item)| item_of(path) == Some(name.as_str()) || item.workflow == script);
    let categories: Vec<&str> = of_file.map(|(_, item)| item.category.as_str()).collect();
    ask(&categories)
}

/// The same for a plan, which looks at tickets: who only writes plans their own workflows.
///
/// # Errors
/// 403 with the path.
pub(super) fn ask_to_plan(user: &User, world: &World, workflow: &str) -> Result<(), Refusal> {
    let items = world.content.items.values().filter(|item| item.workflow() == workflow);
    let mut categories = items.map(|item| item.meta.category.as_str()).peekable();
    // What is not there is 404, and told by whoever looks for it.
    if user.is_staff() || categories.peek().is_none() || categories.all(|category| user.writes(category)) {
        return Ok(());
    }
    let detail = format!("An author plans workflows of their own categories: workflows/{workflow}.rhai is none.");
    Err(Refusal::new(Code::Forbidden, detail))
}

/// Who looks at a draft of an item must be one who may publish it.
///
/// # Errors
/// 403 with the path.
pub(super) fn ask_item(
    user: &User,
    world: &World,
    wished: &BTreeMap<String, Option<String>>,
    item: &str,
) -> Result<(), Refusal> {
    let before = world.content.items.get(item).map(|item| item.meta.category.clone());
    let new = items(wished.iter().filter_map(|(path, text)| Some((path, text.as_ref()?))));
    let after = new.get(item).map(|item| item.category.clone());
    if before.iter().chain(&after).all(|category| user.writes(category)) {
        return Ok(());
    }
    let detail = format!("An author looks at drafts of items of their own categories: {} is none.", schema_path(item));
    Err(Refusal::new(Code::Forbidden, detail))
}

/// The same for a workflow: every item that it carries.
///
/// # Errors
/// 403 with the path.
pub(super) fn ask_workflow(
    user: &User,
    world: &World,
    wished: &BTreeMap<String, Option<String>>,
    workflow: &str,
) -> Result<(), Refusal> {
    let carried = world.content.items.values().filter(|item| item.workflow() == workflow);
    carried.map(|item| item.name.as_str()).try_for_each(|item| ask_item(user, world, wished, item))
}

/// Where the form of an item lies.
pub(super) fn schema_path(item: &str) -> String {
    format!("schemas/{item}.json")
}

/// Which files somebody may touch, as things are in force.
pub(super) fn touching<'f>(user: &'f User, world: &'f World, in_force: &'f Files) -> impl Fn(&str) -> bool + 'f {
    let items = items(in_force.iter());
    move |path| user.has(Role::Admin) || is_theirs(user, world, &items, &BTreeMap::new(), path)
}

/// The items among forms that a workflow carries.
pub(super) fn carried_by(forms: &Files, workflow: &str) -> Vec<String> {
    let carried = items(forms.iter()).into_iter().filter(|(_, item)| item.workflow == workflow);
    carried.map(|(name, _)| name).collect()
}

/// The items of files, by name. What cannot be read is for the check to refuse.
fn items<'f>(files: impl Iterator<Item = (&'f String, &'f String)>) -> BTreeMap<String, Belongs> {
    let mut items = BTreeMap::new();
    for (path, text) in files {
        let Some(name) = item_of(path) else { continue };
        let Ok(schema) = serde_json::from_str::<Json>(text) else { continue };
        let word = |key: &str| schema.pointer(&format!("/x-catalog/{key}")).and_then(Json::as_str).map(str::to_owned);
        let (category, workflow) = (word("category"), word("workflow"));
        let workflow = workflow.unwrap_or_else(|| name.to_owned());
        items.insert(name.to_owned(), Belongs { category: category.unwrap_or_default(), workflow });
    }
    items
}

pub(super) fn item_of(path: &str) -> Option<&str> {
    path.strip_prefix("schemas/")?.strip_suffix(".json").filter(|name| !name.contains('/'))
}

fn is_theirs(
    user: &User,
    world: &World,
    before: &BTreeMap<String, Belongs>,
    after: &BTreeMap<String, Belongs>,
    path: &str,
) -> bool {
    if let Some(name) = item_of(path) {
        let known = [before.get(name), after.get(name)];
        // Carried by another's workflow it would be one of those whom that is for.
        let carries = |item: &&Belongs| before.get(name).is_none_or(|was| was.workflow != item.workflow);
        let carried = after.get(name).filter(carries).map(|item| item.workflow.as_str());
        let beside = before.values().filter(|item| carried == Some(item.workflow.as_str()));
        return known.into_iter().flatten().chain(beside).all(|item| user.writes(&item.category));
    }
    let carried_by = |workflow: &str| -> Vec<&Belongs> {
        before.values().chain(after.values()).filter(|item| item.workflow == workflow).collect()
    };
    let all_theirs = |items: &[&Belongs]| items.iter().all(|item| user.writes(&item.category));
    if let Some(name) = path.strip_prefix("schemas/forms/").and_then(|path| path.strip_suffix(".json")) {
        let asked_by = world.content.workflows.iter().filter(|(_, program)| program.needs().forms.contains(name));
        return asked_by.into_iter().all(|(workflow, _)| all_theirs(&carried_by(workflow)));
    }
    let script = path.strip_prefix("workflows/").and_then(|path| path.strip_suffix(".rhai"));
    let name = script.map(|script| script.strip_prefix("tests/").unwrap_or(script)).filter(|name| !name.contains('/'));
    name.is_some_and(|name| {
        let items = carried_by(name);
        !items.is_empty() && all_theirs(&items)
    })
}
