//! What all tickets share: people, policy, catalog, current workflows. A few
//! `Arc`s, swapped whole; a command is decided on the World it found. Sessions
//! and passwords are never here.

use crate::model::access::Right;
use crate::model::catalog::{Checker, Item, Known, Meaning, Ordered};
use crate::model::ids::UserId;
use crate::model::people::{Bearings, People, Role, User};
use crate::model::policy::Policy;
use crate::model::problem::Fault;
use crate::model::text::did_you_mean;
use crate::model::texts::Texts;
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use crate::model::view::{Viewer, spoken};
use crate::plugins::Plugins;
use crate::workflow::Program;
use std::collections::{BTreeMap, BTreeSet};
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
            stand_in: self.is_for_contact(ticket).then_some(ticket.requested_for),
        }
    }
    /// Whether an agent registered it for somebody who is not in the directory,
    /// and stands there for them. Whoever names a contact with a request of their
    /// own asks for themselves: their manager is asked as always.
    pub fn is_for_contact(&self, ticket: &Ticket) -> bool {
        let opener = self.people.user(ticket.opened_by);
        ticket.facts.contact.is_some() && opener.is_some_and(|user| user.has(Role::Agent))
    }
    /// A group's name.
    pub fn group_name(&self, id: crate::model::ids::GroupId) -> Option<String> {
        self.people.group(id).map(|group| group.name.clone())
    }
    /// A person as audiences know them.
    pub fn known<'w>(&'w self, user: &'w User) -> Known<'w> {
        let groups = user.groups.iter().filter_map(|id| self.people.group(*id)).map(|group| group.name.as_str());
        Known { user, groups: groups.collect(), roles: self.policy_roles(user) }
    }
    /// The roles of policy.toml `[roles]` that name a person. They mean something
    /// to `role(…)` and to audiences; rights of the desk they give none.
    pub fn policy_roles<'w>(&'w self, user: &User) -> BTreeSet<&'w str> {
        let named = self.policy().roles.iter().filter(|(_, users)| users.contains(&user.username));
        named.map(|(role, _)| role.as_str()).collect()
    }
    /// A moment as somebody reads it: in their language and zone.
    pub fn moment(&self, user: UserId, at: Time) -> String {
        let user = self.people.user(user);
        spoken(user.map_or("en", |user| &user.language), user.map_or("UTC", |user| &user.zone), at)
    }
    /// Whether `user` is entitled to `item`.
    pub fn may_ask(&self, user: &User, item: &Item) -> bool {
        user.active && item.available_to(&self.known(user))
    }
    /// Whether `user` may see `item`: who may ask for it for themselves or a
    /// report of theirs, staff, and who writes it.
    pub fn may_see(&self, user: &User, item: &Item) -> bool {
        let for_report = || self.reports(user).any(|report| self.may_ask(report, item));
        self.may_ask(user, item) || user.is_staff() || user.writes(&item.meta.category) || for_report()
    }
    /// Locations that people, desks, intake rules or branches of groups name, each
    /// as often as it is named.
    pub fn locations(&self) -> impl Iterator<Item = &str> {
        let policy = self.policy();
        let of_people = self.people.users().filter_map(|user| user.location.as_deref());
        let of_intake = policy.intake.iter().filter_map(|rule| rule.location.as_deref());
        let of_desks = policy.desks.values().flat_map(|desk| desk.locations.iter().map(String::as_str));
        let of_branches = policy.local_groups.values().flat_map(|at| at.keys().map(String::as_str));
        of_people.chain(of_intake).chain(of_desks).chain(of_branches)
    }
    /// Why a ticket cannot be at a location, where the desk knows locations and
    /// this is none of them.
    pub fn no_location(&self, name: &str) -> Option<String> {
        if self.locations().any(|known| known == name) || self.locations().next().is_none() {
            return None;
        }
        let near = did_you_mean(name, self.locations());
        let guess = near.map(|near| format!(" Did you mean `{near}`?")).unwrap_or_default();
        Some(format!("There is no location `{name}`.{guess}"))
    }
    /// Active people whose line manager `user` is.
    pub fn reports(&self, user: &User) -> impl Iterator<Item = &Arc<User>> {
        let manager = user.id;
        self.people.users().filter(move |report| report.active && report.manager == Some(manager))
    }
    /// Whether `caller` may ask for something on behalf of `person`: for
    /// themselves, for a report, and some for anybody.
    pub fn may_ask_for(&self, caller: &User, person: &User) -> bool {
        caller.id == person.id || person.manager == Some(caller.id) || Right::AskForAnybody.is_of(caller)
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
    /// The same with its fields in the author's order: what people are shown.
    pub shown: Ordered,
    /// A uiSchema as react-jsonschema-form reads it.
    pub ui: serde_json::Value,
    /// What its texts stand for.
    pub meaning: Arc<Meaning>,
    /// Compiled.
    pub checker: Checker,
}
