//! Files that people sent up, and where they are used. A use is a row that the
//! commit of a command writes; a file without one is its uploader's alone, and
//! goes after its time. What is in a file is not here.

use super::Store;
use super::connection::{AnyConnection, on_either};
use super::dialect::one_of_many;
use super::error::StoreError;
use super::reader::Reader;
use super::schema::{attachments, ticket_attachments, tickets};
use super::visible::one_visible;
use crate::model::attachment::{Attachment, FilePlace, Use};
use crate::model::ids::{AttachmentId, CommentId, TicketId, UserId};
use crate::model::time::Time;
use crate::model::view::Sight;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = attachments, treat_none_as_default_value = false)]
struct AttachmentRow {
    id: AttachmentId,
    uploader: UserId,
    name: String,
    media_type: String,
    size: i64,
    hash: String,
    at: Time,
}

/// A row of `ticket_attachments`.
#[derive(Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = ticket_attachments, treat_none_as_default_value = false)]
pub(in crate::store) struct UseRow {
    attachment: AttachmentId,
    ticket: TicketId,
    place: FilePlace,
    comment: Option<CommentId>,
    internal: bool,
    at: Time,
}

impl UseRow {
    pub(in crate::store) fn of(attachment: AttachmentId, used: &Use) -> Self {
        Self {
            attachment,
            ticket: used.ticket,
            place: used.place,
            comment: used.comment,
            internal: used.internal,
            at: used.at,
        }
    }
}

fn attachment((row, used): (AttachmentRow, Option<UseRow>)) -> Attachment {
    let used = used.map(|used| Use {
        ticket: used.ticket,
        place: used.place,
        comment: used.comment,
        internal: used.internal,
        at: used.at,
    });
    Attachment {
        id: row.id,
        uploader: row.uploader,
        name: row.name,
        media_type: row.media_type,
        size: row.size,
        hash: row.hash,
        at: row.at,
        used,
    }
}

type Found = (AttachmentRow, Option<UseRow>);

