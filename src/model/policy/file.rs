//! The shape of policy.toml, key by key. Unknown keys are errors; what the keys
//! mean together is checked in `build`.

use super::batch::BatchFile;
use super::cancel::CancelFile;
use super::changes::ChangesFile;
use super::closing::{CloseFile, CsatFile, KnowledgeFile};
use super::conversation::ConversationFile;
use super::desks::DeskFile;
use super::escalation::EscalationFile;
use super::holds::{HoldFile, ReturnsFile};
use super::intake::IntakeFile;
use super::outgoing::OutgoingFile;
use super::priority::{PriorityFile, VipFile};
use super::publishing::PublishingFile;
use super::recurring::RecurringFile;
use super::reopen::ReopenFile;
use super::retention::RetentionFile;
use super::{FILE, OnTimeout, OwnRequest, Responds, SamePerson, Starts};
use crate::model::duration::Span;
use crate::model::problem::Fault;
use crate::model::ticket::ClosureCode;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A TOML error as a fault with line and column.
pub fn fault(text: &str, error: &toml::de::Error) -> Fault {
    let at = error.span().map_or(0, |span| span.start);
    let (line, column) = position(text, at);
    Fault::of_file(FILE, "policy", error.message()).at(line, column)
}

/// Line and column (from 1) of a byte offset.
pub fn position(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |rest| rest.chars().count()) + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyFile {
    pub currency: String,
    #[serde(default)]
    pub languages: Vec<String>,
    #[serde(default)]
    pub values: BTreeMap<String, toml::Value>,
    #[serde(default)]
    pub roles: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub desks: BTreeMap<String, DeskFile>,
    #[serde(default)]
    pub local_groups: BTreeMap<String, BTreeMap<String, String>>,
    #[serde(default)]
    pub freezes: Vec<FreezeFile>,
    #[serde(default)]
    pub intake: Vec<IntakeFile>,
    #[serde(default)]
    pub calendars: BTreeMap<String, CalendarFile>,
    pub priority: PriorityFile,
    #[serde(default)]
    pub vip: VipFile,
    #[serde(default)]
    pub pauses: BTreeMap<String, bool>,
    #[serde(default)]
    pub sla: Vec<SlaFile>,
    #[serde(default)]
    pub steps: StepsFile,
    #[serde(default)]
    pub closure_codes: Vec<ClosureCodeFile>,
    #[serde(default)]
    pub closure_reasons: BTreeMap<String, ClosureCode>,
    #[serde(default)]
    pub rejection_codes: BTreeMap<String, String>,
    #[serde(default)]
    pub changes: ChangesFile,
    #[serde(default)]
    pub holds: Vec<HoldFile>,
    #[serde(default)]
    pub returns: ReturnsFile,
    #[serde(default)]
    pub batch: BatchFile,
    #[serde(default)]
    pub conversation: ConversationFile,
    #[serde(default)]
    pub publishing: PublishingFile,
    #[serde(default)]
    pub close: CloseFile,
    pub csat: Option<CsatFile>,
    #[serde(default)]
    pub knowledge: KnowledgeFile,
    #[serde(default)]
    pub escalation: Vec<EscalationFile>,
    #[serde(default)]
    pub reopen: ReopenFile,
    #[serde(default)]
    pub cancel: CancelFile,
    #[serde(default)]
    pub recurring: Vec<RecurringFile>,
    #[serde(default)]
    pub outgoing: OutgoingFile,
    #[serde(default)]
    pub retention: RetentionFile,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FreezeFile {
    pub name: String,
    pub from: toml::value::Datetime,
    pub to: toml::value::Datetime,
    pub services: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    pub zone: Option<String>,
    pub day: Option<Span>,
    #[serde(default)]
    pub hours: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub holidays: Vec<String>,
    pub holidays_ics: Option<String>,
    #[serde(default)]
    pub days: BTreeMap<String, Vec<String>>,
    pub any_of: Option<Vec<String>>,
    #[serde(default)]
    pub always: bool,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum ByPriority {
    One(String),
    Each(BTreeMap<String, String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlaFile {
    pub name: String,
    pub valid_from: toml::value::Datetime,
    pub agreed_by: Option<String>,
    pub calendar: ByPriority,
    pub starts: Option<Starts>,
    pub responds: Option<Responds>,
    #[serde(default)]
    pub response: BTreeMap<String, Span>,
    #[serde(default)]
    pub resolve: BTreeMap<String, Span>,
    #[serde(default)]
    pub task: BTreeMap<String, Span>,
    #[serde(default)]
    pub pauses: BTreeMap<String, bool>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepsFile {
    pub max_levels: Option<u32>,
    pub approval: Option<ApprovalFile>,
    pub cost: Option<StepFile>,
    pub task: Option<StepFile>,
    pub work: Option<StepFile>,
    pub question: Option<StepFile>,
    pub ticket: Option<StepFile>,
    pub plugin: Option<StepFile>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepFile {
    pub within: Option<Span>,
    #[serde(default)]
    pub remind: Vec<Span>,
    pub on_timeout: Option<OnTimeout>,
    pub on_fail: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovalFile {
    pub within: Option<Span>,
    #[serde(default)]
    pub remind: Vec<Span>,
    pub on_timeout: Option<OnTimeout>,
    pub own_request: Option<OwnRequest>,
    pub asking_counts: Option<bool>,
    pub same_person: Option<SamePerson>,
    pub last_resort: Option<String>,
    pub comment_for: Option<Vec<String>>,
    pub code_for: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosureCodeFile {
    pub code: ClosureCode,
    #[serde(default)]
    pub label: BTreeMap<String, String>,
}
