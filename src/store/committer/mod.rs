//! The committer: many commands, one fsync. What waits is written in one
//! transaction and answered after COMMIT. On SQLite one thread takes all that
//! waits; on PostgreSQL a few do, a ticket always by the same one. What a batch
//! writes is in `write`, what is done when it fails in `writer`.

mod prepared;
mod write;
mod writer;

pub(super) use prepared::Prepared;
pub(super) use write::{command, write};

use super::Options;
use super::connection::{AnyConnection, Target};
use super::error::StoreError;
use crate::model::changes::{Changes, CommandRow};
use crate::model::ids::TicketId;
use crossbeam_channel::{Receiver, Sender, TrySendError, bounded};
use parking_lot::Mutex;
use std::collections::{HashSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use writer::{Waiting, Writer};

/// What became of changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Committed {
    /// They are on disk.
    Done,
    /// The command was carried out before; nothing was written now.
    Duplicate(CommandRow),
    /// The ticket has another version; nothing was written. Decide again on fresh state.
    Stale,
    /// A rule of the tables forbids them; nothing was written. A mistake of ours.
    Invalid(String),
    /// The database does not answer, or the queue is full. Try again.
    Unavailable(String),
}

/// Takes the answer, on the committer's thread: it must be quick, and must not
/// call the store's own writes, which wait for that very thread.
pub type Done = Box<dyn FnOnce(Committed) + Send>;

/// Small writes run between batches on the thread that has the connection.
type Small = Box<dyn FnOnce(&mut Writer) + Send>;

enum Work {
    Commit(Waiting),
    Small(Small),
    Stop,
}

/// What the writing threads share.
pub(super) struct Shared {
    pub(super) target: Target,
    pub(super) options: Options,
    batches: Batches,
    stopping: AtomicBool,
}

impl Shared {
    fn stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }
}

/// How often a commit carried how many commands.
struct Batches(Vec<AtomicU64>);

impl Batches {
    fn new(most: usize) -> Self {
        Self((0..=most).map(|_| AtomicU64::new(0)).collect())
    }
    fn count(&self, size: usize) {
        if let Some(counter) = self.0.get(size) {
            counter.fetch_add(1, Ordering::Relaxed);
        }
    }
    fn sizes(&self) -> Vec<(usize, u64)> {
        let counted = self.0.iter().enumerate().map(|(size, counter)| (size, counter.load(Ordering::Relaxed)));
        counted.filter(|(_, times)| *times > 0).collect()
    }
}

/// The threads that write.
pub(super) struct Committer {
    shared: Arc<Shared>,
    queues: Vec<Sender<Work>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Committer {
    pub(super) fn start(target: Target, options: Options) -> Result<Self, StoreError> {
        let (writers, most) = match target {
            Target::Sqlite(_) => (1, options.sqlite_batch),
            Target::Postgres(_) => (options.postgres_writers.max(1), options.postgres_batch),
        };
        let most = most.max(1);
        let queue = options.queue;
        let shared =
            Arc::new(Shared { target, options, batches: Batches::new(most), stopping: AtomicBool::new(false) });
        let mut committer = Self { shared: shared.clone(), queues: Vec::new(), threads: Mutex::new(Vec::new()) };
        for n in 0..writers {
            let (sender, receiver) = bounded(queue);
            let shared = shared.clone();
            let thread = std::thread::Builder::new()
                .name(format!("committer-{n}"))
                .spawn(move || {
                    // A process that can no longer commit must not look alive.
                    if catch_unwind(AssertUnwindSafe(|| serve(&shared, &receiver, most))).is_err() {
                        (shared.options.on_fatal)("the committer broke off");
                    }
                })
                .map_err(|error| StoreError::Fatal(format!("no thread for the committer: {error}")))?;
            committer.queues.push(sender);
            committer.threads.get_mut().push(thread);
        }
        Ok(committer)
    }

    /// Queues changes; never waits for the commit. A full queue is answered at once.
    pub(super) fn commit(&self, changes: &Changes, done: Done) {
        let prepared = match Prepared::of(changes) {
            Ok(prepared) => prepared,
            Err(error) => return done(Committed::Invalid(error.to_string())),
        };
        let Some(queue) = self.queue_of(prepared.ticket) else {
            return done(Committed::Unavailable("the committer has stopped".to_owned()));
        };
        let refused = match queue.try_send(Work::Commit(Waiting { prepared: Box::new(prepared), done })) {
            Ok(()) => return,
            Err(TrySendError::Full(work)) => (work, "too many changes wait to be written"),
            Err(TrySendError::Disconnected(work)) => (work, "the committer has stopped"),
        };
        if let (Work::Commit(waiting), why) = refused {
            (waiting.done)(Committed::Unavailable(why.to_owned()));
        }
    }

    /// A ticket's changes always go the same way, so that they keep their order.
    fn queue_of(&self, ticket: TicketId) -> Option<&Sender<Work>> {
        if self.shared.stopping() {
            return None;
        }
        let writers = u128::try_from(self.queues.len()).ok().filter(|writers| *writers > 0)?;
        let turn = usize::try_from(ticket.0.as_u128() % writers).ok()?;
        self.queues.get(turn)
    }

    /// Runs a small write in a transaction of its own on a writing thread and
    /// waits for it.
    pub(super) fn small<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut AnyConnection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let stopped = || StoreError::Unavailable("the committer has stopped".to_owned());
        let (sender, receiver) = bounded(1);
        let small: Small = Box::new(move |writer| {
            // Nobody waits any more: then nobody minds.
            sender.send(writer.run(work)).ok();
        });
        if self.shared.stopping() {
            return Err(stopped());
        }
        let queue = self.queues.first().ok_or_else(stopped)?;
        queue.send(Work::Small(small)).map_err(|_| stopped())?;
        receiver.recv().map_err(|_| stopped())?
    }

