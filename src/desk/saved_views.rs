//! Saved views: kept, changed, shared and taken away. Who may is the model's.

use super::command::never_null;
use super::views::{ListQuery, vip_is_for};
use super::{Caller, Desk, World};
use crate::model::ids::SavedViewId;
use crate::model::people::User;
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::saved_view::{SavedView, Shared, Shows};
use crate::model::time::Time;
use crate::model::view::{Sight, column};
use crate::store::{Sort, StoreError, ViewRefused};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Views of one person.
const MOST: i64 = 100;
/// Characters of a name.
const LONGEST_NAME: usize = 100;
/// Columns of a view.
const MOST_COLUMNS: usize = 50;

/// Body of `POST /views`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewView {
    /// What it is called; unique among one's own.
    pub name: String,
    /// The query string of a list, without `sort`, `limit`, `cursor` and `count`.
    #[serde(default)]
    #[schema(example = "status=new,accepted&unassigned=true")]
    pub filters: String,
    /// As in a list; `-created_at` when absent.
    pub sort: Option<String>,
    /// Names of columns as an export has them.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Who else sees it; `nobody` when absent.
    pub shared: Option<Shared>,
    /// Name of the group that it is shared with.
    pub group: Option<String>,
}

/// Body of `PATCH /views/{id}`: what is absent stays.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewPatch {
    /// What it is called.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The query string of a list.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub filters: Option<String>,
    /// As in a list.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    /// Names of columns.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<String>>,
    /// Who else sees it.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub shared: Option<Shared>,
    /// Name of the group that it is shared with.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// A view as it is shown.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SavedViewView {
    /// Id.
    pub id: SavedViewId,
    /// What it is called.
    pub name: String,
    /// Username of whose it is.
    pub owner: String,
    /// The query string that lists its tickets.
    pub filters: String,
    /// As in a list.
    pub sort: String,
    /// Names of columns; the reader's own choice when empty.
    pub columns: Vec<String>,
    /// Who else sees it.
    pub shared: Shared,
    /// The group that it is shared with.
    pub group: Option<String>,
    /// Whether the caller may change it.
    pub changeable: bool,
    /// Made at.
    pub created_at: Time,
    /// Changed at.
    pub updated_at: Time,
}

fn shown(world: &World, user: &User, view: &SavedView) -> SavedViewView {
    SavedViewView {
        id: view.id,
        name: view.name.clone(),
        owner: world.people.user(view.owner).map(|owner| owner.username.clone()).unwrap_or_default(),
        filters: view.shows.filters.clone(),
        sort: view.shows.sort.clone(),
        columns: view.shows.columns.clone(),
        shared: view.shared,
        group: view.group.and_then(|id| world.people.group(id)).map(|group| group.name.clone()),
        changeable: view.is_changed_by(user),
        created_at: view.created_at,
        updated_at: view.updated_at,
    }
}

/// What is wrong with a view, and the 403 of who may not share it like that.
fn check(user: &User, view: &SavedView, mut errors: Vec<FieldError>) -> Result<(), Refusal> {
    if !view.may_be_shared_by(user) {
        return Err(Refusal::new(Code::Forbidden, "You may not share a view with these people."));
    }
    if view.name.trim().is_empty() || view.name.chars().count() > LONGEST_NAME {
        errors.push(FieldError::new("/name", "length", format!("a name has 1 to {LONGEST_NAME} characters")));
    }
    if Sort::parse(&view.shows.sort).is_none() {
        let known = "created_at, updated_at, priority, resolve_due, with - for descending";
        errors.push(FieldError::new("/sort", "enum", format!("`{}` is none of {known}", view.shows.sort)));
    }
    if view.shows.columns.len() > MOST_COLUMNS {
        errors.push(FieldError::new("/columns", "length", format!("a view has at most {MOST_COLUMNS} columns")));
    }
    for (n, name) in view.shows.columns.iter().enumerate().filter(|(_, name)| column(name).is_none()) {
        errors.push(FieldError::new(format!("/columns/{n}"), "enum", format!("there is no column `{name}`")));
    }
    if view.shared == Shared::Group && view.group.is_none() && errors.iter().all(|error| error.pointer != "/group") {
        errors.push(FieldError::new("/group", "required", "say with which group it is shared"));
    }
    if errors.is_empty() { Ok(()) } else { Err(Refusal::invalid_fields(errors)) }
}

