//! `maitred preview`.

use super::arguments::{Format, Preview};
use super::failure::Failure;
use super::print::say;
use super::settings::{Flag, Settings};
use crate::desk::World;
use crate::desk::clock::{Clock, SystemClock};
use crate::desk::command::Submit;
use crate::desk::content::{self, Against};
use crate::desk::preview::{self, PreviewView};
use crate::desk::rehearsal::demo_world;
use crate::model::people::User;
use crate::model::text::did_you_mean;
use crate::script::on_own_stack;
use crate::workflow::preview::{Graph, Unreached, draw};
use serde_json::{Map, Value as Json, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Who asks where the command line names nobody: the first of them who may.
const ASK: [&str; 4] = ["ann", "max", "dora", "sam"];

/// Shows all ways that a request may take: whatever its form says, or with one
/// that is filled in. Writes nothing, calls nobody; the demo desk's people stand
/// for everybody.
pub fn preview(wish: &Preview) -> Result<(), Failure> {
    let settings = Settings::read(wish.config.as_deref(), [Flag::text("content", "--content", wish.content.as_ref())])?;
    let files = content::read_folder(&PathBuf::from(&settings.content)).map_err(Failure::Faults)?;
    let built = content::build(&files, &settings.installation(), Against::default()).map_err(Failure::Faults)?;
    let world = demo_world(Arc::new(built), SystemClock.now());
    let form = wish.form.as_deref().map(form).transpose()?;
    let item = wish.item.clone();
    let user = person(&world, wish.by.as_deref().unwrap_or_else(|| asks(&world, &item)))?;
    let panicked = |_| Err(Failure::Refused("the preview panicked".to_owned()));
    let seen = on_own_stack("preview", || look(&world, &user, item, form))?.unwrap_or_else(panicked)?;
    say(shown(&seen, wish.format.unwrap_or_default()));
    Ok(())
}

/// What is to be shown.
struct Seen {
    item: String,
    whole: Option<PreviewView>,
    graph: Graph,
    not_reached: Vec<Unreached>,
}

fn look(world: &Arc<World>, user: &Arc<User>, name: String, form: Option<Map<String, Json>>) -> Result<Seen, Failure> {
    let items = &world.content.items;
    let item = items.get(&name).cloned().ok_or_else(|| {
        let near = did_you_mean(&name, items.keys().map(String::as_str));
        let hint = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
        Failure::Refused(format!("there is no item `{name}`{hint}"))
    })?;
    let refused = |refusal: crate::model::problem::Refusal| {
        let errors: Vec<String> =
            refusal.errors.iter().map(|error| format!("\n  {}: {}", error.pointer, error.message)).collect();
        Failure::Refused(format!("{}{}", refusal.detail, errors.concat()))
    };
    let now = SystemClock.now();
    if let Some(form) = form {
        let wish = Submit { item: name.clone(), form, ..Submit::default() };
        let whole = preview::foreseen(world, user, wish, now).map_err(refused)?;
        let (graph, not_reached) = (whole.graph.clone(), whole.not_reached.clone());
        return Ok(Seen { item: name, graph, not_reached, whole: Some(whole) });
    }
    let wish = Submit { item: name.clone(), form: preview::sample(world, user, &item), ..Submit::default() };
    let graph = preview::whole_graph(world, user, wish, item.schema.clone(), now).map_err(|refusal| {
        match refused(refusal) {
            Failure::Refused(why) => {
                Failure::Refused(format!("no sample of the form fits its schema; give one with --form FILE: {why}"))
            }
            other => other,
        }
    })?;
    let not_reached =
        world.content.workflows.get(item.workflow()).map(|program| graph.unreached(program)).unwrap_or_default();
    Ok(Seen { item: name, whole: None, graph, not_reached })
}

fn form(path: &Path) -> Result<Map<String, Json>, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::Unavailable(format!("{} cannot be read: {error}", path.display())))?;
    match serde_json::from_str(&text) {
        Ok(Json::Object(form)) => Ok(form),
        Ok(_) => Err(Failure::Refused(format!("{}: a form is a JSON object", path.display()))),
        Err(error) => Err(Failure::Refused(format!("{}: no JSON: {error}", path.display()))),
    }
}

/// Who asks for an item that is not meant for everybody.
fn asks(world: &World, item: &str) -> &'static str {
    let item = world.content.items.get(item);
    let may = |name: &&str| {
        let user = world.people.by_username(name);
        user.is_some_and(|user| item.is_some_and(|item| world.may_ask(user, item)))
    };
    ASK.into_iter().find(may).unwrap_or("ann")
}

fn person(world: &World, name: &str) -> Result<Arc<User>, Failure> {
    let found = world.people.by_username(name).cloned();
    found.ok_or_else(|| Failure::Refused(format!("the demo desk has nobody called `{name}`")))
}

fn shown(seen: &Seen, format: Format) -> String {
    match format {
        Format::Text => text(seen),
        Format::Mermaid => draw::mermaid(&seen.graph),
        Format::Svg => draw::svg(&seen.graph),
        Format::Json => {
            let json = match &seen.whole {
                Some(whole) => json!(whole),
                None => json!({"item": seen.item, "graph": seen.graph, "not_reached": seen.not_reached}),
            };
            serde_json::to_string_pretty(&json).unwrap_or_default()
        }
    }
}

fn text(seen: &Seen) -> String {
    let mut lines = vec![seen.item.clone()];
    if let Some(whole) = &seen.whole {
        let cost = whole.cost.as_ref().and_then(|cost| Some(format!("{} {}", cost.estimated.as_ref()?, cost.currency)));
        lines.push(format!("cost: {}", cost.unwrap_or_else(|| "nothing".to_owned())));
        for (what, due) in [("responded", whole.respond_due), ("done", whole.resolve_due)] {
            lines.extend(due.map(|due| format!("{what} by {due}, if submitted now")));
        }
    }
    lines.push(draw::text(&seen.graph, &seen.not_reached));
    lines.join("\n")
}
