//! People come and go: when somebody's absence begins, or somebody left, the
//! open steps that wait for them, and the tickets that they answer for, are
//! looked after, one command per ticket. What
//! comes of it is decided in `desk`. Nothing is remembered on disk: a look finds
//! what is still to be done, and finds nothing where it was done.

use crate::desk::command::{Act, Command, Doer, Target};
use crate::desk::{Desk, World};
use crate::model::absence::Absence;
use crate::model::ids::{GroupId, UserId};
use crate::model::problem::Code;
use crate::model::time::Time;
use crate::store::{Reader, StoreError};
use chrono::Duration;
use std::collections::BTreeSet;

/// After a change of people one more look: another node may have opened a step
/// before it knew of the change.
const ONCE_MORE: Duration = Duration::seconds(2);
/// So many people, or tickets, are asked for at a time.
const AT_A_TIME: usize = 500;

/// When the desks relieve an owner who is away so.
fn reliefs<'a>(world: &'a World, absence: &'a Absence) -> impl Iterator<Item = Time> + 'a {
    let policy = world.policy();
    policy.desks.values().filter_map(|desk| policy.relieved_at(desk, absence.from))
}

fn versions(world: &World) -> (i64, i64) {
    (world.people_version, world.content_version)
}

/// Looks after steps of people who left or are away, and after owners.
pub struct Attendance {
    desk: Desk,
    reader: Reader,
    /// The versions of people and of the content that were looked at last: the
    /// policy says how long owners may be away.
    seen: Option<(i64, i64)>,
    /// When the next look is due though nobody changed.
    due: Option<Time>,
}

impl Attendance {
    /// Attendance of a desk.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn new(desk: Desk) -> Result<Attendance, StoreError> {
        Ok(Attendance { reader: desk.store().reader()?, desk, seen: None, due: None })
    }

    /// When there is something to look at.
    pub fn next(&self, now: Time) -> Option<Time> {
        let changed = self.seen != Some(versions(&self.desk.world()));
        if changed { Some(now) } else { self.due }
    }

    /// Looks, if people have changed or somebody's absence begins; says whether it did.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn run_due(&mut self, now: Time) -> Result<bool, StoreError> {
        if self.next(now).is_none_or(|next| now < next) {
            return Ok(false);
        }
        let world = self.desk.world();
        let people = &world.people;
        let changed = self.seen != Some(versions(&world));
        let gone = people.users().filter(|user| !user.active).map(|user| user.id);
        let users: BTreeSet<UserId> = people.away(now).into_iter().chain(gone).collect();
        let groups: Vec<GroupId> = people.empty_groups().collect();
        let mut numbers = BTreeSet::new();
        for some in users.into_iter().collect::<Vec<_>>().chunks(AT_A_TIME) {
            self.waiting(some, &[], &mut numbers)?;
        }
        let owners = self.owners_gone(now);
        for some in owners.chunks(AT_A_TIME) {
            self.owned(some, &mut numbers)?;
        }
        for some in groups.chunks(AT_A_TIME) {
            self.waiting(&[], some, &mut numbers)?;
        }
        let mut all = true;
        for number in numbers {
            all &= self.attend(number);
        }
        self.seen = Some(versions(&world));
        let again = (changed || !all).then(|| now.plus(ONCE_MORE));
        self.due = [again, people.next_departure(now), self.next_relief(now)].into_iter().flatten().min();
        Ok(true)
    }

    fn waiting(&mut self, users: &[UserId], groups: &[GroupId], found: &mut BTreeSet<i64>) -> Result<(), StoreError> {
        let (mut after, limit) = (0, i64::try_from(AT_A_TIME).unwrap_or(i64::MAX));
        loop {
            let some = self.reader.waiting_for_any(users, groups, after, limit)?;
            let Some(last) = some.last().copied() else { return Ok(()) };
            after = last;
            found.extend(some);
        }
    }

    /// Agents who have left, or are away for longer than a desk lets its owners be.
    fn owners_gone(&self, now: Time) -> Vec<UserId> {
        let world = self.desk.world();
        let gone = world.people.users().filter(|user| !user.active).map(|user| user.id);
        let away = world.people.absences().filter(|absence| absence.lasts(now));
        let over = away.filter(|absence| reliefs(&world, absence).any(|at| at <= now)).map(|absence| absence.person);
        let all: BTreeSet<UserId> = gone.chain(over).collect();
        all.into_iter().collect()
    }

    /// When the next owner will have been away for too long.
    fn next_relief(&self, now: Time) -> Option<Time> {
        let world = self.desk.world();
        let absences = world.people.absences();
        let at = |absence| reliefs(&world, absence).filter(|at| *at > now && *at < absence.to).min();
        absences.filter_map(at).min()
    }

    fn owned(&mut self, owners: &[UserId], found: &mut BTreeSet<i64>) -> Result<(), StoreError> {
        let (mut after, limit) = (0, i64::try_from(AT_A_TIME).unwrap_or(i64::MAX));
        loop {
            let some = self.reader.owned_by_any(owners, after, limit)?;
            let Some(last) = some.last().copied() else { return Ok(()) };
            after = last;
            found.extend(some);
        }
    }

    /// Whether the ticket was looked after, or nothing was to be done.
    fn attend(&self, number: i64) -> bool {
        let command = Command {
            id: format!("attend/{}", self.desk.fresh_id()),
            fingerprint: [0; 32],
            doer: Doer::System("people"),
            target: Target::Ticket(number),
            expect: None,
            act: Act::Attend,
        };
        match self.desk.carry_out_blocking(command) {
            Ok(_) => true,
            Err(refusal) => {
                if refusal.code == Code::Internal {
                    tracing::error!(number, %refusal, "a ticket could not be looked after");
                }
                !matches!(refusal.code, Code::Unavailable | Code::Busy)
            }
        }
    }
}
