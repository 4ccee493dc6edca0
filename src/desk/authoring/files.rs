//! The files in force, whatever they are: for translations, lists, libraries,
//! jobs, scenarios and the policy, which have no pages of their own.

use super::publish::wrong_path;
use super::{may_read, scope};
use crate::desk::{Caller, Desk, unavailable};
use crate::model::access::Right;
use crate::model::ids::ReleaseId;
use crate::model::problem::Refusal;
use crate::store::PublishedFile;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

/// A file in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileEntry {
    /// Path in the content folder.
    pub path: String,
    /// Hash of its text.
    pub hash: String,
    /// The release that brought it.
    #[schema(value_type = String)]
    pub release: ReleaseId,
    /// Whether the caller may publish another text of it.
    pub editable: bool,
}

/// A file in force with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileText {
    /// The file.
    #[serde(flatten)]
    pub entry: FileEntry,
    /// Its text.
    pub text: String,
}

impl Desk {
    /// The files in force whose paths begin so, by path.
    ///
    /// # Errors
    /// 403 for whom content is not for.
    pub async fn files_in_force(&self, caller: &Caller, prefix: String) -> Result<Vec<FileEntry>, Refusal> {
        may_read(&caller.user)?;
        let found = self.in_force(caller, move |path| path.starts_with(&prefix)).await?;
        Ok(found.into_iter().map(|file| file.entry).collect())
    }

    /// One file in force with its text.
    ///
    /// # Errors
    /// 403 for whom content is not for, 404 where no such file is in force.
    pub async fn file_in_force(&self, caller: &Caller, path: String) -> Result<FileText, Refusal> {
        may_read(&caller.user)?;
        let found = self.in_force(caller, move |known| known == path).await?.pop();
        found.ok_or_else(Refusal::not_found)
    }

    async fn in_force(
        &self,
        caller: &Caller,
        wanted: impl Fn(&str) -> bool + Send + 'static,
    ) -> Result<Vec<FileText>, Refusal> {
        let user = Arc::clone(&caller.user);
        self.read(move |view| {
            let published = view.reader.published().map_err(|error| unavailable(&error))?;
            let in_force = view.reader.published_texts().map_err(|error| unavailable(&error))?;
            let touches = scope::touching(&user, view.world, &in_force);
            let editable = |path: &str| Right::Publish.is_of(&user) && wrong_path(path).is_none() && touches(path);
            let entry = |PublishedFile { path, hash, release, .. }| {
                let text = in_force.get(&path)?.clone();
                let entry = FileEntry { editable: editable(&path), hash: hash?, path, release };
                Some(FileText { entry, text })
            };
            Ok(published.into_iter().filter(|file| wanted(&file.path)).filter_map(entry).collect())
        })
        .await
    }
}
