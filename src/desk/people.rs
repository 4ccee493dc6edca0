//! The directory: adding people and groups from the command line, saying that
//! somebody left, and the demo desk's people. Absences are in `absences`.

use super::directory::{last_admin, of_person};
use super::sessions::{hash_password, random_token};
use crate::desk::clock::{Clock, Ids};
use crate::model::ids::{GroupId, IdSource, UserId};
use crate::model::origin::{Action, Audited, From as Origin};
use crate::model::people::{Group, People, Role, User};
use crate::model::problem::Refusal;
use crate::model::staffing::{Terms, Traits};
use crate::model::time::Time;
use crate::store::{NewPerson, Store, StoreError};
use std::collections::{BTreeMap, BTreeSet};

/// Why the directory was not changed.
#[derive(Debug, thiserror::Error)]
pub enum DirectoryError {
    /// What was asked breaks a rule.
    #[error("{}", .0.detail)]
    Refused(#[from] Refusal),
    /// The database does not answer.
    #[error("the database failed")]
    Store(#[from] StoreError),
}

/// A person to be added.
#[derive(Clone, Debug, Default)]
pub struct NewUser {
    /// Sign-in name.
    pub username: String,
    /// Name as shown; the username when empty.
    pub name: String,
    /// Mail address.
    pub email: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Location.
    pub location: Option<String>,
    /// BCP 47 tag; `en` when absent.
    pub language: Option<String>,
    /// The manager's username.
    pub manager: Option<String>,
    /// Roles.
    pub roles: Vec<Role>,
    /// Of which categories an author writes items; `*` is every one.
    pub categories: Vec<String>,
    /// Group names; made where they do not exist.
    pub groups: Vec<String>,
    /// The password; a random one where absent.
    pub password: Option<String>,
}

/// Whether a text may be a username.
pub fn is_username(text: &str) -> bool {
    let usable = |c: char| c.is_alphanumeric() || "._-@".contains(c);
    (1..=64).contains(&text.chars().count()) && text.chars().all(usable)
}

/// Everybody of the directory.
///
/// # Errors
/// Where the database does not answer.
pub fn people_of(store: &Store) -> Result<People, StoreError> {
    let (users, groups) = store.reader()?.people()?;
    Ok(People::new(users, groups))
}

/// Adds a person, with the groups that do not exist yet; returns the password
/// when it was made up here.
///
/// # Errors
/// A refusal where the username is taken or wrong, or the manager unknown.
pub fn add_user(store: &Store, new: &NewUser, ids: &mut Ids<'_>) -> Result<Option<String>, DirectoryError> {
    let people = people_of(store)?;
    if !is_username(&new.username) {
        let message = "a username has 1 to 64 letters, digits, dots, dashes, underscores or @";
        return Err(Refusal::invalid("/username", "format", message).into());
    }
    if people.by_typed_name(&new.username).is_some() {
        return Err(Refusal::invalid("/username", "taken", format!("`{}` exists already", new.username)).into());
    }
    let manager = match &new.manager {
        Some(name) => Some(
            people
                .by_username(name)
                .map(|user| user.id)
                .ok_or_else(|| Refusal::invalid("/manager", "unknown", format!("there is nobody called `{name}`")))?,
        ),
        None => None,
    };
    let made_up = new.password.is_none().then(|| random_token().chars().take(20).collect::<String>());
    let password = new.password.as_ref().or(made_up.as_ref()).cloned().unwrap_or_default();
    let mut groups = Vec::new();
    let mut member_of = BTreeSet::new();
    for name in &new.groups {
        let id = match people.by_group_name(name) {
            Some(group) => group.id,
            None => {
                let group = group(ids, name, 0);
                let id = group.id;
                groups.push(group);
                id
            }
        };
        member_of.insert(id);
    }
    let mut roles: BTreeSet<Role> = new.roles.iter().copied().collect();
    roles.insert(Role::Requester);
    let user = User {
        id: UserId::fresh(ids),
        username: new.username.clone(),
        name: if new.name.is_empty() { new.username.clone() } else { new.name.clone() },
        email: new.email.clone(),
        phone: None,
        department: new.department.clone(),
        location: new.location.clone(),
        language: new.language.clone().unwrap_or_else(|| "en".to_owned()),
        zone: "UTC".to_owned(),
        manager,
        substitute: None,
        roles,
        categories: new.categories.iter().cloned().collect(),
        groups: member_of,
        active: true,
        traits: Traits::default(),
    };
    let password_hash = Some(hash_password(&password)?);
    let told = from_console(ids.now(), Action::PersonAdded, &people, None, &user);
    store.save_people(vec![NewPerson { user, password_hash }], groups, vec![told])?;
    Ok(made_up)
}

/// Lets a person act and be asked, or no longer: who left keeps their name on
/// record, cannot sign in, and steps that wait for nobody else go on to others.
/// Says whether that is new.
///
/// # Errors
/// A refusal where there is nobody of that name, or it is the last active admin.
pub fn set_active(store: &Store, username: &str, active: bool, clock: &dyn Clock) -> Result<bool, DirectoryError> {
    let people = people_of(store)?;
    let message = || format!("there is nobody called `{username}`");
    let user = people.by_username(username).ok_or_else(|| Refusal::invalid("/username", "unknown", message()))?;
    if user.active == active {
        return Ok(false);
    }
    if !active && last_admin(&people, user) {
        let message = "this is the last admin who is active";
        return Err(Refusal::invalid("/username", "last_admin", message).into());
    }
    let after = User { active, ..User::clone(user) };
    let told = from_console(clock.now(), Action::PersonChanged, &people, Some(user), &after);
    store.set_active(user.id, active, vec![told])?;
    Ok(true)
}

/// What the desk-wide log tells of a person whom the command line added or changed.
fn from_console(now: Time, action: Action, people: &People, before: Option<&User>, after: &User) -> Audited {
    of_person(Audited::new(now, None, action).from(Some(Origin::console())), people, before, after)
}

/// On an empty directory: the admin, with a one-time password; `None` where
/// there are people already.
///
/// # Errors
/// When the database does not answer.
pub fn first_admin(store: &Store, ids: &mut Ids<'_>) -> Result<Option<String>, DirectoryError> {
    if people_of(store)?.users().next().is_some() {
        return Ok(None);
    }
    let admin = NewUser {
        username: "admin".to_owned(),
        name: "Admin".to_owned(),
        roles: vec![Role::Admin],
        ..NewUser::default()
    };
    add_user(store, &admin, ids)
}

fn group(ids: &mut dyn IdSource, name: &str, line: i32) -> Group {
    Group {
        id: GroupId::fresh(ids),
        name: name.to_owned(),
        line,
        lead: None,
        members: BTreeSet::new(),
        terms: Terms::default(),
    }
}

/// One person of the demo desk: username, name, manager, substitute, roles, groups.
type Cast = (&'static str, &'static str, Option<&'static str>, &'static [Role], &'static [&'static str]);

/// The demo desk's people (design.md section 8); each one's password is their name.
const CAST: [Cast; 13] = [
    ("sam", "Sam Ortiz", None, &[Role::ServiceRequestManager, Role::Approver], &[]),
    ("max", "Max Lim", Some("sam"), &[Role::Approver], &[]),
    ("mia", "Mia Wolf", Some("sam"), &[Role::Approver], &[]),
    ("ann", "Ann Weber", Some("max"), &[], &[]),
    ("fay", "Fay Chen", Some("sam"), &[Role::Approver], &["finance"]),
    ("finn", "Finn Olsen", Some("sam"), &[Role::Approver], &["finance"]),
    ("dora", "Dora Petrova", Some("sam"), &[Role::Agent], &["service-desk"]),
    ("dan", "Dan Fischer", Some("sam"), &[Role::Agent], &["service-desk"]),
    ("lin", "Lin Wei", Some("sam"), &[Role::Handler], &["line-2", "field-support"]),
    ("kim", "Kim Novak", Some("sam"), &[Role::KnowledgeManager], &[]),
    ("viv", "Viv Laurent", None, &[], &["board"]),
    ("ula", "Ula Brandt", None, &[Role::Auditor], &[]),
    ("ada", "Ada Sokolova", None, &[Role::Admin], &[]),
];

/// What a group of the demo desk is, beside its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DemoGroup {
    /// Who leads it, by username.
    pub lead: Option<String>,
    /// Who is in it, by username; dora where nobody is named.
    pub members: BTreeSet<String>,
}

