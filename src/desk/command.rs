//! Commands: one wish to change one ticket, by a person, job, plugin or timer.
//! Each has an id, so that it is carried out once. What it comes to is decided
//! in `decide`.

use super::handling::{Hold, OpenStep, StepAct};
use super::signals::{ChildNews, OpenChild};
use crate::model::event::{Actor, ActorType};
use crate::model::ids::{StepId, UserId};
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::step_actions::StepOperation;
use crate::store::Glance;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use std::sync::Arc;
use utoipa::ToSchema;

/// Who is behind a command.
#[derive(Clone, Debug)]
pub enum Doer {
    /// Somebody signed in, perhaps by an API token of this name.
    Person {
        /// The person.
        user: Arc<User>,
        /// The token's name.
        token: Option<String>,
    },
    /// A job, with the right of its declared roles.
    Job(String),
    /// A plugin's answer.
    Plugin(String),
    /// The desk itself: timers.
    System(&'static str),
}

impl Doer {
    /// The actor that the log names.
    pub fn actor(&self) -> Actor {
        match self {
            Doer::Person { user, token } => Actor {
                kind: ActorType::Person,
                id: user.id.to_string(),
                name: user.name.clone(),
                on_behalf_of: None,
                token: token.clone(),
            },
            Doer::Job(name) => Actor::job(name),
            Doer::Plugin(name) => Actor::plugin(name),
            Doer::System(name) => Actor::system(name),
        }
    }
    /// The person, when it is one.
    pub fn person(&self) -> Option<&Arc<User>> {
        match self {
            Doer::Person { user, .. } => Some(user),
            _ => None,
        }
    }
    /// The person's key, when it is one.
    pub fn user_id(&self) -> Option<UserId> {
        self.person().map(|user| user.id)
    }
    /// Whether it is a machine: people go before machines.
    pub fn is_machine(&self) -> bool {
        !matches!(self, Doer::Person { .. })
    }
}

/// On what a command acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A ticket that does not exist yet.
    New,
    /// A ticket by the digits of its number.
    Ticket(i64),
    /// A ticket by one of its steps.
    Step(StepId),
}

/// One wish.
#[derive(Clone, Debug)]
pub struct Command {
    /// Unique: `principal/route/key`, `timer/…`, `job/…`, `delivery/…`.
    pub id: String,
    /// SHA-256 of the body.
    pub fingerprint: [u8; 32],
    /// Who.
    pub doer: Doer,
    /// On what.
    pub target: Target,
    /// The version that the caller has seen (`If-Match`).
    pub expect: Option<i64>,
    /// What.
    pub act: Act,
}

/// What can be wished.
#[derive(Clone, Debug)]
pub enum Act {
    /// A new ticket.
    Submit(Submit),
    /// An agent takes it.
    Accept,
    /// It is given to a group or a handler.
    Assign(Assign),
    /// A person reports the result.
    Resolve(Resolve),
    /// The result is confirmed.
    Close(Close),
    /// It is no longer wanted.
    Cancel(Cancel),
    /// Fields are changed (merge patch).
    Change(Patch),
    /// Something is said.
    Comment(NewComment),
    /// A step is answered.
    Answer(StepAnswer),
    /// A vote is taken back.
    Withdraw(Withdrawal),
    /// Open steps are looked after: people have left, or are away.
    Attend,
    /// Functional escalation by a job.
    Escalate(Escalate),
    /// A timer fired.
    Fire {
        /// Its key.
        key: String,
    },
    /// A plugin answered, or its retries are used up.
    Delivered(Delivered),
    /// A workflow opens a ticket, or lets an open one serve it.
    OpenChild(Box<OpenChild>),
    /// A ticket learns what became of one that its workflow opened.
    Child(ChildNews),
    /// It is another catalog item.
    Reclassify(Reclassify),
    /// A stuck ticket's script is run again.
    Resume(Resume),
    /// What went wrong at a step is tried again.
    Retry,
    /// A step is passed over.
    Skip(Skip),
    /// The ticket goes on under the version of its workflow that is in force.
    Migrate,
    /// Nothing is done on it for a while.
    Hold(Hold),
    /// Work on it goes on.
    Unhold,
    /// A person opens a step.
    OpenStep(Box<OpenStep>),
    /// Something is done to a step beside answering it.
    OnStep(StepAct),
    /// Whether that could be done: always refused, and never does anything.
    CouldOnStep(StepOperation),
}

/// Body of `POST /tickets`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Submit {
    /// The catalog item's name.
    pub item: String,
    /// The filled form.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub form: Map<String, Json>,
    /// Title; the item's when absent.
    pub title: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Username of whom it is for; the caller when absent.
    pub requested_for: Option<String>,
    /// Source channel; `portal` when absent.
    pub channel: Option<String>,
    /// Location; the person's when absent.
    pub location: Option<String>,
    /// Row of the priority matrix.
    pub impact: Option<String>,
    /// Column of the priority matrix.
    pub urgency: Option<String>,
    /// The version of the form that was filled in; refused where another is in force.
    pub item_version: Option<String>,
}

