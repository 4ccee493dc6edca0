//! `maitred forget`: a person is taken out of everything that is over. What is
//! theirs on open tickets stays until these are closed; then the scheduler's
//! daily round erases it. The log keeps its entries, under a name of nobody in
//! particular that always comes to the same.

use super::clock::Clock;
use super::directory::last_admin;
use super::people::DirectoryError;
use crate::model::ids::{NotificationId, OutgoingId, StepId, UserId};
use crate::model::origin::{Action, Audited};
use crate::model::people::{People, User};
use crate::model::problem::Refusal;
use crate::model::redaction::Words;
use crate::model::staffing::Traits;
use crate::model::time::Time;
use crate::store::{NewPerson, Store, StoreError};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

/// Rows of one commit.
const AT_A_TIME: i64 = 200;

/// What there is of a person, before they are forgotten.
#[derive(Clone, Debug)]
pub struct Known {
    user: Arc<User>,
    /// The digits of the numbers of their tickets that are not closed.
    pub open: Vec<i64>,
    /// How many of their tickets are closed, and not erased.
    pub closed: usize,
}

impl Known {
    /// What they are called.
    pub fn name(&self) -> &str {
        &self.user.name
    }
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// By what name the log has them from now on.
    pub pseudonym: String,
    /// How many tickets were erased.
    pub erased: usize,
    /// The digits of the numbers of those that will be when they are closed.
    pub left: Vec<i64>,
}

/// Looks for a person who may be forgotten.
///
/// # Errors
/// Where there is nobody of that name, or they are the last admin; where the
/// database does not answer.
pub fn look(store: &Store, username: &str) -> Result<Known, DirectoryError> {
    let (users, groups) = store.reader()?.people()?;
    let people = People::new(users, groups);
    let unknown = || Refusal::invalid("/username", "unknown", format!("there is nobody called `{username}`"));
    let user = people.by_username(username).cloned().ok_or_else(unknown)?;
    if last_admin(&people, &user) {
        return Err(Refusal::invalid("/username", "last_admin", "this is the last admin who is active").into());
    }
    let open = about(store, user.id, false)?;
    let closed = about(store, user.id, true)?.len();
    Ok(Known { user, open, closed })
}

/// The digits of the numbers of all tickets of a person.
fn about(store: &Store, user: UserId, closed: bool) -> Result<Vec<i64>, StoreError> {
    let (mut reader, mut found) = (store.reader()?, Vec::new());
    loop {
        let some = reader.tickets_about(user, closed, found.last().copied().unwrap_or_default(), AT_A_TIME)?;
        if some.is_empty() {
            return Ok(found);
        }
        found.extend(some);
    }
}

/// Forgets a person. Broken off, it is begun anew by the same call: the record
/// in the directory, by which they are found, goes last.
///
/// # Errors
/// Where the database does not answer.
pub fn forget(store: &Store, known: &Known, clock: &dyn Clock) -> Result<Forgotten, DirectoryError> {
    let user = &known.user;
    if user.active {
        store.set_active(user.id, false, Vec::new())?;
    }
    let pseudonym = pseudonym(user.id);
    take_words_out(store, user)?;
    take_names_out(store, user.id, &pseudonym)?;
    let erased = erase_closed(store, user.id, clock.now())?;
    while store.forget_said(user.id, AT_A_TIME)? > 0 {}
    let told = Audited::new(clock.now(), None, Action::PersonForgotten).to(&pseudonym).with("erased", erased);
    let nobody = NewPerson { user: anonymous(user, &pseudonym), password_hash: None };
    store.forget(nobody, user.username.clone(), told)?;
    Ok(Forgotten { pseudonym, erased, left: about(store, user.id, false)? })
}

/// Erases the tickets of somebody who was forgotten, or is about to be, that
/// are closed; says how many.
///
/// # Errors
/// Where the database does not answer.
pub fn erase_closed(store: &Store, user: UserId, now: Time) -> Result<usize, StoreError> {
    let mut erased = 0;
    for number in about(store, user, true)? {
        erased += usize::from(store.erase(number, now, None)?);
    }
    Ok(erased)
}

/// Always the same for the same person, and says nothing of them.
fn pseudonym(user: UserId) -> String {
    let digest = hex::encode(Sha256::digest(user.bytes()));
    format!("forgotten-{}", digest.get(..8).unwrap_or_default())
}

/// The record of nobody in particular, under the same key.
fn anonymous(user: &User, pseudonym: &str) -> User {
    User {
        username: pseudonym.to_owned(),
        name: pseudonym.to_owned(),
        email: None,
        phone: None,
        department: None,
        location: None,
        manager: None,
        substitute: None,
        roles: BTreeSet::new(),
        categories: BTreeSet::new(),
        groups: BTreeSet::new(),
        active: false,
        traits: Traits::default(),
        ..user.clone()
    }
}

/// What others wrote of them: on closed tickets, in messages and in the desk-wide log.
fn take_words_out(store: &Store, user: &User) -> Result<(), StoreError> {
    let within = [Some(&user.name), user.email.as_ref(), user.phone.as_ref()].into_iter().flatten();
    let within = within.filter(|word| **word != user.username).cloned().collect();
    let words = Words { whole: vec![user.username.clone()], within };
    let mut ticket = Some(0);
    while let Some(after) = ticket {
        ticket = store.forget_in_tickets(&words, after, AT_A_TIME)?;
    }
    let mut message = Some(NotificationId(Uuid::nil()));
    while let Some(after) = message {
        message = store.forget_in_messages(&words, after, AT_A_TIME)?;
    }
    let mut kept = Some(OutgoingId(Uuid::nil()));
    while let Some(after) = kept {
        kept = store.forget_in_outgoing(&words, after, AT_A_TIME)?;
    }
    let mut entry = Some(0);
    while let Some(after) = entry {
        entry = store.forget_in_audit(&words, after, AT_A_TIME)?;
    }
    Ok(())
}

/// Their name, in the log and in their answers.
fn take_names_out(store: &Store, user: UserId, pseudonym: &str) -> Result<(), StoreError> {
    let mut place = Some(0);
    while let Some(after) = place {
        place = store.forget_in_log(user, pseudonym, after, AT_A_TIME)?;
    }
    let mut step = Some(StepId(Uuid::nil()));
    while let Some(after) = step {
        step = store.forget_answers(user, pseudonym, after, AT_A_TIME)?;
    }
    Ok(())
}
