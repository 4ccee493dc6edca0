//! Saved views: who sees which is a condition here and the model's rule above.

use super::Store;
use super::connection::{AnyConnection, on_either};
use super::dialect::one_of_many;
use super::error::StoreError;
use super::persisted;
use super::reader::Reader;
use super::schema::saved_views;
use crate::model::ids::{GroupId, SavedViewId, UserId};
use crate::model::saved_view::{SavedView, Shared, Shows};
use crate::model::time::Time;
use crate::model::view::Sight;
use diesel::prelude::*;

/// Why a view was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewRefused {
    /// Its owner has one of that name.
    NameTaken,
    /// Its owner has as many as they may.
    TooMany,
}

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = saved_views, treat_none_as_default_value = false, treat_none_as_null = true)]
struct ViewRow {
    id: SavedViewId,
    owner: UserId,
    name: String,
    shared: String,
    group_id: Option<GroupId>,
    data: String,
    created_at: Time,
    updated_at: Time,
    format: i32,
}

impl ViewRow {
    fn of(view: &SavedView) -> Result<Self, StoreError> {
        Ok(Self {
            id: view.id,
            owner: view.owner,
            name: view.name.clone(),
            shared: view.shared.as_str().to_owned(),
            group_id: view.group,
            data: persisted::write(&view.shows)?,
            created_at: view.created_at,
            updated_at: view.updated_at,
            format: persisted::FORMAT,
        })
    }
    fn view(self) -> Result<SavedView, StoreError> {
        let shared = Shared::parse(&self.shared);
        Ok(SavedView {
            id: self.id,
            owner: self.owner,
            name: self.name,
            shared: shared.ok_or_else(|| StoreError::Corrupt(format!("saved_views.shared is {}", self.shared)))?,
            group: self.group_id,
            shows: persisted::read(self.format, &self.data, "saved_views.data")?,
            created_at: self.created_at,
            updated_at: self.updated_at,
        })
    }
}

/// In views of others somebody has another name from now on: these find the same
/// tickets as before.
pub(super) fn rename_in_views(connection: &mut AnyConnection, before: &str, after: &str) -> Result<(), StoreError> {
    let rows: Vec<ViewRow> = on_either!(connection, inner => {
        saved_views::table.select(ViewRow::as_select()).load(inner)?
    });
    for row in rows {
        let mut shows: Shows = persisted::read(row.format, &row.data, "saved_views.data")?;
        if !shows.rename(before, after) {
            continue;
        }
        let set = saved_views::data.eq(persisted::write(&shows)?);
        let target = saved_views::table.find(row.id);
        on_either!(connection, inner => diesel::update(target).set(set).execute(inner)?);
    }
    Ok(())
}

impl Reader {
    /// The views that somebody sees: their own, those of their groups, those of
    /// everybody; by name.
    pub fn saved_views(&mut self, sight: &Sight) -> Result<Vec<SavedView>, StoreError> {
        self.read(|connection| {
            // One question for each index: a database asked for all at once may look at every row.
            let others = || saved_views::table.filter(saved_views::owner.ne(sight.user));
            let own = saved_views::table.filter(saved_views::owner.eq(sight.user));
            let of_all = others().filter(saved_views::shared.eq(Shared::All.as_str()));
            let of_groups = others()
                .filter(one_of_many(saved_views::group_id.assume_not_null(), sight.groups.clone()))
                .filter(saved_views::shared.eq(Shared::Group.as_str()));
            let mut rows: Vec<ViewRow> = on_either!(connection, inner => {
                let mut rows: Vec<ViewRow> = own.select(ViewRow::as_select()).load(inner)?;
                rows.extend(of_all.select(ViewRow::as_select()).load(inner)?);
                rows.extend(of_groups.select(ViewRow::as_select()).load(inner)?);
                rows
            });
            rows.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
            rows.into_iter().map(ViewRow::view).collect()
        })
    }

    /// One view, whoever looks.
    pub fn saved_view(&mut self, id: SavedViewId) -> Result<Option<SavedView>, StoreError> {
        self.read(|connection| {
            let query = saved_views::table.find(id);
            let row: Option<ViewRow> =
                on_either!(connection, inner => query.select(ViewRow::as_select()).first(inner).optional()?);
            row.map(ViewRow::view).transpose()
        })
    }

    /// The view that was made under a key, with the body's fingerprint.
    pub fn saved_view_made(&mut self, command: &str) -> Result<Option<(SavedViewId, Vec<u8>)>, StoreError> {
        self.read(|connection| {
            let query = saved_views::table.filter(saved_views::command.eq(command));
            let query = query.select((saved_views::id, saved_views::fingerprint));
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }
}

/// Whether another view of the owner has the name.
fn name_is_taken(connection: &mut AnyConnection, view: &SavedView) -> Result<bool, StoreError> {
    let query = saved_views::table
        .filter(saved_views::owner.eq(view.owner))
        .filter(saved_views::name.eq(&view.name))
        .filter(saved_views::id.ne(view.id))
        .select(saved_views::id);
    let other: Option<SavedViewId> = on_either!(connection, inner => query.first(inner).optional()?);
    Ok(other.is_some())
}

impl Store {
    /// Keeps a new view, if its owner has fewer than `most`.
    pub fn add_saved_view(
        &self,
        view: SavedView,
        made: Option<(String, [u8; 32])>,
        most: i64,
    ) -> Result<Result<(), ViewRefused>, StoreError> {
        self.write(move |connection| {
            if name_is_taken(connection, &view)? {
                return Ok(Err(ViewRefused::NameTaken));
            }
            let own = saved_views::table.filter(saved_views::owner.eq(view.owner)).count();
            let count: i64 = on_either!(connection, inner => own.get_result(inner)?);
            if count >= most {
                return Ok(Err(ViewRefused::TooMany));
            }
            let (command, fingerprint) = made.map_or((None, Vec::new()), |(id, print)| (Some(id), print.to_vec()));
            let beside = (saved_views::command.eq(command), saved_views::fingerprint.eq(fingerprint));
            let row = ViewRow::of(&view)?;
            on_either!(connection, inner =>
                diesel::insert_into(saved_views::table).values((row, beside)).execute(inner)?);
            Ok(Ok(()))
        })
    }

    /// Changes a view; false where it is gone.
    pub fn change_saved_view(&self, view: SavedView) -> Result<Result<bool, ViewRefused>, StoreError> {
        self.write(move |connection| {
            if name_is_taken(connection, &view)? {
                return Ok(Err(ViewRefused::NameTaken));
            }
            let row = ViewRow::of(&view)?;
            let target = saved_views::table.find(view.id);
            Ok(Ok(on_either!(connection, inner => diesel::update(target).set(&row).execute(inner)?) == 1))
        })
    }

    /// Takes a view away; true when it was there.
    pub fn drop_saved_view(&self, id: SavedViewId) -> Result<bool, StoreError> {
        self.write(move |connection| {
            let target = saved_views::table.find(id);
            Ok(on_either!(connection, inner => diesel::delete(target).execute(inner)?) == 1)
        })
    }
}