    /// Batch sizes so far, and how often each.
    pub(super) fn batch_sizes(&self) -> Vec<(usize, u64)> {
        self.shared.batches.sizes()
    }

    /// Commands that wait now.
    pub(super) fn waiting(&self) -> usize {
        self.queues.iter().map(Sender::len).sum()
    }

    /// Writes what waits, then ends the threads.
    pub(super) fn stop(&self) {
        self.shared.stopping.store(true, Ordering::Relaxed);
        let threads = std::mem::take(&mut *self.threads.lock());
        if threads.is_empty() {
            return;
        }
        for queue in &self.queues {
            queue.send(Work::Stop).ok();
        }
        // Whoever answers last may hold the last store: a thread does not wait for itself.
        let this = std::thread::current().id();
        for thread in threads.into_iter().filter(|thread| thread.thread().id() != this) {
            thread.join().ok();
        }
    }
}

impl Drop for Committer {
    fn drop(&mut self) {
        self.stop();
    }
}

/// One writing thread: takes what waits, never lingers for more.
fn serve(shared: &Arc<Shared>, queue: &Receiver<Work>, most: usize) {
    let mut writer = Writer::new(shared.clone());
    let mut held = VecDeque::new();
    let mut open = true;
    while open || !held.is_empty() {
        if held.is_empty() {
            let Ok(work) = queue.recv() else { return };
            held.push_back(work);
        }
        let (mut batch, mut later) = (Batch::default(), VecDeque::new());
        while batch.len() < most {
            let Some(work) = held.pop_front().or_else(|| queue.try_recv().ok()) else { break };
            match work {
                Work::Commit(waiting) => later.extend(batch.add(waiting).map(Work::Commit)),
                Work::Small(small) => batch.small.push(small),
                Work::Stop => open = false,
            }
        }
        later.append(&mut held);
        held = later;
        batch.run(&mut writer);
    }
    for work in queue.try_iter() {
        if let Work::Commit(waiting) = work {
            (waiting.done)(Committed::Unavailable("the committer has stopped".to_owned()));
        }
    }
}

/// What is written before the queue is looked at again.
#[derive(Default)]
struct Batch {
    commits: Vec<Waiting>,
    tickets: HashSet<TicketId>,
    small: Vec<Small>,
}

impl Batch {
    /// Adds changes, unless their ticket is in already: then they come back, for the next one.
    fn add(&mut self, waiting: Waiting) -> Option<Waiting> {
        if !self.tickets.insert(waiting.prepared.ticket) {
            return Some(waiting);
        }
        self.commits.push(waiting);
        None
    }
    fn len(&self) -> usize {
        self.commits.len() + self.small.len()
    }
    /// One transaction for all changes, tickets in their order so that two
    /// writers never wait for each other in a circle; then the small writes.
    fn run(mut self, writer: &mut Writer) {
        self.commits.sort_by_key(|waiting| waiting.prepared.ticket);
        if !self.commits.is_empty() {
            writer.commit(self.commits);
        }
        for small in self.small {
            small(writer);
        }
    }
}
