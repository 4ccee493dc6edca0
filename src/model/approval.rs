//! Votes: when an approval is settled, and how. Pure: the rule and the
//! electorate were stored when the step opened, the votes are rows.

use super::ids::UserId;
use super::time::Time;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

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
    /// Who sits on a seat that was handed on: `(seat, holder)`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub handed: Vec<(UserId, UserId)>,
    /// Who must sign as well, because one of those who are asked wants it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signers: Vec<Signer>,
}

/// Somebody who must sign as well. They have a seat of their own that no quorum counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// Who.
    pub user: UserId,
    /// The seat of who added them.
    pub seat: UserId,
    /// Who added them.
    pub by: UserId,
    /// Before that seat's yes counts, or before the approval is settled.
    pub when: When,
}

/// When an added signer is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// The yes of who added them counts only after theirs.
    Before,
    /// The approval is settled only when they have said yes too.
    After,
}

impl Rule {
    /// A rule as an approval opens with it.
    pub fn new(needed: u32, veto: bool, electorate: BTreeSet<UserId>) -> Self {
        Self { needed, veto, electorate, successors: Vec::new(), handed: Vec::new(), signers: Vec::new() }
    }
    /// For whom `voter` votes: themselves, who handed the seat on to them, or the
    /// silent one they succeed.
    pub fn seat(&self, voter: UserId) -> Option<UserId> {
        if self.holds_own(voter) {
            return Some(voter);
        }
        let handed = self.handed.iter().find(|(_, holder)| *holder == voter).map(|(seat, _)| *seat);
        let succeeds = || self.successors.iter().find(|(successor, _)| *successor == voter).map(|(_, silent)| *silent);
        handed.or_else(succeeds)
    }
    /// On whose seat a vote sits: the one that it was cast for.
    fn seat_of(&self, vote: &Vote) -> Option<UserId> {
        vote.on_behalf_of.filter(|seat| self.seats().any(|known| known == *seat)).or_else(|| self.seat(vote.voter))
    }
    /// Whether somebody has voted on a seat.
    pub fn is_taken(&self, seat: UserId, votes: &[Vote]) -> bool {
        votes.iter().any(|vote| self.seat_of(vote) == Some(seat))
    }
    /// The seat on which `voter` may still vote: their own, else the first free
    /// one of those whom they succeed; none once they voted.
    pub fn free_seat(&self, voter: UserId, votes: &[Vote]) -> Option<UserId> {
        if votes.iter().any(|vote| vote.voter == voter) {
            return None;
        }
        let handed = || self.handed.iter().find(|(_, holder)| *holder == voter).map(|(seat, _)| *seat);
        let own = self.holds_own(voter).then_some(voter).or_else(handed);
        let others = self.successors.iter().filter(|(successor, _)| own.is_none() && *successor == voter);
        own.into_iter().chain(others.map(|(_, seat)| *seat)).find(|seat| !self.is_taken(*seat, votes))
    }
    /// Whether `voter` may vote at all.
    pub fn may_vote(&self, voter: UserId) -> bool {
        self.seat(voter).is_some()
    }
    /// Whether the quorum counts what `voter` says.
    pub fn counts(&self, voter: UserId) -> bool {
        self.seat(voter).is_some_and(|seat| self.electorate.contains(&seat))
    }
    /// The seats: those that the quorum counts, and those of added signers.
    pub fn seats(&self) -> impl Iterator<Item = UserId> {
        self.electorate.iter().copied().chain(self.signers.iter().map(|signer| signer.user))
    }
    /// Everybody who may vote.
    pub fn voters(&self) -> BTreeSet<UserId> {
        let own = self.seats().filter(|seat| self.holds_own(*seat));
        let handed = self.handed.iter().map(|(_, holder)| *holder);
        own.chain(handed).chain(self.successors.iter().map(|(successor, _)| *successor)).collect()
    }
    /// Hands the seat on which `from` sits on to somebody who has none.
    pub fn hand_on(&mut self, from: UserId, to: UserId) {
        if self.holds_own(from) {
            self.handed.push((from, to));
        } else if let Some(holder) = self.handed.iter_mut().map(|(_, holder)| holder).find(|holder| **holder == from) {
            *holder = to;
        } else if let Some(successor) = self.successors.iter_mut().map(|(it, _)| it).find(|it| **it == from) {
            *successor = to;
        }
        // Whoever got their own seat back sits on it as before.
        self.handed.retain(|(seat, holder)| seat != holder);
    }
    /// Whether somebody has a seat and sits on it.
    fn holds_own(&self, voter: UserId) -> bool {
        self.seats().any(|seat| seat == voter) && !self.handed.iter().any(|(seat, _)| *seat == voter)
    }
    /// What a seat of the electorate comes to: its yes counts once those who were
    /// added before it have said yes; their no is the seat's.
    fn counted(&self, seat: UserId, said: &BTreeMap<UserId, Ballot>) -> Option<Ballot> {
        let before = self.signers.iter().filter(|signer| signer.seat == seat && signer.when == When::Before);
        let before: Vec<Option<Ballot>> = before.map(|signer| said.get(&signer.user).copied()).collect();
        if before.contains(&Some(Ballot::Rejected)) {
            return Some(Ballot::Rejected);
        }
        let own = said.get(&seat).copied();
        own.filter(|ballot| *ballot == Ballot::Rejected || !before.contains(&None))
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
    let mut said: BTreeMap<UserId, Ballot> = BTreeMap::new();
    for vote in votes {
        if let Some(seat) = rule.seat_of(vote) {
            said.entry(seat).or_insert(vote.ballot);
        }
    }
    if rule.veto && said.values().any(|ballot| *ballot == Ballot::Rejected) {
        return Verdict::Rejected;
    }
    let after = rule.signers.iter().filter(|signer| signer.when == When::After);
    let after: Vec<Option<Ballot>> = after.map(|signer| said.get(&signer.user).copied()).collect();
    if after.contains(&Some(Ballot::Rejected)) {
        return Verdict::Rejected;
    }
    let (mut yes, mut no) = (0u32, 0u32);
    for seat in &rule.electorate {
        match rule.counted(*seat, &said) {
            Some(Ballot::Approved) => yes += 1,
            Some(Ballot::Rejected) => no += 1,
            None => {}
        }
    }
    if yes >= rule.needed {
        return if after.contains(&None) { Verdict::Open } else { Verdict::Approved };
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
    fn empty() -> Rule {
        Rule::new(1, true, BTreeSet::new())
    }
    fn rule(needed: u32, size: u128, veto: bool) -> Rule {
        Rule::new(needed, veto, (1..=size).map(person).collect())
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
    fn a_seat_that_is_handed_on_has_one_vote_and_may_come_back() {
        let mut rule = rule(2, 2, true);
        rule.hand_on(person(1), person(7));
        assert_eq!((rule.may_vote(person(1)), rule.seat(person(7))), (false, Some(person(1))));
        rule.hand_on(person(7), person(8));
        assert_eq!(rule.voters(), BTreeSet::from([person(2), person(8)]));
        let votes = [vote(1, Ballot::Approved), vote(7, Ballot::Approved), vote(2, Ballot::Approved)];
        assert_eq!(settle(&rule, &votes), Verdict::Open, "who handed it on votes no more");
        assert_eq!(settle(&rule, &[vote(8, Ballot::Approved), vote(2, Ballot::Approved)]), Verdict::Approved);
        rule.hand_on(person(8), person(1));
        assert_eq!((rule.seat(person(1)), rule.handed.len()), (Some(person(1)), 0));
        rule.successors.push((person(9), person(2)));
        rule.hand_on(person(9), person(5));
        assert_eq!(rule.seat(person(5)), Some(person(2)), "a successor hands on, too");
    }

    fn signed(mut rule: Rule, user: u128, by: u128, when: When) -> Rule {
        rule.signers.push(Signer { user: person(user), seat: person(by), by: person(by), when });
        rule
    }

    #[test]
    fn a_yes_waits_for_who_was_added_before_it() {
        let rule = signed(rule(1, 2, true), 9, 1, When::Before);
        let yes = |n| vote(n, Ballot::Approved);
        assert_eq!(settle(&rule, &[yes(1)]), Verdict::Open);
        assert_eq!(settle(&rule, &[yes(9)]), Verdict::Open, "a signer is no quorum");
        assert_eq!(settle(&rule, &[yes(1), yes(9)]), Verdict::Approved);
        assert_eq!(settle(&rule, &[yes(9), yes(1)]), Verdict::Approved);
        assert_eq!(settle(&rule, &[yes(2)]), Verdict::Approved, "another's yes does not wait");
        assert_eq!(settle(&rule, &[yes(1), vote(9, Ballot::Rejected)]), Verdict::Rejected);
        let mild = Rule { veto: false, ..rule };
        assert_eq!(settle(&mild, &[yes(1), vote(9, Ballot::Rejected)]), Verdict::Open, "the other may still say yes");
        assert_eq!(settle(&mild, &[vote(9, Ballot::Rejected), vote(2, Ballot::Rejected)]), Verdict::Rejected);
    }

    #[test]
    fn an_approval_is_settled_only_with_who_was_added_after_it() {
        let rule = signed(rule(1, 2, false), 9, 1, When::After);
        let yes = |n| vote(n, Ballot::Approved);
        assert_eq!(settle(&rule, &[yes(1), yes(2)]), Verdict::Open);
        assert_eq!(settle(&rule, &[yes(1), yes(9)]), Verdict::Approved);
        assert_eq!(settle(&rule, &[yes(1), vote(9, Ballot::Rejected)]), Verdict::Rejected, "without veto, too");
        let mut rule = rule;
        rule.hand_on(person(9), person(7));
        assert_eq!(settle(&rule, &[yes(1), yes(7)]), Verdict::Approved, "a signer hands on, too");
        assert!(!rule.counts(person(7)) && rule.counts(person(1)));
    }

    #[test]
    fn a_rule_of_before_is_read_as_it_was() {
        let stored = r#"{"needed":2,"veto":true,"electorate":[],"successors":[]}"#;
        let rule: Rule = serde_json::from_str(stored).unwrap();
        assert_eq!((rule.needed, rule.handed.len(), rule.signers.len()), (2, 0, 0));
        assert_eq!(serde_json::to_string(&empty()).unwrap(), r#"{"needed":1,"veto":true,"electorate":[]}"#);
    }

    proptest::proptest! {
        /// In whatever order the same people say the same, it comes to the same
        /// once each has said it once; and who may not vote changes nothing.
        #[test]
        fn the_order_of_votes_does_not_matter(
            needed in 1u32..4, veto: bool, befores in 0u128..3, afters in 0u128..3,
            ballots in proptest::collection::vec(proptest::bool::ANY, 9), turn in 0usize..9,
        ) {
            let mut rule = rule(needed, 4, veto);
            for n in 0..befores { rule = signed(rule, 5 + n, 1 + n, When::Before); }
            for n in 0..afters { rule = signed(rule, 8 + n, 1, When::After); }
            let ballot = |yes: bool| if yes { Ballot::Approved } else { Ballot::Rejected };
            let mut votes: Vec<Vote> = (1..=9).zip(&ballots).map(|(n, yes)| vote(n, ballot(*yes))).collect();
            let verdict = settle(&rule, &votes);
            votes.rotate_left(turn);
            proptest::prop_assert_eq!(settle(&rule, &votes), verdict);
            votes.push(vote(77, Ballot::Rejected));
            proptest::prop_assert_eq!(settle(&rule, &votes), verdict);
            let yes = (1..=9).map(|n| vote(n, Ballot::Approved)).collect::<Vec<_>>();
            proptest::prop_assert_eq!(settle(&rule, &yes), Verdict::Approved, "everybody's yes is a yes");
        }
    }

    #[test]
    fn who_succeeds_two_sits_where_nobody_has_voted_yet() {
        let mut rule = rule(2, 2, true);
        rule.successors = vec![(person(9), person(1)), (person(9), person(2))];
        assert_eq!(rule.free_seat(person(9), &[]), Some(person(1)));
        let first = vote(1, Ballot::Approved);
        assert_eq!(rule.free_seat(person(9), std::slice::from_ref(&first)), Some(person(2)));
        let second = Vote { on_behalf_of: Some(person(2)), ..vote(9, Ballot::Approved) };
        assert_eq!(rule.free_seat(person(2), &[first.clone(), second.clone()]), None, "somebody sits on it");
        assert_eq!(settle(&rule, &[first, second]), Verdict::Approved);
    }

    #[test]
    fn percent_rounds_up() {
        assert_eq!(Quorum::parse("50%").map(|q| q.needed(3)), Some(2));
        assert_eq!(Quorum::parse("all").map(|q| q.needed(4)), Some(4));
        assert_eq!(Quorum::parse("0"), None);
        assert_eq!(Quorum::parse("101%"), None);
    }
}
