//! Rehearsals: one ticket carried in memory, by the very decisions of the desk,
//! under a clock that its holder moves. Nothing is stored and no neighbour is
//! asked. Scenarios of workflows run on it (`scenes`).

mod answers;
mod children;
mod record;
mod scenes;
mod suppose;

#[cfg(test)]
mod tests;

pub use record::{Recorded, Story, read_story, record};
pub use scenes::{Report, Selection, Told, demo_world, rehearse};

use super::clock::{Ids, VirtualClock};
use super::command::{Act, Command, Doer, Target};
use super::decide::{self, Case, Decision};
use super::load::LoadBoard;
use super::world::World;
use crate::model::approval::Vote;
use crate::model::attachment::Attachment;
use crate::model::changes::Changes;
use crate::model::event::EventType;
use crate::model::ids::StepId;
use crate::model::journal::{JournalRow, Origin};
use crate::model::problem::Refusal;
use crate::model::ticket::{Submission, Ticket, number_text};
use crate::model::time::Time;
use crate::model::view;
use crate::workflow::{Oracle, Program};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The number of every rehearsed ticket.
const NUMBER: i64 = 1;
/// Timers that fire in one stretch of time; ten years of daily reminders.
const MOST_TIMERS: usize = 4_000;

/// A ticket that is carried in memory. A clone goes its own way.
#[derive(Clone)]
pub struct Rehearsal {
    world: Arc<World>,
    board: Arc<LoadBoard>,
    now: Time,
    ticket: Option<Ticket>,
    submission: Option<Submission>,
    journal: Vec<JournalRow>,
    votes: Vec<(StepId, Vote)>,
    timers: BTreeMap<String, Time>,
    /// Messages to people: username and text.
    notices: Vec<(String, String)>,
    /// What was said when it closed.
    closing: Option<String>,
    /// Tickets that it has opened.
    children: Vec<children::Child>,
    commands: u32,
    /// What a preview supposes of what is not known yet.
    oracle: Option<Arc<dyn Oracle>>,
}

impl Rehearsal {
    /// A rehearsal without a ticket yet. Deciding wants a thread with the stack
    /// of scripts.
    pub fn new(world: &Arc<World>, now: Time) -> Self {
        Self {
            world: Arc::clone(world),
            board: Arc::default(),
            now,
            ticket: None,
            submission: None,
            journal: Vec::new(),
            votes: Vec::new(),
            timers: BTreeMap::new(),
            notices: Vec::new(),
            closing: None,
            children: Vec::new(),
            commands: 0,
            oracle: None,
        }
    }

    /// Carries out a wish, as the desk would.
    ///
    /// # Errors
    /// The desk's refusal; nothing is done then.
    pub fn carry(&mut self, doer: Doer, target: Target, act: Act) -> Result<(), Refusal> {
        self.commands += 1;
        let id = format!("rehearsal/{}", self.commands);
        let case = self.case(&doer, &act);
        let command = Command { id, fingerprint: [0; 32], doer, target, expect: None, act };
        let clock = VirtualClock::new(self.now);
        let decided = decide::decide(case, &self.world, &self.board, &command, self.now, &mut Ids::new(&clock));
        self.take(decided?);
        self.open_children()
    }

    /// A rehearsal has no files: whoever names one has just sent it up.
    fn files(&self, doer: &Doer, act: &Act) -> Vec<Attachment> {
        let Some(uploader) = doer.user_id() else { return Vec::new() };
        let file = |id| Attachment {
            id,
            uploader,
            name: "file".to_owned(),
            media_type: "application/octet-stream".to_owned(),
            size: 0,
            hash: String::new(),
            at: self.now,
            used: None,
        };
        decide::files_named(act).into_iter().map(file).collect()
    }

