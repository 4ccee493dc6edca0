//! Who sees which tickets, as a filter. Every query over tickets for people
//! adds it; a test reads this folder and fails on one that does not.

use super::connection::MultiBackend;
use super::schema::{ticket_viewers, tickets};
use crate::model::view::Sight;
use diesel::prelude::*;
use diesel::sql_types::Bool;

/// A condition on tickets, for either database.
pub(super) type Condition = Box<dyn BoxableExpression<tickets::table, MultiBackend, SqlType = Bool>>;

/// What `sight` may see: staff everything that is not restricted to a group of
/// others, anybody what has a row for them in `ticket_viewers`.
pub(super) fn visible(sight: &Sight) -> Condition {
    let rows = ticket_viewers::table.filter(ticket_viewers::viewer.eq(sight.user));
    let as_viewer = tickets::id.eq_any(rows.select(ticket_viewers::ticket));
    match (sight.staff, sight.groups.is_empty()) {
        (false, _) => Box::new(as_viewer),
        (true, true) => Box::new(tickets::restricted_to.is_null().or(as_viewer)),
        (true, false) => {
            let to_theirs = tickets::restricted_to.assume_not_null().eq_any(sight.groups.clone());
            Box::new(tickets::restricted_to.is_null().or(to_theirs).or(as_viewer))
        }
    }
}
