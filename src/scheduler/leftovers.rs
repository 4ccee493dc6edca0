//! Files that nobody used go after a day, and with the last row the content.
//! Nothing is remembered: whatever a round did not get to, the next one finds.

use crate::blobs::BlobError;
use crate::desk::Desk;
use crate::desk::attachments::Files;
use crate::desk::clock::{Clock, SystemClock};
use crate::model::attachment::STAGED_FOR;
use crate::model::time::Time;
use crate::store::{Reader, StoreError};
use chrono::Duration;
use std::collections::BTreeSet;

/// How often it is looked.
const EVERY: Duration = Duration::hours(1);
/// So many files go in one commit.
const AT_A_TIME: i64 = 100;

/// Takes away what nobody used.
pub struct Leftovers {
    desk: Desk,
    reader: Reader,
    looked: Option<Time>,
}

impl Leftovers {
    /// Leftovers of a desk.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn new(desk: Desk) -> Result<Self, StoreError> {
        Ok(Self { reader: desk.store().reader()?, desk, looked: None })
    }

    /// When it is looked next.
    pub fn next(&self, now: Time) -> Time {
        self.looked.map_or(now, |looked| looked.plus(EVERY))
    }

    /// Looks, where it is due; says how many files went.
    ///
    /// # Errors
    /// The database or the object store does not answer.
    pub fn run_due(&mut self, now: Time) -> Result<usize, StoreError> {
        if now < self.next(now) {
            return Ok(0);
        }
        self.looked = Some(now);
        let before = now.plus(-STAGED_FOR);
        let (mut gone, mut hashes) = (0, BTreeSet::new());
        loop {
            let some = self.reader.left_over(before, AT_A_TIME)?;
            let taken = self.desk.store().unstage(some.iter().map(|(id, _)| *id).collect())?;
            gone += taken.len();
            hashes.extend(some.into_iter().filter(|(id, _)| taken.contains(id)).map(|(_, hash)| hash));
            if taken.is_empty() {
                break;
            }
        }
        let mut unused = Vec::new();
        for hash in hashes {
            if !self.reader.has_content(&hash)? {
                unused.push(hash);
            }
        }
        self.sweep(&unused).map_err(|error| StoreError::Unavailable(error.to_string()))?;
        Ok(gone)
    }

    /// The object store keeps its own clock: how old a blob is, it says itself.
    fn sweep(&self, hashes: &[String]) -> Result<(), BlobError> {
        let Files { blobs, young, .. } = self.desk.files().clone();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| BlobError::Unavailable(error.to_string()))?;
        let now = SystemClock.now().utc();
        runtime.block_on(async {
            for hash in hashes {
                blobs.remove(hash, now - young).await?;
            }
            blobs.sweep(now - STAGED_FOR).await.map(drop)
        })
    }
}