    fn case(&self, doer: &Doer, act: &Act) -> Case {
        let item = match act {
            Act::Submit(wish) => Some(wish.item.as_str()),
            _ => self.ticket.as_ref().map(|ticket| ticket.item.as_str()),
        };
        let item = item.and_then(|name| self.world.content.items.get(name)).cloned();
        let workflow = item.as_ref().map(|item| item.workflow());
        let run = self.ticket.as_ref().map_or(1, |ticket| ticket.run);
        let here = |row: &JournalRow| row.run == run || row.origin != Origin::Script || row.is_open();
        let (journal, earlier) = self.journal.iter().cloned().partition(here);
        Case {
            ticket: self.ticket.clone(),
            submission: self.submission.clone(),
            journal,
            earlier,
            votes: self.votes.clone(),
            program: workflow
                .and_then(|name| self.world.content.workflows.get(name))
                .map(|program| self.asked_of(program)),
            item,
            files: self.files(doer, act),
            visible: true,
            number: NUMBER,
            last_asked: None,
            beside: decide::Beside::default(),
            kin: decide::Kin::default(),
        }
    }

    fn asked_of(&self, program: &Arc<Program>) -> Arc<Program> {
        match &self.oracle {
            Some(oracle) => Arc::new(program.asking(Arc::clone(oracle))),
            None => Arc::clone(program),
        }
    }

    /// Takes a decision over into the next case: what the store would do.
    fn take(&mut self, decision: Decision) {
        let Decision { changes, .. } = decision;
        let Changes { ticket, submission, journal_new, journal_changed, votes, votes_gone, .. } = changes;
        let (timers, timers_gone) = (changes.timers, changes.timers_gone);
        self.note_children(changes.signals);
        if submission.is_some() {
            self.submission = submission;
        }
        self.journal.retain(|old| !journal_changed.iter().any(|row| row.id == old.id));
        self.journal.extend(journal_new.into_iter().chain(journal_changed));
        self.journal.sort_by_key(|row| row.position);
        self.votes.retain(|(step, vote)| !votes_gone.contains(&(*step, vote.voter)));
        self.votes.extend(votes);
        for key in timers_gone {
            match key.ends_with('/') {
                true => self.timers.retain(|timer, _| !timer.starts_with(&key)),
                false => drop(self.timers.remove(&key)),
            }
        }
        self.timers.extend(timers.into_iter().map(|timer| (timer.key, timer.due_at)));
        for notice in changes.notifications {
            let Some(user) = self.world.people.user(notice.user) else { continue };
            let viewer = self.world.viewer(user, self.now);
            let told = view::notification(&viewer, &notice, Some((ticket.kind, ticket.number)));
            self.notices.push((user.username.clone(), told.text));
        }
        let closed = changes.events.iter().rev().find(|event| event.kind == EventType::TicketClosed);
        if let Some(message) = closed.and_then(|event| event.data.get("message")?.as_str()) {
            self.closing = Some(message.to_owned());
        }
        self.ticket = Some(ticket);
    }

    /// Lets time go by until a moment; timers fire on the way, each at its time.
    ///
    /// # Errors
    /// The desk's refusal of a timer, or a loop of them.
    pub fn pass(&mut self, until: Time) -> Result<(), Refusal> {
        for _ in 0..MOST_TIMERS {
            let next = self.timers.iter().map(|(key, due)| (*due, key.clone())).min();
            let opens = self.next_child().filter(|at| *at <= until && next.as_ref().is_none_or(|(due, _)| at < due));
            if let Some(at) = opens {
                self.now = self.now.max(at);
                self.open_children()?;
                continue;
            }
            let Some((due, key)) = next.filter(|(due, _)| *due <= until) else {
                self.now = self.now.max(until);
                return Ok(());
            };
            self.now = self.now.max(due);
            self.timers.remove(&key);
            self.carry(Doer::System("clock"), Target::Ticket(NUMBER), Act::Fire { key })?;
        }
        Err(Refusal::unavailable(format!("More than {MOST_TIMERS} timers fire in that time.")))
    }

    /// The ticket; none before it is submitted.
    pub fn ticket(&self) -> Option<&Ticket> {
        self.ticket.as_ref()
    }

    /// What was said when it closed.
    pub fn closing(&self) -> Option<&str> {
        self.closing.as_deref()
    }

    /// All rows, in the order of opening.
    pub fn journal(&self) -> &[JournalRow] {
        &self.journal
    }

    /// The World that it is carried on.
    pub fn world(&self) -> &Arc<World> {
        &self.world
    }

    /// What the ticket is called.
    pub fn number(&self) -> String {
        self.ticket.as_ref().map(|ticket| number_text(ticket.kind, ticket.number)).unwrap_or_default()
    }
}
