//! Desk workers: one thread per core with a stack made for scripts and a read
//! connection of its own. A worker reads the state, decides, hands the changes
//! to the committer and takes the next command at once; the committer answers.
//! Queues are bounded, people go before machines.

use super::Shared;
use super::beside::beside;
use super::command::{Act, Carried, Command, Done, Target};
use super::decide::{self, Beside, Case, Kin};
use super::kin::{doer_sees, kin, visible_to};
use super::lines::Stood;
use crate::desk::clock::Ids;
use crate::model::changes::CommandRow;
use crate::model::event::ActorType;
use crate::model::ids::UserId;
use crate::model::journal::{JournalRow, Origin};
use crate::model::origin::From;
use crate::model::policy::Ask;
use crate::model::problem::{Code, Refusal};
use crate::model::ticket::{Ticket, parse_number};
use crate::script::STACK_BYTES;
use crate::store::{Committed, Depth, Reader, State, StoreError};
use crossbeam_channel::{Receiver, Sender, TrySendError, bounded, select_biased, unbounded};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;
use tokio::sync::oneshot;

/// A refused command is decided again on fresh state so often.
const TRIES: u8 = 5;

/// A command on its way.
pub struct Job {
    command: Command,
    reply: oneshot::Sender<Carried>,
    tries: u8,
    line: Option<i64>,
    origin: Option<From>,
}

/// The queues in front of the workers.
pub struct Queues {
    people: (Sender<Job>, Receiver<Job>),
    machines: (Sender<Job>, Receiver<Job>),
    /// Whose turn it is in a line, and those to be decided again: bounded by the lines.
    ready: (Sender<Job>, Receiver<Job>),
    stop: (Sender<()>, Receiver<()>),
}

impl Queues {
    /// Queues of a length.
    pub fn new(length: usize) -> Self {
        Self { people: bounded(length), machines: bounded(length), ready: unbounded(), stop: unbounded() }
    }

    /// Queues a command; the answer comes through the one-shot. Full is 503.
    pub fn push(&self, command: Command, origin: Option<From>) -> Result<oneshot::Receiver<Carried>, Refusal> {
        let (reply, answer) = oneshot::channel();
        let queue = if command.doer.is_machine() { &self.machines.0 } else { &self.people.0 };
        let job = Job { command, reply, tries: 0, line: None, origin };
        match queue.try_send(job) {
            Ok(()) => Ok(answer),
            Err(TrySendError::Full(_)) => Err(Refusal::unavailable("The desk is busy: its queue is full.")),
            Err(TrySendError::Disconnected(_)) => Err(Refusal::unavailable("The desk is stopping.")),
        }
    }

    /// Tells `count` workers to end when they have served what they hold.
    pub fn stop(&self, count: usize) {
        for _ in 0..count {
            self.stop.0.send(()).ok();
        }
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        self.people.1.len() + self.machines.1.len() + self.ready.1.len()
    }
}

/// Starts the workers.
pub fn start(shared: &Arc<Shared>, count: usize) -> std::io::Result<Vec<JoinHandle<()>>> {
    (0..count)
        .map(|n| {
            let shared = Arc::clone(shared);
            let worker = move || {
                let mut reader = None;
                while let Some(job) = next(&shared.queues) {
                    serve(&shared, &mut reader, job);
                }
            };
            std::thread::Builder::new().name(format!("desk-{n}")).stack_size(STACK_BYTES).spawn(worker)
        })
        .collect()
}

fn next(queues: &Queues) -> Option<Job> {
    select_biased! {
        recv(queues.ready.1) -> job => job.ok(),
        recv(queues.people.1) -> job => job.ok(),
        recv(queues.machines.1) -> job => job.ok(),
        recv(queues.stop.1) -> _ => None,
    }
}

