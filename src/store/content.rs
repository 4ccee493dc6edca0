//! Published content: texts by hash, releases, what is in force, and the
//! workflow versions that tickets are pinned to.

use super::Store;
use super::absences::tell;
use super::audit::note;
use super::connection::{AnyConnection, on_either};
use super::error::StoreError;
use super::persisted;
use super::proposals::settle;
use super::reader::Reader;
use super::schema::{contents, published, release_files, releases, workflow_versions};
use super::world::{Part, bump};
use crate::model::ids::{ReleaseId, UserId};
use crate::model::origin::{Action, Audited};
use crate::model::outgoing::Told;
use crate::model::proposal::Verdict;
use crate::model::time::Time;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::sql_types::Binary;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The hash that a text lies under: hex SHA-256.
pub fn content_hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// A file of the content that is in force.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct PublishedFile {
    /// Path in the content folder.
    pub path: String,
    /// What is in force; nothing when it was removed through the API.
    pub hash: Option<String>,
    /// What it was when it was last published from a folder, if ever: a folder
    /// publishes again only what differs from this.
    pub folder_hash: Option<String>,
    /// The release that brought it.
    pub release: ReleaseId,
}

/// A release, without its files.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct Release {
    /// The release.
    pub id: ReleaseId,
    /// The one before it.
    pub parent: Option<ReleaseId>,
    /// Published at.
    pub at: Time,
    /// By whom; nobody when it came from a folder.
    pub author: Option<UserId>,
    /// Why.
    pub note: String,
}

/// A file that a release brings, changes or removes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleaseFile {
    /// Path in the content folder.
    pub path: String,
    /// Its text; none removes it.
    pub text: Option<String>,
    /// Whether it comes from a folder.
    pub from_folder: bool,
}

/// A workflow's text with the library scripts it imports, as pinned by tickets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkflowVersion {
    /// The version.
    pub hash: String,
    /// The catalog item's workflow.
    pub item: String,
    /// Content hash of each file, by path.
    pub files: BTreeMap<String, String>,
}

impl Store {
    /// Publishes a release: all of its files and the versions they make, or
    /// nothing. Returns the new version of that part of the World. `Conflict`
    /// when the parent is not the newest release any more.
    pub fn publish(
        &self,
        release: Release,
        files: Vec<ReleaseFile>,
        workflows: Vec<WorkflowVersion>,
    ) -> Result<i64, StoreError> {
        self.publish_approved(release, files, workflows, None, Vec::new())
    }

    /// The same for what was proposed and is approved by that, with the messages
    /// about it. `Conflict` too where the proposal is not open any more.
    pub fn publish_approved(
        &self,
        release: Release,
        files: Vec<ReleaseFile>,
        workflows: Vec<WorkflowVersion>,
        approval: Option<Verdict>,
        told: Vec<Told>,
    ) -> Result<i64, StoreError> {
        self.write(move |connection| {
            // First, since it makes other publishers wait.
            let version = bump(connection, Part::Content)?;
            if head(connection)?.map(|head| head.id) != release.parent {
                return Err(StoreError::Conflict);
            }
            add_release(connection, &release)?;
            let audited = Audited::new(release.at, release.author, Action::ReleasePublished).to(release.id);
            note(connection, &audited.with("files", files.len()).with("note", release.note.clone()))?;
            for file in &files {
                put_in_force(connection, release.id, file)?;
            }
            keep_whole_set(connection, release.id)?;
            for workflow in &workflows {
                add_workflow(connection, workflow)?;
            }
            if let Some(approval) = &approval
                && !settle(connection, approval, Some(release.id))?
            {
                return Err(StoreError::Conflict);
            }
            tell(connection, &told)?;
            Ok(version)
        })
    }
}

fn add_release(connection: &mut AnyConnection, release: &Release) -> Result<(), StoreError> {
    let row = (
        releases::id.eq(release.id),
        releases::parent.eq(release.parent),
        releases::at.eq(release.at),
        releases::author.eq(release.author),
        releases::note.eq(&release.note),
    );
    on_either!(connection, inner => diesel::insert_into(releases::table).values(row).execute(inner)?);
    Ok(())
}

/// Brings one file into force. What the folder last said is kept when the file
/// comes from elsewhere.
fn put_in_force(connection: &mut AnyConnection, release: ReleaseId, file: &ReleaseFile) -> Result<(), StoreError> {
    let row = published::table.find(&file.path);
    if file.text.is_none() && file.from_folder {
        on_either!(connection, inner => diesel::delete(row).execute(inner)?);
        return Ok(());
    }
    let hash = file.text.as_deref().map(content_hash);
    if let (Some(hash), Some(text)) = (&hash, &file.text) {
        let row = (contents::hash.eq(hash), contents::text.eq(text));
        on_either!(connection, inner => diesel::insert_into(contents::table)
            .values(row).on_conflict_do_nothing().execute(inner)?);
    }
    let set = (published::hash.eq(&hash), published::release.eq(release));
    let row = (published::path.eq(&file.path), published::hash.eq(&hash), published::release.eq(release));
    on_either!(connection, inner => diesel::insert_into(published::table)
        .values(row).on_conflict(published::path).do_update().set(set).execute(inner)?);
    if file.from_folder {
        let row = published::table.find(&file.path);
        let set = published::folder_hash.eq(&hash);
        on_either!(connection, inner => diesel::update(row).set(set).execute(inner)?);
    }
    Ok(())
}

