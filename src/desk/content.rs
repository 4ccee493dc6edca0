//! Published content: from a folder's files to what the desk compiles once.
//! Which files belong to it (`folder`), what is wrong with them, how they become
//! the World's `Content`. Storing releases is the store's work.

mod folder;
mod names;
pub use folder::{belongs, read_folder};
pub use names::names_group;

use super::people::{DemoGroup, DemoGroups};
use super::translations;
use super::world::{Content, Form, List};
use crate::model::catalog::{Checker, Item, Meaning, Ordered, fields, locate};
use crate::model::outgoing::Outgoing;
use crate::model::people::People;
use crate::model::policy::Policy;
use crate::model::problem::{Fault, has_errors, in_order};
use crate::plugins::{Installation, Plugins};
use crate::script::{Sources, on_own_stack};
use crate::workflow::definitions::Modules;
use crate::workflow::scenario::{self, Scenarios};
use crate::workflow::{Known, Program};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Text files by path within the content folder, `/` between folders.
pub type Files = BTreeMap<String, String>;

/// Hex SHA-256 of a text: what content is stored and pinned by.
pub fn hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// The name in `schemas/NAME.json`, without folders.
fn name_in<'a>(path: &'a str, folder: &str, ending: &str) -> Option<&'a str> {
    path.strip_prefix(folder)?.strip_suffix(ending).filter(|name| !name.is_empty() && !name.contains('/'))
}

/// What a check of the content knows beside the files: groups and users where a
/// database is at hand.
#[derive(Clone, Copy, Default)]
pub struct Against<'a> {
    /// Groups and people to check names against; not checked where absent.
    pub people: Option<&'a People>,
}

/// Compiles everything that is published, on a thread with the stack of scripts.
///
/// # Errors
/// All faults of all files, each with its place.
pub fn build(files: &Files, installation: &Installation, against: Against<'_>) -> Result<Content, Vec<Fault>> {
    let no_thread = |message: String| vec![Fault::of_file("workflows", "internal", message)];
    let compiled = on_own_stack("content", || compile(files, installation, against));
    let compiled = compiled.map_err(|error| no_thread(format!("no thread to compile on: {error}")))?;
    compiled.unwrap_or_else(|_| Err(no_thread("the compiler panicked".to_owned())))
}

fn compile(files: &Files, installation: &Installation, against: Against<'_>) -> Result<Content, Vec<Fault>> {
    let mut faults = Vec::new();
    let policy = Policy::read(files).map_err(|found| faults.extend(found)).ok();
    let common: Files = files
        .iter()
        .filter(|(path, _)| path.starts_with("schemas/common/"))
        .map(|(p, t)| (p.clone(), t.clone()))
        .collect();
    let items = items(files, &common, &mut faults);
    let forms = forms(files, &common, &mut faults);
    let lists = lists(files, &mut faults);
    let texts = translations::read(files, &mut faults);
    check_lists(&items, &forms, &lists, files, &mut faults);
    let plugin_files: Files =
        files.iter().filter(|(path, _)| path.starts_with("plugins/")).map(|(p, t)| (p.clone(), t.clone())).collect();
    let plugins = Plugins::load(&plugin_files, installation).map_err(|found| faults.extend(found)).ok();
    let known = known(policy.as_ref(), &items, &forms, &lists, plugins.as_ref(), against);
    let workflows = workflows(files, &items, known, &mut faults);
    names::join(&items, &workflows, files, &mut faults);
    names::unsayable(&items, &forms, files, &mut faults);
    check_scenarios(&items, files, &mut faults);
    names::recurring(policy.as_ref(), &items, files, &mut faults);
    names::intake(policy.as_ref(), &items, files, &mut faults);
    if let (Some(people), Some(policy)) = (against.people, &policy) {
        names::audiences(&items, policy, people, files, &mut faults);
        names::suppliers(&lists, people, &mut faults);
        faults.extend(names::of_policy(policy, files, people));
    }
    let jobs = files
        .iter()
        .filter_map(|(path, text)| Some((name_in(path, "workflows/jobs/", ".rhai")?.to_owned(), text.clone())));
    let jobs = jobs.collect();
    match (policy, plugins) {
        (Some(policy), Some(plugins)) if !has_errors(&faults) => {
            let answers = forms.iter().map(|(name, form)| (name.clone(), Arc::clone(&form.meaning))).collect();
            let policy = left_to(policy, installation);
            let (answers, plugins, warnings) = (Arc::new(answers), Arc::new(plugins), in_order(faults));
            Ok(Content { policy, items, workflows, forms, answers, lists, texts, jobs, plugins, warnings })
        }
        _ => Err(in_order(faults)),
    }
}

