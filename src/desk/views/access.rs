//! Why somebody may ask for an item of the catalog, or may not.

use super::View;
use crate::desk::World;
use crate::model::access::Right;
use crate::model::catalog::{Because, Effect, Item, because};
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

/// What somebody may do with an item, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AccessView {
    /// The item's name.
    pub item: String,
    /// Whom this is about, by username.
    pub user: String,
    /// Whether they see it.
    pub may_see: bool,
    /// Whether it may be asked for, for them.
    pub may_ask: bool,
    /// Whether the caller may ask for something on their behalf.
    pub on_behalf: bool,
    /// Every rule that has to do with them; one that refuses wins.
    pub because: Vec<Because>,
}

/// The person that a caller asks about: themselves, a report, for staff anybody.
///
/// # Errors
/// 403 for somebody else, 422 where there is nobody of that name.
pub fn person(v: &View<'_>, user: &User, name: Option<&str>, pointer: &str) -> Result<Arc<User>, Refusal> {
    let people = &v.world.people;
    let wanted = people.by_username(name.unwrap_or(&user.username));
    let theirs = wanted.is_some_and(|person| person.id == user.id || person.manager == Some(user.id));
    if !theirs && !Right::SeeTickets.is_of(user) {
        return Err(Refusal::new(Code::Forbidden, "You may ask about yourself and your reports."));
    }
    let unknown = || format!("There is nobody called `{}` here.", name.unwrap_or_default());
    wanted.cloned().ok_or_else(|| Refusal::invalid(pointer, "unknown", unknown()))
}

/// Why somebody may ask for an item, or may not.
///
/// # Errors
/// 404 where there is no such item for the caller, 403 about somebody who is no
/// report of theirs, 422 where there is nobody of that name.
pub fn access(v: &mut View<'_>, user: &User, name: &str, of: Option<&str>) -> Result<AccessView, Refusal> {
    let item = v.world.content.items.get(name).filter(|item| v.world.may_see(user, item)).cloned();
    let item = item.ok_or_else(Refusal::not_found)?;
    let person = person(v, user, of, "/user")?;
    let because = why(v.world, &person, &item);
    let grants = |effect: Effect| because.iter().any(|rule| rule.effect == effect);
    Ok(AccessView {
        item: item.name.clone(),
        user: person.username.clone(),
        may_see: v.world.may_see(&person, &item),
        may_ask: grants(Effect::Grants) && !grants(Effect::Refuses),
        on_behalf: v.world.may_ask_for(user, &person),
        because,
    })
}

fn why(world: &World, person: &User, item: &Item) -> Vec<Because> {
    let meta = &item.meta;
    let mut rules = because(meta.available_to.as_ref(), meta.not_available_to.as_ref(), &world.known(person));
    if !person.active {
        rules.push(Because::new("active", Some("false"), Effect::Refuses));
    }
    if let Some(group) = meta.restricted_to.as_deref().filter(|group| world.people.by_group_name(group).is_none()) {
        // The desk has no such group: nobody could work on it.
        rules.push(Because::new("restricted_to", Some(group), Effect::Refuses));
    }
    let staff = person.roles.iter().filter(|role| role.is_staff());
    rules.extend(staff.map(|role| Because::new("role", Some(role.as_str()), Effect::Shows)));
    if person.writes(&meta.category) {
        rules.push(Because::new("category", Some(&meta.category), Effect::Shows));
    }
    let reports = world.reports(person).filter(|report| world.may_ask(report, item));
    rules.extend(reports.map(|report| Because::new("report", Some(&report.username), Effect::Shows)));
    rules
}
