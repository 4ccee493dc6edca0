//! The draft: a ticket in the middle of a decision, with the rows collected so
//! far. Everything that a decision writes goes through here, so that events,
//! viewers and timers are never forgotten.

mod parties;
mod touched;

use super::{Beside, Case, Decision, Kin, clocks, kind_facts, talk};
use crate::desk::command::{Command, Doer};
use crate::desk::load::LoadBoard;
use crate::desk::world::World;
use crate::model::approval::Vote;
use crate::model::attachment::Attachment;
use crate::model::awaited::{awaited, may_await};
use crate::model::catalog::Item;
use crate::model::changes::{Changes, CommandRow, Guard, Made, Timer};
use crate::model::event::{Actor, Event, EventType};
use crate::model::ids::{IdSource, NotificationId, StepId, TimerId, UserId};
use crate::model::journal::{JournalRow, Origin, RowState};
use crate::model::people::Parties;
use crate::model::policy::Policy;
use crate::model::problem::{Code, Refusal};
use crate::model::status::Status;
use crate::model::ticket::{Notification, Submission, Ticket};
use crate::model::time::Time;
use crate::model::touched::Clash;
use crate::model::who::Who;
use crate::store::Glance;
use crate::workflow::Program;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A ticket in the middle of a decision.
pub struct Draft<'a> {
    /// The ticket as it will be.
    pub ticket: Ticket,
    /// The World it is decided on.
    pub world: Arc<World>,
    /// Loads and turns.
    pub board: Arc<LoadBoard>,
    /// Who wishes.
    pub doer: Doer,
    /// Whom the log names.
    pub actor: Actor,
    /// The event time: the later of now and the ticket's last event.
    pub now: Time,
    /// The current run's submission.
    pub submission: Option<Submission>,
    /// Rows of the current run and of people's steps, as they will be.
    pub journal: Vec<JournalRow>,
    /// Answered rows of earlier runs.
    pub earlier: Vec<JournalRow>,
    /// Votes on open approvals, those of this decision included.
    pub votes: Vec<(StepId, Vote)>,
    /// The pinned workflow.
    pub program: Option<Arc<Program>>,
    /// The item with the pinned form.
    pub item: Option<Arc<Item>>,
    /// Files that the command may use, and those that it does.
    pub files: Vec<Attachment>,
    /// When the requester was last asked how satisfied they are.
    pub last_asked: Option<Time>,
    /// What the wish needs beside the ticket's own state.
    pub beside: Beside,
    /// Whether the script has to be run before the draft is finished.
    pub run_due: bool,
    /// Whether calls may have to be given back before the draft is finished.
    pub undo_due: bool,
    /// What it has to do with others.
    pub kin: Kin,
    /// Whether its children are resolved with it.
    pub with_children: bool,
    changes: Changes,
    new_rows: BTreeSet<StepId>,
    changed_rows: BTreeSet<StepId>,
    chosen: Vec<UserId>,
    touched: BTreeSet<String>,
    before: Option<Ticket>,
    /// The status that the log has told of.
    logged: Status,
    expect: Option<i64>,
    ids: &'a mut dyn IdSource,
}

/// What can be put back when a script turns out to be stuck.
pub struct Snapshot {
    ticket: Ticket,
    logged: Status,
    journal: Vec<JournalRow>,
    votes: Vec<(StepId, Vote)>,
    changes: Changes,
    new_rows: BTreeSet<StepId>,
    changed_rows: BTreeSet<StepId>,
}

impl<'a> Draft<'a> {
    /// A draft of an existing ticket; 404 where it is absent or hidden.
    pub fn of(
        case: Case,
        world: &Arc<World>,
        board: &Arc<LoadBoard>,
        command: &Command,
        now: Time,
        ids: &'a mut dyn IdSource,
    ) -> Result<Self, Refusal> {
        let ticket = case.ticket.ok_or_else(Refusal::not_found)?;
        if !case.visible {
            return Err(Refusal::not_found());
        }
        let guard = Guard::Version(ticket.version);
        let before = Some(ticket.clone());
        let mut draft = Self::start(ticket, guard, world, board, command, now, ids);
        draft.before = before;
        draft.submission = case.submission;
        draft.journal = case.journal;
        draft.earlier = case.earlier;
        draft.votes = case.votes;
        draft.program = case.program;
        draft.item = case.item;
        draft.files = case.files;
        draft.last_asked = case.last_asked;
        draft.beside = case.beside;
        draft.kin = case.kin;
        draft.ticket.version += 1;
        draft.expect = command.expect;
        Ok(draft)
    }

    /// 412 where the caller saw another version; asked after 403 and before 409.
    pub fn check_version(&self) -> Result<(), Refusal> {
        self.check_clash(&Clash::Any)
    }

    /// 412 where what others did since the caller looked stands in the way.
    pub fn check_clash(&self, clash: &Clash) -> Result<(), Refusal> {
        let found = self.before.as_ref().zip(self.expect).and_then(|(ticket, seen)| clash.with(ticket, seen));
        found.map_or(Ok(()), |why| Err(Refusal::new(Code::PreconditionFailed, why)))
    }

