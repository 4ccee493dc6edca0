//! What people have begun to write, kept on the server for them alone, so that
//! it is there when they come back, from wherever.

use super::{Caller, Desk};
use crate::model::problem::{Code, Refusal};
use crate::model::time::Time;
use crate::model::view::DraftView;
use crate::store::{Draft, Kept};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use utoipa::ToSchema;

/// Drafts of one person.
const MOST: i64 = 100;
/// Bytes of one draft.
const LARGEST: usize = 64 * 1024;
/// Bytes of a key.
const LONGEST_KEY: usize = 200;

/// Body of `PUT /drafts/{key}`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewDraft {
    /// What was written: any JSON of at most 64 KiB.
    #[schema(value_type = serde_json::Value)]
    pub data: Json,
}

/// A key: words of letters, digits, `.`, `_`, `-` and `:`, with `/` between them.
fn key(text: String) -> Result<String, Refusal> {
    let word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-:".contains(&b));
    let good = text.len() <= LONGEST_KEY && text.split('/').all(word);
    if good { Ok(text) } else { Err(Refusal::not_found()) }
}

impl Desk {
    fn drafts_since(&self) -> Time {
        self.clock().now().plus(-self.world().policy().conversation.drafts_kept)
    }

    fn draft_view(&self, draft: Draft, whole: bool) -> DraftView {
        let expires_at = draft.updated_at.plus(self.world().policy().conversation.drafts_kept);
        DraftView { key: draft.key, data: whole.then_some(draft.data), updated_at: draft.updated_at, expires_at }
    }

    /// What the caller has begun to write, the latest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn drafts(&self, caller: &Caller) -> Result<Vec<DraftView>, Refusal> {
        let (user, since) = (caller.user.id, self.drafts_since());
        let found = self.read_store(move |reader| reader.drafts(user, since)).await?;
        Ok(found.into_iter().map(|draft| self.draft_view(draft, false)).collect())
    }

    /// One of them, with its version.
    ///
    /// # Errors
    /// 404 where the caller keeps none under that key.
    pub async fn draft(&self, caller: &Caller, text: String) -> Result<(DraftView, i64), Refusal> {
        let (user, since, key) = (caller.user.id, self.drafts_since(), key(text)?);
        let found = self.read_store(move |reader| reader.draft(user, &key, since)).await?;
        let draft = found.ok_or_else(Refusal::not_found)?;
        let version = draft.version;
        Ok((self.draft_view(draft, true), version))
    }

    /// Keeps what the caller has written so far; gives it with its version.
    ///
    /// # Errors
    /// 404 for what is no key, 413, 412 where another version is kept than was seen, 422
    /// where the caller keeps too many.
    pub async fn keep_draft(
        &self,
        caller: &Caller,
        text: String,
        wish: NewDraft,
        seen: Option<i64>,
    ) -> Result<(DraftView, i64), Refusal> {
        let key = key(text)?;
        if wish.data.to_string().len() > LARGEST {
            return Err(Refusal::new(Code::TooLarge, "A draft has at most 64 KiB."));
        }
        let (user, since) = (caller.user.id, self.drafts_since());
        let draft = Draft { key, data: wish.data, updated_at: self.clock().now(), version: 0 };
        let kept = draft.clone();
        match self.write_store(move |store| store.keep_draft(user, &kept, seen, since, MOST)).await? {
            Kept::At(version) => Ok((self.draft_view(draft, true), version)),
            Kept::Stale if seen.is_some() => Err(stale()),
            Kept::Stale => Err(Refusal::new(Code::Busy, "The same draft is being written from elsewhere.")),
            Kept::Full => {
                let message = format!("you keep {MOST} drafts already; take one away");
                Err(Refusal::invalid("", "maxItems", message))
            }
        }
    }

    /// Whether the caller keeps a draft under that key, at the version that was seen.
    ///
    /// # Errors
    /// 404, 412.
    pub async fn draft_at(&self, caller: &Caller, text: String, seen: Option<i64>) -> Result<(), Refusal> {
        let (_, version) = self.draft(caller, text).await?;
        if seen.is_some_and(|seen| seen != version) { Err(stale()) } else { Ok(()) }
    }

    /// Whether a draft may be kept under that key, whatever it says.
    ///
    /// # Errors
    /// 404 for what is no key, 412 where another version is kept than was seen.
    pub async fn may_keep(&self, caller: &Caller, text: String, seen: Option<i64>) -> Result<(), Refusal> {
        let key = key(text)?;
        match self.draft_at(caller, key, seen).await {
            Err(refusal) if refusal.code == Code::NotFound => seen.map_or(Ok(()), |_| Err(stale())),
            told => told,
        }
    }

    /// Takes a draft away.
    ///
    /// # Errors
    /// 404 where the caller keeps none under that key, 412 where it is at another version than was seen.
    pub async fn drop_draft(&self, caller: &Caller, text: String, seen: Option<i64>) -> Result<(), Refusal> {
        self.draft_at(caller, text.clone(), seen).await?;
        let (user, key) = (caller.user.id, key(text)?);
        match self.write_store(move |store| store.drop_draft(user, key, seen)).await? {
            true => Ok(()),
            false => Err(if seen.is_some() { stale() } else { Refusal::not_found() }),
        }
    }
}

fn stale() -> Refusal {
    Refusal::new(Code::PreconditionFailed, "The draft was written anew since you read it.")
}
