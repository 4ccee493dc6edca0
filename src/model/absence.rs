//! Absences: who is away from when to when, who stands in meanwhile, and for
//! what. Pure: which of them count at a moment is asked with that moment.

use super::ids::{AbsenceId, UserId};
use super::journal::RowKind;
use super::time::Time;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// Kinds of steps that one person can answer for another.
pub const KINDS: [RowKind; 5] = [RowKind::Approval, RowKind::Cost, RowKind::Task, RowKind::Work, RowKind::Question];

/// What somebody stands in for. An empty list narrows nothing; with both lists
/// both must fit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// Only tickets of these catalog items.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    #[schema(value_type = Vec<String>)]
    pub items: BTreeSet<String>,
    /// Only steps of these kinds: `approval`, `cost`, `task`, `work`, `question`.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    #[schema(value_type = Vec<RowKind>)]
    pub kinds: BTreeSet<RowKind>,
}

impl Scope {
    /// Whether a step of this kind on a ticket of this item falls into it.
    pub fn covers(&self, item: &str, kind: RowKind) -> bool {
        (self.items.is_empty() || self.items.contains(item)) && (self.kinds.is_empty() || self.kinds.contains(&kind))
    }

    /// What falls into both; none where nothing does.
    fn and(&self, other: &Scope) -> Option<Scope> {
        Some(Scope { items: common(&self.items, &other.items)?, kinds: common(&self.kinds, &other.kinds)? })
    }
}

/// What two lists have in common, of which an empty one stands for everything.
fn common<T: Ord + Clone>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> Option<BTreeSet<T>> {
    match (one.is_empty(), other.is_empty()) {
        (true, _) => Some(other.clone()),
        (_, true) => Some(one.clone()),
        _ => Some(one.intersection(other).cloned().collect()).filter(|both: &BTreeSet<T>| !both.is_empty()),
    }
}

/// One absence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Row id.
    pub id: AbsenceId,
    /// Who is away.
    pub person: UserId,
    /// Who stands in.
    pub substitute: UserId,
    /// From this moment.
    pub from: Time,
    /// Until this moment, which is no part of it.
    pub to: Time,
    /// For what.
    pub scope: Scope,
    /// Who registered it.
    pub registered_by: UserId,
    /// When.
    pub registered_at: Time,
}

impl Absence {
    /// Whether it lasts at a moment.
    pub fn lasts(&self, at: Time) -> bool {
        self.from <= at && at < self.to
    }

    /// Whether a step at a moment falls into it.
    pub fn covers(&self, at: Time, item: &str, kind: RowKind) -> bool {
        self.lasts(at) && self.scope.covers(item, kind)
    }

    /// Another absence of the same person, at the same time for the same: who
    /// stands in would not be certain.
    pub fn meets<'a>(&self, others: &'a [Absence]) -> Option<&'a Absence> {
        others.iter().find(|other| {
            other.person == self.person
                && other.id != self.id
                && self.from.max(other.from) < self.to.min(other.to)
                && self.scope.and(&other.scope).is_some()
        })
    }

    /// Whether, with these others, somebody would at last stand in for
    /// themselves: A for B while B is for A, over any number of people.
    pub fn closes_loop(&self, others: &[Absence]) -> bool {
        let mut way = vec![self.person];
        leads_back(self, others, &mut way, self.person)
    }
}

/// Whether whoever stands in is away meanwhile for something that falls into
/// the same, and by their substitutes it comes back to `home`.
fn leads_back(reach: &Absence, others: &[Absence], way: &mut Vec<UserId>, home: UserId) -> bool {
    if reach.substitute == home {
        return true;
    }
    if way.contains(&reach.substitute) {
        return false;
    }
    way.push(reach.substitute);
    let theirs = others.iter().filter(|other| other.person == reach.substitute && other.id != reach.id);
    let found = theirs.into_iter().any(|next| {
        let (from, to) = (reach.from.max(next.from), reach.to.min(next.to));
        let both = reach.scope.and(&next.scope).filter(|_| from < to);
        both.is_some_and(|scope| leads_back(&Absence { from, to, scope, ..next.clone() }, others, way, home))
    });
    way.pop();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(day: u32) -> Time {
        Time::parse(&format!("2026-03-{day:02}T00:00:00Z")).unwrap()
    }
    fn absence(n: u128, person: u128, substitute: u128, days: (u32, u32)) -> Absence {
        let user = |n| UserId(Uuid::from_u128(n));
        Absence {
            id: AbsenceId(Uuid::from_u128(n)),
            person: user(person),
            substitute: user(substitute),
            from: day(days.0),
            to: day(days.1),
            scope: Scope::default(),
            registered_by: user(person),
            registered_at: day(1),
        }
    }
    fn only(kind: RowKind, absence: Absence) -> Absence {
        Absence { scope: Scope { kinds: [kind].into(), ..Scope::default() }, ..absence }
    }

    #[test]
    fn a_loop_is_one_only_where_times_and_scopes_meet() {
        let back = absence(2, 2, 1, (5, 10));
        assert!(absence(1, 1, 2, (1, 6)).closes_loop(std::slice::from_ref(&back)));
        assert!(!absence(1, 1, 2, (1, 5)).closes_loop(std::slice::from_ref(&back)), "one after the other");
        let approvals = only(RowKind::Approval, absence(1, 1, 2, (1, 6)));
        assert!(approvals.closes_loop(&[back]));
        assert!(!approvals.closes_loop(&[only(RowKind::Task, absence(2, 2, 1, (5, 10)))]));
    }

    #[test]
    fn a_loop_over_three_is_found_and_a_chain_is_none() {
        let others = [absence(2, 2, 3, (1, 9)), absence(3, 3, 1, (1, 9))];
        assert!(absence(1, 1, 2, (1, 9)).closes_loop(&others));
        assert!(!absence(1, 1, 2, (1, 9)).closes_loop(&others[..1]));
        assert!(!absence(4, 4, 2, (1, 9)).closes_loop(&others), "it does not come back to 4");
    }

    #[test]
    fn absences_of_one_person_meet_only_where_times_and_scopes_do() {
        let leave = absence(1, 1, 2, (1, 6));
        let other = |days| absence(2, 1, 3, days);
        assert!(leave.meets(&[other((5, 9))]).is_some() && leave.meets(&[other((6, 9))]).is_none());
        assert!(leave.meets(&[absence(2, 4, 3, (5, 9))]).is_none(), "somebody else's");
        assert!(leave.meets(std::slice::from_ref(&leave)).is_none(), "itself");
        assert!(leave.meets(&[only(RowKind::Task, other((5, 9)))]).is_some(), "everything is more than tasks");
        let approvals = only(RowKind::Approval, absence(1, 1, 2, (1, 6)));
        assert!(approvals.meets(&[only(RowKind::Task, other((5, 9)))]).is_none());
    }

    #[test]
    fn a_scope_narrows_by_item_and_by_kind() {
        let scope = Scope { items: ["laptop".to_owned()].into(), kinds: [RowKind::Approval].into() };
        assert!(scope.covers("laptop", RowKind::Approval));
        assert!(!scope.covers("laptop", RowKind::Task) && !scope.covers("phone", RowKind::Approval));
        assert!(Scope::default().covers("phone", RowKind::Task));
    }
}
