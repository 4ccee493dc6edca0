//! Canned replies: texts that agents send again and again, among them how-tos.
//! Each has placeholders for what a ticket says; which there are is a fixed list.

use super::ids::{GroupId, UserId};
use super::people::{Role, User};
use super::time::Time;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// What a text may have in braces.
pub const PLACEHOLDERS: [&str; 17] = [
    "number",
    "title",
    "item",
    "priority",
    "group",
    "location",
    "requester.name",
    "requester.username",
    "requested_for.name",
    "owner.name",
    "assignee.name",
    "agent.name",
    "agent.email",
    "agent.phone",
    "respond_due",
    "resolve_due",
    "resolution",
];

/// Who may use a reply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Who wrote it.
    #[default]
    Own,
    /// The members of its group.
    Group,
    /// All staff.
    All,
}

impl Visibility {
    /// The name in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Visibility::Own => "own",
            Visibility::Group => "group",
            Visibility::All => "all",
        }
    }
    /// The visibility of a name.
    pub fn parse(name: &str) -> Option<Visibility> {
        [Visibility::Own, Visibility::Group, Visibility::All].into_iter().find(|it| it.as_str() == name)
    }
}

/// A text with its placeholders.
#[derive(Clone, Debug, PartialEq)]
pub struct CannedReply {
    /// What it is called by programs.
    pub name: String,
    /// What it is called by people.
    pub title: String,
    /// Language → text.
    pub texts: BTreeMap<String, String>,
    /// Who may use it.
    pub visibility: Visibility,
    /// Who wrote it.
    pub owner: UserId,
    /// The group that it is for.
    pub group: Option<GroupId>,
    /// The catalog item that it is for.
    pub item: Option<String>,
    /// The category that it is for.
    pub category: Option<String>,
    /// Written at.
    pub created_at: Time,
    /// Last changed at.
    pub updated_at: Time,
    /// Raised by every change.
    pub version: i64,
}

/// Whether somebody looks after the replies that many use.
pub fn manages(user: &User) -> bool {
    user.has(Role::ServiceRequestManager) || user.has(Role::KnowledgeManager)
}

impl CannedReply {
    /// Whether somebody may use it.
    pub fn open_to(&self, user: &User) -> bool {
        let member = || self.group.is_some_and(|group| user.groups.contains(&group));
        user.is_staff()
            && match self.visibility {
                Visibility::Own => self.owner == user.id,
                Visibility::Group => member() || manages(user),
                Visibility::All => true,
            }
    }
    /// Whether somebody may change it.
    pub fn changed_by(&self, user: &User) -> bool {
        match self.visibility {
            Visibility::Own => self.owner == user.id,
            Visibility::Group | Visibility::All => manages(user),
        }
    }
    /// Its text for a language: in the very one, in a related one, in English, else the first.
    pub fn text(&self, language: &str) -> Option<(&str, &str)> {
        let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let exact = self.texts.get_key_value(language);
        let related = || self.texts.iter().find(|(tag, _)| base(tag) == base(language));
        let found = exact.or_else(related).or_else(|| self.texts.get_key_value("en"));
        found.or_else(|| self.texts.iter().next()).map(|(tag, text)| (tag.as_str(), text.as_str()))
    }
}

/// What a text has in braces that is no placeholder.
pub fn unknown_placeholders(text: &str) -> Vec<&str> {
    let mut unknown = Vec::new();
    for part in text.split('{').skip(1) {
        if let Some((name, _)) = part.split_once('}')
            && !PLACEHOLDERS.contains(&name)
        {
            unknown.push(name);
        }
    }
    unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_list_is_a_placeholder() {
        assert_eq!(unknown_placeholders("{number} {nubmer} {} { {title}"), ["nubmer", ""]);
    }
}
