//! Comments: public ones for everybody who sees the ticket, internal notes for
//! staff. On closed tickets too.

use super::draft::Draft;
use super::submit::too_long;
use super::{assign, attach, hold, permit, silence};
use crate::desk::command::NewComment;
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::ids::CommentId;
use crate::model::policy::Responds;
use crate::model::problem::{Code, Refusal};
use crate::model::status::Operation;
use crate::model::ticket::Comment;
use serde_json::json;

const LONGEST: usize = 20_000;

/// Adds a comment.
pub fn comment(draft: &mut Draft<'_>, wish: &NewComment) -> Result<(), Refusal> {
    permit(draft, Operation::Comment)?;
    if wish.text.trim().is_empty() {
        return Err(Refusal::invalid("/text", "required", "Say something."));
    }
    if let Some(error) = too_long("/text", &wish.text, LONGEST) {
        return Err(Refusal::invalid_fields(vec![error]));
    }
    let Some(author) = draft.doer.person().cloned() else {
        return Err(Refusal::new(Code::Forbidden, "Only people comment."));
    };
    if wish.internal && !author.is_staff() {
        return Err(Refusal::new(Code::Forbidden, "Only staff write internal notes."));
    }
    assign::first_act(draft);
    let own = [draft.ticket.requester, draft.ticket.requested_for].contains(&author.id);
    if author.is_staff() && !wish.internal && !own {
        assign::responded(draft, Responds::FirstReply);
    }
    let id = CommentId::fresh(draft.ids());
    let comment = Comment {
        id,
        ticket: draft.ticket.id,
        author: author.id,
        at: draft.now,
        internal: wish.internal,
        text: wish.text.clone(),
    };
    draft.changes().comments.push(comment);
    draft.made(Made::Comment(id));
    attach::with_comment(draft, &wish.attachments, id, wish.internal)?;
    draft.log(EventType::CommentAdded, json!({"comment": id, "internal": wish.internal}));
    silence::heard(draft, &author, wish.internal);
    if !wish.internal && own {
        hold::replied(draft, &author.name);
    }
    if !wish.internal && !own {
        super::ending::tell_requester(draft, "{author} wrote on {number} “{title}”.", &[("author", &author.name)]);
    }
    Ok(())
}
