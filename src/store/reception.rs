//! What a person has open of an item.

use super::connection::on_either;
use super::dialect::one_of;
use super::error::StoreError;
use super::reader::Reader;
use super::rows::TicketRow;
use super::schema::tickets;
use super::visible::one_visible;
use crate::model::ids::UserId;
use crate::model::status::Status;
use crate::model::ticket::Ticket;
use crate::model::view::Sight;
use diesel::prelude::*;

impl Reader {
    /// Open tickets of an item for a person that `sight` sees, the latest first.
    pub fn open_of(
        &mut self,
        person: UserId,
        item: &str,
        sight: &Sight,
        limit: i64,
    ) -> Result<Vec<Ticket>, StoreError> {
        let open: Vec<Status> = Status::ALL.into_iter().filter(|status| status.is_open()).collect();
        self.read(|connection| {
            let query = tickets::table
                .filter(tickets::requested_for.eq(person))
                .filter(tickets::item.eq(item))
                .filter(one_of(tickets::status, open.clone()))
                .filter(one_visible(sight.user, sight.staff, sight.groups.clone()))
                .order((tickets::created_at.desc(), tickets::number.desc()))
                .limit(limit);
            let rows: Vec<TicketRow> =
                on_either!(connection, inner => query.select(TicketRow::as_select()).load(inner)?);
            rows.into_iter().map(TicketRow::ticket).collect()
        })
    }
}
