//! What is published and what was: workflows with their text and versions,
//! releases with what each changed.

use super::{Kind, may_read};
use crate::desk::content::hash;
use crate::desk::{Caller, Desk, unavailable};
use crate::model::catalog::Ordered;
use crate::model::ids::ReleaseId;
use crate::model::problem::Refusal;
use crate::model::time::Time;
use crate::store::{PublishedFile, Reader, Release, StoreError};
use serde::{Deserialize, Serialize};
use similar::TextDiff;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// One workflow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WorkflowEntry {
    /// Its name.
    pub name: String,
    /// The version in force: a hash over its text and its libraries.
    pub version: String,
    /// Catalog items that it carries.
    pub items: Vec<String>,
    /// What its author says of it.
    pub doc: String,
}

/// One workflow with its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WorkflowText {
    /// The workflow.
    #[serde(flatten)]
    pub entry: WorkflowEntry,
    /// Path in the content folder.
    pub path: String,
    /// Its text.
    pub source: String,
}

/// One form with its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SchemaText {
    /// Its name: a catalog item's, or that of a form of tasks and questions.
    pub name: String,
    /// The version in force: a hash of its text.
    pub version: String,
    /// The whole schema, its fields in the author's order.
    #[schema(value_type = Object)]
    pub schema: Ordered,
    /// Its text, as its author wrote it.
    pub source: String,
}

/// One text that a workflow or a form had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TextVersion {
    /// The release that brought it.
    #[schema(value_type = String)]
    pub release: ReleaseId,
    /// Published at.
    pub at: Time,
    /// By whom (a username); nobody when it came from a folder.
    pub author: Option<String>,
    /// Why.
    pub note: String,
    /// Hash of the text.
    pub hash: String,
}

/// One release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReleaseEntry {
    /// The release.
    #[schema(value_type = String)]
    pub id: ReleaseId,
    /// The one before it.
    #[schema(value_type = Option<String>)]
    pub parent: Option<ReleaseId>,
    /// Published at.
    pub at: Time,
    /// By whom (a username); nobody when it came from a folder.
    pub author: Option<String>,
    /// Why.
    pub note: String,
}

/// One release with what it changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ReleaseDetail {
    /// The release.
    #[serde(flatten)]
    pub entry: ReleaseEntry,
    /// Files that differ from the release before it.
    pub changes: Vec<FileChange>,
}

/// One file that a release changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileChange {
    /// Path in the content folder.
    pub path: String,
    /// `added`, `changed` or `removed`.
    pub change: String,
    /// Unified diff.
    pub diff: String,
}

/// A file that the API changed since a content folder published it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Drift {
    /// Path in the content folder.
    pub path: String,
    /// `added`, `changed` or `removed`, as the folder would see it.
    pub change: String,
    /// The release that did it.
    #[schema(value_type = String)]
    pub release: ReleaseId,
}

impl Desk {
    /// The workflows in force.
    ///
    /// # Errors
    /// 403 for whom scripts are not for.
    pub fn workflows(&self, caller: &Caller) -> Result<Vec<WorkflowEntry>, Refusal> {
        may_read(&caller.user)?;
        let names: Vec<String> = self.world().content.workflows.keys().cloned().collect();
        Ok(names.iter().filter_map(|name| self.entry(name)).collect())
    }

    fn entry(&self, name: &str) -> Option<WorkflowEntry> {
        let world = self.world();
        let program = world.content.workflows.get(name)?;
        let items = world.content.items.values().filter(|item| item.workflow() == name);
        Some(WorkflowEntry {
            name: name.to_owned(),
            version: program.version.clone(),
            items: items.map(|item| item.name.clone()).collect(),
            doc: program.doc().to_owned(),
        })
    }

    /// One workflow with its text.
    ///
    /// # Errors
    /// 403 for whom scripts are not for, 404 where there is no such workflow.
    pub async fn workflow(&self, caller: &Caller, name: String) -> Result<WorkflowText, Refusal> {
        may_read(&caller.user)?;
        let entry = self.entry(&name).ok_or_else(Refusal::not_found)?;
        let path = Kind::Workflow.path(&name)?;
        let source = self.published(&path).await?;
        Ok(WorkflowText { entry, path, source })
    }

    /// One form with its text.
    ///
    /// # Errors
    /// 403 for whom content is not for, 404 where there is no such form.
    pub async fn schema(&self, caller: &Caller, kind: Kind, name: String) -> Result<SchemaText, Refusal> {
        may_read(&caller.user)?;
        let source = self.published(&kind.path(&name)?).await?;
        let schema = Ordered::parse(&source).map_err(|_| Refusal::not_found())?;
        Ok(SchemaText { name, version: hash(&source), schema, source })
    }

