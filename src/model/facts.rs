//! What the handbook's process records of a ticket beside its form, and what no
//! list is ever filtered by: one column of JSON, so that a further fact needs no
//! further column. What is filtered or sorted by has a column of its own.

use super::appointment::Appointment;
use super::by_workflow::ByWorkflow;
use super::closing::Closing;
use super::contact::Contact;
use super::dispatch::Dispatch;
use super::kind_facts::{ChangeFacts, IncidentFacts, ProblemFacts};
use super::ranking::Ranking;
use super::relation::Relations;
use super::time::Time;
use super::touched::Touched;
use super::watching::Watcher;
use super::worklog::WorkSum;
use serde::{Deserialize, Serialize};

/// The facts of a ticket; a missing one is a fact that nobody stated.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Whom it concerns, if they are not in the directory.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// Its way between desk and handlers.
    #[serde(skip_serializing_if = "Dispatch::is_empty")]
    pub dispatch: Dispatch,
    /// What its workflow made of its fields.
    #[serde(skip_serializing_if = "ByWorkflow::is_empty")]
    pub by_workflow: ByWorkflow,
    /// Whether a person said its title: no script makes it another.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub titled: bool,
    /// How it ends.
    #[serde(skip_serializing_if = "is_default")]
    pub closing: Closing,
    /// Which fields changed at which version.
    #[serde(skip_serializing_if = "is_default")]
    pub touched: Touched,
    /// Who watches it, in the order of coming.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub watchers: Vec<Watcher>,
    /// What it has as an incident.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incident: Option<IncidentFacts>,
    /// What it has as a problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<ProblemFacts>,
    /// What it has as a change.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<ChangeFacts>,
    /// Whether there are links, and people who are hit as well.
    #[serde(skip_serializing_if = "Relations::is_empty")]
    pub relations: Relations,
    /// Its priority, beside the matrix.
    #[serde(skip_serializing_if = "Ranking::is_empty")]
    pub ranking: Ranking,
    /// How long people worked on it.
    #[serde(skip_serializing_if = "WorkSum::is_empty")]
    pub work: WorkSum,
    /// Its appointments, in the order of making.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub appointments: Vec<Appointment>,
    /// When everything personal was erased.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub erased: Option<Time>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
