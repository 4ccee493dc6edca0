//! One command's changes as rows, made on the caller's thread, so that the
//! thread that writes only writes.

use crate::model::changes::{Changes, Guard};
use crate::model::ids::{CommentId, DeliveryId, StepId, TicketId, UserId, WorkId};
use crate::model::journal::JournalRow;
use crate::store::appointments::{AppointmentRow, InvitedRow};
use crate::store::attachments::UseRow;
use crate::store::error::StoreError;
use crate::store::outgoing::OutgoingRow;
use crate::store::rows::{
    AwaitedRow, CommandStored, CommentChange, CommentRow, DeliveryStored, EscalatedRow, EventRow, FormerTextRow,
    JournalChange, JournalStored, LogDataRow, MarkRow, NotificationRow, PartyRow, RelationRows, SignalRow,
    SubmissionRow, TicketRow, TimerRow, ViewerRow, VoteRow, WatcherRow,
};
use crate::store::surveys::SurveyRow;
use crate::store::worklog::{FormerWorkRow, WorkChange, WorkRow};

/// The rows of one command.
pub(in crate::store) struct Prepared {
    pub(super) command_id: String,
    pub(super) ticket: TicketId,
    pub(super) guard: Guard,
    pub(super) command: CommandStored,
    pub(super) ticket_row: TicketRow,
    pub(super) submission: Option<SubmissionRow>,
    pub(super) journal_new: Vec<JournalStored>,
    pub(super) journal_changed: Vec<(JournalKey, JournalChange)>,
    pub(super) parties: Vec<PartyRow>,
    pub(super) parties_gone: Vec<StepId>,
    pub(super) votes: Vec<VoteRow>,
    pub(super) votes_gone: Vec<(StepId, UserId)>,
    pub(super) marks_gone: bool,
    pub(super) marks: Vec<MarkRow>,
    pub(super) events: Vec<EventRow>,
    pub(super) event_data: Vec<LogDataRow>,
    pub(super) viewers: Vec<ViewerRow>,
    pub(super) viewers_gone: Vec<UserId>,
    pub(super) watchers: Vec<WatcherRow>,
    pub(super) watchers_gone: Vec<UserId>,
    pub(super) whys_gone: Vec<&'static str>,
    pub(super) timers: Vec<TimerRow>,
    pub(super) timers_gone: Vec<String>,
    pub(super) deliveries: Vec<DeliveryStored>,
    pub(super) deliveries_gone: Vec<DeliveryId>,
    pub(super) notifications: Vec<NotificationRow>,
    pub(super) kept_back: Vec<OutgoingRow>,
    pub(super) comments: Vec<CommentRow>,
    pub(super) attachments: Vec<UseRow>,
    pub(super) surveys: Vec<SurveyRow>,
    pub(super) comments_changed: Vec<(CommentId, CommentChange)>,
    pub(super) former_texts: Vec<FormerTextRow>,
    pub(super) escalated: Option<EscalatedRow>,
    pub(super) escalated_gone: bool,
    pub(super) awaited: Option<Vec<AwaitedRow>>,
    pub(super) signals: Vec<SignalRow>,
    pub(super) relations: RelationRows,
    pub(super) work: Vec<WorkRow>,
    pub(super) work_changed: Vec<(WorkId, WorkChange)>,
    pub(super) former_work: Vec<FormerWorkRow>,
    pub(super) appointments: Vec<AppointmentRow>,
    pub(super) invited: Vec<InvitedRow>,
}

/// The journal's key: its rows lie in this order.
pub(super) struct JournalKey {
    pub(super) ticket: TicketId,
    pub(super) run: i32,
    pub(super) path: String,
}

impl JournalKey {
    fn of(row: &JournalRow) -> Self {
        Self { ticket: row.ticket, run: row.run, path: row.path.clone() }
    }
}

