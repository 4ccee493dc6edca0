//! What was kept back on its way out goes when the policy's time for it is over,
//! and the oldest of too many.

use crate::desk::Desk;
use crate::model::time::Time;
use crate::store::StoreError;
use chrono::Duration;

/// How often it is looked.
const EVERY: Duration = Duration::hours(1);
/// So many are kept, however young they are.
const MOST: i64 = 10_000;

/// Takes away what was kept back long enough.
pub struct KeptBack {
    desk: Desk,
    looked: Option<Time>,
}

impl KeptBack {
    /// What a desk kept back.
    pub fn new(desk: Desk) -> Self {
        Self { desk, looked: None }
    }

    /// Looks, where it is due; says how many went.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn run_due(&mut self, now: Time) -> Result<usize, StoreError> {
        if self.looked.is_some_and(|looked| now < looked.plus(EVERY)) {
            return Ok(0);
        }
        let keep = self.desk.world().policy().outgoing.keep;
        let gone = self.desk.store().drop_kept_back(now.plus(-keep), MOST)?;
        self.looked = Some(now);
        Ok(gone)
    }
}
