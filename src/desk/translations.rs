//! Which texts people are shown, and which of them a language of the desk lacks.
//! How a text is translated is in `model::texts`.

use super::content::{Files, groups_named};
use super::world::Content;
use crate::model::catalog::Ordered;
use crate::model::people::Role;
use crate::model::policy::words::called;
use crate::model::problem::Fault;
use crate::model::texts::{Dictionary, Texts, place_of};
use crate::model::view::COLUMNS;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};

/// Where translations lie in the content folder.
const FOLDER: &str = "schemas/texts/";
/// What source texts are written in.
const SOURCE: &str = "en";

/// What the desk itself tells people, whatever the content says.
pub const NOTICES: &[&str] = &[
    "Cancel the request?",
    "Correct the request or send it again",
    "My open tickets",
    "My requests",
    "Overdue",
    "The owner has left.",
    "The owner is away for longer.",
    "Unassigned",
    "Waiting for me",
    "Watched by me",
    "{author} mentions you in a note on {number} “{title}”.",
    "{author} mentions you on {number} “{title}”.",
    "{author} wrote on {number} “{title}”.",
    "{by} did not publish what you proposed: {reason}",
    "{by} invites you for {number}: “{appointment}”, {when}. For your calendar: {link}",
    "“{appointment}” for {number} begins soon: {when}.",
    "“{appointment}” for {number} was changed: {when}. For your calendar: {link}",
    "“{appointment}” for {number}, {when}, is off. For your calendar: {link}",
    "“{appointment}” for {number}, {when}, is off: {reason} For your calendar: {link}",
    "{by} lets you watch {number} “{title}”.",
    "{by} proposes a release and wants a second pair of eyes: {paths}",
    "{by} published what you proposed: {paths}",
    "{number} does not need {call} any more, and nobody takes it back: {reason}",
    "{number} is not confidential any more: {by} opened it to all staff. {reason}",
    "{number} is resolved: {resolution}. Please confirm or say what is missing.",
    "{number} is stuck: the workflow “{item}” has a fault.",
    "{number} proposes an article: {title}",
    "{number} still waits for you: {step}",
    "{number} waits for you now: {step}",
    "{number} waits for you while {person} is away: {step}",
    "{number} was declined: {resolution} A better way: {better_way}",
    "{number} was escalated: {reason}",
    "{number} “{title}” comes back from {by}: {reason} Suggestion: {suggestion}",
    "{number} “{title}” does not close by itself, and {person} has not confirmed it.",
    "{number} “{title}” does not close: call {person} first.",
    "{number} “{title}” does not close: {person} is not satisfied with it.",
    "{number} “{title}” does not close: {person} wrote and has no answer yet.",
    "{number} “{title}” goes on: its hold is over.",
    "{number} “{title}” hits you as well: it is resolved.",
    "{number} “{title}” is closed. How satisfied are you? Say so here: {link}",
    "{number} “{title}” is closed.",
    "{number} “{title}” is handled as {into} from now on: {reason}",
    "{number} “{title}” is for a VIP, {person}. Priority {priority}.",
    "{number} “{title}” is for a VIP, {person}: somebody goes there. Priority {priority}.",
    "{number} “{title}” is cancelled, as you asked.",
    "{number} “{title}” is closed.",
    "{number} “{title}” is closed. How satisfied are you? Say so here: {link}",
    "{number} “{title}” is handled as “{item}” from now on: {reason}",
    "{number} “{title}” is not cancelled: {comment}",
    "{number} “{title}” is open again.",
    "{number} “{title}” is registered.",
    "{number} “{title}” is registered. Expect an answer by {respond_due}, and it done by {resolve_due}.",
    "{number} “{title}” is registered. Expect an answer by {respond_due}.",
    "{number} “{title}” is registered. Expect it done by {resolve_due}.",
    "{number} “{title}” is resolved.",
    "{number} “{title}” is still on hold.",
    "{number} “{title}” is yours now, from {by}.",
    "{number} “{title}” is yours now, from {by}: {reason}",
    "{number} “{title}” waits for you. Please answer.",
    "{number} “{title}” waits for you: {reason}",
    "{number} “{title}” waits for your confirmation.",
    "{number} “{title}” waits for your confirmation. Without it, it closes by itself on {at}.",
    "{number} “{title}” was accepted.",
    "{number} “{title}” was assigned.",
    "{number} “{title}” was cancelled: {message}",
    "{number} “{title}” was closed: nobody answered.",
    "{number} “{title}” was escalated.",
    "{number} “{title}” was not approved: {message}",
    "{number} “{title}” was reopened by {by}: {reason}",
    "{number} “{title}” was returned by {name}: {comment}",
    "{number} “{title}” was to be resolved with {master}, but steps are open: {resolution}",
    "{number} “{title}”: a better way is {better_way}",
    "{number} “{title}”: a part of it is {into} from now on: {reason}",
    "{number} “{title}”: you answer for it from now on. {reason}",
    "{number} “{title}”: you answer for it; {by} acted on it first.",
    "{number} “{title}”: {by} asks you for “{step}”.",
    "{number} “{title}”: {master}, which caused it, is resolved: {resolution}",
    "{number} “{title}”: {by} asks you to cancel it.",
    "{number} “{title}”: {by} asks you to cancel it: {reason}",
    "{number} “{title}”: {what} was not linked: {message}",
    "{number} “{title}”: {percent} % of the time to resolve it have passed.",
    "{number} “{title}”: {person} gave it {score} of 5.",
    "{number} “{title}”: {person} gave it {score} of 5: {text}",
    "{number} “{title}”: {person} is not satisfied. Reopen it, or settle it with them.",
    "{number} “{title}”: {person} is not satisfied. Reopen it, or settle it with them: {comment}",
    "{number}: {author} answered; it goes on.",
    "{number}: {by} asks what you think of “{step}”: {question}",
    "{number}: {by} asks you to see to “{step}”.",
    "{number}: {by} asks you to sign “{step}” as well.",
    "{number}: {by} asks you to sign “{step}” as well: {comment}",
    "{number}: {by} hands “{step}” back: {reason} Suggestion: {suggestion}",
    "{number}: {by} hands “{step}” on to you: {reason}",
    "{number}: {by} has taken “{step}”.",
    "{number}: {by} on “{step}”: {answer}",
    "{number}: {call} could not be reached in {attempts} attempts; the step waits.",
    "{number}: {call} was refused, it must be given back by hand: {message}",
    "{number}: “{step}” cannot be done as asked: {message}",
    "{number}: “{step}” is to be done again: {reason}",
    "{number}: “{step}” is {outcome}.",
    "{number}: “{step}” is {outcome}: {comment}",
    "{person} is away from {from} to {to}: {substitute} stands in.",
];

