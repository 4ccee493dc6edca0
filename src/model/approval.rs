//! Votes: when an approval is settled, and how. Pure: the rule and the
//! electorate were stored when the step opened, the votes are rows.

use super::ids::UserId;
use super::time::Time;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What was decided about an approval when it opened. `electorate` and
/// `needed` never change at a replay; an escalation adds successors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Yeses that settle it.
    pub needed: u32,
    /// Whether the first rejection rejects.
    pub veto: bool,
    /// Who may vote: groups expanded, without requester, requested_for and opener.
    pub electorate: BTreeSet<UserId>,
    /// Who was asked in the place of a silent one: `(successor, silent)`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<(UserId, UserId)>,
}

impl Rule {
    /// For whom `voter` votes: themselves, or the silent one they succeed.
    pub fn seat(&self, voter: UserId) -> Option<UserId> {
        if self.electorate.contains(&voter) {
            return Some(voter);
        }
        self.successors.iter().find(|(successor, _)| *successor == voter).map(|(_, silent)| *silent)
    }
    /// Whether `voter` may vote at all.
    pub fn may_vote(&self, voter: UserId) -> bool {
        self.seat(voter).is_some()
    }
}

/// How many yeses are needed, as the script says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quorum {
    /// A number.
    Count(u32),
    /// Per cent of the electorate, rounded up.
    Percent(u32),
    /// Everybody.
    All,
}

impl Quorum {
    /// Reads `1`, `"50%"`, `"all"`.
    pub fn parse(text: &str) -> Option<Quorum> {
        if text == "all" {
            return Some(Quorum::All);
        }
        if let Some(percent) = text.strip_suffix('%') {
            return percent.parse().ok().filter(|p| (1..=100).contains(p)).map(Quorum::Percent);
        }
        text.parse().ok().filter(|n| *n >= 1).map(Quorum::Count)
    }
    /// The number it comes to for an electorate of `size`; at least 1.
    pub fn needed(self, size: usize) -> u32 {
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        match self {
            Quorum::Count(n) => n,
            Quorum::Percent(p) => (u64::from(size) * u64::from(p)).div_ceil(100).try_into().unwrap_or(u32::MAX),
            Quorum::All => size,
        }
        .max(1)
    }
}

/// What a vote says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ballot {
    /// Yes.
    Approved,
    /// No.
    Rejected,
}

/// One person's answer to an approval; unique by (step, voter).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// Who voted.
    pub voter: UserId,
    /// The absent or silent person whose seat it is.
    pub on_behalf_of: Option<UserId>,
    /// Yes or no.
    pub ballot: Ballot,
    /// Rejection code.
    pub code: Option<String>,
    /// Comment.
    pub comment: Option<String>,
    /// When.
    pub at: Time,
}

/// What the votes come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// More votes are needed.
    Open,
    /// The quorum is reached.
    Approved,
    /// Vetoed, or the quorum is out of reach.
    Rejected,
}

/// Settles an approval. One seat counts once, whoever sat on it first.
pub fn settle(rule: &Rule, votes: &[Vote]) -> Verdict {
    let mut seats: BTreeSet<UserId> = BTreeSet::new();
    let (mut yes, mut no) = (0u32, 0u32);
    for vote in votes {
        let Some(seat) = rule.seat(vote.voter) else { continue };
        if !seats.insert(seat) {
            continue;
        }
        match vote.ballot {
            Ballot::Approved => yes += 1,
            Ballot::Rejected => no += 1,
        }
    }
    if no > 0 && rule.veto {
        return Verdict::Rejected;
    }
    if yes >= rule.needed {
        return Verdict::Approved;
    }
    let left = u32::try_from(rule.electorate.len()).unwrap_or(u32::MAX).saturating_sub(yes + no);
    if yes + left < rule.needed { Verdict::Rejected } else { Verdict::Open }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn person(n: u128) -> UserId {
        UserId(Uuid::from_u128(n))
    }
    fn rule(needed: u32, size: u128, veto: bool) -> Rule {
        Rule { needed, veto, electorate: (1..=size).map(person).collect(), successors: Vec::new() }
    }
    fn vote(n: u128, ballot: Ballot) -> Vote {
        let at = Time::parse("2026-01-05T09:00:00Z").unwrap();
        Vote { voter: person(n), on_behalf_of: None, ballot, code: None, comment: None, at }
    }

    #[test]
    fn a_quorum_of_two_waits_for_the_second_yes() {
        let rule = rule(2, 3, true);
        assert_eq!(settle(&rule, &[vote(1, Ballot::Approved)]), Verdict::Open);
        assert_eq!(settle(&rule, &[vote(1, Ballot::Approved), vote(3, Ballot::Approved)]), Verdict::Approved);
    }

    #[test]
    fn the_first_no_rejects_unless_veto_is_off() {
        assert_eq!(settle(&rule(1, 3, true), &[vote(2, Ballot::Rejected)]), Verdict::Rejected);
        assert_eq!(settle(&rule(2, 3, false), &[vote(2, Ballot::Rejected)]), Verdict::Open);
        let two = [vote(2, Ballot::Rejected), vote(1, Ballot::Rejected)];
        assert_eq!(settle(&rule(2, 3, false), &two), Verdict::Rejected, "out of reach");
    }

    #[test]
    fn one_seat_counts_once_and_a_successor_sits_on_it() {
        let mut rule = rule(2, 2, true);
        rule.successors.push((person(9), person(1)));
        let votes = [vote(9, Ballot::Approved), vote(1, Ballot::Approved)];
        assert_eq!(settle(&rule, &votes), Verdict::Open);
        assert_eq!(settle(&rule, &[vote(7, Ballot::Approved), vote(8, Ballot::Approved)]), Verdict::Open, "strangers");
    }

    #[test]
    fn percent_rounds_up() {
        assert_eq!(Quorum::parse("50%").map(|q| q.needed(3)), Some(2));
        assert_eq!(Quorum::parse("all").map(|q| q.needed(4)), Some(4));
        assert_eq!(Quorum::parse("0"), None);
        assert_eq!(Quorum::parse("101%"), None);
    }
}
