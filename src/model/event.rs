//! Events: entries of a ticket's log, never changed. One enum of types, public
//! for ever; an event's data lies in a row of its own that can be erased, bound
//! to the event by a salted digest.

use super::ids::TicketId;
use super::origin::From;
use super::time::Time;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

/// What kind of party acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActorType {
    /// Somebody signed in.
    Person,
    /// A cron-scheduled script.
    Job,
    /// The ticket's own workflow.
    Workflow,
    /// A plugin.
    Plugin,
    /// The desk itself: timers, automatic closing.
    System,
}

impl ActorType {
    /// The name in the database and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            ActorType::Person => "person",
            ActorType::Job => "job",
            ActorType::Workflow => "workflow",
            ActorType::Plugin => "plugin",
            ActorType::System => "system",
        }
    }
    /// The type of a name.
    pub fn parse(name: &str) -> Option<ActorType> {
        [ActorType::Person, ActorType::Job, ActorType::Workflow, ActorType::Plugin, ActorType::System]
            .into_iter()
            .find(|t| t.as_str() == name)
    }
}

/// Who did something: a person by key, anything else by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Actor {
    /// What kind of party.
    #[serde(rename = "type")]
    pub kind: ActorType,
    /// A person's key, or the name of the job, item, plugin or timer.
    pub id: String,
    /// Name as shown.
    pub name: String,
    /// The key of the person who was stood in for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<String>,
    /// The name of the API token that was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

impl Actor {
    /// The desk itself.
    pub fn system(name: &str) -> Self {
        Self { kind: ActorType::System, id: name.to_owned(), name: name.to_owned(), on_behalf_of: None, token: None }
    }
    /// The workflow of an item.
    pub fn workflow(item: &str) -> Self {
        Self { kind: ActorType::Workflow, ..Self::system(item) }
    }
    /// A job.
    pub fn job(name: &str) -> Self {
        Self { kind: ActorType::Job, ..Self::system(name) }
    }
    /// A plugin.
    pub fn plugin(name: &str) -> Self {
        Self { kind: ActorType::Plugin, ..Self::system(name) }
    }
}

macro_rules! event_types {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What happened, `noun.past`. Public for ever: never renamed, never removed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum EventType {
            $($(#[$doc])* #[serde(rename = $name)] $variant,)*
        }
        impl utoipa::PartialSchema for EventType {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::Type::String)
                    .description(Some("What happened, `noun.past`. Public for ever: never renamed, never removed."))
                    .enum_values(Some(EventType::ALL.iter().map(|kind| kind.as_str())))
                    .into()
            }
        }
        impl ToSchema for EventType {}
        impl EventType {
            /// Every type.
            pub const ALL: &'static [EventType] = &[$(EventType::$variant),*];
            /// The name in the database and the API.
            pub fn as_str(self) -> &'static str {
                match self { $(EventType::$variant => $name,)* }
            }
            /// The type of a name.
            pub fn parse(name: &str) -> Option<EventType> {
                match name { $($name => Some(EventType::$variant),)* _ => None }
            }
        }
    };
}

