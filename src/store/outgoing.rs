//! What was kept back on its way out: messages, in the commit that tells them;
//! calls, before they are answered. Rows are added, read and at last taken away,
//! never changed.

use super::Store;
use super::connection::{AnyConnection, on_either};
use super::dialect::one_of_many;
use super::error::StoreError;
use super::persisted;
use super::reader::Reader;
use super::schema::{outgoing, tickets};
use super::visible::visible;
use crate::model::ids::{OutgoingId, TicketId, UserId};
use crate::model::outgoing::{Fate, KeptBack, OutgoingKind, What};
use crate::model::ticket::Kind;
use crate::model::time::Time;
use crate::model::view::Sight;
use diesel::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::HashMap;

/// Which of them. What is absent does not narrow.
#[derive(Clone, Debug, Default)]
pub struct OutgoingFilter {
    /// Messages or calls.
    pub kind: Option<OutgoingKind>,
    /// What became of it.
    pub fate: Option<Fate>,
    /// About this ticket.
    pub ticket: Option<TicketId>,
    /// For this person.
    pub recipient: Option<UserId>,
    /// Of this plugin.
    pub plugin: Option<String>,
    /// At this time or later.
    pub from: Option<Time>,
    /// Before this time.
    pub to: Option<Time>,
    /// Before this one: a list begins with the newest.
    pub before: Option<OutgoingId>,
}

/// A row of `outgoing`.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = outgoing, treat_none_as_default_value = false)]
pub(super) struct OutgoingRow {
    id: OutgoingId,
    at: Time,
    kind: String,
    fate: String,
    ticket: Option<TicketId>,
    recipient: Option<UserId>,
    plugin: Option<String>,
    call: Option<Vec<u8>>,
    data: String,
    format: i32,
}

impl OutgoingRow {
    pub(super) fn of(kept: &KeptBack) -> Result<Self, StoreError> {
        let (recipient, plugin, call, data) = match &kept.what {
            What::Message(message) => (Some(message.recipient), None, None, persisted::write(message)?),
            What::Call(call) => {
                let name = format!("{}\n{}\n{}\n{}", call.key, call.method, call.url, kept.fate.as_str());
                let name = Sha256::digest(name.as_bytes()).to_vec();
                (None, Some(call.plugin.clone()), Some(name), persisted::write(call)?)
            }
        };
        Ok(Self {
            id: kept.id,
            at: kept.at,
            kind: kept.what.kind().as_str().to_owned(),
            fate: kept.fate.as_str().to_owned(),
            ticket: kept.ticket,
            recipient,
            plugin,
            call,
            data,
            format: persisted::FORMAT,
        })
    }

    fn kept_back(self) -> Result<KeptBack, StoreError> {
        let unknown = |what: &str, text: &str| StoreError::Corrupt(format!("outgoing.{what} is {text}"));
        let what = match OutgoingKind::parse(&self.kind).ok_or_else(|| unknown("kind", &self.kind))? {
            OutgoingKind::Message => What::Message(persisted::read(self.format, &self.data, "outgoing.data")?),
            OutgoingKind::Call => What::Call(persisted::read(self.format, &self.data, "outgoing.data")?),
        };
        let fate = Fate::parse(&self.fate).ok_or_else(|| unknown("fate", &self.fate))?;
        Ok(KeptBack { id: self.id, at: self.at, fate, ticket: self.ticket, what })
    }
}

/// Adds one; a call that was noted before is there once.
pub(super) fn keep(connection: &mut AnyConnection, kept: &KeptBack) -> Result<(), StoreError> {
    let row = OutgoingRow::of(kept)?;
    on_either!(connection, inner =>
        diesel::insert_into(outgoing::table).values(&row).on_conflict_do_nothing().execute(inner)?);
    Ok(())
}

impl Reader {
    /// What was kept back, the newest first. Who may read it is asked by the caller.
    pub fn kept_back(&mut self, filter: &OutgoingFilter, limit: i64) -> Result<Vec<KeptBack>, StoreError> {
        self.read(|connection| {
            let mut query = outgoing::table.order(outgoing::id.desc()).limit(limit).into_boxed();
            if let Some(kind) = filter.kind {
                query = query.filter(outgoing::kind.eq(kind.as_str()));
            }
            if let Some(fate) = filter.fate {
                query = query.filter(outgoing::fate.eq(fate.as_str()));
            }
            if let Some(ticket) = filter.ticket {
                query = query.filter(outgoing::ticket.eq(ticket));
            }
            if let Some(recipient) = filter.recipient {
                query = query.filter(outgoing::recipient.eq(recipient));
            }
            if let Some(plugin) = &filter.plugin {
                query = query.filter(outgoing::plugin.eq(plugin.clone()));
            }
            if let Some(from) = filter.from {
                query = query.filter(outgoing::at.ge(from));
            }
            if let Some(to) = filter.to {
                query = query.filter(outgoing::at.lt(to));
            }
            if let Some(before) = filter.before {
                query = query.filter(outgoing::id.lt(before));
            }
            let rows: Vec<OutgoingRow> = query.select(OutgoingRow::as_select()).load(connection)?;
            rows.into_iter().map(OutgoingRow::kept_back).collect()
        })
    }

    /// One of them.
    pub fn kept_back_one(&mut self, id: OutgoingId) -> Result<Option<KeptBack>, StoreError> {
        self.read(|connection| {
            let query = outgoing::table.find(id);
            let row: Option<OutgoingRow> =
                on_either!(connection, inner => query.select(OutgoingRow::as_select()).first(inner).optional()?);
            row.map(OutgoingRow::kept_back).transpose()
        })
    }

    /// Which of these tickets `sight` sees, with kind and number.
    pub fn open_to(&mut self, ids: Vec<TicketId>, sight: &Sight) -> Result<HashMap<TicketId, (Kind, i64)>, StoreError> {
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        self.read(|connection| {
            let query = tickets::table.filter(one_of_many(tickets::id, ids.clone())).filter(visible(sight));
            let found: Vec<(TicketId, Kind, i64)> =
                query.select((tickets::id, tickets::kind, tickets::number)).load(connection)?;
            Ok(found.into_iter().map(|(id, kind, number)| (id, (kind, number))).collect())
        })
    }
}

impl Store {
    /// Notes what is kept back.
    pub fn keep_back(&self, kept: KeptBack) -> Result<(), StoreError> {
        self.write(move |connection| keep(connection, &kept))
    }

    /// Takes away what is older than a moment, and the oldest where more than
    /// `most` are left; says how many went.
    pub fn drop_kept_back(&self, before: Time, most: i64) -> Result<usize, StoreError> {
        self.write(move |connection| {
            let old = outgoing::table.filter(outgoing::at.lt(before));
            let gone = on_either!(connection, inner => diesel::delete(old).execute(inner)?);
            let first = outgoing::table.order(outgoing::id.desc()).offset(most).limit(1).select(outgoing::id);
            let first: Option<OutgoingId> = on_either!(connection, inner => first.first(inner).optional()?);
            let Some(first) = first else { return Ok(gone) };
            let many = outgoing::table.filter(outgoing::id.le(first));
            Ok(gone + on_either!(connection, inner => diesel::delete(many).execute(inner)?))
        })
    }
}
