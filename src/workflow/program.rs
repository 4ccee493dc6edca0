//! A workflow ready to run: compiled, checked against what the desk knows, named
//! by its hash.

use super::check;
use super::oracle::Oracle;
use super::spec;
use crate::model::problem::{Fault, has_errors, in_order};
use crate::script::{self, CallSite, Compiled, ENGINE, Sources};
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One version of an item's workflow. Shared between threads and cached by
/// `version`; the same text gives the same version for every item.
#[derive(Clone, Debug)]
pub struct Program {
    /// The catalog item.
    pub item: String,
    /// Hash of the text and of the libraries that it imports.
    pub version: String,
    /// The engine that it was compiled for.
    pub engine: &'static str,
    compiled: Compiled,
    oracle: Option<Arc<dyn Oracle>>,
    warnings: Arc<[Fault]>,
}

/// What exists at the desk. A part that is `None` is not checked: so a pinned
/// version still compiles when a group or plugin that it names is gone.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Plugin modules and their functions, each with the schema of its input.
    pub plugins: Option<BTreeMap<String, BTreeMap<String, Option<Json>>>>,
    /// Fields that the item's form declares.
    pub form_fields: Option<BTreeSet<String>>,
    /// The forms of all items that the workflow serves.
    pub form_schemas: Vec<Arc<Json>>,
    /// The form of every item of the catalog.
    pub item_forms: BTreeMap<String, Arc<Json>>,
    /// Groups by name.
    pub groups: Option<BTreeSet<String>>,
    /// Usernames of active people.
    pub users: Option<BTreeSet<String>>,
    /// Usernames of people who have left.
    pub inactive_users: BTreeSet<String>,
    /// Roles: built in and of the policy.
    pub roles: Option<BTreeSet<String>>,
    /// Service levels.
    pub slas: Option<BTreeSet<String>>,
    /// Rejection codes.
    pub rejection_codes: Option<BTreeSet<String>>,
    /// Closure reasons.
    pub closure_reasons: Option<BTreeSet<String>>,
    /// `policy.NAME`.
    pub policy_values: Option<BTreeSet<String>>,
    /// Forms that tasks may ask for.
    pub forms: Option<BTreeSet<String>>,
    /// The fields that the answer to each of them has.
    pub answer_fields: BTreeMap<String, BTreeSet<String>>,
    /// Catalog items.
    pub items: Option<BTreeSet<String>>,
    /// Lists that `lookup` may read.
    pub lists: Option<BTreeSet<String>>,
    /// Suppliers by name.
    pub suppliers: Option<BTreeSet<String>>,
    /// Rows of the priority matrix.
    pub impacts: Option<BTreeSet<String>>,
    /// Columns of the priority matrix.
    pub urgencies: Option<BTreeSet<String>>,
    /// Fields of `ticket`.
    pub ticket_fields: Option<BTreeSet<String>>,
}

impl Program {
    /// Compiles and checks a workflow. All faults that can be found at once come
    /// at once, in the order of the text; warnings
    /// alone refuse nothing. Wants a thread with `script::STACK_BYTES` of stack.
    pub fn compile(item: &str, sources: &Sources, known: &Known) -> Result<Program, Vec<Fault>> {
        match script::examine(sources, spec::vocabulary()) {
            Ok(compiled) => {
                let faults = in_order(check::check(compiled.outline(), known));
                if has_errors(&faults) {
                    return Err(faults);
                }
                Ok(Program {
                    item: item.to_owned(),
                    version: compiled.hash().to_owned(),
                    engine: ENGINE,
                    compiled,
                    oracle: None,
                    warnings: faults.into(),
                })
            }
            Err((outline, mut faults)) => {
                faults.extend(check::check(&outline, known));
                Err(in_order(faults))
            }
        }
    }

    /// Whether the script has an own end word, so that a path without one is a
    /// decision and not an oversight.
    pub fn ends(&self) -> bool {
        // Work that is done resolves the ticket where nothing else ends it.
        let ends = ["resolve", "fail", "reject", "cancel", "handle"];
        self.compiled.outline().calls.iter().any(|call| !call.method && ends.contains(&call.name.as_str()))
    }

    /// Warnings and hints of the check.
    pub fn warnings(&self) -> &[Fault] {
        &self.warnings
    }

    /// Path of its file in the content folder.
    pub fn path(&self) -> &str {
        self.compiled.path()
    }

    /// The `//!` text at its top.
    pub fn doc(&self) -> &str {
        self.compiled.doc()
    }

    /// The same for a preview: what is not known yet is asked of an oracle.
    #[must_use]
    pub fn asking(&self, oracle: Arc<dyn Oracle>) -> Program {
        Program { oracle: Some(oracle), ..self.clone() }
    }

    pub(super) fn oracle(&self) -> Option<&Arc<dyn Oracle>> {
        self.oracle.as_ref()
    }

    /// The words that the text says, for what looks at all of them.
    pub(super) fn places(&self) -> impl Iterator<Item = &CallSite> {
        self.compiled.outline().calls.iter().filter(|call| !call.method)
    }

    pub(super) fn compiled(&self) -> &Compiled {
        &self.compiled
    }
}