    /// A draft of a ticket that does not exist yet.
    pub fn start(
        ticket: Ticket,
        guard: Guard,
        world: &Arc<World>,
        board: &Arc<LoadBoard>,
        command: &Command,
        now: Time,
        ids: &'a mut dyn IdSource,
    ) -> Self {
        let now = now.max(ticket.updated_at);
        let row = CommandRow {
            id: command.id.clone(),
            fingerprint: command.fingerprint,
            ticket: ticket.id,
            number: ticket.number,
            made: Made::Ticket,
            at: now,
        };
        Self {
            changes: Changes::new(row, guard, ticket.clone()),
            logged: ticket.status,
            ticket,
            world: Arc::clone(world),
            board: Arc::clone(board),
            doer: command.doer.clone(),
            actor: command.doer.actor(),
            now,
            submission: None,
            journal: Vec::new(),
            earlier: Vec::new(),
            votes: Vec::new(),
            program: None,
            item: None,
            files: Vec::new(),
            last_asked: None,
            beside: Beside::default(),
            run_due: false,
            undo_due: false,
            kin: Kin::default(),
            with_children: false,
            new_rows: BTreeSet::new(),
            changed_rows: BTreeSet::new(),
            chosen: Vec::new(),
            touched: BTreeSet::new(),
            before: None,
            expect: None,
            ids,
        }
    }

    /// The desk's rules.
    pub fn policy(&self) -> &Policy {
        self.world.policy()
    }
    /// The people and groups behind whos, for this ticket.
    pub fn resolve(&self, whos: &[Who]) -> Parties {
        self.world.people.resolve(whos, &self.world.bearings(&self.ticket))
    }
    /// The source of ids.
    pub fn ids(&mut self) -> &mut dyn IdSource {
        self.ids
    }
    /// What the command made, so that a repeat is answered from it.
    pub fn made(&mut self, made: Made) {
        self.changes.command.made = made;
    }
    /// Remembers whom the load board chose.
    pub fn chose(&mut self, users: impl IntoIterator<Item = UserId>) {
        self.chosen.extend(users);
    }

    /// Adds an entry to the log, by the doer.
    pub fn log(&mut self, kind: EventType, data: Json) {
        let actor = self.actor.clone();
        self.log_by(actor, kind, data);
    }

    /// Adds an entry to the log; returns its seq.
    pub fn log_by(&mut self, actor: Actor, kind: EventType, data: Json) -> i64 {
        self.ticket.last_seq += 1;
        let seq = self.ticket.last_seq;
        let mut data = match data {
            Json::Object(map) => map,
            _ => Map::new(),
        };
        if kind.moves() && self.logged != self.ticket.status {
            data.insert("status".to_owned(), json!({"from": self.logged, "to": self.ticket.status}));
            self.logged = self.ticket.status;
        }
        let salt = *self.ids.fresh().as_bytes();
        self.changes.events.push(Event {
            ticket: self.ticket.id,
            seq,
            at: self.now,
            actor,
            kind,
            data,
            salt,
            origin: None,
        });
        seq
    }

    /// Adds a row to the journal.
    pub fn add_row(&mut self, mut row: JournalRow) {
        self.ticket.last_position += 1;
        row.position = self.ticket.last_position;
        self.new_rows.insert(row.id);
        self.journal.push(row);
    }

    /// A row of the journal by id.
    pub fn row(&self, id: StepId) -> Option<&JournalRow> {
        self.journal.iter().find(|row| row.id == id)
    }

    /// Changes a row of the journal.
    pub fn change_row(&mut self, id: StepId, change: impl FnOnce(&mut JournalRow)) {
        if let Some(row) = self.journal.iter_mut().find(|row| row.id == id) {
            change(row);
            self.changed_rows.insert(id);
        }
    }

    /// Rows that wait for an answer; what is being given back holds nothing up.
    pub fn open_steps(&self) -> impl Iterator<Item = &JournalRow> {
        self.journal.iter().filter(|row| row.is_open() && row.kind.waits() && row.origin != Origin::Undo)
    }

    /// The question of a returned request, which holds its script up.
    pub fn rework(&self) -> Option<&JournalRow> {
        self.open_steps().find(|row| row.is_rework())
    }

    /// All rows at hand: of this run, of people, of earlier runs.
    pub fn all_rows(&self) -> impl Iterator<Item = &JournalRow> {
        self.journal.iter().chain(&self.earlier)
    }

    /// Sets a timer, replacing one of the same key.
    pub fn set_timer(&mut self, key: impl Into<String>, due_at: Time) {
        let key = key.into();
        self.changes.timers.retain(|timer| timer.key != key);
        let id = TimerId::fresh(self.ids);
        self.changes.timers.push(Timer { id, ticket: self.ticket.id, key, due_at });
    }

    /// Takes a timer away; a key ending in `/` takes all that begin with it.
    pub fn drop_timer(&mut self, key: impl Into<String>) {
        let key = key.into();
        let hit = |other: &str| if key.ends_with('/') { other.starts_with(&key) } else { other == key };
        self.changes.timers.retain(|timer| !hit(&timer.key));
        if self.before.is_some() {
            self.changes.timers_gone.push(key);
        }
    }

