//! People: users, groups, roles, and the resolution of a *who* to users and
//! groups. Passwords and sessions are not here: they never enter the World.

use super::absence::Absence;
use super::ids::{GroupId, UserId};
use super::journal::RowKind;
use super::staffing::{Terms, Traits};
use super::time::Time;
use super::who::Who;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use utoipa::ToSchema;

/// The roles of the process (ITIL service request fulfilment; requirements rows 12–26).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Starts requests.
    Requester,
    /// Service desk agent: accepts, owns, tracks until closure.
    Agent,
    /// Handles requests and reports the result back.
    Handler,
    /// Decides approvals; alone it makes nobody staff.
    Approver,
    /// Runs the process, receives escalations.
    ServiceRequestManager,
    /// Receives knowledge candidates.
    KnowledgeManager,
    /// Writes catalog items.
    Author,
    /// Runs the desk.
    Admin,
    /// Ships plugins.
    Integrator,
    /// Reads everything, changes nothing.
    Auditor,
}

impl Role {
    /// Every role, in the order of the docs.
    pub const ALL: [Role; 10] = [
        Role::Requester,
        Role::Agent,
        Role::Handler,
        Role::Approver,
        Role::ServiceRequestManager,
        Role::KnowledgeManager,
        Role::Author,
        Role::Admin,
        Role::Integrator,
        Role::Auditor,
    ];
    /// The name in the API, in policy.toml and in scripts.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Requester => "requester",
            Role::Agent => "agent",
            Role::Handler => "handler",
            Role::Approver => "approver",
            Role::ServiceRequestManager => "service_request_manager",
            Role::KnowledgeManager => "knowledge_manager",
            Role::Author => "author",
            Role::Admin => "admin",
            Role::Integrator => "integrator",
            Role::Auditor => "auditor",
        }
    }
    /// The role of a name.
    pub fn parse(name: &str) -> Option<Role> {
        Role::ALL.into_iter().find(|role| role.as_str() == name)
    }
    /// Whether this role makes its holder staff: staff see every ticket that is
    /// not restricted from them (design.md section 3).
    pub fn is_staff(self) -> bool {
        matches!(
            self,
            Role::Agent
                | Role::Handler
                | Role::ServiceRequestManager
                | Role::KnowledgeManager
                | Role::Auditor
                | Role::Admin
        )
    }
}

/// A person of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// The key that never changes.
    pub id: UserId,
    /// Sign-in name, unique.
    pub username: String,
    /// Name as shown.
    pub name: String,
    /// Mail address.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Department's name.
    pub department: Option<String>,
    /// Location's name.
    pub location: Option<String>,
    /// BCP 47 tag of the language that texts are shown in.
    pub language: String,
    /// IANA time zone.
    pub zone: String,
    /// Line manager.
    pub manager: Option<UserId>,
    /// Who is named to stand in: of an absence that names nobody else, and the
    /// first who is asked besides one who is silent.
    pub substitute: Option<UserId>,
    /// Roles held.
    pub roles: BTreeSet<Role>,
    /// Of which categories an author writes items; `*` is every one.
    pub categories: BTreeSet<String>,
    /// Groups this person belongs to.
    pub groups: BTreeSet<GroupId>,
    /// Whether the person may act and be asked.
    pub active: bool,
    /// What they can, and when they work.
    pub traits: Traits,
}

impl User {
    /// Whether any role makes this person staff.
    pub fn is_staff(&self) -> bool {
        self.roles.iter().any(|role| role.is_staff())
    }
    /// Whether the person holds `role`.
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
    /// An auditor without any other staff role only reads.
    pub fn only_reads(&self) -> bool {
        self.has(Role::Auditor) && !self.roles.iter().any(|role| role.is_staff() && *role != Role::Auditor)
    }
}

/// A group: a support team, a department's approvers, a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The key.
    pub id: GroupId,
    /// Unique name, as scripts say it.
    pub name: String,
    /// Support line 1, 2 or 3; 0 when it is no support group.
    pub line: i32,
    /// Who leads it.
    pub lead: Option<UserId>,
    /// Its members, inactive people included.
    pub members: BTreeSet<UserId>,
    /// How it works.
    pub terms: Terms,
}

/// Everybody, as one immutable part of the World.
#[derive(Clone, Debug, Default)]
pub struct People {
    users: HashMap<UserId, Arc<User>>,
    usernames: BTreeMap<String, UserId>,
    lower_names: BTreeMap<String, UserId>,
    groups: HashMap<GroupId, Arc<Group>>,
    group_names: BTreeMap<String, GroupId>,
    /// Present and future absences by who is away, in the order of registration.
    absences: HashMap<UserId, Vec<Absence>>,
}

