//! The load board: how many open tickets each person has, and whose turn it is
//! in each group. It stands beside the World and is not durable: it is raised
//! when a decision chooses somebody, corrected when the decision commits or is
//! dropped, and counted anew from the database at start.

use crate::model::ids::{GroupId, UserId};
use crate::model::policy::Turn;
use parking_lot::Mutex;
use std::collections::HashMap;

/// Loads and turns.
#[derive(Debug, Default)]
pub struct LoadBoard {
    inner: Mutex<Board>,
}

#[derive(Debug, Default)]
struct Board {
    loads: HashMap<UserId, i64>,
    turns: HashMap<GroupId, UserId>,
}

impl LoadBoard {
    /// A board with counted loads.
    pub fn new(loads: impl IntoIterator<Item = (UserId, i64)>) -> Self {
        Self { inner: Mutex::new(Board { loads: loads.into_iter().collect(), turns: HashMap::new() }) }
    }

    /// Chooses one of `members` (in a stable order) and raises their load by one.
    pub fn choose(&self, group: GroupId, members: &[UserId], turn: Turn) -> Option<UserId> {
        let mut board = self.inner.lock();
        let after_last =
            board.turns.get(&group).and_then(|last| members.iter().position(|m| m == last)).map_or(0, |i| i + 1);
        let in_turn = members.iter().cycle().skip(after_last).take(members.len());
        let chosen = match turn {
            Turn::RoundRobin => in_turn.copied().next(),
            Turn::LeastLoaded => in_turn.copied().min_by_key(|member| board.loads.get(member).copied().unwrap_or(0)),
        }?;
        board.turns.insert(group, chosen);
        *board.loads.entry(chosen).or_default() += 1;
        Some(chosen)
    }

    /// Adds `by` to somebody's load.
    pub fn add(&self, user: UserId, by: i64) {
        let mut board = self.inner.lock();
        let load = board.loads.entry(user).or_default();
        *load = (*load + by).max(0);
    }

    /// Somebody's load.
    pub fn load(&self, user: UserId) -> i64 {
        self.inner.lock().loads.get(&user).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn people() -> (GroupId, [UserId; 3]) {
        (GroupId(Uuid::from_u128(9)), [1, 2, 3].map(|n| UserId(Uuid::from_u128(n))))
    }

    #[test]
    fn round_robin_gives_everybody_a_turn() {
        let (group, members) = people();
        let board = LoadBoard::default();
        let chosen: Vec<_> = (0..4).filter_map(|_| board.choose(group, &members, Turn::RoundRobin)).collect();
        assert_eq!(chosen, [members[0], members[1], members[2], members[0]]);
    }

    #[test]
    fn the_least_loaded_is_chosen_and_a_dropped_choice_is_given_back() {
        let (group, members) = people();
        let board = LoadBoard::new([(members[0], 5), (members[1], 1), (members[2], 1)]);
        assert_eq!(board.choose(group, &members, Turn::LeastLoaded), Some(members[1]));
        board.add(members[1], -1);
        assert_eq!(board.choose(group, &members, Turn::LeastLoaded), Some(members[2]));
        assert_eq!(board.choose(group, &[], Turn::LeastLoaded), None);
    }
}