/// What the machine says of what leaves comes before the policy; how long is
/// kept what does not is the policy's.
fn left_to(mut policy: Policy, installation: &Installation) -> Policy {
    if let Some(leaving) = &installation.leaving {
        policy.outgoing = Outgoing { keep: policy.outgoing.keep, ..leaving.clone() };
    }
    policy
}

fn items(files: &Files, common: &Files, faults: &mut Vec<Fault>) -> BTreeMap<String, Arc<Item>> {
    let mut items = BTreeMap::new();
    for (path, text) in files {
        let Some(name) = name_in(path, "schemas/", ".json") else { continue };
        match Item::parse(name, text, &hash(text), common) {
            Ok(item) => drop(items.insert(name.to_owned(), Arc::new(item))),
            Err(found) => faults.extend(found),
        }
    }
    items
}

fn forms(files: &Files, common: &Files, faults: &mut Vec<Fault>) -> BTreeMap<String, Arc<Form>> {
    let mut forms = BTreeMap::new();
    for (path, text) in files {
        let Some(name) = name_in(path, "schemas/forms/", ".json") else { continue };
        let compiled = form_of(path, text, common);
        match compiled {
            Ok(form) => drop(forms.insert(name.to_owned(), Arc::new(form))),
            Err(found) => faults.extend(found),
        }
    }
    forms
}

fn form_of(path: &str, text: &str, common: &Files) -> Result<Form, Vec<Fault>> {
    let schema = serde_json::from_str::<serde_json::Value>(text).map_err(|error| {
        let (line, column) = (u32::try_from(error.line()).unwrap_or(0), u32::try_from(error.column()).unwrap_or(0));
        vec![Fault::of_file(path, "json", error.to_string()).at(line, column)]
    })?;
    let checker = Checker::compile(path, text, &schema, common)?;
    let meaning = Meaning::of(&schema).map_err(|message| vec![Fault::of_file(path, "schema", message)])?;
    let shown = Ordered::parse(text).map_err(|error| vec![Fault::of_file(path, "json", error.to_string())])?;
    let ui = schema.get("x-ui").cloned().unwrap_or_else(|| serde_json::json!({}));
    Ok(Form { schema, shown: shown.without(&["x-ui"]), ui, meaning: Arc::new(meaning), checker })
}

/// Lists that forms offer and that are not there.
fn check_lists(
    items: &BTreeMap<String, Arc<Item>>,
    forms: &BTreeMap<String, Arc<Form>>,
    lists: &BTreeMap<String, List>,
    files: &Files,
    faults: &mut Vec<Fault>,
) {
    let of_items = items.iter().map(|(name, item)| (format!("schemas/{name}.json"), &item.meaning));
    let of_forms = forms.iter().map(|(name, form)| (format!("schemas/forms/{name}.json"), &form.meaning));
    for (path, meaning) in of_items.chain(of_forms) {
        for list in meaning.lists.values().filter(|list| !lists.contains_key(*list)) {
            let text = files.get(&path).map(String::as_str).unwrap_or_default();
            let (line, column) = locate(text, &["x-list", list]);
            let fault = Fault::of_file(&path, "unknown_list", format!("there is no list \"{list}\""));
            let near = crate::model::text::did_you_mean(list, lists.keys().map(String::as_str));
            let hint = near.map(|near| format!("did you mean \"{near}\"?"));
            faults.push(fault.at(line, column).hint(hint.unwrap_or_else(|| format!("write schemas/lists/{list}.csv"))));
        }
    }
}

