//! What only one kind of ticket has: of an incident what it hits, of a problem
//! its cause, of a change its risk, its plan and its window. A reclassified
//! ticket keeps what it had as another kind; it is shown again only as that kind.

use super::ticket::{Kind, Ticket};
use super::time::Time;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Of an incident.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct IncidentFacts {
    /// The service that it hits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<String>,
    /// The configuration item that is broken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ci: Option<String>,
    /// How people help themselves meanwhile; public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workaround: Option<String>,
    /// Whether it is shown to all as known.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub known: bool,
    /// What it is called where it is shown to all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_title: Option<String>,
}

/// Of a problem.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProblemFacts {
    /// Why incidents come of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root_cause: Option<String>,
    /// How people help themselves meanwhile; public.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workaround: Option<String>,
    /// Whether it is shown to all as a known error.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub known_error: bool,
    /// What it is called where it is shown to all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_title: Option<String>,
}

/// Of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ChangeFacts {
    /// What may go wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub risk: Option<Risk>,
    /// How it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// How it is taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub back_out: Option<String>,
    /// When it is done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<Window>,
    /// Configuration items that it touches.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cis: Vec<String>,
    /// Why it is done though changes rest then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freeze_reason: Option<String>,
    /// Whether the workflow says its window: then it is corrected in the form, which the workflow waits by.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub by_workflow: bool,
}

impl ChangeFacts {
    /// Whether a fact of this name is stated: `risk`, `plan`, `back_out`, `window`, `cis`.
    pub fn has(&self, name: &str) -> bool {
        match name {
            "risk" => self.risk.is_some(),
            "plan" => self.plan.is_some(),
            "back_out" => self.back_out.is_some(),
            "window" => self.window.is_some(),
            "cis" => !self.cis.is_empty(),
            _ => true,
        }
    }
}

/// The facts of a change that policy.toml `[changes] required` may name.
pub const CHANGE_FACTS: [&str; 5] = ["risk", "plan", "back_out", "window", "cis"];

/// How much may go wrong, and what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// How much.
    pub level: RiskLevel,
    /// What.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// How much may go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RiskLevel {
    /// Little, for few.
    Low,
    /// In between.
    Medium,
    /// Much, or for many.
    High,
}

/// From when to when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// Begins.
    pub from: Time,
    /// Ends.
    pub to: Time,
}

impl Window {
    /// Whether the two have a moment in common.
    pub fn meets(&self, other: &Window) -> bool {
        self.from < other.to && other.from < self.to
    }
}

/// What stands of an open change in the calendar of changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slot {
    /// When it is done; nothing stands there without.
    pub window: Option<Window>,
    /// What it touches, `ci:NAME` and `service:NAME`.
    pub touches: Vec<String>,
}

impl Ticket {
    /// What stands of it in the calendar of changes: of an open change with a window.
    pub fn slot(&self) -> Slot {
        let facts = self.facts.change.as_ref().filter(|_| self.kind == Kind::Change && self.status.is_open());
        let Some((facts, window)) = facts.and_then(|facts| Some((facts, facts.window?))) else {
            return Slot::default();
        };
        let cis = facts.cis.iter().map(|ci| format!("ci:{ci}"));
        let mut touches: Vec<String> =
            cis.chain(self.marks.services.iter().map(|service| format!("service:{service}"))).collect();
        touches.sort();
        touches.dedup();
        Slot { window: Some(window), touches }
    }

    /// What it is called where all are shown it.
    pub fn public_title(&self) -> Option<&str> {
        let of_incident = self.facts.incident.as_ref().filter(|_| self.kind == Kind::Incident);
        let of_problem = self.facts.problem.as_ref().filter(|_| self.kind == Kind::Problem);
        let title = of_incident.and_then(|facts| facts.public_title.as_deref());
        title.or_else(|| of_problem.and_then(|facts| facts.public_title.as_deref()))
    }

    /// What all people may know of it: its public title and its workaround. None
    /// where staff have not said so, and of what is over or confidential.
    pub fn known(&self) -> Option<(&str, Option<&str>)> {
        if !self.status.is_open() || self.flags.cancelling || self.restricted_to.is_some() {
            return None;
        }
        match self.kind {
            Kind::Incident => {
                let facts = self.facts.incident.as_ref().filter(|facts| facts.known)?;
                Some((facts.public_title.as_deref()?, facts.workaround.as_deref()))
            }
            Kind::Problem => {
                let facts = self.facts.problem.as_ref().filter(|facts| facts.known_error)?;
                Some((facts.public_title.as_deref()?, facts.workaround.as_deref()))
            }
            Kind::Request | Kind::Change => None,
        }
    }
}
