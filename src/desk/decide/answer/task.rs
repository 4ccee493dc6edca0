//! What is said of a task beside its form: the points that were ticked off, and
//! the minutes that it took. A form that has such a field of its own keeps it.

use super::work::check_minutes;
use crate::desk::command::StepAnswer;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::steps::option;
use crate::model::catalog::fields;
use crate::model::journal::JournalRow;
use crate::model::people::User;
use crate::model::problem::FieldError;
use serde_json::{Map, Value as Json};

/// What can be said of any task.
const OWN: [&str; 2] = ["checklist", "minutes"];

/// The answer with its points as the script says them: who reads them in another
/// language ticks off what they read.
pub fn in_source(draft: &Draft<'_>, row: &JournalRow, user: &User, wish: &StepAnswer) -> StepAnswer {
    let mut wish = wish.clone();
    let points = option(row, "checklist").and_then(Json::as_array);
    let ticked = wish.output.as_mut().and_then(|output| output.get_mut("checklist")).and_then(Json::as_array_mut);
    if let (Some(points), Some(ticked)) = (points, ticked) {
        let texts = &draft.world.content.texts;
        for said in ticked.iter_mut().filter(|said| !points.contains(said)) {
            let read =
                |point: &&Json| point.as_str().map(|text| texts.say(&user.language, text)).as_deref() == said.as_str();
            if let Some(point) = points.iter().find(read) {
                *said = point.clone();
            }
        }
    }
    wish
}

/// Checks it, and gives the answer as far as it belongs to the form.
pub fn check(draft: &Draft<'_>, row: &JournalRow, wish: &StepAnswer, errors: &mut Vec<FieldError>) -> StepAnswer {
    let form = option(row, "form").and_then(Json::as_str).and_then(|name| draft.world.content.forms.get(name));
    let declared = form.map(|form| fields(&form.schema)).unwrap_or_default();
    let mut rest = wish.clone();
    let empty = Map::new();
    let output = wish.output.as_ref().and_then(Json::as_object).unwrap_or(&empty);
    if !declared.contains("minutes") {
        check_minutes(output, errors);
    }
    if !declared.contains("checklist") {
        check_points(row, output.get("checklist"), wish.outcome == "done", errors);
    }
    if let Some(rest) = rest.output.as_mut().and_then(Json::as_object_mut) {
        rest.retain(|key, _| !OWN.contains(&key.as_str()) || declared.contains(key));
    }
    rest
}

/// Only points of the list are ticked off, and of what is done all of them.
fn check_points(row: &JournalRow, ticked: Option<&Json>, done: bool, errors: &mut Vec<FieldError>) {
    let points = option(row, "checklist").and_then(Json::as_array).cloned().unwrap_or_default();
    let ticked = match ticked {
        None => &Vec::new(),
        Some(_) if points.is_empty() => {
            errors.push(FieldError::new("/output/checklist", "unknown", "this task has no checklist"));
            return;
        }
        Some(Json::Array(ticked)) => ticked,
        Some(_) => {
            errors.push(FieldError::new("/output/checklist", "type", "a list of the points is wanted"));
            return;
        }
    };
    for (n, point) in ticked.iter().enumerate().filter(|(_, point)| !points.contains(point)) {
        let message = format!("{point} is no point of the checklist");
        errors.push(FieldError::new(format!("/output/checklist/{n}"), "enum", message));
    }
    let left: Vec<&str> = points.iter().filter(|point| !ticked.contains(point)).filter_map(Json::as_str).collect();
    if done && !left.is_empty() {
        let message = format!("still to be ticked off: {}", left.join("; "));
        errors.push(FieldError::new("/output/checklist", "required", message));
    }
}
