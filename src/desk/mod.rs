//! Floor 4: what people, scripts and clocks do to tickets: decide, then commit.
//!
//! `decide` and what lies under it is pure; `workers` runs it, `store` commits
//! what it comes to. `views` answers what people look at, `sessions` who they
//! are, `content` and `releases` what is published. No HTTP here, no SQL, no
//! rhai.

mod absences;
pub mod appointments;
pub mod attachments;
mod audit;
pub mod authoring;
mod bell;
mod beside;
pub mod bundle;
pub mod canned;
pub mod clock;
pub mod command;
pub mod confidential;
pub mod content;
pub mod conversation;
pub mod correction;
pub mod decide;
pub mod directory;
pub mod dispatch;
pub mod drafts;
mod export;
pub mod forgetting;
pub mod gallery;
pub mod handling;
pub mod invitation;
pub mod jobs;
mod kin;
mod lines;
pub mod load;
mod notifications;
mod numbers;
mod options;
mod outgoing;
mod passwords;
pub mod people;
pub mod popular;
pub mod preview;
mod programs;
pub mod reception;
pub mod rehearsal;
pub mod releases;
mod saved_views;
mod sessions;
pub mod signals;
mod stream;
mod surveys;
#[cfg(test)]
mod tests;
pub mod translations;
pub mod verify;
pub mod views;
mod workers;
pub mod worklog;
mod world;

pub use absences::{AbsencePatch, NewAbsence};
pub use audit::{AuditQuery, AuditView, audit};
pub use bell::Rung;
pub use export::{Cell, Export};
pub use options::Options;
pub use saved_views::{NewView, ReadFilters, SavedViewView, ViewPatch};
pub use sessions::{Caller, SignedIn, TokenView, hash_password, random_token};
pub use stream::{News, Passed, Subscription};
pub use surveys::Invitation;
pub use workers::unavailable;
pub use world::{Content, Form, List, World};

use crate::model::ids::IdSource;
use crate::model::origin::From;
use crate::model::people::People;
use crate::model::problem::{Code, Fault, Refusal};
use crate::model::time::Time;
use crate::plugins::Installation;
use crate::script::STACK_BYTES;
use crate::store::{Reader, Store, StoreError};
use arc_swap::ArcSwap;
use bell::Bell;
use clock::{Clock, Ids};
use command::{Carried, Command};
use crossbeam_channel::{Sender, TrySendError, bounded};
use load::LoadBoard;
use parking_lot::{Condvar, Mutex};
use sessions::SignIn;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::{Semaphore, oneshot};

/// Why the desk did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The published content has faults.
    #[error("the published content has {} faults", .0.len())]
    Content(Vec<Fault>),
    /// The database does not answer.
    #[error("the database failed")]
    Store(#[from] StoreError),
    /// A thread could not be started.
    #[error("a thread could not be started")]
    Thread(#[from] std::io::Error),
}

type Look = Box<dyn FnOnce(&mut Option<Reader>, &Shared) + Send>;

/// What all threads of the desk share.
pub struct Shared {
    pub(crate) store: Store,
    world: ArcSwap<World>,
    board: Arc<LoadBoard>,
    clock: Arc<dyn Clock>,
    queues: workers::Queues,
    lines: lines::Lines<workers::Job>,
    numbers: numbers::Numbers,
    programs: programs::Programs,
    sign_in: SignIn,
    popular: popular::Popular,
    options: Options,
    refreshing: Mutex<()>,
    stopping: AtomicBool,
    /// Ends the wait of the thread that watches the World.
    stopped: (Mutex<bool>, Condvar),
    bell: Bell,
    audience: Arc<stream::Audience>,
    exports: export::Running,
    /// Turns of those who look at drafts.
    drafting: Arc<Semaphore>,
}

/// The desk; clones are the same one.
#[derive(Clone)]
pub struct Desk {
    shared: Arc<Shared>,
    looks: Sender<Look>,
    threads: Arc<Mutex<Vec<JoinHandle<()>>>>,
}

/// What the desk says of itself, for `/metrics`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Commands that wait for a worker.
    pub commands_waiting: usize,
    /// Commands that wait for their commit.
    pub commits_waiting: usize,
    /// How many commits carried how many commands: `(commands, commits)`.
    pub batches: Vec<(usize, u64)>,
}

fn cores(wanted: usize) -> usize {
    if wanted > 0 { wanted } else { std::thread::available_parallelism().map_or(2, usize::from) }
}

