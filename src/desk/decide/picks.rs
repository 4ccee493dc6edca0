//! Who and what a filled form names: people and groups that are picked, entries
//! of lists; windows, which end after they begin; days and times that are over or
//! still to come; and what must be said and is not. JSON Schema cannot know them.

use crate::desk::world::World;
use crate::model::catalog::{Meaning, Pick, When};
use crate::model::problem::FieldError;
use crate::model::text::did_you_mean;
use crate::model::time::Time;
use serde_json::Value as Json;
use std::cmp::Ordering;

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
    let blank =
        |pointer: &str| FieldError::new(format!("{root}{pointer}"), "minLength", "say something: blanks are no answer");
    errors.extend(meaning.blank(form).into_iter().map(|named| blank(&named.pointer)));
    errors
}

/// Days and times that are on the wrong side of the present moment; what was sent
/// in before was right then, and stays. A day is over when it has ended.
pub fn check_times(
    world: &World,
    meaning: &Meaning,
    form: &Json,
    before: Option<&Json>,
    now: Time,
    root: &str,
) -> Vec<FieldError> {
    let zone = world.policy().zone();
    let today = now.utc().with_timezone(&zone).date_naive().to_string();
    let sent = |pointer: &str| before.and_then(|before| before.pointer(pointer));
    let new = meaning.timed(form).into_iter().filter(|(named, _)| sent(&named.pointer) != form.pointer(&named.pointer));
    let wrong = new.filter_map(|(named, when)| {
        let side = match Time::parse(named.text) {
            Some(at) => at.cmp(&now),
            None => named.text.cmp(today.as_str()),
        };
        let message = match (when, side) {
            (When::Future, Ordering::Less) => "it is over: a day or a time to come is wanted",
            (When::Past, Ordering::Greater) => "it is still to come: a day or a time that is over is wanted",
            _ => return None,
        };
        let code = if when == When::Future { "minimum" } else { "maximum" };
        Some(FieldError::new(format!("{root}{}", named.pointer), code, message))
    });
    wrong.collect()
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
