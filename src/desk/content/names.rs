//! Names across files: items and workflows that belong together, groups and
//! people that items, lists and the policy name, and names of fields that
//! scripts could not say.

use crate::desk::world::{Form, List};
use crate::model::catalog::{Item, locate};
use crate::model::people::{People, Role};
use crate::model::policy::{self, Policy};
use crate::model::problem::{Fault, Severity};
use crate::model::text::did_you_mean;
use crate::model::ticket::CHANNELS;
use crate::script::sayable;
use crate::workflow::Program;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Files;

type Items = BTreeMap<String, Arc<Item>>;

fn unknown<'n>(file: &str, what: &str, name: &str, known: impl IntoIterator<Item = &'n str>) -> Fault {
    let fault = Fault::of_file(file, &format!("unknown_{what}"), format!("there is no {what} \"{name}\""));
    match did_you_mean(name, known) {
        Some(near) => fault.hint(format!("did you mean \"{near}\"?")),
        None => fault,
    }
}

fn schema_path(item: &str) -> String {
    format!("schemas/{item}.json")
}

/// Groups, users and roles that items name and nobody has made: a misspelt name
/// in `not_available_to` would let everybody in.
pub(super) fn audiences(items: &Items, policy: &Policy, people: &People, files: &Files, faults: &mut Vec<Fault>) {
    let groups: Vec<&str> = people.groups().map(|group| group.name.as_str()).collect();
    let users: Vec<&str> = people.users().map(|user| user.username.as_str()).collect();
    let built_in = Role::ALL.into_iter().map(|role| -> &str { role.as_str() });
    let roles: Vec<&str> = policy.roles.keys().map(String::as_str).chain(built_in).collect();
    for item in items.values() {
        let (meta, file) = (&item.meta, schema_path(&item.name));
        let text = files.get(&file).map(String::as_str).unwrap_or_default();
        let mut check = |what: &str, name: &str, known: &[&str]| {
            if name != "*" && !known.contains(&name) {
                let (line, column) = locate(text, &["x-catalog", name]);
                faults.push(unknown(&file, what, name, known.iter().copied()).at(line, column));
            }
        };
        let audiences: Vec<_> = meta.available_to.iter().chain(&meta.not_available_to).collect();
        let named = meta.group.iter().chain(&meta.restricted_to);
        named.chain(audiences.iter().flat_map(|it| &it.groups)).for_each(|name| check("group", name, &groups));
        audiences.iter().flat_map(|it| &it.users).for_each(|name| check("user", name, &users));
        audiences.iter().flat_map(|it| &it.roles).for_each(|name| check("role", name, &roles));
    }
}

/// Whether the content speaks of a group of that name.
pub fn names_group(content: &super::Content, name: &str) -> bool {
    let audiences =
        content.items.values().flat_map(|item| item.meta.available_to.iter().chain(&item.meta.not_available_to));
    let spoken_to = audiences.flat_map(|audience| &audience.groups).any(|group| group == name);
    spoken_to || super::groups_named(content).contains_key(name)
}

/// Who deals with suppliers: a group or a user each.
pub(super) fn suppliers(lists: &BTreeMap<String, List>, people: &People, faults: &mut Vec<Fault>) {
    let file = "schemas/lists/suppliers.csv";
    let rows = lists.get("suppliers").map_or(&[][..], |list| list.rows.as_slice());
    for (n, row) in rows.iter().enumerate() {
        let line = u32::try_from(n + 2).unwrap_or(0);
        let cell = |column: &str| row.get(column).filter(|name| !name.is_empty());
        if let Some(name) = cell("group").filter(|name| people.by_group_name(name).is_none()) {
            let known = people.groups().map(|group| group.name.as_str());
            faults.push(unknown(file, "group", name, known).at(line, 0));
        }
        if let Some(name) = cell("user").filter(|name| people.users().all(|user| user.username != **name)) {
            let known = people.users().map(|user| user.username.as_str());
            faults.push(unknown(file, "user", name, known).at(line, 0));
        }
    }
}