/// The language that a file of translations is for; `None` where it is none.
pub fn language_of(path: &str) -> Option<&str> {
    path.strip_prefix(FOLDER)?.strip_suffix(".json").filter(|name| !name.is_empty() && !name.contains('/'))
}

/// Reads all translations of the content.
pub(super) fn read(files: &Files, faults: &mut Vec<Fault>) -> Texts {
    let mut texts = Texts::default();
    for (path, text) in files {
        let Some(language) = language_of(path) else { continue };
        match Dictionary::parse(path, text) {
            Ok(dictionary) => texts.add(language, dictionary),
            Err(found) => faults.extend(found),
        }
    }
    texts
}

/// Texts that people are shown, each with the place that says it.
type Shown = BTreeMap<String, Fault>;

/// What is amiss with the translations: shown texts that a language lacks, and
/// translations of what nothing shows any more.
pub fn gaps(files: &Files, content: &Content) -> Vec<Fault> {
    let (shown, named) = (all(files, content), named(content));
    let mut gaps = Vec::new();
    for language in content.policy.languages.iter().filter(|tag| tag.split('-').next() != Some(SOURCE)) {
        let dictionary = content.texts.of(language);
        let lacking = shown.iter().filter(|(text, _)| !dictionary.is_some_and(|known| known.knows(text)));
        gaps.extend(
            lacking.map(|(text, place)| Fault { message: format!("{language} lacks “{text}”"), ..place.clone() }),
        );
    }
    for (path, text) in files {
        let Some(dictionary) = language_of(path).and_then(|language| content.texts.of(language)) else { continue };
        for key in dictionary.keys().filter(|key| !shown.contains_key(*key) && !named.contains(*key)) {
            let (line, column) = place_of(text, key);
            gaps.push(Fault::of_file(path, CODE, format!("nothing shows “{key}” any more")).at(line, column));
        }
    }
    gaps.sort_by(|a, b| (&a.file, a.line, a.column, &a.message).cmp(&(&b.file, b.line, b.column, &b.message)));
    gaps
}

const CODE: &str = "translation";

/// What groups and roles are called: they may be translated, but need not be,
/// since a group is the directory's and not the content's.
fn named(content: &Content) -> BTreeSet<String> {
    let groups = groups_named(content).into_keys();
    let roles = Role::ALL.iter().map(|role| role.as_str().to_owned()).chain(content.policy.roles.keys().cloned());
    groups.chain(roles).map(|name| called(&name)).collect()
}

fn all(files: &Files, content: &Content) -> Shown {
    let mut shown = Shown::new();
    for notice in NOTICES {
        shown.insert((*notice).to_owned(), Fault::of_file("maitred", CODE, ""));
    }
    for column in COLUMNS {
        shown.insert(column.title.to_owned(), Fault::of_file("maitred", CODE, ""));
    }
    for words in content.policy.words() {
        shown.insert(words, Fault::of_file("workflows/policy.toml", CODE, ""));
    }
    for (path, text) in files.iter().filter(|(path, _)| is_schema(path)) {
        of_schema(path, text, &mut shown);
    }
    for item in content.items.keys() {
        of_category(files, content, item, &mut shown);
    }
    for name in content.workflows.keys() {
        of_workflow(content, name, &mut shown);
    }
    shown
}