    async fn published(&self, path: &str) -> Result<String, Refusal> {
        let path = path.to_owned();
        let read = move |reader: &mut Reader| {
            let file = reader.published()?.into_iter().find(|file| file.path == path);
            let text = file.and_then(|file| file.hash).map(|hash| reader.content(&hash)).transpose()?;
            Ok(text.flatten())
        };
        self.read_store(read).await?.ok_or_else(Refusal::not_found)
    }

    /// The texts that a workflow or a form had, newest first.
    ///
    /// # Errors
    /// 403 for whom scripts are not for, 404 where there never was such a file.
    pub async fn versions(&self, caller: &Caller, kind: Kind, name: String) -> Result<Vec<TextVersion>, Refusal> {
        may_read(&caller.user)?;
        let path = kind.path(&name)?;
        let history = self.read_store(move |reader| reader.file_history(&path)).await?;
        if history.is_empty() {
            return Err(Refusal::not_found());
        }
        let mut entries: Vec<TextVersion> = Vec::new();
        for (release, hash) in history {
            // Every release is a whole set: only where the text changed is a version.
            if entries.last().is_none_or(|last| last.hash != hash) {
                let ReleaseEntry { id, at, author, note, .. } = self.shown(release);
                entries.push(TextVersion { release: id, at, author, note, hash });
            }
        }
        entries.reverse();
        Ok(entries)
    }

    /// Releases, newest first.
    ///
    /// # Errors
    /// 403 for whom content is not for.
    pub async fn releases(&self, caller: &Caller) -> Result<Vec<ReleaseEntry>, Refusal> {
        may_read(&caller.user)?;
        let releases = self.read_store(Reader::releases).await?;
        Ok(releases.into_iter().rev().map(|release| self.shown(release)).collect())
    }

    /// One release with what it changed.
    ///
    /// # Errors
    /// 403 for whom content is not for, 404 where there is no such release.
    pub async fn release(&self, caller: &Caller, id: ReleaseId) -> Result<ReleaseDetail, Refusal> {
        may_read(&caller.user)?;
        self.aside(move |desk| {
            let mut reader = desk.store().reader().map_err(|error| unavailable(&error))?;
            let found = reader.releases().map_err(|error| unavailable(&error))?;
            let release = found.into_iter().find(|release| release.id == id).ok_or_else(Refusal::not_found)?;
            let changes = changes(&mut reader, &release).map_err(|error| unavailable(&error))?;
            Ok(ReleaseDetail { entry: desk.shown(release), changes })
        })
        .await
    }

    /// Files in force that differ from what a content folder published last:
    /// what was changed through the API since, and `maitred pull` would bring.
    ///
    /// # Errors
    /// 403 for whom content is not for.
    pub async fn drift(&self, caller: &Caller) -> Result<Vec<Drift>, Refusal> {
        may_read(&caller.user)?;
        let published = self.read_store(Reader::published).await?;
        let drift = |file: PublishedFile| {
            let change = match (&file.folder_hash, &file.hash) {
                (folder, now) if folder == now => return None,
                (None, _) => "added",
                (_, None) => "removed",
                _ => "changed",
            };
            Some(Drift { path: file.path, change: change.to_owned(), release: file.release })
        };
        Ok(published.into_iter().filter_map(drift).collect())
    }

    fn shown(&self, release: Release) -> ReleaseEntry {
        let world = self.world();
        let author =
            release.author.map(|id| world.people.user(id).map_or(id.to_string(), |user| user.username.clone()));
        ReleaseEntry { id: release.id, parent: release.parent, at: release.at, author, note: release.note }
    }
}

/// What a release changed, file by file.
fn changes(reader: &mut Reader, release: &Release) -> Result<Vec<FileChange>, StoreError> {
    let now: BTreeMap<String, String> = reader.release_files(release.id)?.into_iter().collect();
    let before: BTreeMap<String, String> = match release.parent {
        Some(parent) => reader.release_files(parent)?.into_iter().collect(),
        None => BTreeMap::new(),
    };
    let paths: BTreeSet<&String> = now.keys().chain(before.keys()).collect();
    let mut changes = Vec::new();
    for path in paths {
        let (old, new) = (before.get(path), now.get(path));
        if old == new {
            continue;
        }
        let mut text = |hash: Option<&String>| match hash {
            Some(hash) => reader.content(hash).map(Option::unwrap_or_default).map(Some),
            None => Ok(None),
        };
        let (old, new) = (text(old)?, text(new)?);
        changes.extend(file_change(path, old.as_deref(), new.as_deref()));
    }
    Ok(changes)
}

/// How a file changes; none where it does not.
pub(super) fn file_change(path: &str, old: Option<&str>, new: Option<&str>) -> Option<FileChange> {
    let change = match (old, new) {
        (None, Some(_)) => "added",
        (Some(_), None) => "removed",
        (Some(old), Some(new)) if old != new => "changed",
        _ => return None,
    };
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let diff = TextDiff::from_lines(old, new).unified_diff().context_radius(3).header(path, path).to_string();
    Some(FileChange { path: path.to_owned(), change: change.to_owned(), diff })
}
