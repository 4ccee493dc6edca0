//! Drafts: what would be in force with files that nobody has published yet.
//! They are held against what is in force by the very function that publishing
//! uses, so that both say the same; nothing is written.

use super::publish::{Wish, check_shape};
use super::scope;
use crate::desk::content::{self, Files};
use crate::desk::releases::{PublishError, checked};
use crate::desk::{Caller, Desk, World, unavailable};
use crate::model::access::Right;
use crate::model::ids::ReleaseId;
use crate::model::people::User;
use crate::model::problem::{Code, Fault, Refusal, Severity};
use crate::script::on_own_stack;
use crate::store::ReleaseFile;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use utoipa::ToSchema;

/// So many drafts are looked at at the same time: each compiles all content.
pub const ABREAST: usize = 2;
/// How long the next one waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);

/// What the check says of files that are not published.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Findings {
    /// What keeps them from being published.
    pub faults: Vec<Fault>,
    /// What is probably not meant so, and what could be said better.
    pub warnings: Vec<Fault>,
}

/// A wish, held against what is in force.
pub(super) struct Wished {
    /// The release in force.
    pub(super) head: Option<ReleaseId>,
    /// Its texts.
    pub(super) in_force: Files,
    /// What it would change; texts that are in force already are left out.
    pub(super) changes: Vec<ReleaseFile>,
}

/// What would be in force.
pub(super) struct Draft {
    /// Its texts.
    pub(super) files: Files,
    /// Compiled, with the people that there are.
    pub(super) world: Arc<World>,
}

/// Reads what is in force, and asks whether the author may, and has seen it.
pub(super) fn wished(desk: &Desk, user: &User, world: &World, wish: &Wish) -> Result<Wished, PublishError> {
    let mut reader = desk.store().reader()?;
    let head = reader.head_release()?.map(|release| release.id);
    let in_force: Files = reader.published_texts()?;
    scope::ask(user, world, &in_force, &wish.files)?;
    if wish.parent.is_some() && wish.parent != head {
        let detail = "Another release was published since you read it.";
        return Err(Refusal::new(Code::PreconditionFailed, detail).into());
    }
    let seen = wish.seen.as_ref();
    let is_seen = seen.is_none_or(|seen| in_force.get(&seen.path).is_some_and(|text| content::hash(text) == seen.hash));
    if !is_seen {
        let detail = "Another text was published since you read it.";
        return Err(Refusal::new(Code::PreconditionFailed, detail).into());
    }
    let differs = wish.files.iter().filter(|(path, text)| in_force.get(*path) != text.as_ref());
    let changes =
        differs.map(|(path, text)| ReleaseFile { path: path.clone(), text: text.clone(), from_folder: false });
    Ok(Wished { head, changes: changes.collect(), in_force })
}

/// Why something was not published, or would not be.
pub(super) fn refused(error: PublishError, detail: &str) -> Refusal {
    match error {
        PublishError::Store(error) => unavailable(&error),
        PublishError::Faults(faults) => Refusal::with_faults(Code::Invalid, detail, faults),
        PublishError::Refused(refusal) => *refusal,
    }
}

/// What would be in force with these files. May take a while.
///
/// # Errors
/// As publishing them.
pub(super) fn draft(desk: &Desk, user: &User, files: BTreeMap<String, Option<String>>) -> Result<Draft, Refusal> {
    let wish = Wish { files, ..Wish::default() };
    let faulty = |error| refused(error, "The draft has faults.");
    let world = desk.world();
    let Wished { in_force: mut files, changes, .. } = wished(desk, user, &world, &wish).map_err(faulty)?;
    let (content, _) = checked(&mut files, &changes, desk.content_rules(&world)).map_err(faulty)?;
    Ok(Draft { files, world: Arc::new(World { content: Arc::new(content), ..World::clone(&world) }) })
}

/// Does something on a thread with the stack of scripts, and waits for it.
pub(super) fn on_script_stack<T: Send>(work: impl FnOnce() -> Result<T, Refusal> + Send) -> Result<T, Refusal> {
    let broken = |_| Err(Refusal::new(Code::Internal, "The desk made a mistake; nothing was done."));
    let done = on_own_stack("draft", work).map_err(|_| Refusal::unavailable("There is no thread for it."))?;
    done.unwrap_or_else(broken)
}

impl Desk {
    /// What publishing these files would be refused for, and what it would warn
    /// of. Writes nothing.
    ///
    /// # Errors
    /// As publishing, but for faults.
    pub async fn check_release(&self, caller: &Caller, wish: Wish) -> Result<Findings, Refusal> {
        Right::Publish.ask(&caller.user)?;
        check_shape(&wish)?;
        let user = Arc::clone(&caller.user);
        self.drafting(move |desk| findings(desk, &user, &wish).map_err(|error| refused(error, ""))).await
    }

    /// Looks at a draft off the async threads, few at the same time.
    pub(super) async fn drafting<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Desk) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let turn = Arc::clone(&self.shared.drafting).acquire_owned();
        let Ok(Ok(turn)) = tokio::time::timeout(PATIENCE, turn).await else {
            return Err(Refusal::unavailable("Others are looking at their drafts at the same time."));
        };
        // A caller who goes away leaves the work behind: its turn ends with it.
        let work = move |desk: &Desk| {
            let _turn = turn;
            work(desk)
        };
        self.aside(work).await
    }
}

fn findings(desk: &Desk, user: &User, wish: &Wish) -> Result<Findings, PublishError> {
    let world = desk.world();
    let Wished { mut in_force, changes, .. } = wished(desk, user, &world, wish)?;
    let found = match checked(&mut in_force, &changes, desk.content_rules(&world)) {
        Ok((_, warnings)) => warnings,
        Err(PublishError::Faults(faults)) => faults,
        Err(other) => return Err(other),
    };
    let (faults, warnings) = found.into_iter().partition(|fault| fault.severity == Severity::Error);
    Ok(Findings { faults, warnings })
}