/// A release is a whole set, not a difference.
fn keep_whole_set(connection: &mut AnyConnection, release: ReleaseId) -> Result<(), StoreError> {
    let set = published::table.filter(published::hash.is_not_null()).select((
        release.into_sql::<Binary>(),
        published::path,
        published::hash.assume_not_null(),
    ));
    on_either!(connection, inner => diesel::insert_into(release_files::table)
        .values(set)
        .into_columns((release_files::release, release_files::path, release_files::hash))
        .execute(inner)?);
    Ok(())
}

fn add_workflow(connection: &mut AnyConnection, workflow: &WorkflowVersion) -> Result<(), StoreError> {
    let row = (
        workflow_versions::hash.eq(&workflow.hash),
        workflow_versions::item.eq(&workflow.item),
        workflow_versions::files.eq(persisted::write(&workflow.files)?),
        workflow_versions::format.eq(persisted::FORMAT),
    );
    on_either!(connection, inner => diesel::insert_into(workflow_versions::table)
        .values(row).on_conflict_do_nothing().execute(inner)?);
    Ok(())
}

/// The newest release: nothing has it as a parent.
fn head(connection: &mut AnyConnection) -> Result<Option<Release>, StoreError> {
    let child = diesel::alias!(releases as child);
    let children = child.filter(child.field(releases::parent).eq(releases::id.nullable()));
    let query = releases::table.filter(not(exists(children)));
    Ok(on_either!(connection, inner => query.first(inner).optional()?))
}

/// Releases in their line, each behind its parent: two may have the same time.
fn in_line(releases: Vec<Release>) -> Vec<Release> {
    let mut by_parent: BTreeMap<Option<ReleaseId>, Release> =
        releases.into_iter().map(|release| (release.parent, release)).collect();
    let mut line: Vec<Release> = Vec::new();
    while let Some(next) = by_parent.remove(&line.last().map(|release| release.id)) {
        line.push(next);
    }
    line
}

impl Reader {
    /// Every release, oldest first.
    pub fn releases(&mut self) -> Result<Vec<Release>, StoreError> {
        self.read(|connection| {
            let all: Vec<Release> = on_either!(connection, inner => releases::table.load(inner)?);
            Ok(in_line(all))
        })
    }

    /// The releases that held a file, oldest first, each with the hash it had.
    pub fn file_history(&mut self, path: &str) -> Result<Vec<(Release, String)>, StoreError> {
        let releases = self.releases()?;
        let held: Vec<(ReleaseId, String)> = self.read(|connection| {
            let of_path = release_files::table.filter(release_files::path.eq(path));
            let query = of_path.select((release_files::release, release_files::hash));
            Ok(on_either!(connection, inner => query.load(inner)?))
        })?;
        let mut hashes: BTreeMap<ReleaseId, String> = held.into_iter().collect();
        let with_hash = |release: Release| hashes.remove(&release.id).map(|hash| (release, hash));
        Ok(releases.into_iter().filter_map(with_hash).collect())
    }

    /// The newest release.
    pub fn head_release(&mut self) -> Result<Option<Release>, StoreError> {
        self.read(head)
    }

    /// The files in force, by path; those removed through the API have no hash.
    pub fn published(&mut self) -> Result<Vec<PublishedFile>, StoreError> {
        self.read(|connection| {
            let query = published::table.order(published::path).select((
                published::path,
                published::hash,
                published::folder_hash,
                published::release,
            ));
            Ok(on_either!(connection, inner => query.load(inner)?))
        })
    }

    /// The whole set of a release: path and hash.
    pub fn release_files(&mut self, release: ReleaseId) -> Result<Vec<(String, String)>, StoreError> {
        self.read(|connection| {
            let query = release_files::table
                .filter(release_files::release.eq(release))
                .order(release_files::path)
                .select((release_files::path, release_files::hash));
            Ok(on_either!(connection, inner => query.load(inner)?))
        })
    }

    /// A text by its hash.
    pub fn content(&mut self, hash: &str) -> Result<Option<String>, StoreError> {
        self.read(|connection| {
            let query = contents::table.find(hash).select(contents::text);
            Ok(on_either!(connection, inner => query.first(inner).optional()?))
        })
    }

    /// Every text in force, by path: what the World is built of.
    pub fn published_texts(&mut self) -> Result<BTreeMap<String, String>, StoreError> {
        self.read(|connection| {
            let query = published::table
                .inner_join(contents::table.on(contents::hash.nullable().eq(published::hash)))
                .select((published::path, contents::text));
            let rows: Vec<(String, String)> = on_either!(connection, inner => query.load(inner)?);
            Ok(rows.into_iter().collect())
        })
    }

    /// A workflow version by its hash.
    pub fn workflow_version(&mut self, hash: &str) -> Result<Option<WorkflowVersion>, StoreError> {
        self.read(|connection| {
            let query = workflow_versions::table.find(hash);
            let found: Option<(String, String, String, i32)> =
                on_either!(connection, inner => query.first(inner).optional()?);
            let Some((hash, item, files, format)) = found else { return Ok(None) };
            let files = persisted::read(format, &files, "workflow_versions.files")?;
            Ok(Some(WorkflowVersion { hash, item, files }))
        })
    }
}
