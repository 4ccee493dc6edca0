//! `PATCH`: fields are changed by people. A changed form begins a new run:
//! answers that still hold are carried over.

use super::draft::Draft;
use super::submit::{LONGEST_LOCATION, too_long, wrong_sent};
use super::{assign, attach, kind_facts, permit_beside, prioritise, rerun};
use crate::desk::command::Patch;
use crate::model::attachment::FilePlace;
use crate::model::event::EventType;
use crate::model::origin::differences;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::status::Operation;
use crate::model::touched::Clash;
use serde_json::{Map, Value as Json, json};

const LONGEST_TITLE: usize = 200;
const LONGEST_TEXT: usize = 20_000;

/// Applies a merge patch.
pub fn change(draft: &mut Draft<'_>, wish: &Patch) -> Result<(), Refusal> {
    permit_beside(draft, Operation::Change, &Clash::Fields(wish.fields()))?;
    check(draft, wish)?;
    let stated = kind_facts::stated(draft, wish)?;
    assign::first_act(draft);
    let mut fields = Map::new();
    let ticket = &mut draft.ticket;
    let mut set = |name: &str, now: &mut String, to: &Option<String>| {
        if let Some(to) = to.as_ref().filter(|to| *to != now) {
            fields.insert(name.to_owned(), json!({"from": now, "to": to}));
            now.clone_from(to);
        }
    };
    set("title", &mut ticket.title, &wish.title);
    ticket.facts.titled |= wish.title.is_some();
    set("description", &mut ticket.description, &wish.description);
    set("impact", &mut ticket.impact, &wish.impact);
    set("urgency", &mut ticket.urgency, &wish.urgency);
    let mut set = |name: &str, now: &mut Option<String>, to: &Option<Option<String>>| {
        if let Some(to) = to.as_ref().filter(|to| *to != now) {
            fields.insert(name.to_owned(), json!({"from": now, "to": to}));
            now.clone_from(to);
        }
    };
    set("location", &mut ticket.location, &wish.location);
    set("remarks", &mut ticket.remarks, &wish.remarks);
    prioritise::prioritise(draft, wish, &mut fields);
    let corrected = wish.form.as_ref().map(|form| merged(draft, form)).transpose()?.flatten();
    if let Some(form) = &corrected {
        let before = draft.submission.as_ref().map(|submission| json!(submission.form)).unwrap_or_default();
        let corrected = differences(&before, &json!(form));
        fields.insert("form".to_owned(), json!(corrected.keys().collect::<Vec<_>>()));
        fields.extend(corrected.into_iter().map(|(name, change)| (format!("form.{name}"), change)));
    }
    if !fields.is_empty() {
        draft.log(EventType::TicketChanged, json!({"fields": fields}));
    }
    if let Some(stated) = stated {
        kind_facts::put(draft, stated);
    }
    if let Some(form) = corrected {
        if let Some(item) = draft.item.clone() {
            attach::with_form(draft, &item.meaning, &Json::Object(form.clone()), FilePlace::Form);
        }
        rerun::corrected(draft, form);
    }
    Ok(())
}

fn check(draft: &Draft<'_>, wish: &Patch) -> Result<(), Refusal> {
    let staff = draft.doer.person().is_some_and(|user| user.is_staff());
    for (name, sent) in [("impact", wish.impact.is_some()), ("remarks", wish.remarks.is_some())] {
        if sent && !staff {
            return Err(Refusal::new(Code::Forbidden, format!("Only staff change `{name}`.")));
        }
    }
    prioritise::permit(draft, wish)?;
    let matrix = &draft.policy().matrix;
    let mut errors: Vec<FieldError> = Vec::new();
    let mut word = |pointer: &str, value: &Option<String>, known: Vec<&String>| {
        if let Some(value) = value.as_ref().filter(|value| !known.contains(value)) {
            let list: Vec<&str> = known.iter().map(|word| word.as_str()).collect();
            errors.push(FieldError::new(pointer, "enum", format!("`{value}` is none of {}", list.join(", "))));
        }
    };
    word("/impact", &wish.impact, matrix.impacts.iter().collect());
    let may = |urgency: &&String| staff || matrix.requester_may.contains(*urgency);
    word("/urgency", &wish.urgency, matrix.urgencies.iter().filter(may).collect());
    if wish.title.as_deref().is_some_and(|title| title.trim().is_empty()) {
        errors.push(FieldError::new("/title", "required", "A ticket has a title."));
    }
    prioritise::check(draft, wish, &mut errors);
    errors.extend(wish.title.as_ref().and_then(|text| too_long("/title", text, LONGEST_TITLE)));
    let location = wish.location.as_ref().and_then(|text| text.as_ref());
    errors.extend(location.and_then(|text| too_long("/location", text, LONGEST_LOCATION)));
    let moved = location.filter(|name| draft.ticket.location.as_ref() != Some(name));
    let nowhere = moved.and_then(|name| draft.world.no_location(name));
    errors.extend(nowhere.map(|message| FieldError::new("/location", "unknown", message)));
    errors.extend(wish.description.as_ref().and_then(|text| too_long("/description", text, LONGEST_TEXT)));
    errors.extend(
        wish.remarks.as_ref().and_then(|text| text.as_ref()).and_then(|text| too_long("/remarks", text, LONGEST_TEXT)),
    );
    if errors.is_empty() { Ok(()) } else { Err(Refusal::invalid_fields(errors)) }
}

/// The corrected form, checked by the item's schema; `None` where nothing changed.
fn merged(draft: &Draft<'_>, patch: &Map<String, Json>) -> Result<Option<Map<String, Json>>, Refusal> {
    let Some(submission) = &draft.submission else { return Err(Refusal::not_found()) };
    if !draft.ticket.status.is_open() || draft.ticket.flags.cancelling {
        return Err(Refusal::new(Code::IllegalOperation, "The form of a ticket that has ended is not corrected."));
    }
    let mut form = submission.form.clone();
    merge(&mut form, patch);
    if form == submission.form {
        return Ok(None);
    }
    let item = draft.item.clone().ok_or_else(Refusal::not_found)?;
    let filled = Json::Object(form.clone());
    let wrong = wrong_sent(&draft.world, &item, &form, Some(&json!(submission.form)), draft.now);
    if !wrong.is_empty() {
        return Err(Refusal::invalid_fields(wrong));
    }
    let wrong = attach::check(draft, &item.meaning, &filled, "/form");
    if !wrong.is_empty() {
        return Err(Refusal::invalid_fields(wrong));
    }
    Ok(Some(form))
}

/// RFC 7396.
fn merge(target: &mut Map<String, Json>, patch: &Map<String, Json>) {
    for (name, value) in patch {
        match value {
            Json::Null => {
                target.remove(name);
            }
            Json::Object(inner) => {
                let slot = target.entry(name.clone()).or_insert_with(|| json!({}));
                if !slot.is_object() {
                    *slot = json!({});
                }
                if let Some(map) = slot.as_object_mut() {
                    merge(map, inner);
                }
            }
            other => {
                target.insert(name.clone(), other.clone());
            }
        }
    }
}
