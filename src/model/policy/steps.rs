//! What a script need not say about its steps.

use crate::model::duration::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Who or what decides when an approver is the requester.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OwnRequest {
    /// The approver's manager is asked instead.
    Up,
    /// The step counts as approved.
    Skip,
    /// They may approve it themselves.
    Allow,
}

/// Whether a yes to the same facts counts once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SamePerson {
    /// It counts again without asking.
    Carry,
    /// It is asked again.
    Again,
}

/// What happens when a step's time is over (language.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnTimeout {
    /// Stays open, reminded daily, shown as overdue.
    Remind,
    /// Others are asked in addition.
    Escalate,
    /// Ends the step: error `expired`.
    Expire,
    /// Ends the step with `ok == false`.
    GoOn,
    /// Approval only: recorded as approved by time-out.
    Approve,
    /// Approval only: recorded as rejected by time-out.
    Reject,
}

impl OnTimeout {
    /// Reads the option's text.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "remind" => OnTimeout::Remind,
            "escalate" => OnTimeout::Escalate,
            "expire" => OnTimeout::Expire,
            "go_on" => OnTimeout::GoOn,
            "approve" => OnTimeout::Approve,
            "reject" => OnTimeout::Reject,
            _ => return None,
        })
    }
}

/// What a script need not say about a step of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct StepDefaults {
    /// Time for it.
    pub within: Option<Span>,
    /// Reminders after opening.
    pub remind: Vec<Span>,
    /// What happens then.
    pub on_timeout: OnTimeout,
    /// What a failure does: `ask_owner`, `end`, `go_on`.
    pub on_fail: String,
}

/// What a failure does where neither script nor policy says it: work that fails
/// ends with it, of anything else the owner decides.
pub(super) fn usual_failure(kind: &str) -> &'static str {
    if kind == "work" { "end" } else { "ask_owner" }
}

/// `[steps]`.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// Levels of `on_timeout = "escalate"`.
    pub max_levels: u32,
    /// By kind: `approval`, `cost`, `task`, `work`, `question`, `ticket`, `plugin`.
    pub by_kind: BTreeMap<String, StepDefaults>,
    /// Approver and requester are one.
    pub own_request: OwnRequest,
    /// The approver asked for somebody else: that is the yes.
    pub asking_counts: bool,
    /// A yes to the same facts.
    pub same_person: SamePerson,
    /// Who is asked where nobody stands behind the who.
    pub last_resort: String,
    /// Outcomes that want a comment.
    pub comment_for: BTreeSet<String>,
    /// Outcomes that want a code.
    pub code_for: BTreeSet<String>,
}
