//! The journal's rows: all that is needed to run a ticket's script again.
//!
//! The key is (ticket, run, path); contracts.md "The journal" fixes kinds,
//! paths and identity. What a replay does with the rows is in `workflow`, how
//! they are stored in `store`.

use super::approval::Rule;
use super::event::Actor;
use super::handling::Handling;
use super::ids::{StepId, TicketId, UserId};
use super::money::Money;
use super::people::Parties;
use super::time::Time;
use super::who::Who;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use utoipa::ToSchema;

/// The format that this build writes into `arguments` and `answer`.
pub const FORMAT: i32 = 1;

/// What a row is. The first eight wait; the others are settled in the run that
/// reaches them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// A vote of people.
    Approval,
    /// Confirmation of money.
    Cost,
    /// A piece of work with an end.
    Task,
    /// `handle`: the work on the ticket itself.
    Work,
    /// `ask`.
    Question,
    /// `wait`, `wait_for`.
    Wait,
    /// A plugin call.
    Plugin,
    /// A child ticket.
    Ticket,
    /// Something that takes place at once.
    Effect,
    /// A value fetched from outside the ticket, kept.
    Read,
    /// The result of `parallel`, `any_of`, `for_all`.
    Join,
    /// A marker of a migrated script: `changed("id")`.
    Patch,
    /// `resolve`, `fail`, `reject`, `cancel`, or the script's own end.
    End,
}

impl RowKind {
    /// Every kind.
    pub const ALL: [RowKind; 13] = [
        RowKind::Approval,
        RowKind::Cost,
        RowKind::Task,
        RowKind::Work,
        RowKind::Question,
        RowKind::Wait,
        RowKind::Plugin,
        RowKind::Ticket,
        RowKind::Effect,
        RowKind::Read,
        RowKind::Join,
        RowKind::Patch,
        RowKind::End,
    ];
    /// The name in the database and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            RowKind::Approval => "approval",
            RowKind::Cost => "cost",
            RowKind::Task => "task",
            RowKind::Work => "work",
            RowKind::Question => "question",
            RowKind::Wait => "wait",
            RowKind::Plugin => "plugin",
            RowKind::Ticket => "ticket",
            RowKind::Effect => "effect",
            RowKind::Read => "read",
            RowKind::Join => "join",
            RowKind::Patch => "patch",
            RowKind::End => "end",
        }
    }
    /// The kind of a name.
    pub fn parse(name: &str) -> Option<RowKind> {
        RowKind::ALL.into_iter().find(|kind| kind.as_str() == name)
    }
    /// Whether a row of this kind may stand open and wait for an answer.
    pub fn waits(self) -> bool {
        self <= RowKind::Ticket
    }
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowState {
    /// Waits for its answer.
    Open,
    /// Has a good answer.
    Done,
    /// Has a bad answer.
    Failed,
    /// Nobody will answer any more: the ticket or its join ended.
    Cancelled,
}

impl RowState {
    /// The name in the database and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            RowState::Open => "open",
            RowState::Done => "done",
            RowState::Failed => "failed",
            RowState::Cancelled => "cancelled",
        }
    }
    /// The state of a name.
    pub fn parse(name: &str) -> Option<RowState> {
        [RowState::Open, RowState::Done, RowState::Failed, RowState::Cancelled].into_iter().find(|s| s.as_str() == name)
    }
}

/// Who opened a step: the script, a person (paths `m1`, `m2`, …), or the desk to
/// take a call back (`u1`, `u2`, …). Replay looks at those of the script only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The workflow.
    Script,
    /// The handler or the owner; an approver who returned the request.
    Person,
    /// The desk, which gives back what a plugin call did.
    Undo,
}

/// A place in a script: which source, which line and column (from 1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Place {
    /// Path of the file in the content folder, `workflows/laptop.rhai`.
    pub source: String,
    /// Line from 1; 0 when unknown.
    pub line: u32,
    /// Column from 1; 0 when unknown.
    pub column: u32,
}

