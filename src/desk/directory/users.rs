//! People: who they are, whom they answer to, what they may and can do. Nobody
//! is ever deleted: who leaves is no longer active, and keeps their name on record.

use super::{LONGEST_NAME, UserView, check_calendar, check_text, check_words, last_admin, person, told, verdict};
use crate::desk::command::{never_null, nullable};
use crate::desk::people::is_username;
use crate::desk::{Caller, Desk, World, hash_password, random_token};
use crate::model::access::Right;
use crate::model::ids::UserId;
use crate::model::origin::Action;
use crate::model::people::{People, Role, User};
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::staffing::{Profile, Traits};
use crate::store::{Directory, Edit, NewPerson, Registered, Registration};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::Arc;
use utoipa::ToSchema;

/// Body of `POST /users`. The password is made up and told once, in the answer.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// Sign-in name; it never changes.
    pub username: String,
    /// Name as shown; the username when absent.
    pub name: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Location.
    pub location: Option<String>,
    /// BCP 47 tag of the language that texts are shown in; `en` when absent.
    pub language: Option<String>,
    /// IANA time zone; `UTC` when absent.
    pub zone: Option<String>,
    /// The line manager's username.
    pub manager: Option<String>,
    /// Username of who stands in.
    pub substitute: Option<String>,
    /// Roles; everybody is a requester.
    #[serde(default)]
    pub roles: BTreeSet<Role>,
    /// Of which categories an author writes items; `*` is every one.
    #[serde(default)]
    pub categories: BTreeSet<String>,
    /// Names of groups.
    #[serde(default)]
    pub groups: BTreeSet<String>,
    /// What they know about: items, categories, tags and services.
    #[serde(default)]
    pub skills: BTreeSet<String>,
    /// How far they may go by themselves; `expert` when absent.
    pub profile: Option<Profile>,
    /// The calendar of policy.toml that they work by.
    pub calendar: Option<String>,
}

/// Body of `PATCH /users/{username}` (RFC 7396): what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UserPatch {
    /// Name as shown.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Mail address.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub email: Option<Option<String>>,
    /// Telephone.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub phone: Option<Option<String>>,
    /// Department.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub department: Option<Option<String>>,
    /// Location.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub location: Option<Option<String>>,
    /// BCP 47 tag of the language that texts are shown in.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// IANA time zone.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The line manager's username.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub manager: Option<Option<String>>,
    /// Username of who stands in.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub substitute: Option<Option<String>>,
    /// Roles: exactly these; everybody is a requester.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub roles: Option<BTreeSet<Role>>,
    /// Of which categories an author writes items: exactly these; `*` is every one.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub categories: Option<BTreeSet<String>>,
    /// Names of groups: exactly these.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub groups: Option<BTreeSet<String>>,
    /// What they know about: exactly these.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub skills: Option<BTreeSet<String>>,
    /// How far they may go by themselves.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// The calendar of policy.toml that they work by.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub calendar: Option<Option<String>>,
    /// Whether they may act and be asked; `false` ends their sessions.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub active: Option<bool>,
}

impl From<NewUser> for UserPatch {
    fn from(new: NewUser) -> Self {
        Self {
            name: new.name,
            email: Some(new.email),
            phone: Some(new.phone),
            department: Some(new.department),
            location: Some(new.location),
            language: new.language,
            zone: new.zone,
            manager: Some(new.manager),
            substitute: Some(new.substitute),
            roles: Some(new.roles),
            categories: Some(new.categories),
            groups: Some(new.groups),
            skills: Some(new.skills),
            profile: new.profile,
            calendar: Some(new.calendar),
            active: None,
        }
    }
}

/// A person, with the password that is told this once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Welcome {
    /// The person.
    #[serde(flatten)]
    pub user: UserView,
    /// The password, made up here, told once and never again; absent on a repeat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<String>,
}