impl Reader {
    /// Files by id, used or not; unknown ids are left out.
    pub fn attachments(&mut self, ids: &[AttachmentId]) -> Result<Vec<Attachment>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        self.read(|connection| {
            let query = attachments::table
                .left_join(ticket_attachments::table.on(ticket_attachments::attachment.eq(attachments::id)))
                .filter(one_of_many(attachments::id, ids.to_vec()));
            let rows: Vec<Found> = on_either!(connection, inner =>
                query.select((AttachmentRow::as_select(), Option::<UseRow>::as_select())).load(inner)?);
            Ok(rows.into_iter().map(attachment).collect())
        })
    }

    /// The files of a ticket in the order of their use; internal ones for staff.
    pub fn attachments_of(&mut self, ticket: TicketId, internal: bool) -> Result<Vec<Attachment>, StoreError> {
        self.read(|connection| {
            let shown = ticket_attachments::internal.eq(false).or(ticket_attachments::internal.eq(internal));
            let query = ticket_attachments::table
                .inner_join(attachments::table.on(ticket_attachments::attachment.eq(attachments::id)))
                .filter(ticket_attachments::ticket.eq(ticket))
                .filter(shown)
                .order((ticket_attachments::at, attachments::id));
            let rows: Vec<(AttachmentRow, UseRow)> = on_either!(connection, inner =>
                query.select((AttachmentRow::as_select(), UseRow::as_select())).load(inner)?);
            Ok(rows.into_iter().map(|(row, used)| attachment((row, Some(used)))).collect())
        })
    }

    /// The files of a ticket that were used last, oldest first, and how many there are.
    pub fn last_attachments(
        &mut self,
        ticket: TicketId,
        internal: bool,
        limit: i64,
    ) -> Result<(Vec<Attachment>, i64), StoreError> {
        self.read(|connection| {
            let shown = || {
                ticket_attachments::table
                    .filter(ticket_attachments::ticket.eq(ticket))
                    .filter(ticket_attachments::internal.eq(false).or(ticket_attachments::internal.eq(internal)))
            };
            let last = shown()
                .inner_join(attachments::table.on(ticket_attachments::attachment.eq(attachments::id)))
                .order((ticket_attachments::at.desc(), attachments::id.desc()))
                .limit(limit);
            let rows: Vec<(AttachmentRow, UseRow)> = on_either!(connection, inner =>
                last.select((AttachmentRow::as_select(), UseRow::as_select())).load(inner)?);
            let few = i64::try_from(rows.len()).unwrap_or(limit);
            let all: i64 = match few < limit {
                true => few,
                false => on_either!(connection, inner => shown().count().get_result(inner)?),
            };
            let last = rows.into_iter().rev().map(|(row, used)| attachment((row, Some(used)))).collect();
            Ok((last, all))
        })
    }

    /// Whether `sight` sees a ticket that is known by its id.
    pub fn sees(&mut self, ticket: TicketId, sight: &Sight) -> Result<bool, StoreError> {
        self.read(|connection| {
            let one = one_visible(sight.user, sight.staff, sight.groups.clone());
            let query = diesel::select(exists(tickets::table.filter(tickets::id.eq(ticket)).filter(one)));
            Ok(on_either!(connection, inner => query.get_result(inner)?))
        })
    }

    /// How many files a person has sent up since a moment and not used.
    pub fn staged_by(&mut self, user: UserId, since: Time) -> Result<i64, StoreError> {
        self.read(|connection| {
            let query = attachments::table
                .filter(attachments::uploader.eq(user))
                .filter(attachments::at.gt(since))
                .filter(unused())
                .count();
            Ok(on_either!(connection, inner => query.get_result(inner)?))
        })
    }

    /// Files that nobody used, sent up before a moment: ids with their hashes.
    pub fn left_over(&mut self, before: Time, limit: i64) -> Result<Vec<(AttachmentId, String)>, StoreError> {
        self.read(|connection| {
            let query = attachments::table
                .filter(attachments::at.lt(before))
                .filter(unused())
                .order(attachments::at)
                .limit(limit)
                .select((attachments::id, attachments::hash));
            Ok(on_either!(connection, inner => query.load(inner)?))
        })
    }

    /// Whether any file has this content.
    pub fn has_content(&mut self, hash: &str) -> Result<bool, StoreError> {
        self.read(|connection| {
            let query = diesel::select(exists(attachments::table.filter(attachments::hash.eq(hash))));
            Ok(on_either!(connection, inner => query.get_result(inner)?))
        })
    }
}

#[diesel::dsl::auto_type(no_type_alias)]
fn unused() -> _ {
    not(exists(ticket_attachments::table.filter(ticket_attachments::attachment.eq(attachments::id))))
}

impl Store {
    /// Keeps the row of a file whose content is kept.
    pub fn stage(&self, file: Attachment) -> Result<(), StoreError> {
        self.write(move |connection| {
            let Attachment { id, uploader, name, media_type, size, hash, at, used: _ } = file;
            let row = AttachmentRow { id, uploader, name, media_type, size, hash, at };
            on_either!(connection, inner => diesel::insert_into(attachments::table).values(row).execute(inner)?);
            Ok(())
        })
    }

    /// Takes rows away that are not used; says which went.
    pub fn unstage(&self, ids: Vec<AttachmentId>) -> Result<Vec<AttachmentId>, StoreError> {
        self.write(move |connection| {
            let mut gone = Vec::new();
            for id in ids {
                if unstage_one(connection, id)? {
                    gone.push(id);
                }
            }
            Ok(gone)
        })
    }
}

fn unstage_one(connection: &mut AnyConnection, id: AttachmentId) -> Result<bool, StoreError> {
    let used = ticket_attachments::table.filter(ticket_attachments::attachment.eq(id));
    let target = attachments::table.filter(attachments::id.eq(id)).filter(not(exists(used)));
    Ok(on_either!(connection, inner => diesel::delete(target).execute(inner)?) == 1)
}
