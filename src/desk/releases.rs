//! Releases: the content folder published into the database, only where a file
//! differs from what was last published from a folder. What was changed through
//! the API since is kept, and named.

use super::clock::Clock;
use super::content::{self, Against, Files, hash};
use super::world::Content;
use crate::model::ids::{IdSource, ReleaseId, UserId};
use crate::model::outgoing::Told;
use crate::model::people::People;
use crate::model::policy::{Folder, Policy};
use crate::model::problem::{Fault, Refusal, Severity, has_errors, in_order};
use crate::model::proposal::Verdict;
use crate::plugins::Installation;
use crate::store::{PublishedFile, Release, ReleaseFile, Store, StoreError, WorkflowVersion};
use std::collections::{BTreeMap, BTreeSet};

/// What came of publishing a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Paths that were published or taken away.
    pub changed: Vec<String>,
    /// Paths whose folder text is passed over, since the API changed them.
    pub kept: Vec<String>,
    /// Warnings and hints of the check.
    pub warnings: Vec<Fault>,
}

/// Why a folder was not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// The content has faults.
    #[error("the content has {} faults", .0.len())]
    Faults(Vec<Fault>),
    /// The database does not answer, or another release came in between.
    #[error("the database failed")]
    Store(#[from] StoreError),
    /// Its author may not, or has seen another release.
    #[error("{}", .0.detail)]
    Refused(Box<Refusal>),
}

impl From<Refusal> for PublishError {
    fn from(refusal: Refusal) -> Self {
        PublishError::Refused(Box::new(refusal))
    }
}

/// What a release is held against beside its own files.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// What the installation gives its plugins.
    pub installation: &'a Installation,
    /// Finds faults in jobs, which floors above know how to read.
    pub check_jobs: CheckJobs,
    /// Whose names the content may say; not checked where nobody is known.
    pub people: Option<&'a People>,
}

/// Finds faults in jobs.
pub type CheckJobs = fn(&Files) -> Vec<Fault>;

/// Where a release comes from.
pub struct About {
    /// The release that it follows.
    pub parent: Option<ReleaseId>,
    /// By whom; nobody when it comes from a folder.
    pub author: Option<UserId>,
    /// Why.
    pub note: String,
    /// The proposal that is approved by this, and who is told.
    pub approval: Option<(Verdict, Vec<Told>)>,
}

/// Publishes a folder's files; where the policy in force refuses folders, they
/// are passed over.
///
/// # Errors
/// All faults of what would be in force afterwards; nothing is published then.
pub fn publish_folder(
    store: &Store,
    files: &Files,
    rules: Rules<'_>,
    clock: &dyn Clock,
    ids: &mut dyn IdSource,
) -> Result<Published, PublishError> {
    let mut reader = store.reader()?;
    let in_force: BTreeMap<String, PublishedFile> =
        reader.published()?.into_iter().map(|file| (file.path.clone(), file)).collect();
    let parent = reader.head_release()?.map(|release| release.id);
    let (changes, mut published) = differences(files, &in_force);
    let texts = reader.published_texts()?;
    if Policy::read(&texts).is_ok_and(|policy| policy.publishing.folder == Folder::Refused) {
        published.kept.append(&mut published.changed);
        return Ok(published);
    }
    if changes.is_empty() {
        return Ok(published);
    }
    let about = About { parent, author: None, note: "published from the content folder".to_owned(), approval: None };
    (_, published.warnings) = publish_changes(store, texts, changes, about, rules, clock, ids)?;
    Ok(published)
}

/// Publishes changes of what is in force, checked as a whole with the rest; gives
/// the release and what the check warns of.
///
/// # Errors
/// All faults of what would be in force afterwards; `Conflict` where another
/// release came in between. Nothing is published then.
pub fn publish_changes(
    store: &Store,
    mut files: Files,
    changes: Vec<ReleaseFile>,
    about: About,
    rules: Rules<'_>,
    clock: &dyn Clock,
    ids: &mut dyn IdSource,
) -> Result<(ReleaseId, Vec<Fault>), PublishError> {
    let (built, warnings) = checked(&mut files, &changes, rules)?;
    let About { parent, author, note, approval } = about;
    let release = Release { id: ReleaseId::fresh(ids), parent, at: clock.now(), author, note };
    let id = release.id;
    let (approval, told) = approval.unzip();
    store.publish_approved(release, changes, versions(&built, &files), approval, told.unwrap_or_default())?;
    Ok((id, warnings))
}

