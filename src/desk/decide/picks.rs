//! Who and what a filled form names: people and groups that are picked, entries
//! of lists; and windows, which end after they begin. JSON Schema cannot know them.

use crate::desk::world::World;
use crate::model::catalog::{Meaning, Pick};
use crate::model::problem::FieldError;
use crate::model::text::did_you_mean;
use crate::model::time::Time;
use serde_json::Value as Json;

/// What a form names that there is not; `root` is its pointer in the body.
pub fn check(world: &World, meaning: &Meaning, form: &Json, root: &str) -> Vec<FieldError> {
    let mut errors = Vec::new();
    for named in meaning.named(form) {
        let pick = meaning.picks.get(&named.path).copied();
        let list = meaning.lists.get(&named.path);
        let wrong = match (pick, list) {
            (Some(pick), _) => nobody(world, pick, named.text),
            (None, Some(list)) => no_entry(world, list, named.text),
            (None, None) => None,
        };
        errors.extend(wrong.map(|message| FieldError::new(format!("{root}{}", named.pointer), "unknown", message)));
    }
    let backwards = meaning.windows(form).into_iter().filter(|(end, start)| ends_before(start, end.text));
    let fault = |end: &str| FieldError::new(format!("{root}{end}"), "minimum", "it ends before it begins");
    errors.extend(backwards.map(|(end, _)| fault(&end.pointer)));
    errors
}

/// Two moments, or two days as they are written.
fn ends_before(start: &str, end: &str) -> bool {
    match (Time::parse(start), Time::parse(end)) {
        (Some(start), Some(end)) => end < start,
        _ => end < start,
    }
}

fn nobody(world: &World, pick: Pick, name: &str) -> Option<String> {
    let people = &world.people;
    match pick {
        Pick::Person if people.by_username(name).is_none_or(|user| !user.active) => {
            Some(format!("There is nobody called `{name}` here."))
        }
        Pick::Group if people.by_group_name(name).is_none() => {
            Some(format!("There is no group `{name}`.{}", near(name, people.groups().map(|group| group.name.as_str()))))
        }
        _ => None,
    }
}

fn no_entry(world: &World, list: &str, key: &str) -> Option<String> {
    let list = world.content.lists.get(list)?;
    let keys = || list.rows.iter().filter_map(|row| row.get(&list.key)).map(String::as_str);
    let known = keys().any(|known| known == key);
    (!known).then(|| format!("`{key}` is not on the list.{}", near(key, keys())))
}

fn near<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> String {
    did_you_mean(name, known).map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default()
}