/// What a *who* means beside the directory: the policy's names, and the ticket
/// that it is said for.
#[derive(Clone, Copy)]
pub struct Bearings<'a> {
    /// policy.toml `[roles]`: usernames.
    pub roles: &'a BTreeMap<String, Vec<String>>,
    /// policy.toml `[local_groups]`: by group and location the branch.
    pub branches: &'a BTreeMap<String, BTreeMap<String, String>>,
    /// The list of suppliers.
    pub suppliers: &'a [BTreeMap<String, String>],
    /// Where the ticket's work is to be done.
    pub location: Option<&'a str>,
    /// Who answers for the ticket.
    pub owner: Option<UserId>,
    /// Who is named where a contact asked, of whom nobody knows the manager.
    pub stand_in: Option<UserId>,
}

impl<'a> Bearings<'a> {
    /// A group's branch at the ticket's location; where there is none, the group.
    fn branch(&self, group: &'a str) -> &'a str {
        let branch = self.branches.get(group).zip(self.location).and_then(|(at, location)| at.get(location));
        branch.map_or(group, String::as_str)
    }
    /// What the list says of a supplier.
    fn supplier(&self, name: &str, column: &str) -> Option<&'a str> {
        let row = self.suppliers.iter().find(|row| row.get("name").is_some_and(|known| known == name))?;
        row.get(column).map(String::as_str).filter(|cell| !cell.is_empty())
    }
}

/// The users and groups that a *who* comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parties {
    /// Named people.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub users: BTreeSet<UserId>,
    /// Groups of which any member may act.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub groups: BTreeSet<GroupId>,
}

impl Parties {
    /// Whether nobody is named at all.
    pub fn is_empty(&self) -> bool {
        self.users.is_empty() && self.groups.is_empty()
    }
    /// Whether `user` is one of them, by name or through a group.
    pub fn include(&self, user: &User) -> bool {
        self.users.contains(&user.id) || user.groups.iter().any(|group| self.groups.contains(group))
    }
}

impl People {
    /// Builds the part from rows.
    pub fn new(users: impl IntoIterator<Item = User>, groups: impl IntoIterator<Item = Group>) -> Self {
        let mut people = Self::default();
        for user in users {
            people.lower_names.entry(user.username.to_lowercase()).or_insert(user.id);
            people.usernames.insert(user.username.clone(), user.id);
            people.users.insert(user.id, Arc::new(user));
        }
        for group in groups {
            if !group.terms.gone {
                people.group_names.insert(group.name.clone(), group.id);
            }
            people.groups.insert(group.id, Arc::new(group));
        }
        people
    }
    /// The same people with these absences.
    #[must_use]
    pub fn with_absences(mut self, absences: impl IntoIterator<Item = Absence>) -> Self {
        self.absences.clear();
        for absence in absences {
            self.absences.entry(absence.person).or_default().push(absence);
        }
        self
    }
    /// The absence of a person into which a step at a moment falls: of several
    /// the one that was registered last.
    pub fn absence(&self, user: UserId, at: Time, item: &str, kind: RowKind) -> Option<&Absence> {
        self.absences.get(&user)?.iter().rev().find(|absence| absence.covers(at, item, kind))
    }
    /// A person's absence that lasts, else the next to come.
    pub fn next_absence(&self, user: UserId, at: Time) -> Option<&Absence> {
        self.absences.get(&user)?.iter().filter(|absence| at < absence.to).min_by_key(|absence| absence.from)
    }
    /// Everybody who is away at a moment, for whatever.
    pub fn away(&self, at: Time) -> BTreeSet<UserId> {
        self.absences.values().flatten().filter(|absence| absence.lasts(at)).map(|absence| absence.person).collect()
    }
    /// When the next absence begins.
    pub fn next_departure(&self, after: Time) -> Option<Time> {
        self.absences.values().flatten().map(|absence| absence.from).filter(|from| *from > after).min()
    }
    /// Every absence that has not ended.
    pub fn absences(&self) -> impl Iterator<Item = &Absence> {
        self.absences.values().flatten()
    }
    /// Who stands in for somebody who is away, for a step at a moment: the
    /// substitute, and where they are away too theirs, which is one hop and the last.
    pub fn stands_in(&self, user: UserId, at: Time, item: &str, kind: RowKind) -> Vec<UserId> {
        let substitute = |user| self.absence(user, at, item, kind).map(|absence| absence.substitute);
        let Some(first) = substitute(user) else { return Vec::new() };
        std::iter::once(first).chain(substitute(first).filter(|second| *second != user)).collect()
    }
    /// A user by key.
    pub fn user(&self, id: UserId) -> Option<&Arc<User>> {
        self.users.get(&id)
    }
    /// A user by username.
    pub fn by_username(&self, username: &str) -> Option<&Arc<User>> {
        self.usernames.get(username).and_then(|id| self.users.get(id))
    }
    /// A user by username as people type it: in any case, where nobody is called
    /// exactly so.
    pub fn by_typed_name(&self, username: &str) -> Option<&Arc<User>> {
        let alike = || self.lower_names.get(&username.to_lowercase()).and_then(|id| self.users.get(id));
        self.by_username(username).or_else(alike)
    }
    /// A group by key.
    pub fn group(&self, id: GroupId) -> Option<&Arc<Group>> {
        self.groups.get(&id)
    }
    /// A group by name.
    pub fn by_group_name(&self, name: &str) -> Option<&Arc<Group>> {
        self.group_names.get(name).and_then(|id| self.groups.get(id))
    }
    /// All users by username order.
    pub fn users(&self) -> impl Iterator<Item = &Arc<User>> {
        self.usernames.values().filter_map(|id| self.users.get(id))
    }
    /// All groups by name order.
    pub fn groups(&self) -> impl Iterator<Item = &Arc<Group>> {
        self.group_names.values().filter_map(|id| self.groups.get(id))
    }
    /// Groups that nobody active is in, those that were dissolved included.
    pub fn empty_groups(&self) -> impl Iterator<Item = GroupId> {
        self.groups.keys().copied().filter(|group| self.active_members(*group).next().is_none())
    }
    /// A dissolved group of that name: one that is made anew is the same.
    pub fn dissolved(&self, name: &str) -> Option<&Arc<Group>> {
        self.groups.values().find(|group| group.terms.gone && group.name == name)
    }
    /// Active members of a group, by key order.
    pub fn active_members(&self, group: GroupId) -> impl Iterator<Item = &Arc<User>> {
        self.groups
            .get(&group)
            .into_iter()
            .flat_map(|group| group.members.iter())
            .filter_map(|id| self.users.get(id))
            .filter(|user| user.active)
    }
    /// Active holders of a role, or the people named by policy.toml `[roles]`.
    pub fn holders(&self, role: &str, policy_roles: &BTreeMap<String, Vec<String>>) -> BTreeSet<UserId> {
        let named = policy_roles.get(role).into_iter().flatten().filter_map(|name| self.by_username(name));
        let held = Role::parse(role).into_iter().flat_map(|role| self.users().filter(move |user| user.has(role)));
        named.chain(held).filter(|user| user.active).map(|user| user.id).collect()
    }

