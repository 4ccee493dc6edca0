//! Absences: people say when they are away and who stands in for them. What
//! comes to a substitute because of one is decided in `decide::stand_in`.

use super::command::never_null;
use super::workers::unavailable;
use super::{Caller, Desk};
use crate::model::absence::{Absence, KINDS, Scope};
use crate::model::access::Right;
use crate::model::ids::{AbsenceId, UserId};
use crate::model::origin::{Action, Audited, differences};
use crate::model::outgoing::Told;
use crate::model::people::User;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::time::Time;
use crate::model::view::{self, AbsenceView};
use crate::store::{Registered, Store, StoreError};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use std::sync::Arc;
use utoipa::ToSchema;

/// Body of `POST /absences`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAbsence {
    /// Username of who is away; the caller when absent.
    pub person: Option<String>,
    /// From this moment.
    pub from: Time,
    /// Until this moment.
    pub to: Time,
    /// Username of who stands in; who is named for the person when absent.
    pub substitute: Option<String>,
    /// For what; everything when absent.
    #[serde(default)]
    pub scope: Scope,
}

/// Body of `PATCH /absences/{id}`: what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AbsencePatch {
    /// From this moment; not once it has begun.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub from: Option<Time>,
    /// Until this moment.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub to: Option<Time>,
    /// Username of who stands in.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub substitute: Option<String>,
    /// For what.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
}

/// Whether somebody may look after the absences of others.
fn manages(user: &User) -> bool {
    Right::ManageAbsences.is_of(user)
}

/// What is wrong with an absence as it would be.
fn check(world: &super::World, absence: &Absence, now: Time, errors: &mut Vec<FieldError>) {
    if absence.to <= absence.from {
        errors.push(FieldError::new("/to", "range", "it must end after it begins"));
    } else if absence.to <= now {
        errors.push(FieldError::new("/to", "past", "the time has passed"));
    }
    if absence.substitute == absence.person {
        errors.push(FieldError::new("/substitute", "self", "nobody stands in for themselves"));
    } else if !world.people.user(absence.substitute).is_some_and(|user| user.active) {
        errors.push(FieldError::new("/substitute", "inactive", "this person is not active"));
    }
    for (n, item) in absence.scope.items.iter().enumerate() {
        if !world.content.items.contains_key(item) {
            let message = format!("there is no catalog item `{item}`");
            errors.push(FieldError::new(format!("/scope/items/{n}"), "unknown", message));
        }
    }
    for (n, kind) in absence.scope.kinds.iter().enumerate().filter(|(_, kind)| !KINDS.contains(kind)) {
        let known = KINDS.map(|kind| kind.as_str()).join(", ");
        let message = format!("`{}` is none of {known}", kind.as_str());
        errors.push(FieldError::new(format!("/scope/kinds/{n}"), "enum", message));
    }
}

/// Refuses an absence whose substitute's substitute would at last be the person,
/// and one beside another of the same person, time and scope.
fn fits(absence: Absence) -> impl FnOnce(&[Absence]) -> Result<(), Refusal> + Send + 'static {
    move |others| {
        if let Some(other) = absence.meets(others) {
            let (from, to) = (other.from, other.to);
            let message = format!("they are registered as away from {from} to {to} for the same: change that absence");
            return Err(Refusal::invalid("/from", "overlap", message));
        }
        let message = "they are away at that time, and who stands in for them is this very person";
        if absence.closes_loop(others) { Err(Refusal::invalid("/substitute", "loop", message)) } else { Ok(()) }
    }
}

impl Desk {
    /// Registers an absence; whoever stands in is told at once.
    ///
    /// # Errors
    /// 403 for somebody else's, unless the caller looks after absences; 422 with
    /// what is wrong; 503.
    pub async fn register_absence(
        &self,
        caller: &Caller,
        wish: NewAbsence,
        registered: Registered,
    ) -> Result<(AbsenceView, bool), Refusal> {
        if let Some((command, print)) = registered.clone() {
            let before = self.read_store(move |reader| reader.absence_registered(&command)).await?;
            if let Some((id, known)) = before {
                return self.registered_before(caller, id, known == print).await;
            }
        }
        let (world, now) = (self.world(), self.clock().now());
        let mut errors = Vec::new();
        let find = |name: &str, pointer: &str| {
            let message = format!("there is nobody called `{name}`");
            world.people.by_username(name).cloned().ok_or_else(|| FieldError::new(pointer, "unknown", message))
        };
        let person = match wish.person.as_deref().map(|name| find(name, "/person")) {
            Some(Ok(person)) => person,
            Some(Err(error)) if manages(&caller.user) => return Err(Refusal::invalid_fields(vec![error])),
            Some(Err(_)) => return Err(Refusal::new(Code::Forbidden, "You may register your own absences only.")),
            None => Arc::clone(&caller.user),
        };
        may_change(&caller.user, person.id)?;
        if !person.active {
            errors.push(FieldError::new("/person", "inactive", "this person is not active"));
        }
        let substitute = match (&wish.substitute, person.substitute) {
            (Some(name), _) => find(name, "/substitute").map(|user| user.id),
            (None, Some(named)) => Ok(named),
            (None, None) => Err(FieldError::new("/substitute", "required", "say who stands in")),
        };
        let substitute = substitute.unwrap_or_else(|error| {
            errors.push(error);
            UserId(uuid::Uuid::nil())
        });
        let absence = Absence {
            id: AbsenceId(self.fresh_id()),
            person: person.id,
            substitute,
            from: wish.from,
            to: wish.to,
            scope: wish.scope,
            registered_by: caller.user.id,
            registered_at: now,
        };
        let known = errors.is_empty();
        check(&world, &absence, now, &mut errors);
        if !known {
            errors.retain(|error| error.code != "inactive" || error.pointer != "/substitute");
        }
        if !errors.is_empty() {
            return Err(Refusal::invalid_fields(errors));
        }
        let told = self.messages(caller, &absence, "{person} is away from {from} to {to}: {substitute} stands in.");
        let (kept, fits) = (absence.clone(), fits(absence.clone()));
        let audited = self.audited(caller, Action::AbsenceRegistered, None, &absence);
        self.write_absence(move |store| store.add_absence(kept, registered, told, audited, fits)).await??;
        Ok((self.absence_view(caller, &absence), false))
    }