impl Prepared {
    /// Turns changes into rows; fails only when a value cannot be written at all.
    pub(in crate::store) fn of(changes: &Changes) -> Result<Self, StoreError> {
        let ticket = &changes.ticket;
        Ok(Self {
            command_id: changes.command.id.clone(),
            ticket: ticket.id,
            guard: changes.guard,
            command: CommandStored::of(&changes.command),
            ticket_row: TicketRow::of(ticket)?,
            submission: changes.submission.as_ref().map(|it| SubmissionRow::of(ticket, it)).transpose()?,
            journal_new: all(&changes.journal_new, JournalStored::of)?,
            journal_changed: all(&changes.journal_changed, |row| Ok((JournalKey::of(row), JournalChange::of(row)?)))?,
            parties: changes.parties.iter().map(|(step, party)| PartyRow::of(ticket.id, *step, *party)).collect(),
            parties_gone: changes.parties_gone.clone(),
            votes: changes.votes.iter().map(|(step, vote)| VoteRow::of(*step, vote)).collect(),
            votes_gone: changes.votes_gone.clone(),
            marks_gone: changes.marks && changes.guard != Guard::New,
            marks: if changes.marks { MarkRow::all(ticket) } else { Vec::new() },
            events: changes.events.iter().map(EventRow::of).collect(),
            event_data: all(&changes.events, LogDataRow::of)?,
            viewers: changes.viewers.iter().map(|(viewer, why)| ViewerRow::of(ticket, *viewer, *why)).collect(),
            viewers_gone: changes.viewers_gone.clone(),
            watchers: changes.watchers.iter().map(|user| WatcherRow { user_id: *user, ticket: ticket.id }).collect(),
            watchers_gone: changes.watchers_gone.clone(),
            whys_gone: changes.whys_gone.iter().map(|why| why.as_str()).collect(),
            timers: last_of_each_key(changes.timers.iter().map(TimerRow::of)),
            timers_gone: changes.timers_gone.clone(),
            deliveries: all(&changes.deliveries, DeliveryStored::of)?,
            deliveries_gone: changes.deliveries_gone.clone(),
            notifications: all(&changes.notifications, NotificationRow::of)?,
            kept_back: all(&changes.kept_back, OutgoingRow::of)?,
            attachments: changes.attachments.iter().map(|(id, used)| UseRow::of(*id, used)).collect(),
            surveys: changes.surveys.iter().map(SurveyRow::of).collect(),
            comments: all(&changes.comments, CommentRow::of)?,
            comments_changed: all(&changes.comments_changed, |comment| Ok(CommentRow::of(comment)?.into()))?,
            former_texts: changes.former_texts.iter().map(FormerTextRow::of).collect(),
            escalated: (changes.escalated == Some(true)).then_some(EscalatedRow { ticket: ticket.id }),
            escalated_gone: changes.escalated == Some(false),
            awaited: changes
                .awaited
                .as_ref()
                .map(|people| people.iter().map(|person| AwaitedRow { person: *person, ticket: ticket.id }).collect()),
            signals: all(&changes.signals, SignalRow::of)?,
            relations: RelationRows::of(changes),
            work: changes.work.iter().map(WorkRow::of).collect(),
            work_changed: changes.work_changed.iter().map(WorkChange::of).collect(),
            former_work: changes.former_work.iter().map(FormerWorkRow::of).collect(),
            appointments: all(&changes.appointments, AppointmentRow::of)?,
            invited: changes.appointments.iter().flat_map(InvitedRow::all).collect(),
        })
    }
}

fn all<T, R>(from: &[T], row: impl Fn(&T) -> Result<R, StoreError>) -> Result<Vec<R>, StoreError> {
    from.iter().map(row).collect()
}

/// A key stands for one timer: the last that was set.
fn last_of_each_key(timers: impl Iterator<Item = TimerRow>) -> Vec<TimerRow> {
    let mut kept: Vec<TimerRow> = Vec::new();
    for timer in timers {
        kept.retain(|earlier| earlier.key != timer.key);
        kept.push(timer);
    }
    kept
}