/// Groups that the demo desk has because its content names them.
pub type DemoGroups = BTreeMap<String, DemoGroup>;

/// Gives an empty desk its demo people, and every group that the content names;
/// groups that nobody of the cast is in have dora as their only member. Does
/// nothing where there are people already, but for groups that are missing.
///
/// # Errors
/// When the database does not answer.
pub fn cast_demo(store: &Store, named: &DemoGroups, ids: &mut Ids<'_>) -> Result<bool, DirectoryError> {
    let people = people_of(store)?;
    let missing: Vec<&String> = named.keys().filter(|name| people.by_group_name(name).is_none()).collect();
    if people.users().next().is_some() {
        add_groups(store, &people, &missing, ids)?;
        return Ok(false);
    }
    let (users, groups) = cast(named, ids);
    let mut hashed = Vec::new();
    for user in users {
        let password_hash = Some(hash_password(&user.username)?);
        hashed.push(NewPerson { user, password_hash });
    }
    store.save_people(hashed, groups, Vec::new())?;
    Ok(true)
}

fn add_groups(store: &Store, people: &People, missing: &[&String], ids: &mut Ids<'_>) -> Result<(), DirectoryError> {
    let Some(dora) = people.by_username("dora").filter(|_| !missing.is_empty()) else { return Ok(()) };
    let groups: Vec<Group> = missing.iter().map(|name| group(ids, name, 0)).collect();
    let mut user = User::clone(dora);
    user.groups.extend(groups.iter().map(|group| group.id));
    store.save_people(vec![NewPerson { user, password_hash: None }], groups, Vec::new())?;
    Ok(())
}

