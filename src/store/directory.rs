//! Changes of the directory: decided on what everybody is at that moment, while
//! nobody else changes people, and written with the version of people.

use super::Store;
use super::absences::Registered;
use super::audit::note;
use super::connection::{AnyConnection, on_either};
use super::error::StoreError;
use super::people::{NewPerson, end_sessions, everybody, save_group, save_person};
use super::reader::Reader;
use super::schema::{group_members, registrations, step_parties, tickets};
use super::world::{Part, bump};
use crate::model::ids::{GroupId, UserId};
use crate::model::origin::Audited;
use crate::model::people::{Group, People};
use crate::model::problem::Refusal;
use crate::model::status::Status;
use crate::model::time::Time;
use chrono::Duration;
use diesel::prelude::*;
use std::collections::BTreeSet;
use uuid::Uuid;

/// How long a repeat of a call is known again.
const KNOWN: Duration = Duration::days(7);

/// What a change of the directory comes to.
#[derive(Clone, Debug, Default)]
pub struct Edit {
    /// Groups to be written, by their ids.
    pub groups: Vec<Group>,
    /// People to be written, by their ids.
    pub people: Vec<NewPerson>,
    /// Groups with exactly these members from now on.
    pub members: Vec<(GroupId, BTreeSet<UserId>)>,
    /// Whose sessions end.
    pub signed_out: Vec<UserId>,
    /// What the desk-wide log tells of it.
    pub audited: Vec<Audited>,
}

/// What a change of the directory is decided on.
pub struct Directory {
    /// Everybody.
    pub people: People,
    /// Whether work lies with the group that was asked about, or tickets are
    /// closed to all but that group.
    pub in_use: bool,
}

/// A call that makes something: how a repeat is known, what it makes, when.
pub struct Registration {
    /// The key and the body's fingerprint.
    pub by: (String, [u8; 32]),
    /// The id of what is made.
    pub made: Uuid,
    /// When.
    pub at: Time,
}

impl Registration {
    /// The registration of a call, where it was sent with a key.
    pub fn of(by: Registered, made: Uuid, at: Time) -> Option<Self> {
        by.map(|by| Self { by, made, at })
    }
}

impl Store {
    /// Changes the directory as `edit` says when it sees everybody; nobody else
    /// changes people meanwhile. `about` is the group whose use it wants to know.
    /// A key that was used is `Constraint` `registrations.command`.
    pub fn edit_people<T: Send + 'static>(
        &self,
        about: Option<GroupId>,
        registration: Option<Registration>,
        edit: impl FnOnce(&Directory) -> Result<(Edit, T), Refusal> + Send + 'static,
    ) -> Result<Result<T, Refusal>, StoreError> {
        self.write(move |connection| {
            // First, since it makes other writers of people wait.
            bump(connection, Part::People)?;
            let (users, groups) = everybody(connection)?;
            let in_use = about.map(|group| in_use(connection, group)).transpose()?.unwrap_or(false);
            let directory = Directory { people: People::new(users, groups), in_use };
            let (edit, value) = match edit(&directory) {
                Ok(decided) => decided,
                Err(refusal) => return Ok(Err(refusal)),
            };
            if let Some(registration) = registration {
                register(connection, registration)?;
            }
            write(connection, edit)?;
            Ok(Ok(value))
        })
    }
}

fn write(connection: &mut AnyConnection, edit: Edit) -> Result<(), StoreError> {
    for group in &edit.groups {
        save_group(connection, group)?;
    }
    for person in &edit.people {
        save_person(connection, person)?;
    }
    for (group, members) in edit.members {
        let rows = group_members::table.filter(group_members::group_id.eq(group));
        on_either!(connection, inner => diesel::delete(rows).execute(inner)?);
        for user in members {
            let row = (group_members::group_id.eq(group), group_members::user_id.eq(user));
            on_either!(connection, inner => diesel::insert_into(group_members::table).values(row).execute(inner)?);
        }
    }
    edit.audited.iter().try_for_each(|entry| note(connection, entry))?;
    edit.signed_out.into_iter().try_for_each(|user| end_sessions(connection, user))
}

pub(super) fn register(connection: &mut AnyConnection, registration: Registration) -> Result<(), StoreError> {
    let Registration { by: (command, fingerprint), made, at } = registration;
    let old = registrations::table.filter(registrations::at.lt(at.plus(-KNOWN)));
    on_either!(connection, inner => diesel::delete(old).execute(inner)?);
    let row = (
        registrations::command.eq(command),
        registrations::fingerprint.eq(fingerprint.to_vec()),
        registrations::made.eq(made.as_bytes().to_vec()),
        registrations::at.eq(at),
    );
    on_either!(connection, inner => diesel::insert_into(registrations::table).values(row).execute(inner)?);
    Ok(())
}

/// Work that is to be done, steps that wait, and whatever would be seen by
/// nobody without the group.
fn in_use(connection: &mut AnyConnection, group: GroupId) -> Result<bool, StoreError> {
    let lies = tickets::table
        .filter(tickets::group_id.eq(group).or(tickets::owner_group.eq(group)))
        .filter(tickets::status.eq_any(Status::UNCLOSED))
        .select(tickets::number);
    let closed_to_others = tickets::table.filter(tickets::restricted_to.eq(group)).select(tickets::number);
    let waits = step_parties::table.filter(step_parties::party.eq(group));
    let lies: Option<i64> = on_either!(connection, inner => lies.first(inner).optional()?);
    let closed: Option<i64> = on_either!(connection, inner => closed_to_others.first(inner).optional()?);
    let waits: i64 = on_either!(connection, inner => waits.count().get_result(inner)?);
    Ok(lies.is_some() || closed.is_some() || waits > 0)
}

impl Reader {
    /// What was made under a key, with the body's fingerprint.
    pub fn registration(&mut self, command: &str) -> Result<Option<(Uuid, Vec<u8>)>, StoreError> {
        self.read(|connection| {
            let query = registrations::table.find(command).select((registrations::made, registrations::fingerprint));
            let found: Option<(Vec<u8>, Vec<u8>)> = on_either!(connection, inner => query.first(inner).optional()?);
            let read = |(made, print): (Vec<u8>, Vec<u8>)| {
                let made = Uuid::from_slice(&made).map_err(|error| StoreError::Corrupt(error.to_string()))?;
                Ok((made, print))
            };
            found.map(read).transpose()
        })
    }
}
