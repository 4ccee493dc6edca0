//! An absence as those see it whom it concerns, and as a mark beside a
//! person's name for staff.

use super::{PersonView, Viewer};
use crate::model::absence::{Absence, Scope};
use crate::model::ids::AbsenceId;
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// That a person is away, or will be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AwayView {
    /// From.
    pub from: Time,
    /// Until.
    pub to: Time,
    /// Username of who stands in.
    pub substitute: Option<String>,
}

/// One absence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AbsenceView {
    /// Id.
    pub id: AbsenceId,
    /// Who is away.
    pub person: PersonView,
    /// Who stands in.
    pub substitute: PersonView,
    /// From this moment.
    pub from: Time,
    /// Until this moment.
    pub to: Time,
    /// For what; an empty list narrows nothing.
    pub scope: Scope,
    /// `planned`, `current` or `over`.
    pub state: String,
    /// Who registered it.
    pub registered_by: PersonView,
    /// When.
    pub registered_at: Time,
}

/// Shapes an absence for a viewer.
pub fn absence(viewer: &Viewer<'_>, absence: &Absence) -> AbsenceView {
    let state = match () {
        () if viewer.now < absence.from => "planned",
        () if absence.lasts(viewer.now) => "current",
        () => "over",
    };
    AbsenceView {
        id: absence.id,
        person: viewer.person(absence.person),
        substitute: viewer.person(absence.substitute),
        from: absence.from,
        to: absence.to,
        scope: absence.scope.clone(),
        state: state.to_owned(),
        registered_by: viewer.person(absence.registered_by),
        registered_at: absence.registered_at,
    }
}