/// Groups that the policy names and nobody has made: of desks, of intake rules,
/// of VIPs, of branches.
pub(super) fn of_policy(policy: &Policy, files: &Files, people: &People) -> Vec<Fault> {
    let text = files.get(policy::FILE).map(String::as_str).unwrap_or_default();
    let desks = policy.desks.values().flat_map(|desk| &desk.groups);
    let intake = policy.intake.iter().filter_map(|rule| rule.group.as_ref()).chain(desks);
    let branches = policy.local_groups.values().flat_map(BTreeMap::values);
    let escalations = policy.escalations.iter().filter_map(|rule| rule.to.as_ref());
    let named: BTreeSet<&String> = intake.chain(branches).chain(escalations).chain(&policy.vip.groups).collect();
    let missing = named.into_iter().filter(|group| people.by_group_name(group).is_none());
    let users: Vec<&str> = people.users().map(|user| user.username.as_str()).collect();
    let asked_for = policy.recurring.iter().map(|rule| rule.requested_for.as_str());
    let asked_for = asked_for.chain(policy.outgoing.redirect_to.as_deref());
    let unknown_users = asked_for.filter(|name| !users.contains(name)).map(|name| {
        let (line, column) = policy::position(text, text.find(&format!("\"{name}\"")).unwrap_or(0));
        unknown(policy::FILE, "user", name, users.iter().copied()).at(line, column)
    });
    missing
        .map(|group| {
            let at = text.find(&format!("\"{group}\"")).unwrap_or(0);
            let (line, column) = policy::position(text, at);
            unknown(policy::FILE, "group", group, people.groups().map(|group| group.name.as_str())).at(line, column)
        })
        .chain(unknown_users)
        .collect()
}

/// Intake rules that no ticket can ever match.
pub(super) fn intake(policy: Option<&Policy>, items: &Items, files: &Files, faults: &mut Vec<Fault>) {
    let text = files.get(policy::FILE).map(String::as_str).unwrap_or_default();
    let at = |fault: Fault, name: &str| {
        let (line, column) = policy::position(text, text.find(&format!("\"{name}\"")).unwrap_or(0));
        fault.at(line, column)
    };
    let of_policy = |fault: Fault| Fault { code: "policy".to_owned(), ..fault };
    let categories: BTreeSet<&str> = items.values().map(|item| item.meta.category.as_str()).collect();
    for rule in policy.into_iter().flat_map(|policy| &policy.intake) {
        let channel = rule.channel.as_deref().filter(|name| !CHANNELS.contains(name));
        faults.extend(channel.map(|name| at(of_policy(unknown(policy::FILE, "channel", name, CHANNELS)), name)));
        // An item that is there and has faults of its own is told by them.
        let missing = |name: &&str| !items.contains_key(*name) && !files.contains_key(&schema_path(name));
        let item = rule.item.as_deref().filter(missing);
        let known = items.keys().map(String::as_str);
        faults.extend(item.map(|name| at(unknown(policy::FILE, "item", name, known), name)));
        let category = rule.category.as_deref().filter(|name| !categories.contains(name));
        faults.extend(category.map(|name| {
            let fault = unknown(policy::FILE, "category", name, categories.iter().copied());
            at(of_policy(fault).severity(Severity::Warning), name)
        }));
    }
}

