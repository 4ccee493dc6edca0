//! Users, roles, groups and memberships: read as one part of the World,
//! written with that part's version. Passwords go in here and come out only in `signin`.

use super::Store;
use super::audit::note;
use super::connection::{AnyConnection, on_either};
use super::error::StoreError;
use super::persisted;
use super::reader::Reader;
use super::schema::{author_categories, group_members, groups, sessions, user_roles, users};
use super::world::{Part, bump};
use crate::model::ids::{GroupId, UserId};
use crate::model::origin::Audited;
use crate::model::people::{Group, Role, User};
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = users, treat_none_as_default_value = false, treat_none_as_null = true)]
struct UserRow {
    id: UserId,
    username: String,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    department: Option<String>,
    location: Option<String>,
    language: String,
    zone: String,
    manager: Option<UserId>,
    substitute: Option<UserId>,
    active: bool,
    details: Option<String>,
    format: i32,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = groups, treat_none_as_default_value = false, treat_none_as_null = true)]
struct GroupRow {
    id: GroupId,
    name: String,
    line: i32,
    lead: Option<UserId>,
    details: Option<String>,
    format: i32,
}

/// A person to be written.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// The person with roles and groups; both replace what was stored.
    pub user: User,
    /// The password's argon2id hash; nothing keeps the present one.
    pub password_hash: Option<String>,
}

impl Store {
    /// Adds or changes people and groups by their ids, all or nothing, and
    /// returns the new version of that part of the World; `told` is noted with it.
    /// Who belongs to a group
    /// is told by the users; a group's `members` are not looked at.
    ///
    /// A username or a group's name that is taken is `Constraint` `users.username`
    /// or `groups.name`.
    pub fn save_people(
        &self,
        people: Vec<NewPerson>,
        groups: Vec<Group>,
        told: Vec<Audited>,
    ) -> Result<i64, StoreError> {
        self.write(move |connection| {
            // First, since it makes other writers of people wait.
            let version = bump(connection, Part::People)?;
            for group in &groups {
                save_group(connection, group)?;
            }
            for person in &people {
                save_person(connection, person)?;
            }
            told.iter().try_for_each(|entry| note(connection, entry))?;
            Ok(version)
        })
    }

    /// Lets a person act and be asked, or no longer, which ends their sessions;
    /// returns the new version of people; `told` is noted with it.
    pub fn set_active(&self, user: UserId, active: bool, told: Vec<Audited>) -> Result<i64, StoreError> {
        self.write(move |connection| {
            let version = bump(connection, Part::People)?;
            let row = users::table.find(user);
            let set = users::active.eq(active);
            if on_either!(connection, inner => diesel::update(row).set(set).execute(inner)?) == 0 {
                return Err(StoreError::NotFound);
            }
            if !active {
                end_sessions(connection, user)?;
            }
            told.iter().try_for_each(|entry| note(connection, entry))?;
            Ok(version)
        })
    }

    /// Replaces a password and ends the sessions that were begun with the old one.
    pub fn replace_password(&self, user: UserId, password_hash: String, entry: Audited) -> Result<(), StoreError> {
        self.write(move |connection| {
            note(connection, &entry)?;
            set_password(connection, user, &password_hash)?;
            end_sessions(connection, user)
        })
    }

    /// Replaces a password.
    pub fn set_password(&self, user: UserId, password_hash: String) -> Result<(), StoreError> {
        self.write(move |connection| set_password(connection, user, &password_hash))
    }
}

/// Nothing of a session that was begun is left: where the person comes back,
/// they sign in anew.
pub(super) fn end_sessions(connection: &mut AnyConnection, user: UserId) -> Result<(), StoreError> {
    let rows = sessions::table.filter(sessions::user_id.eq(user));
    on_either!(connection, inner => diesel::delete(rows).execute(inner)?);
    Ok(())
}

pub(super) fn save_person(connection: &mut AnyConnection, person: &NewPerson) -> Result<(), StoreError> {
    let user = &person.user;
    let row = UserRow {
        id: user.id,
        username: user.username.clone(),
        name: user.name.clone(),
        email: user.email.clone(),
        phone: user.phone.clone(),
        department: user.department.clone(),
        location: user.location.clone(),
        language: user.language.clone(),
        zone: user.zone.clone(),
        manager: user.manager,
        substitute: user.substitute,
        active: user.active,
        details: Some(persisted::write(&user.traits)?),
        format: persisted::FORMAT,
    };
    on_either!(connection, inner => diesel::insert_into(users::table)
        .values(&row).on_conflict(users::id).do_update().set(&row).execute(inner)?);
    let roles = user_roles::table.filter(user_roles::user_id.eq(user.id));
    on_either!(connection, inner => diesel::delete(roles).execute(inner)?);
    for role in &user.roles {
        let row = (user_roles::user_id.eq(user.id), user_roles::role.eq(*role));
        on_either!(connection, inner => diesel::insert_into(user_roles::table).values(row).execute(inner)?);
    }
    let categories = author_categories::table.filter(author_categories::user_id.eq(user.id));
    on_either!(connection, inner => diesel::delete(categories).execute(inner)?);
    for category in &user.categories {
        let row = (author_categories::user_id.eq(user.id), author_categories::category.eq(category));
        on_either!(connection, inner => diesel::insert_into(author_categories::table).values(row).execute(inner)?);
    }
    let memberships = group_members::table.filter(group_members::user_id.eq(user.id));
    on_either!(connection, inner => diesel::delete(memberships).execute(inner)?);
    for group in &user.groups {
        let row = (group_members::user_id.eq(user.id), group_members::group_id.eq(*group));
        on_either!(connection, inner => diesel::insert_into(group_members::table).values(row).execute(inner)?);
    }
    match &person.password_hash {
        Some(hash) => set_password(connection, user.id, hash),
        None => Ok(()),
    }
}