    /// What a list of whos comes to now: named active people and groups.
    /// Unknown and inactive ones contribute nothing; an empty result is for the
    /// caller to answer with the policy's last resort.
    pub fn resolve(&self, whos: &[Who], bearings: &Bearings<'_>) -> Parties {
        let mut parties = Parties::default();
        for who in whos {
            match who {
                Who::Role(name) => parties.users.extend(self.holders(name, bearings.roles)),
                single => match self.group_of(single, bearings) {
                    Some(group) => drop(parties.groups.insert(group.id)),
                    None => {
                        let person = self.person(single, bearings).filter(|user| user.active);
                        parties.users.extend(person.map(|user| user.id));
                    }
                },
            }
        }
        parties
    }

    /// The group behind a who; `None` for people and roles.
    pub fn group_of(&self, who: &Who, bearings: &Bearings<'_>) -> Option<&Arc<Group>> {
        match who {
            Who::Group(name) => self.by_group_name(name),
            Who::LocalGroup(name) => self.by_group_name(bearings.branch(name)),
            Who::Supplier(name) => bearings.supplier(name, "group").and_then(|group| self.by_group_name(group)),
            _ => None,
        }
    }

    /// The one person behind a who, active or not; `None` for groups and roles.
    pub fn person(&self, who: &Who, bearings: &Bearings<'_>) -> Option<&Arc<User>> {
        match who {
            Who::User(name) => self.by_username(name),
            Who::Person { id, .. } => self.user(*id),
            Who::Owner {} => bearings.owner.and_then(|id| self.user(id)),
            Who::Supplier(name) => bearings.supplier(name, "user").and_then(|user| self.by_username(user)),
            Who::ManagerOf(of) => {
                let known = self.person(of, bearings).filter(|user| bearings.stand_in != Some(user.id));
                known.and_then(|user| user.manager).and_then(|id| self.user(id))
            }
            Who::LeadOf(of) => self.group_of(of, bearings).and_then(|group| group.lead).and_then(|id| self.user(id)),
            Who::Group(_) | Who::LocalGroup(_) | Who::Role(_) => None,
        }
    }
}
