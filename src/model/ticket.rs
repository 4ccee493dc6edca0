//! The ticket: every field of the handbook's form (requirements rows 27–52) and
//! of contracts.md. How it may move is in `status`, how it is shown in `view`.

use super::closing::{FollowUp, Rating};
pub use super::cost::{Cost, CostLine};
use super::facts::Facts;
use super::hold::Hold;
use super::ids::{GroupId, StepId, TicketId, UserId};
use super::problem::Fault;
pub use super::said::{Comment, CommentDetails, FormerText, Notification};
pub use super::sight::{Why, open_to_staff};
use super::sla::SlaState;
use super::status::Status;
pub use super::submission::{PersonSnapshot, Submission};
use super::time::Time;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Channels that a request may come through (requirements rows 134–145).
pub const CHANNELS: [&str; 13] = [
    "portal",
    "phone",
    "email",
    "chat",
    "wechat",
    "app",
    "social",
    "fax",
    "ivr",
    "monitoring",
    "intranet",
    "walk_in",
    "api",
];

/// What a ticket records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A formal request for something to be provided.
    Request,
    /// Something is broken.
    Incident,
    /// A change to a service.
    Change,
    /// The cause of incidents.
    Problem,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 4] = [Kind::Request, Kind::Incident, Kind::Change, Kind::Problem];
    /// The name in the database and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Request => "request",
            Kind::Incident => "incident",
            Kind::Change => "change",
            Kind::Problem => "problem",
        }
    }
    /// The kind of a name.
    pub fn parse(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
    fn prefix(self) -> &'static str {
        match self {
            Kind::Request => "SR",
            Kind::Incident => "INC",
            Kind::Change => "CHG",
            Kind::Problem => "PRB",
        }
    }
}

/// The number as people say it: `SR-000123`.
pub fn number_text(kind: Kind, number: i64) -> String {
    format!("{}-{number:06}", kind.prefix())
}

/// Reads a number: the digits identify, the prefix only shows the present kind
/// and is ignored; `None` when it is not a number of ours.
pub fn parse_number(text: &str) -> Option<i64> {
    let (prefix, digits) = text.rsplit_once('-').unwrap_or(("SR", text));
    let named = !prefix.is_empty() && prefix.bytes().all(|b| b.is_ascii_alphabetic());
    (named && !digits.is_empty() && digits.len() <= 18 && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

/// How a closed ticket ended; the handbook's four (rows 60–63).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClosureCode {
    /// Approval not passed.
    ApprovalRejected,
    /// Handled successfully.
    Succeeded,
    /// Handling failed.
    Failed,
    /// Cancelled by user.
    CancelledByUser,
}

impl ClosureCode {
    /// The four.
    pub const ALL: [ClosureCode; 4] =
        [ClosureCode::ApprovalRejected, ClosureCode::Succeeded, ClosureCode::Failed, ClosureCode::CancelledByUser];
    /// The name in the database, the policy and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            ClosureCode::ApprovalRejected => "approval_rejected",
            ClosureCode::Succeeded => "succeeded",
            ClosureCode::Failed => "failed",
            ClosureCode::CancelledByUser => "cancelled_by_user",
        }
    }
    /// The code of a name.
    pub fn parse(name: &str) -> Option<ClosureCode> {
        ClosureCode::ALL.into_iter().find(|code| code.as_str() == name)
    }
}

/// States beside the status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Flags {
    /// The script cannot go on until an admin mends it.
    pub stuck: bool,
    /// Cancelled by its requester; the script cleans up.
    pub cancelling: bool,
    /// Held with a reason.
    pub on_hold: bool,
    /// Requested for a very important person.
    pub vip: bool,
}

/// A ticket whose workflow opened another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parent {
    /// Row id.
    pub ticket: TicketId,
    /// The digits of its number.
    pub number: i64,
    /// Its number as people say it.
    pub label: String,
    /// The step of it that waits for the end; none where nobody waits.
    pub step: Option<StepId>,
    /// Whether what this ticket asks approval for was approved there.
    pub approved: bool,
}

/// What a script says of a ticket beside its classification.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marks {
    /// Words to find it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Services that it touches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<String>,
    /// Until when it is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub needed_by: Option<Time>,
    /// The run in which it became the item that it is; 0 where it was submitted so.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub item_run: i32,
}