/// Serves one command; a panic of ours is an answer too, and frees the line.
fn serve(shared: &Arc<Shared>, reader: &mut Option<Reader>, job: Job) {
    let Some(job) = stand_in_line(shared, reader, job) else { return };
    let line = job.line;
    let (command, tries, origin) = (job.command, job.tries, job.origin);
    let decided = catch_unwind(AssertUnwindSafe(|| decide_on(shared, reader, &command)));
    match decided {
        Ok(Ok(decided)) => commit(shared, Job { command, reply: job.reply, tries, line, origin }, decided),
        Ok(Err(answer)) => {
            job.reply.send(*answer).ok();
            free(shared, line);
        }
        Err(_) => {
            *reader = None;
            tracing::error!(command = %command.id, "a decision panicked");
            job.reply.send(Err(Refusal::new(Code::Internal, "The desk made a mistake; nothing was done."))).ok();
            free(shared, line);
        }
    }
}

/// Commands on one ticket wait for each other; `None` while this one waits or
/// has been answered.
fn stand_in_line(shared: &Arc<Shared>, reader: &mut Option<Reader>, mut job: Job) -> Option<Job> {
    if job.line.is_some() || job.command.target == Target::New {
        return Some(job);
    }
    let number = match job.command.target {
        Target::Ticket(number) => Ok(Some(number)),
        Target::Step(step) => with_reader(shared, reader, |reader| reader.ticket_of_step(step)),
        Target::New => Ok(None),
    };
    let number = match number {
        Ok(Some(number)) => number,
        Ok(None) => {
            job.reply.send(Err(Refusal::not_found())).ok();
            return None;
        }
        Err(refusal) => {
            job.reply.send(Err(refusal)).ok();
            return None;
        }
    };
    job.line = Some(number);
    match shared.lines.join(number, job) {
        Stood::First(job) => Some(job),
        Stood::Waits => None,
        Stood::Full(job) => {
            job.reply.send(Err(Refusal::unavailable("Too many wait for this ticket."))).ok();
            None
        }
    }
}

/// Lets the next of a line come.
fn free(shared: &Shared, line: Option<i64>) {
    if let Some(next) = line.and_then(|number| shared.lines.leave(number)) {
        shared.queues.ready.0.send(next).ok();
    }
}

/// Runs a read on the worker's connection, opened when first needed.
fn with_reader<T>(
    shared: &Shared,
    slot: &mut Option<Reader>,
    read: impl FnOnce(&mut Reader) -> Result<T, StoreError>,
) -> Result<T, Refusal> {
    if slot.is_none() {
        *slot = Some(shared.store.reader().map_err(|error| unavailable(&error))?);
    }
    let Some(reader) = slot.as_mut() else { return Err(Refusal::unavailable("The database does not answer.")) };
    let result = read(reader);
    if result.is_err() {
        *slot = None;
    }
    result.map_err(|error| unavailable(&error))
}

/// A store's error as the caller gets it: the details are for the log.
pub fn unavailable(error: &StoreError) -> Refusal {
    tracing::error!(%error, "the database failed");
    Refusal::unavailable("The database does not answer.")
}

/// A decision ready to be committed.
struct Decided {
    decision: decide::Decision,
    before: Option<Ticket>,
}

type Answer = Box<Carried>;

/// Reads the state and decides. An answer comes back where nothing is to be
/// committed: a refusal, or a repeat of what was done.
fn decide_on(shared: &Arc<Shared>, slot: &mut Option<Reader>, command: &Command) -> Result<Decided, Answer> {
    let refuse = |refusal: Refusal| -> Answer { Box::new(Err(refusal)) };
    let world = shared.world.load_full();
    let now = shared.clock.now();
    let case =
        with_reader(shared, slot, |reader| case(shared, reader, &world, command)).map_err(refuse)?.map_err(refuse)?;
    let before = case.ticket.clone();
    let mut ids = Ids::new(shared.clock.as_ref());
    let decided = decide::decide(case, &world, &shared.board, command, now, &mut ids);
    match decided.map(|decision| super::outgoing::pass(&world, decision, &mut ids)) {
        Ok(decision) => Ok(Decided { decision, before }),
        Err(refusal) => {
            let row = with_reader(shared, slot, |reader| reader.command(&command.id)).map_err(refuse)?;
            Err(Box::new(row.map_or(Err(refusal), |row| replayed(command, &row))))
        }
    }
}

