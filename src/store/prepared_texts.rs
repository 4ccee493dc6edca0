//! Texts that are kept ready: canned replies, and what people have begun to
//! write. Small durable writes of their own; no ticket is asked.

use super::Store;
use super::connection::{AnyConnection, on_either};
use super::error::StoreError;
use super::persisted;
use super::reader::Reader;
use super::schema::{canned_replies, drafts};
use crate::model::canned::CannedReply;
use crate::model::ids::{GroupId, UserId};
use crate::model::time::Time;
use diesel::prelude::*;
use serde_json::Value as Json;

/// The `Idempotency-Key` that something was made under, and the body's fingerprint.
pub type MadeUnder = Option<(String, [u8; 32])>;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = canned_replies, treat_none_as_default_value = false, treat_none_as_null = true)]
struct CannedRow {
    name: String,
    title: String,
    texts: String,
    visibility: String,
    owner: UserId,
    group_id: Option<GroupId>,
    item: Option<String>,
    category: Option<String>,
    created_at: Time,
    updated_at: Time,
    version: i64,
    format: i32,
}

impl CannedRow {
    fn of(reply: &CannedReply) -> Result<Self, StoreError> {
        Ok(Self {
            name: reply.name.clone(),
            title: reply.title.clone(),
            texts: persisted::write(&reply.texts)?,
            visibility: reply.visibility.as_str().to_owned(),
            owner: reply.owner,
            group_id: reply.group,
            item: reply.item.clone(),
            category: reply.category.clone(),
            created_at: reply.created_at,
            updated_at: reply.updated_at,
            version: reply.version,
            format: persisted::FORMAT,
        })
    }
    fn reply(self) -> Result<CannedReply, StoreError> {
        let visibility = crate::model::canned::Visibility::parse(&self.visibility);
        let wrong = || StoreError::Corrupt(format!("canned_replies.visibility is {}", self.visibility));
        Ok(CannedReply {
            visibility: visibility.ok_or_else(wrong)?,
            texts: persisted::read(self.format, &self.texts, "canned_replies.texts")?,
            name: self.name,
            title: self.title,
            owner: self.owner,
            group: self.group_id,
            item: self.item,
            category: self.category,
            created_at: self.created_at,
            updated_at: self.updated_at,
            version: self.version,
        })
    }
}

/// Something that somebody has begun to write.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// For what it is.
    pub key: String,
    /// What was written.
    pub data: Json,
    /// Last written at.
    pub updated_at: Time,
    /// Raised by every writing, also across a deletion.
    pub version: i64,
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = drafts, treat_none_as_default_value = false)]
struct DraftRow {
    user_id: UserId,
    key: String,
    data: String,
    updated_at: Time,
    version: i64,
    format: i32,
}

impl DraftRow {
    fn draft(self) -> Result<Draft, StoreError> {
        let data = persisted::read(self.format, &self.data, "drafts.data")?;
        Ok(Draft { key: self.key, data, updated_at: self.updated_at, version: self.version })
    }
}

/// What became of a draft that was to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is kept at this version.
    At(i64),
    /// Another version than the one that was seen is kept.
    Stale,
    /// The person keeps as many as they may.
    Full,
}

impl Reader {
    /// Every canned reply, by name.
    pub fn canned_replies(&mut self) -> Result<Vec<CannedReply>, StoreError> {
        self.read(|connection| {
            let query = canned_replies::table.order(canned_replies::name);
            let rows: Vec<CannedRow> =
                on_either!(connection, inner => query.select(CannedRow::as_select()).load(inner)?);
            rows.into_iter().map(CannedRow::reply).collect()
        })
    }

    /// One canned reply.
    pub fn canned_reply(&mut self, name: &str) -> Result<Option<CannedReply>, StoreError> {
        self.read(|connection| {
            let query = canned_replies::table.find(name);
            let row: Option<CannedRow> =
                on_either!(connection, inner => query.select(CannedRow::as_select()).first(inner).optional()?);
            row.map(CannedRow::reply).transpose()
        })
    }