    async fn registered_before(
        &self,
        caller: &Caller,
        id: AbsenceId,
        same: bool,
    ) -> Result<(AbsenceView, bool), Refusal> {
        if !same {
            let detail = "The same Idempotency-Key came before with another body.";
            return Err(Refusal::new(Code::IdempotencyKeyReused, detail));
        }
        Ok((self.absence_view(caller, &self.absence(caller, id).await?), true))
    }

    /// Changes an absence that has not ended.
    ///
    /// # Errors
    /// 404 where the caller is not concerned, 403 where they only stand in, 409
    /// where it has ended, 422 with what is wrong.
    pub async fn change_absence(
        &self,
        caller: &Caller,
        id: AbsenceId,
        patch: AbsencePatch,
    ) -> Result<AbsenceView, Refusal> {
        let before = self.to_be_changed(caller, id).await?;
        let (world, now) = (self.world(), self.clock().now());
        let mut errors = Vec::new();
        let mut absence = before.clone();
        if let Some(name) = &patch.substitute {
            match world.people.by_username(name) {
                Some(user) => absence.substitute = user.id,
                None => {
                    errors.push(FieldError::new("/substitute", "unknown", format!("there is nobody called `{name}`")))
                }
            }
        }
        if patch.from.is_some_and(|from| from != before.from && before.from <= now) {
            errors.push(FieldError::new("/from", "begun", "it has begun"));
        }
        absence.from = patch.from.unwrap_or(before.from);
        absence.to = patch.to.unwrap_or(before.to);
        absence.scope = patch.scope.unwrap_or_else(|| before.scope.clone());
        check(&world, &absence, now, &mut errors);
        if !errors.is_empty() {
            return Err(Refusal::invalid_fields(errors));
        }
        let mut told = self.messages(caller, &absence, CHANGED);
        if absence.substitute != before.substitute {
            told.push(self.message(before.substitute, &before, RELIEVED));
        }
        let (kept, fits) = (absence.clone(), fits(absence.clone()));
        let audited = self.audited(caller, Action::AbsenceChanged, Some(&before), &absence);
        let change = move |store: &Store| store.change_absence(before, kept, now, told, audited, fits);
        let written = self.write_absence(change).await?;
        written.ok_or_else(changed_meanwhile)??;
        Ok(self.absence_view(caller, &absence))
    }

    /// Takes an absence back: one that has begun ends now, one to come is gone.
    ///
    /// # Errors
    /// 404 where the caller is not concerned, 403 where they only stand in, 409
    /// where it has ended.
    pub async fn end_absence(&self, caller: &Caller, id: AbsenceId) -> Result<(), Refusal> {
        let before = self.to_be_changed(caller, id).await?;
        let now = self.clock().now();
        let told = vec![self.message(before.substitute, &before, RELIEVED)];
        if now <= before.from {
            let audited = self.audited(caller, Action::AbsenceDropped, None, &before);
            let gone = self.write_absence(move |store| store.drop_absence(before, told, audited)).await?;
            return if gone { Ok(()) } else { Err(changed_meanwhile()) };
        }
        let ended = Absence { to: now, ..before.clone() };
        let audited = self.audited(caller, Action::AbsenceChanged, Some(&before), &ended);
        let end = move |store: &Store| store.change_absence(before, ended, now, told, audited, |_| Ok(()));
        let written = self.write_absence(end).await?;
        written.ok_or_else(changed_meanwhile)?
    }