/// A password that nobody has to remember for long.
fn made_up() -> String {
    random_token().chars().take(20).collect()
}

/// The people above somebody, were `manager` theirs: whether they are among them.
fn is_above(people: &People, user: UserId, manager: UserId) -> bool {
    let above = |id: &UserId| people.user(*id).and_then(|user| user.manager);
    // A loop that is there already ends with the number of people.
    std::iter::successors(Some(manager), above).take(people.users().count() + 1).any(|id| id == user)
}

/// What a patch says of who a person is.
fn describe(user: &mut User, wish: &mut UserPatch, errors: &mut Vec<FieldError>) {
    if let Some(name) = wish.name.take() {
        check_text(errors, "/name", Some(&name), LONGEST_NAME);
        user.name = name;
    }
    let texts = [
        ("/email", &mut user.email, wish.email.take(), 254),
        ("/phone", &mut user.phone, wish.phone.take(), 50),
        ("/department", &mut user.department, wish.department.take(), LONGEST_NAME),
        ("/location", &mut user.location, wish.location.take(), LONGEST_NAME),
    ];
    for (pointer, field, said, longest) in texts {
        let Some(said) = said else { continue };
        check_text(errors, pointer, said.as_deref(), longest);
        *field = said;
    }
    if user.email.as_ref().is_some_and(|email| !email.contains('@')) {
        errors.push(FieldError::new("/email", "format", "a mail address has an @"));
    }
    if let Some(language) = wish.language.take() {
        let usable = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
        if language.len() > 35 || !language.split('-').all(usable) {
            errors.push(FieldError::new("/language", "format", "a BCP 47 tag is wanted: zh-CN"));
        }
        user.language = language;
    }
    if let Some(zone) = wish.zone.take() {
        if Tz::from_str(&zone).is_err() {
            errors.push(FieldError::new("/zone", "format", format!("`{zone}` is no IANA time zone")));
        }
        user.zone = zone;
    }
}

/// What a patch says of how a person stands to others.
fn place(people: &People, user: &mut User, wish: &mut UserPatch, errors: &mut Vec<FieldError>) {
    if let Some(manager) = wish.manager.take() {
        let manager = manager.and_then(|name| person(people, errors, "/manager", &name));
        if manager.as_ref().is_some_and(|manager| is_above(people, user.id, manager.id)) {
            let message = "nobody is their own manager, nor that of who is above them";
            errors.push(FieldError::new("/manager", "loop", message));
        }
        user.manager = manager.map(|manager| manager.id);
    }
    if let Some(substitute) = wish.substitute.take() {
        let substitute = substitute.and_then(|name| person(people, errors, "/substitute", &name));
        if substitute.as_ref().is_some_and(|substitute| substitute.id == user.id) {
            errors.push(FieldError::new("/substitute", "self", "nobody stands in for themselves"));
        }
        user.substitute = substitute.map(|substitute| substitute.id);
    }
    if let Some(groups) = wish.groups.take() {
        user.groups.clear();
        for (n, name) in groups.iter().enumerate() {
            match people.by_group_name(name) {
                Some(group) => drop(user.groups.insert(group.id)),
                None => {
                    let message = format!("there is no group `{name}`");
                    errors.push(FieldError::new(format!("/groups/{n}"), "unknown", message));
                }
            }
        }
    }
}

/// The person as a patch leaves them.
pub(super) fn patched(world: &World, people: &People, user: &mut User, mut wish: UserPatch) -> Result<(), Refusal> {
    let mut errors = Vec::new();
    describe(user, &mut wish, &mut errors);
    place(people, user, &mut wish, &mut errors);
    if let Some(roles) = wish.roles {
        user.roles = roles;
        user.roles.insert(Role::Requester);
    }
    if let Some(categories) = wish.categories {
        check_words(&mut errors, "/categories", &categories);
        user.categories = categories;
    }
    if let Some(skills) = wish.skills {
        check_words(&mut errors, "/skills", &skills);
        user.traits.skills = skills;
    }
    user.traits.profile = wish.profile.unwrap_or(user.traits.profile);
    if let Some(calendar) = wish.calendar {
        check_calendar(world, &mut errors, calendar.as_deref());
        user.traits.calendar = calendar;
    }
    user.active = wish.active.unwrap_or(user.active);
    verdict(errors)
}

