//! People and groups as their readers see them.

use crate::desk::World;
use crate::model::people::{Group, People, Role, User};
use crate::model::staffing::Profile;
use crate::model::view::{PersonView, Viewer};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// A person's record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct UserView {
    /// Sign-in name.
    pub username: String,
    /// Name as shown.
    pub name: String,
    /// Mail address.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Location.
    pub location: Option<String>,
    /// BCP 47 tag of the language that texts are shown in.
    pub language: String,
    /// IANA time zone.
    pub zone: String,
    /// The line manager's username.
    pub manager: Option<String>,
    /// Username of who stands in.
    pub substitute: Option<String>,
    /// Roles.
    pub roles: BTreeSet<Role>,
    /// Of which categories an author writes items; `*` is every one.
    pub categories: BTreeSet<String>,
    /// Names of groups.
    pub groups: BTreeSet<String>,
    /// What they know about.
    pub skills: BTreeSet<String>,
    /// How far they may go by themselves.
    pub profile: Profile,
    /// The calendar of policy.toml that they work by.
    pub calendar: Option<String>,
    /// Whether they may act and be asked.
    pub active: bool,
}

impl UserView {
    /// The record of a person.
    pub fn of(world: &World, user: &User) -> Self {
        Self::among(&world.people, user)
    }

    /// The same among these people.
    pub(super) fn among(people: &People, user: &User) -> Self {
        let username = |id| people.user(id).map(|user| user.username.clone());
        Self {
            username: user.username.clone(),
            name: user.name.clone(),
            email: user.email.clone(),
            phone: user.phone.clone(),
            department: user.department.clone(),
            location: user.location.clone(),
            language: user.language.clone(),
            zone: user.zone.clone(),
            manager: user.manager.and_then(username),
            substitute: user.substitute.and_then(username),
            roles: user.roles.clone(),
            categories: user.categories.clone(),
            groups: user.groups.iter().filter_map(|id| people.group(*id)).map(|group| group.name.clone()).collect(),
            skills: user.traits.skills.clone(),
            profile: user.traits.profile,
            calendar: user.traits.calendar.clone(),
            active: user.active,
        }
    }
}

/// A member of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MemberView {
    /// Who.
    #[serde(flatten)]
    pub person: PersonView,
    /// What they know about.
    pub skills: BTreeSet<String>,
    /// How far they may go by themselves.
    pub profile: Profile,
    /// Whether they may act and be asked.
    pub active: bool,
}

/// A group, as staff see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GroupView {
    /// Name.
    pub name: String,
    /// Support line 1 to 3; 0 for no support group.
    pub line: i32,
    /// Who leads it.
    pub lead: Option<PersonView>,
    /// Who is in it, by username.
    pub members: Vec<MemberView>,
    /// The calendar of policy.toml that it works by.
    pub calendar: Option<String>,
    /// So many open tickets one member has in hand before others are given the next.
    pub capacity: Option<u32>,
    /// The desk that it belongs to.
    pub desk: Option<String>,
    /// By priority the usernames of the members who are given its tickets first.
    pub priorities: BTreeMap<String, BTreeSet<String>>,
}

impl GroupView {
    /// A group with its members.
    pub fn of(viewer: &Viewer<'_>, group: &Group) -> Self {
        let people = viewer.people;
        let member = |user: &User| MemberView {
            person: viewer.person(user.id),
            skills: user.traits.skills.clone(),
            profile: user.traits.profile,
            active: user.active,
        };
        let mut members: Vec<MemberView> =
            group.members.iter().filter_map(|id| people.user(*id)).map(|user| member(user)).collect();
        members.sort_by(|one, other| one.person.username.cmp(&other.person.username));
        let username = |id| people.user(id).map(|user| user.username.clone());
        let first = |users: &BTreeSet<_>| users.iter().filter_map(|id| username(*id)).collect();
        let by_priority = group.terms.priorities.iter().map(|(priority, users)| (priority.clone(), first(users)));
        Self {
            name: group.name.clone(),
            line: group.line,
            lead: group.lead.map(|id| viewer.person(id)),
            members,
            calendar: group.terms.calendar.clone(),
            capacity: group.terms.capacity,
            desk: viewer.policy.desk_of_group(group).map(|desk| desk.name.clone()),
            priorities: by_priority.collect(),
        }
    }
}
