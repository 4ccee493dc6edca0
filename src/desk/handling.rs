//! Wishes of those who handle a ticket, or are asked at one of its steps: steps
//! of their own, and what is done to a step beside answering it. What they come
//! to is decided in `decide::people`.

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
