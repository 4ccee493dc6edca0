//! A better way: what is no service of ours is declined with an explanation,
//! and with what they may do instead.

use super::draft::Draft;
use super::submit::{LONGEST_REASON, too_long};
use crate::model::closing::{BetterWay, OUT_OF_SCOPE};
use crate::model::problem::FieldError;

/// The better way that was said: in words, or a catalog item's name. Compulsory
/// with the reason `out_of_scope`.
pub fn wanted(
    draft: &Draft<'_>,
    reason: Option<&str>,
    said: Option<&str>,
    pointer: &str,
) -> Result<Option<BetterWay>, FieldError> {
    let Some(text) = said.map(str::trim).filter(|text| !text.is_empty()) else {
        return match reason {
            Some(OUT_OF_SCOPE) => Err(FieldError::new(pointer, "required", "Say what they may do instead.")),
            _ => Ok(None),
        };
    };
    if let Some(error) = too_long(pointer, text, LONGEST_REASON) {
        return Err(error);
    }
    let Some(item) = draft.world.content.items.get(text) else {
        return Ok(Some(BetterWay { text: text.to_owned(), item: None }));
    };
    let requester = draft.world.people.user(draft.ticket.requester);
    if !requester.is_some_and(|user| draft.world.may_ask(user, item)) {
        let message = format!("the requester may not ask for `{text}`");
        return Err(FieldError::new(pointer, "not_available", message));
    }
    Ok(Some(BetterWay { text: item.title.clone(), item: Some(text.to_owned()) }))
}
