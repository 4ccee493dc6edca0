//! Texts as they were: one version of a workflow or a form, by the hash of its
//! text, of a workflow also by the version that tickets are pinned to.

use super::history::{SchemaText, WorkflowEntry, WorkflowText};
use super::{Kind, may_read, scope};
use crate::desk::content::{Files, sources};
use crate::desk::views::View;
use crate::desk::{Caller, Desk, unavailable};
use crate::model::catalog::Ordered;
use crate::model::ids::ReleaseId;
use crate::model::problem::Refusal;
use crate::store::{StoreError, WorkflowVersion};
use crate::workflow::{Known, Program};
use std::collections::BTreeMap;
use std::sync::Arc;

impl Desk {
    /// A text that a workflow had, with the items that it carried then.
    ///
    /// # Errors
    /// 403 for whom scripts are not for, 404 where there never was such a text.
    pub async fn former_workflow(
        &self,
        caller: &Caller,
        name: String,
        version: String,
    ) -> Result<WorkflowText, Refusal> {
        may_read(&caller.user)?;
        let path = Kind::Workflow.path(&name)?;
        let desk = self.clone();
        self.read(move |view| {
            let pinned = view.reader.workflow_version(&version).map_err(|error| unavailable(&error))?;
            let pinned = pinned.filter(|pinned| pinned.item == name);
            let text = match &pinned {
                Some(pinned) => pinned.files.get(&path).cloned().unwrap_or_default(),
                None => version.clone(),
            };
            let release = last_with(view, &path, &text)?;
            let was = set_of(view, release, &path, &name, pinned.as_ref()).map_err(|error| unavailable(&error))?;
            let program = match &pinned {
                Some(_) => desk.shared().programs.pinned(view.reader, view.world, &version),
                // What is not checked against anything compiles as it did then.
                None => Ok(sources(&was.texts, &path)
                    .and_then(|sources| Program::compile(&name, &sources, &Known::default()).ok())
                    .map(Arc::new)),
            };
            let program = program.map_err(|error| unavailable(&error))?;
            let source = was.texts.get(&path).cloned().ok_or_else(Refusal::not_found)?;
            let entry = WorkflowEntry {
                version: program.as_ref().map_or(text, |program| program.version.clone()),
                doc: program.map(|program| program.doc().to_owned()).unwrap_or_default(),
                items: was.items,
                name,
            };
            Ok(WorkflowText { entry, path, source })
        })
        .await
    }

    /// A text that a form had.
    ///
    /// # Errors
    /// 403 for whom content is not for, 404 where there never was such a text.
    pub async fn former_schema(
        &self,
        caller: &Caller,
        kind: Kind,
        name: String,
        version: String,
    ) -> Result<SchemaText, Refusal> {
        may_read(&caller.user)?;
        let path = kind.path(&name)?;
        self.read(move |view| {
            last_with(view, &path, &version)?;
            let source = view.reader.content(&version).map_err(|error| unavailable(&error))?;
            let source = source.ok_or_else(Refusal::not_found)?;
            let schema = Ordered::parse(&source).map_err(|_| Refusal::not_found())?;
            Ok(SchemaText { name, version, schema, source })
        })
        .await
    }
}

/// The last release in which a file had this text; 404 where it never had.
fn last_with(view: &mut View<'_>, path: &str, hash: &str) -> Result<ReleaseId, Refusal> {
    let history = view.reader.file_history(path).map_err(|error| unavailable(&error))?;
    let found = history.into_iter().rev().find(|(_, known)| known == hash);
    found.map(|(release, _)| release.id).ok_or_else(Refusal::not_found)
}

/// What stood around a workflow.
struct Was {
    /// Its text and the libraries.
    texts: Files,
    /// The items that it carried.
    items: Vec<String>,
}

fn set_of(
    view: &mut View<'_>,
    release: ReleaseId,
    path: &str,
    name: &str,
    pinned: Option<&WorkflowVersion>,
) -> Result<Was, StoreError> {
    let of_release: BTreeMap<String, String> = view.reader.release_files(release)?.into_iter().collect();
    let mut read = |hashes: &BTreeMap<String, String>, wanted: &dyn Fn(&str) -> bool| {
        let mut texts = Files::new();
        for (path, hash) in hashes.iter().filter(|(path, _)| wanted(path)) {
            texts.extend(view.reader.content(hash)?.map(|text| (path.clone(), text)));
        }
        Ok::<_, StoreError>(texts)
    };
    let scripts = pinned.map_or(&of_release, |pinned| &pinned.files);
    let texts = read(scripts, &|known| known == path || known.starts_with("workflows/lib/"))?;
    let forms = read(&of_release, &|known| scope::item_of(known).is_some())?;
    Ok(Was { texts, items: scope::carried_by(&forms, name) })
}