pub(super) fn save_group(connection: &mut AnyConnection, group: &Group) -> Result<(), StoreError> {
    let row = GroupRow {
        id: group.id,
        name: group.name.clone(),
        line: group.line,
        lead: group.lead,
        details: Some(persisted::write(&group.terms)?),
        format: persisted::FORMAT,
    };
    on_either!(connection, inner => diesel::insert_into(groups::table)
        .values(&row).on_conflict(groups::id).do_update().set(&row).execute(inner)?);
    Ok(())
}

fn set_password(connection: &mut AnyConnection, user: UserId, password_hash: &str) -> Result<(), StoreError> {
    let row = users::table.find(user);
    let set = users::password_hash.eq(password_hash);
    match on_either!(connection, inner => diesel::update(row).set(set).execute(inner)?) {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

impl Reader {
    /// Everybody and every group, for the World.
    pub fn people(&mut self) -> Result<(Vec<User>, Vec<Group>), StoreError> {
        self.snapshot(everybody)
    }
}

/// All people and groups, in one state of the database.
pub(super) fn everybody(connection: &mut AnyConnection) -> Result<(Vec<User>, Vec<Group>), StoreError> {
    let stored: Vec<UserRow> = on_either!(connection, inner => users::table.select(UserRow::as_select()).load(inner)?);
    let groups: Vec<GroupRow> =
        on_either!(connection, inner => groups::table.select(GroupRow::as_select()).load(inner)?);
    let roles: Vec<(UserId, Role)> = on_either!(connection, inner => user_roles::table.load(inner)?);
    let categories: Vec<(UserId, String)> = on_either!(connection, inner => author_categories::table.load(inner)?);
    let members: Vec<(GroupId, UserId)> = on_either!(connection, inner => group_members::table.load(inner)?);
    let (mut roles, mut categories) = (grouped(roles), grouped(categories));
    let mut groups_of = grouped(members.iter().map(|(group, user)| (*user, *group)));
    let mut members = grouped(members);
    let users = stored.into_iter().map(|row| {
        let (roles, groups) = (roles.remove(&row.id), groups_of.remove(&row.id));
        let categories = categories.remove(&row.id).unwrap_or_default();
        Ok::<User, StoreError>(User { categories, ..row.user(roles.unwrap_or_default(), groups.unwrap_or_default())? })
    });
    let users: Vec<User> = users.collect::<Result<_, _>>()?;
    let groups = groups.into_iter().map(|row| {
        let members = members.remove(&row.id).unwrap_or_default();
        row.group(members)
    });
    Ok((users, groups.collect::<Result<_, _>>()?))
}

impl GroupRow {
    fn group(self, members: BTreeSet<UserId>) -> Result<Group, StoreError> {
        let terms = persisted::read_option(self.format, self.details.as_deref(), "groups.details")?;
        Ok(Group {
            id: self.id,
            name: self.name,
            line: self.line,
            lead: self.lead,
            members,
            terms: terms.unwrap_or_default(),
        })
    }
}

impl UserRow {
    fn user(self, roles: BTreeSet<Role>, groups: BTreeSet<GroupId>) -> Result<User, StoreError> {
        let traits = persisted::read_option(self.format, self.details.as_deref(), "users.details")?;
        Ok(User {
            id: self.id,
            username: self.username,
            name: self.name,
            email: self.email,
            phone: self.phone,
            department: self.department,
            location: self.location,
            language: self.language,
            zone: self.zone,
            manager: self.manager,
            substitute: self.substitute,
            roles,
            categories: BTreeSet::new(),
            groups,
            active: self.active,
            traits: traits.unwrap_or_default(),
        })
    }
}

fn grouped<K: Ord, V: Ord>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, BTreeSet<V>> {
    let mut grouped: BTreeMap<K, BTreeSet<V>> = BTreeMap::new();
    for (key, value) in pairs {
        grouped.entry(key).or_default().insert(value);
    }
    grouped
}
