//! `maitred new`.

use super::arguments::New;
use super::failure::Failure;
use super::print::say;
use super::settings::{Flag, Settings};
use crate::desk::content::Files;
use crate::desk::gallery;
use std::fs;
use std::io::Write;
use std::path::Path;

const SCHEMA: &str = r#"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "TITLE",
  "description": "What somebody gets who asks for this.",
  "x-catalog": {
    "kind": "request",
    "category": "technical",
    "price": { "amount": "0.00", "currency": "EUR" }
  },
  "x-ui": { "reason": { "ui:widget": "textarea" } },
  "type": "object",
  "required": ["reason"],
  "additionalProperties": false,
  "properties": {
    "reason": { "title": "Why it is needed", "type": "string", "minLength": 1, "maxLength": 2000 }
  }
}
"#;

const WORKFLOW: &str = r#"//! TITLE: the line manager agrees, the service desk does it.

assign();

approval("Line manager", manager_of(requested_for), #{ show: ["reason"] });
task("Do it", group("service-desk"));
resolve("Done");
"#;

const SCENARIO: &str = r#"//! What is proven of NAME; `maitred test --filter NAME` runs it.

fn ask() { start(#{ reason: "It is needed" }) }

fn test_the_line_manager_agrees_and_the_desk_does_it() {
    let t = ask().open("Line manager").asked("Line manager", "max");
    t.approve("Line manager").open("Do it");
    t.done("Do it").ends("succeeded", "Done");
}

fn test_a_no_closes_it() {
    ask().reject("Line manager", "no_need").ends("approval_rejected");
}
"#;

/// Writes a schema, a workflow and scenarios to start from. Nothing that is
/// there is overwritten.
pub fn new(wish: &New) -> Result<(), Failure> {
    let settings = Settings::read(wish.config.as_deref(), [Flag::text("content", "--content", wish.content.as_ref())])?;
    let name = wish.item.as_str();
    usable_name(name)?;
    let files = match &wish.template {
        Some(template) => gallery::find(template).map_err(Failure::Refused)?.files(name),
        None => usual(name),
    };
    let mut texts = Files::new();
    for (path, text) in &files {
        let there = fs::read_to_string(settings.content.join(path)).ok();
        match there {
            Some(there) if path.starts_with("schemas/texts/") => {
                let joined = gallery::joined(&there, text).map_err(|why| Failure::Refused(format!("{path}: {why}")))?;
                texts.insert(path.clone(), joined);
            }
            // A form that is there and the same is shared.
            Some(there) if path.starts_with("schemas/forms/") && there == *text => {}
            Some(_) => return Err(Failure::Refused(format!("{path} exists already"))),
            None => {}
        }
    }
    for (path, text) in &files {
        let place = settings.content.join(path);
        match texts.get(path) {
            Some(joined) => replace(&place, joined)?,
            None if place.exists() => continue,
            None => write(&place, text)?,
        }
        say(format_args!("wrote {path}"));
    }
    say(format_args!("next: `maitred check`, `maitred test --filter {name}`, `maitred preview {name}`"));
    Ok(())
}

/// Files to start from where no template is wished.
fn usual(name: &str) -> Files {
    let title = title(name);
    let files = [
        (format!("schemas/{name}.json"), SCHEMA),
        (format!("workflows/{name}.rhai"), WORKFLOW),
        (format!("workflows/tests/{name}.rhai"), SCENARIO),
    ];
    files.into_iter().map(|(path, text)| (path, text.replace("TITLE", &title).replace("NAME", name))).collect()
}

/// Refuses what cannot name an item.
pub(super) fn usable_name(name: &str) -> Result<(), Failure> {
    let usable = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    match name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(usable) {
        true => Ok(()),
        false => Err(Failure::Refused(format!(
            "`{name}` cannot name an item: small letters, digits and dashes, a letter first"
        ))),
    }
}

/// `cloud-storage` as people read it.
pub(super) fn title(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_ascii_uppercase().to_string() + letters.as_str()).unwrap_or_default()
}

/// Writes a file whole or not at all.
fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Unavailable(format!("{} cannot be written: {error}", path.display()));
    let beside = path.with_extension("json.new");
    fs::write(&beside, text).map_err(failed)?;
    fs::rename(&beside, path).map_err(failed)
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Unavailable(format!("{} cannot be written: {error}", path.display()));
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    // A file that came to be in the meantime is not overwritten either.
    let mut file = fs::OpenOptions::new().write(true).create_new(true).open(path).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)
}
