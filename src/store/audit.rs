//! The desk-wide log: rows are added in the transaction of what they tell of, and
//! never changed.

use super::Store;
use super::connection::{AnyConnection, on_either};
use super::error::StoreError;
use super::persisted;
use super::reader::Reader;
use super::schema::audit;
use crate::model::ids::UserId;
use crate::model::origin::{Action, Audited};
use crate::model::time::Time;
use diesel::prelude::*;

/// Which entries. What is absent does not narrow.
#[derive(Clone, Debug, Default)]
pub struct AuditFilter {
    /// By whom.
    pub actor: Option<UserId>,
    /// What.
    pub action: Option<Action>,
    /// At this time or later.
    pub from: Option<Time>,
    /// Before this time.
    pub to: Option<Time>,
    /// Before this entry: a list begins with the newest.
    pub before: Option<i64>,
}

/// Adds an entry, in the transaction of what it tells of.
pub(super) fn note(connection: &mut AnyConnection, entry: &Audited) -> Result<(), StoreError> {
    let row = (
        audit::at.eq(entry.at),
        audit::actor.eq(entry.actor),
        audit::action.eq(entry.action.as_str()),
        audit::object.eq(entry.object.as_deref()),
        audit::origin.eq(persisted::write_option(entry.origin.as_ref())?),
        audit::data.eq(persisted::write(&entry.data)?),
        audit::format.eq(persisted::FORMAT),
    );
    on_either!(connection, inner => diesel::insert_into(audit::table).values(row).execute(inner)?);
    Ok(())
}

type AuditRow = (i64, Time, Option<UserId>, String, Option<String>, Option<String>, String, i32);

fn entry(row: AuditRow) -> Result<Audited, StoreError> {
    let (position, at, actor, action, object, origin, data, format) = row;
    Ok(Audited {
        position,
        at,
        actor,
        action: Action::parse(&action).ok_or_else(|| StoreError::Corrupt(format!("audit.action is {action}")))?,
        object,
        origin: persisted::read_option(format, origin.as_deref(), "audit.origin")?,
        data: persisted::read(format, &data, "audit.data")?,
    })
}

impl Reader {
    /// The desk-wide log, the newest first.
    pub fn audit(&mut self, filter: &AuditFilter, limit: i64) -> Result<Vec<Audited>, StoreError> {
        self.read(|connection| {
            let mut query = audit::table.order(audit::position.desc()).limit(limit).into_boxed();
            if let Some(actor) = filter.actor {
                query = query.filter(audit::actor.eq(actor));
            }
            if let Some(action) = filter.action {
                query = query.filter(audit::action.eq(action.as_str()));
            }
            if let Some(from) = filter.from {
                query = query.filter(audit::at.ge(from));
            }
            if let Some(to) = filter.to {
                query = query.filter(audit::at.lt(to));
            }
            if let Some(before) = filter.before {
                query = query.filter(audit::position.lt(before));
            }
            let rows: Vec<AuditRow> = query.load(connection)?;
            rows.into_iter().map(entry).collect()
        })
    }
}

impl Store {
    /// Notes what is told by no other row.
    pub fn note(&self, entry: Audited) -> Result<(), StoreError> {
        self.write(move |connection| note(connection, &entry))
    }
}
