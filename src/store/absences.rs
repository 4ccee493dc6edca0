//! Absences: read as a part of the World together with people, written with
//! that part's version, so that whoever decides knows of them. Messages about
//! one are written with it.

use super::Store;
use super::audit::note;
use super::connection::{AnyConnection, on_either};
use super::error::StoreError;
use super::outgoing;
use super::persisted;
use super::reader::Reader;
use super::rows::NotificationRow;
use super::schema::{absences, notifications};
use super::world::{Part, bump};
use crate::model::absence::Absence;
use crate::model::ids::{AbsenceId, UserId};
use crate::model::origin::Audited;
use crate::model::outgoing::Told;
use crate::model::problem::Refusal;
use crate::model::time::Time;
use diesel::prelude::*;

/// The `Idempotency-Key` that an absence was registered under, and the body's fingerprint.
pub type Registered = Option<(String, [u8; 32])>;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = absences, treat_none_as_default_value = false)]
struct AbsenceRow {
    id: AbsenceId,
    person: UserId,
    substitute: UserId,
    starts_at: Time,
    ends_at: Time,
    scope: String,
    registered_by: UserId,
    registered_at: Time,
    format: i32,
}

impl AbsenceRow {
    fn of(absence: &Absence) -> Result<Self, StoreError> {
        Ok(Self {
            id: absence.id,
            person: absence.person,
            substitute: absence.substitute,
            starts_at: absence.from,
            ends_at: absence.to,
            scope: persisted::write(&absence.scope)?,
            registered_by: absence.registered_by,
            registered_at: absence.registered_at,
            format: persisted::FORMAT,
        })
    }
    fn absence(self) -> Result<Absence, StoreError> {
        Ok(Absence {
            id: self.id,
            person: self.person,
            substitute: self.substitute,
            from: self.starts_at,
            to: self.ends_at,
            scope: persisted::read(self.format, &self.scope, "absences.scope")?,
            registered_by: self.registered_by,
            registered_at: self.registered_at,
        })
    }
}

fn still_to_end(connection: &mut AnyConnection, after: Time) -> Result<Vec<Absence>, StoreError> {
    let query = absences::table.filter(absences::ends_at.gt(after)).order((absences::registered_at, absences::id));
    let rows: Vec<AbsenceRow> = on_either!(connection, inner => query.select(AbsenceRow::as_select()).load(inner)?);
    rows.into_iter().map(AbsenceRow::absence).collect()
}

pub(super) fn tell(connection: &mut AnyConnection, told: &[Told]) -> Result<(), StoreError> {
    for Told { message, kept } in told {
        let row = NotificationRow::of(message)?;
        on_either!(connection, inner => diesel::insert_into(notifications::table).values(row).execute(inner)?);
        if let Some(kept) = kept {
            outgoing::keep(connection, kept)?;
        }
    }
    Ok(())
}

impl Reader {
    /// Absences that have not ended at a moment, in the order of registration.
    pub fn absences(&mut self, after: Time) -> Result<Vec<Absence>, StoreError> {
        self.read(|connection| still_to_end(connection, after))
    }

    /// Absences of a person and those in which they stand in, the latest first.
    pub fn absences_of(&mut self, user: UserId) -> Result<Vec<Absence>, StoreError> {
        self.read(|connection| {
            let query = absences::table
                .filter(absences::person.eq(user).or(absences::substitute.eq(user)))
                .order((absences::starts_at.desc(), absences::id.desc()));
            let rows: Vec<AbsenceRow> =
                on_either!(connection, inner => query.select(AbsenceRow::as_select()).load(inner)?);
            rows.into_iter().map(AbsenceRow::absence).collect()
        })
    }

    /// One absence.
    pub fn absence(&mut self, id: AbsenceId) -> Result<Option<Absence>, StoreError> {
        self.read(|connection| {
            let query = absences::table.find(id);
            let row: Option<AbsenceRow> =
                on_either!(connection, inner => query.select(AbsenceRow::as_select()).first(inner).optional()?);
            row.map(AbsenceRow::absence).transpose()
        })
    }

    /// The absence that was registered under a key, with the body's fingerprint.
    pub fn absence_registered(&mut self, command: &str) -> Result<Option<(AbsenceId, Vec<u8>)>, StoreError> {
        self.read(|connection| {
            let query =
                absences::table.filter(absences::command.eq(command)).select((absences::id, absences::fingerprint));
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }
}

impl Store {
    /// Registers an absence and keeps the messages about it, if `fits` agrees
    /// when it sees all that have not ended at a moment: nobody adds another meanwhile.
    /// A key that was used is `Constraint` `absences.command`.
    pub fn add_absence(
        &self,
        absence: Absence,
        registered: Registered,
        told: Vec<Told>,
        audited: Audited,
        fits: impl FnOnce(&[Absence]) -> Result<(), Refusal> + Send + 'static,
    ) -> Result<Result<(), Refusal>, StoreError> {
        self.write(move |connection| {
            // First, since it makes other writers of people wait.
            bump(connection, Part::People)?;
            let others = still_to_end(connection, absence.registered_at)?;
            if let Err(refusal) = fits(&others) {
                return Ok(Err(refusal));
            }
            let (command, fingerprint) =
                registered.map_or((None, Vec::new()), |(id, print)| (Some(id), print.to_vec()));
            let row = AbsenceRow::of(&absence)?;
            let beside = (absences::command.eq(command), absences::fingerprint.eq(fingerprint));
            on_either!(connection, inner =>
                diesel::insert_into(absences::table).values((row, beside)).execute(inner)?);
            note(connection, &audited)?;
            tell(connection, &told).map(Ok)
        })
    }

    /// Changes an absence, if it is still as it was read and `fits` agrees;
    /// `None` where it is another by now.
    pub fn change_absence(
        &self,
        before: Absence,
        absence: Absence,
        now: Time,
        told: Vec<Told>,
        audited: Audited,
        fits: impl FnOnce(&[Absence]) -> Result<(), Refusal> + Send + 'static,
    ) -> Result<Option<Result<(), Refusal>>, StoreError> {
        self.write(move |connection| {
            bump(connection, Part::People)?;
            let others = still_to_end(connection, now)?;
            if !others.contains(&before) {
                return Ok(None);
            }
            if let Err(refusal) = fits(&others) {
                return Ok(Some(Err(refusal)));
            }
            let row = AbsenceRow::of(&absence)?;
            let target = absences::table.find(absence.id);
            on_either!(connection, inner => diesel::update(target).set(&row).execute(inner)?);
            note(connection, &audited)?;
            tell(connection, &told)?;
            Ok(Some(Ok(())))
        })
    }

    /// Takes an absence away that has not begun; true when it was there.
    pub fn drop_absence(&self, before: Absence, told: Vec<Told>, audited: Audited) -> Result<bool, StoreError> {
        self.write(move |connection| {
            bump(connection, Part::People)?;
            let target = absences::table.find(before.id).filter(absences::starts_at.eq(before.from));
            let gone = on_either!(connection, inner => diesel::delete(target).execute(inner)?) == 1;
            if gone {
                note(connection, &audited)?;
                tell(connection, &told)?;
            }
            Ok(gone)
        })
    }
}
