//! What people wish of confidential tickets, and that opening one is on record:
//! a look at one carries out a command first, once per person and hour, so that
//! nobody is shown anything of it before that is on disk.

use super::command::{Act, Command, Doer, Target};
use super::views::{self, View};
use super::{Caller, Desk};
use crate::model::ids::{AppointmentId, AttachmentId, CommentId, StepId, WorkId};
use crate::model::problem::{Code, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Body of `restrict`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Restrict {
    /// The one group whose staff see the ticket from now on.
    pub group: String,
    /// Why.
    pub reason: String,
}

/// Body of `unrestrict`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Lift {
    /// Why.
    pub reason: String,
}

/// What of a ticket is looked at.
#[derive(Clone, Copy, Debug)]
pub enum Subject {
    /// The ticket of a number, or what belongs to it.
    Ticket(i64),
    /// One of its steps.
    Step(StepId),
    /// A comment on it.
    Comment(CommentId),
    /// What was worked on it.
    Work(WorkId),
    /// An appointment for it.
    Appointment(AppointmentId),
    /// A file of it.
    Attachment(AttachmentId),
}

impl Desk {
    /// Reads for somebody who opens a ticket, or what belongs to it. Where it is
    /// confidential, and not their own, that is on record before they are answered.
    ///
    /// # Errors
    /// The reader's refusal; 503 where it cannot be put on record.
    pub async fn read_on_record<T: Send + 'static>(
        &self,
        caller: &Caller,
        subject: Subject,
        look: impl FnOnce(&mut View<'_>) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let user = caller.user.clone();
        let seen = self.read(move |view| match views::confidential(view, &user, subject)? {
            None => look(view).map(Ok),
            Some(number) => Ok(Err((number, look))),
        });
        let (number, look) = match seen.await? {
            Ok(seen) => return Ok(seen),
            Err(waits) => waits,
        };
        match self.carry_out(self.opening(caller, number)).await {
            Err(refusal) if ![Code::NotFound, Code::IllegalOperation].contains(&refusal.code) => Err(refusal),
            // On record; or nobody's secret any more; or gone from the caller's sight meanwhile.
            _ => self.read(look).await,
        }
    }

    fn opening(&self, caller: &Caller, number: i64) -> Command {
        let hour = self.clock().now().utc().format("%Y-%m-%dT%H").to_string();
        Command {
            id: format!("opened/{number}/{}/{hour}", caller.user.id),
            fingerprint: [0; 32],
            doer: Doer::Person { user: caller.user.clone(), token: caller.token_name.clone() },
            target: Target::Ticket(number),
            expect: None,
            act: Act::Opened,
        }
    }
}
