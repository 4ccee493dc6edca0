//! The author of a comment changes its text for a while; what was said before
//! stays on record.

use super::comment::check_text;
use super::mentions::{self, Mentions};
use crate::desk::conversation::EditComment;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::permit;
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::ids::CommentId;
use crate::model::problem::{Code, Refusal};
use crate::model::status::Operation;
use crate::model::ticket::{Comment, CommentDetails, FormerText};
use serde_json::json;

/// Changes a comment's text.
pub fn edit(draft: &mut Draft<'_>, id: CommentId, wish: &EditComment) -> Result<(), Refusal> {
    let before = draft.beside.comment.clone().filter(|comment| comment.id == id && comment.ticket == draft.ticket.id);
    let before = before.ok_or_else(Refusal::not_found)?;
    let author = draft.doer.person().cloned().ok_or_else(Refusal::not_found)?;
    if before.internal && !author.is_staff() {
        return Err(Refusal::not_found());
    }
    if before.author != author.id {
        return Err(Refusal::new(Code::Forbidden, "Only who wrote a comment changes it."));
    }
    permit(draft, Operation::Comment)?;
    let within = draft.policy().conversation.edit_within;
    if draft.now > before.at.plus(within) {
        let detail = format!("A comment is changed within {} minutes; say it anew.", within.num_minutes());
        return Err(Refusal::new(Code::IllegalOperation, detail));
    }
    check_text(&wish.text)?;
    draft.made(Made::Comment(id));
    if wish.text == before.text {
        return Ok(());
    }
    let told = Mentions::of(draft, &author, &wish.text, before.internal)?;
    let n = before.details.edits + 1;
    let details = CommentDetails { mentions: told.users(), edits: n, ..before.details.clone() };
    let now = draft.now;
    draft.changes().former_texts.push(FormerText { comment: id, n, text: before.text.clone(), until: now });
    let mentioned = before.details.mentions.clone();
    let edited = Comment { text: wish.text.clone(), details, edited_at: Some(now), ..before.clone() };
    draft.changes().comments_changed.push(edited);
    draft.log(EventType::CommentEdited, json!({"comment": id, "internal": before.internal, "edit": n}));
    mentions::tell(draft, &author, &told.without(&mentioned));
    Ok(())
}
