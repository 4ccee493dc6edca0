//! One rung of the ladder that a step goes up when nobody answers in time:
//! who is asked in addition, and when. Which rungs there are is decided in
//! `desk::decide`.

use super::ids::{GroupId, UserId};
use super::journal::JournalRow;
use super::time::Time;

/// Who is asked in addition at one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Which level, from 1.
    pub level: u32,
    /// When.
    pub at: Time,
    /// People, each with the silent one whose place it is, if it is somebody's.
    pub users: Vec<(UserId, Option<UserId>)>,
    /// Groups, of work that names them.
    pub groups: Vec<GroupId>,
    /// Whether it is the last: those who run the process, reminded from then on.
    pub last: bool,
}

impl Rung {
    /// Whether nobody is found at this level.
    pub fn is_empty(&self) -> bool {
        self.users.is_empty() && self.groups.is_empty()
    }

    /// Whom it names, each once.
    pub fn people(&self) -> Vec<UserId> {
        let mut people: Vec<UserId> = Vec::new();
        for (user, _) in &self.users {
            if !people.contains(user) {
                people.push(*user);
            }
        }
        people
    }

    /// Writes it into the step's row: they are asked from now on.
    pub fn apply(&self, row: &mut JournalRow) {
        let arguments = &mut row.arguments;
        arguments.level = self.level;
        // Who had taken it did not do it: from now on it is in nobody's hands.
        arguments.handling.claimed = None;
        arguments.parties.groups.extend(self.groups.iter().copied());
        for (user, seat) in &self.users {
            arguments.parties.users.insert(*user);
            let Some(seat) = seat else { continue };
            match arguments.rule.as_mut() {
                Some(rule) => rule.successors.push((*user, *seat)),
                None => arguments.stand_ins.push((*user, *seat)),
            }
        }
    }
}
