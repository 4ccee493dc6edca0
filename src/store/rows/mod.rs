//! The rows of the tables that a ticket is made of, and their translation to and
//! from the model. Rows never leave the store.

mod journal;
mod log;
mod outgoing;
mod relations;
mod said;
mod ticket;

pub(super) use journal::{JournalChange, JournalStored, PartyRow, VoteRow};
pub(super) use log::{
    AwaitedRow, CommandStored, EscalatedRow, EventRow, EventStored, LogDataRow, MarkRow, NotificationRow, ViewerRow,
};
pub(super) use outgoing::{DeliveryStored, SignalRow, TimerRow};
pub(super) use relations::{AffectedRow, LinkRow, RelationRows};
pub(super) use said::{CommentChange, CommentRow, FormerTextRow, WatcherRow};
pub(super) use ticket::{SubmissionRow, TicketRow};
