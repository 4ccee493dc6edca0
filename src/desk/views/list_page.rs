//! Whether a list is short enough to be exported.

use super::View;
use super::filters::{ListQuery, filter_of};
use crate::desk::unavailable;
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::view::Sight;

/// Whether a list has at most so many tickets.
///
/// # Errors
/// 422 for a filter that is not for the caller, 503 where the database does not answer.
pub fn at_most(v: &mut View<'_>, user: &User, query: &ListQuery, most: usize) -> Result<bool, Refusal> {
    let most = i64::try_from(most).unwrap_or(i64::MAX - 1);
    let filter = filter_of(v, user, query)?;
    let counted = v.reader.count(&filter, &Sight::of(user), most + 1).map_err(|error| unavailable(&error))?;
    Ok(counted <= most)
}
