//! What all tickets share: people, policy, catalog, current workflows. A few
//! `Arc`s, swapped whole; a command is decided on the World it found. Sessions
//! and passwords are never here.

use crate::model::catalog::{Checker, Item, Meaning};
use crate::model::people::{Bearings, People, User};
use crate::model::policy::Policy;
use crate::model::problem::Fault;
use crate::model::texts::Texts;
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use crate::model::view::Viewer;
use crate::plugins::Plugins;
use crate::workflow::Program;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything shared.
#[derive(Clone)]
pub struct World {
    /// Users, groups, roles.
    pub people: Arc<People>,
    /// What is published.
    pub content: Arc<Content>,
    /// The version of the people's rows that `people` was read at.
    pub people_version: i64,
    /// The version of the published content that `content` was read at.
    pub content_version: i64,
}

impl World {
    /// The desk's rules.
    pub fn policy(&self) -> &Policy {
        &self.content.policy
    }
    /// A person as the one who looks.
    pub fn viewer<'v>(&'v self, user: &'v User, now: Time) -> Viewer<'v> {
        Viewer { user, people: &self.people, policy: self.policy(), texts: &self.content.texts, now }
    }
    /// What whos mean for a ticket.
    pub fn bearings<'a>(&'a self, ticket: &'a Ticket) -> Bearings<'a> {
        let policy = self.policy();
        Bearings {
            roles: &policy.roles,
            branches: &policy.local_groups,
            suppliers: self.content.lists.get("suppliers").map_or(&[], |list| list.rows.as_slice()),
            location: ticket.location.as_deref(),
            owner: ticket.owner,
        }
    }
    /// A group's name.
    pub fn group_name(&self, id: crate::model::ids::GroupId) -> Option<String> {
        self.people.group(id).map(|group| group.name.clone())
    }
    /// Whether `user` may ask for `item`.
    pub fn may_ask(&self, user: &User, item: &Item) -> bool {
        user.active && item.available_to(user, &|id| self.group_name(id))
    }
}

/// What is published, compiled once.
pub struct Content {
    /// policy.toml.
    pub policy: Policy,
    /// Catalog items by name.
    pub items: BTreeMap<String, Arc<Item>>,
    /// Current workflows by name.
    pub workflows: BTreeMap<String, Arc<Program>>,
    /// Forms of tasks and questions by name: `schemas/forms/NAME.json`.
    pub forms: BTreeMap<String, Arc<Form>>,
    /// What the texts of those forms stand for, by their names.
    pub answers: Arc<BTreeMap<String, Arc<Meaning>>>,
    /// Lists by name: `schemas/lists/NAME.csv`.
    pub lists: BTreeMap<String, List>,
    /// Translations of what people are shown.
    pub texts: Texts,
    /// Jobs by name: path and text.
    pub jobs: BTreeMap<String, String>,
    /// Plugins, loaded.
    pub plugins: Arc<Plugins>,
    /// What its check warns of.
    pub warnings: Vec<Fault>,
}

/// A published list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The first column's name: what tells rows from each other.
    pub key: String,
    /// Rows of column → text.
    pub rows: Vec<BTreeMap<String, String>>,
}

/// A form that a task or question asks to fill in.
pub struct Form {
    /// The schema as published.
    pub schema: serde_json::Value,
    /// What its texts stand for.
    pub meaning: Arc<Meaning>,
    /// Compiled.
    pub checker: Checker,
}
