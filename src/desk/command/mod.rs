//! Commands: one wish to change one ticket, by a person, job, plugin or timer.
//! Each has an id, so that it is carried out once. What it comes to is decided
//! in `decide`.

mod bodies;
mod closing;
mod kinds;
mod relating;

pub use crate::desk::dispatch::Escalate;
pub use bodies::{
    Assign, Attach, Cancel, Close, Patch, Reclassify, Resolve, Resume, Skip, StepAnswer, Submit, WITHDRAWN_LONGEST,
    Withdrawal, fields_of,
};
pub(super) use bodies::{never_null, nullable};
pub use kinds::{ChangePatch, IncidentPatch, ProblemPatch};
pub use relating::{MeToo, Merge, NewLink, OldLink, Relate, SaidLink, Split, SplitOff};

use crate::desk::appointments::Appoint;
use crate::desk::confidential::{Lift, Restrict};
use crate::desk::conversation::{NewComment, Talk};
use crate::desk::dispatch::{HandOver, ReopenTicket};
use crate::desk::handling::{HandBack, Hold, OpenStep, StepAct};
pub use closing::{FollowUp, Rate};

use crate::desk::signals::{ChildNews, OpenChild};
use crate::desk::worklog::Work;
use crate::model::event::{Actor, ActorType};
use crate::model::ids::{StepId, UserId};
use crate::model::people::User;
use crate::model::problem::Refusal;
use crate::model::relation::RelatedNews;
use crate::model::step_actions::StepOperation;
use crate::store::Glance;
use serde_json::{Map, Value as Json};
use std::sync::Arc;

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
    /// Who asked was called, or could not be reached.
    FollowUp(FollowUp),
    /// Somebody says how satisfied they are.
    Rate {
        /// What they say.
        wish: Rate,
        /// Whether by the link of an invitation, without signing in.
        by_link: bool,
    },
    /// Something is said.
    Comment(NewComment),
    /// A file is put on it.
    Attach(Attach),
    /// What was said is changed, or who follows it.
    Talk(Talk),
    /// Work is written down, or corrected.
    Work(Work),
    /// An appointment is made, changed or cancelled.
    Appoint(Appoint),
    /// A step is answered.
    Answer(StepAnswer),
    /// A vote is taken back.
    Withdraw(Withdrawal),
    /// Open steps are looked after: people have left, or are away.
    Attend,
    /// The work moves up, or a manager is told; by a person or a job.
    Escalate(Escalate),
    /// Whoever has it gives it back to its owner.
    Return(HandBack),
    /// Somebody else answers for it.
    HandOver(HandOver),
    /// It is taken up again.
    Reopen(ReopenTicket),
    /// A timer fired.
    Fire {
        /// Its key.
        key: String,
    },
    /// A plugin answered, or its retries are used up.
    Delivered(Delivered),
    /// A ticket opens itself by the timetable.
    Recur(Box<Recur>),
    /// A workflow opens a ticket, or lets an open one serve it.
    OpenChild(Box<OpenChild>),
    /// A ticket learns what became of one that its workflow opened.
    Child(ChildNews),
    /// It has to do with another ticket, or with somebody else.
    Relate(Box<Relate>),
    /// A ticket learns what became of a related one.
    Related(Box<RelatedNews>),
    /// A part of a ticket becomes a ticket of its own.
    Split(Box<SplitOff>),
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
    /// It is closed to all staff but a group.
    Restrict(Restrict),
    /// It is opened to all staff again.
    Unrestrict(Lift),
    /// Somebody looks at a confidential ticket.
    Opened,
    /// A person opens a step.
    OpenStep(Box<OpenStep>),
    /// Something is done to a step beside answering it.
    OnStep(StepAct),
    /// Whether that could be done: always refused, and never does anything.
    CouldOnStep(StepOperation),
}

/// A ticket that opens itself (`[[recurring]]` of the policy).
#[derive(Clone, Debug)]
pub struct Recur {
    /// The rule's name.
    pub name: String,
    /// The catalog item.
    pub item: String,
    /// The filled form.
    pub form: Map<String, Json>,
    /// For whom, by username.
    pub requested_for: String,
    /// While a ticket of this item and key is open, no other one is opened.
    pub once: Option<String>,
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