/// Refuses a change after which nobody could change anything any more.
fn keeps_an_admin(people: &People, before: &User, after: &User) -> Result<(), Refusal> {
    let lost = !after.active || !after.has(Role::Admin);
    let pointer = if after.active { "/roles" } else { "/active" };
    match lost && last_admin(people, before) {
        true => Err(Refusal::invalid(pointer, "last_admin", "this is the last admin who is active")),
        false => Ok(()),
    }
}

fn newcomer(id: UserId, username: &str) -> User {
    User {
        id,
        username: username.to_owned(),
        name: username.to_owned(),
        email: None,
        phone: None,
        department: None,
        location: None,
        language: "en".to_owned(),
        zone: "UTC".to_owned(),
        manager: None,
        substitute: None,
        roles: BTreeSet::new(),
        categories: BTreeSet::new(),
        groups: BTreeSet::new(),
        active: true,
        traits: Traits::default(),
    }
}

fn check_username(people: &People, name: &str) -> Result<(), Refusal> {
    if !is_username(name) {
        let message = "a username has 1 to 64 letters, digits, dots, dashes, underscores or @";
        return Err(Refusal::invalid("/username", "format", message));
    }
    match people.by_typed_name(name) {
        Some(user) => Err(Refusal::invalid("/username", "taken", format!("`{}` exists already", user.username))),
        None => Ok(()),
    }
}

impl Desk {
    /// People, by username: those who left, too.
    ///
    /// # Errors
    /// 403 where the caller sees nobody's record but their own.
    pub fn list_users(
        &self,
        caller: &Caller,
        wanted: impl Fn(&World, &User) -> bool,
    ) -> Result<Vec<UserView>, Refusal> {
        Right::SeePeople.ask(&caller.user)?;
        let world = self.world();
        let found = world.people.users().filter(|user| wanted(&world, user));
        Ok(found.map(|user| UserView::of(&world, user)).collect())
    }

    /// One person: oneself, or anybody for who sees the records of others.
    ///
    /// # Errors
    /// 404.
    pub fn show_user(&self, caller: &Caller, username: &str) -> Result<UserView, Refusal> {
        let (world, user) = self.seen_user(caller, username)?;
        Ok(UserView::of(&world, &user))
    }

    fn seen_user(&self, caller: &Caller, username: &str) -> Result<(Arc<World>, Arc<User>), Refusal> {
        let world = self.world();
        let sees = |user: &&Arc<User>| user.id == caller.user.id || Right::SeePeople.is_of(&caller.user);
        let user = world.people.by_username(username).filter(sees).cloned().ok_or_else(Refusal::not_found)?;
        Ok((world, user))
    }

    /// Whether the caller may change this person.
    ///
    /// # Errors
    /// 404, 403.
    pub fn may_change_user(&self, caller: &Caller, username: &str) -> Result<(), Refusal> {
        self.seen_user(caller, username)?;
        Right::ManagePeople.ask(&caller.user)
    }

