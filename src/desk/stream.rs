//! What happens on tickets, for those who listen: one thread per node reads the
//! log and passes each entry on to whoever may see it at that moment. Nobody is
//! waited for: who is too slow is cut off, comes again and is told what they
//! missed from the log itself.

use super::workers::unavailable;
use super::{Caller, Desk, Shared, World};
use crate::model::event::{Event, EventType};
use crate::model::ids::{TicketId, UserId};
use crate::model::people::User;
use crate::model::problem::{Code, Refusal};
use crate::model::ticket::{number_text, open_to_staff};
use crate::model::view;
use crate::store::{Followed, LogEntry, LogPlace, Reader, StoreError};
use parking_lot::{Condvar, Mutex};
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::mpsc;

/// Streams of one person on one node, those not counted that hung up.
const MOST_OF_ONE: usize = 10;
/// Entries that wait for one listener; more, and they are cut off.
const BUFFER: usize = 256;
/// Entries that are read at a time.
const PAGE: i64 = 200;
/// How often the log is looked at while somebody listens: other nodes write it, too.
const LOOK: Duration = Duration::from_millis(250);

/// A connection that is gone is noticed by writing to it: the first write is
/// answered by the other side's refusal, the second one fails.
const KNOCKS: usize = 2;
/// How long the answer to a write may take.
const KNOCK: Duration = Duration::from_millis(100);

/// What a listener is passed.
#[derive(Clone, Debug)]
pub enum Passed {
    /// Something happened.
    News(News),
    /// Write anything: it shows whether somebody is still there.
    Knock,
}

/// That something happened on a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// Where in the log; who comes again names the last that they had.
    pub place: LogPlace,
    /// The ticket's number.
    pub number: String,
    /// Its version now.
    pub version: i64,
    /// What happened.
    pub kind: EventType,
}

struct Listener {
    id: u64,
    user: UserId,
    sender: mpsc::Sender<Passed>,
}

#[derive(Default)]
struct State {
    listeners: Vec<Listener>,
    next: u64,
    /// Up to where the log was passed on; none while nobody listens.
    place: Option<LogPlace>,
    rung: bool,
}

impl State {
    fn of(&self, user: UserId) -> impl Iterator<Item = &Listener> {
        self.listeners.iter().filter(move |listener| listener.user == user)
    }
}

/// Who listens on this node.
#[derive(Default)]
pub struct Audience {
    state: Mutex<State>,
    changed: Condvar,
}

impl Audience {
    /// Something was committed here.
    pub(super) fn ring(&self) {
        let mut state = self.state.lock();
        if !state.listeners.is_empty() {
            state.rung = true;
            self.changed.notify_all();
        }
    }

    /// Whether there is room for one more of this person; where there is none, it
    /// is found out first who of them has hung up.
    async fn has_room(&self, user: UserId) -> bool {
        for _ in 0..KNOCKS {
            let full = {
                let state = self.state.lock();
                let full = state.of(user).count() >= MOST_OF_ONE;
                if full {
                    // Who has no room for a knock has things to write anyway.
                    state.of(user).for_each(|listener| drop(listener.sender.try_send(Passed::Knock)));
                }
                full
            };
            if !full {
                return true;
            }
            tokio::time::sleep(KNOCK).await;
        }
        self.state.lock().of(user).count() < MOST_OF_ONE
    }

    /// Ends the wait of the thread that reads.
    pub(super) fn wake(&self) {
        self.state.lock().rung = true;
        self.changed.notify_all();
    }
}

/// Somebody who listens; dropping it ends that.
pub struct Subscription {
    audience: Arc<Audience>,
    id: u64,
    /// What was passed on before this place must be read from the log.
    pub from: LogPlace,
    /// What happens from there on; ends where the listener was too slow.
    pub news: mpsc::Receiver<Passed>,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        let mut state = self.audience.state.lock();
        state.listeners.retain(|listener| listener.id != self.id);
        if state.listeners.is_empty() {
            state.place = None;
        }
    }
}

/// What `user` is told of an entry: nothing of a ticket or an event that they may
/// not see as things stand now.
fn told(
    world: &World,
    user: &User,
    entry: &LogEntry,
    ticket: &Followed,
    event: Option<&Event>,
    now: crate::model::time::Time,
) -> Option<News> {
    let sees = open_to_staff(user, ticket.restricted_to)
        || ticket.viewers.contains(&user.id)
        || (user.is_staff() && ticket.restricted_to.is_some_and(|group| user.groups.contains(&group)));
    if !user.active || !sees {
        return None;
    }
    view::event(&world.viewer(user, now), event?)?;
    let number = number_text(ticket.kind, ticket.number);
    Some(News { place: entry.place, number, version: ticket.version, kind: entry.kind })
}

