//! Comments: public ones for everybody who sees the ticket, internal notes for
//! staff. On closed tickets too.

use super::mentions::{self, Mentions};
use super::watch;
use crate::desk::conversation::NewComment;
use crate::desk::decide::draft::Draft;
use crate::desk::decide::submit::too_long;
use crate::desk::decide::{assign, attach, ending, hold, illegal, permit, silence};
use crate::model::changes::Made;
use crate::model::event::EventType;
use crate::model::ids::CommentId;
use crate::model::people::User;
use crate::model::policy::{EndsOn, Responds};
use crate::model::problem::{Code, Refusal};
use crate::model::status::{Operation, allowed_by_status, allowed_to};
use crate::model::ticket::{Comment, CommentDetails};
use serde_json::json;

/// Characters of a comment.
const LONGEST: usize = 20_000;

/// Adds a comment.
pub fn comment(draft: &mut Draft<'_>, wish: &NewComment) -> Result<(), Refusal> {
    permit(draft, Operation::Comment)?;
    let Some(author) = draft.doer.person().cloned() else {
        return Err(Refusal::new(Code::Forbidden, "Only people comment."));
    };
    if wish.internal && !author.is_staff() {
        return Err(Refusal::new(Code::Forbidden, "Only staff write internal notes."));
    }
    let awaits = wish.awaits_reply.then(|| awaiting(draft, &author, wish)).transpose()?;
    check_text(&wish.text)?;
    let told = Mentions::of(draft, &author, &wish.text, wish.internal)?;
    assign::first_act(draft);
    let own = [draft.ticket.requester, draft.ticket.requested_for].contains(&author.id);
    if author.is_staff() && !wish.internal && !own {
        assign::responded(draft, Responds::FirstReply);
    }
    let id = CommentId::fresh(draft.ids());
    let details = CommentDetails { awaits_reply: wish.awaits_reply, mentions: told.users(), edits: 0 };
    let said = Comment::said(id, draft.ticket.id, author.id, draft.now, wish.text.clone());
    draft.changes().comments.push(Comment { internal: wish.internal, details, ..said });
    draft.made(Made::Comment(id));
    attach::with_comment(draft, &wish.attachments, id, wish.internal)?;
    let mut data = json!({"comment": id, "internal": wish.internal});
    if let Some(data) = data.as_object_mut() {
        if wish.awaits_reply {
            data.insert("awaits_reply".to_owned(), json!(true));
        }
        if !told.is_empty() {
            data.insert("mentions".to_owned(), json!(told.names()));
        }
    }
    draft.log(EventType::CommentAdded, data);
    silence::heard(draft, &author, wish.internal);
    if !wish.internal && replies(draft, &author) {
        hold::replied(draft, &author.name);
    }
    mentions::tell(draft, &author, &told);
    if let Some(code) = awaits {
        hold::await_reply(draft, &code, &author, &wish.text);
    } else if !wish.internal && !own {
        ending::tell_requester(draft, "{author} wrote on {number} “{title}”.", &[("author", &author.name)]);
    }
    if !wish.internal {
        let told = draft.told();
        watch::tell_others(draft, &told, "{author} wrote on {number} “{title}”.", json!({"author": author.name}));
    }
    Ok(())
}

/// What a comment may say.
pub fn check_text(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::invalid("/text", "required", "Say something."));
    }
    too_long("/text", text, LONGEST).map_or(Ok(()), |error| Err(Refusal::invalid_fields(vec![error])))
}

/// A word of who asked, or of who typed it in, is a reply; but nobody replies
/// to themselves.
fn replies(draft: &Draft<'_>, author: &User) -> bool {
    let ticket = &draft.ticket;
    let asked = [ticket.requester, ticket.requested_for].contains(&author.id);
    let set_it = ticket.hold.as_ref().is_some_and(|hold| hold.by == author.id);
    asked || (ticket.opened_by == author.id && !set_it)
}

/// The hold that waits for the reply to a comment: 403, 409, 422.
fn awaiting(draft: &Draft<'_>, author: &User, wish: &NewComment) -> Result<String, Refusal> {
    let ticket = &draft.ticket;
    let takes = ticket.owner.is_none() && allowed_to(Operation::Accept, author, ticket);
    if !takes && !allowed_to(Operation::Hold, author, ticket) {
        return Err(Refusal::new(Code::Forbidden, "Who handles the ticket may wait for a reply."));
    }
    let rules = &draft.policy().holds;
    let rule = rules.iter().find(|rule| rule.ends_on == Some(EndsOn::Reply));
    let waits_already = ticket
        .hold
        .as_ref()
        .is_some_and(|hold| rules.iter().any(|rule| rule.code == hold.code && rule.ends_on == Some(EndsOn::Reply)));
    if !waits_already && !allowed_by_status(Operation::Hold, ticket) {
        return Err(illegal(draft, "A ticket as it is now cannot wait for a reply.".to_owned()));
    }
    if wish.internal {
        return Err(Refusal::invalid("/awaits_reply", "internal", "Nobody replies to what they cannot read."));
    }
    if [ticket.requester, ticket.requested_for].contains(&author.id) {
        return Err(Refusal::invalid("/awaits_reply", "self", "You would wait for yourself."));
    }
    let none = || Refusal::invalid("/awaits_reply", "unknown", "The policy has no hold that a reply ends.");
    rule.map(|rule| rule.code.clone()).ok_or_else(none)
}
