//! `add`: somebody who is asked for their approval wants somebody else to sign
//! as well, before their own yes counts, or before the approval is settled.

use super::on_step::{log, may_be_given_a_vote, somebody_else};
use crate::desk::decide::draft::Draft;
use crate::desk::decide::ending::tell;
use crate::desk::decide::submit::{LONGEST_REASON, too_long};
use crate::desk::handling::AddSigner;
use crate::model::approval::{Signer, When};
use crate::model::event::EventType;
use crate::model::journal::JournalRow;
use crate::model::people::User;
use crate::model::problem::{FieldError, Refusal};
use serde_json::json;

/// An approval has at most so many added signers.
const MOST: usize = 20;

/// Adds a signer.
pub fn add(draft: &mut Draft<'_>, row: &JournalRow, by: &User, wish: &AddSigner) -> Result<(), Refusal> {
    let mut errors: Vec<FieldError> = Vec::new();
    let user = somebody_else(draft, "/user", &wish.user, by, &mut errors);
    errors.extend(user.as_ref().and_then(|user| may_be_given_a_vote(draft, row, "/user", user)));
    let when = match wish.when.as_str() {
        "before" => Some(When::Before),
        "after" => Some(When::After),
        other => {
            errors.push(FieldError::new("/where", "enum", format!("`{other}` is neither before nor after")));
            None
        }
    };
    errors.extend(wish.comment.as_ref().and_then(|text| too_long("/comment", text, LONGEST_REASON)));
    let rule = row.arguments.rule.as_ref();
    if rule.is_some_and(|rule| rule.signers.len() >= MOST) {
        errors.push(FieldError::new("/user", "maxItems", format!("at most {MOST} signers are added")));
    }
    let seat = rule.and_then(|rule| rule.seat(by.id));
    let (Some(user), Some(when), Some(seat), true) = (user, when, seat, errors.is_empty()) else {
        return Err(Refusal::invalid_fields(errors));
    };
    draft.change_row(row.id, |row| {
        row.arguments.parties.users.insert(user.id);
        if let Some(rule) = row.arguments.rule.as_mut() {
            rule.signers.push(Signer { user: user.id, seat, by: by.id, when });
        }
    });
    draft.ask_anew(row.id);
    let data = json!({"user": user.username, "by": by.username, "where": when, "comment": wish.comment});
    log(draft, EventType::StepSignerAdded, row, data);
    let said = wish.comment.clone().unwrap_or_default();
    let values = json!({"by": by.name, "step": row.name, "comment": said});
    let text = match said.is_empty() {
        true => "{number}: {by} asks you to sign “{step}” as well.",
        false => "{number}: {by} asks you to sign “{step}” as well: {comment}",
    };
    tell(draft, &[user.id], text, values);
    Ok(())
}