    /// Name and fingerprint of the reply that was made under a key.
    pub fn canned_made(&mut self, command: &str) -> Result<Option<(String, Vec<u8>)>, StoreError> {
        self.read(|connection| {
            let query = canned_replies::table
                .filter(canned_replies::command.eq(command))
                .select((canned_replies::name, canned_replies::fingerprint));
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }

    /// What somebody has begun to write since a moment, the latest first.
    pub fn drafts(&mut self, user: UserId, since: Time) -> Result<Vec<Draft>, StoreError> {
        self.read(|connection| {
            let query = drafts::table
                .filter(drafts::user_id.eq(user))
                .filter(drafts::updated_at.gt(since))
                .order((drafts::updated_at.desc(), drafts::key));
            let rows: Vec<DraftRow> = on_either!(connection, inner => query.select(DraftRow::as_select()).load(inner)?);
            rows.into_iter().map(DraftRow::draft).collect()
        })
    }

    /// One of them.
    pub fn draft(&mut self, user: UserId, key: &str, since: Time) -> Result<Option<Draft>, StoreError> {
        self.read(|connection| {
            let query = drafts::table.find((user, key)).filter(drafts::updated_at.gt(since));
            let row: Option<DraftRow> =
                on_either!(connection, inner => query.select(DraftRow::as_select()).first(inner).optional()?);
            row.map(DraftRow::draft).transpose()
        })
    }
}

impl Store {
    /// Keeps a new reply; false where there is one of that name.
    pub fn add_canned_reply(&self, reply: &CannedReply, made: MadeUnder) -> Result<bool, StoreError> {
        let row = CannedRow::of(reply)?;
        self.write(move |connection| {
            let (command, print) = made.map_or((None, Vec::new()), |(id, print)| (Some(id), print.to_vec()));
            let beside = (canned_replies::command.eq(command), canned_replies::fingerprint.eq(print));
            let added = on_either!(connection, inner => diesel::insert_into(canned_replies::table)
                .values((row, beside))
                .on_conflict_do_nothing()
                .execute(inner)?);
            Ok(added == 1)
        })
    }

    /// Changes a reply that is still at a version; false where it is not.
    pub fn change_canned_reply(&self, reply: &CannedReply, seen: i64) -> Result<bool, StoreError> {
        let row = CannedRow::of(reply)?;
        self.write(move |connection| {
            let name = row.name.clone();
            let target = canned_replies::table.filter(canned_replies::name.eq(name));
            let target = target.filter(canned_replies::version.eq(seen));
            Ok(on_either!(connection, inner => diesel::update(target).set(&row).execute(inner)?) == 1)
        })
    }

    /// Takes a reply away that is still at a version; false where it is not.
    pub fn drop_canned_reply(&self, name: String, seen: i64) -> Result<bool, StoreError> {
        self.write(move |connection| {
            let target = canned_replies::table.filter(canned_replies::name.eq(name));
            let target = target.filter(canned_replies::version.eq(seen));
            Ok(on_either!(connection, inner => diesel::delete(target).execute(inner)?) == 1)
        })
    }

    /// Keeps what somebody has begun to write, in place of what was kept under
    /// the key, if that is at the version `seen`. What nobody has touched since a
    /// moment goes, whosoever it is.
    pub fn keep_draft(
        &self,
        user: UserId,
        draft: &Draft,
        seen: Option<i64>,
        since: Time,
        most: i64,
    ) -> Result<Kept, StoreError> {
        let data = persisted::write(&draft.data)?;
        let (key, now) = (draft.key.clone(), draft.updated_at);
        self.write(move |connection| {
            let old = drafts::table.filter(drafts::updated_at.le(since));
            on_either!(connection, inner => diesel::delete(old).execute(inner)?);
            let there = drafts::table.find((user, key.clone())).select(drafts::version);
            let found: Option<i64> = on_either!(connection, inner => there.first(inner).optional()?);
            if seen.is_some_and(|seen| found != Some(seen)) {
                return Ok(Kept::Stale);
            }
            let version = found.map_or(0, |found| found + 1).max(now.micros());
            let row =
                DraftRow { user_id: user, key: key.clone(), data, updated_at: now, version, format: persisted::FORMAT };
            match found {
                Some(found) => {
                    let target = drafts::table.find((user, key)).filter(drafts::version.eq(found));
                    let set = (
                        drafts::data.eq(row.data),
                        drafts::updated_at.eq(now),
                        drafts::version.eq(version),
                        drafts::format.eq(row.format),
                    );
                    let kept = on_either!(connection, inner => diesel::update(target).set(set).execute(inner)?);
                    Ok(if kept == 1 { Kept::At(version) } else { Kept::Stale })
                }
                None if count(connection, user)? >= most => Ok(Kept::Full),
                None => {
                    let kept = on_either!(connection, inner => diesel::insert_into(drafts::table)
                        .values(row)
                        .on_conflict_do_nothing()
                        .execute(inner)?);
                    Ok(if kept == 1 { Kept::At(version) } else { Kept::Stale })
                }
            }
        })
    }

    /// Takes a draft away; false where it is not kept, or not at that version.
    pub fn drop_draft(&self, user: UserId, key: String, seen: Option<i64>) -> Result<bool, StoreError> {
        self.write(move |connection| {
            let target = drafts::table.find((user, key));
            let gone = match seen {
                Some(seen) => {
                    let target = target.filter(drafts::version.eq(seen));
                    on_either!(connection, inner => diesel::delete(target).execute(inner)?)
                }
                None => on_either!(connection, inner => diesel::delete(target).execute(inner)?),
            };
            Ok(gone == 1)
        })
    }
}

fn count(connection: &mut AnyConnection, user: UserId) -> Result<i64, StoreError> {
    let query = drafts::table.filter(drafts::user_id.eq(user)).count();
    Ok(on_either!(connection, inner => query.get_result(inner)?))
}