/// Everything that the decision needs of the database.
pub(super) fn case(
    shared: &Shared,
    reader: &mut Reader,
    world: &super::World,
    command: &Command,
) -> Result<Result<Case, Refusal>, StoreError> {
    let empty = Case {
        ticket: None,
        submission: None,
        journal: Vec::new(),
        earlier: Vec::new(),
        votes: Vec::new(),
        program: None,
        item: None,
        files: Vec::new(),
        visible: true,
        number: 0,
        last_asked: None,
        beside: Beside::default(),
        kin: Kin::default(),
    };
    let in_force = |item: &str| world.content.workflows.get(world.content.items.get(item)?.workflow()).cloned();
    if let Act::Submit(submit) = &command.act {
        let program = in_force(&submit.item);
        let files = reader.attachments(&decide::files_named(&command.act))?;
        let former = submit.follows.as_deref().and_then(parse_number);
        let other = former.map_or(Ok(None), |number| visible_to(reader, number, command))?;
        let kin = Kin { other, ..Kin::default() };
        return Ok(Ok(Case { program, files, kin, number: shared.numbers.next(&shared.store)?, ..empty }));
    }
    if let (Act::OpenChild(open), Target::New) = (&command.act, command.target) {
        let program = in_force(&open.item);
        return Ok(Ok(Case { program, number: shared.numbers.next(&shared.store)?, ..empty }));
    }
    if let Act::Recur(recur) = &command.act {
        let program = in_force(&recur.item);
        return Ok(Ok(Case { program, number: shared.numbers.next(&shared.store)?, ..empty }));
    }
    if let Act::Split(off) = &command.act {
        let program = in_force(&off.wish.item);
        let kin = Kin { other: visible_to(reader, off.from, command)?, ..Kin::default() };
        return Ok(Ok(Case { program, number: shared.numbers.next(&shared.store)?, kin, ..empty }));
    }
    let number = match command.target {
        Target::Ticket(number) => Some(number),
        Target::Step(step) => reader.ticket_of_step(step)?,
        Target::New => None,
    };
    let runs_script = !matches!(
        command.act,
        Act::Accept
            | Act::Assign(_)
            | Act::Close(_)
            | Act::Comment(_)
            | Act::Attach(_)
            | Act::Talk(_)
            | Act::Work(_)
            | Act::Appoint(_)
            | Act::Escalate(_)
            | Act::Return(_)
            | Act::HandOver(_)
            | Act::Reopen(_)
            | Act::OpenChild(_)
            | Act::Attend
            | Act::Hold(_)
            | Act::FollowUp(_)
            | Act::Rate { .. }
            | Act::Unhold
            | Act::Restrict(_)
            | Act::Unrestrict(_)
            | Act::Opened
    );
    // A ticket that is closed gives back what its calls did.
    let looks_back = runs_script || matches!(command.act, Act::Close(_));
    let depth = if looks_back { Depth::All } else { Depth::Open };
    let Some(State { ticket, submission, open, journal, votes }) =
        number.map(|number| reader.state(number, depth)).transpose()?.flatten()
    else {
        return Ok(Err(Refusal::not_found()));
    };
    let here = |row: &JournalRow| row.run == ticket.run || row.origin != Origin::Script || row.is_open();
    let (journal, earlier) = journal.unwrap_or(open).into_iter().partition(here);
    if let (Act::Fire { .. }, Some(id)) = (&command.act, timer_id(command))
        && !reader.timers_of(ticket.id)?.iter().any(|timer| timer.id == id)
    {
        return Ok(Err(Refusal::not_found()));
    }
    let visible = doer_sees(reader, command, &ticket)?;
    // Only what may close a ticket asks somebody how satisfied they are.
    let asks = looks_back && world.policy().csat.ask == Ask::Closed && ticket.facts.closing.asked_at.is_none();
    let last_asked = if asks { reader.last_survey(ticket.requester, ticket.id)? } else { None };
    let beside = beside(reader, ticket.id, &command.act)?;
    let program = if runs_script { shared.programs.pinned(reader, world, &ticket.pins.workflow)? } else { None };
    let item = if runs_script { shared.programs.item(reader, world, &ticket.item, &ticket.pins.schema)? } else { None };
    let files = reader.attachments(&decide::files_named(&command.act))?;
    let kin = kin(reader, command, &ticket)?;
    Ok(Ok(Case {
        item,
        files,
        ticket: Some(ticket),
        submission: Some(submission),
        journal,
        earlier,
        votes,
        program,
        visible,
        number: 0,
        last_asked,
        beside,
        kin,
    }))
}