fn kept<T>(written: Result<T, ViewRefused>) -> Result<T, Refusal> {
    written.map_err(|refused| match refused {
        ViewRefused::NameTaken => Refusal::new(Code::AlreadyExists, "There is a view of that name."),
        ViewRefused::TooMany => Refusal::invalid("", "length", format!("nobody keeps more than {MOST} views")),
    })
}

/// The filters of a view as sent, and as they were read.
pub struct ReadFilters(pub String, pub ListQuery);

impl ReadFilters {
    fn shows(self, sort: String, columns: Vec<String>) -> Shows {
        let query = serde_json::to_value(&self.1).unwrap_or_default();
        Shows { filters: self.0, query, sort, columns }
    }
}

impl Desk {
    /// The views that the caller sees, by name.
    ///
    /// # Errors
    /// 503 where the database does not answer.
    pub async fn list_views(&self, caller: &Caller) -> Result<Vec<SavedViewView>, Refusal> {
        let sight = Sight::of(&caller.user);
        let views = self.read_store(move |reader| reader.saved_views(&sight)).await?;
        let world = self.world();
        Ok(views.iter().map(|view| shown(&world, &caller.user, view)).collect())
    }

    async fn seen_view(&self, caller: &Caller, id: SavedViewId) -> Result<SavedView, Refusal> {
        let view = self.read_store(move |reader| reader.saved_view(id)).await?;
        let theirs = |view: &SavedView| view.is_seen_by(&caller.user) || view.is_changed_by(&caller.user);
        view.filter(theirs).ok_or_else(Refusal::not_found)
    }

    async fn changeable_view(&self, caller: &Caller, id: SavedViewId) -> Result<SavedView, Refusal> {
        let view = self.read_store(move |reader| reader.saved_view(id)).await?.ok_or_else(Refusal::not_found)?;
        match (view.is_changed_by(&caller.user), view.is_seen_by(&caller.user)) {
            (true, _) => Ok(view),
            (false, true) => Err(Refusal::new(Code::Forbidden, "This view is somebody else's.")),
            (false, false) => Err(Refusal::not_found()),
        }
    }

    /// One view.
    ///
    /// # Errors
    /// 404 where the caller sees no such view.
    pub async fn show_view(&self, caller: &Caller, id: SavedViewId) -> Result<SavedViewView, Refusal> {
        Ok(shown(&self.world(), &caller.user, &self.seen_view(caller, id).await?))
    }

    /// Keeps a view; the second value says whether an earlier call under the key had made it.
    ///
    /// # Errors
    /// 403 where the caller may not share it so, 409 where they have one of that
    /// name, 422 with what is wrong.
    pub async fn add_view(
        &self,
        caller: &Caller,
        wish: NewView,
        filters: ReadFilters,
        made: Option<(String, [u8; 32])>,
    ) -> Result<(SavedViewView, bool), Refusal> {
        if let Some((command, print)) = made.clone()
            && let Some((id, known)) = self.read_store(move |reader| reader.saved_view_made(&command)).await?
        {
            if known != print {
                let detail = "The same Idempotency-Key came before with another body.";
                return Err(Refusal::new(Code::IdempotencyKeyReused, detail));
            }
            return Ok((self.show_view(caller, id).await?, true));
        }
        let (world, now) = (self.world(), self.clock().now());
        vip_is_for(world.policy(), &caller.user, &filters.1, "/filters/vip")?;
        let mut errors = Vec::new();
        let shared = wish.shared.unwrap_or(Shared::Nobody);
        let sort = wish.sort.unwrap_or_else(|| "-created_at".to_owned());
        let view = SavedView {
            id: SavedViewId(self.fresh_id()),
            owner: caller.user.id,
            name: wish.name,
            shared,
            group: group(&world, shared, wish.group.as_deref(), None, &mut errors),
            shows: filters.shows(sort, wish.columns),
            created_at: now,
            updated_at: now,
        };
        check(&caller.user, &view, errors)?;
        let row = view.clone();
        kept(self.write_view(move |store| store.add_saved_view(row, made, MOST)).await?)?;
        Ok((shown(&world, &caller.user, &view), false))
    }

