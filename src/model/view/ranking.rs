//! How a ticket's priority came about beside the matrix, as staff see it.

use super::{PersonView, Viewer};
use crate::model::ticket::Ticket;
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Somebody set another priority than the matrix gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct OverrideView {
    /// Who.
    pub by: PersonView,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Time,
    /// What the matrix gives.
    pub computed: String,
}

/// That somebody set it, for staff.
pub(super) fn overridden(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<OverrideView> {
    let said = ticket.facts.ranking.overridden.as_ref().filter(|_| viewer.is_staff())?;
    Some(OverrideView {
        by: viewer.person(said.by),
        reason: said.reason.clone(),
        at: said.at,
        computed: said.computed.clone(),
    })
}

/// That somebody goes to see whom it is for, for those who see who is a VIP.
pub(super) fn on_site(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<bool> {
    (ticket.facts.ranking.on_site && viewer.policy.sees_vips(viewer.user)).then_some(true)
}
