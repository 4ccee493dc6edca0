//! Lines: commands for one ticket stand in line on a node, so that the version
//! guard fails only against other nodes. A line lives as long as its ticket has
//! a command under way.

use parking_lot::Mutex;
use std::collections::{HashMap, VecDeque};

/// So many may wait for one ticket; more are refused.
const LONGEST: usize = 256;

/// The lines of a node; `T` waits in them.
pub struct Lines<T> {
    lines: Mutex<HashMap<i64, VecDeque<T>>>,
}

/// What became of a newcomer.
pub enum Stood<T> {
    /// It is its turn.
    First(T),
    /// It waits.
    Waits,
    /// The line is too long.
    Full(T),
}

impl<T> Default for Lines<T> {
    fn default() -> Self {
        Self { lines: Mutex::new(HashMap::new()) }
    }
}

impl<T> Lines<T> {
    /// Joins a ticket's line.
    pub fn join(&self, number: i64, newcomer: T) -> Stood<T> {
        let mut lines = self.lines.lock();
        match lines.get_mut(&number) {
            None => {
                lines.insert(number, VecDeque::new());
                Stood::First(newcomer)
            }
            Some(line) if line.len() >= LONGEST => Stood::Full(newcomer),
            Some(line) => {
                line.push_back(newcomer);
                Stood::Waits
            }
        }
    }

    /// The first of the line has been served: gives the next, ends an empty line.
    pub fn leave(&self, number: i64) -> Option<T> {
        let mut lines = self.lines.lock();
        let next = lines.get_mut(&number).and_then(VecDeque::pop_front);
        if next.is_none() {
            lines.remove(&number);
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_served_at_a_time_and_in_order() {
        let lines = Lines::default();
        assert!(matches!(lines.join(7, "a"), Stood::First("a")));
        assert!(matches!(lines.join(7, "b"), Stood::Waits));
        assert!(matches!(lines.join(8, "c"), Stood::First("c")));
        assert_eq!(lines.leave(7), Some("b"));
        assert_eq!(lines.leave(7), None);
        assert!(matches!(lines.join(7, "d"), Stood::First("d")), "the line had ended");
    }
}