/// The texts that one item shows.
pub fn shown_by(files: &Files, content: &Content, item: &str) -> BTreeSet<String> {
    let mut shown = Shown::new();
    let Some(found) = content.items.get(item) else { return BTreeSet::new() };
    let program = content.workflows.get(found.workflow());
    let forms = program.map(|program| program.needs().forms).unwrap_or_default();
    let forms = forms.into_iter().map(|form| format!("schemas/forms/{form}.json"));
    for path in forms.chain([format!("schemas/{item}.json")]) {
        if let Some(text) = files.get(&path) {
            of_schema(&path, text, &mut shown);
        }
    }
    of_category(files, content, item, &mut shown);
    of_workflow(content, found.workflow(), &mut shown);
    shown.into_keys().collect()
}

/// Forms of items and of tasks, and what they share.
fn is_schema(path: &str) -> bool {
    let name = path.strip_prefix("schemas/").and_then(|path| path.strip_suffix(".json"));
    name.is_some_and(|name| match name.split_once('/') {
        None => true,
        Some((folder, _)) => ["forms", "common"].contains(&folder),
    })
}

/// The category under which an item is found.
fn of_category(files: &Files, content: &Content, item: &str, into: &mut Shown) {
    let category = content.items.get(item).map(|item| item.meta.category.clone()).filter(|name| !name.is_empty());
    let path = format!("schemas/{item}.json");
    if let (Some(category), Some(text)) = (category, files.get(&path)) {
        let (line, column) = place_of(text, &category);
        into.entry(category).or_insert_with(|| Fault::of_file(path, CODE, "").at(line, column));
    }
}

fn of_workflow(content: &Content, name: &str, into: &mut Shown) {
    for text in content.workflows.get(name).map(|program| program.shown()).unwrap_or_default() {
        let place = Fault::of_file(text.place.source, CODE, "").at(text.place.line, text.place.column);
        into.entry(text.text).or_insert(place);
    }
}

fn of_schema(path: &str, text: &str, into: &mut Shown) {
    let Ok(schema) = Ordered::parse(text) else { return };
    let mut add = |said: &str| {
        if said.contains(char::is_alphabetic) {
            let (line, column) = place_of(text, said);
            into.entry(said.to_owned()).or_insert_with(|| Fault::of_file(path, CODE, "").at(line, column));
        }
        said.to_owned()
    };
    // The schema is walked for its texts; what comes of it is the same schema.
    let _same = schema.said(&mut add);
    // How a field is drawn: hints and labels.
    if let Ok(whole) = serde_json::from_str::<Json>(text) {
        drawn(whole.get("x-ui").unwrap_or(&Json::Null), &mut add);
    }
}

/// A uiSchema with its texts said otherwise.
pub(super) fn drawn(ui: &Json, say: &mut dyn FnMut(&str) -> String) -> Json {
    const SHOWN: [&str; 6] =
        ["ui:title", "ui:description", "ui:help", "ui:placeholder", "ui:enumNames", "ui:submitText"];
    fn texts(value: &Json, say: &mut dyn FnMut(&str) -> String) -> Json {
        match value {
            Json::String(text) => Json::String(say(text)),
            Json::Array(items) => items.iter().map(|item| texts(item, say)).collect(),
            other => other.clone(),
        }
    }
    match ui {
        Json::Object(fields) => {
            let mut said = |(name, value): (&String, &Json)| match SHOWN.contains(&name.as_str()) {
                true => (name.clone(), texts(value, say)),
                false => (name.clone(), drawn(value, say)),
            };
            fields.iter().map(&mut said).collect()
        }
        Json::Array(items) => items.iter().map(|item| drawn(item, say)).collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn what_the_desk_tells_is_what_it_says() {
        let mut source = String::new();
        for entry in walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/desk")) {
            let entry = entry.unwrap();
            // Here they are only listed.
            if entry.file_name() != "translations.rs" && entry.path().extension().is_some_and(|ending| ending == "rs") {
                source += &std::fs::read_to_string(entry.path()).unwrap();
            }
        }
        for notice in NOTICES {
            assert!(source.contains(&format!("\"{notice}\"")), "nobody says “{notice}” any more");
        }
    }

    #[test]
    fn texts_of_a_uischema_are_those_that_people_read() {
        let ui = serde_json::json!({"a": {"ui:widget": "textarea", "ui:help": "Why", "ui:enumNames": ["One"]}, "ui:order": ["a"]});
        let said = drawn(&ui, &mut |text| text.to_uppercase());
        let expected = serde_json::json!({"a": {"ui:widget": "textarea", "ui:help": "WHY", "ui:enumNames": ["ONE"]}, "ui:order": ["a"]});
        assert_eq!(said, expected);
    }
}
