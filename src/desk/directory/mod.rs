//! The directory as admins change it through the API: people in `users`, groups
//! in `groups`, how both are shown in `shown`. Each change is decided on what
//! everybody is at that moment, while nobody else changes people; whoever
//! decides tickets knows of it within a second, on this node at once.

mod groups;
mod own;
mod shown;
mod told;
mod users;

pub use groups::{GroupPatch, NewGroup};
pub use own::MePatch;
pub use shown::{GroupView, MemberView, UserView};
pub(in crate::desk) use told::of_person;
pub use users::{NewUser, UserPatch, Welcome};

use super::Desk;
use super::workers::unavailable;
use crate::model::ids::GroupId;
use crate::model::people::{People, Role, User};
use crate::model::problem::{Code, FieldError, Refusal};
use crate::store::{Directory, Edit, Registered, Registration, StoreError};
use std::collections::BTreeSet;
use std::sync::Arc;
use uuid::Uuid;

/// Characters of a name, of a department, of a location.
const LONGEST_NAME: usize = 200;
/// Entries of a list: skills, members, groups.
const MOST: usize = 1_000;

/// What is wrong with a text that may be there.
fn check_text(errors: &mut Vec<FieldError>, pointer: &str, text: Option<&str>, longest: usize) {
    let Some(text) = text else { return };
    if text.trim().is_empty() || text.chars().count() > longest {
        errors.push(FieldError::new(pointer, "length", format!("1 to {longest} characters are wanted")));
    } else if text.chars().any(char::is_control) {
        errors.push(FieldError::new(pointer, "format", "control characters are not kept"));
    }
}

/// A person of that username, or what is wrong with it.
fn person(people: &People, errors: &mut Vec<FieldError>, pointer: &str, name: &str) -> Option<Arc<User>> {
    let found = people.by_username(name).cloned();
    if found.is_none() {
        errors.push(FieldError::new(pointer, "unknown", format!("there is nobody called `{name}`")));
    }
    found
}

/// A calendar that the policy knows, or what is wrong with it.
fn check_calendar(world: &super::World, errors: &mut Vec<FieldError>, calendar: Option<&str>) {
    let calendars = &world.policy().calendars;
    if let Some(name) = calendar.filter(|name| !calendars.contains_key(*name)) {
        let known = calendars.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        errors.push(FieldError::new("/calendar", "unknown", format!("`{name}` is none of {known}")));
    }
}

/// What is wrong with a list of words.
fn check_words(errors: &mut Vec<FieldError>, pointer: &str, words: &BTreeSet<String>) {
    if words.len() > MOST {
        errors.push(FieldError::new(pointer, "maxItems", format!("at most {MOST} are kept")));
    }
    if words.iter().any(|word| word.trim().is_empty() || word.chars().count() > LONGEST_NAME) {
        let message = format!("each has 1 to {LONGEST_NAME} characters");
        errors.push(FieldError::new(pointer, "length", message));
    }
}

fn verdict(errors: Vec<FieldError>) -> Result<(), Refusal> {
    if errors.is_empty() { Ok(()) } else { Err(Refusal::invalid_fields(errors)) }
}

/// What is wrong where nobody would be left who may change anything.
pub(in crate::desk) fn last_admin(people: &People, user: &User) -> bool {
    let another = |other: &&Arc<User>| other.active && other.has(Role::Admin) && other.id != user.id;
    user.active && user.has(Role::Admin) && !people.users().any(|other| another(&other))
}

impl Desk {
    /// What a call under the same key made before.
    pub(in crate::desk) async fn made_before(&self, registered: &Registered) -> Result<Option<Uuid>, Refusal> {
        let Some((command, print)) = registered.clone() else { return Ok(None) };
        let found = self.read_store(move |reader| reader.registration(&command)).await?;
        match found {
            Some((made, known)) if known == print => Ok(Some(made)),
            Some(_) => {
                let detail = "The same Idempotency-Key came before with another body.";
                Err(Refusal::new(Code::IdempotencyKeyReused, detail))
            }
            None => Ok(None),
        }
    }

    /// Changes the directory, and has this node know of it before it answers.
    async fn edit_directory<T: Send + 'static>(
        &self,
        about: Option<GroupId>,
        registration: Option<Registration>,
        edit: impl FnOnce(&Directory) -> Result<(Edit, T), Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let desk = self.clone();
        let written = tokio::task::spawn_blocking(move || {
            let written = match desk.store().edit_people(about, registration, edit) {
                // The twin of this call came first.
                Err(StoreError::Constraint { name }) if name.starts_with("registrations") => {
                    return Err(Refusal::new(Code::Busy, "The same call is under way."));
                }
                other => other.map_err(|error| unavailable(&error))?,
            }?;
            if let Err(error) = desk.refresh() {
                tracing::warn!(%error, "the World is refreshed a little later");
            }
            Ok(written)
        });
        written.await.unwrap_or_else(|_| Err(Refusal::new(Code::Internal, "The desk made a mistake.")))
    }
}
