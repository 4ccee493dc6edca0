//! What a script names: groups that are to be made, what it needs to be moved
//! elsewhere, and the texts that people are shown.

use super::program::Program;
use super::spec::{self, Param};
use crate::model::journal::Place;
use crate::script::{Arg, CallSite, Shape, Value};
use std::collections::BTreeSet;

/// What a workflow needs of the content around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Libraries that it imports, directly or not.
    pub libraries: BTreeSet<String>,
    /// Forms of its tasks and questions.
    pub forms: BTreeSet<String>,
    /// Lists that it looks into.
    pub lists: BTreeSet<String>,
    /// Items that it opens tickets of.
    pub items: BTreeSet<String>,
    /// Modules of plugins that it calls.
    pub plugins: BTreeSet<String>,
    /// Groups.
    pub groups: BTreeSet<String>,
    /// Service levels.
    pub slas: BTreeSet<String>,
}

/// A text that people are shown: as it is written, `{}` for each part that is
/// only known while running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The text.
    pub text: String,
    /// Where it is written.
    pub place: Place,
}

/// Words whose argument at this position is shown to people.
const SHOWN: [(&str, usize); 14] = [
    ("announce", 0),
    ("approval", 0),
    ("ask", 0),
    ("cancel", 0),
    ("cost", 0),
    ("escalate", 1),
    ("fail", 0),
    ("handle", 0),
    ("note", 0),
    ("notify", 1),
    ("reject", 0),
    ("resolve", 0),
    ("stage", 0),
    ("task", 0),
];
/// Options of words that are shown to people.
const SHOWN_OPTIONS: [&str; 3] = ["checklist", "text", "title"];

impl Program {
    /// Names of all groups that the script speaks of.
    pub fn groups_named(&self) -> BTreeSet<String> {
        self.needs().groups
    }

    /// What it needs of the content around it, as far as the text tells.
    pub fn needs(&self) -> Needs {
        let libraries = self.compiled().imports().map(str::to_owned).collect();
        let mut needs = Needs { libraries, ..Needs::default() };
        for call in self.places() {
            needs.plugins.extend(call.module.clone().filter(|module| !needs.libraries.contains(module)));
            if ["group", "local_group"].contains(&call.name.as_str()) {
                needs.groups.extend(literal(call.args.first()));
            }
            let params = spec::find(&call.name).map(|spec| spec.params).unwrap_or_default();
            for (param, arg) in params.iter().zip(&call.args) {
                match param {
                    Param::Sla => needs.slas.extend(literal(Some(arg))),
                    Param::List => needs.lists.extend(literal(Some(arg))),
                    Param::Item => needs.items.extend(literal(Some(arg))),
                    _ => {}
                }
            }
            needs
                .forms
                .extend(options(call).filter(|(key, _)| *key == "form").filter_map(|(_, arg)| literal(Some(arg))));
        }
        needs
    }

    /// The texts that people are shown, in the order of the script.
    pub fn shown(&self) -> Vec<Shown> {
        let mut shown: Vec<Shown> = Vec::new();
        for call in self.places() {
            let own = SHOWN.iter().filter(|(word, _)| call.module.is_none() && *word == call.name);
            let own = own.filter_map(|(_, at)| call.args.get(*at));
            let options = options(call).filter(|(key, _)| SHOWN_OPTIONS.contains(key)).map(|(_, arg)| arg);
            for arg in own.chain(options) {
                let items = match &arg.shape {
                    Shape::List(items) => items.as_slice(),
                    _ => std::slice::from_ref(arg),
                };
                shown.extend(items.iter().filter_map(text));
            }
        }
        shown
    }
}

/// A text that says something beside what is put into it.
fn text(arg: &Arg) -> Option<Shown> {
    let text = arg.said()?.to_owned();
    text.contains(char::is_alphabetic).then(|| Shown { text, place: arg.place.clone() })
}

fn literal(arg: Option<&Arg>) -> Option<String> {
    match arg?.literal() {
        Some(Value::Text(name)) => Some(name.to_string()),
        _ => None,
    }
}

/// Options that a call says, whichever argument they stand in.
fn options(call: &CallSite) -> impl Iterator<Item = (&str, &Arg)> {
    let spec = spec::find(&call.name).filter(|_| call.module.is_none());
    let at = spec.map(|spec| spec.options_at).unwrap_or_default();
    let maps = at.iter().filter_map(|at| match &call.args.get(*at)?.shape {
        Shape::Map(fields) => Some(fields),
        _ => None,
    });
    maps.flatten().map(|(key, _, arg)| (key.as_str(), arg))
}