event_types! {
    /// A request entered the desk.
    TicketSubmitted = "ticket.submitted",
    /// An agent answers for it.
    TicketAccepted = "ticket.accepted",
    /// The queue or the handler changed.
    TicketAssigned = "ticket.assigned",
    /// The work moved up, or a manager was told.
    TicketEscalated = "ticket.escalated",
    /// Whoever had it gave it back to its owner, with a reason and a suggestion.
    TicketHandedBack = "ticket.handed_back",
    /// Somebody else answers for it.
    TicketHandedOver = "ticket.handed_over",
    /// Done or failed, with a resolution.
    TicketResolved = "ticket.resolved",
    /// Closed with its code.
    TicketClosed = "ticket.closed",
    /// It was not done after all: it is taken up again.
    TicketReopened = "ticket.reopened",
    /// Who asked wants it cancelled; the owner answers.
    TicketCancelAsked = "ticket.cancel_asked",
    /// The owner said no to that.
    TicketCancelRefused = "ticket.cancel_refused",
    /// Cancelling began.
    TicketCancelling = "ticket.cancelling",
    /// Fields were changed.
    TicketChanged = "ticket.changed",
    /// Nothing is done on it for a while, for a reason.
    TicketHeld = "ticket.held",
    /// Work on it goes on.
    TicketUnheld = "ticket.unheld",
    /// The workflow's own stage.
    TicketStaged = "ticket.staged",
    /// Only a group and who is named see it from now on.
    TicketRestricted = "ticket.restricted",
    /// All staff see it again.
    TicketUnrestricted = "ticket.unrestricted",
    /// Somebody looked at it while it was confidential.
    TicketViewed = "ticket.viewed",
    /// It has to do with something else.
    TicketLinked = "ticket.linked",
    /// It has to do with something no more.
    TicketUnlinked = "ticket.unlinked",
    /// It goes on in another ticket, or another goes on in it.
    TicketMerged = "ticket.merged",
    /// A part of it is a ticket of its own.
    TicketSplit = "ticket.split",
    /// What only a ticket of its kind has was stated or changed.
    FactsChanged = "facts.changed",
    /// Somebody else is hit as well.
    PersonAffected = "person.affected",
    /// Tickets that are part of it, or were caused by it, are resolved with it, or may be.
    ChildrenResolved = "children.resolved",
    /// The ticket that it is part of, or that caused it, is resolved.
    MasterResolved = "master.resolved",
    /// A corrected form, or the same one sent again, began a new run.
    TicketRerun = "ticket.rerun",
    /// An approver sent it back to be corrected.
    TicketReturned = "ticket.returned",
    /// It is another catalog item from now on.
    TicketReclassified = "ticket.reclassified",
    /// The script cannot go on until an admin mends it.
    TicketStuck = "ticket.stuck",
    /// The script goes on after a repair.
    TicketResumed = "ticket.resumed",
    /// It goes on under another version of its workflow.
    TicketMigrated = "ticket.migrated",
    /// The service level was set, or its clock started.
    SlaSet = "sla.set",
    /// A due time passed.
    SlaBreached = "sla.breached",
    /// So much of the time to resolve it has passed that people were told.
    SlaWarned = "sla.warned",
    /// A step waits for its answer.
    StepOpened = "step.opened",
    /// A vote that may or may not settle the step.
    StepVoted = "step.voted",
    /// A vote was taken back.
    StepWithdrawn = "step.withdrawn",
    /// The step has its answer.
    StepSettled = "step.settled",
    /// Nobody will answer it any more.
    StepCancelled = "step.cancelled",
    /// Who is asked was reminded.
    StepReminded = "step.reminded",
    /// Others are asked in addition.
    StepEscalated = "step.escalated",
    /// Somebody is away: who stands in is asked as well.
    StepSubstituted = "step.substituted",
    /// Nobody stood behind the who, or all have left: others are asked.
    StepRedirected = "step.redirected",
    /// One of those who are asked has taken it.
    StepClaimed = "step.claimed",
    /// Who had it gave it back, with a reason and a suggestion.
    StepHandedBack = "step.handed_back",
    /// Who was asked handed it on to somebody else.
    StepTransferred = "step.transferred",
    /// Somebody else must sign as well.
    StepSignerAdded = "step.signer_added",
    /// An opinion was asked for.
    StepConsulted = "step.consulted",
    /// Those who are silent were urged by a person.
    StepUrged = "step.urged",
    /// What was done is to be done again.
    StepReopened = "step.reopened",
    /// What went wrong is tried again, because somebody said so.
    StepRetried = "step.retried",
    /// A plugin could not be reached; it is tried again.
    DeliveryFailed = "delivery.failed",
    /// What a call did stays, though the ticket does not need it any more.
    CallKept = "call.kept",
    /// Silence did not close it: something is still to be done first.
    CloseWithheld = "close.withheld",
    /// Who asked was called after the resolution, or could not be reached.
    FollowUpRecorded = "follow_up.recorded",
    /// Whether it is worth an article was decided.
    KnowledgeDecided = "knowledge.decided",
    /// Somebody was asked how satisfied they are.
    RatingAsked = "rating.asked",
    /// Somebody said how satisfied they are.
    RatingGiven = "rating.given",
    /// Somebody wrote.
    CommentAdded = "comment.added",
    /// A file was added.
    AttachmentAdded = "attachment.added",
    /// What was written was changed; what it said before is kept.
    CommentEdited = "comment.edited",
    /// Somebody wrote down how long they worked.
    WorkLogged = "work.logged",
    /// What they wrote down was corrected; what it said before is kept.
    WorkCorrected = "work.corrected",
    /// Somebody is to be somewhere.
    AppointmentMade = "appointment.made",
    /// At another time or place, or other people.
    AppointmentChanged = "appointment.changed",
    /// It does not take place.
    AppointmentCancelled = "appointment.cancelled",
    /// Those whom it concerns were reminded of it.
    AppointmentReminded = "appointment.reminded",
    /// Somebody follows the ticket.
    WatcherAdded = "watcher.added",
    /// Somebody follows it no more.
    WatcherRemoved = "watcher.removed",
    /// A line of cost was added.
    CostAdded = "cost.added",
    /// The workflow noted something for staff.
    NoteAdded = "note.added",
    /// Something was announced.
    AnnouncementMade = "announcement.made",
    /// An article was proposed.
    KnowledgeProposed = "knowledge.proposed",
    /// A message to people was made.
    NoticeSent = "notice.sent",
}

impl EventType {
    /// Whether an event of this type says that the ticket stands elsewhere now: its
    /// `status` names from where to where.
    pub fn moves(self) -> bool {
        matches!(
            self,
            EventType::TicketAccepted
                | EventType::TicketAssigned
                | EventType::TicketEscalated
                | EventType::TicketHandedBack
                | EventType::TicketResolved
                | EventType::TicketClosed
                | EventType::TicketReopened
                | EventType::TicketChanged
        )
    }
}

/// One entry of a ticket's log.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Whose log.
    pub ticket: TicketId,
    /// Its place in the log, from 1.
    pub seq: i64,
    /// The later of now and the ticket's last event.
    pub at: Time,
    /// Who did it.
    pub actor: Actor,
    /// What happened.
    pub kind: EventType,
    /// Details; erasable.
    pub data: Map<String, Json>,
    /// Random bytes that keep the digest from being guessed; erasable with the data.
    pub salt: [u8; 16],
    /// From where a person did it; not part of the digest.
    pub origin: Option<From>,
}

impl Event {
    /// SHA-256 over salt and data: what the unchangeable row keeps.
    pub fn digest(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        hash.update(self.salt);
        hash.update(serde_json::to_vec(&self.data).unwrap_or_default());
        hash.finalize().into()
    }
}