impl Desk {
    /// Starts the desk on a migrated database with published content.
    ///
    /// # Errors
    /// When the content has faults or the database does not answer.
    pub fn start(store: Store, clock: Arc<dyn Clock>, options: Options) -> Result<Desk, StartError> {
        let mut reader = store.reader()?;
        let world = load_world(&mut reader, &options.installation, clock.now())?;
        let board = LoadBoard::new(reader.open_loads()?);
        let (worker_count, viewer_count) = (cores(options.workers), cores(options.viewers));
        let shared = Arc::new(Shared {
            store,
            world: ArcSwap::from_pointee(world),
            board: Arc::new(board),
            clock,
            queues: workers::Queues::new(options.queue),
            lines: lines::Lines::default(),
            numbers: numbers::Numbers::default(),
            programs: programs::Programs::default(),
            sign_in: SignIn::default(),
            popular: popular::Popular::default(),
            options,
            refreshing: Mutex::new(()),
            stopping: AtomicBool::new(false),
            stopped: (Mutex::new(false), Condvar::new()),
            bell: Bell::default(),
            audience: Arc::default(),
            exports: export::Running::default(),
            drafting: Arc::new(Semaphore::new(authoring::ABREAST)),
        });
        let mut threads = workers::start(&shared, worker_count)?;
        let (looks, queue) = bounded::<Look>(shared.options.queue);
        for n in 0..viewer_count {
            let (shared, queue) = (Arc::clone(&shared), queue.clone());
            let viewer = move || {
                let mut reader = None;
                while let Ok(look) = queue.recv() {
                    look(&mut reader, &shared);
                }
            };
            threads.push(std::thread::Builder::new().name(format!("view-{n}")).stack_size(STACK_BYTES).spawn(viewer)?);
        }
        threads.push(start_watch(&shared)?);
        threads.push(stream::start(&shared)?);
        Ok(Desk { shared, looks, threads: Arc::new(Mutex::new(threads)) })
    }

    /// Carries out a command: queued, decided, on disk before the answer. A
    /// caller that goes away changes nothing.
    ///
    /// # Errors
    /// The refusal; nothing was done then.
    pub async fn carry_out(&self, command: Command) -> Carried {
        self.carry_out_from(command, None).await
    }

    /// The same, and from where a person wishes it.
    ///
    /// # Errors
    /// The refusal; nothing was done then.
    pub async fn carry_out_from(&self, command: Command, origin: Option<From>) -> Carried {
        let answer = self.shared.queues.push(command, origin)?;
        answer.await.unwrap_or_else(|_| Err(Refusal::unavailable("The desk is stopping.")))
    }

    /// The same for a thread that may block.
    ///
    /// # Errors
    /// The refusal; nothing was done then.
    pub fn carry_out_blocking(&self, command: Command) -> Carried {
        let answer = self.shared.queues.push(command, None)?;
        answer.blocking_recv().unwrap_or_else(|_| Err(Refusal::unavailable("The desk is stopping.")))
    }

    /// The World as it is now.
    pub fn world(&self) -> Arc<World> {
        self.shared.world.load_full()
    }

    /// The desk's clock.
    pub fn clock(&self) -> &dyn Clock {
        self.shared.clock.as_ref()
    }

    /// The store below, for floors above that keep leases and firings.
    pub fn store(&self) -> &Store {
        &self.shared.store
    }

    /// A fresh id.
    pub fn fresh_id(&self) -> uuid::Uuid {
        Ids::new(self.clock()).fresh()
    }

    /// What a release is held against.
    fn content_rules<'a>(&'a self, world: &'a World) -> releases::Rules<'a> {
        let Options { installation, check_jobs, .. } = &self.shared.options;
        releases::Rules { installation, check_jobs: *check_jobs, people: Some(&world.people) }
    }

    fn shared(&self) -> &Shared {
        &self.shared
    }

