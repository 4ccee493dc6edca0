//! Files: on the ticket itself, with a comment, in its form or in the answer to
//! a step. A file that was sent up is its uploader's alone until a command
//! takes it; then it is that ticket's, for good. The commit refuses a second use.

use super::draft::Draft;
use super::permit;
use crate::desk::command::{Act, Attach};
use crate::model::attachment::{Attachment, FilePlace, MOST_AT_ONCE, Use};
use crate::model::catalog::Meaning;
use crate::model::event::EventType;
use crate::model::ids::{AttachmentId, CommentId};
use crate::model::problem::{Code, FieldError, Refusal};
use crate::model::status::Operation;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

/// The files that an act may speak of: what of it reads as an id. What they
/// mean is decided when they are known.
pub fn named(act: &Act) -> Vec<AttachmentId> {
    let mut found = BTreeSet::new();
    match act {
        Act::Submit(wish) => wish.form.values().for_each(|value| collect(value, &mut found)),
        Act::Change(wish) => {
            wish.form.iter().flat_map(|form| form.values()).for_each(|value| collect(value, &mut found));
        }
        Act::Answer(wish) => wish.output.iter().for_each(|value| collect(value, &mut found)),
        Act::Comment(wish) => found.extend(wish.attachments.iter().filter_map(|id| id.parse::<AttachmentId>().ok())),
        Act::Attach(wish) => found.extend(wish.attachment.parse::<AttachmentId>().ok()),
        _ => {}
    }
    found.into_iter().take(MOST_AT_ONCE).collect()
}

fn collect(value: &Json, into: &mut BTreeSet<AttachmentId>) {
    match value {
        Json::String(text) if text.len() == 36 => into.extend(text.parse::<AttachmentId>().ok()),
        Json::Array(items) => items.iter().for_each(|item| collect(item, into)),
        Json::Object(fields) => fields.values().for_each(|field| collect(field, into)),
        _ => {}
    }
}

/// `attachments`: a file of one's own is put on the ticket.
pub fn attach(draft: &mut Draft<'_>, wish: &Attach) -> Result<(), Refusal> {
    permit(draft, Operation::Attach)?;
    if wish.internal && !draft.doer.person().is_some_and(|user| user.is_staff()) {
        return Err(Refusal::new(Code::Forbidden, "Only staff add files that are for staff."));
    }
    let id = usable(draft, &wish.attachment, "/attachment").map_err(|error| Refusal::invalid_fields(vec![error]))?;
    take(draft, id, FilePlace::Ticket, None, wish.internal);
    Ok(())
}

/// The files of a comment.
pub fn with_comment(draft: &mut Draft<'_>, ids: &[String], comment: CommentId, internal: bool) -> Result<(), Refusal> {
    let mut errors = Vec::new();
    if ids.len() > MOST_AT_ONCE {
        errors.push(FieldError::new("/attachments", "maxItems", format!("at most {MOST_AT_ONCE} files at once")));
    }
    let mut found = BTreeSet::new();
    for (n, id) in ids.iter().enumerate() {
        match usable(draft, id, &format!("/attachments/{n}")) {
            Ok(id) => drop(found.insert(id)),
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        return Err(Refusal::invalid_fields(errors));
    }
    for id in found {
        take(draft, id, FilePlace::Comment, Some(comment), internal);
    }
    Ok(())
}

/// What is wrong with the files that a filled form names.
pub fn check(draft: &Draft<'_>, meaning: &Meaning, form: &Json, root: &str) -> Vec<FieldError> {
    let named = meaning.attached(form);
    if named.len() > MOST_AT_ONCE {
        return vec![FieldError::new(root, "maxItems", format!("at most {MOST_AT_ONCE} files at once"))];
    }
    let wrong = |one: crate::model::catalog::Named<'_>| {
        if is_here(draft, one.text) {
            return None;
        }
        usable(draft, one.text, &format!("{root}{}", one.pointer)).err()
    };
    named.into_iter().filter_map(wrong).collect()
}

/// Takes the files that a checked form names and that are not the ticket's yet.
pub fn with_form(draft: &mut Draft<'_>, meaning: &Meaning, form: &Json, place: FilePlace) {
    let named: BTreeSet<AttachmentId> =
        meaning.attached(form).into_iter().filter_map(|one| one.text.parse().ok()).collect();
    for id in named {
        if draft.files.iter().any(|file| file.id == id && file.used.is_none()) {
            take(draft, id, place, None, false);
        }
    }
}

fn is_here(draft: &Draft<'_>, text: &str) -> bool {
    let here = |file: &Attachment| file.used.is_some_and(|used| used.ticket == draft.ticket.id && !used.internal);
    text.parse::<AttachmentId>().is_ok_and(|id| draft.files.iter().any(|file| file.id == id && here(file)))
}

/// A file that the doer sent up and nobody used; a file of somebody else is
/// as unknown as one that there is not.
fn usable(draft: &Draft<'_>, text: &str, pointer: &str) -> Result<AttachmentId, FieldError> {
    let unknown = || FieldError::new(pointer, "unknown", "there is no file of yours with this id; send it up again");
    let id: AttachmentId = text.parse().map_err(|_| unknown())?;
    let own = |file: &&Attachment| file.id == id && Some(file.uploader) == draft.doer.user_id();
    let file = draft.files.iter().find(own).ok_or_else(unknown)?;
    if file.used.is_some() {
        return Err(FieldError::new(pointer, "used", "this file is used already; send it up once more"));
    }
    match file.expires_at() {
        Some(until) if until <= draft.now => Err(unknown()),
        _ => Ok(id),
    }
}

fn take(draft: &mut Draft<'_>, id: AttachmentId, place: FilePlace, comment: Option<CommentId>, internal: bool) {
    let used = Use { ticket: draft.ticket.id, place, comment, internal, at: draft.now };
    let Some(file) = draft.files.iter_mut().find(|file| file.id == id) else { return };
    file.used = Some(used);
    let data = json!({"attachment": id, "name": file.name, "size": file.size, "place": place, "internal": internal});
    draft.changes().attachments.push((id, used));
    draft.log(EventType::AttachmentAdded, data);
}
