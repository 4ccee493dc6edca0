//! Once a day what has been kept for as long as policy.toml `[retention]` says
//! is erased: closed tickets one by one, the desk-wide log and messages in
//! pieces; and what of people who were forgotten was closed since. Nothing is
//! remembered: what a round did not get to, the next one finds.

use crate::desk::Desk;
use crate::desk::forgetting::erase_closed;
use crate::model::time::Time;
use crate::store::{ClosedPlace, Reader, StoreError};
use chrono::Duration;

/// How often it is looked.
const EVERY: Duration = Duration::days(1);
/// So many rows are read, or go in one commit.
const AT_A_TIME: i64 = 100;
/// So many tickets are erased in one round; where there are more, the next comes soon.
const MOST_AT_ONCE: usize = 1_000;

/// Erases what is old.
pub struct Retention {
    desk: Desk,
    reader: Reader,
    looked: Option<Time>,
}

impl Retention {
    /// The retention of a desk.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn new(desk: Desk) -> Result<Self, StoreError> {
        Ok(Self { reader: desk.store().reader()?, desk, looked: None })
    }

    /// Looks, where it is due; says how many tickets were erased.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn run_due(&mut self, now: Time) -> Result<usize, StoreError> {
        if self.looked.is_some_and(|looked| now < looked.plus(EVERY)) {
            return Ok(0);
        }
        self.looked = Some(now);
        let rules = self.desk.world().policy().retention;
        let mut erased = 0;
        for user in self.reader.forgotten()? {
            erased += erase_closed(self.desk.store(), user, now)?;
            while self.desk.store().forget_said(user, AT_A_TIME)? > 0 && !self.desk.is_stopping() {}
        }
        if let Some(kept) = rules.tickets {
            erased += self.tickets(now.plus(-kept), now)?;
        }
        if let Some(kept) = rules.log {
            while self.desk.store().sweep_audit(now.plus(-kept), AT_A_TIME)? > 0 && !self.desk.is_stopping() {}
        }
        if let Some(kept) = rules.messages {
            while self.desk.store().sweep_messages(now.plus(-kept), AT_A_TIME)? > 0 && !self.desk.is_stopping() {}
        }
        if erased >= MOST_AT_ONCE {
            self.looked = None;
        }
        Ok(erased)
    }

    /// Tickets that were closed before a moment.
    fn tickets(&mut self, before: Time, now: Time) -> Result<usize, StoreError> {
        let (mut erased, mut place): (usize, Option<ClosedPlace>) = (0, None);
        while erased < MOST_AT_ONCE && !self.desk.is_stopping() {
            let found = self.reader.erasable(before, place, AT_A_TIME)?;
            let Some((_, last)) = found.last() else { break };
            place = Some(*last);
            let nobody = self.desk.store().nobody()?;
            for (number, _) in found {
                erased += usize::from(self.desk.store().erase(number, now, Some(nobody))?);
            }
        }
        Ok(erased)
    }
}