    /// Keeps a message for a person.
    pub fn notify(&mut self, user: UserId, text: &str, values: Map<String, Json>) {
        let notification = Notification {
            id: NotificationId::fresh(self.ids),
            user,
            ticket: Some(self.ticket.id),
            at: self.now,
            text: text.to_owned(),
            values,
            read_at: None,
            meant_for: None,
        };
        self.changes.notifications.push(notification);
    }

    /// The rows collected so far, for what has no method of its own.
    pub fn changes(&mut self) -> &mut Changes {
        &mut self.changes
    }

    /// What can be put back when the script turns out to be stuck.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            ticket: self.ticket.clone(),
            logged: self.logged,
            journal: self.journal.clone(),
            votes: self.votes.clone(),
            changes: self.changes.clone(),
            new_rows: self.new_rows.clone(),
            changed_rows: self.changed_rows.clone(),
        }
    }

    /// Puts a snapshot back.
    pub fn restore(&mut self, snapshot: Snapshot) {
        self.ticket = snapshot.ticket;
        self.logged = snapshot.logged;
        self.journal = snapshot.journal;
        self.votes = snapshot.votes;
        self.changes = snapshot.changes;
        self.new_rows = snapshot.new_rows;
        self.changed_rows = snapshot.changed_rows;
    }

    /// Cancels a step: nobody will answer it any more.
    pub fn cancel_step(&mut self, step: StepId, comment: &str) {
        let Some(row) = self.row(step) else { return };
        let data = serde_json::json!({"step": step, "kind": row.kind, "name": row.name});
        let seq = self.log_by(self.actor.clone(), EventType::StepCancelled, data);
        let (now, actor) = (self.now, self.actor.clone());
        let comment = (!comment.is_empty()).then(|| comment.to_owned());
        self.change_row(step, |row| {
            row.state = RowState::Cancelled;
            row.settled_at = Some(now);
            row.settled_by = Some(actor);
            row.settled_seq = Some(seq);
            row.answer =
                Some(crate::model::journal::Answer { outcome: "cancelled".to_owned(), comment, ..Default::default() });
        });
        self.forget_parties(step);
        self.drop_timer(format!("step/{step}/"));
        self.cancel_under(step);
    }

    /// An opinion on what is settled is of no use any more.
    pub fn cancel_under(&mut self, step: StepId) {
        let under = |row: &&JournalRow| row.arguments.handling.of == Some(step);
        let open: Vec<StepId> = self.open_steps().filter(under).map(|row| row.id).collect();
        for step in open {
            self.cancel_step(step, "");
        }
    }

    /// Runs the script where it is due, brings clocks and flags up to date, and
    /// gives the changes.
    pub fn finish(mut self) -> Result<Decision, Refusal> {
        if self.run_due {
            super::script::run(&mut self)?;
        }
        if self.undo_due {
            super::undo::give_back(&mut self);
        }
        clocks::settle(&mut self);
        super::confidential::settle(&mut self);
        // Whatever moved it has said so; no change of status is ever without an entry.
        if self.logged != self.ticket.status {
            self.log(EventType::TicketChanged, json!({"fields": {}}));
        }
        kind_facts::settle(&mut self);
        self.ticket.updated_at = self.now;
        self.note_touched();
        talk::tell_watchers(&mut self);
        talk::acknowledge(&mut self);
        let listed = self.before.as_ref().is_some_and(Ticket::is_escalated);
        let escalated = self.ticket.is_escalated();
        self.changes.escalated = (escalated != listed).then_some(escalated);
        let may_await = self.before.as_ref().is_some_and(may_await) || may_await(&self.ticket);
        self.changes.awaited = may_await.then(|| awaited(self.world.policy(), &self.ticket));
        let after = self.after();
        let marked = |ticket: &Ticket| (ticket.marks.tags.clone(), ticket.marks.services.clone());
        self.changes.marks = marked(&self.ticket) != self.before.as_ref().map(marked).unwrap_or_default();
        self.changes.ticket = self.ticket;
        for row in self.journal {
            if self.new_rows.contains(&row.id) {
                self.changes.journal_new.push(row);
            } else if self.changed_rows.contains(&row.id) {
                self.changes.journal_changed.push(row);
            }
        }
        Ok(Decision { after, changes: self.changes, chosen: self.chosen })
    }

    /// What the doer would read now; none where who may see it has changed.
    fn after(&self) -> Option<Box<Glance>> {
        self.doer.person()?;
        if self.before.as_ref().is_some_and(|before| before.restricted_to != self.ticket.restricted_to) {
            return None;
        }
        // Others that they may see belong to what is shown: it is read.
        if self.ticket.facts.relations.linked || self.ticket.slot().window.is_some() {
            return None;
        }
        let submission = self.submission.clone()?;
        let open = self.journal.iter().filter(|row| row.is_open()).cloned().collect();
        Some(Box::new(Glance { ticket: self.ticket.clone(), submission, open }))
    }

    /// The ticket as it was found.
    pub fn before(&self) -> Option<&Ticket> {
        self.before.as_ref()
    }
}