fn is_zero(n: &i32) -> bool {
    *n == 0
}

/// The versions that a ticket was submitted under and keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pins {
    /// Hash of the workflow's text and of the libraries it imports.
    pub workflow: String,
    /// Hash of the form's schema.
    pub schema: String,
    /// Version of the script engine.
    pub engine: String,
}

/// A ticket as decided on and stored. The form lies in a row of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticket {
    /// Row id.
    pub id: TicketId,
    /// The digits of the number.
    pub number: i64,
    /// Request, incident, change or problem.
    pub kind: Kind,
    /// Catalog item.
    pub item: String,
    /// Where it stands.
    pub status: Status,
    /// States beside the status.
    pub flags: Flags,
    /// Only members of this group (and viewers) see it.
    pub restricted_to: Option<GroupId>,
    /// The workflow's own stage.
    pub stage: Option<String>,
    /// What its script says of it.
    pub marks: Marks,
    /// The tickets whose workflows opened it.
    pub parents: Vec<Parent>,
    /// The key by which it is opened once.
    pub once: Option<String>,
    /// Why it rests, while it does.
    pub hold: Option<Hold>,
    /// What the handbook's process records of it beside the form.
    pub facts: Facts,
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// The current run, from 1.
    pub run: i32,
    /// Who asks.
    pub requester: UserId,
    /// For whom.
    pub requested_for: UserId,
    /// Who typed it in.
    pub opened_by: UserId,
    /// The agent who accepted it first and answers for it until it is closed.
    pub owner: Option<UserId>,
    /// The owner's desk group; kept when the working group changes.
    pub owner_group: Option<GroupId>,
    /// Who works on it.
    pub assignee: Option<UserId>,
    /// In whose queue it lies.
    pub group: Option<GroupId>,
    /// How often work was moved up.
    pub escalation_level: i32,
    /// Source channel.
    pub channel: String,
    /// Location's name.
    pub location: Option<String>,
    /// Catalog category.
    pub category: String,
    /// Row of the priority matrix.
    pub impact: String,
    /// Column of the priority matrix.
    pub urgency: String,
    /// Cell of the priority matrix.
    pub priority: String,
    /// Money, when there is any.
    pub cost: Option<Cost>,
    /// The service level and its clock.
    pub sla: Option<SlaState>,
    /// What was done.
    pub resolution: Option<String>,
    /// While resolved: the code to come. Once closed: the code.
    pub closure_code: Option<ClosureCode>,
    /// Refines the code.
    pub closure_reason: Option<String>,
    /// Why an approval was rejected.
    pub rejection_code: Option<String>,
    /// Closed by silence.
    pub auto_closed: bool,
    /// Remarks.
    pub remarks: Option<String>,
    /// The follow-up calls since it was resolved.
    pub follow_up: Option<FollowUp>,
    /// Satisfaction.
    pub rating: Option<Rating>,
    /// What the knowledge decision was.
    pub knowledge: Option<String>,
    /// Why it is stuck.
    pub fault: Option<Fault>,
    /// Pinned versions.
    pub pins: Pins,
    /// Submitted at.
    pub created_at: Time,
    /// First accepted at.
    pub accepted_at: Option<Time>,
    /// Resolved at.
    pub resolved_at: Option<Time>,
    /// Closed at (the handbook's completion time).
    pub closed_at: Option<Time>,
    /// Last changed at.
    pub updated_at: Time,
    /// The seq of its last event.
    pub last_seq: i64,
    /// The position of its last journal row.
    pub last_position: i32,
    /// Raised by every commit, from 1.
    pub version: i64,
}

impl Ticket {
    /// Adds a line of cost; `currency` is that of a ticket which had none.
    pub fn add_cost(&mut self, currency: &str, line: CostLine) {
        self.cost.get_or_insert_with(|| Cost::none(currency)).add(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_identify_and_the_prefix_is_ignored() {
        assert_eq!(number_text(Kind::Request, 123), "SR-000123");
        assert_eq!(parse_number("INC-000123"), Some(123));
        assert_eq!(parse_number("123"), Some(123));
        for wrong in ["", "SR-", "SR-12x", "SR--", "-1", "SR--1", "9999999999999999999"] {
            assert_eq!(parse_number(wrong), None, "{wrong}");
        }
    }
}
