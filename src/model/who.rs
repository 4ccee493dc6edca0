//! A *who*: the opaque reference to people that a script passes to a step.
//! It is resolved against the people of the World when the step opens, never
//! at replay. Resolution itself is in `people`.

use super::ids::UserId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One reference to a person or some people, as a script said it.
///
/// In the journal's arguments it is one JSON object with one key:
/// `{"group": "finance"}`, `{"manager_of": {"person": {…}}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// `user("ann")`, by username.
    User(String),
    /// A known person: `requester`, `requested_for`, a picked person. The
    /// username is the one at the time of the submission, for messages only.
    Person {
        /// The key that counts.
        id: UserId,
        /// For messages only.
        username: String,
    },
    /// `group("finance")`, by name.
    Group(String),
    /// `local_group("field-support")`: the group's branch at the ticket's location.
    LocalGroup(String),
    /// `supplier("Contoso")`: who deals with it.
    Supplier(String),
    /// `owner`: who answers for the ticket now.
    Owner {},
    /// `role("change_manager")`: a role, or a name of policy.toml `[roles]`.
    Role(String),
    /// `manager_of(x)`: the line manager.
    ManagerOf(Box<Who>),
    /// `lead_of(group)`.
    LeadOf(Box<Who>),
}

impl fmt::Display for Who {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Who::User(name) => write!(f, "user(\"{name}\")"),
            Who::Person { username, .. } => f.write_str(username),
            Who::Group(name) => write!(f, "group(\"{name}\")"),
            Who::LocalGroup(name) => write!(f, "local_group(\"{name}\")"),
            Who::Supplier(name) => write!(f, "supplier(\"{name}\")"),
            Who::Owner {} => f.write_str("owner"),
            Who::Role(name) => write!(f, "role(\"{name}\")"),
            Who::ManagerOf(of) => write!(f, "manager_of({of})"),
            Who::LeadOf(of) => write!(f, "lead_of({of})"),
        }
    }
}