/// Lists are CSV files whose first line names the columns.
fn lists(files: &Files, faults: &mut Vec<Fault>) -> BTreeMap<String, List> {
    let mut lists = BTreeMap::new();
    for (path, text) in files {
        let Some(name) = name_in(path, "schemas/lists/", ".csv") else { continue };
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        let key = reader.headers().ok().and_then(|columns| columns.get(0)).unwrap_or_default().to_owned();
        match reader.deserialize().collect::<Result<Vec<BTreeMap<String, String>>, _>>() {
            Ok(rows) => drop(lists.insert(name.to_owned(), List { key, rows })),
            Err(error) => {
                let line = error.position().map_or(0, |at| u32::try_from(at.line()).unwrap_or(0));
                faults.push(Fault::of_file(path, "csv", error.to_string()).at(line, 0));
            }
        }
    }
    lists
}

/// What workflows are checked against.
fn known(
    policy: Option<&Policy>,
    items: &BTreeMap<String, Arc<Item>>,
    forms: &BTreeMap<String, Arc<Form>>,
    lists: &BTreeMap<String, List>,
    plugins: Option<&Plugins>,
    against: Against<'_>,
) -> Known {
    let names = |keys: Vec<&String>| Some(keys.into_iter().cloned().collect::<BTreeSet<String>>());
    Known {
        // Where the plugins themselves are at fault, calls of them are not named as well.
        plugins: plugins.map(functions),
        form_fields: None,
        form_schemas: Vec::new(),
        item_forms: items.iter().map(|(name, item)| (name.clone(), Arc::new(item.schema.clone()))).collect(),
        groups: against.people.map(|people| people.groups().map(|group| group.name.clone()).collect()),
        users: against.people.map(|people| people.users().filter(|u| u.active).map(|u| u.username.clone()).collect()),
        inactive_users: against
            .people
            .map(|people| people.users().filter(|u| !u.active).map(|u| u.username.clone()).collect())
            .unwrap_or_default(),
        slas: policy.and_then(|policy| names(policy.levels.keys().collect())),
        rejection_codes: policy.and_then(|policy| names(policy.rejection_codes.keys().collect())),
        closure_reasons: policy.and_then(|policy| names(policy.closure_reasons.keys().collect())),
        policy_values: policy.and_then(|policy| names(policy.values.keys().collect())),
        forms: names(forms.keys().collect()),
        answer_fields: forms
            .iter()
            .filter_map(|(name, form)| Some((name.clone(), form.meaning.declared.get("")?.clone())))
            .collect(),
        items: names(items.keys().collect()),
        lists: names(lists.keys().collect()),
        suppliers: lists
            .get("suppliers")
            .and_then(|list| names(list.rows.iter().filter_map(|row| row.get("name")).collect())),
        impacts: policy.and_then(|policy| names(policy.matrix.impacts.iter().collect())),
        urgencies: policy.and_then(|policy| names(policy.matrix.urgencies.iter().collect())),
        roles: policy.map(|policy| {
            let built_in = crate::model::people::Role::ALL.map(|role| role.as_str().to_owned());
            policy.roles.keys().cloned().chain(built_in).collect()
        }),
        ticket_fields: Some(super::decide::TICKET_FIELDS.iter().map(|name| (*name).to_owned()).collect()),
    }
}

/// The functions of the plugins among the files, each with the schema of its input.
///
/// # Errors
/// The faults of the plugins.
pub fn plugin_functions(files: &Files, installation: &Installation) -> Result<Modules, Vec<Fault>> {
    let own: Files =
        files.iter().filter(|(path, _)| path.starts_with("plugins/")).map(|(p, t)| (p.clone(), t.clone())).collect();
    Plugins::load(&own, installation).map(|plugins| functions(&plugins))
}

fn functions(plugins: &Plugins) -> Modules {
    let inputs = |map: BTreeMap<String, crate::plugins::Signature>| {
        map.into_iter().map(|(name, signature)| (name, signature.input)).collect()
    };
    plugins.signatures().into_iter().map(|(module, map)| (module, inputs(map))).collect()
}