    /// Adds a person, with a password that is told once.
    ///
    /// # Errors
    /// 403, 422 with what is wrong, 503.
    pub async fn create_user(
        &self,
        caller: &Caller,
        new: NewUser,
        registered: Registered,
    ) -> Result<(Welcome, bool), Refusal> {
        Right::ManagePeople.ask(&caller.user)?;
        if let Some(made) = self.made_before(&registered).await? {
            let world = self.world();
            let user = world.people.user(UserId(made)).ok_or_else(Refusal::not_found)?;
            return Ok((Welcome { user: UserView::of(&world, user), password: None }, true));
        }
        let (world, username) = (self.world(), new.username.clone());
        let id = UserId(self.fresh_id());
        let password = made_up();
        let hash = self.hashed(password.clone()).await?;
        let registration = Registration::of(registered, id.0, self.clock().now());
        let (by, entry) = (caller.user.username.clone(), self.noted(caller, Action::PersonAdded));
        let edit = move |directory: &Directory| {
            check_username(&directory.people, &new.username)?;
            let mut user = newcomer(id, &new.username);
            patched(&world, &directory.people, &mut user, new.into())?;
            tracing::info!(user = %user.username, %by, "a person was added");
            let audited = vec![told::of_person(entry, &directory.people, None, &user)];
            Ok((Edit { people: vec![NewPerson { user, password_hash: Some(hash) }], audited, ..Edit::default() }, ()))
        };
        self.edit_directory(None, registration, edit).await?;
        let (world, user) = self.seen_user(caller, &username)?;
        Ok((Welcome { user: UserView::of(&world, &user), password: Some(password) }, false))
    }

    /// Changes a person.
    ///
    /// # Errors
    /// 404, 403, 422 with what is wrong, 503.
    pub async fn change_user(&self, caller: &Caller, username: &str, wish: UserPatch) -> Result<UserView, Refusal> {
        let (world, user) = self.seen_user(caller, username)?;
        Right::ManagePeople.ask(&caller.user)?;
        let (id, by, entry) = (user.id, caller.user.username.clone(), self.noted(caller, Action::PersonChanged));
        let edit = move |directory: &Directory| {
            let before = directory.people.user(id).ok_or_else(Refusal::not_found)?;
            let mut user = User::clone(before);
            patched(&world, &directory.people, &mut user, wish)?;
            keeps_an_admin(&directory.people, before, &user)?;
            let left = (before.active && !user.active).then_some(id);
            tracing::info!(user = %user.username, %by, active = user.active, "a person was changed");
            let audited = vec![told::of_person(entry, &directory.people, Some(before), &user)];
            let people = vec![NewPerson { user, password_hash: None }];
            Ok((Edit { people, audited, signed_out: left.into_iter().collect(), ..Edit::default() }, left.is_some()))
        };
        if self.edit_directory(None, None, edit).await? {
            self.forget_sign_in(id);
        }
        self.show_user(caller, username)
    }

    /// Gives a person a new password, told once; their sessions end.
    ///
    /// # Errors
    /// 404, 403, 503.
    pub async fn reset_password(&self, caller: &Caller, username: &str) -> Result<Welcome, Refusal> {
        let (_, user) = self.seen_user(caller, username)?;
        Right::ManagePeople.ask(&caller.user)?;
        let password = made_up();
        let (id, hash) = (user.id, self.hashed(password.clone()).await?);
        let (by, entry) = (caller.user.username.clone(), self.noted(caller, Action::PasswordSet));
        let edit = move |directory: &Directory| {
            let user = directory.people.user(id).ok_or_else(Refusal::not_found)?;
            tracing::info!(user = %user.username, %by, "a password was set anew");
            let people = vec![NewPerson { user: User::clone(user), password_hash: Some(hash) }];
            let audited = vec![entry.to(&user.username)];
            Ok((Edit { people, audited, signed_out: vec![id], ..Edit::default() }, ()))
        };
        self.edit_directory(None, None, edit).await?;
        self.forget_sign_in(id);
        Ok(Welcome { user: self.show_user(caller, username)?, password: Some(password) })
    }

    /// The hash of a password, off the async threads and among the checks.
    async fn hashed(&self, password: String) -> Result<String, Refusal> {
        let hashed = tokio::task::spawn_blocking(move || hash_password(&password)).await;
        hashed.unwrap_or_else(|_| Err(Refusal::new(Code::Internal, "The desk made a mistake.")))
    }
}
