//! Who sees which tickets, as a filter. Every query over tickets for people
//! adds it; a test reads this folder and fails on one that does not.

use super::connection::MultiBackend;
use super::dialect::{OneOf, one_of};
use super::schema::{ticket_viewers, tickets};
use crate::model::ids::{GroupId, UserId};
use crate::model::view::Sight;
use diesel::dsl::{AsExprOf, AssumeNotNull, auto_type, exists};
use diesel::prelude::*;
use diesel::sql_types::Bool;

/// A condition on tickets, for either database.
pub(super) type Condition = Box<dyn BoxableExpression<tickets::table, MultiBackend, SqlType = Bool>>;

/// What `sight` may see of many: staff everything that is not restricted to a
/// group of others, anybody what has a row for them in `ticket_viewers`.
///
/// Who is no staff has few tickets among many: their rows are collected first.
/// Staff see nearly all: the row is looked up only where nothing else lets them.
pub(super) fn visible(sight: &Sight) -> Condition {
    if sight.staff {
        return Box::new(one_visible(sight.user, true, sight.groups.clone()));
    }
    let rows = ticket_viewers::table.filter(ticket_viewers::viewer.eq(sight.user));
    Box::new(tickets::id.eq_any(rows.select(ticket_viewers::ticket)))
}

/// The same for one ticket that is found by its number: the viewer's row is
/// looked up by its key, however many the caller has.
#[auto_type]
pub(super) fn one_visible(user: UserId, staff: bool, groups: Vec<GroupId>) -> _ {
    let staff: AsExprOf<bool, Bool> = staff.into_sql::<Bool>();
    let open_to_staff = tickets::restricted_to.is_null().and(staff);
    let to_theirs: OneOf<AssumeNotNull<tickets::restricted_to>, GroupId> =
        one_of(tickets::restricted_to.assume_not_null(), groups);
    let row =
        ticket_viewers::table.filter(ticket_viewers::ticket.eq(tickets::id)).filter(ticket_viewers::viewer.eq(user));
    open_to_staff.or(to_theirs).or(exists(row))
}
