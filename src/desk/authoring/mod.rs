//! Authors at work: what is published and was published before, a new release
//! through the API, and what it would mean for the tickets that are under way.
//! How a release is checked and stored is in `releases`, a folder's part there,
//! too.

mod draft;
mod files;
mod former;
mod history;
mod plan;
mod preview;
mod proposals;
mod publish;
mod scope;
mod trial;

pub use draft::{ABREAST, Findings};
pub use files::{FileEntry, FileText};
pub use history::{
    Drift, FileChange, ReleaseDetail, ReleaseEntry, SchemaText, TextVersion, WorkflowEntry, WorkflowText,
};
pub use plan::{Diverging, Plan};
pub use proposals::{ProposalDetail, ProposalEntry, Rejection};
pub use publish::{Migrate, Publication, Seen, Wish};
pub use trial::{NeverTaken, Trial, TrialCoverage, TrialResult, TrialWish};

use super::Desk;
use crate::model::access::Right;
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};

/// What sort of file an author names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The script of catalog items.
    Workflow,
    /// A catalog item's form.
    Schema,
    /// A form that tasks and questions ask to fill in.
    Form,
}

impl Kind {
    /// Where the file of a name lies in the content folder.
    ///
    /// # Errors
    /// 404 for what cannot be a name.
    pub fn path(self, name: &str) -> Result<String, Refusal> {
        let path = match self {
            Kind::Workflow => format!("workflows/{name}.rhai"),
            Kind::Schema => format!("schemas/{name}.json"),
            Kind::Form => format!("schemas/forms/{name}.json"),
        };
        match name.contains('/') || name.is_empty() || publish::wrong_path(&path).is_some() {
            true => Err(Refusal::not_found()),
            false => Ok(path),
        }
    }
}

/// Who reads scripts: those who answer for what they do.
fn may_read(user: &User) -> Result<(), Refusal> {
    Right::ReadContent.ask(user)
}

impl Desk {
    /// Does something that takes its time and may block, off the async threads.
    pub(super) async fn aside<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Desk) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let desk = self.clone();
        let done = tokio::task::spawn_blocking(move || work(&desk)).await;
        done.unwrap_or_else(|_| Err(Refusal::new(Code::Internal, "The desk made a mistake; nothing was done.")))
    }
}
