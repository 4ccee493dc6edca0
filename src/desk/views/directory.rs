//! The caller, and what pickers look up: people, groups, locations, lists.

use super::View;
use crate::model::access::rights;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::text::fold;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// The caller.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MeView {
    /// Username.
    pub username: String,
    /// Name.
    pub name: String,
    /// Mail address.
    pub email: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Location.
    pub location: Option<String>,
    /// Language of texts.
    pub language: String,
    /// Time zone.
    pub zone: String,
    /// The manager's username.
    pub manager: Option<String>,
    /// Roles.
    pub roles: Vec<String>,
    /// Roles of the policy: for scripts and audiences.
    pub policy_roles: Vec<String>,
    /// Of which categories an author writes items; `*` is every one.
    pub categories: Vec<String>,
    /// What the roles let the caller do, whatever the ticket.
    pub may: Vec<String>,
    /// Group names.
    pub groups: Vec<String>,
    /// Whether the caller is staff.
    pub staff: bool,
}

/// A person in a picker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersonEntry {
    /// Username.
    pub username: String,
    /// Name.
    pub name: String,
    /// Department.
    pub department: Option<String>,
    /// Location.
    pub location: Option<String>,
}

/// A group in a picker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GroupEntry {
    /// Name.
    pub name: String,
    /// Support line 1 to 3; 0 for no support group.
    pub line: i32,
}

/// Who the caller is.
///
/// # Errors
/// None; a `Result` as every look.
pub fn me(v: &mut View<'_>, user: &User) -> Result<MeView, Refusal> {
    let people = &v.world.people;
    Ok(MeView {
        username: user.username.clone(),
        name: user.name.clone(),
        email: user.email.clone(),
        department: user.department.clone(),
        location: user.location.clone(),
        language: user.language.clone(),
        zone: user.zone.clone(),
        manager: user.manager.and_then(|id| people.user(id)).map(|manager| manager.username.clone()),
        roles: user.roles.iter().map(|role| role.as_str().to_owned()).collect(),
        policy_roles: v.world.policy_roles(user).into_iter().map(str::to_owned).collect(),
        categories: user.categories.iter().cloned().collect(),
        may: rights(user).into_iter().map(str::to_owned).collect(),
        groups: user.groups.iter().filter_map(|id| people.group(*id)).map(|group| group.name.clone()).collect(),
        staff: user.is_staff(),
    })
}

/// Active people whose username, name or department contains `q`; for staff
/// whose mail address or telephone number does, too: a caller is found by it.
///
/// # Errors
/// None; a `Result` as every look.
pub fn lookup_people(v: &mut View<'_>, user: &User, q: &str, limit: u32) -> Result<Vec<PersonEntry>, Refusal> {
    let (wanted, dialled) = (fold(q), digits(q));
    let staff = user.is_staff();
    let by_number = staff && dialled.len() >= LEAST_DIALLED && q.chars().all(|c| !c.is_alphabetic());
    let hit = |user: &&std::sync::Arc<User>| {
        let email = user.email.as_deref().filter(|_| staff);
        let texts = [Some(user.username.as_str()), Some(user.name.as_str()), user.department.as_deref(), email];
        let named = texts.into_iter().flatten().any(|text| fold(text).contains(&wanted));
        let called = || user.phone.as_deref().is_some_and(|phone| is_called_by(&digits(phone), &dialled));
        user.active && (named || by_number && called())
    };
    let entry = |user: &std::sync::Arc<User>| PersonEntry {
        username: user.username.clone(),
        name: user.name.clone(),
        department: user.department.clone(),
        location: user.location.clone(),
    };
    Ok(v.world.people.users().filter(hit).take(limit as usize).map(entry).collect())
}

/// Fewer digits are no telephone number.
const LEAST_DIALLED: usize = 3;

/// The digits of a telephone number, however it is written.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Whether what was dialled or seen on a display is of this number: a part of
/// it, or the same without the digits before an area's code (`0`, `00`, `+49`).
fn is_called_by(number: &str, dialled: &str) -> bool {
    let (own, short) = (number.trim_start_matches('0'), dialled.trim_start_matches('0'));
    number.contains(dialled)
        || short.len() >= LEAST_DIALLED && number.contains(short)
        || own.len() >= WHOLE_NUMBER && dialled.ends_with(own)
}

/// So many digits without an area's prefix tell one number from others.
const WHOLE_NUMBER: usize = 7;

/// Groups whose name contains `q`; never their members.
///
/// # Errors
/// None; a `Result` as every look.
pub fn lookup_groups(v: &mut View<'_>, _user: &User, q: &str, limit: u32) -> Result<Vec<GroupEntry>, Refusal> {
    let wanted = fold(q);
    let groups = v.world.people.groups().filter(|group| fold(&group.name).contains(&wanted));
    Ok(groups.take(limit as usize).map(|group| GroupEntry { name: group.name.clone(), line: group.line }).collect())
}

/// Locations that people, desks or intake rules name and that contain `q`.
///
/// # Errors
/// None; a `Result` as every look.
pub fn lookup_locations(v: &mut View<'_>, _user: &User, q: &str, limit: u32) -> Result<Vec<String>, Refusal> {
    let wanted = fold(q);
    let all: BTreeSet<&str> = v.world.locations().filter(|name| fold(name).contains(&wanted)).collect();
    Ok(all.into_iter().take(limit as usize).map(str::to_owned).collect())
}

/// Rows of a list of which any column contains `q`.
///
/// # Errors
/// 404 where there is no such list.
pub fn lookup_list(
    v: &mut View<'_>,
    user: &User,
    name: &str,
    q: &str,
    limit: u32,
) -> Result<Vec<BTreeMap<String, String>>, Refusal> {
    let list = v.world.content.lists.get(name).ok_or_else(Refusal::not_found)?;
    let (wanted, viewer) = (fold(q), v.viewer(user));
    // The key is what forms say; the rest is read by people.
    let said = |(column, value): (&String, &String)| {
        let shown = if *column == list.key { value.clone() } else { viewer.say(value) };
        (column.clone(), shown)
    };
    let row = |row: &BTreeMap<String, String>| row.iter().map(said).collect::<BTreeMap<String, String>>();
    let has = |row: &BTreeMap<String, String>| row.values().any(|value| fold(value).contains(&wanted));
    let shown = list.rows.iter().map(|source| (has(source), row(source)));
    Ok(shown.filter(|(found, row)| *found || has(row)).map(|(_, row)| row).take(limit as usize).collect())
}

#[cfg(test)]
mod tests {
    use super::{digits, is_called_by};

    #[test]
    fn a_caller_is_found_however_the_number_is_written() {
        let is = |number: &str, dialled: &str| is_called_by(&digits(number), &digits(dialled));
        for dialled in ["+49 30 1234-567", "030 1234567", "0049 30 1234567", "4567", "301234"] {
            assert!(is("+49 30 1234-567", dialled), "{dialled}");
        }
        assert!(is("030 1234567", "+49 30 1234567"), "what a display shows of a number kept without its country");
        for other in ["030 1234568", "0000", "040 1234567"] {
            assert!(!is("+49 30 1234-567", other), "{other}");
        }
        assert!(!is("567", "+49 30 1234567"), "a short one is an end of many");
    }
}