/// What a row asks for, with all that was decided when it was opened. Stored as
/// JSON with `format`; absent parts are not written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Arguments {
    /// Whom the script named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub who: Vec<Who>,
    /// The script's options after the check, before policy defaults.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub options: Map<String, Json>,
    /// Positional values: the plugin call's argument map under `args`, an
    /// effect's operands by name, a read's key.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub values: Map<String, Json>,
    /// The amount of a cost confirmation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
    /// The step's varying part, shown behind its name, not translated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Explanation shown to who answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// What is shown to who answers: form fields or values of the script.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<Json>,
    /// Hex SHA-256 of what was shown: carried answers and `changed_since_seen`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
    /// Whom the who came to when the step opened, and who was asked since.
    #[serde(default, skip_serializing_if = "Parties::is_empty")]
    pub parties: Parties,
    /// An approval's rule and stored electorate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<Rule>,
    /// Of a step without votes: who was asked in the place of somebody who is
    /// silent or away, `(who, for whom)`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stand_ins: Vec<(UserId, UserId)>,
    /// How often `on_timeout: "escalate"` has moved the step up.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub level: u32,
    /// What people did to it beside answering it.
    #[serde(default, skip_serializing_if = "Handling::is_empty")]
    pub handling: Handling,
}

fn is_zero(n: &u32) -> bool {
    *n == 0
}

/// A person as kept in an answer: a replay must not look anybody up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Named {
    /// The key.
    pub id: UserId,
    /// Username at that time.
    pub username: String,
    /// Name at that time.
    pub name: String,
}

/// A settled row's answer. Stored as JSON with `format`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// `approved`, `rejected`, `confirmed`, `done`, `expired`, …; empty for
    /// effects, reads and joins.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// The form's fields, a function's output, a read's or a join's value.
    #[serde(default, skip_serializing_if = "Json::is_null")]
    pub output: Json,
    /// What was said with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Rejection code, refusal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Who answered; nobody for a time-out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Named>,
    /// For whom, when a substitute answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Named>,
    /// The step of an earlier run whose answer this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carried_from: Option<StepId>,
}

/// One row of the journal.
#[derive(Clone, Debug, PartialEq)]
pub struct JournalRow {
    /// The row's id; the step's id in the API where the kind waits.
    pub id: StepId,
    /// Whose journal.
    pub ticket: TicketId,
    /// The run, from 1.
    pub run: i32,
    /// The path within the run, `4/device.0`, `3.e1`, `m1`, `u1`.
    pub path: String,
    /// The order of opening within the ticket, from 1: for showing, not for replay.
    pub position: i32,
    /// What it is.
    pub kind: RowKind,
    /// Its name, part of its identity.
    pub name: String,
    /// Where it stands.
    pub state: RowState,
    /// What it asks for.
    pub arguments: Arguments,
    /// Its answer once settled.
    pub answer: Option<Answer>,
    /// Who opened it.
    pub origin: Origin,
    /// Where in the script.
    pub place: Place,
    /// When it was opened.
    pub opened_at: Time,
    /// When it is due, if ever.
    pub due_at: Option<Time>,
    /// When it was settled.
    pub settled_at: Option<Time>,
    /// Who settled it.
    pub settled_by: Option<Actor>,
    /// The seq of the event that settled it: the order of answers for replay.
    pub settled_seq: Option<i64>,
    /// Format of `arguments` and `answer`.
    pub format: i32,
}

impl JournalRow {
    /// Whether it waits for an answer now.
    pub fn is_open(&self) -> bool {
        self.state == RowState::Open
    }
    /// Whether it asks that a returned request be corrected or sent again: then
    /// it names the approval that was returned.
    pub fn is_rework(&self) -> bool {
        self.kind == RowKind::Question
            && self.origin == Origin::Person
            && self.arguments.values.contains_key(RETURNED_FROM)
    }
}

impl JournalRow {
    /// Whether it asks the owner to cancel the ticket, for who asked for it.
    pub fn is_cancel_wish(&self) -> bool {
        self.kind == RowKind::Question && self.origin == Origin::Person && self.arguments.values.contains_key(CANCELS)
    }
}

/// The value of a question that asks to cancel the ticket.
pub const CANCELS: &str = "cancels";
/// The value of a rework question that names the approval which was returned.
pub const RETURNED_FROM: &str = "returned_from";
/// The value of a step that names what went wrong, while its owner decides on it.
pub const WENT_WRONG: &str = "went_wrong";
/// The value of a call's inverse that names the call which it takes back.
pub const UNDOES: &str = "undoes";
