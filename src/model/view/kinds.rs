//! What a viewer sees of what only an incident, a problem or a change has.

use super::Viewer;
use super::relations::OverlapView;
use crate::model::kind_facts::{Risk, Window};
use crate::model::ticket::{Kind, Ticket};
use crate::model::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Of an incident.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct IncidentView {
    /// The service that it hits.
    pub service: Option<String>,
    /// The configuration item that is broken; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ci: Option<String>,
    /// How people help themselves meanwhile.
    pub workaround: Option<String>,
    /// Whether all are shown that it is known.
    pub known: bool,
    /// What it is called there.
    pub public_title: Option<String>,
    /// How many have said that it hits them as well.
    pub affected: u32,
}

/// Of a problem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ProblemView {
    /// Why incidents come of it; for staff.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root_cause: Option<String>,
    /// How people help themselves meanwhile.
    pub workaround: Option<String>,
    /// Whether all are shown that it is a known error.
    pub known_error: bool,
    /// What it is called there.
    pub public_title: Option<String>,
    /// How many have said that it hits them as well.
    pub affected: u32,
}

/// Of a change; for others than staff its window alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ChangeView {
    /// When it is done.
    pub window: Option<Window>,
    /// What may go wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<Risk>,
    /// How it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// How it is taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back_out: Option<String>,
    /// Configuration items that it touches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cis: Vec<String>,
    /// The freeze that its window touches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub freeze: Option<FreezeView>,
    /// Other open changes in the same time on the same things, as far as the viewer sees them; of one ticket, not in
    /// lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overlaps: Option<Vec<OverlapView>>,
}

/// A time in which changes rest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FreezeView {
    /// What it is called.
    pub name: String,
    /// Begins.
    pub from: Time,
    /// Ends.
    pub to: Time,
    /// Why it is done all the same.
    pub reason: Option<String>,
}

/// What it has as an incident.
pub fn incident(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<IncidentView> {
    let relations = &ticket.facts.relations;
    let facts = ticket.facts.incident.clone().filter(|_| ticket.kind == Kind::Incident)?;
    Some(IncidentView {
        service: facts.service,
        ci: facts.ci.filter(|_| viewer.is_staff()),
        workaround: facts.workaround,
        known: facts.known,
        public_title: facts.public_title,
        affected: relations.affected,
    })
}

/// What it has as a problem.
pub fn problem(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<ProblemView> {
    let facts = ticket.facts.problem.clone().filter(|_| ticket.kind == Kind::Problem)?;
    Some(ProblemView {
        root_cause: facts.root_cause.filter(|_| viewer.is_staff()),
        workaround: facts.workaround,
        known_error: facts.known_error,
        public_title: facts.public_title,
        affected: ticket.facts.relations.affected,
    })
}

/// What it has as a change.
pub fn change(viewer: &Viewer<'_>, ticket: &Ticket) -> Option<ChangeView> {
    let facts = ticket.facts.change.clone().filter(|_| ticket.kind == Kind::Change)?;
    if !viewer.is_staff() {
        let (window, cis) = (facts.window, Vec::new());
        return Some(ChangeView { window, risk: None, plan: None, back_out: None, cis, freeze: None, overlaps: None });
    }
    let touched = facts.window.and_then(|window| viewer.policy.freeze(window.from, window.to, &ticket.marks.services));
    let reason = facts.freeze_reason;
    Some(ChangeView {
        window: facts.window,
        risk: facts.risk,
        plan: facts.plan,
        back_out: facts.back_out,
        cis: facts.cis,
        freeze: touched.map(|it| FreezeView { name: it.name.clone(), from: it.from, to: it.to, reason }),
        overlaps: None,
    })
}
