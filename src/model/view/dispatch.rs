//! A ticket's way between desk and handlers, as staff see it at a glance.

use super::{PersonView, Viewer};
use crate::model::ids::StepId;
use crate::model::journal::JournalRow;
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why a ticket lies with its owner again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct HandBackView {
    /// Who gave it back.
    pub by: PersonView,
    /// When.
    pub at: Time,
    /// Why.
    pub reason: String,
    /// What they suggest.
    pub suggestion: String,
    /// One of policy.toml `[returns]`.
    pub code: Option<String>,
}

/// The last time that a manager was told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RaisedView {
    /// Who wanted it; nobody where a rule or the workflow did.
    pub by: Option<PersonView>,
    /// When.
    pub at: Time,
    /// Why.
    pub reason: String,
}

/// Who asked wants it cancelled, and its owner has not answered yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct CancelWishView {
    /// The question that the owner answers.
    pub step: StepId,
    /// Who wants it.
    pub by: PersonView,
    /// Since when.
    pub at: Time,
    /// Why; for staff and for who wants it.
    pub reason: Option<String>,
}

/// The open wish to cancel it.
pub(super) fn cancel_wish(viewer: &Viewer<'_>, open: &[JournalRow]) -> Option<CancelWishView> {
    let row = open.iter().find(|row| row.is_open() && row.is_cancel_wish())?;
    let by = row.arguments.handling.by?;
    let told = viewer.is_staff() || viewer.user.id == by;
    let reason = row.arguments.text.clone().filter(|_| told);
    Some(CancelWishView { step: row.id, by: viewer.person(by), at: row.opened_at, reason })
}

/// Why it came back, for staff.
pub(super) fn handed_back(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<HandBackView> {
    let back = ticket.facts.dispatch.handed_back.as_ref().filter(|_| viewer.is_staff())?;
    Some(HandBackView {
        by: viewer.person(back.by),
        at: back.at,
        reason: back.reason.clone(),
        suggestion: back.suggestion.clone(),
        code: back.code.clone(),
    })
}

/// That a manager was told, for staff.
pub(super) fn raised(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<RaisedView> {
    let raised = ticket.facts.dispatch.raised.as_ref().filter(|_| viewer.is_staff())?;
    Some(RaisedView { by: raised.by.map(|id| viewer.person(id)), at: raised.at, reason: raised.reason.clone() })
}
