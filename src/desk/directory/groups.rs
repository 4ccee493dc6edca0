//! Groups: who is in them, who leads them, by which calendar they work, how much
//! one member has in hand. A group keeps its name: scripts say it.

use super::{LONGEST_NAME, MOST, check_calendar, check_text, person, told, verdict};
use crate::desk::command::{never_null, nullable};
use crate::desk::directory::GroupView;
use crate::desk::{Caller, Desk, World, content};
use crate::model::access::Right;
use crate::model::ids::{GroupId, UserId};
use crate::model::origin::Action;
use crate::model::people::{Group, People};
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::staffing::Terms;
use crate::store::{Directory, Edit, Registered, Registration};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use utoipa::ToSchema;

/// Members by priority: usernames.
type ByPriority = BTreeMap<String, BTreeSet<String>>;

/// Body of `POST /groups`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewGroup {
    /// Name, as scripts and the policy say it; it never changes.
    pub name: String,
    /// Support line 1 to 3; 0, or absent, for no support group.
    #[serde(default)]
    pub line: i32,
    /// Username of who leads it.
    pub lead: Option<String>,
    /// Usernames of its members.
    #[serde(default)]
    pub members: BTreeSet<String>,
    /// The calendar of policy.toml that it works by.
    pub calendar: Option<String>,
    /// So many open tickets one member has in hand before others are given the next.
    pub capacity: Option<u32>,
    /// The desk of policy.toml that it belongs to.
    pub desk: Option<String>,
    /// By priority the usernames of the members who are given its tickets first.
    #[serde(default)]
    pub priorities: ByPriority,
}

/// Body of `PATCH /groups/{name}` (RFC 7396): what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupPatch {
    /// Support line 1 to 3; 0 for no support group.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub line: Option<i32>,
    /// Username of who leads it; `null` for nobody.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub lead: Option<Option<String>>,
    /// Usernames of its members: exactly these.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub members: Option<BTreeSet<String>>,
    /// The calendar of policy.toml that it works by.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub calendar: Option<Option<String>>,
    /// So many open tickets one member has in hand before others are given the next; `null` for any number.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<u32>)]
    pub capacity: Option<Option<u32>>,
    /// The desk of policy.toml that it belongs to.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub desk: Option<Option<String>>,
    /// By priority the usernames of the members who are given its tickets first: exactly these.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub priorities: Option<ByPriority>,
}

impl From<NewGroup> for GroupPatch {
    fn from(new: NewGroup) -> Self {
        Self {
            line: Some(new.line),
            lead: Some(new.lead),
            members: Some(new.members),
            calendar: Some(new.calendar),
            capacity: Some(new.capacity),
            desk: Some(new.desk),
            priorities: Some(new.priorities),
        }
    }
}

/// The usernames of a list as keys, each wrong one named with its place.
fn members(people: &People, errors: &mut Vec<FieldError>, at: &str, names: &BTreeSet<String>) -> BTreeSet<UserId> {
    if names.len() > MOST {
        errors.push(FieldError::new(at, "maxItems", format!("at most {MOST} are kept")));
        return BTreeSet::new();
    }
    let find = |(n, name): (usize, &String)| person(people, errors, &format!("{at}/{n}"), name).map(|user| user.id);
    names.iter().enumerate().filter_map(find).collect()
}

