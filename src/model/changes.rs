//! What a command comes to: the rows to write, in one transaction, or not at
//! all. `desk` decides them, `store` commits them; neither the rules nor the SQL
//! are here.

use super::appointment::Appointment;
use super::approval::Vote;
use super::attachment::Use;
use super::closing::Survey;
use super::event::Event;
use super::ids::{AppointmentId, AttachmentId, DeliveryId, GroupId, StepId, TicketId, TimerId, UserId, WorkId};
use super::journal::JournalRow;
use super::kind_facts::Slot;
use super::outgoing::KeptBack;
use super::relation::{Affected, Link};
use super::ticket::{Comment, FormerText, Notification, Submission, Ticket, Why};
use super::time::Time;
use super::worklog::{FormerWork, WorkEntry};
use serde_json::{Map, Value as Json};
use std::collections::BTreeSet;

/// What a command made, so that a repeat is answered from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// The ticket itself was made or changed.
    Ticket,
    /// A step was answered.
    Step(StepId),
    /// A comment was added.
    Comment(super::ids::CommentId),
    /// Work was logged, or corrected.
    Work(WorkId),
    /// An appointment was made, changed or cancelled.
    Appointment(AppointmentId),
}

/// A carried-out command's row: its id is unique, which makes it happen once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommandRow {
    /// `principal/route/key`, `timer/…`, `job/…`, `delivery/…`, `signal/…`; at most 512 bytes.
    pub id: String,
    /// SHA-256 of the body: another body under the same key is refused.
    pub fingerprint: [u8; 32],
    /// The ticket it was carried out on.
    pub ticket: TicketId,
    /// The digits of that ticket's number.
    pub number: i64,
    /// What it made.
    pub made: Made,
    /// Carried out at.
    pub at: Time,
}

/// The statement that lets the whole of the changes be refused before anything
/// of theirs is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// A new ticket: the command's row must be new.
    New,
    /// `UPDATE tickets … WHERE id = ? AND version = ?` must hit one row.
    Version(i64),
}

/// A durable timer; unique by (ticket, key).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timer {
    /// Row id; the command it becomes is `timer/ID`.
    pub id: TimerId,
    /// Whose.
    pub ticket: TicketId,
    /// `sla/respond`, `sla/resolve`, `close`, `nudge/N`, `cancel`, `hold/until`, `step/ID/due`, `step/ID/remind/N`, `appointment/ID/remind`.
    pub key: String,
    /// When it fires.
    pub due_at: Time,
}

/// One plugin call on its way out.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// Row id; the command its answer becomes is `delivery/ID`.
    pub id: DeliveryId,
    /// For which ticket.
    pub ticket: TicketId,
    /// For which step.
    pub step: StepId,
    /// Plugin's name.
    pub plugin: String,
    /// Function's name.
    pub function: String,
    /// `call.key`: ticket number, run and path; the same at every attempt.
    pub key: String,
    /// The function's argument map.
    pub arguments: Json,
    /// Attempts made.
    pub attempt: i32,
    /// When it is tried next.
    pub next_at: Time,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// Made at.
    pub created_at: Time,
}

/// What a command on one ticket means for another; unique by (target, source,
/// source_seq), applied soon after as a command of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    /// The ticket to act on.
    pub target: TicketId,
    /// The ticket it comes from.
    pub source: TicketId,
    /// The seq of the source's event.
    pub source_seq: i64,
    /// What it says, `child.ended`.
    pub kind: String,
    /// Details.
    pub data: Map<String, Json>,
    /// Written at.
    pub at: Time,
}

/// Who an open step waits for: one row per person or group, gone when it is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// A person.
    User(UserId),
    /// Any member of a group.
    Group(GroupId),
}