    /// Reads for people, on a view thread with its own connection.
    ///
    /// # Errors
    /// The reader's refusal; 503 where the queue is full or the database does not answer.
    pub async fn read<T: Send + 'static>(
        &self,
        look: impl FnOnce(&mut views::View<'_>) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        self.look(move |slot, shared| {
            if slot.is_none() {
                *slot = Some(shared.store.reader().map_err(|error| unavailable(&error))?);
            }
            let reader = slot.as_mut().ok_or_else(|| Refusal::unavailable("The database does not answer."))?;
            let world = shared.world.load_full();
            look(&mut views::View { reader, world: &world, popular: &shared.popular, now: shared.clock.now() })
        })
        .await
    }

    async fn read_store<T: Send + 'static>(
        &self,
        read: impl FnOnce(&mut Reader) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, Refusal> {
        self.read(move |view| read(view.reader).map_err(|error| unavailable(&error))).await
    }

    async fn look<T: Send + 'static>(
        &self,
        look: impl FnOnce(&mut Option<Reader>, &Shared) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Refusal> {
        let (reply, answer) = oneshot::channel();
        let boxed: Look = Box::new(move |slot, shared| {
            let looked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| look(slot, shared)));
            let result = looked.unwrap_or_else(|_| {
                tracing::error!("a view panicked");
                Err(Refusal::new(Code::Internal, "The desk made a mistake."))
            });
            reply.send(result).ok();
        });
        match self.looks.try_send(boxed) {
            Ok(()) => answer.await.unwrap_or_else(|_| Err(Refusal::unavailable("The desk is stopping."))),
            Err(TrySendError::Full(_)) => Err(Refusal::unavailable("The desk is busy: its queue is full.")),
            Err(TrySendError::Disconnected(_)) => Err(Refusal::unavailable("The desk is stopping.")),
        }
    }

    /// Reads the World's parts that another version row names. The node that
    /// changed something calls it before it answers; others within a second.
    ///
    /// # Errors
    /// When the database does not answer or what is published has faults.
    pub fn refresh(&self) -> Result<(), StartError> {
        refresh(&self.shared)
    }

    /// What the desk says of itself.
    pub fn figures(&self) -> Figures {
        Figures {
            commands_waiting: self.shared.queues.waiting(),
            commits_waiting: self.shared.store.waiting(),
            batches: self.shared.store.batch_sizes(),
        }
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// 503 where it does not.
    pub async fn ready(&self) -> Result<(), Refusal> {
        self.read_store(Reader::ping).await
    }

    /// Waits until a commit set a delivery, or a timer that is due sooner than
    /// `longest` from now, or for that long; tells what was set meanwhile.
    pub fn wait_for_bell(&self, longest: Duration) -> Rung {
        let span = chrono::Duration::from_std(longest).unwrap_or(chrono::Duration::MAX);
        self.shared.bell.wait(self.clock().now().plus(span), longest, || self.is_stopping())
    }

    /// Whether the desk is stopping.
    pub fn is_stopping(&self) -> bool {
        self.shared.stopping.load(Ordering::Relaxed)
    }

    /// Finishes what has begun and ends the threads; nothing is taken any more.
    pub fn stop(&self) {
        if self.shared.stopping.swap(true, Ordering::Relaxed) {
            return;
        }
        self.shared.bell.wake();
        self.shared.audience.wake();
        *self.shared.stopped.0.lock() = true;
        self.shared.stopped.1.notify_all();
        self.shared.queues.stop(cores(self.shared.options.workers));
        self.shared.store.shutdown();
        let threads = std::mem::take(&mut *self.threads.lock());
        for thread in
            threads.into_iter().filter(|thread| !thread.thread().name().is_some_and(|n| n.starts_with("view")))
        {
            thread.join().ok();
        }
    }
}

fn load_world(reader: &mut Reader, installation: &Installation, now: Time) -> Result<World, StartError> {
    // The versions come first: a change in between is read again soon.
    let versions = reader.world_versions()?;
    let people = load_people(reader, now)?;
    let content = load_content(reader, installation)?;
    Ok(World { people, content, people_version: versions.people, content_version: versions.content })
}

fn load_people(reader: &mut Reader, now: Time) -> Result<Arc<People>, StoreError> {
    let (users, groups) = reader.people()?;
    Ok(Arc::new(People::new(users, groups).with_absences(reader.absences(now)?)))
}

fn load_content(reader: &mut Reader, installation: &Installation) -> Result<Arc<Content>, StartError> {
    let files = reader.published_texts()?;
    content::build(&files, installation, content::Against::default()).map(Arc::new).map_err(StartError::Content)
}

fn refresh(shared: &Shared) -> Result<(), StartError> {
    let _one_at_a_time = shared.refreshing.lock();
    let mut reader = shared.store.reader()?;
    let versions = reader.world_versions()?;
    let mut world = World::clone(&shared.world.load());
    if versions.people != world.people_version {
        world.people = load_people(&mut reader, shared.clock.now())?;
        world.people_version = versions.people;
    }
    if versions.content != world.content_version {
        world.content = load_content(&mut reader, &shared.options.installation)?;
        world.content_version = versions.content;
    }
    let people_changed = versions.people != shared.world.load().people_version;
    shared.world.store(Arc::new(world));
    if people_changed {
        // Steps may wait for who has left or is away: whoever looks after them looks now.
        shared.bell.ring(Rung { first_timer: Some(shared.clock.now()), deliveries: false });
    }
    Ok(())
}

/// Looks once a second whether another node changed a part of the World.
fn start_watch(shared: &Arc<Shared>) -> std::io::Result<JoinHandle<()>> {
    let shared = Arc::clone(shared);
    let watch = move || {
        let mut reader = None;
        while !shared.stopping.load(Ordering::Relaxed) {
            if let Err(error) = look_for_changes(&shared, &mut reader) {
                tracing::warn!(%error, "the World could not be refreshed");
                reader = None;
            }
            let mut stopped = shared.stopped.0.lock();
            if !*stopped {
                shared.stopped.1.wait_for(&mut stopped, Duration::from_millis(900));
            }
        }
    };
    std::thread::Builder::new().name("world".to_owned()).spawn(watch)
}

fn look_for_changes(shared: &Shared, slot: &mut Option<Reader>) -> Result<(), StartError> {
    let reader = match slot {
        Some(reader) => reader,
        None => slot.insert(shared.store.reader()?),
    };
    let versions = reader.world_versions()?;
    let world = shared.world.load();
    if (versions.people, versions.content) != (world.people_version, world.content_version) {
        refresh(shared)?;
    }
    Ok(())
}
