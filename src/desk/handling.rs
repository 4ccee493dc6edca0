//! Wishes of those who handle a ticket, or are asked at one of its steps: steps
//! of their own, and what is done to a step beside answering it. What they come
//! to is decided in `decide::people`.

use crate::model::step_actions::StepOperation;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use utoipa::ToSchema;

/// Body of `POST /tickets/{number}/steps`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenStep {
    /// `approval`, `cost`, `task` or `question`.
    pub kind: String,
    /// What is to be decided, confirmed, done or answered.
    pub name: String,
    /// Who is asked.
    #[serde(rename = "for")]
    pub asked: Asked,
    /// Time for it, `2wd`; the policy's for the kind when absent.
    pub within: Option<String>,
    /// The form that a task or a question asks to fill in.
    pub form: Option<String>,
    /// Names of form fields, or values of one's own: what is shown to who answers.
    #[schema(value_type = Option<serde_json::Value>)]
    pub show: Option<Json>,
    /// What it costs, `"120.00"`; `{amount, currency}` in another currency than the desk's. A cost confirmation wants it.
    #[schema(value_type = Option<serde_json::Value>)]
    pub amount: Option<Json>,
    /// Whether people may resolve the ticket only once it is answered; `true` when absent.
    pub mandatory: Option<bool>,
}

/// Who is asked at a step.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// Usernames.
    #[serde(default)]
    pub users: Vec<String>,
    /// Names of groups, of which any member may answer.
    #[serde(default)]
    pub groups: Vec<String>,
}

/// Body of `hold`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// One of policy.toml `[[holds]]`.
    pub code: String,
    /// Why; who asked reads it where an answer of theirs ends the hold.
    pub reason: Option<String>,
    /// When it ends by itself, `2026-12-01T08:00:00Z`.
    pub until: Option<String>,
}

/// What is done to a step beside answering it.
#[derive(Clone, Debug)]
pub enum StepAct {
    /// One of the group takes it.
    Claim(Claim),
    /// Who has it gives it back.
    Return(HandBack),
    /// Who is asked hands it on.
    Transfer(Transfer),
    /// Somebody else must sign as well.
    Add(AddSigner),
    /// An opinion is asked for.
    Consult(Consult),
    /// Those who are silent are reminded.
    Urge,
    /// What was done is to be done again.
    Reopen(Reopen),
}

impl StepAct {
    /// The operation that it is.
    pub fn operation(&self) -> StepOperation {
        match self {
            StepAct::Claim(_) => StepOperation::Claim,
            StepAct::Return(_) => StepOperation::Return,
            StepAct::Transfer(_) => StepOperation::Transfer,
            StepAct::Add(_) => StepOperation::Add,
            StepAct::Consult(_) => StepOperation::Consult,
            StepAct::Urge => StepOperation::Urge,
            StepAct::Reopen(_) => StepOperation::Reopen,
        }
    }
}

/// Body of a step's `claim`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Why it is taken over; compulsory where somebody else has taken it.
    pub reason: Option<String>,
}

/// Body of a step's `return`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandBack {
    /// Why it is handed back.
    pub reason: String,
    /// What is suggested instead.
    pub suggestion: String,
    /// One of policy.toml `[returns]`.
    pub code: Option<String>,
}

/// Body of `transfer`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// Username of who is asked instead.
    pub to: String,
    /// Why.
    pub reason: String,
}

/// Body of `add`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddSigner {
    /// Username of who must sign as well.
    pub user: String,
    /// `before`: my yes counts only after theirs. `after`: it is settled only when they have said yes too.
    #[serde(rename = "where")]
    pub when: String,
    /// What is said to them.
    pub comment: Option<String>,
}

/// Body of `consult`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Consult {
    /// Username of whose opinion is wanted.
    pub user: String,
    /// What is asked.
    pub question: String,
}

/// Body of a step's `reopen`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reopen {
    /// Why it is to be done again.
    pub reason: String,
}