/// A workflow's sources with all libraries; the hash covers those it imports.
pub fn sources(files: &Files, path: &str) -> Option<Sources> {
    let mut sources = Sources::new(path, files.get(path)?.clone());
    let library =
        |(path, text): (&String, &String)| Some((name_in(path, "workflows/lib/", ".rhai")?.to_owned(), text.clone()));
    sources.libraries = files.iter().filter_map(library).collect();
    Some(sources)
}

fn workflows(
    files: &Files,
    items: &BTreeMap<String, Arc<Item>>,
    mut known: Known,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, Arc<Program>> {
    let mut workflows = BTreeMap::new();
    let mut served: BTreeMap<&str, Vec<&Arc<Item>>> = BTreeMap::new();
    for item in items.values() {
        served.entry(item.workflow()).or_default().push(item);
    }
    for path in files.keys() {
        let Some(name) = name_in(path, "workflows/", ".rhai") else { continue };
        let Some(sources) = sources(files, path) else { continue };
        let users = served.get(name).map_or(&[][..], Vec::as_slice);
        let form_fields = users.iter().flat_map(|item| fields(&item.schema)).collect();
        known.form_fields = (!users.is_empty()).then_some(form_fields);
        known.form_schemas = users.iter().filter_map(|item| known.item_forms.get(&item.name).cloned()).collect();
        match Program::compile(name, &sources, &known) {
            Ok(program) => {
                faults.extend(program.warnings().iter().cloned());
                workflows.insert(name.to_owned(), Arc::new(program));
            }
            Err(found) => faults.extend(found),
        }
    }
    workflows
}

/// Scenarios of workflows: compiled, not run.
fn check_scenarios(items: &BTreeMap<String, Arc<Item>>, files: &Files, faults: &mut Vec<Fault>) {
    let faulty = files.keys().filter_map(|path| name_in(path, "schemas/", ".json")).map(str::to_owned);
    let items: BTreeSet<String> = items.keys().cloned().chain(faulty).collect();
    for path in files.keys().filter(|path| scenario::name_of(path).is_some()) {
        let found = sources(files, path).map(|sources| Scenarios::compile(&sources, &items));
        faults.extend(found.and_then(Result::err).unwrap_or_default());
    }
}

/// The groups of `schemas/lists/groups.csv`, which the demo desk has beside those
/// of its cast: `name`, `lead`, `members` (usernames, a space between).
pub fn demo_groups(files: &Files) -> DemoGroups {
    let lists = lists(files, &mut Vec::new());
    listed_groups(&lists)
}

fn listed_groups(lists: &BTreeMap<String, List>) -> DemoGroups {
    let rows = lists.get("groups").map_or(&[][..], |list| list.rows.as_slice());
    let cell = |row: &BTreeMap<String, String>, name: &str| row.get(name).filter(|cell| !cell.is_empty()).cloned();
    let group = |row: &BTreeMap<String, String>| {
        let members = cell(row, "members").unwrap_or_default().split_whitespace().map(str::to_owned).collect();
        Some((cell(row, "name")?, DemoGroup { lead: cell(row, "lead"), members }))
    };
    rows.iter().filter_map(group).collect()
}

/// All groups that the content speaks of, as the demo desk has them: scripts'
/// `group("…")` and `local_group("…")`, intake, branches, items, the list of groups.
pub fn groups_named(content: &Content) -> DemoGroups {
    let intake = content.policy.intake.iter().filter_map(|rule| rule.group.clone());
    let items =
        content.items.values().flat_map(|item| item.meta.group.iter().chain(item.meta.restricted_to.iter()).cloned());
    let vip = content.policy.vip.groups.iter().cloned();
    let scripts = content.workflows.values().flat_map(|program| program.groups_named());
    let branches = content.policy.local_groups.values().flat_map(BTreeMap::values).cloned();
    let desks = content.policy.desks.values().flat_map(|desk| desk.groups.iter().cloned());
    let named = intake.chain(desks).chain(branches).chain(items).chain(vip).chain(scripts);
    let mut groups: DemoGroups = named.map(|name| (name, DemoGroup::default())).collect();
    groups.extend(listed_groups(&content.lists));
    groups
}