/// The group as a patch leaves it, with its members where they change.
fn patched(world: &World, people: &People, group: &mut Group, wish: GroupPatch) -> Result<(), Refusal> {
    let mut errors = Vec::new();
    if let Some(line) = wish.line {
        if !(0..=3).contains(&line) {
            errors.push(FieldError::new("/line", "range", "a support line is 1, 2 or 3; 0 is none"));
        }
        group.line = line;
    }
    if let Some(lead) = wish.lead {
        group.lead = lead.and_then(|name| person(people, &mut errors, "/lead", &name)).map(|user| user.id);
    }
    if let Some(names) = wish.members {
        group.members = members(people, &mut errors, "/members", &names);
    }
    let terms = &mut group.terms;
    if let Some(calendar) = wish.calendar {
        check_calendar(world, &mut errors, calendar.as_deref());
        terms.calendar = calendar;
    }
    if let Some(capacity) = wish.capacity {
        if capacity.is_some_and(|capacity| !(1..=10_000).contains(&capacity)) {
            errors.push(FieldError::new("/capacity", "range", "1 to 10000 tickets"));
        }
        terms.capacity = capacity;
    }
    if let Some(desk) = wish.desk {
        if let Some(name) = desk.as_ref().filter(|name| !world.policy().desks.contains_key(*name)) {
            errors.push(FieldError::new("/desk", "unknown", format!("policy.toml has no desk `{name}`")));
        }
        terms.desk = desk;
    }
    if let Some(by) = wish.priorities {
        terms.priorities.clear();
        let known = world.policy().priorities();
        for (priority, names) in by {
            let at = format!("/priorities/{}", priority.replace('~', "~0").replace('/', "~1"));
            if !known.contains(&priority) {
                let message = format!("`{priority}` is none of {}", known.join(", "));
                errors.push(FieldError::new(&at, "enum", message));
            }
            let first = members(people, &mut errors, &at, &names);
            if first.iter().any(|user| !group.members.contains(user)) {
                errors.push(FieldError::new(&at, "not_a_member", "name members of this group only"));
            }
            terms.priorities.insert(priority, first);
        }
    }
    verdict(errors)?;
    // Who is no member any more is given nothing.
    for first in group.terms.priorities.values_mut() {
        first.retain(|user| group.members.contains(user));
    }
    Ok(())
}

fn check_name(people: &People, name: &str) -> Result<(), Refusal> {
    let mut errors = Vec::new();
    check_text(&mut errors, "/name", Some(name), LONGEST_NAME);
    if people.by_group_name(name).is_some() {
        errors.push(FieldError::new("/name", "taken", format!("there is a group `{name}` already")));
    }
    verdict(errors)
}

impl Desk {
    /// All groups, by name.
    ///
    /// # Errors
    /// 403 where the caller is no staff.
    pub fn list_groups(&self, caller: &Caller) -> Result<Vec<GroupView>, Refusal> {
        Right::SeeGroups.ask(&caller.user)?;
        let world = self.world();
        let viewer = world.viewer(&caller.user, self.clock().now());
        Ok(world.people.groups().map(|group| GroupView::of(&viewer, group)).collect())
    }

    /// One group.
    ///
    /// # Errors
    /// 404 where there is none, or the caller is no staff.
    pub fn show_group(&self, caller: &Caller, name: &str) -> Result<GroupView, Refusal> {
        let (world, group) = self.seen_group(caller, name)?;
        Ok(GroupView::of(&world.viewer(&caller.user, self.clock().now()), &group))
    }

    fn seen_group(&self, caller: &Caller, name: &str) -> Result<(Arc<World>, Group), Refusal> {
        let world = self.world();
        let group = world.people.by_group_name(name).filter(|_| Right::SeeGroups.is_of(&caller.user));
        let group = Group::clone(group.ok_or_else(Refusal::not_found)?);
        Ok((world, group))
    }

    /// Whether the caller may make a group.
    ///
    /// # Errors
    /// 403.
    pub fn may_change_directory(&self, caller: &Caller) -> Result<(), Refusal> {
        Right::ManagePeople.ask(&caller.user)
    }

    /// Whether the caller may change this group.
    ///
    /// # Errors
    /// 404, 403.
    pub fn may_change_group(&self, caller: &Caller, name: &str) -> Result<(), Refusal> {
        self.seen_group(caller, name)?;
        Right::ManagePeople.ask(&caller.user)
    }

