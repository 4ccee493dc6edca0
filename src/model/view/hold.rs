//! A hold as its viewer sees it: what it is called in their language, and why
//! where they are the ones who are waited for.

use super::{PersonView, Viewer};
use crate::model::policy::EndsOn;
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why nothing is done on a ticket now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HoldView {
    /// One of policy.toml `[[holds]]`.
    pub code: String,
    /// What it is called, in the caller's language.
    pub label: String,
    /// In words; for staff, and for who asked where an answer of theirs ends it.
    pub reason: Option<String>,
    /// Since when.
    pub since: Time,
    /// When it ends by itself.
    pub until: Option<Time>,
    /// Who held it.
    pub by: PersonView,
}

/// Shapes a ticket's hold.
pub(super) fn hold(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<HoldView> {
    let hold = ticket.hold.as_ref()?;
    let rule = viewer.policy.hold(&hold.code);
    let label = rule.map_or(hold.code.as_str(), |rule| rule.label(&viewer.user.language)).to_owned();
    let told = viewer.is_staff() || rule.is_some_and(|rule| rule.ends_on == Some(EndsOn::Reply));
    Some(HoldView {
        code: hold.code.clone(),
        label,
        reason: hold.reason.clone().filter(|_| told),
        since: hold.since,
        until: hold.until,
        by: viewer.person(hold.by),
    })
}
