//! Effects of a run and what it reads of the World: carried out on a scratch
//! copy of the ticket, so that a later read in the same run sees them and a
//! stuck run leaves nothing behind. What is read is in `reads`; where the ticket
//! goes, what it is, who is told: each in a file of its own.

mod fields;
mod kind;
mod place;
mod reads;
mod tell;

pub use reads::TICKET_FIELDS;

use super::draft::Draft;
use super::{assign, relate};
use crate::desk::load::LoadBoard;
use crate::desk::signals::LinkWish;
use crate::desk::world::World;
use crate::model::event::{Actor, EventType};
use crate::model::ids::UserId;
use crate::model::journal::Arguments;
use crate::model::relation::Link;
use crate::model::status::Status;
use crate::model::ticket::{Ticket, Why};
use crate::model::time::Time;
use crate::workflow::{self, Facts, Read};
use parking_lot::Mutex;
use serde_json::{Map, Value as Json};
use std::sync::Arc;

/// The scratch copy and what happened to it.
pub struct Effects(Arc<Scratch>);

struct Scratch {
    world: Arc<World>,
    board: Arc<LoadBoard>,
    state: Mutex<State>,
}

struct State {
    ticket: Ticket,
    now: Time,
    log: Vec<(EventType, Json)>,
    notices: Vec<(UserId, String, Map<String, Json>)>,
    viewers: Vec<(UserId, Why)>,
    chosen: Vec<UserId>,
    links: Vec<Link>,
    wishes: Vec<LinkWish>,
}

impl Effects {
    /// A scratch copy of a ticket.
    pub fn new(draft: &Draft<'_>) -> Self {
        let state = State {
            ticket: draft.ticket.clone(),
            now: draft.now,
            log: Vec::new(),
            notices: Vec::new(),
            viewers: Vec::new(),
            chosen: Vec::new(),
            links: Vec::new(),
            wishes: Vec::new(),
        };
        let (world, board) = (Arc::clone(&draft.world), Arc::clone(&draft.board));
        Self(Arc::new(Scratch { world, board, state: Mutex::new(state) }))
    }

    /// What the run reads and does.
    pub fn facts(&self) -> Arc<dyn Facts> {
        Arc::clone(&self.0) as Arc<dyn Facts>
    }

    /// Nothing of it counts: who was chosen is given back to the load board.
    pub fn give_back(self) {
        for user in &self.0.state.lock().chosen {
            self.0.board.add(*user, -1);
        }
    }

    /// What the effects came to, taken over into the draft.
    pub fn apply(self, draft: &mut Draft<'_>) {
        let mut state = self.0.state.lock();
        let lay = (draft.ticket.group, draft.ticket.assignee);
        draft.ticket.clone_from(&state.ticket);
        let actor = Actor::workflow(&state.ticket.item);
        for (kind, data) in state.log.drain(..) {
            draft.log_by(actor.clone(), kind, data);
        }
        for (user, text, values) in state.notices.drain(..) {
            draft.notify(user, &text, values);
        }
        for (user, why) in state.viewers.drain(..) {
            draft.see(user, why);
        }
        draft.chose(state.chosen.drain(..));
        draft.changes().links.append(&mut state.links);
        let wishes = std::mem::take(&mut state.wishes);
        relate::wish_links(draft, &state.ticket.item, wishes);
        if lay != (draft.ticket.group, draft.ticket.assignee) {
            assign::move_work(draft);
        }
    }
}

impl Facts for Scratch {
    fn read(&self, read: &Read) -> Result<Json, String> {
        reads::read(&self.world, &self.state.lock().ticket, read)
    }

    fn effect(&self, draft: &workflow::Draft) -> Result<(), String> {
        let mut state = self.state.lock();
        let state = &mut *state;
        let arguments = &draft.arguments;
        let text = arguments.text.as_deref().unwrap_or_default();
        match draft.name.as_str() {
            // A corrected form does not take the ticket out of a hand, nor its clock back.
            "assign" if corrected(&state.ticket) && state.ticket.status != Status::New => Ok(()),
            "sla" if state.ticket.run > 1 && keeps_clock(&state.ticket, arguments) => Ok(()),
            "sla" => self.sla(state, arguments),
            "assign" => self.assign(state, &arguments.who, arguments.options.get("by").and_then(Json::as_str)),
            "escalate" => self.escalate(state, &arguments.who, text),
            "restrict" => self.restrict(state, &arguments.who),
            "stage" => self.stage(state, arguments),
            "set" => self.set(state, arguments),
            "cost" => self.cost(state, arguments, text),
            "notify" => self.notify(state, &arguments.who, text, arguments.values.clone()),
            "note" => self.note(state, text),
            "link" => self.link(state, arguments),
            "announce" => self.announce(state, arguments, text),
            "candidate" => self.candidate(state, arguments, text),
            other => Err(format!("the desk does not know the effect `{other}`")),
        }
    }
}

/// Whether this is a later run of the same item: another item's first run is
/// like a submission.
fn corrected(ticket: &Ticket) -> bool {
    ticket.run > ticket.marks.item_run.max(1)
}

/// Whether a ticket of a later run has this service level's clock already.
fn keeps_clock(ticket: &Ticket, arguments: &Arguments) -> bool {
    let name = arguments.values.get("name").and_then(Json::as_str);
    ticket.sla.as_ref().map(|sla| sla.name.as_str()) == name && !arguments.options.contains_key("due")
}
