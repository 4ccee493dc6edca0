//! How often the items of the catalog were asked for, and since when each of them
//! is there: sums over all, from which nobody learns of any one ticket.

use super::connection::on_either;
use super::error::StoreError;
use super::reader::Reader;
use super::schema::{release_files, releases, tickets};
use crate::model::time::Time;
use diesel::dsl::{count_star, min};
use diesel::prelude::*;

impl Reader {
    /// How many tickets of each item were opened since a moment; confidential
    /// ones do not count.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn asked_since(&mut self, since: Time) -> Result<Vec<(String, i64)>, StoreError> {
        self.read(|connection| {
            let query = tickets::table
                .filter(tickets::created_at.ge(since))
                .filter(tickets::restricted_to.is_null())
                .group_by(tickets::item)
                .select((tickets::item, count_star()));
            Ok(on_either!(connection, inner => query.load(inner)?))
        })
    }

    /// When each file of the forms came into force for the first time.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn first_published(&mut self) -> Result<Vec<(String, Option<Time>)>, StoreError> {
        self.read(|connection| {
            let query = release_files::table
                .inner_join(releases::table.on(releases::id.eq(release_files::release)))
                .filter(release_files::path.like("schemas/%.json"))
                .group_by(release_files::path)
                .select((release_files::path, min(releases::at)));
            Ok(on_either!(connection, inner => query.load(inner)?))
        })
    }
}