/// Body of `assign`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// Group's name.
    pub group: Option<String>,
    /// Username.
    pub assignee: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Body of `resolve`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Resolve {
    /// What was done; compulsory.
    pub resolution: String,
    /// `done` (default) or `failed`.
    pub outcome: Option<String>,
    /// One of policy.toml `[closure_reasons]`.
    pub closure_reason: Option<String>,
    /// The knowledge decision: `create`, `update`, `exists`, `none`.
    pub knowledge: Option<String>,
    /// The service request manager resolves though steps are open; wants this reason.
    pub force: Option<String>,
}

/// Body of `close`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Close {
    /// One of the four; the one to come when absent.
    pub closure_code: Option<String>,
    /// One of policy.toml `[closure_reasons]` under that code.
    pub closure_reason: Option<String>,
    /// Remarks.
    pub remarks: Option<String>,
}

/// Body of `cancel`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// Why.
    pub reason: Option<String>,
}

/// Body of `PATCH /tickets/{number}` (RFC 7396): what is absent stays, `null`
/// takes away where a field may be empty.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Patch {
    /// Title.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Description.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Row of the priority matrix; staff only.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub impact: Option<String>,
    /// Column of the priority matrix.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    pub urgency: Option<String>,
    /// Location.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub location: Option<Option<String>>,
    /// Remarks; staff only.
    #[serde(default, deserialize_with = "nullable", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub remarks: Option<Option<String>>,
    /// Fields of the form, merged; a changed form begins a new run.
    #[serde(default, deserialize_with = "never_null", skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub form: Option<Map<String, Json>>,
}

/// A field that may not be empty: `null` is of the wrong type, not a way to leave it out.
pub(super) fn never_null<'de, T: Deserialize<'de>, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Tells a field that is absent from one that is `null`.
fn nullable<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(deserializer).map(Some)
}

/// Body of `comments`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewComment {
    /// What is said.
    pub text: String,
    /// For staff only.
    #[serde(default)]
    pub internal: bool,
}

/// Body of `POST /steps/{id}/answer`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepAnswer {
    /// approval `approved rejected returned`; cost `confirmed declined`; task `done failed skipped`; work `done failed`; question `answered`; wait `skipped`, for an event `arrived`; ticket, by the owner, `succeeded failed`; plugin by hand `done refused`.
    pub outcome: String,
    /// What is said with it.
    pub comment: Option<String>,
    /// Rejection code, refusal code; of work a closure reason.
    pub code: Option<String>,
    /// The form's fields; of a question without a form `answer`; of work `resolution`, `workaround`, `minutes`, `cost`
    /// and its form; a plugin's output by hand.
    #[schema(value_type = Option<Object>)]
    pub output: Option<Json>,
    /// The `seen` of the step as it was shown.
    pub seen: Option<String>,
}

/// Characters of the reason for which a vote is taken back.
pub const WITHDRAWN_LONGEST: usize = 2_000;

/// Body of `POST /steps/{id}/withdraw`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// Why.
    pub reason: Option<String>,
}

/// Body of `reclassify`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reclassify {
    /// The catalog item's name.
    pub item: String,
    /// The filled form of that item.
    #[serde(default)]
    #[schema(value_type = Object)]
    pub form: Map<String, Json>,
    /// Why.
    pub reason: String,
}

/// Body of `resume`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// `true`: on the version of the workflow that is published now; `false`: on its own. When absent on its own where
    /// that goes on again, else on the published one.
    pub migrate: Option<bool>,
}

/// Body of `POST /steps/{id}/skip`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Skip {
    /// Why; at least 5 characters.
    pub reason: String,
}

/// What a job wishes by `t.escalate(group, reason)`.
#[derive(Clone, Debug, Default)]
pub struct Escalate {
    /// The group that the work moves to; none where only the level rises.
    pub group: Option<String>,
    /// Why.
    pub reason: String,
}

/// What came of a delivery.
#[derive(Clone, Debug)]
pub struct Delivered {
    /// Which.
    pub delivery: crate::model::ids::DeliveryId,
    /// For which step.
    pub step: StepId,
    /// What the plugin said.
    pub reply: Reply,
}

/// What a plugin said.
#[derive(Clone, Debug)]
pub enum Reply {
    /// The function's output.
    Done(Json),
    /// It refuses, with a code: an error for the script.
    Refused {
        /// The plugin's own code.
        code: String,
        /// In words.
        message: String,
    },
    /// Retries are used up: the step stays open, the owner and admins are told.
    Unreachable {
        /// What went wrong last.
        message: String,
        /// Attempts made.
        attempts: i32,
    },
}

/// What a command came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// What it made.
    pub made: crate::model::changes::Made,
    /// The digits of the ticket's number.
    pub number: i64,
    /// The ticket's version after it; absent on a replay.
    pub version: Option<i64>,
    /// Whether an earlier command of the same id had done it.
    pub replayed: bool,
    /// The ticket as the command left it, for an answer that needs no reading;
    /// absent on a replay, for machines, and where others may see it now.
    pub after: Option<Box<Glance>>,
}

/// A command's result.
pub type Carried = Result<Done, Refusal>;