    /// Changes a view.
    ///
    /// # Errors
    /// 404, 403 where it is another's or may not be shared so, 409, 422.
    pub async fn change_view(
        &self,
        caller: &Caller,
        id: SavedViewId,
        patch: ViewPatch,
        filters: Option<ReadFilters>,
    ) -> Result<SavedViewView, Refusal> {
        let mut view = self.changeable_view(caller, id).await?;
        let world = self.world();
        let mut errors = Vec::new();
        view.shared = patch.shared.unwrap_or(view.shared);
        view.group = group(&world, view.shared, patch.group.as_deref(), view.group, &mut errors);
        view.name = patch.name.unwrap_or(view.name);
        view.shows.sort = patch.sort.unwrap_or(view.shows.sort);
        view.shows.columns = patch.columns.unwrap_or(view.shows.columns);
        if let Some(filters) = filters {
            vip_is_for(world.policy(), &caller.user, &filters.1, "/filters/vip")?;
            view.shows = filters.shows(view.shows.sort, view.shows.columns);
        }
        view.updated_at = self.clock().now();
        check(&caller.user, &view, errors)?;
        let row = view.clone();
        let there = kept(self.write_view(move |store| store.change_saved_view(row)).await?)?;
        if there { Ok(shown(&world, &caller.user, &view)) } else { Err(Refusal::not_found()) }
    }

    /// Takes a view away.
    ///
    /// # Errors
    /// 404, 403 where it is another's.
    pub async fn drop_view(&self, caller: &Caller, id: SavedViewId) -> Result<(), Refusal> {
        self.changeable_view(caller, id).await?;
        let there = self.write_view(move |store| store.drop_saved_view(id)).await?;
        if there { Ok(()) } else { Err(Refusal::not_found()) }
    }

    /// A small write in which two may have met: who came second is told to come again.
    async fn write_view<T: Send + 'static>(
        &self,
        write: impl FnOnce(&crate::store::Store) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Refusal> {
        let written = self.write_store(move |store| match write(store) {
            Err(StoreError::Constraint { .. }) => Ok(None),
            other => other.map(Some),
        });
        written.await?.ok_or_else(|| {
            let mut refusal = Refusal::new(Code::Busy, "Another call is making this very view.");
            refusal.retry_after = Some(1);
            refusal
        })
    }
}

/// The group that a view is shared with, by name or as before.
fn group(
    world: &World,
    shared: Shared,
    name: Option<&str>,
    before: Option<crate::model::ids::GroupId>,
    errors: &mut Vec<FieldError>,
) -> Option<crate::model::ids::GroupId> {
    let found = name.map(|name| world.people.by_group_name(name).map(|group| group.id).ok_or(name));
    match found {
        Some(Err(name)) => {
            errors.push(FieldError::new("/group", "unknown", format!("there is no group `{name}`")));
            None
        }
        Some(Ok(_)) if shared != Shared::Group => {
            errors.push(FieldError::new("/group", "superfluous", "only a view that is shared with a group names one"));
            None
        }
        Some(Ok(group)) => Some(group),
        None => before.filter(|_| shared == Shared::Group),
    }
}