/// The demo desk's people, and the groups that are theirs or named.
fn cast(named: &DemoGroups, ids: &mut Ids<'_>) -> (Vec<User>, Vec<Group>) {
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    let cast_groups = CAST.iter().flat_map(|(.., names)| names.iter().map(|name| (*name).to_owned()));
    for name in named.keys().cloned().chain(cast_groups) {
        let line = match name.as_str() {
            "service-desk" => 1,
            "line-2" | "field-support" => 2,
            "line-3" => 3,
            _ => 0,
        };
        groups.entry(name.clone()).or_insert_with(|| group(ids, &name, line));
    }
    let ids_of: BTreeMap<&str, UserId> = CAST.iter().map(|(username, ..)| (*username, UserId::fresh(ids))).collect();
    for (name, group) in &mut groups {
        let lead = named.get(name).and_then(|said| said.lead.as_deref());
        group.lead = lead.and_then(|lead| ids_of.get(lead).copied());
    }
    let mut users = Vec::new();
    for (username, name, manager, roles, member_of) in CAST {
        let said = |group: &str| named.get(group).map(|said| &said.members).filter(|members| !members.is_empty());
        let cast_in = |group: &str| said(group).is_some() || CAST.iter().any(|(.., names)| names.contains(&group));
        let listed = groups.keys().filter(|name| said(name).is_some_and(|members| members.contains(username)));
        let own = member_of.iter().map(|name| (*name).to_owned()).chain(listed.cloned());
        let left = groups.keys().filter(|name| username == "dora" && !cast_in(name)).cloned();
        let in_it = !member_of.is_empty() || username == "dora";
        let member_of: BTreeSet<GroupId> = own.chain(left).filter_map(|name| groups.get(&name).map(|g| g.id)).collect();
        let mut roles: BTreeSet<Role> = roles.iter().copied().collect();
        roles.insert(Role::Requester);
        let user = User {
            id: ids_of.get(username).copied().unwrap_or_else(|| UserId::fresh(ids)),
            username: username.to_owned(),
            name: name.to_owned(),
            email: Some(format!("{username}@example.org")),
            phone: None,
            department: Some(if in_it { "IT" } else { "Sales" }.to_owned()),
            location: Some("Berlin".to_owned()),
            language: "en".to_owned(),
            zone: "Europe/Berlin".to_owned(),
            manager: manager.and_then(|manager| ids_of.get(manager).copied()),
            substitute: (username == "max").then(|| ids_of.get("mia").copied()).flatten(),
            roles,
            categories: BTreeSet::new(),
            groups: member_of,
            active: true,
            traits: Traits::default(),
        };
        users.push(user);
    }
    (users, groups.into_values().collect())
}

/// The demo desk's people without a database, for `maitred check --demo` and
/// for scenarios: nothing is hashed or stored. Groups that are `named` and not
/// of the cast have dora as their only member.
pub fn demo_people(named: &DemoGroups, ids: &mut Ids<'_>) -> People {
    let (users, groups) = cast(named, ids);
    let joined = |mut group: Group| {
        let members = users.iter().filter(|user| user.groups.contains(&group.id));
        group.members = members.map(|user| user.id).collect();
        group
    };
    let groups: Vec<Group> = groups.into_iter().map(joined).collect();
    People::new(users, groups)
}