    /// An absence that the caller may change.
    ///
    /// # Errors
    /// As `end_absence`.
    pub async fn to_be_changed(&self, caller: &Caller, id: AbsenceId) -> Result<Absence, Refusal> {
        let absence = self.absence(caller, id).await?;
        may_change(&caller.user, absence.person)?;
        if absence.to <= self.clock().now() {
            return Err(Refusal::new(Code::IllegalOperation, "The absence is over."));
        }
        Ok(absence)
    }

    /// An absence that the caller may see.
    async fn absence(&self, caller: &Caller, id: AbsenceId) -> Result<Absence, Refusal> {
        let found = self.read_store(move |reader| reader.absence(id)).await?;
        let user = &caller.user;
        let sees = manages(user) || Right::SeeAbsences.is_of(user);
        let concerns = |absence: &Absence| sees || [absence.person, absence.substitute].contains(&user.id);
        found.filter(concerns).ok_or_else(Refusal::not_found)
    }

    /// One absence.
    ///
    /// # Errors
    /// 404 where the caller is not concerned.
    pub async fn show_absence(&self, caller: &Caller, id: AbsenceId) -> Result<AbsenceView, Refusal> {
        Ok(self.absence_view(caller, &self.absence(caller, id).await?))
    }

    /// One's own absences and those in which one stands in, the latest first;
    /// of another person for who looks after them.
    ///
    /// # Errors
    /// 403 for another's, 422 where there is nobody of that name.
    pub async fn list_absences(&self, caller: &Caller, of: Option<String>) -> Result<Vec<AbsenceView>, Refusal> {
        let user = match of.filter(|name| *name != caller.user.username) {
            None => caller.user.id,
            Some(name) => {
                Right::SeeAbsences.ask(&caller.user)?;
                let message = format!("there is nobody called `{name}`");
                let found = self.world().people.by_username(&name).map(|user| user.id);
                found.ok_or_else(|| Refusal::invalid("/user", "unknown", message))?
            }
        };
        let found = self.read_store(move |reader| reader.absences_of(user)).await?;
        Ok(found.iter().map(|absence| self.absence_view(caller, absence)).collect())
    }

    fn absence_view(&self, caller: &Caller, absence: &Absence) -> AbsenceView {
        view::absence(&self.world().viewer(&caller.user, self.clock().now()), absence)
    }

    /// Writes, and has this node know of it before it answers.
    async fn write_absence<T: Send + 'static>(
        &self,
        write: impl FnOnce(&Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Refusal> {
        let desk = self.clone();
        let written = tokio::task::spawn_blocking(move || {
            let written = match write(desk.store()) {
                // The twin of this call came first.
                Err(StoreError::Constraint { .. }) => {
                    return Err(Refusal::new(Code::Busy, "The same call is under way."));
                }
                other => other.map_err(|error| unavailable(&error))?,
            };
            if let Err(error) = desk.refresh() {
                tracing::warn!(%error, "the World is refreshed a little later");
            }
            Ok(written)
        });
        written.await.unwrap_or_else(|_| Err(Refusal::new(Code::Internal, "The desk made a mistake.")))
    }

    /// What the desk-wide log tells of it: whose it is, and what it was and is.
    fn audited(&self, caller: &Caller, action: Action, before: Option<&Absence>, absence: &Absence) -> Audited {
        let world = self.world();
        let name = |id| world.people.user(id).map(|user| user.username.clone());
        let record = |absence: &Absence| {
            json!({"from": absence.from, "to": absence.to, "substitute": name(absence.substitute),
                "items": absence.scope.items, "kinds": absence.scope.kinds})
        };
        let fields = match action {
            Action::AbsenceDropped => differences(&record(absence), &Json::Null),
            _ => differences(&before.map_or(Json::Null, record), &record(absence)),
        };
        let entry = self.noted(caller, action).to(absence.id).with("person", name(absence.person));
        entry.with("fields", fields)
    }

    /// The substitute is told, and the person where somebody else registers it.
    fn messages(&self, caller: &Caller, absence: &Absence, text: &str) -> Vec<Told> {
        let person = Some(absence.person).filter(|person| *person != caller.user.id);
        let told = std::iter::once(absence.substitute).chain(person);
        told.map(|user| self.message(user, absence, text)).collect()
    }

    fn message(&self, user: UserId, absence: &Absence, text: &str) -> Told {
        let world = self.world();
        let name = |id| world.people.user(id).map(|user| user.name.clone());
        let moment = |at: Time| world.moment(user, at);
        let values = json!({"person": name(absence.person), "substitute": name(absence.substitute),
            "from": moment(absence.from), "to": moment(absence.to)});
        self.told(user, text, &values)
    }
}

const CHANGED: &str = "The absence of {person} was changed: from {from} to {to}, {substitute} stands in.";
const RELIEVED: &str = "{substitute} no longer stands in for {person}.";

fn changed_meanwhile() -> Refusal {
    Refusal::new(Code::Busy, "Somebody else is changing this absence at the same time.")
}

fn may_change(user: &User, person: UserId) -> Result<(), Refusal> {
    if user.id == person { Ok(()) } else { Right::ManageAbsences.ask(user) }
}