type Behind = (HashMap<TicketId, Followed>, HashMap<(TicketId, i64), Event>);

fn behind(reader: &mut Reader, entries: &[LogEntry]) -> Result<Behind, StoreError> {
    Ok((reader.followed(entries)?, reader.told(entries)?))
}

impl Desk {
    /// Begins to listen.
    ///
    /// # Errors
    /// 429 where the person listens too often already, 503.
    pub async fn listen(&self, caller: &Caller) -> Result<Subscription, Refusal> {
        let end = self.read_store(Reader::log_end).await?;
        let audience = Arc::clone(&self.shared().audience);
        let user = caller.user.id;
        let room = audience.has_room(user).await;
        let mut state = audience.state.lock();
        if !room || state.of(user).count() >= MOST_OF_ONE {
            let mut refusal = Refusal::new(Code::TooMany, format!("Nobody has more than {MOST_OF_ONE} streams."));
            refusal.retry_after = Some(5);
            return Err(refusal);
        }
        let from = *state.place.get_or_insert(end);
        let (sender, news) = mpsc::channel(BUFFER);
        state.next += 1;
        let id = state.next;
        state.listeners.push(Listener { id, user, sender });
        drop(state);
        self.shared().audience.wake();
        Ok(Subscription { audience, id, from, news })
    }

    /// What happened behind a place of the log, at most up to another, for who
    /// comes again: what they may see now, and up to where it was read.
    ///
    /// # Errors
    /// 503 where the database does not answer.
    pub async fn missed(
        &self,
        caller: &Caller,
        after: LogPlace,
        until: LogPlace,
    ) -> Result<(Vec<News>, Option<LogPlace>), Refusal> {
        let user = caller.user.id;
        self.read(move |v| {
            let mut entries = v.reader.log_after(after, PAGE).map_err(|error| unavailable(&error))?;
            entries.retain(|entry| entry.place <= until);
            let Some(last) = entries.last().map(|entry| entry.place) else { return Ok((Vec::new(), None)) };
            let (tickets, events) = behind(v.reader, &entries).map_err(|error| unavailable(&error))?;
            let Some(user) = v.world.people.user(user) else { return Ok((Vec::new(), None)) };
            let news = entries.iter().filter_map(|entry| {
                let event = events.get(&(entry.ticket, entry.seq));
                told(v.world, user, entry, tickets.get(&entry.ticket)?, event, v.now)
            });
            Ok((news.collect(), Some(last)))
        })
        .await
    }
}

/// Starts the thread that reads the log for all who listen.
pub(super) fn start(shared: &Arc<Shared>) -> std::io::Result<JoinHandle<()>> {
    let shared = Arc::clone(shared);
    let follow = move || {
        let mut reader = None;
        while !shared.stopping.load(Ordering::Relaxed) {
            let Some(place) = next_place(&shared) else { continue };
            if let Err(error) = pass_on(&shared, &mut reader, place) {
                tracing::warn!(%error, "the log could not be followed");
                reader = None;
            }
        }
        shared.audience.state.lock().listeners.clear();
    };
    std::thread::Builder::new().name("follow".to_owned()).spawn(follow)
}

/// Waits until there is something to look for; none where nobody listens.
fn next_place(shared: &Shared) -> Option<LogPlace> {
    let mut state = shared.audience.state.lock();
    if !state.rung {
        match state.place {
            Some(_) => drop(shared.audience.changed.wait_for(&mut state, LOOK)),
            None => shared.audience.changed.wait(&mut state),
        }
    }
    state.rung = false;
    state.place
}

fn pass_on(shared: &Shared, slot: &mut Option<Reader>, mut place: LogPlace) -> Result<(), StoreError> {
    let reader = match slot {
        Some(reader) => reader,
        None => slot.insert(shared.store.reader()?),
    };
    loop {
        let entries = reader.log_after(place, PAGE)?;
        let Some(last) = entries.last() else { return Ok(()) };
        let (tickets, events) = behind(reader, &entries)?;
        let (world, now) = (shared.world.load_full(), shared.clock.now());
        let mut state = shared.audience.state.lock();
        state.listeners.retain(|listener| {
            let Some(user) = world.people.user(listener.user) else { return false };
            entries.iter().all(|entry| {
                let event = events.get(&(entry.ticket, entry.seq));
                let ticket = tickets.get(&entry.ticket);
                let news = ticket.and_then(|ticket| told(&world, user, entry, ticket, event, now));
                news.is_none_or(|news| listener.sender.try_send(Passed::News(news)).is_ok())
            })
        });
        place = last.place;
        match state.place.as_mut() {
            Some(known) => *known = place,
            None => return Ok(()),
        }
    }
}