/// What would be in force with these changes, and what the check warns of.
///
/// # Errors
/// All faults of what would be in force afterwards.
pub fn checked(
    files: &mut Files,
    changes: &[ReleaseFile],
    rules: Rules<'_>,
) -> Result<(Content, Vec<Fault>), PublishError> {
    for change in changes {
        match &change.text {
            Some(text) => drop(files.insert(change.path.clone(), text.clone())),
            None => drop(files.remove(&change.path)),
        }
    }
    let mut faults = (rules.check_jobs)(files);
    match build(files, changes, rules) {
        Ok(built) => {
            faults.extend(built.warnings.iter().cloned());
            if has_errors(&faults) {
                return Err(PublishError::Faults(in_order(faults)));
            }
            Ok((built, in_order(faults)))
        }
        Err(found) => {
            faults.extend(found);
            Err(PublishError::Faults(in_order(faults)))
        }
    }
}

/// Faults of names that the directory lacks.
const LACKING: [&str; 3] = ["unknown_group", "unknown_user", "inactive_user"];

/// Compiles. A name that the directory lacks is a fault of what somebody changes,
/// and a warning elsewhere: it was there before, and a folder may come before its
/// people.
fn build(files: &Files, changes: &[ReleaseFile], rules: Rules<'_>) -> Result<Content, Vec<Fault>> {
    let against = Against { people: rules.people };
    let mut found = match content::build(files, rules.installation, against) {
        Err(found) if rules.people.is_some() => found,
        built => return built,
    };
    let theirs = |fault: &Fault| changes.iter().any(|change| change.path == fault.file && !change.from_folder);
    for fault in &mut found {
        if LACKING.contains(&fault.code.as_str()) && !theirs(fault) {
            fault.severity = Severity::Warning;
        }
    }
    if has_errors(&found) {
        return Err(found);
    }
    let content = content::build(files, rules.installation, Against::default())?;
    Ok(Content { warnings: found, ..content })
}

/// What the folder changes: files that differ from what a folder published
/// last, and files of a folder that are gone from it.
fn differences(files: &Files, in_force: &BTreeMap<String, PublishedFile>) -> (Vec<ReleaseFile>, Published) {
    let mut changes = Vec::new();
    let mut published = Published::default();
    for (path, text) in files {
        let own = hash(text);
        match in_force.get(path) {
            Some(file) if file.folder_hash.as_ref() == Some(&own) => {
                if file.hash.as_ref() != Some(&own) {
                    published.kept.push(path.clone());
                }
            }
            _ => changes.push(ReleaseFile { path: path.clone(), text: Some(text.clone()), from_folder: true }),
        }
    }
    let gone = in_force.values().filter(|file| file.folder_hash.is_some() && file.hash.is_some());
    for file in gone.filter(|file| !files.contains_key(&file.path)) {
        if file.hash == file.folder_hash {
            changes.push(ReleaseFile { path: file.path.clone(), text: None, from_folder: true });
        } else {
            published.kept.push(file.path.clone());
        }
    }
    published.changed = changes.iter().map(|change| change.path.clone()).collect();
    (changes, published)
}

/// The workflow versions of a release: each with its text and all libraries,
/// so that a pinned ticket finds them whatever is published later.
pub fn versions(content: &Content, files: &Files) -> Vec<WorkflowVersion> {
    let libraries: BTreeSet<&String> = files.keys().filter(|path| path.starts_with("workflows/lib/")).collect();
    content
        .workflows
        .values()
        .map(|program| {
            let own = format!("workflows/{}.rhai", program.item);
            let paths = libraries.iter().map(|path| (*path).clone()).chain([own]);
            let files = paths.filter_map(|path| files.get(&path).map(|text| (path.clone(), hash(text)))).collect();
            WorkflowVersion { hash: program.version.clone(), item: program.item.clone(), files }
        })
        .collect()
}
