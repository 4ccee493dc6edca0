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

/// Somebody who could be given the next piece of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub user: UserId,
    /// Whether it is their working time.
    pub awake: bool,
    /// Whether they are given work of this priority before others.
    pub first: bool,
    /// How much of what the work is about they know.
    pub fit: usize,
}

/// Only those who are better, where there are any.
fn prefer(candidates: &mut Vec<Candidate>, better: impl Fn(&Candidate) -> bool) {
    if candidates.iter().any(&better) {
        candidates.retain(better);
    }
}

impl Board {
    fn load(&self, user: UserId) -> i64 {
        self.loads.get(&user).copied().unwrap_or(0)
    }
}

impl LoadBoard {
    /// A board with counted loads.
    pub fn new(loads: impl IntoIterator<Item = (UserId, i64)>) -> Self {
        Self { inner: Mutex::new(Board { loads: loads.into_iter().collect(), turns: HashMap::new() }) }
    }

    /// Chooses one and raises their load by one. Of those who have room the ones
    /// whose working time it is, of those the ones whom the priority is given to
    /// first, of those (by skills) the ones who know most of it; then by turn or load.
    pub fn choose(&self, group: GroupId, all: &[Candidate], turn: Turn, capacity: Option<u32>) -> Option<UserId> {
        let mut board = self.inner.lock();
        let mut left = all.to_vec();
        prefer(&mut left, |one| capacity.is_none_or(|most| board.load(one.user) < i64::from(most)));
        prefer(&mut left, |one| one.awake);
        prefer(&mut left, |one| one.first);
        if turn == Turn::Skills {
            let most = left.iter().map(|one| one.fit).max();
            left.retain(|one| Some(one.fit) == most);
        }
        // Behind whoever was last, whether they could be chosen now or not.
        let last = board.turns.get(&group).copied();
        left.sort_by_key(|one| (last.is_some_and(|last| one.user <= last), one.user));
        let chosen = match turn {
            Turn::RoundRobin => left.first(),
            Turn::LeastLoaded | Turn::Skills => left.iter().min_by_key(|one| board.load(one.user)),
        }?
        .user;
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
        self.inner.lock().load(user)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const GROUP: GroupId = GroupId(Uuid::from_u128(9));

    fn people() -> [Candidate; 3] {
        [1, 2, 3].map(|n| Candidate { user: UserId(Uuid::from_u128(n)), awake: true, first: false, fit: 0 })
    }

    fn chosen(board: &LoadBoard, all: &[Candidate], turn: Turn, times: usize) -> Vec<u128> {
        (0..times).filter_map(|_| board.choose(GROUP, all, turn, Some(4))).map(|user| user.0.as_u128()).collect()
    }

    #[test]
    fn round_robin_gives_everybody_a_turn_and_goes_on_behind_who_is_gone() {
        let board = LoadBoard::default();
        let all = people();
        assert_eq!(chosen(&board, &all, Turn::RoundRobin, 5), [1, 2, 3, 1, 2]);
        assert_eq!(chosen(&board, &[all[0], all[2]], Turn::RoundRobin, 2), [3, 1]);
    }

    #[test]
    fn the_least_loaded_is_chosen_and_a_dropped_choice_is_given_back() {
        let all = people();
        let board = LoadBoard::new([(all[0].user, 3), (all[1].user, 1), (all[2].user, 1)]);
        assert_eq!(chosen(&board, &all, Turn::LeastLoaded, 1), [2]);
        board.add(all[1].user, -1);
        assert_eq!(chosen(&board, &all, Turn::LeastLoaded, 1), [3]);
        assert_eq!(board.choose(GROUP, &[], Turn::LeastLoaded, None), None);
    }

    #[test]
    fn room_comes_before_hours_hours_before_priority_and_that_before_skills() {
        let [mut a, mut b, mut c] = people();
        (a.fit, b.awake, c.first) = (2, false, true);
        assert_eq!(chosen(&LoadBoard::default(), &[a, b], Turn::Skills, 2), [1, 1]);
        assert_eq!(chosen(&LoadBoard::default(), &[a, b, c], Turn::Skills, 2), [3, 3]);
        let board = LoadBoard::new([(a.user, 4), (c.user, 4)]);
        assert_eq!(chosen(&board, &[a, b, c], Turn::Skills, 5), [2, 2, 2, 2, 3], "room, and then nobody has any");
    }
}
