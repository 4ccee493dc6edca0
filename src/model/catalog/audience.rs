//! Who may ask for an item: `available_to` and `not_available_to`, and why it
//! came out as it did.

use crate::model::people::User;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// A set of people by several keys; several keys widen, `"*"` is everybody, also
/// who has none.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// Usernames.
    #[serde(default)]
    pub users: Vec<String>,
    /// Group names.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Departments.
    #[serde(default)]
    pub departments: Vec<String>,
    /// Locations.
    #[serde(default)]
    pub locations: Vec<String>,
    /// Roles, the policy's too.
    #[serde(default)]
    pub roles: Vec<String>,
}

/// A person as audiences know them.
pub struct Known<'a> {
    /// The person.
    pub user: &'a User,
    /// Names of their groups.
    pub groups: BTreeSet<&'a str>,
    /// Roles of the policy that name them.
    pub roles: BTreeSet<&'a str>,
}

impl Audience {
    /// The words that name a person, each with its key.
    fn naming<'s>(&'s self, person: &Known<'_>) -> Vec<(&'static str, &'s str)> {
        let user = person.user;
        let mut naming = Vec::new();
        let mut look = |key: &'static str, words: &'s [String], names: &dyn Fn(&str) -> bool| {
            naming.extend(words.iter().filter(|word| *word == "*" || names(word)).map(|word| (key, word.as_str())));
        };
        look("users", &self.users, &|word| word == user.username);
        look("groups", &self.groups, &|word| person.groups.contains(word));
        look("departments", &self.departments, &|word| user.department.as_deref() == Some(word));
        look("locations", &self.locations, &|word| user.location.as_deref() == Some(word));
        look("roles", &self.roles, &|word| {
            person.roles.contains(word) || user.roles.iter().any(|role| role.as_str() == word)
        });
        naming
    }

    /// Whether a person is of it.
    pub(super) fn names(&self, person: &Known<'_>) -> bool {
        !self.naming(person).is_empty()
    }
}

/// What a rule does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Lets them ask.
    Grants,
    /// Keeps them from asking, whatever grants it.
    Refuses,
    /// Lets them see it without asking.
    Shows,
}

/// One rule that has to do with somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Because {
    /// Which: `available_to.departments`, `role`.
    pub rule: String,
    /// The word of it that fits; none where it is the rule as a whole.
    pub value: Option<String>,
    /// What it does.
    pub effect: Effect,
}

impl Because {
    /// A rule with the word that fits.
    pub fn new(rule: impl Into<String>, value: Option<&str>, effect: Effect) -> Self {
        Self { rule: rule.into(), value: value.map(str::to_owned), effect }
    }
}

/// What an item's audiences say of a person. Absent, `available_to` grants it
/// to everybody; where it names others only, it refuses.
pub fn because(available: Option<&Audience>, not_available: Option<&Audience>, person: &Known<'_>) -> Vec<Because> {
    let all = |rule: &str, naming: Vec<(&str, &str)>, effect: Effect| -> Vec<Because> {
        naming.into_iter().map(|(key, word)| Because::new(format!("{rule}.{key}"), Some(word), effect)).collect()
    };
    let granted = match available {
        None => vec![Because::new("available_to", None, Effect::Grants)],
        Some(audience) => match audience.naming(person) {
            naming if naming.is_empty() => vec![Because::new("available_to", None, Effect::Refuses)],
            naming => all("available_to", naming, Effect::Grants),
        },
    };
    let refused = not_available.map(|audience| all("not_available_to", audience.naming(person), Effect::Refuses));
    granted.into_iter().chain(refused.unwrap_or_default()).collect()
}
