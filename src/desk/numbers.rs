//! Ticket numbers: one sequence, taken from the database in blocks of a hundred
//! per node. Gaps are normal: what a block has left when the process ends is
//! never used.

use crate::store::{Store, StoreError};
use parking_lot::Mutex;

const BLOCK: i64 = 100;

/// The node's present block.
#[derive(Default)]
pub struct Numbers {
    block: Mutex<(i64, i64)>,
}

impl Numbers {
    /// The next number.
    ///
    /// # Errors
    /// When a new block is wanted and the database does not answer.
    pub fn next(&self, store: &Store) -> Result<i64, StoreError> {
        let mut block = self.block.lock();
        if block.0 >= block.1 {
            let taken = store.number_block(BLOCK)?;
            *block = (taken.start, taken.end);
        }
        let number = block.0;
        block.0 += 1;
        Ok(number)
    }
}