/// A timer that was replaced since it was read fires no more.
fn timer_id(command: &Command) -> Option<crate::model::ids::TimerId> {
    command.id.strip_prefix("timer/")?.parse().ok()
}

/// The answer to a repeat: from what was made, or 422 where the body differs.
fn replayed(command: &Command, row: &CommandRow) -> Carried {
    if row.fingerprint != command.fingerprint {
        let detail = "The same Idempotency-Key came before with another body.";
        return Err(Refusal::new(Code::IdempotencyKeyReused, detail));
    }
    Ok(Done { made: row.made.clone(), number: row.number, version: None, replayed: true, after: None })
}

/// Hands the changes to the committer, whose thread answers.
fn commit(shared: &Arc<Shared>, job: Job, decided: Decided) {
    let Decided { decision, before } = decided;
    let mut changes = decision.changes;
    // What the workflow then did was done nowhere.
    for event in changes.events.iter_mut().filter(|event| event.actor.kind == ActorType::Person) {
        event.origin.clone_from(&job.origin);
    }
    let done = Done {
        made: changes.command.made.clone(),
        number: changes.ticket.number,
        version: Some(changes.ticket.version),
        replayed: false,
        after: decision.after,
    };
    let moved = moved(before.as_ref(), &changes.ticket, &decision.chosen);
    let chosen = decision.chosen;
    let rings = super::Rung::of(&changes);
    let after = Arc::clone(shared);
    let answered = move |committed: Committed| {
        let settled = match committed {
            Committed::Done => {
                for (user, by) in moved {
                    after.board.add(user, by);
                }
                after.bell.ring(rings);
                after.audience.ring();
                Ok(done)
            }
            other => {
                for user in chosen {
                    after.board.add(user, -1);
                }
                match not_done(other, &job) {
                    Some(answer) => answer,
                    None => return again(&after, job),
                }
            }
        };
        job.reply.send(settled).ok();
        free(&after, job.line);
    };
    shared.store.commit(&changes, Box::new(answered));
}

/// The answer where nothing was written; `None` where it is to be decided again.
fn not_done(committed: Committed, job: &Job) -> Option<Carried> {
    Some(match committed {
        Committed::Duplicate(row) => replayed(&job.command, &row),
        // Decided again, it is found out whether what the caller saw still holds.
        Committed::Stale if job.tries + 1 < TRIES => return None,
        Committed::Stale => {
            let mut refusal = Refusal::new(Code::Busy, "Others are changing this ticket at the same time.");
            refusal.retry_after = Some(1);
            Err(refusal)
        }
        Committed::Invalid(message) => {
            tracing::error!(command = %job.command.id, %message, "the tables refused a decision");
            Err(Refusal::new(Code::Internal, "The desk made a mistake; nothing was done."))
        }
        Committed::Unavailable(message) => {
            tracing::warn!(%message, "a commit was not possible");
            Err(Refusal::unavailable("The database does not answer."))
        }
        Committed::Done => return None,
    })
}

fn again(shared: &Shared, mut job: Job) {
    job.tries += 1;
    shared.queues.ready.0.send(job).ok();
}

/// Whose load changed by what: open tickets count for their assignee. Who was
/// chosen on the board has been counted there.
fn moved(before: Option<&Ticket>, after: &Ticket, chosen: &[UserId]) -> Vec<(UserId, i64)> {
    let works = |ticket: &Ticket| ticket.assignee.filter(|_| ticket.status.is_open());
    let (then, now) = (before.and_then(works), works(after));
    let mut moved: Vec<(UserId, i64)> = chosen.iter().map(|user| (*user, -1)).collect();
    if then != now {
        moved.extend(then.map(|user| (user, -1)));
        moved.extend(now.map(|user| (user, 1)));
    }
    moved
}