    /// Makes a group; one that was dissolved under this name is the same again.
    ///
    /// # Errors
    /// 403, 422 with what is wrong, 503.
    pub async fn create_group(
        &self,
        caller: &Caller,
        new: NewGroup,
        registered: Registered,
    ) -> Result<(GroupView, bool), Refusal> {
        Right::ManagePeople.ask(&caller.user)?;
        if let Some(made) = self.made_before(&registered).await? {
            let name = self.world().group_name(GroupId(made)).ok_or_else(Refusal::not_found)?;
            return Ok((self.show_group(caller, &name)?, true));
        }
        let (world, name) = (self.world(), new.name.clone());
        let before = world.people.dissolved(&name).map(|group| group.id);
        let id = before.unwrap_or_else(|| GroupId(self.fresh_id()));
        let registration = Registration::of(registered, id.0, self.clock().now());
        let (by, entry) = (caller.user.username.clone(), self.noted(caller, Action::GroupMade));
        let edit = move |directory: &Directory| {
            check_name(&directory.people, &new.name)?;
            let id = directory.people.dissolved(&new.name).map_or(id, |group| group.id);
            let name = new.name.clone();
            let mut group = Group { id, name, line: 0, lead: None, members: BTreeSet::new(), terms: Terms::default() };
            patched(&world, &directory.people, &mut group, new.into())?;
            tracing::info!(group = %group.name, %by, "a group was made");
            let audited = vec![told::of_group(entry, &directory.people, None, &group)];
            let members = vec![(group.id, group.members.clone())];
            Ok((Edit { groups: vec![group], members, audited, ..Edit::default() }, ()))
        };
        self.edit_directory(None, registration, edit).await?;
        Ok((self.show_group(caller, &name)?, false))
    }

    /// Changes a group.
    ///
    /// # Errors
    /// 404, 403, 422 with what is wrong, 503.
    pub async fn change_group(&self, caller: &Caller, name: &str, wish: GroupPatch) -> Result<GroupView, Refusal> {
        let (world, group) = self.seen_group(caller, name)?;
        Right::ManagePeople.ask(&caller.user)?;
        let (by, entry) = (caller.user.username.clone(), self.noted(caller, Action::GroupChanged));
        let edit = move |directory: &Directory| {
            let before = directory.people.group(group.id).filter(|group| !group.terms.gone);
            let before = before.ok_or_else(Refusal::not_found)?;
            let mut group = Group::clone(before);
            let had = group.members.clone();
            patched(&world, &directory.people, &mut group, wish)?;
            tracing::info!(group = %group.name, %by, "a group was changed");
            let audited = vec![told::of_group(entry, &directory.people, Some(before), &group)];
            let members = (had != group.members).then(|| (group.id, group.members.clone())).into_iter().collect();
            Ok((Edit { groups: vec![group], members, audited, ..Edit::default() }, ()))
        };
        self.edit_directory(None, None, edit).await?;
        self.show_group(caller, name)
    }

    /// Dissolves a group: nobody is in it, nobody finds it; the log still says it.
    ///
    /// # Errors
    /// 404, 403, 409 while work lies with it or the published content names it.
    pub async fn dissolve_group(&self, caller: &Caller, name: &str) -> Result<(), Refusal> {
        let (world, group) = self.seen_group(caller, name)?;
        Right::ManagePeople.ask(&caller.user)?;
        if content::names_group(&world.content, name) {
            let detail = format!("The published content names the group `{name}`; change that first.");
            return Err(Refusal::new(Code::IllegalOperation, detail));
        }
        let (id, by, entry) = (group.id, caller.user.username.clone(), self.noted(caller, Action::GroupDissolved));
        let edit = move |directory: &Directory| {
            let before = directory.people.group(id).filter(|group| !group.terms.gone);
            let before = before.ok_or_else(Refusal::not_found)?;
            let mut group = Group::clone(before);
            if directory.in_use {
                let detail = "Tickets or steps lie with this group, or are closed to all others; hand them on first.";
                return Err(Refusal::new(Code::IllegalOperation, detail));
            }
            group.terms = Terms { gone: true, ..Terms::default() };
            group.lead = None;
            tracing::info!(group = %group.name, %by, "a group was dissolved");
            group.members.clear();
            let audited = vec![told::of_group(entry, &directory.people, Some(before), &group)];
            let members = vec![(group.id, BTreeSet::new())];
            Ok((Edit { groups: vec![group], members, audited, ..Edit::default() }, ()))
        };
        self.edit_directory(Some(id), None, edit).await
    }
}