/// The rows that one command writes.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// The command.
    pub command: CommandRow,
    /// What must hold.
    pub guard: Guard,
    /// The ticket as it is afterwards, with its raised version.
    pub ticket: Ticket,
    /// The submission of `ticket.run`, when the run is new.
    pub submission: Option<Submission>,
    /// New rows of the journal.
    pub journal_new: Vec<JournalRow>,
    /// Rows of the journal that changed: settled, moved up.
    pub journal_changed: Vec<JournalRow>,
    /// Who open steps wait for from now on.
    pub parties: Vec<(StepId, Party)>,
    /// Steps that wait for nobody any more: their party rows go.
    pub parties_gone: Vec<StepId>,
    /// Votes cast.
    pub votes: Vec<(StepId, Vote)>,
    /// Votes taken back.
    pub votes_gone: Vec<(StepId, UserId)>,
    /// Whether its tags or services are others than before.
    pub marks: bool,
    /// The log grows.
    pub events: Vec<Event>,
    /// Who may see it from now on.
    pub viewers: Vec<(UserId, Why)>,
    /// Who may see it no more, where they saw it by watching it alone.
    pub viewers_gone: Vec<UserId>,
    /// Who watches it from now on.
    pub watchers: Vec<UserId>,
    /// Who watches it no more.
    pub watchers_gone: Vec<UserId>,
    /// Who saw it only for such a reason sees it no more.
    pub whys_gone: Vec<Why>,
    /// Timers set; one of the same key is replaced.
    pub timers: Vec<Timer>,
    /// Keys of timers that go; a key ending in `/` takes all that begin with it.
    pub timers_gone: Vec<String>,
    /// Calls to be made.
    pub deliveries: Vec<Delivery>,
    /// Calls that are answered or no longer wanted.
    pub deliveries_gone: Vec<DeliveryId>,
    /// Messages to people.
    pub notifications: Vec<Notification>,
    /// What of them was kept back on its way out.
    pub kept_back: Vec<KeptBack>,
    /// What was said.
    pub comments: Vec<Comment>,
    /// Files that are used from now on.
    pub attachments: Vec<(AttachmentId, Use)>,
    /// Who is asked how satisfied they are.
    pub surveys: Vec<Survey>,
    /// Comments whose text changed.
    pub comments_changed: Vec<Comment>,
    /// What they said before.
    pub former_texts: Vec<FormerText>,
    /// Whether it comes into the list of escalated tickets, or goes; none where that stays.
    pub escalated: Option<bool>,
    /// Whose reply or confirmation it waits for, where that may be another now.
    pub awaited: Option<BTreeSet<UserId>>,
    /// What it means for other tickets.
    pub signals: Vec<Signal>,
    /// Links made.
    pub links: Vec<Link>,
    /// Links taken away.
    pub links_gone: Vec<Link>,
    /// What stands of it in the calendar of changes, where that is new.
    pub slot: Option<Slot>,
    /// Whether all are shown that it is known, where that is new.
    pub known: Option<bool>,
    /// Who is hit as well.
    pub affected: Vec<Affected>,
    /// Work that was logged.
    pub work: Vec<WorkEntry>,
    /// Entries of the work log that were corrected.
    pub work_changed: Vec<WorkEntry>,
    /// What they said before.
    pub former_work: Vec<FormerWork>,
    /// Appointments that were made, changed or cancelled.
    pub appointments: Vec<Appointment>,
}

impl Changes {
    /// Changes that write the ticket and the command, and nothing else yet.
    pub fn new(command: CommandRow, guard: Guard, ticket: Ticket) -> Self {
        Self {
            command,
            guard,
            ticket,
            submission: None,
            journal_new: Vec::new(),
            journal_changed: Vec::new(),
            parties: Vec::new(),
            parties_gone: Vec::new(),
            votes: Vec::new(),
            votes_gone: Vec::new(),
            marks: false,
            events: Vec::new(),
            viewers: Vec::new(),
            viewers_gone: Vec::new(),
            whys_gone: Vec::new(),
            watchers: Vec::new(),
            watchers_gone: Vec::new(),
            timers: Vec::new(),
            timers_gone: Vec::new(),
            deliveries: Vec::new(),
            deliveries_gone: Vec::new(),
            notifications: Vec::new(),
            kept_back: Vec::new(),
            comments: Vec::new(),
            attachments: Vec::new(),
            surveys: Vec::new(),
            comments_changed: Vec::new(),
            former_texts: Vec::new(),
            escalated: None,
            awaited: None,
            signals: Vec::new(),
            links: Vec::new(),
            links_gone: Vec::new(),
            slot: None,
            known: None,
            affected: Vec::new(),
            work: Vec::new(),
            work_changed: Vec::new(),
            former_work: Vec::new(),
            appointments: Vec::new(),
        }
    }
}