/// Tickets that open themselves: of items that there are, with forms that fit.
pub(super) fn recurring(policy: Option<&Policy>, items: &Items, files: &Files, faults: &mut Vec<Fault>) {
    let text = files.get(policy::FILE).map(String::as_str).unwrap_or_default();
    for rule in policy.into_iter().flat_map(|policy| &policy.recurring) {
        let (line, column) = policy::position(text, text.find(&format!("\"{}\"", rule.item)).unwrap_or(0));
        // An item that is there and has faults of its own is told by them.
        let Some(item) = items.get(&rule.item) else {
            if !files.contains_key(&schema_path(&rule.item)) {
                let known = items.keys().map(String::as_str);
                faults.push(unknown(policy::FILE, "item", &rule.item, known).at(line, column));
            }
            continue;
        };
        let wrong = item.checker.check(&Json::Object(rule.form.clone()), "/form").err().unwrap_or_default();
        faults.extend(wrong.into_iter().map(|error| {
            let message = format!("the recurring ticket `{}`: {} {}", rule.name, error.pointer, error.message);
            Fault::of_file(policy::FILE, "policy", message).at(line, column)
        }));
    }
}

/// Items without a workflow, and the reverse.
pub(super) fn join(items: &Items, workflows: &BTreeMap<String, Arc<Program>>, files: &Files, faults: &mut Vec<Fault>) {
    let used: BTreeSet<&str> = items.values().map(|item| item.workflow()).collect();
    for item in items.values() {
        let path = format!("workflows/{}.rhai", item.workflow());
        if !files.contains_key(&path) {
            let file = schema_path(&item.name);
            let message = format!("the item `{}` has no workflow: {path} is missing", item.name);
            let (line, column) = locate(files.get(&file).map_or("", String::as_str), &["x-catalog", "workflow"]);
            let fault = Fault::of_file(file, "no_workflow", message).at(line, column);
            let known = workflows.keys().map(String::as_str).filter(|name| !used.contains(name));
            faults.push(match did_you_mean(item.workflow(), known) {
                Some(near) => fault.hint(format!("did you mean \"{near}\"?")),
                None => fault,
            });
        }
    }
    let faulty = |name: &str| files.contains_key(&schema_path(name)) && !items.contains_key(name);
    for name in workflows.keys().filter(|name| !used.contains(name.as_str()) && !faulty(name)) {
        let message = format!("no item uses this workflow: schemas/{name}.json is missing");
        let fault = Fault::of_file(format!("workflows/{name}.rhai"), "no_item", message);
        faults.push(match did_you_mean(name, items.keys().map(String::as_str)) {
            Some(near) => fault.hint(format!("did you mean \"{near}\"?")),
            None => fault,
        });
    }
}

/// Fields of items and of forms whose names scripts cannot say behind a dot.
pub(super) fn unsayable(items: &Items, forms: &BTreeMap<String, Arc<Form>>, files: &Files, faults: &mut Vec<Fault>) {
    let of_items = items.values().map(|item| (schema_path(&item.name), &item.schema));
    let of_forms = forms.iter().map(|(name, form)| (format!("schemas/forms/{name}.json"), &form.schema));
    for (file, schema) in of_items.chain(of_forms) {
        let text = files.get(&file).map_or("", String::as_str);
        let mut names = BTreeSet::new();
        field_names(schema, &mut names);
        for name in names.into_iter().filter(|name| !sayable(name)) {
            let (line, column) = locate(text, &["properties", name]);
            let message = format!("scripts cannot say the name \"{name}\" behind a dot");
            let fault = Fault::of_file(&file, "unsayable_field", message).at(line, column);
            let hint = format!("take letters, digits and _, and no reserved word; until then write form[\"{name}\"]");
            faults.push(fault.severity(Severity::Warning).hint(hint));
        }
    }
}

/// Names of fields, and of fields of fields.
fn field_names<'s>(schema: &'s Json, into: &mut BTreeSet<&'s str>) {
    match schema {
        Json::Object(map) => {
            for (key, part) in map {
                match part {
                    Json::Object(properties) if key == "properties" => {
                        into.extend(properties.keys().map(String::as_str));
                        properties.values().for_each(|property| field_names(property, into));
                    }
                    part => field_names(part, into),
                }
            }
        }
        Json::Array(parts) => parts.iter().for_each(|part| field_names(part, into)),
        _ => {}
    }
}
