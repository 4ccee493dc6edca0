//! How much work lies with people and in queues, counted for whoever may see
//! the tickets. Every query here asks `visible`.

use super::dialect::one_of_many;
use super::error::StoreError;
use super::reader::Reader;
use super::schema::{step_parties, tickets};
use super::visible::visible;
use crate::model::ids::{GroupId, TicketId, UserId};
use crate::model::status::Status;
use crate::model::time::Time;
use crate::model::view::Sight;
use diesel::dsl::count_star;
use diesel::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const WORK_TO_DO: [Status; 4] = [Status::New, Status::Accepted, Status::Assigned, Status::Escalated];
/// So many tickets are asked for at a time.
const AT_A_TIME: usize = 500;

/// Open tickets in somebody's hand: whose, of which priority, how many.
pub type InHand = (UserId, String, i64);
/// Open tickets in a queue: in whose hand, if in one, of which priority, how many.
pub type InQueue = (Option<UserId>, String, i64);

impl Reader {
    /// Open tickets in the hands of people, by person and priority.
    pub fn in_hand(&mut self, users: &[UserId], sight: &Sight) -> Result<Vec<InHand>, StoreError> {
        self.read(|connection| {
            let query = tickets::table
                .group_by((tickets::assignee, tickets::priority))
                .filter(one_of_many(tickets::assignee.assume_not_null(), users.to_vec()))
                .filter(tickets::assignee.is_not_null())
                .filter(tickets::status.eq_any(WORK_TO_DO))
                .filter(visible(sight))
                .select((tickets::assignee.assume_not_null(), tickets::priority, count_star()));
            Ok(query.load(connection)?)
        })
    }

    /// How many tickets that are not closed people answer for.
    pub fn answered_for(&mut self, user: UserId, sight: &Sight) -> Result<i64, StoreError> {
        self.read(|connection| {
            let query = tickets::table
                .filter(tickets::owner.eq(user))
                .filter(tickets::status.ne(Status::Closed))
                .filter(visible(sight))
                .select(count_star());
            Ok(query.first(connection)?)
        })
    }

    /// Open tickets in a group's queue, by hand and priority.
    pub fn in_queue(&mut self, group: GroupId, sight: &Sight) -> Result<Vec<InQueue>, StoreError> {
        self.read(|connection| {
            let query = tickets::table
                .group_by((tickets::assignee, tickets::priority))
                .filter(tickets::group_id.eq(group))
                .filter(tickets::status.eq_any(WORK_TO_DO))
                .filter(visible(sight))
                .select((tickets::assignee, tickets::priority, count_star()));
            Ok(query.load(connection)?)
        })
    }

    /// Open tickets in a group's queue that should be resolved by now.
    pub fn late_in_queue(&mut self, group: GroupId, now: Time, sight: &Sight) -> Result<i64, StoreError> {
        self.read(|connection| {
            let late = tickets::resolve_due.is_not_null().and(tickets::resolve_due.assume_not_null().lt(now));
            let query = tickets::table
                .filter(tickets::group_id.eq(group))
                .filter(tickets::status.eq_any(WORK_TO_DO))
                .filter(tickets::resolve_breached.or(late))
                .filter(visible(sight))
                .select(count_star());
            Ok(query.first(connection)?)
        })
    }

    /// How many open steps ask people by name, by person.
    pub fn steps_asked_of(&mut self, users: &[UserId], sight: &Sight) -> Result<BTreeMap<UserId, i64>, StoreError> {
        self.snapshot(|connection| {
            let query = step_parties::table
                .filter(one_of_many(step_parties::party, users.to_vec()))
                .filter(step_parties::is_group.eq(false))
                .select((step_parties::party, step_parties::ticket));
            let asked: Vec<(UserId, TicketId)> = query.load(connection)?;
            let named: BTreeSet<TicketId> = asked.iter().map(|(_, ticket)| *ticket).collect();
            let named: Vec<TicketId> = named.into_iter().collect();
            let mut seen: BTreeSet<TicketId> = BTreeSet::new();
            for some in named.chunks(AT_A_TIME) {
                let query = tickets::table
                    .filter(one_of_many(tickets::id, some.to_vec()))
                    .filter(visible(sight))
                    .select(tickets::id);
                seen.extend(query.load::<TicketId>(connection)?);
            }
            let mut counts = BTreeMap::new();
            for (user, _) in asked.iter().filter(|(_, ticket)| seen.contains(ticket)) {
                *counts.entry(*user).or_default() += 1;
            }
            Ok(counts)
        })
    }
}
