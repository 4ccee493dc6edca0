//! What is said about a ticket and who follows it: comments, mentions, watchers.
//! None of it conflicts with what others do at the same time.

mod acknowledge;
mod comment;
mod edit;
mod mentions;
mod watch;

pub use acknowledge::acknowledge;
pub use comment::comment;
pub use watch::tell_watchers;

use super::draft::Draft;
use crate::desk::conversation::Talk;
use crate::model::problem::Refusal;

/// Does what was wished.
pub fn talk(draft: &mut Draft<'_>, wish: &Talk) -> Result<(), Refusal> {
    match wish {
        Talk::Edit(id, wish) => edit::edit(draft, *id, wish),
        Talk::Watch(wish) => watch::watch(draft, wish),
        Talk::Unwatch(user) => watch::unwatch(draft, user.as_deref()),
    }
}
